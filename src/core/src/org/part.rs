//! The parts that a check consists of.

/// One thing that is asked; its name in a composite request and its answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Organization,
    ActingUser,
    Description,
    PermissionSets,
    Users,
    PermissionSetLicences,
    UserLicences,
    ApiOnlyProfiles,
    Assignments,
    ObjectPermissions,
    FieldPermissions,
    OwnObjectPermissions,
    OwnFieldPermissions,
    LicenceAssignments,
    Tokens,
    Login,
    Verification,
    Logins,
    Apps,
    Rights,
    Groups,
    ProofRecords,
}

impl Part {
    /// The `referenceId`, and what is said to be hidden where the org hides it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Part::Organization => "Organization",
            Part::ActingUser => "ActingUser",
            Part::Description => "Description",
            Part::PermissionSets => "PermissionSet",
            Part::Users => "User",
            Part::PermissionSetLicences => "PermissionSetLicense",
            Part::UserLicences => "UserLicense",
            Part::ApiOnlyProfiles => "Profile",
            Part::Assignments => "PermissionSetAssignment",
            Part::ObjectPermissions => "ObjectPermissions",
            Part::FieldPermissions => "FieldPermissions",
            Part::OwnObjectPermissions => "OwnObjectPermissions",
            Part::OwnFieldPermissions => "OwnFieldPermissions",
            Part::LicenceAssignments => "PermissionSetLicenseAssign",
            Part::Tokens => "OauthToken",
            Part::Login => "UserLogin",
            Part::Verification => "HasUserVerifiedEmail",
            Part::Logins => "LoginHistory",
            Part::Apps => "ConnectedApplication",
            Part::Rights => "UserPermissionAccess",
            Part::Groups => "PermissionSetGroupComponent",
            Part::ProofRecords => "ProofRecord",
        }
    }
}
