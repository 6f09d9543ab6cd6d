//! Sessions of the user interface (Salesforce fact §6).

use std::collections::BTreeMap;

use chrono::{DateTime, Duration, Utc};

use crate::org::{Caller, Means, Org};
use crate::store::Row;

/// The sessions that exist.
#[derive(Clone, Debug, Default)]
pub struct Sessions {
    by_sid: BTreeMap<String, Session>,
}

#[derive(Clone, Debug)]
struct Session {
    user_id: String,
    used: DateTime<Utc>,
}

impl Org {
    /// Who is behind a `sid`; none when it is unknown, unused for too long, or its user is frozen or inactive.
    pub fn session(&self, sid: &str) -> Option<Caller> {
        let session = self.sessions.by_sid.get(sid)?;
        let lifetime = Duration::minutes(i64::from(self.settings.security.session_minutes));
        let alive = session.used + lifetime > self.clock.now() && self.may_act(&session.user_id);
        alive.then(|| Caller {
            user_id: session.user_id.clone(),
            means: Means::Session,
        })
    }

    /// Starts a session of a user for one host: `<15-character org id>!<secret>` (Salesforce fact §6, seen).
    pub fn new_session(&mut self, user_id: &str) -> String {
        let sid = format!(
            "{}!AQ{}",
            self.short_organization_id().to_owned(),
            self.secret(94)
        );
        let session = Session {
            user_id: user_id.to_owned(),
            used: self.clock.now(),
        };
        self.sessions.by_sid.insert(sid.clone(), session);
        sid
    }

    /// Notes that a session was used now, which prolongs it.
    pub fn touch_session(&mut self, sid: &str) {
        let now = self.clock.now();
        if let Some(session) = self.sessions.by_sid.get_mut(sid) {
            session.used = now;
        }
    }

    /// Ends a session.
    pub fn end_session(&mut self, sid: &str) {
        self.sessions.by_sid.remove(sid);
    }

    /// Ends every session of a user.
    pub fn expire_sessions(&mut self, user_id: &str) {
        self.sessions
            .by_sid
            .retain(|_, session| session.user_id != user_id);
    }

    /// Whether a user is active and not frozen.
    pub(crate) fn may_act(&self, user_id: &str) -> bool {
        let active = self
            .store
            .get("User", user_id)
            .is_some_and(|user| user.flag("IsActive"));
        let frozen = self
            .store
            .find("UserLogin", "UserId", user_id)
            .is_some_and(|login| login.flag("IsFrozen"));
        active && !frozen
    }

    /// Whether a user may use nothing but the API; such a user sees a notice in place of every page.
    pub fn is_api_only(&self, user_id: &str) -> bool {
        self.access(user_id).has("ApiUserOnly")
    }
}
