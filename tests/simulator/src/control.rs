//! The control interface on plain loopback HTTP, for tests only: looks into the org and operates on it.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use serde_json::{Map, Value, json};
use simulated_org::SharedOrg;

use crate::world::World;

/// `/org`, `/mail`, `/requests`.
pub fn router(world: &World) -> Router {
    Router::new()
        .route("/org", get(tables))
        .with_state(world.org.clone())
}

async fn tables(State(org): State<SharedOrg>) -> Response {
    let Ok(org) = org.lock() else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let tables: Map<String, Value> = org
        .store
        .objects()
        .map(|name| (name.to_owned(), json!(org.store.rows(name).collect::<Vec<_>>())))
        .collect();
    Json(tables).into_response()
}
