//! Lookups, files, packages, sharing, and no more than is needed.

use super::*;
use CheckId::{Files, LeastPrivilege, ObjectAccess, PermissionSetOwn, References, Sharing};

const PACKAGED: &str = "ns__Guest__c";

fn of_contact(facts: &mut OrgFacts, wishes: &mut Wishes) {
    wishes.object = "Contact".into();
    for rows in [&mut facts.object_permissions, &mut facts.own_object_permissions] {
        if let Look::Seen(rows) = rows {
            rows[0].object = "Contact".into();
        }
    }
}

fn read(object: &str) -> ObjectPermission {
    ObjectPermission {
        object: object.into(),
        ..on_object(SET, true, false, false)
    }
}

fn with_lookup(facts: &mut OrgFacts, wishes: &mut Wishes) {
    wishes.fields.push("Shop__c".into());
    if let Look::Seen(description) = &mut facts.description {
        description.fields.push(FieldDescription {
            reference_to: vec!["Shop__c".into(), "User".into()],
            ..described("Shop__c", false, None)
        });
    }
}

fn packaged(facts: &mut OrgFacts, wishes: &mut Wishes) {
    wishes.object = PACKAGED.into();
    facts.package_licences = Look::Seen(vec![PackageLicence {
        id: "050000000000001".into(),
        allowed: Some(5),
    }]);
    facts.package_users = Look::Seen(vec!["050000000000001".into()]);
}

#[test]
fn parents_and_lookups() {
    run(&[
        (
            "the parent is not readable",
            ObjectAccess,
            of_contact,
            Wrong(Cause::ParentObjectMissing),
        ),
        (
            "the parent is readable",
            ObjectAccess,
            |f, w| {
                of_contact(f, w);
                if let Look::Seen(rows) = &mut f.object_permissions {
                    rows.push(read("Account"));
                }
            },
            Proven,
        ),
        (
            "the target is not readable",
            References,
            with_lookup,
            Wrong(Cause::LookupTargetUnreadable),
        ),
        (
            "the target is readable",
            References,
            |f, w| {
                with_lookup(f, w);
                if let Look::Seen(rows) = &mut f.object_permissions {
                    rows.push(read("Shop__c"));
                }
            },
            Proven,
        ),
        (
            "everything can be read",
            References,
            |f, w| {
                with_lookup(f, w);
                if let Look::Seen(rows) = &mut f.powers {
                    rows[0].excessive = vec!["ViewAllData".into()];
                }
            },
            Proven,
        ),
        (
            "not described",
            References,
            |f, _| f.description = hidden(),
            hid(),
        ),
    ]);
}

fn shared(model: &str) -> Look<Vec<crate::org::Sharing>> {
    Look::Seen(vec![crate::org::Sharing {
        object: "Lead".into(),
        model: model.into(),
    }])
}

#[test]
fn files_packages_and_sharing() {
    use CheckId::Package;
    run(&[
        ("no files", Files, |_, _| {}, Proven),
        (
            "files without edit",
            Files,
            |_, w| w.attachments = true,
            Wrong(Cause::FilesNotCreatable),
        ),
        (
            "files with edit",
            Files,
            |f, w| {
                w.attachments = true;
                f.object_permissions = Look::Seen(vec![on_object(SET, true, true, true)]);
            },
            Proven,
        ),
        ("the package's licence is held", Package, packaged, Proven),
        (
            "it is not held",
            Package,
            |f, w| {
                packaged(f, w);
                f.package_users = Look::Seen(vec![]);
            },
            Wrong(Cause::PackageLicenceAbsent),
        ),
        (
            "everybody has it",
            Package,
            |f, w| {
                packaged(f, w);
                f.package_users = Look::Seen(vec![]);
                if let Look::Seen(rows) = &mut f.package_licences {
                    rows[0].allowed = Some(-1);
                }
            },
            Proven,
        ),
        (
            "hidden",
            Package,
            |f, w| {
                packaged(f, w);
                f.package_users = hidden();
            },
            hid(),
        ),
        (
            "private",
            Sharing,
            |f, w| {
                w.update = true;
                f.sharing = shared("Private");
            },
            Wrong(Cause::SharingPrivate),
        ),
        (
            "private, and records are to be found",
            Sharing,
            |f, w| {
                w.find = true;
                f.sharing = shared("Private");
            },
            Wrong(Cause::SharingPrivate),
        ),
        (
            "private, with View All",
            Sharing,
            |f, w| {
                w.update = true;
                f.sharing = shared("Private");
                if let Look::Seen(rows) = &mut f.object_permissions {
                    rows[0].view_all = true;
                }
            },
            Proven,
        ),
        (
            "open",
            Sharing,
            |f, w| {
                w.update = true;
                f.sharing = shared("ReadWrite");
            },
            Proven,
        ),
        (
            "hidden",
            Sharing,
            |f, w| {
                w.update = true;
                f.sharing = hidden();
            },
            hid(),
        ),
    ]);
}

#[test]
fn no_more_than_is_needed() {
    run(&[
        (
            "a power over the whole org",
            LeastPrivilege,
            |f, _| {
                if let Look::Seen(rows) = &mut f.powers {
                    rows[1].excessive = vec!["AuthorApex".into()];
                }
            },
            Wrong(Cause::OverPrivileged),
        ),
        (
            "of a set that is not assigned",
            LeastPrivilege,
            |f, _| {
                if let Look::Seen(rows) = &mut f.powers {
                    rows.push(Powers {
                        excessive: vec!["AuthorApex".into()],
                        ..powers("0PS000000000077")
                    });
                }
            },
            Proven,
        ),
        (
            "every record of the object",
            LeastPrivilege,
            |f, _| {
                if let Look::Seen(rows) = &mut f.object_permissions {
                    rows[0].modify_all = true;
                }
            },
            Wrong(Cause::OverPrivileged),
        ),
        (
            "another object",
            LeastPrivilege,
            |f, _| {
                if let Look::Seen(rows) = &mut f.own_object_permissions {
                    rows.push(read("Campaign"));
                }
            },
            Wrong(Cause::SurplusAccess),
        ),
        (
            "another right",
            LeastPrivilege,
            |f, _| f.own_object_permissions = Look::Seen(vec![on_object(SET, true, true, true)]),
            Wrong(Cause::SurplusAccess),
        ),
        (
            "another field",
            LeastPrivilege,
            |f, _| {
                if let Look::Seen(rows) = &mut f.own_field_permissions {
                    rows.push(on_field(SET, "Phone"));
                }
            },
            Wrong(Cause::SurplusAccess),
        ),
        (
            "what the profile grants is no surplus",
            LeastPrivilege,
            |f, _| {
                if let Look::Seen(rows) = &mut f.object_permissions {
                    rows.push(ObjectPermission {
                        object: "Campaign".into(),
                        ..on_object(PROFILE_SET, true, true, true)
                    });
                }
            },
            Proven,
        ),
        ("hidden", LeastPrivilege, |f, _| f.powers = hidden(), hid()),
        (
            "same label",
            PermissionSetOwn,
            |f, _| {
                let twin = PermissionSet {
                    id: "0PS000000000002".into(),
                    name: "Other".into(),
                    ..sets(f).clone()
                };
                if let Look::Seen(rows) = &mut f.permission_sets {
                    rows.push(twin);
                }
            },
            Wrong(Cause::PermissionSetDuplicateLabel),
        ),
        (
            "managed",
            PermissionSetOwn,
            |f, _| sets(f).namespace = "ns".into(),
            Wrong(Cause::PermissionSetManaged),
        ),
        (
            "shared",
            PermissionSetOwn,
            |f, _| {
                if let Look::Seen(rows) = &mut f.holders {
                    rows.push(holder("005000000000008", "other@acme.example"));
                }
            },
            Wrong(Cause::PermissionSetShared),
        ),
        ("hidden", PermissionSetOwn, |f, _| f.holders = hidden(), hid()),
    ]);
}

/// Taking away any grant of the closure makes a check fail; adding any makes it say surplus.
#[test]
fn the_closure_is_exact() {
    let wrong = |facts: &OrgFacts| -> Vec<Cause> {
        let report = answers(facts, &wishes());
        report
            .answers
            .iter()
            .flat_map(|(_, outcome)| outcome.causes().collect::<Vec<_>>())
            .collect()
    };
    assert_eq!(wrong(&healthy()), []);
    let without = |change: fn(&mut Vec<ObjectPermission>, &mut Vec<FieldPermission>)| {
        let mut facts = healthy();
        let (Look::Seen(objects), Look::Seen(fields)) =
            (&mut facts.object_permissions, &mut facts.field_permissions)
        else {
            panic!("not seen")
        };
        change(objects, fields);
        wrong(&facts)
    };
    assert_eq!(
        without(|objects, _| objects[0].read = false),
        [Cause::ObjectPermissionMissing]
    );
    assert_eq!(
        without(|objects, _| objects[0].create = false),
        [Cause::ObjectPermissionMissing]
    );
    assert_eq!(
        without(|_, fields| fields[0].edit = false),
        [Cause::FieldPermissionMissing]
    );
    assert_eq!(
        without(|_, fields| {
            fields.remove(1);
        }),
        [Cause::FieldPermissionMissing]
    );
    let rights: [fn(&mut ObjectPermission); 5] = [
        |row| row.edit = true,
        |row| row.delete = true,
        |row| row.view_all = true,
        |row| row.view_all_fields = true,
        |row| row.modify_all = true,
    ];
    for add in rights {
        let mut facts = healthy();
        if let Look::Seen(rows) = &mut facts.own_object_permissions {
            add(&mut rows[0]);
        }
        assert_eq!(wrong(&facts), [Cause::SurplusAccess]);
    }
}
