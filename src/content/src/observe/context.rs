//! What stands around a control: its section's heading and the ids of its containers.

use super::name::text_of;
use super::roots::{Root, parent};
use super::{attribute, elements, folded, tag};
use web_sys::{Element, Node};

const HEADINGS: &str = "h1, h2, h3, h4, h5, h6, legend, [role=heading], .pbSubheader";
const FIELDS: &str = "input:not([type=hidden]), select, textarea, button";

/// Headings, legends and names of groups around an element, nearest first, at most three.
#[must_use]
pub fn sections(element: &Element) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut at = parent(element);
    for _ in 0..14 {
        let Some(around) = at else { break };
        if tag(&around) == "body" && !found.is_empty() {
            break;
        }
        for text in [group_name(&around), heading_before(&around, element)] {
            if !text.is_empty() && !found.contains(&text) {
                found.push(text);
            }
        }
        if found.len() >= 3 {
            break;
        }
        at = parent(&around);
    }
    found.truncate(3);
    found
}

fn group_name(around: &Element) -> String {
    let role = attribute(around, "role");
    if !matches!(
        role.as_str(),
        "group" | "region" | "dialog" | "form" | "radiogroup" | "tabpanel"
    ) {
        return String::new();
    }
    let label = attribute(around, "aria-label");
    let reference = attribute(around, "aria-labelledby");
    if label.is_empty() && !reference.is_empty() {
        let named = Root::of(around).and_then(|root| root.by_id(reference.split_ascii_whitespace().next()?));
        return named
            .map(|named| folded(&text_of(&named), 120))
            .unwrap_or_default();
    }
    folded(&label, 120)
}

/// The last heading before the element inside `around`, unless it heads another part that has fields of its own.
fn heading_before(around: &Element, element: &Element) -> String {
    let Ok(headings) = around.query_selector_all(HEADINGS) else {
        return String::new();
    };
    let before = elements(&headings)
        .take_while(|heading| {
            heading.compare_document_position(element) & Node::DOCUMENT_POSITION_FOLLOWING != 0
        })
        .last();
    match before {
        Some(heading) if heads(&heading, around, element) => folded(&text_of(&heading), 120),
        _ => String::new(),
    }
}

/// The heading's branch below `around` holds the element itself, or is nothing but a heading.
fn heads(heading: &Element, around: &Element, element: &Element) -> bool {
    let mut branch = heading.clone();
    while let Some(up) = branch.parent_element() {
        if up == *around {
            break;
        }
        branch = up;
    }
    branch.contains(Some(element)) || branch.query_selector(FIELDS).ok().flatten().is_none()
}

/// Ids of the elements around, nearest first, at most twelve.
#[must_use]
pub fn container_ids(element: &Element) -> Vec<String> {
    let mut ids = Vec::new();
    let mut at = parent(element);
    while let Some(around) = at {
        let id = around.id();
        if !id.is_empty() {
            ids.push(id);
        }
        if ids.len() == 12 {
            break;
        }
        at = parent(&around);
    }
    ids
}
