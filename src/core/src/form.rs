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

impl Question {
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

/// Which question most likely goes into which of these fields of an object; a question that fits none is left out, and so is a
/// field that none fits. A label or unique name that is the field's own comes before the kind of answer (Jotform fact §4).
#[must_use]
pub fn suggested(questions: &[Question], object: &str, fields: &[String]) -> Vec<Mapped> {
    let mut mapped: Vec<Mapped> = Vec::new();
    let by_name = |field: &str| {
        questions
            .iter()
            .find(|question| {
                [&question.label, &question.name]
                    .iter()
                    .any(|name| is_same(name, field))
            })
            .map(|question| question.id.clone())
    };
    for field in fields {
        let place = by_name(field).or_else(|| by_kind(questions, object, field));
        let is_free = |question: &String| mapped.iter().all(|one| one.question != *question);
        if let Some(question) = place.filter(is_free) {
            mapped.push(Mapped {
                question,
                field: field.clone(),
            });
        }
    }
    mapped
}

/// The parts of an address by the end of the field's name.
const ADDRESS: [(&str, &str); 5] = [
    ("Street", "addr_line1"),
    ("City", "city"),
    ("State", "state"),
    ("PostalCode", "postal"),
    ("Country", "country"),
];

fn by_kind(questions: &[Question], object: &str, field: &str) -> Option<String> {
    let of_kind = |kind: &str| questions.iter().find(|question| question.kind == kind);
    let part = |kind: &str, part: &str| of_kind(kind).map(|question| [&question.id, ".", part].concat());
    let whole = |kind: &str| of_kind(kind).map(|question| question.id.clone());
    let says = |question: &&Question, words: &[&str]| {
        let text = [&question.label, " ", &question.name]
            .concat()
            .to_ascii_lowercase();
        words.iter().any(|word| text.contains(word))
    };
    let phone = |is_mobile: bool| {
        questions
            .iter()
            .filter(|question| question.kind == "control_phone")
            .find(|question| says(question, &["mobile", "cell"]) == is_mobile)
            .map(|question| question.id.clone())
    };
    match field {
        "FirstName" => part("control_fullname", "first"),
        "LastName" => part("control_fullname", "last"),
        "Name" if object == "Account" => whole("control_fullname"),
        "Email" => whole("control_email"),
        "Phone" => phone(false).or_else(|| whole("control_phone")),
        "MobilePhone" => phone(true),
        "Company" => questions
            .iter()
            .filter(|question| question.kind == "control_textbox")
            .find(|question| says(question, &["company", "organi"]))
            .map(|question| question.id.clone()),
        "Description" => whole("control_textarea"),
        _ => ADDRESS
            .iter()
            .find(|(end, _)| field.ends_with(end))
            .and_then(|(_, of)| part("control_address", of)),
    }
}

/// The same word, whatever its case, spaces and signs, and the ending of fields that an org has added.
fn is_same(name: &str, field: &str) -> bool {
    let bare = |text: &str| -> String {
        text.chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|character| character.to_ascii_lowercase())
            .collect()
    };
    let field = bare(field.strip_suffix("__c").unwrap_or(field));
    !field.is_empty() && bare(name) == field
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(id: &str, kind: &str, label: &str, name: &str) -> Question {
        Question {
            id: id.to_owned(),
            kind: kind.to_owned(),
            label: label.to_owned(),
            name: name.to_owned(),
            ..Question::default()
        }
    }

    #[test]
    fn a_question_survives_its_journey() {
        let read =
            Question::read("7\u{1f}control_radio\u{1f}How?\u{1f}how\u{1f}required\u{1f}\u{1f}Web\u{1f}Fair");
        assert_eq!((read.id.as_str(), read.kind.as_str()), ("7", "control_radio"));
        assert!(read.required && !read.conditional && !read.says_encrypted());
        assert_eq!(read.options, ["Web", "Fair"]);
        let bare = Question::read("8\u{1f}control_head\u{1f}Hello\u{1f}\u{1f}");
        assert!(!bare.required && bare.options.is_empty());
        let hidden = Question::read("8\u{1f}control_email\u{1f}Email\u{1f}email\u{1f}\u{1f}conditional");
        assert!(!hidden.required && hidden.conditional && hidden.options.is_empty());
        assert!(Question::read("\u{1f}encrypted").says_encrypted());
        assert_eq!(Question::read("").id, "");
    }

    #[test]
    fn fields_find_their_questions() {
        let questions = [
            question("3", "control_fullname", "Full Name", "fullName"),
            question("4", "control_email", "Write to", "writeTo"),
            question("5", "control_phone", "Mobile", "mobile"),
            question("6", "control_phone", "Phone", "phone"),
            question("7", "control_textbox", "Your organisation", "org"),
            question("8", "control_address", "Where", "where"),
            question("9", "control_textbox", "Shoe size", "shoeSize"),
            question("10", "control_textarea", "Message", "message"),
        ];
        let fields = [
            "FirstName",
            "LastName",
            "Email",
            "Phone",
            "MobilePhone",
            "Company",
            "MailingCity",
            "Shoe_Size__c",
            "Description",
            "Nothing__c",
        ]
        .map(str::to_owned);
        let found = suggested(&questions, "Contact", &fields);
        let of = |field: &str| {
            found
                .iter()
                .find(|one| one.field == field)
                .map(|one| one.question.as_str())
        };
        assert_eq!(of("FirstName"), Some("3.first"));
        assert_eq!(of("LastName"), Some("3.last"));
        assert_eq!(of("Email"), Some("4"));
        assert_eq!(of("Phone"), Some("6"));
        assert_eq!(of("MobilePhone"), Some("5"));
        assert_eq!(of("Company"), Some("7"));
        assert_eq!(of("MailingCity"), Some("8.city"));
        assert_eq!(of("Shoe_Size__c"), Some("9"));
        assert_eq!(of("Description"), Some("10"));
        assert_eq!(of("Nothing__c"), None);
    }

    #[test]
    fn no_question_goes_into_two_fields() {
        let questions = [question("5", "control_phone", "Mobile", "mobile")];
        let fields = ["MobilePhone", "Phone"].map(str::to_owned);
        assert_eq!(suggested(&questions, "Lead", &fields).len(), 1);
    }
}
