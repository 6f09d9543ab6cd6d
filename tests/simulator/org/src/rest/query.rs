//! `/query`: SOQL, page by page.

use serde_json::{Value, json};

use super::call::{Call, Refusal, Reply};
use super::cursor::Cursor;
use super::service::{Answer, Context};

/// Records of one page, unless the caller asks for another number between these.
const BATCH_SIZES: (usize, usize) = (200, 2000);

/// Runs the query in the parameter `q`.
pub(super) fn run(context: &mut Context<'_>, call: &Call) -> Answer {
    let Some(soql) = call.parameter("q") else {
        return Err(Refusal::new(
            400,
            "MALFORMED_QUERY",
            "SOQL statements cannot be empty or null",
        ));
    };
    context.queries.push(soql.to_owned());
    let result = context
        .org
        .query_in_version(&context.caller, soql, context.version, is_tooling(call))?;
    let (smallest, largest) = BATCH_SIZES;
    let cursor = Cursor {
        user_id: context.caller.user_id.clone(),
        records: result.records.into_iter().map(|record| json!(record)).collect(),
        batch_size: call.batch_size.unwrap_or(largest).clamp(smallest, largest),
    };
    if cursor.records.is_empty() {
        // Only COUNT() finds more than it gives.
        return Ok(Reply::ok(
            json!({ "totalSize": result.total_size, "done": true, "records": [] }),
        ));
    }
    if cursor.records.len() <= cursor.batch_size {
        return Ok(Reply::ok(cursor.page(0, |_| String::new())));
    }
    let locator = context.cursors.open(cursor.clone());
    Ok(Reply::ok(cursor.page(0, |at| next(context, call, &locator, at))))
}

/// The page that a locator `01g…-2000` names.
pub(super) fn more(context: &mut Context<'_>, call: &Call, locator: &str) -> Answer {
    let invalid = || Refusal::new(400, "INVALID_QUERY_LOCATOR", "invalid query locator");
    let (locator, start) = locator.split_once('-').ok_or_else(invalid)?;
    let start: usize = start.parse().map_err(|_| invalid())?;
    let cursor = context.cursors.get(locator).ok_or_else(invalid)?;
    if cursor.user_id != context.caller.user_id || start >= cursor.records.len() {
        return Err(invalid());
    }
    let page: Value = cursor.page(start, |at| next(context, call, locator, at));
    Ok(Reply::ok(page))
}

fn is_tooling(call: &Call) -> bool {
    call.segments.iter().any(|segment| segment == "tooling")
}

fn next(context: &Context<'_>, call: &Call, locator: &str, at: usize) -> String {
    let tooling = if is_tooling(call) { "/tooling" } else { "" };
    format!("{}{tooling}/query/{locator}-{at}", context.base())
}
