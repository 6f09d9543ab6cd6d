//! Access to the object and its fields.

use super::*;

/// What the set grants, and with that the user.
fn grant(facts: &mut OrgFacts, rows: Vec<ObjectPermission>) {
    facts.object_permissions = Look::Seen(rows.clone());
    facts.own_object_permissions = Look::Seen(rows);
}

#[test]
fn access() {
    use CheckId::{FieldAccess, ObjectAccess, PermissionSetAccess};
    run(&[
        (
            "the set lacks create",
            PermissionSetAccess,
            |f, _| grant(f, vec![on_object(SET, true, false, true)]),
            Wrong(Cause::ObjectPermissionMissing),
        ),
        (
            "the set lacks the object",
            PermissionSetAccess,
            |f, _| grant(f, vec![]),
            Wrong(Cause::ObjectPermissionMissing),
        ),
        (
            "edit is needed to update",
            PermissionSetAccess,
            |_, w| (w.edit, w.update) = (true, true),
            Wrong(Cause::ObjectPermissionMissing),
        ),
        (
            "the set lacks a field",
            PermissionSetAccess,
            |f, _| {
                f.own_field_permissions = Look::Seen(vec![on_field(SET, "Email")]);
                f.field_permissions = Look::Seen(vec![on_field(SET, "Email")]);
            },
            Wrong(Cause::FieldPermissionMissing),
        ),
        (
            "the set lacks what the user has from elsewhere",
            PermissionSetAccess,
            |f, _| {
                f.own_object_permissions = Look::Seen(vec![]);
                f.own_field_permissions = Look::Seen(vec![]);
            },
            Proven,
        ),
        (
            "set access hidden",
            PermissionSetAccess,
            |f, _| f.own_object_permissions = hidden(),
            hid(),
        ),
        (
            "no object",
            PermissionSetAccess,
            |_, w| w.object.clear(),
            Unknown(Why::NothingToCheck),
        ),
        (
            "no set",
            PermissionSetAccess,
            |f, _| f.permission_sets = Look::Seen(vec![]),
            Unknown(Why::DependsOn(CheckId::PermissionSet)),
        ),
        (
            "object missing",
            ObjectAccess,
            |f, _| f.object_permissions = Look::Seen(vec![]),
            Wrong(Cause::ObjectPermissionMissing),
        ),
        (
            "union of profile and group",
            ObjectAccess,
            |f, _| {
                f.assignments = Look::Seen(vec![
                    assignment(SET),
                    Assignment {
                        of_profile: true,
                        ..assignment(PROFILE_SET)
                    },
                    Assignment {
                        group_id: Some("0PG000000000001".into()),
                        ..assignment("0PS000000000005")
                    },
                ]);
                f.object_permissions = Look::Seen(vec![
                    on_object(PROFILE_SET, true, false, false),
                    on_object("0PS000000000005", false, true, false),
                ]);
            },
            Proven,
        ),
        (
            "rows of what is not assigned do not count",
            ObjectAccess,
            |f, _| f.object_permissions = Look::Seen(vec![on_object("0PS000000000077", true, true, true)]),
            Wrong(Cause::ObjectPermissionMissing),
        ),
        (
            "unassigned is the assignment's matter",
            ObjectAccess,
            |f, _| {
                f.assignments = Look::Seen(vec![]);
                f.object_permissions = Look::Seen(vec![]);
            },
            Unknown(Why::DependsOn(CheckId::Assignment)),
        ),
        (
            "hidden",
            ObjectAccess,
            |f, _| f.object_permissions = hidden(),
            hid(),
        ),
        (
            "no user",
            ObjectAccess,
            |f, _| nobody(f),
            Unknown(Why::DependsOn(CheckId::User)),
        ),
        (
            "field missing",
            FieldAccess,
            |f, _| f.field_permissions = Look::Seen(vec![on_field(SET, "Address")]),
            Wrong(Cause::FieldPermissionMissing),
        ),
        (
            "read only field",
            FieldAccess,
            |f, _| {
                let email = FieldPermission {
                    edit: false,
                    ..on_field(SET, "Email")
                };
                f.field_permissions = Look::Seen(vec![email, on_field(SET, "Address")]);
            },
            Wrong(Cause::FieldPermissionMissing),
        ),
        (
            "the part's permission does not do for the compound",
            FieldAccess,
            |f, _| f.field_permissions = Look::Seen(vec![on_field(SET, "Email"), on_field(SET, "City")]),
            Wrong(Cause::FieldPermissionMissing),
        ),
        (
            "fields for all need nothing",
            FieldAccess,
            |f, w| {
                w.fields = vec!["LastName".into(), "Company".into(), "OwnerId".into()];
                f.field_permissions = Look::Seen(vec![]);
            },
            Proven,
        ),
        (
            "known without a description",
            FieldAccess,
            |f, _| f.description = Look::Hidden("Lead".into()),
            Proven,
        ),
        (
            "fields hidden",
            FieldAccess,
            |f, _| f.field_permissions = hidden(),
            hid(),
        ),
        (
            "no user for fields",
            FieldAccess,
            |f, _| nobody(f),
            Unknown(Why::DependsOn(CheckId::User)),
        ),
    ]);
}

#[test]
fn permissions_are_looked_for_where_they_sit() {
    let (facts, mut wishes) = (healthy(), wishes());
    wishes.fields.push("Custom__c".into());
    assert_eq!(
        permission_fields(&facts, &wishes),
        ["Address", "Email"],
        "nothing can be granted on a field that does not exist"
    );
    let undescribed = OrgFacts {
        description: Look::NoAnswer,
        ..healthy()
    };
    assert_eq!(
        permission_fields(&undescribed, &wishes),
        ["Address", "Custom__c", "Email"]
    );
    wishes.object = "Account".into();
    wishes.fields = ["Name", "BillingCity", "BillingCountryCode", "Phone"]
        .map(str::to_owned)
        .to_vec();
    assert_eq!(
        permission_fields(&undescribed, &wishes),
        ["BillingAddress", "Phone"]
    );
}
