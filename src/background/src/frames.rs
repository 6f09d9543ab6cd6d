//! The messages between the background and the other parts, in their compact form.

use crate::api::{object, text};
use crate::error::Error;
use std::cell::Cell;
use wasm_bindgen::JsValue;
use waymark_core::message::{CardAction, EngineForm, FromContent, FromPanel, ToPanel};
use waymark_core::wire;

/// Reads what a frame sent.
///
/// # Errors
/// `Error::Shape` for anything else.
pub fn read(message: &JsValue) -> Result<FromContent, Error> {
    if let Some(observation) = text(message, "observed") {
        return Ok(FromContent::Observed(Box::new(wire::read(&observation)?)));
    }
    if let Some(name) = text(message, "pressed") {
        return CardAction::named(&name)
            .map(FromContent::Pressed)
            .ok_or(Error::Shape);
    }
    if let Some(shown) = text(message, "shown") {
        return Ok(FromContent::Shown(Box::new(wire::read(&shown)?)));
    }
    match message.as_string().as_deref() {
        Some("frame") => Ok(FromContent::Frame),
        Some("wasm") => Ok(FromContent::Takes(EngineForm::Wasm)),
        Some("plain") => Ok(FromContent::Takes(EngineForm::Plain)),
        _ => Err(Error::Shape),
    }
}

/// Reads what the panel sent.
///
/// # Errors
/// `Error::Shape` for anything else.
pub fn read_panel(message: &JsValue) -> Result<FromPanel, Error> {
    let sent = text(message, wire::FROM_PANEL).ok_or(Error::Shape)?;
    Ok(wire::read(&sent)?)
}

/// Writes what the panel is told.
pub fn write_panel(told: &ToPanel) -> JsValue {
    object(&[(wire::TO_PANEL, wire::write(told).into())])
}

thread_local! {
    static STARTED: u64 = js_sys::Date::now() as u64;
    static COUNT: Cell<u32> = const { Cell::new(0) };
}

/// What a frame is told, with its turn: it may overtake, or be overtaken.
pub fn in_turn(told: &str) -> JsValue {
    let count = COUNT.get();
    COUNT.set(count.wrapping_add(1));
    [&STARTED.with(|started| wire::turn(*started, count)), told]
        .concat()
        .into()
}
