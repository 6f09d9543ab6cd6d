//! The fields of a form that a step fills: what is wanted, and what the page shows.

mod matching;

pub use matching::{Pick, checked_state, choice_state, pick, text_state};

use crate::check::Cause;
use crate::inputs::InputKey;
use crate::target::{Target, Wordings};
use serde::{Deserialize, Serialize};
use vecmap::VecMap;
use waymark_lean::Lean;

/// A field of a step, as the guide describes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Lean)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FieldSpec {
    /// Unique in its step; its label in the extension's words is `field_<id>`.
    pub id: String,
    /// The control.
    pub target: Target,
    /// How the control takes a value.
    #[serde(default)]
    pub control: Control,
    /// What it should hold.
    pub value: ValueSource,
    /// An optional field does not hold the step back when it is not on the page.
    #[serde(default)]
    pub optional: bool,
    /// The field stands once for every field name in this comma-separated input. In the target's words `{item}` is what
    /// Salesforce may call that field, and `{question}` what a form may call the question for it.
    #[serde(default)]
    pub each: Option<InputKey>,
    /// The field is filled only where one of these inputs says yes; without any, always.
    #[serde(default)]
    pub only_if: Vec<InputKey>,
    /// The field is filled only where records are made or updated, and not where they are only found.
    #[serde(default)]
    pub only_to_write: bool,
    /// What is wrong when the form was saved while this field showed something else.
    #[serde(default)]
    pub otherwise: Option<Cause>,
}

/// How a control takes a value.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Lean)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Control {
    /// A text box.
    #[default]
    Text,
    /// A native select, a custom combobox or list box, radio buttons or cards: one of several.
    Choice,
    /// A check box or switch.
    Checkbox,
    /// Two lists and buttons between them: `target` is the list to take from.
    DuelingList {
        /// The button that moves the chosen option over.
        add: Box<Target>,
        /// The list that holds what is chosen.
        chosen: Box<Target>,
    },
}

/// Where a field's value comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Lean)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ValueSource {
    /// Something the user entered in the panel.
    Input(InputKey),
    /// A fixed text.
    Text(String),
    /// An option: by record id where the org told it, else by label.
    Option {
        /// Which record of the org the option stands for.
        record: Option<RecordKey>,
        /// The option's label by language of the site.
        #[cfg_attr(
            feature = "schema",
            schemars(with = "std::collections::BTreeMap<String, Vec<String>>")
        )]
        labels: Wordings,
    },
    /// An option whose label is one of the user's inputs (a permission set's label, an object's name), by record id first.
    InputOption {
        /// Which record of the org the option stands for.
        record: Option<RecordKey>,
        /// The input that holds the label.
        label: InputKey,
    },
    /// One of a few options with words of their own, by the value of an input.
    OptionBy {
        /// The input that decides.
        input: InputKey,
        /// The option's label by language of the site, for each value of the input.
        #[cfg_attr(
            feature = "schema",
            schemars(
                with = "std::collections::BTreeMap<String, std::collections::BTreeMap<String, Vec<String>>>"
            )
        )]
        labels: VecMap<String, Wordings>,
    },
    /// Whatever the user chooses. Of a field that stands for a Salesforce field, that field's label is proposed where nothing
    /// is chosen yet.
    Something,
    /// Ticked or not.
    Checked(bool),
    /// Ticked when the user's choice in the panel asks for it.
    CheckedIf(InputKey),
}

/// Records of the org that a journey learns the ids of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Lean)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RecordKey {
    /// The permission set that the journey makes or reuses (`0PS`).
    PermissionSet,
    /// The permission set licence `SalesforceAPIIntegrationPsl` (`0PL`).
    PermissionSetLicence,
    /// The user licence `Salesforce Integration` (`100`).
    UserLicence,
    /// The API-only profile (`00e`).
    Profile,
    /// The integration user (`005`).
    User,
    /// The proof record that the test submission made.
    ProofRecord,
}

/// A field with its value resolved, as it is sent to a frame.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Lean)]
pub struct FieldTask {
    /// The field's id in its step.
    pub id: String,
    /// The label to show in the card, in the extension's language.
    pub label: String,
    /// The control.
    pub target: Target,
    /// The control as the user has shown it: looked for first.
    pub taught: Option<Target>,
    /// How the control takes a value.
    pub control: Control,
    /// What it should hold.
    pub wanted: Wanted,
    /// Not on the page means nothing.
    pub optional: bool,
}

impl FieldTask {
    /// What it needs besides its control, each known by the field's id and a word of its own: the second of two lists, and the
    /// button between them.
    #[must_use]
    pub fn parts(&self) -> Vec<(String, &Target)> {
        match &self.control {
            Control::DuelingList { add, chosen } => vec![
                ([&self.id, ".chosen"].concat(), chosen),
                ([&self.id, ".add"].concat(), add),
            ],
            _ => Vec::new(),
        }
    }
}

/// What a field should hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(rename_all = "kebab-case")]
pub enum Wanted {
    /// This text.
    Text(String),
    /// The option with this record id (compared by its first 15 characters), else with one of these labels.
    Option {
        /// 15 or 18 characters.
        record: Option<String>,
        /// Labels in all known languages, the likeliest first.
        labels: Vec<String>,
    },
    /// Anything but empty: the user's own choice. While it is empty, an option with one of these labels may be filled in, the
    /// likeliest first.
    Something(Vec<String>),
    /// Ticked or not.
    Checked(bool),
}

/// What a frame reports of one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
pub struct FieldReport {
    /// The field's id in its step.
    pub id: String,
    /// What the page shows.
    pub state: FieldState,
}

/// What the page shows of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(rename_all = "kebab-case")]
pub enum FieldState {
    /// It holds what is wanted.
    Matches,
    /// It holds nothing yet (or its first `--None--` option).
    Empty,
    /// It holds something else; `by_user` when a person changed it, which is never overwritten.
    Differs {
        /// What it shows, at most 80 characters.
        seen: String,
        /// A person typed or chose it while Waymark watched.
        by_user: bool,
    },
    /// The wanted option is not offered (yet).
    NotOffered,
    /// It cannot be changed.
    ReadOnly,
    /// It was not found, or not clearly.
    NotFound,
    /// Waymark is filling it, or waits for the page's script.
    Busy,
}
