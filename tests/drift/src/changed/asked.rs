//! What the guide asks on the fixtures' pages: the very tasks that frames get.

use std::collections::BTreeMap;
use vecmap::VecMap;
use waymark_core::field::{Control, FieldTask, Wanted};
use waymark_core::guide::{Guide, Step};
use waymark_core::inputs::InputKey;
use waymark_core::journey::{Frame, State, Tab, frame_task};
use waymark_core::message::{FrameTask, ToContent};
use waymark_core::page::{Page, PageKind};
use waymark_core::read::rows::Needs;
use waymark_core::target::Target;
use waymark_core::words::Words;
use waymark_drift_generator::{Fixture, Known, Question};

/// One question: a step's control, a field of it, or a part of a pair of lists.
pub struct Asked {
    id: String,
    /// By the page that the frame shows.
    pub tasks: BTreeMap<String, Task>,
}

/// What is looked for in a frame.
pub struct Task {
    /// What is read of the page.
    pub needs: Needs,
    /// Looked for one after the other: the first that is clearly there is it.
    pub targets: Vec<Target>,
    /// Where a choice has no control of its own, the card of what is wanted stands for it.
    pub card: Option<Target>,
    /// The step's fields, each with its card: beside one of them a button with what could be chosen is not looked for.
    pub fields: Vec<Vec<Target>>,
}

impl Asked {
    /// What its right answers are marked with.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// As the generator knows it.
    pub fn question(&self) -> Question {
        Question {
            id: self.id.clone(),
            pages: self.tasks.keys().cloned().collect(),
            known: self.known(),
        }
    }
}

impl Asked {
    /// What the guide states of the control itself, whichever of its targets is meant.
    fn known(&self) -> Known {
        let mut known = Known::default();
        for task in self.tasks.values() {
            for target in task.targets.iter().chain(&task.card) {
                let tokens = [
                    &target.ids,
                    &target.id_suffixes,
                    &target.name_attributes,
                    &target.href_contains,
                ];
                known.tokens.extend(tokens.into_iter().flatten().cloned());
                known.wordings.extend(
                    target
                        .names
                        .values()
                        .flatten()
                        .map(|wording| wording.to_lowercase()),
                );
                known
                    .wordings
                    .extend(target.exact_names.iter().map(|text| text.to_lowercase()));
            }
        }
        known
    }
}

/// Every question of the guide that has an answer on one of these pages.
pub fn all(guide: &Guide, fixtures: &[Fixture]) -> Vec<Asked> {
    let steps = guide.sections.iter().flat_map(|section| &section.steps);
    let mut all: Vec<Asked> = steps.flat_map(|step| of_step(guide, step)).collect();
    let is_marked = |asked: &Asked| {
        let frames = fixtures.iter().flat_map(|fixture| &fixture.frames);
        frames.into_iter().any(|frame| frame.answers.contains(&asked.id))
    };
    all.retain(is_marked);
    all
}

fn of_step(guide: &Guide, step: &Step) -> Vec<Asked> {
    let mut by_id: BTreeMap<String, BTreeMap<String, Task>> = BTreeMap::new();
    for &page in &step.pages {
        let Some(task) = told(guide, step, page) else {
            continue;
        };
        let fields: Vec<Vec<Target>> = task
            .fields
            .iter()
            .map(|field| std::iter::once(field.target.clone()).chain(card(field)).collect())
            .collect();
        let mut ask = |id: String, targets: Vec<Target>, card| {
            let asked = Task {
                needs: needs(&task),
                targets,
                card,
                fields: fields.clone(),
            };
            by_id.entry(id).or_default().insert(name_of(page), asked);
        };
        if !step.targets.is_empty() {
            let own = task.targets.iter().take(step.targets.len());
            ask(step.id.clone(), own.cloned().collect(), None);
        }
        for field in &task.fields {
            let id = [&step.id, "/", &field.id].concat();
            ask(id, vec![field.target.clone()], card(field));
            if let Control::DuelingList { add, chosen } = &field.control {
                ask([&step.id, "/add"].concat(), vec![(**add).clone()], None);
                ask([&step.id, "/chosen"].concat(), vec![(**chosen).clone()], None);
            }
        }
    }
    by_id.into_iter().map(|(id, tasks)| Asked { id, tasks }).collect()
}

/// What a frame with this page is told when this step is shown.
fn told(guide: &Guide, step: &Step, page: PageKind) -> Option<FrameTask> {
    const TAB: i32 = 1;
    const FRAME: i64 = 0;
    let mut state = State::new(&guide.id, "acme.my.salesforce.com");
    let inputs = [
        (InputKey::PermissionSetLabel, "Jotform Integration"),
        (InputKey::Object, "Lead"),
        (
            InputKey::Fields,
            "FirstName,LastName,Company,Email,Phone,Description",
        ),
        (InputKey::Action, "write"),
        (InputKey::UpdateExisting, "yes"),
        (InputKey::Attachments, "yes"),
    ];
    for (key, value) in inputs {
        state.inputs.values.insert(key, value.to_owned());
    }
    state.looking_at = Some(step.id.clone());
    let mut tab = Tab::default();
    tab.frames.insert(FRAME, frame(page));
    state.tabs.insert(TAB, tab);
    match frame_task(guide, &Words::default(), &state, TAB, FRAME) {
        ToContent::Task(task) => Some(*task),
        ToContent::Dormant => None,
    }
}

fn frame(kind: PageKind) -> Frame {
    Frame {
        page: Page {
            kind,
            record: None,
            object: None,
            wizard: None,
        },
        host: String::new(),
        top: true,
        shell: false,
        other_org: false,
        before: None,
        generation: 0,
        question: String::new(),
        targets: Vec::new(),
        probes: VecMap::default(),
        fields: Vec::new(),
        page_errors: Vec::new(),
        language: String::new(),
    }
}

/// As the content script puts it together for a task.
fn needs(task: &FrameTask) -> Needs {
    let fields = task.fields.iter().flat_map(|field| {
        let lists = match &field.control {
            Control::DuelingList { add, chosen } => vec![&**add, &**chosen],
            _ => Vec::new(),
        };
        std::iter::once(&field.target).chain(lists)
    });
    let mut needs = Needs::of(task.targets.iter().chain(task.probes.values()).chain(fields));
    let wanted = task.fields.iter().filter_map(wanted_labels).flatten();
    needs
        .clickable
        .texts
        .extend(wanted.map(|label| waymark_core::locate::text::Text::new(label)));
    needs
}

fn wanted_labels(field: &FieldTask) -> Option<&Vec<String>> {
    match (&field.control, &field.wanted) {
        (Control::Choice, Wanted::Option { labels, .. }) => Some(labels),
        _ => None,
    }
}

fn card(field: &FieldTask) -> Option<Target> {
    Some(Target {
        role: Some("radio".to_owned()),
        names: [(String::new(), wanted_labels(field)?.clone())]
            .into_iter()
            .collect(),
        ..Target::default()
    })
}

/// The page's name in guides and fixtures.
fn name_of(page: PageKind) -> String {
    serde_json::to_value(page)
        .ok()
        .and_then(|name| name.as_str().map(str::to_owned))
        .unwrap_or_default()
}
