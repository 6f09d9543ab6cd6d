//! `windows` and `extension`: private windows.

use super::{Api, Told, answer, api, object, read};
use crate::api::tabs::Tab;
use crate::error::Error;
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use waymark_core::json::Json;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(method, getter)]
    fn windows(this: &Api) -> Option<Windows>;
    #[wasm_bindgen(method, getter)]
    fn extension(this: &Api) -> Option<Extension>;

    type Windows;
    #[wasm_bindgen(method, catch)]
    fn create(this: &Windows, properties: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn update(this: &Windows, window: i32, properties: &JsValue) -> Result<Promise, JsValue>;

    type Extension;
    #[wasm_bindgen(method, catch, js_name = isAllowedIncognitoAccess)]
    fn is_allowed_incognito_access(this: &Extension) -> Result<Promise, JsValue>;
}

/// A window, as far as the browser tells.
struct Window {
    tabs: Vec<Tab>,
}

impl Told for Window {
    fn told(value: &Json) -> Result<Self, Error> {
        let tabs: Option<Vec<Tab>> = value.get("tabs").map_or(Ok(None), Told::told)?;
        Ok(Window {
            tabs: tabs.unwrap_or_default(),
        })
    }
}

fn windows() -> Result<Windows, Error> {
    api()?.windows().ok_or(Error::Missing("windows"))
}

/// Brings a window to the front.
///
/// # Errors
/// The browser's own where there is no such window.
pub async fn focus(window: i32) -> Result<(), Error> {
    let properties = object(&[("focused", true.into())]);
    answer(windows()?.update(window, &properties)).await.map(|_| ())
}

/// Opens a private window; gives its tab, where the extension may see it.
///
/// # Errors
/// The browser's own, for example where private windows are switched off.
pub async fn open_private(url: &str) -> Result<Option<Tab>, Error> {
    let properties = object(&[
        ("url", url.into()),
        ("incognito", true.into()),
        ("focused", true.into()),
    ]);
    let window: Option<Window> = read(answer(windows()?.create(&properties)).await?)?;
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
