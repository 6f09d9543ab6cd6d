//! The journey's words, with what is known of the journey filled in.

use super::State;
use crate::host::{Host, OrgKind, classify};
use crate::inputs::InputKey;
use crate::words::Words;

/// Stands in the words of browsers that open the panel for nothing but their own button.
pub(super) const WAY_TO_PANEL: &str = "notice_open_panel";

/// Says messages with `$set$`, `$user$`, `$email$`, `$object$`, `$fields$`, `$host$`, `$admin$`, `$marker$` and `$form$` filled in.
pub(super) struct Voice<'a> {
    pub(super) words: &'a Words,
    values: Vec<(&'static str, String)>,
}

impl<'a> Voice<'a> {
    pub(super) fn new(words: &'a Words, state: &State) -> Voice<'a> {
        let input = |key| state.inputs.value(key).to_owned();
        let or = |text: String, key: &str| {
            if text.is_empty() {
                words.tell(key).to_owned()
            } else {
                text
            }
        };
        let admin = state.bound.as_ref().map(|bound| bound.user_name.clone());
        Voice {
            words,
            values: vec![
                ("set", input(InputKey::PermissionSetLabel)),
                ("user", or(input(InputKey::Username), "name_integration_user")),
                ("email", or(input(InputKey::Email), "name_email")),
                ("object", input(InputKey::Object)),
                ("fields", input(InputKey::Fields).replace(',', ", ")),
                ("host", or(state.core_host.clone(), "name_host")),
                ("admin", or(admin.unwrap_or_default(), "name_administrator")),
                ("marker", state.marker()),
                ("jotform", state.jotform_host().to_owned()),
            ],
        }
    }

    /// The browser does not let the card open the panel: a message names what does.
    pub(super) fn names_way_to_panel(&self) -> bool {
        self.words.knows(WAY_TO_PANEL)
    }

    /// The message for this key.
    pub(super) fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// The message for this key, with further values.
    pub(super) fn say_with(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut all: Vec<(&str, &str)> = values.to_vec();
        all.extend(self.values.iter().map(|(name, value)| (*name, value.as_str())));
        self.words.say(key, &all)
    }
}

/// The key of the words for the kind of org.
pub(super) fn org_kind(core_host: &str) -> Option<(&'static str, OrgKind)> {
    let Host::Salesforce(host) = classify(core_host) else {
        return None;
    };
    let key = match host.kind {
        OrgKind::Production => "org_production",
        OrgKind::Sandbox => "org_sandbox",
        OrgKind::Developer => "org_developer",
        OrgKind::Scratch => "org_scratch",
        OrgKind::Trailblaze => "org_trailblaze",
        OrgKind::Demo => "org_demo",
        OrgKind::Patch => "org_patch",
        OrgKind::Free => "org_free",
        OrgKind::Government => "org_government",
        OrgKind::China => "org_china",
    };
    Some((key, host.kind))
}
