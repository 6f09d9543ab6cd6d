//! Style sheets and scripts of the pages.

use axum::Router;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::app::App;

const CSS: &str = "text/css; charset=utf-8";
const JAVASCRIPT: &str = "text/javascript; charset=utf-8";

const FILES: &[(&str, &str, &str)] = &[
    ("lightning.css", CSS, include_str!("../assets/lightning.css")),
    ("lightning.js", JAVASCRIPT, include_str!("../assets/lightning.js")),
    ("classic.css", CSS, include_str!("../assets/classic.css")),
    ("classic.js", JAVASCRIPT, include_str!("../assets/classic.js")),
    ("login.css", CSS, include_str!("../assets/login.css")),
    ("new_user.js", JAVASCRIPT, include_str!("../assets/new_user.js")),
    (
        "dueling_list.js",
        JAVASCRIPT,
        include_str!("../assets/dueling_list.js"),
    ),
    (
        "permission_set.js",
        JAVASCRIPT,
        include_str!("../assets/permission_set.js"),
    ),
];

/// `/static/NAME` of every asset.
pub fn routes() -> Router<App> {
    Router::new().route("/static/{name}", get(serve))
}

async fn serve(Path(name): Path<String>) -> Response {
    match FILES.iter().find(|(file, ..)| *file == name) {
        Some((_, kind, text)) => ([(header::CONTENT_TYPE, *kind)], *text).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
