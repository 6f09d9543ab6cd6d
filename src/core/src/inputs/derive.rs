//! Defaults as Salesforce's own forms derive them (Salesforce fact §4, seen and inferred).

use super::{InputKey, Inputs, objects};

/// The order in which defaults are made: a default is made from values before it.
pub(super) const ORDER: [InputKey; 14] = [
    InputKey::Action,
    InputKey::Object,
    InputKey::PermissionSetLabel,
    InputKey::PermissionSetName,
    InputKey::FirstName,
    InputKey::LastName,
    InputKey::Alias,
    InputKey::Email,
    InputKey::Username,
    InputKey::Nickname,
    InputKey::Fields,
    InputKey::Form,
    InputKey::UpdateExisting,
    InputKey::Attachments,
];

/// A username holds at most 80 characters (Salesforce fact §4, seen).
const USERNAME_LENGTH: usize = 80;

pub(super) fn default_of(key: InputKey, inputs: &Inputs, core_host: &str) -> String {
    match key {
        InputKey::PermissionSetLabel => "Jotform Integration".to_owned(),
        InputKey::PermissionSetName => api_name(inputs.value(InputKey::PermissionSetLabel)),
        InputKey::FirstName => "Jotform".to_owned(),
        InputKey::LastName => "Integration".to_owned(),
        InputKey::Alias => alias(
            inputs.value(InputKey::FirstName),
            inputs.value(InputKey::LastName),
        ),
        InputKey::Email | InputKey::Form => String::new(),
        InputKey::Username => username(inputs.value(InputKey::Email), core_host),
        InputKey::Nickname => nickname(inputs.value(InputKey::Email)),
        InputKey::Action => "write".to_owned(),
        InputKey::Object => "Lead".to_owned(),
        InputKey::Fields => objects::default_fields(inputs.value(InputKey::Object)).to_owned(),
        InputKey::UpdateExisting | InputKey::Attachments => "no".to_owned(),
    }
}

/// A default of the user's own, with the org and the object in it.
pub(super) fn filled(pattern: &str, inputs: &Inputs, core_host: &str) -> String {
    pattern
        .replace("{org}", &org(core_host))
        .replace("{object}", inputs.value(InputKey::Object))
}

/// What the org calls itself in its address.
fn org(core_host: &str) -> String {
    core_host.split('.').next().unwrap_or_default().replace("--", "-")
}

/// Letters, digits and single underscores, starting with a letter and not ending with an underscore.
fn api_name(label: &str) -> String {
    let mut name = String::with_capacity(label.len() + 1);
    for character in label.chars() {
        if character.is_ascii_alphanumeric() {
            name.push(character);
        } else if !name.is_empty() && !name.ends_with('_') {
            name.push('_');
        }
    }
    if name.starts_with(|first: char| first.is_ascii_digit()) {
        name.insert(0, 'X');
    }
    name.truncate(80);
    name.trim_end_matches('_').to_owned()
}

/// The first letter of the first name and the first four of the last name, in lower case.
fn alias(first: &str, last: &str) -> String {
    first
        .chars()
        .take(1)
        .chain(last.chars().take(4))
        .flat_map(char::to_lowercase)
        .collect()
}

fn nickname(email: &str) -> String {
    let local = email.split('@').next().unwrap_or_default();
    local.chars().take(40).collect()
}

/// The address itself may already be somebody's username, which is unique across all orgs: so the org's name goes into it.
fn username(email: &str, core_host: &str) -> String {
    let Some((local, domain)) = email.split_once('@') else {
        return String::new();
    };
    let org = org(core_host);
    let tag = if org.is_empty() {
        "jotform".to_owned()
    } else {
        ["jotform-", &org].concat()
    };
    let local = local.split('+').next().unwrap_or_default();
    let room = USERNAME_LENGTH.saturating_sub(local.len() + domain.len() + 2);
    let tag: String = tag.chars().take(room).collect();
    [local, "+", tag.trim_end_matches('-'), "@", domain].concat()
}

/// The next label when one is taken: `X` → `X 2` → `X 3`.
#[must_use]
pub fn next_label(label: &str) -> String {
    let (stem, number) = match label.rsplit_once([' ', '_']) {
        Some((stem, tail)) => match tail.parse::<u32>() {
            Ok(number) => (stem, number.saturating_add(1)),
            Err(_) => (label, 2),
        },
        None => (label, 2),
    };
    let number = number.to_string();
    let stem: String = stem.chars().take(79 - number.len().min(10)).collect();
    [&stem, " ", &number].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inputs(typed: &[(InputKey, &str)]) -> Inputs {
        let mut inputs = Inputs::default();
        for (key, text) in typed {
            inputs.set(*key, text, "acme--dev.sandbox.my.salesforce.com");
        }
        inputs
    }

    #[test]
    fn defaults_are_what_salesforce_would_fill_in() {
        let inputs = inputs(&[(InputKey::Email, "jane.roe@acme.example")]);
        assert_eq!(inputs.value(InputKey::PermissionSetName), "Jotform_Integration");
        assert_eq!(inputs.value(InputKey::Alias), "jinte");
        assert_eq!(inputs.value(InputKey::Nickname), "jane.roe");
        assert_eq!(
            inputs.value(InputKey::Username),
            "jane.roe+jotform-acme-dev@acme.example"
        );
        assert!(inputs.value(InputKey::Fields).contains("Email"));
    }

    #[test]
    fn what_was_typed_stays_and_the_rest_follows() {
        let inputs = inputs(&[
            (InputKey::Alias, "jot"),
            (InputKey::PermissionSetLabel, "2nd set -- forms!"),
            (InputKey::LastName, "Ōmori"),
        ]);
        assert_eq!(inputs.value(InputKey::Alias), "jot");
        assert_eq!(inputs.value(InputKey::PermissionSetName), "X2nd_set_forms");
    }

    #[test]
    fn an_emptied_input_returns_to_its_default() {
        let mut inputs = inputs(&[(InputKey::Alias, "jot")]);
        inputs.set(InputKey::Alias, " ", "acme.my.salesforce.com");
        assert_eq!(inputs.value(InputKey::Alias), "jinte");
        assert!(!inputs.typed.contains(&InputKey::Alias));
    }

    #[test]
    fn a_long_username_keeps_its_address_and_fits() {
        let email = [&"x".repeat(50), "@", &"y".repeat(20), ".example"].concat();
        let inputs = inputs(&[(InputKey::Email, &email)]);
        let username = inputs.value(InputKey::Username);
        assert!(username.len() <= 80 && username != email, "{username}");
        assert_eq!(inputs.problem(InputKey::Username), None);
    }

    #[test]
    fn taken_labels_are_counted_up() {
        assert_eq!(next_label("Jotform Integration"), "Jotform Integration 2");
        assert_eq!(next_label("Jotform Integration 2"), "Jotform Integration 3");
        assert_eq!(
            api_name(&next_label("Jotform_Integration")),
            "Jotform_Integration_2"
        );
    }
}
