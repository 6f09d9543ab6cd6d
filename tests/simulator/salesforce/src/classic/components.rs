//! Pages that Lightning shows as components, for those who use Classic.

use axum::Router;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use maud::{Markup, html};

use super::View;
use super::layout::page_title;
use crate::app::App;
use crate::lightning::components::{connected_apps, organization};
use crate::page::Page;

/// The path of Connected Apps OAuth Usage in Classic.
const USAGE_PATH: &str = "/setup/connectedAppsUsage.apexp";

/// The Classic paths of these pages.
pub fn routes() -> Router<App> {
    Router::new()
        .route(USAGE_PATH, get(usage).post(press))
        .route("/app/mgmt/forceconnectedapps/forceAppList.apexp", get(managed))
        .route("/setup/org/orgLoginHistory.jsp", get(login_history))
        .route("/email-admin/editOrgEmailSettings.apexp", get(deliverability))
}

fn wrap(page: &Page, title: &'static str, content: Markup) -> Response {
    let title = page.text(title);
    let body = html! { (page_title(page.text("Setup"), title)) div class="bPageBlock" { div class="pbBody" { (content) } } };
    page.classic(View::new(title, body))
}

async fn usage(page: Page) -> Response {
    let content = match page.parameter("install") {
        "" => connected_apps::usage(&page),
        app => connected_apps::confirm_install(&page, app),
    };
    wrap(&page, "Connected Apps OAuth Usage", content)
}

async fn managed(page: Page) -> Response {
    let content = connected_apps::managed(&page);
    wrap(&page, "Connected Apps", content)
}

async fn login_history(page: Page) -> Response {
    let content = organization::login_history(&page);
    wrap(&page, "Login History", content)
}

async fn deliverability(page: Page) -> Response {
    let content = organization::deliverability(&page);
    wrap(&page, "Deliverability", content)
}

/// Install, Block and Unblock lead back to the list.
async fn press(page: Page) -> Response {
    connected_apps::act(&page);
    Redirect::to(USAGE_PATH).into_response()
}
