//! `tabs`: what is known of a tab without the permission of that name, and sending to its frames.

use super::{Api, answer, api, from_js, to_js};
use crate::error::Error;
use js_sys::Promise;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use waymark_core::journey::{FrameId, TabId};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(method, getter)]
    fn tabs(this: &Api) -> Option<Tabs>;

    type Tabs;
    #[wasm_bindgen(method, catch)]
    fn get(this: &Tabs, tab: TabId) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn query(this: &Tabs, filter: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn update(this: &Tabs, tab: TabId, properties: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = sendMessage)]
    fn send_message(
        this: &Tabs,
        tab: TabId,
        message: &JsValue,
        options: &JsValue,
    ) -> Result<Promise, JsValue>;
}

/// A tab, as far as the browser tells.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Tab {
    /// Its id; `None` for windows of developer tools.
    pub id: Option<TabId>,
    /// It is a private window's.
    pub incognito: bool,
    /// Its address, where a host permission allows to see it.
    pub url: Option<String>,
    /// The address that it is on its way to, likewise.
    pub pending_url: Option<String>,
    /// The window that it is in.
    pub window_id: Option<i32>,
    /// Its cookie store, where the browser tells (Firefox).
    pub cookie_store_id: Option<String>,
    /// The tab that opened it.
    pub opener_tab_id: Option<TabId>,
}

fn tabs() -> Result<Tabs, Error> {
    api()?.tabs().ok_or(Error::Missing("tabs"))
}

/// The tab with this id.
///
/// # Errors
/// The browser's own where there is none.
pub async fn get(tab: TabId) -> Result<Tab, Error> {
    from_js(&answer(tabs()?.get(tab)).await?)
}

/// The tab that is shown in a window.
///
/// # Errors
/// The browser's own where there is no such window.
pub async fn shown_in(window: i32) -> Result<Option<Tab>, Error> {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Filter {
        active: bool,
        window_id: i32,
    }
    let filter = to_js(&Filter {
        active: true,
        window_id: window,
    })?;
    let found: Vec<Tab> = from_js(&answer(tabs()?.query(&filter)).await?)?;
    Ok(found.into_iter().next())
}

/// Opens an address in a tab and shows the tab.
///
/// # Errors
/// The browser's own where there is no such tab.
pub async fn navigate(tab: TabId, url: &str) -> Result<(), Error> {
    #[derive(Serialize)]
    struct Properties<'a> {
        url: &'a str,
        active: bool,
    }
    answer(tabs()?.update(tab, &to_js(&Properties { url, active: true })?))
        .await
        .map(|_| ())
}

/// Sends a message to one frame of a tab, or to all of them, and does not wait for a reply.
///
/// # Errors
/// The browser's own where nobody listens.
pub async fn send(tab: TabId, frame: Option<FrameId>, message: &JsValue) -> Result<(), Error> {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Options {
        #[serde(skip_serializing_if = "Option::is_none")]
        frame_id: Option<FrameId>,
    }
    let options = to_js(&Options { frame_id: frame })?;
    answer(tabs()?.send_message(tab, message, &options))
        .await
        .map(|_| ())
}
