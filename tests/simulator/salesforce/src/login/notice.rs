//! The notice for users who may only use the API (seed article: "API Only User restriction notice").

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use maud::html;

use super::column;
use crate::app::App;
use crate::page::text_of;
use crate::session;

/// Shows the notice, with the username of whoever is logged in.
pub async fn show(State(app): State<App>, headers: HeaderMap) -> Response {
    let username = session::caller(&headers, &app).and_then(|caller| {
        app.org()
            .store
            .get("User", &caller.user_id)
            .map(|user| text_of(user, "Username").to_owned())
    });
    column("API Only User | Salesforce", html! {
        div id="header" { h1 { "API Only User" } }
        p id="apiOnlyNotice" {
            "You are an API Only User. An API Only User can access Salesforce only through the API, not through the user interface."
        }
        @if let Some(username) = username { p { "You are logged in as " strong { (username) } "." } }
        p { a href="/secur/logout.jsp" { "Log Out" } }
    })
    .into_response()
}
