//! Staying on top: the top layer, above dialogs that open later, and inside a modal dialog, which makes all else inert.

use super::build::set;
use crate::observe::elements;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement};

#[wasm_bindgen]
extern "C" {
    type Popover;
    #[wasm_bindgen(method, catch, js_name = showPopover)]
    fn show_popover(this: &Popover) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch, js_name = hidePopover)]
    fn hide_popover(this: &Popover) -> Result<(), JsValue>;
}

/// Puts the host where it can be seen and pressed, and does nothing where it already is. `modal` is the dialog above all
/// others.
pub fn raise(document: &Document, host: &HtmlElement, modal: Option<&Element>) {
    let Some(parent) = modal.cloned().or_else(|| document.document_element()) else {
        return;
    };
    if host.parent_element().as_ref() != Some(&parent) {
        set(host, "popover", "manual");
        if parent.append_child(host).is_ok() {
            show(host);
        }
    } else if !host.matches(":popover-open").unwrap_or(true) || is_covered(document, host) {
        let _ = host.unchecked_ref::<Popover>().hide_popover();
        show(host);
    }
}

fn show(host: &HtmlElement) {
    // Without popovers the style sheet's z-index has to do.
    let _ = host.unchecked_ref::<Popover>().show_popover();
    TOP.with(|top| top.set(OPEN.with(std::cell::Cell::get)));
}

thread_local! {
    static OPEN: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
    static TOP: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
}

/// A popover or dialog of the page has opened or closed, or an element of it fills the screen.
pub fn top_layer_changed() {
    OPEN.with(|open| open.set(open.get().wrapping_add(1)));
}

fn is_covered(document: &Document, host: &HtmlElement) -> bool {
    let changed = OPEN.with(std::cell::Cell::get) != TOP.with(std::cell::Cell::get);
    changed && others_in_top_layer(document, host)
}

fn others_in_top_layer(document: &Document, host: &HtmlElement) -> bool {
    let host: &Element = host;
    document
        .query_selector_all(":popover-open, dialog:modal, :fullscreen")
        .is_ok_and(|found| elements(&found).any(|element| *element != *host && !element.contains(Some(host))))
}
