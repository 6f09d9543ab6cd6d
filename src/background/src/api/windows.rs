//! `windows` and `extension`: private windows.

use super::{Api, answer, api, from_js, to_js};
use crate::api::tabs::Tab;
use crate::error::Error;
use js_sys::Promise;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(method, getter)]
    fn windows(this: &Api) -> Option<Windows>;
    #[wasm_bindgen(method, getter)]
    fn extension(this: &Api) -> Option<Extension>;

    type Windows;
    #[wasm_bindgen(method, catch)]
    fn create(this: &Windows, properties: &JsValue) -> Result<Promise, JsValue>;

    type Extension;
    #[wasm_bindgen(method, catch, js_name = isAllowedIncognitoAccess)]
    fn is_allowed_incognito_access(this: &Extension) -> Result<Promise, JsValue>;
}

/// Opens a private window; gives its tab, where the extension may see it.
///
/// # Errors
/// The browser's own, for example where private windows are switched off.
pub async fn open_private(url: &str) -> Result<Option<Tab>, Error> {
    #[derive(Serialize)]
    struct Properties<'a> {
        url: &'a str,
        incognito: bool,
        focused: bool,
    }
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Window {
        tabs: Vec<Tab>,
    }
    let windows = api()?.windows().ok_or(Error::Missing("windows"))?;
    let properties = to_js(&Properties {
        url,
        incognito: true,
        focused: true,
    })?;
    let window = answer(windows.create(&properties)).await?;
    let window: Option<Window> = if window.is_undefined() {
        None
    } else {
        from_js(&window)?
    };
    Ok(window.and_then(|window| window.tabs.into_iter().next()))
}

/// Whether the user lets the extension run in private windows.
///
/// # Errors
/// The browser's own.
pub async fn may_be_private() -> Result<bool, Error> {
    let extension = api()?.extension().ok_or(Error::Missing("extension"))?;
    Ok(answer(extension.is_allowed_incognito_access()).await?.is_truthy())
}
