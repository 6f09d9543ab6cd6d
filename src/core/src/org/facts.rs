//! All that was read of an org in one run, each part with the reason where it was not.

use super::description::Description;
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
    /// When its trial ends, as Salesforce writes it.
    pub trial_ends: Look<Option<String>>,
    /// Megabytes left for records.
    pub storage_left: Look<Option<i64>>,
    /// The user whose session is used.
    pub acting_user: Look<ActingUser>,
    /// The acting user's time zone, language and the like, which a new user takes over.
    pub locale: Look<Locale>,
    /// Sets with the wanted API name or label.
    pub permission_sets: Look<Vec<PermissionSet>>,
    /// Users with the wanted username or nickname, and whom the form is connected as.
    pub users: Look<Vec<User>>,
    /// All permission set licences.
    pub permission_set_licences: Look<Vec<Licence>>,
    /// All user licences.
    pub user_licences: Look<Vec<Licence>>,
    /// Profiles whose users are API-only.
    pub api_only_profiles: Look<Vec<ApiOnlyProfile>>,
    /// The object.
    pub description: Look<Description>,
    /// The user's assignments.
    pub assignments: Look<Vec<Assignment>>,
    /// Sets whose assignment a user access policy has taken back.
    pub revoked: Look<Vec<String>>,
    /// Who holds the journey's set, the integration user among them.
    pub holders: Look<Vec<Holder>>,
    /// The sets of the user's groups.
    pub components: Look<Vec<Component>>,
    /// What the user's sets let them do in the whole org.
    pub powers: Look<Vec<Powers>>,
    /// What the user's sets grant on the object and on those that it needs.
    pub object_permissions: Look<Vec<ObjectPermission>>,
    /// What the user's sets grant on the object's mapped fields.
    pub field_permissions: Look<Vec<FieldPermission>>,
    /// What the journey's set grants on any object.
    pub own_object_permissions: Look<Vec<ObjectPermission>>,
    /// What the journey's set grants on any field of the needed objects.
    pub own_field_permissions: Look<Vec<FieldPermission>>,
    /// What the sets of the user's groups grant and mute on the needed objects.
    pub group_object_permissions: Look<Vec<ObjectPermission>>,
    /// What they grant and mute on the object's mapped fields.
    pub group_field_permissions: Look<Vec<FieldPermission>>,
    /// Ids of the permission set licences that are assigned to the user.
    pub licence_assignments: Look<Vec<String>>,
    /// Tokens of Jotform's app, of all users.
    pub tokens: Look<Vec<Token>>,
    /// The user's login record.
    pub login: Look<Vec<UserLogin>>,
    /// The user's verification.
    pub verification: Look<Verification>,
    /// The user's password has expired.
    pub password_expired: Look<bool>,
    /// For each row of the user's verification methods whether it names one.
    pub has_method: Look<Vec<bool>>,
    /// The user's latest logins.
    pub logins: Look<Vec<Login>>,
    /// Installed apps with Jotform's name.
    pub apps: Look<Vec<ConnectedApp>>,
    /// Which sets an administrator has approved which apps for.
    pub approvals: Look<Vec<Approval>>,
    /// Rights that the acting user lacks, of those that the guide needs.
    pub missing_rights: Look<Vec<String>>,
    /// How the records of the object, and of those that it depends on, are shared by default.
    pub sharing: Look<Vec<Sharing>>,
    /// Active duplicate rules of the object.
    pub duplicate_rules: Look<Vec<Automation>>,
    /// Active assignment rules of the object.
    pub assignment_rules: Look<Vec<Automation>>,
    /// Active triggers of the object.
    pub triggers: Look<Vec<Automation>>,
    /// Active flows that run when a record is saved, of any object.
    pub flows: Look<Vec<Automation>>,
    /// Active validation rules of the object.
    pub validation_rules: Look<Vec<Automation>>,
    /// Licences of the object's package.
    pub package_licences: Look<Vec<PackageLicence>>,
    /// Ids of the package licences that the user holds.
    pub package_users: Look<Vec<String>>,
    /// Usernames of API-only users that are there already.
    pub stock_users: Look<Vec<String>>,
    /// API names of permission sets with the licence that are there already.
    pub stock_sets: Look<Vec<String>>,
    /// Records with the test submission's marker.
    pub proof_records: Look<Vec<ProofRecord>>,
    /// API calls used and allowed today.
    pub api_usage: Option<(u32, u32)>,
    /// HTTP requests it took.
    pub requests: u32,
}
