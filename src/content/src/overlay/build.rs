//! Making elements without markup strings: pages may require Trusted Types.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement};

/// An element with classes.
#[must_use]
pub fn make(document: &Document, tag: &str, class: &str) -> Option<HtmlElement> {
    let element: HtmlElement = document.create_element(tag).ok()?.dyn_into().ok()?;
    if !class.is_empty() {
        element.set_class_name(class);
    }
    Some(element)
}

/// An element with classes and a text, put at the end of `parent`.
pub fn add(parent: &Element, tag: &str, class: &str, text: &str) -> Option<HtmlElement> {
    let element = make(&parent.owner_document()?, tag, class)?;
    if !text.is_empty() {
        element.set_text_content(Some(text));
    }
    parent.append_child(&element).ok()?;
    Some(element)
}

/// An attribute that any element takes.
pub fn set(element: &Element, name: &str, value: &str) {
    // Only a name that is no name is refused.
    let _ = element.set_attribute(name, value);
}

/// A style property.
pub fn style(element: &HtmlElement, property: &str, value: &str) {
    let _ = element.style().set_property(property, value);
}

/// A button that does `what` when pressed.
pub fn button(parent: &Element, class: &str, what: &str, label: &str) -> Option<HtmlElement> {
    let button = add(parent, "button", class, label)?;
    set(&button, "type", "button");
    set(&button, "data-do", what);
    Some(button)
}

/// A button that shows a drawing and is named by `label`.
pub fn icon_button(parent: &Element, what: &str, label: &str, drawing: &str) -> Option<HtmlElement> {
    const SVG: &str = "http://www.w3.org/2000/svg";
    let button = button(parent, "icon", what, "")?;
    set(&button, "aria-label", label);
    set(&button, "title", label);
    let document = parent.owner_document()?;
    let svg = document.create_element_ns(Some(SVG), "svg").ok()?;
    set(&svg, "viewBox", "0 0 16 16");
    set(&svg, "aria-hidden", "true");
    let path = document.create_element_ns(Some(SVG), "path").ok()?;
    set(&path, "d", drawing);
    svg.append_child(&path).ok()?;
    button.append_child(&svg).ok()?;
    Some(button)
}
