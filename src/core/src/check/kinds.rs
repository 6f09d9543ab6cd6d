//! Which kinds of answer fit which kinds of field (Jotform fact §3 and §4).

use crate::form::Question;
use crate::org::FieldDescription;

/// How a question's answer fits a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// Well.
    Well,
    /// Not at all: another kind of value.
    OtherKind,
    /// It can be longer than the field.
    TooLong,
    /// It can be a choice that the picklist does not know.
    Outside,
}

/// What questions of this type answer, as far as a field cares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Answer {
    Text,
    LongText,
    Number,
    Date,
    Time,
    Choice,
    Choices,
    File,
    /// Whatever the form's maker puts there.
    Anything,
}

fn answer(kind: &str) -> Answer {
    match kind.strip_prefix("control_").unwrap_or(kind) {
        "textarea" => Answer::LongText,
        "number" | "spinner" | "rating" | "scale" | "slider" | "autoincrement" => Answer::Number,
        "datetime" | "birthdate" | "appointment" => Answer::Date,
        "time" => Answer::Time,
        "dropdown" | "radio" => Answer::Choice,
        "checkbox" | "matrix" => Answer::Choices,
        "fileupload" | "signature" => Answer::File,
        "hidden" | "widget" | "autocomp" => Answer::Anything,
        _ => Answer::Text,
    }
}

/// Whether a field is one of state or country.
pub(super) fn is_state_or_country(field: &FieldDescription) -> bool {
    let name = field.name.strip_suffix("Code").unwrap_or(&field.name);
    name.ends_with("State") || name.ends_with("Country")
}

/// Whether every answer to a question is a value, or the label of one, of this list of states or countries.
pub(super) fn is_of_list(question: &Question, list: &FieldDescription) -> bool {
    let known = |option: &String| {
        list.values
            .iter()
            .any(|(value, label)| [value.trim(), label.trim()].contains(&option.trim()))
    };
    let is_choice = matches!(answer(&question.kind), Answer::Choice | Answer::Anything);
    is_choice && question.options.iter().all(known)
}

/// Digits with one point at most, and perhaps a sign: reading it as a float would bring in tables of 10 KB.
fn is_number(text: &str) -> bool {
    let text = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, rest) = text.split_once('.').unwrap_or((text, ""));
    let mut digits = whole.bytes().chain(rest.bytes()).peekable();
    digits.peek().is_some() && digits.all(|byte| byte.is_ascii_digit())
}

/// How the answer to a question fits a field.
pub(super) fn fit(question: &Question, field: &FieldDescription) -> Fit {
    let answer = answer(&question.kind);
    let kind = question.kind.strip_prefix("control_").unwrap_or(&question.kind);
    if answer == Answer::Anything {
        return Fit::Well;
    }
    let other_unless = |fits: bool| if fits { Fit::Well } else { Fit::OtherKind };
    let numbers = |question: &Question| {
        !question.options.is_empty() && question.options.iter().all(|option| is_number(option.trim()))
    };
    match field.kind.as_str() {
        "int" | "double" | "currency" | "percent" | "long" => {
            other_unless(answer == Answer::Number || (answer == Answer::Choice && numbers(question)))
        }
        "date" | "datetime" => other_unless(answer == Answer::Date),
        "time" => other_unless(matches!(answer, Answer::Time | Answer::Date)),
        "boolean" => {
            other_unless(matches!(answer, Answer::Choice | Answer::Choices) && question.options.len() <= 2)
        }
        "email" => other_unless(matches!(kind, "email" | "textbox")),
        "url" => other_unless(matches!(kind, "textbox" | "fileupload" | "signature")),
        "phone" => other_unless(matches!(kind, "phone" | "textbox" | "number")),
        "reference" | "id" => other_unless(matches!(answer, Answer::Choice) || kind == "textbox"),
        "picklist" | "combobox" => match answer {
            Answer::Choice | Answer::Text | Answer::Number => outside(question, answer, field),
            _ => Fit::OtherKind,
        },
        "multipicklist" => match answer {
            Answer::Choice | Answer::Choices | Answer::Text => outside(question, answer, field),
            _ => Fit::OtherKind,
        },
        _ if is_longer(question, answer, field) => Fit::TooLong,
        _ => Fit::Well,
    }
}

/// A picklist that is not restricted takes any text.
fn outside(question: &Question, answer: Answer, field: &FieldDescription) -> Fit {
    let known = |option: &String| {
        field
            .values
            .iter()
            .any(|(value, _)| value.trim() == option.trim())
    };
    let is_known = match answer {
        Answer::Choice | Answer::Choices => question.options.iter().all(known),
        _ => false,
    };
    if is_known || !field.restricted || field.values.is_empty() {
        Fit::Well
    } else {
        Fit::Outside
    }
}

/// The longest answer that people give to one line of text.
const LONG_LINE: usize = 20;
/// What a field must hold to take a text of many lines.
const MANY_LINES: usize = 1000;

fn is_longer(question: &Question, answer: Answer, field: &FieldDescription) -> bool {
    let has_limit = field.length > 0 && matches!(field.kind.as_str(), "string" | "textarea");
    let longest = question
        .options
        .iter()
        .map(|option| option.chars().count())
        .max()
        .unwrap_or_default();
    has_limit
        && match answer {
            Answer::LongText => field.length < MANY_LINES,
            Answer::Choice | Answer::Choices => field.length < longest,
            Answer::Text => field.length < LONG_LINE,
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(kind: &str, options: &[&str]) -> Question {
        Question {
            kind: kind.to_owned(),
            options: options.iter().map(|option| (*option).to_owned()).collect(),
            ..Question::default()
        }
    }

    fn field(kind: &str, length: usize, values: &[&str]) -> FieldDescription {
        FieldDescription {
            kind: kind.to_owned(),
            length,
            values: values
                .iter()
                .map(|value| ((*value).to_owned(), (*value).to_owned()))
                .collect(),
            restricted: true,
            ..FieldDescription::default()
        }
    }

    #[test]
    fn each_kind_of_field_takes_its_kinds_of_answer() {
        let cases = [
            ("control_textbox", "string", Fit::Well),
            ("control_textarea", "string", Fit::TooLong),
            ("control_number", "double", Fit::Well),
            ("control_textbox", "double", Fit::OtherKind),
            ("control_datetime", "date", Fit::Well),
            ("control_textbox", "date", Fit::OtherKind),
            ("control_time", "time", Fit::Well),
            ("control_email", "email", Fit::Well),
            ("control_phone", "email", Fit::OtherKind),
            ("control_phone", "phone", Fit::Well),
            ("control_email", "phone", Fit::OtherKind),
            ("control_hidden", "reference", Fit::Well),
            ("control_email", "reference", Fit::OtherKind),
            ("control_fileupload", "url", Fit::Well),
            ("control_email", "url", Fit::OtherKind),
            ("control_email", "boolean", Fit::OtherKind),
        ];
        for (asked, kind, fits) in cases {
            assert_eq!(
                fit(&question(asked, &[]), &field(kind, 80, &[])),
                fits,
                "{asked} into {kind}"
            );
        }
    }

    #[test]
    fn numbers_are_told_from_words() {
        for number in ["1", "-2.5", "+.5", "7."] {
            assert!(is_number(number), "{number}");
        }
        for other in ["", "-", ".", "1.2.3", "1,5", "one", "inf"] {
            assert!(!is_number(other), "{other}");
        }
    }

    #[test]
    fn choices_must_be_values_and_fit_in() {
        let picklist = field("picklist", 255, &["Web", "Phone"]);
        let asks = |options: &[&str]| fit(&question("control_radio", options), &picklist);
        assert_eq!(asks(&["Web", " Phone "]), Fit::Well);
        assert_eq!(asks(&["Web", "Fair"]), Fit::Outside);
        assert_eq!(fit(&question("control_textbox", &[]), &picklist), Fit::Outside);
        assert_eq!(
            fit(&question("control_checkbox", &["Web"]), &picklist),
            Fit::OtherKind
        );
        let open = FieldDescription {
            restricted: false,
            ..picklist.clone()
        };
        assert_eq!(fit(&question("control_radio", &["Fair"]), &open), Fit::Well);
        let states = field("picklist", 0, &["CA"]);
        assert!(is_of_list(&question("control_dropdown", &["CA"]), &states));
        assert!(!is_of_list(&question("control_dropdown", &["Bavaria"]), &states));
        assert!(!is_of_list(&question("control_textbox", &[]), &states));
        let several = field("multipicklist", 255, &["Web"]);
        assert_eq!(fit(&question("control_checkbox", &["Web"]), &several), Fit::Well);
        assert_eq!(fit(&question("control_checkbox", &["X"]), &several), Fit::Outside);
        let short = field("string", 4, &[]);
        assert_eq!(fit(&question("control_radio", &["Four"]), &short), Fit::Well);
        assert_eq!(fit(&question("control_radio", &["Fives"]), &short), Fit::TooLong);
        assert_eq!(
            fit(
                &question("control_dropdown", &["1", "2.5"]),
                &field("int", 0, &[])
            ),
            Fit::Well
        );
        assert_eq!(
            fit(&question("control_dropdown", &["one"]), &field("int", 0, &[])),
            Fit::OtherKind
        );
        let flag = field("boolean", 0, &[]);
        assert_eq!(fit(&question("control_radio", &["Yes", "No"]), &flag), Fit::Well);
        assert_eq!(
            fit(&question("control_radio", &["1", "2", "3"]), &flag),
            Fit::OtherKind
        );
    }
}
