//! What the administrator of a browser has set for everybody who uses it: managed storage, whose schema is `extension/managed.json`.
//!
//! A restriction is never loosened by a slip of the pen: what restricts and cannot be read is at its strictest.

use crate::inputs::InputKey;
use crate::json::Json;
use crate::settings::Settings;
use serde::{Deserialize, Serialize};
use std::fmt;
use vecmap::VecMap;
use waymark_lean::Lean;

/// What is set. By default nothing is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
pub struct Policy {
    /// Core hosts of the orgs in which a guide may run, `*` in them standing for any text; `None` where all are allowed.
    pub allowed_orgs: Option<Vec<String>>,
    /// What stands in an input that nobody has typed in; see [`Settings::defaults`], over which it is laid.
    pub naming: VecMap<InputKey, String>,
    /// No guide may run.
    pub guide_off: bool,
    /// Nothing may be written by Waymark.
    pub apply_off: bool,
}

/// What is wrong with a policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The value of this key is of another kind than it should be.
    Kind(String),
    /// There is no such key, or no such input that can have a default. It is passed over.
    Unknown(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (key, what) = match self {
            Fault::Kind(key) => (key, " cannot be read"),
            Fault::Unknown(key) => (key, " is not known"),
        };
        formatter.write_str(key)?;
        formatter.write_str(what)
    }
}

/// Why no guide runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Guides are off.
    GuideOff,
    /// The org is none of those that are allowed.
    OrgNotAllowed,
}

impl Refusal {
    /// The key of its words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Refusal::GuideOff => "explained_guide_off",
            Refusal::OrgNotAllowed => "explained_org_not_allowed",
        }
    }
}

impl Policy {
    /// Reads what the browser hands over, and tells what is wrong with it.
    #[must_use]
    pub fn read(managed: &Json) -> (Policy, Vec<Fault>) {
        let mut policy = Policy::default();
        let mut faults = Vec::new();
        let Json::Map(members) = managed else {
            return (policy, faults);
        };
        for (key, value) in members {
            let is_read = match key.as_str() {
                "allowed_orgs" => policy.allow(value),
                "naming" => policy.name(value, &mut faults),
                "guide" => turn_off(&mut policy.guide_off, value),
                "apply" => turn_off(&mut policy.apply_off, value),
                _ => {
                    faults.push(Fault::Unknown(key.clone()));
                    continue;
                }
            };
            if !is_read {
                faults.push(Fault::Kind(key.clone()));
            }
        }
        (policy, faults)
    }

    /// Why no guide runs in the org with this core host; before there is one it may begin.
    #[must_use]
    pub fn refusal(&self, core_host: &str) -> Option<Refusal> {
        if self.guide_off {
            return Some(Refusal::GuideOff);
        }
        let allowed = self.allowed_orgs.as_ref()?;
        let is_allowed = core_host.is_empty() || allowed.iter().any(|pattern| fits(pattern, core_host));
        (!is_allowed).then_some(Refusal::OrgNotAllowed)
    }

    fn allow(&mut self, value: &Json) -> bool {
        let items = value.items().unwrap_or_default();
        let hosts = || items.iter().filter_map(Json::text);
        self.allowed_orgs = Some(hosts().map(|host| host.trim().to_ascii_lowercase()).collect());
        value.items().is_some() && hosts().count() == items.len()
    }

    fn name(&mut self, value: &Json, faults: &mut Vec<Fault>) -> bool {
        let Json::Map(members) = value else { return false };
        for (name, text) in members {
            let key = Settings::DEFAULTS.into_iter().find(|key| key.name() == name);
            match (key, text.text()) {
                (Some(key), Some(text)) => {
                    self.naming.insert(key, text.trim().to_owned());
                }
                (Some(_), None) => faults.push(Fault::Kind(name.clone())),
                (None, _) => faults.push(Fault::Unknown(name.clone())),
            }
        }
        true
    }
}

/// What is allowed unless it is set to `false`; false where the value is no yes-or-no.
fn turn_off(off: &mut bool, value: &Json) -> bool {
    *off = value.flag() != Some(true);
    value.flag().is_some()
}

/// The text is what the pattern says, `*` in it standing for any text.
fn fits(pattern: &str, text: &str) -> bool {
    let Some((before, rest)) = pattern.split_once('*') else {
        return pattern == text;
    };
    let Some(mut after) = text.strip_prefix(before) else {
        return false;
    };
    loop {
        if fits(rest, after) {
            return true;
        }
        // Host names are ASCII; what is not falls out here.
        match after.get(1..) {
            Some(shorter) => after = shorter,
            None => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const ACME: &str = "acme.my.salesforce.com";

    fn read(managed: serde_json::Value) -> (Policy, Vec<Fault>) {
        let (policy, mut faults) = Policy::read(&Json::from(managed));
        // In which order an object's members are kept depends on how serde_json was built.
        faults.sort_by_key(ToString::to_string);
        (policy, faults)
    }

    #[test]
    fn nothing_set_restricts_nothing() {
        for managed in [json!({}), json!(null), json!({"guide": true, "apply": true})] {
            let (policy, faults) = read(managed);
            assert_eq!((policy.refusal(ACME), policy.apply_off), (None, false));
            assert_eq!((policy, faults), (Policy::default(), vec![]));
        }
    }

    #[test]
    fn a_guide_runs_in_allowed_orgs_only() {
        let (policy, faults) =
            read(json!({"allowed_orgs": [" Acme.my.salesforce.com", "acme--*.sandbox.my.salesforce.com"]}));
        assert_eq!(faults, []);
        for host in [ACME, "acme--dev.sandbox.my.salesforce.com", ""] {
            assert_eq!(policy.refusal(host), None, "{host}");
        }
        for host in [
            "other.my.salesforce.com",
            "acme--dev.my.salesforce.com",
            "xacme.my.salesforce.com",
            "acme.my.salesforce.com.evil.example",
        ] {
            assert_eq!(policy.refusal(host), Some(Refusal::OrgNotAllowed), "{host}");
        }
        assert_eq!(read(json!({"allowed_orgs": ["*"]})).0.refusal(ACME), None);
        assert_eq!(
            read(json!({"guide": false})).0.refusal(""),
            Some(Refusal::GuideOff)
        );
    }

    #[test]
    fn the_schema_names_what_is_read() {
        let schema: serde_json::Value =
            serde_json::from_str(include_str!("../../../extension/managed.json")).unwrap();
        let keys = |of: &serde_json::Value| -> Vec<String> {
            let mut keys: Vec<String> = of["properties"].as_object().unwrap().keys().cloned().collect();
            keys.sort();
            keys
        };
        let unread = keys(&schema).into_iter().map(|key| (key, Json::Null)).collect();
        let (_, faults) = Policy::read(&Json::Map(unread));
        let is_known = |fault: &Fault| matches!(fault, Fault::Kind(_));
        assert!(faults.len() == 4 && faults.iter().all(is_known), "{faults:?}");
        let mut names = Settings::DEFAULTS.map(|key| key.name().to_owned());
        names.sort();
        assert_eq!(keys(&schema["properties"]["naming"]), names);
    }

    #[test]
    fn patterns_of_several_stars_are_read() {
        for (pattern, text, wanted) in [
            ("a*b*c", "a-b-b-c", true),
            ("a*b*c", "a-c", false),
            ("*", "", true),
            ("a*", "a", true),
            ("*a", "ba", true),
            ("", "a", false),
            ("*b", "über", false),
        ] {
            assert_eq!(fits(pattern, text), wanted, "{pattern} {text}");
        }
    }

    #[test]
    fn what_restricts_and_cannot_be_read_is_at_its_strictest() {
        let (policy, faults) = read(json!({"allowed_orgs": ACME, "guide": "no", "apply": 1}));
        assert_eq!(policy.allowed_orgs, Some(vec![]));
        assert_eq!((policy.guide_off, policy.apply_off), (true, true));
        let kinds = ["allowed_orgs", "apply", "guide"].map(|key| Fault::Kind(key.into()));
        assert_eq!(faults, kinds);
        let (policy, faults) = read(json!({"allowed_orgs": [ACME, 1]}));
        assert_eq!(policy.allowed_orgs, Some(vec![ACME.to_owned()]));
        assert_eq!(faults, [Fault::Kind("allowed_orgs".into())]);
    }

    #[test]
    fn names_are_taken_and_what_is_unknown_is_passed_over_and_told() {
        let (policy, faults) = read(json!({
            "naming": {"permission_set_label": "INT {object}", "alias": 7, "fields": "Email"},
            "colour": "red",
        }));
        let naming: Vec<_> = policy.naming.iter().collect();
        assert_eq!(
            naming,
            [(&InputKey::PermissionSetLabel, &"INT {object}".to_owned())]
        );
        let told = [
            Fault::Kind("alias".into()),
            Fault::Unknown("colour".into()),
            Fault::Unknown("fields".into()),
        ];
        assert_eq!(faults, told);
        assert_eq!(Fault::Unknown("colour".into()).to_string(), "colour is not known");
        assert_eq!(read(json!({"naming": "x"})).1, [Fault::Kind("naming".into())]);
    }
}
