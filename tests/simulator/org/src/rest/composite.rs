//! `/composite`: up to 25 subrequests that may build on each other, as one API call.

use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::call::{Call, Refusal, Reply};
use super::references::{self, Bodies, Dangling};
use super::service::{self, Answer, Context};
use super::snapshot::Snapshot;

/// Subrequests of one request (Salesforce fact §7, seen).
const MOST_SUBREQUESTS: usize = 25;
/// Queries and collections among them (Salesforce fact §7, seen).
const MOST_QUERIES_AND_COLLECTIONS: usize = 5;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Request {
    #[serde(default)]
    all_or_none: bool,
    composite_request: Vec<Subrequest>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Subrequest {
    method: String,
    url: String,
    reference_id: String,
    #[serde(default)]
    body: Value,
}

/// One answered subrequest.
struct Subresponse {
    reply: Reply,
    reference_id: Option<String>,
}

/// Answers the subrequests in their order.
pub(super) fn run(context: &mut Context<'_>, body: &Value) -> Answer {
    let request = Request::deserialize(body).map_err(|error| Refusal::bad_body(error.to_string()))?;
    if let Some(message) = exceeded_limit(&request) {
        let reply = Reply::from(Refusal::new(400, "LIMIT_EXCEEDED", message));
        return Ok(respond(vec![Subresponse {
            reply,
            reference_id: None,
        }]));
    }
    check_reference_ids(&request)?;
    let mut before = request.all_or_none.then(|| Snapshot::take(context.org));
    let mut bodies = Bodies::new();
    let mut responses = Vec::new();
    for subrequest in &request.composite_request {
        let reply = answer(context, subrequest, request.all_or_none, &bodies);
        let failed = reply.status >= 400 || request.all_or_none && has_failed_record(&reply.body);
        if reply.status < 400 {
            bodies.insert(subrequest.reference_id.clone(), reply.body.clone());
        }
        responses.push(Subresponse {
            reply,
            reference_id: Some(subrequest.reference_id.clone()),
        });
        if failed && let Some(before) = before.take() {
            before.restore(context.org);
            return Ok(respond(rolled_back(&request, responses)));
        }
    }
    Ok(respond(responses))
}

/// The limit that the request exceeds; Salesforce then answers as if it were one subrequest without a name.
fn exceeded_limit(request: &Request) -> Option<String> {
    if request.composite_request.len() > MOST_SUBREQUESTS {
        return Some(format!(
            "The request can’t contain more than {MOST_SUBREQUESTS} operations."
        ));
    }
    let is_counted = |subrequest: &&Subrequest| is_query_or_collection(&segments(subrequest));
    let counted = request.composite_request.iter().filter(is_counted).count();
    // The limit is seen, its words are inferred from those of the other one.
    (counted > MOST_QUERIES_AND_COLLECTIONS).then(|| {
        format!(
            "The request can’t contain more than {MOST_QUERIES_AND_COLLECTIONS} query and sObject Collections \
             operations."
        )
    })
}

fn check_reference_ids(request: &Request) -> Result<(), Refusal> {
    let mut seen: Vec<&str> = Vec::new();
    for Subrequest { reference_id: id, .. } in &request.composite_request {
        let well_formed = id.starts_with(|first: char| first.is_ascii_alphabetic())
            && id
                .chars()
                .all(|character| character.is_ascii_alphanumeric() || character == '_');
        if !well_formed {
            return Err(Refusal::new(
                400,
                "INVALID_INPUT",
                format!("Invalid reference id: {id}"),
            ));
        }
        if seen.contains(&id.as_str()) {
            return Err(Refusal::new(
                400,
                "INVALID_INPUT",
                format!("Duplicate reference id: {id}"),
            ));
        }
        seen.push(id);
    }
    Ok(())
}

fn segments(subrequest: &Subrequest) -> Vec<String> {
    Call::new(&subrequest.method, &subrequest.url, None, Value::Null).segments
}

fn is_query_or_collection(segments: &[String]) -> bool {
    let resource: Vec<&str> = segments.iter().skip(3).map(String::as_str).collect();
    matches!(
        resource.as_slice(),
        ["query" | "queryAll", ..] | ["composite", "sobjects", ..]
    )
}

fn answer(context: &mut Context<'_>, subrequest: &Subrequest, all_or_none: bool, bodies: &Bodies) -> Reply {
    let replaced = references::in_text(&subrequest.url, bodies)
        .and_then(|url| references::in_value(&subrequest.body, bodies).map(|body| (url, body)));
    let (url, mut body) = match replaced {
        Ok(replaced) => replaced,
        Err(Dangling {
            expression,
            reference,
        }) => {
            let message =
                format!("Invalid reference specified. No value for {expression} found in {reference}");
            return Refusal::new(400, "PROCESSING_HALTED", message).into();
        }
    };
    if all_or_none && let Some(inner) = body.get_mut("allOrNone") {
        *inner = Value::Bool(true);
    }
    let call = Call::new(&subrequest.method, &url, None, body);
    let [services, data, version, resource, ..] = call.segments.as_slice() else {
        return Refusal::not_found().into();
    };
    // A collection is a resource of composite; tooling queries and the rest are not (fact §7, seen).
    let unknowns = &context.org.settings.unknowns;
    let is_resource = match call.segments.get(3..).unwrap_or_default() {
        [limits] if limits == "limits" => unknowns.limits_in_composite,
        [_, _, _, password] if password == "password" => unknowns.password_in_composite,
        _ => resource == "sobjects" || is_query_or_collection(&call.segments),
    };
    if services != "services" || data != "data" || !is_resource {
        return Refusal::not_found().into();
    }
    match service::version_of(version) {
        Some(version) => {
            let outer = std::mem::replace(&mut context.version, version);
            let reply = service::answer(context, &call);
            context.version = outer;
            reply
        }
        None => Refusal::not_found().into(),
    }
}

/// A collection answers 200 although one of its records failed.
fn has_failed_record(body: &Value) -> bool {
    let records = body.as_array().map(Vec::as_slice).unwrap_or_default();
    records
        .iter()
        .any(|record| record.get("success") == Some(&Value::Bool(false)))
}

/// The answer of a transaction that failed: the failure itself stands in the last response.
fn rolled_back(request: &Request, mut responses: Vec<Subresponse>) -> Vec<Subresponse> {
    let message = "The transaction was rolled back since another operation in the same transaction failed.";
    let halted = || Reply::from(Refusal::new(400, "PROCESSING_HALTED", message));
    let failure = responses.pop();
    for response in &mut responses {
        response.reply = halted();
    }
    responses.extend(failure);
    let rest = request.composite_request.iter().skip(responses.len());
    let rest: Vec<Subresponse> = rest
        .map(|subrequest| Subresponse {
            reply: halted(),
            reference_id: Some(subrequest.reference_id.clone()),
        })
        .collect();
    responses.extend(rest);
    responses
}

fn respond(responses: Vec<Subresponse>) -> Reply {
    let one = |response: Subresponse| {
        let mut headers = Map::new();
        if let Some(location) = response.reply.location {
            headers.insert("Location".to_owned(), Value::from(location));
        }
        json!({
            "body": response.reply.body,
            "httpHeaders": headers,
            "httpStatusCode": response.reply.status,
            "referenceId": response.reference_id,
        })
    };
    Reply::ok(json!({ "compositeResponse": responses.into_iter().map(one).collect::<Vec<_>>() }))
}
