//! The org: everything that is stored, and who may act on it.

use std::sync::Arc;

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

use crate::clock::Clock;
use crate::error::StartError;
use crate::faults::Faults;
use crate::id::short_id;
use crate::log::RequestLog;
use crate::login::Logins;
use crate::mail::Mail;
use crate::oauth::Apps;
use crate::schema::Schema;
use crate::session::Sessions;
use crate::settings::OrgSettings;
use crate::start::{AutomationStart, StartState};
use crate::store::Store;

/// How a caller got in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Means {
    /// With the `sid` of a login to the user interface.
    Session,
    /// With the access token of a connected app.
    AccessToken {
        /// The app's name.
        app: String,
    },
    /// The org itself, or a test: every right, but the same rules.
    System,
}

/// Who asks something of the org.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caller {
    /// The 18-character id of the user.
    pub user_id: String,
    /// How the caller got in.
    pub means: Means,
}

/// One simulated org.
#[derive(Clone, Debug)]
pub struct Org {
    /// Name, kind, hosts and policies.
    pub settings: OrgSettings,
    /// What is stored, without rules or rights.
    pub store: Store,
    /// Every object with its fields.
    pub schema: Arc<Schema>,
    /// Mail that was sent.
    pub mail: Mail,
    /// Faults that are switched on.
    pub faults: Faults,
    /// What was asked of the org over HTTP.
    pub request_log: RequestLog,
    /// The org's time.
    pub clock: Clock,
    pub(crate) sessions: Sessions,
    pub(crate) logins: Logins,
    pub(crate) apps: Apps,
    pub(crate) automation: Vec<AutomationStart>,
    pub(crate) random: ChaCha8Rng,
}

impl Org {
    /// Builds the org that a start state describes; the seed decides every secret and the org's id.
    ///
    /// # Errors
    /// Says what in the start state names something absent or breaks one of the org's rules.
    pub fn from_start(start: &StartState, seed: u64) -> Result<Self, StartError> {
        crate::start::load(&start.org, ChaCha8Rng::seed_from_u64(seed))
    }

    /// The org itself as a caller: every right, but the same rules. It acts in the first user's name.
    pub fn system(&self) -> Caller {
        let first = self.store.rows("User").next().and_then(|user| user.get("Id"));
        let user_id = first.and_then(|id| id.as_str()).unwrap_or_default().to_owned();
        Caller {
            user_id,
            means: Means::System,
        }
    }

    /// A secret that nobody can guess, of this many letters and digits.
    pub(crate) fn secret(&mut self, length: usize) -> String {
        let alphabet = rand::distr::Alphanumeric;
        (&mut self.random)
            .sample_iter(alphabet)
            .take(length)
            .map(char::from)
            .collect()
    }

    /// A code of six digits.
    pub(crate) fn code(&mut self) -> String {
        format!("{:06}", self.random.random_range(0..1_000_000))
    }

    /// The 15-character id of the org.
    pub(crate) fn short_organization_id(&self) -> &str {
        short_id(&self.settings.organization_id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Row;

    #[test]
    fn an_empty_start_state_is_an_org_with_an_administrator() {
        let mut org = Org::from_start(&StartState::default(), 7).unwrap();
        assert_eq!(org.settings.core_host(), "acme.my.salesforce.com");
        let admin = org.store.find("User", "Username", "admin@acme.example").unwrap();
        assert!(admin.text("Id").unwrap().starts_with("005"));
        let crate::LogIn::Session { sid, user_id } = org.log_in("admin@acme.example", "Admin-pass-1", "desk")
        else {
            panic!("the administrator is not let in");
        };
        assert!(sid.starts_with(org.short_organization_id()));
        let caller = org.session(&sid).unwrap();
        assert_eq!(caller.user_id, user_id);
        let access = org.access(&user_id);
        assert!(access.object("Lead").create && access.field("Lead", "City").edit && access.has("ViewSetup"));
    }
}
