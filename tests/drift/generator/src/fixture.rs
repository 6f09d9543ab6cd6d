//! The pages as they were: taken from the simulator, with the right answers marked.

use crate::tree::Tree;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use simulated_languages::{Language, Words, jotform_texts};
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, io};

/// A page of a site, with all its frames.
#[derive(Clone, Debug)]
pub struct Fixture {
    /// Its name and the seed of the simulator that it was taken from, for example `new-user-3`.
    pub name: String,
    /// Its frames, the top one first.
    pub frames: Vec<FixtureFrame>,
    /// What changes with the language.
    pub translated: Arc<Translated>,
}

/// The English texts of a page that its site words in other languages; all others are the org's and the account's own.
#[derive(Debug, Default)]
pub struct Translated {
    /// On Salesforce's pages.
    pub salesforce: HashSet<String>,
    /// On Jotform's pages.
    pub jotform: HashSet<String>,
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

/// Reads `pages.json` with the documents that it names, and `translated.json`.
///
/// # Errors
/// `FixtureError` where a file is missing or malformed.
pub fn read(folder: &Path) -> Result<Vec<Fixture>, FixtureError> {
    let listed: Vec<ListedPage> = json(&folder.join("pages.json"))?;
    let mut salesforce: HashMap<String, HashSet<String>> = json(&folder.join("translated.json"))?;
    let names: HashSet<String> = listed.iter().map(|page| page.name.clone()).collect();
    let translated: HashMap<String, Arc<Translated>> = names
        .into_iter()
        .map(|name| {
            let of_page = Translated {
                salesforce: salesforce.remove(&name).unwrap_or_default(),
                jotform: jotform(),
            };
            (name, Arc::new(of_page))
        })
        .collect();
    listed
        .into_iter()
        .map(|page| fixture(folder, page, &translated))
        .collect()
}

/// Questions of the account's form that are called as the site calls something of its own.
const QUESTIONS: [&str; 5] = ["Full Name", "Email", "Phone Number", "Company", "Message"];

fn jotform() -> HashSet<String> {
    let english = Words::new(Language::ENGLISH, 0);
    let texts = [false, true]
        .into_iter()
        .flat_map(|reworded| jotform_texts(english, reworded).into_values());
    texts
        .filter(|text| !QUESTIONS.contains(text))
        .map(str::to_owned)
        .collect()
}

fn fixture(
    folder: &Path,
    page: ListedPage,
    translated: &HashMap<String, Arc<Translated>>,
) -> Result<Fixture, FixtureError> {
    let frame = |frame: ListedFrame| {
        Ok(FixtureFrame {
            tree: Tree::parse(&text(&folder.join(&frame.file))?),
            page: frame.page,
            answers: frame.answers,
        })
    };
    Ok(Fixture {
        translated: translated.get(&page.name).cloned().unwrap_or_default(),
        name: format!("{}-{}", page.name, page.seed),
        frames: page.frames.into_iter().map(frame).collect::<Result<_, _>>()?,
    })
}

fn json<T: DeserializeOwned>(path: &Path) -> Result<T, FixtureError> {
    serde_json::from_str(&text(path)?).map_err(|error| FixtureError::Malformed(path.to_owned(), error))
}

fn text(path: &Path) -> Result<String, FixtureError> {
    fs::read_to_string(path).map_err(|error| FixtureError::Unreadable(path.to_owned(), error))
}
