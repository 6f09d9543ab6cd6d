//! The builder's front end, read from disk when it is asked for.

use std::path::PathBuf;

/// The front end's one script has not been made, or cannot be read.
#[derive(Debug, thiserror::Error)]
#[error(
    "the front end of the simulated Jotform is not at {path} ({cause}); make it with \
     `npm ci --prefix tests/simulator/jotform/front && npm run build --prefix tests/simulator/jotform/front`"
)]
pub struct BundleMissing {
    /// Where it was looked for.
    pub path: PathBuf,
    /// What reading it said.
    pub cause: std::io::Error,
}

/// The folder of the bundle: `WAYMARK_JOTFORM_FRONT`, or else `front/dist` of this crate.
pub fn bundle_folder() -> PathBuf {
    std::env::var_os("WAYMARK_JOTFORM_FRONT")
        .map(PathBuf::from)
        .unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("front/dist"))
}

/// The builder's script.
///
/// # Errors
/// [`BundleMissing`] says which commands make it.
pub fn builder_script() -> Result<String, BundleMissing> {
    let path = bundle_folder().join("builder.js");
    std::fs::read_to_string(&path).map_err(|cause| BundleMissing { path, cause })
}
