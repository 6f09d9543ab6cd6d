//! One org and account with what the journey wants of them, healthy until something is changed.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use simulated_org::StartState;
use simulated_org::faults::Fault;
use simulated_org::start::{
    AssignmentStart, FormStart, IntegrationStart, PermissionSetStart, RecordStart, RowStart, UserStart,
};

/// The administrator's username.
pub const ADMINISTRATOR: &str = "admin@acme.example";
/// The integration user's username.
pub const USER: &str = "jotform.integration@acme.example";
/// Another person of the org.
pub const COLLEAGUE: &str = "carla.colleague@acme.example";
/// API name of the journey's permission set.
pub const SET: &str = "Jotform_Integration";
/// Label of the journey's permission set.
pub const SET_LABEL: &str = "Jotform Integration";
/// Developer name of the permission set licence (Salesforce fact §7, seen).
pub const SET_LICENCE: &str = "SalesforceAPIIntegrationPsl";
/// English name of the user licence (Salesforce fact §7, seen).
pub const USER_LICENCE: &str = "Salesforce Integration";
/// English name of the API-only profile (Salesforce fact §7, seen).
pub const PROFILE: &str = "Minimum Access - API Only Integrations";
/// English name of the older API-only profile (Salesforce fact §7, seen).
pub const OLD_PROFILE: &str = "Salesforce API Only System Integrations";
/// What the test submission carries.
pub const MARKER: &str = "Waymark test 7q4x";
/// Name of Jotform's app.
pub const APP: &str = "Jotform";

/// Whose session the browser holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Session {
    /// The administrator's.
    #[default]
    Administrator,
    /// None.
    Absent,
    /// That of the user with this username.
    Of(&'static str),
    /// One that ended.
    Ended,
    /// One of another org.
    OtherOrg,
}

/// One org and account with what the journey wants of them.
#[derive(Clone, Debug)]
pub struct World {
    /// What kind of org it is, for people.
    pub shape: String,
    /// The org and the account.
    pub start: StartState,
    /// Whose session the browser holds.
    pub session: Session,
    /// The administrator and the org were bound by an earlier check.
    pub bound: bool,
    /// How the interface refuses.
    pub refuses: Vec<Fault>,
    /// A page has said that the app was denied.
    pub denied: bool,
    /// A page has said that the username is taken.
    pub username_taken: bool,
    /// The alias that the administrator wished for.
    pub alias: String,
    /// What the test submission sent, by field.
    pub sent: BTreeMap<String, Value>,
    /// How the builder shows the connection, where not by the username.
    pub connection_shown: Option<String>,
    /// What the journey wants.
    pub wanted: Wanted,
    /// What stands for the journey's set where there is none.
    pub no_set: PermissionSetStart,
}

/// What the journey wants of an org, whatever the org holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The integration user's username.
    pub username: String,
    /// API name of the permission set.
    pub set_name: String,
    /// Label of the permission set.
    pub set_label: String,
    /// What the test submission carries; empty where there was none.
    pub marker: String,
}

impl World {
    /// The integration user.
    pub fn user(&mut self) -> &mut UserStart {
        let username = self.wanted.username.clone();
        let users = &mut self.start.org.users;
        let place = users.iter().position(|user| user.username == username);
        match place {
            Some(place) => &mut users[place],
            None => {
                users.push(integration_user());
                let last = users.len() - 1;
                &mut users[last]
            }
        }
    }

    /// The journey's permission set; where there is none, what is changed goes nowhere.
    pub fn set(&mut self) -> &mut PermissionSetStart {
        let sets = &mut self.start.org.permission_sets;
        let own = sets.iter_mut().find(|set| set.name == self.wanted.set_name);
        own.unwrap_or(&mut self.no_set)
    }

    /// The form of the integration.
    pub fn form(&mut self) -> &mut FormStart {
        &mut self.start.jotform.forms[0]
    }

    /// The integration.
    pub fn integration(&mut self) -> &mut IntegrationStart {
        &mut self.form().integrations[0]
    }

    /// API name of the object that Jotform writes.
    pub fn object(&self) -> &str {
        &self.start.jotform.forms[0].integrations[0].object
    }

    /// Whether the object is this one.
    pub fn writes(&self, object: &str) -> bool {
        self.object() == object
    }

    /// Adds a stored row.
    pub fn add(&mut self, object: &str, fields: Value) {
        self.start.org.rows.push(row(object, json!({}), fields));
    }

    /// Changes the stored rows that are found.
    pub fn change(&mut self, object: &str, find: Value, fields: Value) {
        self.start.org.rows.push(row(object, find, fields));
    }

    /// Takes the stored rows away that are found.
    pub fn take_away(&mut self, object: &str, find: Value) {
        let row = RowStart {
            remove: true,
            ..row(object, find, json!({}))
        };
        self.start.org.rows.push(row);
    }

    /// The integration user is still to be made: nothing of what follows is there either.
    pub fn before_user(&mut self) {
        let username = self.wanted.username.clone();
        let org = &mut self.start.org;
        org.users.retain(|user| user.username != username);
        org.assignments.retain(|one| one.user != username);
        org.records.retain(|record| record.created_by != username);
        org.rows
            .retain(|row| !json!([row.find, row.fields]).to_string().contains(&username));
        self.wanted.marker.clear();
    }

    /// Jotform is not connected yet.
    pub fn before_connection(&mut self) {
        let user = self.user();
        user.connected_to.clear();
        let username = self.wanted.username.clone();
        let org = &mut self.start.org;
        org.records.retain(|record| record.created_by != username);
        org.rows.retain(|row| row.object != "OauthToken");
        self.wanted.marker.clear();
    }

    /// The assignments of the integration user.
    pub fn assignments(&mut self) -> impl Iterator<Item = &mut AssignmentStart> {
        let username = self.wanted.username.clone();
        let all = self.start.org.assignments.iter_mut();
        all.filter(move |one| one.user == username)
    }

    /// The record of the test submission.
    pub fn proof(&mut self) -> &mut RecordStart {
        let records = &mut self.start.org.records;
        let last = records.len() - 1;
        &mut records[last]
    }

    /// A person of the org who has nothing to do with the journey.
    pub fn colleague(&mut self) -> &mut UserStart {
        let users = &mut self.start.org.users;
        if let Some(place) = users.iter().position(|user| user.username == COLLEAGUE) {
            return &mut users[place];
        }
        users.push(UserStart {
            username: COLLEAGUE.to_owned(),
            first_name: "Carla".to_owned(),
            last_name: "Colleague".to_owned(),
            profile: "Standard User".to_owned(),
            ..UserStart::default()
        });
        let last = users.len() - 1;
        &mut users[last]
    }
}

/// The integration user as the article describes it.
pub fn integration_user() -> UserStart {
    UserStart {
        username: USER.to_owned(),
        password: Some("Integration-pass-1".to_owned()),
        first_name: "Jotform".to_owned(),
        last_name: "Integration".to_owned(),
        alias: "jinte".to_owned(),
        profile: PROFILE.to_owned(),
        connected_to: vec![APP.to_owned()],
        ..UserStart::default()
    }
}

fn row(object: &str, find: Value, fields: Value) -> RowStart {
    let map = |value: Value| -> BTreeMap<String, Value> {
        value
            .as_object()
            .cloned()
            .unwrap_or_default()
            .into_iter()
            .collect()
    };
    RowStart {
        object: object.to_owned(),
        find: map(find),
        fields: map(fields),
        remove: false,
    }
}
