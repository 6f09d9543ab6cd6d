//! What every handler needs: the account, the org, the variation, and who is asking.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::http::{HeaderMap, Uri, header};
use simulated_org::{Org, SharedOrg};

use crate::account::Account;
use crate::variation::JotformVariation;

/// The name of the session cookie.
pub const SESSION_COOKIE: &str = "JOTFORM_SESSION";

/// The simulated site.
#[derive(Clone)]
pub struct Site {
    /// The account.
    pub account: Arc<Mutex<Account>>,
    /// The Salesforce org.
    pub org: SharedOrg,
    /// How this run's Jotform looks.
    pub variation: Arc<JotformVariation>,
}

impl Site {
    /// The account; a handler that panicked does not take it away from the others.
    pub fn account(&self) -> MutexGuard<'_, Account> {
        self.account.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The org, taken after the account where both are needed.
    pub fn org(&self) -> MutexGuard<'_, Org> {
        self.org.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the request carries a live session.
    pub fn is_logged_in(&self, headers: &HeaderMap) -> bool {
        session(headers).is_some_and(|session| self.account().knows(session))
    }
}

/// The session that a request carries, live or not.
pub fn session(headers: &HeaderMap) -> Option<&str> {
    let cookies = headers
        .get_all(header::COOKIE)
        .into_iter()
        .filter_map(|value| value.to_str().ok());
    cookies
        .flat_map(|line| line.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find_map(|(name, value)| (name == SESSION_COOKIE).then_some(value))
}

/// The host that a request is for, without its port.
pub fn host(headers: &HeaderMap, uri: &Uri) -> String {
    let named = headers.get(header::HOST).and_then(|value| value.to_str().ok());
    let host = uri.host().or(named).unwrap_or_default();
    host.split(':').next().unwrap_or_default().to_ascii_lowercase()
}
