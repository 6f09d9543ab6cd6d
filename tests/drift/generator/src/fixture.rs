//! The pages as they were: taken from the simulator, with the right answers marked.

use crate::tree::Tree;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// A page of a site, with all its frames.
#[derive(Clone, Debug)]
pub struct Fixture {
    /// Its name and the seed of the simulator that it was taken from, for example `new-user-3`.
    pub name: String,
    /// Its frames, the top one first.
    pub frames: Vec<FixtureFrame>,
}

/// One frame of a page.
#[derive(Clone, Debug)]
pub struct FixtureFrame {
    /// Which page of the guide it shows, for example `new-user`.
    pub page: String,
    /// Its document.
    pub tree: Tree,
    /// Ids of what is marked in it.
    pub answers: Vec<String>,
}

/// Why the fixtures cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum FixtureError {
    /// A file cannot be read.
    #[error("{0}: {1}")]
    Unreadable(PathBuf, io::Error),
    /// The list of pages is not what it should be.
    #[error("{0}: {1}")]
    Malformed(PathBuf, serde_json::Error),
}

#[derive(Deserialize)]
struct ListedPage {
    name: String,
    seed: u64,
    frames: Vec<ListedFrame>,
}

#[derive(Deserialize)]
struct ListedFrame {
    page: String,
    file: String,
    answers: Vec<String>,
}

/// Reads `pages.json` and the documents that it names.
///
/// # Errors
/// `FixtureError` where a file is missing or malformed.
pub fn read(folder: &Path) -> Result<Vec<Fixture>, FixtureError> {
    let list = folder.join("pages.json");
    let listed: Vec<ListedPage> =
        serde_json::from_str(&text(&list)?).map_err(|error| FixtureError::Malformed(list, error))?;
    listed.into_iter().map(|page| fixture(folder, page)).collect()
}

fn fixture(folder: &Path, page: ListedPage) -> Result<Fixture, FixtureError> {
    let frame = |frame: ListedFrame| {
        Ok(FixtureFrame {
            tree: Tree::parse(&text(&folder.join(&frame.file))?),
            page: frame.page,
            answers: frame.answers,
        })
    };
    Ok(Fixture {
        name: format!("{}-{}", page.name, page.seed),
        frames: page.frames.into_iter().map(frame).collect::<Result<_, _>>()?,
    })
}

fn text(path: &Path) -> Result<String, FixtureError> {
    fs::read_to_string(path).map_err(|error| FixtureError::Unreadable(path.to_owned(), error))
}
