//! Finding the control that a target describes, or saying that it cannot be told.
//!
//! What the target states is held against every visible element ([`statement`]); what the pieces of evidence count for is
//! learned, and so is what nothing would count for. The best one is `Found` only when its share of all that it could be, none
//! of them among it, is enough: a wrong answer is worse than none.

pub mod appearance;
pub mod compare;
pub mod decide;
pub mod evidence;
pub mod ids;
pub mod lexicon;
pub mod likeness;
pub mod pieces;
pub mod statement;
pub mod target_weights;
pub mod text;
mod twins;
pub mod weights;

use crate::snapshot::{Element, Snapshot};
use crate::target::Target;
use pieces::{Piece, Pieces};
use statement::Statement;
use twins::named_alike;

/// The answer for one frame.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// One element, clearly.
    Found {
        /// Index into the snapshot's elements.
        element: usize,
        /// How likely it is right, 0 to 100.
        confidence: u8,
        /// What speaks for it and against it.
        why: Pieces,
    },
    /// Several that could be it.
    Ambiguous {
        /// Indices into the snapshot's elements, the likeliest first.
        candidates: Vec<usize>,
        /// What speaks for and against the likeliest.
        why: Pieces,
    },
    /// None has enough of its evidence.
    Absent {
        /// What speaks for and against the nearest, where there is any.
        why: Pieces,
    },
}

/// An element that could be the target.
#[derive(Clone, Copy, Debug)]
pub struct Contender<'a> {
    /// Index into the snapshot's elements.
    pub index: usize,
    /// Its row.
    pub element: &'a Element,
    /// What speaks for and against it.
    pub pieces: Pieces,
    /// What that counts for: the logarithm of how much likelier it is than that the target is not there.
    pub score: f32,
}

/// Looks for the target among the snapshot's elements.
#[must_use]
pub fn locate(target: &Target, snapshot: &Snapshot) -> Answer {
    let contenders = contenders(target, snapshot);
    let scores: Vec<f32> = contenders.iter().map(|contender| contender.score).collect();
    let best = decide::best(&scores).and_then(|at| Some((contenders.get(at)?, decide::share(&scores, at))));
    match best {
        Some((best, share)) if share >= target_weights::ENOUGH && best.pieces.grounds() >= 2 => {
            Answer::Found {
                element: best.index,
                confidence: percent(share),
                why: best.pieces,
            }
        }
        Some((best, _)) => doubtful(best, &contenders),
        None => Answer::Absent {
            why: Pieces::default(),
        },
    }
}

/// The elements that could be the target, each once, in the order of the document.
#[must_use]
pub fn contenders<'a>(target: &Target, snapshot: &'a Snapshot) -> Vec<Contender<'a>> {
    let statement = Statement::new(target, &snapshot.language);
    let visible = snapshot
        .elements
        .iter()
        .enumerate()
        .filter(|(_, element)| element.visible && is_open_as_wanted(target, element, &snapshot.elements));
    let contenders = visible.filter_map(|(index, element)| {
        let pieces = statement.held_against(element);
        (pieces.is_telling() && !is_another_record(pieces)).then(|| Contender {
            index,
            element,
            pieces,
            score: target_weights::BEFORE + pieces.score(&target_weights::WEIGHTS),
        })
    });
    twins::each_once(contenders.collect(), target.any_of_equals, &snapshot.elements)
}

/// Whoever clicks a branch of a tree that is open closes it; and what is only meant while it is closed must say that it is.
fn is_open_as_wanted(target: &Target, element: &Element, elements: &[Element]) -> bool {
    // The link of a branch says nothing of that by itself.
    let branch = element.inside.and_then(|at| elements.get(at));
    let of_branch = || branch.filter(|it| named_alike(it, element))?.expanded;
    let is_tree_s = target.role.as_deref() == Some("treeitem");
    if !is_tree_s && !target.only_closed {
        return true;
    }
    match element.expanded.or_else(of_branch) {
        Some(is_open) => !is_open,
        None => !target.only_closed,
    }
}

/// A record of another name is another record, however much else speaks for it; but it may be called otherwise where its
/// address tells it.
fn is_another_record(pieces: Pieces) -> bool {
    pieces.has(Piece::NotExactName) && !pieces.has(Piece::Address)
}

/// A contender that is this much less likely than the best one is not named beside it.
const NEAR: f32 = 2.5;

/// Scores that differ by no more tell nothing apart.
const EQUAL: f32 = 0.1;

/// With 0 one in a hundred pages from which the target was taken is no longer known for it (`drift corpus`), with 1 none.
const CLEARLY: f32 = 1.0;

fn doubtful(best: &Contender, contenders: &[Contender]) -> Answer {
    let least = if best.score > target_weights::THERE {
        (best.score - NEAR).max(target_weights::THERE)
    } else {
        // Two that nothing tells apart are named where each is clearly likelier than neither; elsewhere the target is gone.
        (best.score - EQUAL).max(CLEARLY)
    };
    let near = |contender: &&Contender| contender.score > least;
    let candidates = likeliest_first(contenders.iter().filter(near));
    let why = best.pieces;
    if candidates.len() < 2 {
        return Answer::Absent { why };
    }
    Answer::Ambiguous { candidates, why }
}

/// One by one: sorting them would bring in a sort.
fn likeliest_first<'a>(contenders: impl Iterator<Item = &'a Contender<'a>>) -> Vec<usize> {
    let mut ordered: Vec<&Contender> = Vec::new();
    for contender in contenders {
        let worse = |other: &&Contender| other.score < contender.score;
        let at = ordered.iter().position(worse).unwrap_or(ordered.len());
        ordered.insert(at, contender);
    }
    ordered.iter().map(|contender| contender.index).collect()
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn percent(share: f32) -> u8 {
    (share.clamp(0.0, 1.0) * 100.0) as u8
}
