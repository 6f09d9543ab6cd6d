//! Show me: where the control of a step is not found, or not clearly, a person shows it once, and it is known from then on.

use super::judge::{self, Place};
use super::{Frame, FrameId, Source, State, Tab, TabId, task};
use crate::address::Address;
use crate::field::{FieldReport, FieldState, FieldTask};
use crate::guide::{Guide, Step};
use crate::lesson::{Lesson, Shown, Subject};
use crate::page::PageKind;
use crate::target::Target;
use serde::{Deserialize, Serialize};
use waymark_lean::Lean;

/// So many lessons are kept of an org; the oldest ones go.
const MOST: usize = 60;

/// A person is asked to show a control in a tab.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
pub struct Showing {
    /// Which.
    pub subject: Subject,
    /// What was shown last is nothing that could be known again.
    pub refused: bool,
}

/// What a person could show in this tab now: a field that is not found, else the control of the step.
pub(super) fn subject(guide: &Guide, step: &Step, state: &State, tab: TabId) -> Option<Subject> {
    let fields_only = match judge::place(guide, step, state, tab) {
        Place::Fields(_) => true,
        Place::NotShown { .. } => false,
        _ => return None,
    };
    let frames = || {
        state
            .tabs
            .get(&tab)
            .into_iter()
            .flat_map(|tab| tab.frames.values())
    };
    let answered: Vec<&Frame> = frames()
        .filter(|frame| judge::answers(step, state, frame))
        .collect();
    if !answered.iter().any(|frame| may_be_asked(step, state, frame)) {
        return None;
    }
    let is_missing = |field: &FieldTask| {
        let own = |report: &&FieldReport| report.id == field.id;
        let reports = answered.iter().filter_map(|frame| frame.fields.iter().find(own));
        reports
            .map(|report| &report.state)
            .all(|state| *state == FieldState::NotFound)
    };
    let fields = task::fields(step, state);
    let part = missing_part(&fields, &answered);
    if part.is_some() {
        return part.map(|id| Subject {
            step: step.id.clone(),
            field: Some(id),
        });
    }
    let field = |optional| {
        fields
            .iter()
            .find(move |field| field.optional == optional && is_missing(field))
    };
    let about = |field: Option<&FieldTask>| Subject {
        step: step.id.clone(),
        field: field.map(|it| it.id.clone()),
    };
    match (field(false), fields_only) {
        (Some(missing), _) => Some(about(Some(missing))),
        (None, true) => None,
        (None, false) if !step.targets.is_empty() => Some(about(None)),
        (None, false) => field(true).map(|missing| about(Some(missing))),
    }
}

/// A list or button without which one of these fields, whose own control may be there, cannot be filled.
fn missing_part(fields: &[FieldTask], answered: &[&Frame]) -> Option<String> {
    let says = |frame: &Frame, id: &str, state: &FieldState| {
        let mut reports = frame.fields.iter();
        reports.any(|report| report.id == id && report.state == *state)
    };
    let is_done = |field: &FieldTask| {
        let mut frames = answered.iter();
        frames.any(|frame| says(frame, &field.id, &FieldState::Matches))
    };
    let open = fields.iter().filter(|field| !is_done(field));
    let mut parts = open.flat_map(FieldTask::parts).map(|(id, _)| id);
    parts.find(|id| {
        answered
            .iter()
            .all(|frame| says(frame, id, &FieldState::NotFound))
    })
}

/// The person asks to show it.
pub(super) fn begin(guide: &Guide, state: &mut State, tab: TabId) {
    let subject = super::shown(guide, state).and_then(|step| subject(guide, step, state, tab));
    if let (Some(subject), Some(tab)) = (subject, state.tabs.get_mut(&tab)) {
        tab.showing = Some(Showing {
            subject,
            refused: false,
        });
    }
}

/// The person does not want to show it after all.
pub(super) fn cancel(state: &mut State, tab: TabId) {
    if let Some(tab) = state.tabs.get_mut(&tab) {
        tab.showing = None;
    }
}

/// Ends what can no longer be shown: another step is, or its page is gone.
pub(super) fn settle(guide: &Guide, state: &mut State) {
    let step = super::shown(guide, state);
    let is_over = |tab: &Tab| {
        tab.showing.as_ref().is_some_and(|showing| {
            let own = step.filter(|step| step.id == showing.subject.step);
            !own.is_some_and(|step| tab.frames.values().any(|frame| may_be_asked(step, state, frame)))
        })
    };
    let over: Vec<TabId> = state
        .tabs
        .iter()
        .filter(|(_, tab)| is_over(tab))
        .map(|(id, _)| *id)
        .collect();
    for tab in over {
        cancel(state, tab);
    }
}

/// The frames of a tab of which page facts may be taken: of the journey's own pages, and none on which somebody signs in.
#[must_use]
pub fn frames_for_facts(state: &State, tab: TabId) -> Vec<FrameId> {
    let frames = state.tabs.get(&tab).into_iter().flat_map(|tab| &tab.frames);
    let told = frames.filter(|(_, frame)| judge::is_ours(state, frame) && !signs_in(frame));
    told.map(|(id, _)| *id).collect()
}

/// The frame shows the step's page, and none on which somebody signs in.
pub(super) fn may_be_asked(step: &Step, state: &State, frame: &Frame) -> bool {
    step.pages.contains(&frame.page.kind) && !signs_in(frame) && judge::is_ours(state, frame)
}

fn signs_in(frame: &Frame) -> bool {
    matches!(
        frame.page.kind,
        PageKind::Login | PageKind::JotformLogin | PageKind::OauthApproval
    )
}

/// A frame says what a person has shown in it. Whoever was not asked is not heard.
pub(super) fn learn(guide: &Guide, state: &mut State, source: &Source, shown: &Shown) -> Option<()> {
    let step = super::shown(guide, state)?;
    let tab = state.tabs.get(&source.tab)?;
    let frame = tab.frames.get(&source.frame)?;
    let host = Address::parse(&source.url)?.host;
    if host != frame.host || !may_be_asked(step, state, frame) {
        return None;
    }
    let private = tab.private;
    let showing = state.tabs.get_mut(&source.tab)?.showing.as_mut()?;
    let Some(target) = shown.evidence() else {
        showing.refused = true;
        return None;
    };
    let lesson = Lesson {
        subject: showing.subject.clone(),
        host,
        target,
    };
    let lessons = if private {
        &mut state.private.lessons
    } else {
        &mut state.lessons
    };
    lessons.retain(|known| known.subject != lesson.subject || known.host != lesson.host);
    lessons.push(lesson);
    if lessons.len() > MOST {
        lessons.remove(0);
    }
    cancel(state, source.tab);
    Some(())
}

/// All lessons, those of this browser session's private windows last.
pub(super) fn lessons(state: &State) -> impl DoubleEndedIterator<Item = &Lesson> {
    state.lessons.iter().chain(&state.private.lessons)
}

/// What was learnt of a step's control, or of one of its fields, for frames of this host.
pub(super) fn taught<'a>(
    state: &'a State,
    step: &Step,
    field: Option<&str>,
    host: &str,
) -> Option<&'a Target> {
    let is_it = |lesson: &&Lesson| {
        let subject = &lesson.subject;
        subject.step == step.id && subject.field.as_deref() == field && lesson.host == host
    };
    lessons(state).rev().find(is_it).map(|lesson| &lesson.target)
}

/// Something was learnt of the step in a frame that the tab shows.
pub(super) fn is_taught(state: &State, step: &Step, tab: &Tab) -> bool {
    let frames = || {
        tab.frames
            .values()
            .filter(|frame| step.pages.contains(&frame.page.kind))
    };
    lessons(state)
        .any(|lesson| lesson.subject.step == step.id && frames().any(|frame| frame.host == lesson.host))
}

/// What a lesson is known by in the panel.
pub(super) fn key(lesson: &Lesson) -> String {
    let Subject { step, field } = &lesson.subject;
    [step, field.as_deref().unwrap_or_default(), &lesson.host].join(" ")
}

/// Forgets one lesson.
pub(super) fn forget(state: &mut State, forgotten: &str) {
    state.lessons.retain(|lesson| key(lesson) != forgotten);
    state.private.lessons.retain(|lesson| key(lesson) != forgotten);
}
