//! The form of a new or an existing user, `form#editPage` (Salesforce fact §4: element id = name).

use std::collections::BTreeMap;

use axum::response::Response;
use serde_json::json;
use simulated_org::{ApiError, Record, long_id};

use super::form::render;
use crate::fields::Fields;
use crate::page::{Page, text_of};

/// Form field, field of the User object, and whether the page insists on it.
pub const FIELDS: &[(&str, &str, bool)] = &[
    ("name_firstName", "FirstName", false),
    ("name_lastName", "LastName", true),
    ("Alias", "Alias", true),
    ("Email", "Email", true),
    ("Username", "Username", true),
    ("CommunityNickname", "CommunityNickname", true),
    ("Title", "Title", false),
    ("CompanyName", "CompanyName", false),
    ("Department", "Department", false),
    ("Division", "Division", false),
    ("role", "UserRoleId", false),
    ("Profile", "ProfileId", true),
    ("TimeZoneSidKey", "TimeZoneSidKey", true),
    ("LocaleSidKey", "LocaleSidKey", true),
    ("LanguageLocaleKey", "LanguageLocaleKey", true),
    ("EmailEncodingKey", "EmailEncodingKey", true),
];

/// Checkbox of the form and field of the User object.
pub const CHECKBOXES: &[(&str, &str)] = &[
    ("active", "IsActive"),
    ("UserPermissions_0", "UserPermissionsMarketingUser"),
];

/// What was wrong, by field of the User object; the empty key holds what is about no field.
pub type Errors = BTreeMap<String, String>;

/// `/005/e`: the empty form.
pub async fn show_new(page: Page) -> Response {
    let user = Record::from([
        ("IsActive".to_owned(), json!(true)),
        (
            "TimeZoneSidKey".to_owned(),
            page.user
                .get("TimeZoneSidKey")
                .cloned()
                .unwrap_or(json!("America/Los_Angeles")),
        ),
        (
            "LocaleSidKey".to_owned(),
            page.user.get("LocaleSidKey").cloned().unwrap_or(json!("en_US")),
        ),
        (
            "LanguageLocaleKey".to_owned(),
            page.user
                .get("LanguageLocaleKey")
                .cloned()
                .unwrap_or(json!("en_US")),
        ),
        ("EmailEncodingKey".to_owned(), json!("UTF-8")),
    ]);
    render(&page, None, &user, "", true, &Errors::new())
}

/// `/005…/e`: the form of an existing user.
pub fn show_existing(page: &Page, id: &str) -> Response {
    let user = page.app.org().store.get("User", id).cloned();
    let Some(user) = user else {
        return crate::classic::missing(page);
    };
    let profile = page
        .app
        .org()
        .store
        .get("Profile", text_of(&user, "ProfileId"))
        .cloned()
        .unwrap_or_default();
    render(
        page,
        Some(id),
        &user,
        text_of(&profile, "UserLicenseId"),
        false,
        &Errors::new(),
    )
}

/// Stores the form and goes to the user's page; "Save & New" goes to an empty form.
pub async fn save_new(page: Page, fields: Fields) -> Response {
    save(&page, None, &fields)
}

/// Stores the form of an existing user (`None` for a new one).
pub fn save(page: &Page, id: Option<&str>, fields: &Fields) -> Response {
    if fields.has("cancel") {
        return page.redirect("/005?isUserEntityOverride=1&setupid=ManageUsers");
    }
    let user = posted(fields);
    let mut errors = missing_values(page, &user);
    if errors.is_empty() {
        match store(page, id, &user) {
            Ok(saved) if fields.has("new_password") && id.is_none() => {
                page.app.org().mail_link(&saved, false);
                return onward(page, &saved, fields);
            }
            Ok(saved) => return onward(page, &saved, fields),
            Err(refused) => errors = by_field(refused),
        }
    }
    render(
        page,
        id,
        &user,
        fields.get("user_license_id"),
        fields.has("new_password"),
        &errors,
    )
}

fn onward(page: &Page, id: &str, fields: &Fields) -> Response {
    if fields.has("save_new") {
        page.redirect("/005/e")
    } else {
        page.redirect(&super::path_of(id))
    }
}

fn posted(fields: &Fields) -> Record {
    let mut user = Record::new();
    for (name, field, _) in FIELDS {
        let value = fields.get(name).trim();
        if !value.is_empty() {
            let value = if field.ends_with("Id") {
                long_id(value)
            } else {
                value.to_owned()
            };
            user.insert((*field).to_owned(), json!(value));
        }
    }
    for (name, field) in CHECKBOXES {
        user.insert((*field).to_owned(), json!(fields.has(name)));
    }
    user
}

fn missing_values(page: &Page, user: &Record) -> Errors {
    let missing = FIELDS
        .iter()
        .filter(|(_, field, required)| *required && text_of(user, field).is_empty());
    missing
        .map(|(_, field, _)| {
            (
                (*field).to_owned(),
                page.text("You must enter a value").to_owned(),
            )
        })
        .collect()
}

fn store(page: &Page, id: Option<&str>, user: &Record) -> Result<String, Vec<ApiError>> {
    let mut org = page.app.org();
    let schema = org.schema.clone();
    let known = |field: &str| {
        schema
            .object("User")
            .is_some_and(|object| object.field(field).is_some())
    };
    let mut user = user.clone();
    user.retain(|field, _| known(field));
    match id {
        None => org.create(&page.caller, "User", user),
        Some(id) => org.update(&page.caller, "User", id, user).map(|()| id.to_owned()),
    }
}

fn by_field(refused: Vec<ApiError>) -> Errors {
    let known = |field: &String| FIELDS.iter().any(|(_, name, _)| name == field);
    refused
        .into_iter()
        .map(|error| {
            (
                error.fields.into_iter().find(known).unwrap_or_default(),
                error.message,
            )
        })
        .collect()
}
