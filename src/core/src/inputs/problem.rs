//! What can be wrong with an input; its words are `problem_<name>`.

use super::InputKey;
use crate::words::Words;

/// Why a value cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It is needed and empty.
    Empty,
    /// Longer than Salesforce takes (Salesforce fact §4, seen).
    TooLong(usize),
    /// Not shaped like an e-mail address.
    NotAnAddress,
    /// Not an API name: letters, digits and single underscores, starting with a letter.
    NotAnApiName,
    /// Not a form's address or number.
    NotAForm,
    /// Not one of the choices.
    NotAChoice,
}

impl Problem {
    /// The end of the key of its words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Problem::Empty => "empty",
            Problem::TooLong(_) => "too_long",
            Problem::NotAnAddress => "not_an_address",
            Problem::NotAnApiName => "not_an_api_name",
            Problem::NotAForm => "not_a_form",
            Problem::NotAChoice => "not_a_choice",
        }
    }

    /// What is wrong, in words.
    #[must_use]
    pub fn tell(self, words: &Words) -> String {
        let key = ["problem_", self.name()].concat();
        match self {
            Problem::TooLong(longest) => words.say(&key, &[("longest", &longest.to_string())]),
            _ => words.tell(&key).to_owned(),
        }
    }
}

pub(super) fn of(key: InputKey, value: &str) -> Option<Problem> {
    let longest = match key {
        InputKey::Alias => 8,
        InputKey::FirstName | InputKey::Nickname => 40,
        InputKey::Fields | InputKey::Form => 1000,
        _ => 80,
    };
    if value.chars().count() > longest {
        return Some(Problem::TooLong(longest));
    }
    if value.is_empty() {
        // The form may be picked up from Jotform itself; a first name is optional (the article says so).
        return (!matches!(key, InputKey::FirstName | InputKey::Form)).then_some(Problem::Empty);
    }
    match key {
        InputKey::Email | InputKey::Username => (!is_address(value)).then_some(Problem::NotAnAddress),
        InputKey::PermissionSetName => {
            (!is_api_name(value) || value.contains("__")).then_some(Problem::NotAnApiName)
        }
        InputKey::Object => (!is_api_name(value)).then_some(Problem::NotAnApiName),
        InputKey::Fields => value
            .split(',')
            .map(str::trim)
            .any(|name| !is_api_name(name))
            .then_some(Problem::NotAnApiName),
        InputKey::Form => form_digits(value).is_none().then_some(Problem::NotAForm),
        InputKey::Action => (!key.choices().contains(&value)).then_some(Problem::NotAChoice),
        InputKey::UpdateExisting | InputKey::Attachments => {
            (!matches!(value, "yes" | "no")).then_some(Problem::NotAChoice)
        }
        _ => None,
    }
}

fn is_address(value: &str) -> bool {
    let Some((local, domain)) = value.split_once('@') else {
        return false;
    };
    let labels_are_full = || domain.split('.').all(|label| !label.is_empty());
    !local.is_empty()
        && domain.contains('.')
        && labels_are_full()
        && !value.contains(char::is_whitespace)
        && !domain.contains('@')
}

fn is_api_name(value: &str) -> bool {
    value.starts_with(|first: char| first.is_ascii_alphabetic())
        && !value.ends_with('_')
        && value
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// The digits after `/build/`, or the digits alone (Jotform fact §1, seen).
pub(super) fn form_digits(text: &str) -> Option<&str> {
    let digits = match text.split_once("/build/") {
        Some((_, rest)) => rest.split(['/', '?', '#']).next().unwrap_or_default(),
        None => text,
    };
    let usable = (6..=24).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    usable.then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_problem_of_each_value() {
        use InputKey::*;
        let cases = [
            (Email, "", Some(Problem::Empty)),
            (Email, "jane@acme", Some(Problem::NotAnAddress)),
            (Email, "jane roe@acme.example", Some(Problem::NotAnAddress)),
            (Email, "jane@acme.example", None),
            (FirstName, "", None),
            (LastName, "", Some(Problem::Empty)),
            (Alias, "toolongalias", Some(Problem::TooLong(8))),
            (PermissionSetName, "Two__scores", Some(Problem::NotAnApiName)),
            (PermissionSetName, "1st", Some(Problem::NotAnApiName)),
            (Object, "Invoice__c", None),
            (Object, "Invoice c", Some(Problem::NotAnApiName)),
            (Fields, "Email, Phone,Region__c", None),
            (Fields, "Email,,Phone", Some(Problem::NotAnApiName)),
            (
                Form,
                "https://eu.jotform.com/build/240001234567890/settings?x=1",
                None,
            ),
            (Form, "240001234567890", None),
            (Form, "my form", Some(Problem::NotAForm)),
            (Action, "delete", Some(Problem::NotAChoice)),
        ];
        for (key, value, problem) in cases {
            assert_eq!(of(key, value), problem, "{key:?} {value:?}");
        }
    }

    #[test]
    fn digits_are_found_in_an_address() {
        assert_eq!(
            form_digits("https://www.jotform.com/build/240001234567890#x"),
            Some("240001234567890")
        );
        assert_eq!(form_digits("https://www.jotform.com/240001234567890"), None);
    }
}
