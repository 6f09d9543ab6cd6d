//! The accessible name, in the order that browsers compute it.

use super::roots::Root;
use super::visible::is_rendered;
use super::{attribute, elements, folded, tag};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, Node, NodeList};

const LIMIT: usize = 200;

/// The name of an element with this role, white space folded, at most 200 characters.
#[must_use]
pub fn accessible_name(element: &Element, role: &str) -> String {
    let own = tag(element);
    let sources: [&dyn Fn() -> String; 6] = [
        &|| by_reference(element),
        &|| attribute(element, "aria-label"),
        &|| by_native(element, &own),
        &|| {
            if named_by_content(role) {
                text_of(element)
            } else {
                String::new()
            }
        },
        &|| attribute(element, "title"),
        &|| attribute(element, "placeholder"),
    ];
    sources
        .iter()
        .map(|source| folded(&source(), LIMIT))
        .find(|name| !name.is_empty())
        .unwrap_or_default()
}

fn by_reference(element: &Element) -> String {
    let ids = attribute(element, "aria-labelledby");
    if ids.is_empty() {
        return ids;
    }
    let Some(root) = Root::of(element) else {
        return String::new();
    };
    let texts: Vec<String> = ids
        .split_ascii_whitespace()
        .filter_map(|id| root.by_id(id))
        .map(|named| match named.get_attribute("aria-label") {
            Some(label) if !label.trim().is_empty() => label,
            _ => text_of(&named),
        })
        .collect();
    texts.join(" ")
}

fn by_native(element: &Element, own: &str) -> String {
    match own {
        "input" => match attribute(element, "type").to_ascii_lowercase().as_str() {
            kind @ ("submit" | "reset" | "button") => {
                let value = button_value(element);
                match (value.is_empty(), kind) {
                    (true, "submit") => "Submit".to_owned(),
                    (true, "reset") => "Reset".to_owned(),
                    _ => value,
                }
            }
            "image" => attribute(element, "alt"),
            _ => labels_text(element),
        },
        "select" | "textarea" | "button" => labels_text(element),
        "img" | "area" => attribute(element, "alt"),
        "fieldset" => first_child_text(element, "legend"),
        _ => String::new(),
    }
}

fn button_value(element: &Element) -> String {
    element
        .dyn_ref::<HtmlInputElement>()
        .map(HtmlInputElement::value)
        .unwrap_or_default()
}

/// The texts of the `<label>`s that belong to a control.
#[must_use]
pub fn labels_text(element: &Element) -> String {
    let texts: Vec<String> = native_labels(element)
        .map(|labels| elements(&labels).map(|label| text_of(&label)).collect())
        .unwrap_or_default();
    texts.join(" ")
}

fn native_labels(element: &Element) -> Option<NodeList> {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.labels()
    } else if let Some(select) = element.dyn_ref::<HtmlSelectElement>() {
        Some(select.labels())
    } else {
        element
            .dyn_ref::<HtmlTextAreaElement>()
            .map(HtmlTextAreaElement::labels)
    }
}

fn first_child_text(element: &Element, name: &str) -> String {
    let child = element.query_selector(name).ok().flatten();
    child.map(|child| text_of(&child)).unwrap_or_default()
}

fn named_by_content(role: &str) -> bool {
    matches!(
        role,
        "button"
            | "link"
            | "option"
            | "tab"
            | "treeitem"
            | "menuitem"
            | "menuitemcheckbox"
            | "menuitemradio"
            | "checkbox"
            | "radio"
            | "switch"
            | "heading"
            | "cell"
            | "gridcell"
            | "columnheader"
            | "rowheader"
            | "row"
            | "listitem"
            | "tooltip"
            | "generic"
            | ""
    )
}

/// The text that an element shows: alternative texts of images counted, form controls and hidden parts left out.
#[must_use]
pub fn text_of(element: &Element) -> String {
    let mut text = String::new();
    collect(element, &mut text, 0);
    text
}

fn collect(node: &Node, text: &mut String, depth: u32) {
    let mut child = node.first_child();
    while let Some(current) = child {
        if text.len() > LIMIT * 4 {
            return;
        }
        if current.node_type() == Node::TEXT_NODE {
            text.push_str(&current.node_value().unwrap_or_default());
        } else if let Some(element) = current.dyn_ref::<Element>() {
            collect_element(element, text, depth);
        }
        child = current.next_sibling();
    }
}

fn collect_element(element: &Element, text: &mut String, depth: u32) {
    let name = tag(element);
    if is_left_out(&name)
        || attribute(element, "aria-hidden") == "true"
        || depth > 12
        || !is_rendered(element)
    {
        return;
    }
    let inline = is_inline(element);
    if !inline {
        text.push(' ');
    }
    let label = attribute(element, "aria-label");
    if name == "img" {
        text.push_str(&attribute(element, "alt"));
    } else if label.trim().is_empty() {
        collect(element, text, depth + 1);
    } else {
        text.push_str(&label);
    }
    if !inline {
        text.push(' ');
    }
}

/// The first line of text in an element that holds several: a card's heading.
#[must_use]
pub fn first_line(element: &Element) -> String {
    let mut text = String::new();
    collect_line(element, &mut text);
    folded(&text, LIMIT)
}

/// Collects until the first block with text ends; tells whether it has ended.
fn collect_line(node: &Node, text: &mut String) -> bool {
    let mut child = node.first_child();
    while let Some(current) = child {
        if current.node_type() == Node::TEXT_NODE {
            text.push_str(&current.node_value().unwrap_or_default());
        } else if let Some(element) = current.dyn_ref::<Element>() {
            let name = tag(element);
            let block = !is_inline(element);
            if block && !text.trim().is_empty() {
                return true;
            }
            let shown = !is_left_out(&name) && attribute(element, "aria-hidden") != "true";
            if shown && (collect_line(element, text) || (block && !text.trim().is_empty())) {
                return true;
            }
        }
        child = current.next_sibling();
    }
    false
}

fn is_left_out(name: &str) -> bool {
    matches!(
        name,
        "script" | "style" | "template" | "select" | "textarea" | "input" | "svg" | "noscript"
    )
}

/// It flows with the text around it: style sheets make lines of `<b>` and `<span>` as often as of `<div>`.
fn is_inline(element: &Element) -> bool {
    let style = web_sys::window().and_then(|window| window.get_computed_style(element).ok().flatten());
    let display = style.and_then(|style| style.get_property_value("display").ok());
    display.is_none_or(|display| display.starts_with("inline") || display == "contents")
}
