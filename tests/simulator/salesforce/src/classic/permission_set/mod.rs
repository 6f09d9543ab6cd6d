//! Permission sets: list, new, overview, object and field permissions.

pub mod access;
mod assignments;
pub mod list;
pub mod new;
pub mod overview;

pub use list::NEW_PATH;
use simulated_org::{Record, same_id};

use axum::response::Response;

use crate::fields::Fields;
use crate::page::{Page, is_true, text_of};

/// The permission sets that an administrator sees: not those that belong to profiles, ordered by label.
pub fn visible(page: &Page) -> Vec<Record> {
    let org = page.app.org();
    let mut sets: Vec<Record> = org
        .store
        .rows("PermissionSet")
        .filter(|row| !is_true(row, "IsOwnedByProfile"))
        .cloned()
        .collect();
    sets.sort_by_key(|row| text_of(row, "Label").to_lowercase());
    sets
}

/// The label of a permission set's licence, user licence or permission set licence; empty without one.
pub fn license_label(page: &Page, set: &Record) -> String {
    let id = text_of(set, "LicenseId");
    let org = page.app.org();
    let mut licenses = org
        .store
        .rows("PermissionSetLicense")
        .chain(org.store.rows("UserLicense"));
    licenses
        .find(|row| same_id(text_of(row, "Id"), id))
        .map(|row| text_of(row, "MasterLabel").to_owned())
        .unwrap_or_default()
}

/// The name of the user who made a row.
pub fn creator(page: &Page, row: &Record) -> String {
    let org = page.app.org();
    org.store
        .get("User", text_of(row, "CreatedById"))
        .map(|user| text_of(user, "Name").to_owned())
        .unwrap_or_default()
}

/// The page of one permission set, or of the part of it that `s` names.
pub fn show(page: &Page, id: &str) -> Response {
    let set = page.app.org().store.get("PermissionSet", id).cloned();
    let Some(set) = set else {
        return super::missing(page);
    };
    match (page.parameter("s"), page.parameter("o")) {
        ("", _) => overview::show(page, &set),
        ("EntityPermissions", "") => access::objects::show(page, &set),
        ("EntityPermissions", object) => access::show(page, &set, object),
        ("Assignments", _) => assignments::show(page, &set),
        _ => super::missing(page),
    }
}

/// What was posted to the page of one permission set.
pub fn save(page: &Page, id: &str, fields: &Fields) -> Response {
    let set = page.app.org().store.get("PermissionSet", id).cloned();
    let Some(set) = set else {
        return super::missing(page);
    };
    match (page.parameter("s"), page.parameter("o")) {
        ("EntityPermissions", object) if !object.is_empty() => access::save(page, &set, object, fields),
        ("", _) if page.parameter("action") == "delete" => overview::delete(page, &set),
        ("Assignments", _) => assignments::save(page, &set, fields),
        _ => super::missing(page),
    }
}
