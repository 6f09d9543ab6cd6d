//! `/limits`, and the header that tells the calls of the day.

use serde_json::json;

use crate::Limits;

use super::call::Reply;
use super::service::{Answer, Context};

/// Megabytes that every org has for data.
const DATA_STORAGE: u32 = 1024;

/// The value of `Sforce-Limit-Info` after this many calls.
pub(super) fn header(limits: &Limits, calls: u32) -> String {
    format!("api-usage={}/{}", limits.calls_used + calls, limits.daily_calls)
}

/// The org's limits and what is left of them.
pub(super) fn limits(context: &Context<'_>) -> Answer {
    let Limits {
        daily_calls,
        calls_used,
        data_storage_left,
    } = context.org.settings.limits;
    let limit = |most: u32, used: u32| json!({ "Max": most, "Remaining": most.saturating_sub(used) });
    Ok(Reply::ok(json!({
        "DailyApiRequests": limit(daily_calls, calls_used + *context.calls),
        "DailyAsyncApexExecutions": limit(250_000, 0),
        "DailyBulkApiBatches": limit(15_000, 0),
        "DailyWorkflowEmails": limit(20_000, 0),
        "DataStorageMB": limit(DATA_STORAGE, DATA_STORAGE.saturating_sub(data_storage_left)),
        "FileStorageMB": limit(1024, 1),
        "SingleEmail": limit(5000, 0),
    })))
}
