//! The options of a choice, what is chosen of them, and what must not be touched.

use super::name::{called, first_line};
use super::role::role;
use super::{Element, attribute, folded};
use crate::snapshot::ChoiceOption;

const CHOICES: &str = "[role=option], [role=radio], input[type=radio]";
/// So many options of a list are read.
pub(super) const MOST_OPTIONS: u32 = 2000;

/// A password box is neither read nor filled.
#[must_use]
pub fn is_secret(element: &impl Element) -> bool {
    element.matches("[type=password i], [autocomplete*=password], [autocomplete*=one-time-code]")
}

/// Disabled or read-only, by itself, through its fieldset or through anything around it that says so.
#[must_use]
pub fn is_disabled(element: &impl Element) -> bool {
    element.is_disabled()
        || element.matches("[readonly], [aria-readonly=true]")
        || element.closest("[aria-disabled=true]").is_some()
}

/// The options of a select, a list box, a combobox that is open, or a group of radio buttons.
#[must_use]
pub fn options(element: &impl Element, role: &str) -> Vec<ChoiceOption> {
    if let Some(native) = element.native_options(MOST_OPTIONS) {
        return native;
    }
    match role {
        "listbox" | "radiogroup" | "group" => custom_options(element),
        "combobox" | "button" => controlled(element)
            .map(|list| custom_options(&list))
            .unwrap_or_default(),
        _ => Vec::new(),
    }
}

/// The list that a combobox opens, where it says which.
#[must_use]
pub fn controlled<E: Element>(element: &E) -> Option<E> {
    ["aria-controls", "aria-owns"].iter().find_map(|name| {
        let ids = attribute(element, name);
        ids.split_ascii_whitespace().find_map(|id| element.by_id(id))
    })
}

fn custom_options(list: &impl Element) -> Vec<ChoiceOption> {
    choice_elements(list)
        .iter()
        .map(|choice| ChoiceOption {
            value: [attribute(choice, "data-value"), attribute(choice, "value")]
                .into_iter()
                .find(|value| !value.is_empty())
                .unwrap_or_default(),
            label: choice_label(choice),
            selected: is_chosen(choice),
        })
        .collect()
}

/// The elements that stand for the options of a custom list or group.
#[must_use]
pub fn choice_elements<E: Element>(list: &E) -> Vec<E> {
    list.query(CHOICES).collect()
}

/// What an option of a custom list is called: of a card or a label with several lines the first.
#[must_use]
pub fn choice_label(choice: &impl Element) -> String {
    let line = match choice.labels().next() {
        Some(label) => first_line(&label),
        None if choice.first_element().is_some() => first_line(choice),
        None => String::new(),
    };
    if line.is_empty() {
        called(choice, &role(choice))
    } else {
        line
    }
}

/// A custom option, a switch or a radio button is chosen: it says so, or where it says nothing its class does.
#[must_use]
pub fn is_chosen(choice: &impl Element) -> bool {
    choice.is_checked()
        || choice.matches("[aria-selected=true], [aria-checked=true], [aria-pressed=true]")
        || (role(choice) == "generic"
            && choice
                .matches(".on, .checked, .selected, .chosen, .active, .isChecked, .isSelected, .isActive"))
}

/// A native option, as the browser gives its parts.
#[must_use]
pub fn native_option(value: String, label: &str, selected: bool) -> ChoiceOption {
    ChoiceOption {
        value,
        label: folded(label, 200),
        selected,
    }
}
