//! An object as its description tells it; the description's rights are the administrator's and are not read
//! (Salesforce fact §7, seen).

use super::json::{flag, items, maybe, number, text};
use crate::json::Json;
use serde::{Deserialize, Serialize};
use waymark_lean::Lean;

/// Longer lists of values are not kept with a journey: those of states and countries have thousands.
const VALUES_KEPT: usize = 60;

/// An object.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct Description {
    /// Its label, singular.
    pub label: String,
    /// Its fields.
    pub fields: Vec<FieldDescription>,
    /// Names of the record types that are offered, the master's excluded.
    pub record_types: Vec<String>,
}

/// One of its fields.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct FieldDescription {
    /// API name.
    pub name: String,
    /// Label in the administrator's language.
    pub label: String,
    /// For example `string`, `picklist`, `reference`.
    pub kind: String,
    /// Longest text; 0 where it has no length.
    pub length: usize,
    /// Field permissions can be given on it; otherwise everybody with the object has it.
    pub permissionable: Option<bool>,
    /// The compound field that it is a part of, on which its permission sits (Salesforce fact §7, seen).
    pub compound: Option<String>,
    /// Nobody can write it: it is computed, numbered by itself, or made of other fields.
    pub derived: bool,
    /// Every record needs a value of its own (Jotform fact §4, seen).
    pub required: bool,
    /// Values of a picklist with their labels, active ones only.
    pub values: Vec<(String, String)>,
    /// No other values are taken.
    pub restricted: bool,
    /// The objects that it can point to.
    pub reference_to: Vec<String>,
}

impl Description {
    /// A field by its API name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&FieldDescription> {
        self.fields
            .iter()
            .find(|field| field.name.eq_ignore_ascii_case(name))
    }

    /// What of it is worth keeping: the fields that can be written, without long lists of values.
    #[must_use]
    pub fn to_keep(mut self) -> Description {
        self.fields.retain(|field| !field.derived);
        for field in &mut self.fields {
            if field.values.len() > VALUES_KEPT {
                field.values = Vec::new();
            }
        }
        self
    }
}

/// Reads a description; nothing where it has no fields.
pub(super) fn description(body: &Json) -> Option<Description> {
    let fields = body.get("fields")?.items()?;
    let is_writable = flag(body, "createable");
    Some(Description {
        label: text(body, "label"),
        fields: fields.iter().map(|row| field(row, is_writable)).collect(),
        record_types: items(body, "recordTypeInfos")
            .iter()
            .filter(|one| flag(one, "available") && !flag(one, "master"))
            .map(|one| text(one, "name"))
            .collect(),
    })
}

fn field(row: &Json, is_writable: bool) -> FieldDescription {
    let kind = text(row, "type");
    let createable = flag(row, "createable");
    let compound = matches!(kind.as_str(), "address" | "location");
    let permissionable = row.get("permissionable").and_then(Json::flag);
    // A field that takes no permission is kept from nobody who may write the object.
    let from_all = is_writable && permissionable == Some(false);
    FieldDescription {
        name: text(row, "name"),
        label: text(row, "label"),
        length: number(row, "length")
            .and_then(|length| usize::try_from(length).ok())
            .unwrap_or_default(),
        permissionable,
        compound: maybe(row, "compoundFieldName"),
        derived: !createable && (compound || from_all || flag(row, "calculated") || flag(row, "autoNumber")),
        required: createable
            && !flag(row, "nillable")
            && !flag(row, "defaultedOnCreate")
            && kind != "boolean",
        values: items(row, "picklistValues")
            .iter()
            .filter(|value| flag(value, "active"))
            .map(|value| (text(value, "value"), text(value, "label")))
            .collect(),
        restricted: flag(row, "restrictedPicklist"),
        reference_to: items(row, "referenceTo")
            .iter()
            .filter_map(|target| target.text().map(str::to_owned))
            .collect(),
        kind,
    }
}
