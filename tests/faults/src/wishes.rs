//! What the journey wants, as its inputs and the builder's page would have told.

use simulated_org::start::{FormStart, IntegrationStart, JotformStart};
use simulated_org::{Org, Row, short_id};
use waymark_core::check::{PageEvidence, Wishes};
use waymark_core::form::{Form, Mapped, Question};
use waymark_core::journey::Bound;

use crate::world::{ADMINISTRATOR, World};

/// The host of forms that are kept under HIPAA (Jotform fact §1, seen).
const HIPAA_HOST: &str = "hipaa.jotform.com";

/// What the journey of this world wants of its org.
pub fn of(world: &World, org: &Org) -> Wishes {
    let jotform = &world.start.jotform;
    let connected = |form: &&FormStart| !form.integrations.is_empty();
    let form = jotform.forms.iter().find(connected).or(jotform.forms.first());
    let integration = form.and_then(|form| form.integrations.first());
    let page = PageEvidence {
        denied: world.denied,
        username_taken: world.username_taken,
        ..PageEvidence::default()
    };
    let wishes = Wishes {
        permission_set_name: world.wanted.set_name.clone(),
        permission_set_label: world.wanted.set_label.clone(),
        username: world.wanted.username.clone(),
        nickname: nickname(world),
        alias: world.alias.clone(),
        form: form.map(|form| self::form(jotform, form)),
        sent: sent(world),
        bound: world.bound.then(|| bound(org)),
        proof_marker: world.wanted.marker.clone(),
        page,
        ..Wishes::default()
    };
    let mut wishes = match integration {
        Some(integration) => of_integration(wishes, integration),
        None => wishes,
    };
    if let Some(shown) = &world.connection_shown {
        wishes.connected_as.clone_from(shown);
    }
    wishes
}

fn of_integration(wishes: Wishes, integration: &IntegrationStart) -> Wishes {
    let mut fields: Vec<String> = integration.mapping.values().cloned().collect();
    fields.sort();
    fields.dedup();
    let mapped = integration.mapping.iter().map(|(question, field)| Mapped {
        question: question.clone(),
        field: field.clone(),
    });
    let update = integration.update_existing && !integration.find;
    Wishes {
        object: integration.object.clone(),
        fields,
        edit: update || integration.attachments,
        update,
        find: integration.find,
        attachments: integration.attachments,
        mapping: mapped.collect(),
        connected_as: integration.connected_as.clone(),
        ..wishes
    }
}

/// The form as its builder and its own page show it.
pub fn form(jotform: &JotformStart, form: &FormStart) -> Form {
    let question = |question: &simulated_org::start::QuestionStart| Question {
        id: question.id.clone(),
        kind: question.kind.clone(),
        label: question.label.clone(),
        name: question.name.clone(),
        required: question.required,
        conditional: question.conditional,
        options: question.options.clone(),
    };
    Form {
        id: form.id.clone(),
        questions: form.questions.iter().map(question).collect(),
        encrypted: form.encrypted,
        hipaa: jotform.host == HIPAA_HOST,
        cloned: form.cloned,
    }
}

/// The nickname that the page fills in by itself: the local part of the address (Salesforce fact §4).
fn nickname(world: &World) -> String {
    let username = &world.wanted.username;
    username.split('@').next().unwrap_or_default().to_owned()
}

fn sent(world: &World) -> Vec<(String, String)> {
    let one =
        |(field, value): (&String, &serde_json::Value)| Some((field.clone(), value.as_str()?.to_owned()));
    world.sent.iter().filter_map(one).collect()
}

/// The administrator and the org, as a check before this one found them.
fn bound(org: &Org) -> Bound {
    let administrator = org.store.find("User", "Username", ADMINISTRATOR);
    let id = administrator.and_then(|row| row.text("Id")).unwrap_or_default();
    Bound {
        organization_id: short_id(&org.settings.organization_id).to_owned(),
        user_id: short_id(id).to_owned(),
        user_name: "Ada Admin".to_owned(),
        cookie_store: "0".to_owned(),
    }
}
