//! What grants access: permission sets, their licences, assignments, groups, object and field permissions (Salesforce fact §7).

use super::FieldType::{Date, DateTime, Int, String};
use super::field::{Field, area, flag, pick, plain, refer, text};
use super::object::Object;
use super::user_objects::permission_flags;

pub(super) fn objects() -> Vec<Object> {
    let mut all = sets();
    all.extend(permissions());
    all.extend(virtual_objects());
    all
}

fn sets() -> Vec<Object> {
    let mut set_fields = vec![
        text("Name", 80).required().label("Permission Set Name"),
        text("Label", 80).required().label("Permission Set Label"),
        refer("LicenseId", &["PermissionSetLicense", "UserLicense"]).create_only(),
        refer("ProfileId", &["Profile"]).read_only(),
        flag("IsOwnedByProfile").read_only(),
        flag("IsCustom").read_only(),
        flag("HasActivationRequired").label("Session Activation Required"),
        refer("PermissionSetGroupId", &["PermissionSetGroup"]).read_only(),
        area("Description", 255),
        text("NamespacePrefix", 15).read_only(),
        pick("Type", &["Regular", "Standard", "Session", "Profile", "Group"]).read_only(),
    ];
    set_fields.extend(permission_flags());
    let license = vec![
        text("DeveloperName", 80).required(),
        text("Language", 40),
        text("MasterLabel", 80)
            .required()
            .label("Permission Set License Label"),
        text("PermissionSetLicenseKey", 80),
        pick("Status", &["Active", "Disabled"]),
        plain("TotalLicenses", Int),
        plain("UsedLicenses", Int),
        plain("ExpirationDate", Date),
    ];
    let license_assign = vec![
        refer("PermissionSetLicenseId", &["PermissionSetLicense"])
            .required()
            .create_only()
            .listed_as("Assignments"),
        refer("AssigneeId", &["User"])
            .required()
            .create_only()
            .listed_as("PermissionSetLicenseAssignments"),
    ];
    let assignment = vec![
        refer("PermissionSetId", &["PermissionSet"])
            .create_only()
            .listed_as("Assignments"),
        refer("PermissionSetGroupId", &["PermissionSetGroup"])
            .create_only()
            .listed_as("Assignments"),
        refer("AssigneeId", &["User"])
            .required()
            .create_only()
            .listed_as("PermissionSetAssignments"),
        plain("ExpirationDate", DateTime),
        flag("IsActive").default(true).read_only(),
        flag("IsRevoked").read_only(),
    ];
    let group = vec![
        text("DeveloperName", 80).required().unique(),
        text("MasterLabel", 80)
            .required()
            .label("Permission Set Group Label"),
        area("Description", 255),
        pick("Status", &["Updated", "Outdated", "Updating", "Failed"]).read_only(),
        flag("HasActivationRequired"),
        text("NamespacePrefix", 15).read_only(),
    ];
    let component = vec![
        refer("PermissionSetGroupId", &["PermissionSetGroup"])
            .required()
            .create_only()
            .listed_as("PermissionSetGroupComponents"),
        refer("PermissionSetId", &["PermissionSet", "MutingPermissionSet"])
            .required()
            .create_only(),
    ];
    let mut muting = vec![
        text("DeveloperName", 80).required().unique(),
        text("MasterLabel", 80).required(),
        area("Description", 255),
    ];
    muting.extend(permission_flags());
    let manage = "ManageProfilesPermissionsets";
    vec![
        Object::new("PermissionSet", "0PS", set_fields)
            .setup("ViewSetup", manage)
            .stamped(),
        Object::new("PermissionSetLicense", "0PL", license)
            .setup("ViewSetup", manage)
            .kept_by_org()
            .stamped(),
        Object::new("PermissionSetLicenseAssign", "2LA", license_assign)
            .setup("ViewSetup", "AssignPermissionSets")
            .stamped(),
        Object::new("PermissionSetAssignment", "0Pa", assignment)
            .setup("ViewSetup", "AssignPermissionSets")
            .stamped(),
        Object::new("PermissionSetGroup", "0PG", group)
            .setup("ViewSetup", manage)
            .stamped(),
        Object::new("PermissionSetGroupComponent", "0PH", component)
            .setup("ViewSetup", manage)
            .stamped(),
        Object::new("MutingPermissionSet", "0QM", muting)
            .setup("ViewSetup", manage)
            .stamped(),
    ]
}

fn permissions() -> Vec<Object> {
    let object = vec![
        refer("ParentId", &["PermissionSet", "MutingPermissionSet"])
            .required()
            .create_only()
            .listed_as("ObjectPerms"),
        text("SobjectType", 40).required().create_only(),
        flag("PermissionsRead"),
        flag("PermissionsCreate"),
        flag("PermissionsEdit"),
        flag("PermissionsDelete"),
        flag("PermissionsViewAllRecords"),
        flag("PermissionsModifyAllRecords"),
        flag("PermissionsViewAllFields"),
    ];
    let field = vec![
        refer("ParentId", &["PermissionSet", "MutingPermissionSet"])
            .required()
            .create_only()
            .listed_as("FieldPerms"),
        text("SobjectType", 40).required().create_only(),
        text("Field", 255).required().create_only(),
        flag("PermissionsRead"),
        flag("PermissionsEdit"),
    ];
    let manage = "ManageProfilesPermissionsets";
    vec![
        Object::new("ObjectPermissions", "110", object)
            .setup("ViewSetup", manage)
            .stamped(),
        Object::new("FieldPermissions", "01k", field)
            .setup("ViewSetup", manage)
            .stamped(),
    ]
}

/// Objects whose rows follow from others for whoever asks.
fn virtual_objects() -> Vec<Object> {
    let user_access = permission_flags().map(Field::read_only).collect();
    let entity = vec![
        text("DurableId", 120).read_only(),
        text("QualifiedApiName", 70).read_only(),
        text("DeveloperName", 80).read_only(),
        text("Label", 80).read_only(),
        text("PluralLabel", 80).read_only(),
        text("KeyPrefix", 3).read_only(),
        text("NamespacePrefix", 15).read_only(),
        flag("IsCustomizable").read_only(),
        flag("IsQueryable").read_only(),
        text("InternalSharingModel", 40).read_only(),
        text("ExternalSharingModel", 40).read_only(),
    ];
    let of_user = |flags: &[&str]| {
        let durable = ["DurableId", "FieldDefinitionId"].map(|name| text(name, 255).read_only());
        let entity = Field {
            kind: String,
            ..refer("EntityDefinitionId", &["EntityDefinition"]).read_only()
        };
        let flags = flags.iter().map(|name| flag(name).read_only());
        let fixed = durable
            .into_iter()
            .chain([entity, refer("UserId", &["User"]).read_only()]);
        fixed.chain(flags).collect::<Vec<Field>>()
    };
    let mut user_entity = of_user(&["IsReadable", "IsCreatable", "IsEditable", "IsDeletable"]);
    user_entity.retain(|field| field.name != "FieldDefinitionId");
    let user_field = of_user(&["IsAccessible", "IsCreatable", "IsUpdatable"]);
    vec![
        Object::new("UserPermissionAccess", "0UP", user_access)
            .setup("ApiEnabled", "ApiEnabled")
            .kept_by_org(),
        Object::new("EntityDefinition", "4ie", entity)
            .setup("ApiEnabled", "ApiEnabled")
            .kept_by_org(),
        Object::new("UserEntityAccess", "", user_entity)
            .setup("ViewSetup", "ViewSetup")
            .kept_by_org(),
        Object::new("UserFieldAccess", "", user_field)
            .setup("ViewSetup", "ViewSetup")
            .kept_by_org(),
    ]
}
