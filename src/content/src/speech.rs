//! Speaking with the background.

use std::cell::RefCell;
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

/// Reads what the background said; anything but text says nothing, and so does what was overtaken by something newer: answers
/// and messages travel on ways of their own.
///
/// # Errors
/// `Error::Shape` for text of another build.
pub fn told(message: &JsValue) -> Result<Option<ToContent>, Error> {
    let Some(text) = message.as_string() else {
        return Ok(None);
    };
    let (turn, task) = wire::turn_and_rest(&text).ok_or(Error::Shape)?;
    let is_old = LAST_TURN.with_borrow_mut(|last| {
        let is_old = wire::is_before(turn, last);
        if !is_old {
            turn.clone_into(last);
        }
        is_old
    });
    if is_old {
        return Ok(None);
    }
    wire::read(task).map(Some).map_err(|_| Error::Shape)
}

thread_local! {
    static LAST_TURN: RefCell<String> = const { RefCell::new(String::new()) };
}
