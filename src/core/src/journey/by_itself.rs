//! Going ahead by itself, for as long as the user wants that: the next page is opened, its fields are filled and a mere way on is
//! pressed. What saves, installs, signs in or allows stays the user's.

use super::judge::{self, Place};
use super::{Effect, Ending, State, Tab, links, pressed, walk};
use crate::guide::{self, Done, Guide, LoginAs, Step};
use crate::page::PageKind;

/// What is shown of the step in this place is done without being asked. A control that the user has shown may be any.
pub(super) fn does(step: &Step, state: &State, tab: &Tab, place: Place) -> bool {
    let is_harmless = match place {
        Place::Fields(_) => true,
        Place::Target(_, index) => step.way_on && index < step.targets.len(),
        _ => false,
    };
    is_on(state) && tab.showing.is_none() && is_harmless
}

fn is_on(state: &State) -> bool {
    state.by_itself && state.looking_at.is_none() && state.refusal().is_none()
}

/// Where the journey has come to another step: its page, unless it is there already.
pub(super) fn onward(guide: &Guide, before: &State, state: &State) -> Option<Effect> {
    // What the first check finds may spare a page.
    let is_first_check_awaited = state.checks_allowed == Some(true) && state.report.is_none();
    if !is_on(state) || state.applying.is_some() || is_first_check_awaited {
        return None;
    }
    let step = super::current(guide, state)?;
    let was = super::current(guide, before);
    if !has_come(step, was, before, state) || step.login_as == Some(LoginAs::Administrator) {
        return None;
    }
    // A step that only leads to a page is there already where that page shows; where it begins is then no matter.
    let only_leads =
        step.place == guide::Place::Salesforce && step.done.iter().any(|done| matches!(done, Done::Page(_)));
    if let Some(tab) = judge::other_tab(step, state, None).filter(|_| !only_leads) {
        // From one window to the other; within one, nothing is to be brought to the front.
        let is_elsewhere = was.is_some_and(|was| was.place != step.place);
        return (is_elsewhere && state.tabs.len() > 1).then_some(Effect::ShowTab { tab });
    }
    match step.place {
        guide::Place::Salesforce => {
            let tab = pressed::own_tab(state)?;
            let url = links::link(furthest(guide, state, step), state)?;
            Some(Effect::Navigate { tab, url })
        }
        guide::Place::Jotform | guide::Place::Elsewhere
            if step.login_as.is_some() && state.private_windows == Some(true) =>
        {
            pressed::open_private(guide, state, None).pop()
        }
        _ => None,
    }
}

/// The step is new: the one before it was done, it was not walked until now, or the user has only just asked for this. A step that
/// was left out, or is taken back, leads nowhere.
fn has_come(step: &Step, was: Option<&Step>, before: &State, state: &State) -> bool {
    let ending = |step: &Step| state.steps.get(&step.id).map(|it| it.ending);
    let is_done = |step: &Step| matches!(ending(step), Some(Ending::Done | Ending::Proven));
    let is_other = was.is_none_or(|was| was.id != step.id);
    let is_new = is_other && (was.is_some_and(is_done) || !walk::is_walked(step, before));
    is_new || !before.by_itself || (before.report.is_none() && state.report.is_some())
}

/// The last of the steps from this one on that only lead from page to page, as far as its own page is known: what is on the way
/// need not be passed.
fn furthest<'a>(guide: &'a Guide, state: &State, step: &'a Step) -> &'a Step {
    let shows = |step: &Step, page: &PageKind| {
        let mut done = step.done.iter();
        done.any(|done| matches!(done, Done::Page(kinds) if kinds.contains(page)))
    };
    let mut passed = vec![step];
    for (_, next) in walk::walked(guide, state) {
        let Some(last) = passed.last().filter(|_| !state.steps.contains_key(&next.id)) else {
            continue;
        };
        if next.id == last.id {
            continue;
        }
        let mut pages = next.pages.iter();
        let is_passed_to = pages.any(|page| passed.iter().all(|step| shows(step, page)));
        if next.place != step.place || !is_passed_to || links::link(next, state).is_none() {
            break;
        }
        passed.push(next);
    }
    passed.last().unwrap_or(&step)
}
