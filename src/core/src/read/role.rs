//! The accessible role: what the element says it is, else what its tag implies.

use super::name::accessible_name;
use super::structure::structure;
use super::{Element, attribute};

/// What can be focused keeps its role, whatever it says.
const FOCUSABLE: &str = "a[href], button, input, select, textarea, [tabindex]";

/// The computed role of whatever can be a target; empty for what has none or only arranges and does not say so itself.
#[must_use]
pub fn role(element: &impl Element) -> String {
    match stated(element) {
        Some(role) if role.is_empty() && element.matches(FOCUSABLE) => implied(element).to_owned(),
        Some(role) => role,
        None => implied(element).to_owned(),
    }
}

/// The computed role as the browser has it, of what only arranges too; empty where there is none.
#[must_use]
pub fn computed_role(element: &impl Element) -> String {
    let role = role(element);
    match stated(element).as_deref() {
        Some("region") if accessible_name(element, "region").is_empty() => String::new(),
        None if role.is_empty() || role == "generic" => structure(element).to_owned(),
        _ => role,
    }
}

/// The first role of its attribute; empty where it is to have none.
fn stated(element: &impl Element) -> Option<String> {
    let explicit = attribute(element, "role");
    let first = explicit.split_ascii_whitespace().next()?.to_ascii_lowercase();
    let none = matches!(first.as_str(), "presentation" | "none");
    Some(if none { String::new() } else { first })
}

fn list_item(element: &impl Element) -> &'static str {
    let list = element.parent_element();
    if list.is_some_and(|list| list.matches("[role=none], [role=presentation]")) {
        ""
    } else {
        "listitem"
    }
}

/// A picture with an empty text in its place is decoration, unless it is named in another way.
fn image(element: &impl Element) -> &'static str {
    if element.matches("[alt='']:not([title], [aria-label])") {
        ""
    } else {
        "img"
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
        "li" => list_item(element),
        "img" => image(element),
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
        "file" => "button",
        "hidden" | "password" | "color" => "",
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
