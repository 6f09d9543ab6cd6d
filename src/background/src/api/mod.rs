//! Thin typed bindings to the extension interfaces that only the background uses: one file for each.
//!
//! What the browser hands over is read by `serde` into small structs of what is asked for. What it takes is plain objects,
//! put together by hand: few are needed, and writing them by `serde` would be another 1.7 KB, gzipped, to ship.
//! Nothing in here decides anything.

pub mod cookies;
pub mod network;
pub mod permissions;
pub mod runtime;
pub mod scripting;
pub mod storage;
pub mod tabs;
pub mod windows;

use crate::error::Error;
use js_sys::{Array, Object, Promise, Reflect};
use serde::de::{Deserialize, DeserializeOwned, Deserializer};
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

/// Reads a value that the interfaces hand over; properties that are not asked for are never touched.
///
/// # Errors
/// `Error::Shape` for a value of another shape.
pub(crate) fn read<T: DeserializeOwned>(value: JsValue) -> Result<T, Error> {
    Ok(serde_wasm_bindgen::from_value(value)?)
}

/// Reads a property whose absence is also written as `null` or `undefined`.
pub(crate) fn or_default<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Deserialize<'de> + Default,
    D: Deserializer<'de>,
{
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

/// Reads the id of a tab or window, which has 32 bits; a number that has more is the id of none.
pub(crate) fn id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<i32>, D::Error> {
    let number: Option<i64> = Option::deserialize(deserializer)?;
    Ok(number.and_then(|number| number.try_into().ok()))
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

/// The one text of a message.
pub(crate) fn text(message: &JsValue, name: &str) -> Option<String> {
    Reflect::get(message, &JsValue::from_str(name)).ok()?.as_string()
}

/// Waits for an interface's answer.
pub(crate) async fn answer(promise: Result<Promise, JsValue>) -> Result<JsValue, Error> {
    Ok(JsFuture::from(promise?).await?)
}
