//! The site itself: login, pages, authorization, the public API.

mod common;

use axum::http::StatusCode;
use common::{FORM, INTEGRATION_USER, World, good_org, message};
use serde_json::json;
use simulated_jotform::API_KEY;

#[tokio::test]
async fn logged_out_one_is_sent_to_the_login_and_back() {
    let world = World::new(json!({}), &[]).await;
    let stranger = axum::http::Request::builder()
        .uri(format!("/build/{FORM}?s=templates"))
        .header("host", "www.jotform.com")
        .body(axum::body::Body::empty())
        .unwrap();
    let answer = tower::ServiceExt::oneshot(world.router.clone(), stranger)
        .await
        .unwrap();
    assert_eq!(
        answer.headers()["location"],
        format!("/login/?rp=https%3A%2F%2Fwww.jotform.com%2Fbuild%2F{FORM}%3Fs%3Dtemplates").as_str()
    );
    let wrong = "username=builder%40acme.example&password=guess&rp=";
    let page = world
        .post(
            "www.jotform.com",
            "/login/",
            "application/x-www-form-urlencoded",
            wrong,
        )
        .await;
    assert!(page.body.contains("incorrect") && page.cookie.is_empty());
}

#[tokio::test]
async fn every_address_of_the_builder_is_answered_and_no_other_form() {
    let world = World::new(json!({}), &[]).await;
    for path in [
        "",
        "/",
        "/settings/integrations/salesforce",
        "/publish",
        "?s=templates&salesforceTemplate=1",
    ] {
        let page = world
            .get("www.jotform.com", &format!("/build/{FORM}{path}"))
            .await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(page.body.contains("id=\"app-state\""), "{path}");
    }
    assert_eq!(
        world.get("www.jotform.com", "/build/1").await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        world
            .get("www.jotform.com.evil.example", "/myforms/")
            .await
            .status,
        StatusCode::NOT_FOUND
    );
    let elsewhere = world.get("eu.jotform.com", "/myforms/").await;
    assert_eq!(elsewhere.location, "https://www.jotform.com/myforms/");
}

#[tokio::test]
async fn a_change_of_the_form_shows_in_the_public_form() {
    let world = World::new(json!({}), &[]).await;
    let change = |change: serde_json::Value| {
        let path = format!("/internal/form/{FORM}/questions");
        let world = &world;
        async move {
            world
                .post("www.jotform.com", &path, "application/json", &change.to_string())
                .await
                .json()
        }
    };
    change(json!({ "add": { "type": "control_address", "text": "Address" } })).await;
    change(json!({ "change": { "qid": 4, "text": "E-mail <work>" } })).await;
    change(json!({ "remove": { "qid": 7 } })).await;
    let page = world.get("form.jotform.com", &format!("/{FORM}")).await.body;
    assert!(page.contains("[postal]\""));
    assert!(page.contains("E-mail &lt;work&gt;"));
    assert!(!page.contains("q7_message"));
}

#[tokio::test]
async fn the_popup_goes_to_salesforce_with_a_state_that_works_once() {
    for (variation, host) in [
        ("login", "login.salesforce.com"),
        ("core", "acme.my.salesforce.com"),
    ] {
        let world = World::new(json!({ "org": good_org() }), &[("authorize_host", variation)]).await;
        let start = world
            .get("www.jotform.com", &format!("/oauth/salesforce/start?form={FORM}"))
            .await;
        assert!(start.location.starts_with(&format!(
            "https://{host}/services/oauth2/authorize?response_type=code&client_id=jotform\
             &redirect_uri=https%3A%2F%2Fwww.jotform.com%2Foauth%2Fsalesforce%2Fcallback&state="
        )));
        let state = start.location.split("state=").nth(1).unwrap();
        let callback = format!("/oauth/salesforce/callback?code=guessed&state={state}");
        let first = world.get("www.jotform.com", &callback).await;
        assert_eq!(message(&first)["error"], "invalid_grant");
        assert_eq!(
            world.get("www.jotform.com", &callback).await.status,
            StatusCode::BAD_REQUEST
        );
    }
}

#[tokio::test]
async fn a_blocked_app_is_told_to_the_wizard_and_connects_nobody() {
    let mut org = good_org();
    org["connected_apps"] = json!([{ "name": "Jotform", "installed": false }]);
    let world = World::new(json!({ "org": org }), &[]).await;
    let told = message(&world.authenticate(INTEGRATION_USER).await);
    assert_eq!(told["error"], "OAUTH_APPROVAL_ERROR_GENERIC");
    assert!(
        told["description"]
            .as_str()
            .unwrap()
            .contains("app must be installed into org")
    );
    assert_eq!(world.call("").await["content"]["connections"], json!([]));
    world.org.lock().unwrap().install_app("Jotform");
    world.connect(INTEGRATION_USER).await;
    assert_eq!(
        world.call("").await["content"]["connections"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[tokio::test]
async fn the_api_speaks_in_strings_and_wants_the_key() {
    let settings = [
        ("session_opens_api", "false"),
        ("sublabels", "text"),
        ("api_refusal", "ok"),
    ];
    let world = World::new(json!({}), &settings).await;
    let path = format!("/form/{FORM}/questions");
    let answer = world
        .get_with("api.jotform.com", &path, "APIKEY", API_KEY)
        .await
        .json();
    let name = &answer["content"]["3"];
    assert_eq!(answer["responseCode"], 200);
    assert_eq!(
        (&name["qid"], &name["order"], &name["required"]),
        (&json!("3"), &json!("1"), &json!("Yes"))
    );
    assert_eq!(name["type"], "control_fullname");
    assert!(
        name["sublabels"]
            .as_str()
            .unwrap()
            .contains("\"first\":\"First Name\"")
    );
    let refused = world.get_with("api.jotform.com", &path, "APIKEY", "wrong").await;
    assert_eq!(refused.status, StatusCode::OK);
    assert_eq!(refused.json()["responseCode"], 401);
    let properties = world
        .get_with(
            "api.jotform.com",
            &format!("/form/{FORM}/properties"),
            "APIKEY",
            API_KEY,
        )
        .await;
    assert_eq!(properties.json()["content"]["integrations"], json!([]));
}

#[tokio::test]
async fn the_session_opens_the_api_in_one_variation_only() {
    for (value, code) in [("true", 200), ("false", 401)] {
        let settings = [("session_opens_api", value), ("api_refusal", "ok")];
        let world = World::new(json!({ "jotform": { "host": "acme.jotform.com" } }), &settings).await;
        let answer = world
            .get("acme.jotform.com", &format!("/API/form/{FORM}/questions"))
            .await
            .json();
        assert_eq!(answer["responseCode"], code);
    }
}

#[tokio::test]
async fn the_policy_of_the_builder_is_a_variation() {
    for (value, strict) in [("strict", true), ("none", false)] {
        let world = World::new(json!({}), &[("page_policy", value)]).await;
        let page = axum::http::Request::builder()
            .uri(format!("/build/{FORM}"))
            .header("host", "www.jotform.com")
            .header("cookie", world.cookie())
            .body(axum::body::Body::empty())
            .unwrap();
        let answer = tower::ServiceExt::oneshot(world.router.clone(), page)
            .await
            .unwrap();
        assert_eq!(answer.headers().contains_key("content-security-policy"), strict);
    }
}
