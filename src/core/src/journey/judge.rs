//! Judging the frames together: what they show of a step, and whether that makes it done.

use super::{Frame, FrameId, State, Tab, TabId, checked, showing, unseen, walk};
use crate::check::{CheckId, Outcome};
use crate::field::{FieldReport, FieldState, RecordKey};
use crate::guide::{self, Done, Guide, LoginAs, Step};
use crate::inputs::InputKey;
use crate::message::Sighting;
use crate::page::{Page, PageKind};
use crate::target::Target;

/// A page showed that a step is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Seen {
    /// In a private window.
    pub private: bool,
}

/// Every frame of every bound tab that belongs to the journey's org and records.
fn frames(state: &State) -> impl Iterator<Item = (&Tab, &Frame)> {
    state
        .tabs
        .values()
        .flat_map(|tab| tab.frames.values().map(move |frame| (tab, frame)))
        .filter(|(_, frame)| is_ours(state, frame))
}

/// The frame shows the journey's org, form and records, as far as they are known.
pub(super) fn is_ours(state: &State, frame: &Frame) -> bool {
    !frame.other_org && concerns(state, &frame.page)
}

/// The page is about the record that the journey is about, or one of the two is not known.
pub(super) fn concerns(state: &State, page: &Page) -> bool {
    use PageKind::*;
    let known = match page.kind {
        PermissionSet | ObjectSettings | ObjectPermissions => state.record(RecordKey::PermissionSet),
        User | EditUser | UserAccessSummary | EditAssignments => state.record(RecordKey::User),
        FormBuild | FormSettings | FormIntegrations | FormPublish => state.form(),
        _ => None,
    };
    let record_agrees = match (known, page.record.as_deref()) {
        (Some(known), Some(shown)) => known == shown,
        _ => true,
    };
    record_agrees && object_agrees(state, page.object.as_deref())
}

/// Custom objects stand in addresses by a durable id that nobody told us (Salesforce fact §2): they are taken as they are.
fn object_agrees(state: &State, shown: Option<&str>) -> bool {
    shown.is_none_or(|shown| {
        shown.eq_ignore_ascii_case(state.inputs.value(InputKey::Object)) || shown.starts_with("01I")
    })
}

/// Whether the pages show that the step is done.
pub(super) fn page_evidence(step: &Step, state: &State) -> Option<Seen> {
    step.done.iter().find_map(|done| match done {
        Done::Page(kinds) => seen(state, |frame| kinds.contains(&frame.page.kind)),
        Done::PageAfter { from, to } => seen(state, |frame| {
            to.contains(&frame.page.kind)
                && frame
                    .before
                    .as_ref()
                    .is_some_and(|before| from.contains(&before.kind))
        }),
        Done::Fields => seen(state, |frame| {
            answers(step, state, frame) && fields_match(step, state, &frame.fields)
        }),
        Done::Probe(name) => probe(step, state, name),
        Done::Wizard(stage) => seen(state, |frame| {
            frame.page.wizard.is_some_and(|shown| shown >= *stage) && !fields_decide(step, state, frame)
        }),
        Done::InputsConfirmed => state.inputs.confirmed.then_some(Seen { private: false }),
        Done::ChecksDecided => state.checks_allowed.map(|_| Seen { private: false }),
        Done::Checks(_) => None,
    })
}

/// Whether the last check proves the step done, and no page has shown otherwise since.
pub(super) fn is_proven(step: &Step, state: &State) -> bool {
    let Some(report) = &state.report else { return false };
    let contradicted = |id: &CheckId| {
        let seen = state.seen_wrong.iter();
        seen.filter_map(|cause| checked::contradicted_check(*cause))
            .any(|check| check == *id)
    };
    let proven = |id: &CheckId| matches!(report.answer(*id), Some(Outcome::Proven(_))) && !contradicted(id);
    // The last step, which only looks at everything once more, ends where nothing at all is wrong.
    let is_last = step.place == guide::Place::Panel;
    !(is_last && report.may_block())
        && step
            .done
            .iter()
            .any(|done| matches!(done, Done::Checks(ids) if ids.iter().all(proven)))
}

fn seen(state: &State, shows: impl Fn(&Frame) -> bool) -> Option<Seen> {
    frames(state)
        .find(|(_, frame)| shows(frame))
        .map(|(tab, _)| Seen { private: tab.private })
}

/// The frame shows the step's page and has answered what is asked of the step now.
pub(super) fn answers(step: &Step, state: &State, frame: &Frame) -> bool {
    step.pages.contains(&frame.page.kind) && has_answered(step, state, frame)
}

/// The frame, on whatever page, has answered what is asked of the step now.
fn has_answered(step: &Step, state: &State, frame: &Frame) -> bool {
    frame.question == question(step, frame.page.kind) && frame.generation == state.generation
}

/// Stands for what a frame is asked: of which step, and on which page.
pub(super) fn question(step: &Step, page: PageKind) -> String {
    [&step.id, " ", &(page as u8).to_string()].concat()
}

/// Where a step's fields are on the page, they tell, and not how far the wizard has come.
fn fields_decide(step: &Step, state: &State, frame: &Frame) -> bool {
    step.done.contains(&Done::Fields)
        && (!answers(step, state, frame) || frame.fields.iter().any(|field| is_there(&field.state)))
}

/// Every field that has to be there shows what is wanted, and at least one is there. Of boxes that are not recognised the org
/// must not have said that they are still to be ticked: the step would end again and again.
fn fields_match(step: &Step, state: &State, reports: &[FieldReport]) -> bool {
    let asked = super::task::fields(step, state);
    let shows = |id: &str| reports.iter().find(|report| report.id == id).map(|it| &it.state);
    asked
        .iter()
        .any(|field| shows(&field.id) == Some(&FieldState::Matches))
        && asked.iter().all(|field| match shows(&field.id) {
            Some(FieldState::Matches) => true,
            Some(FieldState::NotFound | FieldState::ReadOnly) | None => field.optional,
            Some(_) => false,
        })
        && unseen::lacking(step, state, reports).is_empty()
}

pub(super) fn is_there(state: &FieldState) -> bool {
    *state != FieldState::NotFound
}

/// Exactly one frame found the probe and none is in doubt.
fn probe(step: &Step, state: &State, name: &str) -> Option<Seen> {
    let mut found = None;
    for (tab, frame) in frames(state).filter(|(_, frame)| answers(step, state, frame)) {
        match frame.probes.get(name) {
            Some(Sighting::Found(_)) if found.is_none() => found = Some(Seen { private: tab.private }),
            Some(Sighting::Found(_) | Sighting::Ambiguous) => return None,
            Some(Sighting::Absent) | None => {}
        }
    }
    found
}

/// What one tab shows of a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// The fields still to fill are in this frame.
    Fields(FrameId),
    /// The target with this index is in this frame.
    Target(FrameId, usize),
    /// What leads to the step is in this frame: the target that is asked there with this index.
    Lead(FrameId, usize),
    /// The step's page is in this frame, and the control was not found, or not clearly.
    NotShown {
        /// The frame.
        frame: FrameId,
        /// Several controls could be it.
        ambiguous: bool,
    },
    /// The step's page is in this frame, which has not answered yet.
    Looking(FrameId),
    /// The page's own frame has not reported yet.
    Arriving,
    /// No frame shows the step's page.
    OtherPage,
}

impl Place {
    /// The frame that it is in.
    pub fn frame(self) -> Option<FrameId> {
        match self {
            Place::Fields(frame) | Place::Target(frame, _) | Place::Lead(frame, _) => Some(frame),
            Place::NotShown { frame, .. } | Place::Looking(frame) => Some(frame),
            Place::Arriving | Place::OtherPage => None,
        }
    }
}

/// Where in this tab the step is shown, or else what leads to it.
pub(super) fn place(guide: &Guide, step: &Step, state: &State, tab: TabId) -> Place {
    let place = own_place(step, state, tab);
    match place {
        Place::OtherPage if is_arriving(state, tab) => Place::Arriving,
        Place::OtherPage | Place::NotShown { ambiguous: false, .. } => {
            lead(guide, step, state, tab).unwrap_or(place)
        }
        _ => place,
    }
}

/// The tab's shell stands, and the frame that shows its page is still to come.
fn is_arriving(state: &State, tab: TabId) -> bool {
    state
        .tabs
        .get(&tab)
        .is_some_and(|tab| tab.frames.len() == 1 && tab.frames.values().any(|frame| frame.shell))
}

/// The nearest lead that the tab's frames, judged together, show clearly.
fn lead(guide: &Guide, step: &Step, state: &State, tab: TabId) -> Option<Place> {
    let tab = state.tabs.get(&tab)?;
    if wants_other_window(step, state, tab) {
        return None;
    }
    let mut found: Option<(usize, Place)> = None;
    let mut doubtful = None;
    for (id, frame) in &tab.frames {
        if !is_ours(state, frame) || !has_answered(step, state, frame) {
            continue;
        }
        let own = own_targets(step, state, frame).len();
        for (at, lead) in walk::leads(guide, state, step, frame.page.kind)
            .iter()
            .enumerate()
        {
            let nearer = found.is_none_or(|(place, _)| lead.place > place);
            match frame.targets.get(own + at) {
                Some(Sighting::Found(_)) if nearer => found = Some((lead.place, Place::Lead(*id, own + at))),
                Some(Sighting::Found(_))
                    if found.is_some_and(|(place, shown)| {
                        place == lead.place && !matches!(shown, Place::Lead(frame, _) if frame == *id)
                    }) =>
                {
                    doubtful = doubtful.max(Some(lead.place));
                }
                Some(Sighting::Ambiguous) => doubtful = doubtful.max(Some(lead.place)),
                _ => {}
            }
        }
    }
    found
        .filter(|(place, _)| doubtful.is_none_or(|doubtful| doubtful < *place))
        .map(|(_, shown)| shown)
}

/// The step's own targets, as far as they are asked for in this frame: the guide's, then what the user has shown. What leads
/// to the step is asked for after them.
pub(super) fn own_targets(step: &Step, state: &State, frame: &Frame) -> Vec<Target> {
    if !step.pages.contains(&frame.page.kind) {
        return Vec::new();
    }
    let taught = showing::taught(state, step, None, &frame.host);
    step.targets.iter().chain(taught).cloned().collect()
}

/// What a frame says of the step's target with this index; behind those of the guide is the one that the user has shown.
fn sighting<'a>(step: &Step, state: &State, frame: &'a Frame, index: usize) -> Option<&'a Sighting> {
    let is_asked = index < step.targets.len() || showing::taught(state, step, None, &frame.host).is_some();
    frame.targets.get(index).filter(|_| is_asked)
}

/// The step begins with a login that would replace the session of this tab's window.
fn wants_other_window(step: &Step, state: &State, tab: &Tab) -> bool {
    let wants_private = step.login_as.is_some_and(LoginAs::wants_private);
    wants_private && !tab.private && state.private_windows != Some(false)
}

fn own_place(step: &Step, state: &State, tab: TabId) -> Place {
    let Some(tab) = state.tabs.get(&tab) else {
        return Place::OtherPage;
    };
    let on_page: Vec<(FrameId, &Frame)> = tab
        .frames
        .iter()
        .filter(|(_, frame)| step.pages.contains(&frame.page.kind) && is_ours(state, frame))
        .map(|(id, frame)| (*id, frame))
        .collect();
    let Some((first, _)) = on_page.first() else {
        return Place::OtherPage;
    };
    let answered: Vec<(FrameId, &Frame)> = on_page
        .iter()
        .copied()
        .filter(|(_, frame)| answers(step, state, frame))
        .collect();
    if answered.is_empty() {
        return Place::Looking(*first);
    }
    let to_fill = |frame: &Frame| {
        frame
            .fields
            .iter()
            .any(|field| is_there(&field.state) && field.state != FieldState::Matches)
    };
    let mut with_fields = answered.iter().filter(|(_, frame)| to_fill(frame));
    if let (Some((frame, _)), None) = (with_fields.next(), with_fields.next()) {
        return Place::Fields(*frame);
    }
    let mut ambiguous = false;
    let taught = step.targets.len();
    let shows_field = answered
        .iter()
        .any(|(_, frame)| frame.fields.iter().any(|field| is_there(&field.state)));
    // Buttons with what could be chosen stand where there is no control to choose it from; beside one they are a part of it.
    let is_moot = |target: &Target| shows_field && target.name_from_input.is_some();
    for index in std::iter::once(taught).chain(0..taught) {
        if step.targets.get(index).is_some_and(is_moot) {
            continue;
        }
        let says = |frame| sighting(step, state, frame, index);
        let mut found = answered
            .iter()
            .filter(|(_, frame)| matches!(says(frame), Some(Sighting::Found(_))));
        let doubtful = answered
            .iter()
            .any(|(_, frame)| says(frame) == Some(&Sighting::Ambiguous));
        match (found.next(), found.next(), doubtful) {
            (Some((frame, _)), None, false) => return Place::Target(*frame, index),
            (None, _, false) => {}
            _ => {
                ambiguous = true;
                // A later alternative is a makeshift for where this one is not: it settles no doubt about it. What a person
                // has shown may have been on another page of the step.
                if index < taught {
                    break;
                }
            }
        }
    }
    let frame = match on_page.as_slice() {
        [(only, _)] => *only,
        _ => top_frame(tab).unwrap_or(*first),
    };
    Place::NotShown { frame, ambiguous }
}

/// The tab shows a page of the step.
fn shows(step: &Step, state: &State, tab: &Tab) -> bool {
    tab.frames
        .values()
        .any(|frame| step.pages.contains(&frame.page.kind) && is_ours(state, frame))
}

/// A tab that shows a page of the step, other than this one, and in which the step may be done: Setup never in private, what
/// wants a login of its own in private only, where that is allowed.
pub(super) fn other_tab(step: &Step, state: &State, than: Option<TabId>) -> Option<TabId> {
    let suits = |tab: &Tab| match step.place {
        guide::Place::Salesforce => !tab.private,
        _ => !wants_other_window(step, state, tab),
    };
    let found = |(id, tab): &(&TabId, &Tab)| Some(**id) != than && suits(tab) && shows(step, state, tab);
    state.tabs.iter().find(found).map(|(id, _)| *id)
}

/// The tab's top frame, once it has reported.
pub(super) fn top_frame(tab: &Tab) -> Option<FrameId> {
    tab.frames.iter().find(|(_, frame)| frame.top).map(|(id, _)| *id)
}
