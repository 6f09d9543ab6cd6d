//! One request for a page by somebody who is logged in: who asks, in which frame, in which language.

use std::collections::HashMap;
use std::convert::Infallible;

use axum::extract::{FromRequestParts, Query};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Redirect, Response};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use simulated_languages::{Language, Site, Words};
use simulated_org::{Caller, Record};

use crate::app::App;
use crate::host::HostKind;
use crate::session;

/// The parameters that Lightning puts on the URL of a framed Classic page (Salesforce fact §3).
const FRAME_PARAMETERS: [&str; 6] = [
    "isdtp",
    "sfdcIFrameOrigin",
    "sfdcIFrameHost",
    "nonce",
    "ltn_app_id",
    "clc",
];

/// The extractor of every Setup page.
pub struct Page {
    /// What all pages share.
    pub app: App,
    /// The host that was asked.
    pub host: HostKind,
    /// Who asks.
    pub caller: Caller,
    /// The asking user's row.
    pub user: Record,
    /// The words of the user's language.
    pub words: Words,
    /// The query's parameters.
    pub query: HashMap<String, String>,
}

impl Page {
    /// One query parameter; empty if absent.
    pub fn parameter(&self, name: &str) -> &str {
        self.query.get(name).map_or("", String::as_str)
    }

    /// Whether Lightning shows this page in its frame.
    pub fn is_framed(&self) -> bool {
        self.parameter("isdtp") == "p1"
    }

    /// The origin of the Lightning page around the frame.
    pub fn shell_origin(&self) -> &str {
        self.parameter("sfdcIFrameOrigin")
    }

    /// A path that keeps this page's frame parameters, for form actions and redirects.
    pub fn within_frame(&self, path: &str) -> String {
        let mut url = path.to_owned();
        for name in FRAME_PARAMETERS {
            if let Some(value) = self.query.get(name) {
                url.push(if url.contains('?') { '&' } else { '?' });
                url.push_str(&format!("{name}={}", encode(value)));
            }
        }
        url
    }

    /// Sends the browser on to another page of the same host, in the same frame.
    pub fn redirect(&self, path: &str) -> Response {
        Redirect::to(&self.within_frame(path)).into_response()
    }

    /// Text of the user's language for an English label.
    pub fn text(&self, english: &'static str) -> &'static str {
        self.words.text(Site::Salesforce, english)
    }
}

impl FromRequestParts<App> for Page {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Response> {
        let host = host_kind(parts);
        let caller = session::require(parts, app, host).map_err(IntoResponse::into_response)?;
        let user = app
            .org()
            .store
            .get("User", &caller.user_id)
            .cloned()
            .unwrap_or_default();
        let own = || Language::of(text_of(&user, "LanguageLocaleKey"));
        let words = Words::new(
            app.variation.language.unwrap_or_else(own),
            app.variation.label_seed,
        );
        let query = Query::<HashMap<String, String>>::try_from_uri(&parts.uri)
            .map(|q| q.0)
            .unwrap_or_default();
        Ok(Self {
            app: app.clone(),
            host,
            caller,
            user,
            words,
            query,
        })
    }
}

/// The kind of the asked host, as the dispatcher found it.
pub struct AskedHost(pub HostKind);

impl<S: Sync> FromRequestParts<S> for AskedHost {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(host_kind(parts)))
    }
}

fn host_kind(parts: &Parts) -> HostKind {
    parts
        .extensions
        .get::<HostKind>()
        .copied()
        .unwrap_or(HostKind::Core)
}

/// A text field of a row; empty if it is null.
pub fn text_of<'a>(record: &'a Record, field: &str) -> &'a str {
    record
        .get(field)
        .and_then(serde_json::Value::as_str)
        .unwrap_or_default()
}

/// Whether a checkbox field of a row is true.
pub fn is_true(record: &Record, field: &str) -> bool {
    record
        .get(field)
        .and_then(serde_json::Value::as_bool)
        .unwrap_or_default()
}

/// Percent-encodes a value for a query.
pub fn encode(value: &str) -> String {
    utf8_percent_encode(value, ENCODED).to_string()
}

/// What `encodeURIComponent` encodes.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');
