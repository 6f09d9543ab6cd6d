//! One event: what the journey knows afterwards, and what it wants done.

use super::judge::{self, Seen};
use super::{
    Effect, Ending, Event, Learnt, State, Tab, by_itself, checked, form, learn, plan, pressed, showing, walk,
};
use crate::field::{FieldReport, FieldState, RecordKey, ValueSource};
use crate::guide::{Done, Guide, Step};
use crate::inputs::InputKey;
use crate::lesson::Lesson;
use crate::page::WizardStage;
use vecmap::VecMap;

/// Takes one event. Pure: the same state and event always give the same answer.
#[must_use]
pub fn advance(guide: &Guide, state: State, event: Event) -> (State, Vec<Effect>) {
    let before = state;
    let mut state = before.clone();
    let mut effects = happen(guide, &mut state, event);
    let asks_org = settle(guide, &mut state) | (wizard(&state) >= CONNECTED && wizard(&before) < CONNECTED);
    showing::settle(guide, &mut state);
    if state.tabs.is_empty() && state.inputs.own_domain().is_some() {
        // With the guide the permission for it ends: it is asked for again when the inputs are confirmed.
        state.inputs.confirmed = false;
    }
    effects.extend(by_itself::onward(guide, &before, &state));
    if asks_org {
        effects.push(Effect::Check);
    }
    if state.checks_allowed != Some(true) || state.refusal().is_some() {
        effects.retain(|effect| *effect != Effect::Check);
    }
    let first = effects.iter().position(|effect| *effect == Effect::Check);
    let mut index = 0;
    effects.retain(|effect| {
        index += 1;
        *effect != Effect::Check || Some(index - 1) == first
    });
    if asked(guide, &state) != asked(guide, &before) || state.generation == 0 {
        state.generation = state.generation.wrapping_add(1).max(1);
    }
    if state != before {
        effects.push(Effect::UpdateFrames);
        effects.push(Effect::UpdatePanel);
    }
    (state, effects)
}

/// From this stage on Jotform holds a token.
const CONNECTED: Option<WizardStage> = Some(WizardStage::Action);

fn happen(guide: &Guide, state: &mut State, event: Event) -> Vec<Effect> {
    match event {
        Event::Observed(source, observation) => {
            let _unbound = learn::observe(guide, state, &source, *observation);
            Vec::new()
        }
        Event::Pressed(source, action) => pressed::card(guide, state, source.tab, action),
        Event::Shown(source, shown) => {
            let _unasked = showing::learn(guide, state, &source, &shown);
            Vec::new()
        }
        Event::Panel(message) => pressed::panel(guide, state, message),
        Event::TabBound {
            tab,
            private,
            cookie_store,
        } => {
            state.tabs.insert(
                tab,
                Tab {
                    private,
                    cookie_store,
                    ..Tab::default()
                },
            );
            if !private && state.main_tab.is_none_or(|main| !state.tabs.contains_key(&main)) {
                state.main_tab = Some(tab);
            }
            Vec::new()
        }
        Event::TabClosed(tab) => {
            state.tabs.remove(&tab);
            if !state.tabs.values().any(|tab| tab.private) {
                // With the last private window its session is gone; what it taught goes with it.
                state.private = Learnt::default();
            }
            // A login or an approval in a window of its own ends by that window closing.
            if state.checks_allowed == Some(true)
                && walk::current(guide, state).is_some_and(walk::awaits_login)
            {
                vec![Effect::Check]
            } else {
                Vec::new()
            }
        }
        Event::FrameGone(tab, frame) => {
            if let Some(tab) = state.tabs.get_mut(&tab) {
                tab.frames.remove(&frame);
            }
            Vec::new()
        }
        Event::TabShown(tab) => ask_again(guide, state, tab),
        Event::PrivateWindows(allowed) => {
            state.private_windows = Some(allowed);
            Vec::new()
        }
        Event::FrameLoaded(source) => {
            let Some(tab) = state.tabs.get_mut(&source.tab) else {
                return Vec::new();
            };
            let was_top = tab.frames.remove(&source.frame).is_some_and(|frame| frame.top);
            if was_top || source.frame == 0 {
                tab.frames.clear();
                return ask_again(guide, state, source.tab);
            }
            Vec::new()
        }
        Event::Checked {
            report,
            bound,
            org_name,
            records,
            described,
            plans,
        } => {
            if let Some(described) = described {
                state.described = Some(*described);
            }
            checked::apply(guide, state, *report, bound, org_name, records);
            state.plans = *plans;
            plan::reconcile(state);
            Vec::new()
        }
        Event::FormRead(read) => {
            state.form_trouble = read.as_ref().err().copied();
            let Ok(questions) = read else {
                return Vec::new();
            };
            form::read(state, questions);
            vec![Effect::Check]
        }
        Event::Applied(applied) => {
            plan::applied(state, applied);
            Vec::new()
        }
    }
}

/// The user comes back, from a mailbox for example, to a step that the org alone can show to be done: one check each time.
fn ask_again(guide: &Guide, state: &State, tab: super::TabId) -> Vec<Effect> {
    let waits = super::current(guide, state).is_some_and(walk::awaits_org);
    if waits && state.tabs.contains_key(&tab) {
        vec![Effect::Check]
    } else {
        Vec::new()
    }
}

/// Ends every step that is shown to be done. True when the org should be asked what a page has just shown.
fn settle(guide: &Guide, state: &mut State) -> bool {
    let gone: Vec<String> = state
        .stale
        .iter()
        .filter(|id| walk::find(guide, id).is_none_or(|step| judge::page_evidence(step, state).is_none()))
        .cloned()
        .collect();
    for id in gone {
        state.stale.remove(&id);
    }
    prove(guide, state);
    take_back(guide, state);
    let mut asks_org = false;
    while let Some(current) = super::current(guide, state) {
        let ahead = walk::ahead(guide, state, current);
        let done = ahead
            .iter()
            .enumerate()
            .find_map(|(at, step)| evidence(step, state, at == 0).map(|seen| (at, seen)));
        let Some((at, seen)) = done else { break };
        for step in ahead.iter().take(at + 1) {
            if !state.steps.contains_key(&step.id) {
                walk::end(state, step, Ending::Done, seen.private);
                asks_org |= step.check_after;
            }
        }
        if let Some(step) = ahead.get(at) {
            saved_otherwise(guide, state, step);
        }
    }
    asks_org
}

fn prove(guide: &Guide, state: &mut State) {
    for (_, step) in walk::walked(guide, state) {
        let ending = state.steps.get(&step.id).map(|it| it.ending);
        if ending != Some(Ending::Proven) && ending != Some(Ending::Skipped) && judge::is_proven(step, state)
        {
            walk::end(state, step, Ending::Proven, false);
        }
    }
}

/// What a page shows of the current step counts wholly; of a later one only what cannot have been there before: a form was
/// saved, or the wizard has moved on.
fn evidence(step: &Step, state: &State, is_current: bool) -> Option<Seen> {
    if state.stale.contains(&step.id) {
        return None;
    }
    let passes = |done: &Done| matches!(done, Done::PageAfter { .. } | Done::Wizard(_));
    if is_current || (!step.done.contains(&Done::Fields) && step.done.iter().any(passes)) {
        let narrowed;
        let step = if is_current {
            step
        } else {
            narrowed = Step {
                done: step.done.iter().filter(|done| passes(done)).cloned().collect(),
                ..step.clone()
            };
            &narrowed
        };
        return judge::page_evidence(step, state);
    }
    None
}

/// A form that was filled and then changed by the user, before it was saved, is to be filled again.
fn take_back(guide: &Guide, state: &mut State) {
    let Some(form) = super::current(guide, state).and_then(|step| walk::form_of(guide, step)) else {
        return;
    };
    // What the user types where an input was filled in becomes the input, so that is no difference.
    let is_input = |id: &str| {
        let spec = form.fields.iter().find(|spec| spec.id == id);
        spec.is_some_and(|spec| matches!(spec.value, ValueSource::Input(_)))
    };
    let changed = |report: &FieldReport| {
        matches!(report.state, FieldState::Differs { by_user: true, .. }) && !is_input(&report.id)
    };
    let is_changed = state
        .last_fields
        .get(&form.id)
        .is_some_and(|it| it.iter().any(changed));
    if is_changed && state.steps.get(&form.id).map(|it| it.ending) == Some(Ending::Done) {
        state.steps.remove(&form.id);
    }
}

/// The form was saved while a field showed something else: no need to ask the org to know what is wrong.
fn saved_otherwise(guide: &Guide, state: &mut State, saved: &Step) {
    let Some(form) = walk::form_of(guide, saved) else {
        return;
    };
    let Some(reports) = state.last_fields.remove(&form.id) else {
        return;
    };
    for spec in &form.fields {
        let Some(cause) = spec.otherwise else { continue };
        match reports
            .iter()
            .find(|report| report.id == spec.id)
            .map(|it| &it.state)
        {
            Some(FieldState::Differs { .. } | FieldState::Empty) => {
                state.seen_wrong.insert(cause);
                checked::mend(guide, state, cause, &[]);
            }
            Some(FieldState::Matches) => {
                state.seen_wrong.remove(&cause);
            }
            _ => {}
        }
    }
}

/// How far Jotform's wizard has come in any frame.
fn wizard(state: &State) -> Option<WizardStage> {
    let frames = state.tabs.values().flat_map(|tab| tab.frames.values());
    frames.filter_map(|frame| frame.page.wizard).max()
}

/// What frames are asked to look for: when it changes, their answers so far are old.
type Asked<'a> = (
    Option<&'a str>,
    &'a VecMap<InputKey, String>,
    [&'a VecMap<RecordKey, String>; 2],
    [&'a Vec<Lesson>; 2],
);

fn asked<'a>(guide: &'a Guide, state: &'a State) -> Asked<'a> {
    (
        super::shown(guide, state).map(|step| step.id.as_str()),
        &state.inputs.values,
        [&state.records, &state.private.records],
        [&state.lessons, &state.private.lessons],
    )
}
