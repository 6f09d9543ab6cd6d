//! Reading the corpus: pages of well-known sites, the elements of an older page and where people found them on the newer one.

use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};
use waymark_core::locate::appearance::{Appearance, Place};

/// What keeps a corpus from being read.
#[derive(Debug, thiserror::Error)]
pub enum CorpusError {
    /// A file or folder cannot be read.
    #[error("{0}: {1}")]
    File(PathBuf, io::Error),
    /// A file is of another shape.
    #[error("{0}: {1}")]
    Shape(PathBuf, serde_json::Error),
    /// A pair names a candidate that is not there.
    #[error("{0}: pair {1} names no candidate")]
    Pair(PathBuf, usize),
    /// The folder has no such file.
    #[error("{0}: no *.json with pairs in here")]
    Empty(PathBuf),
}

/// One site.
pub struct Site {
    /// All candidates of the newer page, in document order as far as their paths tell.
    pub candidates: Vec<Appearance>,
    /// Elements of the older page, each with the index of the same element among the candidates.
    pub pairs: Vec<(Appearance, usize)>,
}

#[derive(Deserialize)]
struct File {
    candidates: Vec<BTreeMap<String, serde_json::Value>>,
    pairs: Vec<Pair>,
}

#[derive(Deserialize)]
struct Pair {
    old: BTreeMap<String, serde_json::Value>,
    new: usize,
}

/// Reads every `*.json` of a folder, in the order of their names.
pub fn read(folder: &Path) -> Result<Vec<Site>, CorpusError> {
    let at = |error| CorpusError::File(folder.to_owned(), error);
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(at)? {
        let path = entry.map_err(at)?.path();
        if path.extension().is_some_and(|ending| ending == "json") {
            paths.push(path);
        }
    }
    paths.sort();
    let sites = paths
        .iter()
        .map(|path| read_site(path))
        .collect::<Result<Vec<_>, _>>()?;
    if sites.iter().all(|site| site.pairs.is_empty()) {
        return Err(CorpusError::Empty(folder.to_owned()));
    }
    Ok(sites)
}

fn read_site(path: &Path) -> Result<Site, CorpusError> {
    let text = fs::read_to_string(path).map_err(|error| CorpusError::File(path.to_owned(), error))?;
    let file: File =
        serde_json::from_str(&text).map_err(|error| CorpusError::Shape(path.to_owned(), error))?;
    site(&file).map_err(|number| CorpusError::Pair(path.to_owned(), number))
}

/// A file's content as a site; else the number of the pair that names no candidate.
fn site(file: &File) -> Result<Site, usize> {
    // The corpus lists the elements of its pairs first, in the order of the pairs; their place in the list must not tell
    // which is right.
    let mut order: Vec<usize> = (0..file.candidates.len()).collect();
    let appearances: Vec<Appearance> = file.candidates.iter().map(appearance).collect();
    order.sort_by_cached_key(|&index| appearances.get(index).map(|seen| sort_key(&seen.path)));
    let mut pairs = Vec::new();
    for (number, pair) in file.pairs.iter().enumerate() {
        let new = order.iter().position(|&index| index == pair.new).ok_or(number)?;
        pairs.push((appearance(&pair.old), new));
    }
    Ok(Site {
        candidates: order
            .iter()
            .filter_map(|&index| appearances.get(index).cloned())
            .collect(),
        pairs,
    })
}

fn sort_key(path: &[String]) -> Vec<(String, u32)> {
    path.iter()
        .map(|step| match step.rsplit_once('[') {
            Some((tag, number)) => (tag.to_owned(), number.trim_end_matches(']').parse().unwrap_or(0)),
            None => (step.clone(), 0),
        })
        .collect()
}

fn appearance(attributes: &BTreeMap<String, serde_json::Value>) -> Appearance {
    let text = |name: &str| match attributes.get(name) {
        Some(serde_json::Value::String(text)) => text.clone(),
        Some(serde_json::Value::Number(number)) => number.to_string(),
        _ => String::new(),
    };
    let number = |name: &str| text(name).parse::<f32>().ok();
    let place = || {
        Some(Place {
            left: number("x")?,
            top: number("y")?,
            width: number("width")?,
            height: number("height")?,
        })
    };
    Appearance {
        tag: text("tag").to_lowercase(),
        kind: text("type").to_lowercase(),
        id: text("id"),
        name_attribute: text("name"),
        classes: text("class"),
        href: text("href"),
        text: text("text"),
        other_words: [
            "visible_text",
            "value",
            "placeholder",
            "title",
            "alt",
            "aria-label",
        ]
        .iter()
        .map(|name| text(name))
        .filter(|text| !text.is_empty())
        .collect(),
        neighbours: text("neighbor_text"),
        beside: ["left", "right", "above", "below"].map(|side| text(&format!("neighbor_text_{side}"))),
        path: steps(&text("xpath")),
        anchored_path: steps(&text("idxpath")),
        place: place(),
    }
}

/// `/html[1]/body[1]/*[local-name() = "svg"][1]` as `html[1]`, `body[1]`, `svg[1]`; `id("logo")/a[1]` as `logo`, `a[1]`.
fn steps(path: &str) -> Vec<String> {
    path.split('/')
        .filter(|step| !step.is_empty())
        .map(step)
        .collect()
}

fn step(step: &str) -> String {
    let quoted = |step: &str| step.split(['"', '\'']).nth(1).map(str::to_owned);
    if step.starts_with("id(") || step.starts_with("*[@id") {
        quoted(step).unwrap_or_default()
    } else if step.starts_with("*[local-name") {
        let number = step.rsplit_once('[').map_or("1]", |(_, number)| number);
        format!("{}[{number}", quoted(step).unwrap_or_default())
    } else {
        step.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> File {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn candidates_stand_in_document_order_whatever_the_file_s() {
        let read = site(&file(
            r#"{"candidates": [
                {"tag": "A", "xpath": "/html[1]/body[1]/a[10]", "id": "last"},
                {"tag": "A", "xpath": "/html[1]/body[1]/a[9]", "x": 5, "y": "6", "width": "7", "height": "8"}
            ], "pairs": [{"old": {"tag": "A", "idxpath": "id(\"top\")/a[1]"}, "new": 0}]}"#,
        ))
        .unwrap();
        assert_eq!(read.candidates[1].id, "last");
        assert_eq!(read.pairs[0].1, 1);
        assert_eq!(read.pairs[0].0.anchored_path, ["top", "a[1]"]);
        assert_eq!(read.candidates[0].place.map(|place| place.height), Some(8.0));
        assert_eq!(read.candidates[1].place, None);
    }

    #[test]
    fn steps_are_cut_out_of_paths() {
        let path = "//*[@id='menu']/div[2]/*[local-name() = \"svg\"][1]";
        assert_eq!(steps(path), ["menu", "div[2]", "svg[1]"]);
    }

    #[test]
    fn a_pair_without_its_candidate_is_refused() {
        assert_eq!(
            site(&file(r#"{"candidates": [], "pairs": [{"old": {}, "new": 3}]}"#)).err(),
            Some(0)
        );
    }
}
