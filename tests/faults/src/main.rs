//! Seeds misconfigurations into simulated orgs and counts which of them the checks find.
//!
//! `waymark-faults run [--seed N] [--explain]`: everything; the last line has the figures.
//! `waymark-faults plans [--seed N] [--count N]`: random start states, each planned for, written and looked at again.
//! `waymark-faults export --count N FOLDER`: orgs that are wrong in one way as files, for the same checks in the extension.
//! `waymark-faults audit FILE.json`: the answers on the org of one start state as lines of JSON.
//! `waymark-faults wanted FILE.json`: what a person would enter for that org, as JSON, for the same audit in the extension.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};

use simulated_org::{StartError, StartState};
use waymark_faults::driver::DriverError;
use waymark_faults::export::ExportError;
use waymark_faults::{audit, export, plans, run, table};

/// How many random start states are planned for.
const PLANS: u64 = 100_000;

/// The seed of the figures that are reported.
const SEED: u64 = 1;

#[derive(Debug, thiserror::Error)]
enum Error {
    #[error(
        "usage: waymark-faults run [--seed N] [--explain] | plans [--seed N] [--count N] | export --count N FOLDER \
         | audit FILE.json | wanted FILE.json"
    )]
    Usage,
    #[error("cannot read {0}: {1}")]
    Unreadable(PathBuf, io::Error),
    #[error(transparent)]
    Start(#[from] StartError),
    #[error(transparent)]
    Driver(#[from] DriverError),
    #[error(transparent)]
    Export(#[from] ExportError),
}

fn main() -> ExitCode {
    match act(&env::args().skip(1).collect::<Vec<_>>()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn act(arguments: &[String]) -> Result<ExitCode, Error> {
    let (word, rest) = arguments.split_first().ok_or(Error::Usage)?;
    match (word.as_str(), rest) {
        ("run", options) => run_all(options),
        ("plans", options) => run_plans(options),
        ("export", [option, count, folder]) if option == "--count" => {
            let count = count.parse().map_err(|_| Error::Usage)?;
            println!("{} orgs", export::write(Path::new(folder), count, SEED)?);
            Ok(ExitCode::SUCCESS)
        }
        ("audit", [file]) => {
            for line in audit::lines(start_state(file)?, SEED)? {
                println!("{line}");
            }
            Ok(ExitCode::SUCCESS)
        }
        ("wanted", [file]) => {
            println!("{}", audit::wanted(start_state(file)?));
            Ok(ExitCode::SUCCESS)
        }
        _ => Err(Error::Usage),
    }
}

fn run_plans(options: &[String]) -> Result<ExitCode, Error> {
    let (mut seed, mut count) = (SEED, PLANS);
    let mut options = options.iter();
    while let Some(option) = options.next() {
        let number = options.next().and_then(|number| number.parse::<u64>().ok());
        let number = number.ok_or(Error::Usage)?;
        match option.as_str() {
            "--count" => count = number,
            "--seed" => seed = number,
            _ => return Err(Error::Usage),
        }
    }
    let figures = plans::run(usize::try_from(count).unwrap_or(usize::MAX), seed);
    for wrong in &figures.wrong {
        println!("{wrong}");
    }
    println!(
        "start states {}, plans {}, written {}, refused {}, green {}, wrong {}",
        figures.states,
        figures.planned,
        figures.written,
        figures.refused,
        figures.green,
        figures.wrong.len()
    );
    Ok(if figures.wrong.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn start_state(file: &str) -> Result<StartState, Error> {
    let path = PathBuf::from(file);
    let text = fs::read_to_string(&path).map_err(|error| Error::Unreadable(path, error))?;
    Ok(StartState::from_json(&text)?)
}

fn run_all(options: &[String]) -> Result<ExitCode, Error> {
    let (mut seed, mut explain) = (SEED, false);
    let mut options = options.iter();
    while let Some(option) = options.next() {
        match option.as_str() {
            "--explain" => explain = true,
            "--seed" => {
                seed = options
                    .next()
                    .and_then(|seed| seed.parse().ok())
                    .ok_or(Error::Usage)?
            }
            _ => return Err(Error::Usage),
        }
    }
    let run = run::run(seed);
    print!("{}", table::text(&run, explain));
    let [_, _, done, alarms] = run.figures();
    Ok(if done + alarms == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}
