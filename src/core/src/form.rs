//! A Jotform form as far as an integration depends on it: its questions, and what the integration makes of them.

use serde::{Deserialize, Serialize};
use waymark_lean::Lean;

/// A form, as its builder page shows it (Jotform fact §2, seen).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct Form {
    /// Digits.
    pub id: String,
    /// Its questions in their order, those without an answer (headings, buttons) included.
    pub questions: Vec<Question>,
    /// Submissions are encrypted.
    pub encrypted: bool,
    /// The form is kept under HIPAA.
    pub hipaa: bool,
    /// The form is a copy of another one.
    pub cloned: bool,
}

/// One question of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct Question {
    /// Number of the question, digits.
    pub id: String,
    /// For example `control_email`.
    pub kind: String,
    /// The text above it.
    pub label: String,
    /// Unique name.
    pub name: String,
    /// An answer is needed.
    pub required: bool,
    /// A condition may hide it.
    pub conditional: bool,
    /// The choices of a drop-down list, radio buttons or check boxes.
    pub options: Vec<String>,
}

/// What goes into one field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct Mapped {
    /// The question's number, with its part where it has parts: `3.first`.
    pub question: String,
    /// API name of the field.
    pub field: String,
}

impl Mapped {
    /// The question's number without its part.
    #[must_use]
    pub fn question_id(&self) -> &str {
        self.question
            .split_once('.')
            .map_or(self.question.as_str(), |(id, _)| id)
    }
}
