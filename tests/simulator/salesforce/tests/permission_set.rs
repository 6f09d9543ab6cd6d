//! Permission sets: the facts' ids under every variation, what changes at every load, and saving.
#![allow(clippy::unwrap_used)] // also in the helpers of tests

mod browser;

use browser::{Browser, CORE, org, row, variation};
use serde_json::{Value, json};
use simulated_org::{Row, same_id, short_id};
use simulated_salesforce::SetupVariation;

const NEW: &str = "https://acme.my.salesforce.com/udd/PermissionSet/newPermissionSet.apexp";

/// Every value of the dimensions that touch the new permission set page, one at a time.
fn variations_of_new() -> Vec<SetupVariation> {
    [
        ("license_select", "suffixed"),
        ("license_select", "short"),
        ("license_select", "volatile"),
        ("license_value", "short_id"),
        ("license_value", "long_id"),
        ("license_value", "kind_and_id"),
        ("license_label", "license"),
        ("license_label", "user_license"),
        ("save_button", "plain"),
        ("save_button", "suffixed"),
        ("save_button", "volatile"),
        ("session_checkbox", "suffixed"),
        ("session_checkbox", "volatile"),
    ]
    .map(|chosen| variation(&[chosen]))
    .into()
}

/// Fills and sends the form that is shown.
async fn save(browser: &mut Browser, label: &str, license: &str) {
    let shown = &browser.shown;
    let label_name = shown.one(r#"input[id$=":permSetLabelInput"]"#, "name");
    let api_name = shown.one(r#"input[id$=":permSetDevNameInput"]"#, "name");
    let select = shown.one("select", "name");
    let chosen = shown.option("select", license);
    let button = shown.all("input[type=submit][value=Save]", "name")[0].clone();
    let fields = [
        (&*label_name, label),
        (&api_name, "Jotform_Integration"),
        (&select, &chosen),
        (&button, "Save"),
    ];
    browser.send(&fields).await;
}

#[tokio::test]
async fn the_known_ids_stand_under_every_variation_and_saving_stores_the_licence() {
    for variation in variations_of_new() {
        let org = org(json!({}));
        let mut browser = Browser::of_admin(&org, variation.clone()).await;
        let shown = browser.get(NEW).await;
        assert_eq!(shown.all("body.sfdcBody", "id").len(), 1);
        assert_eq!(shown.all("[id$=\":description\"]", "id").len(), 1);
        assert_eq!(shown.texts("select option")[0], "--None--");
        assert_eq!(shown.all("input[type=submit][value=Save]", "id").len(), 2);
        assert!(
            shown
                .texts("label")
                .contains(&"Session Activation Required".to_owned())
        );
        save(&mut browser, "Jotform Integration", "Salesforce API Integration").await;
        let set = row(&org, "PermissionSet", "Label", "Jotform Integration");
        let license = row(
            &org,
            "PermissionSetLicense",
            "DeveloperName",
            "SalesforceAPIIntegrationPsl",
        );
        assert_eq!(set.text("LicenseId"), license.text("Id"), "{variation:?}");
        assert_eq!(
            browser.shown.path(),
            format!("/{}", short_id(set.text("Id").unwrap()))
        );
    }
}

#[tokio::test]
async fn generated_parts_change_at_every_load() {
    let org = org(json!({}));
    let mut browser = Browser::of_admin(&org, variation(&[])).await;
    let first = browser
        .get(NEW)
        .await
        .one(r#"input[id$=":permSetLabelInput"]"#, "id");
    let second = browser
        .get(NEW)
        .await
        .one(r#"input[id$=":permSetLabelInput"]"#, "id");
    assert_ne!(first, second);
}

#[tokio::test]
async fn an_empty_label_is_refused_beside_its_field_and_what_was_typed_stays() {
    let org = org(json!({}));
    let mut browser = Browser::of_admin(&org, variation(&[])).await;
    browser.get(NEW).await;
    save(&mut browser, "", "Salesforce API Integration").await;
    assert_eq!(browser.shown.texts("#errorDiv_ep").len(), 1);
    assert!(!browser.shown.texts(".errorMsg").is_empty());
    assert_eq!(
        browser.shown.one(r#"input[id$=":permSetDevNameInput"]"#, "value"),
        "Jotform_Integration"
    );
    assert_eq!(
        browser.shown.texts("option[selected]"),
        ["Salesforce API Integration"]
    );
}

#[tokio::test]
async fn the_list_has_its_new_button_and_a_set_can_be_deleted() {
    let org = org(json!({"org": {"permission_sets": [{"label": "Wrong One", "name": "Wrong_One"}]}}));
    let mut browser = Browser::of_admin(&org, variation(&[])).await;
    let list = browser.get(&format!("https://{CORE}/0PS")).await;
    assert_eq!(list.all("input.btn[name=new]", "value"), ["New"]);
    let link = list.one("th[scope=row] a", "href");
    browser
        .post(&format!("https://{CORE}{link}?action=delete"), &[])
        .await;
    assert_eq!(browser.shown.path(), "/0PS");
    assert!(browser.shown.texts("th[scope=row] a").is_empty());
}

/// The checkbox that stands for a permission, whichever way this run names it.
fn checkbox(browser: &Browser, row: &str, place: usize) -> String {
    let html = browser.shown.html();
    let rows = scraper::Selector::parse("tr.dataRow").unwrap();
    let header = scraper::Selector::parse("th").unwrap();
    let boxes = scraper::Selector::parse("input[type=checkbox]").unwrap();
    let found = html
        .select(&rows)
        .find(|r| r.select(&header).any(|h| h.text().collect::<String>() == row));
    found
        .unwrap()
        .select(&boxes)
        .nth(place)
        .unwrap()
        .attr("name")
        .unwrap()
        .to_owned()
}

#[tokio::test]
async fn object_and_field_permissions_are_edited_under_every_markup() {
    for controls in [
        "named_by_api_name",
        "volatile_with_labels",
        "volatile_with_titles",
    ] {
        let org = org(
            json!({"org": {"permission_sets": [{"label": "Jotform", "name": "Jotform", "license": "SalesforceAPIIntegrationPsl"}]}}),
        );
        let set = row(&org, "PermissionSet", "Name", "Jotform")
            .text("Id")
            .unwrap()
            .to_owned();
        let mut browser = Browser::of_admin(&org, variation(&[("permission_controls", controls)])).await;
        let page = format!("https://{CORE}/{}?s=EntityPermissions&o=Lead", short_id(&set));
        let edit = browser.get(&page).await.all("input[value=Edit]", "name")[0].clone();
        assert!(
            browser.shown.all("input[type=checkbox]", "id").is_empty(),
            "read first"
        );
        browser.send(&[(&edit, "Edit")]).await;
        let save = browser.shown.all("input[value=Save]", "name")[0].clone();
        let ticked = [("Read", 0), ("Create", 0), ("Email", 0), ("Email", 1)]
            .map(|(row, place)| checkbox(&browser, row, place));
        let mut fields: Vec<(&str, &str)> = ticked.iter().map(|name| (name.as_str(), "1")).collect();
        fields.push((&save, "Save"));
        browser.send(&fields).await;
        assert_eq!(format!("https://{CORE}{}", browser.shown.path()), page);
        let object = row(&org, "ObjectPermissions", "SobjectType", "Lead");
        let stored = org
            .lock()
            .unwrap()
            .store
            .rows("ObjectPermissions")
            .find(|r| same_id(r.text("ParentId").unwrap(), &set))
            .cloned()
            .unwrap();
        assert!(
            stored.flag("PermissionsRead")
                && stored.flag("PermissionsCreate")
                && !stored.flag("PermissionsEdit"),
            "{object:?}"
        );
        let field = org
            .lock()
            .unwrap()
            .store
            .rows("FieldPermissions")
            .find(|r| same_id(r.text("ParentId").unwrap(), &set))
            .cloned()
            .unwrap();
        assert_eq!(
            (field.text("Field"), field.get("PermissionsEdit")),
            (Some("Lead.Email"), Some(&Value::Bool(true)))
        );
    }
}

#[tokio::test]
async fn a_permission_without_what_it_depends_on_is_refused_and_nothing_is_stored() {
    let org = org(
        json!({"org": {"permission_sets": [{"label": "Jotform", "name": "Jotform", "license": "SalesforceAPIIntegrationPsl"}]}}),
    );
    let set = row(&org, "PermissionSet", "Name", "Jotform")
        .text("Id")
        .unwrap()
        .to_owned();
    let mut browser = Browser::of_admin(&org, variation(&[])).await;
    let page = format!("https://{CORE}/{}?s=EntityPermissions&o=Contact", short_id(&set));
    let edit = browser.get(&page).await.all("input[value=Edit]", "name")[0].clone();
    browser.send(&[(&edit, "Edit")]).await;
    let save = browser.shown.all("input[value=Save]", "name")[0].clone();
    let read = checkbox(&browser, "Read", 0);
    let shown = browser.send(&[(&read, "1"), (&save, "Save")]).await;
    assert!(
        shown.texts("[role=alert]")[0]
            .contains("Permission Read Contact depends on permission(s): Read Account")
    );
    let org = org.lock().unwrap();
    assert!(
        !org.store
            .rows("ObjectPermissions")
            .any(|r| same_id(r.text("ParentId").unwrap(), &set))
    );
}
