//! `waymark-gallery EXTENSION`: every view of the panel and every state of the card as one line of JSON, in each language of
//! `EXTENSION/_locales`. They come from journeys that are replayed on the stage of the core's own tests, so their words are
//! those that people see; findings and plans are the shipped checks' answers on a simulated org.

mod cards;
mod panels;
mod scenes;
// The stage of the core's tests; what it offers besides is theirs.
#[allow(dead_code, clippy::unwrap_used, clippy::panic, clippy::expect_used)]
#[path = "../../../src/core/tests/journey/stage.rs"]
mod stage;

use serde::Serialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};
use waymark_core::words::Words;
use waymark_faults::driver::DriverError;

#[derive(Debug, thiserror::Error)]
enum Error {
    #[error("usage: waymark-gallery EXTENSION")]
    Usage,
    #[error("{0}: {1}")]
    File(PathBuf, io::Error),
    #[error("{0} has no words")]
    Words(PathBuf),
    #[error(transparent)]
    Org(#[from] DriverError),
    #[error(transparent)]
    Json(#[from] serde_json::Error),
}

/// All that there is to look at in one language.
#[derive(Serialize)]
struct Gallery {
    panels: Vec<panels::Entry>,
    cards: Vec<cards::Entry>,
}

fn main() -> ExitCode {
    match run() {
        Ok(text) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<String, Error> {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [extension] = arguments.as_slice() else {
        return Err(Error::Usage);
    };
    let mut all = BTreeMap::new();
    for (language, words) in languages(&extension.join("_locales"))? {
        let gallery = Gallery {
            panels: panels::all(&words)?,
            cards: cards::all(&words),
        };
        all.insert(language, gallery);
    }
    Ok(serde_json::to_string(&all)?)
}

fn languages(folder: &Path) -> Result<Vec<(String, Words)>, Error> {
    let at = |path: &Path, error| Error::File(path.to_owned(), error);
    let mut languages = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| at(folder, error))? {
        let path = entry.map_err(|error| at(folder, error))?.path();
        let file = path.join("messages.json");
        let json = fs::read_to_string(&file).map_err(|error| at(&file, error))?;
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let words = Words::parse(&name, &json).map_err(|_| Error::Words(file))?;
        languages.push((name, words));
    }
    languages.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(languages)
}
