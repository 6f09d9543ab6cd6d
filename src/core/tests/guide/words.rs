//! No word is missing and none is left over.

use crate::files::{files, guide, root, steps, variants};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;
use waymark_core::check::{Cause, CheckId};
use waymark_core::inputs::InputKey;
use waymark_core::jotform_api::Trouble;

/// Beginnings of the keys that stand in code as they are.
const BEGINNINGS: [&str; 38] = [
    "action_",
    "because_",
    "button_",
    "card_",
    "cause_",
    "checked_",
    "evidence_",
    "explained_",
    "extension_",
    "field_",
    "finding_",
    "finished_",
    "form_key_",
    "guide_",
    "hand_over_",
    "input_",
    "login_",
    "mapping_",
    "mark_",
    "name_",
    "not_shown_",
    "note_",
    "notice_",
    "org_",
    "panel_",
    "place_",
    "problem_",
    "report_",
    "show_me_",
    "state_",
    "trap_",
    "warning_",
    "why_",
    "plan_",
    "settings_",
    "stand_",
    "toolbar_",
    "welcome_",
];

/// How the keys of what Firefox alone says end.
const IN_FIREFOX: &str = "_firefox";

fn messages() -> BTreeMap<String, serde_json::Value> {
    messages_of("en")
}

pub fn messages_of(language: &str) -> BTreeMap<String, serde_json::Value> {
    let path = root().join(format!("extension/_locales/{language}/messages.json"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// The key without the end that says beside which numbers it stands.
pub fn counted(key: &str) -> &str {
    static ENGLISH: LazyLock<BTreeMap<String, serde_json::Value>> = LazyLock::new(messages);
    let mut ends = ["_zero", "_one", "_two", "_few", "_many"].into_iter();
    let of = |end| key.strip_suffix(end).filter(|word| ENGLISH.contains_key(*word));
    ends.find_map(of).unwrap_or(key)
}

pub fn placeholders(entry: &serde_json::Value) -> BTreeSet<String> {
    let message = entry["message"].as_str().unwrap();
    message.split('$').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Keys made from ids: of the guide, of checks and causes, of inputs.
fn made() -> BTreeSet<String> {
    let guide = guide();
    let mut keys: BTreeSet<String> = guide
        .sections
        .iter()
        .map(|section| format!("section_{}", section.id))
        .collect();
    for step in steps(&guide) {
        keys.extend([format!("step_{}_what", step.id), format!("step_{}_why", step.id)]);
        keys.extend(step.fields.iter().map(|field| format!("field_{}", field.id)));
        keys.extend(step.warnings.iter().cloned());
        keys.extend(step.traps.values().cloned());
    }
    keys.extend(
        variants::<CheckId>()
            .iter()
            .map(|id| format!("check_{}", id.replace('-', "_"))),
    );
    for cause in variants::<Cause>() {
        keys.extend([format!("cause_{cause}"), format!("cause_{cause}_fix")]);
    }
    for key in InputKey::ALL {
        keys.extend([
            format!("input_{}", key.name()),
            format!("input_{}_help", key.name()),
        ]);
    }
    for choice in InputKey::Action.choices() {
        keys.insert(format!("action_{choice}"));
    }
    for problem in [
        "empty",
        "too_long",
        "not_an_address",
        "not_an_api_name",
        "not_a_form",
        "not_a_choice",
    ] {
        keys.insert(format!("problem_{problem}"));
    }
    for reason in ["name", "usual", "kind", "choices", "type"] {
        keys.insert(format!("mapping_why_{reason}"));
    }
    for part in [
        "first",
        "last",
        "addr_line1",
        "city",
        "state",
        "postal",
        "country",
    ] {
        keys.insert(format!("mapping_part_{part}"));
    }
    for trouble in variants::<Trouble>() {
        keys.insert(format!("form_key_{}", trouble.replace('-', "_")));
    }
    for write in ["set", "new_user", "grant", "licence", "assignment"] {
        keys.extend([format!("plan_{write}"), format!("plan_{write}_back")]);
    }
    keys
}

/// Keys that stand in the code or in a manifest as they are.
fn written() -> BTreeSet<String> {
    let mut keys = BTreeSet::new();
    for folder in [
        "src/core/src",
        "src/panel/src",
        "src/background/src",
        "src/content/src",
    ] {
        for file in files(folder, ".rs") {
            let literals = file.split('"').map(str::to_owned);
            keys.extend(literals.filter(|literal| is_key(literal)));
        }
    }
    for manifest in files("extension", ".json") {
        for part in manifest.split("__MSG_").skip(1) {
            keys.extend(part.split_once("__").map(|(key, _)| key.to_owned()));
        }
    }
    keys
}

fn is_key(literal: &str) -> bool {
    let plain = literal
        .bytes()
        .all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    plain
        && literal == literal.trim_end_matches('_')
        && (literal == "progress" || BEGINNINGS.iter().any(|beginning| literal.starts_with(beginning)))
}

#[test]
fn no_word_is_missing() {
    let messages = messages();
    let missing: Vec<String> = made()
        .into_iter()
        .chain(written())
        .filter(|key| !messages.contains_key(key) && !messages.contains_key(&[key, IN_FIREFOX].concat()))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn no_word_is_left_over() {
    let used: BTreeSet<String> = made().into_iter().chain(written()).collect();
    let is_used = |key: &String| {
        let key = key.strip_suffix(IN_FIREFOX).unwrap_or(key);
        used.contains(key) || used.contains(counted(key))
    };
    let unused: Vec<String> = messages().into_keys().filter(|key| !is_used(key)).collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn every_placeholder_is_declared() {
    for (key, entry) in messages() {
        let declared: BTreeSet<String> = entry["placeholders"]
            .as_object()
            .into_iter()
            .flatten()
            .map(|(name, _)| name.clone())
            .collect();
        assert_eq!(placeholders(&entry), declared, "{key}");
    }
}

#[test]
fn steps_say_what_to_do_in_one_sentence() {
    for (key, entry) in messages() {
        let message = entry["message"].as_str().unwrap();
        if key.starts_with("step_") {
            let ends = message.matches(['.', '?']).count() - message.matches("Jotform.com").count();
            assert!(
                message.ends_with('.') && ends == 1 && message.len() <= 140,
                "{key}: {message}"
            );
        }
    }
    // Chrome Web Store's limit.
    assert!(
        messages()["extension_description"]["message"]
            .as_str()
            .unwrap()
            .len()
            <= 132
    );
}
