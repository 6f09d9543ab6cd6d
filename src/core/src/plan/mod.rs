//! The plan: the writes that would put the org right, as one all-or-nothing request.
//!
//! Nothing is ever deleted, a permission set that serves other users is never edited, and no security setting is touched.

mod answer;
mod compute;
mod export;
mod records;
mod request;
#[cfg(test)]
mod tests;

pub use answer::{Applied, Failure, read};
pub use compute::{plan, plans};
pub use export::{commands, metadata};
pub use request::{MOST_COLLECTIONS, MOST_PARTS, body, fits};

use crate::check::Cause;
use serde::{Deserialize, Serialize};
use waymark_lean::Lean;

/// What would be written, and what no write can mend.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct Plan {
    /// In the order in which they depend on each other.
    pub writes: Vec<Write>,
    /// The permission set that is written to, 15 characters; `None` where the plan makes it.
    pub set: Option<String>,
    /// The user that is written to, 15 characters; `None` where the plan makes it.
    pub user: Option<String>,
    /// The permission set's API name, label and licence, for what is written elsewhere.
    pub of: NewSet,
    /// The user's username.
    pub username: String,
    /// Causes that stay: a step of the guide, or somebody else, mends them.
    pub left: Vec<Cause>,
}

/// What could be written without making a user, and with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct Plans {
    /// Users stay as they are.
    pub without_user: Plan,
    /// The integration user is made where it is absent.
    pub with_user: Plan,
}

impl Plan {
    /// Stands for exactly these writes: what is confirmed is what was shown.
    #[must_use]
    pub fn key(&self) -> String {
        crate::wire::write(self)
    }

    /// Nothing is to be written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.writes.is_empty()
    }

    /// The permission set would be made.
    #[must_use]
    pub fn makes_set(&self) -> bool {
        self.writes
            .iter()
            .any(|write| matches!(write, Write::PermissionSet(_)))
    }

    /// A user would be made, which is for ever and uses a seat.
    #[must_use]
    pub fn makes_user(&self) -> bool {
        self.writes.iter().any(|write| matches!(write, Write::User(_)))
    }
}

/// One write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(rename_all = "kebab-case")]
pub enum Write {
    /// Makes the permission set, with the licence.
    PermissionSet(NewSet),
    /// Makes the integration user.
    User(NewUser),
    /// Gives the permission set rights on an object.
    Object(ObjectGrant),
    /// Gives the permission set rights on a field.
    Field(FieldGrant),
    /// Assigns the permission set licence, 15 characters, to the user.
    Licence(String),
    /// Assigns the permission set to the user.
    Assignment,
}

/// A permission set to make.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct NewSet {
    /// Label.
    pub label: String,
    /// API name.
    pub name: String,
    /// The permission set licence, 15 characters.
    pub licence: String,
    /// Its label, for people.
    pub licence_label: String,
}

/// A user to make (Salesforce fact §7, seen: what it needs).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct NewUser {
    /// The username.
    pub username: String,
    /// First name; may be empty.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// At most 8 characters.
    pub alias: String,
    /// E-mail address.
    pub email: String,
    /// Unique within the org; may be empty.
    pub nickname: String,
    /// 15 characters.
    pub profile: String,
    /// For example `Europe/Berlin`.
    pub time_zone: String,
    /// For example `de_DE`.
    pub locale: String,
    /// For example `de`.
    pub language: String,
    /// For example `UTF-8`.
    pub encoding: String,
}

/// Rights on an object.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct ObjectGrant {
    /// API name.
    pub object: String,
    /// Create, beside Read.
    pub create: bool,
    /// Edit, beside Read.
    pub edit: bool,
    /// The row of `ObjectPermissions` to change, 15 characters; `None` where there is none yet.
    pub row: Option<String>,
}

/// Rights on a field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct FieldGrant {
    /// API name of the object.
    pub object: String,
    /// API name of the field, without its object.
    pub field: String,
    /// Edit, beside Read.
    pub edit: bool,
    /// The row of `FieldPermissions` to change, 15 characters; `None` where there is none yet.
    pub row: Option<String>,
}
