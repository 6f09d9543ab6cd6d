//! HTTP in and out: host, session, faults, limits and the log around every call.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Response, StatusCode, header};
use axum::routing::any;
use serde_json::Value;

use crate::faults::FaultKind;
use crate::{Caller, LoggedRequest, Org, SharedOrg};

use super::call::{Call, Refusal, Reply};
use super::cursor::Cursors;
use super::service::{self, Context};
use super::{identity, limits, session, versions};

/// The longest body of a request, in bytes.
const LONGEST_BODY: usize = 16 * 1024 * 1024;

/// The longest path and query that is accepted, in bytes.
const LONGEST_TARGET: usize = 16_384;

/// What the interface keeps between requests.
#[derive(Default)]
struct Kept {
    cursors: Cursors,
    calls: u32,
}

struct Service {
    org: SharedOrg,
    kept: Mutex<Kept>,
}

/// One request, read.
struct Asked {
    method: String,
    host: String,
    /// Path and query.
    target: String,
    headers: HeaderMap,
    body: Vec<u8>,
}

/// Serves the org's REST resources: `/services/data/**`, `/id/ORG/USER` and `/services/oauth2/userinfo`.
///
/// It answers on the org's core host and, for clients that take a plain address, on the loopback interface.
pub fn rest_router(org: SharedOrg) -> Router {
    let service = Arc::new(Service {
        org,
        kept: Mutex::default(),
    });
    [
        "/services/data",
        "/services/data/",
        "/services/data/{*path}",
        "/id/{org}/{user}",
        "/services/oauth2/userinfo",
    ]
    .into_iter()
    .fold(Router::new(), |router, path| router.route(path, any(serve)))
    .with_state(service)
}

async fn serve(State(service): State<Arc<Service>>, request: Request) -> Response<Body> {
    let (parts, body) = request.into_parts();
    let host_header = parts
        .headers
        .get(header::HOST)
        .and_then(|host| host.to_str().ok());
    let host = host_header
        .or(parts.uri.authority().map(|authority| authority.as_str()))
        .unwrap_or_default();
    let asked = Asked {
        method: parts.method.to_string(),
        host: host.to_owned(),
        target: parts
            .uri
            .path_and_query()
            .map_or("/", |target| target.as_str())
            .to_owned(),
        headers: parts.headers,
        body: to_bytes(body, LONGEST_BODY)
            .await
            .map(Vec::from)
            .unwrap_or_default(),
    };
    let fault = lock(&service.org).faults.take(&asked.target);
    if let Some(FaultKind::Slow { milliseconds }) = fault {
        tokio::time::sleep(Duration::from_millis(milliseconds)).await;
    }
    service.respond(&asked, fault.as_ref())
}

impl Service {
    fn respond(&self, asked: &Asked, fault: Option<&FaultKind>) -> Response<Body> {
        let mut org = lock(&self.org);
        let mut kept = lock(&self.kept);
        let bearer = session::bearer(header(&asked.headers, "authorization"));
        let caller = bearer.and_then(|bearer| session::caller(&mut org, bearer));
        let mut queries = Vec::new();
        let user = caller.as_ref().map(|caller| caller.user_id.clone());
        let response = match elsewhere(&org, &asked.host) {
            Some(core_host) => redirect(&core_host, &asked.target),
            None if asked.target.len() > LONGEST_TARGET => html(414, "URI Too Long"),
            None => match fault {
                Some(FaultKind::ServerError { status }) => html(*status, "An unexpected error occurred."),
                Some(FaultKind::NotJson) => html(200, "Please log in."),
                _ => {
                    let reply = match fault.and_then(session::refusal) {
                        Some(refusal) => refusal.into(),
                        None => answer(&mut org, &mut kept, &mut queries, asked, caller),
                    };
                    let truncated = fault == Some(&FaultKind::TruncatedBody);
                    json(
                        &reply,
                        &limits::header(&org.settings.limits, kept.calls),
                        truncated,
                    )
                }
            },
        };
        org.request_log.record(LoggedRequest {
            method: asked.method.clone(),
            host: asked.host.clone(),
            path: asked.target.clone(),
            user,
            status: response.status().as_u16(),
            session_in_url: session::stands_in(&asked.target),
            headers: asked
                .headers
                .keys()
                .map(|name| name.as_str().to_owned())
                .collect(),
            queries,
        });
        response
    }
}

fn answer(
    org: &mut Org,
    kept: &mut Kept,
    queries: &mut Vec<String>,
    asked: &Asked,
    caller: Option<Caller>,
) -> Reply {
    let mut call = Call::new(
        &asked.method,
        &asked.target,
        batch_size(&asked.headers),
        Value::Null,
    );
    let segments: Vec<&str> = call.segments.iter().map(String::as_str).collect();
    if segments == ["services", "data"] {
        return Reply::ok(versions::list());
    }
    let is_identity = matches!(segments.as_slice(), ["id", ..] | ["services", "oauth2", ..]);
    // An app is told the address of its user's identity on the login host.
    let is_login_host = is_identity && name_of(&asked.host) == org.settings.login_host();
    let Some(caller) = caller.filter(|_| is_login_host || is_own_host(org, &asked.host)) else {
        let expired =
            || session::refusal(&FaultKind::SessionExpired).map_or_else(identity::no_session, Reply::from);
        return if is_identity {
            identity::no_session()
        } else {
            expired()
        };
    };
    match segments.as_slice() {
        ["id", organization, user] => return identity::identity(org, &caller, organization, user),
        ["services", "oauth2", _] => return identity::userinfo(org, &caller),
        _ => {}
    }
    if let Some(refusal) = session::refused(org, &caller).as_ref().and_then(session::refusal) {
        return refusal.into();
    }
    if !asked.body.is_empty() {
        match serde_json::from_slice(&asked.body) {
            Ok(body) => call.body = body,
            Err(error) => return Refusal::bad_body(error.to_string()).into(),
        }
    }
    match call
        .segments
        .get(2)
        .and_then(|segment| service::version_of(segment))
    {
        Some(version) => {
            kept.calls += 1;
            let mut context = Context {
                org,
                cursors: &mut kept.cursors,
                caller,
                version,
                calls: &mut kept.calls,
                queries,
            };
            service::answer(&mut context, &call)
        }
        None => Refusal::not_found().into(),
    }
}

/// The core host, if the request went to another host of the same org: there it is redirected, and the client
/// drops its `Authorization` header on the way (Salesforce fact §1, seen).
fn elsewhere(org: &Org, host: &str) -> Option<String> {
    let name = name_of(host);
    let others = [org.settings.lightning_host(), org.settings.setup_host()];
    others
        .iter()
        .any(|other| other == name)
        .then(|| org.settings.core_host())
}

fn is_own_host(org: &Org, host: &str) -> bool {
    let name = name_of(host);
    name == org.settings.core_host() || name == "localhost" || name == "127.0.0.1"
}

fn name_of(host: &str) -> &str {
    host.split(':').next().unwrap_or(host)
}

/// `Sforce-Query-Options: batchSize=200`
fn batch_size(headers: &HeaderMap) -> Option<usize> {
    let options = header(headers, "sforce-query-options")?;
    options
        .split(';')
        .find_map(|option| option.trim().strip_prefix("batchSize=")?.parse().ok())
}

fn header<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name)?.to_str().ok()
}

fn json(reply: &Reply, limit_info: &str, truncated: bool) -> Response<Body> {
    let (kind, mut body) = match &reply.body {
        Value::Null => ("application/json;charset=UTF-8", String::new()),
        Value::String(text) => ("text/plain;charset=UTF-8", text.clone()),
        json => ("application/json;charset=UTF-8", json.to_string()),
    };
    if truncated {
        body = body.chars().take(body.chars().count() / 2).collect();
    }
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = StatusCode::from_u16(reply.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let location = reply.location.as_deref().map(|location| ("location", location));
    let all = [
        ("content-type", kind),
        (
            "cache-control",
            "no-cache,must-revalidate,max-age=0,no-store,private",
        ),
    ];
    for (name, value) in all
        .into_iter()
        .chain([("sforce-limit-info", limit_info)])
        .chain(location)
    {
        if let Ok(value) = value.parse() {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

fn html(status: u16, text: &str) -> Response<Body> {
    let mut response = Response::new(Body::from(format!(
        "<!DOCTYPE html><html><body>{text}</body></html>"
    )));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    response.headers_mut().insert(
        header::CONTENT_TYPE,
        header::HeaderValue::from_static("text/html;charset=UTF-8"),
    );
    response
}

fn redirect(core_host: &str, target: &str) -> Response<Body> {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::FOUND;
    if let Ok(location) = format!("https://{core_host}{target}").parse() {
        response.headers_mut().insert(header::LOCATION, location);
    }
    response
}

/// A test that panicked while it held the lock must not take the server with it.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
