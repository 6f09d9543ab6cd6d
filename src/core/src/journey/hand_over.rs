//! Handing a journey over: from the administrator's browser to the form builder's and back, as a file without secrets.

use super::{Ending, State, StepState, walk};
use crate::guide::Guide;
use crate::host::{Host, classify};
use crate::inputs::InputKey;
use crate::json::Json;

/// Stands in every such file, and is raised when the file's shape changes.
const KIND: &str = "waymark hand-over 1";

/// The file: which org, what was entered, and which steps have ended. No session, token or record of the org is in it, and nothing
/// that a private window showed.
#[must_use]
pub fn hand_over(state: &State) -> String {
    let text = |text: &str| Json::from(text);
    let typed = state.inputs.typed.iter();
    let inputs = typed.map(|key| (key.name().to_owned(), text(state.inputs.value(*key))));
    let steps = state.steps.iter().filter(|(_, step)| !step.private);
    let steps = steps.map(|(id, step)| (id.clone(), text(name(step.ending))));
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
