//! `/services/oauth2/authorize`: where an app sends its user.

use std::collections::HashMap;

use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};

use super::{Wish, allow};
use crate::app::App;
use crate::host::HostKind;
use crate::page::encode;
use crate::session;

/// Leads to the Allow page, through login where the browser has no session on the asked host.
pub async fn begin(
    State(app): State<App>,
    Query(query): Query<HashMap<String, String>>,
    headers: HeaderMap,
) -> Response {
    let of = |name: &str| query.get(name).cloned().unwrap_or_default();
    if of("response_type") != "code" || of("redirect_uri").is_empty() || of("client_id").is_empty() {
        return (
            StatusCode::BAD_REQUEST,
            "error=invalid_request&error_description=missing required parameter",
        )
            .into_response();
    }
    let wish = Wish {
        client_id: of("client_id"),
        redirect_uri: of("redirect_uri"),
        state: of("state"),
    };
    let page = allow::path_for(&wish);
    match session::caller(&headers, &app) {
        Some(_) => Redirect::to(&app.url(HostKind::Core, &page)).into_response(),
        None => Redirect::to(&format!("/?ec=302&startURL={}", encode(&page))).into_response(),
    }
}
