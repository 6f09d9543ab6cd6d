//! Logins, connected applications, tokens and what may refuse or change a record (Salesforce fact §7).

use super::FieldType::{DateTime, Int, Url};
use super::field::{Field, area, flag, pick, plain, refer, text};
use super::object::Object;

pub(super) fn objects() -> Vec<Object> {
    let mut all = logins();
    all.extend(applications());
    all.extend(automation());
    all
}

fn logins() -> Vec<Object> {
    let history = vec![
        refer("UserId", &["User"]),
        plain("LoginTime", DateTime),
        text("LoginType", 40),
        text("SourceIp", 39),
        text("LoginUrl", 120),
        text("AuthenticationServiceId", 18),
        text("Application", 80).not_filterable(),
        text("Browser", 80),
        text("Platform", 80),
        text("Status", 128).not_filterable(),
        text("ApiType", 40),
        text("ClientVersion", 40),
    ];
    let verification = vec![
        refer("UserId", &["User"]),
        plain("VerificationTime", DateTime),
        text("VerificationMethod", 40),
        text("Policy", 40),
        text("Activity", 40),
        text("Status", 40),
        text("SourceIp", 39),
    ];
    let methods = vec![
        refer("UserId", &["User"]),
        flag("HasTotp"),
        flag("HasUserVerifiedEmailAddress"),
        flag("HasUserVerifiedMobileNumber"),
        flag("HasSalesforceAuthenticator"),
        flag("HasSecurityKey"),
        flag("HasBuiltInAuthenticator"),
        flag("HasTempCode"),
    ];
    vec![
        Object::new("LoginHistory", "0Ya", history)
            .setup("ManageUsers", "ManageUsers")
            .kept_by_org(),
        Object::new("VerificationHistory", "0dl", verification)
            .setup("ManageUsers", "ManageUsers")
            .kept_by_org(),
        Object::new("TwoFactorMethodsInfo", "0TF", methods)
            .setup("ManageUsers", "ManageUsers")
            .kept_by_org(),
    ]
}

fn applications() -> Vec<Object> {
    let application = vec![
        text("Name", 80).required(),
        plain("StartUrl", Url),
        plain("RefreshTokenValidityPeriod", Int),
        flag("OptionsAllowAdminApprovedUsersOnly"),
        flag("OptionsRefreshTokenValidityMetric"),
        flag("OptionsHasSessionLevelPolicy"),
        flag("OptionsIsInternal"),
        plain("UvidTimeout", Int),
    ];
    let id = Field {
        nillable: true,
        ..text("Id", 18).read_only()
    };
    let token = vec![
        id,
        text("AccessToken", 255).not_filterable(),
        text("RequestToken", 255).not_filterable(),
        text("DeleteToken", 255).not_filterable(),
        refer("UserId", &["User"]).listed_as("OauthTokens"),
        text("AppName", 80),
        refer("AppMenuItemId", &["ConnectedApplication"]),
        plain("LastUsedDate", DateTime),
        plain("UseCount", Int),
        plain("CreatedDate", DateTime),
    ];
    let access = vec![
        refer("ParentId", &["PermissionSet"])
            .required()
            .create_only()
            .listed_as("SetupEntityAccessItems"),
        refer("SetupEntityId", &["ConnectedApplication"])
            .required()
            .create_only(),
        text("SetupEntityType", 40),
    ];
    let package_user = vec![
        refer("PackageLicenseId", &["PackageLicense"])
            .required()
            .create_only(),
        refer("UserId", &["User"]).required().create_only(),
    ];
    let package = vec![
        text("NamespacePrefix", 15).required(),
        pick("Status", &["Active", "Trial", "Expired", "Free"]),
        plain("AllowedLicenses", Int),
        plain("UsedLicenses", Int),
        plain("ExpirationDate", DateTime),
    ];
    vec![
        Object::new("ConnectedApplication", "0H4", application)
            .setup("ViewSetup", "ManageRemoteAccess")
            .kept_by_org()
            .stamped(),
        Object::new("OauthToken", "", token)
            .setup("ManageUsers", "ManageUsers")
            .kept_by_org(),
        Object::new("SetupEntityAccess", "0J0", access)
            .setup("ViewSetup", "ManageProfilesPermissionsets")
            .stamped(),
        Object::new("UserPackageLicense", "051", package_user)
            .setup("ViewSetup", "ManageUsers")
            .stamped(),
        Object::new("PackageLicense", "050", package)
            .setup("ViewSetup", "CustomizeApplication")
            .kept_by_org()
            .stamped(),
    ]
}

fn automation() -> Vec<Object> {
    let duplicate = vec![
        text("DeveloperName", 80).required(),
        text("MasterLabel", 255).required(),
        text("SobjectType", 40),
        text("SobjectSubtype", 40),
        flag("IsActive"),
    ];
    let assignment = vec![
        text("Name", 120).required(),
        pick("SobjectType", &["Lead", "Case"]),
        flag("Active"),
    ];
    let flow = vec![
        text("DurableId", 120),
        text("ApiName", 80),
        text("Label", 80),
        flag("IsActive"),
        text("ProcessType", 40),
        text("TriggerType", 40),
        refer("TriggerObjectOrEventId", &["EntityDefinition"]),
        text("TriggerObjectOrEventLabel", 80),
        text("NamespacePrefix", 15),
    ];
    let validation = vec![
        text("ValidationName", 80).required(),
        flag("Active"),
        refer("EntityDefinitionId", &["EntityDefinition"]),
        text("ErrorMessage", 255),
        text("ErrorDisplayField", 80),
        text("NamespacePrefix", 15),
    ];
    let record_type = vec![
        text("DeveloperName", 80).required(),
        text("Name", 80).required().label("Record Type Name"),
        text("SobjectType", 40),
        flag("IsActive").default(true),
        flag("IsPersonType"),
        area("Description", 255),
        text("NamespacePrefix", 15),
    ];
    let trigger = vec![
        text("Name", 255).required(),
        text("TableEnumOrId", 40),
        pick("Status", &["Active", "Inactive"]),
        area("Body", 1_000_000),
        flag("UsageBeforeInsert"),
        flag("UsageAfterInsert"),
        flag("UsageBeforeUpdate"),
        flag("UsageAfterUpdate"),
    ];
    vec![
        Object::new("DuplicateRule", "0Bm", duplicate)
            .setup("ViewSetup", "CustomizeApplication")
            .kept_by_org()
            .stamped(),
        Object::new("AssignmentRule", "01Q", assignment)
            .setup("ViewSetup", "CustomizeApplication")
            .kept_by_org()
            .stamped(),
        Object::new("FlowDefinitionView", "3dd", flow)
            .setup("ViewSetup", "ViewSetup")
            .kept_by_org(),
        Object::new(super::TOOLING_ONLY, "03d", validation)
            .setup("ViewSetup", "CustomizeApplication")
            .kept_by_org()
            .stamped(),
        Object::new("RecordType", "012", record_type)
            .setup("ApiEnabled", "CustomizeApplication")
            .kept_by_org()
            .stamped(),
        Object::new("ApexTrigger", "01q", trigger)
            .setup("ViewSetup", "AuthorApex")
            .kept_by_org()
            .stamped(),
    ]
}
