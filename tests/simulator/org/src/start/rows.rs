//! Rows as they are stored, beside the org's rules: for what no form of Setup makes.

use std::collections::BTreeMap;

use chrono::Duration;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Record;
use crate::clock::stamp;
use crate::error::StartError;
use crate::org::Org;
use crate::schema::{FieldType, Object};
use crate::store::Row;

/// One row as it is stored, added or changed beside the org's rules, after everything else.
///
/// A value may be `{"User": "ada@acme.example"}`, the id of the row with that name (username, API name, namespace), or
/// `{"days_from_now": -3}`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RowStart {
    /// API name of the object.
    pub object: String,
    /// Changes the rows with these values; without, a row is added.
    pub find: BTreeMap<String, Value>,
    /// API field name to value.
    pub fields: BTreeMap<String, Value>,
    /// The rows found are taken away.
    pub remove: bool,
}

/// The field by which people name a row of an object.
fn name_field(object: &str) -> &'static str {
    match object {
        "User" => "Username",
        "PermissionSetGroup" | "PermissionSetLicense" | "RecordType" | "MutingPermissionSet" => {
            "DeveloperName"
        }
        "PackageLicense" => "NamespacePrefix",
        _ => "Name",
    }
}

/// Adds, changes or takes away what a start state says of stored rows.
pub(super) fn store(org: &mut Org, start: &RowStart) -> Result<(), StartError> {
    let schema = std::sync::Arc::clone(&org.schema);
    let unknown = |kind, name: &str| StartError::Unknown {
        what: format!("a row of {}", start.object),
        kind,
        name: name.to_owned(),
    };
    let object = schema
        .object(&start.object)
        .ok_or_else(|| unknown("object", &start.object))?;
    let wanted = resolved(org, object, &start.find)?;
    let fields = resolved(org, object, &start.fields)?;
    if start.find.is_empty() {
        add(org, object, fields);
        return Ok(());
    }
    let found: Vec<String> = org
        .store
        .keyed_rows(&object.name)
        .filter(|(_, row)| {
            wanted
                .iter()
                .all(|(name, value)| row.get(name).unwrap_or(&Value::Null) == value)
        })
        .map(|(key, _)| key.to_owned())
        .collect();
    if found.is_empty() {
        return Err(unknown("row", &Value::from_iter(start.find.clone()).to_string()));
    }
    for key in found {
        if start.remove {
            org.store.remove(&object.name, &key);
        } else if let Some(row) = org.store.get_mut(&object.name, &key) {
            row.extend(fields.clone());
        }
    }
    if start.remove {
        // What a set no longer grants its groups no longer grant either.
        org.refresh_groups();
    }
    Ok(())
}

/// Adds a row with the stamps and defaults that its object has.
pub(super) fn add(org: &mut Org, object: &Object, mut fields: Record) {
    let now = Value::from(org.clock.stamp());
    for field in &object.fields {
        let missing = || !fields.contains_key(&field.name);
        if field.kind == FieldType::DateTime && field.defaulted_on_create && missing() {
            fields.insert(field.name.clone(), now.clone());
        } else if !field.default.is_null() && missing() {
            fields.insert(field.name.clone(), field.default.clone());
        }
    }
    let prefix = if object.key_prefix.is_empty() {
        "888"
    } else {
        &object.key_prefix
    };
    org.store.insert(&object.name, prefix, fields);
}

fn resolved(org: &Org, object: &Object, fields: &BTreeMap<String, Value>) -> Result<Record, StartError> {
    let one = |(name, value): (&String, &Value)| {
        // A field that the schema does not have would only be a slip of the pen, but for the org's sharing defaults.
        let known = object.field(name).is_some() || object.name == "Organization";
        if !known {
            return Err(StartError::Unknown {
                what: format!("a row of {}", object.name),
                kind: "field",
                name: name.clone(),
            });
        }
        let is_date = object
            .field(name)
            .is_some_and(|field| field.kind == FieldType::Date);
        Ok((name.clone(), self::value(org, value, is_date)?))
    };
    fields.iter().map(one).collect()
}

fn value(org: &Org, value: &Value, is_date: bool) -> Result<Value, StartError> {
    let Some((kind, name)) = value.as_object().and_then(|one| one.iter().next()) else {
        return Ok(value.clone());
    };
    if let ("days_from_now", Some(days)) = (kind.as_str(), name.as_f64()) {
        let seconds = Duration::seconds((days * 86_400.0).round() as i64);
        let time = org.clock.now() + seconds;
        let text = if is_date {
            time.format("%Y-%m-%d").to_string()
        } else {
            stamp(time)
        };
        return Ok(Value::from(text));
    }
    let name = name.as_str().unwrap_or_default();
    let durable = (kind == "EntityDefinition")
        .then(|| org.schema.object(name).map(Object::durable_id))
        .flatten();
    let found = durable.or_else(|| {
        let row = org.store.find(kind, name_field(kind), name);
        row.and_then(|row| row.text("Id")).map(str::to_owned)
    });
    found.map(Value::from).ok_or_else(|| StartError::Unknown {
        what: "a row".to_owned(),
        kind: "row",
        name: format!("{kind} {name}"),
    })
}
