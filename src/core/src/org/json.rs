//! Values at a path of an answer, leniently: what is missing or of another kind counts as empty.

use crate::page::short_id;
use serde_json::Value;

/// The value at a path of keys, `null` counting as absent.
fn at<'a>(row: &'a Value, path: &str) -> Option<&'a Value> {
    path.split('.')
        .try_fold(row, |value, key| value.get(key))
        .filter(|value| !value.is_null())
}

pub(super) fn maybe(row: &Value, path: &str) -> Option<String> {
    at(row, path).and_then(Value::as_str).map(str::to_owned)
}

pub(super) fn text(row: &Value, path: &str) -> String {
    maybe(row, path).unwrap_or_default()
}

pub(super) fn id(row: &Value, path: &str) -> String {
    maybe(row, path).and_then(|id| short_id(&id)).unwrap_or_default()
}

pub(super) fn flag(row: &Value, path: &str) -> bool {
    at(row, path).and_then(Value::as_bool).unwrap_or_default()
}

pub(super) fn number(row: &Value, path: &str) -> Option<i64> {
    at(row, path).and_then(Value::as_i64)
}
