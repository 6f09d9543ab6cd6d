//! What a check asks: every query and retrieval, with just the columns that its rules look at.

use super::ask::{SubRequest, query, resource, retrieve, tooling};
use super::facts::OrgFacts;
use super::part::Part;
use super::soql::{is_api_name, like_contains, list, quoted};
use super::{APP, PERMISSION_SET_LICENCE, name_field};
use crate::check::{Wishes, needed_objects, parents, permission_fields, wanted_set};
use crate::field::RecordKey;

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

/// What is assigned to the user, and what that grants.
fn assigned(wishes: &Wishes, facts: &OrgFacts, user: &str) -> Vec<SubRequest> {
    let of_user = [
        "ParentId IN (SELECT PermissionSetId FROM PermissionSetAssignment WHERE AssigneeId = ",
        &quoted(user),
        ")",
    ]
    .concat();
    let mut parts = vec![query(
        Part::Assignments,
        &[
            "SELECT PermissionSetId, PermissionSet.Name, PermissionSet.Label, PermissionSet.IsOwnedByProfile, \
             PermissionSetGroupId, ExpirationDate, IsActive FROM PermissionSetAssignment WHERE AssigneeId = ",
            &quoted(user),
        ]
        .concat(),
    )];
    parts.extend(permissions(
        wishes,
        facts,
        &of_user,
        (Part::ObjectPermissions, Part::FieldPermissions),
    ));
    parts
}

/// What the journey's set itself grants, on whatever object.
fn own(wishes: &Wishes, facts: &OrgFacts, set: &str) -> Vec<SubRequest> {
    if !is_api_name(&wishes.object) {
        return Vec::new();
    }
    let of_set = ["ParentId = ", &quoted(set)].concat();
    vec![
        query(
            Part::OwnObjectPermissions,
            &[OBJECT_PERMISSIONS, " WHERE ", &of_set].concat(),
        ),
        query(
            Part::OwnFieldPermissions,
            &[FIELD_PERMISSIONS, &objects_of(wishes, facts), " AND ", &of_set].concat(),
        ),
    ]
}

const OBJECT_PERMISSIONS: &str = "SELECT Id, ParentId, SobjectType, PermissionsRead, PermissionsCreate, PermissionsEdit, \
     PermissionsDelete, PermissionsViewAllRecords, PermissionsModifyAllRecords, PermissionsViewAllFields \
     FROM ObjectPermissions";

/// Queries of field permissions must select both names (Salesforce fact §7, seen).
const FIELD_PERMISSIONS: &str = "SELECT Id, ParentId, SobjectType, Field, PermissionsRead, PermissionsEdit \
     FROM FieldPermissions WHERE SobjectType IN ";

fn objects_of(wishes: &Wishes, facts: &OrgFacts) -> String {
    let objects = needed_objects(facts, wishes);
    list(objects.iter().map(String::as_str))
}

fn permissions(
    wishes: &Wishes,
    facts: &OrgFacts,
    parents: &str,
    (object_part, field_part): (Part, Part),
) -> Vec<SubRequest> {
    if !is_api_name(&wishes.object) {
        return Vec::new();
    }
    let objects = objects_of(wishes, facts);
    let mut parts = vec![query(
        object_part,
        &[
            OBJECT_PERMISSIONS,
            " WHERE SobjectType IN ",
            &objects,
            " AND ",
            parents,
        ]
        .concat(),
    )];
    let fields = permission_fields(facts, wishes);
    if !fields.is_empty() {
        let names: Vec<String> = fields
            .iter()
            .map(|field| [&wishes.object, ".", field].concat())
            .collect();
        parts.push(query(
            field_part,
            &[
                FIELD_PERMISSIONS,
                &list([wishes.object.as_str()]),
                " AND Field IN ",
                &list(names.iter().map(String::as_str)),
                " AND ",
                parents,
            ]
            .concat(),
        ));
    }
    parts
}

/// What the sets of the user's groups grant and mute, for an org that does not tell it of the group itself.
pub(super) fn in_groups(wishes: &Wishes, facts: &OrgFacts) -> Vec<SubRequest> {
    let sets: Vec<&str> = facts
        .components
        .seen()
        .into_iter()
        .flatten()
        .map(|component| component.set_id.as_str())
        .collect();
    if sets.is_empty() {
        return Vec::new();
    }
    let of_sets = ["ParentId IN ", &list(sets)].concat();
    permissions(
        wishes,
        facts,
        &of_sets,
        (Part::GroupObjectPermissions, Part::GroupFieldPermissions),
    )
}

/// Licences, groups, powers and logins of the user.
fn about_user(user: &str) -> Vec<SubRequest> {
    let user_id = quoted(user);
    let of_user = |what: &str| [what, &user_id].concat();
    vec![
        query(
            Part::LicenceAssignments,
            &of_user("SELECT PermissionSetLicenseId FROM PermissionSetLicenseAssign WHERE AssigneeId = "),
        ),
        query(
            Part::Revoked,
            // Without user access policies there is no such column, and this query alone fails.
            &of_user("SELECT PermissionSetId FROM PermissionSetAssignment WHERE IsRevoked = true AND AssigneeId = "),
        ),
        query(
            Part::Components,
            &[
                "SELECT PermissionSetGroupId, PermissionSetGroup.MasterLabel, PermissionSetGroup.Status, \
                 PermissionSetId FROM PermissionSetGroupComponent WHERE PermissionSetGroupId IN \
                 (SELECT PermissionSetGroupId FROM PermissionSetAssignment WHERE AssigneeId = ",
                &user_id,
                ")",
            ]
            .concat(),
        ),
        query(
            Part::Powers,
            &[
                "SELECT Id, HasActivationRequired, PermissionsModifyAllData, PermissionsViewAllData, \
                 PermissionsCustomizeApplication, PermissionsAuthorApex, PermissionsIsSsoEnabled FROM PermissionSet \
                 WHERE Id IN (SELECT PermissionSetId FROM PermissionSetAssignment WHERE AssigneeId = ",
                &user_id,
                ")",
            ]
            .concat(),
        ),
        query(
            Part::Approvals,
            "SELECT SetupEntityId, ParentId FROM SetupEntityAccess WHERE SetupEntityType = 'ConnectedApplication'",
        ),
        query(
            Part::Login,
            &of_user("SELECT IsFrozen, IsPasswordLocked FROM UserLogin WHERE UserId = "),
        ),
        retrieve(Part::Verification, "User", user, "HasUserVerifiedEmail,LastLoginDate"),
        password(user),
        query(
            Part::Logins,
            &[
                // It cannot be filtered by status or application (Salesforce fact §7, seen).
                "SELECT LoginTime, Status, Application FROM LoginHistory WHERE UserId = ",
                &user_id,
                " ORDER BY LoginTime DESC LIMIT 20",
            ]
            .concat(),
        ),
        query(
            Part::Methods,
            &of_user(
                "SELECT HasTotp, HasUserVerifiedMobileNumber, HasSalesforceAuthenticator, HasSecurityKey, \
                 HasBuiltInAuthenticator, HasTempCode FROM TwoFactorMethodsInfo WHERE UserId = ",
            ),
        ),
    ]
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

/// Read only: any other method would set it (Salesforce fact §7, seen).
fn password(user: &str) -> SubRequest {
    resource(Part::Password, &["sobjects/User/", user, "/password"].concat())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::org::{Component, Description, FieldDescription, Look, PermissionSet, User};

    fn wishes() -> Wishes {
        Wishes {
            permission_set_name: "Set".into(),
            username: "u@x".into(),
            nickname: "nick".into(),
            object: "ns__Lead__c".into(),
            fields: vec!["Email".into()],
            proof_marker: "m".into(),
            update: true,
            ..Wishes::default()
        }
    }

    fn facts() -> OrgFacts {
        OrgFacts {
            permission_sets: Look::Seen(vec![PermissionSet {
                id: "0PS000000000001".into(),
                name: "Set".into(),
                ..PermissionSet::default()
            }]),
            users: Look::Seen(vec![User {
                id: "005000000000002".into(),
                username: "u@x".into(),
                ..User::default()
            }]),
            description: Look::Seen(Description {
                fields: vec![FieldDescription {
                    name: "Email".into(),
                    permissionable: Some(true),
                    ..FieldDescription::default()
                }],
                ..Description::default()
            }),
            components: Look::Seen(vec![Component {
                set_id: "0PS000000000003".into(),
                ..Component::default()
            }]),
            ..OrgFacts::default()
        }
    }

    fn all(wishes: &Wishes, facts: &OrgFacts, user: Option<&str>) -> Vec<SubRequest> {
        let mut all = first(wishes, "00D000000000001", "005000000000001");
        all.extend(then(wishes, facts, user));
        all.extend(in_groups(wishes, facts));
        all.extend(alone(wishes, facts, user));
        all
    }

    #[test]
    fn secrets_are_never_asked_for() {
        let found = all(&wishes(), &facts(), Some("005000000000002"));
        let nothing = all(&wishes(), &OrgFacts::default(), None);
        for sub in found.iter().chain(&nothing) {
            for secret in ["AccessToken", "DeleteToken", "RequestToken", "FIELDS"] {
                assert!(!sub.url.contains(secret), "{}", sub.url);
            }
            assert!(sub.url.starts_with("/services/data/v63.0/"), "{}", sub.url);
            assert!(
                !sub.url.contains("/password") || sub.part == Part::Password,
                "{}",
                sub.url
            );
        }
    }

    #[test]
    fn an_object_that_is_no_name_is_not_asked_for() {
        let wishes = Wishes {
            object: "Lead WHERE".into(),
            ..wishes()
        };
        for sub in all(&wishes, &facts(), Some("005000000000002")) {
            assert!(
                !sub.url.contains("Lead%20WHERE") && !sub.url.contains("Lead WHERE"),
                "{}",
                sub.url
            );
        }
    }

    #[test]
    fn a_package_is_told_by_its_namespace() {
        assert_eq!(namespace("ns__Thing__c"), Some("ns"));
        for none in ["Lead", "Thing__c", ""] {
            assert_eq!(namespace(none), None, "{none}");
        }
    }
}
