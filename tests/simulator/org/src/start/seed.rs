//! The standard org: its own row, licences, profiles and what profiles may do.

use serde_json::{Value, json};

use super::{OrgStart, ProfileStart};
use crate::Record;
use crate::clock::stamp;
use crate::org::Org;
use crate::rules::record;
use crate::schema::{Field, Object};
use crate::settings::OrgKind;
use crate::standard::{PERMISSION_SET_LICENSES, PROFILES, Profile, Rights, USER_LICENSES};

/// Puts the standard rows into an org without any.
pub(super) fn seed(org: &mut Org, start: &OrgStart) {
    organization(org, start);
    licenses(org, start);
    for profile in &PROFILES {
        let name = org.settings.label(profile.label);
        self::profile(org, profile, name, &ProfileStart::default());
    }
    for custom in &start.profiles {
        if let Some(like) = PROFILES.iter().find(|profile| profile.label == custom.like) {
            self::profile(org, like, &custom.name, custom);
        }
    }
}

fn stamped(org: &Org, fields: Value) -> Record {
    let now = Value::from(org.clock.stamp());
    let mut row = record(fields);
    for name in ["CreatedDate", "LastModifiedDate", "SystemModstamp"] {
        row.insert(name.to_owned(), now.clone());
    }
    row
}

fn organization(org: &mut Org, start: &OrgStart) {
    let settings = &org.settings;
    let temporary = matches!(settings.kind, OrgKind::Scratch | OrgKind::Demo);
    let trial = temporary.then(|| stamp(org.clock.now() + chrono::Duration::days(30)));
    let fields = json!({
        "Id": settings.organization_id, "Name": settings.name, "OrganizationType": settings.edition,
        "IsSandbox": settings.kind == OrgKind::Sandbox, "InstanceName": settings.instance,
        "LanguageLocaleKey": settings.language, "DefaultLocaleSidKey": "en_US",
        "TimeZoneSidKey": "America/Los_Angeles", "TrialExpirationDate": trial, "UiSkin": "Theme3",
        "DefaultLeadAccess": "ReadEditTransfer", "DefaultContactAccess": "ControlledByParent",
        "DefaultAccountAccess": "Edit", "DefaultOpportunityAccess": "Edit", "DefaultCaseAccess": "ReadEditTransfer",
    });
    let (id, mut row) = (settings.organization_id.clone(), stamped(org, fields));
    for (object, default) in &start.sharing {
        row.insert(format!("Default{object}Access"), Value::from(default.as_str()));
    }
    org.store.put("Organization", &id, row);
}

fn licenses(org: &mut Org, start: &OrgStart) {
    let language = org.settings.language.clone();
    for license in &USER_LICENSES {
        let changed = start
            .user_licenses
            .iter()
            .find(|seats| seats.name == license.name);
        let total = changed.map_or(usual_seats(start, license.label, license.seats), |seats| {
            seats.total
        });
        if total == 0 {
            continue;
        }
        let fields = json!({
            "Name": license.name, "LicenseDefinitionKey": license.key, "TotalLicenses": total, "UsedLicenses": 0,
            "MasterLabel": org.settings.label(license.label), "Status": status(changed.is_some_and(|s| s.disabled)),
        });
        let row = stamped(org, fields);
        org.store.insert("UserLicense", "100", row);
    }
    for license in &PERMISSION_SET_LICENSES {
        let changed = start
            .permission_set_licenses
            .iter()
            .find(|seats| seats.name == license.developer_name);
        let total = changed.map_or(usual_seats(start, license.label, license.seats), |seats| {
            seats.total
        });
        if total == 0 {
            continue;
        }
        let fields = json!({
            "DeveloperName": license.developer_name, "PermissionSetLicenseKey": license.developer_name,
            "MasterLabel": org.settings.label(license.label), "Language": language, "TotalLicenses": total,
            "UsedLicenses": 0, "Status": status(changed.is_some_and(|s| s.disabled)),
            "ExpirationDate": changed.and_then(|seats| seats.expires.clone()),
        });
        let row = stamped(org, fields);
        org.store.insert("PermissionSetLicense", "0PL", row);
    }
}

/// The seats of a licence where the start state says nothing: the editions below Enterprise have none for integrations
/// (Salesforce fact §7, seen).
fn usual_seats(start: &OrgStart, license: &str, seats: i64) -> i64 {
    let integrates = ["Enterprise", "Unlimited", "Performance", "Developer"];
    let small = !integrates
        .iter()
        .any(|edition| start.edition.starts_with(edition));
    if small && license.contains("Integration") {
        0
    } else {
        seats
    }
}

fn status(disabled: bool) -> &'static str {
    if disabled { "Disabled" } else { "Active" }
}

/// A profile and its own permission set, which carries the profile's rights (Salesforce fact §7, inferred).
fn profile(org: &mut Org, profile: &Profile, name: &str, custom: &ProfileStart) {
    let license = org
        .store
        .find("UserLicense", "Name", profile.license)
        .and_then(|row| row.get("Id"))
        .cloned();
    let Some(license) = license else { return };
    let mut fields = stamped(
        org,
        json!({"Name": name, "UserLicenseId": license, "UserType": "Standard"}),
    );
    let mut set = stamped(
        org,
        json!({
            "Label": "00ex00000000000", "IsOwnedByProfile": true, "IsCustom": false, "LicenseId": license,
            "HasActivationRequired": false, "Type": "Profile",
        }),
    );
    let system = profile.rights.system();
    let approves =
        profile.rights == Rights::Administrator && org.settings.security.administrators_approve_apps;
    for right in crate::schema::SYSTEM_PERMISSIONS {
        let given = |names: &[String]| names.iter().any(|name| name == right);
        let on = system.contains(&right)
            || (approves && right == "CanApproveUninstalledApps")
            || given(&custom.with);
        let on = on && !given(&custom.without);
        fields.insert(format!("Permissions{right}"), Value::from(on));
        set.insert(format!("Permissions{right}"), Value::from(on));
    }
    let id = org.store.insert("Profile", "00e", fields);
    set.insert("ProfileId".to_owned(), Value::from(id.as_str()));
    set.insert(
        "Name".to_owned(),
        Value::from(format!("X{}", crate::id::short_id(&id))),
    );
    let set = org.store.insert("PermissionSet", "0PS", set);
    if matches!(profile.rights, Rights::Administrator | Rights::Standard) {
        grant_business_objects(org, &set, profile.rights == Rights::Administrator);
    }
    grant(org, &set, custom);
}

/// What a profile that is not standard has besides.
fn grant(org: &mut Org, set: &str, custom: &ProfileStart) {
    let rights = |rights: &[super::ObjectRight]| -> Record {
        let one = |right: &super::ObjectRight| (right.field().to_owned(), Value::from(true));
        rights.iter().map(one).collect()
    };
    for (object, granted) in &custom.object_permissions {
        let mut row = stamped(org, json!({"ParentId": set, "SobjectType": object}));
        row.extend(rights(granted));
        org.store.insert("ObjectPermissions", "110", row);
    }
    for (field, granted) in &custom.field_permissions {
        let object = field.split('.').next().unwrap_or_default();
        let mut row = stamped(
            org,
            json!({"ParentId": set, "SobjectType": object, "Field": field}),
        );
        row.extend(rights(granted));
        org.store.insert("FieldPermissions", "01k", row);
    }
}

fn grant_business_objects(org: &mut Org, set: &str, everything: bool) {
    let schema = std::sync::Arc::clone(&org.schema);
    for object in schema.objects().filter(|object| !object.is_setup()) {
        let permissions = json!({
            "ParentId": set, "SobjectType": object.name, "PermissionsRead": true, "PermissionsCreate": true,
            "PermissionsEdit": true, "PermissionsDelete": everything, "PermissionsViewAllRecords": everything,
            "PermissionsModifyAllRecords": everything, "PermissionsViewAllFields": false,
        });
        let permissions = stamped(org, permissions);
        org.store.insert("ObjectPermissions", "110", permissions);
        for field in object
            .fields
            .iter()
            .filter(|field| carries_permissions(object, field))
        {
            let permissions = json!({
                "ParentId": set, "SobjectType": object.name, "Field": format!("{}.{}", object.name, field.name),
                "PermissionsRead": true, "PermissionsEdit": true,
            });
            let permissions = stamped(org, permissions);
            org.store.insert("FieldPermissions", "01k", permissions);
        }
    }
}

/// Whether field permissions sit on this field: not on parts of a compound field, but on the compound field itself.
pub(crate) fn carries_permissions(object: &Object, field: &Field) -> bool {
    !object.is_setup() && field.permissionable && field.compound.is_none()
}
