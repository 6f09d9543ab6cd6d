//! What the browser's administrator has set. Chromium takes seconds to tell after the extension came or was reloaded (7 s, measured), so
//! nobody waits for it: what was last told holds until then.

use crate::api::storage;
use crate::app::App;
use crate::error::{Error, warn};
use crate::queue::{self, Job};
use crate::{effects, toolbar};
use wasm_bindgen_futures::spawn_local;
use waymark_core::policy::Policy;

/// Asks the browser; the answer comes back as a job.
pub fn ask() {
    spawn_local(async {
        // Where nothing is set, Firefox answers with an error.
        let managed = storage::managed().await;
        let (policy, faults) = managed.map(|it| Policy::read(&it)).unwrap_or_default();
        for fault in faults {
            warn("the policy", &Error::Script(fault.to_string()));
        }
        queue::push(Job::Policy(Box::new(policy)));
    });
}

/// Takes it over: where it is another than before, frames and panels are told anew.
///
/// # Errors
/// The browser's own.
pub async fn take(app: &mut App, policy: Policy) -> Result<(), Error> {
    if !app.journeys()?.set_policy(policy).await? {
        return Ok(());
    }
    let keys: Vec<String> = app.journeys()?.states().map(|it| it.core_host.clone()).collect();
    for key in keys {
        effects::update_frames(app, &key, None)?;
    }
    toolbar::update(app)?;
    effects::tell_panels();
    Ok(())
}
