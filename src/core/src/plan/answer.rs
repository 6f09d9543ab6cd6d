//! What an org answered to a plan.

use crate::json::Json;
use crate::org::Answer;
use serde::{Deserialize, Serialize};
use waymark_lean::Lean;

/// How applying a plan ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(rename_all = "kebab-case")]
pub enum Applied {
    /// Everything was written.
    Done,
    /// The org refused, and nothing was written.
    Refused(Failure),
    /// No whole answer came: the org may have written everything or nothing. Only reading again tells.
    Unknown,
    /// The org had changed since the plan was shown: nothing was sent.
    Changed,
    /// It was interrupted, and the org, read again, holds nothing of it.
    NotWritten,
}

/// Why an org refused a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct Failure {
    /// For example `LICENSE_LIMIT_EXCEEDED`.
    pub code: String,
    /// The org's own words, in the administrator's language.
    pub message: String,
}

/// Reads the answer to the request.
#[must_use]
pub fn read(answer: &Answer) -> Applied {
    let Answer::Got { status, body, .. } = answer else {
        return Applied::Unknown;
    };
    let Ok(body) = Json::read(body) else {
        return Applied::Unknown;
    };
    if !(200..300).contains(status) {
        // A server's own error may come after everything was written.
        return match failure(&body) {
            Some(failure) if *status < 500 => Applied::Refused(failure),
            _ => Applied::Unknown,
        };
    }
    let Some(parts) = body.get("compositeResponse").and_then(Json::items) else {
        return Applied::Unknown;
    };
    let failures: Vec<Failure> = parts.iter().filter_map(failed).collect();
    // The part that failed says why; the others only that they were not tried, or taken back.
    let cause = failures.iter().find(|failure| {
        failure.code != "PROCESSING_HALTED" && failure.code != "ALL_OR_NONE_OPERATION_ROLLED_BACK"
    });
    match cause.or(failures.first()) {
        Some(failure) => Applied::Refused(failure.clone()),
        None => Applied::Done,
    }
}

fn failed(part: &Json) -> Option<Failure> {
    let status = part
        .get("httpStatusCode")
        .and_then(Json::whole)
        .unwrap_or_default();
    let body = part.get("body").unwrap_or(&Json::Null);
    if !(200..300).contains(&status) {
        return Some(failure(body).unwrap_or_default());
    }
    // A collection answers record by record.
    let records = body.items()?;
    let refused: Vec<Failure> = records
        .iter()
        .filter(|record| record.get("success").and_then(Json::flag) == Some(false))
        .map(|record| record.get("errors").and_then(failure).unwrap_or_default())
        .collect();
    let cause = refused
        .iter()
        .find(|failure| failure.code != "ALL_OR_NONE_OPERATION_ROLLED_BACK");
    cause.or(refused.first()).cloned()
}

/// The first error of a list of errors.
fn failure(errors: &Json) -> Option<Failure> {
    let error = errors.items().and_then(<[Json]>::first).unwrap_or(errors);
    let text = |key: &str| error.get(key).and_then(Json::text).map(str::to_owned);
    Some(Failure {
        code: text("errorCode").or_else(|| text("statusCode"))?,
        message: text("message").unwrap_or_default(),
    })
}
