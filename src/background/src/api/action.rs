//! `action`: the icon in the toolbar.

use super::{Api, answer, api, object};
use crate::error::Error;
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use waymark_core::journey::{TabId, ToolbarView};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(method, getter)]
    fn action(this: &Api) -> Option<Action>;

    type Action;
    #[wasm_bindgen(method, catch, js_name = setBadgeText)]
    fn set_badge_text(this: &Action, of: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = setTitle)]
    fn set_title(this: &Action, of: &JsValue) -> Result<Promise, JsValue>;
}

/// Shows this on the icon while the tab is in front; the browser forgets it when the tab goes to another page.
///
/// # Errors
/// The browser's own where there is no such tab.
pub async fn show(tab: TabId, view: &ToolbarView) -> Result<(), Error> {
    let action = api()?.action().ok_or(Error::Missing("action"))?;
    let of = |name: &str, text: &str| object(&[("tabId", tab.into()), (name, text.into())]);
    answer(action.set_badge_text(&of("text", &view.badge))).await?;
    answer(action.set_title(&of("title", &view.title)))
        .await
        .map(|_| ())
}
