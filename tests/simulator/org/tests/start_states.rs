//! The examples of start states load, and their schema is the one that the code has.
//!
//! `ACCEPT=1 cargo test -p simulated-org --test start_states` writes the schema and `empty.json` anew.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use simulated_org::{Org, Row, StartState};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Compares a file with what the code makes of it, or writes it where that was asked for.
fn is_up_to_date(path: &Path, content: &Value) {
    let content = serde_json::to_string_pretty(content).unwrap() + "\n";
    if std::env::var_os("ACCEPT").is_some() {
        fs::write(path, &content).unwrap();
    }
    let found = fs::read_to_string(path).unwrap();
    assert!(
        found == content,
        "{} is stale; the head of this file says how to renew it",
        path.display()
    );
}

fn example(name: &str) -> StartState {
    let text = fs::read_to_string(folder().join("examples").join(name)).unwrap();
    StartState::from_json(&text).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn org(name: &str) -> Org {
    Org::from_start(&example(name), 7).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn id(org: &Org, object: &str, field: &str, text: &str) -> String {
    org.store
        .find(object, field, text)
        .unwrap()
        .text("Id")
        .unwrap()
        .to_owned()
}

const USER: &str = "jotform.integration@acme.example";

#[test]
fn the_schema_is_the_codes_own() {
    let schema = schemars::schema_for!(StartState);
    is_up_to_date(
        &folder().join("start-state.schema.json"),
        &serde_json::to_value(schema).unwrap(),
    );
}

#[test]
fn the_empty_example_spells_out_every_default() {
    let defaults = StartState {
        schema: Some("../start-state.schema.json".to_owned()),
        ..StartState::default()
    };
    is_up_to_date(
        &folder().join("examples/empty.json"),
        &serde_json::to_value(&defaults).unwrap(),
    );
    assert_eq!(example("empty.json"), defaults);
    assert_eq!(StartState::from_json("{}").unwrap(), StartState::default());
    let org = org("empty.json");
    assert_eq!(
        org.store.rows("Lead").count() + org.store.rows("Contact").count(),
        0
    );
    assert!(org.app_usage().is_empty());
}

#[test]
fn every_example_loads() {
    let files = fs::read_dir(folder().join("examples")).unwrap();
    let names: Vec<String> = files
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    for name in &names {
        org(name);
    }
    assert!(names.len() >= 5, "{names:?}");
}

#[test]
fn a_misspelt_word_is_an_error_that_names_it() {
    let error = StartState::from_json(&json!({"org": {"user": []}}).to_string()).unwrap_err();
    assert!(error.to_string().contains("unknown field `user`"), "{error}");
    let start = json!({"org": {"users": [{"profile": "Nobody"}]}}).to_string();
    let error = Org::from_start(&StartState::from_json(&start).unwrap(), 7).unwrap_err();
    assert!(error.to_string().contains("\"Nobody\""), "{error}");
}

#[test]
fn half_has_a_set_without_access_and_a_user_without_assignment_or_verified_mail() {
    let org = org("half.json");
    let user = id(&org, "User", "Username", USER);
    let set = org
        .store
        .find("PermissionSet", "Name", "Jotform_Integration")
        .unwrap();
    let license = id(
        &org,
        "PermissionSetLicense",
        "DeveloperName",
        "SalesforceAPIIntegrationPsl",
    );
    assert_eq!(set.text("LicenseId"), Some(license.as_str()));
    let access = org.access(&user);
    assert!(access.has("ApiUserOnly") && !access.object("Lead").read);
    assert!(!org.store.get("User", &user).unwrap().flag("HasUserVerifiedEmail"));
    assert!(org.mail.to(USER).any(|mail| mail.link.is_some()));
    assert!(org.store.rows("PermissionSetLicenseAssign").next().is_none());
}

#[test]
fn done_is_connected_and_may_make_leads() {
    let org = org("done.json");
    let user = id(&org, "User", "Username", USER);
    let access = org.access(&user);
    assert!(access.object("Lead").create);
    for field in [
        "FirstName",
        "LastName",
        "Email",
        "Phone",
        "Company",
        "Description",
    ] {
        assert!(access.field("Lead", field).edit, "{field}");
    }
    let token = org.store.find("OauthToken", "UserId", &user).unwrap();
    assert_eq!(token.text("AppName"), Some("Jotform"));
    assert!(org.app_installed("Jotform"));
    let integration = &example("done.json").jotform.forms[0].integrations[0];
    assert_eq!(
        (integration.connected_as.as_str(), integration.object.as_str()),
        (USER, "Lead")
    );
}

#[test]
fn sandbox_and_japanese_show_in_hosts_and_names() {
    let sandbox = org("sandbox.json");
    assert_eq!(
        sandbox.settings.core_host(),
        "acme--uat.sandbox.my.salesforce.com"
    );
    assert_eq!(
        sandbox.settings.lightning_host(),
        "acme--uat.sandbox.lightning.force.com"
    );
    assert_eq!(
        sandbox.settings.setup_host(),
        "acme--uat.sandbox.my.salesforce-setup.com"
    );
    assert_eq!(sandbox.settings.login_host(), "test.salesforce.com");
    assert!(
        sandbox
            .store
            .rows("Organization")
            .all(|row| row.flag("IsSandbox"))
    );
    let japanese = org("japanese.json");
    assert_eq!(japanese.settings.language, "ja");
    assert!(japanese.store.find("Profile", "Name", "システム管理者").is_some());
}
