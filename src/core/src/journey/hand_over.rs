//! Handing a journey over: from the administrator's browser to the form builder's and back, as a file without secrets.

use super::{Choices, Ending, State, StepState, walk};
use crate::form::{Form, Mapped, Question};
use crate::guide::Guide;
use crate::host::{Host, classify};
use crate::inputs::InputKey;
use crate::json::Json;

/// Stands in every such file, and is raised when the file's shape changes.
const KIND: &str = "waymark hand-over 2";

/// The file: which org, what was entered, which questions the form has, which of them the user has mapped otherwise than was
/// proposed, and which steps have ended. No session, token or record of the org is in it, and nothing that a private window showed.
#[must_use]
pub fn hand_over(state: &State) -> String {
    let text = |text: &str| Json::from(text);
    let typed = state.inputs.typed.iter();
    let inputs = typed.map(|key| (key.name().to_owned(), text(state.inputs.value(*key))));
    let steps = state.steps.iter().filter(|(_, step)| !step.private);
    let steps = steps.map(|(id, step)| (id.clone(), text(name(step.ending))));
    let questions: Vec<String> = state.seen_form.questions.iter().map(Question::write).collect();
    let chosen = state.choices.chosen.iter();
    let chosen = chosen.map(|one| (one.question.clone(), text(&one.field)));
    Json::map(vec![
        ("kind", text(KIND)),
        ("guide", text(&state.guide)),
        ("host", text(&state.core_host)),
        ("org", text(state.org_name.as_deref().unwrap_or_default())),
        ("form", text(state.form.as_deref().unwrap_or_default())),
        (
            "jotform_host",
            text(state.jotform_host.as_deref().unwrap_or_default()),
        ),
        ("questions_of", text(&state.seen_form.id)),
        ("encrypted", Json::Flag(state.seen_form.encrypted)),
        ("copy", Json::Flag(state.seen_form.cloned)),
        ("questions", Json::texts(&questions)),
        ("chosen", Json::Map(chosen.collect())),
        ("inputs", Json::Map(inputs.collect())),
        ("steps", Json::Map(steps.collect())),
    ])
    .write()
}

/// Why a file is not taken over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is no such file, or of another version.
    NotOurs,
    /// It is of another org than this journey.
    OtherOrg,
}

/// Takes a file over: what was entered elsewhere is entered here, and what was done there is done. What has ended here already
/// stays as it is, and what the org itself proves is proven anew.
///
/// # Errors
/// What is wrong with the file; the state is then as it was.
pub(super) fn take_over(guide: &Guide, state: &mut State, file: &str) -> Result<(), Refused> {
    let file = Json::read(file).map_err(|_| Refused::NotOurs)?;
    let text = |key: &str| file.get(key).and_then(Json::text).unwrap_or_default();
    if text("kind") != KIND || text("guide") != state.guide {
        return Err(Refused::NotOurs);
    }
    let host = text("host");
    let is_org = |host: &str| matches!(classify(host), Host::Salesforce(found) if found.core_host == host);
    if !host.is_empty() && !is_org(host) {
        return Err(Refused::NotOurs);
    }
    if !host.is_empty() && !state.core_host.is_empty() && state.core_host != host {
        return Err(Refused::OtherOrg);
    }
    if state.core_host.is_empty() {
        host.clone_into(&mut state.core_host);
    }
    let org = text("org");
    if state.org_name.is_none() && !org.is_empty() {
        state.org_name = Some(org.to_owned());
    }
    if state.form.is_none() {
        state.form = Some(text("form").to_owned()).filter(|form| is_number(form));
    }
    let jotform_host = text("jotform_host");
    if state.jotform_host.is_none() && matches!(classify(jotform_host), Host::Jotform(_)) {
        state.jotform_host = Some(jotform_host.to_owned());
    }
    let core_host = state.core_host.clone();
    for key in InputKey::ALL {
        let value = file
            .get("inputs")
            .and_then(|inputs| inputs.get(key.name()))
            .and_then(Json::text);
        if let Some(value) = value {
            state.inputs.set(key, value, &core_host);
        }
    }
    take_over_form(state, &file);
    if let Some(Json::Map(steps)) = file.get("steps") {
        for (id, ending) in steps {
            let ending = match ending.text() {
                Some("done") => Ending::Done,
                Some("skipped") => Ending::Skipped,
                _ => continue,
            };
            if walk::find(guide, id).is_some() && !state.steps.contains_key(id) {
                let step = StepState {
                    ending,
                    private: false,
                };
                state.steps.insert(id.clone(), step);
            }
        }
    }
    Ok(())
}

/// The form as it was seen there, where it is this journey's, and what was chosen there.
fn take_over_form(state: &mut State, file: &Json) {
    let is = |key: &str| file.get(key).and_then(Json::flag).unwrap_or_default();
    let id = file.get("questions_of").and_then(Json::text);
    let questions = file.get("questions").and_then(Json::items).unwrap_or_default();
    let questions = questions.iter().filter_map(Json::text).map(Question::read);
    let questions: Vec<Question> = questions.collect();
    let are_read = questions.iter().all(|one| is_number(&one.id));
    if let Some(id) = state.form().filter(|form| id == Some(form))
        && are_read
        && !questions.is_empty()
    {
        state.seen_form = Form {
            id: id.to_owned(),
            questions,
            encrypted: is("encrypted"),
            cloned: is("copy"),
            ..Form::default()
        };
    }
    let Some(Json::Map(chosen)) = file.get("chosen").filter(|chosen| !chosen.is_empty()) else {
        return;
    };
    let chosen = chosen.iter().map(|(question, field)| Mapped {
        question: question.clone(),
        field: field.text().unwrap_or_default().to_owned(),
    });
    state.choices = Choices {
        chosen: chosen.collect(),
        before: Vec::new(),
    };
}

/// What the org proved there was done; here it is proven anew.
fn name(ending: Ending) -> &'static str {
    match ending {
        Ending::Done | Ending::Proven => "done",
        Ending::Skipped => "skipped",
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
