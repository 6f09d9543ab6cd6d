//! `@{referenceId.field}` in a composite request.

use std::collections::BTreeMap;

use serde_json::Value;

/// The bodies of the subrequests that have succeeded, by reference id.
pub(super) type Bodies = BTreeMap<String, Value>;

/// A reference that leads to no value: the expression and the reference id in it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Dangling {
    pub expression: String,
    pub reference: String,
}

/// The text with every reference replaced by its value.
pub(super) fn in_text(text: &str, bodies: &Bodies) -> Result<String, Dangling> {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("@{") {
        let Some((expression, behind)) = after.split_once('}') else {
            break;
        };
        out.push_str(before);
        match lookup(expression, bodies) {
            Some(Value::String(text)) => out.push_str(text),
            Some(value @ (Value::Number(_) | Value::Bool(_))) => out.push_str(&value.to_string()),
            _ => {
                let reference = expression.split(['.', '[']).next().unwrap_or_default().to_owned();
                return Err(Dangling {
                    expression: expression.to_owned(),
                    reference,
                });
            }
        }
        rest = behind;
    }
    out.push_str(rest);
    Ok(out)
}

/// The value with the references in all its texts replaced.
pub(super) fn in_value(value: &Value, bodies: &Bodies) -> Result<Value, Dangling> {
    Ok(match value {
        Value::String(text) => Value::String(in_text(text, bodies)?),
        Value::Array(items) => Value::Array(
            items
                .iter()
                .map(|item| in_value(item, bodies))
                .collect::<Result<_, _>>()?,
        ),
        Value::Object(fields) => {
            let one = |(name, value): (&String, &Value)| Ok((name.clone(), in_value(value, bodies)?));
            Value::Object(fields.iter().map(one).collect::<Result<_, _>>()?)
        }
        other => other.clone(),
    })
}

/// The value of `ref.records[0].Id`, or of `ref[0].id` where the body is a list.
fn lookup<'b>(expression: &str, bodies: &'b Bodies) -> Option<&'b Value> {
    let mut steps = expression
        .split('.')
        .flat_map(|step| step.split('['))
        .map(|step| step.trim_end_matches(']'));
    let body = bodies.get(steps.next()?)?;
    steps.try_fold(body, |value, step| match value {
        Value::Array(items) => items.get(step.parse::<usize>().ok()?),
        Value::Object(fields) => fields.get(step),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn bodies() -> Bodies {
        Bodies::from([
            ("set".to_owned(), json!({ "id": "0PS1", "success": true })),
            (
                "found".to_owned(),
                json!({ "records": [{ "Id": "0051", "Age": 3 }] }),
            ),
            ("many".to_owned(), json!([{ "id": "00Q1" }])),
        ])
    }

    #[test]
    fn references_are_replaced_in_urls_and_bodies() {
        let text = "/sobjects/User/@{found.records[0].Id}?of=@{set.id}&age=@{found.records[0].Age}";
        assert_eq!(
            in_text(text, &bodies()).unwrap(),
            "/sobjects/User/0051?of=0PS1&age=3"
        );
        let body = json!({ "PermissionSetId": "@{set.id}", "list": ["@{many[0].id}"], "n": 1 });
        let expected = json!({ "PermissionSetId": "0PS1", "list": ["00Q1"], "n": 1 });
        assert_eq!(in_value(&body, &bodies()).unwrap(), expected);
    }

    #[test]
    fn a_reference_to_nothing_is_told() {
        let dangling = in_text("@{found.records[1].Id}", &bodies()).unwrap_err();
        assert_eq!(dangling.reference, "found");
        assert_eq!(dangling.expression, "found.records[1].Id");
    }
}
