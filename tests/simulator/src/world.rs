//! The simulated world of one run: the org, the Jotform account, and this run's variation.

use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use serde_json::{Value, json};
use simulated_org::{Org, SharedOrg, StartError, StartState};
use simulated_salesforce::{SetupVariation, VaryError, inbox};
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
        for entry in &options.vary {
            let refused = |why: &dyn ToString| WorldError::Vary(entry.clone(), why.to_string());
            let (key, value) = entry
                .split_once('=')
                .ok_or_else(|| refused(&"expected KEY=VALUE"))?;
            let key = key.strip_prefix("setup.").unwrap_or(key);
            setup.set(key, value).map_err(|e: VaryError| refused(&e))?;
        }
        let org = Org::from_start(&start, seed)?;
        Ok(Self {
            seed,
            org: Arc::new(Mutex::new(org)),
            setup,
        })
    }

    /// This run's draws, as the start line prints them.
    pub fn variation(&self) -> Value {
        json!({ "setup": self.setup })
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
        names.extend(["login.salesforce.com", "test.salesforce.com", inbox::HOST].map(str::to_owned));
        names
    }
}
