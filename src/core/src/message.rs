//! The messages between the parts: one closed enum per direction.

use crate::field::{FieldReport, FieldTask};
use crate::form::Question;
use crate::inputs::InputKey;
use crate::jotform_api::ApiKey;
use crate::lesson::Shown;
use crate::page::DocumentFacts;
use crate::target::Target;
use crate::view::{CardView, PanelView, ReportFiles, SettingsView};
use serde::{Deserialize, Serialize};
use vecmap::VecMap;
use waymark_lean::Lean;

/// Asks a frame for its page facts, which it replies as a text.
pub const FACTS: &str = "facts";

/// From a frame to the background. Nothing in here is trusted; who sent it is told by the browser.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FromContent {
    /// The loader reports its frame and asks whether it has work. (The loader sends the plain string `"frame"`.)
    Frame,
    /// This frame can have the engine in this form. (`probe.js` sends its plain name.)
    Takes(EngineForm),
    /// The engine runs, or what it sees has changed.
    Observed(Box<Observation>),
    /// The user pressed something in the card.
    Pressed(CardAction),
    /// The user showed this control, as was asked.
    Shown(Box<Shown>),
}

/// The engine's two forms, made from one compilation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EngineForm {
    /// As WebAssembly.
    Wasm,
    /// As plain JavaScript, a third larger: for frames whose page forbids WebAssembly.
    Plain,
}

/// What a frame sees.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct Observation {
    /// The generation of the task that it answers; 0 before the first task.
    pub generation: u32,
    /// The question of the task that it answers; empty where it asked nothing.
    pub question: String,
    /// Facts about the document.
    pub document: DocumentFacts,
    /// The address as the document sees it, used only for its path where the browser's own is older.
    pub address: String,
    /// What was found of the step's targets, in their order, then its probes by name.
    pub targets: Vec<Sighting>,
    /// What was found of the probes.
    pub probes: VecMap<String, Sighting>,
    /// What the step's fields show.
    pub fields: Vec<FieldReport>,
    /// Error texts that the page itself shows, at most three of 200 characters, each with the id of the field that it stands
    /// at, where there is one, after a separator.
    pub page_errors: Vec<String>,
    /// The questions of the form that Jotform's builder or the form's own page shows; none elsewhere.
    pub questions: Vec<Question>,
}

/// What one frame says of one target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(rename_all = "kebab-case")]
pub enum Sighting {
    /// Clearly there; confidence 0 to 100.
    Found(u8),
    /// Several could be it.
    Ambiguous,
    /// Not there.
    Absent,
}

/// What the user can press in the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(rename_all = "kebab-case")]
pub enum CardAction {
    /// Go to the step before.
    Back,
    /// Return from a step gone back to, to where the journey stands.
    Forward,
    /// Leave this step out.
    Skip,
    /// Open the step's page in this tab.
    OpenPage,
    /// Open the step's page (or the login) in a private window.
    OpenPrivate,
    /// Show the tab in which the step's page is open already.
    ShowTab,
    /// Open the panel.
    OpenPanel,
    /// Ask the org now.
    CheckNow,
    /// End the guide in this tab.
    Close,
    /// The user filled the fields from the card (told afterwards; filling itself is the frame's).
    Filled,
    /// Show Waymark the control that it does not find.
    ShowMe,
    /// Show nothing after all.
    ShowNothing,
    /// Look in the panel at what the page is made of.
    SavePage,
    /// The test submission was sent with just what the card proposes.
    SentSo,
}

impl CardAction {
    pub(crate) const ALL: [CardAction; 14] = [
        CardAction::Back,
        CardAction::Forward,
        CardAction::Skip,
        CardAction::OpenPage,
        CardAction::OpenPrivate,
        CardAction::ShowTab,
        CardAction::OpenPanel,
        CardAction::CheckNow,
        CardAction::Close,
        CardAction::Filled,
        CardAction::ShowMe,
        CardAction::ShowNothing,
        CardAction::SavePage,
        CardAction::SentSo,
    ];

    /// The action with this name, where there is one.
    #[must_use]
    pub fn named(name: &str) -> Option<CardAction> {
        CardAction::ALL.into_iter().find(|action| action.name() == name)
    }

    /// Its name in messages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            CardAction::Back => "back",
            CardAction::Forward => "forward",
            CardAction::Skip => "skip",
            CardAction::OpenPage => "open-page",
            CardAction::OpenPrivate => "open-private",
            CardAction::ShowTab => "show-tab",
            CardAction::OpenPanel => "open-panel",
            CardAction::CheckNow => "check-now",
            CardAction::Close => "close",
            CardAction::Filled => "filled",
            CardAction::ShowMe => "show-me",
            CardAction::ShowNothing => "show-nothing",
            CardAction::SavePage => "save-page",
            CardAction::SentSo => "sent-so",
        }
    }
}

/// From the background to a frame: the answer to its messages, and sent whenever it changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Lean)]
#[serde(rename_all = "kebab-case")]
pub enum ToContent {
    /// No guide runs here: take everything down.
    Dormant,
    /// What to look for and what to show.
    Task(Box<FrameTask>),
}

/// What a frame is to look for and to show.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Lean)]
pub struct FrameTask {
    /// Grows with every change of what is asked.
    pub generation: u32,
    /// Stands for what is asked; empty where nothing is.
    pub question: String,
    /// The step's targets where the frame's page is the step's, then what leads to the step from here.
    pub targets: Vec<Target>,
    /// Evidence to look for.
    pub probes: VecMap<String, Target>,
    /// The step's fields.
    pub fields: Vec<FieldTask>,
    /// The user is asked to show a control: what is said of one without a name.
    pub ask: Option<String>,
    /// What the card offers here is done without being asked: fields are filled, and a mere way on is pressed.
    pub by_itself: bool,
    /// What to show here.
    pub show: Show,
}

/// What a frame shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Lean)]
#[serde(rename_all = "kebab-case")]
pub enum Show {
    /// Nothing: another frame shows the card.
    Nothing,
    /// The card beside a control: index into the task's targets, or a field's id; the spotlight is on it.
    At(Anchor, Box<CardView>),
    /// The card alone, in the corner of the frame.
    Card(Box<CardView>),
}

/// What the spotlight is on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(rename_all = "kebab-case")]
pub enum Anchor {
    /// One of the task's targets.
    Target(usize),
    /// The first field of these that does not match yet is shown; the frame decides as the fields change.
    Fields,
}

/// From the panel to the background.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Lean)]
#[serde(rename_all = "kebab-case")]
pub enum FromPanel {
    /// The panel was opened (for a tab, where it is a side panel); answered with the view.
    Opened {
        /// The tab it stands beside.
        tab: Option<i32>,
    },
    /// Start or resume the guide in this tab.
    Start {
        /// The tab to bind.
        tab: i32,
    },
    /// An input was edited.
    Input {
        /// Which.
        key: InputKey,
        /// Its new text; empty returns to the default.
        text: String,
    },
    /// The inputs are right.
    ConfirmInputs,
    /// The user allowed (the permission is granted) or declined checking the org.
    DecideChecks {
        /// Allowed.
        allowed: bool,
    },
    /// Waymark goes ahead by itself, or no longer.
    ByItself {
        /// It does.
        on: bool,
    },
    /// Check now.
    CheckNow,
    /// Give up the check that is running.
    StopCheck,
    /// Leave a step out, or take that back.
    Skip {
        /// The step.
        step: String,
        /// `false` takes it back.
        skip: bool,
    },
    /// Look at a step; `None` returns to where the journey stands.
    LookAt {
        /// The step.
        step: Option<String>,
    },
    /// Open the current step's page in the bound tab, or in a private window.
    OpenPage {
        /// In a private window.
        private: bool,
    },
    /// End the guide in the bound tab; the place is kept.
    Stop,
    /// Forget this journey and begin anew.
    Restart,
    /// Tell what the pages in the bound tab are made of; answered with `ToPanel::Facts`.
    Facts,
    /// Write the report of the last check; answered with `ToPanel::Report`.
    Report {
        /// Without names and addresses of people.
        hides: bool,
    },
    /// Forget what the user has shown of one control.
    Forget {
        /// By what it is known in the view.
        lesson: String,
    },
    /// Take over what a colleague has handed over.
    TakeOver {
        /// The file's text.
        file: String,
    },
    /// Read the form's questions over Jotform's API. It never reaches a journey, which could keep it.
    ReadForm {
        /// The user's own key.
        key: ApiKey,
    },
    /// The answer to a question goes into this field.
    MapTo {
        /// The question's number, with its part where it has parts; empty takes the field off the list of fields.
        question: String,
        /// API name of the field; empty where it goes nowhere.
        field: String,
    },
    /// What was last chosen of the mapping is taken back.
    MapBack,
    /// The plan makes the integration user, too, or no longer.
    PlanUser {
        /// It does.
        makes: bool,
    },
    /// Write what the plan says.
    Apply {
        /// Stands for the plan that was shown.
        key: String,
        /// What the user has typed as the org's name.
        typed: String,
    },
    /// Of the settings, which are for all guides; answered with `ToPanel::Settings`, and where everything was asked for with
    /// `ToPanel::Data`.
    Settings(Setting),
}

/// What the panel wants of the settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(rename_all = "kebab-case")]
pub enum Setting {
    /// To show them.
    Show,
    /// Speak this language; empty follows the browser.
    Language(String),
    /// This stands in an input that nobody has typed in; an empty one returns to what Waymark proposes.
    Default(InputKey, String),
    /// Everything that is kept, as a file.
    Data,
    /// Forget everything: journeys, what was shown, settings, and what the browser was asked to allow.
    Forget,
}

/// From the background to the panel.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Lean)]
#[serde(rename_all = "kebab-case")]
pub enum ToPanel {
    /// All that the panel shows: the answer to its messages.
    View(Box<PanelView>),
    /// What the pages are made of, one file a frame.
    Facts(Vec<String>),
    /// The report of the last check.
    Report(Box<ReportFiles>),
    /// The settings.
    Settings(Box<SettingsView>),
    /// Everything that is kept, as a file's text.
    Data(String),
    /// Something has changed: sent to every open panel, each of which reads its own view again.
    Changed,
}
