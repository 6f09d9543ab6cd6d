//! What the tables must keep to, and that the guides know nothing of what is drawn.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use serde_json::Value;
use simulated_languages::{Language, Site, Words, jotform_texts};
use waymark_core::locate::text::fold;

const GUIDE: &str = include_str!("../../../../extension/guides/jotform-salesforce.json");
const SEEDS: u32 = 12;

/// Calls back for every wording of a guide: its language, the English wordings beside it, and itself.
fn wordings(guide: &Value, found: &mut dyn FnMut(&str, &[&str], &str)) {
    match guide {
        Value::Object(fields) => match fields.get("en").and_then(Value::as_array) {
            Some(english) => {
                let english: Vec<&str> = english.iter().filter_map(Value::as_str).collect();
                for (language, texts) in fields {
                    for text in texts.as_array().into_iter().flatten().filter_map(Value::as_str) {
                        found(language, &english, text);
                    }
                }
            }
            None => fields.values().for_each(|field| wordings(field, found)),
        },
        Value::Array(items) => items.iter().for_each(|item| wordings(item, found)),
        _ => {}
    }
}

/// Every label that a page may show: those of Jotform's table and those that the guide names.
fn labels() -> BTreeSet<String> {
    let english = Words::new(Language::ENGLISH, 0);
    let mut labels: BTreeSet<String> = jotform_texts(english, false)
        .into_values()
        .map(str::to_owned)
        .collect();
    wordings(&serde_json::from_str(GUIDE).unwrap(), &mut |_, english, _| {
        labels.extend(english.iter().map(|label| (*label).to_owned()));
    });
    labels
}

fn runs() -> impl Iterator<Item = Words> {
    Language::tables().flat_map(|language| (0..SEEDS).map(move |seed| Words::new(language, seed)))
}

#[test]
fn the_facts_words_are_published() {
    let japanese = Words::new(Language::of("ja"), 1);
    let shown = ["Save", "Add", "Remove", "Edit"].map(|label| japanese.text(Site::Salesforce, label));
    assert_eq!(shown, ["保存", "追加", "削除", "編集"]);
    let italian = Words::new(Language::of("it"), 1);
    assert_eq!(
        italian.text(Site::Org, "Salesforce Integration"),
        "Integrazione Salesforce"
    );
}

#[test]
fn a_language_is_found_by_its_tag_and_by_salesforces_key() {
    for (key, code) in [
        ("pt_BR", "pt-BR"),
        ("nl_NL", "nl"),
        ("de", "de"),
        ("de-AT", "de"),
        ("zh_CN", "zh-CN"),
        ("zh_TW", "en"),
        ("en_US", "en"),
        ("da", "en"),
        ("qps", "qps"),
    ] {
        assert_eq!(Language::of(key).code(), code, "{key}");
    }
    assert!(Language::try_from("da".to_owned()).is_err());
    assert_eq!(Language::tables().count(), 11);
}

#[test]
fn the_guide_knows_published_wordings_only() {
    let mut published: BTreeSet<(String, String)> = BTreeSet::new();
    for words in runs() {
        for label in labels() {
            let plain = label.strip_prefix("{item} ").unwrap_or(&label).to_owned();
            for site in [Site::Salesforce, Site::Jotform, Site::Org] {
                if words.is_published(site, &plain) {
                    let language = words.language().code().to_owned();
                    published.insert((language, words.text(site, &plain).to_owned()));
                }
            }
        }
    }
    wordings(
        &serde_json::from_str(GUIDE).unwrap(),
        &mut |language, english, text| {
            let plain = text.strip_prefix("{item} ").unwrap_or(text);
            let known = language == "en" || published.contains(&(language.to_owned(), plain.to_owned()));
            assert!(
                known,
                "{language}: {text} for {english:?} has no source in tables/"
            );
        },
    );
}

#[test]
fn no_drawn_label_stands_in_the_guide() {
    let mut known = BTreeSet::new();
    wordings(&serde_json::from_str(GUIDE).unwrap(), &mut |_, _, text| {
        known.insert(fold(text));
    });
    let mut clashes = BTreeSet::new();
    for words in runs() {
        for label in labels() {
            for site in [Site::Salesforce, Site::Jotform, Site::Org] {
                let text = words.text(site, &label);
                let drawn = !words.is_published(site, &label) && text != label;
                if drawn && known.contains(&fold(text)) {
                    clashes.insert((words.language().code(), label.clone(), text));
                }
            }
        }
    }
    assert_eq!(clashes, BTreeSet::new());
}

#[test]
fn nothing_is_published_in_the_pseudo_language() {
    let words = Words::new(Language::of("qps"), 7);
    for label in labels() {
        assert!(!words.is_published(Site::Salesforce, &label));
        let kept = label
            .split_whitespace()
            .all(|word| word == "Salesforce" || word == "Jotform" || word.contains('@') || word == "&");
        assert_eq!(words.text(Site::Jotform, &label) == label, kept, "{label}");
    }
}

#[test]
fn a_run_words_a_label_always_the_same_and_another_run_otherwise() {
    for language in Language::tables() {
        let shown = |seed| Words::new(language, seed).text(Site::Salesforce, "Manage Assignments");
        assert_eq!(shown(3), shown(3));
        assert!(
            (0..10).any(|seed| shown(seed) != shown(3)),
            "{language:?} is worded in one way only"
        );
    }
}

#[test]
fn different_labels_read_differently() {
    for words in runs() {
        let labels = [
            "Alias",
            "Nickname",
            "Title",
            "Company",
            "Department",
            "Division",
            "Freeze",
        ];
        let shown: BTreeSet<_> = labels
            .iter()
            .map(|label| words.text(Site::Salesforce, label))
            .collect();
        assert_eq!(shown.len(), labels.len(), "{words:?}: {shown:?}");
    }
}
