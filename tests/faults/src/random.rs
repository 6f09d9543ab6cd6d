//! Random start states: a shape, some faults, and sets, groups and grants that nobody planned.

use std::collections::BTreeMap;

use rand::Rng;
use rand_chacha::ChaCha8Rng;
use simulated_org::start::{AssignmentStart, GroupStart, ObjectRight, PermissionSetStart};

use crate::catalogue::Fault;
use crate::healthy::shaped;
use crate::object;
use crate::world::{SET, SET_LICENCE, USER, World};

/// A world with up to four faults that go together, and with disorder in its access.
pub fn world(faults: &[Fault], random: &mut ChaCha8Rng) -> World {
    let language = random.random_bool(0.2).then(|| random.random_range(0..32));
    let mut world = shaped(random.random_range(0..5), language, random.random_range(0..8));
    let mut done: Vec<&Fault> = Vec::new();
    for _ in 0..random.random_range(0..5) {
        let fault = &faults[random.random_range(0..faults.len())];
        if done.iter().all(|other| fault.goes_with(other)) && (fault.fits)(&world) {
            (fault.apply)(&mut world);
            done.push(fault);
        }
    }
    for _ in 0..random.random_range(0..3) {
        disorder(&mut world, random);
    }
    let names: Vec<&str> = done.iter().map(|fault| fault.name).collect();
    world.shape = format!("{}: {}", world.shape, names.join(" + "));
    world
}

fn disorder(world: &mut World, random: &mut ChaCha8Rng) {
    match random.random_range(0..5) {
        0 => other_set(world, random),
        1 => group(world, random),
        2 => lose_rights(world, random),
        3 => lose_fields(world, random),
        _ => end(world, random),
    }
}

/// Another set that grants some of what is needed, perhaps held by the user.
fn other_set(world: &mut World, random: &mut ChaCha8Rng) {
    let object = world.object().to_owned();
    let number = world.start.org.permission_sets.len();
    let name = format!("Other_{number}");
    let edit = random.random_bool(0.5);
    let mut fields = object::field_permissions(&object);
    fields.retain(|_, _| random.random_bool(0.6));
    world.start.org.permission_sets.push(PermissionSetStart {
        label: format!("Other {number}"),
        name: name.clone(),
        license: Some(SET_LICENCE.to_owned()),
        object_permissions: object::object_permissions(&object, edit),
        field_permissions: fields,
        session_activation: random.random_bool(0.2),
        ..PermissionSetStart::default()
    });
    if random.random_bool(0.6) {
        hold(world, Some(&name), None);
    }
}

/// A group of some of the sets, which may take something away again, perhaps held by the user.
fn group(world: &mut World, random: &mut ChaCha8Rng) {
    let object = world.object().to_owned();
    let number = world.start.org.permission_set_groups.len();
    let name = format!("Group_{number}");
    let sets = &world.start.org.permission_sets;
    let mut sets: Vec<String> = sets.iter().map(|set| set.name.clone()).collect();
    sets.retain(|_| random.random_bool(0.6));
    let mut fields = object::field_permissions(&object);
    fields.retain(|_, _| random.random_bool(0.2));
    let mut objects = BTreeMap::new();
    if random.random_bool(0.4) {
        let right = [ObjectRight::Create, ObjectRight::Edit, ObjectRight::Read][random.random_range(0..3)];
        objects.insert(object, vec![right]);
    }
    let muted = random.random_bool(0.5).then(|| PermissionSetStart {
        label: format!("Muted {number}"),
        name: format!("Muted_{number}"),
        object_permissions: objects,
        field_permissions: fields,
        ..PermissionSetStart::default()
    });
    world.start.org.permission_set_groups.push(GroupStart {
        label: format!("Group {number}"),
        name: name.clone(),
        permission_sets: sets,
        muted,
    });
    if random.random_bool(0.6) {
        hold(world, None, Some(&name));
    }
}

fn hold(world: &mut World, set: Option<&str>, group: Option<&str>) {
    if world.start.org.users.iter().all(|user| user.username != USER) {
        return;
    }
    world.start.org.assignments.push(AssignmentStart {
        user: USER.to_owned(),
        permission_set: set.map(str::to_owned),
        permission_set_group: group.map(str::to_owned),
        ..AssignmentStart::default()
    });
}

fn lose_rights(world: &mut World, random: &mut ChaCha8Rng) {
    let object = world.object().to_owned();
    let right = [ObjectRight::Create, ObjectRight::Edit][random.random_range(0..2)];
    for set in world
        .start
        .org
        .permission_sets
        .iter_mut()
        .filter(|set| set.name == SET)
    {
        if let Some(rights) = set.object_permissions.get_mut(&object) {
            rights.retain(|own| *own != right);
        }
    }
}

fn lose_fields(world: &mut World, random: &mut ChaCha8Rng) {
    for set in world
        .start
        .org
        .permission_sets
        .iter_mut()
        .filter(|set| set.name == SET)
    {
        set.field_permissions.retain(|_, _| random.random_bool(0.7));
    }
}

/// An assignment that has ended.
fn end(world: &mut World, random: &mut ChaCha8Rng) {
    let count = world.start.org.assignments.len();
    if count > 0
        && let Some(one) = world.start.org.assignments.get_mut(random.random_range(0..count))
        && one.permission_set_license.is_none()
    {
        one.expires = Some("2026-01-31T08:00:00.000+0000".to_owned());
    }
}
