//! What the user enters once in the panel, and the defaults derived from it the way Salesforce derives them.

mod derive;
pub mod objects;
mod problem;

pub use derive::next_label;
pub use problem::Problem;

use crate::address::Address;
use crate::host::{Host, classify};
use serde::{Deserialize, Serialize};
use vecmap::{VecMap, VecSet};
use waymark_lean::Lean;

/// The things a user enters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Lean)]
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

impl InputKey {
    /// In the order in which the panel asks for them: what has no default first.
    pub const ALL: [InputKey; 14] = [
        InputKey::Email,
        InputKey::Form,
        InputKey::Object,
        InputKey::Fields,
        InputKey::Action,
        InputKey::UpdateExisting,
        InputKey::Attachments,
        InputKey::PermissionSetLabel,
        InputKey::PermissionSetName,
        InputKey::FirstName,
        InputKey::LastName,
        InputKey::Alias,
        InputKey::Username,
        InputKey::Nickname,
    ];

    /// The end of the keys of its words: `input_<name>` and `input_<name>_help`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            InputKey::PermissionSetLabel => "permission_set_label",
            InputKey::PermissionSetName => "permission_set_name",
            InputKey::FirstName => "first_name",
            InputKey::LastName => "last_name",
            InputKey::Alias => "alias",
            InputKey::Email => "email",
            InputKey::Username => "username",
            InputKey::Nickname => "nickname",
            InputKey::Action => "action",
            InputKey::Object => "object",
            InputKey::Fields => "fields",
            InputKey::Form => "form",
            InputKey::UpdateExisting => "update_existing",
            InputKey::Attachments => "attachments",
        }
    }

    /// It is a yes-or-no.
    #[must_use]
    pub fn is_toggle(self) -> bool {
        matches!(self, InputKey::UpdateExisting | InputKey::Attachments)
    }

    /// Values to choose from; an object may be another one, so its are suggestions.
    #[must_use]
    pub fn choices(self) -> &'static [&'static str] {
        match self {
            InputKey::Action => &["write", "find"],
            InputKey::Object => &objects::NAMES,
            _ => &[],
        }
    }
}

/// The entered values and which of them the user typed (the others are defaults and follow the typed ones).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct Inputs {
    /// Every value, typed or derived.
    pub values: VecMap<InputKey, String>,
    /// The keys that the user typed; never overwritten by a default.
    pub typed: VecSet<InputKey>,
    /// The user has confirmed them.
    pub confirmed: bool,
    /// Defaults that stand in place of ours, as they were set for all guides: `{org}` in them is the first part of the org's
    /// domain, `{object}` the object.
    pub defaults: VecMap<InputKey, String>,
}

impl Inputs {
    /// The value, empty where there is none.
    #[must_use]
    pub fn value(&self, key: InputKey) -> &str {
        self.values.get(&key).map_or("", String::as_str)
    }

    /// The yes-or-no says yes. Where records are only found, none is updated.
    #[must_use]
    pub fn is_yes(&self, key: InputKey) -> bool {
        self.value(key) == "yes" && !(key == InputKey::UpdateExisting && self.only_finds())
    }

    /// Jotform shall find records, and neither make nor update any.
    #[must_use]
    pub fn only_finds(&self) -> bool {
        self.value(InputKey::Action) == "find"
    }

    /// The names in a comma-separated value.
    pub fn items(&self, key: InputKey) -> impl Iterator<Item = &str> {
        self.value(key)
            .split(',')
            .map(str::trim)
            .filter(|item| !item.is_empty())
    }

    /// Takes what the user typed; an empty text returns to the default. Every default follows.
    pub fn set(&mut self, key: InputKey, text: &str, core_host: &str) {
        let text = text.trim();
        if text.is_empty() {
            self.typed.remove(&key);
        } else {
            self.typed.insert(key);
            self.values.insert(key, text.to_owned());
        }
        self.derive(core_host);
    }

    /// Brings all defaults up to date. The order matters: later ones are made from earlier ones.
    pub fn derive(&mut self, core_host: &str) {
        for key in derive::ORDER {
            if !self.typed.contains(&key) {
                let value = match self.defaults.get(&key) {
                    Some(pattern) => derive::filled(pattern, self, core_host),
                    None => derive::default_of(key, self, core_host),
                };
                self.values.insert(key, value);
            }
        }
    }

    /// What is wrong with a value; `None` where nothing is.
    #[must_use]
    pub fn problem(&self, key: InputKey) -> Option<Problem> {
        problem::of(key, self.value(key))
    }

    /// All values can be used.
    #[must_use]
    pub fn are_usable(&self) -> bool {
        InputKey::ALL.iter().all(|key| self.problem(*key).is_none())
    }

    /// The domain on which the user's Jotform stands, where the form's address names one that is none of Jotform's own.
    #[must_use]
    pub fn own_domain(&self) -> Option<String> {
        self.form()?;
        let host = Address::parse(self.value(InputKey::Form))?.host;
        (host.contains('.') && classify(&host) == Host::Foreign).then_some(host)
    }

    /// The form's digits, from whatever the user typed or pasted.
    #[must_use]
    pub fn form(&self) -> Option<&str> {
        problem::form_digits(self.value(InputKey::Form))
    }
}
