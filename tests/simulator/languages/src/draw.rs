//! One run's wording of every label: published where the table has it, drawn where not.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use crate::table::{Language, Table, Wordings};

/// Whose label it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Site {
    /// Salesforce's pages.
    Salesforce,
    /// Jotform's pages.
    Jotform,
    /// The org's own data that Salesforce translates: licences and profiles.
    Org,
}

/// A language as one run words it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    language: Language,
    seed: u32,
}

impl Words {
    /// The wording of a language that a seed draws.
    #[must_use]
    pub fn new(language: Language, seed: u32) -> Words {
        Words { language, seed }
    }

    /// The language.
    #[must_use]
    pub fn language(self) -> Language {
        self.language
    }

    /// The label for an English one. The same label is worded the same all through a run, as are its words in other labels.
    #[must_use]
    pub fn text(self, site: Site, english: &str) -> &'static str {
        let Some(table) = self.language.0 else {
            return lasting(english.to_owned());
        };
        match published(table, site, english) {
            Some(wordings) => pick(wordings.all(), self.dice(&["published"])),
            None => lasting(self.drawn(table, english)),
        }
    }

    /// Whether a label's wording is published, so that a guide may know it.
    #[must_use]
    pub fn is_published(self, site: Site, english: &str) -> bool {
        self.language
            .0
            .is_none_or(|table| published(table, site, english).is_some())
    }

    fn drawn(self, table: &Table, english: &str) -> String {
        let mut words: Vec<String> = english
            .split_whitespace()
            .map(|word| self.word(table, word))
            .collect();
        // A run's language puts what it describes first or last.
        if self.dice(&["order"]) % 2 == 1 && words.len() <= 3 {
            words.reverse();
        }
        let text = words.join(&table.between);
        if !english.starts_with(char::is_uppercase) {
            return text;
        }
        let mut letters = text.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(letters).collect()
    }

    /// One word, with the marks around it where they are: `--None--`, `Username:`.
    fn word(self, table: &Table, word: &str) -> String {
        let core = word.trim_matches(|mark: char| !mark.is_alphanumeric());
        if core.is_empty() || core.contains('@') || table.kept.iter().any(|kept| kept == core) {
            return word.to_owned();
        }
        let stem = core.to_lowercase();
        let singular = stem.strip_suffix('s').unwrap_or(&stem);
        let known = table.words.get(&stem).or_else(|| table.words.get(singular));
        let drawn = match known {
            Some(several) => pick(several, self.dice(&[singular])).to_owned(),
            None => self.invented(table, &stem),
        };
        word.replacen(core, &drawn, 1)
    }

    /// A word that no list knows, made of three or four syllables.
    fn invented(self, table: &Table, word: &str) -> String {
        let count = 3 + self.dice(&[word, "length"]) % 2;
        (0..count)
            .map(|place| pick(&table.syllables, self.dice(&[word, &place.to_string()])))
            .collect()
    }

    /// A number that depends on nothing but the seed, the language and the parts (FNV-1a, mixed as SplitMix64 does).
    fn dice(self, parts: &[&str]) -> u64 {
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        let seed = self.seed.to_le_bytes();
        let bytes = parts
            .iter()
            .flat_map(|part| part.bytes().chain(std::iter::once(0)));
        for byte in seed.into_iter().chain(self.language.code().bytes()).chain(bytes) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        hash ^ (hash >> 31)
    }
}

fn published(table: &'static Table, site: Site, english: &str) -> Option<&'static Wordings> {
    let own = match site {
        Site::Salesforce => None,
        Site::Jotform => table.jotform.get(english),
        Site::Org => return table.org.get(english),
    };
    own.or_else(|| table.published.get(english))
}

fn pick(list: &[String], dice: u64) -> &str {
    let place = usize::try_from(dice % (list.len().max(1) as u64)).unwrap_or_default();
    list.get(place).map_or("", String::as_str)
}

/// Keeps a label for as long as the process runs, so that pages can hold it as they hold one of the source text. There are only as
/// many as labels, languages and seeds.
fn lasting(text: String) -> &'static str {
    static KEPT: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = kept.get(text.as_str()) {
        return known;
    }
    let new: &'static str = Box::leak(text.into_boxed_str());
    kept.insert(new);
    new
}
