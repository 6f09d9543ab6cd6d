//! Lightning: the single-page shell around Setup, and the pages that are Lightning components.

pub mod components;
mod shell;
mod tree;

use axum::Router;
use axum::response::Redirect;
use axum::routing::get;

use crate::app::App;

/// The paths of the Lightning and Setup hosts.
pub fn routes() -> Router<App> {
    Router::new()
        .route(
            "/",
            get(|| async { Redirect::to("/lightning/setup/SetupOneHome/home") }),
        )
        .route("/lightning/{*page}", get(shell::show))
        .merge(components::routes())
}
