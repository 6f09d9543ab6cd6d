//! Composing: the queries and retrievals of a check, bundled into composite requests.

use super::part::Part;
use super::soql::{is_api_name, like_contains, list, quoted};
use super::{API_VERSION, APP, name_field};
use crate::check::Wishes;
use crate::field::RecordKey;
use serde_json::json;

/// A composite request takes at most this many queries (Salesforce fact §7, seen).
pub(super) const QUERIES_IN_COMPOSITE: usize = 5;

/// One subrequest of a composite request.
#[derive(Clone, Debug)]
pub(super) struct SubRequest {
    pub(super) part: Part,
    pub(super) url: String,
    pub(super) is_query: bool,
}

fn query(part: Part, soql: &str) -> SubRequest {
    SubRequest {
        part,
        url: service(&["query?q=", &percent_encoded(soql)].concat()),
        is_query: true,
    }
}

fn retrieve(part: Part, object: &str, id: &str, fields: &str) -> SubRequest {
    let path = ["sobjects/", object, "/", id, "?fields=", fields].concat();
    SubRequest {
        part,
        url: service(&path),
        is_query: false,
    }
}

/// A path of the REST interface.
pub(super) fn service(path: &str) -> String {
    ["/services/data/", API_VERSION, "/", path].concat()
}

/// The body of a composite request; a refused part refuses no other.
pub(super) fn composite(parts: &[SubRequest]) -> String {
    let requests: Vec<_> = parts
        .iter()
        .map(|sub| json!({"method": "GET", "url": sub.url, "referenceId": sub.part.name()}))
        .collect();
    json!({"allOrNone": false, "compositeRequest": requests}).to_string()
}

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
        acting_user(user),
        query(
            Part::PermissionSetLicences,
            "SELECT Id, DeveloperName, MasterLabel, Status, TotalLicenses, UsedLicenses FROM PermissionSetLicense",
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
    if !wishes.username.is_empty() {
        parts.push(query(
            Part::Users,
            &[
                "SELECT Id, Username, Name, IsActive, ProfileId, Profile.Name, Profile.UserLicenseId FROM User \
                 WHERE Username = ",
                &quoted(&wishes.username),
            ]
            .concat(),
        ));
    }
    if is_api_name(&wishes.object) {
        let path = ["sobjects/", &wishes.object, "/describe"].concat();
        parts.push(SubRequest {
            part: Part::Description,
            url: service(&path),
            is_query: false,
        });
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

/// What the integration user has, besides the tokens of Jotform's app for anybody.
pub(super) fn about_user(wishes: &Wishes, user: &str, fields: &[String]) -> Vec<SubRequest> {
    let of_user = [
        "ParentId IN (SELECT PermissionSetId FROM PermissionSetAssignment WHERE AssigneeId = ",
        &quoted(user),
        ")",
    ]
    .concat();
    let mut parts = vec![query(
        Part::Assignments,
        &[
            "SELECT PermissionSetId, PermissionSet.Label, PermissionSet.IsOwnedByProfile, PermissionSetGroupId, \
             ExpirationDate, IsActive FROM PermissionSetAssignment WHERE AssigneeId = ",
            &quoted(user),
        ]
        .concat(),
    )];
    parts.extend(permissions(
        wishes,
        &of_user,
        fields,
        Part::ObjectPermissions,
        Part::FieldPermissions,
    ));
    parts.push(query(
        Part::LicenceAssignments,
        &[
            "SELECT PermissionSetLicenseId FROM PermissionSetLicenseAssign WHERE AssigneeId = ",
            &quoted(user),
        ]
        .concat(),
    ));
    parts
}

/// What the journey's set itself grants, where it is not among the user's.
pub(super) fn about_set(wishes: &Wishes, set: &str, fields: &[String]) -> Vec<SubRequest> {
    let of_set = ["ParentId = ", &quoted(set)].concat();
    permissions(
        wishes,
        &of_set,
        fields,
        Part::OwnObjectPermissions,
        Part::OwnFieldPermissions,
    )
}

fn permissions(
    wishes: &Wishes,
    parents: &str,
    fields: &[String],
    object_part: Part,
    field_part: Part,
) -> Vec<SubRequest> {
    if !is_api_name(&wishes.object) {
        return Vec::new();
    }
    let object = quoted(&wishes.object);
    let mut parts = vec![query(
        object_part,
        &[
            "SELECT ParentId, SobjectType, PermissionsRead, PermissionsCreate, PermissionsEdit \
             FROM ObjectPermissions WHERE SobjectType = ",
            &object,
            " AND ",
            parents,
        ]
        .concat(),
    )];
    if !fields.is_empty() {
        let names: Vec<String> = fields
            .iter()
            .map(|field| [&wishes.object, ".", field].concat())
            .collect();
        parts.push(query(
            field_part,
            &[
                // Queries of field permissions must select both names (Salesforce fact §7, seen).
                "SELECT ParentId, SobjectType, Field, PermissionsRead, PermissionsEdit \
                 FROM FieldPermissions WHERE SobjectType = ",
                &object,
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

/// Tokens of Jotform's app; never the columns that hold secrets (Salesforce fact §7, seen).
pub(super) fn tokens() -> SubRequest {
    query(
        Part::Tokens,
        &[
            "SELECT AppName, UserId, LastUsedDate, UseCount FROM OauthToken WHERE AppName LIKE ",
            &like_contains(APP),
        ]
        .concat(),
    )
}

/// Rights that the guide's steps need; of the last two one is enough.
pub(super) const RIGHTS: [&str; 5] = [
    "PermissionsViewSetup",
    "PermissionsAssignPermissionSets",
    "PermissionsManageProfilesPermissionsets",
    "PermissionsManageUsers",
    "PermissionsManageInternalUsers",
];

/// Things that an org may hide, each by itself.
pub(super) fn optional(wishes: &Wishes, user: Option<&str>) -> Vec<SubRequest> {
    let mut parts = vec![
        query(
            Part::Rights,
            &["SELECT ", &RIGHTS.join(", "), " FROM UserPermissionAccess"].concat(),
        ),
        query(
            Part::Apps,
            &[
                "SELECT Name FROM ConnectedApplication WHERE Name LIKE ",
                &like_contains(APP),
            ]
            .concat(),
        ),
    ];
    let Some(user) = user else { return parts };
    let quoted_user = quoted(user);
    parts.push(query(
        Part::Login,
        &[
            "SELECT IsFrozen, IsPasswordLocked FROM UserLogin WHERE UserId = ",
            &quoted_user,
        ]
        .concat(),
    ));
    parts.push(retrieve(
        Part::Verification,
        "User",
        user,
        "HasUserVerifiedEmail,LastLoginDate",
    ));
    parts.push(query(
        Part::Logins,
        &[
            // It cannot be filtered by status or application (Salesforce fact §7, seen).
            "SELECT LoginTime, Status, Application FROM LoginHistory WHERE UserId = ",
            &quoted_user,
            " ORDER BY LoginTime DESC LIMIT 20",
        ]
        .concat(),
    ));
    if !wishes.proof_marker.is_empty() && is_api_name(&wishes.object) {
        parts.push(query(
            Part::ProofRecords,
            &[
                "SELECT Id, CreatedById, CreatedBy.Name, LastModifiedById, CreatedDate FROM ",
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

/// The groups that hold the journey's set.
pub(super) fn groups(set: &str) -> SubRequest {
    query(
        Part::Groups,
        &[
            "SELECT PermissionSetGroupId FROM PermissionSetGroupComponent WHERE PermissionSetId = ",
            &quoted(set),
        ]
        .concat(),
    )
}

/// A text as the value of a query parameter.
fn percent_encoded(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut encoded = String::with_capacity(text.len() * 3 / 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            for half in [byte >> 4, byte & 15] {
                encoded.push(
                    DIGITS
                        .get(usize::from(half))
                        .copied()
                        .map(char::from)
                        .unwrap_or_default(),
                );
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_survive_the_address() {
        assert_eq!(percent_encoded("a b&c='é+'"), "a%20b%26c%3D%27%C3%A9%2B%27");
    }

    #[test]
    fn secrets_of_tokens_are_never_asked_for() {
        let wishes = Wishes {
            permission_set_name: "X".into(),
            username: "u@x".into(),
            object: "Lead".into(),
            proof_marker: "m".into(),
            ..Wishes::default()
        };
        let fields = vec!["Email".to_owned()];
        let mut all = first(&wishes, "00D000000000001", "005000000000001");
        all.extend(about_user(&wishes, "005000000000002", &fields));
        all.extend(about_set(&wishes, "0PS000000000001", &fields));
        all.extend(optional(&wishes, Some("005000000000002")));
        all.push(tokens());
        all.push(groups("0PS000000000001"));
        for sub in all {
            for secret in ["AccessToken", "DeleteToken", "RequestToken", "FIELDS", "password"] {
                assert!(!sub.url.contains(secret), "{}", sub.url);
            }
            assert!(sub.url.starts_with("/services/data/v63.0/"), "{}", sub.url);
        }
    }

    #[test]
    fn an_object_that_is_no_name_is_not_asked_for() {
        let wishes = Wishes {
            object: "Lead WHERE".into(),
            proof_marker: "m".into(),
            ..Wishes::default()
        };
        assert!(about_set(&wishes, "0PS000000000001", &["Email".into()]).is_empty());
        assert!(
            first(&wishes, "o", "u")
                .iter()
                .all(|sub| sub.part != Part::Description)
        );
        assert!(
            optional(&wishes, Some("u"))
                .iter()
                .all(|sub| sub.part != Part::ProofRecords)
        );
    }
}
