//! A guide as data: `extension/guides/*.json`.

use crate::check::{Cause, CheckId};
use crate::field::FieldSpec;
use crate::page::PageKind;
use crate::target::Target;
use serde::{Deserialize, Serialize};
use vecmap::VecMap;
use waymark_lean::Lean;

/// One guide. Its words stand in `_locales`, under keys made from its ids: `step_<id>_what`, `step_<id>_why`,
/// `section_<id>`; so ids are lower case with underscores.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Lean)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Guide {
    /// Stable name, for example `jotform-salesforce`.
    pub id: String,
    /// In the order they are walked.
    pub sections: Vec<Section>,
    /// Which step mends what is wrong; a cause without a step is mended outside the guide, as its words say.
    #[serde(default)]
    #[cfg_attr(
        feature = "schema",
        schemars(with = "std::collections::BTreeMap<Cause, String>")
    )]
    pub fixes: VecMap<Cause, String>,
}

/// A part of a guide with its own heading: at most four steps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Lean)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Unique in the guide.
    pub id: String,
    /// In the order they are walked.
    pub steps: Vec<Step>,
}

/// One step: where it happens, what is pointed at, what is filled, and what makes it done.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Lean)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Unique in the guide; words hang on it.
    pub id: String,
    /// Where the user does it.
    pub place: Place,
    /// Pages on which the step can be done; on any other the card offers the link.
    #[serde(default)]
    pub pages: Vec<PageKind>,
    /// How to get to the right page: the first one whose placeholders are all known is offered.
    #[serde(default)]
    pub links: Vec<Link>,
    /// Pages that look like the right one and are not, with the key of the words that say so.
    #[serde(default)]
    #[cfg_attr(
        feature = "schema",
        schemars(with = "std::collections::BTreeMap<PageKind, String>")
    )]
    pub traps: VecMap<PageKind, String>,
    /// What the spotlight is on. The first one that is found is shown (for example the tree node, else the list's link).
    #[serde(default)]
    pub targets: Vec<Target>,
    /// What is filled in here.
    #[serde(default)]
    pub fields: Vec<FieldSpec>,
    /// Things looked for on the page as evidence; named for `done`.
    #[serde(default)]
    #[cfg_attr(
        feature = "schema",
        schemars(with = "std::collections::BTreeMap<String, Target>")
    )]
    pub probes: VecMap<String, Target>,
    /// Any one of these makes the step done.
    pub done: Vec<Done>,
    /// The step is walked only then; without it, always.
    #[serde(default)]
    pub only_when: Option<Condition>,
    /// The step may be left out by the user without making the job wrong.
    #[serde(default)]
    pub optional: bool,
    /// Warnings of the article that belong here: keys of `_locales`, shown in the card.
    #[serde(default)]
    pub warnings: Vec<String>,
    /// Before a login: which user signs in on which host. The card then offers a private window.
    #[serde(default)]
    pub login_as: Option<LoginAs>,
    /// After this step the org is checked.
    #[serde(default)]
    pub check_after: bool,
    /// Its control is a mere way on: to press it saves, sends and grants nothing. Where the user wants so, Waymark presses it.
    #[serde(default)]
    pub way_on: bool,
}

/// Where a step happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// In the panel.
    Panel,
    /// On the org's pages, as the administrator.
    Salesforce,
    /// In Jotform.
    Jotform,
    /// Somewhere Waymark has no access to: a mailbox, a login screen, the public form.
    Elsewhere,
}

/// A direct link to a step's page, with `{permission_set}`, `{user}`, `{object}` and `{form}` filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Path and query on Lightning's Setup host, or on Jotform's host.
    pub path: String,
    /// Path and query in Classic, where the step is on Salesforce.
    #[serde(default)]
    pub classic: Option<String>,
}

/// What makes a step done. Never a click on Next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Done {
    /// One of these pages is shown in a tab of the journey.
    Page(Vec<PageKind>),
    /// After one of the first pages, one of the second is shown in the same frame or tab: a form was saved.
    PageAfter {
        /// The form.
        from: Vec<PageKind>,
        /// Where saving leads.
        to: Vec<PageKind>,
    },
    /// Every field that is not optional shows what is wanted.
    Fields,
    /// A probe is found.
    Probe(String),
    /// Jotform's wizard has reached this stage or a later one.
    Wizard(crate::page::WizardStage),
    /// All of these checks are proven.
    Checks(Vec<CheckId>),
    /// The user has confirmed the inputs in the panel.
    InputsConfirmed,
    /// The user has allowed or declined checking the org.
    ChecksDecided,
}

/// When a step is walked at all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Condition {
    /// One of these causes was found, by a check or on a page.
    Found(Vec<Cause>),
    /// The input says `yes`.
    Input(crate::inputs::InputKey),
    /// Waymark made the integration user, to whom Salesforce then sends no mail (Salesforce fact §7, seen).
    UserMade,
}

/// Who has to be signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LoginAs {
    /// The API-only integration user, in Salesforce.
    IntegrationUser,
    /// The administrator, again.
    Administrator,
    /// The Jotform form builder.
    FormBuilder,
}

impl LoginAs {
    /// The login replaces the administrator's session unless it happens in a window of its own (Salesforce fact §6).
    #[must_use]
    pub fn wants_private(self) -> bool {
        self != LoginAs::Administrator
    }
}
