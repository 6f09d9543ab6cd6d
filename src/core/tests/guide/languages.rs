//! Every language says all that English says, with the same values in it.

use crate::files::root;
use crate::words::{counted, messages_of, placeholders};
use std::collections::BTreeSet;
use waymark_core::language::{LANGUAGES, Language};

/// Numbers that between them take every form of every language.
const NUMBERS: [usize; 7] = [0, 1, 2, 3, 11, 100, 103];

#[test]
fn each_language_has_its_folder_and_each_folder_is_a_language() {
    let folders: BTreeSet<String> = std::fs::read_dir(root().join("extension/_locales"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let languages: BTreeSet<String> = LANGUAGES.iter().map(|it| it.id.to_owned()).collect();
    assert_eq!(folders, languages);
}

#[test]
fn no_language_lacks_a_word_or_a_value_in_it() {
    let english = messages_of("en");
    for Language { id, .. } in LANGUAGES {
        let messages = messages_of(id);
        for (key, entry) in english.iter().filter(|(key, _)| counted(key) == *key) {
            let translated = messages.get(key).unwrap_or_else(|| panic!("{id} lacks {key}"));
            assert_eq!(placeholders(entry), placeholders(translated), "{id} {key}");
            assert!(
                !translated["message"].as_str().unwrap().trim().is_empty(),
                "{id} {key}"
            );
        }
    }
}

#[test]
fn a_form_for_a_number_belongs_to_a_word_and_is_one_of_its_language() {
    let english = messages_of("en");
    for language in LANGUAGES {
        let forms: BTreeSet<&str> = NUMBERS.map(|count| language.form(count)).into();
        for (key, entry) in messages_of(language.id) {
            let word = counted(&key);
            let of_word = english
                .get(word)
                .unwrap_or_else(|| panic!("{} {key}", language.id));
            assert!(
                word == key || forms.contains(&key[word.len()..]),
                "{} {key}",
                language.id
            );
            // "One step" may do without its number.
            let mut values = placeholders(of_word);
            if word != key {
                values.remove("count");
            }
            let mut own = placeholders(&entry);
            own.remove("count");
            values.remove("count");
            assert_eq!(own, values, "{} {key}", language.id);
        }
    }
}

#[test]
fn store_texts_fit() {
    for Language { id, .. } in LANGUAGES {
        let messages = messages_of(id);
        let length = |key: &str| messages[key]["message"].as_str().unwrap().chars().count();
        assert!(length("extension_name") <= 75, "{id}");
        assert!(length("extension_description") <= 132, "{id}");
    }
}
