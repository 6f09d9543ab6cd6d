//! The pages of a simulated Salesforce org: login, Classic Setup, the Lightning shell, the OAuth pages.
//!
//! Built from the facts alone. What a fact leaves open is a dimension of [`SetupVariation`].

mod app;
mod assets;
mod classic;
mod fields;
mod host;
pub mod inbox;
mod lightning;
mod login;
mod oauth;
mod page;
mod policy;
mod session;
mod variation;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::get;
use simulated_org::SharedOrg;
use tower::ServiceExt;

use crate::app::App;
pub use crate::host::{HostKind, requested_host};
pub use crate::variation::*;

/// Serves every Salesforce host of one org; the host that a request names decides what it is.
pub fn router(org: SharedOrg, variation: SetupVariation) -> Router {
    let app = App::new(org, variation);
    let shared = Router::new()
        .route("/secur/frontdoor.jsp", get(session::frontdoor))
        .route("/secur/logout.jsp", get(session::log_out))
        .route("/visualforce/frame", get(session::bridge_frame))
        .merge(assets::routes());
    let rest = simulated_org::rest_router(app.shared_org());

    let login = shared
        .clone()
        .merge(login::routes())
        .merge(oauth::routes())
        .with_state(app.clone());
    let core = shared
        .clone()
        .merge(login::routes())
        .merge(oauth::routes())
        .merge(classic::routes())
        .route("/visualforce/session", get(session::bridge_to))
        .with_state(app.clone())
        .merge(rest);
    let lightning = shared.clone().merge(lightning::routes()).with_state(app.clone());
    let setup = shared
        .merge(lightning::routes())
        .merge(classic::routes())
        .with_state(app.clone());

    Router::new().fallback(move |mut request: Request| {
        let host = requested_host(&request);
        let kind = HostKind::of(&host, &app.org().settings);
        let router = match kind {
            Some(HostKind::Login) => Some(login.clone()),
            Some(HostKind::Core) => Some(core.clone()),
            Some(HostKind::Lightning) => Some(lightning.clone()),
            Some(HostKind::Setup) => Some(setup.clone()),
            None => None,
        };
        let policy = policy::of(&request, app.variation.page_policy);
        async move {
            let (Some(router), Some(kind)) = (router, kind) else {
                return (StatusCode::NOT_FOUND, format!("no such host: {host}")).into_response();
            };
            request.extensions_mut().insert(kind);
            let mut response = router.oneshot(request).await.into_response();
            if let Some(policy) = policy {
                let policy = HeaderValue::from_static(policy);
                response
                    .headers_mut()
                    .insert(header::CONTENT_SECURITY_POLICY, policy);
            }
            response
        }
    })
}
