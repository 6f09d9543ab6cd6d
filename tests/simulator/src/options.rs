//! The command line.

use std::path::PathBuf;

use clap::Parser;

/// Serves a simulated Salesforce org and Jotform account on their real host names.
#[derive(Debug, Parser)]
pub struct Options {
    /// Port of the TLS server on 127.0.0.1; 0 takes any free one.
    #[arg(long, default_value_t = 0)]
    pub port: u16,
    /// Start state of the org and the Jotform account (see start-state.schema.json).
    #[arg(long, value_name = "FILE.json")]
    pub org: Option<PathBuf>,
    /// Seed of everything that the facts leave open; drawn at random if not given.
    #[arg(long)]
    pub seed: Option<u64>,
    /// Sets one dimension by hand, for example setup.frame_root=closed or jotform.KEY=VALUE.
    #[arg(long, value_name = "KEY=VALUE")]
    pub vary: Vec<String>,
}
