//! What changed pages teach about targets: of all that a target could be on a page, which one is right, or that none is.

use super::asked::{self, Asked};
use super::{ChangedError, Order, judge};
use std::thread;
use waymark_core::locate::contenders;
use waymark_core::locate::pieces::Pieces;
use waymark_core::target::Target;
use waymark_drift_generator::{Case, Change, Fixture, Generator, Question, Right};

/// Where the control stands twice, often nothing tells which of the two is marked.
const DUPLICATES: [Change; 2] = [Change::DuplicateElsewhere, Change::DuplicateInFrame];

/// One target on one frame of one page.
#[derive(Clone, Debug, PartialEq)]
pub struct Lesson {
    /// What speaks for and against each element that it could be.
    pub contenders: Vec<Pieces>,
    /// Which of them are right; none where it is not there.
    pub right: Vec<usize>,
}

/// The lessons of a corpus, those of the pages as they were among them.
///
/// # Errors
/// `ChangedError` where the guide cannot be read.
pub fn lessons(fixtures: &[Fixture], guide: &str, orders: &[Order]) -> Result<Vec<Lesson>, ChangedError> {
    let asked = asked::all(&serde_json::from_str(guide)?, fixtures);
    let questions: Vec<Question> = asked.iter().map(Asked::question).collect();
    let of_order = |order: &Order| {
        let generator = Generator::new(fixtures, &questions, order.seed);
        let cases = (0..order.pages).filter_map(|number| generator.case(number));
        let telling = cases.filter(|case| {
            case.right != Right::MarkedOrDoubt || !DUPLICATES.iter().any(|it| case.changes.contains(it))
        });
        telling
            .flat_map(|case| of_case(&asked, &case))
            .collect::<Vec<_>>()
    };
    let first = orders.first().map_or(0, |order| order.seed);
    let generator = Generator::new(fixtures, &questions, first);
    let unchanged = generator.unchanged().chain(generator.unanswerable());
    let mut all: Vec<Lesson> = unchanged
        .map(|(fixture, question)| generator.as_it_was(fixture, question))
        .flat_map(|case| of_case(&asked, &case))
        .collect();
    let changed = thread::scope(|scope| {
        let hands: Vec<_> = orders
            .iter()
            .map(|order| scope.spawn(move || of_order(order)))
            .collect();
        hands
            .into_iter()
            .filter_map(|hand| hand.join().ok())
            .flatten()
            .collect::<Vec<_>>()
    });
    all.extend(changed);
    Ok(all)
}

fn of_case(asked: &[Asked], case: &Case) -> Vec<Lesson> {
    let Some(asked) = asked.get(case.question) else {
        return Vec::new();
    };
    let frames = judge::asking(asked, case);
    let readings = judge::read(&frames);
    let lesson = |(asking, reading): &judge::Read, target: &Target| {
        let contenders = contenders(target, &reading.snapshot);
        let is_right = |at: &usize| {
            let element = contenders.get(*at).and_then(|it| reading.elements.get(it.index));
            element.is_some_and(|element| judge::is_marked(element, asking.id))
        };
        Lesson {
            right: (0..contenders.len()).filter(is_right).collect(),
            contenders: contenders.iter().map(|contender| contender.pieces).collect(),
        }
    };
    let mut all = Vec::new();
    for read in &readings {
        // Once one is there, the next is not looked for.
        for target in read.0.task.targets.iter().chain(&read.0.task.card) {
            let lesson = lesson(read, target);
            let is_there = !lesson.right.is_empty();
            all.push(lesson);
            if is_there {
                break;
            }
        }
    }
    all.retain(|lesson| !lesson.contenders.is_empty());
    all
}
