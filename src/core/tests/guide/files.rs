//! The files under test, and what schemas tell of their types.

use std::fs;
use std::path::{Path, PathBuf};
use waymark_core::guide::{Guide, Step};

pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()
        .unwrap()
}

pub fn guide_text() -> String {
    fs::read_to_string(root().join("extension/guides/jotform-salesforce.json")).unwrap()
}

pub fn guide() -> Guide {
    serde_json::from_str(&guide_text()).unwrap()
}

pub fn steps(guide: &Guide) -> impl Iterator<Item = &Step> {
    guide.sections.iter().flat_map(|section| &section.steps)
}

/// Every file below a folder with this ending.
pub fn files(folder: &str, ending: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(fs::read_to_string(path).unwrap());
            }
        }
    }
    found
}

/// How the variants of a plain enum are written in JSON.
pub fn variants<T: schemars::JsonSchema>() -> Vec<String> {
    let schema = serde_json::to_value(schemars::schema_for!(T)).unwrap();
    let mut names = Vec::new();
    collect(&schema, &mut names);
    names
}

fn collect(schema: &serde_json::Value, names: &mut Vec<String>) {
    let text = |value: &serde_json::Value| value.as_str().map(str::to_owned);
    names.extend(schema["enum"].as_array().into_iter().flatten().filter_map(text));
    names.extend(text(&schema["const"]));
    for variant in schema["oneOf"].as_array().into_iter().flatten() {
        collect(variant, names);
    }
}
