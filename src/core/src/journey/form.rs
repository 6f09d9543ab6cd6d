//! The form as pages of Jotform show it: the builder has its questions, the form's own page what may hide them.

use super::{Frame, State};
use crate::form::{Form, Question};
use crate::host::{Host, classify_with};
use crate::page::PageKind;

/// How Jotform begins the title of a copy, until somebody gives it another one (seen in saved forms).
const COPY: &str = "Clone of ";

impl State {
    /// The form, as far as pages have shown it; without questions before one of them did.
    #[must_use]
    pub fn seen_form(&self) -> Form {
        let (private, own) = (&self.private.seen_form, &self.seen_form);
        let (mut form, other) = if private.questions.is_empty() {
            (own.clone(), private)
        } else {
            (private.clone(), own)
        };
        if form.id == other.id {
            form.encrypted |= other.encrypted;
            form.cloned |= other.cloned;
            keep_conditions(&mut form.questions, &other.questions);
        }
        form
    }
}

/// Takes what a page shows of the journey's form.
pub(super) fn learn(state: &mut State, frame: &Frame, observed: Vec<Question>, title: &str, private: bool) {
    let Some(id) = frame.page.record.clone() else {
        return;
    };
    let own_domain = state.inputs.own_domain();
    let is_builder = matches!(
        classify_with(&frame.host, own_domain.as_deref()),
        Host::Jotform(_)
    ) && frame.page.kind != PageKind::OtherJotform;
    let is_own_page = matches!(frame.page.kind, PageKind::OtherJotform | PageKind::Explained);
    let is_form = state.form() == Some(id.as_str());
    if observed.is_empty() || !is_form || !(is_builder || is_own_page) {
        return;
    }
    let known = if private {
        &mut state.private.seen_form
    } else {
        &mut state.seen_form
    };
    if known.id != id {
        *known = Form {
            id,
            ..Form::default()
        };
    }
    known.cloned = title.starts_with(COPY);
    let is_encrypted = observed.iter().any(Question::says_encrypted);
    let mut questions: Vec<Question> = observed.into_iter().filter(|it| !it.id.is_empty()).collect();
    // The builder's star after a needed question is not its text.
    for question in &mut questions {
        let text = question.label.trim_end_matches(['*', ' ']).len();
        question.label.truncate(text);
    }
    if is_builder {
        keep_conditions(&mut questions, &known.questions);
        known.questions = questions;
        return;
    }
    known.encrypted = is_encrypted;
    if known.questions.is_empty() {
        known.questions = questions;
        return;
    }
    for question in &mut known.questions {
        question.conditional = questions
            .iter()
            .any(|shown| shown.id == question.id && shown.conditional);
    }
}

/// Takes the questions that Jotform's API has told of the journey's form.
pub(super) fn read(state: &mut State, mut questions: Vec<Question>) {
    let id = state.form().unwrap_or_default().to_owned();
    let known = &mut state.seen_form;
    if known.id == id {
        keep_conditions(&mut questions, &known.questions);
    } else {
        *known = Form {
            id,
            ..Form::default()
        };
    }
    known.questions = questions;
}

/// What is known to be hidden at times stays so where a page does not tell.
fn keep_conditions(questions: &mut [Question], known: &[Question]) {
    for question in questions {
        question.conditional |= known
            .iter()
            .any(|before| before.id == question.id && before.conditional);
    }
}
