//! The label that stands before a control without belonging to it by markup, as in Classic's tables.

use super::name::{first_line, labels_text, text_of};
use super::{attribute, folded, tag};
use wasm_bindgen::JsCast;
use web_sys::Element;

const CONTROLS: &str = "input:not([type=hidden]), select, textarea, button, [role=combobox], [role=textbox], \
    [role=listbox], [tabindex='0']";
const LIMIT: usize = 80;

/// The label of a field, or the first line of a card or link of several lines; empty where there is none.
#[must_use]
pub fn label(element: &Element, role: &str) -> String {
    let or = |text: String, other: &dyn Fn() -> String| if text.trim().is_empty() { other() } else { text };
    let text = match role {
        "checkbox" | "radio" | "switch" => {
            let own = or(labels_text(element), &|| headers(element).unwrap_or_default());
            or(or(own, &|| after(element)), &|| before(element))
        }
        "textbox" | "searchbox" | "combobox" | "listbox" | "spinbutton" | "radiogroup" | "group" => {
            let own = or(labels_text(element), &|| headers(element).unwrap_or_default());
            or(own, &|| before(element))
        }
        "generic" => of_pressable(element),
        _ if element.child_element_count() > 0 => first_line(element),
        _ => String::new(),
    };
    folded(&text, LIMIT)
}

/// What stands for a control without saying which: a card is called by its first line, a switch by the text after it, a box
/// that opens a list by the text before it.
fn of_pressable(element: &Element) -> String {
    let own = text_of(element);
    let line = first_line(element);
    if own.trim().is_empty() {
        let text = after(element);
        if text.is_empty() { before(element) } else { text }
    } else if folded(&own, LIMIT) == line {
        before(element)
    } else {
        line
    }
}

/// The first line of the text right after a control.
fn after(element: &Element) -> String {
    let mut sibling = element.next_sibling();
    while let Some(node) = sibling {
        let text = match node.dyn_ref::<Element>() {
            Some(next) if holds_control(next) => return String::new(),
            Some(next) => first_line(next),
            None => node.text_content().unwrap_or_default(),
        };
        if !text.trim().is_empty() {
            return folded(&text, LIMIT);
        }
        sibling = node.next_sibling();
    }
    String::new()
}

/// In a table's row of several controls: what the row and the column are called, for example "Email Read Access".
fn headers(element: &Element) -> Option<String> {
    let cell = element.closest("td").ok()??;
    let row = cell.parent_element()?;
    let with_controls = cells(&row).filter(holds_control).count();
    if with_controls < 2 {
        return None;
    }
    let at = cells(&row).position(|it| it == cell)?;
    let head = row.closest("table").ok()??.query_selector("tr").ok()??;
    let column = cells(&head).nth(at).filter(|it| tag(it) == "th")?;
    let name = cells(&row).next().filter(|first| !holds_control(first))?;
    Some([text_of(&name).trim(), text_of(&column).trim()].join(" "))
}

fn cells(row: &Element) -> impl Iterator<Item = Element> {
    std::iter::successors(row.first_element_child(), Element::next_element_sibling)
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
            let decoration = attribute(&candidate, "aria-hidden") == "true";
            let text = folded(&text_of(&candidate), LIMIT + 1);
            if !decoration && text.contains(char::is_alphanumeric) {
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
