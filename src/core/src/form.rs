//! A Jotform form as far as an integration depends on it: its questions, and what the integration makes of them.

use serde::{Deserialize, Serialize};
use waymark_lean::Lean;

/// A form, as its builder and its own page show it (Jotform fact §2, seen).
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

/// Types of questions that are never answered (Jotform fact §3, seen).
const LAYOUT: [&str; 8] = [
    "head",
    "text",
    "image",
    "button",
    "pagebreak",
    "collapse",
    "divider",
    "captcha",
];

impl Question {
    /// It is answered: all but headings, pictures, buttons and the like (Jotform fact §3, seen).
    #[must_use]
    pub fn has_answer(&self) -> bool {
        let kind = self.kind.strip_prefix("control_").unwrap_or(&self.kind);
        !LAYOUT.contains(&kind)
    }

    /// Reads the text that the content script makes of a question: its parts with a separator between them.
    #[must_use]
    pub fn read(text: &str) -> Question {
        let mut parts = text.split('\u{1f}').map(str::to_owned);
        let mut next = || parts.next().unwrap_or_default();
        let (id, kind, label, name) = (next(), next(), next(), next());
        let mut says = || !next().is_empty();
        Question {
            id,
            kind,
            label,
            name,
            required: says(),
            conditional: says(),
            options: parts.collect(),
        }
    }

    /// The text that [`Question::read`] reads.
    #[must_use]
    pub fn write(&self) -> String {
        let says = |says: bool| if says { "yes" } else { "" };
        let (required, conditional) = (says(self.required), says(self.conditional));
        let mut parts = vec![
            &*self.id,
            &self.kind,
            &self.label,
            &self.name,
            required,
            conditional,
        ];
        parts.extend(self.options.iter().map(String::as_str));
        parts.join("\u{1f}")
    }

    /// No question, but the word that all submissions of the form are encrypted: told in place of one, since it is as rare as
    /// it is short.
    #[must_use]
    pub fn says_encrypted(&self) -> bool {
        self.id.is_empty() && self.kind == "encrypted"
    }
}

/// What goes into one field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct Mapped {
    /// The question's number, with its part where it has parts: `3.first`.
    pub question: String,
    /// API name of the field; empty where the user has chosen that the question goes nowhere.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_survives_its_journey() {
        let read =
            Question::read("7\u{1f}control_radio\u{1f}How?\u{1f}how\u{1f}required\u{1f}\u{1f}Web\u{1f}Fair");
        assert_eq!((read.id.as_str(), read.kind.as_str()), ("7", "control_radio"));
        assert!(read.required && !read.conditional && !read.says_encrypted());
        assert_eq!(read.options, ["Web", "Fair"]);
        assert_eq!(Question::read(&read.write()), read);
        let bare = Question::read("8\u{1f}control_head\u{1f}Hello\u{1f}\u{1f}");
        assert!(!bare.required && bare.options.is_empty());
        let hidden = Question::read("8\u{1f}control_email\u{1f}Email\u{1f}email\u{1f}\u{1f}conditional");
        assert!(!hidden.required && hidden.conditional && hidden.options.is_empty());
        assert_eq!(Question::read(&hidden.write()), hidden);
        assert!(Question::read("\u{1f}encrypted").says_encrypted());
        assert_eq!(Question::read("").id, "");
        assert!(read.has_answer() && !bare.has_answer());
    }
}
