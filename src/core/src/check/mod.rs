//! What the org really is: evidence, the rules over it, and what they find.

mod access;
mod assignments;
mod automation;
mod cause;
mod connection;
mod effective;
mod form;
mod groups;
mod judge;
mod kinds;
mod mapping;
mod needs;
mod org;
mod policies;
mod privilege;
mod proof;
mod reach;
mod seats;
mod session;
mod sets;
mod stock;
#[cfg(test)]
pub(crate) mod tests;
mod time;
mod user_login;
mod users;
mod wishes;

pub use cause::{Cause, Grade, Severity};
pub use effective::access_of_user;
pub use judge::{Learnt, described_object, judge, learnt};
pub(crate) use needs::ancestors;
pub use needs::{needed_objects, parents, permission_fields};
pub use sets::wanted_set;
pub use users::{integration_user, wanted_profile};

pub(crate) use time::moment;
pub use wishes::{PROBE_ASSIGNED, PROBE_EMAIL, PROBE_PROFILE, PageEvidence, Wishes};

use serde::{Deserialize, Serialize};
use waymark_lean::{Key, Lean};

/// What is checked. Each has one answer per run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Lean, Key)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CheckId {
    /// The session is there, is of this org and of the user who was bound at the first check.
    Session,
    /// The administrator may do what the steps ask.
    AdministratorRights,
    /// The org has room, calls and time left.
    Org,
    /// A free seat of both licences, or already used by this user.
    Seats,
    /// Whether there is something already that could be used instead of a new one.
    Stock,
    /// The permission set exists.
    PermissionSet,
    /// The permission set carries the licence `Salesforce API Integration`.
    PermissionSetLicence,
    /// The permission set can be told apart, changed, and serves nobody else.
    PermissionSetOwn,
    /// The object is there.
    Object,
    /// The integration user's effective access covers the object.
    ObjectAccess,
    /// The integration user's effective access covers the fields.
    FieldAccess,
    /// The permission set itself grants the object and its fields (the same, before there is a user).
    PermissionSetAccess,
    /// The integration user may read what mapped lookups point to.
    References,
    /// The integration user may attach files.
    Files,
    /// The integration user has a licence of the object's package.
    Package,
    /// The integration user finds the records that are to be updated.
    Sharing,
    /// The integration user may do no more than the form needs.
    LeastPrivilege,
    /// The integration user exists.
    User,
    /// With the user licence `Salesforce Integration`.
    UserLicence,
    /// With the profile `Minimum Access - API Only Integrations` (or the older one).
    Profile,
    /// And may really use nothing but the API.
    ApiOnly,
    /// Active and not frozen.
    UserActive,
    /// Has verified the e-mail address and logged in once.
    UserVerified,
    /// The user's address, alias and profile are as they should be.
    UserDetails,
    /// Nothing keeps the user from logging in.
    UserLogin,
    /// The permission set is assigned to the user, itself or through a group.
    Assignment,
    /// The groups that the user is in pass on what the form needs.
    Group,
    /// The permission set licence is assigned to the user.
    LicenceAssignment,
    /// Jotform's app is allowed in the org.
    AppAllowed,
    /// The policies of Jotform's app let the connection last.
    AppPolicy,
    /// Jotform's app holds a token of *this* user in *this* org, and of nobody who should not.
    Token,
    /// The connection is used, and without failures.
    TokenUse,
    /// The form sends what it should.
    Form,
    /// The mapping fits the object.
    Mapping,
    /// Nothing in the org changes or refuses the records.
    Automation,
    /// The test submission's record was made by the integration user.
    ProofRecord,
    /// The test submission's record holds what was sent.
    ProofValues,
}

impl CheckId {
    /// All of them, in the order in which they are reported.
    pub const ALL: [CheckId; 37] = [
        CheckId::Session,
        CheckId::AdministratorRights,
        CheckId::Org,
        CheckId::Seats,
        CheckId::Stock,
        CheckId::PermissionSet,
        CheckId::PermissionSetLicence,
        CheckId::PermissionSetOwn,
        CheckId::Object,
        CheckId::ObjectAccess,
        CheckId::FieldAccess,
        CheckId::PermissionSetAccess,
        CheckId::References,
        CheckId::Files,
        CheckId::Package,
        CheckId::Sharing,
        CheckId::LeastPrivilege,
        CheckId::User,
        CheckId::UserLicence,
        CheckId::Profile,
        CheckId::ApiOnly,
        CheckId::UserActive,
        CheckId::UserVerified,
        CheckId::UserDetails,
        CheckId::UserLogin,
        CheckId::Assignment,
        CheckId::Group,
        CheckId::LicenceAssignment,
        CheckId::AppAllowed,
        CheckId::AppPolicy,
        CheckId::Token,
        CheckId::TokenUse,
        CheckId::Form,
        CheckId::Mapping,
        CheckId::Automation,
        CheckId::ProofRecord,
        CheckId::ProofValues,
    ];
}

/// The answer to one check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It is so, and this is what shows it.
    Proven(Vec<Evidence>),
    /// It is not so, or not safely so: at least one finding, the gravest first.
    Wrong(Vec<Finding>),
    /// Waymark could not look, or not clearly. Never "missing".
    CouldNotCheck(Why),
}

impl Outcome {
    /// The causes of what is wrong; none where it is proven or could not be checked.
    pub fn causes(&self) -> impl Iterator<Item = Cause> {
        let findings = match self {
            Outcome::Wrong(findings) => findings.as_slice(),
            Outcome::Proven(_) | Outcome::CouldNotCheck(_) => &[],
        };
        findings.iter().map(|finding| finding.cause)
    }
}

/// One thing seen in the org.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
pub struct Evidence {
    /// The API name of what was read, for example `PermissionSet.LicenseId`.
    pub source: String,
    /// What it holds, as people read it.
    pub seen: String,
    /// What it should hold; empty where being there is enough.
    pub wanted: String,
}

/// Something that is wrong, with its cause; which step mends it says the guide's `fixes`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
pub struct Finding {
    /// Its words are `cause_<cause>` and `cause_<cause>_fix` in `_locales`.
    pub cause: Cause,
    /// What shows it.
    pub evidence: Vec<Evidence>,
}

/// Why something could not be checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// The user has not let Waymark check the org.
    NotAllowed,
    /// Another check has to be proven first.
    DependsOn(CheckId),
    /// The org hides this object or field from the administrator.
    Hidden(String),
    /// The org answered with an error: its code.
    Refused(String),
    /// The org did not answer, or not completely.
    NoAnswer,
    /// There is no session to check with: the finding stands at `Session`.
    NoSession,
    /// Nothing to check yet: an input is missing.
    NothingToCheck,
}

/// All answers of one run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(default)]
pub struct Report {
    /// Each check with its answer, in the order of [`CheckId`].
    pub answers: Vec<(CheckId, Outcome)>,
    /// HTTP requests it took.
    pub requests: u32,
    /// API calls used and allowed today, from `Sforce-Limit-Info`.
    pub api_usage: Option<(u32, u32)>,
    /// When it ran, in milliseconds since 1970 (told by the caller).
    pub at: u64,
}

impl Report {
    /// Something is found because of which it cannot work.
    #[must_use]
    pub fn blocks(&self) -> bool {
        let mut causes = self.answers.iter().flat_map(|(_, outcome)| outcome.causes());
        causes.any(|cause| cause.severity() == Severity::Blocks)
    }

    /// Something is found because of which it cannot work, or what could be such a thing was out of sight.
    #[must_use]
    pub fn may_block(&self) -> bool {
        const COULD_BLOCK: [CheckId; 4] = [
            CheckId::Package,
            CheckId::Files,
            CheckId::Group,
            CheckId::UserLogin,
        ];
        let out_of_sight = |id: &CheckId| {
            matches!(
                self.answer(*id),
                Some(Outcome::CouldNotCheck(
                    Why::Hidden(_) | Why::Refused(_) | Why::NoAnswer
                ))
            )
        };
        self.blocks() || COULD_BLOCK.iter().any(out_of_sight)
    }

    /// The answer to one check, if it was asked.
    #[must_use]
    pub fn answer(&self, id: CheckId) -> Option<&Outcome> {
        self.answers
            .iter()
            .find(|(asked, _)| *asked == id)
            .map(|(_, outcome)| outcome)
    }
}
