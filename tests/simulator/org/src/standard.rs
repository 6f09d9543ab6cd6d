//! What every org has from its first day: licences, profiles and their rights (Salesforce facts §5, §7).

/// A user licence with its key, the seats of an Enterprise Edition org, and its labels.
pub(crate) struct UserLicense {
    pub(crate) name: &'static str,
    pub(crate) key: &'static str,
    pub(crate) seats: i64,
    pub(crate) labels: Labels,
}

/// A permission set licence with its seats and labels.
pub(crate) struct PermissionSetLicense {
    pub(crate) developer_name: &'static str,
    pub(crate) seats: i64,
    pub(crate) labels: Labels,
}

/// A profile with its licence and labels.
pub(crate) struct Profile {
    pub(crate) license: &'static str,
    pub(crate) rights: Rights,
    pub(crate) labels: Labels,
}

/// One name in each language that the org speaks.
#[derive(Clone, Copy)]
pub(crate) struct Labels {
    pub(crate) en: &'static str,
    pub(crate) ja: &'static str,
    pub(crate) de: &'static str,
}

impl Labels {
    /// The label in a language such as `ja` or `en_US`; English where there is none.
    pub(crate) fn in_language(self, language: &str) -> &'static str {
        match language.split(['_', '-']).next() {
            Some("ja") => self.ja,
            Some("de") => self.de,
            _ => self.en,
        }
    }
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
        labels: Labels {
            en: "Salesforce",
            ja: "Salesforce",
            de: "Salesforce",
        },
    },
    UserLicense {
        name: "Salesforce Platform",
        key: "AUL",
        seats: 3,
        labels: Labels {
            en: "Salesforce Platform",
            ja: "Salesforce プラットフォーム",
            de: "Salesforce-Plattform",
        },
    },
    UserLicense {
        name: INTEGRATION_LICENSE,
        key: "PID_Salesforce_Integration",
        seats: 5,
        labels: Labels {
            en: INTEGRATION_LICENSE,
            ja: "Salesforce インテグレーション",
            de: "Salesforce-Integration",
        },
    },
    UserLicense {
        name: "Identity",
        key: "PID_IDENTITY",
        seats: 100,
        labels: Labels {
            en: "Identity",
            ja: "ID",
            de: "Identität",
        },
    },
    UserLicense {
        name: "Chatter Free",
        key: "CSN_User",
        seats: 5000,
        labels: Labels {
            en: "Chatter Free",
            ja: "Chatter Free",
            de: "Chatter Free",
        },
    },
];

pub(crate) const PERMISSION_SET_LICENSES: [PermissionSetLicense; 3] = [
    PermissionSetLicense {
        developer_name: "SalesforceAPIIntegrationPsl",
        seats: 5,
        labels: Labels {
            en: "Salesforce API Integration",
            ja: "Salesforce API インテグレーション",
            de: "Salesforce-API-Integration",
        },
    },
    PermissionSetLicense {
        developer_name: "IdentityConnect",
        seats: 10,
        labels: Labels {
            en: "Identity Connect",
            ja: "Identity Connect",
            de: "Identity Connect",
        },
    },
    PermissionSetLicense {
        developer_name: "SurveyCreatorPsl",
        seats: 1,
        labels: Labels {
            en: "Survey Creator",
            ja: "アンケート作成者",
            de: "Umfrageersteller",
        },
    },
];

pub(crate) const PROFILES: [Profile; 8] = [
    Profile {
        license: "Salesforce",
        rights: Rights::Administrator,
        labels: Labels {
            en: "System Administrator",
            ja: "システム管理者",
            de: "Systemadministrator",
        },
    },
    Profile {
        license: "Salesforce",
        rights: Rights::Standard,
        labels: Labels {
            en: "Standard User",
            ja: "標準ユーザー",
            de: "Standardbenutzer",
        },
    },
    Profile {
        license: "Salesforce",
        rights: Rights::Minimum,
        labels: Labels {
            en: "Minimum Access - Salesforce",
            ja: "最小アクセス - Salesforce",
            de: "Mindestzugriff - Salesforce",
        },
    },
    Profile {
        license: "Salesforce Platform",
        rights: Rights::Minimum,
        labels: Labels {
            en: "Standard Platform User",
            ja: "標準プラットフォームユーザー",
            de: "Standardplattformbenutzer",
        },
    },
    Profile {
        license: INTEGRATION_LICENSE,
        rights: Rights::ApiOnly,
        labels: Labels {
            en: "Minimum Access - API Only Integrations",
            ja: "最小アクセス - API 限定インテグレーション",
            de: "Mindestzugriff - Nur-API-Integrationen",
        },
    },
    Profile {
        license: INTEGRATION_LICENSE,
        rights: Rights::ApiOnly,
        labels: Labels {
            en: "Salesforce API Only System Integrations",
            ja: "Salesforce API 限定システムインテグレーション",
            de: "Salesforce-Nur-API-Systemintegrationen",
        },
    },
    Profile {
        license: "Identity",
        rights: Rights::None,
        labels: Labels {
            en: "Identity User",
            ja: "ID ユーザー",
            de: "Identitätsbenutzer",
        },
    },
    Profile {
        license: "Chatter Free",
        rights: Rights::None,
        labels: Labels {
            en: "Chatter Free User",
            ja: "Chatter Free ユーザー",
            de: "Chatter Free-Benutzer",
        },
    },
];
