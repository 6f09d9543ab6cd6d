//! What may stand between the form and the org: the mailed link, a new password, a verification method, a device code.

use std::collections::HashMap;

use axum::Router;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use maud::{Markup, html};
use simulated_org::LogIn;

use super::{column, device, form};
use crate::app::App;
use crate::fields::Fields;
use crate::page::{encode, text_of};

const PASSWORD_PATH: &str = "/_ui/system/security/ChangePassword";
const METHOD_PATH: &str = "/_ui/identity/phone/AddPhoneNumber";
const DEVICE_PATH: &str = "/_ui/identity/verification/method/EmailVerificationFinishUi/e";

/// The paths of these screens.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/login", get(follow_link))
        .route(PASSWORD_PATH, get(show_password).post(set_password))
        .route(METHOD_PATH, get(show_method).post(register_method))
        .route(DEVICE_PATH, get(show_device).post(confirm_device))
        .route("/secur/forgotpassword.jsp", get(show_forgotten))
        .route("/secur/forgotpassword.jsp/sent", post(send_reset))
}

/// Leads from one step of a login to the next, or into the org.
pub fn go_on(app: &App, next: LogIn, start_url: &str) -> Response {
    let screen = |path: &str, ticket: &str| {
        Redirect::to(&format!("{path}?ticket={ticket}&startURL={}", encode(start_url))).into_response()
    };
    match next {
        LogIn::Session { sid, user_id } => form::finish(app, &user_id, sid, start_url),
        LogIn::NeedsPassword { ticket } => screen(PASSWORD_PATH, &ticket),
        LogIn::NeedsVerificationMethod { ticket } => screen(METHOD_PATH, &ticket),
        LogIn::NeedsDeviceCode { ticket } => screen(DEVICE_PATH, &ticket),
        LogIn::Refused { reason } => form::page(start_url, "", Some(&reason.to_string())),
    }
}

/// `/login?c=`: the link of a welcome or reset mail, good for one visit.
async fn follow_link(
    State(app): State<App>,
    Query(query): Query<HashMap<String, String>>,
    headers: HeaderMap,
) -> Response {
    let token = query.get("c").map_or("", String::as_str);
    let device = device::of(&headers);
    let followed = app.org().verify_email(token, device.name());
    let answer = match followed {
        Ok(ticket) => Redirect::to(&format!("{PASSWORD_PATH}?ticket={ticket}&startURL=")).into_response(),
        Err(refused) => column(
            "Verify Your Account | Salesforce",
            html! {
                h1 { "This link can't be used" }
                p id="linkRefused" { (refused) " Ask your Salesforce administrator for a new one." }
            },
        )
        .into_response(),
    };
    (device.remember(), answer).into_response()
}

/// What every screen carries from one request to the next.
fn carried(ticket: &str, start_url: &str) -> Markup {
    html! { input type="hidden" name="ticket" value=(ticket); input type="hidden" name="startURL" value=(start_url); }
}

fn complaint(error: Option<&str>) -> Markup {
    html! { @if let Some(error) = error { div id="error" class="loginError" role="alert" { (error) } } }
}

fn asked(query: &HashMap<String, String>) -> (&str, &str) {
    let of = |name: &str| query.get(name).map_or("", String::as_str);
    (of("ticket"), of("startURL"))
}

async fn show_password(State(app): State<App>, Query(query): Query<HashMap<String, String>>) -> Response {
    let (ticket, start_url) = asked(&query);
    password_page(&app, ticket, start_url, None)
}

fn password_page(app: &App, ticket: &str, start_url: &str, error: Option<&str>) -> Response {
    let username = {
        let org = app.org();
        let user = org.ticket_user(ticket).and_then(|id| org.store.get("User", id));
        user.map(|user| text_of(user, "Username").to_owned())
            .unwrap_or_default()
    };
    column("Change Your Password | Salesforce", html! {
        form method="post" action=(PASSWORD_PATH) id="editPage" autocomplete="off" {
            h1 { "Change Your Password" }
            p { "Enter a new password for " strong { (username) } ". Make sure to include at least:" }
            ul { li { "8 characters" } li { "1 letter" } li { "1 number" } }
            (complaint(error))
            (carried(ticket, start_url))
            label class="label" for="newpassword" { "New Password" }
            input class="input" type="password" id="newpassword" name="newpassword";
            label class="label" for="confirmpassword" { "Confirm New Password" }
            input class="input" type="password" id="confirmpassword" name="confirmpassword";
            label class="label" for="question" { "Security Question" }
            select class="input" id="question" name="question" {
                option { "In what city were you born?" } option { "What was the name of your first pet?" }
            }
            label class="label" for="answer" { "Answer" }
            input class="input" type="text" id="answer" name="answer";
            button class="button wide primary" type="submit" id="password-button" name="save" { "Change Password" }
        }
    })
    .into_response()
}

async fn set_password(State(app): State<App>, fields: Fields) -> Response {
    let (ticket, start_url) = (fields.get("ticket"), fields.get("startURL"));
    let refuse = |why: &str| password_page(&app, ticket, start_url, Some(why));
    if fields.get("newpassword") != fields.get("confirmpassword") {
        return refuse("The passwords don't match.");
    }
    if fields.get("answer").trim().is_empty() {
        return refuse("Enter an answer to the security question.");
    }
    let outcome = app.org().set_password(ticket, fields.get("newpassword"));
    match outcome {
        Ok(next) => go_on(&app, next, start_url),
        Err(refused) => refuse(&refused.to_string()),
    }
}

async fn show_method(Query(query): Query<HashMap<String, String>>) -> Response {
    let (ticket, start_url) = asked(&query);
    method_page(ticket, start_url, None)
}

fn method_page(ticket: &str, start_url: &str, error: Option<&str>) -> Response {
    column("Register a Verification Method | Salesforce", html! {
        form method="post" action=(METHOD_PATH) autocomplete="off" {
            h1 { "Connect an Authenticator App" }
            p { "Your org requires multi-factor authentication. Scan the code with your authenticator app and enter what it shows." }
            div class="qr" aria-hidden="true" { @for bit in 0..64_u32 { i class=[(bit * 7 % 5 < 2).then_some("on")] {} } }
            (complaint(error))
            (carried(ticket, start_url))
            label class="label" for="code" { "Verification Code" }
            input class="input" type="text" id="code" name="code" inputmode="numeric";
            button class="button wide primary" type="submit" name="save" { "Connect" }
        }
    })
    .into_response()
}

async fn register_method(State(app): State<App>, fields: Fields) -> Response {
    let (ticket, start_url) = (fields.get("ticket"), fields.get("startURL"));
    let outcome = app.org().register_verification_method(ticket, fields.get("code"));
    match outcome {
        LogIn::Refused { reason } => method_page(ticket, start_url, Some(&reason.to_string())),
        next => go_on(&app, next, start_url),
    }
}

async fn show_device(Query(query): Query<HashMap<String, String>>) -> Response {
    let (ticket, start_url) = asked(&query);
    device_page(ticket, start_url, None)
}

fn device_page(ticket: &str, start_url: &str, error: Option<&str>) -> Response {
    column("Verify Your Identity | Salesforce", html! {
        form method="post" action=(DEVICE_PATH) autocomplete="off" {
            h1 { "Verify Your Identity" }
            p { "You're trying to " strong { "Log In to Salesforce" } " from a device we don't know. We've sent a code to your email address." }
            (complaint(error))
            (carried(ticket, start_url))
            label class="label" for="emc" { "Verification Code" }
            input class="input" type="text" id="emc" name="emc" inputmode="numeric";
            button class="button wide primary" type="submit" id="save" name="save" { "Verify" }
        }
    })
    .into_response()
}

async fn confirm_device(State(app): State<App>, fields: Fields) -> Response {
    let (ticket, start_url) = (fields.get("ticket"), fields.get("startURL"));
    let outcome = app.org().confirm_device_code(ticket, fields.get("emc"));
    match outcome {
        LogIn::Refused { reason } => device_page(ticket, start_url, Some(&reason.to_string())),
        next => go_on(&app, next, start_url),
    }
}

async fn show_forgotten() -> Markup {
    column(
        "Forgot Your Password | Salesforce",
        html! {
            form method="post" action="/secur/forgotpassword.jsp/sent" {
                h1 { "Forgot Your Password" }
                label class="label" for="un" { "Username" }
                input class="input" type="text" id="un" name="un";
                button class="button wide primary" type="submit" id="continue" { "Continue" }
            }
        },
    )
}

async fn send_reset(State(app): State<App>, fields: Fields) -> Markup {
    let mut org = app.org();
    let username = fields.get("un").trim();
    let known = org
        .store
        .rows("User")
        .find(|user| text_of(user, "Username").eq_ignore_ascii_case(username));
    if let Some(id) = known.map(|user| text_of(user, "Id").to_owned()) {
        org.mail_link(&id, true);
    }
    column(
        "Check Your Email | Salesforce",
        html! { h1 { "Check Your Email" } p { "If the username exists, we've sent a link to its email address." } },
    )
}
