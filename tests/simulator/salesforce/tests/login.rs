//! Logging in: sessions per host, what stands in the way, and the notice.
#![allow(clippy::unwrap_used)] // also in the helpers of tests

mod browser;

use browser::{Browser, CORE, LIGHTNING, LOGIN, SETUP, org, variation, with_integration_user};
use serde_json::json;
use simulated_org::Row;

const API_USER: &str = "jotform.integration@acme.example";

#[tokio::test]
async fn a_login_gives_each_host_its_own_session() {
    let org = org(json!({}));
    let browser = Browser::of_admin(&org, variation(&[])).await;
    assert_eq!(
        browser.shown.url,
        format!("https://{LIGHTNING}/lightning/setup/SetupOneHome/home")
    );
    assert_eq!(browser.shown.all("#auraLoadingBox", "id").len(), 1);
    let sids = [CORE, LOGIN, LIGHTNING, SETUP].map(|host| browser.sid(host).unwrap());
    for (place, sid) in sids.iter().enumerate() {
        let org = org.lock().unwrap();
        assert_eq!(
            sid.split('!').next(),
            org.settings.organization_id.get(..15),
            "{sid}"
        );
        assert_eq!(
            org.session(sid).unwrap().user_id,
            org.store
                .find("User", "Username", "admin@acme.example")
                .unwrap()
                .text("Id")
                .unwrap()
        );
        assert!(!sids[..place].contains(sid));
    }
    let attributes = browser
        .set_cookies
        .iter()
        .filter(|(_, line)| line.starts_with("sid="));
    assert!(
        attributes.clone().count() == 4
            && attributes
                .clone()
                .all(|(_, line)| line.contains("Secure; HttpOnly"))
    );
}

#[tokio::test]
async fn a_second_login_replaces_the_session_on_every_host() {
    let org = org(with_integration_user());
    let mut browser = Browser::of_admin(&org, variation(&[])).await;
    browser.log_in(API_USER, "Jotform-pass-2").await;
    let api_user = browser::row(&org, "User", "Username", API_USER);
    for host in [CORE, LOGIN, LIGHTNING, SETUP] {
        let caller = org.lock().unwrap().session(browser.sid(host).unwrap()).unwrap();
        assert_eq!(Some(caller.user_id.as_str()), api_user.text("Id"), "{host}");
    }
}

#[tokio::test]
async fn an_api_only_user_sees_the_notice_in_place_of_any_page() {
    let org = org(with_integration_user());
    let mut browser = Browser::new(&org, variation(&[]));
    let landed = browser.log_in(API_USER, "Jotform-pass-2").await;
    assert_eq!(landed.texts("title"), ["API Only User | Salesforce"]);
    assert!(landed.texts("#apiOnlyNotice")[0].contains("only through the API"));
    let list = browser.get(&format!("https://{CORE}/0PS")).await;
    assert_eq!(list.texts("title"), ["API Only User | Salesforce"]);
}

#[tokio::test]
async fn whoever_is_logged_out_logs_in_and_comes_back() {
    let org = org(json!({}));
    let mut browser = Browser::new(&org, variation(&[]));
    let asked = browser
        .get(&format!("https://{SETUP}/lightning/setup/ManageUsers/home"))
        .await;
    assert!(asked.url.contains("ec=302"), "{}", asked.url);
    let back = browser
        .send(&[("username", "admin@acme.example"), ("pw", "Admin-pass-1")])
        .await;
    assert_eq!(
        back.url,
        format!("https://{SETUP}/lightning/setup/ManageUsers/home")
    );
    browser.get(&format!("https://{CORE}/secur/logout.jsp")).await;
    let asked = browser.get(&format!("https://{CORE}/0PS")).await;
    assert_eq!(asked.all("#password", "name"), ["pw"]);
}

#[tokio::test]
async fn a_wrong_password_is_refused_in_salesforces_words() {
    let org = org(json!({}));
    let mut browser = Browser::new(&org, variation(&[]));
    let refused = browser.log_in("admin@acme.example", "wrong").await;
    assert!(refused.texts("#error")[0].starts_with("Please check your username and password."));
    assert_eq!(browser.sid(CORE), None);
}

#[tokio::test]
async fn an_unknown_device_needs_the_code_from_the_mail() {
    let org = org(json!({"org": {"users": [{"devices_known": false}], "security": {"device_check": true}}}));
    let mut browser = Browser::of_admin(&org, variation(&[])).await;
    assert_eq!(browser.shown.all("#emc", "name"), ["emc"]);
    let refused = browser.send(&[("emc", "000")]).await;
    assert_eq!(refused.texts("#error").len(), 1);
    let code = org
        .lock()
        .unwrap()
        .mail
        .messages()
        .last()
        .unwrap()
        .code
        .clone()
        .unwrap();
    let landed = browser.send(&[("emc", &code)]).await;
    assert!(
        landed.url.contains("/lightning/setup/SetupOneHome"),
        "{}",
        landed.url
    );
    browser.get(&format!("https://{CORE}/secur/logout.jsp")).await;
    let again = browser.log_in("admin@acme.example", "Admin-pass-1").await;
    assert!(
        again.url.contains("/lightning/"),
        "the device is known by now: {}",
        again.url
    );
}

#[tokio::test]
async fn the_mailed_link_leads_through_password_and_method_to_the_notice() {
    let mut start = with_integration_user();
    start["org"]["users"][1]["password"] = json!(null);
    start["org"]["users"][1]["verification_method"] = json!(false);
    start["org"]["security"] = json!({"verification_method": true});
    let org = org(start);
    let link = org
        .lock()
        .unwrap()
        .mail
        .messages()
        .last()
        .unwrap()
        .link
        .clone()
        .unwrap();
    let mut browser = Browser::new(&org, variation(&[]));
    browser.get(&link).await;
    assert_eq!(browser.shown.texts("h1"), ["Change Your Password"]);
    let answer = [
        ("newpassword", "New-pass-12"),
        ("confirmpassword", "New-pass-12"),
        ("answer", "Bath"),
    ];
    let refused = browser
        .send(&[
            ("newpassword", "short1"),
            ("confirmpassword", "short1"),
            ("answer", "Bath"),
        ])
        .await;
    assert_eq!(
        refused.texts("#error"),
        ["Your password must be at least 8 characters long."]
    );
    browser.send(&answer).await;
    assert_eq!(browser.shown.texts("h1"), ["Connect an Authenticator App"]);
    let code = org
        .lock()
        .unwrap()
        .mail
        .messages()
        .last()
        .unwrap()
        .code
        .clone()
        .unwrap();
    let landed = browser.send(&[("code", &code)]).await;
    assert_eq!(landed.texts("title"), ["API Only User | Salesforce"]);
    let used = browser.get(&link).await;
    assert!(used.texts("#linkRefused")[0].starts_with("This link was already used."));
}

#[tokio::test]
async fn a_host_of_another_org_is_not_found() {
    let org = org(json!({}));
    let mut browser = Browser::new(&org, variation(&[]));
    let shown = browser.get("https://other.my.salesforce.com/").await;
    assert_eq!(shown.status, 404);
    assert!(shown.text.contains("other.my.salesforce.com"));
}

#[tokio::test]
async fn a_frame_without_the_hosts_cookie_gets_a_session_from_the_page_around_it() {
    let org = org(json!({}));
    let mut browser = Browser::of_admin(&org, variation(&[])).await;
    let core_sid = browser
        .cookies
        .remove(&(CORE.to_owned(), "sid".to_owned()))
        .unwrap();
    let framed = format!("https://{CORE}/0PS?isdtp=p1&sfdcIFrameOrigin=https%3A%2F%2F{LIGHTNING}");
    let shown = browser.get(&framed).await;
    assert_eq!(shown.all("input.btn[name=new]", "value"), ["New"]);
    let partitioned = browser
        .set_cookies
        .iter()
        .find(|(host, _)| host == CORE)
        .unwrap()
        .1
        .clone();
    assert!(partitioned.ends_with("Partitioned") && !partitioned.contains(&core_sid));
    let frame_sid = browser.sid(CORE).unwrap().to_owned();
    browser.log_in("admin@acme.example", "Admin-pass-1").await;
    assert!(
        org.lock().unwrap().session(&frame_sid).is_none(),
        "it hangs on the session that was replaced"
    );
}
