//! Which host and path is answered by what (Jotform fact §1).

use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{delete, get, post};
use simulated_org::SharedOrg;
use tower::ServiceExt;

use crate::account::Account;
use crate::site::{Site, host};
use crate::variation::JotformVariation;
use crate::{api, builder, html, internal, login, oauth, public_form, salesforce, submission};

/// Every Jotform host of one account: the builder's, `form.`, `submit.` and `api.jotform.com`.
///
/// Integrations that the start state names are connected here, since only here the org is at hand.
pub fn router(account: Arc<Mutex<Account>>, org: SharedOrg, variation: JotformVariation) -> Router {
    let site = Site {
        account,
        org,
        variation: Arc::new(variation),
    };
    salesforce::connect_planned(
        &mut site.account(),
        &mut site.org(),
        site.variation.connection_name,
    );
    let account_host = site.account().host.clone();
    let hosts = Hosts {
        account_host,
        builder: builder_routes(site.clone()),
        form: form_routes(site.clone()),
        submit: submit_routes(site.clone()),
        api: api::routes(site),
    };
    Router::new().fallback(by_host).with_state(hosts)
}

#[derive(Clone)]
struct Hosts {
    /// Where the account stands, which may be a domain of its company's own.
    account_host: String,
    builder: Router,
    form: Router,
    submit: Router,
    api: Router,
}

async fn by_host(State(hosts): State<Hosts>, request: Request) -> Response {
    if request.uri().path() == "/favicon.ico" {
        return StatusCode::NO_CONTENT.into_response();
    }
    let name = host(request.headers(), request.uri());
    let router = match name.strip_suffix(".jotform.com") {
        Some("form" | "eu-form" | "hipaa-form") => hosts.form,
        Some("submit" | "eu-submit" | "hipaa-submit") => hosts.submit,
        Some("api" | "eu-api" | "hipaa-api") => hosts.api,
        Some(_) => hosts.builder,
        None if name == hosts.account_host => hosts.builder,
        None => return html::failure(StatusCode::NOT_FOUND, "There is no such Jotform host"),
    };
    router.oneshot(request).await.into_response()
}

fn builder_routes(site: Site) -> Router {
    Router::new()
        .route("/", get(builder::home))
        .route("/login/", get(login::page).post(login::log_in))
        .route("/login", get(login::page).post(login::log_in))
        .route("/logout/", get(login::log_out))
        .route("/myforms/", get(builder::my_forms))
        .route("/myforms", get(builder::my_forms))
        .route("/workspace/", get(builder::my_forms))
        .route("/build/{id}", get(builder::page))
        .route("/build/{id}/", get(builder::page))
        .route("/build/{id}/{*rest}", get(builder::page))
        .route("/s/builder.js", get(builder::script))
        .route("/s/callback.js", get(oauth::callback_script))
        .route("/s/pages.css", get(html::style_sheet))
        .route("/oauth/salesforce/start", get(oauth::start))
        .route("/oauth/salesforce/callback", get(oauth::callback))
        .route("/internal/form/{id}/questions", post(internal::change_questions))
        .route(
            "/internal/form/{id}/salesforce",
            get(internal::read).post(internal::save),
        )
        .route("/internal/form/{id}/salesforce/objects", get(internal::objects))
        .route("/internal/form/{id}/salesforce/fields", get(internal::fields))
        .route(
            "/internal/form/{id}/salesforce/{integration}",
            delete(internal::remove),
        )
        .nest("/API", api::routes(site.clone()))
        .fallback(builder::not_found)
        .with_state(site)
}

fn form_routes(site: Site) -> Router {
    Router::new()
        .route("/s/pages.css", get(html::style_sheet))
        .route("/{id}", get(public_form::page))
        .fallback(builder::not_found)
        .with_state(site)
}

fn submit_routes(site: Site) -> Router {
    Router::new()
        .route("/s/pages.css", get(html::style_sheet))
        .route("/submit/{id}", post(submission::receive))
        .route("/submit/{id}/", post(submission::receive))
        .fallback(builder::not_found)
        .with_state(site)
}
