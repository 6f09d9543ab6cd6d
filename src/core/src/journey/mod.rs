//! The journey: a pure state machine, `(state, event) -> (state, effects)`.

mod advance;
mod by_itself;
mod card;
mod checked;
mod data;
mod event;
mod findings;
mod form;
mod hand_over;
mod judge;
mod keep;
mod learn;
mod links;
mod mapping;
mod notices;
mod panel;
mod plan;
mod pressed;
mod report;
mod showing;
mod submission;
mod task;
mod term;
mod toolbar;
mod unseen;
mod voice;
mod walk;

pub use advance::advance;
pub use data::data_file;
pub use event::{Effect, Event, Source};
pub use hand_over::{Refused, hand_over};
pub use links::link;
pub(crate) use mapping::mapping;
pub use panel::{PanelContext, panel_view, stand};
pub use report::report_files;
pub use showing::{Showing, frames_for_facts};
pub use task::frame_task;
pub use toolbar::{ToolbarView, toolbar, toolbar_of_guided_page};
pub use walk::{current, shown};

use crate::address::Address;
use crate::check::{Cause, Report};
use crate::field::{FieldReport, RecordKey};
use crate::form::{Form, Mapped};
use crate::inputs::{InputKey, Inputs};
use crate::jotform_api::{self, Trouble};
use crate::lesson::Lesson;
use crate::message::Sighting;
use crate::org::Description;
use crate::page::Page;
use crate::plan::{Applied, Plan, Plans};
use crate::policy::{Policy, Refusal};
use serde::{Deserialize, Serialize};
use vecmap::{VecMap, VecSet};
use waymark_lean::Lean;

/// A browser tab's id.
pub type TabId = i32;

/// A frame of a tab. Firefox's frame ids exceed 32 bits, so they are kept as text-safe 64-bit numbers (below 2^53).
pub type FrameId = i64;

/// All that a journey knows. One per org.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct State {
    /// The guide's id.
    pub guide: String,
    /// The org's core host: the key under which the journey is kept.
    pub core_host: String,
    /// Which org and user the first check bound; a change stops everything.
    pub bound: Option<Bound>,
    /// The org's name and kind, once told.
    pub org_name: Option<String>,
    /// Jotform's host and form, once seen or entered.
    pub jotform_host: Option<String>,
    /// The form's digits.
    pub form: Option<String>,
    /// What the user entered.
    pub inputs: Inputs,
    /// Whether the user lets Waymark check the org.
    pub checks_allowed: Option<bool>,
    /// Where each step stands; absent means open.
    pub steps: VecMap<String, StepState>,
    /// The user wants Waymark to go ahead by itself: to open the next page, fill it in and press a mere way on.
    pub by_itself: bool,
    /// A step that the user looks at instead of the current one.
    pub looking_at: Option<String>,
    /// 15-character ids learnt from pages and from the org.
    pub records: VecMap<RecordKey, String>,
    /// The last check.
    pub report: Option<Report>,
    /// Grows with every change of what frames are asked.
    pub generation: u32,
    /// The tabs that the journey runs in, with what their frames show; kept for the browser session only.
    pub tabs: VecMap<TabId, Tab>,
    /// The user uses Classic, as seen.
    pub classic: bool,
    /// The host where Setup was last seen (Lightning or Setup), for links.
    pub setup_host: Option<String>,
    /// The tab in which the journey was last started.
    pub main_tab: Option<TabId>,
    /// Whether the browser lets Waymark run in private windows, once told; for the browser session only.
    pub private_windows: Option<bool>,
    /// What was learnt in private windows; for the browser session only.
    pub private: Learnt,
    /// What pages showed to be wrong; for the browser session only.
    pub seen_wrong: VecSet<Cause>,
    /// Steps whose page evidence is from before they were found wrong: it counts again once it has been gone.
    pub stale: VecSet<String>,
    /// What the fields of each step last showed; for the browser session only.
    pub last_fields: VecMap<String, Vec<FieldReport>>,
    /// What the user has shown of this org's pages and of the form's.
    pub lessons: Vec<Lesson>,
    /// What a colleague handed over was not for this journey.
    pub not_taken_over: bool,
    /// The form, as its builder and its own page last showed it.
    pub seen_form: Form,
    /// What the user has sent as the test submission, by API name of the field, as the card had proposed it.
    pub sent: Vec<(String, String)>,
    /// The object whose fields the form fills, as the last check found it.
    pub described: Option<Described>,
    /// What the user has chosen of the mapping, and how it was before, the newest last.
    pub choices: Choices,
    /// Why Jotform's API did not tell the questions, when it was last asked.
    pub form_trouble: Option<Trouble>,
    /// What could be written, as the last check found the org.
    pub plans: Plans,
    /// The user has agreed that the plan makes the integration user, too.
    pub makes_user: bool,
    /// What the user has confirmed and what may have been sent: kept before it is sent, never sent twice.
    pub applying: Option<Plan>,
    /// How the last writing ended.
    pub applied: Option<Applied>,
    /// What was written last, so that the way back can be told.
    pub written: Option<Plan>,
    /// What the browser's administrator has set, as it stood when the background woke up; never on disk.
    pub policy: Policy,
}

/// An object as the org has described it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct Described {
    /// API name.
    pub object: String,
    /// What of its description is kept.
    pub description: Description,
}

/// What the user has chosen of the mapping.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct Choices {
    /// Questions, or parts of them, with their fields.
    pub chosen: Vec<Mapped>,
    /// What was chosen before, with the list of fields as it was typed then (empty where it was the default).
    pub before: Vec<(Vec<Mapped>, String)>,
}

/// What pages have taught; kept apart for private windows.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct Learnt {
    /// 15-character ids.
    pub records: VecMap<RecordKey, String>,
    /// Jotform's host.
    pub jotform_host: Option<String>,
    /// The form's digits.
    pub form: Option<String>,
    /// What the user has shown.
    pub lessons: Vec<Lesson>,
    /// The form.
    pub seen_form: Form,
}

impl State {
    /// A journey that has not begun, in the org with this core host (empty until one is seen).
    #[must_use]
    pub fn new(guide: &str, core_host: &str) -> State {
        let mut state = State {
            guide: guide.to_owned(),
            core_host: core_host.to_owned(),
            ..State::default()
        };
        state.inputs.derive(core_host);
        state
    }

    /// What may be written to disk: no tabs, and nothing that was seen in a private window.
    #[must_use]
    pub fn for_disk(&self) -> State {
        let mut kept = State {
            main_tab: None,
            looking_at: None,
            tabs: VecMap::new(),
            private_windows: None,
            private: Learnt::default(),
            seen_wrong: VecSet::new(),
            last_fields: VecMap::new(),
            policy: Policy::default(),
            ..self.clone()
        };
        kept.steps.retain(|_, step| !step.private);
        kept
    }

    /// The same journey under this policy. Names that were confirmed stay.
    #[must_use]
    pub fn under(mut self, policy: &Policy) -> State {
        self.policy = policy.clone();
        if !self.inputs.confirmed {
            self.inputs.defaults.extend(policy.naming.clone());
            self.inputs.derive(&self.core_host);
        }
        self
    }

    /// Why the policy lets no guide run here.
    #[must_use]
    pub fn refusal(&self) -> Option<Refusal> {
        self.policy.refusal(&self.core_host)
    }

    /// The id of a record of the org, once learnt.
    #[must_use]
    pub fn record(&self, key: RecordKey) -> Option<&str> {
        let learnt = self.records.get(&key).or_else(|| self.private.records.get(&key));
        learnt.map(String::as_str)
    }

    /// The form's digits: what the user entered, else what was seen.
    #[must_use]
    pub fn form(&self) -> Option<&str> {
        self.inputs
            .form()
            .or(self.form.as_deref())
            .or(self.private.form.as_deref())
    }

    /// API names of the fields that the form fills, however the user has set them apart.
    #[must_use]
    pub fn fields(&self) -> Vec<String> {
        let typed = self.inputs.value(InputKey::Fields);
        let names = typed.split([',', ';', ' ', '\n']).map(str::trim);
        names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
    }

    /// The object whose fields the form fills, once the org has described it.
    #[must_use]
    pub fn description(&self) -> Option<&Description> {
        let described = self.described.as_ref()?;
        (described.object == self.inputs.value(InputKey::Object)).then_some(&described.description)
    }

    /// Jotform's host: where the form was last seen, else its main one.
    #[must_use]
    pub fn jotform_host(&self) -> &str {
        self.private
            .jotform_host
            .as_deref()
            .or(self.jotform_host.as_deref())
            .unwrap_or("www.jotform.com")
    }

    /// The host of the form's builder: what the user's address of the form names, else where it was seen.
    #[must_use]
    pub fn builder_host(&self) -> String {
        let typed = Address::parse(self.inputs.value(InputKey::Form)).map(|address| address.host);
        let own_domain = self.inputs.own_domain();
        typed
            .filter(|host| jotform_api::is_jotform(host, own_domain.as_deref()))
            .unwrap_or_else(|| self.jotform_host().to_owned())
    }

    /// A word for the test submission by which its record is told from all others: the same for the same journey.
    #[must_use]
    pub fn marker(&self) -> String {
        // FNV-1a: not a secret, only unlikely to stand in a record already.
        let text = [
            &self.core_host,
            self.inputs.value(InputKey::Username),
            self.form().unwrap_or_default(),
        ];
        let hash = text
            .iter()
            .flat_map(|part| part.bytes())
            .fold(0x811c_9dc5_u32, |hash, byte| {
                (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
            });
        let letters: String = (0..6)
            .map(|place| char::from(b'a' + ((hash >> (place * 5)) & 15) as u8))
            .collect();
        ["Waymark-", &letters].concat()
    }
}

/// Whose session the checks use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
pub struct Bound {
    /// 15 characters.
    pub organization_id: String,
    /// 15 characters.
    pub user_id: String,
    /// As people read it.
    pub user_name: String,
    /// The cookie store.
    pub cookie_store: String,
}

/// Where a step stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
pub struct StepState {
    /// How it ended.
    pub ending: Ending,
    /// It was seen in a private window: never written to disk.
    pub private: bool,
}

/// How a step ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// The page showed it.
    Done,
    /// The org's data showed it.
    Proven,
    /// The user left it out.
    Skipped,
}

/// A bound tab.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct Tab {
    /// It is a private window's.
    pub private: bool,
    /// Its cookie store.
    pub cookie_store: String,
    /// What its frames last reported.
    pub frames: VecMap<FrameId, Frame>,
    /// The page of a guide that it showed last, in whichever frame.
    pub trail: Option<Page>,
    /// The user is asked to show a control in it.
    pub showing: Option<Showing>,
}

/// What one frame last reported.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Lean)]
pub struct Frame {
    /// Its page.
    pub page: Page,
    /// Its host.
    pub host: String,
    /// It is the tab's top frame.
    pub top: bool,
    /// It is a shell around a frame that shows the page.
    pub shell: bool,
    /// It belongs to another org than the journey.
    pub other_org: bool,
    /// The guide's page that the tab showed before this one, in this frame or another.
    pub before: Option<Page>,
    /// The generation that its sightings answer.
    pub generation: u32,
    /// The question that its sightings answer.
    pub question: String,
    /// What it said of the targets.
    pub targets: Vec<Sighting>,
    /// What it said of the probes.
    pub probes: VecMap<String, Sighting>,
    /// What its fields show.
    pub fields: Vec<FieldReport>,
    /// Errors that the page shows.
    pub page_errors: Vec<String>,
    /// The language its document declares, empty where it declares none.
    pub language: String,
}
