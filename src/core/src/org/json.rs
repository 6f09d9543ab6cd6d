//! Values at a path of an answer, leniently: what is missing or of another kind counts as empty.

use crate::json::Json;
use crate::page::short_id;

/// The value at a path of keys.
fn at<'a>(row: &'a Json, path: &str) -> Option<&'a Json> {
    path.split('.').try_fold(row, Json::get)
}

pub(super) fn maybe(row: &Json, path: &str) -> Option<String> {
    at(row, path).and_then(Json::text).map(str::to_owned)
}

pub(super) fn text(row: &Json, path: &str) -> String {
    maybe(row, path).unwrap_or_default()
}

pub(super) fn id(row: &Json, path: &str) -> String {
    maybe(row, path).and_then(|id| short_id(&id)).unwrap_or_default()
}

pub(super) fn flag(row: &Json, path: &str) -> bool {
    at(row, path).and_then(Json::flag).unwrap_or_default()
}

pub(super) fn number(row: &Json, path: &str) -> Option<i64> {
    at(row, path).and_then(Json::whole)
}

/// The items of the list of this name; none where there is no such list.
pub(super) fn items<'a>(row: &'a Json, key: &str) -> &'a [Json] {
    row.get(key).and_then(Json::items).unwrap_or_default()
}
