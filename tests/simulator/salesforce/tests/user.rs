//! Users: the facts' ids, saving, related lists and assignments.
#![allow(clippy::unwrap_used)] // also in the helpers of tests

mod browser;

use browser::{Browser, CORE, org, row, variation, with_integration_user};
use serde_json::json;
use simulated_org::{Row, same_id, short_id};

const SET_BUTTON: &str = r#"[id$="_RelatedPermsetAssignmentList"] input[name="editPermSetAssignments"]"#;

async fn fill_new_user(browser: &mut Browser, username: &str) {
    let shown = browser.get(&format!("https://{CORE}/005/e")).await;
    let license = shown.option("#user_license_id", "Salesforce Integration");
    let profiles: serde_json::Value = serde_json::from_str(&shown.texts("#profilesByLicense")[0]).unwrap();
    let profile = profiles[&license]
        .as_array()
        .unwrap()
        .iter()
        .find(|p| p[1] == "Minimum Access - API Only Integrations")
        .unwrap();
    let profile = profile[0].as_str().unwrap().to_owned();
    browser
        .send(&[
            ("name_firstName", "Jotform"),
            ("name_lastName", "Integration"),
            ("Alias", "jinte"),
            ("Email", "jotform@acme.example"),
            ("Username", username),
            ("CommunityNickname", "jotform"),
            ("user_license_id", &license),
            ("Profile", &profile),
            ("active", "1"),
            ("new_password", "1"),
            ("TimeZoneSidKey", "Europe/London"),
            ("LocaleSidKey", "en_GB"),
            ("LanguageLocaleKey", "en_US"),
            ("EmailEncodingKey", "UTF-8"),
            ("save", "Save"),
        ])
        .await;
}

#[tokio::test]
async fn the_new_user_form_has_the_known_ids_which_are_its_names() {
    let org = org(json!({}));
    let mut browser = Browser::of_admin(&org, variation(&[])).await;
    let shown = browser.get(&format!("https://{CORE}/005/e")).await;
    for id in [
        "name_firstName",
        "name_lastName",
        "Alias",
        "Email",
        "Username",
        "CommunityNickname",
        "role",
        "user_license_id",
        "Profile",
        "active",
        "new_password",
    ] {
        assert_eq!(shown.one(&format!("form#editPage #{id}"), "name"), id);
    }
    assert_eq!(shown.one("#Alias", "maxlength"), "8");
    assert_eq!(shown.one("#Username", "maxlength"), "80");
    assert_eq!(shown.all("#new_password[checked]", "id").len(), 1);
    assert_eq!(shown.all("input[name=save]", "value"), ["Save", "Save"]);
    assert!(shown.texts("title")[0].starts_with("New User ~ Salesforce - "));
    let values = shown.all("#user_license_id option", "value");
    assert!(
        values
            .iter()
            .skip(1)
            .all(|value| value.len() == 15 && value.starts_with("100")),
        "{values:?}"
    );
}

#[tokio::test]
async fn saving_a_user_stores_it_mails_a_link_and_shows_its_page() {
    let org = org(json!({}));
    let mut browser = Browser::of_admin(&org, variation(&[])).await;
    fill_new_user(&mut browser, "jotform.integration@acme.example").await;
    let user = row(&org, "User", "Username", "jotform.integration@acme.example");
    assert_eq!(
        browser.shown.path(),
        format!(
            "/{}?noredirect=1&isUserEntityOverride=1",
            short_id(user.text("Id").unwrap())
        )
    );
    assert_eq!(browser.shown.all(SET_BUTTON, "value"), ["Edit Assignments"]);
    assert_eq!(
        browser
            .shown
            .all(r#"input[name="editPermSetAssignments"]"#, "value")
            .len(),
        2,
        "the group list uses the same name"
    );
    let mail = org.lock().unwrap().mail.messages().last().cloned().unwrap();
    assert_eq!(mail.to, "jotform@acme.example");
    assert!(mail.link.is_some());
}

#[tokio::test]
async fn a_username_that_exists_is_refused_beside_its_field() {
    let org = org(json!({}));
    let mut browser = Browser::of_admin(&org, variation(&[])).await;
    fill_new_user(&mut browser, "admin@acme.example").await;
    assert!(!browser.shown.texts("#errorDiv_ep")[0].is_empty());
    assert_eq!(
        browser.shown.texts("td:has(#Username) .errorMsg").len(),
        1,
        "{:?}",
        browser.shown.texts(".errorMsg")
    );
    assert_eq!(browser.shown.one("#name_lastName", "value"), "Integration");
}

/// Opens Edit Assignments of the integration user and gives the ids of user and set.
async fn open_assignments(org: &simulated_org::SharedOrg, browser: &mut Browser) -> (String, String) {
    let user = row(org, "User", "Username", "jotform.integration@acme.example")
        .text("Id")
        .unwrap()
        .to_owned();
    let set = row(org, "PermissionSet", "Name", "Jotform_Integration")
        .text("Id")
        .unwrap()
        .to_owned();
    let path = browser
        .get(&format!("https://{CORE}/{}", short_id(&user)))
        .await
        .one(SET_BUTTON, "data-href");
    browser.get(&format!("https://{CORE}{path}")).await;
    (user, set)
}

#[tokio::test]
async fn a_set_moves_to_enabled_under_every_variation_of_the_dueling_list() {
    for (list, pairs) in [("once", 1), ("first_disabled", 2), ("second_disabled", 2)] {
        for asks in [false, true] {
            let org = org(with_integration_user());
            let chosen = [
                ("dueling_list", list),
                ("continue_after_save", if asks { "true" } else { "false" }),
            ];
            let mut browser = Browser::of_admin(&org, variation(&chosen)).await;
            let (user, set) = open_assignments(&org, &mut browser).await;
            let available = r#"select[id$=":duelingListBox:backingList_a"]"#;
            assert_eq!(browser.shown.all(available, "id").len(), pairs);
            assert_eq!(
                browser
                    .shown
                    .all(&format!("{available}:not([disabled])"), "id")
                    .len(),
                1
            );
            let option = format!(r#"{available}:not([disabled]) option[title="Jotform Integration"]"#);
            assert_eq!(browser.shown.one(&option, "value"), short_id(&set));
            assert_eq!(
                browser
                    .shown
                    .all(
                        r#"a[id$=":duelingListBox:backingList_add"] img.rightArrowIcon[alt=Add]"#,
                        "alt"
                    )
                    .len(),
                pairs
            );
            let saves = browser.shown.all(r#"input[type=submit][name$=":save"]"#, "name");
            assert_eq!(saves.len(), 2);
            let enabled = browser
                .shown
                .one(r#"input[type=hidden][name$=":backingList"]"#, "name");
            browser
                .send(&[(&enabled, short_id(&set)), (&saves[0], "Save")])
                .await;
            if asks {
                let onward = browser.shown.one("input[value=Continue]", "name");
                browser.send(&[(&onward, "Continue")]).await;
            }
            let holds = org
                .lock()
                .unwrap()
                .store
                .rows("PermissionSetAssignment")
                .any(|r| {
                    same_id(r.text("AssigneeId").unwrap(), &user)
                        && same_id(r.text("PermissionSetId").unwrap_or_default(), &set)
                });
            assert!(holds, "{list}, {asks}");
            let assigned = r#"[id$="_RelatedPermsetAssignmentList_body"] a"#;
            assert!(
                browser
                    .shown
                    .texts(assigned)
                    .contains(&"Jotform Integration".to_owned())
            );
        }
    }
}

#[tokio::test]
async fn a_set_that_the_licence_does_not_allow_is_refused_in_salesforces_words() {
    let mut start = with_integration_user();
    start["org"]["permission_sets"][0] = json!({"label": "Jotform Integration", "name": "Jotform_Integration", "object_permissions": {"Account": ["read"]}});
    let org = org(start);
    let mut browser = Browser::of_admin(&org, variation(&[("continue_after_save", "false")])).await;
    let (_, set) = open_assignments(&org, &mut browser).await;
    let enabled = browser
        .shown
        .one(r#"input[type=hidden][name$=":backingList"]"#, "name");
    let save = browser.shown.all(r#"input[type=submit][name$=":save"]"#, "name")[0].clone();
    let shown = browser.send(&[(&enabled, short_id(&set)), (&save, "Save")]).await;
    let text = &shown.texts("[role=alert]")[0];
    assert!(text.contains(r#"Can't assign permission set "Jotform Integration" to user "Jotform Integration". The user license doesn't allow the permission: Read Accounts"#), "{text}");
}

#[tokio::test]
async fn a_japanese_user_sees_japanese_words_on_the_same_ids() {
    let org = org(json!({"org": {"language": "ja"}}));
    {
        let mut org = org.lock().unwrap();
        let system = org.system();
        let id = system.user_id.clone();
        org.update(
            &system,
            "User",
            &id,
            [("LanguageLocaleKey".to_owned(), json!("ja"))].into(),
        )
        .unwrap();
    }
    let mut browser = Browser::of_admin(&org, variation(&[])).await;
    let shown = browser.get(&format!("https://{CORE}/005/e")).await;
    assert_eq!(shown.all("input[name=save]", "value"), ["保存", "保存"]);
    assert_eq!(shown.texts("label[for=Alias]"), ["*別名"]);
}
