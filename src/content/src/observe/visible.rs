//! Whether a person sees an element. Only the element itself counts: Lightning's `body` has height 0 (Salesforce fact §3).

use super::{attribute, elements, tag};
use wasm_bindgen::prelude::*;
use web_sys::{DomRect, Element, HtmlInputElement, NodeList};

#[wasm_bindgen]
extern "C" {
    type Checkable;
    #[wasm_bindgen(method, js_name = checkVisibility)]
    fn check_visibility(this: &Checkable, options: &JsValue) -> bool;
}

thread_local! {
    static OPTIONS: JsValue = {
        let options = js_sys::Object::new();
        // A plain new object takes any property.
        let _ = js_sys::Reflect::set(&options, &"visibilityProperty".into(), &JsValue::TRUE);
        options.into()
    };
}

/// It is rendered and not `visibility: hidden`; it may still be empty or far away.
#[must_use]
pub fn is_rendered(element: &Element) -> bool {
    OPTIONS.with(|options| element.unchecked_ref::<Checkable>().check_visibility(options))
}

/// A person can see it, and assistive technology is not told to skip it. A radio button or check box that a site hides
/// behind its styled label is as visible as that label.
#[must_use]
pub fn is_visible(element: &Element) -> bool {
    if element
        .closest("[aria-hidden=true], [inert]")
        .ok()
        .flatten()
        .is_some()
    {
        return false;
    }
    if is_rendered(element) && has_area(&element.get_bounding_client_rect()) {
        return true;
    }
    is_ticked_by_label(element)
        && labels(element).is_some_and(|labels| {
            elements(&labels).any(|label| is_rendered(&label) && has_area(&label.get_bounding_client_rect()))
        })
}

fn is_ticked_by_label(element: &Element) -> bool {
    tag(element) == "input" && matches!(attribute(element, "type").as_str(), "radio" | "checkbox")
}

/// The labels that belong to a control.
#[must_use]
pub fn labels(element: &Element) -> Option<NodeList> {
    element.dyn_ref::<HtmlInputElement>()?.labels()
}

/// More than the single pixel that sites use to hide text from everybody but screen readers.
#[must_use]
pub fn has_area(rect: &DomRect) -> bool {
    rect.width() > 1.5 && rect.height() > 1.5
}
