//! What the icon in the toolbar shows beside a tab.

use super::voice::Voice;
use super::{State, shown, term, walk};
use crate::guide::Guide;
use crate::words::Words;

/// A sign on the icon, and what it says when it is pointed at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToolbarView {
    /// At most four characters.
    pub badge: String,
    /// One sentence.
    pub title: String,
}

/// In a tab where the guide runs: which step is next.
#[must_use]
pub fn toolbar(guide: &Guide, words: &Words, state: &State) -> ToolbarView {
    let voice = Voice::new(words, state);
    let Some(step) = shown(guide, state) else {
        return ToolbarView {
            badge: "✓".to_owned(),
            title: voice.say_with("toolbar_next", &[("what", words.tell("finished_what"))]),
        };
    };
    let walked = walk::walked(guide, state);
    let number = walked.iter().position(|(_, it)| it.id == step.id);
    ToolbarView {
        badge: number.map_or_else(String::new, |at| (at + 1).to_string()),
        title: voice.say_with("toolbar_next", &[("what", &term::what(&voice, state, step))]),
    }
}

/// In a tab where it could run: that this page belongs to it.
#[must_use]
pub fn toolbar_of_guided_page(words: &Words) -> ToolbarView {
    ToolbarView {
        badge: "•".to_owned(),
        title: words.say("toolbar_begins", &[("guide", words.tell("guide_name"))]),
    }
}
