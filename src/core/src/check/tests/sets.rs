//! The permission set, its licence and its assignment.

use super::*;

#[test]
fn permission_set() {
    use CheckId::{PermissionSet as Set, PermissionSetLicence as Licence};
    run(&[
        (
            "absent",
            Set,
            |f, _| f.permission_sets = Look::Seen(vec![]),
            Wrong(Cause::PermissionSetAbsent),
        ),
        ("hidden", Set, |f, _| f.permission_sets = hidden(), hid()),
        (
            "not entered",
            Set,
            |f, _| f.permission_sets = Look::NotAsked,
            Unknown(Why::NothingToCheck),
        ),
        (
            "session activation",
            Set,
            |f, _| sets(f).activation_required = true,
            Wrong(Cause::SessionActivationRequired),
        ),
        ("by label", Set, |f, _| sets(f).name = "Other".into(), Proven),
        (
            "by id",
            Set,
            |f, w| {
                sets(f).name = "Renamed".into();
                sets(f).label = "Renamed".into();
                w.records.insert(RecordKey::PermissionSet, SET.into());
            },
            Proven,
        ),
        (
            "look-alike",
            Licence,
            |f, _| sets(f).licence_id = Some(USER_SEAT.into()),
            Wrong(Cause::PermissionSetLookAlikeLicence),
        ),
        (
            "look-alike set licence",
            Licence,
            |f, _| sets(f).licence_id = Some("0PL000000000002".into()),
            Wrong(Cause::PermissionSetLookAlikeLicence),
        ),
        (
            "none, no user yet",
            Licence,
            |f, _| {
                nobody(f);
                sets(f).licence_id = None;
            },
            Wrong(Cause::PermissionSetNoLicence),
        ),
        (
            "none, not direct",
            Licence,
            |f, _| {
                sets(f).licence_id = None;
                f.licence_assignments = Look::Seen(vec![]);
            },
            Wrong(Cause::PermissionSetNoLicence),
        ),
        (
            "none, but direct",
            Licence,
            |f, _| sets(f).licence_id = None,
            Proven,
        ),
        (
            "none, direct hidden",
            Licence,
            |f, _| {
                sets(f).licence_id = None;
                f.licence_assignments = hidden();
            },
            hid(),
        ),
        (
            "licences hidden",
            Licence,
            |f, _| f.permission_set_licences = hidden(),
            hid(),
        ),
        (
            "no set",
            Licence,
            |f, _| f.permission_sets = Look::Seen(vec![]),
            Unknown(Why::DependsOn(CheckId::PermissionSet)),
        ),
    ]);
}

#[test]
fn the_look_alike_is_named() {
    let mut facts = healthy();
    sets(&mut facts).licence_id = Some(USER_SEAT.into());
    let report = answers(&facts, &wishes());
    let Some(Outcome::Wrong(findings)) = report.answer(CheckId::PermissionSetLicence) else {
        panic!("not found")
    };
    assert_eq!(findings[0].evidence[0].seen, "Salesforce Integration");
    assert_eq!(findings[0].evidence[0].wanted, "Salesforce API Integration");
}

#[test]
fn assignment_of_set_and_licence() {
    use CheckId::{Assignment as Assigned, LicenceAssignment};
    fn only(facts: &mut OrgFacts, assignment: Assignment) {
        facts.assignments = Look::Seen(vec![assignment]);
    }
    run(&[
        (
            "absent",
            Assigned,
            |f, _| {
                only(
                    f,
                    Assignment {
                        of_profile: true,
                        ..assignment(PROFILE_SET)
                    },
                )
            },
            Wrong(Cause::AssignmentAbsent),
        ),
        (
            "expired by date",
            Assigned,
            |f, _| {
                let expires = Some("2026-11-01T00:00:00.000+0000".into());
                only(
                    f,
                    Assignment {
                        expires,
                        active: None,
                        ..assignment(SET)
                    },
                );
            },
            Wrong(Cause::AssignmentExpired),
        ),
        (
            "not active",
            Assigned,
            |f, _| {
                only(
                    f,
                    Assignment {
                        active: Some(false),
                        ..assignment(SET)
                    },
                )
            },
            Wrong(Cause::AssignmentRevoked),
        ),
        (
            "expires later",
            Assigned,
            |f, _| {
                only(
                    f,
                    Assignment {
                        expires: Some("2027-01-31T00:00:00.000+0000".into()),
                        ..assignment(SET)
                    },
                );
            },
            Proven,
        ),
        (
            "group row of the set",
            Assigned,
            |f, _| {
                only(
                    f,
                    Assignment {
                        group_id: Some("0PG000000000001".into()),
                        ..assignment(SET)
                    },
                )
            },
            Proven,
        ),
        (
            "group that holds the set",
            Assigned,
            |f, _| {
                let group_id = Some("0PG000000000001".into());
                only(
                    f,
                    Assignment {
                        group_id,
                        ..assignment("0PS000000000005")
                    },
                );
                f.components = Look::Seen(vec![component("0PG000000000001", SET)]);
            },
            Proven,
        ),
        ("hidden", Assigned, |f, _| f.assignments = hidden(), hid()),
        (
            "hidden, but on the page",
            Assigned,
            |f, w| {
                f.assignments = hidden();
                w.page.assigned = true;
            },
            Proven,
        ),
        (
            "no session, but on the page",
            Assigned,
            |f, w| {
                f.session = SessionFacts::Absent;
                w.page.assigned = true;
            },
            Proven,
        ),
        (
            "no user",
            Assigned,
            |f, _| nobody(f),
            Unknown(Why::DependsOn(CheckId::User)),
        ),
        (
            "no set",
            Assigned,
            |f, _| f.permission_sets = Look::Seen(vec![]),
            Unknown(Why::DependsOn(CheckId::PermissionSet)),
        ),
        (
            "licence not assigned",
            LicenceAssignment,
            |f, _| f.licence_assignments = Look::Seen(vec![]),
            Wrong(Cause::LicenceAssignmentAbsent),
        ),
        (
            "the set will bring it",
            LicenceAssignment,
            |f, _| {
                f.licence_assignments = Look::Seen(vec![]);
                f.assignments = Look::Seen(vec![]);
            },
            Unknown(Why::DependsOn(CheckId::Assignment)),
        ),
        (
            "licence assignment hidden",
            LicenceAssignment,
            |f, _| f.licence_assignments = hidden(),
            hid(),
        ),
        (
            "no such licence",
            LicenceAssignment,
            |f, _| f.permission_set_licences = Look::Seen(vec![]),
            Unknown(Why::DependsOn(CheckId::Seats)),
        ),
    ]);
}

#[test]
fn moments_are_written_as_salesforce_writes_them() {
    for (milliseconds, text) in [
        (0, "1970-01-01T00:00:00"),
        (951_782_400_000, "2000-02-29T00:00:00"),
        (NOW, "2026-11-24T06:00:00"),
        (1_798_761_599_999, "2026-12-31T23:59:59"),
    ] {
        assert_eq!(crate::check::time::moment(milliseconds), text);
    }
}
