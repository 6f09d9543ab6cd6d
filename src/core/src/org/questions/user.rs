//! The user: licences, groups, powers, logins and password.

use super::super::ask::{SubRequest, query, resource, retrieve};
use super::super::part::Part;
use super::super::soql::quoted;

/// Licences, groups, powers and logins of the user.
pub(super) fn about_user(user: &str) -> Vec<SubRequest> {
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

/// Read only: any other method would set it (Salesforce fact §7, seen).
pub(super) fn password(user: &str) -> SubRequest {
    resource(Part::Password, &["sobjects/User/", user, "/password"].concat())
}
