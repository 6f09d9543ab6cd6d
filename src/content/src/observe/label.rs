//! The label that stands before a control without belonging to it by markup, as in Classic's tables.

use super::name::{first_line, labels_text, text_of};
use super::{attribute, folded, tag};
use web_sys::Element;

const CONTROLS: &str =
    "input:not([type=hidden]), select, textarea, button, [role=combobox], [role=textbox], [role=listbox]";
const LIMIT: usize = 80;

/// The label of a field, or the first line of a card or link of several lines; empty where there is none.
#[must_use]
pub fn label(element: &Element, role: &str) -> String {
    let text = match role {
        "textbox" | "searchbox" | "combobox" | "listbox" | "checkbox" | "radio" | "switch" | "spinbutton"
        | "radiogroup" | "group" => {
            let own = labels_text(element);
            if own.trim().is_empty() {
                before(element)
            } else {
                own
            }
        }
        _ if element.child_element_count() > 0 => first_line(element),
        _ => String::new(),
    };
    folded(&text, LIMIT)
}

/// The nearest text before the control with no other control in between, up to four levels out.
fn before(element: &Element) -> String {
    let mut around = Some(element.clone());
    for _ in 0..4 {
        let Some(current) = around else { break };
        let mut sibling = current.previous_element_sibling();
        while let Some(candidate) = sibling {
            if holds_control(&candidate) {
                return String::new();
            }
            let text = folded(&text_of(&candidate), LIMIT + 1);
            if !text.is_empty() {
                return if text.chars().count() > LIMIT {
                    String::new()
                } else {
                    text
                };
            }
            sibling = candidate.previous_element_sibling();
        }
        if matches!(tag(&current).as_str(), "tr" | "form" | "fieldset" | "body")
            || attribute(&current, "role") == "row"
        {
            break;
        }
        around = current.parent_element();
    }
    String::new()
}

fn holds_control(element: &Element) -> bool {
    element.matches(CONTROLS).unwrap_or(false) || element.query_selector(CONTROLS).ok().flatten().is_some()
}
