//! Why something is wrong: every cause, how much it hinders, and what tells of it.

use serde::{Deserialize, Serialize};
use waymark_lean::{Key, Lean};

/// How much a cause hinders.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Lean)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// It does not work like this.
    Blocks,
    /// It works, and may go wrong or end.
    Risk,
    /// Good to know.
    Note,
}

impl Severity {
    /// As files name it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Severity::Blocks => "blocks",
            Severity::Risk => "risk",
            Severity::Note => "note",
        }
    }
}

/// How sure it is that the evidence tells of the cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// Stated by a source that ran against a real org, or by Salesforce or Jotform.
    Seen,
    /// Likely, not seen.
    Inferred,
}

macro_rules! causes {
    ($($(#[$doc:meta])* $name:ident: $severity:ident, $source:literal, $grade:ident;)*) => {
        /// Why something is wrong.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Lean, Key)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum Cause {
            $($(#[$doc])* $name,)*
        }

        impl Cause {
            /// All of them.
            pub const ALL: &[Cause] = &[$(Cause::$name,)*];

            /// How much it hinders.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self {
                    $(Cause::$name => Severity::$severity,)*
                }
            }

            /// What tells of it, by its API name, header or page, and how sure that is.
            #[must_use]
            pub fn source(self) -> (&'static str, Grade) {
                match self {
                    $(Cause::$name => ($source, Grade::$grade),)*
                }
            }
        }
    };
}

causes! {
    /// No session of the org in this tab's cookie store.
    SessionAbsent: Blocks, "cookie sid", Seen;
    /// The org no longer takes the session.
    SessionExpired: Blocks, "401 INVALID_SESSION_ID", Seen;
    /// The session is of another org.
    SessionOtherOrg: Blocks, "identity", Seen;
    /// Another user than at the first check is signed in.
    SessionOtherUser: Blocks, "identity", Seen;
    /// The API-only user is signed in where the administrator was.
    SessionIsIntegrationUser: Blocks, "identity", Seen;
    /// The session is locked to another IP address.
    SessionIpLocked: Blocks, "401 INVALID_SESSION_ID", Inferred;
    /// API Access Control refuses the session.
    ApiAccessControl: Blocks, "401 INVALID_SESSION_ID", Seen;
    /// The org has used up its API calls.
    RequestLimit: Blocks, "403 REQUEST_LIMIT_EXCEEDED", Seen;
    /// The API is off for the org or its edition.
    ApiDisabled: Blocks, "403 API_DISABLED_FOR_ORG", Seen;
    /// Nine tenths of the day's API calls are used.
    RequestsRunningOut: Risk, "Sforce-Limit-Info", Seen;
    /// The trial ends within two weeks.
    TrialEnding: Risk, "Organization.TrialExpirationDate", Seen;
    /// No room for another record.
    StorageFull: Blocks, "limits DataStorageMB.Remaining", Seen;
    /// The administrator lacks a right.
    RightMissing: Blocks, "UserPermissionAccess", Seen;
    /// No free seat of the user licence.
    UserLicenceUsedUp: Blocks, "UserLicense.UsedLicenses", Seen;
    /// No free seat of the permission set licence.
    PermissionSetLicenceUsedUp: Blocks, "PermissionSetLicense.UsedLicenses", Seen;
    /// The org does not have the user licence.
    UserLicenceAbsent: Blocks, "UserLicense.Name", Seen;
    /// The org does not have the permission set licence.
    PermissionSetLicenceAbsent: Blocks, "PermissionSetLicense.DeveloperName", Seen;
    /// The user licence is switched off.
    UserLicenceDisabled: Blocks, "UserLicense.Status", Seen;
    /// The permission set licence is switched off.
    PermissionSetLicenceDisabled: Blocks, "PermissionSetLicense.Status", Seen;
    /// The permission set licence has ended.
    PermissionSetLicenceExpired: Blocks, "PermissionSetLicense.ExpirationDate", Seen;
    /// There is an API-only user already that could be used.
    StockUser: Note, "User.ProfileId", Seen;
    /// There is a permission set with the licence already that could be used.
    StockSet: Note, "PermissionSet.LicenseId", Seen;
    /// There is no such permission set.
    PermissionSetAbsent: Blocks, "PermissionSet.Name", Seen;
    /// The permission set has the look-alike licence.
    PermissionSetLookAlikeLicence: Blocks, "PermissionSet.LicenseId", Seen;
    /// The permission set has no licence, and the user does not have it directly.
    PermissionSetNoLicence: Blocks, "PermissionSet.LicenseId", Seen;
    /// The permission set needs an activated session.
    SessionActivationRequired: Blocks, "PermissionSet.HasActivationRequired", Seen;
    /// Another permission set has the same label.
    PermissionSetDuplicateLabel: Risk, "PermissionSet.Label", Seen;
    /// The permission set came with a package and cannot be changed.
    PermissionSetManaged: Risk, "PermissionSet.NamespacePrefix", Seen;
    /// Others hold the permission set too.
    PermissionSetShared: Note, "PermissionSetAssignment.AssigneeId", Seen;
    /// The org has no such object, or hides it.
    ObjectAbsent: Blocks, "describe", Seen;
    /// The object's permission is missing.
    ObjectPermissionMissing: Blocks, "ObjectPermissions", Seen;
    /// A field's permission is missing.
    FieldPermissionMissing: Blocks, "FieldPermissions", Seen;
    /// The permission on an object that this one depends on is missing.
    ParentObjectMissing: Blocks, "ObjectPermissions", Seen;
    /// What a mapped lookup points to cannot be read.
    LookupTargetUnreadable: Risk, "ObjectPermissions", Seen;
    /// Files cannot be attached without Edit on the object.
    FilesNotCreatable: Blocks, "ObjectPermissions.PermissionsEdit", Inferred;
    /// The user has no licence of the object's package.
    PackageLicenceAbsent: Blocks, "UserPackageLicense.PackageLicenseId", Seen;
    /// Others' records are not found, so that updating makes new ones.
    SharingPrivate: Risk, "EntityDefinition.InternalSharingModel", Seen;
    /// The user may do far more than the form needs.
    OverPrivileged: Risk, "PermissionSet.PermissionsModifyAllData", Seen;
    /// The permission set grants more than the form needs.
    SurplusAccess: Note, "ObjectPermissions", Seen;
    /// There is no such user.
    UserAbsent: Blocks, "User.Username", Seen;
    /// The username is taken, perhaps in another org.
    UsernameTaken: Blocks, "DUPLICATE_USERNAME", Seen;
    /// Somebody else has the nickname.
    NicknameTaken: Blocks, "User.CommunityNickname", Seen;
    /// The user has another licence.
    UserLicenceWrong: Blocks, "Profile.UserLicenseId", Seen;
    /// The user has another profile.
    ProfileWrong: Blocks, "User.ProfileId", Seen;
    /// The user may use more than the API.
    NotApiOnly: Blocks, "PermissionSet.PermissionsApiUserOnly", Inferred;
    /// The user is not active.
    UserInactive: Blocks, "User.IsActive", Seen;
    /// The user is frozen.
    UserFrozen: Blocks, "UserLogin.IsFrozen", Seen;
    /// The user has not verified the e-mail address.
    UserUnverified: Blocks, "User.HasUserVerifiedEmail", Seen;
    /// The address ends in `.invalid`, as in a copied sandbox: no mail arrives.
    UserEmailInvalid: Risk, "User.Email", Seen;
    /// The user has the older API-only profile.
    ProfileLegacy: Note, "Profile.Name", Seen;
    /// The alias was cut to eight characters.
    AliasCut: Note, "User.Alias", Seen;
    /// The user is locked out after wrong passwords.
    UserLocked: Blocks, "UserLogin.IsPasswordLocked", Seen;
    /// The user's password has expired.
    PasswordExpired: Risk, "sobjects/User/password isExpired", Seen;
    /// The user has no verification method yet, which the login asks for.
    NoVerificationMethod: Risk, "TwoFactorMethodsInfo", Seen;
    /// A login waits for the code that was mailed.
    DeviceCodePending: Risk, "LoginHistory.Status", Inferred;
    /// The user may log in by single sign-on only.
    SsoOnly: Risk, "PermissionSet.PermissionsIsSsoEnabled", Inferred;
    /// A login was refused for the time of day.
    LoginHours: Risk, "LoginHistory.Status", Inferred;
    /// A login was refused for its network address.
    IpRange: Risk, "LoginHistory.Status", Inferred;
    /// The permission set is not assigned.
    AssignmentAbsent: Blocks, "PermissionSetAssignment", Seen;
    /// The assignment has expired.
    AssignmentExpired: Blocks, "PermissionSetAssignment.ExpirationDate", Seen;
    /// The assignment was taken back.
    AssignmentRevoked: Blocks, "PermissionSetAssignment.IsActive", Seen;
    /// The permission set is assigned to somebody else.
    AssignmentOtherUser: Blocks, "PermissionSetAssignment.AssigneeId", Seen;
    /// A permission set with nearly the same name is assigned instead.
    AssignmentLookAlikeSet: Blocks, "PermissionSetAssignment.PermissionSetId", Seen;
    /// The group that brings the permission set has not been recalculated.
    GroupStale: Risk, "PermissionSetGroup.Status", Seen;
    /// The group takes away what the form needs.
    GroupMuted: Blocks, "MutingPermissionSet", Seen;
    /// The permission set licence is not assigned.
    LicenceAssignmentAbsent: Blocks, "PermissionSetLicenseAssign", Seen;
    /// A mapped field does not exist, or is hidden.
    FieldAbsent: Blocks, "describe fields.name", Seen;
    /// A mapped field cannot be written by anybody.
    FieldReadOnly: Blocks, "describe fields.createable", Seen;
    /// Two questions go into one field.
    FieldMappedTwice: Risk, "mapping", Seen;
    /// A field that every record needs is not mapped.
    RequiredFieldUnmapped: Blocks, "describe fields.nillable", Seen;
    /// A needed field is fed by a question that may stay empty.
    RequiredFieldOptionalQuestion: Risk, "form questions.required", Seen;
    /// A needed field is fed by a question that may be hidden.
    RequiredFieldConditional: Risk, "form page setConditions", Seen;
    /// The question's kind of answer does not fit the field.
    TypeConflict: Risk, "describe fields.type", Seen;
    /// The field cuts or refuses long answers.
    FieldTooShort: Risk, "describe fields.length", Seen;
    /// A choice of the form is no value of the picklist.
    PicklistValueOutside: Risk, "describe fields.picklistValues", Seen;
    /// States and countries are picklists, and the form takes any text.
    StateCountryOutside: Risk, "describe fields.picklistValues", Seen;
    /// The object has several record types, and the form names none.
    RecordTypeOpen: Note, "describe recordTypeInfos", Seen;
    /// Person accounts are on: Name cannot be written on a person.
    PersonAccount: Risk, "describe fields.IsPersonAccount", Seen;
    /// A campaign member needs a lead or a contact.
    CampaignMemberParent: Blocks, "mapping", Seen;
    /// A duplicate rule may refuse the record.
    DuplicateRuleActive: Risk, "DuplicateRule.IsActive", Seen;
    /// A validation rule may refuse the record.
    ValidationRuleActive: Note, "ValidationRule.Active", Seen;
    /// A trigger may change or refuse the record.
    TriggerActive: Note, "ApexTrigger.Status", Seen;
    /// A flow may change or refuse the record.
    FlowActive: Note, "FlowDefinitionView.IsActive", Seen;
    /// An assignment rule may change the owner.
    AssignmentRuleActive: Note, "AssignmentRule.Active", Seen;
    /// The org blocks Jotform's app because it is not installed.
    AppBlocked: Blocks, "ConnectedApplication.Name", Seen;
    /// Only users whom an administrator has approved may use the app.
    AppAdminApprovedOnly: Risk, "ConnectedApplication.OptionsAllowAdminApprovedUsersOnly", Seen;
    /// The app wants a high-assurance session.
    AppHighAssurance: Risk, "ConnectedApplication.OptionsHasSessionLevelPolicy", Seen;
    /// The connection ends by itself after a while.
    AppShortRefresh: Risk, "ConnectedApplication.RefreshTokenValidityPeriod", Seen;
    /// Jotform holds no token of this user.
    TokenAbsent: Blocks, "OauthToken.UserId", Seen;
    /// Jotform is connected as the administrator (or somebody else).
    TokenOtherUser: Blocks, "OauthToken.UserId", Seen;
    /// The form's connection is of a user whom this org does not know.
    TokenOtherOrg: Blocks, "builder page", Inferred;
    /// The connection has not been used yet.
    TokenUnused: Note, "OauthToken.UseCount", Seen;
    /// Four of five approvals are used; the sixth ends the first.
    TokenNearlyTooMany: Risk, "OauthToken.UserId", Seen;
    /// The last login of Jotform's app failed.
    LoginFailing: Risk, "LoginHistory.Status", Seen;
    /// Updating looks for the record by fields that are not mapped.
    UpdateWithoutSearchFields: Blocks, "mapping", Seen;
    /// A mapped question is no longer in the form.
    MappingStale: Blocks, "form questions.id", Seen;
    /// The form takes files, and attachments are off.
    AttachmentsOff: Risk, "form questions.type", Seen;
    /// The form is encrypted, and may send nothing.
    FormEncrypted: Risk, "form page encryptionProtocol", Seen;
    /// A HIPAA form may send nothing.
    FormHipaa: Risk, "host", Inferred;
    /// A payment form sends after the payment only.
    FormPayment: Risk, "form questions.type", Inferred;
    /// The form was copied, and a copy needs an integration of its own.
    FormCloned: Risk, "page title", Inferred;
    /// No record of the test submission.
    ProofRecordAbsent: Blocks, "record", Seen;
    /// Somebody else made the record.
    ProofRecordOtherUser: Blocks, "record CreatedById", Seen;
    /// A field of the record holds something else than was sent.
    ValueChanged: Risk, "record", Seen;
}
