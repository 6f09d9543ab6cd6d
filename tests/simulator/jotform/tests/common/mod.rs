//! A Jotform account beside an org, driven over its routes as a browser would drive it.
#![allow(
    dead_code,
    missing_docs,
    clippy::unwrap_used,
    reason = "helpers of tests; each test file uses its own part"
)]

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, Response, StatusCode, header};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};
use simulated_jotform::{Account, JotformVariation, SESSION_COOKIE, router};
use simulated_org::{Org, SharedOrg, StartState};
use tower::ServiceExt;

pub const FORM: &str = "240001234567890";
pub const INTEGRATION_USER: &str = "jotform.integration@acme.example";
pub const ADMIN: &str = "admin@acme.example";

/// One simulated account with its org.
pub struct World {
    pub account: Arc<Mutex<Account>>,
    pub org: SharedOrg,
    pub router: Router,
    cookie: String,
}

/// An answer, read to its end.
pub struct Page {
    pub status: StatusCode,
    pub location: String,
    pub cookie: String,
    pub body: String,
}

impl Page {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

/// An org where the integration user has these object permissions and these field permissions on Lead.
pub fn org_with(objects: Value, fields: &[&str]) -> Value {
    let fields: serde_json::Map<String, Value> = fields
        .iter()
        .map(|field| ((*field).to_owned(), json!(["read", "edit"])))
        .collect();
    json!({
        "users": [
            {},
            {
                "username": INTEGRATION_USER, "first_name": "Jotform", "last_name": "Integration",
                "profile": "Minimum Access - API Only Integrations", "password": "Api-pass-1"
            }
        ],
        "permission_sets": [{
            "label": "Jotform Integration", "name": "Jotform_Integration", "license": "SalesforceAPIIntegrationPsl",
            "object_permissions": objects, "field_permissions": fields
        }],
        "assignments": [{ "user": INTEGRATION_USER, "permission_set": "Jotform_Integration" }],
        "connected_apps": [{ "name": "Jotform", "installed": true }]
    })
}

/// An org where everything is right for leads.
pub fn good_org() -> Value {
    org_with(
        json!({ "Lead": ["read", "create", "edit"] }),
        &["Lead.Email", "Lead.Phone", "Lead.Description"],
    )
}

pub fn variation(settings: &[(&str, &str)]) -> JotformVariation {
    let mut variation = JotformVariation::draw(&mut ChaCha8Rng::seed_from_u64(1));
    for (key, value) in settings {
        variation.set(key, value).unwrap();
    }
    variation
}

impl World {
    /// A world that begins like this, with the builder logged in.
    pub async fn new(start: Value, settings: &[(&str, &str)]) -> Self {
        let start: StartState = StartState::from_json(&start.to_string()).unwrap();
        let org: SharedOrg = Arc::new(Mutex::new(Org::from_start(&start, 7).unwrap()));
        let account = Arc::new(Mutex::new(Account::from_start(&start.jotform)));
        let router = router(account.clone(), org.clone(), variation(settings));
        let mut world = Self {
            account,
            org,
            router,
            cookie: String::new(),
        };
        let credentials = "username=builder%40acme.example&password=Jotform-pass-1&rp=";
        let answer = world
            .post(
                "www.jotform.com",
                "/login/",
                "application/x-www-form-urlencoded",
                credentials,
            )
            .await;
        world.cookie = answer.cookie;
        world
    }

    /// The session cookie as a browser sends it.
    pub fn cookie(&self) -> &str {
        &self.cookie
    }

    async fn send(&self, request: Request<Body>) -> Page {
        let response: Response<Body> = self.router.clone().oneshot(request).await.unwrap();
        let text = |name| {
            response
                .headers()
                .get(name)
                .map(|value| value.to_str().unwrap().to_owned())
                .unwrap_or_default()
        };
        let (status, location) = (response.status(), text(header::LOCATION));
        let cookie = text(header::SET_COOKIE)
            .split(';')
            .next()
            .unwrap_or_default()
            .to_owned();
        let body = to_bytes(response.into_body(), 10_000_000).await.unwrap();
        Page {
            status,
            location,
            cookie,
            body: String::from_utf8(body.to_vec()).unwrap(),
        }
    }

    fn request(&self, method: &str, host: &str, path: &str) -> axum::http::request::Builder {
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, host);
        request.header(
            header::COOKIE,
            if self.cookie.is_empty() {
                format!("{SESSION_COOKIE}=")
            } else {
                self.cookie.clone()
            },
        )
    }

    pub async fn get(&self, host: &str, path: &str) -> Page {
        self.send(self.request("GET", host, path).body(Body::empty()).unwrap())
            .await
    }

    pub async fn get_with(&self, host: &str, path: &str, name: &str, value: &str) -> Page {
        self.send(
            self.request("GET", host, path)
                .header(name, value)
                .body(Body::empty())
                .unwrap(),
        )
        .await
    }

    pub async fn post(&self, host: &str, path: &str, kind: &str, body: &str) -> Page {
        let request = self
            .request("POST", host, path)
            .header(header::CONTENT_TYPE, kind);
        self.send(request.body(Body::from(body.to_owned())).unwrap())
            .await
    }

    /// The front end's own call.
    pub async fn call(&self, path: &str) -> Value {
        self.get(
            "www.jotform.com",
            &format!("/internal/form/{FORM}/salesforce{path}"),
        )
        .await
        .json()
    }

    /// Saves an integration, and gives the answer.
    pub async fn save(&self, integration: &Value) -> Value {
        let path = format!("/internal/form/{FORM}/salesforce");
        self.post(
            "www.jotform.com",
            &path,
            "application/json",
            &integration.to_string(),
        )
        .await
        .json()
    }

    /// The id of a user.
    pub fn user(&self, username: &str) -> String {
        let org = self.org.lock().unwrap();
        org.store.find("User", "Username", username).unwrap()["Id"]
            .as_str()
            .unwrap()
            .to_owned()
    }

    /// Opens the pop-up, allows Jotform as this user, and comes back: the page that tells the opener.
    pub async fn authenticate(&self, username: &str) -> Page {
        let start = self
            .get("www.jotform.com", &format!("/oauth/salesforce/start?form={FORM}"))
            .await;
        let state = start.location.split("state=").nth(1).unwrap().to_owned();
        let user = self.user(username);
        let answer = self.org.lock().unwrap().authorize("Jotform", &user);
        let query = match answer {
            Ok(code) => format!("code={code}"),
            Err(refused) => format!(
                "error={}&error_description={}",
                refused.error(),
                refused.to_string().replace(' ', "+")
            ),
        };
        self.get(
            "www.jotform.com",
            &format!("/oauth/salesforce/callback?{query}&state={state}"),
        )
        .await
    }

    /// Connects this user, and gives the connection's id.
    pub async fn connect(&self, username: &str) -> String {
        let page = self.authenticate(username).await;
        message(&page)["connection"].as_str().unwrap().to_owned()
    }

    /// Submits the public form.
    pub async fn submit(&self, answers: &[(&str, &str)]) -> Page {
        let mut body = String::new();
        for (name, value) in answers {
            body +=
                &format!("--frontier\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        }
        body += "--frontier--\r\n";
        let kind = "multipart/form-data; boundary=frontier";
        self.post("submit.jotform.com", &format!("/submit/{FORM}"), kind, &body)
            .await
    }

    /// The rows of an object.
    pub fn rows(&self, object: &str) -> Vec<simulated_org::Record> {
        self.org.lock().unwrap().store.rows(object).cloned().collect()
    }

    /// The last line of the action log.
    pub fn last_entry(&self) -> Value {
        let forms = self.account.lock().unwrap().snapshot();
        forms["forms"][0]["log"]
            .as_array()
            .unwrap()
            .last()
            .unwrap()
            .clone()
    }
}

/// What the callback page tells its opener.
pub fn message(page: &Page) -> Value {
    let json = page
        .body
        .split("id=\"answer\">")
        .nth(1)
        .unwrap()
        .split("</script>")
        .next()
        .unwrap();
    let answer: Value = serde_json::from_str(json).unwrap();
    assert_eq!(answer["opener"], "https://www.jotform.com");
    answer["message"].clone()
}

/// What is sent to Lead from the default form.
pub fn lead_integration(connection: &str) -> Value {
    json!({
        "connection": connection, "action": "create", "object": "Lead",
        "mapping": { "3.first": "FirstName", "3.last": "LastName", "4": "Email", "6": "Company", "7": "Description" }
    })
}

/// Answers to the default form.
pub const ADA: [(&str, &str); 5] = [
    ("q3_fullName[first]", "Ada"),
    ("q3_fullName[last]", "Lovelace"),
    ("q4_email", "ada@example.com"),
    ("q6_company", "Analytical Engines"),
    ("q7_message", "It's \"urgent\""),
];
