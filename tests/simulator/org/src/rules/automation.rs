//! What an org's own validation rules, flows and triggers do to a record (Salesforce fact §7, seen).

use super::errors::{Errors, one};
use super::values;
use crate::Record;
use crate::error::ApiError;
use crate::org::Org;
use crate::schema::Object;
use crate::start::{AutomationKind, AutomationStart};
use serde_json::Value;

impl Org {
    /// Runs the automation of an object over a row that is about to be stored: it may change or refuse it.
    pub(super) fn automate(&self, object: &Object, row: &mut Record, new: bool) -> Result<(), Errors> {
        for automation in self
            .automation
            .iter()
            .filter(|automation| automation.object == object.name)
        {
            let empty = |field: &String| row.get(field).is_none_or(Value::is_null);
            if !automation.if_empty.iter().all(empty) {
                continue;
            }
            if let Some(message) = &automation.refuses {
                return Err(refusal(automation, message, new));
            }
            for (name, value) in &automation.sets {
                let field = object
                    .field(name)
                    .ok_or_else(|| super::errors::no_column(name, object))?;
                let value = values::convert(field, value.clone()).map_err(|error| vec![error])?;
                row.insert(field.name.clone(), value);
            }
        }
        Ok(())
    }
}

fn refusal(automation: &AutomationStart, message: &str, new: bool) -> Errors {
    let name = &automation.name;
    match automation.kind {
        AutomationKind::ValidationRule => {
            let error = ApiError::new("FIELD_CUSTOM_VALIDATION_EXCEPTION", message);
            vec![ApiError {
                fields: automation.if_empty.iter().cloned().collect(),
                ..error
            }]
        }
        AutomationKind::Flow => one(
            "CANNOT_EXECUTE_FLOW_TRIGGER",
            format!(
                "We can't save this record because the “{name}” process failed. Give your Salesforce admin these \
                 details. {message}"
            ),
        ),
        AutomationKind::Trigger => {
            let event = if new { "BeforeInsert" } else { "BeforeUpdate" };
            let message =
                format!("{name}: execution of {event}\n\ncaused by: System.DmlException: {message}");
            one("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", message)
        }
    }
}
