//! The rows of an object that the caller may see: sharing, and tables that are made up for whoever asks.

use std::borrow::Cow;

use serde_json::{Value, json};

use crate::schema::{Field, Object, SYSTEM_PERMISSIONS, Schema};
use crate::store::Row;
use crate::{Access, Record, short_id};

use super::run::Run;

impl<'o> Run<'o> {
    /// The rows that the caller may see, in the order of their creation.
    pub fn visible_rows(&self, object: &'o Object) -> Vec<Cow<'o, Record>> {
        match object.name.as_str() {
            "UserPermissionAccess" => vec![Cow::Owned(self.own_permissions())],
            "EntityDefinition" => self.readable_objects().map(Cow::Owned).collect(),
            "UserEntityAccess" => self.access_of_users(entity_access),
            "UserFieldAccess" => self.access_of_users(field_access),
            name => {
                let rows = self.org.store.rows(name);
                let private = self.is_private(object);
                rows.filter(|row| !private || self.owns(row))
                    .map(Cow::Borrowed)
                    .collect()
            }
        }
    }

    /// The row with this id, if the caller may see it.
    pub fn visible_row(&self, object: &'o Object, id: &str) -> Option<Cow<'o, Record>> {
        if object.name == "EntityDefinition" {
            let mut rows = self.readable_objects();
            return rows.find(|row| row.text("DurableId") == Some(id)).map(Cow::Owned);
        }
        let row = self.org.store.get(&object.name, id)?;
        (self.owns(row) || !self.is_private(object)).then_some(Cow::Borrowed(row))
    }

    /// Whether the caller sees only its own records: the default is private, and the caller may not view all
    /// (Salesforce fact §7, seen).
    fn is_private(&self, object: &Object) -> bool {
        let views_all = self
            .names
            .access
            .is_none_or(|access| access.object(&object.name).view_all);
        let default = self.org.store.rows("Organization").next();
        let default = default.and_then(|org| org.text(&format!("Default{}Access", object.name)));
        !views_all && default == Some("None")
    }

    /// The sharing default as `EntityDefinition` names it.
    fn sharing_model(&self, object: &Object) -> &'static str {
        let default = self.org.store.rows("Organization").next();
        let default = default.and_then(|org| org.text(&format!("Default{}Access", object.name)));
        match default {
            Some("None") => "Private",
            Some("Read") => "Read",
            Some("ReadEditTransfer") => "ReadWriteTransfer",
            Some("ControlledByParent") => "ControlledByParent",
            _ => "ReadWrite",
        }
    }

    fn owns(&self, row: &Record) -> bool {
        row.text("OwnerId") == Some(&self.caller.user_id)
    }

    /// The row of `UserPermissionAccess`: the caller's own rights.
    fn own_permissions(&self) -> Record {
        let has = |right: &str| self.names.access.is_none_or(|access| access.has(right));
        SYSTEM_PERMISSIONS
            .iter()
            .map(|right| (format!("Permissions{right}"), Value::from(has(right))))
            .collect()
    }

    /// One row for each user and each thing that the user may or may not do something with.
    fn access_of_users(&self, of_one: fn(&Schema, &Access) -> Vec<Value>) -> Vec<Cow<'o, Record>> {
        let mut all = Vec::new();
        for user in self.org.store.rows("User").filter_map(|user| user.text("Id")) {
            for mut row in of_one(&self.org.schema, &self.org.access(user)) {
                let thing = row.get("DurableId").and_then(Value::as_str).unwrap_or_default();
                let durable_id = format!("{}.{thing}", short_id(user));
                row["DurableId"] = Value::from(durable_id);
                row["UserId"] = Value::from(user);
                all.push(Cow::Owned(record(&row)));
            }
        }
        all
    }

    fn readable_objects(&self) -> impl Iterator<Item = Record> {
        let readable = self
            .org
            .schema
            .objects()
            .filter(|object| self.names.reads(object));
        readable.map(|object| {
            let key_prefix = (!object.key_prefix.is_empty()).then_some(object.key_prefix.as_str());
            let row = json!({
                "DurableId": object.durable_id(),
                "QualifiedApiName": object.name,
                "DeveloperName": object.name.strip_suffix("__c").unwrap_or(&object.name),
                "Label": object.label,
                "PluralLabel": object.label_plural,
                "KeyPrefix": key_prefix,
                "IsCustomizable": !object.is_setup(),
                "IsQueryable": true,
                "NamespacePrefix": namespace(&object.name),
                "InternalSharingModel": self.sharing_model(object),
                "ExternalSharingModel": "Private",
            });
            record(&row)
        })
    }
}

/// The namespace in an API name like `acme__Thing__c`.
fn namespace(name: &str) -> Option<&str> {
    let (first, rest) = name.split_once("__")?;
    rest.contains("__").then_some(first)
}

fn entity_access(schema: &Schema, access: &Access) -> Vec<Value> {
    let row = |object: &Object| {
        let rights = access.object(&object.name);
        json!({
            "DurableId": object.name,
            "EntityDefinitionId": object.name,
            "IsReadable": rights.read,
            "IsCreatable": rights.create,
            "IsEditable": rights.edit,
            "IsDeletable": rights.delete,
        })
    };
    schema.objects().map(row).collect()
}

fn field_access(schema: &Schema, access: &Access) -> Vec<Value> {
    let rows = |object: &Object| {
        let row = |field: &Field| {
            let rights = access.field_of(object, field);
            json!({
                "DurableId": format!("{}.{}", object.name, field.name),
                "EntityDefinitionId": object.name,
                "FieldDefinitionId": format!("{}.{}", object.name, field.name),
                "IsAccessible": rights.read,
                "IsCreatable": rights.edit && field.createable,
                "IsUpdatable": rights.edit && field.updateable,
            })
        };
        object.fields.iter().map(row).collect::<Vec<Value>>()
    };
    schema.objects().flat_map(rows).collect()
}

fn record(row: &Value) -> Record {
    row.as_object().cloned().unwrap_or_default().into_iter().collect()
}
