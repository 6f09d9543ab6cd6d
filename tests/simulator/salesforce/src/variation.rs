//! The dimensions in which the facts leave Salesforce open, each drawn by the run's seed.

use rand::Rng;
use rand_chacha::ChaCha8Rng;
use serde::{Deserialize, Serialize};
use simulated_languages::Language;

/// Declares one dimension: an enum whose values are drawn with equal chance and named in snake case.
macro_rules! dimension {
    ($(#[$meta:meta])* $name:ident { $($(#[$value_meta:meta])* $value:ident),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$value_meta])* $value),+ }

        impl $name {
            /// Every value of this dimension.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];

            fn draw(rng: &mut ChaCha8Rng) -> Self {
                Self::ALL[rng.random_range(0..Self::ALL.len())]
            }
        }
    };
}

dimension!(
    /// How `force-aloha-page` holds the frame (§3: unknown whether its root is closed).
    FrameRoot {
        /// The frame is an ordinary descendant.
        None,
        /// The frame is in an open shadow root.
        Open,
        /// The frame is in a closed shadow root.
        Closed,
    }
);
dimension!(
    /// Where the frame comes from under `my.salesforce-setup.com` (§3, I).
    SetupFrameHost {
        /// The Setup host itself.
        Same,
        /// The core host, another origin.
        Core,
    }
);
dimension!(
    /// Id and name of the License select on the new permission set page (§4: unknown).
    LicenseSelect {
        /// `…:permSetLicenseSelect`.
        Suffixed,
        /// `…:license`, beneath another panel.
        Short,
        /// Only volatile `j_id` parts.
        Volatile,
    }
);
dimension!(
    /// The option values of that select (§4: probably the licence's record id).
    LicenseValue {
        /// 15-character record id.
        ShortId,
        /// 18-character record id.
        LongId,
        /// A prefix saying the kind of licence, then the 15-character id.
        KindAndId,
    }
);
dimension!(
    /// The label before that select (§4: "License", older "User License").
    LicenseLabel {
        /// "License".
        License,
        /// "User License".
        UserLicense,
    }
);
dimension!(
    /// Save on the new permission set page (§4, I).
    SaveButton {
        /// `id="save"`.
        Plain,
        /// `id="…:save"`.
        Suffixed,
        /// Volatile id and name; only its value says Save.
        Volatile,
    }
);
dimension!(
    /// Id of the Session Activation Required checkbox (§4: unknown).
    SessionCheckbox {
        /// `…:sessionActivation`.
        Suffixed,
        /// Only volatile parts.
        Volatile,
    }
);
dimension!(
    /// Whether a list in Setup is Classic in a frame or the enhanced Lightning component (§2).
    ListView {
        /// Classic page in a frame.
        Classic,
        /// Lightning component without a frame.
        Enhanced,
    }
);
dimension!(
    /// What the user access summary offers to press (unknown).
    SummaryButtons {
        /// One button, to the user's own page.
        UserDetail,
        /// One per section beside it, so that sets and groups have buttons of one name.
        EditAssignments,
    }
);
dimension!(
    /// How often the dueling list of Edit Assignments stands in the page (§4).
    DuelingList {
        /// Once.
        Once,
        /// Twice, the first pair is disabled.
        FirstDisabled,
        /// Twice, the second pair is disabled.
        SecondDisabled,
    }
);
dimension!(
    /// Markup of the edit controls of object and field permissions (§2, I).
    PermissionControls {
        /// Names made of the API name, labels in the table's headers.
        NamedByApiName,
        /// Volatile ids, each checkbox with a `label` of its own.
        VolatileWithLabels,
        /// Volatile ids, named by `title` attributes.
        VolatileWithTitles,
    }
);
dimension!(
    /// How the `address` parameter of the outer URL is written (§2).
    AddressEncoding {
        /// Slashes stay slashes where the address has no query.
        Plain,
        /// Percent-encoded.
        Encoded,
    }
);
dimension!(
    /// Which Setup section the outer URL names for Edit Assignments reached by clicking (§2).
    AssignmentsSection {
        /// `PermSets/page`.
        PermSets,
        /// It stays under `ManageUsers/page`.
        Stays,
    }
);
dimension!(
    /// What happens to the frame when a save inside it leads to another page (unknown).
    AfterSave {
        /// The frame goes on to the next page by itself.
        SameFrame,
        /// The shell makes a new frame for the next page.
        NewFrame,
    }
);
dimension!(
    /// The Content-Security-Policy of the pages (facts/toolchain.md: seen with `'unsafe-eval'`); what each sends is in `policy.rs`.
    PagePolicy {
        /// None at all.
        None,
        /// Scripts of the host itself, and `eval`.
        UnsafeEval,
        /// Scripts of the host itself.
        SelfOnly,
        /// Scripts of the host itself, and WebAssembly.
        WasmUnsafeEval,
        /// Nothing but what the pages need.
        DefaultNone,
        /// A sandbox in which the pages may do all that they do without one.
        Sandbox,
        /// Markup becomes part of a page only by way of Trusted Types.
        TrustedTypes,
        /// Lightning allows `eval`; the Classic page in its frame, from another host, only scripts of the host itself.
        SelfOnlyInFrames,
    }
);

/// One draw of every dimension of the Salesforce pages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetupVariation {
    /// See [`FrameRoot`].
    pub frame_root: FrameRoot,
    /// See [`SetupFrameHost`].
    pub setup_frame_host: SetupFrameHost,
    /// See [`LicenseSelect`].
    pub license_select: LicenseSelect,
    /// See [`LicenseValue`].
    pub license_value: LicenseValue,
    /// See [`LicenseLabel`].
    pub license_label: LicenseLabel,
    /// See [`SaveButton`].
    pub save_button: SaveButton,
    /// See [`SessionCheckbox`].
    pub session_checkbox: SessionCheckbox,
    /// The permission set list.
    pub permission_set_list: ListView,
    /// The user list.
    pub user_list: ListView,
    /// Whether user pages offer the newer access summary.
    pub user_access_summary: bool,
    /// See [`SummaryButtons`].
    pub summary_buttons: SummaryButtons,
    /// See [`DuelingList`].
    pub dueling_list: DuelingList,
    /// Whether a Continue step follows Save of Edit Assignments (unknown).
    pub continue_after_save: bool,
    /// See [`PermissionControls`].
    pub permission_controls: PermissionControls,
    /// See [`AddressEncoding`].
    pub address_encoding: AddressEncoding,
    /// See [`AssignmentsSection`].
    pub assignments_section: AssignmentsSection,
    /// See [`AfterSave`].
    pub after_save: AfterSave,
    /// See [`PagePolicy`].
    pub page_policy: PagePolicy,
    /// Milliseconds until choosing a licence has refilled Profile, 200 to 1200.
    pub profile_refill_ms: u32,
    /// What the labels without a published wording are drawn from, in languages other than English.
    pub label_seed: u32,
    /// One language for every user's pages in place of each user's own (never drawn, only set by hand).
    pub language: Option<Language>,
    /// Whether saving a new user raises a native alert (never drawn, only set by hand).
    pub alert_on_save: bool,
}

/// Why a `KEY=VALUE` could not be applied.
#[derive(Debug, PartialEq, Eq)]
pub enum VaryError {
    /// There is no dimension of this name.
    UnknownDimension(String),
    /// The dimension exists, the value is not one of its own.
    InvalidValue(String),
}

impl std::fmt::Display for VaryError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::UnknownDimension(key) => write!(f, "no dimension of the pages is called {key}"),
            Self::InvalidValue(why) => write!(f, "not a value of this dimension: {why}"),
        }
    }
}

impl std::error::Error for VaryError {}

impl SetupVariation {
    /// Draws every dimension from the run's generator.
    pub fn draw(rng: &mut ChaCha8Rng) -> Self {
        Self {
            frame_root: FrameRoot::draw(rng),
            setup_frame_host: SetupFrameHost::draw(rng),
            license_select: LicenseSelect::draw(rng),
            license_value: LicenseValue::draw(rng),
            license_label: LicenseLabel::draw(rng),
            save_button: SaveButton::draw(rng),
            session_checkbox: SessionCheckbox::draw(rng),
            permission_set_list: ListView::draw(rng),
            user_list: ListView::draw(rng),
            user_access_summary: rng.random_bool(0.5),
            // This and `label_seed` are drawn from a copy, so that the older dimensions stay what they are for a seed.
            summary_buttons: SummaryButtons::draw(&mut rng.clone()),
            dueling_list: DuelingList::draw(rng),
            continue_after_save: rng.random_bool(0.5),
            permission_controls: PermissionControls::draw(rng),
            address_encoding: AddressEncoding::draw(rng),
            assignments_section: AssignmentsSection::draw(rng),
            after_save: AfterSave::draw(rng),
            page_policy: PagePolicy::draw(rng),
            profile_refill_ms: rng.random_range(200..=1200),
            label_seed: rng.clone().random(),
            language: None,
            alert_on_save: false,
        }
    }

    /// Sets one dimension by its name, as the command line's `--vary KEY=VALUE` does.
    pub fn set(&mut self, key: &str, value: &str) -> Result<(), VaryError> {
        let invalid = |error: serde_json::Error| VaryError::InvalidValue(error.to_string());
        let mut all = serde_json::to_value(&*self).map_err(invalid)?;
        let Some(slot) = all.get_mut(key) else {
            return Err(VaryError::UnknownDimension(key.to_owned()));
        };
        *slot = match slot {
            serde_json::Value::String(_) | serde_json::Value::Null => value.into(),
            _ => serde_json::from_str(value).map_err(invalid)?,
        };
        *self = serde_json::from_value(all).map_err(invalid)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;

    #[test]
    fn a_seed_draws_the_same_variation_again() {
        let draw = |seed| SetupVariation::draw(&mut ChaCha8Rng::seed_from_u64(seed));
        assert_eq!(draw(7), draw(7));
        assert!((0..20).any(|seed| draw(seed) != draw(7)));
    }

    #[test]
    fn twenty_seeds_reach_both_values_of_every_two_valued_dimension() {
        let drawn: Vec<_> = (0..20)
            .map(|s| SetupVariation::draw(&mut ChaCha8Rng::seed_from_u64(s)))
            .collect();
        let json: Vec<_> = drawn.iter().map(|v| serde_json::to_value(v).unwrap()).collect();
        for key in json[0]
            .as_object()
            .unwrap()
            .keys()
            .filter(|k| !["alert_on_save", "language"].contains(&k.as_str()))
        {
            assert!(json.iter().any(|v| v[key] != json[0][key]), "{key} never varies");
        }
    }

    #[test]
    fn a_dimension_is_set_by_name() {
        let mut variation = SetupVariation::draw(&mut ChaCha8Rng::seed_from_u64(1));
        variation.set("frame_root", "closed").unwrap();
        variation.set("profile_refill_ms", "450").unwrap();
        assert_eq!(variation.frame_root, FrameRoot::Closed);
        assert_eq!(variation.profile_refill_ms, 450);
        assert!(matches!(
            variation.set("frame_root", "ajar"),
            Err(VaryError::InvalidValue(_))
        ));
        assert_eq!(
            variation.set("nothing", "1"),
            Err(VaryError::UnknownDimension("nothing".into()))
        );
    }
}
