//! Direct links to a step's page, on the host where the user has Setup.

use super::{State, Tab, notices, submission};
use crate::field::RecordKey;
use crate::guide::{Place, Step};
use crate::host::lightning_host;
use crate::inputs::InputKey;
use crate::page::{self, DocumentFacts};

/// The address of the step's page; `None` where nothing that it needs is known yet.
#[must_use]
pub fn link(step: &Step, state: &State) -> Option<String> {
    let known = step.links.iter().find_map(|link| {
        let template = link
            .classic
            .as_deref()
            .filter(|_| state.classic)
            .unwrap_or(&link.path);
        let path = filled(template, state)?;
        let host = host(step.place, &path, state)?;
        Some(["https://", &host, &path].concat())
    });
    let is_sent = !notices::values(state, step).is_empty() && step.place == Place::Elsewhere;
    known.or_else(|| submission::filled_form(state).filter(|_| is_sent))
}

/// The step's link leads to the page that the tab shows already: a single-page app is on its way there by itself.
pub(super) fn leads_to_where_it_is(step: &Step, state: &State, tab: &Tab) -> bool {
    let own_domain = state.inputs.own_domain();
    let there = link(step, state)
        .map(|url| page::detect_with(&url, &DocumentFacts::default(), own_domain.as_deref()));
    let shown = tab.frames.values().find(|frame| frame.top);
    there.zip(shown).is_some_and(|(there, shown)| {
        there.record.is_some() && (there.kind, &there.record) == (shown.page.kind, &shown.page.record)
    })
}

fn host(place: Place, path: &str, state: &State) -> Option<String> {
    if place == Place::Jotform {
        return Some(state.jotform_host().to_owned());
    }
    if path.starts_with("/lightning/") {
        return state
            .setup_host
            .clone()
            .or_else(|| lightning_host(&state.core_host));
    }
    Some(state.core_host.clone()).filter(|host| !host.is_empty())
}

fn filled(template: &str, state: &State) -> Option<String> {
    let mut path = String::with_capacity(template.len() + 16);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, tail) = after.split_once('}')?;
        path.push_str(before);
        path.push_str(value(name, state)?);
        rest = tail;
    }
    path.push_str(rest);
    Some(path)
}

/// Values are letters, digits and underscores only, so they need no encoding however deep they stand.
fn value<'a>(name: &str, state: &'a State) -> Option<&'a str> {
    let value = match name {
        "permission_set" => state.record(RecordKey::PermissionSet)?,
        "user" => state.record(RecordKey::User)?,
        "form" => state.form()?,
        // A custom object stands in addresses by an id that is not known (Salesforce fact §2).
        "object" => Some(state.inputs.value(InputKey::Object)).filter(|object| !object.contains("__"))?,
        _ => return None,
    };
    let is_plain = !value.is_empty()
        && value
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    is_plain.then_some(value)
}
