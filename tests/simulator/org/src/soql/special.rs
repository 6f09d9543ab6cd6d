//! Objects that do not answer queries as the others do (Salesforce fact §7, seen unless said otherwise).

use serde_json::{Map, Value};

use crate::schema::{Field, FieldType, Object};
use crate::{ApiError, Record};

use super::messages;
use super::resolve::Names;
use super::syntax::{Condition, FieldPath, Operator, Query, Selection, Word};

/// The first version whose User tells whether the e-mail address is verified.
const EMAIL_VERIFIED_SINCE: u32 = 63;

/// Whether a field of the schema exists in this org and in the version that was asked.
pub(super) fn exists(names: &Names<'_>, object: &Object, field: &Field) -> bool {
    match (object.name.as_str(), field.name.as_str()) {
        ("PermissionSetAssignment", "IsRevoked") => names.user_access_policies,
        ("User", "HasUserVerifiedEmail") => names.version >= EMAIL_VERIFIED_SINCE,
        _ => true,
    }
}

/// Whether a reference to several objects shows its target as a `Name` only: the licence of a permission set may be
/// of two kinds, and a query sees no more of it than what both have (inferred).
pub(super) fn is_name_only(object: &Object, reference: &Field) -> bool {
    object.name == "PermissionSet" && reference.name == "LicenseId"
}

/// Whether a field is one that every `Name` has.
pub(super) fn names_a_row(field: &Word) -> bool {
    field.is("Id") || field.is("Name")
}

/// Refuses what the object does not allow in a query that is otherwise right.
///
/// The facts tell that these queries fail but not with which words, so the messages are inferred.
pub(super) fn check(query: &str, object: &Object, parsed: &Query) -> Result<(), ApiError> {
    match object.name.as_str() {
        "FieldPermissions" => {
            let selects = |name: &str| {
                parsed.select.iter().any(|selection| match selection {
                    Selection::Field(path) => path.relationships.is_empty() && path.field.is(name),
                    Selection::Fields(..) => true,
                    _ => false,
                })
            };
            if selects("SobjectType") && selects("Field") {
                return Ok(());
            }
            let message = "FieldPermissions: the query must select SobjectType and Field";
            Err(messages::refused(query, parsed.from.at, message))
        }
        "UserFieldAccess" if parsed.filter.as_ref().is_some_and(has_or_or_not) => {
            let message = "UserFieldAccess: disjunctions and negations are not supported in a filter";
            Err(messages::refused(query, parsed.from.at, message))
        }
        name @ ("UserFieldAccess" | "UserEntityAccess") => {
            // Seen of another object whose rows are made up as well.
            let message = format!("{name}: a filter on a reified column is required [UserId,DurableId]");
            let filtered = parsed.filter.as_ref().is_some_and(is_for_one_user);
            filtered
                .then_some(())
                .ok_or_else(|| messages::refused(query, parsed.from.at, &message))
        }
        _ => Ok(()),
    }
}

/// LIMIT as the object obeys it.
pub(super) fn limit(object: &Object, limit: Option<u32>) -> Option<u32> {
    if object.name == "UserFieldAccess" {
        None
    } else {
        limit
    }
}

/// The value of a field of the object itself.
pub(super) fn value(object: &Object, row: &Record, field: &Field) -> Value {
    if object.name == "OauthToken" && field.name == "Id" {
        return Value::Null;
    }
    if object.name == "PermissionSetLicense" && field.name == "Name" {
        // Only reached through the `Name` of a permission set's licence: the object has no such field.
        return row.get("MasterLabel").cloned().unwrap_or(Value::Null);
    }
    if field.kind == FieldType::Address {
        return address(object, row, field);
    }
    match row.get(&field.name) {
        Some(value) if !value.is_null() => value.clone(),
        // A checkbox is never null.
        _ if field.kind == FieldType::Boolean => Value::from(false),
        _ => Value::Null,
    }
}

/// A compound address: its parts under their own names, or null where all are empty.
fn address(object: &Object, row: &Record, compound: &Field) -> Value {
    let prefix = compound.name.strip_suffix("Address").unwrap_or_default();
    let parts = object
        .fields
        .iter()
        .filter(|part| part.compound.as_deref() == Some(&compound.name));
    let address: Map<String, Value> = parts
        .map(|part| {
            let mut name = part.name.strip_prefix(prefix).unwrap_or(&part.name).to_owned();
            if let Some(first) = name.get_mut(..1) {
                first.make_ascii_lowercase();
            }
            (name, row.get(&part.name).cloned().unwrap_or(Value::Null))
        })
        .collect();
    if address.values().all(Value::is_null) {
        Value::Null
    } else {
        Value::Object(address)
    }
}

fn has_or_or_not(condition: &Condition) -> bool {
    match condition {
        Condition::Or(_) | Condition::Not(_) => true,
        Condition::And(parts) => parts.iter().any(has_or_or_not),
        Condition::In(_, negated, _) | Condition::Join(_, negated, _) => *negated,
        Condition::Compare(..) => false,
    }
}

fn is_for_one_user(condition: &Condition) -> bool {
    let names = |path: &FieldPath| {
        path.relationships.is_empty() && (path.field.is("UserId") || path.field.is("DurableId"))
    };
    match condition {
        Condition::And(parts) => parts.iter().any(is_for_one_user),
        Condition::Compare(path, Operator::Equal, _) | Condition::In(path, false, _) => names(path),
        _ => false,
    }
}
