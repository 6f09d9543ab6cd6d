//! The permission set and its licence (Salesforce facts §4, §7).

use serde_json::json;
use simulated_org::start::{AssignmentStart, ObjectRight, PermissionSetStart};
use waymark_core::check::Cause::{
    OverPrivileged, PermissionSetAbsent, PermissionSetDuplicateLabel, PermissionSetLookAlikeLicence,
    PermissionSetManaged, PermissionSetNoLicence, PermissionSetShared, SessionActivationRequired,
    SurplusAccess,
};

use super::Fault;
use super::Touched::{Access, App, Assignment, Login, Proof, Seats, Set, User};
use crate::object;
use crate::world::{COLLEAGUE, SET, SET_LABEL, SET_LICENCE, USER_LICENCE, World};

const BEFORE_ASSIGNMENT: &[super::Touched] = &[Set, Assignment, Access, Seats, App, Proof];
const NO_USER: &[super::Touched] = &[Set, User, Login, Assignment, Access, Seats, App, Proof];

/// What the user may do is what is assigned.
const HELD: &[super::Touched] = &[Set, Assignment, Access];

pub(super) const FAULTS: &[Fault] = &[
    Fault::new(
        "there is no permission set",
        &[PermissionSetAbsent],
        BEFORE_ASSIGNMENT,
        |world| {
            not_assigned(world);
            world.start.org.permission_sets.retain(|set| set.name != SET);
        },
    )
    .on(direct),
    Fault::new(
        "there is only a set of another name",
        &[PermissionSetAbsent],
        BEFORE_ASSIGNMENT,
        |world| {
            not_assigned(world);
            let set = world.set();
            (set.name, set.label) = ("Web_Forms".to_owned(), "Web forms".to_owned());
        },
    )
    .on(direct),
    Fault::new(
        "the look-alike licence was chosen",
        &[PermissionSetLookAlikeLicence],
        BEFORE_ASSIGNMENT,
        |world| {
            not_assigned(world);
            let set = world.set();
            set.license = Some(USER_LICENCE.to_owned());
            set.object_permissions.clear();
            set.field_permissions.clear();
        },
    )
    .on(direct),
    Fault::new(
        "the look-alike licence was chosen, and the set is assigned",
        &[PermissionSetLookAlikeLicence],
        BEFORE_ASSIGNMENT,
        |world| {
            let set = world.set();
            set.license = Some(USER_LICENCE.to_owned());
            set.object_permissions.clear();
            set.field_permissions.clear();
        },
    )
    .on(direct),
    Fault::new(
        "another permission set licence was chosen",
        &[PermissionSetLookAlikeLicence],
        BEFORE_ASSIGNMENT,
        |world| {
            world.set().license = Some("IdentityConnect".to_owned());
            without_access(world);
        },
    )
    .on(direct),
    Fault::new(
        "the licence of ordinary users was chosen",
        &[PermissionSetLookAlikeLicence],
        BEFORE_ASSIGNMENT,
        |world| {
            not_assigned(world);
            world.set().license = Some("Salesforce".to_owned());
        },
    )
    .on(direct),
    Fault::new(
        "--None-- was chosen, and the user lacks the licence",
        &[PermissionSetNoLicence],
        BEFORE_ASSIGNMENT,
        |world| {
            not_assigned(world);
            world.set().license = None;
        },
    )
    .on(direct),
    Fault::new(
        "--None-- was chosen, and the empty set is assigned",
        &[PermissionSetNoLicence],
        BEFORE_ASSIGNMENT,
        |world| {
            world.set().license = None;
            without_access(world);
        },
    )
    .on(direct),
    Fault::new(
        "--None-- was chosen, and there is no user yet",
        &[PermissionSetNoLicence],
        NO_USER,
        |world| {
            world.before_user();
            world.set().license = None;
        },
    )
    .on(direct),
    Fault::new(
        "the set needs an activated session",
        &[SessionActivationRequired],
        &[Set, Access],
        |world| {
            world.set().session_activation = true;
        },
    ),
    Fault::new(
        "the set needs an activated session, and is not assigned",
        &[SessionActivationRequired],
        BEFORE_ASSIGNMENT,
        |world| {
            not_assigned(world);
            world.set().session_activation = true;
        },
    ),
    Fault::new(
        "another set has the same label",
        &[PermissionSetDuplicateLabel],
        &[Set],
        |world| {
            twin(world, "Jotform_Integration1", Some(SET_LICENCE));
        },
    ),
    Fault::new(
        "another set without licence has the same label",
        &[PermissionSetDuplicateLabel],
        &[Set],
        |world| {
            twin(world, "Jotform_Integration_2", None);
        },
    ),
    Fault::new(
        "the set came with a package",
        &[PermissionSetManaged],
        &[Set],
        |world| {
            world.change(
                "PermissionSet",
                json!({"Name": SET}),
                json!({"NamespacePrefix": "jotform"}),
            );
        },
    ),
    Fault::new(
        "a colleague holds the set too",
        &[PermissionSetShared],
        &[Set],
        |world| {
            world.colleague();
            shared(world, COLLEAGUE);
        },
    ),
    Fault::new(
        "the administrator holds the set too",
        &[PermissionSetShared],
        &[Set],
        |world| {
            shared(world, crate::world::ADMINISTRATOR);
        },
    ),
    Fault::new("the set may modify all data", &[OverPrivileged], HELD, |world| {
        world.set().system_permissions.push("ModifyAllData".to_owned());
    }),
    Fault::new("the set may view all data", &[OverPrivileged], HELD, |world| {
        world.set().system_permissions.push("ViewAllData".to_owned());
    }),
    Fault::new(
        "the set may customize the application",
        &[OverPrivileged],
        HELD,
        |world| {
            world
                .set()
                .system_permissions
                .push("CustomizeApplication".to_owned());
        },
    ),
    Fault::new("the set may author Apex", &[OverPrivileged], HELD, |world| {
        world.set().system_permissions.push("AuthorApex".to_owned());
    }),
    Fault::new(
        "the set may modify all records of the object",
        &[OverPrivileged],
        HELD,
        |world| {
            let object = world.object().to_owned();
            let all = vec![
                ObjectRight::Read,
                ObjectRight::Create,
                ObjectRight::Edit,
                ObjectRight::Delete,
                ObjectRight::ViewAll,
                ObjectRight::ModifyAll,
            ];
            grant(world, object, all);
        },
    ),
    Fault::new(
        "another set of the user may modify all data",
        &[OverPrivileged],
        HELD,
        |world| {
            world.start.org.permission_sets.push(PermissionSetStart {
                label: "Everything".to_owned(),
                name: "Everything".to_owned(),
                license: Some(SET_LICENCE.to_owned()),
                system_permissions: vec!["ModifyAllData".to_owned()],
                ..PermissionSetStart::default()
            });
            let user = world.wanted.username.clone();
            world.start.org.assignments.push(AssignmentStart {
                user,
                permission_set: Some("Everything".to_owned()),
                ..AssignmentStart::default()
            });
        },
    ),
    Fault::new(
        "the set may delete records of the object",
        &[SurplusAccess],
        &[Set],
        |world| {
            let object = world.object().to_owned();
            let all = vec![
                ObjectRight::Read,
                ObjectRight::Create,
                ObjectRight::Edit,
                ObjectRight::Delete,
            ];
            grant(world, object, all);
        },
    ),
    Fault::new(
        "the set grants another object besides",
        &[SurplusAccess],
        &[Set],
        |world| {
            let rights = vec![ObjectRight::Read, ObjectRight::Create];
            world
                .set()
                .object_permissions
                .insert("Campaign".to_owned(), rights);
        },
    ),
    Fault::new(
        "the set grants a field that is not mapped",
        &[SurplusAccess],
        &[Set],
        |world| {
            let both = vec![ObjectRight::Read, ObjectRight::Edit];
            let field = if world.writes("Lead") {
                "Lead.Website"
            } else {
                "Contact.Title"
            };
            world.set().field_permissions.insert(field.to_owned(), both);
        },
    )
    .on(|world| world.writes("Lead") || world.writes("Contact")),
];

/// Orgs in which the user holds the journey's set itself, and the set has the licence.
pub(super) fn direct(world: &World) -> bool {
    let org = &world.start.org;
    let licensed = org
        .permission_sets
        .iter()
        .any(|set| set.name == SET && set.license.as_deref() == Some(SET_LICENCE));
    licensed
        && org.permission_set_groups.is_empty()
        && org.permission_sets.len() == 1
        && org.profiles.is_empty()
}

/// The user holds nothing yet, and Jotform is not connected.
pub(super) fn not_assigned(world: &mut World) {
    let username = world.wanted.username.clone();
    world.start.org.assignments.retain(|one| one.user != username);
    world.before_connection();
}

fn without_access(world: &mut World) {
    let set = world.set();
    set.object_permissions.clear();
    set.field_permissions.clear();
}

fn twin(world: &mut World, name: &str, license: Option<&str>) {
    world.start.org.permission_sets.push(PermissionSetStart {
        label: SET_LABEL.to_owned(),
        name: name.to_owned(),
        license: license.map(str::to_owned),
        ..PermissionSetStart::default()
    });
}

/// The set grants this on an object, and what the object depends on.
fn grant(world: &mut World, object: String, rights: Vec<ObjectRight>) {
    let mut all = object::object_permissions(&object, false);
    all.insert(object, rights);
    world.set().object_permissions.extend(all);
}

/// Stored as it is: whether somebody's user licence goes with the set's licence is nobody's matter here.
fn shared(world: &mut World, username: &str) {
    world.add(
        "PermissionSetAssignment",
        json!({"PermissionSetId": {"PermissionSet": SET}, "AssigneeId": {"User": username}, "IsActive": true}),
    );
}
