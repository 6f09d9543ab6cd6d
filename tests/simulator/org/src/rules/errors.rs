//! Salesforce's errors in its own words.

use crate::Record;
use crate::error::ApiError;
use crate::id::short_id;
use crate::schema::Object;
use crate::store::Row;

pub(super) type Errors = Vec<ApiError>;

pub(super) fn one(code: &str, message: impl Into<String>) -> Errors {
    vec![ApiError::new(code, message)]
}

pub(super) fn integrity(message: impl Into<String>) -> Errors {
    one("FIELD_INTEGRITY_EXCEPTION", message)
}

pub(super) fn unknown_object(name: &str) -> Errors {
    one("INVALID_TYPE", format!("sObject type '{name}' is not supported."))
}

pub(super) fn no_column(name: &str, object: &Object) -> Errors {
    one(
        "INVALID_FIELD",
        format!("No such column '{name}' on sobject of type {}", object.name),
    )
}

pub(super) fn no_operation(object: &Object, operation: &str) -> Errors {
    one(
        "INVALID_TYPE_FOR_OPERATION",
        format!("entity type {} does not support {operation}", object.name),
    )
}

pub(super) fn cannot_create(object: &Object) -> Errors {
    let message = format!("entity type cannot be inserted: {}", object.label);
    one("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", message)
}

pub(super) fn no_rights() -> Errors {
    one(
        "INSUFFICIENT_ACCESS_OR_READONLY",
        "insufficient access rights on object id",
    )
}

pub(super) fn gone() -> Errors {
    one("ENTITY_IS_DELETED", "entity is deleted")
}

pub(super) fn closed_fields(names: Vec<String>) -> Errors {
    let message = format!(
        "Unable to create/update fields: {}. Please check the security settings of this field and verify that it is \
         read/write for your profile or permission set.",
        names.join(", ")
    );
    vec![ApiError {
        fields: names,
        ..ApiError::new("INVALID_FIELD_FOR_INSERT_UPDATE", message)
    }]
}

pub(super) fn missing(names: Vec<String>) -> Errors {
    let message = format!("Required fields are missing: [{}]", names.join(", "));
    vec![ApiError {
        fields: names,
        ..ApiError::new("REQUIRED_FIELD_MISSING", message)
    }]
}

pub(super) fn duplicate_username() -> Errors {
    let message = "Duplicate Username.<br>The username already exists in this or another Salesforce organization. \
                   Usernames must be unique across all Salesforce organizations. To resolve, use a different username \
                   (it doesn't need to match the user's email address).";
    vec![ApiError::new("DUPLICATE_USERNAME", message).on("Username")]
}

pub(super) fn duplicate_nickname() -> Errors {
    let message = "Another user has already selected this nickname.<br>Please select another.";
    vec![ApiError::new("DUPLICATE_COMM_NICKNAME", message).on("CommunityNickname")]
}

pub(super) fn duplicate_name(name: &str, field: &str) -> Errors {
    let message = format!("The developer name \"{name}\" is already in use.");
    vec![ApiError::new("DUPLICATE_DEVELOPER_NAME", message).on(field)]
}

pub(super) fn duplicate_value(field: &str, id: &str) -> Errors {
    let message = format!(
        "duplicate value found: {field} duplicates value on record with id: {}",
        short_id(id)
    );
    one("DUPLICATE_VALUE", message)
}

pub(super) fn license_limit() -> Errors {
    one("LICENSE_LIMIT_EXCEEDED", "License Limit Exceeded")
}

pub(super) fn bad_choice(label: &str, field: &str, value: &str) -> Errors {
    let message = format!("{label}: bad value for restricted picklist field: {value}");
    vec![ApiError::new("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", message).on(field)]
}

pub(super) fn no_such_reference(field: &str) -> Errors {
    vec![ApiError::new("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id").on(field)]
}

pub(super) fn closed_reference(field: &str) -> Errors {
    let message = "insufficient access rights on cross-reference id";
    vec![ApiError::new("INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", message).on(field)]
}

/// The text that people see when a licence stands in the way (Salesforce fact §4, seen).
pub(super) fn not_allowed(set: &Record, user: &Record, permission: &str) -> Errors {
    integrity(format!(
        "Can't assign permission set \"{}\" to user \"{}\". The user license doesn't allow the permission: {permission}",
        set.text("Label").unwrap_or_default(),
        user.text("Name").unwrap_or_default(),
    ))
}
