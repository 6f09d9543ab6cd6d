//! The dimensions in which the facts leave Jotform open, each drawn by the run's seed.

mod dimensions;

use rand::Rng;
use rand_chacha::ChaCha8Rng;
use serde::{Deserialize, Serialize};

pub use dimensions::*;
use simulated_languages::{Language, Words};

/// How this run's Jotform differs within what the facts leave open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JotformVariation {
    /// See [`IntegrationsUrl`].
    pub integrations_url: IntegrationsUrl,
    /// See [`BuildTabId`].
    pub build_tab_id: BuildTabId,
    /// See [`TabRole`].
    pub tab_role: TabRole,
    /// See [`ActiveMark`].
    pub active_mark: ActiveMark,
    /// See [`SettingsList`].
    pub settings_list: SettingsList,
    /// See [`StageClass`].
    pub stage_class: StageClass,
    /// See [`CardMarkup`].
    pub card_markup: CardMarkup,
    /// See [`SearchMarkup`].
    pub search_markup: SearchMarkup,
    /// See [`WizardMarkup`].
    pub wizard_markup: WizardMarkup,
    /// See [`WizardShape`].
    pub wizard_shape: WizardShape,
    /// See [`WizardPlace`].
    pub wizard_place: WizardPlace,
    /// See [`ActionControl`].
    pub action_control: ActionControl,
    /// See [`ObjectControl`].
    pub object_control: ObjectControl,
    /// See [`MappingControl`].
    pub mapping_control: MappingControl,
    /// See [`Wording`].
    pub wording: Wording,
    /// See [`UnmappedRequired`].
    pub unmapped_required: UnmappedRequired,
    /// See [`MatchFields`].
    pub match_fields: MatchFields,
    /// See [`AuthorizeHost`].
    pub authorize_host: AuthorizeHost,
    /// See [`ConnectionName`].
    pub connection_name: ConnectionName,
    /// See [`AfterSave`].
    pub after_save: AfterSave,
    /// See [`Rerender`].
    pub rerender: Rerender,
    /// See [`PagePolicy`].
    pub page_policy: PagePolicy,
    /// See [`Sublabels`].
    pub sublabels: Sublabels,
    /// See [`IntegrationsProperty`].
    pub integrations_property: IntegrationsProperty,
    /// See [`ApiRefusal`].
    pub api_refusal: ApiRefusal,
    /// Whether the session cookie opens the API on the builder's own host (§3: unknown).
    pub session_opens_api: bool,
    /// Milliseconds after the last key until the Integrations page filters, 120 to 600.
    pub search_delay_ms: u32,
    /// The language of the interface (§2, S: it is translated; never drawn, set by the start state or by hand).
    pub language: Language,
    /// What the labels without a published wording are drawn from, in languages other than English.
    pub label_seed: u32,
    /// What the generated `sc-…` classes are made from (§2, S: they change at every build).
    pub class_seed: u32,
}

/// Why a `KEY=VALUE` could not be applied.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum VaryError {
    /// There is no dimension of this name.
    #[error("no dimension of Jotform is called {0}")]
    UnknownDimension(String),
    /// The dimension exists, the value is not one of its own.
    #[error("not a value of this dimension: {0}")]
    InvalidValue(String),
}

impl JotformVariation {
    /// Draws every dimension from the run's generator.
    pub fn draw(rng: &mut ChaCha8Rng) -> Self {
        Self {
            integrations_url: IntegrationsUrl::draw(rng),
            build_tab_id: BuildTabId::draw(rng),
            tab_role: TabRole::draw(rng),
            active_mark: ActiveMark::draw(rng),
            settings_list: SettingsList::draw(rng),
            stage_class: StageClass::draw(rng),
            card_markup: CardMarkup::draw(rng),
            search_markup: SearchMarkup::draw(rng),
            wizard_markup: WizardMarkup::draw(rng),
            wizard_shape: WizardShape::draw(rng),
            wizard_place: WizardPlace::draw(rng),
            action_control: ActionControl::draw(rng),
            object_control: ObjectControl::draw(rng),
            mapping_control: MappingControl::draw(rng),
            wording: Wording::draw(rng),
            unmapped_required: UnmappedRequired::draw(rng),
            match_fields: MatchFields::draw(rng),
            authorize_host: AuthorizeHost::draw(rng),
            connection_name: ConnectionName::draw(rng),
            after_save: AfterSave::draw(rng),
            rerender: Rerender::draw(rng),
            page_policy: PagePolicy::draw(rng),
            sublabels: Sublabels::draw(rng),
            integrations_property: IntegrationsProperty::draw(rng),
            api_refusal: ApiRefusal::draw(rng),
            session_opens_api: rng.random_bool(0.5),
            search_delay_ms: rng.random_range(120..=600),
            language: Language::ENGLISH,
            // From a copy, so that the draws of other dimensions stay what they are for a seed.
            label_seed: rng.clone().random(),
            class_seed: rng.random(),
        }
    }

    /// The interface's words.
    pub fn words(&self) -> Words {
        Words::new(self.language, self.label_seed)
    }

    /// Sets one dimension by its name, as the command line's `--vary KEY=VALUE` does.
    pub fn set(&mut self, key: &str, value: &str) -> Result<(), VaryError> {
        let invalid = |error: serde_json::Error| VaryError::InvalidValue(error.to_string());
        let mut all = serde_json::to_value(&*self).map_err(invalid)?;
        let Some(slot) = all.get_mut(key) else {
            return Err(VaryError::UnknownDimension(key.to_owned()));
        };
        *slot = match slot {
            serde_json::Value::String(_) => value.into(),
            _ => serde_json::from_str(value).map_err(invalid)?,
        };
        *self = serde_json::from_value(all).map_err(invalid)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;

    use super::*;

    fn drawn(seed: u64) -> JotformVariation {
        JotformVariation::draw(&mut ChaCha8Rng::seed_from_u64(seed))
    }

    #[test]
    fn a_seed_draws_the_same_variation_again() {
        assert_eq!(drawn(7), drawn(7));
        assert_ne!(drawn(7), drawn(8));
    }

    #[test]
    fn every_dimension_varies_within_thirty_seeds() {
        let all: Vec<_> = (0..30)
            .map(|seed| serde_json::to_value(drawn(seed)).unwrap())
            .collect();
        for key in all[0]
            .as_object()
            .unwrap()
            .keys()
            .filter(|key| *key != "language")
        {
            assert!(
                all.iter().any(|one| one[key] != all[0][key]),
                "{key} never varies"
            );
        }
    }

    #[test]
    fn a_dimension_is_set_by_name() {
        let mut variation = drawn(1);
        variation.set("wizard_markup", "soup").unwrap();
        variation.set("search_delay_ms", "150").unwrap();
        variation.set("session_opens_api", "false").unwrap();
        assert_eq!(variation.wizard_markup, WizardMarkup::Soup);
        assert_eq!(variation.search_delay_ms, 150);
        assert!(!variation.session_opens_api);
        assert!(matches!(
            variation.set("wizard_markup", "stew"),
            Err(VaryError::InvalidValue(_))
        ));
        assert_eq!(
            variation.set("nothing", "1"),
            Err(VaryError::UnknownDimension("nothing".into()))
        );
    }
}
