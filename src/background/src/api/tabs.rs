//! `tabs`: what is known of a tab without the permission of that name, and sending to its frames.

use super::windows;
use super::{Api, answer, api, items, object, property, short_number, text};
use crate::error::Error;
use js_sys::Promise;
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
#[derive(Clone, Debug, Default, PartialEq, Eq)]
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

impl Tab {
    /// Reads what the browser hands over.
    #[must_use]
    pub fn read(tab: &JsValue) -> Tab {
        Tab {
            id: short_number(tab, "id"),
            incognito: property(tab, "incognito").is_truthy(),
            url: text(tab, "url"),
            pending_url: text(tab, "pendingUrl"),
            window_id: short_number(tab, "windowId"),
            cookie_store_id: text(tab, "cookieStoreId"),
            opener_tab_id: short_number(tab, "openerTabId"),
        }
    }
}

fn tabs() -> Result<Tabs, Error> {
    api()?.tabs().ok_or(Error::Missing("tabs"))
}

/// The tab with this id.
///
/// # Errors
/// The browser's own where there is none.
pub async fn get(tab: TabId) -> Result<Tab, Error> {
    Ok(Tab::read(&answer(tabs()?.get(tab)).await?))
}

/// The tab that is shown in a window.
///
/// # Errors
/// The browser's own where there is no such window.
pub async fn shown_in(window: i32) -> Result<Option<Tab>, Error> {
    let filter = object(&[("active", true.into()), ("windowId", window.into())]);
    let found = items(&answer(tabs()?.query(&filter)).await?);
    Ok(found.first().map(Tab::read))
}

/// Brings a tab and its window to the front; with an address, opens that in it.
///
/// # Errors
/// The browser's own where there is no such tab.
pub async fn show(tab: TabId, url: Option<&str>) -> Result<(), Error> {
    let address = url.map(|url| ("url", url.into()));
    let properties: Vec<_> = [("active", true.into())].into_iter().chain(address).collect();
    let shown = Tab::read(&answer(tabs()?.update(tab, &object(&properties))).await?);
    match shown.window_id {
        Some(window) => windows::focus(window).await,
        None => Ok(()),
    }
}

/// Sends a message to one frame of a tab, or to all of them, and does not wait for a reply.
///
/// # Errors
/// The browser's own where nobody listens.
pub async fn send(tab: TabId, frame: Option<FrameId>, message: &JsValue) -> Result<(), Error> {
    let options = match frame {
        Some(frame) => object(&[("frameId", (frame as f64).into())]),
        None => object(&[]),
    };
    answer(tabs()?.send_message(tab, message, &options))
        .await
        .map(|_| ())
}
