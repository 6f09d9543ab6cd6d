//! Objects that are not standard, as a start state describes them.

use serde_json::Value;

use super::{CustomFieldStart, CustomObjectStart};
use crate::error::StartError;
use crate::schema::{Field, FieldType, Object};

/// The object; the index decides its key prefix.
pub(super) fn object(index: usize, start: &CustomObjectStart) -> Result<Object, StartError> {
    let fields = start
        .fields
        .iter()
        .map(|field| self::field(&start.name, field))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Object::custom(
        &start.name,
        &format!("a{index:02}"),
        &start.label,
        &start.plural_label,
        fields,
    ))
}

/// A field of the object with this API name.
pub(super) fn field(object: &str, start: &CustomFieldStart) -> Result<Field, StartError> {
    let kind = if start.kind.is_empty() {
        "string"
    } else {
        &start.kind
    };
    let kind: FieldType = serde_json::from_value(Value::from(kind)).map_err(|_| StartError::Unknown {
        what: format!("{object}.{}", start.name),
        kind: "field type",
        name: kind.to_owned(),
    })?;
    let length = start
        .length
        .unwrap_or(if kind == FieldType::TextArea { 32_768 } else { 255 });
    Ok(
        Field::custom(&start.name, &start.label, kind, length, start.required)
            .with_values(start.values.clone(), start.restricted)
            .with_target(start.reference_to.clone())
            .formula(start.read_only),
    )
}
