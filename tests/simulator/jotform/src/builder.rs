//! The pages of the builder: the list of forms, and the frame in which the front end runs.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde_json::json;
use simulated_languages::{Site as Whose, jotform_texts};

use crate::form::Form;
use crate::site::{Site, host};
use crate::variation::{PagePolicy, Wording};
use crate::{bundle, html, login};

/// The Content-Security-Policy of a strict run.
const STRICT: &str =
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

/// `GET /`.
pub async fn home() -> Redirect {
    Redirect::to("/myforms/")
}

/// Anything unknown.
pub async fn not_found() -> Response {
    html::failure(StatusCode::NOT_FOUND, "Page not found")
}

/// `GET /myforms/`.
pub async fn my_forms(State(site): State<Site>, headers: HeaderMap, uri: Uri) -> Response {
    if let Some(elsewhere) = entrance(&site, &headers, &uri) {
        return elsewhere;
    }
    let account = site.account();
    let words = site.variation.words();
    let text = |english: &str| words.text(Whose::Jotform, english);
    let row = |form: &Form| {
        let (id, title) = (html::escape(&form.id), html::escape(&form.title));
        let count = form.submissions.len();
        format!(
            "<article><h2>{title}<small>{count} {submissions}</small></h2>\
             <a class=\"button\" href=\"/build/{id}\">{edit}</a> \
             <a href=\"https://form.jotform.com/{id}\" target=\"_blank\">{view}</a></article>",
            submissions = text("Submissions"),
            edit = text("Edit Form"),
            view = text("View"),
        )
    };
    let rows: String = account.forms.iter().map(row).collect();
    let body = format!(
        "<header class=\"topbar\">{title}<span class=\"spring\"></span><span class=\"who\">{}</span>\
         <a href=\"/logout/\">{log_out}</a></header>\n<main class=\"list\">{rows}</main>",
        html::escape(&account.username),
        title = text("My Forms"),
        log_out = text("Logout"),
    );
    html::page("My Forms | Jotform", "myforms", &body)
}

/// `GET /build/{id}` and everything beneath: the front end decides what to show.
pub async fn page(
    State(site): State<Site>,
    Path(path): Path<Vec<(String, String)>>,
    headers: HeaderMap,
    uri: Uri,
) -> Response {
    if let Some(elsewhere) = entrance(&site, &headers, &uri) {
        return elsewhere;
    }
    let id = path.first().map(|(_, id)| id.as_str()).unwrap_or_default();
    let account = site.account();
    let Some(form) = account.form(id) else {
        return html::failure(StatusCode::NOT_FOUND, "This form does not exist or is not yours");
    };
    let state = json!({
        "account": { "username": account.username },
        "form": form_json(form),
        "variation": *site.variation,
        "words": jotform_texts(site.variation.words(), site.variation.wording == Wording::Reworded),
    });
    let language = site.variation.language.code();
    let page = format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title} | Form Builder</title>\n\
         <script type=\"application/json\" id=\"app-state\">{state}</script>\n\
         <script src=\"/s/builder.js\" defer></script>\n</head>\n<body class=\"formBuilder\"><div id=\"app\"></div></body>\n</html>\n",
        title = html::escape(&form.title),
        state = html::json_for_script(&state),
    );
    let mut response = axum::response::Html(page).into_response();
    if site.variation.page_policy == PagePolicy::Strict {
        response.headers_mut().insert(
            header::CONTENT_SECURITY_POLICY,
            header::HeaderValue::from_static(STRICT),
        );
    }
    response
}

/// `GET /s/builder.js`.
pub async fn script() -> Response {
    match bundle::builder_script() {
        Ok(script) => ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8")], script).into_response(),
        Err(missing) => {
            eprintln!("{missing}");
            (StatusCode::INTERNAL_SERVER_ERROR, missing.to_string()).into_response()
        }
    }
}

/// A form as the front end sees it.
pub fn form_json(form: &Form) -> serde_json::Value {
    json!({ "id": form.id, "title": form.title, "questions": form.questions, "sources": form.sources() })
}

/// Where a request must go first: to the account's own host, or to the login.
fn entrance(site: &Site, headers: &HeaderMap, uri: &Uri) -> Option<Response> {
    let asked = host(headers, uri);
    let own = site.account().host.clone();
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    if asked != own {
        return Some(Redirect::to(&format!("https://{own}{path}")).into_response());
    }
    (!site.is_logged_in(headers)).then(|| login::ask(&own, path))
}
