//! Whether a person sees a control and can press it. Asked only of what could be meant, since all around it is gone through.

use super::live::Live;
use super::roots::Root;
use js_sys::Array;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

// These stand in `dom.js`.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_name = waymarkShown)]
    fn shown_in(element: &Element, modal: Option<&Element>) -> Result<Option<Live>, JsValue>;
    #[wasm_bindgen(catch, js_name = waymarkClips)]
    fn clips_of(element: &Element) -> Result<Array, JsValue>;
    #[wasm_bindgen(catch, js_name = waymarkModal)]
    fn modal_in(roots: &Array) -> Result<Option<Element>, JsValue>;

    #[wasm_bindgen(catch, js_name = waymarkScrollOn)]
    fn scroll_lists(roots: &Array) -> Result<(), JsValue>;

    /// Something other than `host` lies over an element at this point of the viewport.
    #[wasm_bindgen(js_name = waymarkCovers)]
    pub fn is_covered(element: &Element, x: f64, y: f64, host: &Element) -> bool;
    /// Takes back from `layer` what the page's styles enlarge `host` by, and minds from where the focus comes into it.
    #[wasm_bindgen(js_name = waymarkLay)]
    pub fn lay(host: &Element, layer: &HtmlElement);
    /// Takes `host` out of the page; a focus in it goes back to where it came from.
    #[wasm_bindgen(js_name = waymarkTakeDown)]
    pub fn take_down(host: &Element);
}

/// What a person sees of a control: itself, or the styled label that stands for its check box. `None` where it cannot be seen,
/// wherever the page is scrolled to, or cannot be pressed behind the modal dialog.
#[must_use]
pub fn shown(element: &Live, modal: Option<&Element>) -> Option<Live> {
    // What cannot be asked is taken for what it was read as.
    shown_in(element, modal).unwrap_or_else(|_| Some(element.clone()))
}

/// The containers around an element that cut off what overflows them, the nearest first.
#[must_use]
pub fn clips(element: &Element) -> Vec<Element> {
    let clips = clips_of(element).unwrap_or_default();
    clips.iter().map(JsCast::unchecked_into).collect()
}

/// Scrolls on the lists in these trees that make only the rows that can be seen.
pub fn scroll_on(roots: &[Root]) {
    // A list that cannot be asked stays as it is.
    let _ = scroll_lists(&roots.iter().map(Root::node).collect());
}

/// The modal dialog, or the element that fills the screen, above all others in these trees: all outside it is inert.
#[must_use]
pub fn top_modal(roots: &[Root]) -> Option<Element> {
    modal_in(&roots.iter().map(Root::node).collect()).ok().flatten()
}
