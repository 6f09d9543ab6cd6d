//! Choosing in what is no native select: list boxes that a combobox opens, radio buttons, cards.

use super::events;
use super::native::type_text;
use crate::observe::fields::is_card;
use crate::observe::live::Live;
use crate::observe::roots::all_roots;
use crate::observe::seen::scroll_on;
use crate::observe::{attribute, elements, tag};
use waymark_core::field::{Pick, Wanted, pick};
use waymark_core::read::options::{choice_elements, choice_label, controlled, is_chosen, is_disabled};
use waymark_core::read::role::role;
use waymark_core::read::visible::is_visible;
use waymark_core::snapshot::ChoiceOption;
use waymark_web::TimeoutFuture;
use waymark_web::shadow::ShadowReach;
use web_sys::Document;

/// Chooses in a custom control; it may need to be opened first. Whether it took is told by reading it back.
pub async fn choose(element: &Live, wanted: &Wanted, document: &Document) {
    match role(element).as_str() {
        "radio" | "option" => press_unless_chosen(element),
        "listbox" | "radiogroup" | "group" => {
            choose_among(&choice_elements(element), wanted);
        }
        _ if element.has_attribute("aria-pressed") || is_card(element) => press_unless_chosen(element),
        _ => open_and_choose(element, wanted, document).await,
    }
}

fn press_unless_chosen(element: &Live) {
    if !is_chosen(element) {
        events::click(element);
    }
}

/// Opens a combobox, waits up to 4 s for the wanted option, which may be far down, and clicks it.
async fn open_and_choose(element: &Live, wanted: &Wanted, document: &Document) {
    let before = leaves(document);
    if attribute(element, "aria-expanded") != "true" {
        events::click(element);
    }
    let label = label_of(wanted);
    for attempt in 0..40 {
        if choose_among(&open_options(element, document, &before), wanted) {
            return;
        }
        // Long lists show an option only once its name was typed.
        if attempt == 6 && tag(element) == "input" && !element.has_attribute("readonly") {
            // To leave the box would close the list.
            type_text(element, &label);
        }
        if attempt > 6 {
            scroll_on(&all_roots(document, &ShadowReach::new(), None));
        }
        TimeoutFuture::new(100).await;
    }
    if attribute(element, "aria-expanded") == "true" {
        events::click(element);
    }
}

fn label_of(wanted: &Wanted) -> String {
    match wanted {
        Wanted::Text(text) => text.clone(),
        Wanted::Option { labels, .. } | Wanted::Something(labels) => {
            labels.first().cloned().unwrap_or_default()
        }
        Wanted::Checked(_) => String::new(),
    }
}

/// The visible options of the list that the combobox says it controls, else of any list that is open, else whatever has
/// appeared since it was pressed.
fn open_options(element: &Live, document: &Document, before: &[Live]) -> Vec<Live> {
    let own = controlled(element)
        .map(|list| choice_elements(&list))
        .unwrap_or_default();
    let options = if own.is_empty() {
        all_options(document)
    } else {
        own
    };
    let shown: Vec<Live> = options.into_iter().filter(is_visible).collect();
    if !shown.is_empty() {
        return shown;
    }
    let new = leaves(document)
        .into_iter()
        .filter(|leaf| !before.contains(leaf) && !element.contains(Some(leaf)));
    new.filter(is_visible).collect()
}

/// The innermost elements, which hold the page's texts.
fn leaves(document: &Document) -> Vec<Live> {
    let found =
        document.query_selector_all("div:not(:has(*)), span:not(:has(*)), li:not(:has(*)), a:not(:has(*))");
    found.map(|found| elements(&found).collect()).unwrap_or_default()
}

fn all_options(document: &Document) -> Vec<Live> {
    let mut found = Vec::new();
    for root in all_roots(document, &ShadowReach::new(), None) {
        if let Some(list) = root.query("[role=option], [role=menuitemradio], [role=listbox] li") {
            found.extend(elements(&list));
        }
    }
    found
}

/// Clicks the wanted one of these; `false` where it is not clearly among them.
pub fn choose_among(choices: &[Live], wanted: &Wanted) -> bool {
    let offered: Vec<ChoiceOption> = choices
        .iter()
        .map(|choice| ChoiceOption {
            value: attribute(choice, "data-value"),
            label: choice_label(choice),
            selected: is_chosen(choice),
        })
        .collect();
    let Pick::Option(index) = pick(&offered, wanted) else {
        return false;
    };
    match choices.get(index) {
        Some(choice) if !is_disabled(choice) => {
            press_unless_chosen(choice);
            true
        }
        _ => false,
    }
}
