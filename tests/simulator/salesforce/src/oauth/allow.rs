//! The page that asks the signed-in user to allow an app.

use std::collections::HashMap;

use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use simulated_org::AuthorizeRefused;

use super::Wish;
use crate::app::App;
use crate::fields::Fields;
use crate::login;
use crate::page::{encode, text_of};
use crate::session;

/// The path of the page.
pub const PATH: &str = "/setup/secur/RemoteAccessAuthorizationPage.apexp";

/// The page's path for what an app asks for.
pub fn path_for(wish: &Wish) -> String {
    format!("{PATH}?source={}&display=page", encode(&wish.to_source()))
}

/// Names the app and the signed-in user; an app that is blocked is sent back at once.
pub async fn show(
    State(app): State<App>,
    Query(query): Query<HashMap<String, String>>,
    headers: HeaderMap,
) -> Response {
    let Some(wish) = query.get("source").and_then(|source| Wish::from_source(source)) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let Some(caller) = session::caller(&headers, &app) else {
        return Redirect::to(&format!("/?ec=302&startURL={}", encode(&path_for(&wish)))).into_response();
    };
    // The attempt alone is judged and listed by the org; its code is not used.
    let attempt = app.org().authorize(wish.app_name(), &caller.user_id);
    if let Err(refused) = attempt {
        return refuse(&wish, refused);
    }
    let username = app
        .org()
        .store
        .get("User", &caller.user_id)
        .map(|user| text_of(user, "Username").to_owned());
    page(&wish, &username.unwrap_or_default()).into_response()
}

/// Allow gives the app a code; Deny sends it back empty-handed.
pub async fn decide(State(app): State<App>, headers: HeaderMap, fields: Fields) -> Response {
    let Some(wish) = Wish::from_source(fields.get("source")) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let Some(caller) = session::caller(&headers, &app) else {
        return Redirect::to(&format!("/?ec=302&startURL={}", encode(&path_for(&wish)))).into_response();
    };
    if !fields.has("save") {
        return wish
            .back(&[
                ("error", "access_denied"),
                ("error_description", "end-user denied authorization"),
            ])
            .into_response();
    }
    let attempt = app.org().authorize(wish.app_name(), &caller.user_id);
    match attempt {
        Ok(code) => wish.back(&[("code", &code)]).into_response(),
        Err(refused) => refuse(&wish, refused),
    }
}

fn refuse(wish: &Wish, refused: AuthorizeRefused) -> Response {
    wish.back(&[
        ("error", refused.error()),
        ("error_description", &refused.to_string()),
    ])
    .into_response()
}

fn page(wish: &Wish, username: &str) -> Markup {
    let app = wish.app_name();
    login::column(
        "Allow Access? | Salesforce",
        html! {
            form method="post" action=(PATH) id="editPage" {
                h1 { "Allow Access?" }
                p id="app-name" { strong { (app) } " is asking to:" }
                ul class="scopes" {
                    li { "Access the identity URL service" }
                    li { "Manage user data via APIs" }
                    li { "Perform requests at any time" }
                }
                p { "Do you want to allow access for " strong id="username" { (username) } "? (" a id="notYou" href={ "/secur/logout.jsp?startURL=" (encode(&path_for(wish))) } { "Not you?" } ")" }
                input type="hidden" name="source" value=(wish.to_source());
                div class="choices" {
                    input class="button" type="submit" id="oadeny" name="cancel" value="Deny" title="Deny";
                    input class="button primary" type="submit" id="oaapprove" name="save" value="Allow" title="Allow";
                }
                p class="who" { "To revoke access at any time, go to your personal settings." }
            }
        },
    )
}
