//! Reading answers: leniently, so that a surprise in one part costs that part only.

mod each;
#[cfg(test)]
mod tests;

use super::description::{Description, description};
use super::facts::{Look, OrgFacts};
use super::json::{flag, id, items, maybe, number, text};
use super::part::Part;
use super::questions::RIGHTS;
use super::rows::{Automation, Identity};
use super::session::{TroubleWithSession, trouble};
use crate::json::Json;
use crate::page::short_id;
use each::*;

/// An error body's code and what it means for the session.
pub(super) struct Refusal {
    pub(super) code: String,
    pub(super) trouble: Option<TroubleWithSession>,
}

/// Reads an error answer: an array of `{message, errorCode, fields}` (Salesforce fact §6, seen), or nothing readable.
pub(super) fn refusal(status: u16, body: &Json) -> Refusal {
    let error = body.items().and_then(|errors| errors.first()).unwrap_or(body);
    let code = text(error, "errorCode");
    let trouble = trouble(status, &code, &text(error, "message"));
    let code = if code.is_empty() {
        ["HTTP ", &status.to_string()].concat()
    } else {
        code
    };
    Refusal { code, trouble }
}

/// The two ids at the end of the `identity` address.
pub(super) fn identity(body: &Json) -> Option<Identity> {
    let address = text(body, "identity");
    let (rest, user) = address.rsplit_once('/')?;
    let (rest, organization) = rest.rsplit_once('/')?;
    let ids = (short_id(organization)?, short_id(user)?);
    (rest.ends_with("/id") && ids.0.starts_with("00D") && ids.1.starts_with("005")).then_some(Identity {
        organization_id: ids.0,
        user_id: ids.1,
    })
}

/// The answer to one part of a composite request: its body, or why there is none.
pub(super) fn part(composite: &Json, part: Part) -> Look<&Json> {
    let named = |answer: &&Json| text(answer, "referenceId") == part.name();
    let Some(answer) = items(composite, "compositeResponse").iter().find(named) else {
        return Look::NoAnswer;
    };
    let status = number(answer, "httpStatusCode").unwrap_or_default();
    let Some(body) = answer.get("body") else {
        return Look::NoAnswer;
    };
    match status {
        200..=299 => Look::Seen(body),
        _ => {
            let code = refusal(u16::try_from(status).unwrap_or_default(), body).code;
            match code.as_str() {
                "INVALID_FIELD"
                | "INVALID_TYPE"
                | "NOT_FOUND"
                | "INSUFFICIENT_ACCESS"
                | "INSUFFICIENT_ACCESS_OR_READONLY" => Look::Hidden(part.name().to_owned()),
                _ => Look::Refused(code),
            }
        }
    }
}

/// Puts a part's answer where it belongs in the facts.
pub(super) fn keep(facts: &mut OrgFacts, which: Part, body: Look<&Json>) {
    match which {
        Part::Organization => facts.organization = body.map(organization),
        Part::Trial => facts.trial_ends = body.map(|row| maybe(row, "TrialExpirationDate")),
        Part::Limits => facts.storage_left = body.map(|limits| number(limits, "DataStorageMB.Remaining")),
        Part::ActingUser => facts.acting_user = body.map(acting_user),
        Part::Locale => facts.locale = body.map(locale),
        Part::Description => {
            facts.description = match body {
                Look::Seen(answer) => description(answer).map_or(Look::NoAnswer, Look::Seen),
                other => other.map(|_| Description::default()),
            }
        }
        Part::PermissionSets => facts.permission_sets = rows(body, permission_set),
        Part::Users => facts.users = rows(body, user),
        Part::PermissionSetLicences => {
            facts.permission_set_licences = rows(body, |row| licence(row, "DeveloperName"));
        }
        Part::UserLicences => facts.user_licences = rows(body, |row| licence(row, "Name")),
        Part::ApiOnlyProfiles => facts.api_only_profiles = rows(body, profile),
        Part::Assignments => facts.assignments = rows(body, assignment),
        Part::Revoked => facts.revoked = rows(body, |row| id(row, "PermissionSetId")),
        Part::Holders => facts.holders = rows(body, holder),
        Part::Components => facts.components = rows(body, component),
        Part::Powers => facts.powers = rows(body, powers),
        Part::ObjectPermissions => facts.object_permissions = rows(body, object_permission),
        Part::FieldPermissions => facts.field_permissions = rows(body, field_permission),
        Part::OwnObjectPermissions => facts.own_object_permissions = rows(body, object_permission),
        Part::OwnFieldPermissions => facts.own_field_permissions = rows(body, field_permission),
        Part::GroupObjectPermissions => facts.group_object_permissions = rows(body, object_permission),
        Part::GroupFieldPermissions => facts.group_field_permissions = rows(body, field_permission),
        Part::LicenceAssignments => {
            facts.licence_assignments = rows(body, |row| id(row, "PermissionSetLicenseId"));
        }
        Part::Tokens => facts.tokens = rows(body, token),
        Part::Approvals => facts.approvals = rows(body, approval),
        Part::Login => facts.login = rows(body, login),
        Part::Verification => facts.verification = body.map(verification),
        Part::Password => facts.password_expired = body.map(|answer| flag(answer, "isExpired")),
        Part::Methods => facts.has_method = rows(body, has_method),
        Part::Logins => facts.logins = rows(body, login_row),
        Part::Apps => facts.apps = rows(body, app),
        Part::Rights => facts.missing_rights = missing_rights(records(body)),
        Part::Sharing => facts.sharing = rows(body, sharing),
        Part::DuplicateRules => facts.duplicate_rules = automation(body, "MasterLabel", "SobjectType"),
        Part::AssignmentRules => facts.assignment_rules = automation(body, "Name", "SobjectType"),
        Part::Triggers => facts.triggers = automation(body, "Name", "TableEnumOrId"),
        Part::Flows => facts.flows = automation(body, "Label", "TriggerObjectOrEventLabel"),
        Part::ValidationRules => {
            facts.validation_rules = automation(body, "ValidationName", "EntityDefinition.QualifiedApiName");
        }
        Part::PackageLicences => facts.package_licences = rows(body, package_licence),
        Part::PackageUsers => facts.package_users = rows(body, |row| id(row, "PackageLicenseId")),
        Part::StockUsers => facts.stock_users = rows(body, |row| text(row, "Username")),
        Part::StockSets => facts.stock_sets = rows(body, |row| text(row, "Name")),
        Part::ProofRecords => facts.proof_records = rows(body, proof_record),
    }
}

/// `api-usage=18/15000` in `Sforce-Limit-Info`.
pub(super) fn api_usage(header: &str) -> Option<(u32, u32)> {
    let usage = header
        .split([';', ','])
        .find_map(|part| part.trim().strip_prefix("api-usage="))?;
    let (used, allowed) = usage.split_once('/')?;
    Some((used.parse().ok()?, allowed.parse().ok()?))
}

fn rows<T>(body: Look<&Json>, read: impl Fn(&Json) -> T) -> Look<Vec<T>> {
    records(body).map(|rows| rows.iter().map(read).collect())
}

/// A query's rows; an answer that has more than it shows is not complete and counts as none.
fn records(body: Look<&Json>) -> Look<&[Json]> {
    let Look::Seen(answer) = body else {
        return body.map(|_| [].as_slice());
    };
    match answer.get("records").and_then(Json::items) {
        Some(rows) if answer.get("done").and_then(Json::flag) != Some(false) => Look::Seen(rows),
        _ => Look::NoAnswer,
    }
}

fn automation(body: Look<&Json>, name: &str, object: &str) -> Look<Vec<Automation>> {
    rows(body, |row| Automation {
        name: text(row, name),
        object: text(row, object),
    })
}

/// Rights are told in one row; Manage Internal Users does where Manage Users is missing.
fn missing_rights(rows: Look<&[Json]>) -> Look<Vec<String>> {
    let Look::Seen(rows) = rows else {
        return rows.map(|_| Vec::new());
    };
    let Some(row) = rows.first() else {
        return Look::Hidden(Part::Rights.name().to_owned());
    };
    let [needed @ .., manage_users, internal] = &RIGHTS;
    let lacks = |right: &&&str| !flag(row, right);
    let mut missing: Vec<String> = needed
        .iter()
        .filter(lacks)
        .map(|right| (*right).to_owned())
        .collect();
    if !flag(row, manage_users) && !flag(row, internal) {
        missing.push((*internal).to_owned());
    }
    Look::Seen(missing)
}
