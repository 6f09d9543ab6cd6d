//! All journeys, one per org: in memory, in `storage.session` as a whole, and on disk what may be there.

use crate::api::storage::{self, Place};
use crate::error::{Error, OrWarn};
use crate::library::GUIDE;
use vecmap::VecMap;
use waymark_core::inputs::Inputs;
use waymark_core::journey::{State, TabId};
use waymark_core::policy::Policy;
use waymark_core::settings::Settings;
use waymark_core::wire;

/// Before an org's core host, the key of its journey.
const JOURNEY: &str = "journey:";
/// In `storage.session`: this is a wake-up, and what stands there is newer than the disk.
const AWAKE: &str = "awake";
/// Before an org's core host, in `storage.session`: it is being asked.
const ASKING: &str = "asking:";
/// On disk: the core host of the journey that was last started.
const LAST: &str = "last";
/// On disk: the tabs that journeys ran in, which a reload of the extension survives and a start of the browser does not.
const TABS: &str = "tabs";
/// On disk: what was set for all guides.
const SETTINGS: &str = "settings";
/// On disk: the policy as it was last read, in a form of this build's own.
const POLICY: &str = "policy";

/// All journeys, by their org's core host; empty where no org is known yet.
pub struct Journeys {
    states: VecMap<String, State>,
    last: Option<String>,
    on_disk: VecMap<String, String>,
    unanswered: Vec<String>,
    settings: Settings,
    policy: Policy,
}

impl Journeys {
    /// Reads what is kept.
    ///
    /// # Errors
    /// The browser's own.
    pub async fn load() -> Result<Journeys, Error> {
        let disk = storage::read(Place::Local).await?;
        let session = storage::read(Place::Session).await?;
        let policy = disk.get(POLICY).and_then(|text| wire::read(text).ok());
        let policy: Policy = policy.unwrap_or_default();
        let kept = if session.contains_key(AWAKE) {
            &session
        } else {
            &disk
        };
        let states: VecMap<String, State> = kept
            .iter()
            .filter_map(|(key, text)| {
                let host = key.strip_prefix(JOURNEY)?;
                let state = State::kept(text)
                    .map_err(Error::from)
                    .or_warn("a journey was kept that cannot be read");
                Some((host.to_owned(), state?.under(&policy)))
            })
            .collect();
        let settings = disk.get(SETTINGS).and_then(|text| {
            let kept = Settings::kept(text).map_err(Error::from);
            kept.or_warn("settings were kept that cannot be read")
        });
        let journeys = Journeys {
            settings: settings.unwrap_or_default(),
            policy,
            states,
            last: disk.get(LAST).cloned(),
            on_disk: disk,
            unanswered: session
                .keys()
                .filter_map(|key| key.strip_prefix(ASKING).map(str::to_owned))
                .collect(),
        };
        if !session.contains_key(AWAKE) {
            for (host, state) in &journeys.states {
                storage::write(Place::Session, &key(host), &state.to_keep()).await?;
            }
            storage::write(Place::Session, AWAKE, "yes").await?;
        }
        Ok(journeys)
    }

    /// The journey of this org, or a new one.
    #[must_use]
    pub fn state(&self, host: &str) -> State {
        self.states.get(host).cloned().unwrap_or_else(|| {
            let mut state = State::new(GUIDE, host);
            state.inputs.defaults = self.settings.defaults.clone();
            state.inputs.derive(host);
            state.under(&self.policy)
        })
    }

    /// All journeys.
    pub fn states(&self) -> impl Iterator<Item = &State> {
        self.states.values()
    }

    /// What was set for all guides.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Takes over what the browser's administrator has set; false where it is as it was.
    ///
    /// # Errors
    /// The browser's own.
    pub async fn set_policy(&mut self, policy: Policy) -> Result<bool, Error> {
        if self.policy == policy {
            return Ok(false);
        }
        self.write_to_disk(POLICY, wire::write(&policy)).await?;
        let states = std::mem::take(&mut self.states);
        let under = |(host, state): (String, State)| (host, state.under(&policy));
        self.states = states.into_iter().map(under).collect();
        self.policy = policy;
        Ok(true)
    }

    /// Keeps what was set for all guides. Journeys that have begun stay as they are.
    ///
    /// # Errors
    /// The browser's own; the settings then stay as they were.
    pub async fn set(&mut self, settings: Settings) -> Result<(), Error> {
        self.write_to_disk(SETTINGS, settings.to_keep()).await?;
        self.settings = settings;
        Ok(())
    }

    /// The journey that this tab is bound to.
    #[must_use]
    pub fn of_tab(&self, tab: TabId) -> Option<&str> {
        let bound = |(_, state): &(&String, &State)| state.tabs.contains_key(&tab);
        self.states.iter().find(bound).map(|(host, _)| host.as_str())
    }

    /// The journey that was started last.
    #[must_use]
    pub fn last(&self) -> Option<&str> {
        self.last
            .as_deref()
            .filter(|host| self.states.contains_key(*host))
    }

    /// The domains of the user's own on which their Jotform stands.
    #[must_use]
    pub fn own_domains(&self) -> Vec<String> {
        let inputs = self.states.values().map(|state| &state.inputs);
        inputs.filter_map(Inputs::own_domain).collect()
    }

    /// No tab is bound to any journey.
    #[must_use]
    pub fn is_idle(&self) -> bool {
        self.states.values().all(|state| state.tabs.is_empty())
    }

    /// Keeps what a journey became, before anybody is told; gives the key under which it stands now, which changes once
    /// when its org becomes known.
    ///
    /// # Errors
    /// The browser's own; the journey then stays as it was.
    pub async fn keep(&mut self, host: &str, state: State) -> Result<String, Error> {
        let before = self.states.get(host);
        let was_private_only = before.is_some_and(is_private_only);
        let is_private = is_private_only(&state) || (state.tabs.is_empty() && was_private_only);
        let state = self.joined(host, state);
        let now = state.core_host.clone();
        storage::write(Place::Session, &key(&now), &state.to_keep()).await?;
        if !is_private {
            let text = state.for_disk().to_keep();
            self.write_to_disk(&key(&now), text).await?;
        }
        self.states.insert(now.clone(), state);
        if now != host {
            self.states.remove(host);
            storage::remove(Place::Session, &key(host)).await?;
            self.on_disk.remove(&key(host));
            storage::remove(Place::Local, &key(host)).await?;
            if self.last.as_deref() == Some(host) {
                self.started(&now).await?;
            }
        }
        self.write_tabs().await?;
        Ok(now)
    }

    /// Orgs that were being asked when the background stopped.
    #[must_use]
    pub fn unanswered(&self) -> Vec<String> {
        self.unanswered.clone()
    }

    /// Notes that an org is being asked.
    ///
    /// # Errors
    /// The browser's own.
    pub async fn asking(&mut self, host: &str) -> Result<(), Error> {
        storage::write(Place::Session, &[ASKING, host].concat(), "yes").await
    }

    /// Notes that an org has been asked.
    ///
    /// # Errors
    /// The browser's own.
    pub async fn asked(&mut self, host: &str) -> Result<(), Error> {
        storage::remove(Place::Session, &[ASKING, host].concat()).await
    }

    /// Notes that this journey was started last.
    ///
    /// # Errors
    /// The browser's own.
    pub async fn started(&mut self, host: &str) -> Result<(), Error> {
        self.last = Some(host.to_owned());
        self.write_to_disk(LAST, host.to_owned()).await
    }

    /// The tabs of before a reload, by journey; nothing after a start of the browser.
    #[must_use]
    pub fn tabs_before(&self) -> VecMap<String, Vec<TabId>> {
        let text = self.on_disk.get(TABS).map(String::as_str).unwrap_or_default();
        wire::read(text).unwrap_or_default()
    }

    /// After a start of the browser the tabs have other ids.
    ///
    /// # Errors
    /// The browser's own.
    pub async fn forget_tabs(&mut self) -> Result<(), Error> {
        self.on_disk.remove(TABS);
        storage::remove(Place::Local, TABS).await
    }

    /// A journey that began without an org continues the one that the org already has.
    fn joined(&self, host: &str, state: State) -> State {
        if state.core_host == host {
            return state;
        }
        match self.states.get(&state.core_host) {
            None => state,
            Some(known) => {
                let mut joined = known.clone();
                joined.tabs.extend(state.tabs);
                joined.main_tab = state.main_tab.or(joined.main_tab);
                joined.jotform_host = state.jotform_host.or(joined.jotform_host);
                joined.form = state.form.or(joined.form);
                joined.lessons.extend(state.lessons);
                joined.setup_host = state.setup_host.or(joined.setup_host);
                joined.generation = joined.generation.max(state.generation).wrapping_add(1);
                joined
            }
        }
    }

    async fn write_tabs(&mut self) -> Result<(), Error> {
        let open = |state: &State| {
            let of_disk = state.tabs.iter().filter(|(_, tab)| !tab.private);
            of_disk.map(|(id, _)| *id).collect::<Vec<_>>()
        };
        let tabs: VecMap<String, Vec<TabId>> = self
            .states
            .iter()
            .map(|(host, state)| (host.clone(), open(state)))
            .filter(|(_, tabs)| !tabs.is_empty())
            .collect();
        let text = wire::write(&tabs);
        self.write_to_disk(TABS, text).await
    }

    async fn write_to_disk(&mut self, key: &str, text: String) -> Result<(), Error> {
        if self.on_disk.get(key) != Some(&text) {
            storage::write(Place::Local, key, &text).await?;
            self.on_disk.insert(key.to_owned(), text);
        }
        Ok(())
    }
}

fn key(host: &str) -> String {
    [JOURNEY, host].concat()
}

/// Runs in private windows only: nothing of it may be written to disk.
fn is_private_only(state: &State) -> bool {
    !state.tabs.is_empty() && state.tabs.values().all(|tab| tab.private)
}

#[cfg(test)]
mod tests {
    use super::*;
    use waymark_core::journey::Tab;

    fn journeys(states: Vec<State>) -> Journeys {
        let states = states
            .into_iter()
            .map(|state| (state.core_host.clone(), state))
            .collect();
        Journeys {
            states,
            last: None,
            on_disk: VecMap::new(),
            unanswered: Vec::new(),
            settings: Settings::default(),
            policy: Policy::default(),
        }
    }

    fn in_tabs(host: &str, tabs: &[(TabId, bool)]) -> State {
        let tab = |(id, private): &(TabId, bool)| {
            (
                *id,
                Tab {
                    private: *private,
                    ..Tab::default()
                },
            )
        };
        State {
            tabs: tabs.iter().map(tab).collect(),
            ..State::new(GUIDE, host)
        }
    }

    #[test]
    fn a_tab_belongs_to_one_journey() {
        let journeys = journeys(vec![in_tabs("a", &[(1, false)]), in_tabs("b", &[(2, false)])]);
        assert_eq!(
            (journeys.of_tab(1), journeys.of_tab(2), journeys.of_tab(3)),
            (Some("a"), Some("b"), None)
        );
        assert!(!journeys.is_idle());
    }

    #[test]
    fn a_journey_without_an_org_continues_the_orgs_own() {
        let known = State {
            form: Some("1".into()),
            org_name: Some("Acme".into()),
            ..in_tabs("a", &[(1, false)])
        };
        let journeys = journeys(vec![known, in_tabs("", &[(2, false)])]);
        let joined = journeys.joined(
            "",
            State {
                form: Some("2".into()),
                ..in_tabs("a", &[(2, false)])
            },
        );
        assert_eq!(joined.org_name.as_deref(), Some("Acme"));
        assert_eq!(joined.form.as_deref(), Some("2"));
        assert_eq!(joined.tabs.keys().copied().collect::<Vec<_>>(), [1, 2]);
        let alone = journeys.joined("", in_tabs("c", &[(2, false)]));
        assert_eq!(alone.org_name, None);
    }

    #[test]
    fn a_private_journey_is_told_apart() {
        assert!(is_private_only(&in_tabs("a", &[(1, true)])));
        assert!(!is_private_only(&in_tabs("a", &[(1, true), (2, false)])));
        assert!(!is_private_only(&in_tabs("a", &[])));
    }
}
