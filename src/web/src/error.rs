//! What can go wrong between Rust and the browser.

use std::fmt;
use wasm_bindgen::prelude::*;

/// An error from the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// The extension was reloaded, updated or removed: this script is an orphan and can only tidy up.
    Orphaned,
    /// Nobody listens at the other end.
    NobodyListens,
    /// A message does not have the shape that was agreed.
    Shape,
    /// JavaScript threw; the text is its message.
    Script(String),
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Orphaned => formatter.write_str("the extension was reloaded or removed"),
            Error::NobodyListens => formatter.write_str("nobody listens at the other end"),
            Error::Shape => formatter.write_str("a message of another shape"),
            Error::Script(text) => formatter.write_str(text),
        }
    }
}

impl std::error::Error for Error {}

impl From<JsValue> for Error {
    fn from(thrown: JsValue) -> Self {
        let message = js_sys::Reflect::get(&thrown, &JsValue::from_str("message")).ok();
        let text = message
            .and_then(|message| message.as_string())
            .or_else(|| thrown.as_string())
            .unwrap_or_default();
        // The browsers have no code for these, only English texts (Chromium; Firefox).
        if text.contains("context invalidated") || text.contains("can't access dead object") {
            Error::Orphaned
        } else if text.contains("Receiving end does not exist") {
            Error::NobodyListens
        } else {
            Error::Script(text)
        }
    }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = console)]
    fn warn(text: &str);
}

impl Error {
    /// Writes it to the console, where whoever looks for the cause finds it.
    pub fn log(&self) {
        warn(&["Waymark: ", &self.to_string()].concat());
    }
}
