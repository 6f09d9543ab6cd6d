//! What a check asks: every query and retrieval, with just the columns that its rules look at.

mod grants;
#[cfg(test)]
mod tests;
mod user;

pub(super) use grants::in_groups;

use super::ask::{SubRequest, query, resource, retrieve, tooling};
use super::facts::OrgFacts;
use super::part::Part;
use super::soql::{is_api_name, like_contains, list, quoted};
use super::{APP, PERMISSION_SET_LICENCE, name_field};
use crate::check::{Wishes, parents, wanted_set};
use crate::field::RecordKey;
use grants::{assigned, own};
use user::{about_user, password};

/// Who is signed in.
pub(super) fn acting_user(id: &str) -> SubRequest {
    retrieve(Part::ActingUser, "User", id, "Id,Name,Username")
}

/// What needs nothing but the ids of the session and the user's inputs.
pub(super) fn first(wishes: &Wishes, organization: &str, user: &str) -> Vec<SubRequest> {
    let mut parts = vec![
        retrieve(
            Part::Organization,
            "Organization",
            organization,
            "Id,Name,IsSandbox,OrganizationType",
        ),
        retrieve(Part::Trial, "Organization", organization, "TrialExpirationDate"),
        limits(),
        acting_user(user),
        retrieve(
            Part::Locale,
            "User",
            user,
            "TimeZoneSidKey,LocaleSidKey,LanguageLocaleKey,EmailEncodingKey",
        ),
        query(
            Part::PermissionSetLicences,
            "SELECT Id, DeveloperName, MasterLabel, Status, TotalLicenses, UsedLicenses, ExpirationDate \
             FROM PermissionSetLicense",
        ),
        query(
            Part::UserLicences,
            "SELECT Id, Name, MasterLabel, Status, TotalLicenses, UsedLicenses FROM UserLicense",
        ),
        query(
            Part::ApiOnlyProfiles,
            "SELECT ProfileId, Profile.Name, Profile.UserLicenseId FROM PermissionSet \
             WHERE IsOwnedByProfile = true AND PermissionsApiUserOnly = true",
        ),
    ];
    if let Some(condition) = set_condition(wishes) {
        parts.push(query(
            Part::PermissionSets,
            &[
                "SELECT Id, Name, Label, LicenseId, HasActivationRequired, NamespacePrefix FROM PermissionSet \
                 WHERE IsOwnedByProfile = false AND (",
                &condition,
                ")",
            ]
            .concat(),
        ));
    }
    if let Some(condition) = user_condition(wishes) {
        parts.push(query(
            Part::Users,
            &[
                "SELECT Id, Username, Name, Alias, CommunityNickname, Email, IsActive, ProfileId, Profile.Name, \
                 Profile.UserLicenseId FROM User WHERE ",
                &condition,
            ]
            .concat(),
        ));
    }
    if is_api_name(&wishes.object) {
        parts.push(resource(
            Part::Description,
            &["sobjects/", &wishes.object, "/describe"].concat(),
        ));
    }
    parts
}

fn set_condition(wishes: &Wishes) -> Option<String> {
    let mut ways = Vec::new();
    if !wishes.permission_set_name.is_empty() {
        ways.push(["Name = ", &quoted(&wishes.permission_set_name)].concat());
    }
    if !wishes.permission_set_label.is_empty() {
        ways.push(["Label = ", &quoted(&wishes.permission_set_label)].concat());
    }
    if let Some(id) = wishes.records.get(&RecordKey::PermissionSet) {
        ways.push(["Id = ", &quoted(id)].concat());
    }
    (!ways.is_empty()).then(|| ways.join(" OR "))
}

/// The integration user, whoever holds its nickname, and whom the form is connected as.
fn user_condition(wishes: &Wishes) -> Option<String> {
    if wishes.username.is_empty() {
        return None;
    }
    let mut ways = vec![["Username = ", &quoted(&wishes.username)].concat()];
    if !wishes.nickname.is_empty() {
        ways.push(["CommunityNickname = ", &quoted(&wishes.nickname)].concat());
    }
    if !wishes.connected_as.is_empty() {
        ways.push(["Username = ", &quoted(&wishes.connected_as)].concat());
    }
    Some(ways.join(" OR "))
}

/// What the first answers make worth asking, the most important first.
pub(super) fn then(wishes: &Wishes, facts: &OrgFacts, user: Option<&str>) -> Vec<SubRequest> {
    let set = wanted_set(facts, wishes)
        .ok()
        .flatten()
        .map(|set| set.id.as_str());
    let mut parts = Vec::new();
    if let Some(user) = user {
        parts.extend(assigned(wishes, facts, user));
    }
    if let Some(set) = set {
        parts.extend(own(wishes, facts, set));
    }
    if let Some(user) = user {
        parts.extend(about_user(user));
    }
    parts.extend(connection(wishes));
    if let Some(set) = set {
        parts.push(query(
            Part::Holders,
            &[
                "SELECT AssigneeId, Assignee.Username FROM PermissionSetAssignment WHERE PermissionSetId = ",
                &quoted(set),
                " ORDER BY AssigneeId LIMIT 20",
            ]
            .concat(),
        ));
    }
    parts.extend(about_object(wishes));
    if user.is_none() {
        parts.push(query(
            Part::StockUsers,
            "SELECT Username FROM User WHERE IsActive = true AND ProfileId IN \
             (SELECT ProfileId FROM PermissionSet WHERE IsOwnedByProfile = true AND PermissionsApiUserOnly = true) \
             ORDER BY Username LIMIT 20",
        ));
    }
    if set.is_none() {
        parts.extend(licensed_sets(facts));
    }
    parts
}

/// Tokens of Jotform's app, never the columns that hold secrets (Salesforce fact §7, seen); the app itself; the
/// administrator's rights; and the test submission's record.
fn connection(wishes: &Wishes) -> Vec<SubRequest> {
    let of_app = |what: &str| [what, " LIKE ", &like_contains(APP)].concat();
    let mut parts = vec![
        query(
            Part::Tokens,
            &of_app("SELECT AppName, UserId, LastUsedDate, UseCount FROM OauthToken WHERE AppName"),
        ),
        query(
            Part::Rights,
            &["SELECT ", &RIGHTS.join(", "), " FROM UserPermissionAccess"].concat(),
        ),
        query(
            Part::Apps,
            &of_app(
                "SELECT Id, OptionsAllowAdminApprovedUsersOnly, OptionsHasSessionLevelPolicy, RefreshTokenValidityPeriod \
                 FROM ConnectedApplication WHERE Name",
            ),
        ),
    ];
    if !wishes.proof_marker.is_empty() && is_api_name(&wishes.object) {
        let sent: String = wishes
            .sent
            .iter()
            .filter(|(field, _)| is_api_name(field))
            .flat_map(|(field, _)| [", ", field.as_str()])
            .collect();
        parts.push(query(
            Part::ProofRecords,
            &[
                "SELECT Id, CreatedById, CreatedBy.Name, LastModifiedById, CreatedDate",
                &sent,
                " FROM ",
                &wishes.object,
                " WHERE ",
                name_field(&wishes.object),
                " LIKE ",
                &like_contains(&wishes.proof_marker),
                " ORDER BY CreatedDate DESC LIMIT 5",
            ]
            .concat(),
        ));
    }
    parts
}

/// What in the org may change, refuse or hide the object's records.
fn about_object(wishes: &Wishes) -> Vec<SubRequest> {
    if !is_api_name(&wishes.object) {
        return Vec::new();
    }
    let object = quoted(&wishes.object);
    let of_object = |what: &str| [what, &object].concat();
    let mut parts = vec![
        query(
            Part::DuplicateRules,
            &of_object(
                "SELECT MasterLabel, SobjectType FROM DuplicateRule WHERE IsActive = true AND SobjectType = ",
            ),
        ),
        query(
            Part::Triggers,
            &of_object(
                "SELECT Name, TableEnumOrId FROM ApexTrigger WHERE Status = 'Active' AND TableEnumOrId = ",
            ),
        ),
        query(
            Part::Flows,
            // The object stands there by its label only.
            "SELECT Label, TriggerObjectOrEventLabel FROM FlowDefinitionView WHERE IsActive = true \
             AND TriggerType IN ('RecordBeforeSave','RecordAfterSave')",
        ),
    ];
    if matches!(wishes.object.as_str(), "Lead" | "Case") {
        parts.push(query(
            Part::AssignmentRules,
            &of_object("SELECT Name, SobjectType FROM AssignmentRule WHERE Active = true AND SobjectType = "),
        ));
    }
    if wishes.update || wishes.find {
        let objects = std::iter::once(wishes.object.as_str()).chain(parents(&wishes.object).iter().copied());
        parts.push(query(
            Part::Sharing,
            &[
                "SELECT QualifiedApiName, InternalSharingModel FROM EntityDefinition WHERE QualifiedApiName IN ",
                &list(objects),
            ]
            .concat(),
        ));
    }
    if let Some(namespace) = namespace(&wishes.object) {
        parts.push(query(
            Part::PackageLicences,
            &[
                "SELECT Id, NamespacePrefix, AllowedLicenses FROM PackageLicense WHERE NamespacePrefix = ",
                &quoted(namespace),
            ]
            .concat(),
        ));
        parts.push(query(
            Part::PackageUsers,
            &[
                "SELECT PackageLicenseId FROM UserPackageLicense WHERE User.Username = ",
                &quoted(&wishes.username),
            ]
            .concat(),
        ));
    }
    parts
}

/// What takes a request of its own, the most important first: what an org may not answer within a composite request, where it
/// has refused it there (not known), and the validation rules, since the Tooling interface is no part of composite requests
/// (Salesforce fact §7, seen).
pub(super) fn alone(wishes: &Wishes, facts: &OrgFacts, user: Option<&str>) -> Vec<SubRequest> {
    let mut parts = Vec::new();
    // Jotform's token outlives the password, which counts before there is one.
    let is_connected = |user: &str| {
        let tokens = facts.tokens.seen().map(Vec::as_slice).unwrap_or_default();
        tokens.iter().any(|token| token.user_id == user)
    };
    if let Some(user) = user.filter(|user| facts.password_expired.seen().is_err() && !is_connected(user)) {
        parts.push(password(user));
    }
    if facts.storage_left.seen().is_err() {
        parts.push(limits());
    }
    if is_api_name(&wishes.object) {
        let query = [
            "SELECT ValidationName, EntityDefinition.QualifiedApiName FROM ValidationRule \
             WHERE Active = true AND EntityDefinition.QualifiedApiName = ",
            &quoted(&wishes.object),
        ]
        .concat();
        parts.push(tooling(Part::ValidationRules, &query));
    }
    parts
}

fn limits() -> SubRequest {
    resource(Part::Limits, "limits")
}

/// `ns` of `ns__Object__c`.
#[must_use]
pub(crate) fn namespace(object: &str) -> Option<&str> {
    let (namespace, rest) = object.split_once("__")?;
    rest.contains("__").then_some(namespace)
}

fn licensed_sets(facts: &OrgFacts) -> Option<SubRequest> {
    let licences = facts.permission_set_licences.seen().ok()?;
    let licence = licences
        .iter()
        .find(|licence| licence.name == PERMISSION_SET_LICENCE)?;
    Some(query(
        Part::StockSets,
        &[
            "SELECT Name FROM PermissionSet WHERE IsOwnedByProfile = false AND LicenseId = ",
            &quoted(&licence.id),
            " ORDER BY Name LIMIT 20",
        ]
        .concat(),
    ))
}

/// Rights that the guide's steps need; of the last two one is enough.
pub(super) const RIGHTS: [&str; 5] = [
    "PermissionsViewSetup",
    "PermissionsAssignPermissionSets",
    "PermissionsManageProfilesPermissionsets",
    "PermissionsManageUsers",
    "PermissionsManageInternalUsers",
];
