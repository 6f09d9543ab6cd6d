//! What can go wrong between the background and the browser.

use std::fmt;
use wasm_bindgen::JsValue;
use waymark_core::wire::Unreadable;

/// An error of the browser or of what it handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// This browser has no such interface, or the permission for it is not granted.
    Missing(&'static str),
    /// JavaScript threw; the text is its message.
    Script(String),
    /// A value does not have the shape that was agreed.
    Shape,
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Missing(name) => {
                formatter.write_str(name)?;
                formatter.write_str(" is not there")
            }
            Error::Script(text) => formatter.write_str(text),
            Error::Shape => formatter.write_str("unexpected shape"),
        }
    }
}

impl std::error::Error for Error {}

impl From<JsValue> for Error {
    fn from(thrown: JsValue) -> Self {
        let message = js_sys::Reflect::get(&thrown, &JsValue::from_str("message")).ok();
        let text = message
            .and_then(|message| message.as_string())
            .or_else(|| thrown.as_string());
        Error::Script(text.unwrap_or_default())
    }
}

// The text is dropped: it quotes the value, which can be a session.
impl From<serde_wasm_bindgen::Error> for Error {
    fn from(_: serde_wasm_bindgen::Error) -> Self {
        Error::Shape
    }
}

impl From<Unreadable> for Error {
    fn from(_: Unreadable) -> Self {
        Error::Shape
    }
}

/// Writes a warning to the extension's own console. Neither texts of ours nor the browser's own contain a session.
pub fn warn(what: &str, error: &Error) {
    let text = ["Waymark: ", what, ": ", &error.to_string()].concat();
    web_sys::console::warn_1(&JsValue::from_str(&text));
}

/// Logs an error where there is one and goes on.
pub trait OrWarn<T> {
    /// The value, or `None` after a warning that says what was tried.
    fn or_warn(self, what: &str) -> Option<T>;
}

impl<T> OrWarn<T> for Result<T, Error> {
    fn or_warn(self, what: &str) -> Option<T> {
        self.map_err(|error| warn(what, &error)).ok()
    }
}
