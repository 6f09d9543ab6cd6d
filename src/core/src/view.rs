//! What the card and the panel show, as values: all words are already in the extension's language.

mod mapping;
mod settings;

pub use mapping::{MappingRow, MappingView, OfferView};
pub use settings::{ChoiceView, DefaultView, SettingsView};

use crate::guide::Place;
use crate::inputs::InputKey;
use crate::message::CardAction;
use serde::{Deserialize, Serialize};
use waymark_lean::Lean;

/// The card beside the control.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct CardView {
    /// The step's id, so that a new step is announced once.
    pub step: String,
    /// The section's name.
    pub section: String,
    /// One sentence: what to do.
    pub what: String,
    /// One sentence: why.
    pub why: String,
    /// For example "Step 7 of 34".
    pub progress: String,
    /// 0 to 100.
    pub percent: u8,
    /// Warnings and notices, the gravest first.
    pub notices: Vec<Notice>,
    /// Words for the states of the fields; without it the step has no fields.
    pub field_words: Option<FieldWords>,
    /// Label of the fill button; `None` hides it.
    pub fill: Option<String>,
    /// The other buttons, in order.
    pub actions: Vec<CardButton>,
    /// Where the control could not be found: why nothing is highlighted.
    pub not_shown: Option<String>,
    /// Accessible name of the card.
    pub label: String,
    /// Accessible name of the button that makes the card small.
    pub minimise: String,
    /// Accessible name of the small card: it opens again.
    pub expand: String,
    /// The language of the words, as documents declare it: the page's may be another.
    pub language: String,
    /// Right-to-left.
    pub rtl: bool,
}

/// Words for the state of a field's line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct FieldWords {
    /// It is as wanted.
    pub matches: String,
    /// Nothing there yet.
    pub empty: String,
    /// Something else; `{seen}` and `{wanted}` stand in it.
    pub differs: String,
    /// Changed by the user: left alone; `{seen}` and `{wanted}` stand in it.
    pub by_user: String,
    /// The option is not offered; `{wanted}` stands in it.
    pub not_offered: String,
    /// Read-only.
    pub read_only: String,
    /// Not found.
    pub not_found: String,
    /// Being filled.
    pub busy: String,
}

/// A notice in the card or in the panel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
pub struct Notice {
    /// How grave.
    pub tone: Tone,
    /// One or two sentences.
    pub text: String,
}

/// How a finding stands, what needs doing most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Lean)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It is wrong.
    Wrong,
    /// It works, and may go wrong or end.
    Risk,
    /// It could not be checked.
    NotChecked,
    /// A step that is still open brings it.
    ToDo,
    /// Something else comes first, and may come yet.
    Waits,
    /// Good to know.
    Known,
    /// It is proven.
    Proven,
}

/// How grave a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(rename_all = "kebab-case")]
pub enum Tone {
    /// Good news.
    Good,
    /// To know.
    Note,
    /// To mind.
    Warning,
    /// Wrong.
    Wrong,
}

/// A button of the card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
pub struct CardButton {
    /// What it does.
    pub action: CardAction,
    /// What it says.
    pub label: String,
    /// The one thing to do now.
    pub primary: bool,
}

/// All that the panel shows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct PanelView {
    /// The id of the language that everything is said in.
    pub language: String,
    /// Which face the panel shows.
    pub face: Face,
    /// Why Waymark does not act on the page that the panel stands beside, where it knows whose page it is.
    pub explained: Option<String>,
    /// The org; `None` until one is known.
    pub org: Option<OrgView>,
    /// The bound tab, if it is still open.
    pub tab: Option<i32>,
    /// The journey runs in the tab that the panel stands beside.
    pub here: bool,
    /// Where guides stand in other orgs.
    pub stands: Vec<StandView>,
    /// Some steps have ended: the journey is continued, not started.
    pub begun: bool,
    /// The journey as a file for a colleague.
    pub hand_over: String,
    /// What was opened as such a file is none, or of another org.
    pub not_taken_over: bool,
    /// Which answer goes into which field.
    pub mapping: MappingView,
    /// What Waymark could write; `None` where there is nothing.
    pub plan: Option<PlanView>,
    /// What to do next, in one sentence.
    pub next: Option<String>,
    /// And why.
    pub next_why: Option<String>,
    /// And where.
    pub next_place: Option<Place>,
    /// Sections in order.
    pub sections: Vec<SectionView>,
    /// Inputs in order.
    pub inputs: Vec<InputView>,
    /// The host that the browser is asked for when the inputs are confirmed: a domain of the user's own.
    pub own_domain: Option<String>,
    /// That nothing can be pointed at there, because the browser was told not to allow it, and what to do.
    pub domain_refused: Option<String>,
    /// Inputs are confirmed.
    pub inputs_confirmed: bool,
    /// Whether the user has let Waymark check the org: `None` until decided.
    pub checks_allowed: Option<bool>,
    /// Waymark goes ahead by itself.
    pub by_itself: bool,
    /// A check is running.
    pub checking: bool,
    /// How far it has come.
    pub progress: Option<ProgressView>,
    /// When the last check ran and what it took, in words.
    pub checked: Option<String>,
    /// The answers, grouped: wrong first, then could not check, then still to do, then proven.
    pub findings: Vec<FindingView>,
    /// Done steps of all.
    pub done: usize,
    /// All steps that are walked.
    pub total: usize,
    /// The step's page can be opened.
    pub can_open: bool,
    /// And better in a private window: the words for it.
    pub private: Option<String>,
    /// The extension may not run in private windows: how to allow it.
    pub private_blocked: Option<String>,
    /// What the user has shown.
    pub lessons: Vec<LessonView>,
    /// The same as a file to send in, without names of the org; empty where nothing was shown.
    pub lessons_file: String,
}

/// Something that the user has shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
pub struct LessonView {
    /// By what it is known.
    pub key: String,
    /// What it is for: the step, or the field.
    pub what: String,
    /// What the control is called, or by what else it is known.
    pub control: String,
    /// The host on whose pages it is looked for.
    pub host: String,
}

/// How far a check has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct ProgressView {
    /// Requests that were sent.
    pub sent: u32,
    /// As many are sent at most.
    pub most: u32,
    /// It can be given up.
    pub can_stop: bool,
}

/// What Waymark could write, and how that ended.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct PlanView {
    /// Stands for exactly these writes.
    pub key: String,
    /// A line for each write.
    pub writes: Vec<String>,
    /// What no write mends.
    pub left: Vec<String>,
    /// The integration user could be made, too.
    pub offers_user: bool,
    /// The user has agreed to that.
    pub makes_user: bool,
    /// It fits into one all-or-nothing request.
    pub fits: bool,
    /// The name that has to be typed before it is written: the org is production.
    pub name: Option<String>,
    /// It is being written.
    pub applying: bool,
    /// How the last writing ended.
    pub result: Option<Notice>,
    /// How to take back what was written, line by line.
    pub way_back: Vec<String>,
    /// The same as commands of `sf`.
    pub commands: String,
    /// The permission set with its grants as metadata XML.
    pub metadata: String,
    /// What a file of it is called, without its ending.
    pub file: String,
}

/// The report of the last check, as texts of files.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct ReportFiles {
    /// Markdown.
    pub markdown: String,
    /// JSON.
    pub json: String,
    /// HTML, to print.
    pub page: String,
    /// Names and addresses of people are taken out.
    pub hides: bool,
}

/// The faces of the panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(rename_all = "kebab-case")]
pub enum Face {
    /// No guided page in the tab: what Waymark does and where it starts.
    #[default]
    Nowhere,
    /// A page of a known host where Waymark does nothing: why.
    Explained,
    /// A guided page, no journey yet.
    Ready,
    /// A journey.
    Journey,
    /// A finished one, with its proof.
    Finished,
}

/// The org as the panel names it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct OrgView {
    /// Its name, or its host until the name is known.
    pub name: String,
    /// Its core host.
    pub host: String,
    /// "Production" or "Sandbox" and the like, in words.
    pub kind: String,
    /// It is production: shown with weight.
    pub production: bool,
    /// The acting user, once known.
    pub user: Option<String>,
}

/// Where a guide stands in one org.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct StandView {
    /// The org's name, or its host until the name is known.
    pub name: String,
    /// Its core host.
    pub host: String,
    /// How far it has come, in words.
    pub progress: String,
    /// 0 to 100.
    pub percent: u8,
}

/// A section in the panel.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct SectionView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its steps.
    pub steps: Vec<StepView>,
}

/// A step in the panel.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct StepView {
    /// Its id.
    pub id: String,
    /// What to do.
    pub what: String,
    /// Where it stands.
    pub mark: Mark,
    /// What made it done, in words.
    pub because: Option<String>,
}

/// Where a step stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// Not yet.
    #[default]
    Open,
    /// The one to do now.
    Current,
    /// The page showed it.
    Done,
    /// The org's data showed it.
    Proven,
    /// The user left it out.
    Skipped,
    /// The org's data showed that it is not so.
    Wrong,
}

/// An input in the panel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
pub struct InputView {
    /// Which.
    pub key: InputKey,
    /// Its label.
    pub label: String,
    /// One sentence of help.
    pub help: String,
    /// Its value.
    pub value: String,
    /// It is a default, not typed.
    pub derived: bool,
    /// What is wrong with it, in words.
    pub error: Option<String>,
    /// It is a yes-or-no.
    pub toggle: bool,
    /// Values to choose from; empty means free text.
    pub choices: Vec<String>,
    /// Words for the choices; empty where the values speak for themselves and others may be typed.
    pub choice_labels: Vec<String>,
}

/// A finding in the panel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
pub struct FindingView {
    /// Where it stands among the others.
    pub standing: Standing,
    /// What was checked.
    pub title: String,
    /// The cause in plain words, or why it could not be checked.
    pub text: String,
    /// What mends it.
    pub fix: Option<String>,
    /// The step that mends it.
    pub fix_step: Option<String>,
    /// What was seen: `API name: seen (wanted …)`.
    pub evidence: Vec<String>,
}
