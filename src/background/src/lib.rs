//! The only part that knows the session: journey, org client, injection.
//!
//! `extension/background.js` registers every listener and hands over what happens to the functions exported here.

mod api;
mod app;
mod effects;
mod error;
mod frames;
mod hosts;
mod inject;
mod journeys;
mod library;
mod org_client;
mod policy;
mod queue;
mod sender;
mod settings;
mod toolbar;

use api::tabs::Tab;
use error::OrWarn;
use js_sys::Function;
use queue::{Job, push};
use sender::Sender;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// A message came from a frame or a page of the extension; `reply` is called once with the answer.
#[wasm_bindgen]
pub fn message(message: JsValue, sender: JsValue, reply: Function) {
    // Nobody is listened to who cannot be told; the answer is then that there is none.
    let sender: Option<Sender> = api::read(sender).or_warn("a sender was not read");
    push(Job::Message(message, Box::new(sender.unwrap_or_default()), reply));
}

/// `tabs.onCreated`.
#[wasm_bindgen(js_name = tabOpened)]
pub fn tab_opened(tab: JsValue) {
    let tab: Option<Tab> = api::read(tab).or_warn("a new tab was not read");
    if let Some(tab) = tab {
        push(Job::TabOpened(Box::new(tab)));
    }
}

/// `tabs.onUpdated`: a tab whose address the browser tells has loaded another page.
#[wasm_bindgen(js_name = tabLoaded)]
pub fn tab_loaded(tab: JsValue) {
    let tab: Option<Tab> = api::read(tab).or_warn("a tab was not read");
    if let Some(tab) = tab {
        push(Job::TabLoaded(Box::new(tab)));
    }
}

/// `tabs.onRemoved`.
#[wasm_bindgen(js_name = tabClosed)]
pub fn tab_closed(tab: i32) {
    push(Job::TabClosed(tab));
}

/// An engine's port was closed: its document is gone, and perhaps its frame.
#[wasm_bindgen(js_name = frameLeft)]
pub fn frame_left(tab: i32, frame: f64) {
    // The browser's frame ids are whole numbers below 2^53.
    #[allow(clippy::cast_possible_truncation)]
    let frame = frame as i64;
    spawn_local(async move {
        // Where another document has come into the frame, its engine listens.
        if api::tabs::send(tab, Some(frame), &JsValue::NULL).await.is_err() {
            push(Job::FrameGone(tab, frame));
        }
    });
}

/// `tabs.onActivated`.
#[wasm_bindgen(js_name = tabShown)]
pub fn tab_shown(tab: i32) {
    push(Job::TabShown(tab));
}

/// `windows.onFocusChanged`.
#[wasm_bindgen(js_name = windowShown)]
pub fn window_shown(window: i32) {
    push(Job::WindowShown(window));
}

/// `runtime.onInstalled`: also after an update or a reload.
#[wasm_bindgen]
pub fn installed() {
    push(Job::Installed);
}

/// `runtime.onStartup`.
#[wasm_bindgen]
pub fn started() {
    push(Job::Started);
}
