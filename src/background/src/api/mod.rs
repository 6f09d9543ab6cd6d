//! Thin typed bindings to the extension interfaces that only the background uses: one file for each.
//!
//! Values cross as plain objects, property by property: reading and writing them by `serde` takes several times the bytes.
//! Nothing in here decides anything.

pub mod cookies;
pub mod network;
pub mod runtime;
pub mod scripting;
pub mod storage;
pub mod tabs;
pub mod windows;

use crate::error::Error;
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// The root of the extension interfaces.
    pub type Api;
}

/// `browser` where there is one (Firefox), else `chrome`.
pub(crate) fn api() -> Result<Api, Error> {
    waymark_web::runtime::extension_api()
        .map(JsCast::unchecked_into)
        .ok_or(Error::Missing("the extension"))
}

/// An object as the interfaces take it.
pub(crate) fn object(properties: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in properties {
        // A plain new object takes any property.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object.into()
}

/// A list as the interfaces take it.
pub(crate) fn list(items: impl IntoIterator<Item = JsValue>) -> JsValue {
    items.into_iter().collect::<Array>().into()
}

/// The items of a list; nothing where it is none.
pub(crate) fn items(list: &JsValue) -> Vec<JsValue> {
    list.dyn_ref::<Array>().map(Array::to_vec).unwrap_or_default()
}

/// A property of an object; `undefined` where there is none.
pub(crate) fn property(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or_default()
}

/// A property that is a text.
pub(crate) fn text(object: &JsValue, name: &str) -> Option<String> {
    property(object, name).as_string()
}

/// A property that is an id or another whole number; the browser's own are below 2^53.
pub(crate) fn number(object: &JsValue, name: &str) -> Option<i64> {
    property(object, name).as_f64().map(|number| number as i64)
}

/// A property that is a number of 32 bits, as ids of tabs and windows are.
pub(crate) fn short_number(object: &JsValue, name: &str) -> Option<i32> {
    number(object, name).and_then(|number| number.try_into().ok())
}

/// Waits for an interface's answer.
pub(crate) async fn answer(promise: Result<Promise, JsValue>) -> Result<JsValue, Error> {
    Ok(JsFuture::from(promise?).await?)
}
