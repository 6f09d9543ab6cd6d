//! Where Jotform only finds records: what is needed then, what is surplus, and what cannot go wrong.

use super::*;
use CheckId::{
    Automation, FieldAccess, Group, LeastPrivilege, Mapping, ObjectAccess, PermissionSetAccess, ProofRecord,
    ProofValues,
};

/// Reading is granted, and nothing more.
fn only_read(facts: &mut OrgFacts, wishes: &mut Wishes) {
    wishes.find = true;
    let fields: Vec<FieldPermission> = ["Email", "Address"]
        .map(|field| FieldPermission {
            edit: false,
            ..on_field(SET, field)
        })
        .to_vec();
    let objects = vec![on_object(SET, true, false, false)];
    facts.object_permissions = Look::Seen(objects.clone());
    facts.own_object_permissions = Look::Seen(objects);
    facts.field_permissions = Look::Seen(fields.clone());
    facts.own_field_permissions = Look::Seen(fields);
}

fn muting(facts: &mut OrgFacts, wishes: &mut Wishes, object: ObjectPermission, field: FieldPermission) {
    only_read(facts, wishes);
    let group = "0PG000000000001";
    let mutes = "0QM000000000001";
    facts.assignments = Look::Seen(vec![Assignment {
        group_id: Some(group.into()),
        ..assignment("0PS000000000005")
    }]);
    facts.components = Look::Seen(vec![component(group, SET), component(group, mutes)]);
    facts.object_permissions = Look::Seen(vec![]);
    facts.field_permissions = Look::Seen(vec![]);
    let own = |parent: &str, row: ObjectPermission| ObjectPermission {
        parent_id: parent.into(),
        ..row
    };
    let fields = |parent: &str, row: FieldPermission| FieldPermission {
        parent_id: parent.into(),
        ..row
    };
    facts.group_object_permissions = Look::Seen(vec![on_object(SET, true, true, false), own(mutes, object)]);
    facts.group_field_permissions = Look::Seen(vec![
        on_field(SET, "Email"),
        on_field(SET, "Address"),
        fields(mutes, field),
    ]);
}

#[test]
fn reading_is_enough_to_find() {
    run(&[
        ("the object", ObjectAccess, only_read, Proven),
        ("the fields", FieldAccess, only_read, Proven),
        ("the set", PermissionSetAccess, only_read, Proven),
        ("and nothing is surplus", LeastPrivilege, only_read, Proven),
        (
            "nor is to see everybody's records",
            LeastPrivilege,
            |f, w| {
                only_read(f, w);
                if let Look::Seen(rows) = &mut f.own_object_permissions {
                    rows[0].view_all = true;
                }
            },
            Proven,
        ),
        (
            "it is not enough to write",
            ObjectAccess,
            |f, w| {
                only_read(f, w);
                w.find = false;
            },
            Wrong(Cause::ObjectPermissionMissing),
        ),
        (
            "nor for the fields",
            FieldAccess,
            |f, w| {
                only_read(f, w);
                w.find = false;
            },
            Wrong(Cause::FieldPermissionMissing),
        ),
        (
            "without reading there is no finding",
            ObjectAccess,
            |f, w| {
                only_read(f, w);
                f.object_permissions = Look::Seen(vec![on_object(SET, false, true, false)]);
            },
            Wrong(Cause::ObjectPermissionMissing),
        ),
        (
            "nor by a field that is hidden",
            FieldAccess,
            |f, w| {
                only_read(f, w);
                f.field_permissions = Look::Seen(vec![on_field(SET, "Address")]);
            },
            Wrong(Cause::FieldPermissionMissing),
        ),
        (
            "to edit a field is surplus",
            LeastPrivilege,
            |f, w| {
                only_read(f, w);
                f.own_field_permissions = Look::Seen(vec![on_field(SET, "Email")]);
            },
            Wrong(Cause::SurplusAccess),
        ),
    ]);
}

#[test]
fn what_a_group_mutes_counts_as_far_as_it_is_needed_to_find() {
    run(&[
        (
            "create and edit may be muted",
            Group,
            |f, w| {
                let field = FieldPermission {
                    read: false,
                    ..on_field(SET, "Email")
                };
                muting(f, w, on_object(SET, false, true, true), field);
            },
            Proven,
        ),
        (
            "read may not",
            Group,
            |f, w| {
                muting(f, w, on_object(SET, true, false, false), on_field(SET, "Phone"));
            },
            Wrong(Cause::GroupMuted),
        ),
        (
            "nor on a field",
            Group,
            |f, w| {
                muting(f, w, on_object(SET, false, true, false), on_field(SET, "Email"));
            },
            Wrong(Cause::GroupMuted),
        ),
    ]);
}

#[test]
fn what_only_counts_for_a_new_record_is_no_fault() {
    run(&[
        (
            "a field that every record needs",
            Mapping,
            |_, w| {
                w.find = true;
                w.mapping.retain(|one| one.field != "Company");
            },
            Proven,
        ),
        (
            "a field that nobody writes",
            Mapping,
            |f, w| {
                w.find = true;
                if let Look::Seen(description) = &mut f.description {
                    description.fields[4].derived = true;
                }
            },
            Proven,
        ),
        (
            "a field that is too short",
            Mapping,
            |f, w| {
                w.find = true;
                if let Look::Seen(description) = &mut f.description {
                    description.fields[5].length = 2;
                }
            },
            Proven,
        ),
        (
            "a field that is not there",
            Mapping,
            |_, w| {
                w.find = true;
                w.mapping[0].field = "Gone__c".into();
            },
            Wrong(Cause::FieldAbsent),
        ),
        (
            "a trigger",
            Automation,
            |f, w| {
                w.find = true;
                f.triggers = Look::Seen(vec![automation("OnLead", "Lead")]);
            },
            Proven,
        ),
    ]);
}

#[test]
fn that_it_works_is_shown_by_a_token_that_was_used() {
    run(&[
        (
            "used",
            ProofRecord,
            |f, w| {
                w.find = true;
                f.proof_records = Look::Seen(vec![]);
            },
            Proven,
        ),
        (
            "not yet",
            ProofRecord,
            |f, w| {
                w.find = true;
                f.tokens = Look::Seen(vec![Token {
                    last_used: None,
                    uses: Some(0),
                    ..token(USER)
                }]);
            },
            Unknown(Why::DependsOn(CheckId::TokenUse)),
        ),
        (
            "somebody else's",
            ProofRecord,
            |f, w| {
                w.find = true;
                f.tokens = Look::Seen(vec![token(ADMIN)]);
            },
            Unknown(Why::DependsOn(CheckId::TokenUse)),
        ),
        (
            "there is nothing to compare",
            ProofValues,
            |_, w| {
                w.find = true;
                w.sent = vec![("Company".into(), "Acme".into())];
            },
            Proven,
        ),
    ]);
}
