//! The label that stands before a control without belonging to it by markup, as in Classic's tables.

use super::name::{first_line, labels_text, text_of};
use super::{Child, Element, attribute, folded};

const CONTROLS: &str = "input:not([type=hidden]), select, textarea, button, [role=combobox], [role=textbox], \
    [role=listbox], [tabindex='0']";
const LIMIT: usize = 80;

/// The label of a field, or the first line of a card or link of several lines; empty where there is none.
#[must_use]
pub fn label(element: &impl Element, role: &str) -> String {
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
        _ if element.first_element().is_some() => first_line(element),
        _ => String::new(),
    };
    folded(&text, LIMIT)
}

/// What has this role may have its label around it, at most four elements farther out or in the head of its table.
#[must_use]
pub fn looks_around(role: &str) -> bool {
    matches!(
        role,
        "checkbox"
            | "radio"
            | "switch"
            | "textbox"
            | "searchbox"
            | "combobox"
            | "listbox"
            | "spinbutton"
            | "radiogroup"
            | "group"
            | "generic"
    )
}

/// What stands for a control without saying which: a card is called by its first line, a switch by the text after it, a box
/// that opens a list by the text before it.
fn of_pressable(element: &impl Element) -> String {
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
fn after(element: &impl Element) -> String {
    for node in element.following() {
        let text = match node {
            Child::Element(next) if holds_control(&next) => return String::new(),
            Child::Element(next) => first_line(&next),
            Child::Text(text) => text,
        };
        if !text.trim().is_empty() {
            return folded(&text, LIMIT);
        }
    }
    String::new()
}

/// In a table's row of several controls: what the row and the column are called, for example "Email Read Access".
fn headers(element: &impl Element) -> Option<String> {
    let cell = element.closest("td")?;
    let row = cell.parent_element()?;
    let with_controls = cells(&row).filter(holds_control).count();
    if with_controls < 2 {
        return None;
    }
    let at = cells(&row).position(|it| it == cell)?;
    let head = row.closest("table")?.first("tr")?;
    let column = cells(&head).nth(at).filter(|it| it.tag() == "th")?;
    let name = cells(&row).next().filter(|first| !holds_control(first))?;
    Some([text_of(&name).trim(), text_of(&column).trim()].join(" "))
}

fn cells<E: Element>(row: &E) -> impl Iterator<Item = E> + use<E> {
    std::iter::successors(row.first_element(), E::next_element)
}

/// The nearest text before the control with no other control in between, up to four levels out.
fn before(element: &impl Element) -> String {
    let mut around = Some(element.clone());
    for _ in 0..4 {
        let Some(current) = around else { break };
        let mut sibling = current.previous_element();
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
            sibling = candidate.previous_element();
        }
        if matches!(current.tag().as_str(), "tr" | "form" | "fieldset" | "body")
            || attribute(&current, "role") == "row"
        {
            break;
        }
        around = current.parent_element();
    }
    String::new()
}

fn holds_control(element: &impl Element) -> bool {
    element.matches(CONTROLS) || element.first(CONTROLS).is_some()
}
