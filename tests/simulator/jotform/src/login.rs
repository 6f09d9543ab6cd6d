//! The login page of the builder (Jotform fact §1: logged out, one is sent to `/login/?rp=…`, seen).

use axum::Form;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use crate::html;
use crate::site::{SESSION_COOKIE, Site, session};

/// Where to go after the login.
#[derive(Deserialize)]
pub struct Target {
    rp: Option<String>,
}

/// What the login page sends.
#[derive(Deserialize)]
pub struct Credentials {
    username: String,
    password: String,
    #[serde(default)]
    rp: String,
}

/// `GET /login/`.
pub async fn page(Query(target): Query<Target>) -> Response {
    form(&target.rp.unwrap_or_default(), None)
}

/// `POST /login/`.
pub async fn log_in(State(site): State<Site>, Form(given): Form<Credentials>) -> Response {
    let Some(session) = site.account().log_in(&given.username, &given.password) else {
        let message = "The username or password you entered is incorrect.";
        return (StatusCode::OK, form(&given.rp, Some(message))).into_response();
    };
    let cookie = format!("{SESSION_COOKIE}={session}; Path=/; Secure; HttpOnly; SameSite=Lax");
    let host = site.account().host.clone();
    (
        [(header::SET_COOKIE, cookie)],
        Redirect::to(&safe_target(&given.rp, &host)),
    )
        .into_response()
}

/// `GET /logout/`.
pub async fn log_out(State(site): State<Site>, headers: HeaderMap) -> Response {
    if let Some(session) = session(&headers) {
        site.account().log_out(session);
    }
    let cookie = format!("{SESSION_COOKIE}=; Path=/; Max-Age=0; Secure; HttpOnly; SameSite=Lax");
    ([(header::SET_COOKIE, cookie)], Redirect::to("/login/")).into_response()
}

/// The way to the login page, and from there back to this address.
pub fn ask(host: &str, path_and_query: &str) -> Response {
    let back: String = url_encoded(&format!("https://{host}{path_and_query}"));
    Redirect::to(&format!("/login/?rp={back}")).into_response()
}

/// Text as it stands in a query.
pub fn url_encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// Only an address of this host is followed after the login.
fn safe_target(target: &str, host: &str) -> String {
    let path = target.strip_prefix(&format!("https://{host}")).unwrap_or(target);
    let local = path.starts_with('/') && !path.starts_with("//") && !path.contains('\\');
    if local {
        path.to_owned()
    } else {
        "/myforms/".to_owned()
    }
}

fn form(target: &str, error: Option<&str>) -> Response {
    let error = error
        .map(|text| format!("<p class=\"error\" role=\"alert\">{text}</p>"))
        .unwrap_or_default();
    let body = format!(
        "<header class=\"topbar\">Jotform</header>\n<main class=\"box\">\n<h1>Log in to your account</h1>\n\
         <p>Enter your username or email, and your password.</p>\n{error}\n\
         <form method=\"post\" action=\"/login/\" id=\"loginForm\">\n\
         <input type=\"hidden\" name=\"rp\" value=\"{}\">\n\
         <label for=\"username\">Username or Email</label>\
         <input type=\"text\" id=\"username\" name=\"username\" autocomplete=\"username\" required>\n\
         <label for=\"password\">Password</label>\
         <input type=\"password\" id=\"password\" name=\"password\" autocomplete=\"current-password\" required>\n\
         <button type=\"submit\" id=\"signinButton\">Log in</button>\n</form>\n</main>",
        html::escape(target)
    );
    html::page("Login to Jotform", "login", &body)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_login_leads_nowhere_else() {
        let after = |target| safe_target(target, "www.jotform.com");
        assert_eq!(after("https://www.jotform.com/build/24"), "/build/24");
        assert_eq!(after("/build/24?x=1"), "/build/24?x=1");
        for foreign in [
            "https://evil.example/",
            "//evil.example/",
            "/\\evil.example",
            "https://www.jotform.com.evil.example/",
        ] {
            assert_eq!(after(foreign), "/myforms/", "{foreign}");
        }
    }
}
