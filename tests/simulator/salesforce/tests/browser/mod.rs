//! A browser without a screen: keeps cookies per host, follows redirects, fills and sends forms.
#![allow(dead_code, missing_docs)] // each test binary uses its own part
#![allow(clippy::unwrap_used, clippy::panic)] // a helper of tests

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, Response, StatusCode, header};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use scraper::{Html, Selector};
use serde_json::{Value, json};
use simulated_org::{Org, Record, SharedOrg, StartState};
use simulated_salesforce::{SetupVariation, router};
use tower::ServiceExt;

pub const CORE: &str = "acme.my.salesforce.com";
pub const LIGHTNING: &str = "acme.lightning.force.com";
pub const SETUP: &str = "acme.my.salesforce-setup.com";
pub const LOGIN: &str = "login.salesforce.com";

/// The org of a start state, as the pages share it.
pub fn org(start: Value) -> SharedOrg {
    let start: StartState = serde_json::from_value(start).unwrap();
    Arc::new(Mutex::new(Org::from_start(&start, 1).unwrap()))
}

/// A variation in which only the given dimensions are chosen by hand.
pub fn variation(chosen: &[(&str, &str)]) -> SetupVariation {
    let mut variation = SetupVariation::draw(&mut ChaCha8Rng::seed_from_u64(1));
    for (key, value) in chosen {
        variation.set(key, value).unwrap();
    }
    variation
}

/// A row of a table whose field has this text.
pub fn row(org: &SharedOrg, object: &str, field: &str, text: &str) -> Record {
    org.lock()
        .unwrap()
        .store
        .find(object, field, text)
        .cloned()
        .unwrap_or_else(|| panic!("no {object} with {field} {text}"))
}

/// A page that was shown at last.
pub struct Shown {
    pub url: String,
    pub status: StatusCode,
    pub text: String,
    /// The Content-Security-Policy that came with it.
    pub policy: Option<String>,
}

impl Shown {
    /// The document, to be asked with CSS selectors.
    pub fn html(&self) -> Html {
        Html::parse_document(&self.text)
    }

    /// One attribute of every element that a selector finds.
    pub fn all(&self, selector: &str, attribute: &str) -> Vec<String> {
        let html = self.html();
        let selector = Selector::parse(selector).unwrap();
        html.select(&selector)
            .map(|e| e.attr(attribute).unwrap_or_default().to_owned())
            .collect()
    }

    /// One attribute of the only element that a selector finds.
    pub fn one(&self, selector: &str, attribute: &str) -> String {
        let all = self.all(selector, attribute);
        assert_eq!(all.len(), 1, "{selector} at {}", self.url);
        all.into_iter().next().unwrap()
    }

    /// The text of every element that a selector finds.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let html = self.html();
        html.select(&Selector::parse(selector).unwrap())
            .map(|e| e.text().collect::<String>().trim().to_owned())
            .collect()
    }

    /// The value of the option with this text in the select that a selector finds.
    pub fn option(&self, select: &str, text: &str) -> String {
        let html = self.html();
        let options = Selector::parse(&format!("{select} option")).unwrap();
        let option = html
            .select(&options)
            .find(|o| o.text().collect::<String>() == text);
        option
            .unwrap_or_else(|| panic!("no option {text}"))
            .attr("value")
            .unwrap()
            .to_owned()
    }

    /// The hidden fields of a page's only form, as they would be sent.
    pub fn hidden(&self) -> Vec<(String, String)> {
        let html = self.html();
        let hidden = Selector::parse("form input[type=hidden]").unwrap();
        html.select(&hidden)
            .map(|e| {
                (
                    e.attr("name").unwrap().to_owned(),
                    e.attr("value").unwrap().to_owned(),
                )
            })
            .collect()
    }

    /// Path and query of the URL.
    pub fn path(&self) -> &str {
        self.url
            .splitn(4, '/')
            .nth(3)
            .map_or("", |_| &self.url[self.url.match_indices('/').nth(2).unwrap().0..])
    }
}

/// The browser.
pub struct Browser {
    router: Router,
    pub cookies: BTreeMap<(String, String), String>,
    /// The `Set-Cookie` lines of the last journey through redirects.
    pub set_cookies: Vec<(String, String)>,
    pub shown: Shown,
}

impl Browser {
    pub fn new(org: &SharedOrg, variation: SetupVariation) -> Self {
        let shown = Shown {
            url: String::new(),
            status: StatusCode::OK,
            text: String::new(),
            policy: None,
        };
        Self {
            router: router(org.clone(), variation),
            cookies: BTreeMap::new(),
            set_cookies: Vec::new(),
            shown,
        }
    }

    /// A browser in which the administrator is logged in.
    pub async fn of_admin(org: &SharedOrg, variation: SetupVariation) -> Self {
        let mut browser = Self::new(org, variation);
        browser.log_in("admin@acme.example", "Admin-pass-1").await;
        browser
    }

    pub async fn log_in(&mut self, username: &str, password: &str) -> &Shown {
        self.post(
            &format!("https://{CORE}/"),
            &[("username", username), ("pw", password), ("startURL", "")],
        )
        .await
    }

    pub async fn get(&mut self, url: &str) -> &Shown {
        self.go("GET", url, String::new()).await
    }

    pub async fn post(&mut self, url: &str, fields: &[(&str, &str)]) -> &Shown {
        self.go("POST", url, serde_urlencoded::to_string(fields).unwrap())
            .await
    }

    /// Sends the only form of the shown page with its hidden fields and these.
    pub async fn send(&mut self, fields: &[(&str, &str)]) -> &Shown {
        let action = self.shown.one("form", "action");
        let mut all = self.shown.hidden();
        for (name, value) in fields {
            all.retain(|(n, _)| n != name);
            all.push(((*name).to_owned(), (*value).to_owned()));
        }
        let body = serde_urlencoded::to_string(&all).unwrap();
        let url = self.absolute(&action);
        self.go("POST", &url, body).await
    }

    pub fn sid(&self, host: &str) -> Option<&str> {
        self.cookies
            .get(&(host.to_owned(), "sid".to_owned()))
            .map(String::as_str)
    }

    fn absolute(&self, location: &str) -> String {
        if location.starts_with("https://") {
            return location.to_owned();
        }
        let host = self.shown.url.split('/').nth(2).unwrap();
        format!("https://{host}{location}")
    }

    async fn go(&mut self, method: &str, url: &str, body: String) -> &Shown {
        let (mut method, mut url, mut body) = (method.to_owned(), url.to_owned(), body);
        self.set_cookies.clear();
        for _ in 0..12 {
            let response = self.ask(&method, &url, body).await;
            self.shown.url.clone_from(&url);
            self.shown.status = response.status();
            self.shown.policy = response
                .headers()
                .get(header::CONTENT_SECURITY_POLICY)
                .map(|p| p.to_str().unwrap().to_owned());
            let location = response
                .headers()
                .get(header::LOCATION)
                .map(|l| l.to_str().unwrap().to_owned());
            let bytes = to_bytes(response.into_body(), 1 << 24).await.unwrap();
            self.shown.text = String::from_utf8(bytes.to_vec()).unwrap();
            let Some(location) = location else {
                return &self.shown;
            };
            url = self.absolute(&location);
            let own = [".salesforce", ".force.com", ".crmforce.mil", ".sfcrm"];
            if !own.iter().any(|part| url.contains(part)) {
                self.shown.url = url;
                return &self.shown;
            }
            (method, body) = ("GET".to_owned(), String::new());
        }
        panic!("redirected too often, at last to {url}");
    }

    async fn ask(&mut self, method: &str, url: &str, body: String) -> Response<Body> {
        let host = url.split('/').nth(2).unwrap().to_owned();
        let path = url.strip_prefix(&format!("https://{host}")).unwrap();
        let mine = self.cookies.iter().filter(|((h, _), _)| *h == host);
        let cookies: Vec<String> = mine.map(|((_, name), value)| format!("{name}={value}")).collect();
        let request = Request::builder()
            .method(method)
            .uri(if path.is_empty() { "/" } else { path })
            .header(header::HOST, &host)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::COOKIE, cookies.join("; "));
        let response = self
            .router
            .clone()
            .oneshot(request.body(Body::from(body)).unwrap())
            .await
            .unwrap();
        for line in response.headers().get_all(header::SET_COOKIE) {
            let line = line.to_str().unwrap();
            self.set_cookies.push((host.clone(), line.to_owned()));
            let (name, value) = line.split(';').next().unwrap().split_once('=').unwrap();
            self.cookies
                .insert((host.clone(), name.to_owned()), value.to_owned());
        }
        response
    }
}

/// An org with an API-only user, permission set groups excepted, as after the guide's user section.
pub fn with_integration_user() -> Value {
    json!({"org": {"users": [{}, {
        "username": "jotform.integration@acme.example",
        "password": "Jotform-pass-2",
        "first_name": "Jotform",
        "last_name": "Integration",
        "profile": "Minimum Access - API Only Integrations",
    }], "permission_sets": [{"label": "Jotform Integration", "name": "Jotform_Integration", "license": "SalesforceAPIIntegrationPsl"}]}})
}
