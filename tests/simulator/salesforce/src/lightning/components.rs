//! Pages of Setup that are Lightning components: their content, fetched by the shell.

pub mod connected_apps;
mod home;
pub mod organization;
mod permission_sets;
mod users;

use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::app::App;
use crate::page::Page;

/// `/aura/NAME` of every component; a POST presses one of its buttons.
pub fn routes() -> Router<App> {
    Router::new().route("/aura/{name}", get(show).post(press))
}

async fn show(Path(name): Path<String>, page: Page) -> Response {
    let content = match name.as_str() {
        "SetupOneHome" => home::render(&page),
        "PermSets" => permission_sets::render(&page),
        "ManageUsersLightning" => users::list(&page),
        "UserAccessSummary" => users::access_summary(&page, page.parameter("user")),
        "ConnectedAppsUsage" => match page.parameter("install") {
            "" => connected_apps::usage(&page),
            app => connected_apps::confirm_install(&page, app),
        },
        "ConnectedApplication" => connected_apps::managed(&page),
        "OrgLoginHistory" => organization::login_history(&page),
        "OrgEmailSettings" => organization::deliverability(&page),
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    content.into_response()
}

async fn press(Path(name): Path<String>, page: Page) -> Response {
    match name.as_str() {
        "ConnectedAppsUsage" => connected_apps::act(&page).into_response(),
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}
