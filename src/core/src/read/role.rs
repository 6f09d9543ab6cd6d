//! The accessible role: what the element says it is, else what its tag implies.

use super::{Element, attribute};

/// The computed role; empty where there is none.
#[must_use]
pub fn role(element: &impl Element) -> String {
    let explicit = attribute(element, "role");
    match explicit.split_ascii_whitespace().next() {
        Some(first) if !matches!(first, "presentation" | "none") => first.to_ascii_lowercase(),
        _ => implied(element).to_owned(),
    }
}

fn implied(element: &impl Element) -> &'static str {
    let name = element.tag();
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
pub fn is_pressable(element: &impl Element) -> bool {
    element.matches(
        "[tabindex]:not([tabindex^='-']):not(:has(a, button, input, select, textarea, [tabindex], [role]))",
    ) || (element.matches(
        ":is(div, span, li, section, article):not([tabindex], :has(a, button, input, select, textarea, [tabindex], [role]))",
    ) && element.has_pointer()
        && !element.parent_element().is_some_and(|around| around.has_pointer()))
}

/// Classic uses anchors without an address as buttons: to a person they are links all the same.
fn link(element: &impl Element) -> &'static str {
    if element.attribute("href").is_some() || element.attribute("onclick").is_some() {
        "link"
    } else {
        ""
    }
}

fn select(element: &impl Element) -> &'static str {
    let rows = attribute(element, "size").parse::<u32>().unwrap_or(0);
    if element.attribute("multiple").is_some() || rows > 1 {
        "listbox"
    } else {
        "combobox"
    }
}

fn input(element: &impl Element) -> &'static str {
    match attribute(element, "type").to_ascii_lowercase().as_str() {
        "button" | "submit" | "reset" | "image" => "button",
        "checkbox" => "checkbox",
        "radio" => "radio",
        "range" => "slider",
        "number" => "spinbutton",
        "hidden" | "password" | "file" | "color" => "",
        _ if element.attribute("list").is_some() => "combobox",
        "search" => "searchbox",
        _ => "textbox",
    }
}

/// `contenteditable` without being switched off.
#[must_use]
pub fn is_editable(element: &impl Element) -> bool {
    element
        .attribute("contenteditable")
        .is_some_and(|value| !value.eq_ignore_ascii_case("false"))
}
