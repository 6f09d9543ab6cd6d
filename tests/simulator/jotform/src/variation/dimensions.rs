//! The dimensions themselves, each with the fact that leaves it open.

use rand::Rng;
use rand_chacha::ChaCha8Rng;
use serde::{Deserialize, Serialize};

/// Declares one dimension: an enum whose values are drawn with equal chance and named in snake case.
/// `by hand` are values that no seed draws, so that what it drew before they were known stays the same.
macro_rules! dimension {
    (
        $(#[$meta:meta])* $name:ident { $($(#[$value_meta:meta])* $value:ident),+ $(,)? }
        $(by hand { $($(#[$hand_meta:meta])* $hand:ident),+ $(,)? })?
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$value_meta])* $value),+ $(, $($(#[$hand_meta])* $hand),+)? }

        impl $name {
            /// Every value of this dimension that is drawn.
            pub const ALL: &'static [Self] = &[$(Self::$value),+];

            pub(super) fn draw(rng: &mut ChaCha8Rng) -> Self {
                Self::ALL[rng.random_range(0..Self::ALL.len())]
            }
        }
    };
}

dimension!(
    /// The address of Settings → Integrations (§1, I).
    IntegrationsUrl {
        /// `/build/{id}/settings/integrations`.
        Own,
        /// It stays `/build/{id}/settings`.
        None,
    }
);
dimension!(
    /// The id of the Build tab (§2, I).
    BuildTabId {
        /// `siteNav_id_build`.
        SiteNav,
        /// No id.
        None,
    }
);
dimension!(
    /// The role of the tabs (§2, I).
    TabRole {
        /// `tab` in a `tablist`.
        Tab,
        /// Plain links.
        Link,
    }
);
dimension!(
    /// What marks the active tab (§2, I).
    ActiveMark {
        /// Class `isActive`.
        Class,
        /// Only `aria-selected` or `aria-current`.
        Aria,
        /// Both.
        Both,
    }
);
dimension!(
    /// The panel list of Settings (§2, I).
    SettingsList {
        /// `.settingsPanel ul.settingsPanel-list a.navLink`.
        Named,
        /// Buttons with generated classes only.
        Hashed,
    }
);
dimension!(
    /// What holds the chosen settings panel (§2, I).
    StageClass {
        /// `.stageContainer[role=main]`.
        Named,
        /// A generated class without a role.
        Hashed,
    }
);
dimension!(
    /// The cards of the Integrations page (unknown).
    CardMarkup {
        /// Buttons in a list.
        Button,
        /// Links in a list.
        Link,
        /// `div`s that listen to clicks.
        Div,
    }
);
dimension!(
    /// The search box of the Integrations page (unknown).
    SearchMarkup {
        /// `type=search` with a label.
        Labelled,
        /// `type=text` with a placeholder only.
        Placeholder,
    }
);
dimension!(
    /// The markup of the wizard (unknown).
    WizardMarkup {
        /// Labels, roles and names as they should be.
        Labelled,
        /// `div`s with visible text, neither roles nor labels.
        Soup,
    }
);
dimension!(
    /// How the wizard proceeds (unknown).
    WizardShape {
        /// One step at a time with Next and Back.
        Stepwise,
        /// One page that grows.
        SinglePage,
    }
);
dimension!(
    /// Where the wizard is (unknown).
    WizardPlace {
        /// In the stage of Settings.
        Stage,
        /// In a dialog above it.
        Dialog,
    }
);
dimension!(
    /// How the action is chosen (§2: "choose an action from the list", I).
    ActionControl {
        /// A native `select`.
        Native,
        /// A list that opens.
        List,
        /// Radio cards.
        Cards,
    }
    by hand {
        /// Plain buttons: pressing one chooses and goes on.
        Buttons,
    }
);
dimension!(
    /// How the object is chosen (unknown).
    ObjectControl {
        /// A native `select`.
        Native,
        /// A list that opens and can be searched.
        List,
    }
    by hand {
        /// Plain buttons: pressing one chooses and goes on.
        Buttons,
    }
);
dimension!(
    /// How the Salesforce field of a mapping row is chosen (unknown).
    MappingControl {
        /// A native `select`.
        Native,
        /// A list that opens and can be searched.
        List,
    }
);
dimension!(
    /// The wording of the wizard in English (§2: texts of a help page, "expect it to differ").
    Wording {
        /// As the help page has it.
        HelpPage,
        /// Slightly otherwise.
        Reworded,
    }
);
dimension!(
    /// What Salesforce fields left unmapped though required do to Save (unknown).
    UnmappedRequired {
        /// The integration is not saved.
        Refuse,
        /// It is saved with a warning.
        Warn,
    }
);
dimension!(
    /// How the fields are chosen by which an existing record is found (§4: fixed for three objects).
    MatchFields {
        /// Named in a sentence.
        Fixed,
        /// Ticked among the mapped fields, the documented ones to begin with.
        Chosen,
    }
);
dimension!(
    /// The host of Salesforce's authorization page that the pop-up opens (unknown).
    AuthorizeHost {
        /// `login.salesforce.com`.
        Login,
        /// The org's own core host.
        Core,
    }
);
dimension!(
    /// The name under which a connection is shown (§5: "a saved connection shows only its name").
    ConnectionName {
        /// The user's full name.
        FullName,
        /// The username.
        Username,
    }
);
dimension!(
    /// What follows Save (unknown).
    AfterSave {
        /// The list of saved integrations with the action log.
        List,
        /// The wizard stays, with a notice.
        Stays,
    }
);
dimension!(
    /// How much React replaces nodes when data arrive (unknown).
    Rerender {
        /// Nodes stay and change.
        Keeps,
        /// The wizard's nodes are replaced each time.
        Replaces,
    }
);
dimension!(
    /// The Content-Security-Policy of the builder (toolchain facts: nothing is known of Jotform).
    PagePolicy {
        /// No header.
        None,
        /// `script-src 'self'`.
        Strict,
    }
);
dimension!(
    /// `sublabels` in the API (§3: "an object or a JSON string").
    Sublabels {
        /// An object.
        Object,
        /// A string that holds JSON.
        Text,
    }
);
dimension!(
    /// The `integrations` array of form properties in the API (§3: unknown shape).
    IntegrationsProperty {
        /// Names.
        Names,
        /// Objects.
        Objects,
    }
);
dimension!(
    /// How the API refuses a call (§3: "may be HTTP 200 with another `responseCode`").
    ApiRefusal {
        /// HTTP 200.
        Ok,
        /// The HTTP status of the `responseCode`.
        Status,
    }
);
