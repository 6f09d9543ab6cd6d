//! `/limits`, and the header that tells the calls of the day.

use serde_json::json;

use super::call::Reply;
use super::service::{Answer, Context};

/// API calls that the org has in 24 hours.
const DAILY_CALLS: u32 = 15_000;

/// The value of `Sforce-Limit-Info` after this many calls.
pub(super) fn header(calls: u32) -> String {
    format!("api-usage={calls}/{DAILY_CALLS}")
}

/// The org's limits and what is left of them.
pub(super) fn limits(context: &Context<'_>) -> Answer {
    let limit = |most: u32, used: u32| json!({ "Max": most, "Remaining": most.saturating_sub(used) });
    Ok(Reply::ok(json!({
        "DailyApiRequests": limit(DAILY_CALLS, *context.calls),
        "DailyAsyncApexExecutions": limit(250_000, 0),
        "DailyBulkApiBatches": limit(15_000, 0),
        "DailyWorkflowEmails": limit(20_000, 0),
        "DataStorageMB": limit(1024, 1),
        "FileStorageMB": limit(1024, 1),
        "SingleEmail": limit(5000, 0),
    })))
}
