//! Shadow roots of pages, closed ones included: what the extension interfaces are for.

use crate::runtime::extension_api;
use wasm_bindgen::prelude::*;
use web_sys::{Element, ShadowRoot};

#[wasm_bindgen]
extern "C" {
    /// Firefox has it as a property of the element.
    type FirefoxElement;
    #[wasm_bindgen(method, getter, js_name = openOrClosedShadowRoot)]
    fn open_or_closed_shadow_root(this: &FirefoxElement) -> Option<ShadowRoot>;

    /// Chromium has it as a function of `chrome.dom`.
    type DomApi;
    #[wasm_bindgen(method, getter)]
    fn dom(this: &DomApi) -> Option<ChromiumDom>;

    type ChromiumDom;
    #[wasm_bindgen(method, catch, js_name = openOrClosedShadowRoot)]
    fn of(this: &ChromiumDom, element: &Element) -> Result<Option<ShadowRoot>, JsValue>;
}

/// Reaches into shadow roots; made once, because looking the interface up costs more than using it.
pub struct ShadowReach {
    chromium: Option<ChromiumDom>,
}

impl ShadowReach {
    /// Finds out what this browser offers; outside an extension only open roots are reached.
    #[must_use]
    pub fn new() -> Self {
        Self {
            chromium: extension_api().and_then(|api| api.unchecked_ref::<DomApi>().dom()),
        }
    }

    /// The element's shadow root, open or closed.
    #[must_use]
    pub fn root_of(&self, element: &Element) -> Option<ShadowRoot> {
        if let Some(open) = element.shadow_root() {
            return Some(open);
        }
        match &self.chromium {
            Some(chromium) => chromium.of(element).ok().flatten(),
            None => element
                .unchecked_ref::<FirefoxElement>()
                .open_or_closed_shadow_root(),
        }
    }
}

impl Default for ShadowReach {
    fn default() -> Self {
        Self::new()
    }
}
