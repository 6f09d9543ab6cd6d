//! The public API (Jotform fact §3), read with the account's own read-only key.

use axum::Json;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde_json::{Map, Value, json};

use crate::account::API_KEY;
use crate::form::Form;
use crate::question::Question;
use crate::site::Site;
use crate::variation::{ApiRefusal, IntegrationsProperty, JotformVariation, Sublabels};

/// The routes, for `api.jotform.com` and for `/API` on an enterprise's host.
pub fn routes<S: Clone + Send + Sync + 'static>(site: Site) -> Router<S> {
    Router::new()
        .route("/form/{id}/questions", get(questions))
        .route("/form/{id}/properties", get(properties))
        .route("/form/{id}/{*rest}", get(unknown))
        .with_state(site)
}

async fn questions(State(site): State<Site>, Path(id): Path<String>, headers: HeaderMap) -> Response {
    answer(&site, &headers, &id, |form| questions_json(form, &site.variation))
}

async fn properties(State(site): State<Site>, Path(id): Path<String>, headers: HeaderMap) -> Response {
    answer(&site, &headers, &id, |form| {
        let integration = |object: &String| match site.variation.integrations_property {
            IntegrationsProperty::Names => json!("salesforce"),
            IntegrationsProperty::Objects => json!({ "name": "salesforce", "object": object }),
        };
        let integrations: Vec<Value> = form
            .integrations
            .iter()
            .map(|saved| integration(&saved.object))
            .collect();
        let mut properties = json!({
            "id": form.id, "title": form.title, "status": "ENABLED", "integrations": integrations,
            "isEncrypted": if form.encrypted { "1" } else { "0" },
        });
        let hidden = form.questions.iter().filter(|question| question.conditional);
        let conditions: Vec<Value> = hidden.map(|question| condition(question.qid)).collect();
        if !conditions.is_empty() {
            properties["conditions"] = Value::from(conditions);
        }
        properties
    })
}

/// A condition that hides a question (inferred).
fn condition(qid: u32) -> Value {
    json!({
        "type": "field", "link": "Any",
        "action": [{ "visibility": "Hide", "field": qid.to_string() }],
        "terms": [{ "field": "1", "operator": "isFilled", "value": "" }],
    })
}

async fn unknown(State(site): State<Site>) -> Response {
    refusal(
        &site.variation,
        StatusCode::NOT_FOUND,
        "Requested URL is not available",
    )
}

fn answer(site: &Site, headers: &HeaderMap, id: &str, content: impl Fn(&Form) -> Value) -> Response {
    let key = headers.get("APIKEY").and_then(|value| value.to_str().ok());
    if let Some((code, message)) = key.and_then(refused) {
        return refusal(&site.variation, code, message);
    }
    let by_session = site.variation.session_opens_api && site.is_logged_in(headers);
    if key != Some(API_KEY) && !by_session {
        return refusal(
            &site.variation,
            StatusCode::UNAUTHORIZED,
            "You're not authorized to use (/form-id)",
        );
    }
    match site.account().form(id) {
        Some(form) => {
            Json(json!({ "responseCode": 200, "message": "success", "content": content(form), "limit-left": 9999 }))
                .into_response()
        }
        None => refusal(&site.variation, StatusCode::NOT_FOUND, "Form not found"),
    }
}

/// Keys that are right and of no use here: another account's, one whose calls are used up, and such as belong to another host's
/// accounts (Jotform fact §3; their wording in part inferred).
fn refused(key: &str) -> Option<(StatusCode, &'static str)> {
    Some(match key {
        "key-of-another-account" => (StatusCode::FORBIDDEN, "No access"),
        "key-of-a-spent-account" => (StatusCode::FORBIDDEN, "API-Limit exceeded"),
        "key-of-an-eu-account" => (
            StatusCode::MOVED_PERMANENTLY,
            "EU accounts use https://eu-api.jotform.com",
        ),
        "key-of-a-hipaa-account" => (
            StatusCode::MOVED_PERMANENTLY,
            "HIPAA accounts use https://hipaa-api.jotform.com",
        ),
        _ => return None,
    })
}

fn refusal(variation: &JotformVariation, code: StatusCode, message: &str) -> Response {
    let body = Json(json!({ "responseCode": code.as_u16(), "message": message, "content": "" }));
    let status = match variation.api_refusal {
        ApiRefusal::Ok => StatusCode::OK,
        ApiRefusal::Status => code,
    };
    (status, body).into_response()
}

/// Scalars are strings, yes and no are "Yes" and "No", options are split by `|`.
fn questions_json(form: &Form, variation: &JotformVariation) -> Value {
    let all = form.questions.iter().enumerate().map(|(place, question)| {
        (
            question.qid.to_string(),
            question_json(question, place + 1, variation),
        )
    });
    Value::Object(all.collect())
}

fn question_json(question: &Question, order: usize, variation: &JotformVariation) -> Value {
    let mut fields = Map::new();
    let mut put = |name: &str, value: Value| fields.insert(name.to_owned(), value);
    put("qid", question.qid.to_string().into());
    put("name", question.name.as_str().into());
    put("order", order.to_string().into());
    put("text", question.text.as_str().into());
    put("type", question.kind.as_str().into());
    if question.has_value() {
        put("required", if question.required { "Yes" } else { "No" }.into());
    }
    if !question.options.is_empty() {
        put("options", question.options.join("|").into());
    }
    let sublabels: Map<String, Value> = question
        .parts()
        .iter()
        .filter(|part| !part.name.is_empty())
        .map(|part| (part.name.to_owned(), Value::from(part.label)))
        .collect();
    if !sublabels.is_empty() {
        put(
            "sublabels",
            match variation.sublabels {
                Sublabels::Object => Value::Object(sublabels),
                Sublabels::Text => Value::Object(sublabels).to_string().into(),
            },
        );
    }
    Value::Object(fields)
}
