//! What is assigned to the integration user (Salesforce facts §4, §7).

use std::collections::BTreeMap;

use serde_json::{Value, json};
use simulated_org::start::{AssignmentStart, ObjectRight, PermissionSetStart};
use waymark_core::check::Cause::{
    AssignmentAbsent, AssignmentExpired, AssignmentLookAlikeSet, AssignmentOtherUser, AssignmentRevoked,
    GroupMuted, GroupStale, LicenceAssignmentAbsent,
};

use super::Fault;
use super::Touched::{Access, App, Assignment, Proof, Seats, Set};
use super::set::{direct, not_assigned};
use crate::healthy::through_group;
use crate::object;
use crate::world::{COLLEAGUE, SET, SET_LICENCE, USER, World};

const BEFORE: &[super::Touched] = &[Assignment, Access, Set, Seats, App, Proof];
const HELD: &[super::Touched] = &[Assignment, Access, Set, Seats];

pub(super) const FAULTS: &[Fault] = &[
    Fault::new("nothing is assigned", &[AssignmentAbsent], BEFORE, not_assigned),
    Fault::new("nothing is assigned, and the user was connected all the same", &[AssignmentAbsent], HELD, |world| {
        world.start.org.assignments.retain(|one| one.user != USER);
    }),
    Fault::new("an unrelated set is assigned instead", &[AssignmentAbsent], BEFORE, |world| {
        not_assigned(world);
        other_set(world, "Reports", "Nightly_Reports");
        assign(world, "Nightly_Reports");
    })
    .on(direct),
    Fault::new("the assignment ended yesterday", &[AssignmentExpired], HELD, |world| ends(world, -1.0)),
    Fault::new("the assignment ended a minute ago", &[AssignmentExpired], HELD, |world| ends(world, -0.001)),
    Fault::new("the assignment ended long ago, and the row says so", &[AssignmentExpired], HELD, |world| {
        let (find, mut fields) = (held(world), json!({"IsActive": false}));
        fields["ExpirationDate"] = json!({"days_from_now": -90});
        world.change("PermissionSetAssignment", find, fields);
    })
    .on(single),
    Fault::new("the assignment is not active", &[AssignmentRevoked], HELD, |world| {
        let find = held(world);
        world.change("PermissionSetAssignment", find, json!({"IsActive": false}));
    })
    .on(single),
    Fault::new("a user access policy took the assignment back", &[AssignmentRevoked], HELD, |world| {
        world.start.org.security.user_access_policies = true;
        let find = held(world);
        world.change("PermissionSetAssignment", find, json!({"IsRevoked": true, "IsActive": false}));
    })
    .on(single),
    Fault::new("a user access policy took it back, and the row is still active", &[AssignmentRevoked], HELD, |world| {
        world.start.org.security.user_access_policies = true;
        let find = held(world);
        world.change("PermissionSetAssignment", find, json!({"IsRevoked": true}));
    })
    .on(single),
    Fault::new("a colleague holds the set, the user does not", &[AssignmentOtherUser], BEFORE, |world| {
        not_assigned(world);
        world.colleague();
        held_by(world, COLLEAGUE);
    })
    .on(direct),
    Fault::new("the administrator holds the set, the user does not", &[AssignmentOtherUser], BEFORE, |world| {
        not_assigned(world);
        held_by(world, crate::world::ADMINISTRATOR);
    })
    .on(direct),
    Fault::new("a set whose label is nearly the same is assigned", &[AssignmentLookAlikeSet], BEFORE, |world| {
        not_assigned(world);
        other_set(world, "Jotform Integrations", "JotformIntegrations");
        assign(world, "JotformIntegrations");
    })
    .on(direct),
    Fault::new("an older set of the same name is assigned", &[AssignmentLookAlikeSet], BEFORE, |world| {
        not_assigned(world);
        other_set(world, "Jotform Integration (old)", "Jotform_Integration_old");
        assign(world, "Jotform_Integration_old");
    })
    .on(direct),
    Fault::new("a set of the same name but for a number is assigned", &[AssignmentLookAlikeSet], BEFORE, |world| {
        not_assigned(world);
        other_set(world, "Jotform-Integration", "Jotform_Integration1");
        assign(world, "Jotform_Integration1");
    })
    .on(direct),
    Fault::new("the user lost the set's licence", &[LicenceAssignmentAbsent], &[Assignment, Seats, Set], |world| {
        world.take_away(
            "PermissionSetLicenseAssign",
            json!({"AssigneeId": {"User": USER}, "PermissionSetLicenseId": {"PermissionSetLicense": SET_LICENCE}}),
        );
    })
    .on(direct),
    Fault::new("the group is outdated", &[GroupStale], HELD, |world| grouped(world, "Outdated")).on(direct),
    Fault::new("the group is being recalculated", &[GroupStale], HELD, |world| grouped(world, "Updating")).on(direct),
    Fault::new("the group's recalculation failed", &[GroupStale], HELD, |world| grouped(world, "Failed")).on(direct),
    Fault::new("the group mutes Create", &[GroupMuted], HELD, |world| muted(world, &[ObjectRight::Create], &[])).on(direct),
    Fault::new("the group mutes the object", &[GroupMuted], HELD, |world| {
        muted(world, &[ObjectRight::Read, ObjectRight::Create], &[]);
    })
    .on(direct),
    Fault::new("the group mutes a field", &[GroupMuted], HELD, |world| {
        muted(world, &[], &[ObjectRight::Edit, ObjectRight::Read]);
    })
    .on(direct),
    Fault::new("the group mutes a field, and its set shows no rows", &[GroupMuted], HELD, |world| {
        muted(world, &[], &[ObjectRight::Edit, ObjectRight::Read]);
        world.start.org.unknowns.group_set_rows = false;
    })
    .on(direct),
    Fault::new("the group mutes the editing of a field", &[GroupMuted], HELD, |world| {
        muted(world, &[], &[ObjectRight::Edit]);
    })
    .on(direct),
];

/// Orgs in which one assignment brings everything.
fn single(world: &World) -> bool {
    let held = world.start.org.assignments.iter().filter(|one| one.user == USER);
    held.count() == 1 && world.start.org.profiles.is_empty()
}

/// Finds the user's assignment of the set or of its group.
fn held(world: &World) -> Value {
    let through_group = world
        .start
        .org
        .assignments
        .iter()
        .find_map(|one| one.permission_set_group.clone());
    match through_group {
        Some(group) => {
            json!({"AssigneeId": {"User": USER}, "PermissionSetGroupId": {"PermissionSetGroup": group}})
        }
        None => json!({"AssigneeId": {"User": USER}, "PermissionSetId": {"PermissionSet": SET}}),
    }
}

fn ends(world: &mut World, days: f64) {
    let end = chrono::Utc::now() + chrono::Duration::seconds((days * 86_400.0) as i64);
    for one in world
        .assignments()
        .filter(|one| one.permission_set_license.is_none())
    {
        one.expires = Some(end.format("%Y-%m-%dT%H:%M:%S%.3f+0000").to_string());
    }
}

fn assign(world: &mut World, set: &str) {
    let user = world.wanted.username.clone();
    world.start.org.assignments.push(AssignmentStart {
        user,
        permission_set: Some(set.to_owned()),
        ..AssignmentStart::default()
    });
}

fn held_by(world: &mut World, username: &str) {
    world.add(
        "PermissionSetAssignment",
        json!({"PermissionSetId": {"PermissionSet": SET}, "AssigneeId": {"User": username}, "IsActive": true}),
    );
}

fn other_set(world: &mut World, label: &str, name: &str) {
    let object = world.object().to_owned();
    world.start.org.permission_sets.push(PermissionSetStart {
        label: label.to_owned(),
        name: name.to_owned(),
        license: Some(SET_LICENCE.to_owned()),
        object_permissions: object::object_permissions(&object, false),
        ..PermissionSetStart::default()
    });
}

fn grouped(world: &mut World, status: &str) {
    through_group(world);
    world.change(
        "PermissionSetGroup",
        json!({"DeveloperName": "Integrations"}),
        json!({"Status": status}),
    );
}

/// The group takes these rights on the object and on its first field away.
fn muted(world: &mut World, on_object: &[ObjectRight], on_field: &[ObjectRight]) {
    through_group(world);
    let object = world.object().to_owned();
    let mut set = PermissionSetStart {
        label: "Muted".to_owned(),
        name: "Muted".to_owned(),
        ..PermissionSetStart::default()
    };
    if !on_object.is_empty() {
        set.object_permissions = BTreeMap::from([(object.clone(), on_object.to_vec())]);
    }
    if let Some(field) = object::permission_fields(&object)
        .first()
        .filter(|_| !on_field.is_empty())
    {
        set.field_permissions = BTreeMap::from([(format!("{object}.{field}"), on_field.to_vec())]);
    }
    world.start.org.permission_set_groups[0].muted = Some(set);
}
