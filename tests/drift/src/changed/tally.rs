//! Counting: by kind of change, by how many met, and for what was gone.

use super::judge::Verdict;
use std::collections::BTreeMap;
use std::fmt;
use waymark_drift_generator::{Change, Right};

/// What came of one page.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The page's number in the corpus; none for a page as it was.
    pub number: Option<usize>,
    /// The fixture's name.
    pub page: String,
    /// The question's id.
    pub question: String,
    /// What had happened to the page.
    pub changes: Vec<Change>,
    /// What was right to answer.
    pub right: Right,
    /// The tag of the interface's language.
    pub language: &'static str,
    /// What Waymark answered.
    pub verdict: Verdict,
    /// Its answer in words.
    pub said: String,
    /// What the recorder's selector finds.
    pub selector: Verdict,
    /// What role and name find.
    pub role_and_name: Verdict,
}

impl Outcome {
    /// The answer was right.
    pub fn is_right(&self) -> bool {
        match self.right {
            Right::Marked => self.verdict == Verdict::Found,
            Right::MarkedOrDoubt => self.verdict != Verdict::Wrong,
            Right::Gone => self.verdict == Verdict::Absent,
        }
    }

    /// One line: what had happened, what was asked, what was answered and why.
    pub fn explained(&self) -> String {
        let changes: Vec<&str> = self.changes.iter().map(|change| change.name()).collect();
        format!(
            "{} {:?} (right: {:?}) [{}] {} on {}: {}",
            self.number.map_or_else(String::new, |number| number.to_string()),
            self.verdict,
            self.right,
            changes.join(" + "),
            self.question,
            self.page,
            self.said
        )
    }
}

/// How often each answer was given.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    pages: usize,
    found: usize,
    wrong: usize,
    gone: usize,
    abstained: usize,
}

impl Count {
    fn add(&mut self, right: Right, verdict: Verdict) {
        self.pages += 1;
        match (verdict, right) {
            (Verdict::Found, _) => self.found += 1,
            (Verdict::Wrong, _) => self.wrong += 1,
            (Verdict::Absent, Right::Gone) => self.gone += 1,
            (Verdict::Doubt | Verdict::Absent, _) => self.abstained += 1,
        }
    }

    fn share(part: usize, whole: usize) -> String {
        if whole == 0 {
            return "-".to_owned();
        }
        #[allow(clippy::cast_precision_loss)]
        let percent = 100.0 * part as f64 / whole as f64;
        format!("{percent:.2}")
    }
}

/// One row of the table: Waymark and the baselines on the same pages.
#[derive(Clone, Copy, Debug, Default)]
struct Row {
    own: Count,
    selector: Count,
    role_and_name: Count,
}

impl Row {
    fn add(&mut self, outcome: &Outcome) {
        self.own.add(outcome.right, outcome.verdict);
        self.selector.add(outcome.right, outcome.selector);
        self.role_and_name.add(outcome.right, outcome.role_and_name);
    }

    fn write(&self, name: &str, f: &mut fmt::Formatter) -> fmt::Result {
        let Count {
            pages,
            found,
            wrong,
            gone,
            abstained,
        } = self.own;
        let good = |count: &Count| Count::share(count.found + count.gone, pages);
        writeln!(
            f,
            "{name:<26}{pages:>6}{found:>7}{gone:>6}{wrong:>6}{abstained:>6}{:>8} |{:>8}{:>6} |{:>8}{:>6}",
            good(&self.own),
            good(&self.selector),
            self.selector.wrong,
            good(&self.role_and_name),
            self.role_and_name.wrong
        )
    }
}

/// All tables.
#[derive(Default)]
pub struct Tally {
    singles: BTreeMap<Change, Row>,
    with: BTreeMap<Change, Row>,
    languages: BTreeMap<&'static str, Row>,
    as_it_was: Row,
    not_yet: Row,
    questions: BTreeMap<String, Row>,
    all_singles: Row,
    combinations: BTreeMap<usize, Row>,
    doubtful: Row,
    removed: Row,
    all: Row,
}

impl Tally {
    /// Counts; the pages as they were are only told of.
    pub fn of(as_it_was: &[Outcome], outcomes: &[Outcome]) -> Self {
        let mut tally = Self::default();
        for outcome in as_it_was {
            match outcome.right {
                Right::Gone => tally.not_yet.add(outcome),
                _ => tally.as_it_was.add(outcome),
            }
        }
        for outcome in outcomes {
            tally.all.add(outcome);
            for &change in &outcome.changes {
                tally.with.entry(change).or_default().add(outcome);
            }
            if let [change] = outcome.changes.as_slice() {
                tally.singles.entry(*change).or_default().add(outcome);
            }
            match outcome.right {
                Right::Gone => tally.removed.add(outcome),
                Right::MarkedOrDoubt => tally.doubtful.add(outcome),
                Right::Marked => {
                    tally.languages.entry(outcome.language).or_default().add(outcome);
                    tally
                        .questions
                        .entry(outcome.question.clone())
                        .or_default()
                        .add(outcome);
                    if outcome.changes.len() == 1 {
                        tally.all_singles.add(outcome);
                    } else {
                        tally
                            .combinations
                            .entry(outcome.changes.len())
                            .or_default()
                            .add(outcome);
                    }
                }
            }
        }
        tally
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let head = |f: &mut fmt::Formatter, title: &str| {
            writeln!(
                f,
                "\n{title:<26}{:>6}{:>7}{:>6}{:>6}{:>6}{:>8} |{:>8}{:>6} |{:>8}{:>6}",
                "pages", "found", "gone", "wrong", "abst.", "right%", "css%", "wrong", "role%", "wrong"
            )
        };
        head(f, "it is there, asked for")?;
        for (question, row) in &self.questions {
            row.write(question, f)?;
        }
        head(f, "one change")?;
        for (change, row) in &self.singles {
            row.write(change.name(), f)?;
        }
        head(f, "among others or alone")?;
        for (change, row) in &self.with {
            row.write(change.name(), f)?;
        }
        head(f, "it is there, in")?;
        for (language, row) in &self.languages {
            row.write(language, f)?;
        }
        head(f, "together")?;
        self.as_it_was.write("pages as they were", f)?;
        self.not_yet.write("as they were, not on them", f)?;
        self.all_singles.write("one change, it is there", f)?;
        let mut combined = Row::default();
        for (number, row) in &self.combinations {
            row.write(&format!("{number} changes, it is there"), f)?;
            for (sum, part) in [
                (&mut combined.own, row.own),
                (&mut combined.selector, row.selector),
                (&mut combined.role_and_name, row.role_and_name),
            ] {
                sum.pages += part.pages;
                sum.found += part.found;
                sum.wrong += part.wrong;
                sum.gone += part.gone;
                sum.abstained += part.abstained;
            }
        }
        combined.write("combinations, it is there", f)?;
        self.doubtful.write("doubt is right too", f)?;
        self.removed.write("it is gone", f)?;
        self.all.write("all", f)?;
        let Count {
            pages,
            found,
            wrong,
            gone,
            ..
        } = self.all.own;
        writeln!(f, "\npages {pages}, found {found}, wrong {wrong}, gone {gone}")
    }
}
