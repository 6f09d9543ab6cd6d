//! Planning and applying: what the user may confirm, what was written, and the way back.

use super::voice::Voice;
use super::{Effect, State, findings};
use crate::check::{Cause, CheckId};
use crate::guide::{Done, Step};
use crate::host::{Host, OrgKind, classify};
use crate::plan::{Applied, Plan, Write, commands, fits, metadata};
use crate::view::{Notice, PlanView, Tone};

/// The plan that stands to be confirmed.
fn chosen(state: &State) -> &Plan {
    if state.makes_user {
        &state.plans.with_user
    } else {
        &state.plans.without_user
    }
}

/// The user confirms what was shown; in production by typing the org's name.
pub(super) fn confirm(state: &mut State, key: &str, typed: &str) -> Vec<Effect> {
    let plan = chosen(state).clone();
    let is_named = match name_to_type(state) {
        Some(name) => typed.trim() == name,
        None => true,
    };
    let is_shown = plan.key() == key;
    if state.policy.apply_off
        || state.applying.is_some()
        || plan.is_empty()
        || !fits(&plan)
        || !is_shown
        || !is_named
    {
        return Vec::new();
    }
    state.applying = Some(plan);
    state.applied = None;
    vec![Effect::Apply]
}

/// What is known of a plan that was sent, or not.
pub(super) fn applied(state: &mut State, applied: Applied) {
    match applied {
        Applied::Done => state.written = state.applying.take(),
        // Only reading the org again tells: what was meant stays until then.
        Applied::Unknown => {}
        Applied::Refused(ref failure) => {
            state.applying = None;
            state.seen_wrong.extend(cause_of(&failure.code));
        }
        Applied::Changed | Applied::NotWritten => state.applying = None,
    }
    state.applied = Some(applied);
}

/// What the code of a refusal says that a reading of the org cannot (Salesforce fact §7, seen).
fn cause_of(code: &str) -> Option<Cause> {
    match code {
        "DUPLICATE_USERNAME" => Some(Cause::UsernameTaken),
        "DUPLICATE_COMM_NICKNAME" => Some(Cause::NicknameTaken),
        _ => None,
    }
}

/// The org was read. What was meant and nobody knows of was written whole or not at all: where any of it would still have to be
/// written, none of it was.
pub(super) fn reconcile(state: &mut State) {
    let Some(meant) = &state.applying else { return };
    let open = &state.plans.with_user.writes;
    if meant.writes.iter().any(|write| open.contains(write)) {
        applied(state, Applied::NotWritten);
    } else {
        applied(state, Applied::Done);
    }
}

pub(super) fn made_user(state: &State) -> bool {
    state.written.as_ref().is_some_and(Plan::makes_user)
}

/// The step waits for a mail that a user whom Waymark made gets only when somebody asks for it.
pub(super) fn waits_for_asked_mail(state: &State, step: &Step) -> bool {
    let waits = |done: &Done| matches!(done, Done::Checks(ids) if ids.contains(&CheckId::UserVerified));
    made_user(state) && step.login_as.is_some() && step.done.iter().any(waits)
}

/// In production the user types this name.
fn name_to_type(state: &State) -> Option<String> {
    let kind = match classify(&state.core_host) {
        Host::Salesforce(host) => Some(host.kind),
        _ => None,
    };
    let is_tried_on =
        kind.is_some_and(|kind| !matches!(kind, OrgKind::Production | OrgKind::Government | OrgKind::China));
    (!is_tried_on).then(|| state.org_name.clone().unwrap_or_else(|| state.core_host.clone()))
}

/// What the panel shows of it; `None` where there is nothing to write and nothing was.
pub(super) fn view(voice: &Voice, state: &State) -> Option<PlanView> {
    let plan = state.applying.as_ref().unwrap_or_else(|| chosen(state));
    let result = state.applied.as_ref().map(|applied| result(voice, applied));
    let offers_user = state.plans.with_user.makes_user();
    if state.policy.apply_off || (plan.is_empty() && result.is_none() && !offers_user) {
        return None;
    }
    let way_back = state.written.as_ref().map(|plan| lines(voice, plan, "_back"));
    Some(PlanView {
        key: plan.key(),
        writes: lines(voice, plan, ""),
        left: plan
            .left
            .iter()
            .map(|cause| voice.say(&findings::cause_key(*cause)))
            .collect(),
        offers_user,
        makes_user: state.makes_user,
        fits: fits(plan),
        name: name_to_type(state),
        applying: state.applying.is_some(),
        result,
        way_back: way_back.unwrap_or_default(),
        commands: commands(plan, &state.core_host),
        metadata: metadata(plan),
        file: plan.of.name.clone(),
    })
}

fn result(voice: &Voice, applied: &Applied) -> Notice {
    let (tone, text) = match applied {
        Applied::Done => (Tone::Good, voice.say("plan_done")),
        Applied::Refused(failure) => (
            Tone::Wrong,
            voice.say_with(
                "plan_refused",
                &[("code", &failure.code), ("message", &failure.message)],
            ),
        ),
        Applied::Unknown => (Tone::Warning, voice.say("plan_unknown")),
        Applied::Changed => (Tone::Warning, voice.say("plan_changed")),
        Applied::NotWritten => (Tone::Warning, voice.say("plan_not_written")),
    };
    Notice { tone, text }
}

/// What is granted, called as the boxes are.
fn rights(voice: &Voice, create: bool, edit: bool) -> String {
    let rights = [
        ("field_object_read", true),
        ("field_object_create", create),
        ("field_object_edit", edit),
    ];
    let granted = rights.iter().filter(|(_, granted)| *granted);
    let names: Vec<String> = granted.map(|(key, _)| voice.say(key)).collect();
    names.join(", ")
}

/// A line for each write, or with `_back` for what takes it back.
fn lines(voice: &Voice, plan: &Plan, ending: &str) -> Vec<String> {
    let say = |key: &str, values: &[(&str, &str)]| voice.say_with(&["plan_", key, ending].concat(), values);
    plan.writes
        .iter()
        .map(|write| match write {
            Write::PermissionSet(new) => say(
                "set",
                &[
                    ("label", &new.label),
                    ("name", &new.name),
                    ("licence", &new.licence_label),
                ],
            ),
            Write::User(new) => say("new_user", &[("username", &new.username), ("email", &new.email)]),
            Write::Object(grant) => {
                let rights = rights(voice, grant.create, grant.edit);
                say("grant", &[("what", &grant.object), ("rights", &rights)])
            }
            Write::Field(grant) => {
                let field = [&grant.object, ".", &grant.field].concat();
                let rights = rights(voice, false, grant.edit);
                say("grant", &[("what", &field), ("rights", &rights)])
            }
            Write::Licence(_) => say(
                "licence",
                &[("licence", &plan.of.licence_label), ("username", &plan.username)],
            ),
            Write::Assignment => say(
                "assignment",
                &[("label", &plan.of.label), ("username", &plan.username)],
            ),
        })
        .collect()
}
