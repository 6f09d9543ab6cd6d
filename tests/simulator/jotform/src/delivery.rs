//! What becomes of a submission: each integration's record in the org, and a line in the action log.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;
use simulated_org::schema::FieldType;
use simulated_org::{ApiError, Caller, Org, Record, Row};

use crate::account::Account;
use crate::form::{Action, Form, Integration, LogEntry, Submission};
use crate::salesforce;

/// Why nothing reached the org.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
enum Undelivered {
    #[error("{0}")]
    NoToken(#[from] salesforce::OfferRefused),
    #[error("{0}")]
    Refused(ApiError),
    #[error("No record was found: {0}")]
    NotFound(String),
}

/// What was done with a record.
struct Delivered {
    record: String,
    message: String,
}

/// Stores a submission and sends it on through every integration of the form.
pub fn submit(account: &mut Account, org: &mut Org, form_id: &str, submission: Submission) {
    let Some(form) = account.form(form_id) else { return };
    let mut entries = Vec::new();
    for integration in &form.integrations {
        let outcome = deliver(account, org, form, integration, &submission);
        entries.push(entry(
            org,
            &submission,
            outcome.as_ref().map(|done| (Some(&done.record), &done.message)),
        ));
        if let (Ok(done), true) = (&outcome, integration.attachments) {
            for attached in attach(account, org, integration, &submission, &done.record) {
                entries.push(entry(
                    org,
                    &submission,
                    attached.as_ref().map(|message| (None, message)),
                ));
            }
        }
    }
    if let Some(form) = account.form_mut(form_id) {
        form.submissions.push(submission);
        for mut entry in entries {
            entry.id = form.log.len() + 1;
            form.log.push(entry);
        }
    }
}

fn entry(
    org: &Org,
    submission: &Submission,
    outcome: Result<(Option<&String>, &String), &Undelivered>,
) -> LogEntry {
    let (success, record, message) = match outcome {
        Ok((record, message)) => (true, record.cloned(), message.clone()),
        Err(error) => (false, None, error.to_string()),
    };
    LogEntry {
        id: 0,
        at: org.clock.stamp(),
        submission: submission.id.clone(),
        success,
        record,
        message,
    }
}

fn deliver(
    account: &Account,
    org: &mut Org,
    form: &Form,
    integration: &Integration,
    submission: &Submission,
) -> Result<Delivered, Undelivered> {
    let caller = salesforce::caller(account, org, &integration.connection)?;
    if let Some(tokens) = account
        .connection(&integration.connection)
        .and_then(|known| known.tokens.as_ref())
    {
        org.count_use(&tokens.access);
    }
    let object = &integration.object;
    let record = record(org, form, integration, submission);
    if integration.action == Action::Find {
        let found = find(org, &caller, integration, &record)?;
        let record = found.ok_or_else(|| Undelivered::NotFound(object.clone()))?;
        return Ok(Delivered {
            message: format!("{object} {record} found"),
            record,
        });
    }
    if integration.update_existing
        && let Some(existing) = find(org, &caller, integration, &record)?
    {
        org.update(&caller, object, &existing, record).map_err(first)?;
        return Ok(Delivered {
            message: format!("{object} {existing} updated"),
            record: existing,
        });
    }
    let created = org.create(&caller, object, record).map_err(first)?;
    Ok(Delivered {
        message: format!("{object} {created} created"),
        record: created,
    })
}

/// Salesforce's answer lists all errors; the action log shows the first.
fn first(errors: Vec<ApiError>) -> Undelivered {
    let unnamed = || ApiError::new("UNKNOWN_EXCEPTION", "An unexpected error occurred.");
    Undelivered::Refused(errors.into_iter().next().unwrap_or_else(unnamed))
}

/// The record that the mapping makes of a submission; what was left empty is left out.
fn record(org: &Org, form: &Form, integration: &Integration, submission: &Submission) -> Record {
    let answers = integration.mapping.iter().filter_map(|(source, field)| {
        let answer = form.answer(submission, source)?;
        Some((field.clone(), typed(org, &integration.object, field, answer)))
    });
    answers.collect()
}

/// An answer in the type of its field; what does not fit is sent as it is, for Salesforce to refuse.
fn typed(org: &Org, object: &str, field: &str, answer: String) -> Value {
    let found = org.schema.object(object).and_then(|object| object.field(field));
    match found.map(|field| field.kind) {
        Some(FieldType::Int | FieldType::Double | FieldType::Currency | FieldType::Percent) => {
            serde_json::from_str(&answer)
                .ok()
                .filter(Value::is_number)
                .unwrap_or(Value::String(answer))
        }
        Some(FieldType::Boolean) => Value::Bool(!answer.is_empty()),
        _ => Value::String(answer),
    }
}

/// The first record that the caller sees with the same values in the match fields; none where one was left empty.
fn find(
    org: &Org,
    caller: &Caller,
    integration: &Integration,
    record: &Record,
) -> Result<Option<String>, Undelivered> {
    let mapped = |field: &&String| integration.mapping.values().any(|name| name == *field);
    let mut conditions = Vec::new();
    for field in integration.match_fields.iter().filter(mapped) {
        let Some(value) = record.text(field) else {
            return Ok(None);
        };
        conditions.push(format!(
            "{field} = '{}'",
            value.replace('\\', "\\\\").replace('\'', "\\'")
        ));
    }
    if conditions.is_empty() {
        return Ok(None);
    }
    let soql = format!(
        "SELECT Id FROM {} WHERE {} LIMIT 1",
        integration.object,
        conditions.join(" AND ")
    );
    let found = org.query(caller, &soql).map_err(Undelivered::Refused)?;
    Ok(found
        .records
        .first()
        .and_then(|row| row.text("Id"))
        .map(str::to_owned))
}

/// Sends the files of a submission to its record, one answer for each.
fn attach(
    account: &Account,
    org: &mut Org,
    integration: &Integration,
    submission: &Submission,
    record: &str,
) -> Vec<Result<String, Undelivered>> {
    let caller = match salesforce::caller(account, org, &integration.connection) {
        Ok(caller) => caller,
        Err(error) => return vec![Err(error.into())],
    };
    let mut files = Vec::new();
    if integration.file_uploads {
        files.extend(
            submission
                .files
                .iter()
                .map(|file| (file.name.clone(), file.bytes.clone())),
        );
    }
    if integration.submission_pdf {
        files.push((format!("{}.pdf", submission.id), b"%PDF-1.4\n%%EOF\n".to_vec()));
    }
    let send = |(name, bytes): (String, Vec<u8>)| {
        let fields = [
            ("Title", name.clone()),
            ("PathOnClient", name.clone()),
            ("VersionData", BASE64_STANDARD.encode(&bytes)),
            ("FirstPublishLocationId", record.to_owned()),
        ];
        let version = fields
            .map(|(field, value)| (field.to_owned(), Value::String(value)))
            .into();
        org.create(&caller, "ContentVersion", version)
            .map(|id| format!("File {name} attached as {id}"))
            .map_err(first)
    };
    files.into_iter().map(send).collect()
}
