//! `/composite/sobjects`: up to 200 records at once.

use serde_json::{Value, json};

use crate::{ApiError, Record};

use super::call::{Call, Refusal, Reply};
use super::records;
use super::service::{Answer, Context};
use super::snapshot::Snapshot;

/// Records that one collection takes (Salesforce fact §7, seen).
const MOST_RECORDS: usize = 200;

/// What became of one record: its id, or why nothing became of it.
type Outcome = Result<String, Vec<ApiError>>;

/// Answers a collection; `rest` is the object of a retrieval.
pub(super) fn run(context: &mut Context<'_>, call: &Call, rest: &[&str]) -> Answer {
    match (call.method.as_str(), rest) {
        ("POST", []) => write(context, &call.body, create),
        ("PATCH", []) => write(context, &call.body, update),
        ("DELETE", []) => {
            let all_or_none = call.parameter("allOrNone") == Some("true");
            let ids: Vec<Value> = call.list("ids").into_iter().map(Value::from).collect();
            each(context, all_or_none, &ids, delete)
        }
        ("GET", [object]) => retrieve(context, object, &call.list("ids"), &call.list("fields")),
        ("POST", [object]) => {
            let list = |name: &str| strings(call.body.get(name));
            retrieve(context, object, &list("ids"), &list("fields"))
        }
        (method, [] | [_]) => Err(Refusal::method_not_allowed(method, "POST,PATCH,DELETE,GET")),
        _ => Err(Refusal::not_found()),
    }
}

fn write(context: &mut Context<'_>, body: &Value, one: fn(&mut Context<'_>, &Value) -> Outcome) -> Answer {
    let all_or_none = body.get("allOrNone").and_then(Value::as_bool).unwrap_or(false);
    let Some(Value::Array(records)) = body.get("records") else {
        return Err(Refusal::new(
            400,
            "REQUIRED_FIELD_MISSING",
            "Required field is missing: records",
        ));
    };
    each(context, all_or_none, records, one)
}

fn each(
    context: &mut Context<'_>,
    all_or_none: bool,
    records: &[Value],
    one: fn(&mut Context<'_>, &Value) -> Outcome,
) -> Answer {
    refuse_too_many(records.len())?;
    let before = all_or_none.then(|| Snapshot::take(context.org));
    let mut outcomes: Vec<Outcome> = records.iter().map(|record| one(context, record)).collect();
    let failed = outcomes.iter().any(Result::is_err);
    if let Some(before) = before.filter(|_| failed) {
        before.restore(context.org);
        let rolled_back = ApiError::new(
            "ALL_OR_NONE_OPERATION_ROLLED_BACK",
            "Record rolled back because not all records were valid and the request was using AllOrNone header",
        );
        for outcome in outcomes.iter_mut().filter(|outcome| outcome.is_ok()) {
            *outcome = Err(vec![rolled_back.clone()]);
        }
    }
    Ok(Reply::ok(outcomes.iter().map(result).collect()))
}

fn create(context: &mut Context<'_>, record: &Value) -> Outcome {
    let (object, fields) = typed(context, record)?;
    context.org.create(&context.caller, &object, fields)
}

fn update(context: &mut Context<'_>, record: &Value) -> Outcome {
    let (object, mut fields) = typed(context, record)?;
    let id = ["id", "Id"].iter().find_map(|name| fields.remove(*name));
    let Some(Value::String(id)) = id else {
        return Err(vec![
            ApiError::new("MISSING_ARGUMENT", "Id not specified in an update call").on("Id"),
        ]);
    };
    context.org.update(&context.caller, &object, &id, fields)?;
    Ok(id)
}

fn delete(context: &mut Context<'_>, id: &Value) -> Outcome {
    let id = id.as_str().unwrap_or_default();
    let object = context
        .org
        .schema
        .object_of_id(id)
        .map(|object| object.name.clone());
    let Some(object) = object else {
        return Err(vec![ApiError::new("MALFORMED_ID", format!("malformed id {id}"))]);
    };
    context.org.delete(&context.caller, &object, id)?;
    Ok(id.to_owned())
}

/// The object that the attributes of a record name, and its fields.
fn typed(context: &Context<'_>, record: &Value) -> Result<(String, Record), Vec<ApiError>> {
    let kind = record
        .pointer("/attributes/type")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let object = records::name(context, kind).map_err(|_| {
        let message = format!("sObject type '{kind}' is not supported.");
        vec![ApiError::new("INVALID_TYPE", message)]
    })?;
    let fields = records::fields(record).map_err(|refusal| refusal.errors)?;
    Ok((object, fields))
}

fn retrieve(context: &Context<'_>, object: &str, ids: &[String], fields: &[String]) -> Answer {
    refuse_too_many(ids.len())?;
    let object = records::name(context, object)?;
    let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
    if fields.is_empty() {
        return Err(Refusal::new(
            400,
            "REQUIRED_FIELD_MISSING",
            "Required field is missing: fields",
        ));
    }
    let mut found = Vec::new();
    for id in ids {
        let record = context
            .org
            .retrieve(&context.caller, &object, id, &fields, context.version)?;
        found.push(record.map_or(Value::Null, |record| json!(record)));
    }
    Ok(Reply::ok(Value::Array(found)))
}

fn refuse_too_many(count: usize) -> Result<(), Refusal> {
    if count <= MOST_RECORDS {
        return Ok(());
    }
    let message =
        format!("record limit reached. cannot submit more than {MOST_RECORDS} records into this call");
    Err(Refusal::new(400, "EXCEEDED_ID_LIMIT", message))
}

fn result(outcome: &Outcome) -> Value {
    match outcome {
        Ok(id) => json!({ "id": id, "success": true, "errors": [] }),
        Err(errors) => {
            let one = |error: &ApiError| json!({ "statusCode": error.error_code, "message": error.message, "fields": error.fields });
            json!({ "success": false, "errors": errors.iter().map(one).collect::<Vec<_>>() })
        }
    }
}

fn strings(value: Option<&Value>) -> Vec<String> {
    let items = value
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default();
    items
        .iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}
