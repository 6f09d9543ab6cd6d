//! Writing with Salesforce's rules and the caller's rights.

mod user;
mod values;

use serde_json::Value;

use crate::Record;
use crate::error::ApiError;
use crate::id::long_id;
use crate::org::{Caller, Means, Org};
use crate::schema::{Field, Object};

type Errors = Vec<ApiError>;

impl Org {
    /// Makes a record with the caller's rights and gives its 18-character id.
    ///
    /// # Errors
    /// Salesforce's errors, with its codes and texts.
    pub fn create(&mut self, caller: &Caller, object: &str, fields: Record) -> Result<String, Errors> {
        let schema = std::sync::Arc::clone(&self.schema);
        let object = schema
            .object(object)
            .ok_or_else(|| vec![unknown_object(object)])?;
        if !object.createable && caller.means != Means::System {
            return Err(vec![no_operation(object, "create")]);
        }
        if !self.access_of(caller, object).create {
            return Err(vec![cannot_create(object)]);
        }
        let mut row = self.checked(caller, object, fields, |field| field.createable)?;
        for field in object.fields.iter().filter(|field| field.defaulted_on_create) {
            let empty = row.get(&field.name).is_none_or(Value::is_null);
            if empty && !field.default.is_null() {
                row.insert(field.name.clone(), field.default.clone());
            }
        }
        values::require(object, &row)?;
        self.stamp(caller, object, &mut row, true);
        let id = self.store.insert(&object.name, &object.key_prefix, row);
        if object.name == "User" {
            self.user_was_created(&id);
        }
        Ok(id)
    }

    /// Changes a record with the caller's rights; the id has 15 or 18 characters.
    ///
    /// # Errors
    /// Salesforce's errors, with its codes and texts.
    pub fn update(&mut self, caller: &Caller, object: &str, id: &str, fields: Record) -> Result<(), Errors> {
        let schema = std::sync::Arc::clone(&self.schema);
        let object = schema
            .object(object)
            .ok_or_else(|| vec![unknown_object(object)])?;
        let before = self
            .store
            .get(&object.name, id)
            .cloned()
            .ok_or_else(|| vec![gone()])?;
        if !object.updateable && caller.means != Means::System {
            return Err(vec![no_operation(object, "update")]);
        }
        if !self.access_of(caller, object).edit {
            return Err(vec![no_rights()]);
        }
        let changes = self.checked(caller, object, fields, |field| field.updateable)?;
        let mut row = before;
        row.extend(changes);
        values::require(object, &row)?;
        self.stamp(caller, object, &mut row, false);
        self.store.put(&object.name, &long_id(id), row);
        Ok(())
    }

    /// Deletes a record with the caller's rights; the id has 15 or 18 characters.
    ///
    /// # Errors
    /// Salesforce's errors, with its codes and texts.
    pub fn delete(&mut self, caller: &Caller, object: &str, id: &str) -> Result<(), Errors> {
        let schema = std::sync::Arc::clone(&self.schema);
        let object = schema
            .object(object)
            .ok_or_else(|| vec![unknown_object(object)])?;
        if !object.deletable {
            return Err(vec![no_operation(object, "delete")]);
        }
        self.store.get(&object.name, id).ok_or_else(|| vec![gone()])?;
        if !self.access_of(caller, object).delete {
            return Err(vec![no_rights()]);
        }
        self.store.remove(&object.name, id);
        Ok(())
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
        let access = self.access(&caller.user_id);
        let mut row = Record::new();
        let mut closed = Vec::new();
        for (name, value) in fields {
            let visible = |field: &&Field| system || access.field_of(object, field).read;
            let field = object
                .field(&name)
                .filter(visible)
                .ok_or_else(|| vec![no_column(&name, object)])?;
            if system || (open(field) && access.field_of(object, field).edit) {
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
            Err(vec![closed_fields(closed)])
        }
    }

    fn access_of(&self, caller: &Caller, object: &Object) -> crate::ObjectAccess {
        if caller.means == Means::System {
            return crate::ObjectAccess {
                read: true,
                create: true,
                edit: true,
                delete: true,
                view_all: true,
                modify_all: true,
                view_all_fields: true,
            };
        }
        self.access(&caller.user_id).object(&object.name)
    }

    fn stamp(&self, caller: &Caller, object: &Object, row: &mut Record, new: bool) {
        let now = Value::from(self.clock.stamp());
        let by = Value::from(caller.user_id.as_str());
        let names: &[(&str, &Value)] = &[
            ("CreatedDate", &now),
            ("CreatedById", &by),
            ("OwnerId", &by),
            ("LastModifiedDate", &now),
            ("LastModifiedById", &by),
            ("SystemModstamp", &now),
        ];
        for (name, value) in names {
            let once = matches!(*name, "CreatedDate" | "CreatedById" | "OwnerId");
            let keep = once && (!new || row.contains_key(*name));
            if object.field(name).is_some() && !keep {
                row.insert((*name).to_owned(), (*value).clone());
            }
        }
    }
}

fn unknown_object(name: &str) -> ApiError {
    ApiError::new("INVALID_TYPE", format!("sObject type '{name}' is not supported."))
}

fn no_column(name: &str, object: &Object) -> ApiError {
    ApiError::new(
        "INVALID_FIELD",
        format!("No such column '{name}' on sobject of type {}", object.name),
    )
}

fn no_operation(object: &Object, operation: &str) -> ApiError {
    let message = format!("entity type {} does not support {operation}", object.name);
    ApiError::new("INVALID_TYPE_FOR_OPERATION", message)
}

fn cannot_create(object: &Object) -> ApiError {
    let message = format!("entity type cannot be inserted: {}", object.label);
    ApiError::new("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", message)
}

fn no_rights() -> ApiError {
    ApiError::new(
        "INSUFFICIENT_ACCESS_OR_READONLY",
        "insufficient access rights on object id",
    )
}

fn gone() -> ApiError {
    ApiError::new("ENTITY_IS_DELETED", "entity is deleted")
}

fn closed_fields(names: Vec<String>) -> ApiError {
    let message = format!(
        "Unable to create/update fields: {}. Please check the security settings of this field and verify that it is \
         read/write for your profile or permission set.",
        names.join(", ")
    );
    ApiError {
        fields: names,
        ..ApiError::new("INVALID_FIELD_FOR_INSERT_UPDATE", message)
    }
}
