//! Style sheets and scripts of the pages.

use axum::Router;
use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::app::App;

const CSS: &str = "text/css; charset=utf-8";
const SVG: &str = "image/svg+xml";
const JAVASCRIPT: &str = "text/javascript; charset=utf-8";

/// Name below `/static/`, media type and content.
macro_rules! files {
    ($($name:literal $kind:expr),+ $(,)?) => { &[$(($name, $kind, include_str!(concat!("../assets/", $name)))),+] };
}

const FILES: &[(&str, &str, &str)] = files![
    "lightning.css" CSS,
    "lightning.js" JAVASCRIPT,
    "classic.css" CSS,
    "classic.js" JAVASCRIPT,
    "login.css" CSS,
    "permission_set.js" JAVASCRIPT,
    "access.js" JAVASCRIPT,
    "new_user.js" JAVASCRIPT,
    "dueling_list.js" JAVASCRIPT,
    "arrow_right.svg" SVG,
    "arrow_left.svg" SVG,
];

/// `/static/NAME` of every asset.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/static/{name}", get(serve))
        .route("/favicon.ico", get(|| async { StatusCode::NO_CONTENT }))
}

async fn serve(Path(name): Path<String>) -> Response {
    match FILES.iter().find(|(file, ..)| *file == name) {
        Some((_, kind, text)) => ([(header::CONTENT_TYPE, *kind)], *text).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
