//! Finding the control that a target describes, or saying that it cannot be told.
//!
//! Every visible candidate is weighed on every piece of evidence ([`weigh`]). The best one is `Found` only when enough
//! independent pieces speak for it and it is clear of the second: a wrong answer is worse than none.

pub mod appearance;
pub mod compare;
pub mod decide;
pub mod evidence;
pub mod ids;
pub mod lexicon;
pub mod likeness;
pub mod text;
mod weigh;
pub mod weights;

use crate::snapshot::{Element, Snapshot};
use crate::target::Target;
use serde::{Deserialize, Serialize};
use text::fold;
use weigh::{Circumstances, Weight, weigh};

/// The answer for one frame.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// One element, clearly.
    Found {
        /// Index into the snapshot's elements.
        element: usize,
        /// 0 to 100.
        confidence: u8,
        /// The pieces of evidence that spoke for it.
        why: Vec<String>,
    },
    /// Several that could be it.
    Ambiguous {
        /// Indices into the snapshot's elements, the likeliest first.
        candidates: Vec<usize>,
        /// What keeps them apart, or does not.
        why: Vec<String>,
    },
    /// None.
    Absent {
        /// What was missing.
        why: Vec<String>,
    },
}

/// Points that an element needs: a name and a role, or an id and an element type.
const ENOUGH: i32 = 36;

/// Points by which the best must be clear of the second: less than any telling piece of evidence.
const CLEAR: i32 = 12;

struct Contender<'a> {
    index: usize,
    element: &'a Element,
    weight: Weight,
}

/// Looks for the target among the snapshot's elements.
#[must_use]
pub fn locate(target: &Target, snapshot: &Snapshot) -> Answer {
    let around = Circumstances::new(target, &snapshot.language);
    let mut contenders: Vec<Contender> = snapshot
        .elements
        .iter()
        .enumerate()
        .filter(|(_, element)| element.visible)
        .map(|(index, element)| Contender {
            index,
            element,
            weight: weigh(element, &around),
        })
        .filter(|contender| contender.weight.telling)
        .collect();
    let points = |contender: &&Contender| contender.weight.points;
    let Some(best) = contenders.iter().filter(|c| is_enough(c)).max_by_key(points) else {
        return absent(contenders.iter().max_by_key(points));
    };
    let bar = best.weight.points - CLEAR;
    contenders.retain(|contender| !contender.weight.vetoed && contender.weight.points > bar);
    let contenders = without_nested(without_disabled_twins(contenders), &snapshot.elements);
    decide(target, contenders)
}

fn is_enough(contender: &Contender) -> bool {
    let weight = &contender.weight;
    weight.points >= ENOUGH && weight.kinds >= 2 && !weight.vetoed
}

fn absent(nearest: Option<&Contender>) -> Answer {
    let mut why = vec!["nothing visible has enough of its evidence".to_owned()];
    why.extend(nearest.into_iter().flat_map(|contender| texts(&contender.weight)));
    Answer::Absent { why }
}

fn texts(weight: &Weight) -> Vec<String> {
    weight.why.iter().map(|&text| text.to_owned()).collect()
}

/// Classic shows some controls twice, one of them disabled (Salesforce fact §4, seen): the other one is meant.
fn without_disabled_twins(mut contenders: Vec<Contender>) -> Vec<Contender> {
    if contenders.iter().any(|contender| !contender.element.disabled) {
        contenders.retain(|contender| !contender.element.disabled);
    }
    contenders
}

/// Of two contenders one inside the other (a link in a tree item) the better one stays, else the inner one.
fn without_nested<'a>(mut contenders: Vec<Contender<'a>>, elements: &[Element]) -> Vec<Contender<'a>> {
    let standing: Vec<(usize, i32)> = contenders.iter().map(|c| (c.index, c.weight.points)).collect();
    contenders.retain(|contender| {
        let own = contender.weight.points;
        !standing.iter().any(|&(other, points)| {
            (points >= own && encloses(contender.index, other, elements))
                || (points > own && encloses(other, contender.index, elements))
        })
    });
    contenders
}

fn encloses(outer: usize, inner: usize, elements: &[Element]) -> bool {
    let mut at = elements.get(inner).and_then(|element| element.inside);
    // An element stands after everything around it, so the walk ends.
    while let Some(index) = at {
        if index == outer {
            return true;
        }
        at = elements
            .get(index)
            .and_then(|element| element.inside)
            .filter(|&next| next < index);
    }
    false
}

fn decide(target: &Target, mut contenders: Vec<Contender>) -> Answer {
    if target.any_of_equals && all_equal(&contenders) {
        contenders.truncate(1);
    }
    match contenders.as_slice() {
        [] => absent(None),
        [only] => Answer::Found {
            element: only.index,
            confidence: u8::try_from(only.weight.points.clamp(0, 100)).unwrap_or(0),
            why: texts(&only.weight),
        },
        several => Answer::Ambiguous {
            candidates: likeliest_first(several),
            why: several
                .iter()
                .max_by_key(|contender| contender.weight.points)
                .map(|contender| texts(&contender.weight))
                .unwrap_or_default(),
        },
    }
}

fn likeliest_first(contenders: &[Contender]) -> Vec<usize> {
    let mut ordered: Vec<&Contender> = Vec::new();
    for contender in contenders {
        let worse = |other: &&Contender| other.weight.points < contender.weight.points;
        let at = ordered.iter().position(worse).unwrap_or(ordered.len());
        ordered.insert(at, contender);
    }
    ordered.iter().map(|contender| contender.index).collect()
}

/// The same thing several times over: a Save at the top and one at the bottom.
fn all_equal(contenders: &[Contender]) -> bool {
    let sort = |contender: &Contender| (contender.element.role.clone(), fold(&contender.element.name));
    contenders.windows(2).all(|pair| match pair {
        [one, other] => sort(one) == sort(other),
        _ => true,
    })
}
