//! The accessible role: what the element says it is, else what its tag implies.

use super::{attribute, tag};
use web_sys::Element;

/// The computed role; empty where there is none.
#[must_use]
pub fn role(element: &Element) -> String {
    let explicit = attribute(element, "role");
    match explicit.split_ascii_whitespace().next() {
        Some(first) if !matches!(first, "presentation" | "none") => first.to_ascii_lowercase(),
        _ => implied(element).to_owned(),
    }
}

fn implied(element: &Element) -> &'static str {
    let name = tag(element);
    match name.as_str() {
        "a" | "area" => link(element),
        "button" | "summary" => "button",
        "select" => select(element),
        "textarea" => "textbox",
        "input" => input(element),
        "option" => "option",
        "li" => "listitem",
        "img" => "img",
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => "heading",
        "fieldset" => "group",
        "dialog" => "dialog",
        "nav" => "navigation",
        _ if is_editable(element) => "textbox",
        _ if is_pressable(element) => "generic",
        _ => "",
    }
}

/// Says nothing about itself and holds no other control, but can be focused, or shows a hand to the pointer: people press
/// it, and it may stand for any control.
#[must_use]
pub fn is_pressable(element: &Element) -> bool {
    const ALONE: &str = ":not(:has(a, button, input, select, textarea, [tabindex], [role]))";
    let matches = |selector: &str| element.matches(&[selector, ALONE].concat()).unwrap_or(false);
    matches("[tabindex]:not([tabindex^='-'])")
        || (matches(":is(div, span, li, section, article):not([tabindex])")
            && shows_a_hand(element)
            && !element
                .parent_element()
                .is_some_and(|around| shows_a_hand(&around)))
}

fn shows_a_hand(element: &Element) -> bool {
    let style = web_sys::window().and_then(|window| window.get_computed_style(element).ok().flatten());
    style.is_some_and(|style| {
        style
            .get_property_value("cursor")
            .is_ok_and(|cursor| cursor == "pointer")
    })
}

/// Classic uses anchors without an address as buttons: to a person they are links all the same.
fn link(element: &Element) -> &'static str {
    if element.has_attribute("href") || element.has_attribute("onclick") {
        "link"
    } else {
        ""
    }
}

fn select(element: &Element) -> &'static str {
    let rows = attribute(element, "size").parse::<u32>().unwrap_or(0);
    if element.has_attribute("multiple") || rows > 1 {
        "listbox"
    } else {
        "combobox"
    }
}

fn input(element: &Element) -> &'static str {
    match attribute(element, "type").to_ascii_lowercase().as_str() {
        "button" | "submit" | "reset" | "image" => "button",
        "checkbox" => "checkbox",
        "radio" => "radio",
        "range" => "slider",
        "number" => "spinbutton",
        "hidden" | "password" | "file" | "color" => "",
        _ if element.has_attribute("list") => "combobox",
        "search" => "searchbox",
        _ => "textbox",
    }
}

/// `contenteditable` without being switched off.
#[must_use]
pub fn is_editable(element: &Element) -> bool {
    element
        .get_attribute("contenteditable")
        .is_some_and(|value| !value.eq_ignore_ascii_case("false"))
}
