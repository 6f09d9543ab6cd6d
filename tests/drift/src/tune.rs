//! Learning what the pieces of evidence for targets count for, and from which share on to act.

use crate::changed::{Lesson, Order};
use crate::solve::{Choice, Limits, weights};
use std::collections::BTreeMap;
use std::fmt::Write;
use waymark_core::locate::decide;
use waymark_core::locate::pieces::{Ground, PIECES, Piece, Pieces};

/// The corpora that are learned from: none of them is one that is reported on.
pub const ORDERS: [Order; 4] = [
    Order {
        seed: 1,
        pages: 12_000,
    },
    Order {
        seed: 101,
        pages: 12_000,
    },
    Order {
        seed: 102,
        pages: 12_000,
    },
    Order {
        seed: 103,
        pages: 12_000,
    },
];

/// How strongly weights are held back, so that a piece that is rarely seen does not count for everything.
const RIDGE: f64 = 5.0;

/// Pieces of which an element has one at most, the strongest last: each speaks for it at least as much as the one before.
const LADDERS: [&[Piece]; 6] = [
    &[
        Piece::ManyMoreWords,
        Piece::FewMoreWords,
        Piece::CloseWords,
        Piece::DecoratedWords,
        Piece::SameWords,
    ],
    &[Piece::IdEnd, Piece::Id],
    &[
        Piece::OtherRole,
        Piece::AkinRole,
        Piece::StandsForRole,
        Piece::Role,
    ],
    &[Piece::OtherElementType, Piece::ElementType],
    &[Piece::OtherOptions, Piece::OptionLabel, Piece::OptionRecord],
    &[Piece::OtherAddress, Piece::Address],
];

/// What the record of an option counts for beyond its label: the corpus has no org that has told its records, and a record is
/// the surest that there is.
const RECORD: f64 = 3.0;

/// What was learned.
pub struct Tuned {
    weights: Vec<f64>,
    enough: f32,
    there: f32,
}

/// Learns from the lessons.
pub fn tune(lessons: &[Lesson]) -> Tuned {
    let mut times: BTreeMap<(Vec<Pieces>, Vec<usize>), f64> = BTreeMap::new();
    for lesson in lessons {
        *times
            .entry((lesson.contenders.clone(), lesson.right.clone()))
            .or_default() += 1.0;
    }
    let choices: Vec<Choice> = times
        .iter()
        .map(|((contenders, right), times)| choice(contenders, right, *times))
        .collect();
    // What speaks for something never counts against it.
    let is_free = |&piece: &Piece| {
        let is_lowest = LADDERS
            .iter()
            .all(|ladder| !ladder.contains(&piece) || ladder.first() == Some(&piece));
        piece.ground() == Ground::Against && is_lowest
    };
    let free: Vec<bool> = Piece::ALL.iter().map(is_free).chain([true]).collect();
    let limits = Limits {
        ridge: RIDGE,
        expected: &[0.0; PIECES + 1],
        free: &free,
    };
    let mut weights = weights(&choices, &limits);
    if let Some(record) = weights.get_mut(Piece::OptionRecord as usize) {
        *record = RECORD;
    }
    for ladder in LADDERS {
        let mut below = 0.0;
        for &rung in ladder {
            below += weights.get(rung as usize).copied().unwrap_or(0.0);
            if let Some(weight) = weights.get_mut(rung as usize) {
                *weight = below;
            }
        }
    }
    let answers: Vec<Answered> = lessons
        .iter()
        .filter_map(|lesson| answered(lesson, &weights))
        .collect();
    Tuned {
        enough: enough(&answers),
        there: there(&answers),
        weights,
    }
}

/// A column for each piece and one for all that is there at all; the last row is nothing.
fn choice(contenders: &[Pieces], right: &[usize], times: f64) -> Choice {
    let rungs = |&pieces: &Pieces| {
        let mut with_lower = pieces;
        for ladder in LADDERS {
            let reached = ladder.iter().position(|&rung| pieces.has(rung));
            let lower = ladder.iter().take(reached.unwrap_or(0));
            lower.for_each(|&rung| with_lower.add_if(true, rung));
        }
        columns(with_lower)
    };
    let mut rows: Vec<Vec<f64>> = contenders.iter().map(rungs).collect();
    rows.push(vec![0.0; PIECES + 1]);
    let right = if right.is_empty() {
        vec![rows.len() - 1]
    } else {
        right.to_vec()
    };
    Choice { rows, right, times }
}

fn columns(pieces: Pieces) -> Vec<f64> {
    let has = |&piece: &Piece| f64::from(u8::from(pieces.has(piece)));
    Piece::ALL.iter().map(has).chain([1.0]).collect()
}

/// What would be answered.
struct Answered {
    share: f32,
    score: f32,
    is_right: bool,
    is_there: bool,
    best: Pieces,
}

#[allow(clippy::cast_possible_truncation)]
fn answered(lesson: &Lesson, weights: &[f64]) -> Option<Answered> {
    let score = |&pieces: &Pieces| crate::solve::dot(&columns(pieces), weights) as f32;
    let scores: Vec<f32> = lesson.contenders.iter().map(score).collect();
    let at = decide::best(&scores)?;
    let best = *lesson.contenders.get(at)?;
    Some(Answered {
        share: decide::share(&scores, at),
        score: *scores.get(at)?,
        is_right: lesson.right.contains(&at),
        is_there: !lesson.right.is_empty(),
        best,
    })
}

/// Of so many answers that are acted upon one is wrong, seen frame by frame: what the frames say together is surer.
const ONE_IN: usize = 1_000;

/// The lowest share from which on no more of the answers are wrong.
fn enough(answers: &[Answered]) -> f32 {
    let mut acted: Vec<&Answered> = answers.iter().filter(|it| it.best.grounds() >= 2).collect();
    acted.sort_by(|one, other| other.share.total_cmp(&one.share));
    let mut wrong = 0;
    let mut lowest = 1.0;
    for (at, answer) in acted.iter().enumerate() {
        wrong += usize::from(!answer.is_right);
        if wrong * ONE_IN <= at + 1 {
            lowest = answer.share;
        }
    }
    lowest
}

/// The score below which all best ones stay where it is not there, but for one in two hundred.
fn there(answers: &[Answered]) -> f32 {
    let mut absent: Vec<f32> = answers
        .iter()
        .filter(|it| !it.is_there)
        .map(|it| it.score)
        .collect();
    absent.sort_by(f32::total_cmp);
    absent.get(absent.len() * 995 / 1000).copied().unwrap_or(0.0)
}

impl Tuned {
    /// The file `target_weights.rs`.
    pub fn source(&self) -> String {
        let mut text = "//! Learned by `./build.sh drift tune`; not to be changed by hand.

#![allow(clippy::approx_constant)]

use super::pieces::PIECES;

/// What each piece of evidence counts for.
pub const WEIGHTS: [f32; PIECES] = [
"
        .to_owned();
        for (piece, weight) in Piece::ALL.iter().zip(&self.weights) {
            let _ = writeln!(text, "    {weight:.2}, // {piece:?}");
        }
        let before = self.weights.last().copied().unwrap_or(0.0);
        let _ = writeln!(
            text,
            "];

/// What speaks for every element of which something tells it from the others, before anything else is known of it.
pub const BEFORE: f32 = {before:.2};

/// The share from which on an element is pointed at.
pub const ENOUGH: f32 = {:.4};

/// The score from which on an element may be the target.
pub const THERE: f32 = {:.2};",
            self.enough, self.there
        );
        text
    }
}

/// How many lessons would be answered rightly and wrongly from each share on, and the surest wrong ones.
pub fn told(lessons: &[Lesson], tuned: &Tuned) -> String {
    let answers: Vec<(&Lesson, Answered)> = lessons
        .iter()
        .filter_map(|lesson| Some((lesson, answered(lesson, &tuned.weights)?)))
        .collect();
    let mut text = "  share   right   wrong\n".to_owned();
    for share in [0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999] {
        let acted = || {
            answers
                .iter()
                .filter(|(_, it)| it.share >= share && it.best.grounds() >= 2)
        };
        let right = acted().filter(|(_, it)| it.is_right).count();
        let _ = writeln!(text, "  {share:.3}  {right:>6}  {:>6}", acted().count() - right);
    }
    let mut wrong: BTreeMap<Vec<&str>, (usize, f32)> = BTreeMap::new();
    for (_, it) in answers.iter().filter(|(_, it)| !it.is_right && it.share > 0.8) {
        let says = it.best.says();
        let (count, surest) = wrong.entry(says).or_default();
        *count += 1;
        *surest = surest.max(it.share);
    }
    let mut wrong: Vec<_> = wrong.into_iter().collect();
    wrong.sort_by(|(_, one), (_, other)| other.1.total_cmp(&one.1));
    for (says, (count, surest)) in wrong.iter().take(25) {
        let _ = writeln!(text, "  wrong {count:>4} up to {surest:.4}: {}", says.join(", "));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(there: &[Piece]) -> Pieces {
        let mut pieces = Pieces::default();
        there.iter().for_each(|&piece| pieces.add_if(true, piece));
        pieces
    }

    fn lessons() -> Vec<Lesson> {
        let lesson = |contenders: &[&[Piece]], right: &[usize]| Lesson {
            contenders: contenders.iter().map(|&there| pieces(there)).collect(),
            right: right.to_vec(),
        };
        let named: &[Piece] = &[Piece::SameWords, Piece::Role];
        let marked: &[Piece] = &[Piece::DecoratedWords, Piece::Role];
        let elsewhere: &[Piece] = &[Piece::SameWords, Piece::OtherRole];
        let every = [
            lesson(&[named, elsewhere], &[0]),
            lesson(&[marked], &[0]),
            lesson(&[elsewhere], &[]),
        ];
        every.iter().cycle().take(300).cloned().collect()
    }

    #[test]
    fn what_teaches_is_learned_and_no_rung_counts_less_than_the_one_below() {
        let lessons = lessons();
        let tuned = tune(&lessons);
        for rungs in LADDERS.iter().flat_map(|ladder| ladder.windows(2)) {
            let [lower, higher] = rungs else { continue };
            assert!(
                tuned.weights[*lower as usize] <= tuned.weights[*higher as usize],
                "{rungs:?}"
            );
        }
        for lesson in &lessons {
            let best = answered(lesson, &tuned.weights).unwrap();
            assert_eq!(
                best.share >= tuned.enough,
                best.is_there && best.is_right,
                "{lesson:?}"
            );
        }
    }
}
