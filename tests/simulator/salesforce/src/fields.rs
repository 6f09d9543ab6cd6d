//! The fields of a posted form, found by name or by the stable end of a volatile name.

use axum::body::to_bytes;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;

/// A posted form, in the order of its fields.
#[derive(Clone, Debug, Default)]
pub struct Fields(Vec<(String, String)>);

/// Ten megabytes: more than any form of these pages.
const LARGEST_FORM: usize = 10 << 20;

impl Fields {
    /// The first value of a name; empty if it was not posted.
    pub fn get(&self, name: &str) -> &str {
        self.find(|n| n == name)
    }

    /// The first value of a name with this end (Visualforce names begin with volatile parts).
    pub fn ending(&self, suffix: &str) -> &str {
        self.find(|n| n.ends_with(suffix))
    }

    /// Whether a name was posted: ticked checkboxes and the pressed button are.
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(n, _)| n == name)
    }

    /// Whether a name with this end was posted.
    pub fn has_ending(&self, suffix: &str) -> bool {
        self.0.iter().any(|(n, _)| n.ends_with(suffix))
    }

    /// Every value of a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0
            .iter()
            .filter(move |(n, _)| n == name)
            .map(|(_, v)| v.as_str())
    }

    fn find(&self, wanted: impl Fn(&str) -> bool) -> &str {
        self.0
            .iter()
            .find(|(n, _)| wanted(n))
            .map_or("", |(_, v)| v.as_str())
    }
}

impl<S: Sync> FromRequest<S> for Fields {
    type Rejection = StatusCode;

    async fn from_request(request: Request, _: &S) -> Result<Self, StatusCode> {
        let body = to_bytes(request.into_body(), LARGEST_FORM)
            .await
            .map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)?;
        serde_urlencoded::from_bytes(&body)
            .map(Self)
            .map_err(|_| StatusCode::BAD_REQUEST)
    }
}
