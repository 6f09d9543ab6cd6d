//! Errors as the REST interface gives them, and what can be wrong with a start state.

use serde::{Deserialize, Serialize};

/// One error of the REST interface (Salesforce fact §6, seen).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "camelCase")]
#[error("{error_code}: {message}")]
pub struct ApiError {
    /// The text for people.
    pub message: String,
    /// Salesforce's code, for example `INVALID_FIELD`.
    pub error_code: String,
    /// The API names of the fields that the error is about.
    #[serde(default)]
    pub fields: Vec<String>,
}

impl ApiError {
    /// An error that is about no field in particular.
    pub fn new(error_code: impl Into<String>, message: impl Into<String>) -> Self {
        Self {
            error_code: error_code.into(),
            message: message.into(),
            fields: Vec::new(),
        }
    }

    /// The same error, about this field too.
    pub fn on(mut self, field: impl Into<String>) -> Self {
        self.fields.push(field.into());
        self
    }
}

/// Why a start state cannot be built.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StartError {
    /// The file is not a start state.
    #[error("the start state is not valid: {0}")]
    Unreadable(String),
    /// Something is named that the start state and the standard org do not have.
    #[error("{what} names the {kind} {name:?}, which the org does not have")]
    Unknown {
        /// What names it.
        what: String,
        /// The kind of thing that is absent.
        kind: &'static str,
        /// Its name.
        name: String,
    },
    /// The org's own rules refuse a part of the start state.
    #[error("{what} is refused: {error}")]
    Refused {
        /// What is refused.
        what: String,
        /// The org's answer.
        error: ApiError,
    },
}
