//! What every page of the simulated Salesforce shares.

use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use simulated_org::{ApiError, Org, SharedOrg};

use crate::classic::view_state::Names;
use crate::host::HostKind;
use crate::variation::SetupVariation;

/// The org, this run's variation, and what the pages remember between two requests.
#[derive(Clone)]
pub struct App {
    org: SharedOrg,
    /// This run's draw of what the facts leave open.
    pub variation: Arc<SetupVariation>,
    bridges: Arc<Mutex<HashMap<String, Bridge>>>,
    frames: Arc<Mutex<HashMap<String, Vec<String>>>>,
    view_states: Arc<Mutex<HashMap<String, Names>>>,
    counter: Arc<AtomicU64>,
}

/// A session on its way to one host, redeemed once (as `frontdoor.jsp` does).
#[derive(Clone, Debug)]
pub struct Bridge {
    /// Whose session it is, an 18-character id.
    pub user_id: String,
    /// The session value if it was made already, else the host makes its own.
    pub sid: Option<String>,
    /// Hosts still to be visited after this one.
    pub then: Vec<HostKind>,
    /// Where the browser goes at last, a full URL.
    pub destination: String,
    /// The Lightning session whose frame this is; such a cookie is kept apart for that page (`Partitioned`).
    pub framed_by: Option<String>,
}

impl App {
    /// Pages over one org.
    pub fn new(org: SharedOrg, variation: SetupVariation) -> Self {
        Self {
            org,
            variation: Arc::new(variation),
            bridges: Arc::default(),
            frames: Arc::default(),
            view_states: Arc::default(),
            counter: Arc::new(AtomicU64::new(1)),
        }
    }

    /// The org, locked; a lock that a failed request left behind is taken over.
    pub fn org(&self) -> MutexGuard<'_, Org> {
        self.org.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Several writes that stand or fall together, as one Save does.
    pub fn all_or_nothing<T>(
        &self,
        writes: impl FnOnce(&mut Org) -> Result<T, Vec<ApiError>>,
    ) -> Result<T, Vec<ApiError>> {
        let mut org = self.org();
        let before = org.clone();
        let outcome = writes(&mut org);
        if outcome.is_err() {
            *org = before;
        }
        outcome
    }

    /// The shared handle, for routers of other crates.
    pub fn shared_org(&self) -> SharedOrg {
        self.org.clone()
    }

    /// A number that no earlier call returned, from which volatile parts of a page are made.
    pub fn next_number(&self) -> u64 {
        self.counter.fetch_add(1, Ordering::Relaxed)
    }

    /// The full URL of a path on one of the org's hosts.
    pub fn url(&self, host: HostKind, path: &str) -> String {
        format!("https://{}{path}", host.name(&self.org().settings))
    }

    /// Remembers a bridge and gives the one-time code that redeems it.
    pub fn open_bridge(&self, bridge: Bridge) -> String {
        let code = format!("otp{:08x}{:08x}", rand::random::<u32>(), self.next_number());
        self.bridges
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(code.clone(), bridge);
        code
    }

    /// Takes the bridge of a code; a second try finds nothing.
    pub fn cross_bridge(&self, code: &str) -> Option<Bridge> {
        self.bridges
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(code)
    }

    /// Remembers that a frame's session hangs on the session of the Lightning page around it.
    pub fn tie_frame(&self, shell_sid: &str, frame_sid: &str) {
        let mut frames = self.frames.lock().unwrap_or_else(PoisonError::into_inner);
        frames
            .entry(shell_sid.to_owned())
            .or_default()
            .push(frame_sid.to_owned());
    }

    /// Ends the frames' sessions that hang on a session which a login or logout replaces.
    pub fn end_frames_of(&self, shell_sid: &str) {
        let ended = self
            .frames
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(shell_sid);
        let mut org = self.org();
        ended.into_iter().flatten().for_each(|sid| org.end_session(&sid));
    }

    /// Keeps the names of one rendering and gives the key that stands for them.
    pub fn keep_view_state(&self, names: Names) -> String {
        let key = format!(
            "i:AAAAWXsid{:016x}{:x}",
            rand::random::<u64>(),
            self.next_number()
        );
        self.view_states
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(key.clone(), names);
        key
    }

    /// The names that a key stands for.
    pub fn view_state(&self, key: &str) -> Option<Names> {
        self.view_states
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(key)
            .cloned()
    }
}
