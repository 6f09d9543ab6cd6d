//! Connected apps: blocked, installed, approved five times.

use serde_json::json;

use super::*;
use crate::StartState;

const APP: &str = "Jotform";

fn org_with(more: Value) -> (Org, String, String) {
    let mut org = json!({
        "users": [{}, {"username": "api@acme.example", "profile": "Minimum Access - API Only Integrations"}],
    });
    org.as_object_mut()
        .unwrap()
        .extend(more.as_object().cloned().unwrap());
    let start = StartState::from_json(&json!({ "org": org }).to_string()).unwrap();
    let org = Org::from_start(&start, 7).unwrap();
    let id = |name: &str| {
        org.store
            .find("User", "Username", name)
            .unwrap()
            .text("Id")
            .unwrap()
            .to_owned()
    };
    let (admin, api) = (id("admin@acme.example"), id("api@acme.example"));
    (org, admin, api)
}

#[test]
fn an_app_that_is_not_installed_is_blocked_and_appears_after_the_attempt() {
    let (mut org, admin, api) = org_with(json!({}));
    assert!(org.app_usage().is_empty());
    let refused = org.authorize(APP, &api).unwrap_err();
    assert_eq!(refused, AuthorizeRefused::NotInstalled);
    assert_eq!(refused.error(), "OAUTH_APPROVAL_ERROR_GENERIC");
    assert_eq!(refused.to_string(), "app must be installed into org");
    let usage = org.app_usage();
    assert_eq!(
        (usage[0].app.as_str(), usage[0].users, usage[0].installed),
        (APP, 0, false)
    );
    assert!(org.store.find("ConnectedApplication", "Name", APP).is_some());
    assert!(
        org.authorize(APP, &admin).is_ok(),
        "an administrator may approve such apps, which hides the block"
    );
    org.install_app(APP);
    let code = org.authorize(APP, &api).unwrap();
    let tokens = org.exchange(&code).unwrap();
    assert!(org.exchange(&code).is_none());
    let caller = org.token(&tokens.access).unwrap();
    assert_eq!(
        caller,
        Caller {
            user_id: api.clone(),
            means: Means::AccessToken { app: APP.to_owned() }
        }
    );
    assert!(
        tokens
            .identity_url
            .ends_with(&format!("/id/{}/{api}", org.settings.organization_id))
    );
    assert_eq!(org.app_usage()[0].users, 1);
}

#[test]
fn policies_decide_who_may_approve() {
    let (mut org, admin, _) = org_with(json!({"security": {"administrators_approve_apps": false}}));
    assert_eq!(org.authorize(APP, &admin), Err(AuthorizeRefused::NotInstalled));
    let (mut org, _, api) = org_with(json!({"security": {"block_uninstalled_apps": false}}));
    assert!(org.authorize(APP, &api).is_ok());
    org.block_app(APP);
    assert_eq!(org.authorize(APP, &api), Err(AuthorizeRefused::Blocked));
    org.unblock_app(APP);
    org.install_app(APP);
    org.restrict_app(APP, true);
    assert_eq!(org.authorize(APP, &api), Err(AuthorizeRefused::AdminApprovedOnly));
}

#[test]
fn the_sixth_approval_revokes_the_oldest() {
    let (mut org, _, api) = org_with(json!({"connected_apps": [{"name": APP, "installed": true}]}));
    let mut tokens = Vec::new();
    for _ in 0..6 {
        let code = org.authorize(APP, &api).unwrap();
        tokens.push(org.exchange(&code).unwrap().access);
    }
    assert!(org.token(&tokens[0]).is_none());
    assert!(tokens[1..].iter().all(|token| org.token(token).is_some()));
    let rows: Vec<_> = org.store.rows("OauthToken").collect();
    assert_eq!(rows.len(), 5);
    assert!(
        rows.iter()
            .all(|row| row["Id"].is_null() && row.text("UserId") == Some(&api))
    );
    org.count_use(&tokens[5]);
    assert_eq!(
        org.store
            .rows("OauthToken")
            .map(|row| row.number("UseCount"))
            .sum::<i64>(),
        1
    );
    org.revoke(&tokens[5]);
    assert!(org.token(&tokens[5]).is_none());
    assert_eq!(org.store.rows("OauthToken").count(), 4);
}

#[test]
fn a_token_of_a_frozen_user_is_worth_nothing() {
    let (mut org, _, api) = org_with(
        json!({"connected_apps": [{"installed": true}], "users": [{}, {"username": "api@acme.example",
            "profile": "Minimum Access - API Only Integrations", "connected_to": [APP, APP]}]}),
    );
    assert_eq!(org.store.rows("OauthToken").count(), 2);
    let code = org.authorize(APP, &api).unwrap();
    let token = org.exchange(&code).unwrap().access;
    org.set_login_flag(&api, "IsFrozen", true);
    assert!(org.token(&token).is_none());
    assert_eq!(org.authorize(APP, &api), Err(AuthorizeRefused::UserRefused));
}
