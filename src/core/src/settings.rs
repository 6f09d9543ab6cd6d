//! What the user has set for all guides: the extension's language, and what new users and permission sets are called by default.

use crate::inputs::{InputKey, Inputs};
use crate::language::{LANGUAGES, Language};
use crate::view::{ChoiceView, DefaultView, SettingsView};
use crate::wire::{self, Unreadable};
use crate::words::Words;
use serde::{Deserialize, Serialize};
use vecmap::VecMap;
use waymark_lean::Lean;

/// Stands before kept settings. Raised whenever their shape changes.
const VERSION: &str = "1:";

/// The settings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
pub struct Settings {
    /// The extension's language by its id; empty follows the browser.
    pub language: String,
    /// What stands in an input that nobody has typed in, in place of what Waymark would propose. `{org}` in it is the first part
    /// of the org's domain, `{object}` the object.
    pub defaults: VecMap<InputKey, String>,
}

impl Settings {
    /// The inputs that can have a default of the user's own: what names something in Salesforce.
    pub const DEFAULTS: [InputKey; 6] = [
        InputKey::PermissionSetLabel,
        InputKey::FirstName,
        InputKey::LastName,
        InputKey::Alias,
        InputKey::Username,
        InputKey::Email,
    ];

    /// The settings as a text to keep.
    #[must_use]
    pub fn to_keep(&self) -> String {
        [VERSION, &wire::write(self)].concat()
    }

    /// Reads a text that [`Settings::to_keep`] made.
    ///
    /// # Errors
    /// `Unreadable` for what another version kept.
    pub fn kept(text: &str) -> Result<Settings, Unreadable> {
        wire::read(text.strip_prefix(VERSION).ok_or(Unreadable)?)
    }

    /// The language to speak, where the browser speaks this.
    #[must_use]
    pub fn language(&self, of_browser: &str) -> Language {
        if self.language.is_empty() {
            Language::nearest(of_browser)
        } else {
            Language::of(&self.language)
        }
    }

    /// Takes a default; an empty one returns to what Waymark proposes.
    pub fn set_default(&mut self, key: InputKey, text: &str) {
        let text = text.trim();
        if text.is_empty() || !Settings::DEFAULTS.contains(&key) {
            self.defaults.remove(&key);
        } else {
            self.defaults.insert(key, text.to_owned());
        }
    }

    /// As the panel shows them.
    #[must_use]
    pub fn view(&self, words: &Words) -> SettingsView {
        let proposed = tried(VecMap::new());
        let languages = LANGUAGES.map(|language| ChoiceView {
            value: language.id.to_owned(),
            label: language.name.to_owned(),
        });
        let default = |key: InputKey| {
            let label = words.say(&["input_", key.name()].concat(), &[]);
            let value = self.defaults.get(&key).cloned().unwrap_or_default();
            let made = tried([(key, value.clone())].into_iter().collect());
            let problem = made.problem(key).filter(|_| !value.is_empty());
            DefaultView {
                key,
                label,
                error: problem.map(|problem| problem.tell(words)),
                value,
                proposed: proposed.value(key).to_owned(),
            }
        };
        SettingsView {
            language: self.language.clone(),
            languages: languages.into(),
            defaults: Settings::DEFAULTS.map(default).into(),
        }
    }
}

/// The inputs of a journey in some org, with these defaults.
fn tried(defaults: VecMap<InputKey, String>) -> Inputs {
    let mut inputs = Inputs {
        defaults,
        ..Inputs::default()
    };
    inputs.derive("acme.my.salesforce.com");
    inputs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Words;

    fn set(defaults: &[(InputKey, &str)]) -> Settings {
        let mut settings = Settings::default();
        for (key, text) in defaults {
            settings.set_default(*key, text);
        }
        settings
    }

    #[test]
    fn settings_are_kept_whole_and_of_another_version_not_at_all() {
        let mut settings = set(&[(InputKey::LastName, "Robot {object}")]);
        settings.language = "de".into();
        assert_eq!(Settings::kept(&settings.to_keep()), Ok(settings));
        assert_eq!(Settings::kept("0:"), Err(Unreadable));
    }

    #[test]
    fn the_language_is_the_chosen_one_or_the_browsers() {
        let mut settings = Settings::default();
        assert_eq!(settings.language("pt-PT").id, "pt_BR");
        settings.language = "ja".into();
        assert_eq!(settings.language("pt-PT").id, "ja");
    }

    #[test]
    fn a_default_stands_where_nothing_is_typed_with_org_and_object_in_it() {
        let settings = set(&[
            (InputKey::PermissionSetLabel, " Jotform {object} "),
            (InputKey::Username, "jotform@{org}.example"),
            (InputKey::Fields, "Email"),
        ]);
        let mut inputs = tried(settings.defaults.clone());
        assert_eq!(inputs.value(InputKey::PermissionSetLabel), "Jotform Lead");
        assert_eq!(inputs.value(InputKey::PermissionSetName), "Jotform_Lead");
        assert_eq!(inputs.value(InputKey::Username), "jotform@acme.example");
        assert!(!settings.defaults.contains_key(&InputKey::Fields));
        inputs.set(InputKey::Object, "Contact", "acme.my.salesforce.com");
        assert_eq!(inputs.value(InputKey::PermissionSetLabel), "Jotform Contact");
        inputs.set(InputKey::PermissionSetLabel, "Mine", "acme.my.salesforce.com");
        assert_eq!(inputs.value(InputKey::PermissionSetLabel), "Mine");
    }

    #[test]
    fn what_cannot_be_a_default_is_said() {
        let view =
            set(&[(InputKey::Alias, "much too long"), (InputKey::FirstName, "")]).view(&Words::default());
        let of = |key: InputKey| view.defaults.iter().find(|it| it.key == key);
        assert!(of(InputKey::Alias).is_some_and(|it| it.error.is_some()));
        assert!(of(InputKey::FirstName).is_some_and(|it| it.error.is_none() && it.proposed == "Jotform"));
    }
}
