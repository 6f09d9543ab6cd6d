//! Users: list, new user, user page.

pub mod detail;
pub mod edit;
pub mod list;
mod related;

use crate::page::Page;

/// The path of a user's page as Lightning's addresses name it (Salesforce fact §2).
pub fn path_of(user_id: &str) -> String {
    format!(
        "/{}?noredirect=1&isUserEntityOverride=1",
        simulated_org::short_id(user_id)
    )
}

/// The name of a row of any object, for a lookup field; empty if there is none.
pub fn name_of(page: &Page, object: &str, id: &str) -> String {
    let org = page.app.org();
    org.store
        .get(object, id)
        .map(|row| crate::page::text_of(row, "Name").to_owned())
        .unwrap_or_default()
}

/// The name of the licence that a user has through the profile.
pub fn license_name(page: &Page, user: &simulated_org::Record) -> String {
    let profile = page
        .app
        .org()
        .store
        .get("Profile", crate::page::text_of(user, "ProfileId"))
        .cloned()
        .unwrap_or_default();
    name_of(
        page,
        "UserLicense",
        crate::page::text_of(&profile, "UserLicenseId"),
    )
}
