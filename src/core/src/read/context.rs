//! What stands around a control: its section's heading and the ids of its containers.

use super::name::text_of;
use super::{Element, attribute, folded};

const HEADINGS: &str = "h1, h2, h3, h4, h5, h6, legend, [role=heading], .pbSubheader";
const FIELDS: &str = "input:not([type=hidden]), select, textarea, button";

/// Headings, legends and names of groups around an element, nearest first, at most three.
#[must_use]
pub fn sections(element: &impl Element) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    // In the tree of a host its shadow root's contents stand where the host does.
    let mut element = element.clone();
    let mut at = element.parent();
    for _ in 0..14 {
        let Some(around) = at else { break };
        if !around.contains(&element) {
            element = around.clone();
        }
        if around.tag() == "body" && !found.is_empty() {
            break;
        }
        for text in [group_name(&around), heading_before(&around, &element)] {
            if !text.is_empty() && !found.contains(&text) {
                found.push(text);
            }
        }
        if found.len() >= 3 {
            break;
        }
        at = around.parent();
    }
    found.truncate(3);
    found
}

fn group_name(around: &impl Element) -> String {
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
        let named = reference
            .split_ascii_whitespace()
            .next()
            .and_then(|id| around.by_id(id));
        return named
            .map(|named| folded(&text_of(&named), 120))
            .unwrap_or_default();
    }
    folded(&label, 120)
}

/// The last heading before the element inside `around`, unless it heads another part that has fields of its own.
fn heading_before<E: Element>(around: &E, element: &E) -> String {
    let before = around
        .query(HEADINGS)
        .take_while(|heading| heading.precedes(element))
        .last();
    match before {
        Some(heading) if heads(&heading, around, element) => folded(&text_of(&heading), 120),
        _ => String::new(),
    }
}

/// The heading's branch below `around` holds the element itself, or is nothing but a heading.
fn heads<E: Element>(heading: &E, around: &E, element: &E) -> bool {
    let mut branch = heading.clone();
    while let Some(up) = branch.parent_element() {
        if up == *around {
            break;
        }
        branch = up;
    }
    branch.contains(element) || branch.first(FIELDS).is_none()
}

/// Ids of the elements around, nearest first, at most twelve.
#[must_use]
pub fn container_ids(element: &impl Element) -> Vec<String> {
    let mut ids = Vec::new();
    let mut at = element.parent();
    while let Some(around) = at {
        let id = attribute(&around, "id");
        if !id.is_empty() {
            ids.push(id);
        }
        if ids.len() == 12 {
            break;
        }
        at = around.parent();
    }
    ids
}
