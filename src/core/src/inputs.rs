//! What the user enters once in the panel, and the defaults derived from it the way Salesforce derives them.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The things a user enters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum InputKey {
    /// The permission set's label, at most 80 characters.
    PermissionSetLabel,
    /// The permission set's API name: letters, digits, single underscores; starts with a letter.
    PermissionSetName,
    /// The user's first name (optional).
    FirstName,
    /// The user's last name.
    LastName,
    /// The user's alias, at most 8 characters.
    Alias,
    /// The user's e-mail address; mail must arrive there.
    Email,
    /// The user's username: shaped like an address, unique across all orgs, at most 80 characters.
    Username,
    /// The user's nickname, at most 40 characters.
    Nickname,
    /// What Jotform shall do with a submission: `write` creates or updates a record, `find` finds one.
    Action,
    /// API name of the object that Jotform shall write, for example `Lead`.
    Object,
    /// API names of the fields that Jotform shall fill, separated by commas.
    Fields,
    /// Jotform's address of the form: a builder address or the form's digits.
    Form,
    /// `yes` where existing records shall be updated.
    UpdateExisting,
    /// `yes` where files shall be attached.
    Attachments,
}

/// The entered values and which of them the user typed (the others are defaults and follow the typed ones).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Inputs {
    /// Every value, typed or derived.
    pub values: BTreeMap<InputKey, String>,
    /// The keys that the user typed; never overwritten by a default.
    pub typed: BTreeSet<InputKey>,
    /// The user has confirmed them.
    pub confirmed: bool,
}
