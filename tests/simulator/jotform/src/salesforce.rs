//! What a connection may do in the org: the objects and fields that the wizard offers.

use serde::Serialize;
use simulated_org::schema::{Field, FieldType, Object};
use simulated_org::{Caller, Org, Row};

use crate::account::{Account, Connection};
use crate::form::{Action, Integration};
use crate::variation::ConnectionName;

/// The name of Jotform's connected app in the org.
pub const APP: &str = "Jotform";

/// An object that the wizard offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ObjectChoice {
    /// API name.
    pub name: String,
    /// Label.
    pub label: String,
    /// Whether the user may create its records; without it only "find" is offered.
    pub createable: bool,
}

/// A field that the wizard offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldChoice {
    /// API name.
    pub name: String,
    /// Label.
    pub label: String,
    /// Whether the user may write it; without it only "find" offers it.
    pub writable: bool,
    /// Whether Salesforce refuses a record without it: `createable && !nillable && !defaultedOnCreate` (Jotform fact §4).
    pub required: bool,
    /// Whether "Update an existing record" searches by it (Jotform fact §4, seen).
    #[serde(rename = "match")]
    pub matching: bool,
}

/// Why Salesforce gives nothing to choose from.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum OfferRefused {
    /// The account has no such connection.
    #[error("This Salesforce account is not connected any more.")]
    UnknownConnection,
    /// The token is gone: revoked, replaced by a sixth approval, or its user may not come in any more.
    #[error("INVALID_SESSION_ID: Session expired or invalid. Authenticate again.")]
    TokenGone,
    /// The user cannot see such an object.
    #[error("INVALID_TYPE: sObject type '{0}' is not supported.")]
    UnknownObject(String),
}

/// Who acts through a connection, as long as its token lives.
pub fn caller(account: &Account, org: &Org, connection: &str) -> Result<Caller, OfferRefused> {
    let connection = account
        .connection(connection)
        .ok_or(OfferRefused::UnknownConnection)?;
    connection
        .tokens
        .as_ref()
        .and_then(|tokens| org.token(&tokens.access))
        .ok_or(OfferRefused::TokenGone)
}

/// Business objects only: those whose rights are object permissions.
fn offered(object: &&Object) -> bool {
    object.createable && !object.is_setup()
}

/// The objects that this user may read or create, by label.
pub fn objects(org: &Org, caller: &Caller) -> Vec<ObjectChoice> {
    let access = org.access(&caller.user_id);
    let mut choices: Vec<ObjectChoice> = org
        .schema
        .objects()
        .filter(offered)
        .filter(|object| access.object(&object.name).read)
        .map(|object| ObjectChoice {
            name: object.name.clone(),
            label: object.label.clone(),
            createable: access.object(&object.name).create,
        })
        .collect();
    choices.sort_by(|a, b| a.label.cmp(&b.label));
    choices
}

/// The fields of an object that this user may read, the required ones first, then by label.
pub fn fields(org: &Org, caller: &Caller, object: &str) -> Result<Vec<FieldChoice>, OfferRefused> {
    let access = org.access(&caller.user_id);
    let unknown = || OfferRefused::UnknownObject(object.to_owned());
    let found = org.schema.object(object).filter(offered).ok_or_else(unknown)?;
    if !access.object(&found.name).read {
        return Err(unknown());
    }
    let matching = match_fields(&found.name);
    let mut choices: Vec<FieldChoice> = found
        .fields
        .iter()
        .filter(|field| field.kind != FieldType::Base64 && field.kind != FieldType::Address)
        .filter(|field| access.field(&found.name, &field.name).read)
        .map(|field| FieldChoice {
            writable: field.createable && access.field(&found.name, &field.name).edit,
            name: field.name.clone(),
            label: field.label.clone(),
            required: is_required(field),
            matching: matching.contains(&field.name.as_str()),
        })
        .collect();
    choices.sort_by(|a, b| b.required.cmp(&a.required).then_with(|| a.label.cmp(&b.label)));
    Ok(choices)
}

fn is_required(field: &Field) -> bool {
    field.createable && !field.nillable && !field.defaulted_on_create
}

/// The fields by which an existing record is found (Jotform fact §4, seen; custom objects are undocumented: by name).
pub fn match_fields(object: &str) -> &'static [&'static str] {
    match object {
        "Account" => &["Name", "BillingCity", "BillingPostalCode"],
        "Contact" | "Lead" => &["FirstName", "LastName", "Email"],
        _ => &["Name"],
    }
}

/// What is missing for a record to be found by: a documented field that nothing is mapped to (Jotform fact §4, seen).
pub fn unmapped_match(integration: &Integration) -> Vec<String> {
    let mapped = |name: &str| integration.mapping.values().any(|field| field == name);
    let documented = match_fields(&integration.object)
        .iter()
        .filter(|name| **name != "FirstName");
    documented
        .filter(|name| !mapped(name))
        .map(|name| (*name).to_owned())
        .collect()
}

/// The labels of required fields that nothing is mapped to.
pub fn unmapped_required(org: &Org, integration: &Integration) -> Vec<String> {
    let mapped = |field: &&Field| !integration.mapping.values().any(|name| *name == field.name);
    let fields = org
        .schema
        .object(&integration.object)
        .into_iter()
        .flat_map(|object| &object.fields);
    fields
        .filter(|field| is_required(field))
        .filter(mapped)
        .map(|field| field.label.clone())
        .collect()
}

/// The name under which the builder shows a user.
pub fn shown_name(org: &Org, user_id: &str, style: ConnectionName) -> String {
    let user = org.store.get("User", user_id);
    let text = |field| user.and_then(|row| row.text(field)).unwrap_or_default();
    match style {
        ConnectionName::Username => text("Username").to_owned(),
        ConnectionName::FullName => format!("{} {}", text("FirstName"), text("LastName"))
            .trim()
            .to_owned(),
    }
}

/// Connects the integrations that the start state names, as their users would have done.
pub fn connect_planned(account: &mut Account, org: &mut Org, style: ConnectionName) {
    for (form, planned) in std::mem::take(&mut account.planned) {
        let found = org.store.find("User", "Username", &planned.connected_as);
        let user_id = found
            .and_then(|row| row.text("Id"))
            .unwrap_or_default()
            .to_owned();
        let tokens = org
            .authorize(APP, &user_id)
            .ok()
            .and_then(|code| org.exchange(&code));
        let name = shown_name(org, &user_id, style);
        let connection = account.connect(user_id, name, tokens);
        let id = account.next_id();
        let integration = Integration {
            id: Some(id),
            connection,
            action: if planned.find {
                Action::Find
            } else {
                Action::Create
            },
            match_fields: match_fields(&planned.object)
                .iter()
                .map(|name| (*name).to_owned())
                .collect(),
            object: planned.object,
            mapping: planned.mapping,
            update_existing: planned.update_existing,
            attachments: planned.attachments,
            file_uploads: planned.attachments,
            submission_pdf: planned.attachments,
        };
        if let Some(form) = account.form_mut(&form) {
            form.integrations.push(integration);
        }
    }
}

/// A connection as the builder's front end sees it.
pub fn connection_json(connection: &Connection) -> serde_json::Value {
    serde_json::json!({ "id": connection.id, "name": connection.name })
}
