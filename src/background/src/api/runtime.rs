//! `runtime`: the extension's own address, files and pages.

use super::{Api, answer, api};
use crate::error::Error;
use js_sys::Promise;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(method, getter)]
    fn runtime(this: &Api) -> Option<Runtime>;
    #[wasm_bindgen(method, getter)]
    fn i18n(this: &Api) -> Option<I18n>;

    type Runtime;
    #[wasm_bindgen(method, getter)]
    fn id(this: &Runtime) -> Option<String>;
    #[wasm_bindgen(method, catch, js_name = getURL)]
    fn get_url(this: &Runtime, path: &str) -> Result<String, JsValue>;
    #[wasm_bindgen(method, catch, js_name = sendMessage)]
    fn send_message(this: &Runtime, message: &JsValue) -> Result<Promise, JsValue>;

    type I18n;
    #[wasm_bindgen(method, catch, js_name = getUILanguage)]
    fn ui_language(this: &I18n) -> Result<String, JsValue>;
}

fn runtime() -> Result<Runtime, Error> {
    api()?.runtime().ok_or(Error::Missing("runtime"))
}

/// The extension's id.
///
/// # Errors
/// `Error::Missing` outside an extension.
pub fn id() -> Result<String, Error> {
    runtime()?.id().ok_or(Error::Missing("runtime"))
}

/// The address of one of the extension's own files.
///
/// # Errors
/// The browser's own.
pub fn address(path: &str) -> Result<String, Error> {
    Ok(runtime()?.get_url(path)?)
}

/// The language that the browser speaks, as a tag.
///
/// # Errors
/// The browser's own.
pub fn language() -> Result<String, Error> {
    Ok(api()?.i18n().ok_or(Error::Missing("i18n"))?.ui_language()?)
}

/// Sends a message to the extension's open pages.
///
/// # Errors
/// The browser's own where none is open.
pub async fn send_to_pages(message: &JsValue) -> Result<(), Error> {
    answer(runtime()?.send_message(message)).await.map(|_| ())
}
