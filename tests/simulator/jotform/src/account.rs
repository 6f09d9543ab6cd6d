//! The account: who may log in, its forms, and its connections to Salesforce.

use std::collections::{HashMap, HashSet};

use serde::Serialize;
use simulated_org::Tokens;
use simulated_org::start::{IntegrationStart, JotformStart};

use crate::form::Form;

/// The read-only key of the account for the public API; a plain test string.
pub const API_KEY: &str = "read-only-test-key";

/// A Salesforce user that has allowed Jotform.
#[derive(Clone, Debug, Serialize)]
pub struct Connection {
    /// Its id.
    pub id: String,
    /// The name under which the builder shows it.
    pub name: String,
    /// The user's id in the org, 18 characters.
    pub user_id: String,
    /// What Salesforce gave; none where a start state names a connection that the org refuses.
    #[serde(skip)]
    pub tokens: Option<Tokens>,
}

/// An authorization that was started and not finished.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authorization {
    /// The origin of the builder page that opened the pop-up.
    pub opener: String,
}

/// The Jotform account.
#[derive(Debug)]
pub struct Account {
    /// The builder's host.
    pub host: String,
    /// The username to log in with.
    pub username: String,
    /// The forms.
    pub forms: Vec<Form>,
    /// The connections, oldest first.
    pub connections: Vec<Connection>,
    /// The integrations that the start state names, until the org has been asked for their tokens.
    pub(crate) planned: Vec<(String, IntegrationStart)>,
    password: String,
    sessions: HashSet<String>,
    authorizations: HashMap<String, Authorization>,
    last_number: u64,
}

impl Account {
    /// The account as it is at the start.
    pub fn from_start(start: &JotformStart) -> Self {
        let planned = start
            .forms
            .iter()
            .flat_map(|form| {
                form.integrations
                    .iter()
                    .map(|integration| (form.id.clone(), integration.clone()))
            })
            .collect();
        Self {
            host: start.host.clone(),
            username: start.username.clone(),
            forms: start.forms.iter().map(Form::from_start).collect(),
            connections: Vec::new(),
            planned,
            password: start.password.clone(),
            sessions: HashSet::new(),
            authorizations: HashMap::new(),
            last_number: 0,
        }
    }

    /// Everything that a test may want to look at; no secrets.
    pub fn snapshot(&self) -> serde_json::Value {
        serde_json::json!({
            "host": self.host,
            "username": self.username,
            "api_key": API_KEY,
            "sessions": self.sessions.len(),
            "connections": self.connections,
            "forms": self.forms,
        })
    }

    /// A new session, where username and password are right.
    pub fn log_in(&mut self, username: &str, password: &str) -> Option<String> {
        if !username.eq_ignore_ascii_case(&self.username) || password != self.password {
            return None;
        }
        let session = secret();
        self.sessions.insert(session.clone());
        Some(session)
    }

    /// Ends a session.
    pub fn log_out(&mut self, session: &str) {
        self.sessions.remove(session);
    }

    /// Whether this is a session that was begun and not ended.
    pub fn knows(&self, session: &str) -> bool {
        self.sessions.contains(session)
    }

    /// The form with this id.
    pub fn form(&self, id: &str) -> Option<&Form> {
        self.forms.iter().find(|form| form.id == id)
    }

    /// The form with this id, to be changed.
    pub fn form_mut(&mut self, id: &str) -> Option<&mut Form> {
        self.forms.iter_mut().find(|form| form.id == id)
    }

    /// The connection with this id.
    pub fn connection(&self, id: &str) -> Option<&Connection> {
        self.connections.iter().find(|connection| connection.id == id)
    }

    /// Begins an authorization, and gives the `state` that Salesforce must bring back.
    pub fn begin_authorization(&mut self, opener: String) -> String {
        let state = secret();
        self.authorizations
            .insert(state.clone(), Authorization { opener });
        state
    }

    /// The authorization that was begun with this `state`; each can be finished once.
    pub fn finish_authorization(&mut self, state: &str) -> Option<Authorization> {
        self.authorizations.remove(state)
    }

    /// Keeps the tokens of a user; a user that is connected already keeps its connection's id.
    pub fn connect(&mut self, user_id: String, name: String, tokens: Option<Tokens>) -> String {
        if let Some(known) = self
            .connections
            .iter_mut()
            .find(|connection| connection.user_id == user_id)
        {
            known.tokens = tokens;
            known.name = name;
            return known.id.clone();
        }
        let id = self.next_id();
        self.connections.push(Connection {
            id: id.clone(),
            name,
            user_id,
            tokens,
        });
        id
    }

    /// A new id for something of the account.
    pub fn next_id(&mut self) -> String {
        self.last_number += 1;
        format!("5{:018}", self.last_number)
    }
}

/// A value that cannot be guessed: 128 random bits in hexadecimal digits.
fn secret() -> String {
    format!("{:032x}", rand::random::<u128>())
}
