//! Comparing texts that people read: folded, then exactly or closely.

/// Lower case, white space as single spaces, full-width Latin as plain, quotation marks and dashes as plain, without the
/// marks that sites put around a label (`*`, `:`).
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for character in text.chars() {
        let character = plain(character);
        if character.is_whitespace() {
            gap = !folded.is_empty();
        } else if !is_invisible(character) {
            if gap {
                folded.push(' ');
                gap = false;
            }
            folded.extend(character.to_lowercase());
        }
    }
    folded
        .trim_matches(|mark: char| matches!(mark, '*' | ':' | ' '))
        .to_owned()
}

fn plain(character: char) -> char {
    match character {
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        '\u{2010}'..='\u{2015}' => '-',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        other => other,
    }
}

fn is_invisible(character: char) -> bool {
    character.is_control() || matches!(character, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}')
}

/// How much alike two texts are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// They differ.
    Different,
    /// The second has the first in it, with as many letters around it or more.
    ManyMore,
    /// The second has the first in it, with fewer letters around it than its own.
    FewMore,
    /// The same but for one letter of a long text ("Edit Assignment").
    Close,
    /// The same but for punctuation, marks or a count in brackets.
    Decorated,
    /// The same once folded.
    Same,
}

/// A text made ready to be compared with many others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    folded: String,
    letters: Vec<char>,
}

impl Text {
    /// Reads the text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let folded = fold(text);
        Self {
            letters: letters(&folded),
            folded,
        }
    }

    /// The text as [`fold`] leaves it.
    #[must_use]
    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// It has no letter or mark in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.folded.is_empty()
    }

    /// The same once folded; an empty one is like nothing.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        !self.is_empty() && self.folded == other.folded
    }

    /// How much a text that was seen is like this known one; an empty one is like nothing.
    #[must_use]
    pub fn likeness(&self, seen: &Self) -> Likeness {
        let (known, seen_letters) = (&self.letters, &seen.letters);
        if self.is(seen) {
            Likeness::Same
        } else if known.is_empty() || seen_letters.is_empty() {
            Likeness::Different
        } else if known == seen_letters {
            Likeness::Decorated
        } else if nearly(known, seen_letters) {
            Likeness::Close
        } else if !is_in(&self.folded, &seen.folded) {
            Likeness::Different
        } else if seen_letters.len() < 2 * known.len() {
            Likeness::FewMore
        } else {
            Likeness::ManyMore
        }
    }
}

/// Compares a known text with one that was seen; an empty one is like nothing.
#[must_use]
pub fn likeness(known: &str, seen: &str) -> Likeness {
    Text::new(known).likeness(&Text::new(seen))
}

/// The known text stands in the seen one, as words of its own.
fn is_in(known: &str, seen: &str) -> bool {
    let stands_at = |at: usize| {
        let before = seen.get(..at).unwrap_or_default().chars().next_back();
        // Not a search for the text: that would bring in a searcher.
        let after = seen.get(at..).and_then(|text| text.strip_prefix(known))?;
        let (first, last) = (known.chars().next(), known.chars().next_back());
        let is_apart = |beside, own| !(is_joined(beside) && is_joined(own));
        Some(is_apart(before, first) && is_apart(after.chars().next(), last))
    };
    known.len() < seen.len()
        && known.chars().nth(1).is_some()
        && seen.char_indices().any(|(at, _)| stands_at(at) == Some(true))
}

/// A letter of a script that sets its words apart; Chinese, Japanese and Korean ones do not, or not always.
fn is_joined(character: Option<char>) -> bool {
    character.is_some_and(|it| it.is_alphanumeric() && it < '\u{2e80}')
}

/// Letters and digits alone, without a trailing count such as `[3]` or `(12)`.
fn letters(folded: &str) -> Vec<char> {
    let without_count = folded
        .strip_suffix([']', ')'])
        .and_then(|rest| rest.rsplit_once(['[', '(']))
        .filter(|(_, count)| count.chars().all(|c| c.is_ascii_digit() || c == '+'))
        .map_or(folded, |(before, _)| before);
    without_count
        .chars()
        .filter(|character| character.is_alphanumeric())
        .collect()
}

/// Of at least eight letters with one letter (no digit) more, less or different. Two letters would already
/// make "active" of "inactive".
fn nearly(one: &[char], other: &[char]) -> bool {
    if one.len().abs_diff(other.len()) > 1 {
        return false;
    }
    let start = common(one.iter(), other.iter());
    let (one, other) = (one.get(start..).unwrap_or(&[]), other.get(start..).unwrap_or(&[]));
    let end = common(one.iter().rev(), other.iter().rev());
    let rest = |text: &[char]| text.len().saturating_sub(end);
    let changed = |text: &[char]| text.get(..rest(text)).unwrap_or(&[]).to_vec();
    let (one, other) = (changed(one), changed(other));
    start + end + one.len().min(other.len()) >= 8
        && one.len() <= 1
        && other.len() <= 1
        && one.iter().chain(&other).all(|c| c.is_alphabetic())
}

fn common<'a>(one: impl Iterator<Item = &'a char>, other: impl Iterator<Item = &'a char>) -> usize {
    one.zip(other).take_while(|(a, b)| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::Likeness::{Close, Decorated, Different, FewMore, ManyMore, Same};
    use super::*;

    #[test]
    fn texts_are_compared_as_people_read_them() {
        for (one, other, expected) in [
            ("Last Name", "*  last\u{a0}name ", Same),
            ("License:", "License", Same),
            ("保存", "保存", Same),
            ("Ｓａｌｅｓｆｏｒｃｅ", "Salesforce", Same),
            (
                "Permission Set Assignments",
                "Permission Set Assignments [1]",
                Decorated,
            ),
            ("Email", "\u{2192} Email\u{2026}", Decorated),
            ("Edit Assignments", "Edit Assignment", Close),
            ("E-mail", "Email", Decorated),
            ("Salesforce Integration", "Salesforce API Integration", Different),
            (
                "Permission Set Assignments",
                "Permission Set Group Assignments",
                Different,
            ),
            ("Enabled Permission Sets", "Available Permission Sets", Different),
            ("Field number 10", "Field number 11", Different),
            ("is active now", "is inactive now", Different),
            ("", "", Different),
        ] {
            assert_eq!(likeness(one, other), expected, "{one:?} and {other:?}");
            assert_eq!(likeness(other, one), expected, "{other:?} and {one:?}");
        }
    }

    #[test]
    fn a_text_may_have_another_in_it() {
        for (known, seen, expected) in [
            ("Save", "Save & New", FewMore),
            ("Save", "Save Changes", ManyMore),
            ("License", "User License", FewMore),
            ("User License", "License", Different),
            ("Save", "Autosave", Different),
            ("保存", "変更を保存", ManyMore),
            ("Active", "Inactive", Different),
            ("A", "A B", Different),
        ] {
            assert_eq!(likeness(known, seen), expected, "{known:?} in {seen:?}");
        }
    }
}
