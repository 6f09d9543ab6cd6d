//! Putting values into native controls so that the page's own scripts take them. Frameworks such as React put a setter of
//! their own on each element and ignore a value that did not come through the browser's (Jotform fact §2, seen).

use super::events;
use crate::observe::live::Live;
use crate::observe::{attribute, tag};
use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use waymark_core::read::role::is_editable;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

#[wasm_bindgen]
extern "C" {
    /// Chooses one more option of a list of several (`dom.js`).
    #[wasm_bindgen(js_name = waymarkMark)]
    fn mark(select: &HtmlSelectElement, index: usize);
}

/// Puts a text into a text box.
pub fn set_text(element: &Live, text: &str) {
    type_text(element, text);
    events::changed(element);
    events::leave(element);
}

/// Puts a text into a text box without leaving it, as much of it as a person could type there.
pub fn type_text(element: &Live, text: &str) {
    let most = attribute(element, "maxlength").parse().unwrap_or(usize::MAX);
    let text: &str = &text.chars().take(most).collect::<String>();
    events::enter(element);
    if element.is_instance_of::<HtmlInputElement>() {
        set_natively("HTMLInputElement", element, "value", &text.into());
    } else if element.is_instance_of::<HtmlTextAreaElement>() {
        set_natively("HTMLTextAreaElement", element, "value", &text.into());
    } else if is_editable(element) {
        element.set_text_content(Some(text));
    }
    events::input(element, text);
}

/// Chooses the option with this index in a `<select>`, and no other where it takes one only.
pub fn set_option(select: &HtmlSelectElement, index: usize) {
    events::enter(select);
    if select.has_attribute("multiple") {
        mark(select, index);
        events::chosen(select);
    } else {
        mark_option(select, index);
    }
    events::leave(select);
}

/// Marks one option of a list from which a button takes what is marked; the list itself keeps its focus.
pub fn mark_option(select: &HtmlSelectElement, index: usize) {
    if let Ok(index) = i32::try_from(index) {
        set_natively("HTMLSelectElement", select, "selectedIndex", &index.into());
    }
    events::chosen(select);
}

/// Ticks or unticks by a click, as a person does: every framework listens to that.
pub fn toggle(element: &Element) {
    match element.dyn_ref::<HtmlElement>() {
        Some(element) if tag(element) == "input" => element.click(),
        _ => events::click(element),
    }
}

/// Calls the browser's own setter of `property`, past one that a framework put on the element.
fn set_natively(interface: &str, element: &Element, property: &str, value: &JsValue) {
    let set = native_setter(interface, property).and_then(|setter| setter.call1(element, value));
    if set.is_err() {
        let _ = Reflect::set(element, &property.into(), value);
    }
}

fn native_setter(interface: &str, property: &str) -> Result<Function, JsValue> {
    let class = Reflect::get(&js_sys::global(), &interface.into())?;
    let prototype: Object = Reflect::get(&class, &"prototype".into())?.dyn_into()?;
    let descriptor = Object::get_own_property_descriptor(&prototype, &property.into());
    Reflect::get(&descriptor, &"set".into())?.dyn_into()
}
