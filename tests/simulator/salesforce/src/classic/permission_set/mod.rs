//! Permission sets: list, new, overview, object and field permissions.

pub mod list;
pub mod new;
pub mod overview;

pub use list::NEW_PATH;
use simulated_org::{Record, same_id};

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
