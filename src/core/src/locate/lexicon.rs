//! The words of a page's candidates, and how telling each of them is: one that stands on every candidate tells nothing.

/// A word by its number, and what it weighs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Word {
    /// Its place in the lexicon; `None` for a word that no candidate has.
    number: Option<usize>,
    /// From [`LEAST`] for a word of every candidate to 1 for a word of one of them or of none.
    rarity: f32,
}

/// What a word weighs that stands everywhere: little, but a text of such words is not empty.
const LEAST: f32 = 0.1;

/// All words of a page, each with the number of candidates that have it.
#[derive(Debug, Default)]
pub struct Lexicon {
    words: Vec<(String, usize)>,
    candidates: usize,
}

impl Lexicon {
    /// Makes the lexicon of candidates, each given by all its words.
    pub fn new(candidates: impl Iterator<Item = Vec<String>>) -> Self {
        let mut lexicon = Self::default();
        for mut words in candidates {
            words.sort_unstable();
            words.dedup();
            lexicon.words.extend(words.into_iter().map(|word| (word, 1)));
            lexicon.candidates += 1;
        }
        lexicon.words.sort_unstable();
        lexicon.words.dedup_by(|later, first| {
            let same = later.0 == first.0;
            if same {
                first.1 += later.1;
            }
            same
        });
        lexicon
    }

    /// Looks words up; each appears once in the answer.
    #[must_use]
    pub fn look_up(&self, mut words: Vec<String>) -> Vec<Word> {
        words.sort_unstable();
        words.dedup();
        words.iter().map(|word| self.word(word)).collect()
    }

    fn word(&self, word: &str) -> Word {
        let at = self.words.binary_search_by(|(known, _)| known.as_str().cmp(word));
        let known = at
            .ok()
            .and_then(|number| Some((number, self.words.get(number)?.1)));
        Word {
            number: known.map(|(number, _)| number),
            rarity: known.map_or(1.0, |(_, holders)| self.rarity(holders)),
        }
    }

    #[allow(clippy::cast_precision_loss)]
    fn rarity(&self, holders: usize) -> f32 {
        let all = self.candidates as f32 + 1.0;
        let share = (all / (holders as f32 + 0.5)).ln() / all.ln();
        LEAST + (1.0 - LEAST) * share.clamp(0.0, 1.0)
    }
}

/// Twice the common words by the words of both, each by its rarity: 1 when the words are the same.
#[must_use]
pub fn overlap(one: &[Word], other: &[Word]) -> f32 {
    part(2.0 * common(one, other), weight(one) + weight(other))
}

/// The share of one's words that the other has too, each by its rarity.
#[must_use]
pub fn within(one: &[Word], other: &[Word]) -> f32 {
    part(common(one, other), weight(one))
}

/// The mean rarity of the words, 0 of none.
#[must_use]
#[allow(clippy::cast_precision_loss)]
pub fn rarity(words: &[Word]) -> f32 {
    part(weight(words), words.len() as f32)
}

/// The words of several lists, each once.
#[must_use]
pub fn union(lists: &[&[Word]]) -> Vec<Word> {
    let mut all: Vec<Word> = Vec::new();
    for word in lists.iter().flat_map(|list| list.iter()) {
        // Words that no candidate has cannot be told apart any more, and all of them count as missing.
        if word.number.is_none() || !all.iter().any(|seen| seen.number == word.number) {
            all.push(*word);
        }
    }
    all
}

fn common(one: &[Word], other: &[Word]) -> f32 {
    let shared = |word: &&Word| word.number.is_some() && other.iter().any(|seen| seen.number == word.number);
    one.iter().filter(shared).map(|word| word.rarity).sum()
}

fn weight(words: &[Word]) -> f32 {
    words.iter().map(|word| word.rarity).sum()
}

fn part(part: f32, whole: f32) -> f32 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(words: &str) -> Vec<String> {
        words.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn rare_words_weigh_more() {
        let lexicon = Lexicon::new(
            ["menu home", "menu news", "menu sport", "menu help"]
                .map(list)
                .into_iter(),
        );
        let read = |words: &str| lexicon.look_up(list(words));
        assert_eq!(overlap(&read("menu home"), &read("home menu")), 1.0);
        assert_eq!(overlap(&read("unknown"), &read("unknown")), 0.0);
        assert_eq!(overlap(&[], &[]), 0.0);
        assert!(overlap(&read("menu home"), &read("home")) > overlap(&read("menu home"), &read("menu")));
        assert!(rarity(&read("menu")) < 0.3 && rarity(&read("home")) > 0.7);
        assert_eq!(within(&read("help"), &read("menu help")), 1.0);
    }

    #[test]
    fn a_union_has_every_known_word_once() {
        let lexicon = Lexicon::new(["menu home"].map(list).into_iter());
        let menu = lexicon.look_up(list("menu"));
        let both = lexicon.look_up(list("menu home"));
        assert_eq!(union(&[&menu, &both]).len(), 2);
    }
}
