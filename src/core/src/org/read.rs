//! Reading answers: leniently, so that a surprise in one part costs that part only.

use super::EXCESSIVE_POWERS;
use super::description::{Description, description};
use super::facts::{Look, OrgFacts};
use super::json::{flag, id, items, maybe, number, text};
use super::part::Part;
use super::questions::RIGHTS;
use super::rows::*;
use super::session::{TroubleWithSession, trouble};
use crate::json::Json;
use crate::page::short_id;

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

fn organization(row: &Json) -> Organization {
    Organization {
        name: text(row, "Name"),
        sandbox: flag(row, "IsSandbox"),
        edition: text(row, "OrganizationType"),
    }
}

fn acting_user(row: &Json) -> ActingUser {
    ActingUser {
        id: id(row, "Id"),
        name: text(row, "Name"),
        username: text(row, "Username"),
    }
}

fn locale(row: &Json) -> Locale {
    Locale {
        time_zone: text(row, "TimeZoneSidKey"),
        locale: text(row, "LocaleSidKey"),
        language: text(row, "LanguageLocaleKey"),
        encoding: text(row, "EmailEncodingKey"),
    }
}

fn permission_set(row: &Json) -> PermissionSet {
    PermissionSet {
        id: id(row, "Id"),
        name: text(row, "Name"),
        label: text(row, "Label"),
        licence_id: maybe(row, "LicenseId").and_then(|id| short_id(&id)),
        activation_required: flag(row, "HasActivationRequired"),
        namespace: text(row, "NamespacePrefix"),
    }
}

fn user(row: &Json) -> User {
    User {
        id: id(row, "Id"),
        username: text(row, "Username"),
        name: text(row, "Name"),
        alias: text(row, "Alias"),
        nickname: text(row, "CommunityNickname"),
        email: text(row, "Email"),
        active: flag(row, "IsActive"),
        profile_id: id(row, "ProfileId"),
        profile_name: text(row, "Profile.Name"),
        user_licence_id: id(row, "Profile.UserLicenseId"),
    }
}

fn licence(row: &Json, name: &str) -> Licence {
    Licence {
        id: id(row, "Id"),
        name: text(row, name),
        label: text(row, "MasterLabel"),
        status: text(row, "Status"),
        total: number(row, "TotalLicenses"),
        used: number(row, "UsedLicenses"),
        expires: maybe(row, "ExpirationDate"),
    }
}

fn profile(row: &Json) -> ApiOnlyProfile {
    ApiOnlyProfile {
        id: id(row, "ProfileId"),
        name: text(row, "Profile.Name"),
        user_licence_id: id(row, "Profile.UserLicenseId"),
    }
}

fn assignment(row: &Json) -> Assignment {
    Assignment {
        set_id: id(row, "PermissionSetId"),
        set_name: text(row, "PermissionSet.Name"),
        set_label: text(row, "PermissionSet.Label"),
        of_profile: flag(row, "PermissionSet.IsOwnedByProfile"),
        group_id: maybe(row, "PermissionSetGroupId").and_then(|id| short_id(&id)),
        expires: maybe(row, "ExpirationDate"),
        active: row.get("IsActive").and_then(Json::flag),
    }
}

fn holder(row: &Json) -> Holder {
    Holder {
        user_id: id(row, "AssigneeId"),
        username: text(row, "Assignee.Username"),
    }
}

fn component(row: &Json) -> Component {
    Component {
        group_id: id(row, "PermissionSetGroupId"),
        group_label: text(row, "PermissionSetGroup.MasterLabel"),
        group_status: text(row, "PermissionSetGroup.Status"),
        set_id: id(row, "PermissionSetId"),
    }
}

fn powers(row: &Json) -> Powers {
    let held = |power: &&&str| flag(row, &["Permissions", power].concat());
    Powers {
        set_id: id(row, "Id"),
        activation_required: flag(row, "HasActivationRequired"),
        excessive: EXCESSIVE_POWERS
            .iter()
            .filter(held)
            .map(|power| (*power).to_owned())
            .collect(),
        single_sign_on: flag(row, "PermissionsIsSsoEnabled"),
    }
}

fn automation(body: Look<&Json>, name: &str, object: &str) -> Look<Vec<Automation>> {
    rows(body, |row| Automation {
        name: text(row, name),
        object: text(row, object),
    })
}

fn approval(row: &Json) -> Approval {
    Approval {
        app_id: id(row, "SetupEntityId"),
        set_id: id(row, "ParentId"),
    }
}

fn sharing(row: &Json) -> Sharing {
    Sharing {
        object: text(row, "QualifiedApiName"),
        model: text(row, "InternalSharingModel"),
    }
}

fn app(row: &Json) -> ConnectedApp {
    ConnectedApp {
        id: id(row, "Id"),
        admin_approved_only: flag(row, "OptionsAllowAdminApprovedUsersOnly"),
        high_assurance: flag(row, "OptionsHasSessionLevelPolicy"),
        refresh_period: number(row, "RefreshTokenValidityPeriod"),
    }
}

fn package_licence(row: &Json) -> PackageLicence {
    PackageLicence {
        id: id(row, "Id"),
        allowed: number(row, "AllowedLicenses"),
    }
}

/// One of the ways to verify is registered, in whatever column it stands.
fn has_method(row: &Json) -> bool {
    let Json::Map(columns) = row else { return false };
    columns
        .iter()
        .any(|(name, value)| name.starts_with("Has") && value.flag() == Some(true))
}

fn object_permission(row: &Json) -> ObjectPermission {
    ObjectPermission {
        id: id(row, "Id"),
        parent_id: id(row, "ParentId"),
        object: text(row, "SobjectType"),
        read: flag(row, "PermissionsRead"),
        create: flag(row, "PermissionsCreate"),
        edit: flag(row, "PermissionsEdit"),
        delete: flag(row, "PermissionsDelete"),
        view_all: flag(row, "PermissionsViewAllRecords"),
        modify_all: flag(row, "PermissionsModifyAllRecords"),
        view_all_fields: flag(row, "PermissionsViewAllFields"),
    }
}

fn field_permission(row: &Json) -> FieldPermission {
    let field = text(row, "Field");
    FieldPermission {
        id: id(row, "Id"),
        parent_id: id(row, "ParentId"),
        object: text(row, "SobjectType"),
        field: field
            .rsplit_once('.')
            .map_or(field.clone(), |(_, name)| name.to_owned()),
        read: flag(row, "PermissionsRead"),
        edit: flag(row, "PermissionsEdit"),
    }
}

fn token(row: &Json) -> Token {
    Token {
        app: text(row, "AppName"),
        user_id: id(row, "UserId"),
        last_used: maybe(row, "LastUsedDate"),
        uses: number(row, "UseCount"),
    }
}

fn login(row: &Json) -> UserLogin {
    UserLogin {
        frozen: flag(row, "IsFrozen"),
        locked: flag(row, "IsPasswordLocked"),
    }
}

fn verification(row: &Json) -> Verification {
    Verification {
        email_verified: flag(row, "HasUserVerifiedEmail"),
        last_login: maybe(row, "LastLoginDate"),
    }
}

fn login_row(row: &Json) -> Login {
    Login {
        time: text(row, "LoginTime"),
        status: text(row, "Status"),
        application: text(row, "Application"),
    }
}

fn proof_record(row: &Json) -> ProofRecord {
    ProofRecord {
        id: id(row, "Id"),
        created_by: id(row, "CreatedById"),
        created_by_name: text(row, "CreatedBy.Name"),
        modified_by: id(row, "LastModifiedById"),
        created: text(row, "CreatedDate"),
        values: values(row),
    }
}

/// The texts, numbers and yes-or-noes of a record, as people read them.
fn values(row: &Json) -> Vec<(String, String)> {
    let shown = |value: &Json| match value {
        Json::Text(text) => Some(text.clone()),
        Json::Number(_) | Json::Flag(_) => Some(value.write()),
        Json::Null => Some(String::new()),
        Json::List(_) | Json::Map(_) => None,
    };
    let Json::Map(columns) = row else {
        return Vec::new();
    };
    columns
        .iter()
        .filter_map(|(name, value)| Some((name.clone(), shown(value)?)))
        .collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn identity_needs_both_ids() {
        let good =
            json!({"identity": "https://login.salesforce.com/id/00D000000000001EAA/005000000000001AAA"});
        assert_eq!(
            identity(&good.into()),
            Some(Identity {
                organization_id: "00D000000000001".into(),
                user_id: "005000000000001".into()
            })
        );
        for bad in [
            json!({}),
            json!({"identity": null}),
            json!({"identity": "https://x/id/00D000000000001EAA"}),
            json!({"identity": "https://x/other/00D000000000001EAA/005000000000001AAA"}),
            json!({"identity": "/id/005000000000001AAA/00D000000000001EAA"}),
            json!([]),
        ] {
            assert_eq!(identity(&bad.clone().into()), None, "{bad}");
        }
    }

    #[test]
    fn usage_is_read_from_the_header() {
        assert_eq!(api_usage("api-usage=18/15000"), Some((18, 15000)));
        assert_eq!(
            api_usage("per-app-api-usage=1/2(appName=x); api-usage=3/4"),
            Some((3, 4))
        );
        for bad in ["", "api-usage=", "api-usage=x/y", "api-usage=1"] {
            assert_eq!(api_usage(bad), None, "{bad}");
        }
    }

    #[test]
    fn hidden_refused_cut_and_empty_are_different() {
        let composite = Json::from(json!({"compositeResponse": [
            {"referenceId": "User", "httpStatusCode": 200, "body": {"done": true, "records": []}},
            {"referenceId": "UserLogin", "httpStatusCode": 400,
             "body": [{"errorCode": "INVALID_TYPE", "message": "sObject type 'UserLogin' is not supported."}]},
            {"referenceId": "LoginHistory", "httpStatusCode": 500, "body": [{"errorCode": "UNKNOWN_EXCEPTION"}]},
            {"referenceId": "Profile", "httpStatusCode": 200, "body": {"done": false, "records": []}},
            {"referenceId": "OauthToken", "httpStatusCode": 200, "body": {"done": true}},
        ]}));
        let mut facts = OrgFacts::default();
        for which in [
            Part::Users,
            Part::Login,
            Part::Logins,
            Part::ApiOnlyProfiles,
            Part::Tokens,
            Part::Apps,
        ] {
            keep(&mut facts, which, part(&composite, which));
        }
        assert_eq!(facts.users, Look::Seen(vec![]));
        assert_eq!(facts.login, Look::Hidden("UserLogin".into()));
        assert_eq!(facts.logins, Look::Refused("UNKNOWN_EXCEPTION".into()));
        assert_eq!(facts.api_only_profiles, Look::NoAnswer);
        assert_eq!(facts.tokens, Look::NoAnswer);
        assert_eq!(facts.apps, Look::NoAnswer);
        assert_eq!(facts.components, Look::NotAsked);
    }

    #[test]
    fn rights_are_told_in_one_row() {
        let row = |internal: bool| {
            json!({"PermissionsViewSetup": true, "PermissionsAssignPermissionSets": false,
                "PermissionsManageProfilesPermissionsets": true, "PermissionsManageUsers": false,
                "PermissionsManageInternalUsers": internal})
        };
        let missing = |rows: Vec<serde_json::Value>| {
            let rows: Vec<Json> = rows.into_iter().map(Json::from).collect();
            missing_rights(Look::Seen(&rows))
        };
        assert_eq!(
            missing(vec![row(true)]),
            Look::Seen(vec!["PermissionsAssignPermissionSets".into()])
        );
        assert_eq!(
            missing(vec![row(false)]),
            Look::Seen(vec![
                "PermissionsAssignPermissionSets".into(),
                "PermissionsManageInternalUsers".into()
            ])
        );
        assert_eq!(missing(vec![]), Look::Hidden("UserPermissionAccess".into()));
        assert_eq!(missing_rights(Look::NoAnswer), Look::NoAnswer);
    }
}
