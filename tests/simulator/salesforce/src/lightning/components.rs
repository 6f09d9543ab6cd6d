//! Pages of Setup that are Lightning components: their content, fetched by the shell.

mod home;
mod permission_sets;

use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::app::App;
use crate::page::Page;

/// `/aura/NAME` of every component.
pub fn routes() -> Router<App> {
    Router::new().route("/aura/{name}", get(show))
}

async fn show(Path(name): Path<String>, page: Page) -> Response {
    match name.as_str() {
        "SetupOneHome" => home::render(&page).into_response(),
        "PermSets" => permission_sets::render(&page).into_response(),
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}
