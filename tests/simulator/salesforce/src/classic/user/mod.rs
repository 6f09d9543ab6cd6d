//! Users: list, new user, user page.

pub mod detail;
pub mod edit;
mod form;
pub mod list;
mod related;

use simulated_org::Record;

use crate::page::{Page, text_of};

/// The path of a user's page as Lightning's addresses name it (Salesforce fact §2).
pub fn path_of(user_id: &str) -> String {
    format!(
        "/{}?noredirect=1&isUserEntityOverride=1",
        simulated_org::short_id(user_id)
    )
}

/// The name of a row of any object, for a lookup field; empty if there is none.
pub fn name_of(page: &Page, object: &str, id: &str) -> String {
    field_of(page, object, id, "Name")
}

/// The label, in the org's language, of the licence that a user has through the profile.
pub fn license_label(page: &Page, user: &Record) -> String {
    let license = field_of(page, "Profile", text_of(user, "ProfileId"), "UserLicenseId");
    field_of(page, "UserLicense", &license, "MasterLabel")
}

fn field_of(page: &Page, object: &str, id: &str, field: &str) -> String {
    let org = page.app.org();
    org.store
        .get(object, id)
        .map(|row| text_of(row, field).to_owned())
        .unwrap_or_default()
}
