//! Ids, names and classes that are other ones, or none.

use crate::draft::Draft;
use crate::tree::Tree;
use rand::Rng;
use rand_chacha::ChaCha8Rng;
use std::collections::HashMap;

const REFERENCES: [&str; 6] = [
    "for",
    "aria-labelledby",
    "aria-controls",
    "aria-describedby",
    "aria-owns",
    "list",
];

/// Every id of the frame is another one, and what refers to it follows.
pub fn ids(draft: &mut Draft, rng: &mut ChaCha8Rng) -> bool {
    let Some(home) = draft.home() else { return false };
    let tree = &mut draft.frames[home].tree;
    let mut renamed = HashMap::new();
    for node in tree.elements() {
        if let Some(old) = tree.attribute(node, "id") {
            let old = old.to_owned();
            let new: &String = renamed.entry(old).or_insert_with(|| invented(rng));
            tree.set(node, "id", new);
        }
    }
    for node in tree.elements() {
        for name in REFERENCES {
            if let Some(value) = tree.attribute(node, name) {
                let words = value.split_ascii_whitespace();
                let followed: Vec<&str> = words
                    .map(|word| renamed.get(word).map_or(word, String::as_str))
                    .collect();
                let followed = followed.join(" ");
                tree.set(node, name, &followed);
            }
        }
    }
    !renamed.is_empty()
}

/// Every name attribute of the frame is another one; of radio buttons they stay groups.
pub fn names(draft: &mut Draft, rng: &mut ChaCha8Rng) -> bool {
    let Some(home) = draft.home() else { return false };
    let tree = &mut draft.frames[home].tree;
    let mut renamed = HashMap::new();
    for node in tree.elements() {
        if let Some(old) = tree.attribute(node, "name") {
            let old = old.to_owned();
            let new: &String = renamed.entry(old).or_insert_with(|| invented(rng));
            tree.set(node, "name", new);
        }
    }
    !renamed.is_empty()
}

/// Every class of the frame is another one.
pub fn classes(draft: &mut Draft, rng: &mut ChaCha8Rng) -> bool {
    let Some(home) = draft.home() else { return false };
    let tree = &mut draft.frames[home].tree;
    let mut renamed: HashMap<String, String> = HashMap::new();
    for node in tree.elements() {
        if let Some(old) = tree.attribute(node, "class") {
            let mut new: Vec<String> = Vec::new();
            for word in old.split_ascii_whitespace() {
                new.push(
                    renamed
                        .entry(word.to_owned())
                        .or_insert_with(|| invented(rng))
                        .clone(),
                );
            }
            tree.set(node, "class", &new.join(" "));
        }
    }
    !renamed.is_empty()
}

/// The control has lost its id, name, classes and title; a label that named it by its id stands beside it only.
pub fn stripped(draft: &mut Draft, _: &mut ChaCha8Rng) -> bool {
    let Some((home, controls)) = draft.controls() else {
        return false;
    };
    let tree = &mut draft.frames[home].tree;
    let mut any = false;
    for control in controls {
        for node in tree.within(control) {
            let before = tree.attributes(node).len();
            tree.retain(node, |name| {
                !matches!(name, "id" | "name" | "class" | "title")
                    && (!name.starts_with("data-") || is_ours(name))
            });
            any |= tree.attributes(node).len() < before;
        }
    }
    any
}

/// What tells of the page and is no part of it.
fn is_ours(name: &str) -> bool {
    matches!(name, "data-answer" | "data-state" | "data-address")
}

/// The parts of ids and names that are other ones at every load, on every page.
pub fn reload(tree: &mut Tree, rng: &mut ChaCha8Rng) {
    let shift = rng.random_range(1..500);
    for node in tree.elements() {
        for name in REFERENCES.into_iter().chain(["id", "name"]) {
            if let Some(old) = tree
                .attribute(node, name)
                .filter(|old| old.contains("j_id") || old.contains("_r_"))
            {
                let parts =
                    old.split(':')
                        .map(|part| match part.strip_prefix("j_id").map(str::parse::<u32>) {
                            Some(Ok(number)) => format!("j_id{}", number + shift),
                            _ => part.replace("_r_", &format!("_r{shift}_")),
                        });
                let new = parts.collect::<Vec<_>>().join(":");
                tree.set(node, name, &new);
            }
        }
    }
}

/// A name as build tools invent them.
pub fn invented(rng: &mut ChaCha8Rng) -> String {
    const LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz";
    let letters =
        (0..rng.random_range(5..9)).map(|_| char::from(LETTERS[rng.random_range(0..LETTERS.len())]));
    let word: String = letters.collect();
    match rng.random_range(0..3) {
        0 => word,
        1 => format!("{word}-{}", rng.random_range(1..999)),
        _ => format!("{word}_{:x}", rng.random_range(0..0xffff)),
    }
}

/// Gives the ids and names in a copied part other ends, so that they are its own.
pub fn make_own(tree: &mut Tree, part: crate::NodeId, end: &str) {
    for node in tree.within(part) {
        for name in ["id", "name"] {
            if let Some(old) = tree.attribute(node, name) {
                let new = [old, end].concat();
                tree.set(node, name, &new);
            }
        }
        for name in REFERENCES {
            if let Some(old) = tree.attribute(node, name) {
                let new = [old, end].concat();
                tree.set(node, name, &new);
            }
        }
    }
}
