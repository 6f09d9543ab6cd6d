//! What every org has from its first day: licences, profiles and their rights (Salesforce facts §5, §7).

/// A user licence with its key, the seats of an Enterprise Edition org, and its label.
pub(crate) struct UserLicense {
    pub(crate) name: &'static str,
    pub(crate) key: &'static str,
    pub(crate) seats: i64,
    /// The English label; the org shows it in its own language.
    pub(crate) label: &'static str,
}

/// A permission set licence with its seats and label.
pub(crate) struct PermissionSetLicense {
    pub(crate) developer_name: &'static str,
    pub(crate) seats: i64,
    /// The English label; the org shows it in its own language.
    pub(crate) label: &'static str,
}

/// A profile with its licence and label.
pub(crate) struct Profile {
    pub(crate) license: &'static str,
    pub(crate) rights: Rights,
    /// The English label; the org shows it in its own language.
    pub(crate) label: &'static str,
}

/// What a profile may do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rights {
    /// Everything.
    Administrator,
    /// Read, create and edit the business objects.
    Standard,
    /// Log in.
    Minimum,
    /// Use the API, and nothing but the API.
    ApiOnly,
    /// Nothing.
    None,
}

impl Rights {
    /// The system permissions without `Permissions` before them.
    pub(crate) fn system(self) -> &'static [&'static str] {
        match self {
            Self::Administrator => &[
                "ApiEnabled",
                "ViewSetup",
                "ModifyAllData",
                "ViewAllData",
                "ManageUsers",
                "ManageInternalUsers",
                "AssignPermissionSets",
                "ManageProfilesPermissionsets",
                "ManageRoles",
                "ManageSharing",
                "ResetPasswords",
                "FreezeUsers",
                "CustomizeApplication",
                "AuthorApex",
                "ManageRemoteAccess",
                "ViewAllUsers",
                "ViewAllProfiles",
                "LightningExperienceUser",
                "EditTask",
            ],
            Self::Standard => &["ApiEnabled", "ViewSetup", "LightningExperienceUser", "EditTask"],
            Self::Minimum => &["LightningExperienceUser"],
            Self::ApiOnly => &["ApiEnabled", "ApiUserOnly"],
            Self::None => &[],
        }
    }
}

/// English name of the user licence of API-only users.
pub(crate) const INTEGRATION_LICENSE: &str = "Salesforce Integration";

pub(crate) const USER_LICENSES: [UserLicense; 5] = [
    UserLicense {
        name: "Salesforce",
        key: "SFDC",
        seats: 10,
        label: "Salesforce",
    },
    UserLicense {
        name: "Salesforce Platform",
        key: "AUL",
        seats: 3,
        label: "Salesforce Platform",
    },
    UserLicense {
        name: INTEGRATION_LICENSE,
        key: "PID_Salesforce_Integration",
        seats: 5,
        label: INTEGRATION_LICENSE,
    },
    UserLicense {
        name: "Identity",
        key: "PID_IDENTITY",
        seats: 100,
        label: "Identity",
    },
    UserLicense {
        name: "Chatter Free",
        key: "CSN_User",
        seats: 5000,
        label: "Chatter Free",
    },
];

pub(crate) const PERMISSION_SET_LICENSES: [PermissionSetLicense; 3] = [
    PermissionSetLicense {
        developer_name: "SalesforceAPIIntegrationPsl",
        seats: 5,
        label: "Salesforce API Integration",
    },
    PermissionSetLicense {
        developer_name: "IdentityConnect",
        seats: 10,
        label: "Identity Connect",
    },
    PermissionSetLicense {
        developer_name: "SurveyCreatorPsl",
        seats: 1,
        label: "Survey Creator",
    },
];

pub(crate) const PROFILES: [Profile; 8] = [
    Profile {
        license: "Salesforce",
        rights: Rights::Administrator,
        label: "System Administrator",
    },
    Profile {
        license: "Salesforce",
        rights: Rights::Standard,
        label: "Standard User",
    },
    Profile {
        license: "Salesforce",
        rights: Rights::Minimum,
        label: "Minimum Access - Salesforce",
    },
    Profile {
        license: "Salesforce Platform",
        rights: Rights::Minimum,
        label: "Standard Platform User",
    },
    Profile {
        license: INTEGRATION_LICENSE,
        rights: Rights::ApiOnly,
        label: "Minimum Access - API Only Integrations",
    },
    Profile {
        license: INTEGRATION_LICENSE,
        rights: Rights::ApiOnly,
        label: "Salesforce API Only System Integrations",
    },
    Profile {
        license: "Identity",
        rights: Rights::None,
        label: "Identity User",
    },
    Profile {
        license: "Chatter Free",
        rights: Rights::None,
        label: "Chatter Free User",
    },
];
