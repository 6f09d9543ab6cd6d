//! Values of fields: their types, lengths and presence.

use serde_json::Value;

use crate::Record;
use crate::error::ApiError;
use crate::id::{is_id, long_id};
use crate::schema::{Field, FieldType, Object};

/// The value as it is stored, or what is wrong with it.
pub(super) fn convert(field: &Field, value: Value) -> Result<Value, ApiError> {
    match (field.kind, &value) {
        (_, Value::Null) => Ok(Value::Null),
        (FieldType::Boolean, Value::Bool(_)) => Ok(value),
        (FieldType::Int, Value::Number(number)) if number.is_i64() => Ok(value),
        (FieldType::Double | FieldType::Currency | FieldType::Percent, Value::Number(_)) => Ok(value),
        (
            FieldType::Boolean
            | FieldType::Int
            | FieldType::Double
            | FieldType::Currency
            | FieldType::Percent,
            _,
        ) => Err(parser_error(field, &value)),
        (_, Value::String(text)) => convert_text(field, text),
        _ => Err(parser_error(field, &value)),
    }
}

fn convert_text(field: &Field, text: &str) -> Result<Value, ApiError> {
    if text.is_empty() && field.default.as_str() != Some("") {
        return Ok(Value::Null);
    }
    let length = text.chars().count();
    if field.kind != FieldType::Reference && field.length > 0 && length > field.length {
        let message = format!(
            "{}: data value too large: {text} (max length={})",
            field.label, field.length
        );
        return Err(ApiError::new("STRING_TOO_LONG", message).on(&field.name));
    }
    match field.kind {
        FieldType::Reference if !is_id(text) => {
            let message = format!("{}: id value of incorrect type: {text}", field.label);
            Err(ApiError::new("MALFORMED_ID", message).on(&field.name))
        }
        FieldType::Reference => Ok(Value::from(long_id(text))),
        FieldType::Email if !is_email(text) => {
            let message = format!("{}: invalid email address: {text}", field.label);
            Err(ApiError::new("INVALID_EMAIL_ADDRESS", message).on(&field.name))
        }
        FieldType::Picklist if field.restricted && !field.values.iter().any(|value| value == text) => {
            bad_value(field, text)
        }
        _ => Ok(Value::from(text)),
    }
}

fn bad_value(field: &Field, text: &str) -> Result<Value, ApiError> {
    let message = format!("{}: bad value for restricted picklist field: {text}", field.label);
    Err(ApiError::new("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", message).on(&field.name))
}

fn parser_error(field: &Field, value: &Value) -> ApiError {
    let message = format!(
        "Cannot deserialize instance of {} from value {value}",
        type_name(field.kind)
    );
    ApiError::new("JSON_PARSER_ERROR", message)
}

/// The type's name as describe writes it.
fn type_name(kind: FieldType) -> String {
    serde_json::to_value(kind)
        .ok()
        .and_then(|name| name.as_str().map(str::to_owned))
        .unwrap_or_default()
}

/// Whether a text has the form of an e-mail address.
pub(super) fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let plain =
        |part: &str| !part.is_empty() && !part.chars().any(|c| c.is_whitespace() || "@,;:<>()".contains(c));
    plain(local)
        && plain(domain)
        && domain.contains('.')
        && !domain.starts_with('.')
        && !domain.ends_with('.')
}

/// Every field that may not be empty has a value.
pub(super) fn require(object: &Object, row: &Record) -> Result<(), Vec<ApiError>> {
    let must = |field: &&Field| {
        !field.nillable && (field.createable || field.updateable) && !field.defaulted_on_create
    };
    let empty = |field: &&Field| row.get(&field.name).is_none_or(Value::is_null);
    let missing: Vec<String> = object
        .fields
        .iter()
        .filter(must)
        .filter(empty)
        .map(|field| field.name.clone())
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let message = format!("Required fields are missing: [{}]", missing.join(", "));
    Err(vec![ApiError {
        fields: missing,
        ..ApiError::new("REQUIRED_FIELD_MISSING", message)
    }])
}
