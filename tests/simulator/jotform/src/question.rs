//! The questions of a form: types, names, and the parts that can be sent on by themselves.

use serde::Serialize;
use simulated_org::start::QuestionStart;

/// One question of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Question {
    /// Its number in the form.
    pub qid: u32,
    /// Its type, for example `control_fullname` (Jotform fact §3, seen).
    #[serde(rename = "type")]
    pub kind: String,
    /// Its unique name, for example `fullName`.
    pub name: String,
    /// Its label.
    pub text: String,
    /// Whether it must be answered.
    pub required: bool,
    /// Whether a condition may hide it.
    pub conditional: bool,
    /// The options of a choice, or the columns of a matrix.
    pub options: Vec<String>,
    /// The rows of a matrix.
    pub rows: Vec<String>,
}

/// Something of a form that can be sent to a field: a question or a part of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    /// The question's number, with `.part` for a part of it.
    pub source: String,
    /// How the wizard calls it.
    pub label: String,
}

/// Question types without an answer (Jotform fact §3, seen).
const LAYOUT: [&str; 8] = [
    "control_head",
    "control_text",
    "control_image",
    "control_button",
    "control_pagebreak",
    "control_collapse",
    "control_divider",
    "control_captcha",
];

impl Question {
    /// The question as it is at the start, under this number if it names none.
    pub fn from_start(start: &QuestionStart, next_qid: u32) -> Self {
        let qid = start.id.parse().unwrap_or(next_qid);
        let choice = matches!(
            start.kind.as_str(),
            "control_dropdown" | "control_radio" | "control_checkbox" | "control_matrix"
        );
        let options = match start.options.is_empty() && choice {
            true => ["Type option 1", "Type option 2", "Type option 3"]
                .map(str::to_owned)
                .to_vec(),
            false => start.options.clone(),
        };
        let rows = match start.kind.as_str() {
            "control_matrix" => vec!["Row 1".to_owned(), "Row 2".to_owned()],
            _ => Vec::new(),
        };
        Self {
            qid,
            kind: start.kind.clone(),
            name: if start.name.is_empty() {
                unique_name(&start.label, qid)
            } else {
                start.name.clone()
            },
            text: start.label.clone(),
            required: start.required,
            conditional: start.conditional,
            options,
            rows,
        }
    }

    /// Whether it has an answer.
    pub fn has_value(&self) -> bool {
        !LAYOUT.contains(&self.kind.as_str())
    }

    /// The inputs that an answer is made of; one without a name for a question of one input.
    pub fn parts(&self) -> &'static [Part] {
        match self.kind.as_str() {
            "control_fullname" => FULL_NAME,
            "control_address" => ADDRESS,
            "control_phone" => PHONE,
            "control_datetime" | "control_birthdate" => DATE,
            "control_time" => TIME,
            _ => WHOLE,
        }
    }

    /// The name of an input in the markup and in a submission, for example `q22_fullName[first]`.
    pub fn input_name(&self, part: &Part) -> String {
        match part.name {
            "" => format!("q{}_{}", self.qid, self.name),
            name => format!("q{}_{}[{name}]", self.qid, self.name),
        }
    }

    /// What of this question can be sent on.
    pub fn sources(&self) -> Vec<Source> {
        if !self.has_value() {
            return Vec::new();
        }
        let whole = Source {
            source: self.qid.to_string(),
            label: self.text.clone(),
        };
        let part = |part: &Part| Source {
            source: format!("{}.{}", self.qid, part.name),
            label: format!("{} - {}", self.text, part.label),
        };
        match self.kind.as_str() {
            "control_fullname" | "control_address" => std::iter::once(whole)
                .chain(self.parts().iter().map(part))
                .collect(),
            _ => vec![whole],
        }
    }
}

/// One input of a question of several inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The name in brackets; empty for the only input.
    pub name: &'static str,
    /// The sublabel.
    pub label: &'static str,
}

const fn part(name: &'static str, label: &'static str) -> Part {
    Part { name, label }
}

const WHOLE: &[Part] = &[part("", "")];
const FULL_NAME: &[Part] = &[part("first", "First Name"), part("last", "Last Name")];
const PHONE: &[Part] = &[part("full", "Please enter a valid phone number.")];
const DATE: &[Part] = &[part("month", "Month"), part("day", "Day"), part("year", "Year")];
const TIME: &[Part] = &[part("timeInput", "Hour Minutes")];
const ADDRESS: &[Part] = &[
    part("addr_line1", "Street Address"),
    part("addr_line2", "Street Address Line 2"),
    part("city", "City"),
    part("state", "State / Province"),
    part("postal", "Postal / Zip Code"),
    part("country", "Country"),
];

/// A unique name as Jotform makes it: the label's words in camel case; `input3` if the label has no letter of that kind.
fn unique_name(text: &str, qid: u32) -> String {
    let mut name = String::new();
    for word in text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
    {
        let (head, tail) = word.split_at(1);
        name += &if name.is_empty() {
            head.to_ascii_lowercase()
        } else {
            head.to_ascii_uppercase()
        };
        name += &tail.to_ascii_lowercase();
    }
    if name.is_empty() {
        format!("input{qid}")
    } else {
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_made_from_labels() {
        assert_eq!(unique_name("Full Name", 3), "fullName");
        assert_eq!(unique_name("E-mail (work)", 4), "eMailWork");
        assert_eq!(unique_name("会社名", 5), "input5");
    }

    #[test]
    fn a_full_name_can_be_sent_whole_or_in_parts() {
        let start = QuestionStart {
            kind: "control_fullname".into(),
            label: "Full Name".into(),
            ..QuestionStart::default()
        };
        let question = Question::from_start(&start, 22);
        let sources: Vec<_> = question
            .sources()
            .into_iter()
            .map(|source| source.source)
            .collect();
        assert_eq!(sources, ["22", "22.first", "22.last"]);
        assert_eq!(question.input_name(&question.parts()[0]), "q22_fullName[first]");
    }

    #[test]
    fn a_heading_has_nothing_to_send() {
        let start = QuestionStart {
            kind: "control_head".into(),
            ..QuestionStart::default()
        };
        assert!(Question::from_start(&start, 1).sources().is_empty());
    }
}
