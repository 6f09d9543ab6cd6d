//! The messages between the background and frames, in their compact form.

use crate::api::from_js;
use crate::error::Error;
use js_sys::Reflect;
use wasm_bindgen::JsValue;
use waymark_core::message::{FromContent, ToContent};
use waymark_core::wire;

/// Reads what a frame sent: a plain message, but for the observation, which travels as text.
///
/// # Errors
/// `Error::Shape` for anything else.
pub fn read(message: &JsValue) -> Result<FromContent, Error> {
    let observed = Reflect::get(message, &"observed".into()).ok();
    match observed.and_then(|observed| observed.as_string()) {
        Some(text) => {
            let observation = wire::read(&text).map_err(|_| Error::Shape)?;
            Ok(FromContent::Observed(observation))
        }
        None => from_js(message),
    }
}

/// Writes what a frame is told.
///
/// # Errors
/// `Error::Shape` where it cannot be written.
pub fn write(told: &ToContent) -> Result<String, Error> {
    wire::write(told).ok_or(Error::Shape)
}
