//! The REST interface of the org.

use crate::SharedOrg;

/// Serves the org's REST resources.
pub fn rest_router(_org: SharedOrg) -> axum::Router {
    axum::Router::new()
}
