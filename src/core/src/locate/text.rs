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
    /// The same but for punctuation, a count in brackets, or one letter of a long text ("Edit Assignment").
    Close,
    /// The same once folded.
    Same,
}

/// Compares two texts; an empty one is like nothing.
#[must_use]
pub fn likeness(one: &str, other: &str) -> Likeness {
    likeness_of_folded(&fold(one), &fold(other))
}

/// Compares two texts that are folded already.
#[must_use]
pub fn likeness_of_folded(one: &str, other: &str) -> Likeness {
    if one.is_empty() || other.is_empty() {
        Likeness::Different
    } else if one == other {
        Likeness::Same
    } else if nearly(&letters(one), &letters(other)) {
        Likeness::Close
    } else {
        Likeness::Different
    }
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

/// The same, or of at least eight letters with one letter (no digit) more, less or different. Two letters would already
/// make "active" of "inactive".
fn nearly(one: &[char], other: &[char]) -> bool {
    if one.is_empty() || one == other {
        return one == other && !one.is_empty();
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
    use super::Likeness::{Close, Different, Same};
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
                Close,
            ),
            ("Edit Assignments", "Edit Assignment", Close),
            ("E-mail", "Email", Close),
            ("Save", "Save & New", Different),
            ("License", "User License", Different),
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
}
