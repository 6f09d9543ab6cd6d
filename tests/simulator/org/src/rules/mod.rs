//! Writing with Salesforce's rules and the caller's rights.

mod assignment;
mod automation;
mod business_record;
mod errors;
mod group;
mod permission_set;
mod permissions;
mod seats;
#[cfg(test)]
mod tests;
mod user;
mod values;

use std::sync::Arc;

use serde_json::Value;

use crate::Record;
use crate::access::ObjectAccess;
use crate::id::long_id;
use crate::org::{Caller, Means, Org};
use crate::schema::{Field, Object};
use errors::{
    Errors, cannot_create, closed_fields, gone, no_column, no_operation, no_rights, unknown_object,
};

impl Org {
    /// Makes a record with the caller's rights and gives its 18-character id.
    ///
    /// # Errors
    /// Salesforce's errors, with its codes and texts.
    pub fn create(&mut self, caller: &Caller, object: &str, fields: Record) -> Result<String, Errors> {
        let schema = Arc::clone(&self.schema);
        let object = self.open_object(&schema, caller, object)?;
        if !object.createable && caller.means != Means::System {
            return Err(no_operation(object, "create"));
        }
        if !self.access_of(caller, object).create {
            return Err(cannot_create(object));
        }
        let mut row = self.checked(caller, object, fields, |field| field.createable)?;
        for field in object.fields.iter().filter(|field| field.defaulted_on_create) {
            if row.get(&field.name).is_none_or(Value::is_null) && !field.default.is_null() {
                row.insert(field.name.clone(), field.default.clone());
            }
        }
        self.automate(object, &mut row, true)?;
        values::require(object, &row)?;
        self.check_references(caller, object, &row)?;
        self.stamp(caller, object, &mut row, true);
        self.check_new(caller, object, &mut row)?;
        let id = self.store.insert(&object.name, &object.key_prefix, row);
        self.was_created(&object.name, &id);
        self.settle(object);
        Ok(id)
    }

    /// Changes a record with the caller's rights; the id has 15 or 18 characters.
    ///
    /// # Errors
    /// Salesforce's errors, with its codes and texts.
    pub fn update(&mut self, caller: &Caller, object: &str, id: &str, fields: Record) -> Result<(), Errors> {
        let schema = Arc::clone(&self.schema);
        let object = self.open_object(&schema, caller, object)?;
        let (id, before) = (
            long_id(id),
            self.store.get(&object.name, id).cloned().ok_or_else(gone)?,
        );
        if !object.updateable && caller.means != Means::System {
            return Err(no_operation(object, "update"));
        }
        let access = self.access_of(caller, object);
        if !access.edit || !self.may_change(caller, access, object, &before) {
            return Err(no_rights());
        }
        let changes = self.checked(caller, object, fields, |field| field.updateable)?;
        self.check_references(caller, object, &changes)?;
        let mut row = before.clone();
        row.extend(changes);
        self.automate(object, &mut row, false)?;
        values::require(object, &row)?;
        self.stamp(caller, object, &mut row, false);
        self.check_changed(object, &id, &before, &mut row)?;
        self.store.put(&object.name, &id, row);
        self.was_changed(&object.name, &id, &before);
        self.settle(object);
        Ok(())
    }

    /// Deletes a record with the caller's rights; the id has 15 or 18 characters.
    ///
    /// # Errors
    /// Salesforce's errors, with its codes and texts.
    pub fn delete(&mut self, caller: &Caller, object: &str, id: &str) -> Result<(), Errors> {
        let schema = Arc::clone(&self.schema);
        let object = self.open_object(&schema, caller, object)?;
        if !object.deletable {
            return Err(no_operation(object, "delete"));
        }
        let (id, row) = (
            long_id(id),
            self.store.get(&object.name, id).cloned().ok_or_else(gone)?,
        );
        let access = self.access_of(caller, object);
        if !access.delete || !self.may_change(caller, access, object, &row) {
            return Err(no_rights());
        }
        match object.name.as_str() {
            "PermissionSet" => self.check_deleted_set(&id)?,
            "PermissionSetGroup" => self.check_deleted_group(&id)?,
            "PermissionSetAssignment" => self.check_deleted_assignment(&row)?,
            "PermissionSetLicenseAssign" => self.check_deleted_license_assignment(&row)?,
            "ObjectPermissions" => self.check_deleted_object_permissions(&row)?,
            _ => {}
        }
        self.store.remove(&object.name, &id);
        match object.name.as_str() {
            "PermissionSet" | "MutingPermissionSet" => self.set_was_deleted(&id),
            "PermissionSetGroup" => self.group_was_deleted(&id),
            _ => {}
        }
        self.settle(object);
        Ok(())
    }

    /// Brings up to date what follows from rows of other objects.
    fn settle(&mut self, object: &Object) {
        if group::shapes_groups(&object.name) {
            self.refresh_groups();
        }
        if object.is_setup() {
            self.count_seats();
        }
    }

    /// The object, if it exists for the caller; what may not be read does not exist (Salesforce fact §6, seen).
    fn open_object<'a>(
        &self,
        schema: &'a crate::schema::Schema,
        caller: &Caller,
        name: &str,
    ) -> Result<&'a Object, Errors> {
        let object = schema.object(name).ok_or_else(|| unknown_object(name))?;
        if self.access_of(caller, object).read {
            Ok(object)
        } else {
            Err(unknown_object(name))
        }
    }

    fn check_new(&mut self, caller: &Caller, object: &Object, row: &mut Record) -> Result<(), Errors> {
        match object.name.as_str() {
            "User" => self.check_new_user(row),
            "PermissionSet" => self.check_new_set(row),
            "PermissionSetGroup" | "MutingPermissionSet" => {
                self.check_developer_name(None, &object.name, row)
            }
            "PermissionSetGroupComponent" => self.check_new_component(row),
            "PermissionSetAssignment" => self.check_new_assignment(caller, row),
            "PermissionSetLicenseAssign" => self.check_new_license_assignment(row),
            "ObjectPermissions" => self.check_object_permissions(None, row),
            "FieldPermissions" => self.check_field_permissions(None, row),
            _ => self.check_new_record(caller, object, row),
        }
    }

    fn was_created(&mut self, object: &str, id: &str) {
        match object {
            "User" => self.user_was_created(id),
            "PermissionSetGroup" => self.group_was_created(id),
            "PermissionSetGroupComponent" => self.component_was_created(id),
            "PermissionSetAssignment" => self.assignment_was_created(id),
            "ContentVersion" => self.file_was_created(id),
            "ObjectPermissions" | "FieldPermissions" => self.drop_empty_permissions(object, id),
            _ => {}
        }
    }

    fn check_changed(
        &self,
        object: &Object,
        id: &str,
        before: &Record,
        row: &mut Record,
    ) -> Result<(), Errors> {
        match object.name.as_str() {
            "User" => self.check_changed_user(id, before, row),
            "PermissionSet" => self.check_changed_set(id, before, row),
            "PermissionSetGroup" | "MutingPermissionSet" => {
                self.check_developer_name(Some(id), &object.name, row)
            }
            "ObjectPermissions" => self.check_object_permissions(Some(id), row),
            "FieldPermissions" => self.check_field_permissions(Some(id), row),
            _ => {
                business_record::complete(object, row);
                Ok(())
            }
        }
    }

    fn was_changed(&mut self, object: &str, id: &str, before: &Record) {
        match object {
            "User"
                if self.store.get(object, id).map(|row| row.get("ProfileId"))
                    != Some(before.get("ProfileId")) =>
            {
                self.user_has_profile(id);
            }
            "ObjectPermissions" | "FieldPermissions" => self.drop_empty_permissions(object, id),
            _ => {}
        }
    }

    /// The fields that a caller gives, each known, open to the caller and of the right type.
    fn checked(
        &self,
        caller: &Caller,
        object: &Object,
        fields: Record,
        open: fn(&Field) -> bool,
    ) -> Result<Record, Errors> {
        let system = caller.means == Means::System;
        let access = (!system).then(|| self.access(&caller.user_id));
        let rights = |field: &Field| access.as_ref().map(|access| access.field_of(object, field));
        let mut row = Record::new();
        let mut closed = Vec::new();
        for (name, value) in fields {
            let visible = |field: &&Field| rights(field).is_none_or(|rights| rights.read);
            let field = object
                .field(&name)
                .filter(visible)
                .ok_or_else(|| no_column(&name, object))?;
            if rights(field).is_none_or(|rights| open(field) && rights.edit) {
                row.insert(
                    field.name.clone(),
                    values::convert(field, value).map_err(|error| vec![error])?,
                );
            } else {
                closed.push(field.name.clone());
            }
        }
        if closed.is_empty() {
            Ok(row)
        } else {
            Err(closed_fields(closed))
        }
    }

    fn access_of(&self, caller: &Caller, object: &Object) -> ObjectAccess {
        if caller.means == Means::System {
            ObjectAccess::FULL
        } else {
            self.access(&caller.user_id).object(&object.name)
        }
    }

    /// Writes down who made and changed a row, and when.
    fn stamp(&self, caller: &Caller, object: &Object, row: &mut Record, new: bool) {
        let now = Value::from(self.clock.stamp());
        let by = Value::from(caller.user_id.as_str());
        let always = [
            ("LastModifiedDate", &now),
            ("LastModifiedById", &by),
            ("SystemModstamp", &now),
        ];
        let once = [("CreatedDate", &now), ("CreatedById", &by), ("OwnerId", &by)];
        for (name, value) in always {
            if object.field(name).is_some() {
                row.insert(name.to_owned(), value.clone());
            }
        }
        for (name, value) in once {
            if new && object.field(name).is_some() {
                row.entry(name.to_owned()).or_insert_with(|| value.clone());
            }
        }
    }
}

/// A row from a JSON object.
pub(crate) fn record(fields: Value) -> Record {
    fields
        .as_object()
        .cloned()
        .unwrap_or_default()
        .into_iter()
        .collect()
}
