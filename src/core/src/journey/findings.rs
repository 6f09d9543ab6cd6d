//! The answers of a check as the panel shows them.

use super::voice::Voice;
use super::{Ending, State, walk};
use crate::check::{Cause, CheckId, Evidence, Outcome, Severity, Why};
use crate::guide::{Done, Guide, Place, Step};
use crate::view::{FindingView, Standing};

/// All findings, what needs doing most first.
pub(super) fn findings(guide: &Guide, voice: &Voice, state: &State) -> Vec<FindingView> {
    let mut views: Vec<FindingView> = state
        .seen_wrong
        .iter()
        .map(|cause| found(guide, voice, state, None, *cause, &[]))
        .collect();
    if let Some(report) = &state.report {
        views.extend(
            report
                .answers
                .iter()
                .flat_map(|(check, outcome)| answer(guide, voice, state, *check, outcome)),
        );
    }
    views.sort_by_key(|view| view.standing);
    views
}

fn answer(
    guide: &Guide,
    voice: &Voice,
    state: &State,
    check: CheckId,
    outcome: &Outcome,
) -> Vec<FindingView> {
    let plain = |standing, text, evidence| {
        vec![FindingView {
            standing,
            title: title(voice, check),
            text,
            fix: None,
            fix_step: None,
            evidence,
        }]
    };
    match outcome {
        Outcome::Proven(seen) => plain(
            Standing::Proven,
            voice.say("finding_proven"),
            evidence(voice, seen),
        ),
        Outcome::Wrong(findings) => findings
            .iter()
            .map(|it| found(guide, voice, state, Some(check), it.cause, &it.evidence))
            .collect(),
        Outcome::CouldNotCheck(why) => {
            let standing = match why {
                Why::DependsOn(_) | Why::NothingToCheck => Standing::Waits,
                _ => Standing::NotChecked,
            };
            plain(standing, could_not(voice, why), Vec::new())
        }
    }
}

fn title(voice: &Voice, check: CheckId) -> String {
    voice.say(&["check_", check.key()].concat())
}

/// `check` is `None` for what a page showed.
fn found(
    guide: &Guide,
    voice: &Voice,
    state: &State,
    check: Option<CheckId>,
    cause: Cause,
    seen: &[Evidence],
) -> FindingView {
    let key = cause_key(cause);
    let to_do = check.is_some_and(|check| is_still_to_do(guide, state, check, cause));
    let fix_step = guide.fixes.get(&cause).cloned();
    FindingView {
        standing: match cause.severity() {
            _ if to_do => Standing::ToDo,
            Severity::Blocks => Standing::Wrong,
            Severity::Risk => Standing::Risk,
            Severity::Note => Standing::Known,
        },
        title: check.map_or_else(|| voice.say("finding_on_page"), |check| title(voice, check)),
        text: voice.say(&key),
        fix: Some(voice.say(&[&key, "_fix"].concat())),
        fix_step: fix_step
            .filter(|id| walk::find(guide, id).is_some_and(|step| walk::is_walked(step, state))),
        evidence: evidence(voice, seen),
    }
}

/// That something is not there yet is no fault as long as a step that is to bring it is still open.
pub(super) fn is_still_to_do(guide: &Guide, state: &State, check: CheckId, cause: Cause) -> bool {
    let brings = |done: &Done| matches!(done, Done::Checks(ids) if ids.contains(&check));
    is_only_missing(cause)
        && walk::walked(guide, state).iter().any(|(_, step)| {
            !state.steps.contains_key(&step.id) && makes(step) && step.done.iter().any(brings)
        })
}

/// The last step, which only looks at everything once more, brings nothing.
fn makes(step: &Step) -> bool {
    step.place != Place::Panel
}

/// Causes that only say that something is not there.
pub(super) fn is_only_missing(cause: Cause) -> bool {
    matches!(
        cause,
        Cause::PermissionSetAbsent
            | Cause::UserAbsent
            | Cause::ObjectPermissionMissing
            | Cause::FieldPermissionMissing
            | Cause::UserUnverified
            | Cause::AssignmentAbsent
            | Cause::AssignmentOtherUser
            | Cause::LicenceAssignmentAbsent
            | Cause::TokenAbsent
            | Cause::ProofRecordAbsent
    )
}

/// The key of the cause's words; those of what mends it end in `_fix`.
pub(super) fn cause_key(cause: Cause) -> String {
    ["cause_", cause.key()].concat()
}

fn could_not(voice: &Voice, why: &Why) -> String {
    match why {
        Why::NotAllowed => voice.say("why_not_allowed"),
        Why::DependsOn(check) => voice.say_with("why_depends_on", &[("check", &title(voice, *check))]),
        Why::Hidden(what) => voice.say_with("why_hidden", &[("name", what)]),
        Why::Refused(code) => voice.say_with("why_refused", &[("code", code)]),
        Why::NoAnswer => voice.say("why_no_answer"),
        Why::NoSession => voice.say("why_no_session"),
        Why::NothingToCheck => voice.say("why_nothing_to_check"),
    }
}

/// The same for machines.
pub(super) fn why_in_short(why: &Why) -> String {
    match why {
        Why::NotAllowed => "not-allowed".to_owned(),
        Why::DependsOn(check) => ["depends-on ", &check.key().replace('_', "-")].concat(),
        Why::Hidden(what) => ["hidden ", what].concat(),
        Why::Refused(code) => ["refused ", code].concat(),
        Why::NoAnswer => "no-answer".to_owned(),
        Why::NoSession => "no-session".to_owned(),
        Why::NothingToCheck => "nothing-to-check".to_owned(),
    }
}

fn evidence(voice: &Voice, seen: &[Evidence]) -> Vec<String> {
    seen.iter()
        .map(|it| {
            let key = if it.wanted.is_empty() {
                "evidence_seen"
            } else {
                "evidence_wanted"
            };
            let values = [
                ("source", it.source.as_str()),
                ("seen", it.seen.as_str()),
                ("wanted", it.wanted.as_str()),
            ];
            voice.say_with(key, &values)
        })
        .collect()
}

/// The key of the words for what ended a step.
pub(super) fn because(ending: Ending) -> &'static str {
    match ending {
        Ending::Done => "because_page",
        Ending::Proven => "because_org",
        Ending::Skipped => "because_skipped",
    }
}
