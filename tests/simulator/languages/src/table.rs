//! The languages and what their tables say.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// How one label is worded, or how several releases word it.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Wordings {
    /// In one way.
    One(String),
    /// In several, of which a run's seed takes one.
    Several(Vec<String>),
}

impl Wordings {
    /// Every wording.
    pub(crate) fn all(&self) -> &[String] {
        match self {
            Wordings::One(text) => std::slice::from_ref(text),
            Wordings::Several(texts) => texts,
        }
    }
}

/// One language as its file has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Table {
    /// The tag for `lang` attributes.
    pub code: String,
    /// Salesforce's `LanguageLocaleKey`.
    pub locale_key: String,
    /// Where the published labels are from.
    #[serde(rename = "source")]
    _source: String,
    /// Labels with a source, by the English label, on both sites.
    pub published: BTreeMap<String, Wordings>,
    /// The same for Jotform alone; they go before those of both sites.
    pub jotform: BTreeMap<String, Wordings>,
    /// The same for the names of licences and profiles.
    pub org: BTreeMap<String, Wordings>,
    /// What stands between two words.
    pub between: String,
    /// Words that this language leaves as they are.
    pub kept: Vec<String>,
    /// Several drawn words for an English one, in lower case and singular.
    pub words: BTreeMap<String, Vec<String>>,
    /// What every other word is made of.
    pub syllables: Vec<String>,
}

/// Reads one embedded file; what is not as declared cannot be served, and shows in the first test that touches it.
#[allow(clippy::panic)]
pub(crate) fn read<T: DeserializeOwned>(name: &str, text: &str) -> T {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("tables/{name}.json: {error}"))
}

macro_rules! tables {
    ($($name:literal),+ $(,)?) => {
        static TABLES: LazyLock<Vec<Table>> =
            LazyLock::new(|| vec![$(read($name, include_str!(concat!("../tables/", $name, ".json")))),+]);
    };
}

tables!(
    "ja", "de", "fr", "es", "pt-BR", "it", "nl", "sv", "ko", "zh-CN", "qps"
);

/// A language that the sites are shown in; English has no table, since every label is looked up by its English wording.
#[derive(Clone, Copy, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Language(pub(crate) Option<&'static Table>);

/// No table is for this language.
#[derive(Debug, PartialEq, Eq, Error)]
#[error("the simulator does not speak {0}")]
pub struct UnknownLanguage(String);

impl Language {
    /// English.
    pub const ENGLISH: Language = Language(None);

    /// Every language but English, the pseudo-language included.
    pub fn tables() -> impl Iterator<Item = Language> {
        TABLES.iter().map(|table| Language(Some(table)))
    }

    /// The language of a tag (`pt-BR`) or of a `LanguageLocaleKey` (`pt_BR`); English where there is no table, as half-translated orgs show it.
    #[must_use]
    pub fn of(key: &str) -> Language {
        Language::find(key).unwrap_or_default()
    }

    fn find(key: &str) -> Option<Language> {
        let key = key.replace('_', "-");
        let primary = key.split('-').next().unwrap_or_default();
        if primary == "en" || primary.is_empty() {
            return Some(Language::ENGLISH);
        }
        let is = |table: &&Table| table.code == key || table.locale_key.replace('_', "-") == key;
        let exact = TABLES.iter().find(is);
        let wider = || TABLES.iter().find(|table| table.code == primary);
        exact.or_else(wider).map(|table| Language(Some(table)))
    }

    /// The tag for `lang` attributes.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0.map_or("en", |table| table.code.as_str())
    }

    /// Salesforce's key for it.
    #[must_use]
    pub fn locale_key(self) -> &'static str {
        self.0.map_or("en_US", |table| table.locale_key.as_str())
    }

    /// Whether it is English.
    #[must_use]
    pub fn is_english(self) -> bool {
        self.0.is_none()
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Language) -> bool {
        self.code() == other.code()
    }
}

impl Eq for Language {}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl TryFrom<String> for Language {
    type Error = UnknownLanguage;

    fn try_from(key: String) -> Result<Language, UnknownLanguage> {
        Language::find(&key).ok_or(UnknownLanguage(key))
    }
}

impl From<Language> for String {
    fn from(language: Language) -> String {
        language.code().to_owned()
    }
}
