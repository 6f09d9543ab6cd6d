//! The compact form in which our own values travel between the parts and are kept: `postcard`'s, as text.
//!
//! Extension messages and storage are JSON, so bytes travel as a string with one character per byte. Reading our types from
//! JSON or JavaScript objects would cost a third of what is injected into a page and of the background. Both ends are of the
//! same build, except for what stands on disk, which says its version (see `State::kept`).

pub use crate::lean::read;

use crate::lean::Lean;

/// The property of a message that holds a `FromPanel`.
pub const FROM_PANEL: &str = "fromPanel";
/// The property of a message that holds a `ToPanel`.
pub const TO_PANEL: &str = "toPanel";

/// The start of whoever counts turns, in milliseconds since 1970.
const START: usize = 13;
/// The turns themselves.
const TURNS: usize = 8;

/// Stands before what a frame is told: who counts, by when it started, and how many were told before.
#[must_use]
pub fn turn(started: u64, count: u32) -> String {
    format!("{started:0START$}{count:0TURNS$}")
}

/// The turn that a text begins with, and what follows it.
#[must_use]
pub fn turn_and_rest(text: &str) -> Option<(&str, &str)> {
    text.split_at_checked(START + TURNS)
}

/// Whether a turn comes before another of the same counter; whoever counts anew is believed.
#[must_use]
pub fn is_before(turn: &str, last: &str) -> bool {
    turn.get(..START) == last.get(..START) && turn < last
}

/// A text that is not what was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

/// Writes a value as text.
#[must_use]
pub fn write(value: &impl Lean) -> String {
    let mut bytes = Vec::new();
    value.write(&mut bytes);
    bytes.into_iter().map(char::from).collect()
}

/// The bytes that a text stands for.
pub(crate) fn bytes(text: &str) -> Result<Vec<u8>, Unreadable> {
    let bytes: Option<Vec<u8>> = text.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect();
    bytes.ok_or(Unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::{FieldReport, FieldState};
    use crate::form::Question;
    use crate::message::{Observation, Sighting, ToContent};

    fn observation() -> Observation {
        Observation {
            generation: 70_000,
            address: "https://acme.my.salesforce.com/005/e".into(),
            targets: vec![Sighting::Found(78), Sighting::Absent],
            fields: vec![FieldReport {
                id: "licence".into(),
                state: FieldState::Differs {
                    seen: "Salesforce インテグレーション".into(),
                    by_user: true,
                },
            }],
            page_errors: vec!["Error: Duplicate Username".into()],
            questions: vec![Question::read(
                "3\u{1f}control_email\u{1f}E-mail\u{1f}email\u{1f}required\u{1f}",
            )],
            ..Observation::default()
        }
    }

    #[test]
    fn what_was_overtaken_is_told_by_its_turn() {
        let (first, second) = (turn(1_795_500_000_000, 9), turn(1_795_500_000_000, 10));
        assert!(is_before(&first, &second));
        assert!(!is_before(&second, &first) && !is_before(&first, &first));
        let after_a_restart = turn(1_795_400_000_000, 0);
        assert!(
            !is_before(&after_a_restart, &second),
            "the clock may have been set back"
        );
        assert!(!is_before(&first, ""));
        let text = [first.as_str(), "rest é"].concat();
        assert_eq!(turn_and_rest(&text), Some((first.as_str(), "rest é")));
        assert_eq!(turn_and_rest("short"), None);
    }

    #[test]
    fn what_is_written_is_read() {
        let text = write(&observation());
        assert_eq!(read(&text), Ok(observation()));
        let text = write(&ToContent::Dormant);
        assert_eq!(read(&text), Ok(ToContent::Dormant));
    }

    #[test]
    fn other_texts_are_refused() {
        let text = write(&observation());
        let cut: String = text.chars().take(text.chars().count() - 1).collect();
        for bad in [cut, text + "x", "日本".into(), String::new(), "frame".into()] {
            assert_eq!(read::<Observation>(&bad), Err(Unreadable), "{bad:?}");
        }
    }
}
