//! A form: its questions, its integrations, what was submitted and what came of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use simulated_org::start::{FormStart, QuestionStart};

use crate::question::{Question, Source};

/// One form of the account.
#[derive(Clone, Debug, Serialize)]
pub struct Form {
    /// The digits of its address.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Whether submissions are encrypted.
    pub encrypted: bool,
    /// Whether it is a copy of another form.
    pub cloned: bool,
    /// Its questions in order.
    pub questions: Vec<Question>,
    /// Its saved Salesforce integrations.
    pub integrations: Vec<Integration>,
    /// What was submitted, oldest first.
    pub submissions: Vec<Submission>,
    /// What came of it, oldest first.
    pub log: Vec<LogEntry>,
}

/// What an integration does with a submission (Jotform fact §2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Action {
    /// Create or update a record.
    Create,
    /// Find an existing record.
    Find,
}

/// A saved Salesforce integration; also what the wizard sends to be saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Integration {
    /// Its id; the account gives it when it is saved first.
    pub id: Option<String>,
    /// The id of the connection it uses.
    pub connection: String,
    /// What it does.
    pub action: Action,
    /// The API name of the object.
    pub object: String,
    /// What is sent where: [`Source::source`] to the field's API name.
    pub mapping: BTreeMap<String, String>,
    /// Whether "Update an existing record" is on.
    #[serde(default)]
    pub update_existing: bool,
    /// The fields by which an existing record is found.
    #[serde(default)]
    pub match_fields: Vec<String>,
    /// Whether "Attachments" is on.
    #[serde(default)]
    pub attachments: bool,
    /// With attachments: whether uploaded files are sent.
    #[serde(default)]
    pub file_uploads: bool,
    /// With attachments: whether the submission is sent as a PDF.
    #[serde(default)]
    pub submission_pdf: bool,
}

/// A file that came with a submission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Upload {
    /// Its name.
    pub name: String,
    /// Its bytes; the snapshot leaves them out.
    #[serde(skip)]
    pub bytes: Vec<u8>,
}

/// One submission.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Submission {
    /// Its id.
    pub id: String,
    /// The answers by input name, as they came.
    pub answers: BTreeMap<String, Vec<String>>,
    /// The files.
    pub files: Vec<Upload>,
}

/// One line of the action log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LogEntry {
    /// Its number.
    pub id: usize,
    /// When, in UTC.
    pub at: String,
    /// The submission it is about.
    pub submission: String,
    /// Whether Salesforce took it.
    pub success: bool,
    /// The record's id, where there is one.
    pub record: Option<String>,
    /// What was done, or Salesforce's error.
    pub message: String,
}

impl Form {
    /// The form as it is at the start, with a Submit button, and without its integrations: those need the org.
    pub fn from_start(start: &FormStart) -> Self {
        let mut form = Self {
            id: start.id.clone(),
            title: title(start),
            encrypted: start.encrypted,
            cloned: start.cloned,
            questions: Vec::new(),
            integrations: Vec::new(),
            submissions: Vec::new(),
            log: Vec::new(),
        };
        for question in &start.questions {
            form.add_question(question);
        }
        if !form
            .questions
            .iter()
            .any(|question| question.kind == "control_button")
        {
            let (kind, label) = ("control_button".to_owned(), "Submit".to_owned());
            form.add_question(&QuestionStart {
                kind,
                label,
                ..QuestionStart::default()
            });
        }
        form
    }

    /// Adds a question at the end, before a Submit button that is there.
    pub fn add_question(&mut self, start: &QuestionStart) {
        let next = self
            .questions
            .iter()
            .map(|question| question.qid)
            .max()
            .unwrap_or(0)
            + 1;
        let mut question = Question::from_start(start, next);
        if self.questions.iter().any(|other| other.name == question.name) {
            question.name = format!("{}{}", question.name, question.qid);
        }
        let end = match self.questions.last() {
            Some(last) if last.kind == "control_button" => self.questions.len() - 1,
            _ => self.questions.len(),
        };
        self.questions.insert(end, question);
    }

    /// The question with this number.
    pub fn question_mut(&mut self, qid: u32) -> Option<&mut Question> {
        self.questions.iter_mut().find(|question| question.qid == qid)
    }

    /// Everything that can be sent to a field.
    pub fn sources(&self) -> Vec<Source> {
        self.questions.iter().flat_map(Question::sources).collect()
    }

    /// What a submission holds for a source; `None` where the question is gone or was left empty.
    pub fn answer(&self, submission: &Submission, source: &str) -> Option<String> {
        let (qid, wanted) = source
            .split_once('.')
            .map_or((source, None), |(qid, part)| (qid, Some(part)));
        let question = self
            .questions
            .iter()
            .find(|question| question.qid.to_string() == qid)?;
        let parts = question
            .parts()
            .iter()
            .filter(|part| wanted.is_none_or(|name| part.name == name));
        let values: Vec<&str> = parts
            .flat_map(|part| {
                submission
                    .answers
                    .get(&question.input_name(part))
                    .into_iter()
                    .flatten()
            })
            .map(|value| value.trim())
            .filter(|value| !value.is_empty())
            .collect();
        if values.is_empty() {
            return None;
        }
        Some(match question.kind.as_str() {
            "control_address" => values.join(", "),
            "control_checkbox" => values.join(";"),
            "control_datetime" | "control_birthdate" => iso_date(&values)?,
            _ => values.join(" "),
        })
    }
}

/// Jotform names a copy after what it was made of (seen in saved forms).
fn title(start: &FormStart) -> String {
    if start.cloned {
        format!("Clone of {}", start.title)
    } else {
        start.title.clone()
    }
}

/// A date of month, day, year as Salesforce takes it.
fn iso_date(parts: &[&str]) -> Option<String> {
    match parts {
        [month, day, year] => Some(format!("{year:0>4}-{month:0>2}-{day:0>2}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn submission(answers: &[(&str, &str)]) -> Submission {
        let answers = answers
            .iter()
            .map(|(name, value)| ((*name).to_owned(), vec![(*value).to_owned()]))
            .collect();
        Submission {
            id: "1".into(),
            answers,
            files: Vec::new(),
        }
    }

    #[test]
    fn a_name_is_answered_whole_and_in_parts() {
        let form = Form::from_start(&FormStart::default());
        let given = submission(&[("q3_fullName[first]", "Ada"), ("q3_fullName[last]", " Lovelace ")]);
        assert_eq!(form.answer(&given, "3").as_deref(), Some("Ada Lovelace"));
        assert_eq!(form.answer(&given, "3.last").as_deref(), Some("Lovelace"));
        assert_eq!(form.answer(&given, "4"), None);
        assert_eq!(form.answer(&given, "99"), None);
    }

    #[test]
    fn a_date_is_answered_as_salesforce_takes_it() {
        let mut form = Form::from_start(&FormStart::default());
        let kind = "control_datetime".to_owned();
        form.add_question(&QuestionStart {
            kind,
            label: "Start".into(),
            ..QuestionStart::default()
        });
        let given = submission(&[
            ("q9_start[month]", "3"),
            ("q9_start[day]", "9"),
            ("q9_start[year]", "2026"),
        ]);
        assert_eq!(form.answer(&given, "9").as_deref(), Some("2026-03-09"));
    }

    #[test]
    fn a_new_question_goes_before_the_submit_button_under_a_name_of_its_own() {
        let mut form = Form::from_start(&FormStart::default());
        let kind = "control_email".to_owned();
        form.add_question(&QuestionStart {
            kind,
            label: "Email".into(),
            ..QuestionStart::default()
        });
        let names: Vec<_> = form
            .questions
            .iter()
            .map(|question| question.name.as_str())
            .collect();
        assert_eq!(names[names.len() - 2..], ["email9", "submit"]);
    }
}
