//! Rarer ways, each next to something that looks right.

use std::collections::BTreeMap;

use serde_json::json;
use simulated_org::start::{AssignmentStart, GroupStart, ObjectRight, PermissionSetStart, ProfileStart};
use waymark_core::check::Cause::{
    AssignmentAbsent, FieldMappedTwice, FieldPermissionMissing, GroupMuted, ObjectPermissionMissing,
    OverPrivileged, ProofRecordOtherUser, StateCountryOutside, TokenAbsent, TokenOtherUser, UserUnverified,
};

use super::Fault;
use super::Touched::{Access, App, Assignment, Form, Login, Proof, Seats, Set, User};
use super::access::{can_update, granted_by_set};
use super::set::{direct, not_assigned};
use crate::healthy::through_group;
use crate::more_healthy::{edit, map_question};
use crate::object;
use crate::world::{ADMINISTRATOR, APP, MARKER, PROFILE, SET, SET_LICENCE, USER, World};

const ACCESS: &[super::Touched] = &[Access, Set, Assignment, Form];
const BEFORE: &[super::Touched] = &[Assignment, Access, Set, Seats, App, Proof];

pub(super) const FAULTS: &[Fault] = &[
    Fault::new("the set is in a group that the user does not hold", &[AssignmentAbsent], BEFORE, |world| {
        not_assigned(world);
        world.start.org.permission_set_groups.push(group("Sales", &[SET]));
    })
    .on(direct),
    Fault::new("the user holds a group that the set is not in", &[AssignmentAbsent], BEFORE, |world| {
        not_assigned(world);
        world.start.org.permission_sets.push(PermissionSetStart {
            label: "Nightly reports".to_owned(),
            name: "Other".to_owned(),
            license: Some(SET_LICENCE.to_owned()),
            ..PermissionSetStart::default()
        });
        world.start.org.permission_set_groups.push(group("Sales", &["Other"]));
        hold(world, "Sales");
    })
    .on(direct),
    Fault::new("a colleague holds the group, the user nothing", &[AssignmentAbsent], BEFORE, |world| {
        not_assigned(world);
        world.start.org.permission_set_groups.push(group("Sales", &[SET]));
        let username = world.colleague().username.clone();
        world.add(
            "PermissionSetAssignment",
            json!({"PermissionSetGroupId": {"PermissionSetGroup": "Sales"}, "AssigneeId": {"User": username}, "IsActive": true}),
        );
    })
    .on(direct),
    Fault::new("both groups of the user mute what is needed", &[GroupMuted], ACCESS, |world| {
        through_group(world);
        world.start.org.permission_set_groups.push(group("Web", &[SET]));
        hold(world, "Web");
        let object = world.object().to_owned();
        for (place, group) in world.start.org.permission_set_groups.iter_mut().enumerate() {
            group.muted = Some(muting(&format!("Muted_{place}"), &object, ObjectRight::Create));
        }
    })
    .on(direct),
    Fault::new("what the group mutes was granted by two sets", &[GroupMuted], ACCESS, |world| {
        let object = world.object().to_owned();
        let fields = object::field_permissions(&object);
        world.start.org.permission_sets.push(PermissionSetStart {
            label: "Fields".to_owned(),
            name: "Fields".to_owned(),
            license: Some(SET_LICENCE.to_owned()),
            field_permissions: fields.clone(),
            ..PermissionSetStart::default()
        });
        through_group(world);
        world.start.org.permission_set_groups[0].permission_sets.push("Fields".to_owned());
        world.start.org.permission_set_groups[0].muted = Some(PermissionSetStart {
            label: "Muted".to_owned(),
            name: "Muted".to_owned(),
            field_permissions: fields.into_iter().take(1).collect(),
            ..PermissionSetStart::default()
        });
    })
    .on(direct),
    Fault::new("the field is granted in a set that nobody holds", &[FieldPermissionMissing], ACCESS, |world| {
        let granted = std::mem::take(&mut world.set().field_permissions);
        world.start.org.permission_sets.push(PermissionSetStart {
            label: "Fields".to_owned(),
            name: "Fields".to_owned(),
            license: Some(SET_LICENCE.to_owned()),
            field_permissions: granted,
            ..PermissionSetStart::default()
        });
    })
    .on(granted_by_set),
    Fault::new("the fields are granted by an assignment that has ended", &[FieldPermissionMissing], ACCESS, |world| {
        let granted = std::mem::take(&mut world.set().field_permissions);
        besides(world, BTreeMap::new(), granted, |one| one.expires = Some(LONG_AGO.to_owned()));
    })
    .on(granted_by_set),
    Fault::new("the object is granted by an assignment that has ended", &[ObjectPermissionMissing], ACCESS, |world| {
        let set = world.set();
        let objects = std::mem::take(&mut set.object_permissions);
        let fields = std::mem::take(&mut set.field_permissions);
        besides(world, objects, fields, |one| one.expires = Some(LONG_AGO.to_owned()));
    })
    .on(granted_by_set),
    Fault::new("the object is granted by a set that needs an activated session", &[ObjectPermissionMissing], ACCESS, |world| {
        let set = world.set();
        let objects = std::mem::take(&mut set.object_permissions);
        let fields = std::mem::take(&mut set.field_permissions);
        besides(world, objects, fields, |_| ());
        if let Some(last) = world.start.org.permission_sets.last_mut() {
            last.session_activation = true;
        }
    })
    .on(granted_by_set),
    Fault::new("the object is granted within a group by a set that needs an activated session", &[ObjectPermissionMissing], ACCESS, |world| {
        let set = world.set();
        let objects = std::mem::take(&mut set.object_permissions);
        let fields = std::mem::take(&mut set.field_permissions);
        within_group(world, objects, fields);
    })
    .on(granted_by_set),
    Fault::new("fields are granted within a group by a set that needs an activated session", &[FieldPermissionMissing], ACCESS, |world| {
        let objects = world.set().object_permissions.clone();
        let fields = std::mem::take(&mut world.set().field_permissions);
        within_group(world, objects, fields);
    })
    .on(granted_by_set),
    Fault::new("Edit is granted on another object only", &[ObjectPermissionMissing], ACCESS, |world| {
        world.integration().update_existing = true;
        let rights = vec![ObjectRight::Read, ObjectRight::Create, ObjectRight::Edit];
        world.set().object_permissions.insert("Campaign".to_owned(), rights);
    })
    .on(|world| granted_by_set(world) && can_update(world)),
    Fault::new("the profile may view all data", &[OverPrivileged], &[User, Login, Access], |world| {
        world.start.org.profiles.push(ProfileStart {
            name: "Integrations that see all".to_owned(),
            like: PROFILE.to_owned(),
            with: vec!["ViewAllData".to_owned()],
            ..ProfileStart::default()
        });
        world.user().profile = "Integrations that see all".to_owned();
    })
    .on(|world| world.start.org.profiles.is_empty()),
    Fault::new("a group brings a set that may modify all data", &[OverPrivileged], &[Set, Assignment, Access], |world| {
        world.start.org.permission_sets.push(PermissionSetStart {
            label: "Everything".to_owned(),
            name: "Everything".to_owned(),
            license: Some(SET_LICENCE.to_owned()),
            system_permissions: vec!["ModifyAllData".to_owned()],
            ..PermissionSetStart::default()
        });
        world.start.org.permission_set_groups.push(group("Power", &["Everything"]));
        hold(world, "Power");
    }),
    Fault::new("a field is mapped twice in other letters", &[FieldMappedTwice], &[Form], |world| {
        map_question(world, "control_textarea", "description", &[]);
    })
    .on(|world| !world.writes(crate::object::CUSTOM)),
    Fault::new("the newest of two records is the administrator's", &[ProofRecordOtherUser], &[Proof], |world| {
        let mut later = world.proof().clone();
        later.created_by = ADMINISTRATOR.to_owned();
        world.proof().fields.insert("CreatedDate".to_owned(), json!("2026-05-01T00:00:00.000+0000"));
        world.start.org.records.push(later);
    })
    .on(|world| !world.start.org.records.is_empty() && world.wanted.marker == MARKER),
    Fault::new("the user's tokens are of other apps, and a colleague's is Jotform's", &[TokenOtherUser], &[App, Proof, Login], |world| {
        world.before_connection();
        world.start.org.rows.retain(|row| row.object != "LoginHistory");
        world.user().connected_to = vec!["Dataloader".to_owned(), "Workbench".to_owned()];
        world.colleague().connected_to = vec![APP.to_owned()];
    }),
    Fault::new("the token was taken back after the record was made", &[TokenAbsent], &[App, Proof], |world| {
        world.user().connected_to.clear();
        world.start.org.rows.retain(|row| row.object != "OauthToken");
    }),
    Fault::new("only the first step of the welcome mail was followed", &[UserUnverified], &[User, Login, App, Proof], |world| {
        super::user::never_logged_in(world);
        world.change(
            "TwoFactorMethodsInfo",
            json!({"UserId": {"User": USER}}),
            json!({"HasUserVerifiedMobileNumber": true}),
        );
    }),
    Fault::new("countries are picklists of codes, and the form takes names", &[StateCountryOutside], ACCESS, |world| {
        world.start.org.state_country_picklists = true;
        map_question(world, "control_dropdown", "MailingCountryCode", &["Germany", "Japan"]);
    })
    .on(|world| world.writes("Contact") && granted_by_set(world)),
    Fault::new("a field of another set is muted, and it is the one that is mapped", &[GroupMuted], ACCESS, |world| {
        edit(world);
        through_group(world);
        let object = world.object().to_owned();
        let last = object::permission_fields(&object).last().map(|field| format!("{object}.{field}"));
        world.start.org.permission_set_groups[0].muted = Some(PermissionSetStart {
            label: "Muted".to_owned(),
            name: "Muted".to_owned(),
            field_permissions: last.map(|field| (field, vec![ObjectRight::Edit])).into_iter().collect(),
            ..PermissionSetStart::default()
        });
    })
    .on(direct),
];

const LONG_AGO: &str = "2026-01-31T08:00:00.000+0000";

fn group(name: &str, sets: &[&str]) -> GroupStart {
    GroupStart {
        label: name.to_owned(),
        name: name.to_owned(),
        permission_sets: sets.iter().map(|set| (*set).to_owned()).collect(),
        muted: None,
    }
}

fn muting(name: &str, object: &str, right: ObjectRight) -> PermissionSetStart {
    PermissionSetStart {
        label: name.to_owned(),
        name: name.to_owned(),
        object_permissions: BTreeMap::from([(object.to_owned(), vec![right])]),
        ..PermissionSetStart::default()
    }
}

fn hold(world: &mut World, group: &str) {
    world.start.org.assignments.push(AssignmentStart {
        user: USER.to_owned(),
        permission_set_group: Some(group.to_owned()),
        ..AssignmentStart::default()
    });
}

/// A set that counts in an activated session only, within a group that the user holds, beside the journey's own.
fn within_group(
    world: &mut World,
    object_permissions: BTreeMap<String, Vec<ObjectRight>>,
    field_permissions: BTreeMap<String, Vec<ObjectRight>>,
) {
    world.start.org.permission_sets.push(PermissionSetStart {
        label: "Waiting".to_owned(),
        name: "Waiting".to_owned(),
        license: Some(SET_LICENCE.to_owned()),
        session_activation: true,
        object_permissions,
        field_permissions,
        ..PermissionSetStart::default()
    });
    world
        .start
        .org
        .permission_set_groups
        .push(group("Waiting", &[SET, "Waiting"]));
    hold(world, "Waiting");
}

/// Another set of the user grants this.
fn besides(
    world: &mut World,
    object_permissions: BTreeMap<String, Vec<ObjectRight>>,
    field_permissions: BTreeMap<String, Vec<ObjectRight>>,
    change: fn(&mut AssignmentStart),
) {
    world.start.org.permission_sets.push(PermissionSetStart {
        label: "Besides".to_owned(),
        name: "Besides".to_owned(),
        license: Some(SET_LICENCE.to_owned()),
        object_permissions,
        field_permissions,
        ..PermissionSetStart::default()
    });
    let mut one = AssignmentStart {
        user: USER.to_owned(),
        permission_set: Some("Besides".to_owned()),
        ..AssignmentStart::default()
    };
    change(&mut one);
    world.start.org.assignments.push(one);
}
