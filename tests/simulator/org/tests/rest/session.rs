//! Who is let in, from which host, and what the interface says of itself.

use serde_json::json;
use simulated_org::Org;

use crate::client::{Client, HOST};

#[tokio::test]
async fn versions_need_no_session() {
    let client = Client::new();
    let answer = client.send("GET", "/services/data", &[("host", HOST)], "").await;
    assert_eq!(answer.status, 200);
    let versions = answer.json();
    let v65 = versions
        .as_array()
        .unwrap()
        .iter()
        .find(|version| version["version"] == "65.0")
        .unwrap()
        .clone();
    assert_eq!(
        v65,
        json!({"label": "Winter '26", "url": "/services/data/v65.0", "version": "65.0"})
    );
}

#[tokio::test]
async fn only_the_authorization_header_counts() {
    let client = Client::new();
    let cookie = format!("sid={}", client.sid);
    let bearer = format!("Bearer {}", client.sid);
    let resource = "/services/data/v65.0/sobjects";
    let stranger = Org::from_start(&Default::default(), 8)
        .unwrap()
        .new_session(&client.user_id);
    let foreign = format!("Bearer {stranger}");
    for (headers, status) in [
        (vec![("host", HOST), ("cookie", &*cookie)], 401),
        (vec![("host", HOST)], 401),
        (
            vec![
                ("host", HOST),
                ("authorization", "Bearer 00Dxx0000000001!nonsense"),
            ],
            401,
        ),
        (vec![("host", HOST), ("authorization", &foreign)], 401),
        (
            vec![("host", "other.my.salesforce.com"), ("authorization", &bearer)],
            401,
        ),
        (vec![("host", HOST), ("authorization", &bearer)], 200),
        (vec![("host", "127.0.0.1:4000"), ("authorization", &bearer)], 200),
    ] {
        let answer = client.send("GET", resource, &headers, "").await;
        assert_eq!(answer.status, status, "{headers:?}");
        if status == 401 {
            assert_eq!(
                answer.json(),
                json!([{"message": "Session expired or invalid", "errorCode": "INVALID_SESSION_ID"}])
            );
        }
    }
}

#[tokio::test]
async fn other_hosts_of_the_org_redirect_to_the_core_host() {
    let client = Client::new();
    let bearer = format!("Bearer {}", client.sid);
    for host in ["acme.lightning.force.com", "acme.my.salesforce-setup.com"] {
        let headers = [("host", host), ("authorization", &*bearer)];
        let answer = client
            .send("GET", "/services/data/v65.0/limits?a=b", &headers, "")
            .await;
        assert_eq!(answer.status, 302);
        assert_eq!(
            answer.header("location"),
            format!("https://{HOST}/services/data/v65.0/limits?a=b")
        );
    }
}

#[tokio::test]
async fn the_resources_name_the_callers_identity() {
    let client = Client::new();
    let organization = client.org().settings.organization_id.clone();
    let answer = client.get("/").await;
    let identity = answer.json()["identity"].as_str().unwrap().to_owned();
    assert_eq!(
        identity,
        format!("https://{HOST}/id/{organization}/{}", client.user_id)
    );
    assert_eq!((organization.len(), client.user_id.len()), (18, 18));
    let bearer = format!("Bearer {}", client.sid);
    let headers = [("host", HOST), ("authorization", &*bearer)];
    let path = identity.strip_prefix(&format!("https://{HOST}")).unwrap();
    let who = client.send("GET", path, &headers, "").await.json();
    assert_eq!(who["username"], "admin@acme.example");
    assert_eq!(who["user_id"], client.user_id);
    let info = client
        .send("GET", "/services/oauth2/userinfo", &headers, "")
        .await
        .json();
    assert_eq!(info["preferred_username"], "admin@acme.example");
    let refused = client
        .send("GET", "/services/oauth2/userinfo", &[("host", HOST)], "")
        .await;
    assert_eq!((refused.status, &*refused.text), (403, "Bad_OAuth_Token"));
    let plain = client.as_user("plain@acme.example");
    let bearer = format!("Bearer {}", plain.sid);
    let other = client
        .send("GET", path, &[("host", HOST), ("authorization", &*bearer)], "")
        .await;
    assert_eq!(other.status, 403);
}

#[tokio::test]
async fn api_access_control_refuses_sessions_but_not_tokens() {
    let client = Client::new();
    let code = {
        let mut org = client.org();
        org.settings.security.api_access_control = true;
        org.install_app("Jotform");
        org.authorize("Jotform", &client.user_id).unwrap()
    };
    let answer = client.get("/limits").await;
    assert_eq!(answer.status, 401);
    assert_eq!(
        answer.json()[0]["message"],
        "This session is not valid for use with the REST API"
    );
    let token = client.org().exchange(&code).unwrap().access;
    let bearer = format!("Bearer {token}");
    let headers = [("host", HOST), ("authorization", &*bearer)];
    let answer = client
        .send("GET", "/services/data/v65.0/limits", &headers, "")
        .await;
    assert_eq!(answer.status, 200);
    let org = client.org();
    let row = org.store.rows("OauthToken").next().unwrap();
    assert_eq!(row["UseCount"], 1);
}

#[tokio::test]
async fn an_expired_session_is_refused() {
    let client = Client::new();
    let user = client.user_id.clone();
    assert_eq!(client.get("/limits").await.status, 200);
    client.org().expire_sessions(&user);
    let answer = client.get("/limits").await;
    assert_eq!(
        (answer.status, answer.error_code()),
        (401, "INVALID_SESSION_ID".to_owned())
    );
}

#[tokio::test]
async fn calls_are_counted() {
    let client = Client::new();
    assert_eq!(
        client.get("/limits").await.header("sforce-limit-info"),
        "api-usage=1/15000"
    );
    let answer = client.get("/limits").await;
    assert_eq!(answer.header("sforce-limit-info"), "api-usage=2/15000");
    assert_eq!(
        answer.json()["DailyApiRequests"],
        json!({"Max": 15000, "Remaining": 14998})
    );
}

#[tokio::test]
async fn the_log_tells_what_was_asked_and_as_whom() {
    let client = Client::new();
    client.get("/limits").await;
    let target = format!("/services/data/v65.0/limits?sid={}", client.sid);
    client
        .send("GET", &target, &[("host", HOST), ("x-note", "1")], "")
        .await;
    let org = client.org();
    let [good, bad] = org.request_log.entries() else {
        panic!("two requests")
    };
    assert_eq!(
        (&*good.method, &*good.host, &*good.path),
        ("GET", HOST, "/services/data/v65.0/limits")
    );
    assert_eq!(
        (good.user.as_ref(), good.status, good.session_in_url),
        (Some(&client.user_id), 200, false)
    );
    assert_eq!(good.headers, ["host", "authorization"]);
    assert_eq!(
        (bad.user.as_ref(), bad.status, bad.session_in_url),
        (None, 401, true)
    );
}

#[tokio::test]
async fn what_is_no_resource_is_not_found() {
    let client = Client::new();
    for resource in ["/nothing", "/sobjects/Nothing/describe", "/composite/tree/Lead"] {
        let answer = client.get(resource).await;
        assert_eq!(
            (answer.status, answer.error_code()),
            (404, "NOT_FOUND".to_owned()),
            "{resource}"
        );
    }
    let answer = client.ask("POST", "/limits", json!({})).await;
    assert_eq!(
        (answer.status, answer.error_code()),
        (405, "METHOD_NOT_ALLOWED".to_owned())
    );
    let bearer = format!("Bearer {}", client.sid);
    let headers = [("host", HOST), ("authorization", &*bearer)];
    assert_eq!(
        client
            .send("GET", "/services/data/v99.0/limits", &headers, "")
            .await
            .status,
        404
    );
    let answer = client
        .send("POST", "/services/data/v65.0/sobjects/Lead", &headers, "{")
        .await;
    assert_eq!(
        (answer.status, answer.error_code()),
        (400, "JSON_PARSER_ERROR".to_owned())
    );
    let resource = "/services/data/v65.0/sobjects/Lead";
    let stranger = client.send("POST", resource, &headers[..1], "{").await;
    assert_eq!(stranger.status, 401, "who asks is judged before what is asked");
}

#[tokio::test]
async fn a_user_without_the_right_to_the_api_is_refused() {
    let client = Client::new();
    let minimum = client.as_user("minimum@acme.example");
    let answer = minimum.get("/limits").await;
    assert_eq!(
        (answer.status, answer.error_code()),
        (403, "API_DISABLED_FOR_ORG".to_owned())
    );
}
