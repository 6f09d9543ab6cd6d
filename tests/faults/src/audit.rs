//! The checks against the org of one start state, whoever wrote it.

use serde_json::{Value, json};
use simulated_org::StartState;
use simulated_org::start::{AssignmentStart, FormStart, OrgStart, PermissionSetStart};
use waymark_core::check::{Evidence, Outcome, Report};

use crate::driver::{self, DriverError};
use crate::world::{OLD_PROFILE, PROFILE, SET, SET_LABEL, SET_LICENCE, Session, USER, Wanted, World};

/// The English name of the administrator's profile.
const ADMINISTRATOR_PROFILE: &str = "System Administrator";

/// The answers on the org of a start state, each as one line of JSON.
///
/// # Errors
/// The start state is impossible.
pub fn lines(start: StartState, seed: u64) -> Result<Vec<String>, DriverError> {
    let report = driver::report(&world(start), seed)?;
    Ok(answers(&report).iter().map(Value::to_string).collect())
}

/// What a person would enter who checks this org: the administrator's login, and the inputs by their names.
#[must_use]
pub fn wanted(start: StartState) -> Value {
    entered(&world(start))
}

/// The same for a world of which it is known what its journey wants.
#[must_use]
pub fn entered(world: &World) -> Value {
    let start = &world.start;
    let users = &start.org.users;
    let administrator = users.iter().find(|user| user.profile == ADMINISTRATOR_PROFILE);
    let administrator = administrator.cloned().unwrap_or_default();
    let form = form(start);
    let integration = form.and_then(|form| form.integrations.first());
    let email = users
        .iter()
        .find(|user| user.username == world.wanted.username)
        .map(|user| &user.email)
        .filter(|email| !email.is_empty())
        .unwrap_or(&world.wanted.username);
    let mut fields: Vec<&String> = integration.iter().flat_map(|one| one.mapping.values()).collect();
    fields.sort();
    fields.dedup();
    let mut all = json!({
        "administrator": {"username": administrator.username, "password": administrator.password},
        "builder": {"username": start.jotform.username, "password": start.jotform.password},
        "jotform_host": start.jotform.host,
        "form": form.map(|form| &form.id),
        "inputs": {
            "input_email": email,
            "input_username": world.wanted.username,
            "input_permission_set_name": world.wanted.set_name,
            "input_permission_set_label": world.wanted.set_label,
            "input_object": integration.map_or("Lead", |one| one.object.as_str()),
            "input_fields": fields,
            "input_action": if integration.is_some_and(|one| one.find) { "find" } else { "write" },
            "input_update_existing": integration.is_some_and(|one| one.update_existing),
            "input_attachments": integration.is_some_and(|one| one.attachments),
        },
    });
    // What is empty is left as the panel proposes it.
    if !world.alias.is_empty() {
        all["inputs"]["input_alias"] = json!(world.alias);
    }
    all
}

/// The form that is connected, else the first.
#[must_use]
pub fn form(start: &StartState) -> Option<&FormStart> {
    let with_integration = |form: &&FormStart| !form.integrations.is_empty();
    let forms = &start.jotform.forms;
    forms.iter().find(with_integration).or(forms.first())
}

/// Each finding, each proof and each thing that could not be looked at.
fn answers(report: &Report) -> Vec<Value> {
    let mut all = Vec::new();
    for (id, outcome) in &report.answers {
        match outcome {
            Outcome::Proven(seen) => {
                all.push(json!({"check": id, "outcome": "proven", "evidence": evidence(seen)}));
            }
            Outcome::CouldNotCheck(why) => {
                all.push(json!({"check": id, "outcome": "could-not-check", "why": why}));
            }
            Outcome::Wrong(findings) => all.extend(findings.iter().map(|finding| {
                json!({
                    "check": id, "outcome": "wrong", "cause": finding.cause, "severity": finding.cause.severity(),
                    "evidence": evidence(&finding.evidence),
                })
            })),
        }
    }
    all
}

fn evidence(seen: &[Evidence]) -> Value {
    let one = |one: &Evidence| json!({"source": one.source, "seen": one.seen, "wanted": one.wanted});
    seen.iter().map(one).collect()
}

/// What a journey in this org would want: its form's integration says who and what, the org says which set.
fn world(start: StartState) -> World {
    let username = wanted_user(&start);
    let set = wanted_set(&start.org, &username);
    World {
        shape: String::new(),
        session: Session::default(),
        bound: false,
        refuses: Vec::new(),
        denied: false,
        username_taken: false,
        alias: String::new(),
        sent: Default::default(),
        wanted: Wanted {
            username,
            set_name: set.map_or(SET, |set| set.name.as_str()).to_owned(),
            set_label: set.map_or(SET_LABEL, |set| set.label.as_str()).to_owned(),
            marker: String::new(),
        },
        connection_shown: None,
        no_set: PermissionSetStart::default(),
        start,
    }
}

fn wanted_user(start: &StartState) -> String {
    let api_only = |name: &str| {
        let users = &start.org.users;
        let found = users.iter().find(|user| user.username == name);
        found.is_some_and(|user| user.profile == PROFILE || user.profile == OLD_PROFILE)
    };
    let mut forms = start.jotform.forms.iter().flat_map(|form| &form.integrations);
    let connected = forms.next().map(|integration| integration.connected_as.clone());
    let users = start.org.users.iter().map(|user| user.username.clone());
    connected
        .filter(|name| api_only(name))
        .or_else(|| users.into_iter().find(|name| api_only(name)))
        .unwrap_or_else(|| USER.to_owned())
}

/// The set of the usual name, else the one that the user holds, else the first with the licence, else the only one.
fn wanted_set<'a>(org: &'a OrgStart, username: &str) -> Option<&'a PermissionSetStart> {
    let sets = &org.permission_sets;
    let named = |name: &String| sets.iter().find(|set| set.name == *name);
    let group = |name: &String| org.permission_set_groups.iter().find(|group| group.name == *name);
    let held = |one: &'a AssignmentStart| {
        let in_group = one.permission_set_group.as_ref().and_then(group);
        let in_group = in_group.and_then(|group| group.permission_sets.first());
        one.permission_set.as_ref().or(in_group).and_then(named)
    };
    named(&SET.to_owned())
        .or_else(|| {
            let mine = org.assignments.iter().filter(|one| one.user == username);
            mine.into_iter().find_map(held)
        })
        .or_else(|| {
            sets.iter()
                .find(|set| set.license.as_deref() == Some(SET_LICENCE))
        })
        .or_else(|| sets.first().filter(|_| sets.len() == 1))
}
