//! The same page in another language of the interface.

use crate::draft::Draft;
use crate::fixture::Translated;
use crate::label::WORDED;
use crate::tree::Tree;
use rand::Rng;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;
use simulated_languages::{Language, Site, Words};

/// Every text that the site translates, in one of the simulator's languages and with words drawn anew, as another release or
/// another site of the same language might have them.
pub fn other(draft: &mut Draft, rng: &mut ChaCha8Rng) -> bool {
    let languages: Vec<Language> = Language::tables().collect();
    let Some(&language) = languages.choose(rng) else {
        return false;
    };
    let words = Words::new(language, rng.random());
    let translated = draft.translated.clone();
    for frame in &mut draft.frames {
        translate(&mut frame.tree, words, &translated);
    }
    draft.language = language.code();
    true
}

fn translate(tree: &mut Tree, words: Words, translated: &Translated) {
    let Some(html) = tree.first("html") else { return };
    let on_jotform = tree
        .attribute(html, "data-address")
        .is_some_and(|address| address.contains(".jotform.com/"));
    let say = |text: &str| {
        let plain = text.trim();
        let (site, texts) = if on_jotform {
            (Site::Jotform, &translated.jotform)
        } else {
            (Site::Salesforce, &translated.salesforce)
        };
        // The marks of required fields stand beside the words.
        let core = plain.trim_matches(['*', ' ', '\u{a0}', ':']);
        (texts.contains(plain) || texts.contains(core))
            .then(|| text.replacen(core, &worded(words, site, core), 1))
    };
    for node in tree.within(0) {
        if let Some(said) = tree.own_text(node).and_then(say) {
            tree.set_text(node, said);
        }
        for name in WORDED {
            if let Some(said) = tree.attribute(node, name).and_then(say) {
                tree.set(node, name, &said);
            }
        }
    }
    tree.set(html, "lang", words.language().code());
}

/// Some texts are put together from the name of a field, which is the org's own, and words of the site.
fn worded(words: Words, site: Site, text: &str) -> String {
    for ending in [" Read Access", " Edit Access"] {
        if let Some(field) = text.strip_suffix(ending) {
            return [field, " ", words.text(site, ending.trim_start())].concat();
        }
    }
    let site = if site == Site::Salesforce && words.is_published(Site::Org, text) {
        Site::Org
    } else {
        site
    };
    words.text(site, text).to_owned()
}
