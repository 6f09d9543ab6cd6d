//! What the engine sees of its frame at one moment: the snapshot, and the answers to the task's questions.

use crate::observe::facts::{document_facts, on_jotform, page_errors, questions};
use crate::observe::fields::{dueling_state, says_whether_chosen, state};
use crate::observe::live::Live;
use crate::observe::seen::shown;
use crate::observe::snapshot::{Picture, Taking, take};
use waymark_core::field::{Control, FieldReport, FieldState, FieldTask, Wanted};
use waymark_core::locate::text::Text;
use waymark_core::locate::{Answer, locate};
use waymark_core::message::{FrameTask, Observation, Sighting};
use waymark_core::read::rows::Needs;
use waymark_core::target::Target;
use waymark_web::shadow::ShadowReach;
use web_sys::{Document, Element, Window};

/// A frame's window and document, and how to reach into its shadow roots.
pub struct Frame {
    /// The window.
    pub window: Window,
    /// The document.
    pub document: Document,
    reach: ShadowReach,
}

impl Frame {
    /// The frame that this script runs in; `None` where there is no document.
    #[must_use]
    pub fn current() -> Option<Self> {
        let window = web_sys::window()?;
        let document = window.document()?;
        Some(Self {
            window,
            document,
            reach: ShadowReach::new(),
        })
    }

    /// Begins to read the frame for this task. Without a task there is nothing to look for but what tells the page.
    #[must_use]
    pub fn begin(&self, task: Option<&FrameTask>, own: Option<&Element>) -> Taking {
        let asked = task.is_some_and(|task| {
            task.ask.is_some()
                || !(task.targets.is_empty() && task.fields.is_empty() && task.probes.is_empty())
        });
        let needs = (asked || on_jotform(&self.window)).then(|| {
            let mut needs = task.map(|task| Needs::of(all_targets(task))).unwrap_or_default();
            if task.is_some_and(|task| task.ask.is_some()) {
                (needs.sections, needs.neighbours) = (true, true);
            }
            needs.clickable.texts.extend(task.into_iter().flat_map(choices));
            needs
        });
        Taking::begin(&self.document, &self.reach, own, needs)
    }

    /// Reads the whole frame at once, whatever is looked for.
    #[must_use]
    pub fn take(&self, own: Option<&Element>) -> Picture {
        take(&self.document, &self.reach, own, &Needs::default())
    }

    /// Puts together what is reported. `by_user` and `busy` are ids of fields.
    #[must_use]
    pub fn observation(
        &self,
        picture: &Picture,
        task: Option<&FrameTask>,
        by_user: &[String],
        busy: Option<&str>,
    ) -> Observation {
        let document = document_facts(&self.window, &self.document, picture);
        let mut observation = Observation {
            questions: questions(&self.window),
            document,
            address: self.window.location().href().unwrap_or_default(),
            page_errors: page_errors(&self.window, picture),
            ..Observation::default()
        };
        if let Some(task) = task {
            observation.generation = task.generation;
            observation.question.clone_from(&task.question);
            let sight = |target: &Target| sighting(&answer(picture, target));
            observation.targets = task.targets.iter().map(sight).collect();
            // One by one: collecting would bring in a sort.
            for (name, target) in &task.probes {
                observation.probes.insert(name.clone(), sight(target));
            }
            observation.fields = task
                .fields
                .iter()
                .map(|field| report(picture, field, by_user, busy))
                .collect();
            let parts = task.fields.iter().flat_map(FieldTask::parts);
            let missing = parts.filter(|(_, target)| element_of(picture, target).is_none());
            observation.fields.extend(missing.map(|(id, _)| FieldReport {
                id,
                state: FieldState::NotFound,
            }));
        }
        observation
    }
}

/// The labels of wanted choices: they may be cards.
fn choices(task: &FrameTask) -> impl Iterator<Item = Text> {
    task.fields
        .iter()
        .flat_map(|field| match (&field.control, &field.wanted) {
            (Control::Choice, Wanted::Option { labels, .. }) => {
                labels.iter().map(|label| Text::new(label)).collect()
            }
            _ => Vec::new(),
        })
}

fn all_targets(task: &FrameTask) -> impl Iterator<Item = &Target> {
    let fields = task.fields.iter().flat_map(|field| {
        let parts = field.parts().into_iter().map(|(_, target)| target);
        std::iter::once(&field.target).chain(&field.taught).chain(parts)
    });
    task.targets.iter().chain(task.probes.values()).chain(fields)
}

/// What is found, among what a person can see and press.
fn answer(picture: &Picture, target: &Target) -> Answer {
    loop {
        let answer = locate(target, &picture.snapshot.borrow());
        let meant = match &answer {
            Answer::Found { element, .. } => std::slice::from_ref(element),
            Answer::Ambiguous { candidates, .. } => candidates,
            Answer::Absent { .. } => &[],
        };
        let mut hidden = false;
        for &at in meant {
            let element = picture.elements.get(at);
            if let (Some(row), Some(element)) = (picture.snapshot.borrow_mut().elements.get_mut(at), element)
                && shown(element, picture.modal.as_ref()).is_none()
            {
                row.visible = false;
                hidden = true;
            }
        }
        if !hidden {
            return answer;
        }
    }
}

fn sighting(answer: &Answer) -> Sighting {
    match answer {
        Answer::Found { confidence, .. } => Sighting::Found(*confidence),
        Answer::Ambiguous { .. } => Sighting::Ambiguous,
        Answer::Absent { .. } => Sighting::Absent,
    }
}

/// The element that a target is clearly found at.
#[must_use]
pub fn element_of(picture: &Picture, target: &Target) -> Option<Live> {
    match answer(picture, target) {
        Answer::Found { element, .. } => picture.elements.get(element).cloned(),
        _ => None,
    }
}

/// The control of a field, as the user has shown it or as the guide knows it. Where a choice has no control of its own, its
/// options are cards: the wanted one stands for it. A plain button with its name is none: it does, and holds nothing.
#[must_use]
pub fn control_of(picture: &Picture, field: &FieldTask) -> Option<Live> {
    let mut known = field.taught.iter().chain([&field.target]);
    known.find_map(|target| element_of(picture, target)).or_else(|| {
        let (Control::Choice, Wanted::Option { labels, .. }) = (&field.control, &field.wanted) else {
            return None;
        };
        let card = Target {
            role: Some("radio".to_owned()),
            names: [(String::new(), labels.clone())].into_iter().collect(),
            ..Target::default()
        };
        element_of(picture, &card).filter(says_whether_chosen)
    })
}

fn report(picture: &Picture, field: &FieldTask, by_user: &[String], busy: Option<&str>) -> FieldReport {
    let state = if busy == Some(field.id.as_str()) {
        FieldState::Busy
    } else {
        field_state(picture, field, by_user.contains(&field.id))
    };
    FieldReport {
        id: field.id.clone(),
        state,
    }
}

/// What a field shows.
#[must_use]
pub fn field_state(picture: &Picture, field: &FieldTask, by_user: bool) -> FieldState {
    let element = control_of(picture, field);
    match (&field.control, element) {
        (Control::DuelingList { chosen, .. }, available) => {
            let chosen = element_of(picture, chosen);
            dueling_state(available.as_ref(), chosen.as_ref(), &field.wanted)
        }
        (_, None) => FieldState::NotFound,
        (control, Some(element)) => state(&element, control, &field.wanted, by_user),
    }
}
