//! The words of the simulated sites in the languages that they speak: one table per language in `tables/`, no code for any of them.
//!
//! A label that Salesforce or Jotform is known to word in a certain way stands in its language's table under `published`, and so
//! it is shown. Every other label is *drawn* by the run's seed from the table's word lists, and where these know a word no more,
//! from its syllables: plausible, different from run to run, and unknown to the guides, which never see these lists. The
//! pseudo-language `qps` has neither published labels nor words, so there nothing is known.

mod draw;
mod table;

pub use draw::{Site, Words};
pub use table::{Language, UnknownLanguage};

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The texts of Jotform's builder in English, by the front end's keys.
#[derive(Debug, serde::Deserialize)]
struct JotformTexts {
    /// As the help pages have them.
    help_page: BTreeMap<String, String>,
    /// Those that another build may word slightly otherwise.
    reworded: BTreeMap<String, String>,
}

static JOTFORM: LazyLock<JotformTexts> =
    LazyLock::new(|| table::read("jotform", include_str!("../tables/jotform.json")));

/// Every text of Jotform's builder by the front end's keys; `reworded` asks for the other English wording, which other languages
/// have no need of: theirs are drawn.
#[must_use]
pub fn jotform_texts(words: Words, reworded: bool) -> BTreeMap<&'static str, &'static str> {
    let english = |key: &String, text: &'static String| {
        let other = JOTFORM.reworded.get(key).filter(|_| reworded);
        other.unwrap_or(text).as_str()
    };
    JOTFORM
        .help_page
        .iter()
        .map(|(key, text)| {
            let text = if words.language().is_english() {
                english(key, text)
            } else {
                words.text(Site::Jotform, text)
            };
            (key.as_str(), text)
        })
        .collect()
}
