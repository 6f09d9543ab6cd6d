//! `tabs`: what is known of a tab without the permission of that name, and sending to its frames.

use super::windows;
use super::{Api, Told, answer, api, id_of, object, property, read, text_of};
use crate::error::Error;
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use waymark_core::journey::{FrameId, TabId};
use waymark_core::json::Json;

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

impl Told for Tab {
    fn told(value: &Json) -> Result<Self, Error> {
        Ok(Tab {
            id: id_of(value, "id")?,
            incognito: property(value, "incognito", Json::flag)?.unwrap_or_default(),
            url: text_of(value, "url")?,
            pending_url: text_of(value, "pendingUrl")?,
            window_id: id_of(value, "windowId")?,
            cookie_store_id: text_of(value, "cookieStoreId")?,
            opener_tab_id: id_of(value, "openerTabId")?,
        })
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
    read(answer(tabs()?.get(tab)).await?)
}

/// The tab that is shown in a window.
///
/// # Errors
/// The browser's own where there is no such window.
pub async fn shown_in(window: i32) -> Result<Option<Tab>, Error> {
    let filter = object(&[("active", true.into()), ("windowId", window.into())]);
    let found: Vec<Tab> = read(answer(tabs()?.query(&filter)).await?)?;
    Ok(found.into_iter().next())
}

/// Brings a tab and its window to the front; with an address, opens that in it.
///
/// # Errors
/// The browser's own where there is no such tab.
pub async fn show(tab: TabId, url: Option<&str>) -> Result<(), Error> {
    let address = url.map(|url| ("url", url.into()));
    let properties: Vec<_> = [("active", true.into())].into_iter().chain(address).collect();
    let shown: Option<Tab> = read(answer(tabs()?.update(tab, &object(&properties))).await?)?;
    match shown.and_then(|tab| tab.window_id) {
        Some(window) => windows::focus(window).await,
        None => Ok(()),
    }
}

/// Sends a message to one frame of a tab, or to all of them; gives the reply, where there is one.
///
/// # Errors
/// The browser's own where nobody listens.
pub async fn send(tab: TabId, frame: Option<FrameId>, message: &JsValue) -> Result<JsValue, Error> {
    let options = match frame {
        Some(frame) => object(&[("frameId", (frame as f64).into())]),
        None => object(&[]),
    };
    answer(tabs()?.send_message(tab, message, &options)).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Option<Tab> {
        Tab::told(&Json::read(json).unwrap()).ok()
    }

    #[test]
    fn a_tab_is_read_by_the_browsers_names() {
        let json = r#"{"id": 3, "index": 0, "incognito": true, "url": "https://a.example/", "pendingUrl": "https://b.example/",
            "windowId": 4, "cookieStoreId": "firefox-private", "openerTabId": 2, "mutedInfo": {"muted": false}}"#;
        let tab = Tab {
            id: Some(3),
            incognito: true,
            url: Some("https://a.example/".into()),
            pending_url: Some("https://b.example/".into()),
            window_id: Some(4),
            cookie_store_id: Some("firefox-private".into()),
            opener_tab_id: Some(2),
        };
        assert_eq!(read(json), Some(tab));
    }

    #[test]
    fn what_is_not_told_is_none() {
        let untold = r#"{"id": null, "incognito": null, "url": null, "pendingUrl": null, "windowId": null,
            "cookieStoreId": null, "openerTabId": null}"#;
        assert_eq!(read(untold), Some(Tab::default()));
        assert_eq!(read("{}"), Some(Tab::default()));
    }

    #[test]
    fn a_number_above_32_bits_is_no_tabs_id() {
        let tab = read(r#"{"id": 4294967299, "windowId": 9007199254740991, "openerTabId": 1}"#);
        let expected = Tab {
            opener_tab_id: Some(1),
            ..Tab::default()
        };
        assert_eq!(tab, Some(expected));
    }

    #[test]
    fn another_shape_is_no_tab() {
        for json in [
            r#"{"id": "3"}"#,
            r#"{"incognito": 1}"#,
            r#"{"url": {}}"#,
            "3",
            "null",
        ] {
            assert_eq!(read(json), None, "{json}");
        }
    }
}
