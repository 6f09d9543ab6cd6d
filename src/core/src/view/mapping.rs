//! What the panel shows of the mapping.

use super::Notice;
use serde::{Deserialize, Serialize};
use waymark_lean::Lean;

/// Which answer of the form goes into which field.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct MappingView {
    /// How many of the questions go into a field.
    pub summary: String,
    /// What has to be done first, so that all of it can be shown.
    pub hint: Option<String>,
    /// What a key of Jotform's is used for.
    pub key_help: String,
    /// Why the form could not be read with one.
    pub trouble: Option<String>,
    /// It is being read.
    pub reading: bool,
    /// The questions, or their parts, in the form's order.
    pub rows: Vec<MappingRow>,
    /// Fields that every record needs and that nothing feeds.
    pub lacking: Vec<String>,
    /// Fields of the user's list that no question feeds: API name, and as people know it.
    pub idle: Vec<(String, String)>,
    /// The fields to choose from: API name, and as people know it.
    pub fields: Vec<(String, String)>,
    /// Something was chosen that can be taken back.
    pub can_take_back: bool,
}

/// One question, or one part of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct MappingRow {
    /// Its number, with its part where it has parts.
    pub question: String,
    /// Its text, with its part's.
    pub label: String,
    /// API name of the field that takes it; empty where none does.
    pub field: String,
    /// Why, or that nothing takes it.
    pub why: String,
    /// What is wrong with it.
    pub problems: Vec<Notice>,
    /// A field that would fit, where none takes it.
    pub offer: Option<OfferView>,
}

/// A field that would fit a question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct OfferView {
    /// API name.
    pub field: String,
    /// What it is called, and why it fits.
    pub text: String,
}
