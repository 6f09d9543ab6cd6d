//! Access through groups, with and without rows of the group's own, and what a group mutes.

use super::*;
use CheckId::{Assignment as Assigned, FieldAccess, Group, ObjectAccess};

const GROUP: &str = "0PG000000000001";
const OF_GROUP: &str = "0PS000000000005";
const MUTING: &str = "0QM000000000001";

/// The set reaches the user through a group only; the org tells what the sets of the group grant.
fn through_group(facts: &mut OrgFacts) {
    facts.assignments = Look::Seen(vec![
        Assignment {
            group_id: Some(GROUP.into()),
            ..assignment(OF_GROUP)
        },
        Assignment {
            of_profile: true,
            ..assignment(PROFILE_SET)
        },
    ]);
    facts.components = Look::Seen(vec![component(GROUP, SET)]);
    facts.object_permissions = Look::Seen(vec![]);
    facts.field_permissions = Look::Seen(vec![]);
    facts.group_object_permissions = Look::Seen(vec![on_object(SET, true, true, false)]);
    facts.group_field_permissions = Look::Seen(vec![on_field(SET, "Email"), on_field(SET, "Address")]);
}

fn with_muting(facts: &mut OrgFacts) {
    through_group(facts);
    facts.components = Look::Seen(vec![component(GROUP, SET), component(GROUP, MUTING)]);
}

fn mute(facts: &mut OrgFacts, object: Option<ObjectPermission>, field: Option<FieldPermission>) {
    with_muting(facts);
    if let Look::Seen(rows) = &mut facts.group_object_permissions {
        rows.extend(object);
    }
    if let Look::Seen(rows) = &mut facts.group_field_permissions {
        rows.extend(field);
    }
}

#[test]
fn access_through_a_group_is_as_good() {
    run(&[
        ("assigned", Assigned, |f, _| through_group(f), Proven),
        ("object", ObjectAccess, |f, _| through_group(f), Proven),
        ("fields", FieldAccess, |f, _| through_group(f), Proven),
        ("group", Group, |f, _| through_group(f), Proven),
        (
            "a muting set that mutes nothing",
            ObjectAccess,
            |f, _| with_muting(f),
            Proven,
        ),
        (
            "rows of the group's own are taken as they are",
            ObjectAccess,
            |f, _| {
                mute(f, Some(on_object(MUTING, true, true, true)), None);
                f.object_permissions = Look::Seen(vec![on_object(OF_GROUP, true, true, false)]);
            },
            Proven,
        ),
        (
            "no right to see the group is not missing",
            ObjectAccess,
            |f, _| {
                through_group(f);
                f.group_object_permissions = hidden();
            },
            hid(),
        ),
        (
            "nor is the assignment",
            Assigned,
            |f, _| {
                through_group(f);
                f.components = hidden();
            },
            hid(),
        ),
        (
            "a group without the set",
            Assigned,
            |f, _| {
                through_group(f);
                f.components = Look::Seen(vec![component(GROUP, "0PS000000000008")]);
            },
            Wrong(Cause::AssignmentAbsent),
        ),
    ]);
}

#[test]
fn a_set_that_needs_an_activated_session_grants_nothing_within_a_group() {
    fn object_waits(facts: &mut OrgFacts) {
        through_group(facts);
        if let Look::Seen(rows) = &mut facts.group_object_permissions {
            rows[0].waits = true;
        }
    }
    fn field_waits(facts: &mut OrgFacts) {
        through_group(facts);
        if let Look::Seen(rows) = &mut facts.group_field_permissions {
            rows[0].waits = true;
        }
    }
    run(&[
        (
            "the object",
            ObjectAccess,
            |f, _| object_waits(f),
            Wrong(Cause::ObjectPermissionMissing),
        ),
        (
            "a field",
            FieldAccess,
            |f, _| field_waits(f),
            Wrong(Cause::FieldPermissionMissing),
        ),
        (
            "not the object of another set",
            ObjectAccess,
            |f, _| field_waits(f),
            Proven,
        ),
        (
            "what another set of the group grants too",
            ObjectAccess,
            |f, _| {
                object_waits(f);
                let other = "0PS000000000008";
                f.components = Look::Seen(vec![component(GROUP, SET), component(GROUP, other)]);
                if let Look::Seen(rows) = &mut f.group_object_permissions {
                    rows.push(on_object(other, true, true, false));
                }
            },
            Proven,
        ),
    ]);
}

#[test]
fn stale_and_muted_groups() {
    run(&[
        (
            "stale",
            Group,
            |f, _| {
                through_group(f);
                if let Look::Seen(rows) = &mut f.components {
                    rows[0].group_status = "Outdated".into();
                }
            },
            Wrong(Cause::GroupStale),
        ),
        (
            "create is muted",
            Group,
            |f, _| mute(f, Some(on_object(MUTING, false, true, false)), None),
            Wrong(Cause::GroupMuted),
        ),
        (
            "that is the group's matter",
            ObjectAccess,
            |f, _| mute(f, Some(on_object(MUTING, false, true, false)), None),
            Unknown(Why::DependsOn(Group)),
        ),
        (
            "a field is muted",
            Group,
            |f, _| mute(f, None, Some(on_field(MUTING, "Email"))),
            Wrong(Cause::GroupMuted),
        ),
        (
            "that is the group's matter too",
            FieldAccess,
            |f, _| mute(f, None, Some(on_field(MUTING, "Email"))),
            Unknown(Why::DependsOn(Group)),
        ),
        (
            "edit is muted and not needed",
            Group,
            |f, _| mute(f, Some(on_object(MUTING, false, false, true)), None),
            Proven,
        ),
        (
            "hidden",
            Group,
            |f, _| {
                through_group(f);
                f.components = hidden();
            },
            hid(),
        ),
        ("no group", Group, |_, _| {}, Proven),
    ]);
}

#[test]
fn what_of_a_field_is_left_is_shown() {
    let seen = |change: fn(&mut OrgFacts)| {
        let (mut facts, wishes) = (healthy(), wishes());
        change(&mut facts);
        let report = answers(&facts, &wishes);
        match report.answer(FieldAccess) {
            Some(Outcome::Wrong(findings)) => findings[0].evidence[0].seen.clone(),
            other => panic!("{other:?}"),
        }
    };
    fn only_read() -> FieldPermission {
        FieldPermission {
            edit: false,
            ..on_field(SET, "Email")
        }
    }
    assert_eq!(
        seen(|facts| {
            let rows = vec![only_read(), on_field(SET, "Address")];
            facts.field_permissions = Look::Seen(rows);
        }),
        "Read"
    );
    assert_eq!(
        seen(|facts| {
            through_group(facts);
            facts.group_field_permissions = Look::Seen(vec![only_read(), on_field(SET, "Address")]);
        }),
        "Read"
    );
    assert_eq!(
        seen(|facts| facts.field_permissions = Look::Seen(vec![on_field(SET, "Address")])),
        ""
    );
}
