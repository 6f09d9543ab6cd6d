//! `waymark-pack EXTENSION BROWSER TO`: reads every guide `EXTENSION/guides/*.json` and all words `EXTENSION/_locales/*/messages.json`
//! as they are in that browser, and writes `TO/guides/*.wire` and `TO/words/<language>.wire` in the compact form that the extension reads; reading the JSON
//! there would cost 14 KB of code for the guide and 10 KB for the words. It fails at a file that the extension could not read.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs, io};
use waymark_core::guide::Guide;
use waymark_core::lean::Lean;
use waymark_core::wire;
use waymark_core::words::Words;

#[derive(Debug, thiserror::Error)]
enum Error {
    #[error("usage: waymark-pack EXTENSION BROWSER TO")]
    Usage,
    #[error("{0}: {1}")]
    File(PathBuf, io::Error),
    #[error("{0}: {1}")]
    Json(PathBuf, Box<dyn std::error::Error>),
    #[error("{0} cannot be packed")]
    Unwritable(PathBuf),
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Error> {
    let arguments: Vec<PathBuf> = env::args_os().skip(1).map(PathBuf::from).collect();
    let [extension, browser, to] = arguments.as_slice() else {
        return Err(Error::Usage);
    };
    let browser = browser.to_string_lossy();
    for path in entries(&extension.join("guides"))? {
        if path.extension().is_some_and(|kind| kind == "json") {
            pack(&path, &path, &to.join("guides"), |json| {
                serde_json::from_str::<Guide>(json).map_err(Into::into)
            })?;
        }
    }
    for language in entries(&extension.join("_locales"))? {
        let path = language.join("messages.json");
        let id = language.file_name().unwrap_or_default().to_string_lossy();
        pack(&path, &language, &to.join("words"), |json| {
            let words = Words::parse(&id, json)?;
            Ok(words.in_browser(&browser))
        })?;
    }
    Ok(())
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let at = |error| Error::File(folder.to_owned(), error);
    let entries = fs::read_dir(folder).map_err(at)?;
    entries
        .map(|entry| entry.map(|it| it.path()).map_err(at))
        .collect()
}

/// Reads a file and writes it packed into the folder, under the name of `named`.
fn pack<T: Lean + PartialEq>(
    path: &Path,
    named: &Path,
    folder: &Path,
    read: impl Fn(&str) -> Result<T, Box<dyn std::error::Error>>,
) -> Result<(), Error> {
    let at = |path: &Path| {
        let path = path.to_owned();
        move |error| Error::File(path, error)
    };
    let json = fs::read_to_string(path).map_err(at(path))?;
    let value = read(&json).map_err(|error| Error::Json(path.to_owned(), error))?;
    let text = wire::write(&value);
    // A map with a key twice, for example, would be another guide when read again.
    if wire::read(&text) != Ok(value) {
        return Err(Error::Unwritable(path.to_owned()));
    }
    fs::create_dir_all(folder).map_err(at(folder))?;
    let target = folder
        .join(named.file_stem().unwrap_or_default())
        .with_extension("wire");
    fs::write(&target, text).map_err(at(&target))
}
