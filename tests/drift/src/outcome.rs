//! What came of the answers: how many were right, and how many were wrong at which coverage.

use serde::Serialize;
use std::fmt::Write;
use waymark_core::locate::decide::{Weights, decide};

use crate::examples::Example;

/// The answer to one example.
pub struct Outcome {
    /// The best candidate is the right one.
    pub right: bool,
    /// The probability that was given for that.
    pub confidence: f32,
    /// It was confident enough to act.
    pub acted: bool,
}

/// Answers one example.
pub fn outcome(example: &Example, weights: &Weights) -> Outcome {
    let best = decide(&example.evidence, weights);
    Outcome {
        right: best.is_some_and(|best| best.index == example.right),
        confidence: best.map_or(0.0, |best| best.confidence),
        acted: best.is_some_and(|best| best.enough),
    }
}

/// The figures that the drift test is judged by; all but the first are shares of all pairs.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Figures {
    /// How many pairs there are.
    pub pairs: usize,
    /// The best candidate is right.
    pub top1: f64,
    /// It was confident enough to act.
    pub acted: f64,
    /// It acted and was wrong.
    pub wrong: f64,
}

/// Sums outcomes up.
pub fn figures(outcomes: &[Outcome]) -> Figures {
    let share =
        |of: &dyn Fn(&Outcome) -> bool| share(outcomes.iter().filter(|o| of(o)).count(), outcomes.len());
    Figures {
        pairs: outcomes.len(),
        top1: share(&|outcome| outcome.right),
        acted: share(&|outcome| outcome.acted),
        wrong: share(&|outcome| outcome.acted && !outcome.right),
    }
}

/// For coverages from 5 % to all: the confidence from which on one would have to act, and the share of wrong answers.
pub fn curve(outcomes: &[Outcome]) -> String {
    let mut sorted: Vec<&Outcome> = outcomes.iter().collect();
    sorted.sort_by(|one, other| other.confidence.total_cmp(&one.confidence));
    let mut text = "  acted  confidence   wrong  (of all pairs)\n".to_owned();
    for percent in (5..=100).step_by(5) {
        let acted = (sorted.len() * percent).div_ceil(100);
        let Some(last) = acted.checked_sub(1).and_then(|last| sorted.get(last)) else {
            continue;
        };
        let wrong = sorted.iter().take(acted).filter(|outcome| !outcome.right).count();
        let _ = writeln!(
            text,
            "  {:5.3}      {:6.4}   {:5.3}  ({wrong})",
            share(acted, sorted.len()),
            last.confidence,
            share(wrong, sorted.len()),
        );
    }
    text
}

#[allow(clippy::cast_precision_loss)]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        0.0
    } else {
        part as f64 / whole as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_shares_of_all_pairs() {
        let outcome = |right, confidence| Outcome {
            right,
            confidence,
            acted: confidence > 0.5,
        };
        let outcomes = [
            outcome(true, 0.9),
            outcome(false, 0.6),
            outcome(true, 0.4),
            outcome(false, 0.1),
        ];
        let figures = figures(&outcomes);
        assert_eq!(
            (figures.pairs, figures.top1, figures.acted, figures.wrong),
            (4, 0.5, 0.5, 0.25)
        );
        assert!(curve(&outcomes).ends_with("1.000      0.1000   0.500  (2)\n"));
    }
}
