//! What a field shows, compared with what is wanted. Never of a password box.

use super::live::Live;
use super::{attribute, tag};
use wasm_bindgen::JsCast;
use waymark_core::field::{Control, FieldState, Pick, Wanted, checked_state, choice_state, pick, text_state};
use waymark_core::read::name::{first_line, text_of};
use waymark_core::read::options::{controlled, is_chosen, is_disabled, is_secret, options};
use waymark_core::read::role::{is_editable, role};
use waymark_core::read::{Element, folded};
use waymark_core::snapshot::ChoiceOption;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

/// The state of a field whose control takes a value by itself (a dueling list is read by [`dueling_state`]).
#[must_use]
pub fn state(element: &Live, control: &Control, wanted: &Wanted, by_user: bool) -> FieldState {
    if is_secret(element) {
        return FieldState::ReadOnly;
    }
    let state = match control {
        Control::Text => text_state(&text_value(element), wanted, by_user),
        Control::Checkbox => checked_state(is_ticked(element), wanted, by_user),
        Control::Choice | Control::DuelingList { .. } => choice(element, wanted, by_user),
    };
    if state != FieldState::Matches && is_disabled(element) && !opens_a_list(element) {
        FieldState::ReadOnly
    } else {
        state
    }
}

/// The state of a pair of lists: the wanted option is in the chosen one, can be taken over, or is in neither.
#[must_use]
pub fn dueling_state(available: Option<&Live>, chosen: Option<&Live>, wanted: &Wanted) -> FieldState {
    let holds = |list: Option<&Live>| {
        list.is_some_and(|list| matches!(pick(&options(list, &role(list)), wanted), Pick::Option(_)))
    };
    match (available, chosen) {
        (_, Some(_)) if holds(chosen) => FieldState::Matches,
        (Some(_), Some(_)) if holds(available) => FieldState::Empty,
        (Some(_), Some(_)) => FieldState::NotOffered,
        _ => FieldState::NotFound,
    }
}

/// What a text box holds.
#[must_use]
pub fn text_value(element: &Live) -> String {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.value()
    } else if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        area.value()
    } else if is_editable(element) {
        element.text_content()
    } else {
        text_of(element)
    }
}

/// A check box, or something that says it is one, is ticked.
#[must_use]
pub fn is_ticked(element: &Live) -> bool {
    match element.dyn_ref::<HtmlInputElement>() {
        Some(input) if tag(element) == "input" && attribute(element, "role").is_empty() => input.checked(),
        _ => is_chosen(element),
    }
}

fn choice(element: &Live, wanted: &Wanted, by_user: bool) -> FieldState {
    let own_role = role(element);
    if says_whether_chosen(element) {
        return if is_chosen(element) {
            FieldState::Matches
        } else {
            FieldState::Empty
        };
    }
    let offered = options(element, &own_role);
    if shows_its_options(element, &own_role) && !offered.is_empty() {
        return choice_state(&offered, wanted, by_user);
    }
    shown_choice(element, &offered, wanted, by_user)
}

/// One of several to choose from, that shows by itself whether it is chosen.
#[must_use]
pub fn says_whether_chosen(element: &Live) -> bool {
    matches!(role(element).as_str(), "radio" | "option")
        || element.has_attribute("aria-pressed")
        || is_card(element)
}

/// Several lines, and it says nothing about itself: a card that is chosen by pressing it.
#[must_use]
pub fn is_card(element: &Live) -> bool {
    role(element) == "generic" && first_line(element) != folded(&text_of(element), 200)
}

fn shows_its_options(element: &Live, own_role: &str) -> bool {
    tag(element) == "select" || matches!(own_role, "listbox" | "radiogroup" | "group")
}

/// A combobox that is closed shows its choice as text; a placeholder is no choice.
fn shown_choice(element: &Live, offered: &[ChoiceOption], wanted: &Wanted, by_user: bool) -> FieldState {
    if let Some(chosen) = offered.iter().find(|option| option.selected) {
        return choice_state(std::slice::from_ref(chosen), wanted, by_user).or_differs(chosen, by_user);
    }
    let placeholder = element
        .first("[class*=placeholder i], [data-placeholder]")
        .is_some_and(|inner| !text_of(&inner).trim().is_empty());
    let shown = folded(&text_value(element), 80);
    let is_prompt = placeholder || looks_like_a_prompt(&shown);
    match text_state(&shown, wanted, by_user) {
        FieldState::Differs { .. } if placeholder || (is_prompt && !by_user) => FieldState::Empty,
        FieldState::Matches
            if matches!(wanted, Wanted::Something(_)) && is_prompt && (placeholder || !by_user) =>
        {
            FieldState::Empty
        }
        state => state,
    }
}

/// "Select an object", "Choose…": a prompt of a control that holds nothing yet.
fn looks_like_a_prompt(shown: &str) -> bool {
    let shown = shown.to_lowercase();
    let opens = |word: &str| shown.starts_with(word);
    shown.ends_with('…') || shown.ends_with("...") || opens("select ") || opens("choose ") || opens("please ")
}

/// It opens a list elsewhere: its text is read-only while it still can be chosen from.
#[must_use]
pub fn opens_a_list(element: &Live) -> bool {
    role(element) == "combobox" && element.matches("[readonly]") && !element.is_disabled()
        || controlled(element).is_some() && !element.is_disabled()
}

trait OrDiffers {
    fn or_differs(self, chosen: &ChoiceOption, by_user: bool) -> FieldState;
}

impl OrDiffers for FieldState {
    /// With a single option at hand "not offered" only means that another one is chosen.
    fn or_differs(self, chosen: &ChoiceOption, by_user: bool) -> FieldState {
        match self {
            FieldState::NotOffered => FieldState::Differs {
                seen: chosen.label.clone(),
                by_user,
            },
            state => state,
        }
    }
}
