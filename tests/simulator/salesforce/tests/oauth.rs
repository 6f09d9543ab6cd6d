//! Allowing an app: blocked until it is installed, then a code that is worth tokens.
#![allow(clippy::unwrap_used)] // also in the helpers of tests

mod browser;

use browser::{Browser, CORE, LOGIN, org, variation, with_integration_user};
use serde_json::json;

const ASK: &str = "/services/oauth2/authorize?response_type=code&client_id=jotform&redirect_uri=https%3A%2F%2Fwww.jotform.com%2Fback&state=s%261";

#[tokio::test]
async fn an_app_that_is_not_installed_is_sent_back_and_listed() {
    let org = org(with_integration_user());
    let mut browser = Browser::new(&org, variation(&[]));
    browser.get(&format!("https://{LOGIN}{ASK}")).await;
    let back = browser
        .send(&[
            ("username", "jotform.integration@acme.example"),
            ("pw", "Jotform-pass-2"),
        ])
        .await;
    assert!(
        back.url
            .starts_with("https://www.jotform.com/back?state=s%261&error=OAUTH"),
        "{}",
        back.url
    );
    assert!(
        back.url.contains("app%20must%20be%20installed%20into%20org"),
        "{}",
        back.url
    );

    let mut admin = Browser::of_admin(&org, variation(&[])).await;
    let usage = admin
        .get(&format!("https://{CORE}/setup/connectedAppsUsage.apexp"))
        .await;
    assert_eq!(usage.texts(".lightningTable tbody th"), ["Jotform"]);
    let install = usage.all("button[data-show]", "data-show")[0].clone();
    let confirm = admin
        .get(&format!(
            "https://{CORE}/setup/connectedAppsUsage.apexp?{install}"
        ))
        .await;
    let install = confirm.one("button[data-do]", "data-do");
    admin
        .post(
            &format!("https://{CORE}/setup/connectedAppsUsage.apexp?{install}"),
            &[],
        )
        .await;
    assert!(org.lock().unwrap().app_installed("Jotform"));

    let page = browser.get(&format!("https://{CORE}{ASK}")).await;
    assert_eq!(page.texts("#username"), ["jotform.integration@acme.example"]);
    let back = browser.send(&[("save", "Allow")]).await.url.clone();
    let code = back.split("code=").nth(1).unwrap().to_owned();
    let token = browser
        .post(
            &format!("https://{LOGIN}/services/oauth2/token"),
            &[("grant_type", "authorization_code"), ("code", &code)],
        )
        .await;
    let token: serde_json::Value = serde_json::from_str(&token.text).unwrap();
    assert!(
        org.lock()
            .unwrap()
            .token(token["access_token"].as_str().unwrap())
            .is_some()
    );
    assert_eq!(token["instance_url"], format!("https://{CORE}"));
}

#[tokio::test]
async fn whoever_denies_gives_no_code() {
    let org = org(json!({"org": {"connected_apps": [{"name": "Jotform", "installed": true}]}}));
    let mut browser = Browser::of_admin(&org, variation(&[])).await;
    let page = browser.get(&format!("https://{LOGIN}{ASK}")).await;
    assert_eq!(page.texts("#username"), ["admin@acme.example"]);
    assert!(
        page.one("#notYou", "href")
            .starts_with("/secur/logout.jsp?startURL=")
    );
    let back = browser.send(&[("cancel", "Deny")]).await;
    assert!(
        back.url.contains("error=access%5Fdenied") || back.url.contains("error=access_denied"),
        "{}",
        back.url
    );
}
