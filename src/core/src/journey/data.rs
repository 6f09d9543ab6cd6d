//! Everything that is kept of the journeys, as a file for the person whose it is.

use super::{State, hand_over, report_files, showing};
use crate::guide::Guide;
use crate::json::Json;
use crate::lesson;
use crate::settings::Settings;
use crate::words::Words;

/// Stands in every such file, and is raised when the file's shape changes.
const KIND: &str = "waymark data 1";

/// The settings, and of each journey what it was told, what it was shown and its last report. No session and no key is kept, so none
/// is in it.
#[must_use]
pub fn data_file(guide: &Guide, words: &Words, settings: &Settings, journeys: &[&State]) -> String {
    let read = |text: &str| Json::read(text).unwrap_or(Json::Null);
    let defaults = settings.defaults.iter();
    let defaults = defaults.map(|(key, text)| (key.name().to_owned(), Json::from(text)));
    let of = |state: &&State| {
        let report = report_files(guide, words, state, false).map_or(Json::Null, |files| read(&files.json));
        Json::map(vec![
            ("journey", read(&hand_over(state))),
            ("shown", read(&lesson::file(showing::lessons(state)))),
            ("report", report),
        ])
    };
    Json::map(vec![
        ("kind", KIND.into()),
        ("language", settings.language.as_str().into()),
        ("defaults", Json::Map(defaults.collect())),
        ("journeys", Json::List(journeys.iter().map(of).collect())),
    ])
    .write()
}
