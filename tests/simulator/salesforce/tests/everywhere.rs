//! Every page of the facts answers, on every host that has it, whatever a seed draws.
#![allow(clippy::unwrap_used)] // also in the helpers of tests

mod browser;

use browser::{Browser, CORE, LIGHTNING, SETUP, org, row, with_integration_user};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use simulated_org::{Row, short_id};
use simulated_salesforce::SetupVariation;

#[tokio::test]
async fn every_classic_page_answers_under_ten_seeds() {
    let org = org(with_integration_user());
    let user = row(&org, "User", "Username", "jotform.integration@acme.example")
        .text("Id")
        .unwrap()
        .to_owned();
    let set = row(&org, "PermissionSet", "Name", "Jotform_Integration")
        .text("Id")
        .unwrap()
        .to_owned();
    let (user, set) = (short_id(&user), short_id(&set));
    let paths = [
        "/setup/forcecomHomepage.apexp".to_owned(),
        "/0PS?setupid=PermSets".to_owned(),
        "/udd/PermissionSet/newPermissionSet.apexp".to_owned(),
        format!("/{set}"),
        format!("/{set}?s=EntityPermissions"),
        format!("/{set}?s=EntityPermissions&o=Lead"),
        format!("/{set}?s=Assignments"),
        format!("/{set}?s=Assignments&add=1"),
        "/005?isUserEntityOverride=1&setupid=ManageUsers".to_owned(),
        "/005/e".to_owned(),
        format!("/{user}?noredirect=1&isUserEntityOverride=1"),
        format!("/{user}/e"),
        format!("/udd/PermissionSet/assignPermissionSet.apexp?userId={user}"),
        format!("/udd/PermissionSet/assignPermissionSet.apexp?userId={user}&isPermsetGroup=1"),
        format!("/udd/Licensing/assignPermissionSetLicense.apexp?userId={user}"),
        "/0PG".to_owned(),
        "/0PL".to_owned(),
        "/00e".to_owned(),
    ];
    for seed in 0..10 {
        let variation = SetupVariation::draw(&mut ChaCha8Rng::seed_from_u64(seed));
        let mut browser = Browser::of_admin(&org, variation).await;
        for path in &paths {
            for host in [CORE, SETUP] {
                let joint = if path.contains('?') { '&' } else { '?' };
                let framed = format!(
                    "https://{host}{path}{joint}isdtp=p1&sfdcIFrameOrigin=https%3A%2F%2F{SETUP}&clc=1"
                );
                let shown = browser.get(&framed).await;
                assert_eq!(shown.status, 200, "seed {seed}: {framed}");
                assert_eq!(
                    shown.all("body.sfdcBody", "data-shell"),
                    [format!("https://{SETUP}")],
                    "seed {seed}: {framed}"
                );
                assert!(shown.all("#AppBodyHeader", "id").is_empty());
                for action in shown.all("form", "action") {
                    assert!(action.contains("isdtp=p1"), "{action} leaves the frame");
                }
            }
            let alone = browser.get(&format!("https://{CORE}{path}")).await;
            assert_eq!(alone.all("#AppBodyHeader", "id").len(), 1, "seed {seed}: {path}");
        }
    }
}

#[tokio::test]
async fn every_lightning_page_answers_on_both_hosts() {
    let org = org(with_integration_user());
    let user = row(&org, "User", "Username", "jotform.integration@acme.example")
        .text("Id")
        .unwrap()
        .to_owned();
    let mut browser =
        Browser::of_admin(&org, browser::variation(&[("permission_set_list", "enhanced")])).await;
    for host in [LIGHTNING, SETUP] {
        let shown = browser
            .get(&format!(
                "https://{host}/lightning/setup/PermSets/page?address=%2F0PS"
            ))
            .await;
        assert_eq!(shown.all("#auraLoadingBox", "id").len(), 1);
        for label in [
            "Users",
            "Permission Sets",
            "Permission Set Groups",
            "Connected Apps OAuth Usage",
        ] {
            let nodes = shown.all(
                &format!(r#".onesetupNavTreeNode[aria-label*="{label}"]"#),
                "aria-label",
            );
            assert!(!nodes.is_empty(), "{label}");
        }
        let components = [
            "SetupOneHome",
            "PermSets",
            "ManageUsersLightning",
            "ConnectedAppsUsage",
            "ConnectedApplication",
            "OrgLoginHistory",
            "OrgEmailSettings",
        ];
        for component in components
            .map(str::to_owned)
            .into_iter()
            .chain([format!("UserAccessSummary?user={user}")])
        {
            let shown = browser.get(&format!("https://{host}/aura/{component}")).await;
            assert_eq!(shown.status, 200, "{component}");
            assert!(!shown.all("section.card", "class").is_empty(), "{component}");
        }
    }
}

#[tokio::test]
async fn the_drawn_policy_is_sent_with_every_page() {
    let org = org(with_integration_user());
    for (drawn, sent) in [
        ("none", None),
        ("self_only", Some("script-src 'self'")),
        ("unsafe_eval", Some("script-src 'self' 'unsafe-eval'")),
        ("wasm_unsafe_eval", Some("script-src 'self' 'wasm-unsafe-eval'")),
        (
            "default_none",
            Some(
                "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'; \
                 connect-src 'self'; frame-src https:",
            ),
        ),
        (
            "sandbox",
            Some(
                "sandbox allow-downloads allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox \
                 allow-same-origin allow-scripts allow-top-navigation",
            ),
        ),
        ("trusted_types", Some("require-trusted-types-for 'script'")),
        ("self_only_in_frames", Some("script-src 'self' 'unsafe-eval'")),
    ] {
        let mut browser = Browser::of_admin(&org, browser::variation(&[("page_policy", drawn)])).await;
        for url in [
            format!("https://{CORE}/0PS"),
            format!("https://{LIGHTNING}/lightning/setup/SetupOneHome/home"),
        ] {
            browser.get(&url).await;
            assert_eq!(browser.shown.policy.as_deref(), sent, "{url}");
            assert!(
                browser
                    .shown
                    .texts("script:not([src]):not([type='application/json'])")
                    .is_empty(),
                "no script that the policy would stop"
            );
        }
    }
}

#[tokio::test]
async fn a_frame_can_have_another_policy_than_the_page_around_it() {
    let org = org(with_integration_user());
    let variation = browser::variation(&[("page_policy", "self_only_in_frames")]);
    let mut browser = Browser::of_admin(&org, variation).await;
    browser.get(&format!("https://{CORE}/0PS?isdtp=p1&clc=1")).await;
    assert_eq!(browser.shown.policy.as_deref(), Some("script-src 'self'"));
}
