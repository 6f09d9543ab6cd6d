//! From the evidence for every candidate to one answer: how well each fits, which is the best, and how likely it is the
//! right one.

use super::evidence::{Evidence, GROUNDS, Ground, KINDS, Said};

/// What the pieces of evidence and of certainty count for; learned by `tests/drift`, never set by hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// For each kind, what full likeness adds.
    pub alike: [f32; KINDS],
    /// For each kind, what it adds that only the wanted element has it.
    pub lost: [f32; KINDS],
    /// For each kind, what it adds that only the candidate has it.
    pub gained: [f32; KINDS],
    /// What the pieces of certainty add to the logit of being right, in the order of [`certainty`].
    pub certainty: [f32; CERTAINTIES],
    /// The probability of being right from which on the best candidate is acted upon.
    pub enough: f32,
}

/// How many pieces of certainty there are.
pub const CERTAINTIES: usize = 8;

/// Likenesses of one ground that differ by less do not tell two candidates apart.
const APART: f32 = 0.02;

/// A candidate that is better on a ground by this much contradicts the best one.
const AGAINST: f32 = 0.1;

/// The best candidate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Best {
    /// Index among the candidates.
    pub index: usize,
    /// The probability that it is the right one, 0 to 1.
    pub confidence: f32,
    /// The confidence is enough to act.
    pub enough: bool,
}

/// Weighs every candidate and says how likely the best one is right; `None` without candidates.
#[must_use]
pub fn decide(evidence: &[Evidence], weights: &Weights) -> Option<Best> {
    let scores: Vec<f32> = evidence.iter().map(|of_one| score(of_one, weights)).collect();
    let index = best(&scores)?;
    let pieces = certainty(evidence, &scores, index);
    let confidence = confidence(&pieces, &weights.certainty);
    Some(Best {
        index,
        confidence,
        enough: confidence >= weights.enough,
    })
}

/// How well a candidate fits; only differences between candidates mean something.
#[must_use]
pub fn score(evidence: &Evidence, weights: &Weights) -> f32 {
    let kinds = weights.alike.iter().zip(&weights.lost).zip(&weights.gained);
    evidence
        .all()
        .zip(kinds)
        .map(|(said, ((alike, lost), gained))| match said {
            Said::Silent => 0.0,
            Said::Lost => *lost,
            Said::Gained => *gained,
            Said::Alike(likeness) => likeness * alike,
        })
        .sum()
}

/// The first of those that fit best.
#[must_use]
pub fn best(scores: &[f32]) -> Option<usize> {
    let first = |best: Option<(usize, f32)>, (index, &score): (usize, &f32)| match best {
        Some((_, highest)) if highest >= score => best,
        _ => Some((index, score)),
    };
    scores
        .iter()
        .enumerate()
        .fold(None, first)
        .map(|(index, _)| index)
}

/// The probability of being right.
#[must_use]
pub fn confidence(pieces: &[f32; CERTAINTIES], weights: &[f32; CERTAINTIES]) -> f32 {
    let logit: f32 = pieces
        .iter()
        .zip(weights)
        .map(|(piece, weight)| piece * weight)
        .sum();
    1.0 / (1.0 + (-logit).exp())
}

/// The share that a score has among all scores and that of nothing, which is 0: how likely it is right, 0 to 1.
#[must_use]
pub fn share(scores: &[f32], at: usize) -> f32 {
    let own = scores.get(at).copied().unwrap_or(0.0);
    1.0 / (1.0 + rest(scores, at) + (-own).exp())
}

/// How likely all others are together, by how likely this one is.
fn rest(scores: &[f32], at: usize) -> f32 {
    let own = scores.get(at).copied().unwrap_or(0.0);
    let others = scores.iter().enumerate().filter(|&(index, _)| index != at);
    others.map(|(_, score)| (score - own).exp()).sum()
}

/// A lead counts for no more than this.
const FAR: f32 = 0.5;

/// What tells how far the best candidate can be trusted. In this order: one; the logit of its share among all; its margin
/// to the second; on how many grounds it leads; on how many it is clearly behind another one (negative); its leads added
/// up; what it is behind, added up (negative); the likeness on the most telling ground.
#[must_use]
pub fn certainty(evidence: &[Evidence], scores: &[f32], best: usize) -> [f32; CERTAINTIES] {
    let Some(chosen) = evidence.get(best) else {
        return [0.0; CERTAINTIES];
    };
    let own = scores.get(best).copied().unwrap_or(0.0);
    let others = || scores.iter().enumerate().filter(|&(index, _)| index != best);
    let rest = rest(scores, best);
    let second = others().map(|(_, score)| *score).fold(own - 10.0, f32::max);
    let (mut leads, mut lead, mut contradicted, mut behind) = (0.0, 0.0, 0.0, 0.0);
    for ground in GROUNDS {
        let rivals = evidence.iter().enumerate().filter(|&(index, _)| index != best);
        let highest = rivals.map(|(_, rival)| rival.on(ground)).fold(0.0, f32::max);
        let ahead = chosen.on(ground) - highest;
        leads += f32::from(u8::from(ahead > APART));
        contradicted += f32::from(u8::from(-ahead > AGAINST));
        lead += ahead.clamp(0.0, FAR);
        behind += (-ahead).clamp(0.0, FAR);
    }
    let telling = [Ground::Identity, Ground::Address, Ground::Words].map(|ground| chosen.on(ground));
    [
        1.0,
        -rest.max(1e-6).ln(),
        own - second,
        leads,
        -contradicted,
        lead,
        -behind,
        telling.into_iter().fold(0.0, f32::max),
    ]
}
