//! Which check a cause stands at: where that check says that it could not look, the cause is not missed.

use waymark_core::check::{Cause, CheckId, Outcome, Report};

/// The name of the check that a cause stands at.
pub fn check_of(cause: Cause) -> &'static str {
    use Cause::*;
    match cause {
        SessionAbsent
        | SessionExpired
        | SessionOtherOrg
        | SessionOtherUser
        | SessionIsIntegrationUser
        | SessionIpLocked
        | ApiAccessControl
        | RequestLimit
        | ApiDisabled => "session",
        RightMissing => "administrator-rights",
        TrialEnding | StorageFull | RequestsRunningOut => "org",
        UserLicenceUsedUp
        | PermissionSetLicenceUsedUp
        | UserLicenceAbsent
        | PermissionSetLicenceAbsent
        | UserLicenceDisabled
        | PermissionSetLicenceDisabled
        | PermissionSetLicenceExpired => "seats",
        PermissionSetAbsent | SessionActivationRequired => "permission-set",
        PermissionSetLookAlikeLicence | PermissionSetNoLicence => "permission-set-licence",
        PermissionSetDuplicateLabel | PermissionSetManaged | PermissionSetShared => "permission-set-own",
        ObjectPermissionMissing | ParentObjectMissing => "object-access",
        FieldPermissionMissing => "field-access",
        LookupTargetUnreadable => "references",
        FilesNotCreatable => "files",
        PackageLicenceAbsent => "package",
        SharingPrivate => "sharing",
        OverPrivileged | SurplusAccess => "least-privilege",
        UserAbsent | UsernameTaken | NicknameTaken => "user",
        UserLicenceWrong => "user-licence",
        ProfileWrong => "profile",
        NotApiOnly => "api-only",
        UserInactive | UserFrozen => "user-active",
        UserUnverified => "user-verified",
        UserEmailInvalid | ProfileLegacy | AliasCut => "user-details",
        UserLocked | PasswordExpired | NoVerificationMethod | DeviceCodePending | SsoOnly | LoginHours
        | IpRange => "user-login",
        AssignmentAbsent
        | AssignmentExpired
        | AssignmentRevoked
        | AssignmentOtherUser
        | AssignmentLookAlikeSet => "assignment",
        GroupStale | GroupMuted => "group",
        LicenceAssignmentAbsent => "licence-assignment",
        ObjectAbsent => "object",
        FieldAbsent
        | FieldReadOnly
        | FieldMappedTwice
        | RequiredFieldUnmapped
        | RequiredFieldOptionalQuestion
        | RequiredFieldConditional
        | TypeConflict
        | FieldTooShort
        | PicklistValueOutside
        | StateCountryOutside
        | RecordTypeOpen
        | PersonAccount
        | CampaignMemberParent => "mapping",
        DuplicateRuleActive | ValidationRuleActive | TriggerActive | FlowActive | AssignmentRuleActive => {
            "automation"
        }
        AppBlocked => "app-allowed",
        AppAdminApprovedOnly | AppHighAssurance | AppShortRefresh => "app-policy",
        TokenAbsent | TokenOtherUser | TokenOtherOrg => "token",
        TokenUnused | TokenNearlyTooMany | LoginFailing => "token-use",
        UpdateWithoutSearchFields
        | MappingStale
        | AttachmentsOff
        | FormEncrypted
        | FormHipaa
        | FormPayment
        | FormCloned => "form",
        ProofRecordAbsent | ProofRecordOtherUser => "proof-record",
        ValueChanged => "proof-values",
        StockUser | StockSet => "stock",
    }
}

/// Whether the report names the cause.
pub fn names(report: &Report, cause: Cause) -> bool {
    report
        .answers
        .iter()
        .any(|(_, outcome)| outcome.causes().any(|named| named == cause))
}

/// Whether the report says that it could not look where the cause stands.
pub fn could_not_look(report: &Report, cause: Cause) -> bool {
    let at = check_of(cause);
    report
        .answers
        .iter()
        .any(|(id, outcome)| name_of(*id) == at && matches!(outcome, Outcome::CouldNotCheck(_)))
}

/// The name of a check as guides write it.
pub fn name_of(id: CheckId) -> String {
    let name = serde_json::to_value(id).unwrap_or_default();
    name.as_str().unwrap_or_default().to_owned()
}

/// The name of a cause as guides write it.
pub fn name_of_cause(cause: Cause) -> String {
    let name = serde_json::to_value(cause).unwrap_or_default();
    name.as_str().unwrap_or_default().to_owned()
}
