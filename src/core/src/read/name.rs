//! The accessible name, in the order that browsers compute it.

use super::{Child, Element, attribute, folded};

const LIMIT: usize = 200;

/// The name of an element with this role, white space folded, at most 200 characters.
#[must_use]
pub fn accessible_name(element: &impl Element, role: &str) -> String {
    let own = element.tag();
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

fn by_reference(element: &impl Element) -> String {
    let ids = attribute(element, "aria-labelledby");
    if ids.is_empty() {
        return ids;
    }
    let texts: Vec<String> = ids
        .split_ascii_whitespace()
        .filter_map(|id| element.by_id(id))
        .map(|named| match named.attribute("aria-label") {
            Some(label) if !label.trim().is_empty() => label,
            _ => text_of(&named),
        })
        .collect();
    texts.join(" ")
}

fn by_native(element: &impl Element, own: &str) -> String {
    match own {
        "input" => match attribute(element, "type").to_ascii_lowercase().as_str() {
            kind @ ("submit" | "reset" | "button") => {
                let value = element.input_value();
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
        "fieldset" => element
            .first("legend")
            .map(|legend| text_of(&legend))
            .unwrap_or_default(),
        _ => String::new(),
    }
}

/// The texts of the `<label>`s that belong to a control.
#[must_use]
pub fn labels_text(element: &impl Element) -> String {
    let texts: Vec<String> = element.labels().map(|label| text_of(&label)).collect();
    texts.join(" ")
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
pub fn text_of(element: &impl Element) -> String {
    let mut text = String::new();
    collect(element, &mut text, 0);
    text
}

fn collect(element: &impl Element, text: &mut String, depth: u32) {
    for child in element.children() {
        if text.len() > LIMIT * 4 {
            return;
        }
        match child {
            Child::Text(own) => text.push_str(&own),
            Child::Element(inner) => collect_element(&inner, text, depth),
        }
    }
}

fn collect_element(element: &impl Element, text: &mut String, depth: u32) {
    let name = element.tag();
    if is_left_out(&name)
        || attribute(element, "aria-hidden") == "true"
        || depth > 12
        || !element.is_rendered()
    {
        return;
    }
    let inline = element.is_inline();
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
pub fn first_line(element: &impl Element) -> String {
    let mut text = String::new();
    collect_line(element, &mut text);
    folded(&text, LIMIT)
}

/// Collects until the first block with text ends; tells whether it has ended.
fn collect_line(element: &impl Element, text: &mut String) -> bool {
    for child in element.children() {
        match child {
            Child::Text(own) => text.push_str(&own),
            Child::Element(inner) => {
                let block = !inner.is_inline();
                if block && !text.trim().is_empty() {
                    return true;
                }
                let shown = !is_left_out(&inner.tag()) && attribute(&inner, "aria-hidden") != "true";
                if shown && (collect_line(&inner, text) || (block && !text.trim().is_empty())) {
                    return true;
                }
            }
        }
    }
    false
}

fn is_left_out(name: &str) -> bool {
    matches!(
        name,
        "script" | "style" | "template" | "select" | "textarea" | "input" | "svg" | "noscript"
    )
}
