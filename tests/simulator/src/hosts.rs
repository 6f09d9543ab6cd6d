//! Sends each request to the simulated site whose host it names.

use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::response::IntoResponse;
use simulated_salesforce::{HostKind, inbox, requested_host};
use tower::ServiceExt;

use crate::world::World;

/// One router for every host.
pub fn router(world: &World) -> Router {
    let salesforce = simulated_salesforce::router(world.org.clone(), world.setup.clone());
    let jotform = simulated_jotform::router(world.account.clone(), world.org.clone(), world.jotform.clone());
    let inbox = inbox::router(world.org.clone());
    let org = world.org.clone();
    // An account may stand on a domain of its company's own.
    let jotform_host = world.jotform_host().to_owned();
    Router::new().fallback(move |request: Request| {
        let host = requested_host(&request);
        let is_salesforce = org
            .lock()
            .is_ok_and(|org| HostKind::of(&host, &org.settings).is_some());
        let site = if is_salesforce {
            Some(salesforce.clone())
        } else if host.ends_with(".jotform.com") || host == jotform_host {
            Some(jotform.clone())
        } else if host == inbox::HOST {
            Some(inbox.clone())
        } else {
            None
        };
        async move {
            match site {
                Some(site) => site.oneshot(request).await.into_response(),
                None => (StatusCode::NOT_FOUND, format!("No such host here: {host}\n")).into_response(),
            }
        }
    })
}
