//! The order of the steps: which are walked, which one is current.

use super::{Ending, State, StepState, plan};
use crate::check::Cause;
use crate::guide::{Condition, Done, Guide, Place, Step};
use crate::page::PageKind;
use crate::target::Target;

/// All steps of the guide in order, with the index of their section.
pub(super) fn steps(guide: &Guide) -> impl Iterator<Item = (usize, &Step)> {
    guide
        .sections
        .iter()
        .enumerate()
        .flat_map(|(section, it)| it.steps.iter().map(move |step| (section, step)))
}

/// The steps that are walked: without a condition, with one that holds, or already ended.
pub(super) fn walked<'a>(guide: &'a Guide, state: &State) -> Vec<(usize, &'a Step)> {
    steps(guide).filter(|(_, step)| is_walked(step, state)).collect()
}

pub(super) fn is_walked(step: &Step, state: &State) -> bool {
    state.steps.contains_key(&step.id) || step.only_when.as_ref().is_none_or(|when| holds(when, state))
}

pub(super) fn holds(condition: &Condition, state: &State) -> bool {
    match condition {
        Condition::Found(causes) => causes.iter().any(|cause| is_found(*cause, state)),
        Condition::Input(key) => state.inputs.is_yes(*key),
        Condition::UserMade => plan::made_user(state),
    }
}

/// The cause was found by the last check or seen on a page.
pub(super) fn is_found(cause: Cause, state: &State) -> bool {
    state.seen_wrong.contains(&cause) || reported(state).any(|found| found == cause)
}

/// Every cause that the last check found.
pub(super) fn reported(state: &State) -> impl Iterator<Item = Cause> {
    state
        .report
        .iter()
        .flat_map(|report| &report.answers)
        .flat_map(|(_, outcome)| outcome.causes())
}

/// The step to do now: the first one that is walked and has not ended.
#[must_use]
pub fn current<'a>(guide: &'a Guide, state: &State) -> Option<&'a Step> {
    walked(guide, state)
        .into_iter()
        .map(|(_, step)| step)
        .find(|step| !state.steps.contains_key(&step.id))
}

/// The step that is shown: one that the user looks at, else the current one.
#[must_use]
pub fn shown<'a>(guide: &'a Guide, state: &State) -> Option<&'a Step> {
    let looked_at = state.looking_at.as_deref().and_then(|id| find(guide, id));
    looked_at.or_else(|| current(guide, state))
}

pub(super) fn find<'a>(guide: &'a Guide, id: &str) -> Option<&'a Step> {
    steps(guide).map(|(_, step)| step).find(|step| step.id == id)
}

/// The step and those after it that the same pages can show to be done: the rest of its section, and in Jotform everything
/// up to the next step elsewhere, because its wizard is one page.
pub(super) fn ahead<'a>(guide: &'a Guide, state: &State, from: &Step) -> Vec<&'a Step> {
    let all = walked(guide, state);
    let Some(start) = all.iter().position(|(_, step)| step.id == from.id) else {
        return Vec::new();
    };
    let mut ahead = Vec::new();
    let home = all.get(start).map(|(section, _)| *section);
    for (section, step) in all.into_iter().skip(start) {
        let same_section = Some(section) == home;
        let same_wizard =
            from.place == Place::Jotform && matches!(step.place, Place::Jotform | Place::Elsewhere);
        if !same_section && !same_wizard {
            break;
        }
        ahead.push(step);
    }
    ahead
}

/// A target of an earlier step that leads to a step, with that step's place in the guide.
pub(super) struct Lead<'a> {
    /// The higher, the nearer.
    pub place: usize,
    /// What leads on.
    pub target: &'a Target,
}

/// What a page may show of the way to a step: the targets of the steps before it that lead there, the nearest step's first.
/// Doing them again changes nothing; a login, or what follows from one, is never among them.
pub(super) fn leads<'a>(guide: &'a Guide, state: &State, step: &Step, page: PageKind) -> Vec<Lead<'a>> {
    let before: Vec<(usize, &Step)> = steps(guide)
        .map(|(_, earlier)| earlier)
        .take_while(|earlier| earlier.id != step.id)
        .enumerate()
        .filter(|(_, earlier)| earlier.place == step.place && earlier.pages.contains(&page))
        .filter(|(_, earlier)| earlier.login_as.is_none() && leads_to(earlier, step, page))
        .filter(|(_, earlier)| is_walked(earlier, state))
        .collect();
    let mut leads: Vec<Lead> = Vec::new();
    for (place, earlier) in before.into_iter().rev() {
        for target in &earlier.targets {
            if !step.targets.contains(target) && leads.iter().all(|lead| lead.target != target) {
                leads.push(Lead { place, target });
            }
        }
    }
    leads
}

/// The first step, on this page, leads to a page of the second, or to another state of the same page.
fn leads_to(first: &Step, second: &Step, page: PageKind) -> bool {
    first.done.iter().any(|done| match done {
        Done::Page(kinds) => kinds.iter().any(|kind| second.pages.contains(kind)),
        Done::Probe(_) | Done::Wizard(_) => second.pages.contains(&page),
        _ => false,
    })
}

pub(super) fn end(state: &mut State, step: &Step, ending: Ending, private: bool) {
    if let (Some(Condition::Found(causes)), Ending::Done, true) = (&step.only_when, ending, step.check_after)
    {
        // The page showed that what was wrong is mended.
        state.seen_wrong.retain(|cause| !causes.contains(cause));
    }
    state.steps.insert(step.id.clone(), StepState { ending, private });
    if state.looking_at.as_deref() == Some(step.id.as_str()) {
        state.looking_at = None;
    }
}

/// Whether the step can be shown by the org alone: it happens where no page tells.
pub(super) fn awaits_org(step: &Step) -> bool {
    matches!(step.place, Place::Elsewhere | Place::Panel)
        && step.done.iter().any(|done| matches!(done, Done::Checks(_)))
}

/// The step ends by a login that only the org can tell of.
pub(super) fn awaits_login(step: &Step) -> bool {
    step.login_as.is_some() && step.done.iter().any(|done| matches!(done, Done::Checks(_)))
}

/// The step that filled the form which this step saves: in the same section, on the same pages.
pub(super) fn form_of<'a>(guide: &'a Guide, saving: &Step) -> Option<&'a Step> {
    if !saving
        .done
        .iter()
        .any(|done| matches!(done, Done::PageAfter { .. }))
    {
        return None;
    }
    let section = guide
        .sections
        .iter()
        .find(|section| section.steps.iter().any(|step| step.id == saving.id))?;
    section
        .steps
        .iter()
        .take_while(|step| step.id != saving.id)
        .filter(|step| !step.fields.is_empty() && step.pages == saving.pages)
        .last()
}
