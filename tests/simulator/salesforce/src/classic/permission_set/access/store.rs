//! Reading and writing what a permission set allows on one object.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;
use simulated_org::schema::Object;
use simulated_org::{ApiError, Org, Record, Row, same_id};

use super::{RIGHTS, Rights, listed_fields};
use crate::page::{Page, text_of};

/// The fields of ObjectPermissions that are true.
pub type ObjectRights = BTreeSet<&'static str>;

/// Read and edit access by the field's API name.
pub type FieldRights = BTreeMap<String, FieldRight>;

/// Read and edit access to one field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FieldRight {
    /// Read Access.
    pub read: bool,
    /// Edit Access.
    pub edit: bool,
}

/// What the set allows now.
pub fn read(page: &Page, set: &Record, object: &Object) -> Rights {
    let org = page.app.org();
    let set_id = text_of(set, "Id");
    let object_row = row_of(&org, "ObjectPermissions", set_id, "SobjectType", &object.name);
    let granted = RIGHTS
        .iter()
        .map(|(field, _)| *field)
        .filter(|field| object_row.is_some_and(|row| row.flag(field)));
    let fields = listed_fields(object).filter_map(|field| {
        let row = row_of(
            &org,
            "FieldPermissions",
            set_id,
            "Field",
            &format!("{}.{}", object.name, field.name),
        )?;
        let right = FieldRight {
            read: row.flag("PermissionsRead"),
            edit: row.flag("PermissionsEdit"),
        };
        Some((field.name.clone(), right))
    });
    Rights {
        object: granted.collect(),
        fields: fields.collect(),
    }
}

/// Stores everything or, where the org's rules refuse a part, nothing.
pub fn write(page: &Page, set: &Record, object: &Object, wanted: &Rights) -> Result<(), Vec<ApiError>> {
    let before = read(page, set, object);
    let set_id = text_of(set, "Id");
    page.app.all_or_nothing(|org| {
        if wanted.object != before.object {
            let rights = RIGHTS
                .iter()
                .map(|(field, _)| ((*field).to_owned(), json!(wanted.object.contains(field))));
            let key = [("SobjectType", object.name.as_str())];
            put(page, org, "ObjectPermissions", set_id, &key, rights.collect())?;
        }
        for field in listed_fields(object).filter(|field| field.permissionable) {
            let right = wanted.fields.get(&field.name).copied().unwrap_or_default();
            if right != before.fields.get(&field.name).copied().unwrap_or_default() {
                let path = format!("{}.{}", object.name, field.name);
                let key = [("Field", path.as_str()), ("SobjectType", object.name.as_str())];
                let rights = [("PermissionsRead", right.read), ("PermissionsEdit", right.edit)];
                let rights = rights.map(|(name, value)| (name.to_owned(), json!(value)));
                put(page, org, "FieldPermissions", set_id, &key, rights.into())?;
            }
        }
        Ok(())
    })
}

/// Makes, changes or takes away the row of a set that the first key names.
fn put(
    page: &Page,
    org: &mut Org,
    table: &str,
    set_id: &str,
    key: &[(&str, &str)],
    rights: Record,
) -> Result<(), Vec<ApiError>> {
    let existing = key
        .first()
        .and_then(|(field, value)| row_of(org, table, set_id, field, value));
    let existing = existing.map(|row| text_of(row, "Id").to_owned());
    let nothing = rights.values().all(|value| value == false);
    match existing {
        Some(id) if nothing => org.delete(&page.caller, table, &id),
        Some(id) => org.update(&page.caller, table, &id, rights),
        None if nothing => Ok(()),
        None => {
            let mut row = rights;
            row.insert("ParentId".to_owned(), json!(set_id));
            row.extend(
                key.iter()
                    .map(|(field, value)| ((*field).to_owned(), json!(value))),
            );
            org.create(&page.caller, table, row).map(|_| ())
        }
    }
}

fn row_of<'a>(org: &'a Org, table: &str, set_id: &str, field: &str, value: &str) -> Option<&'a Record> {
    org.store
        .rows(table)
        .find(|row| same_id(text_of(row, "ParentId"), set_id) && text_of(row, field) == value)
}
