//! `/composite/batch`: up to 25 independent subrequests, each an API call of its own.

use serde::Deserialize;
use serde_json::{Value, json};

use super::call::{Call, Refusal, Reply};
use super::service::{self, Answer, Context};

/// Subrequests of one request.
const MOST_SUBREQUESTS: usize = 25;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Request {
    #[serde(default)]
    halt_on_error: bool,
    batch_requests: Vec<Subrequest>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Subrequest {
    method: String,
    url: String,
    #[serde(default)]
    rich_input: Value,
}

/// Answers the subrequests in their order.
pub(super) fn run(context: &mut Context<'_>, body: &Value) -> Answer {
    let request = Request::deserialize(body).map_err(|error| Refusal::bad_body(error.to_string()))?;
    if request.batch_requests.len() > MOST_SUBREQUESTS {
        let message = format!("The request can’t contain more than {MOST_SUBREQUESTS} operations.");
        return Err(Refusal::new(400, "LIMIT_EXCEEDED", message));
    }
    // The request itself is counted already; its subrequests take its place.
    *context.calls = context.calls.saturating_sub(1);
    let mut has_errors = false;
    let mut results = Vec::new();
    for subrequest in request.batch_requests {
        let reply = if has_errors && request.halt_on_error {
            let message = "The request was halted because another operation in the same batch failed.";
            Refusal::new(412, "BATCH_PROCESSING_HALTED", message).into()
        } else {
            *context.calls += 1;
            answer(context, subrequest)
        };
        has_errors |= reply.status >= 400;
        results.push(json!({ "statusCode": reply.status, "result": reply.body }));
    }
    Ok(Reply::ok(json!({ "hasErrors": has_errors, "results": results })))
}

/// The address of a subrequest begins with its version: `v65.0/sobjects/Lead`.
fn answer(context: &mut Context<'_>, subrequest: Subrequest) -> Reply {
    let target = format!("/services/data/{}", subrequest.url.trim_start_matches('/'));
    let call = Call::new(&subrequest.method, &target, None, subrequest.rich_input);
    let version = call
        .segments
        .get(2)
        .and_then(|segment| service::version_of(segment));
    let is_composite = call
        .segments
        .get(3)
        .is_some_and(|resource| resource == "composite");
    match version {
        Some(version) if !is_composite => {
            let outer = std::mem::replace(&mut context.version, version);
            let reply = service::answer(context, &call);
            context.version = outer;
            reply
        }
        _ => Refusal::not_found().into(),
    }
}
