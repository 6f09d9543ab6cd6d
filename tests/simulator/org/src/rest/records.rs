//! `/sobjects/X` and `/sobjects/X/ID`: one record.

use serde_json::{Value, json};

use crate::Record;
use crate::id::is_id;

use super::call::{Refusal, Reply};
use super::service::{Answer, Context};

/// Makes a record.
pub(super) fn create(context: &mut Context<'_>, object: &str, body: &Value) -> Answer {
    let object = name(context, object)?;
    let id = context.org.create(&context.caller, &object, fields(body)?)?;
    let location = Some(format!("{}/sobjects/{object}/{id}", context.base()));
    Ok(Reply {
        status: 201,
        body: json!({ "id": id, "success": true, "errors": [] }),
        location,
    })
}

/// The record with the fields that are asked for, or with all that the caller may read.
pub(super) fn read(context: &Context<'_>, object: &str, id: &str, fields: &[String]) -> Answer {
    let object = name(context, object)?;
    if !is_id(id) {
        let message = "Provided external ID field does not exist or is not accessible: ".to_owned() + id;
        return Err(Refusal::new(404, "NOT_FOUND", message));
    }
    let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
    let record = context
        .org
        .retrieve(&context.caller, &object, id, &fields, context.version)?;
    record
        .map(|record| Reply::ok(json!(record)))
        .ok_or_else(Refusal::not_found)
}

/// Changes a record.
pub(super) fn update(context: &mut Context<'_>, object: &str, id: &str, body: &Value) -> Answer {
    let object = name(context, object)?;
    context.org.update(&context.caller, &object, id, fields(body)?)?;
    Ok(Reply::done())
}

/// Deletes a record.
pub(super) fn delete(context: &mut Context<'_>, object: &str, id: &str) -> Answer {
    let object = name(context, object)?;
    context.org.delete(&context.caller, &object, id)?;
    Ok(Reply::done())
}

/// The object as the schema spells it; what the caller may not read does not exist for it.
pub(super) fn name(context: &Context<'_>, object: &str) -> Result<String, Refusal> {
    let access = context.org.access(&context.caller.user_id);
    let found = context
        .org
        .schema
        .object(object)
        .filter(|object| access.object(&object.name).read);
    found
        .map(|object| object.name.clone())
        .ok_or_else(Refusal::not_found)
}

/// The fields of a body, without the attributes that a query's record carries.
pub(super) fn fields(body: &Value) -> Result<Record, Refusal> {
    let Value::Object(body) = body else {
        return Err(Refusal::bad_body(
            "The HTTP entity body is required, but this request has no entity body.",
        ));
    };
    let kept = body.iter().filter(|(name, _)| *name != "attributes");
    Ok(kept.map(|(name, value)| (name.clone(), value.clone())).collect())
}
