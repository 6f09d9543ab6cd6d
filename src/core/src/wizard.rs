//! The stage of Jotform's Salesforce wizard, told by what the page says. Its markup is unknown; the texts are those of
//! Jotform's help pages (Jotform fact §2), so each stage needs words of its own, and no stage is assumed.

use crate::locate::text::{Likeness, fold, likeness};
use crate::page::WizardStage;
use crate::snapshot::{Element, Snapshot};

/// What kind of thing says the words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Speaker {
    /// A button or a link.
    Button,
    /// Anything that can be chosen or switched, by its name, its label or an option.
    Control,
    /// A heading, a legend, or a notice.
    Heading,
}

/// Words that show a stage. The latest stage that shows is the stage.
const SIGNS: &[(WizardStage, Speaker, &[&str])] = &[
    (
        WizardStage::Authenticate,
        Speaker::Button,
        &["Authenticate", "Connect to Salesforce", "Authenticate Salesforce"],
    ),
    (
        WizardStage::Action,
        Speaker::Control,
        &[
            "Create or update a record",
            "Find existing record",
            "Find an existing record",
            "Select an action",
            "Choose an action",
            "Action",
        ],
    ),
    (
        WizardStage::Action,
        Speaker::Heading,
        &["Select an action", "Choose an action"],
    ),
    (
        WizardStage::Object,
        Speaker::Control,
        &[
            "Object",
            "Salesforce object",
            "Select an object",
            "Choose an object",
            "Select object",
        ],
    ),
    (
        WizardStage::Object,
        Speaker::Heading,
        &["Select an object", "Choose an object", "Salesforce object"],
    ),
    (
        WizardStage::Mapping,
        Speaker::Control,
        &["Update an existing record", "Attachments"],
    ),
    (
        WizardStage::Mapping,
        Speaker::Heading,
        &[
            "Map form fields",
            "Map your form fields",
            "Map fields",
            "Match form fields",
            "Match your form fields",
            "Match your fields",
            "Match fields",
            "Field mapping",
        ],
    ),
    (
        WizardStage::Saved,
        Speaker::Heading,
        &[
            "Integration saved",
            "Integration complete",
            "Integration completed",
            "Your integration is ready",
            "Your integration is complete",
        ],
    ),
];

/// Texts by which Salesforce refuses an app that is not installed (Salesforce fact §7, seen).
const APP_REFUSED: [&str; 4] = [
    "OAUTH_APPROVAL_ERROR_GENERIC",
    "invalid_client",
    "must be installed into org",
    "not installed in this org",
];

/// The text says that Salesforce refuses Jotform's app.
#[must_use]
pub fn refuses_app(text: &str) -> bool {
    APP_REFUSED.iter().any(|refusal| text.contains(refusal))
}

/// Tells the stage from a frame's controls and its visible headings and notices; `None` where nothing of it shows.
#[must_use]
pub fn stage(snapshot: &Snapshot, headings: &[String]) -> Option<WizardStage> {
    let visible = || snapshot.elements.iter().filter(|element| element.visible);
    SIGNS
        .iter()
        .rev()
        .find(|(_, speaker, words)| match speaker {
            Speaker::Heading => headings
                .iter()
                .any(|heading| is_one_of(heading, words) || is_one_of(first_sentence(heading), words)),
            Speaker::Button => visible().any(|e| is_button(e) && says(e, words)),
            Speaker::Control => visible().any(|e| is_control(e) && says(e, words)),
        })
        .map(|(stage, _, _)| *stage)
        .or_else(|| {
            let says = |word: &str| headings.iter().any(|heading| is_one_of(heading, &[word]));
            if says("Integrations") && visible().any(is_search) {
                Some(WizardStage::Integrations)
            } else if says("Salesforce") && visible().any(is_way_on) && !visible().any(is_text_box) {
                // Under the integration's own heading, with nothing to choose yet but to go on: the account is shown.
                Some(WizardStage::Authenticate)
            } else {
                None
            }
        })
}

/// A notice may go on to say what it means.
fn first_sentence(text: &str) -> &str {
    text.split(['.', '!', '。']).next().unwrap_or_default()
}

fn is_button(element: &Element) -> bool {
    matches!(element.role.as_str(), "button" | "link" | "generic")
}

/// The names of a wizard's stages also stand in its list of stages, which cannot be chosen from.
fn is_control(element: &Element) -> bool {
    !matches!(
        element.role.as_str(),
        "" | "listitem" | "heading" | "link" | "img" | "tab"
    )
}

/// What goes on to the wizard's next page.
const WAY_ON: &[&str] = &[
    "Next",
    "Continue",
    "Weiter",
    "Suivant",
    "Continuer",
    "Siguiente",
    "Continuar",
    "次へ",
];

fn is_way_on(element: &Element) -> bool {
    is_button(element) && is_one_of(&element.name, WAY_ON)
}

/// A list of integrations can be searched, in whatever language.
fn is_text_box(element: &Element) -> bool {
    matches!(element.role.as_str(), "textbox" | "searchbox" | "combobox")
}

fn is_search(element: &Element) -> bool {
    element.role == "searchbox"
        || (is_text_box(element)
            && [&element.name, &element.placeholder, &element.label]
                .iter()
                .any(|text| fold(text).starts_with("search")))
}

fn says(element: &Element, words: &[&str]) -> bool {
    is_one_of(&element.name, words)
        || is_one_of(&element.label, words)
        || element
            .options
            .iter()
            .any(|option| is_one_of(&option.label, words))
}

fn is_one_of(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| likeness(word, text) == Likeness::Same)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn control(role: &str, name: &str) -> Element {
        Element {
            role: role.into(),
            name: name.into(),
            visible: true,
            ..Element::default()
        }
    }

    fn stage_of(elements: Vec<Element>, headings: &[&str]) -> Option<WizardStage> {
        let headings: Vec<String> = headings.iter().map(|&text| text.to_owned()).collect();
        stage(
            &Snapshot {
                elements,
                ..Snapshot::default()
            },
            &headings,
        )
    }

    #[test]
    fn each_stage_shows_by_its_words() {
        let search = control("searchbox", "Search integrations");
        assert_eq!(
            stage_of(vec![search.clone()], &["Integrations"]),
            Some(WizardStage::Integrations)
        );
        assert_eq!(
            stage_of(vec![control("button", "Authenticate")], &[]),
            Some(WizardStage::Authenticate)
        );
        assert_eq!(
            stage_of(
                vec![control("radio", "Create or update a record")],
                &["Integrations"]
            ),
            Some(WizardStage::Action)
        );
        assert_eq!(
            stage_of(vec![control("combobox", "Object")], &[]),
            Some(WizardStage::Object)
        );
        assert_eq!(
            stage_of(
                vec![control("combobox", "Object"), control("switch", "Attachments")],
                &[]
            ),
            Some(WizardStage::Mapping)
        );
        for notice in [
            "Integration saved",
            "Integration saved. New submissions will be sent.",
        ] {
            assert_eq!(
                stage_of(vec![control("button", "Edit")], &[notice]),
                Some(WizardStage::Saved)
            );
        }
    }

    #[test]
    fn the_integration_s_own_page_is_told_from_the_list_it_stands_in() {
        assert_eq!(
            stage_of(vec![control("button", "Next")], &["Salesforce"]),
            Some(WizardStage::Authenticate)
        );
        let search = control("searchbox", "Search");
        assert_eq!(
            stage_of(vec![search], &["Integrations", "Salesforce"]),
            Some(WizardStage::Integrations)
        );
        let next = control("button", "Next");
        let unlabelled = control("textbox", "インテグレーションを検索");
        assert_eq!(stage_of(vec![next, unlabelled], &["Salesforce"]), None);
        assert_eq!(
            stage_of(vec![control("button", "Preview")], &["Salesforce"]),
            None
        );
    }

    #[test]
    fn a_refusal_is_known_by_its_words() {
        assert!(refuses_app("Something went wrong: OAUTH_APPROVAL_ERROR_GENERIC"));
        assert!(!refuses_app("Something went wrong: access_denied"));
    }

    #[test]
    fn nothing_is_assumed() {
        assert_eq!(stage_of(vec![control("link", "Integrations")], &[]), None);
        assert_eq!(
            stage_of(vec![control("searchbox", "Search")], &["Conditions"]),
            None
        );
        let mut hidden = control("button", "Authenticate");
        hidden.visible = false;
        assert_eq!(stage_of(vec![hidden], &[]), None);
        assert_eq!(stage_of(vec![control("textbox", "Authenticate")], &[]), None);
        assert_eq!(stage_of(vec![control("listitem", "Object")], &["Object"]), None);
    }
}
