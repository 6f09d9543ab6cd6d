//! Sessions: one `sid` cookie per host, bridged from host to host by one-time codes.

use std::collections::HashMap;

use axum::extract::{Query, State};
use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use simulated_org::Caller;

use crate::app::{App, Bridge};
use crate::host::HostKind;
use crate::page::{AskedHost, encode};

/// The `sid` that the browser sent to this host.
pub fn sid(headers: &HeaderMap) -> Option<&str> {
    let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
    cookies.flat_map(|line| line.split(';')).find_map(|pair| pair.trim().strip_prefix("sid=")).filter(|s| !s.is_empty())
}

/// Whose live session the browser has on this host.
pub fn caller(headers: &HeaderMap, app: &App) -> Option<Caller> {
    let sid = sid(headers)?.replace("%21", "!");
    app.org().session(&sid)
}

/// Whether a user may only use the API: such a user sees one notice instead of any page (seed article).
pub fn is_api_only(app: &App, user_id: &str) -> bool {
    app.org().access(user_id).has("PermissionsApiUserOnly")
}

/// The caller of a Setup page, or the redirect that a browser without a fitting session gets.
pub fn require(parts: &Parts, app: &App, host: HostKind) -> Result<Caller, Response> {
    let asked = parts.uri.path_and_query().map_or("/", |p| p.as_str());
    match caller(&parts.headers, app) {
        Some(caller) if is_api_only(app, &caller.user_id) => {
            Err(Redirect::to(&app.url(HostKind::Core, crate::login::NOTICE_PATH)).into_response())
        }
        Some(caller) => Ok(caller),
        None if host == HostKind::Core => {
            Err(Redirect::to(&format!("/?ec=302&startURL={}", encode(asked))).into_response())
        }
        None => {
            let bridge = format!("/visualforce/session?url={}", encode(&app.url(host, asked)));
            Err(Redirect::to(&app.url(HostKind::Core, &bridge)).into_response())
        }
    }
}

/// After a login: visits every host in turn, so that each gets its own `sid`, then goes to the destination.
pub fn carry_everywhere(app: &App, user_id: &str, sid: String, destination: String) -> Response {
    let [first, then @ ..] = HostKind::ALL;
    let bridge = Bridge { user_id: user_id.to_owned(), sid: Some(sid), then: then.to_vec(), destination };
    hop(app, first, bridge)
}

fn hop(app: &App, host: HostKind, bridge: Bridge) -> Response {
    let code = app.open_bridge(bridge);
    Redirect::to(&app.url(host, &format!("/secur/frontdoor.jsp?otp={code}"))).into_response()
}

/// `frontdoor.jsp`: redeems a one-time code for this host's own `sid`, which replaces an older one.
pub async fn frontdoor(State(app): State<App>, Query(query): Query<HashMap<String, String>>) -> Response {
    let Some(mut bridge) = query.get("otp").and_then(|code| app.cross_bridge(code)) else {
        return (StatusCode::FORBIDDEN, "This link has been used already.").into_response();
    };
    let made = bridge.sid.take();
    let sid = made.unwrap_or_else(|| app.org().new_session(&bridge.user_id));
    let onward = if bridge.then.is_empty() {
        Redirect::to(&bridge.destination).into_response()
    } else {
        let next = bridge.then.remove(0);
        hop(&app, next, bridge)
    };
    (set_sid(&sid), onward).into_response()
}

/// `/visualforce/session?url=`: brings the core host's session to the host of that URL.
pub async fn bridge_to(
    State(app): State<App>, Query(query): Query<HashMap<String, String>>, headers: HeaderMap,
) -> Response {
    let url = query.get("url").cloned().unwrap_or_default();
    let Some(caller) = caller(&headers, &app) else {
        let again = format!("/visualforce/session?url={}", encode(&url));
        return Redirect::to(&format!("/?ec=302&startURL={}", encode(&again))).into_response();
    };
    let Some(host) = host_of(&url).and_then(|host| HostKind::of(host, &app.org().settings)) else {
        return (StatusCode::BAD_REQUEST, "This address is on none of the org's hosts.").into_response();
    };
    hop(&app, host, Bridge { user_id: caller.user_id, sid: None, then: Vec::new(), destination: url })
}

/// `/secur/logout.jsp`: ends this host's session and shows the login page again.
pub async fn log_out(
    State(app): State<App>, AskedHost(host): AskedHost, Query(query): Query<HashMap<String, String>>, headers: HeaderMap,
) -> Response {
    if let Some(sid) = sid(&headers) {
        app.org().end_session(&sid.replace("%21", "!"));
    }
    let onward = match (query.get("startURL"), host) {
        (Some(start), HostKind::Core | HostKind::Login) => format!("/?startURL={}", encode(start)),
        _ => app.url(HostKind::Core, "/"),
    };
    (AppendHeaders([(SET_COOKIE, "sid=; Path=/; Secure; HttpOnly; Max-Age=0")]), Redirect::to(&onward)).into_response()
}

fn set_sid(sid: &str) -> AppendHeaders<[(axum::http::HeaderName, String); 1]> {
    AppendHeaders([(SET_COOKIE, format!("sid={sid}; Path=/; Secure; HttpOnly; SameSite=None"))])
}

fn host_of(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://")?;
    rest.split(['/', '?', '#']).next()?.split(':').next()
}
