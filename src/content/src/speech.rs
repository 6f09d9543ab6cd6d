//! Speaking with the background.

use wasm_bindgen::JsValue;
use waymark_core::message::{Observation, ToContent};
use waymark_core::wire;
use waymark_web::{Error, runtime};

/// An observation in the form in which it is sent; two that say the same are the same text.
#[must_use]
pub fn written(observation: &Observation) -> String {
    wire::write(observation)
}

/// Sends a message; the answer tells what to do, or nothing.
///
/// # Errors
/// Those of [`runtime::send`], and `Error::Shape` for an answer of another build.
pub async fn say(message: &JsValue) -> Result<Option<ToContent>, Error> {
    told(&runtime::send(message).await?)
}

/// Reads what the background said; anything but text says nothing.
///
/// # Errors
/// `Error::Shape` for text of another build.
pub fn told(message: &JsValue) -> Result<Option<ToContent>, Error> {
    let text = message.as_string();
    let read = text.map(|text| wire::read(&text).map_err(|_| Error::Shape));
    read.transpose()
}
