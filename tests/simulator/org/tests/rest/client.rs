//! A client of the router, and an org for it.

use std::sync::{Arc, Mutex, MutexGuard};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request};
use serde_json::Value;
use simulated_org::{Org, SharedOrg, StartState, rest_router};
use tower::ServiceExt;

const START: &str = r#"{"org": {"users": [
    {"username": "admin@acme.example"},
    {"username": "plain@acme.example", "first_name": "Pat", "last_name": "Plain", "profile": "Standard User"},
    {"username": "minimum@acme.example", "last_name": "Minimum", "profile": "Minimum Access - Salesforce"}
]}}"#;

pub const HOST: &str = "acme.my.salesforce.com";

/// An org behind its router, asked as one user.
pub struct Client {
    pub org: SharedOrg,
    router: Router,
    pub sid: String,
    pub user_id: String,
}

/// What came back.
pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    /// The code of the first error.
    pub fn error_code(&self) -> String {
        self.json()[0]["errorCode"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

impl Client {
    /// The administrator of a new org.
    pub fn new() -> Client {
        let org = Org::from_start(&StartState::from_json(START).unwrap(), 7).unwrap();
        Client::of(Arc::new(Mutex::new(org)))
    }

    /// The administrator of this org.
    pub fn of(org: SharedOrg) -> Client {
        let router = rest_router(Arc::clone(&org));
        let (user_id, sid) = log_in(&org, "admin@acme.example");
        Client {
            org,
            router,
            sid,
            user_id,
        }
    }

    /// Another user of the same org.
    pub fn as_user(&self, username: &str) -> Client {
        let (user_id, sid) = log_in(&self.org, username);
        Client {
            org: Arc::clone(&self.org),
            router: self.router.clone(),
            sid,
            user_id,
        }
    }

    pub fn org(&self) -> MutexGuard<'_, Org> {
        self.org.lock().unwrap()
    }

    /// Asks with exactly these headers.
    pub async fn send(&self, method: &str, target: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        let mut request = Request::builder().method(method).uri(target);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body.to_owned())).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let text = String::from_utf8(to_bytes(body, usize::MAX).await.unwrap().to_vec()).unwrap();
        Answer {
            status: parts.status.as_u16(),
            headers: parts.headers,
            text,
        }
    }

    /// Asks with the session, below `/services/data/v65.0`.
    pub async fn ask(&self, method: &str, resource: &str, body: Value) -> Answer {
        let body = if body.is_null() {
            String::new()
        } else {
            body.to_string()
        };
        let bearer = format!("Bearer {}", self.sid);
        let target = format!("/services/data/v65.0{resource}");
        self.send(
            method,
            &target,
            &[("host", HOST), ("authorization", &bearer)],
            &body,
        )
        .await
    }

    pub async fn get(&self, resource: &str) -> Answer {
        self.ask("GET", resource, Value::Null).await
    }

    /// Runs a query that must be right.
    pub async fn query(&self, soql: &str) -> Value {
        let answer = self.get(&format!("/query/?q={}", encode(soql))).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        answer.json()
    }
}

/// A query as it stands in a URL.
pub fn encode(soql: &str) -> String {
    form_urlencoded::byte_serialize(soql.as_bytes()).collect()
}

fn log_in(org: &SharedOrg, username: &str) -> (String, String) {
    let mut org = org.lock().unwrap();
    let user = org.store.find("User", "Username", username).unwrap()["Id"]
        .as_str()
        .unwrap()
        .to_owned();
    let sid = org.new_session(&user);
    (user, sid)
}
