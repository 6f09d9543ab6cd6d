//! All that was read of an org in one run, each part with the reason where it was not.

use super::rows::*;
use super::session::TroubleWithSession;
use crate::check::Why;

/// One part of the facts: seen, or why not. An empty list that was seen is something else than a list that was hidden.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Look<T> {
    /// Nobody asked for it.
    #[default]
    NotAsked,
    /// This is what the org showed.
    Seen(T),
    /// The org hides the object or field from the administrator: what was asked for.
    Hidden(String),
    /// The org answered with an error: its code.
    Refused(String),
    /// The org did not answer, or not completely.
    NoAnswer,
}

impl<T> Look<T> {
    /// What was seen, or why it was not.
    ///
    /// # Errors
    /// The reason, as a check passes it on.
    pub fn seen(&self) -> Result<&T, Why> {
        match self {
            Look::Seen(value) => Ok(value),
            Look::NotAsked => Err(Why::NothingToCheck),
            Look::Hidden(what) => Err(Why::Hidden(what.clone())),
            Look::Refused(code) => Err(Why::Refused(code.clone())),
            Look::NoAnswer => Err(Why::NoAnswer),
        }
    }

    /// The same look at something computed from it.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Look<U> {
        match self {
            Look::Seen(value) => Look::Seen(change(value)),
            Look::NotAsked => Look::NotAsked,
            Look::Hidden(what) => Look::Hidden(what),
            Look::Refused(code) => Look::Refused(code),
            Look::NoAnswer => Look::NoAnswer,
        }
    }
}

/// Whether the org could be asked at all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SessionFacts {
    /// The user has not let Waymark check the org.
    #[default]
    NotAllowed,
    /// The tab's cookie store holds no session of the org's core host.
    Absent,
    /// The session's or its identity's org, 15 characters, is another than the bound one.
    OtherOrg(String),
    /// The org refused the session.
    Refused(TroubleWithSession),
    /// The org did not answer.
    NoAnswer,
    /// The org took it.
    Works,
}

/// All that was read of an org in one run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrgFacts {
    /// Whether the org could be asked at all.
    pub session: SessionFacts,
    /// Whose session it is.
    pub identity: Look<Identity>,
    /// The org's own record.
    pub organization: Look<Organization>,
    /// The user whose session is used.
    pub acting_user: Look<ActingUser>,
    /// Sets with the wanted API name or label.
    pub permission_sets: Look<Vec<PermissionSet>>,
    /// Users with the wanted username.
    pub users: Look<Vec<User>>,
    /// All permission set licences.
    pub permission_set_licences: Look<Vec<Licence>>,
    /// All user licences.
    pub user_licences: Look<Vec<Licence>>,
    /// Profiles whose users are API-only.
    pub api_only_profiles: Look<Vec<ApiOnlyProfile>>,
    /// The object's fields.
    pub fields: Look<Vec<FieldDescription>>,
    /// The user's assignments.
    pub assignments: Look<Vec<Assignment>>,
    /// What all sets of the user grant on the object.
    pub object_permissions: Look<Vec<ObjectPermission>>,
    /// What all sets of the user grant on the object's fields.
    pub field_permissions: Look<Vec<FieldPermission>>,
    /// What the journey's set grants on the object.
    pub own_object_permissions: Look<Vec<ObjectPermission>>,
    /// What the journey's set grants on the object's fields.
    pub own_field_permissions: Look<Vec<FieldPermission>>,
    /// Ids of the permission set licences that are assigned to the user.
    pub licence_assignments: Look<Vec<String>>,
    /// Tokens of Jotform's app, of all users.
    pub tokens: Look<Vec<Token>>,
    /// The user's login record.
    pub login: Look<Vec<UserLogin>>,
    /// The user's verification.
    pub verification: Look<Verification>,
    /// The user's latest logins.
    pub logins: Look<Vec<Login>>,
    /// Installed apps with Jotform's name.
    pub apps: Look<Vec<ConnectedApp>>,
    /// Rights that the acting user lacks, of those that the guide needs.
    pub missing_rights: Look<Vec<String>>,
    /// Ids of the groups that hold the journey's set.
    pub groups: Look<Vec<String>>,
    /// Records with the test submission's marker.
    pub proof_records: Look<Vec<ProofRecord>>,
    /// API calls used and allowed today.
    pub api_usage: Option<(u32, u32)>,
    /// HTTP requests it took.
    pub requests: u32,
}
