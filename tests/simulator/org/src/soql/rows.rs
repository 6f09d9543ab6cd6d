//! The rows of an object that the caller may see: sharing, and tables that are made up for whoever asks.

use std::borrow::Cow;

use serde_json::{Value, json};

use crate::Record;
use crate::schema::{Object, SYSTEM_PERMISSIONS};
use crate::store::Row;

use super::run::Run;

impl<'o> Run<'o> {
    /// The rows that the caller may see, in the order of their creation.
    pub fn visible_rows(&self, object: &'o Object) -> Vec<Cow<'o, Record>> {
        match object.name.as_str() {
            "UserPermissionAccess" => vec![Cow::Owned(self.own_permissions())],
            "EntityDefinition" => self.readable_objects().map(Cow::Owned).collect(),
            name => {
                let rows = self.org.store.rows(name);
                rows.filter(|row| self.is_shared(object, row))
                    .map(Cow::Borrowed)
                    .collect()
            }
        }
    }

    /// The row with this id, if the caller may see it.
    pub fn visible_row(&self, object: &'o Object, id: &str) -> Option<Cow<'o, Record>> {
        let row = self.org.store.get(&object.name, id)?;
        self.is_shared(object, row).then_some(Cow::Borrowed(row))
    }

    /// With a private default the user sees its own records only, unless it may view all (Salesforce fact §7, seen).
    fn is_shared(&self, object: &Object, row: &Record) -> bool {
        let views_all = self
            .names
            .access
            .is_none_or(|access| access.object(&object.name).view_all);
        let default = self.org.store.rows("Organization").next();
        let default = default.and_then(|org| org.text(&format!("Default{}Access", object.name)));
        views_all || default != Some("None") || row.text("OwnerId") == Some(&self.caller.user_id)
    }

    /// The row of `UserPermissionAccess`: the caller's own rights.
    fn own_permissions(&self) -> Record {
        let has = |right: &str| self.names.access.is_none_or(|access| access.has(right));
        SYSTEM_PERMISSIONS
            .iter()
            .map(|right| (format!("Permissions{right}"), Value::from(has(right))))
            .collect()
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
            });
            row.as_object().cloned().unwrap_or_default().into_iter().collect()
        })
    }
}
