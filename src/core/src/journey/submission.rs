//! The test submission: what the card proposes to enter, so that it is known what was sent.
//!
//! The form's own page is not asked what somebody enters there: the values are the card's, and that they were sent is for the
//! person to say.

use super::State;
use super::mapping::mapping;
use crate::address::encode;
use crate::field::RecordKey;
use crate::form::{Mapped, Question};
use crate::host::{Host, JotformKind, classify};
use crate::inputs::{InputKey, objects};

/// Fields that take any text, so that nothing but automation changes it; what else they are, their description alone would say.
const TEXTS: [&str; 10] = [
    "FirstName",
    "LastName",
    "Name",
    "Company",
    "Email",
    "Title",
    "Description",
    "Subject",
    "SuppliedName",
    "SuppliedEmail",
];

/// One answer of the test submission.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Answer {
    /// How the form calls the question.
    pub(super) label: String,
    /// API name of the field that it goes into.
    pub(super) field: String,
    /// What to enter.
    pub(super) value: String,
    /// By what the form's address fills it in; empty where the question is not known.
    key: String,
}

/// What to enter in the test submission, for each mapped field that takes any text. Nothing where no record is made.
pub(super) fn proposed(state: &State) -> Vec<Answer> {
    if state.inputs.only_finds() {
        return Vec::new();
    }
    let form = state.seen_form();
    let fields: Vec<String> = state.inputs.items(InputKey::Fields).map(str::to_owned).collect();
    let mapped = mapping(state);
    let texts = fields.iter().filter(|field| TEXTS.contains(&field.as_str()));
    texts
        .filter_map(|field| {
            let name = || objects::field_labels(field).swap_remove(0);
            let (label, key) = if form.questions.is_empty() {
                (name(), String::new())
            } else {
                let from = &mapped.iter().find(|(one, _)| one.field == *field)?.0;
                let question = form.questions.iter().find(|it| it.id == from.question_id())?;
                let label = match from.question.split_once('.') {
                    Some(_) => name(),
                    // Of a name in parts one text cannot be told.
                    None if question.kind == "control_fullname" => return None,
                    None => question.label.clone(),
                };
                (label, key_of(question, from))
            };
            Some(Answer {
                label,
                key,
                field: field.clone(),
                value: value(field, &state.marker()),
            })
        })
        .collect()
}

/// The question's unique name, with the part where it has parts (Jotform fact §1).
fn key_of(question: &Question, from: &Mapped) -> String {
    let is_plain = |text: &str| {
        text.bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    match from.question.split_once('.') {
        _ if !is_plain(&question.name) => String::new(),
        Some((_, part)) if is_plain(part) => [&question.name, "[", part, "]"].concat(),
        Some(_) => String::new(),
        None => question.name.clone(),
    }
}

/// The form's own page with what is proposed filled in, so that only sending it is left. Where it stands is known of Jotform's main
/// host alone; of a form whose questions are not known, nothing can be filled in.
pub(super) fn filled_form(state: &State) -> Option<String> {
    let is_main = match classify(&state.builder_host()) {
        Host::Jotform(host) => host.kind == JotformKind::Standard,
        _ => false,
    };
    let answers = proposed(state);
    if !is_main || answers.is_empty() || answers.iter().any(|answer| answer.key.is_empty()) {
        return None;
    }
    let pair = |answer: &Answer| [&answer.key, "=", &encode(&answer.value)].concat();
    let pairs: Vec<String> = answers.iter().map(pair).collect();
    Some(["https://form.jotform.com/", state.form()?, "?", &pairs.join("&")].concat())
}

/// The record is found by its name, which is the mark alone; an address keeps its case in no org.
fn value(field: &str, marker: &str) -> String {
    match field {
        "FirstName" => "Test".to_owned(),
        "LastName" | "Name" | "Subject" => marker.to_owned(),
        "Email" | "SuppliedEmail" => [&marker.to_ascii_lowercase(), "@example.com"].concat(),
        _ => [marker, " ", field].concat(),
    }
}

impl State {
    /// What was sent, by API name of the field; nothing where something else would be proposed by now.
    #[must_use]
    pub fn sent_now(&self) -> Vec<(String, String)> {
        if is_sent(self) {
            self.sent.clone()
        } else {
            Vec::new()
        }
    }
}

/// The user has said that just this was sent.
pub(super) fn is_sent(state: &State) -> bool {
    !state.sent.is_empty() && state.sent == as_sent(state)
}

/// The record of a submission was found, and nobody has said what was sent.
pub(super) fn is_unconfirmed(state: &State) -> bool {
    state.checks_allowed == Some(true) && state.record(RecordKey::ProofRecord).is_some() && !is_sent(state)
}

/// Takes the user's word that what is proposed was sent.
pub(super) fn confirm(state: &mut State) {
    state.sent = as_sent(state);
}

fn as_sent(state: &State) -> Vec<(String, String)> {
    let answers = proposed(state).into_iter();
    answers.map(|answer| (answer.field, answer.value)).collect()
}
