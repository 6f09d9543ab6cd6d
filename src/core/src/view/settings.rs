//! What the settings show.

use crate::inputs::InputKey;
use serde::{Deserialize, Serialize};
use waymark_lean::Lean;

/// The settings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct SettingsView {
    /// The id of the chosen language; empty follows the browser.
    pub language: String,
    /// The languages, each by its own name.
    pub languages: Vec<ChoiceView>,
    /// The defaults for new users and permission sets.
    pub defaults: Vec<DefaultView>,
}

/// One entry of a list to choose from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct ChoiceView {
    /// What it stands for.
    pub value: String,
    /// What it says.
    pub label: String,
}

/// A default of the user's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
pub struct DefaultView {
    /// Of which input.
    pub key: InputKey,
    /// The input's label.
    pub label: String,
    /// The default; empty where Waymark's own holds.
    pub value: String,
    /// What is wrong with it, in words.
    pub error: Option<String>,
    /// What Waymark proposes by itself.
    pub proposed: String,
}
