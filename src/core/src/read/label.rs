//! The label that stands before a control without belonging to it by markup, as in Classic's tables.

use super::name::{first_line, labels_text, text_of};
use super::options::is_disabled;
use super::visible::is_silent;
use super::{Child, Element, attribute, folded};

const CONTROLS: &str = "input:not([type=hidden]), select, textarea, button, [role=combobox], [role=textbox], \
    [role=listbox], [tabindex='0']";
const BUTTONS: &str = "button, a, input[type=button], input[type=image], [role=button]:not([aria-haspopup])";
const LIMIT: usize = 80;
/// So far out the text beside a control is looked for.
pub const LEVELS: u32 = 6;

/// The label of a field, or the first line of a card or link of several lines; empty where there is none.
#[must_use]
pub fn label(element: &impl Element, role: &str) -> String {
    let or = |text: String, other: &dyn Fn() -> String| if text.trim().is_empty() { other() } else { text };
    let text = match role {
        "checkbox" | "radio" | "switch" => {
            let own = or(labels_text(element), &|| headers(element).unwrap_or_default());
            or(own, &|| after_or_before(element))
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

/// What has this role may have its label around it, at most [`LEVELS`] elements farther out or in the head of its table.
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
        after_or_before(element)
    } else if folded(&own, LIMIT) == line {
        beside(element, Sort::Pressed)
    } else {
        line
    }
}

/// In a table's row of several controls: what the row and the column are called, for example "Email Read Access".
fn headers<E: Element>(element: &E) -> Option<String> {
    // A component may have the control in its own tree.
    let cell = std::iter::successors(Some(element.clone()), E::parent).find(|it| it.matches("td"))?;
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

/// The nearest text before the control with no other field in between.
fn before(element: &impl Element) -> String {
    beside(element, Sort::Field)
}

/// The nearest text beside a control that is ticked: its label stands after it as often as before it.
fn after_or_before(element: &impl Element) -> String {
    beside(element, Sort::Ticked)
}

/// What a text is the label of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Field,
    Ticked,
    /// It has a text of its own, and may be a box that opens a list or a mere button.
    Pressed,
}

fn beside(element: &impl Element, sort: Sort) -> String {
    let mut around = Some(element.clone());
    let mut is_nearest = true;
    for _ in 0..LEVELS {
        let Some(current) = around else { break };
        let sides = match (sort, is_nearest) {
            (Sort::Field | Sort::Pressed, _) => [Some(Side::Left), None],
            (Sort::Ticked, true) => [Some(Side::Right), Some(Side::Left)],
            // Farther out labels stand in columns of their own, the first one on the left.
            (Sort::Ticked, false) => [Some(Side::Left), Some(Side::Right)],
        };
        let mut is_blocked = false;
        for side in sides.into_iter().flatten() {
            match side.of(&current) {
                Beside::Text(text) => return text,
                Beside::Field => is_blocked |= matches!(side, Side::Left),
                Beside::Nothing => {}
            }
        }
        if is_blocked || is_row(&current) || (sort == Sort::Pressed && is_of_many(&current)) {
            break;
        }
        // What stands beside a host stands beside what its shadow root begins with.
        is_nearest = current.parent_element().is_none();
        around = current.parent();
    }
    String::new()
}

/// What stands in a row of buttons has no label before that row; a box that opens a list has nothing after it, but for rows that
/// have a control and a label of their own, and what is as if it were not there.
fn is_of_many<E: Element>(element: &E) -> bool {
    std::iter::successors(element.next_element(), E::next_element).any(|next| {
        let line = first_line(&next);
        let is_row = |control: E| first_line(&control) != line;
        if next.matches(CONTROLS) {
            let is_mark = next.matches("button") && !line.contains(char::is_alphanumeric);
            !is_mark && !is_spare(&next)
        } else {
            !line.is_empty() && !next.first(CONTROLS).is_some_and(is_row)
        }
    })
}

#[derive(Clone, Copy)]
enum Side {
    Left,
    Right,
}

impl Side {
    fn of(self, element: &impl Element) -> Beside {
        match self {
            Self::Left => left_of(element),
            Self::Right => right_of(element),
        }
    }
}

/// What stands on one side of an element.
enum Beside {
    /// A text, as long as it is.
    Text(String),
    /// A field, and any text beyond is its label.
    Field,
    /// Neither.
    Nothing,
}

fn left_of<E: Element>(element: &E) -> Beside {
    let siblings = std::iter::successors(element.previous_element(), E::previous_element);
    for candidate in siblings.filter(|it| !is_passed_over(it)) {
        if holds_control(&candidate) {
            return Beside::Field;
        }
        let decoration = attribute(&candidate, "aria-hidden") == "true";
        let text = text_of(&candidate);
        if !decoration && text.contains(char::is_alphanumeric) {
            // A label may have a hint under it, and a mark over it.
            let line = first_line(&candidate);
            let is_label = line.contains(char::is_alphanumeric);
            return Beside::Text(if is_label { line } else { text });
        }
    }
    Beside::Nothing
}

/// The first line of the text right after an element.
fn right_of<E: Element>(element: &E) -> Beside {
    for node in element.following() {
        let text = match node {
            Child::Element(next) if is_passed_over(&next) => continue,
            Child::Element(next) if holds_control(&next) => return Beside::Field,
            Child::Element(next) => first_line(&next),
            Child::Text(text) => text,
        };
        if !text.trim().is_empty() {
            return Beside::Text(folded(&text, LIMIT));
        }
    }
    Beside::Nothing
}

fn is_row(element: &impl Element) -> bool {
    element.matches("tr, form, fieldset, body, [role=row]")
}

fn holds_control(element: &impl Element) -> bool {
    element.matches(CONTROLS) || element.first(CONTROLS).is_some()
}

/// It stands between a label and its control and takes nothing of the label: a button for help, a twin that cannot be used or
/// seen.
fn is_passed_over(element: &impl Element) -> bool {
    element.matches(BUTTONS) || (element.matches(CONTROLS) && is_spare(element))
}

/// A twin that cannot be used, or is not there for everybody.
fn is_spare(element: &impl Element) -> bool {
    is_disabled(element) || is_silent(element) || !element.is_rendered()
}
