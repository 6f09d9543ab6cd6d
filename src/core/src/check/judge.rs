//! Putting the rules together: facts and wishes in, a report out.

use super::{Cause, sets::wanted_set};
use super::{
    CheckId, Evidence, Finding, Outcome, Report, Why, access, assignments, automation, connection, form,
    groups, mapping, org, policies, privilege, proof, reach, seats, session, sets, stock, user_login, users,
    wishes::Wishes,
};
use crate::field::RecordKey;
use crate::journey::{Bound, Described};
use crate::org::{Look, OrgFacts, PERMISSION_SET_LICENCE, USER_LICENCE};
use vecmap::VecMap;

/// What a rule looks at.
#[derive(Clone, Copy)]
pub(super) struct Case<'a> {
    pub(super) facts: &'a OrgFacts,
    pub(super) wishes: &'a Wishes,
    /// Milliseconds since 1970.
    pub(super) now: u64,
}

/// A rule's answer: what proves it, or why not.
pub(super) type Verdict = Result<Vec<Evidence>, Not>;

/// Why something is not proven.
#[derive(Debug)]
pub(super) enum Not {
    /// It is not so; at least one finding.
    Wrong(Vec<Finding>),
    /// It cannot be told.
    Known(Why),
}

impl From<Why> for Not {
    fn from(why: Why) -> Not {
        Not::Known(why)
    }
}

pub(super) fn wrong(cause: Cause, evidence: Vec<Evidence>) -> Verdict {
    Err(Not::Wrong(vec![Finding { cause, evidence }]))
}

/// What proves it where nothing was found, else the findings, the gravest first.
pub(super) fn unless(mut findings: Vec<Finding>, proof: impl FnOnce() -> Vec<Evidence>) -> Verdict {
    if findings.is_empty() {
        return Ok(proof());
    }
    findings.sort_by_key(|finding| finding.cause.severity());
    Err(Not::Wrong(findings))
}

pub(super) fn finding(cause: Cause, evidence: Evidence) -> Finding {
    Finding {
        cause,
        evidence: vec![evidence],
    }
}

/// What proves that there is nothing of this kind that could be wrong.
pub(super) fn nothing(source: &str) -> Verdict {
    Ok(vec![evidence(source, "none", "")])
}

pub(super) fn evidence(source: &str, seen: &str, wanted: &str) -> Evidence {
    Evidence {
        source: source.to_owned(),
        seen: seen.to_owned(),
        wanted: wanted.to_owned(),
    }
}

/// Answers every check. `now` is in milliseconds since 1970.
#[must_use]
pub fn judge(facts: &OrgFacts, wishes: &Wishes, now: u64) -> Report {
    let case = Case { facts, wishes, now };
    let no_session = match session::session(case) {
        Ok(_) => None,
        Err(Not::Wrong(..)) => Some(Why::NoSession),
        Err(Not::Known(why)) => Some(why),
    };
    let answers = CheckId::ALL
        .into_iter()
        .map(|id| {
            let verdict = match &no_session {
                Some(why) if id != CheckId::Session => without_session(case, id, why.clone()),
                _ => unless_out_of_sight(case, rule(id)(case)),
            };
            (id, outcome(verdict))
        })
        .collect();
    Report {
        answers,
        requests: facts.requests,
        api_usage: facts.api_usage,
        at: now,
    }
}

fn rule(id: CheckId) -> fn(Case) -> Verdict {
    match id {
        CheckId::Session => session::session,
        CheckId::AdministratorRights => session::administrator_rights,
        CheckId::Org => org::org,
        CheckId::Stock => stock::stock,
        CheckId::PermissionSetOwn => sets::permission_set_own,
        CheckId::Object => mapping::object,
        CheckId::References => reach::references,
        CheckId::Files => reach::files,
        CheckId::Package => reach::package,
        CheckId::Sharing => reach::sharing,
        CheckId::LeastPrivilege => privilege::least_privilege,
        CheckId::UserDetails => users::user_details,
        CheckId::UserLogin => user_login::user_login,
        CheckId::Group => groups::group,
        CheckId::AppPolicy => policies::app_policy,
        CheckId::TokenUse => policies::token_use,
        CheckId::Form => form::form,
        CheckId::Mapping => mapping::mapping,
        CheckId::Automation => automation::automation,
        CheckId::ProofValues => proof::proof_values,
        CheckId::Seats => seats::seats,
        CheckId::PermissionSet => sets::permission_set,
        CheckId::PermissionSetLicence => sets::permission_set_licence,
        CheckId::ObjectAccess => access::object_access,
        CheckId::FieldAccess => access::field_access,
        CheckId::PermissionSetAccess => access::permission_set_access,
        CheckId::User => users::user,
        CheckId::UserLicence => users::user_licence,
        CheckId::Profile => users::profile,
        CheckId::ApiOnly => users::api_only,
        CheckId::UserActive => users::user_active,
        CheckId::UserVerified => users::user_verified,
        CheckId::Assignment => assignments::assignment,
        CheckId::LicenceAssignment => assignments::licence_assignment,
        CheckId::AppAllowed => connection::app_allowed,
        CheckId::Token => connection::token,
        CheckId::ProofRecord => proof::proof_record,
    }
}

/// Without a session the page is what is left, and it tells of the assignment, the user and the profile.
fn without_session(case: Case, id: CheckId, why: Why) -> Verdict {
    match id {
        CheckId::Assignment => assignments::assignment_on_page(case, why),
        CheckId::User | CheckId::Profile => users::user_on_page(case, id, why),
        _ => Err(why.into()),
    }
}

/// An administrator who lacks rights is shown fewer rows, without a word about it: what seems to be missing may be there.
fn unless_out_of_sight(case: Case, verdict: Verdict) -> Verdict {
    let lacks_rights = case
        .facts
        .missing_rights
        .seen()
        .is_ok_and(|missing| !missing.is_empty());
    let is_told_by_absence = |finding: &Finding| {
        matches!(
            finding.cause,
            Cause::PermissionSetAbsent
                | Cause::PermissionSetNoLicence
                | Cause::ObjectPermissionMissing
                | Cause::FieldPermissionMissing
                | Cause::ParentObjectMissing
                | Cause::LookupTargetUnreadable
                | Cause::FilesNotCreatable
                | Cause::PackageLicenceAbsent
                | Cause::UserAbsent
                | Cause::NotApiOnly
                | Cause::ProfileWrong
                | Cause::AssignmentAbsent
                | Cause::LicenceAssignmentAbsent
                | Cause::TokenAbsent
                | Cause::AppBlocked
        )
    };
    match verdict {
        Err(Not::Wrong(findings)) if lacks_rights && findings.iter().any(is_told_by_absence) => {
            Err(Why::DependsOn(CheckId::AdministratorRights).into())
        }
        other => other,
    }
}

fn outcome(verdict: Verdict) -> Outcome {
    match verdict {
        Ok(evidence) => Outcome::Proven(evidence),
        Err(Not::Wrong(findings)) => Outcome::Wrong(findings),
        Err(Not::Known(why)) => Outcome::CouldNotCheck(why),
    }
}

/// What a check teaches a journey.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Learnt {
    /// Whose session it was; `None` unless the session is proven.
    pub bound: Option<Bound>,
    /// The org's name.
    pub org_name: Option<String>,
    /// Ids of the org's records, 15 characters.
    pub records: VecMap<RecordKey, String>,
}

/// Reads from the facts what a journey keeps of them: whose session it was, the org's name, and ids of records.
#[must_use]
pub fn learnt(facts: &OrgFacts, wishes: &Wishes, cookie_store: &str) -> Learnt {
    let case = Case {
        facts,
        wishes,
        now: 0,
    };
    if session::session(case).is_err() {
        return Learnt::default();
    }
    let named = |licences: &Look<Vec<crate::org::Licence>>, name: &str| {
        let licences = licences.seen().ok()?;
        licences
            .iter()
            .find(|licence| licence.name == name)
            .map(|licence| licence.id.clone())
    };
    let user_licence = named(&facts.user_licences, USER_LICENCE);
    let found = [
        (
            RecordKey::PermissionSet,
            wanted_set(facts, wishes).ok().flatten().map(|set| set.id.clone()),
        ),
        (
            RecordKey::PermissionSetLicence,
            named(&facts.permission_set_licences, PERMISSION_SET_LICENCE),
        ),
        (
            RecordKey::Profile,
            users::wanted_profile(facts, user_licence.as_deref()),
        ),
        (RecordKey::UserLicence, user_licence),
        (
            RecordKey::User,
            users::the_user(case).ok().map(|user| user.id.clone()),
        ),
        (
            RecordKey::ProofRecord,
            proof::newest_proof(facts).map(|record| record.id.clone()),
        ),
    ];
    let bound = facts.identity.seen().ok().map(|identity| {
        let acting = facts.acting_user.seen().ok();
        Bound {
            organization_id: identity.organization_id.clone(),
            user_id: identity.user_id.clone(),
            user_name: acting.map_or_else(|| identity.user_id.clone(), |acting| acting.name.clone()),
            cookie_store: cookie_store.to_owned(),
        }
    });
    Learnt {
        bound,
        org_name: facts
            .organization
            .seen()
            .ok()
            .map(|org| org.name.clone())
            .filter(|name| !name.is_empty()),
        records: found
            .into_iter()
            .filter_map(|(key, id)| id.filter(|id| !id.is_empty()).map(|id| (key, id)))
            .collect(),
    }
}

/// Reads from the facts what a journey keeps of the object; `None` where the org has not described it.
#[must_use]
pub fn described_object(facts: &OrgFacts, wishes: &Wishes) -> Option<Described> {
    let description = facts.description.seen().ok()?;
    Some(Described {
        object: wishes.object.clone(),
        description: description.clone().to_keep(),
    })
}
