//! Each rule, tried through the org's own door.

mod access_sets;
mod assignments;
mod records;
mod users;

use serde_json::{Value, json};

use crate::store::Row;
use crate::{ApiError, Caller, Means, Org, Record, StartState};

/// An org with an administrator, and whatever else this start state's `org` says.
fn org_with(org: Value) -> Org {
    let start = StartState::from_json(&json!({ "org": org }).to_string()).unwrap();
    Org::from_start(&start, 7).unwrap()
}

fn empty_org() -> Org {
    org_with(json!({}))
}

/// The administrator, by a session.
fn admin(org: &Org) -> Caller {
    caller(org, "admin@acme.example")
}

fn caller(org: &Org, username: &str) -> Caller {
    Caller {
        user_id: id_of(org, "User", "Username", username),
        means: Means::Session,
    }
}

fn id_of(org: &Org, object: &str, field: &str, text: &str) -> String {
    org.store
        .find(object, field, text)
        .unwrap()
        .text("Id")
        .unwrap()
        .to_owned()
}

fn row(fields: Value) -> Record {
    fields.as_object().cloned().unwrap().into_iter().collect()
}

/// Creates as the administrator.
fn make(org: &mut Org, object: &str, fields: Value) -> Result<String, ApiError> {
    let caller = admin(org);
    org.create(&caller, object, row(fields))
        .map_err(|errors| errors[0].clone())
}

fn change(org: &mut Org, object: &str, id: &str, fields: Value) -> Result<(), ApiError> {
    let caller = admin(org);
    org.update(&caller, object, id, row(fields))
        .map_err(|errors| errors[0].clone())
}

fn take(org: &mut Org, object: &str, id: &str) -> Result<(), ApiError> {
    let caller = admin(org);
    org.delete(&caller, object, id)
        .map_err(|errors| errors[0].clone())
}

/// The error's code and text.
fn refusal<T: std::fmt::Debug>(answer: Result<T, ApiError>) -> (String, String) {
    let error = answer.unwrap_err();
    (error.error_code, error.message)
}

/// All fields of a user of the integration licence.
fn integration_user(org: &Org) -> Value {
    json!({
        "Username": "jotform@acme.example", "LastName": "Integration", "FirstName": "Jotform", "Alias": "jinte",
        "Email": "jotform@acme.example", "CommunityNickname": "jotform", "TimeZoneSidKey": "Europe/Berlin",
        "ProfileId": id_of(org, "Profile", "Name", "Minimum Access - API Only Integrations"),
        "LocaleSidKey": "en_US", "LanguageLocaleKey": "en_US", "EmailEncodingKey": "UTF-8",
    })
}

fn with(mut fields: Value, changes: Value) -> Value {
    fields
        .as_object_mut()
        .unwrap()
        .extend(changes.as_object().cloned().unwrap());
    fields
}

/// A permission set with (or without) a licence and read access to accounts; its id.
fn account_set(org: &mut Org, license: Option<(&str, &str, &str)>) -> String {
    let license = license.map(|(object, field, name)| id_of(org, object, field, name));
    let set = json!({"Name": "Jotform", "Label": "Jotform", "LicenseId": license});
    let set = make(org, "PermissionSet", set).unwrap();
    let read = json!({"ParentId": set, "SobjectType": "Account", "PermissionsRead": true});
    make(org, "ObjectPermissions", read).unwrap();
    set
}

const API_LICENSE: (&str, &str, &str) = (
    "PermissionSetLicense",
    "DeveloperName",
    "SalesforceAPIIntegrationPsl",
);
const LOOK_ALIKE: (&str, &str, &str) = ("UserLicense", "Name", "Salesforce Integration");

fn used(org: &Org, (object, field, name): (&str, &str, &str)) -> i64 {
    org.store
        .find(object, field, name)
        .unwrap()
        .number("UsedLicenses")
}
