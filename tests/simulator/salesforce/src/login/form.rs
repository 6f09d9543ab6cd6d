//! The form for username and password.

use std::collections::HashMap;

use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use maud::html;
use simulated_org::{LogIn, LogInRefused};

use super::{column, device, screens};
use crate::app::App;
use crate::fields::Fields;
use crate::host::HostKind;
use crate::page::AskedHost;
use crate::session;

/// Shows the form; `startURL` is where the login leads, `ec=302` says that a page asked for it.
pub async fn show(Query(query): Query<HashMap<String, String>>) -> Response {
    page(
        query.get("startURL").map_or("", String::as_str),
        query.get("un").map_or("", String::as_str),
        None,
    )
}

/// The form, after a refusal with what was wrong.
pub fn page(start_url: &str, username: &str, error: Option<&str>) -> Response {
    column("Login | Salesforce", html! {
        form method="post" id="login_form" name="login" action="/" autocomplete="off" {
            @if let Some(error) = error { div id="error" class="loginError" role="alert" { (error) } }
            label for="username" class="label" { "Username" }
            input class="input" type="email" id="username" name="username" value=(username);
            label for="password" class="label" { "Password" }
            input class="input" type="password" id="password" name="pw";
            input type="hidden" name="startURL" value=(start_url);
            input class="button wide primary" type="submit" id="Login" name="Login" value="Log In";
            div class="remember" { input type="checkbox" id="rememberUn" name="rememberUn"; label for="rememberUn" { "Remember me" } }
        }
        div id="forgot" { a id="forgot_password_link" href="/secur/forgotpassword.jsp" { "Forgot Your Password?" } }
    })
    .into_response()
}

/// Tries the login and goes on with whatever the org asks for next.
pub async fn submit(
    State(app): State<App>,
    AskedHost(host): AskedHost,
    headers: HeaderMap,
    fields: Fields,
) -> Response {
    let username = match fields.get("username") {
        "" => fields.get("un"),
        username => username,
    };
    let start_url = fields.get("startURL");
    let device = device::of(&headers);
    let elsewhere = host == HostKind::Login && app.org().settings.security.my_domain_logins_only;
    let outcome = if elsewhere {
        LogIn::Refused {
            reason: LogInRefused::WrongHost,
        }
    } else {
        app.org().log_in(username, fields.get("pw"), device.name())
    };
    let answer = match outcome {
        LogIn::Refused { reason } => page(start_url, username, Some(&reason.to_string())),
        next => screens::go_on(&app, next, start_url),
    };
    (device.remember(), answer).into_response()
}

/// The end of every login: sessions on all hosts, then the page that was asked for.
pub fn finish(app: &App, user_id: &str, sid: String, start_url: &str) -> Response {
    let destination = match start_url {
        "" => app.url(HostKind::Lightning, "/lightning/setup/SetupOneHome/home"),
        path if path.starts_with('/') => app.url(HostKind::Core, path),
        url => url.to_owned(),
    };
    session::carry_everywhere(app, user_id, sid, destination)
}
