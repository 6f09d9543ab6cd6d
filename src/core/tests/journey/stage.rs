//! A stage for replays: a browser with tabs and frames that answers what it is asked, and an org that answers checks.

use vecmap::{VecMap, VecSet};
use waymark_core::check::{Cause, CheckId, Evidence, Finding, Outcome, Report};
use waymark_core::field::{FieldReport, FieldState, RecordKey};
use waymark_core::form::Question;
use waymark_core::guide::Guide;
use waymark_core::inputs::InputKey;
use waymark_core::journey::{
    Bound, Effect, Event, FrameId, PanelContext, Source, State, TabId, advance, current, frame_task,
    panel_view,
};
use waymark_core::lean::Lean;
use waymark_core::message::{CardAction, FrameTask, FromPanel, Observation, Show, Sighting, ToContent};
use waymark_core::page::{DocumentFacts, WizardStage};
use waymark_core::view::{CardView, PanelView};
use waymark_core::wire;
use waymark_core::words::Words;

pub const CORE: &str = "https://acme.my.salesforce.com";
pub const SETUP: &str = "https://acme.my.salesforce-setup.com";
pub const FORM: &str = "https://www.jotform.com/build/240001234567890";
pub const SET: &str = "0PS000000000001";
pub const USER: &str = "005000000000001";

pub const TAB: TabId = 7;
pub const PRIVATE: TabId = 8;
pub const INNER: FrameId = 31;

pub fn guide() -> Guide {
    serde_json::from_str(include_str!(
        "../../../../extension/guides/jotform-salesforce.json"
    ))
    .unwrap()
}

pub fn words() -> Words {
    Words::parse(
        "en",
        include_str!("../../../../extension/_locales/en/messages.json"),
    )
    .unwrap()
}

/// What the pages answer of what they are asked.
#[derive(Clone, Default)]
pub struct Answers {
    /// Fields by id that show something else than what is wanted; all others match.
    pub fields: VecMap<String, FieldState>,
    /// Probes that are there.
    pub probes: VecSet<String>,
    /// Error texts on the page.
    pub errors: Vec<String>,
    /// The wizard's stage.
    pub wizard: Option<WizardStage>,
    /// The document's title.
    pub title: String,
    /// A Classic page.
    pub classic: bool,
    /// The questions that the builder shows.
    pub questions: Vec<Question>,
}

pub struct Stage {
    pub guide: Guide,
    pub words: Words,
    pub state: State,
    pub effects: Vec<Effect>,
    pub answers: Answers,
}

impl Stage {
    /// A journey in one tab, started, with the inputs confirmed.
    pub fn begun(checks: bool) -> Stage {
        let mut stage = Stage::new();
        stage.type_in(InputKey::Email, "jane@acme.example");
        stage.panel(FromPanel::ConfirmInputs);
        stage.panel(FromPanel::DecideChecks { allowed: checks });
        stage
    }

    pub fn new() -> Stage {
        let mut stage = Stage {
            guide: guide(),
            words: words(),
            state: State::new("jotform-salesforce", "acme.my.salesforce.com"),
            effects: Vec::new(),
            answers: Answers::default(),
        };
        stage.bind(TAB, false);
        stage.panel(FromPanel::Start { tab: TAB });
        stage
    }

    pub fn bind(&mut self, tab: TabId, private: bool) {
        self.happen(Event::TabBound {
            tab,
            private,
            cookie_store: if private { "1" } else { "0" }.to_owned(),
        });
    }

    pub fn happen(&mut self, event: Event) {
        let (state, effects) = advance(&self.guide, self.state.clone(), event);
        assert_eq!(State::kept(&state.to_keep()).as_ref(), Ok(&state));
        self.state = state;
        self.effects = effects;
    }

    pub fn panel(&mut self, message: FromPanel) {
        self.happen(Event::Panel(travelled(&message)));
    }

    pub fn type_in(&mut self, key: InputKey, text: &str) {
        self.panel(FromPanel::Input {
            key,
            text: text.to_owned(),
        });
    }

    pub fn press(&mut self, action: CardAction) {
        self.happen(Event::Pressed(source(TAB, 0, SETUP, false), action));
    }

    pub fn asked_org(&self) -> bool {
        self.effects.contains(&Effect::Check)
    }

    pub fn step(&self) -> String {
        current(&self.guide, &self.state).map_or_else(|| "finished".to_owned(), |step| step.id.clone())
    }

    pub fn task(&self, tab: TabId, frame: FrameId) -> FrameTask {
        let told = frame_task(&self.guide, &self.words, &self.state, tab, frame);
        assert_eq!(travelled(&told), told);
        match told {
            ToContent::Task(task) => *task,
            ToContent::Dormant => panic!("the frame is dormant"),
        }
    }

    /// The card that the tab shows: there is never more than one.
    pub fn card(&self, tab: TabId) -> CardView {
        let frames = self.state.tabs[&tab].frames.keys();
        let cards: Vec<CardView> = frames
            .filter_map(|frame| match self.task(tab, *frame).show {
                Show::Nothing => None,
                Show::At(_, card) | Show::Card(card) => Some(*card),
            })
            .collect();
        assert_eq!(cards.len(), 1, "cards in tab {tab}");
        cards.into_iter().next().unwrap()
    }

    pub fn view(&self) -> PanelView {
        let context = PanelContext {
            tab: Some(TAB),
            host: Some("acme.my.salesforce-setup.com".to_owned()),
            checking: None,
            reading_form: false,
            domain_refused: false,
            stands: Vec::new(),
            now: 1_000_000,
        };
        let view = panel_view(&self.guide, &self.words, &self.state, &context);
        assert_eq!(travelled(&view), view);
        view
    }

    /// The Setup shell with a Classic page in its frame, as Lightning shows it.
    pub fn setup(&mut self, path: &str) {
        self.show(TAB, 0, &[SETUP, "/lightning/setup/PermSets/page"].concat(), true);
        self.show(TAB, INNER, &[CORE, path].concat(), false);
    }

    pub fn setup_home(&mut self) {
        self.leave(TAB, INNER);
        self.show(
            TAB,
            0,
            &[SETUP, "/lightning/setup/SetupOneHome/home"].concat(),
            true,
        );
    }

    /// A frame shows a page; it reports, is asked, and answers until nothing changes any more.
    pub fn show(&mut self, tab: TabId, frame: FrameId, url: &str, top: bool) {
        let mut asked = false;
        for _ in 0..6 {
            let (generation, question, fields, targets, probes) = match self.state.tabs.get(&tab) {
                Some(it) if it.frames.contains_key(&frame) => {
                    let task = self.task(tab, frame);
                    let fields = task.fields.iter().map(|field| FieldReport {
                        id: field.id.clone(),
                        state: self
                            .answers
                            .fields
                            .get(&field.id)
                            .cloned()
                            .unwrap_or(FieldState::Matches),
                    });
                    let probes = task.probes.keys().map(|name| {
                        let there = self.answers.probes.contains(name);
                        (
                            name.clone(),
                            if there {
                                Sighting::Found(90)
                            } else {
                                Sighting::Absent
                            },
                        )
                    });
                    let targets = task.targets.iter().map(|_| Sighting::Found(90)).collect();
                    (
                        task.generation,
                        task.question,
                        fields.collect(),
                        targets,
                        probes.collect(),
                    )
                }
                _ => (0, String::new(), Vec::new(), Vec::new(), VecMap::new()),
            };
            let observation = Observation {
                generation,
                question,
                document: DocumentFacts {
                    top,
                    setup_frame: top && self.state.tabs.get(&tab).is_some_and(|it| it.frames.len() > 1),
                    wizard: self.answers.wizard.filter(|_| url.contains("jotform")),
                    title: self.answers.title.clone(),
                    classic_body: self.answers.classic,
                    ..DocumentFacts::default()
                },
                address: url.to_owned(),
                targets,
                probes,
                fields,
                page_errors: self.answers.errors.clone(),
                questions: self.answers.questions.clone(),
            };
            let observation = travelled(&observation);
            let private = self.state.tabs.get(&tab).is_some_and(|it| it.private);
            let before = self.state.clone();
            self.happen(Event::Observed(
                source(tab, frame, url, private),
                Box::new(observation),
            ));
            asked |= self.asked_org();
            if self.state == before {
                break;
            }
        }
        if asked && !self.asked_org() {
            self.effects.push(Effect::Check);
        }
    }

    pub fn leave(&mut self, tab: TabId, frame: FrameId) {
        self.happen(Event::FrameLoaded(source(tab, frame, CORE, false)));
    }

    /// The org answers a check: these causes are wrong, these checks are proven, all else cannot be checked.
    pub fn org_says(&mut self, proven: &[CheckId], wrong: &[(CheckId, Cause)]) {
        let mut answers: Vec<(CheckId, Outcome)> = proven
            .iter()
            .map(|id| (*id, Outcome::Proven(vec![evidence()])))
            .collect();
        answers.extend(wrong.iter().map(|(id, cause)| {
            let finding = Finding {
                cause: *cause,
                evidence: vec![evidence()],
            };
            (*id, Outcome::Wrong(vec![finding]))
        }));
        self.happen(Event::Checked {
            report: Box::new(Report {
                answers,
                requests: 3,
                api_usage: Some((120, 15000)),
                at: 990_000,
            }),
            bound: Some(Bound {
                organization_id: "00D000000000001".to_owned(),
                user_id: "005000000000009".to_owned(),
                user_name: "Jane Roe".to_owned(),
                cookie_store: "0".to_owned(),
            }),
            org_name: Some("Acme".to_owned()),
            records: VecMap::new(),
            described: None,
            plans: Box::default(),
        });
    }
}

/// A value as it arrives at the other end.
fn travelled<T: Lean>(value: &T) -> T {
    wire::read(&wire::write(value)).unwrap()
}

fn evidence() -> Evidence {
    Evidence {
        source: "PermissionSet.LicenseId".to_owned(),
        seen: "Salesforce Integration".to_owned(),
        wanted: "Salesforce API Integration".to_owned(),
    }
}

pub fn source(tab: TabId, frame: FrameId, url: &str, private: bool) -> Source {
    Source {
        tab,
        frame,
        url: url.to_owned(),
        private,
        cookie_store: if private { "1" } else { "0" }.to_owned(),
    }
}

/// Shows that a record was learnt.
pub fn learnt(stage: &Stage, key: RecordKey) -> Option<&str> {
    stage.state.record(key)
}

/// A journey without checks, at the list of permission sets.
pub fn at_list() -> Stage {
    let mut stage = Stage::begun(false);
    stage.setup_home();
    stage.setup("/0PS");
    stage
}

/// In how many frames of the first tab the spotlight is.
pub fn spotlights(stage: &Stage) -> usize {
    let frames = stage.state.tabs[&TAB].frames.keys();
    frames
        .filter(|frame| matches!(stage.task(TAB, **frame).show, Show::At(..)))
        .count()
}

/// A question of a form, with this number, type and text.
pub fn question(id: &str, kind: &str, label: &str) -> Question {
    Question {
        id: id.to_owned(),
        kind: kind.to_owned(),
        label: label.to_owned(),
        ..Question::default()
    }
}
