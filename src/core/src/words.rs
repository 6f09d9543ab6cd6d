//! The extension's own words: `_locales/<language>/messages.json` in Chrome's format, packed by `tools/pack` into the form
//! that each part that shows text reads once.

use crate::json::{Json, NotJson};
use crate::language::Language;
use serde::{Deserialize, Serialize};
use vecmap::VecMap;
use waymark_lean::Lean;

/// All messages of one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
pub struct Words {
    /// Its folder below `_locales`.
    language: String,
    messages: VecMap<String, String>,
}

/// How the keys of messages end that Firefox alone has, or has worded otherwise.
const IN_FIREFOX: &str = "_firefox";

impl Words {
    /// Reads the `messages.json` of a language; an entry without a message, which a test finds, is left out. Descriptions and placeholders are
    /// for translators and Chrome. What ships reads the packed form: reading JSON would cost the panel 10 KB.
    ///
    /// # Errors
    /// `NotJson` for a text that is none.
    pub fn parse(language: &str, json: &str) -> Result<Words, NotJson> {
        let entries = match Json::read(json)? {
            Json::Map(entries) => entries,
            _ => Vec::new(),
        };
        let message = |(key, entry): (String, Json)| Some((key, entry.get("message")?.text()?.to_owned()));
        Ok(Words {
            language: language.to_owned(),
            messages: entries.into_iter().filter_map(message).collect(),
        })
    }

    /// As they are in this browser: a message whose key ends in `_firefox` stands there in the place of the one without, and nowhere else.
    #[must_use]
    pub fn in_browser(self, browser: &str) -> Words {
        let mut messages: VecMap<String, String> = VecMap::new();
        for (key, message) in self.messages {
            match key.strip_suffix(IN_FIREFOX) {
                Some(usual) if browser == "firefox" => {
                    messages.insert(usual.to_owned(), message);
                }
                Some(_) => {}
                None => {
                    messages.entry(key).or_insert(message);
                }
            }
        }
        Words { messages, ..self }
    }

    /// There is such a message.
    #[must_use]
    pub fn knows(&self, key: &str) -> bool {
        self.messages.contains_key(key)
    }

    /// The language that they are of.
    #[must_use]
    pub fn language(&self) -> Language {
        Language::of(&self.language)
    }

    /// Every key, in order.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.messages.keys().map(String::as_str)
    }

    /// The message as it stands, or the key itself where a file lags behind the code (a test finds that).
    #[must_use]
    pub fn tell<'a>(&'a self, key: &'a str) -> &'a str {
        self.messages.get(key).map_or(key, String::as_str)
    }

    /// The message with its `$name$` placeholders filled in; a placeholder without a value stays as it is.
    #[must_use]
    pub fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut rest = self.tell(key);
        let mut said = String::with_capacity(rest.len() + 32);
        while let Some((before, after)) = rest.split_once('$') {
            said.push_str(before);
            match after
                .split_once('$')
                .and_then(|(name, tail)| value_of(name, values).map(|value| (value, tail)))
            {
                Some((value, tail)) => {
                    said.push_str(value);
                    rest = tail;
                }
                None => {
                    said.push('$');
                    rest = after;
                }
            }
        }
        said.push_str(rest);
        said
    }

    /// The message in the form that goes with its `$count$`.
    #[must_use]
    pub fn count(&self, key: &str, count: usize, values: &[(&str, &str)]) -> String {
        let formed = [key, self.language().form(count)].concat();
        let key = if self.messages.contains_key(&formed) {
            &formed
        } else {
            key
        };
        let count = count.to_string();
        let values = [values, &[("count", &count)]].concat();
        self.say(key, &values)
    }
}

/// Chrome compares placeholder names without regard to case.
fn value_of<'a>(name: &str, values: &[(&str, &'a str)]) -> Option<&'a str> {
    values
        .iter()
        .find(|(key, _)| key.eq_ignore_ascii_case(name))
        .map(|(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        Words::parse(
            "en",
            r#"{"step": {"message": "Step $number$ of $total$", "placeholders": {"number": {"content": "$1"}, "total": {"content": "$2"}}},
                "price": {"message": "costs 5$ or $AMOUNT$"},
                "left": {"message": "$count$ steps left for $who$"}, "left_one": {"message": "One step left for $who$"}}"#,
        )
        .unwrap()
    }

    #[test]
    fn placeholders_are_filled_and_nothing_else() {
        assert_eq!(
            words().say("step", &[("number", "3"), ("total", "9")]),
            "Step 3 of 9"
        );
        assert_eq!(words().say("price", &[("amount", "6$")]), "costs 5$ or 6$");
        assert_eq!(
            words().say("step", &[("number", "$total$")]),
            "Step $total$ of $total$"
        );
    }

    #[test]
    fn a_number_takes_its_form_where_there_is_one() {
        let left = |count| words().count("left", count, &[("who", "you")]);
        assert_eq!(left(0), "0 steps left for you");
        assert_eq!(left(1), "One step left for you");
        assert_eq!(words().count("step", 1, &[]), "Step $number$ of $total$");
    }

    #[test]
    fn a_browser_has_its_own_words_and_no_other_has_them() {
        let json = r#"{"allow": {"message": "Incognito"}, "allow_firefox": {"message": "Private"}, "bar_firefox": {"message": "Bar"}}"#;
        let words = || Words::parse("en", json).unwrap();
        let (firefox, chromium) = (words().in_browser("firefox"), words().in_browser("chromium"));
        assert_eq!(
            (firefox.tell("allow"), chromium.tell("allow")),
            ("Private", "Incognito")
        );
        assert!(firefox.knows("bar") && !chromium.knows("bar"));
        assert_eq!((firefox.keys().count(), chromium.keys().count()), (2, 1));
    }

    #[test]
    fn a_missing_key_shows_itself() {
        assert_eq!(words().tell("absent"), "absent");
    }
}
