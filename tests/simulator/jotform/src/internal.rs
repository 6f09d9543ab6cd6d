//! The calls that the builder's front end makes. A refusal is HTTP 200 with another `responseCode`.

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use serde::Deserialize;
use serde_json::{Value, json};
use simulated_org::start::QuestionStart;

use crate::builder::form_json;
use crate::form::{Action, Form, Integration};
use crate::salesforce::{self, OfferRefused};
use crate::site::Site;
use crate::variation::{MatchFields, UnmappedRequired};

/// Why a call is refused.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// Nobody is logged in.
    #[error("You're not authorized to use this service")]
    NotLoggedIn,
    /// There is no such form or integration.
    #[error("Not found")]
    NotFound,
    /// Salesforce refuses.
    #[error("{0}")]
    Salesforce(#[from] OfferRefused),
    /// The integration cannot be saved like this.
    #[error("{0}")]
    Incomplete(String),
}

type Answer = Json<Value>;

fn answer(result: Result<Value, Refused>) -> Answer {
    Json(match result {
        Ok(content) => json!({ "responseCode": 200, "message": "success", "content": content }),
        Err(refused) => {
            let code = match refused {
                Refused::NotLoggedIn => 401,
                Refused::NotFound => 404,
                Refused::Salesforce(_) => 424,
                Refused::Incomplete(_) => 400,
            };
            json!({ "responseCode": code, "message": refused.to_string(), "content": "" })
        }
    })
}

fn logged_in(site: &Site, headers: &HeaderMap) -> Result<(), Refused> {
    site.is_logged_in(headers)
        .then_some(())
        .ok_or(Refused::NotLoggedIn)
}

/// One change of a form's questions.
#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuestionChange {
    /// A new question of this type.
    Add {
        /// Its type.
        #[serde(rename = "type")]
        kind: String,
        /// Its label.
        text: String,
    },
    /// A question changes its label or whether it is required.
    Change {
        /// Its number.
        qid: u32,
        /// The new label.
        text: Option<String>,
        /// Whether it is required.
        required: Option<bool>,
    },
    /// A question goes.
    Remove {
        /// Its number.
        qid: u32,
    },
}

/// `POST /internal/form/{id}/questions`.
pub async fn change_questions(
    State(site): State<Site>,
    Path(id): Path<String>,
    headers: HeaderMap,
    Json(change): Json<QuestionChange>,
) -> Answer {
    answer(logged_in(&site, &headers).and_then(|()| {
        let mut account = site.account();
        let form = account.form_mut(&id).ok_or(Refused::NotFound)?;
        apply(form, change)?;
        Ok(form_json(form))
    }))
}

fn apply(form: &mut Form, change: QuestionChange) -> Result<(), Refused> {
    match change {
        QuestionChange::Add { kind, text } => {
            form.add_question(&QuestionStart {
                kind,
                label: text,
                ..QuestionStart::default()
            });
        }
        QuestionChange::Change { qid, text, required } => {
            let question = form.question_mut(qid).ok_or(Refused::NotFound)?;
            question.text = text.unwrap_or_else(|| question.text.clone());
            question.required = required.unwrap_or(question.required);
        }
        QuestionChange::Remove { qid } => form.questions.retain(|question| question.qid != qid),
    }
    Ok(())
}

/// `GET /internal/form/{id}/salesforce`: connections, saved integrations, action log.
pub async fn read(State(site): State<Site>, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    answer(logged_in(&site, &headers).and_then(|()| {
        let account = site.account();
        let org = site.org();
        let form = account.form(&id).ok_or(Refused::NotFound)?;
        let integrations = form.integrations.iter().map(|integration| {
            let mut value = json!(integration);
            let label = org
                .schema
                .object(&integration.object)
                .map(|object| object.label.clone());
            let connection = account
                .connection(&integration.connection)
                .map(|connection| connection.name.clone());
            value["object_label"] = json!(label);
            value["connection_name"] = json!(connection);
            value
        });
        Ok(json!({
            "connections": account.connections.iter().map(salesforce::connection_json).collect::<Vec<_>>(),
            "integrations": integrations.collect::<Vec<_>>(),
            "log": form.log.iter().rev().collect::<Vec<_>>(),
        }))
    }))
}

/// What the wizard asks about.
#[derive(Deserialize)]
pub struct Offer {
    connection: String,
    #[serde(default)]
    object: String,
}

/// `GET /internal/form/{id}/salesforce/objects?connection=…`.
pub async fn objects(State(site): State<Site>, headers: HeaderMap, Query(asked): Query<Offer>) -> Answer {
    answer(logged_in(&site, &headers).and_then(|()| {
        let account = site.account();
        let org = site.org();
        let caller = salesforce::caller(&account, &org, &asked.connection)?;
        Ok(json!(salesforce::objects(&org, &caller)))
    }))
}

/// `GET /internal/form/{id}/salesforce/fields?connection=…&object=…`.
pub async fn fields(State(site): State<Site>, headers: HeaderMap, Query(asked): Query<Offer>) -> Answer {
    answer(logged_in(&site, &headers).and_then(|()| {
        let account = site.account();
        let org = site.org();
        let caller = salesforce::caller(&account, &org, &asked.connection)?;
        Ok(json!(salesforce::fields(&org, &caller, &asked.object)?))
    }))
}

/// `POST /internal/form/{id}/salesforce`: saves an integration, new or known.
pub async fn save(
    State(site): State<Site>,
    Path(id): Path<String>,
    headers: HeaderMap,
    Json(mut integration): Json<Integration>,
) -> Answer {
    answer(logged_in(&site, &headers).and_then(|()| {
        let mut account = site.account();
        let org = site.org();
        salesforce::caller(&account, &org, &integration.connection)?;
        if integration.update_existing || integration.action == Action::Find {
            integration.match_fields = match_by(&integration, site.variation.match_fields)?;
        }
        let warning = incomplete(&org, &integration);
        if let (Some(message), UnmappedRequired::Refuse) = (&warning, site.variation.unmapped_required) {
            return Err(Refused::Incomplete(message.clone()));
        }
        drop(org);
        let new_id = account.next_id();
        let form = account.form_mut(&id).ok_or(Refused::NotFound)?;
        let saved = keep(form, integration, new_id);
        Ok(json!({ "integration": saved, "warning": warning }))
    }))
}

/// The fields by which records are found: the documented ones, or those that were ticked.
fn match_by(integration: &Integration, way: MatchFields) -> Result<Vec<String>, Refused> {
    let missing = match way {
        MatchFields::Fixed => salesforce::unmapped_match(integration),
        MatchFields::Chosen if integration.match_fields.is_empty() => vec!["one field or more".to_owned()],
        MatchFields::Chosen => return Ok(integration.match_fields.clone()),
    };
    if missing.is_empty() {
        let documented = salesforce::match_fields(&integration.object);
        return Ok(documented.iter().map(|name| (*name).to_owned()).collect());
    }
    Err(Refused::Incomplete(format!(
        "To find existing records, match: {}",
        missing.join(", ")
    )))
}

fn incomplete(org: &simulated_org::Org, integration: &Integration) -> Option<String> {
    let missing = match integration.action {
        Action::Create => salesforce::unmapped_required(org, integration),
        Action::Find => Vec::new(),
    };
    (!missing.is_empty()).then(|| format!("Required fields are not matched: {}", missing.join(", ")))
}

/// Puts an integration in the place of the one with its id, or at the end under a new id.
fn keep(form: &mut Form, mut integration: Integration, new_id: String) -> Integration {
    match form
        .integrations
        .iter_mut()
        .find(|known| known.id.is_some() && known.id == integration.id)
    {
        Some(known) => *known = integration.clone(),
        None => {
            integration.id = Some(new_id);
            form.integrations.push(integration.clone());
        }
    }
    integration
}

/// `DELETE /internal/form/{id}/salesforce/{integration}`.
pub async fn remove(
    State(site): State<Site>,
    Path((id, integration)): Path<(String, String)>,
    headers: HeaderMap,
) -> Answer {
    answer(logged_in(&site, &headers).and_then(|()| {
        let mut account = site.account();
        let form = account.form_mut(&id).ok_or(Refused::NotFound)?;
        form.integrations
            .retain(|known| known.id.as_deref() != Some(&integration));
        Ok(json!(form.integrations.len()))
    }))
}
