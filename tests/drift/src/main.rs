//! Measures how well elements are known again after a page has changed, and learns the weights for it.
//!
//! `waymark-drift pairs DIR`: the shipped weights on a corpus; the last line is JSON.
//! `waymark-drift corpus PAGES GUIDE.json [--seed N] [--pages N] [--explain] [--show NUMBER]`: the corpus of changed pages.
//! `waymark-drift tune PAGES GUIDE.json FILE`: learns what evidence for targets counts for, and writes it as Rust.
//! `waymark-drift learn DIR FILE`: learns weights, says how good they are on unseen sites, and writes them as Rust.

mod changed;
mod corpus;
mod examples;
mod learn;
mod outcome;
mod solve;
mod source;
mod tune;

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

use waymark_core::locate::weights::WITH_PLACE;

use waymark_drift_generator::FixtureError;

use crate::changed::{ChangedError, Order};
use crate::corpus::CorpusError;
use crate::examples::{Example, examples};
use crate::outcome::{Outcome, curve, figures, outcome};

#[derive(Debug, thiserror::Error)]
enum Error {
    #[error(
        "usage: waymark-drift pairs DIR | learn DIR FILE.rs | corpus PAGES GUIDE.json [--seed N] [--pages N] [--explain] \
         [--show NUMBER] | tune PAGES GUIDE.json FILE.rs"
    )]
    Usage,
    #[error(transparent)]
    Corpus(#[from] CorpusError),
    #[error(transparent)]
    Changed(#[from] ChangedError),
    #[error(transparent)]
    Fixture(#[from] FixtureError),
    #[error("{0}: {1}")]
    Unreadable(String, io::Error),
    #[error("{0}: {1}")]
    Written(String, io::Error),
    #[error("the figures cannot be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("waymark-drift: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Error> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    match arguments
        .iter()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .as_slice()
    {
        ["pairs", folder] => pairs(folder),
        ["learn", folder, file] => learn(folder, file),
        ["corpus", pages, guide, options @ ..] => corpus(pages, guide, options),
        ["tune", pages, guide, file] => tune(pages, guide, file),
        _ => Err(Error::Usage),
    }
}

fn corpus(pages: &str, guide: &str, options: &[&str]) -> Result<(), Error> {
    let mut order = Order {
        seed: 1,
        pages: 12_000,
    };
    let mut explain = false;
    let mut shown = None;
    let mut rest = options.iter();
    while let Some(option) = rest.next() {
        let mut number = || rest.next().and_then(|it| it.parse().ok()).ok_or(Error::Usage);
        match *option {
            "--seed" => order.seed = number()?,
            "--pages" => order.pages = usize::try_from(number()?).map_err(|_| Error::Usage)?,
            "--show" => shown = Some(usize::try_from(number()?).map_err(|_| Error::Usage)?),
            "--explain" => explain = true,
            _ => return Err(Error::Usage),
        }
    }
    let text = fs::read_to_string(guide).map_err(|error| Error::Unreadable(guide.to_owned(), error))?;
    let fixtures = waymark_drift_generator::read(Path::new(pages))?;
    if let Some(number) = shown {
        print!("{}", changed::show(&fixtures, &text, order.seed, number)?);
        return Ok(());
    }
    let report = changed::run(&fixtures, &text, order)?;
    if explain {
        report.explanations().for_each(|line| println!("{line}"));
    }
    print!("{report}");
    Ok(())
}

fn tune(pages: &str, guide: &str, file: &str) -> Result<(), Error> {
    let text = fs::read_to_string(guide).map_err(|error| Error::Unreadable(guide.to_owned(), error))?;
    let fixtures = waymark_drift_generator::read(Path::new(pages))?;
    let lessons = changed::lessons(&fixtures, &text, &tune::ORDERS)?;
    let tuned = tune::tune(&lessons);
    fs::write(file, tuned.source()).map_err(|error| Error::Written(file.to_owned(), error))?;
    print!("{}", tune::told(&lessons, &tuned));
    Ok(())
}

fn pairs(folder: &str) -> Result<(), Error> {
    let sites = corpus::read(Path::new(folder))?;
    let outcomes: Vec<Outcome> = examples(&sites)
        .iter()
        .map(|example| outcome(example, &WITH_PLACE))
        .collect();
    show(&outcomes)
}

fn learn(folder: &str, file: &str) -> Result<(), Error> {
    let sites = corpus::read(Path::new(folder))?;
    let examples = examples(&sites);
    let placeless: Vec<Example> = examples.iter().map(Example::without_place).collect();
    let sets = [
        (
            "WITH_PLACE",
            "Weights for pages of which everything is known, paths and places too.",
            examples.iter().collect::<Vec<_>>(),
        ),
        (
            "WITHOUT_PLACE",
            "Weights for what may not lean on where an element stands.",
            placeless.iter().collect(),
        ),
    ];
    let learned: Vec<_> = sets
        .iter()
        .map(|(name, meaning, examples)| (*name, *meaning, learn::learn(examples)))
        .collect();
    fs::write(file, source::source(&learned)).map_err(|error| Error::Written(file.to_owned(), error))?;
    for (name, _, examples) in &sets {
        println!("{name}, every site answered by weights that were learned from the others:");
        show(&learn::leave_one_site_out(examples))?;
    }
    Ok(())
}

fn show(outcomes: &[Outcome]) -> Result<(), Error> {
    print!("{}", curve(outcomes));
    println!("{}", serde_json::to_string(&figures(outcomes))?);
    Ok(())
}
