//! What stands in the card. The words come with the task.

use super::build::{add, button, icon_button, set, style};
use waymark_core::field::{FieldState, Wanted};
use waymark_core::message::CardAction;
use waymark_core::view::{CardButton, CardView, FieldWords, Tone};
use web_sys::HtmlElement;

/// One line of the card's list of fields.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldLine {
    /// The field's label.
    pub label: String,
    /// What it should hold.
    pub wanted: Wanted,
    /// What it shows.
    pub state: FieldState,
    /// The spotlight is on it.
    pub pointed: bool,
}

/// What the card shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Content {
    /// The words.
    pub view: CardView,
    /// A line for each field.
    pub fields: Vec<FieldLine>,
    /// Fields are being filled.
    pub filling: bool,
}

/// Replaces what the card shows.
pub fn fill_in(card: &HtmlElement, content: &Content) {
    card.set_text_content(None);
    let view = &content.view;
    head(card, view);
    if let Some(bar) = add(card, "div", "bar", "") {
        set(&bar, "role", "progressbar");
        set(&bar, "aria-label", &view.progress);
        set(&bar, "aria-valuemin", "0");
        set(&bar, "aria-valuemax", "100");
        set(&bar, "aria-valuenow", &view.percent.to_string());
        if let Some(done) = add(&bar, "i", "", "") {
            style(&done, "width", &(view.percent.to_string() + "%"));
        }
    }
    add(card, "h2", "what", &view.what);
    if !view.why.is_empty() {
        add(card, "p", "why", &view.why);
    }
    for notice in &view.notices {
        add(card, "p", tone_class(notice.tone), &notice.text);
    }
    if let Some(reason) = &view.not_shown {
        add(card, "p", "notice warning", reason);
    }
    if let (Some(words), false) = (&view.field_words, content.fields.is_empty()) {
        fields(card, words, &content.fields);
    }
    actions(card, content);
}

fn head(card: &HtmlElement, view: &CardView) {
    let Some(head) = add(card, "div", "head", "") else {
        return;
    };
    if let Some(place) = add(&head, "div", "where", "") {
        add(&place, "b", "", &view.section);
        if !view.progress.is_empty() {
            let separator = if view.section.is_empty() { "" } else { " · " };
            add(&place, "span", "", &(separator.to_owned() + &view.progress));
        }
    }
    icon_button(&head, "minimise", &view.minimise, "M3 8h10");
    if let Some(close) = view
        .actions
        .iter()
        .find(|button| button.action == CardAction::Close)
    {
        icon_button(
            &head,
            &action_name(view, close),
            &close.label,
            "M4 4l8 8M12 4l-8 8",
        );
    }
}

/// Buttons are named by their place among the actions: `data-do="action 2"`.
fn action_name(view: &CardView, button: &CardButton) -> String {
    let at = view
        .actions
        .iter()
        .position(|other| other == button)
        .unwrap_or_default();
    "action ".to_owned() + &at.to_string()
}

fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "notice good",
        Tone::Note => "notice",
        Tone::Warning => "notice warning",
        Tone::Wrong => "notice wrong",
    }
}

fn fields(card: &HtmlElement, words: &FieldWords, lines: &[FieldLine]) {
    let Some(list) = add(card, "ul", "fields", "") else {
        return;
    };
    for line in lines {
        let (class, words) = state_words(words, line);
        let Some(item) = add(&list, "li", class, "") else {
            continue;
        };
        if line.pointed {
            set(&item, "aria-current", "true");
        }
        let Some(text) = add(&item, "div", "field", "") else {
            continue;
        };
        add(&text, "b", "", &line.label);
        add(&text, "span", "", &words);
    }
}

fn state_words(words: &FieldWords, line: &FieldLine) -> (&'static str, String) {
    let (class, template, seen) = match &line.state {
        FieldState::Matches => ("matches", &words.matches, ""),
        FieldState::Empty => ("empty", &words.empty, ""),
        FieldState::Differs { seen, by_user: true } => ("differs", &words.by_user, seen.as_str()),
        FieldState::Differs { seen, by_user: false } => ("differs", &words.differs, seen.as_str()),
        FieldState::NotOffered => ("missing", &words.not_offered, ""),
        FieldState::ReadOnly => ("missing", &words.read_only, ""),
        FieldState::NotFound => ("missing", &words.not_found, ""),
        FieldState::Busy => ("busy", &words.busy, ""),
    };
    let wanted = match &line.wanted {
        Wanted::Text(text) => text.as_str(),
        Wanted::Option { labels, .. } | Wanted::Something(labels) => {
            labels.first().map_or("", String::as_str)
        }
        Wanted::Checked(true) => "☑",
        Wanted::Checked(false) => "☐",
    };
    (
        class,
        template.replace("{seen}", seen).replace("{wanted}", wanted),
    )
}

fn actions(card: &HtmlElement, content: &Content) {
    let Some(row) = add(card, "div", "actions", "") else {
        return;
    };
    let view = &content.view;
    let done = content
        .fields
        .iter()
        .all(|line| line.state == FieldState::Matches);
    if let Some(label) = &view.fill {
        let class = if done { "" } else { "primary" };
        if let (Some(button), true) = (button(&row, class, "fill", label), content.filling) {
            set(&button, "aria-disabled", "true");
        }
    }
    for action in &view.actions {
        if action.action == CardAction::Close {
            continue;
        }
        let class = match (action.primary, action.action) {
            (true, _) => "primary",
            (false, CardAction::Back | CardAction::Forward | CardAction::Skip | CardAction::SavePage) => {
                "plain"
            }
            _ => "",
        };
        button(&row, class, &action_name(view, action), &action.label);
    }
}
