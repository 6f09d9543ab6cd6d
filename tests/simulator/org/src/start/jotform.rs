//! The Jotform account at its start.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The Jotform account at its start.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct JotformStart {
    /// The host of the builder, for example `www.jotform.com` or `eu.jotform.com`.
    pub host: String,
    /// The language of the interface: `en`, `ja`, `de`, `fr`, `es`, `pt-BR`, `it`, `nl`, `sv`, `ko`, `zh-CN`, or `qps`, in which every label is unknown.
    pub language: String,
    /// Name for the login.
    pub username: String,
    /// Password.
    pub password: String,
    /// The account's forms.
    pub forms: Vec<FormStart>,
}

impl Default for JotformStart {
    fn default() -> Self {
        Self {
            host: "www.jotform.com".to_owned(),
            language: "en".to_owned(),
            username: "builder@acme.example".to_owned(),
            password: "Jotform-pass-1".to_owned(),
            forms: vec![FormStart::default()],
        }
    }
}

/// One form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct FormStart {
    /// Digits.
    pub id: String,
    /// Title.
    pub title: String,
    /// Questions in their order.
    pub questions: Vec<QuestionStart>,
    /// Integrations that are set up already.
    pub integrations: Vec<IntegrationStart>,
    /// Submissions are encrypted.
    pub encrypted: bool,
    /// The form is a copy of another one.
    pub cloned: bool,
}

impl Default for FormStart {
    fn default() -> Self {
        let question = |id: &str, kind: &str, label: &str, name: &str, required| QuestionStart {
            id: id.to_owned(),
            kind: kind.to_owned(),
            label: label.to_owned(),
            name: name.to_owned(),
            required,
            ..QuestionStart::default()
        };
        Self {
            id: "240001234567890".to_owned(),
            title: "Contact Us".to_owned(),
            questions: vec![
                question("3", "control_fullname", "Full Name", "fullName", true),
                question("4", "control_email", "Email", "email", true),
                question("5", "control_phone", "Phone Number", "phoneNumber", false),
                question("6", "control_textbox", "Company", "company", true),
                question("7", "control_textarea", "Message", "message", false),
            ],
            integrations: Vec::new(),
            encrypted: false,
            cloned: false,
        }
    }
}

/// One question of a form.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct QuestionStart {
    /// Number of the question, digits.
    pub id: String,
    /// For example `control_email`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The text above the question.
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

/// One Salesforce integration of a form.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct IntegrationStart {
    /// The Salesforce user that it is connected as.
    pub connected_as: String,
    /// The object that records are made of.
    pub object: String,
    /// Question id, or id and part (`3.first`), to Salesforce field.
    pub mapping: BTreeMap<String, String>,
    /// The action is "Find existing record": nothing is made or updated.
    pub find: bool,
    /// "Update an existing record" is on.
    pub update_existing: bool,
    /// "Attachments" is on.
    pub attachments: bool,
}

impl Default for IntegrationStart {
    fn default() -> Self {
        let mapping = [
            ("3.first", "FirstName"),
            ("3.last", "LastName"),
            ("4", "Email"),
            ("5", "Phone"),
            ("6", "Company"),
            ("7", "Description"),
        ];
        Self {
            connected_as: "jotform.integration@acme.example".to_owned(),
            object: "Lead".to_owned(),
            mapping: mapping
                .map(|(question, field)| (question.to_owned(), field.to_owned()))
                .into(),
            find: false,
            update_existing: false,
            attachments: false,
        }
    }
}
