//! What a check changes: steps that it shows to be wrong are open again.

use super::{Bound, Ending, State, findings, judge, walk};
use crate::check::{Cause, CheckId, Outcome, Report, Severity};
use crate::field::RecordKey;
use crate::guide::{Done, Guide, Step};
use crate::inputs::{InputKey, next_label};
use vecmap::VecMap;

/// Takes the answers of a check.
pub(super) fn apply(
    guide: &Guide,
    state: &mut State,
    report: Report,
    bound: Option<Bound>,
    org_name: Option<String>,
    records: VecMap<RecordKey, String>,
) {
    if state.bound.is_none() {
        state.bound = bound;
    }
    if org_name.is_some() {
        state.org_name = org_name;
    }
    state.records.extend(records);
    let answers = report.answers.clone();
    state.report = Some(report);
    state.seen_wrong.retain(|cause| !is_answered(*cause, &answers));
    let wrong: Vec<(CheckId, Cause)> = answers
        .iter()
        .flat_map(|(id, outcome)| outcome.causes().map(|cause| (*id, cause)))
        .collect();
    for (check, cause) in &wrong {
        if cause.severity() != Severity::Blocks || findings::is_still_to_do(guide, state, *check, *cause) {
            continue;
        }
        let checks: Vec<CheckId> = wrong
            .iter()
            .filter(|(_, found)| found == cause)
            .map(|(id, _)| *id)
            .collect();
        mend(guide, state, *cause, &checks);
    }
}

/// Opens the step that mends the cause, and after it every step that was to bring what these checks found missing.
pub(super) fn mend(guide: &Guide, state: &mut State, cause: Cause, checks: &[CheckId]) {
    let Some(fix) = guide.fixes.get(&cause) else {
        return;
    };
    let mut reached = false;
    let mut to_open: Vec<&Step> = Vec::new();
    let checks = if checks.is_empty() {
        walk::find(guide, fix).map(checks_of).unwrap_or_default()
    } else {
        checks.to_vec()
    };
    for (_, step) in walk::steps(guide) {
        reached |= step.id == *fix;
        let brings = checks_of(step).iter().any(|check| checks.contains(check));
        if reached && (step.id == *fix || brings) {
            to_open.push(step);
        }
    }
    let mut opened = false;
    for step in to_open {
        opened |= reopen(state, step);
    }
    if opened && is_made_anew(cause) {
        make_permission_set_anew(state);
    }
}

/// A step that the user left out stays so: the finding says what it means.
fn reopen(state: &mut State, step: &Step) -> bool {
    let ended = state.steps.get(&step.id).map(|it| it.ending);
    if !matches!(ended, Some(Ending::Done | Ending::Proven)) {
        return false;
    }
    state.steps.remove(&step.id);
    state.last_fields.remove(&step.id);
    if judge::page_evidence(step, state).is_some() {
        state.stale.insert(step.id.clone());
    }
    true
}

/// A permission set's licence cannot be changed after it was made (Salesforce fact §4, seen).
fn is_made_anew(cause: Cause) -> bool {
    matches!(
        cause,
        Cause::PermissionSetLookAlikeLicence | Cause::PermissionSetNoLicence
    )
}

/// The old one keeps its names, so the new one needs others.
fn make_permission_set_anew(state: &mut State) {
    state.records.remove(&RecordKey::PermissionSet);
    state.private.records.remove(&RecordKey::PermissionSet);
    let core_host = state.core_host.clone();
    let label = next_label(state.inputs.value(InputKey::PermissionSetLabel));
    if state.inputs.typed.contains(&InputKey::PermissionSetName) {
        let name = next_label(state.inputs.value(InputKey::PermissionSetName)).replace(' ', "_");
        state.inputs.set(InputKey::PermissionSetName, &name, &core_host);
    }
    state.inputs.set(InputKey::PermissionSetLabel, &label, &core_host);
}

pub(super) fn checks_of(step: &Step) -> Vec<CheckId> {
    step.done
        .iter()
        .filter_map(|done| match done {
            Done::Checks(ids) => Some(ids.iter().copied()),
            _ => None,
        })
        .flatten()
        .collect()
}

/// The org itself has said how this stands, so what a page seemed to show no longer counts.
fn is_answered(cause: Cause, answers: &[(CheckId, Outcome)]) -> bool {
    let check = contradicted_check(cause);
    answers.iter().any(|(id, outcome)| {
        Some(*id) == check
            && match outcome {
                Outcome::Proven(_) => true,
                // That the app is refused, only the page has seen: a check that repeats it has no evidence of its own.
                Outcome::Wrong(_) => cause != Cause::AppBlocked,
                Outcome::CouldNotCheck(_) => false,
            }
    })
}

/// The check whose last answer is out of date once a page shows this cause.
pub(super) fn contradicted_check(cause: Cause) -> Option<CheckId> {
    match cause {
        Cause::SessionIsIntegrationUser => Some(CheckId::Session),
        Cause::PermissionSetLookAlikeLicence => Some(CheckId::PermissionSetLicence),
        Cause::UserLicenceWrong => Some(CheckId::UserLicence),
        Cause::ProfileWrong => Some(CheckId::Profile),
        Cause::AppBlocked => Some(CheckId::AppAllowed),
        _ => None,
    }
}
