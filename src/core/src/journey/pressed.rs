//! What the user presses, in a card or in the panel.

use super::{
    Choices, Effect, Ending, Frame, Learnt, State, Tab, TabId, hand_over, judge, links, mapping, plan,
    showing, submission, walk,
};
use crate::check::Cause;
use crate::guide::{Guide, Place};
use crate::inputs::InputKey;
use crate::message::{CardAction, FromPanel};
use crate::page::PageKind;
use crate::plan::Plans;
use vecmap::VecSet;

pub(super) fn card(guide: &Guide, state: &mut State, tab: TabId, action: CardAction) -> Vec<Effect> {
    let shown = super::shown(guide, state);
    match action {
        CardAction::Back => look(guide, state, Way::Back),
        CardAction::Forward => look(guide, state, Way::Forward),
        CardAction::Skip => {
            if let Some(step) = shown {
                walk::end(state, step, Ending::Skipped, false);
            }
        }
        CardAction::OpenPage => {
            if let Some(url) = shown.and_then(|step| links::link(step, state)) {
                return vec![Effect::Navigate { tab, url }];
            }
        }
        CardAction::OpenPrivate => return open_private(guide, state, Some(tab)),
        CardAction::ShowTab => {
            let open = shown.and_then(|step| judge::other_tab(step, state, Some(tab)));
            return open.map(|tab| Effect::ShowTab { tab }).into_iter().collect();
        }
        CardAction::OpenPanel | CardAction::SavePage => return vec![Effect::OpenPanel { tab }],
        CardAction::CheckNow => return vec![Effect::Check],
        CardAction::SentSo => {
            submission::confirm(state);
            return vec![Effect::Check];
        }
        CardAction::Close => {
            state.tabs.remove(&tab);
            return vec![Effect::Release {
                tabs: VecSet::from([tab]),
            }];
        }
        CardAction::ShowMe => showing::begin(guide, state, tab),
        CardAction::ShowNothing => showing::cancel(state, tab),
        CardAction::Filled => {}
    }
    Vec::new()
}

pub(super) fn panel(guide: &Guide, state: &mut State, message: FromPanel) -> Vec<Effect> {
    match message {
        FromPanel::StopCheck
        | FromPanel::Opened { .. }
        | FromPanel::Facts
        | FromPanel::Report { .. }
        | FromPanel::ReadForm { .. }
        | FromPanel::Settings(_) => {}
        FromPanel::Start { tab } => {
            state.looking_at = None;
            state.main_tab = Some(tab);
        }
        FromPanel::Input { key, text } => {
            let core_host = state.core_host.clone();
            state.inputs.set(key, &text, &core_host);
            if key == InputKey::Object {
                // Another object has other fields.
                state.choices = Choices::default();
            }
            match key {
                InputKey::Username => state.seen_wrong.remove(&Cause::UsernameTaken),
                InputKey::Nickname => state.seen_wrong.remove(&Cause::NicknameTaken),
                _ => false,
            };
            // A domain of the user's own is asked for when the inputs are confirmed.
            let names_own_domain = key == InputKey::Form && state.inputs.own_domain().is_some();
            state.inputs.confirmed &= state.inputs.are_usable() && !names_own_domain;
        }
        FromPanel::ConfirmInputs => state.inputs.confirmed = state.inputs.are_usable(),
        FromPanel::DecideChecks { allowed } => {
            state.checks_allowed = Some(allowed);
            if allowed {
                return vec![Effect::Check];
            }
            state.report = None;
            state.described = None;
            state.plans = Plans::default();
        }
        FromPanel::ByItself { on } => state.by_itself = on,
        FromPanel::CheckNow => return vec![Effect::Check],
        FromPanel::Skip { step, skip } => {
            let is_skipped = state.steps.get(&step).map(|it| it.ending) == Some(Ending::Skipped);
            match walk::find(guide, &step) {
                Some(step) if skip => walk::end(state, step, Ending::Skipped, false),
                Some(_) if is_skipped => {
                    state.steps.remove(&step);
                }
                _ => {}
            }
        }
        FromPanel::LookAt { step } => {
            let current = super::current(guide, state).map(|step| step.id.clone());
            state.looking_at =
                step.filter(|id| Some(id) != current.as_ref() && walk::find(guide, id).is_some());
        }
        FromPanel::OpenPage { private: true } => return open_private(guide, state, None),
        FromPanel::OpenPage { private: false } => return open_page(guide, state),
        FromPanel::Stop => {
            let tabs = std::mem::take(&mut state.tabs).into_keys().collect();
            return vec![Effect::Release { tabs }];
        }
        FromPanel::Restart => *state = begun_anew(state),
        FromPanel::Forget { lesson } => showing::forget(state, &lesson),
        FromPanel::TakeOver { file } => {
            state.not_taken_over = hand_over::take_over(guide, state, &file).is_err();
            // What was done there may be seen otherwise here.
            return vec![Effect::Check];
        }
        FromPanel::MapTo { question, field } => return mapping::choose(state, &question, &field),
        FromPanel::MapBack => return mapping::take_back(state),
        FromPanel::PlanUser { makes } => state.makes_user = makes,
        FromPanel::Apply { key, typed } => return plan::confirm(state, &key, &typed),
    }
    Vec::new()
}

/// Only the place is kept: which org, which hosts, which tabs, and what was shown of their pages.
fn begun_anew(state: &State) -> State {
    let mut anew = State {
        org_name: state.org_name.clone(),
        tabs: state.tabs.clone(),
        classic: state.classic,
        setup_host: state.setup_host.clone(),
        main_tab: state.main_tab,
        private_windows: state.private_windows,
        by_itself: state.by_itself,
        generation: state.generation.wrapping_add(1),
        lessons: state.lessons.clone(),
        private: Learnt {
            lessons: state.private.lessons.clone(),
            ..Learnt::default()
        },
        policy: state.policy.clone(),
        ..State::new(&state.guide, &state.core_host)
    };
    anew.inputs.defaults = state.inputs.defaults.clone();
    anew.inputs.derive(&anew.core_host);
    anew
}

/// The window that is the administrator's: where the journey was started, as long as that is open.
pub(super) fn own_tab(state: &State) -> Option<TabId> {
    let open = |tab: &TabId| state.tabs.get(tab).is_some_and(|it| !it.private);
    state
        .main_tab
        .filter(open)
        .or_else(|| state.tabs.keys().copied().find(open))
}

/// The page of the shown step: in a tab that shows it already, else in the administrator's own.
fn open_page(guide: &Guide, state: &State) -> Vec<Effect> {
    let Some(step) = super::shown(guide, state) else {
        return Vec::new();
    };
    let link = || Some((own_tab(state)?, links::link(step, state)?));
    let effect = match judge::other_tab(step, state, None) {
        Some(tab) => Some(Effect::ShowTab { tab }),
        None => link().map(|(tab, url)| Effect::Navigate { tab, url }),
    };
    effect.into_iter().collect()
}

/// The page of the shown step in a private window, asked for in this tab. One window is enough, since all of them share one
/// session; what is under way there is left as it is.
pub(super) fn open_private(guide: &Guide, state: &State, from: Option<TabId>) -> Vec<Effect> {
    let step = super::shown(guide, state).filter(|step| step.place != Place::Panel);
    let Some((step, url)) = step.and_then(|step| Some((step, links::link(step, state)?))) else {
        return Vec::new();
    };
    let mut private = state
        .tabs
        .iter()
        .filter(|(_, tab)| tab.private)
        .map(|(id, _)| *id);
    let shows_step = |id: &TabId| state.tabs.get(id).is_some_and(|tab| tab.private);
    let open = judge::other_tab(step, state, from).filter(shows_step);
    // A login has no page of its own: whatever stage it is at, it goes on in the window that is there.
    let login = private.next().filter(|_| step.pages.is_empty());
    let free = || {
        state
            .tabs
            .iter()
            .find(|(_, tab)| tab.private && !is_under_way(tab))
            .map(|(id, _)| *id)
    };
    vec![match open.or(login) {
        Some(tab) => Effect::ShowTab { tab },
        None => match free() {
            Some(tab) => Effect::Navigate { tab, url },
            None => Effect::OpenPrivate { url },
        },
    }]
}

/// A login or an approval is at hand in the tab.
fn is_under_way(tab: &Tab) -> bool {
    let is_half_done = |frame: &Frame| matches!(frame.page.kind, PageKind::Login | PageKind::OauthApproval);
    tab.frames.values().any(is_half_done)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Back,
    Forward,
}

/// Looks at the walked step before or after the shown one; at the current one the journey goes on.
fn look(guide: &Guide, state: &mut State, way: Way) {
    let walked = walk::walked(guide, state);
    let ids: Vec<&str> = walked.iter().map(|(_, step)| step.id.as_str()).collect();
    let current = super::current(guide, state).map(|step| step.id.as_str());
    let shown = super::shown(guide, state).map(|step| step.id.as_str());
    let at = ids.iter().position(|id| Some(*id) == shown).unwrap_or(ids.len());
    let to = match way {
        Way::Back => at.checked_sub(1),
        Way::Forward => at.checked_add(1),
    };
    let Some(id) = to.and_then(|to| ids.get(to)) else {
        if way == Way::Forward {
            state.looking_at = None;
        }
        return;
    };
    state.looking_at = (Some(*id) != current).then(|| (*id).to_owned());
}
