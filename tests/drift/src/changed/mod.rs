//! The corpus of changed pages: every page of the generator read and judged as the extension would, beside two baselines.

mod asked;
mod baseline;
mod judge;
mod lessons;
mod tally;

use asked::Asked;
use baseline::Recorded;
#[cfg(test)]
use judge::Verdict;
pub use lessons::{Lesson, lessons};
use std::fmt;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use tally::{Outcome, Tally};
use waymark_drift_generator::{Case, Fixture, Generator, Question};

/// What keeps the corpus from being judged.
#[derive(Debug, thiserror::Error)]
pub enum ChangedError {
    /// The guide cannot be read.
    #[error("the guide: {0}")]
    Guide(#[from] serde_json::Error),
}

/// What is to be run.
#[derive(Clone, Copy, Debug)]
pub struct Order {
    /// The seed of the changes.
    pub seed: u64,
    /// How many pages.
    pub pages: usize,
}

/// Judges the corpus and gives the report.
///
/// # Errors
/// `ChangedError` where the guide cannot be read.
pub fn run(fixtures: &[Fixture], guide: &str, order: Order) -> Result<Report, ChangedError> {
    let asked = asked::all(&serde_json::from_str(guide)?, fixtures);
    let questions: Vec<Question> = asked.iter().map(Asked::question).collect();
    let generator = Generator::new(fixtures, &questions, order.seed);
    let bench = Bench {
        recorded: baseline::record(fixtures, &asked, &generator),
        fixtures,
        asked: &asked,
        generator,
    };
    Ok(bench.run(order))
}

/// What came of a run.
pub struct Report {
    /// The pages as they were, with every question.
    as_they_were: Vec<Outcome>,
    /// The changed pages, in the order in which they were drawn.
    changed: Vec<Outcome>,
}

impl Report {
    /// A line for each answer that is not right, with what was answered and why.
    pub fn explanations(&self) -> impl Iterator<Item = String> {
        let all = self.as_they_were.iter().chain(&self.changed);
        all.filter(|outcome| !outcome.is_right()).map(Outcome::explained)
    }
}

impl fmt::Display for Report {
    /// The tables; the last line has the figures.
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        Tally::of(&self.as_they_were, &self.changed).fmt(f)
    }
}

/// The frames of one page of the corpus as HTML, each after a line with the page that it shows; empty where there is no such page.
///
/// # Errors
/// `ChangedError` where the guide cannot be read.
pub fn show(fixtures: &[Fixture], guide: &str, seed: u64, number: usize) -> Result<String, ChangedError> {
    let asked = asked::all(&serde_json::from_str(guide)?, fixtures);
    let questions: Vec<Question> = asked.iter().map(Asked::question).collect();
    let case = Generator::new(fixtures, &questions, seed).case(number);
    let frames = case.into_iter().flat_map(|case| case.frames);
    Ok(frames
        .map(|(page, html)| format!("<!-- {page} -->\n{html}\n"))
        .collect())
}

struct Bench<'a> {
    fixtures: &'a [Fixture],
    asked: &'a [Asked],
    recorded: Recorded,
    generator: Generator<'a>,
}

impl Bench<'_> {
    fn run(&self, order: Order) -> Report {
        let next = AtomicUsize::new(0);
        let work = || {
            let numbers = std::iter::repeat_with(|| next.fetch_add(1, Ordering::Relaxed));
            let mine = numbers.take_while(|&number| number < order.pages);
            mine.filter_map(|number| {
                Some((number, self.outcome(Some(number), &self.generator.case(number)?)))
            })
            .collect::<Vec<(usize, Outcome)>>()
        };
        let mut judged: Vec<(usize, Outcome)> = thread::scope(|scope| {
            let workers = thread::available_parallelism().map_or(1, usize::from);
            let hands: Vec<_> = (0..workers).map(|_| scope.spawn(work)).collect();
            hands
                .into_iter()
                .filter_map(|hand| hand.join().ok())
                .flatten()
                .collect()
        });
        judged.sort_unstable_by_key(|(number, _)| *number);
        // Few changed pages are a quick look, and then few of the others are looked at too.
        let unchanged = || self.generator.unchanged().chain(self.generator.unanswerable());
        let every = (unchanged().count() / order.pages.max(1)).max(1);
        Report {
            as_they_were: (unchanged().step_by(every))
                .map(|(fixture, question)| self.outcome(None, &self.generator.as_it_was(fixture, question)))
                .collect(),
            changed: judged.into_iter().map(|(_, outcome)| outcome).collect(),
        }
    }

    fn outcome(&self, number: Option<usize>, case: &Case) -> Outcome {
        let asked = &self.asked[case.question];
        let frames = judge::asking(asked, case);
        let readings = judge::read(&frames);
        let (verdict, said) = judge::judge(&readings);
        let place = (case.fixture, case.question);
        Outcome {
            number,
            page: self.fixtures[case.fixture].name.clone(),
            question: asked.id().to_owned(),
            changes: case.changes.clone(),
            right: case.right,
            language: case.language,
            verdict,
            said,
            selector: self.recorded.by_selector(place, &readings),
            role_and_name: self.recorded.by_role_and_name(place, &readings),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    const PAGES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/pages");
    const GUIDE: &str = include_str!("../../../../extension/guides/jotform-salesforce.json");

    #[test]
    fn nothing_wrong_is_pointed_at_and_a_seed_gives_the_same_pages_again() {
        let order = Order { seed: 7, pages: 60 };
        let mut fixtures = waymark_drift_generator::read(Path::new(PAGES)).unwrap();
        fixtures.retain(|fixture| fixture.name.ends_with("-2"));
        let report = run(&fixtures, GUIDE, order).unwrap();
        let wrong = |outcomes: &[Outcome]| outcomes.iter().filter(|it| it.verdict == Verdict::Wrong).count();
        assert_eq!((wrong(&report.as_they_were), wrong(&report.changed)), (0, 0));
        let again = run(&fixtures, GUIDE, order).unwrap();
        let told = |report: &Report| report.changed.iter().map(Outcome::explained).collect::<Vec<_>>();
        assert_eq!(told(&report), told(&again));
    }

    #[test]
    fn every_question_of_the_guide_has_a_page() {
        let fixtures = waymark_drift_generator::read(Path::new(PAGES)).unwrap();
        let asked = asked::all(&serde_json::from_str(GUIDE).unwrap(), &fixtures);
        let questions: Vec<Question> = asked.iter().map(Asked::question).collect();
        let generator = Generator::new(&fixtures, &questions, 1);
        assert_eq!(
            generator.unanswered().map(|it| &it.id).collect::<Vec<_>>(),
            Vec::<&String>::new()
        );
        assert!(questions.len() > 60, "{} questions", questions.len());
    }
}
