//! Tokens for codes, and taking them back.

use std::collections::HashMap;

use axum::Json;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::app::App;
use crate::fields::Fields;

/// `POST /services/oauth2/token` with a code.
pub async fn exchange(State(app): State<App>, fields: Fields) -> Response {
    let refuse = |error: &str, description: &str| {
        let body = json!({ "error": error, "error_description": description });
        (StatusCode::BAD_REQUEST, Json(body)).into_response()
    };
    if fields.get("grant_type") != "authorization_code" {
        return refuse("unsupported_grant_type", "grant type not supported");
    }
    let tokens = app.org().exchange(fields.get("code"));
    match tokens {
        None => refuse("invalid_grant", "expired authorization code"),
        Some(tokens) => Json(json!({
            "access_token": tokens.access,
            "refresh_token": tokens.refresh,
            "instance_url": tokens.instance_url,
            "id": tokens.identity_url,
            "scope": "id api refresh_token",
            "token_type": "Bearer",
        }))
        .into_response(),
    }
}

/// `POST /services/oauth2/revoke`.
pub async fn revoke(State(app): State<App>, fields: Fields) {
    app.org().revoke(fields.get("token"));
}

/// `GET /services/oauth2/revoke?token=`.
pub async fn revoke_by_link(State(app): State<App>, Query(query): Query<HashMap<String, String>>) {
    app.org().revoke(query.get("token").map_or("", String::as_str));
}
