//! SOQL over the org's tables.

use crate::{ApiError, Caller, Org, Record};

/// The rows that a query found.
#[derive(Clone, Debug, Default)]
pub struct QueryResult {
    /// The rows of this page.
    pub records: Vec<Record>,
}

impl Org {
    /// Runs a SOQL query with the caller's rights.
    pub fn query(&self, _caller: &Caller, soql: &str) -> Result<QueryResult, ApiError> {
        Err(ApiError::new(
            "MALFORMED_QUERY",
            format!("unexpected token: '{soql}'"),
        ))
    }
}
