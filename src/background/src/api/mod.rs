//! Thin typed bindings to the extension interfaces that only the background uses: one file for each.
//!
//! What the browser hands over is read by `serde` as [`Json`], and that into small structs of what is asked for: a struct that
//! `serde` reads by itself would be another 0.6 KB, gzipped, to ship. What the browser takes is plain objects, put together by
//! hand: few are needed, and writing them by `serde` would be another 1.7 KB.
//! Nothing in here decides anything.

pub mod action;
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
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use waymark_core::json::Json;

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

/// A value that the interfaces hand over, as far as it is asked for.
pub(crate) trait Told: Sized {
    /// Takes what is asked for.
    ///
    /// # Errors
    /// `Error::Shape` for a value of another shape.
    fn told(value: &Json) -> Result<Self, Error>;
}

impl<T: Told> Told for Vec<T> {
    fn told(value: &Json) -> Result<Self, Error> {
        let items = value.items().ok_or(Error::Shape)?;
        items.iter().map(T::told).collect()
    }
}

impl<T: Told> Told for Option<T> {
    fn told(value: &Json) -> Result<Self, Error> {
        match value {
            Json::Null => Ok(None),
            value => T::told(value).map(Some),
        }
    }
}

/// Reads a value that the interfaces hand over.
///
/// # Errors
/// `Error::Shape` for a value of another shape.
pub(crate) fn read<T: Told>(value: JsValue) -> Result<T, Error> {
    T::told(&serde_wasm_bindgen::from_value(value)?)
}

/// A property of an object; its absence is also written as `null`.
pub(crate) fn property<'v, T>(
    object: &'v Json,
    name: &str,
    read: impl Fn(&'v Json) -> Option<T>,
) -> Result<Option<T>, Error> {
    match (object, object.get(name)) {
        (Json::Map(_), None | Some(Json::Null)) => Ok(None),
        (_, Some(value)) => read(value).map(Some).ok_or(Error::Shape),
        (_, None) => Err(Error::Shape),
    }
}

/// A text; see [`property`].
pub(crate) fn text_of(object: &Json, name: &str) -> Result<Option<String>, Error> {
    property(object, name, |value| value.text().map(str::to_owned))
}

/// The id of a tab or window, which has 32 bits; a number that has more is the id of none.
pub(crate) fn id_of(object: &Json, name: &str) -> Result<Option<i32>, Error> {
    Ok(property(object, name, Json::whole)?.and_then(|number| number.try_into().ok()))
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
