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

/// What every `sid` cookie says beside its value (Salesforce fact §6: HttpOnly; frames need `SameSite=None`).
const ATTRIBUTES: &str = "Path=/; Secure; HttpOnly; SameSite=None";

/// Every `sid` that the browser sent to this host: in a frame there may be one for that frame alone beside the host's.
fn sids(headers: &HeaderMap) -> impl Iterator<Item = String> {
    let cookies = headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok());
    cookies
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().strip_prefix("sid="))
        .map(|sid| sid.replace("%21", "!"))
}

/// The live session that the browser has on this host.
fn live(headers: &HeaderMap, app: &App) -> Option<(String, Caller)> {
    let org = app.org();
    sids(headers).find_map(|sid| org.session(&sid).map(|caller| (sid, caller)))
}

/// Whose live session the browser has on this host; asking keeps the session alive.
pub fn caller(headers: &HeaderMap, app: &App) -> Option<Caller> {
    let (sid, caller) = live(headers, app)?;
    app.org().touch_session(&sid);
    Some(caller)
}

/// Whether a user may only use the API: such a user sees one notice instead of any page (seed article).
pub fn is_api_only(app: &App, user_id: &str) -> bool {
    app.org().is_api_only(user_id)
}

/// The caller of a Setup page, or the redirect that a browser without a fitting session gets.
pub fn require(parts: &Parts, app: &App, host: HostKind) -> Result<Caller, Redirect> {
    let asked = parts.uri.path_and_query().map_or("/", |p| p.as_str());
    match caller(&parts.headers, app) {
        Some(caller) if is_api_only(app, &caller.user_id) => {
            Err(Redirect::to(&app.url(HostKind::Core, crate::login::NOTICE_PATH)))
        }
        Some(caller) => Ok(caller),
        None if is_framed_elsewhere(parts, app, host) => {
            let url = encode(&app.url(host, asked));
            let shell = parts
                .uri
                .query()
                .and_then(|query| parameter(query, "sfdcIFrameOrigin"))
                .unwrap_or_default();
            Err(Redirect::to(&format!("{shell}/visualforce/frame?url={url}")))
        }
        None if host == HostKind::Core => Err(Redirect::to(&format!("/?ec=302&startURL={}", encode(asked)))),
        None => {
            let bridge = format!("/visualforce/session?url={}", encode(&app.url(host, asked)));
            Err(Redirect::to(&app.url(HostKind::Core, &bridge)))
        }
    }
}

/// Whether a Classic page is asked for in the frame of one of the org's other hosts. Browsers may withhold this
/// host's cookie there, so the Lightning page's own session has to vouch.
fn is_framed_elsewhere(parts: &Parts, app: &App, host: HostKind) -> bool {
    let Some(query) = parts.uri.query() else {
        return false;
    };
    let shell = parameter(query, "sfdcIFrameOrigin").unwrap_or_default();
    let around = host_of(&shell).and_then(|name| HostKind::of(name, &app.org().settings));
    around.is_some_and(|around| around != host && matches!(around, HostKind::Lightning | HostKind::Setup))
}

/// `/visualforce/frame?url=` on the host of a Lightning page: gives its frame a session on the frame's host.
pub async fn bridge_frame(
    State(app): State<App>,
    Query(query): Query<HashMap<String, String>>,
    headers: HeaderMap,
) -> Response {
    let url = query.get("url").cloned().unwrap_or_default();
    let host = host_of(&url).and_then(|host| HostKind::of(host, &app.org().settings));
    match (live(&headers, &app), host) {
        (Some((sid, caller)), Some(host)) => {
            let bridge = Bridge {
                user_id: caller.user_id,
                sid: None,
                then: Vec::new(),
                destination: url,
                framed_by: Some(sid),
            };
            hop(&app, host, bridge)
        }
        _ => Redirect::to(&app.url(HostKind::Core, "/?ec=302")).into_response(),
    }
}

/// After a login: visits every host in turn, so that each gets its own `sid`, then goes to the destination.
pub fn carry_everywhere(app: &App, user_id: &str, sid: String, destination: String) -> Response {
    let [first, then @ ..] = HostKind::ALL;
    let bridge = Bridge {
        user_id: user_id.to_owned(),
        sid: Some(sid),
        then: then.to_vec(),
        destination,
        framed_by: None,
    };
    hop(app, first, bridge)
}

fn hop(app: &App, host: HostKind, bridge: Bridge) -> Response {
    let code = app.open_bridge(bridge);
    Redirect::to(&app.url(host, &format!("/secur/frontdoor.jsp?otp={code}"))).into_response()
}

/// `frontdoor.jsp`: redeems a one-time code for this host's own `sid`, which replaces an older one.
pub async fn frontdoor(
    State(app): State<App>,
    Query(query): Query<HashMap<String, String>>,
    headers: HeaderMap,
) -> Response {
    let Some(mut bridge) = query.get("otp").and_then(|code| app.cross_bridge(code)) else {
        return (StatusCode::FORBIDDEN, "This link has been used already.").into_response();
    };
    let made = bridge.sid.take();
    let sid = made.unwrap_or_else(|| app.org().new_session(&bridge.user_id));
    let cookie = match &bridge.framed_by {
        Some(shell_sid) => {
            app.tie_frame(shell_sid, &sid);
            format!("sid={sid}; {ATTRIBUTES}; Partitioned")
        }
        None => {
            sids(&headers).for_each(|replaced| app.end_frames_of(&replaced));
            format!("sid={sid}; {ATTRIBUTES}")
        }
    };
    let onward = if bridge.then.is_empty() {
        Redirect::to(&bridge.destination).into_response()
    } else {
        let next = bridge.then.remove(0);
        hop(&app, next, bridge)
    };
    (AppendHeaders([(SET_COOKIE, cookie)]), onward).into_response()
}

/// `/visualforce/session?url=`: brings the core host's session to the host of that URL.
pub async fn bridge_to(
    State(app): State<App>,
    Query(query): Query<HashMap<String, String>>,
    headers: HeaderMap,
) -> Response {
    let url = query.get("url").cloned().unwrap_or_default();
    let Some(caller) = caller(&headers, &app) else {
        let again = format!("/visualforce/session?url={}", encode(&url));
        return Redirect::to(&format!("/?ec=302&startURL={}", encode(&again))).into_response();
    };
    let Some(host) = host_of(&url).and_then(|host| HostKind::of(host, &app.org().settings)) else {
        return (
            StatusCode::BAD_REQUEST,
            "This address is on none of the org's hosts.",
        )
            .into_response();
    };
    hop(
        &app,
        host,
        Bridge {
            user_id: caller.user_id,
            sid: None,
            then: Vec::new(),
            destination: url,
            framed_by: None,
        },
    )
}

/// `/secur/logout.jsp`: ends this host's session and shows the login page again.
pub async fn log_out(
    State(app): State<App>,
    AskedHost(host): AskedHost,
    Query(query): Query<HashMap<String, String>>,
    headers: HeaderMap,
) -> Response {
    for sid in sids(&headers) {
        app.end_frames_of(&sid);
        app.org().end_session(&sid);
    }
    let onward = match (query.get("startURL"), host) {
        (Some(start), HostKind::Core | HostKind::Login) => format!("/?startURL={}", encode(start)),
        _ => app.url(HostKind::Core, "/"),
    };
    (
        AppendHeaders([(SET_COOKIE, "sid=; Path=/; Secure; HttpOnly; Max-Age=0")]),
        Redirect::to(&onward),
    )
        .into_response()
}

/// One parameter of a query, decoded.
fn parameter(query: &str, name: &str) -> Option<String> {
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(query).ok()?;
    pairs
        .into_iter()
        .find(|(key, _)| key == name)
        .map(|(_, value)| value)
}

fn host_of(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://")?;
    rest.split(['/', '?', '#']).next()?.split(':').next()
}
