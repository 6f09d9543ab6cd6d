//! Thin typed bindings to the extension interfaces that only the background uses: one file for each.
//!
//! Values cross as JSON, which is what the interfaces speak; nothing in here decides anything.

pub mod cookies;
pub mod network;
pub mod runtime;
pub mod scripting;
pub mod storage;
pub mod tabs;
pub mod windows;

use crate::error::Error;
use js_sys::{JSON, Promise};
use serde::Serialize;
use serde::de::DeserializeOwned;
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

/// A value as the interfaces take it.
pub(crate) fn to_js(value: &impl Serialize) -> Result<JsValue, Error> {
    Ok(JSON::parse(&serde_json::to_string(value)?)?)
}

/// A value as the interfaces hand it over.
pub(crate) fn from_js<T: DeserializeOwned>(value: &JsValue) -> Result<T, Error> {
    let text = JSON::stringify(value)?;
    Ok(serde_json::from_str(&text.as_string().ok_or(Error::Shape)?)?)
}

/// Waits for an interface's answer.
pub(crate) async fn answer(promise: Result<Promise, JsValue>) -> Result<JsValue, Error> {
    Ok(JsFuture::from(promise?).await?)
}
