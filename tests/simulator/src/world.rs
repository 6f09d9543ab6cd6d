//! The simulated world of one run: the org, the Jotform account, and this run's variation.

use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};
use simulated_jotform::{Account, JotformVariation};
use simulated_languages::UnknownLanguage;
use simulated_org::{Org, SharedOrg, StartError, StartState};
use simulated_salesforce::{SetupVariation, inbox};
use thiserror::Error;

use crate::options::Options;

/// Everything that a run of the simulator serves.
pub struct World {
    /// The seed that drew the variation.
    pub seed: u64,
    /// The org.
    pub org: SharedOrg,
    /// What the Salesforce pages drew.
    pub setup: SetupVariation,
    /// The Jotform account.
    pub account: Arc<Mutex<Account>>,
    /// What the Jotform pages drew.
    pub jotform: JotformVariation,
    /// The host of the account's builder.
    jotform_host: String,
}

/// Why a run could not start or go on.
#[derive(Debug, Error)]
pub enum WorldError {
    /// The start state's file could not be read.
    #[error("cannot read {0}: {1}")]
    UnreadableStart(PathBuf, std::io::Error),
    /// The start state is not what the schema says.
    #[error("the start state is not valid: {0}")]
    InvalidStart(#[from] serde_json::Error),
    /// The start state names a language that the simulator does not speak.
    #[error("the start state's Jotform: {0}")]
    UnknownLanguage(#[from] UnknownLanguage),
    /// The org cannot begin in this state.
    #[error("the org cannot start so: {0}")]
    ImpossibleStart(#[from] StartError),
    /// A `--vary` names no dimension or no value.
    #[error("--vary {0}: {1}")]
    Vary(String, String),
    /// No certificate could be made.
    #[error("no certificate: {0}")]
    Certificate(#[from] rcgen::Error),
    /// The TLS configuration was refused.
    #[error("no TLS: {0}")]
    Tls(#[from] rustls::Error),
    /// A server could not be started or failed.
    #[error("cannot serve: {0}")]
    Serve(#[from] std::io::Error),
}

impl World {
    /// Reads the start state, draws the variation, applies what was set by hand.
    pub fn start(options: &Options) -> Result<Self, WorldError> {
        let seed = options.seed.unwrap_or_else(|| u64::from(rand::random::<u32>()));
        let text = match &options.org {
            Some(path) => {
                fs::read_to_string(path).map_err(|e| WorldError::UnreadableStart(path.clone(), e))?
            }
            None => "{}".to_owned(),
        };
        let start: StartState = serde_json::from_str(&text)?;
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let mut setup = SetupVariation::draw(&mut rng);
        let mut jotform = JotformVariation::draw(&mut rng);
        jotform.language = start.jotform.language.clone().try_into()?;
        for entry in &options.vary {
            let refused = |why: &dyn ToString| WorldError::Vary(entry.clone(), why.to_string());
            match split(entry) {
                Some(("setup", key, value)) => setup.set(key, value).map_err(|e| refused(&e))?,
                Some(("jotform", key, value)) => jotform.set(key, value).map_err(|e| refused(&e))?,
                _ => return Err(refused(&"expected setup.KEY=VALUE or jotform.KEY=VALUE")),
            }
        }
        let org = Arc::new(Mutex::new(Org::from_start(&start, seed)?));
        let account = Arc::new(Mutex::new(Account::from_start(&start.jotform)));
        Ok(Self {
            seed,
            org,
            setup,
            account,
            jotform,
            jotform_host: start.jotform.host.clone(),
        })
    }

    /// The host of the account's builder.
    pub fn jotform_host(&self) -> &str {
        &self.jotform_host
    }

    /// This run's draws, as the start line prints them.
    pub fn variation(&self) -> Value {
        json!({ "setup": self.setup, "jotform": self.jotform })
    }

    /// The host names that are answered.
    pub fn host_names(&self) -> Vec<String> {
        let mut names: Vec<String> = self.org.lock().map_or_else(
            |_| Vec::new(),
            |org| {
                let settings = &org.settings;
                vec![
                    settings.core_host(),
                    settings.lightning_host(),
                    settings.setup_host(),
                ]
            },
        );
        names.extend(
            [
                "login.salesforce.com",
                "test.salesforce.com",
                "www.jotform.com",
                "eu.jotform.com",
                "form.jotform.com",
                "submit.jotform.com",
                "api.jotform.com",
                inbox::HOST,
            ]
            .map(str::to_owned),
        );
        if !names.contains(&self.jotform_host) {
            names.push(self.jotform_host.clone());
        }
        names
    }
}

/// `setup.KEY=VALUE` in its three parts; without a site the key is one of Salesforce's Setup.
fn split(entry: &str) -> Option<(&str, &str, &str)> {
    let (key, value) = entry.split_once('=')?;
    let (site, key) = key.split_once('.').unwrap_or(("setup", key));
    Some((site, key, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(vary: &[&str]) -> Options {
        Options {
            port: 0,
            org: None,
            seed: Some(7),
            vary: vary.iter().map(|v| (*v).to_owned()).collect(),
        }
    }

    #[test]
    fn a_seed_gives_the_same_world_again() {
        let (one, other) = (
            World::start(&options(&[])).unwrap(),
            World::start(&options(&[])).unwrap(),
        );
        assert_eq!(one.variation(), other.variation());
        assert!(
            one.host_names()
                .contains(&"acme.my.salesforce-setup.com".to_owned())
        );
    }

    #[test]
    fn dimensions_are_set_by_site_and_name() {
        let world = World::start(&options(&["setup.frame_root=closed", "save_button=plain"])).unwrap();
        assert_eq!(world.variation()["setup"]["frame_root"], "closed");
        assert_eq!(world.variation()["setup"]["save_button"], "plain");
        assert!(matches!(
            World::start(&options(&["setup.nothing=1"])),
            Err(WorldError::Vary(..))
        ));
        assert!(matches!(
            World::start(&options(&["elsewhere.a=1"])),
            Err(WorldError::Vary(..))
        ));
    }
}
