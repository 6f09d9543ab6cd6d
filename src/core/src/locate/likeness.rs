//! How much alike two texts, sets of words or paths are: 0 for nothing in common, 1 for the same.

/// A text cut into its words: lower case, cut at everything that is no letter or digit, at `camelCase` and between letters
/// and digits. What is numbered anew at every load (`j_id0`, hashes, long numbers) gives no word.
#[must_use]
pub fn words_of(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for part in text.split(|character: char| !character.is_alphanumeric()) {
        cut(part, &mut words);
    }
    words
}

/// Adds the words of one run of letters and digits.
fn cut(part: &str, words: &mut Vec<String>) {
    if is_hash(part) {
        return;
    }
    let mut word = String::new();
    let mut before = None;
    for character in part.chars() {
        let kind = Letter::of(character);
        let starts = match (before, kind) {
            (None, _) => false,
            (Some(Letter::Digit), other) => other != Letter::Digit,
            (Some(_), Letter::Digit) => true,
            (Some(Letter::Small), Letter::Capital) => true,
            _ => false,
        };
        if starts {
            push(&mut word, words);
        }
        word.extend(character.to_lowercase());
        before = Some(kind);
    }
    push(&mut word, words);
}

fn push(word: &mut String, words: &mut Vec<String>) {
    let taken = core::mem::take(word);
    let long_number = taken.len() >= 5 && taken.bytes().all(|byte| byte.is_ascii_digit());
    if !taken.is_empty() && !long_number {
        words.push(taken);
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Letter {
    Small,
    Capital,
    Digit,
}

impl Letter {
    fn of(character: char) -> Self {
        if character.is_numeric() {
            Self::Digit
        } else if character.is_uppercase() {
            Self::Capital
        } else {
            Self::Small
        }
    }
}

/// Letters and digits mixed as no person writes them: three changes between them or more, in at least eight characters.
fn is_hash(part: &str) -> bool {
    let digit = |character: &char| character.is_ascii_digit();
    let characters: Vec<char> = part.chars().collect();
    let changes = characters
        .windows(2)
        .filter(|pair| matches!(pair, [one, other] if digit(one) != digit(other)))
        .count();
    characters.len() >= 8 && changes >= 3
}

/// Letters compared beyond these are not: long texts are told apart by their words.
const LETTERS: usize = 60;

/// One less the share of letters that have to be changed to make one of the other.
#[must_use]
pub fn letters(one: &str, other: &str) -> f32 {
    if one == other {
        return if one.is_empty() { 0.0 } else { 1.0 };
    }
    let one: Vec<char> = one.chars().take(LETTERS).collect();
    let other: Vec<char> = other.chars().take(LETTERS).collect();
    1.0 - share(distance(&one, &other), one.len().max(other.len()))
}

/// The least number of insertions, deletions and replacements that make one list of the other.
pub fn distance<T: PartialEq>(one: &[T], other: &[T]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, item) in one.iter().enumerate() {
        let mut diagonal = at;
        let mut left = at + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, wanted) in row.iter_mut().skip(1).zip(other) {
            let replaced = diagonal + usize::from(item != wanted);
            diagonal = *cell;
            left = replaced.min(*cell + 1).min(left + 1);
            *cell = left;
        }
    }
    row.last().copied().unwrap_or(0)
}

/// How many items at the end are the same.
pub fn common_tail<T: PartialEq>(one: &[T], other: &[T]) -> usize {
    let pairs = one.iter().rev().zip(other.iter().rev());
    pairs.take_while(|(one, other)| one == other).count()
}

/// A part of a whole, 0 of nothing.
#[must_use]
#[allow(clippy::cast_precision_loss)]
pub fn share(part: usize, whole: usize) -> f32 {
    if whole == 0 {
        0.0
    } else {
        part as f32 / whole as f32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_and_texts_fall_into_words() {
        for (text, expected) in [
            ("gh-eb-My", "gh eb my"),
            ("loginButton", "login button"),
            ("search_query", "search query"),
            ("Office 365", "office 365"),
            ("component1942027215419091970", "component"),
            ("tw-1c24ba9c2581f3de6d9786b4bb80dbc7", "tw"),
            ("j_username", "j username"),
            ("保存", "保存"),
            ("", ""),
        ] {
            assert_eq!(words_of(text).join(" "), expected, "{text}");
        }
    }

    #[test]
    fn letters_are_compared_by_what_has_to_be_changed() {
        assert!((letters("video", "videos") - 5.0 / 6.0).abs() < 1e-6);
        assert_eq!(letters("sign in", "sign in"), 1.0);
        assert_eq!(letters("", ""), 0.0);
        assert_eq!(letters("abc", "xyz"), 0.0);
    }

    #[test]
    fn lists_are_compared_item_by_item() {
        assert_eq!(distance(&["a", "b", "c"], &["a", "c"]), 1);
        assert_eq!(distance::<u8>(&[], &[1, 2]), 2);
        assert_eq!(common_tail(&[1, 2, 3], &[9, 2, 3]), 2);
    }
}
