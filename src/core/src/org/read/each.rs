//! One row of an answer, each kind as its struct.

use super::super::EXCESSIVE_POWERS;
use super::super::json::{flag, id, maybe, number, text};
use super::super::rows::*;
use crate::json::Json;
use crate::page::short_id;

pub(super) fn organization(row: &Json) -> Organization {
    Organization {
        name: text(row, "Name"),
        sandbox: flag(row, "IsSandbox"),
        edition: text(row, "OrganizationType"),
    }
}

pub(super) fn acting_user(row: &Json) -> ActingUser {
    ActingUser {
        id: id(row, "Id"),
        name: text(row, "Name"),
        username: text(row, "Username"),
    }
}

pub(super) fn locale(row: &Json) -> Locale {
    Locale {
        time_zone: text(row, "TimeZoneSidKey"),
        locale: text(row, "LocaleSidKey"),
        language: text(row, "LanguageLocaleKey"),
        encoding: text(row, "EmailEncodingKey"),
    }
}

pub(super) fn permission_set(row: &Json) -> PermissionSet {
    PermissionSet {
        id: id(row, "Id"),
        name: text(row, "Name"),
        label: text(row, "Label"),
        licence_id: maybe(row, "LicenseId").and_then(|id| short_id(&id)),
        activation_required: flag(row, "HasActivationRequired"),
        namespace: text(row, "NamespacePrefix"),
    }
}

pub(super) fn user(row: &Json) -> User {
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

pub(super) fn licence(row: &Json, name: &str) -> Licence {
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

pub(super) fn profile(row: &Json) -> ApiOnlyProfile {
    ApiOnlyProfile {
        id: id(row, "ProfileId"),
        name: text(row, "Profile.Name"),
        user_licence_id: id(row, "Profile.UserLicenseId"),
    }
}

pub(super) fn assignment(row: &Json) -> Assignment {
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

pub(super) fn holder(row: &Json) -> Holder {
    Holder {
        user_id: id(row, "AssigneeId"),
        username: text(row, "Assignee.Username"),
    }
}

pub(super) fn component(row: &Json) -> Component {
    Component {
        group_id: id(row, "PermissionSetGroupId"),
        group_label: text(row, "PermissionSetGroup.MasterLabel"),
        group_status: text(row, "PermissionSetGroup.Status"),
        set_id: id(row, "PermissionSetId"),
    }
}

pub(super) fn powers(row: &Json) -> Powers {
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

pub(super) fn approval(row: &Json) -> Approval {
    Approval {
        app_id: id(row, "SetupEntityId"),
        set_id: id(row, "ParentId"),
    }
}

pub(super) fn sharing(row: &Json) -> Sharing {
    Sharing {
        object: text(row, "QualifiedApiName"),
        model: text(row, "InternalSharingModel"),
    }
}

pub(super) fn app(row: &Json) -> ConnectedApp {
    ConnectedApp {
        id: id(row, "Id"),
        admin_approved_only: flag(row, "OptionsAllowAdminApprovedUsersOnly"),
        high_assurance: flag(row, "OptionsHasSessionLevelPolicy"),
        refresh_period: number(row, "RefreshTokenValidityPeriod"),
    }
}

pub(super) fn package_licence(row: &Json) -> PackageLicence {
    PackageLicence {
        id: id(row, "Id"),
        allowed: number(row, "AllowedLicenses"),
    }
}

/// One of the ways to verify is registered, in whatever column it stands.
pub(super) fn has_method(row: &Json) -> bool {
    let Json::Map(columns) = row else { return false };
    columns
        .iter()
        .any(|(name, value)| name.starts_with("Has") && value.flag() == Some(true))
}

/// Whether the set that grants it counts in an activated session only.
const WAITS: &str = "Parent.HasActivationRequired";

pub(super) fn object_permission(row: &Json) -> ObjectPermission {
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
        waits: flag(row, WAITS),
    }
}

pub(super) fn field_permission(row: &Json) -> FieldPermission {
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
        waits: flag(row, WAITS),
    }
}

pub(super) fn token(row: &Json) -> Token {
    Token {
        app: text(row, "AppName"),
        user_id: id(row, "UserId"),
        last_used: maybe(row, "LastUsedDate"),
        uses: number(row, "UseCount"),
    }
}

pub(super) fn login(row: &Json) -> UserLogin {
    UserLogin {
        frozen: flag(row, "IsFrozen"),
        locked: flag(row, "IsPasswordLocked"),
    }
}

pub(super) fn verification(row: &Json) -> Verification {
    Verification {
        email_verified: flag(row, "HasUserVerifiedEmail"),
        last_login: maybe(row, "LastLoginDate"),
    }
}

pub(super) fn login_row(row: &Json) -> Login {
    Login {
        time: text(row, "LoginTime"),
        status: text(row, "Status"),
        application: text(row, "Application"),
    }
}

pub(super) fn proof_record(row: &Json) -> ProofRecord {
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
