//! Object and field permissions, and what else decides whether records are found and made (Salesforce fact §7).

use serde_json::{Value, json};
use simulated_org::start::ObjectRight;
use waymark_core::check::Cause::{
    FieldPermissionMissing, FilesNotCreatable, LookupTargetUnreadable, ObjectPermissionMissing,
    PackageLicenceAbsent, ParentObjectMissing, SharingPrivate,
};

use super::Fault;
use super::Touched::{Access, Assignment, Form, Set};
use crate::more_healthy::{edit, map_question, own_field, update};
use crate::object::{self, CUSTOM};
use crate::world::{COLLEAGUE, SET, World};

const ACCESS: &[super::Touched] = &[Access, Set, Assignment];
const WITH_FORM: &[super::Touched] = &[Access, Set, Assignment, Form];

pub(super) const FAULTS: &[Fault] = &[
    Fault::new(
        "the set grants nothing at all",
        &[ObjectPermissionMissing],
        ACCESS,
        |world| {
            world.set().object_permissions.clear();
            world.set().field_permissions.clear();
        },
    )
    .on(granted_by_set),
    Fault::new("Create is missing", &[ObjectPermissionMissing], ACCESS, |world| {
        lose(world, ObjectRight::Create)
    })
    .on(granted_by_set),
    Fault::new(
        "Edit is missing although records are updated",
        &[ObjectPermissionMissing],
        WITH_FORM,
        |world| {
            world.integration().update_existing = true;
            lose(world, ObjectRight::Edit);
        },
    )
    .on(|world| granted_by_set(world) && can_update(world)),
    Fault::new(
        "the set grants another object",
        &[ObjectPermissionMissing],
        ACCESS,
        |world| {
            let rights = vec![ObjectRight::Read, ObjectRight::Create];
            let set = world.set();
            set.object_permissions = [("Campaign".to_owned(), rights)].into();
            set.field_permissions.clear();
        },
    )
    .on(granted_by_set),
    Fault::new(
        "no field is granted",
        &[FieldPermissionMissing],
        ACCESS,
        |world| world.set().field_permissions.clear(),
    )
    .on(granted_by_set),
    Fault::new(
        "the first field is not granted",
        &[FieldPermissionMissing],
        ACCESS,
        |world| {
            field(world, false, None);
        },
    )
    .on(granted_by_set),
    Fault::new(
        "the last field is not granted",
        &[FieldPermissionMissing],
        ACCESS,
        |world| field(world, true, None),
    )
    .on(granted_by_set),
    Fault::new(
        "the first field may only be read",
        &[FieldPermissionMissing],
        ACCESS,
        |world| {
            field(world, false, Some(ObjectRight::Read));
        },
    )
    .on(granted_by_set),
    Fault::new(
        "the last field may only be read",
        &[FieldPermissionMissing],
        ACCESS,
        |world| {
            field(world, true, Some(ObjectRight::Read));
        },
    )
    .on(granted_by_set),
    Fault::new(
        "a field of the org's own is mapped and not granted",
        &[FieldPermissionMissing],
        WITH_FORM,
        |world| {
            own_field(world, "Campaign_Code__c", "string", &[], false);
            map_question(world, "control_hidden", "Campaign_Code__c", &[]);
            let field = format!("{}.Campaign_Code__c", world.object());
            world.set().field_permissions.remove(&field);
        },
    )
    .on(granted_by_set),
    Fault::new(
        "all fields may be seen, and one may not be edited",
        &[FieldPermissionMissing],
        ACCESS,
        |world| {
            let object = world.object().to_owned();
            if let Some(rights) = world.set().object_permissions.get_mut(&object) {
                rights.push(ObjectRight::ViewAllFields);
            }
            field(world, false, None);
        },
    )
    .on(granted_by_set),
    Fault::new(
        "accounts may not be read, on which contacts depend",
        &[ParentObjectMissing],
        ACCESS,
        |world| {
            world.take_away(
                "ObjectPermissions",
                json!({"ParentId": {"PermissionSet": SET}, "SobjectType": "Account"}),
            );
        },
    )
    .on(|world| world.writes("Contact") && granted_by_set(world) && !grouped(world)),
    Fault::new(
        "a mapped lookup leads to an object that may not be read",
        &[LookupTargetUnreadable],
        WITH_FORM,
        |world| {
            lookup(world, "Campaign");
        },
    )
    .on(granted_by_set),
    Fault::new(
        "a mapped lookup leads to products that may not be read",
        &[LookupTargetUnreadable],
        WITH_FORM,
        |world| {
            lookup(world, "Opportunity");
        },
    )
    .on(granted_by_set),
    Fault::new(
        "files are attached without Edit",
        &[FilesNotCreatable],
        WITH_FORM,
        |world| {
            world.integration().attachments = true;
            upload(world);
            lose(world, ObjectRight::Edit);
        },
    )
    .on(granted_by_set),
    Fault::new(
        "the submission's PDF is attached without Edit",
        &[FilesNotCreatable],
        WITH_FORM,
        |world| {
            world.integration().attachments = true;
            lose(world, ObjectRight::Edit);
        },
    )
    .on(granted_by_set),
    Fault::new(
        "the object's package is not licensed to the user",
        &[PackageLicenceAbsent],
        WITH_FORM,
        |world| {
            packaged(world, false);
        },
    )
    .on(custom_alone),
    Fault::new(
        "the object's package is licensed to somebody else",
        &[PackageLicenceAbsent],
        WITH_FORM,
        |world| {
            packaged(world, true);
        },
    )
    .on(custom_alone),
    Fault::new(
        "a private default, and records are updated",
        &[SharingPrivate],
        WITH_FORM,
        |world| {
            update(world);
            shared(world);
        },
    )
    .on(|world| granted_by_set(world) && can_update(world)),
];

/// Orgs in which the journey's set alone grants, so that what it lacks is lacking.
pub(super) fn granted_by_set(world: &World) -> bool {
    let org = &world.start.org;
    let muted = org
        .permission_set_groups
        .iter()
        .any(|group| group.muted.is_some());
    org.profiles.is_empty() && org.permission_sets.len() == 1 && !muted
}

fn grouped(world: &World) -> bool {
    !world.start.org.permission_set_groups.is_empty()
}

/// The objects whose search fields are known and mapped (Jotform fact §4, seen).
pub(super) fn can_update(world: &World) -> bool {
    ["Lead", "Contact", "Account"].contains(&world.object())
}

fn custom_alone(world: &World) -> bool {
    world.writes(CUSTOM) && granted_by_set(world) && !grouped(world)
}

/// The set no longer grants this right on the object.
fn lose(world: &mut World, right: ObjectRight) {
    let object = world.object().to_owned();
    if let Some(rights) = world.set().object_permissions.get_mut(&object) {
        rights.retain(|own| *own != right);
    }
}

/// The first or last field is granted no more than this.
fn field(world: &mut World, last: bool, keeps: Option<ObjectRight>) {
    let object = world.object().to_owned();
    let fields = object::permission_fields(&object);
    let Some(field) = (if last { fields.last() } else { fields.first() }) else {
        return;
    };
    let name = format!("{object}.{field}");
    let granted = &mut world.set().field_permissions;
    match keeps {
        Some(right) => granted.insert(name, vec![right]),
        None => granted.remove(&name),
    };
}

fn lookup(world: &mut World, target: &str) {
    own_field(world, "Origin__c", "reference", &[], false);
    let object = world.object().to_owned();
    if let Some(field) = world
        .start
        .org
        .custom_fields
        .get_mut(&object)
        .and_then(|fields| fields.last_mut())
    {
        field.reference_to = Some(target.to_owned());
    }
    map_question(world, "control_hidden", "Origin__c", &[]);
}

/// The form takes a file.
pub(super) fn upload(world: &mut World) {
    world.form().questions.push(simulated_org::start::QuestionStart {
        id: "20".to_owned(),
        kind: "control_fileupload".to_owned(),
        label: "Your file".to_owned(),
        name: "yourFile".to_owned(),
        ..simulated_org::start::QuestionStart::default()
    });
}

fn shared(world: &mut World) {
    edit(world);
    let object = world.object().to_owned();
    world.start.org.sharing.insert(object, "None".to_owned());
}

/// The object belongs to a package whose licences are given by name.
fn packaged(world: &mut World, to_colleague: bool) {
    let renamed = format!("acme__{CUSTOM}");
    let rename = |text: &mut String| *text = text.replace(CUSTOM, &renamed);
    world.integration().object.clone_from(&renamed);
    for object in &mut world.start.org.custom_objects {
        rename(&mut object.name);
    }
    for record in &mut world.start.org.records {
        rename(&mut record.object);
    }
    let set = world.set();
    set.object_permissions = object::object_permissions(&renamed, false);
    let granted = std::mem::take(&mut set.field_permissions);
    set.field_permissions = granted
        .into_iter()
        .map(|(field, rights)| (field.replace(CUSTOM, &renamed), rights))
        .collect();
    let package: Value = json!({
        "NamespacePrefix": "acme", "Status": "Active", "AllowedLicenses": 5, "UsedLicenses": i32::from(to_colleague),
    });
    world.add("PackageLicense", package);
    if to_colleague {
        world.colleague();
        world.add(
            "UserPackageLicense",
            json!({"PackageLicenseId": {"PackageLicense": "acme"}, "UserId": {"User": COLLEAGUE}}),
        );
    }
}
