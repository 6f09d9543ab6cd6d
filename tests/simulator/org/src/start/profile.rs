//! Profiles that are not standard.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::ObjectRight;

/// A profile that was made from a standard one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ProfileStart {
    /// Its name, which is never translated.
    pub name: String,
    /// English name of the standard profile that it was made from.
    pub like: String,
    /// System permissions that it lacks, without their prefix.
    pub without: Vec<String>,
    /// System permissions that it has besides.
    pub with: Vec<String>,
    /// Object to rights that it has besides.
    pub object_permissions: BTreeMap<String, Vec<ObjectRight>>,
    /// `Lead.Email` to `read`, `edit`, which it has besides.
    pub field_permissions: BTreeMap<String, Vec<ObjectRight>>,
}
