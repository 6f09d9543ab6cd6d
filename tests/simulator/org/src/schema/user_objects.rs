//! People and what they are given: users, profiles, licences and their seats (Salesforce fact §7).

use super::FieldType::{Boolean, Date, DateTime, Email, Int, Phone};
use super::field::{area, flag, pick, plain, refer, text};
use super::object::Object;

/// The rights that a profile or permission set may carry, as the end of their field names.
pub const SYSTEM_PERMISSIONS: [&str; 24] = [
    "ApiEnabled",
    "ApiUserOnly",
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
    "PasswordNeverExpires",
    "CustomizeApplication",
    "AuthorApex",
    "ManageRemoteAccess",
    "CanApproveUninstalledApps",
    "ViewAllUsers",
    "ViewAllProfiles",
    "MultiFactorAuthentication",
    "IsSsoEnabled",
    "LightningExperienceUser",
    "EditTask",
];

pub(super) fn objects() -> Vec<Object> {
    vec![
        user(),
        profile(),
        user_license(),
        organization(),
        user_login(),
        user_role(),
    ]
}

fn user() -> Object {
    let fields = vec![
        text("Username", 80).required().unique(),
        text("LastName", 80).required(),
        text("FirstName", 40),
        text("Name", 121).read_only().for_all().label("Full Name"),
        text("CompanyName", 80),
        text("Division", 80),
        text("Department", 80),
        text("Title", 80),
        plain("Email", Email).required(),
        text("Alias", 8).required(),
        text("CommunityNickname", 40)
            .default("")
            .unique()
            .label("Nickname"),
        plain("Phone", Phone),
        plain("MobilePhone", Phone),
        pick("TimeZoneSidKey", TIME_ZONES)
            .required()
            .restricted()
            .label("Time Zone"),
        pick("LocaleSidKey", LOCALES)
            .required()
            .restricted()
            .label("Locale"),
        pick("LanguageLocaleKey", LANGUAGES)
            .required()
            .restricted()
            .label("Language"),
        pick("EmailEncodingKey", ENCODINGS)
            .required()
            .label("Email Encoding"),
        refer("ProfileId", &["Profile"]).required().listed_as("Users"),
        refer("UserRoleId", &["UserRole"]),
        refer("ManagerId", &["User"]),
        pick(
            "UserType",
            &["Standard", "PowerPartner", "CspLitePortal", "Guest"],
        )
        .read_only(),
        plain("IsActive", Boolean).default(true).label("Active"),
        text("FederationIdentifier", 512),
        plain("LastLoginDate", DateTime).read_only(),
        plain("LastPasswordChangeDate", DateTime).read_only(),
        flag("HasUserVerifiedEmail").read_only(),
        flag("UserPermissionsMarketingUser"),
        flag("ReceivesAdminInfoEmails"),
    ];
    Object::new("User", "005", fields)
        .setup("ApiEnabled", "ManageInternalUsers")
        .never_deleted()
        .stamped()
}

fn profile() -> Object {
    let mut fields = vec![
        text("Name", 255).required(),
        refer("UserLicenseId", &["UserLicense"]).required().create_only(),
        pick(
            "UserType",
            &["Standard", "PowerPartner", "CspLitePortal", "Guest"],
        )
        .read_only(),
        area("Description", 255),
    ];
    fields.extend(permission_flags());
    Object::new("Profile", "00e", fields)
        .setup("ApiEnabled", "ManageProfilesPermissionsets")
        .kept_by_org()
        .stamped()
}

/// One checkbox for each right.
pub(super) fn permission_flags() -> impl Iterator<Item = super::Field> {
    SYSTEM_PERMISSIONS
        .iter()
        .map(|right| flag(&format!("Permissions{right}")))
}

fn user_license() -> Object {
    let fields = vec![
        text("LicenseDefinitionKey", 40).required(),
        text("Name", 80).required(),
        text("MasterLabel", 255).required().label("License Label"),
        pick("Status", &["Active", "Disabled"]),
        plain("TotalLicenses", Int),
        plain("UsedLicenses", Int),
    ];
    Object::new("UserLicense", "100", fields)
        .setup("ApiEnabled", "ViewSetup")
        .kept_by_org()
        .stamped()
}

fn organization() -> Object {
    let fields = vec![
        text("Name", 80).required(),
        text("OrganizationType", 40).label("Edition"),
        flag("IsSandbox"),
        text("InstanceName", 5),
        text("NamespacePrefix", 15),
        text("LanguageLocaleKey", 40),
        text("DefaultLocaleSidKey", 40),
        text("TimeZoneSidKey", 40),
        plain("TrialExpirationDate", DateTime),
        text("PrimaryContact", 80),
        pick("DefaultLeadAccess", SHARING),
        pick("DefaultContactAccess", SHARING),
        pick("DefaultAccountAccess", SHARING),
        pick("DefaultOpportunityAccess", SHARING),
        pick("DefaultCaseAccess", SHARING),
        pick("UiSkin", &["Theme3", "Theme4d"]),
    ];
    Object::new("Organization", "00D", fields)
        .setup("ApiEnabled", "CustomizeApplication")
        .kept_by_org()
        .stamped()
}

fn user_login() -> Object {
    let fields = vec![
        refer("UserId", &["User"]).read_only(),
        flag("IsFrozen").label("Frozen"),
        flag("IsPasswordLocked").label("Password Locked"),
    ];
    let mut login = Object::new("UserLogin", "0Yw", fields)
        .setup("ManageUsers", "FreezeUsers")
        .stamped();
    (login.createable, login.deletable) = (false, false);
    login
}

fn user_role() -> Object {
    let fields = vec![
        text("Name", 80).required(),
        text("DeveloperName", 80).unique(),
        refer("ParentRoleId", &["UserRole"]),
        plain("PortalAccountOwnerDate", Date).read_only(),
    ];
    Object::new("UserRole", "00E", fields)
        .setup("ApiEnabled", "ManageRoles")
        .stamped()
}

const SHARING: &[&str] = &["None", "Read", "Edit", "ControlledByParent", "ReadEditTransfer"];
const ENCODINGS: &[&str] = &[
    "UTF-8",
    "ISO-8859-1",
    "Shift_JIS",
    "ISO-2022-JP",
    "EUC-JP",
    "ks_c_5601-1987",
    "Big5",
    "GB2312",
];
const LANGUAGES: &[&str] = &[
    "en_US", "de", "es", "fr", "it", "ja", "sv", "ko", "zh_TW", "zh_CN", "pt_BR", "nl_NL", "da", "th", "fi",
    "ru", "es_MX", "no", "qps",
];
const LOCALES: &[&str] = &[
    "en_US", "en_GB", "de_DE", "de_AT", "de_CH", "fr_FR", "es_ES", "it_IT", "ja_JP", "ko_KR", "zh_CN",
    "pt_BR", "nl_NL", "sv_SE",
];
const TIME_ZONES: &[&str] = &[
    "America/Los_Angeles",
    "America/New_York",
    "America/Chicago",
    "America/Sao_Paulo",
    "Europe/London",
    "Europe/Berlin",
    "Europe/Paris",
    "Europe/Madrid",
    "Europe/Rome",
    "Europe/Amsterdam",
    "Europe/Stockholm",
    "Asia/Tokyo",
    "Asia/Seoul",
    "Asia/Shanghai",
    "GMT",
];
