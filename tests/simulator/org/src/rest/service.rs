//! From a call to the resource that answers it.

use serde_json::{Value, json};

use crate::{Caller, Org};

use super::call::{Call, Refusal, Reply};
use super::cursor::Cursors;
use super::{batch, collections, composite, describe, identity, limits, query, records, versions};

/// What a resource answers with.
pub(super) type Answer = Result<Reply, Refusal>;

/// What a resource works on.
pub(super) struct Context<'s> {
    pub org: &'s mut Org,
    pub cursors: &'s mut Cursors,
    pub caller: Caller,
    /// The version in the path, for example 65.
    pub version: u32,
    /// API calls of the day, this one included.
    pub calls: &'s mut u32,
    /// The SOQL that was run so far.
    pub queries: &'s mut Vec<String>,
}

impl Context<'_> {
    /// The path of this version of the interface.
    pub fn base(&self) -> String {
        format!("/services/data/v{}.0", self.version)
    }
}

/// Answers a call below `/services/data/vXX.0`.
pub(super) fn answer(context: &mut Context<'_>, call: &Call) -> Reply {
    route(context, call).unwrap_or_else(Reply::from)
}

fn route(context: &mut Context<'_>, call: &Call) -> Answer {
    let segments: Vec<&str> = call.segments.iter().skip(3).map(String::as_str).collect();
    let method = call.method.as_str();
    match (method, segments.as_slice()) {
        ("GET", []) => Ok(Reply::ok(resources(context))),
        ("GET", ["query" | "queryAll"] | ["tooling", "query"]) => query::run(context, call),
        ("GET", ["query" | "queryAll", locator] | ["tooling", "query", locator]) => {
            query::more(context, call, locator)
        }
        ("GET", ["limits"]) => limits::limits(context),
        ("GET", ["sobjects"]) => describe::all(context),
        ("GET", ["sobjects", object]) => describe::basic(context, object),
        ("GET", ["sobjects", object, "describe"]) => describe::object(context, object),
        ("POST", ["sobjects", object]) => records::create(context, object, &call.body),
        ("GET", ["sobjects", object, id]) => records::read(context, object, id, &call.list("fields")),
        ("PATCH", ["sobjects", object, id]) => records::update(context, object, id, &call.body),
        ("DELETE", ["sobjects", object, id]) => records::delete(context, object, id),
        ("GET", ["sobjects", "User", id, "password"]) => identity::password(context, id),
        ("GET", ["composite"]) => Ok(Reply::ok(json!({
            "sobjects": format!("{}/composite/sobjects", context.base()),
            "batch": format!("{}/composite/batch", context.base()),
        }))),
        ("POST", ["composite"]) => composite::run(context, &call.body),
        ("POST", ["composite", "batch"]) => batch::run(context, &call.body),
        (_, ["composite", "sobjects", rest @ ..]) => collections::run(context, call, rest),
        (_, known) => match allowed(known) {
            Some(allowed) => Err(Refusal::method_not_allowed(method, allowed)),
            None => Err(Refusal::not_found()),
        },
    }
}

/// The methods of a resource that exists.
fn allowed(segments: &[&str]) -> Option<&'static str> {
    match segments {
        []
        | ["query" | "queryAll", ..]
        | ["tooling", "query", ..]
        | ["limits"]
        | ["sobjects"]
        | ["sobjects", _, "describe"] => Some("GET,HEAD"),
        ["sobjects", "User", _, "password"] => Some("GET,HEAD"),
        ["sobjects", _] => Some("HEAD,GET,POST"),
        ["sobjects", _, _] => Some("HEAD,GET,PATCH,DELETE"),
        ["composite"] => Some("GET,POST"),
        ["composite", "batch"] => Some("POST"),
        _ => None,
    }
}

fn resources(context: &Context<'_>) -> Value {
    let base = context.base();
    let mut resources: serde_json::Map<String, Value> =
        ["sobjects", "query", "queryAll", "limits", "composite", "tooling"]
            .into_iter()
            .map(|name| (name.to_owned(), Value::from(format!("{base}/{name}"))))
            .collect();
    resources.insert(
        "identity".to_owned(),
        Value::from(identity::url(context.org, &context.caller.user_id)),
    );
    Value::Object(resources)
}

/// The version that a path segment like `v65.0` names, if the org has it.
pub(super) fn version_of(segment: &str) -> Option<u32> {
    let number = segment.strip_prefix('v')?.strip_suffix(".0")?.parse().ok()?;
    versions::SUPPORTED.contains(&number).then_some(number)
}
