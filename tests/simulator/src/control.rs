//! The control interface on plain loopback HTTP, for tests only: looks into the org and operates on it.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use simulated_org::{Caller, Faults, Means, Org, Record};

use crate::world::World;

type Shared = (
    simulated_org::SharedOrg,
    std::sync::Arc<std::sync::Mutex<simulated_jotform::Account>>,
);

/// Reads `/org`, `/jotform`, `/mail`, `/requests`; operates with `POST /faults`, `POST /org/ACTION`.
pub fn router(world: &World) -> Router {
    Router::new()
        .route("/org", get(tables))
        .route("/org/{action}", post(operate))
        .route("/jotform", get(jotform))
        .route("/mail", get(mail))
        .route("/requests", get(requests).delete(forget_requests))
        .route("/faults", post(faults))
        .with_state((world.org.clone(), world.account.clone()))
}

/// Does something with the locked org; a lock poisoned by a failed request answers 500.
fn with_org(shared: &Shared, act: impl FnOnce(&mut Org) -> Response) -> Response {
    match shared.0.lock() {
        Ok(mut org) => act(&mut org),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

async fn tables(State(shared): State<Shared>) -> Response {
    with_org(&shared, |org| {
        let rows = |name: &str| json!(org.store.rows(name).collect::<Vec<_>>());
        let tables: Map<String, Value> = org
            .store
            .objects()
            .map(|name| (name.to_owned(), rows(name)))
            .collect();
        Json(tables).into_response()
    })
}

async fn jotform(State((_, account)): State<Shared>) -> Response {
    match account.lock() {
        Ok(account) => Json(account.snapshot()).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

async fn mail(State(shared): State<Shared>) -> Response {
    with_org(&shared, |org| Json(&org.mail).into_response())
}

async fn requests(State(shared): State<Shared>) -> Response {
    with_org(&shared, |org| Json(&org.request_log).into_response())
}

async fn forget_requests(State(shared): State<Shared>) -> Response {
    with_org(&shared, |org| {
        org.request_log.clear();
        StatusCode::NO_CONTENT.into_response()
    })
}

async fn faults(State(shared): State<Shared>, Json(faults): Json<Faults>) -> Response {
    with_org(&shared, |org| {
        org.faults = faults;
        StatusCode::NO_CONTENT.into_response()
    })
}

/// What a test may do to the org behind everybody's back.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Operation {
    object: String,
    id: String,
    fields: Record,
    /// The username or id of a user.
    user: String,
    /// The name of a connected app.
    app: String,
}

/// `create`, `update`, `delete`, `expire_sessions`, `install_app`: with every right, but by the org's rules.
async fn operate(
    State(shared): State<Shared>,
    Path(action): Path<String>,
    Json(operation): Json<Operation>,
) -> Response {
    let Operation {
        object,
        id,
        fields,
        user,
        app,
    } = operation;
    with_org(&shared, |org| {
        let system = Caller {
            means: Means::System,
            ..org.system()
        };
        let done = match action.as_str() {
            "create" => org.create(&system, &object, fields).map(|id| json!({ "id": id })),
            "update" => org.update(&system, &object, &id, fields).map(|()| json!({})),
            "delete" => org.delete(&system, &object, &id).map(|()| json!({})),
            "expire_sessions" => {
                let found = org
                    .store
                    .find("User", "Username", &user)
                    .or_else(|| org.store.get("User", &user));
                let user_id = found
                    .and_then(|row| row.get("Id"))
                    .and_then(Value::as_str)
                    .map(str::to_owned);
                let Some(user_id) = user_id else {
                    return (StatusCode::NOT_FOUND, "no such user").into_response();
                };
                org.expire_sessions(&user_id);
                Ok(json!({}))
            }
            "install_app" => {
                org.install_app(&app);
                Ok(json!({}))
            }
            _ => return (StatusCode::NOT_FOUND, format!("no such action: {action}")).into_response(),
        };
        match done {
            Ok(answer) => Json(answer).into_response(),
            Err(errors) => (StatusCode::BAD_REQUEST, Json(errors)).into_response(),
        }
    })
}
