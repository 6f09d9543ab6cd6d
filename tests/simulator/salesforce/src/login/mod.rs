//! Logging in: the form, and what may stand between it and the org.

mod device;
mod form;
mod notice;
mod screens;

use axum::Router;
use axum::routing::get;
use maud::{DOCTYPE, Markup, html};

use crate::app::App;

/// The page that an API-only user sees instead of any other.
pub const NOTICE_PATH: &str = "/ui/identity/ApiOnlyUserNotice";

/// The paths of login on the login and core hosts.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/", get(form::show).post(form::submit))
        .route(NOTICE_PATH, get(notice::show))
        .merge(screens::routes())
}

/// A page of the narrow column that every login screen is.
pub fn column(title: &str, body: Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang="en" {
            head { title { (title) } meta charset="utf-8"; link rel="stylesheet" href="/static/login.css"; }
            body { div id="wrap" { div id="main" {
                div id="logo_wrapper" { span class="org-mark" { "simulated org" } }
                div id="theloginform" { (body) }
            } div id="right" { h2 { "Everything about your customers, in one place." } p { "This is a simulated org for tests." } } } }
        }
    }
}
