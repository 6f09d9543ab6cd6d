//! Learning the weights from pairs, and saying honestly how good they are on sites that they have not seen.

use std::collections::BTreeSet;

use waymark_core::locate::decide::{self, CERTAINTIES, Weights};
use waymark_core::locate::evidence::{Evidence, Ground, KINDS, Kind, Said};

use crate::examples::Example;
use crate::outcome::{Outcome, outcome};
use crate::solve::{Choice, Limits, weights};

/// How strongly the weights of evidence are held back. From 30 to 300 the figures hardly differ; below they get worse.
const RIDGE: f64 = 100.0;

/// What any kind of likeness is expected to count for, measured by its spread: on few pages links have addresses, and
/// without this they would count for nothing where they do. From 0 to 0.2 the figures hardly differ.
const EXPECTED: f64 = 0.1;

/// The same for the pieces of certainty.
const RIDGE_OF_CERTAINTY: f64 = 10.0;

/// Candidates of a page that are learned from: the likest. The others could not win anyway.
const RIVALS: usize = 30;

/// Learns everything: the weights of evidence, of certainty, and from which confidence on to act.
pub fn learn(examples: &[&Example]) -> Weights {
    let mut learned = weigh_evidence(examples);
    let unseen = certainties_of_unseen(examples);
    learned.certainty = weigh_certainty(&unseen.iter().collect::<Vec<_>>());
    learned.enough = enough(&unseen);
    learned
}

/// The share of unseen pairs that is acted upon, the most certain ones: a little more than the 0.75 that are wanted. Where
/// the wrong ones begin would be no measure: that hangs on three pairs.
const ACTED: f64 = 0.78;

/// Answers every example by weights that were learned from all other sites.
pub fn leave_one_site_out(examples: &[&Example]) -> Vec<Outcome> {
    by_fold(examples, |others, held_out| {
        let learned = learn(others);
        held_out
            .iter()
            .map(|example| outcome(example, &learned))
            .collect()
    })
}

/// Runs `answer` for every site with the examples of all others and its own; the answers in the order of the sites.
fn by_fold<T>(examples: &[&Example], answer: impl Fn(&[&Example], &[&Example]) -> Vec<T>) -> Vec<T> {
    let sites: BTreeSet<usize> = examples.iter().map(|example| example.fold).collect();
    let mut answers = Vec::new();
    for site in sites {
        let (held_out, others): (Vec<&Example>, Vec<&Example>) =
            examples.iter().partition(|example| example.fold == site);
        answers.extend(answer(&others, &held_out));
    }
    answers
}

fn weigh_evidence(examples: &[&Example]) -> Weights {
    let choices: Vec<Choice> = examples.iter().map(|example| choice(example)).collect();
    let free: Vec<bool> = Kind::ALL
        .iter()
        // More likeness never speaks against a candidate; what it lacks or is by itself may.
        .flat_map(|kind| [kind.ground() == Ground::Itself, true, true])
        .collect();
    // What no page shows is expected to count for nothing.
    let shown = |column: usize| {
        let mut rows = choices.iter().flat_map(|choice| &choice.rows);
        rows.any(|row| row.get(column).is_some_and(|&value| value != 0.0))
    };
    let expected: Vec<f64> = free
        .iter()
        .enumerate()
        .map(|(column, free)| if !free && shown(column) { EXPECTED } else { 0.0 })
        .collect();
    let limits = Limits {
        ridge: RIDGE,
        expected: &expected,
        free: &free,
    };
    let found = weights(&choices, &limits);
    let mut learned = Weights {
        alike: [0.0; KINDS],
        lost: [0.0; KINDS],
        gained: [0.0; KINDS],
        certainty: [0.0; CERTAINTIES],
        enough: 1.0,
    };
    let slots = learned
        .alike
        .iter_mut()
        .zip(&mut learned.lost)
        .zip(&mut learned.gained);
    for (((alike, lost), gained), three) in slots.zip(found.chunks_exact(3)) {
        for (slot, weight) in [alike, lost, gained].into_iter().zip(three) {
            *slot = single(*weight);
        }
    }
    learned
}

fn choice(example: &Example) -> Choice {
    let likeness = |evidence: &Evidence| evidence.all().map(Said::likeness).sum::<f32>();
    let mut order: Vec<usize> = (0..example.evidence.len()).collect();
    order.sort_by(|&one, &other| {
        let of = |index: usize| example.evidence.get(index).map_or(0.0, likeness);
        of(other).total_cmp(&of(one))
    });
    order.retain(|&index| index != example.right);
    order.truncate(RIVALS);
    order.push(example.right);
    let rows = order
        .iter()
        .filter_map(|&index| example.evidence.get(index))
        .map(columns);
    Choice {
        rows: rows.collect(),
        right: vec![order.len() - 1],
        times: 1.0,
    }
}

/// Three columns for each kind: alike, lost, gained.
fn columns(evidence: &Evidence) -> Vec<f64> {
    evidence
        .all()
        .flat_map(|said| match said {
            Said::Silent => [0.0; 3],
            Said::Lost => [0.0, 1.0, 0.0],
            Said::Gained => [0.0, 0.0, 1.0],
            Said::Alike(likeness) => [f64::from(likeness), 0.0, 0.0],
        })
        .collect()
}

/// How certain the best candidate looked, and whether it was right.
struct Certainty {
    fold: usize,
    pieces: [f32; CERTAINTIES],
    right: bool,
}

/// Each example answered by weights from the other sites: on examples that were learned from everything looks certain.
fn certainties_of_unseen(examples: &[&Example]) -> Vec<Certainty> {
    by_fold(examples, |others, held_out| {
        let learned = weigh_evidence(others);
        let certainty = |example: &&Example| {
            let scores: Vec<f32> = example
                .evidence
                .iter()
                .map(|one| decide::score(one, &learned))
                .collect();
            let best = decide::best(&scores)?;
            Some(Certainty {
                fold: example.fold,
                pieces: decide::certainty(&example.evidence, &scores, best),
                right: best == example.right,
            })
        };
        held_out.iter().filter_map(certainty).collect()
    })
}

/// A regression on being right or wrong is a choice between the pieces and nothing.
fn weigh_certainty(certainties: &[&Certainty]) -> [f32; CERTAINTIES] {
    let choices: Vec<Choice> = certainties
        .iter()
        .map(|certainty| Choice {
            rows: vec![
                certainty.pieces.iter().map(|&piece| f64::from(piece)).collect(),
                vec![0.0; CERTAINTIES],
            ],
            right: vec![usize::from(!certainty.right)],
            times: 1.0,
        })
        .collect();
    let free: Vec<bool> = (0..CERTAINTIES).map(|piece| piece == 0).collect();
    let limits = Limits {
        ridge: RIDGE_OF_CERTAINTY,
        expected: &[0.0; CERTAINTIES],
        free: &free,
    };
    let mut learned = [0.0; CERTAINTIES];
    for (slot, weight) in learned.iter_mut().zip(weights(&choices, &limits)) {
        *slot = single(weight);
    }
    learned
}

/// The confidence from which on to act; each by weights from the other sites.
#[allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss
)]
fn enough(certainties: &[Certainty]) -> f32 {
    let confidence = |certainty: &Certainty| {
        let others = certainties.iter().filter(|other| other.fold != certainty.fold);
        let weights = weigh_certainty(&others.collect::<Vec<_>>());
        decide::confidence(&certainty.pieces, &weights)
    };
    let mut confidences: Vec<f32> = certainties.iter().map(confidence).collect();
    confidences.sort_by(|one, other| other.total_cmp(one));
    let acted = (ACTED * confidences.len() as f64) as usize;
    confidences.get(acted).copied().unwrap_or(1.0)
}

#[allow(clippy::cast_possible_truncation)]
fn single(number: f64) -> f32 {
    number as f32
}
