//! Permission sets, object permissions and field permissions.

use super::*;

#[test]
fn a_permission_set_has_a_good_unique_name_and_a_licence_for_life() {
    let mut org = empty_org();
    let set = account_set(&mut org, Some(API_LICENSE));
    assert!(set.starts_with("0PS"));
    let cases = [
        (
            json!({"Name": "jotform", "Label": "x"}),
            "DUPLICATE_DEVELOPER_NAME",
        ),
        (
            json!({"Name": "Two Words", "Label": "x"}),
            "FIELD_INTEGRITY_EXCEPTION",
        ),
        (json!({"Name": "1st", "Label": "x"}), "FIELD_INTEGRITY_EXCEPTION"),
        (json!({"Name": "A__B", "Label": "x"}), "FIELD_INTEGRITY_EXCEPTION"),
        (json!({"Name": "End_", "Label": "x"}), "FIELD_INTEGRITY_EXCEPTION"),
        (json!({"Name": "Fine"}), "REQUIRED_FIELD_MISSING"),
        (
            json!({"Name": "Fine", "Label": "x", "LicenseId": admin(&org).user_id}),
            "INVALID_CROSS_REFERENCE_KEY",
        ),
    ];
    for (fields, code) in cases {
        assert_eq!(refusal(make(&mut org, "PermissionSet", fields)).0, code);
    }
    let other = id_of(&org, LOOK_ALIKE.0, LOOK_ALIKE.1, LOOK_ALIKE.2);
    let refused = refusal(change(
        &mut org,
        "PermissionSet",
        &set,
        json!({"LicenseId": other}),
    ));
    assert_eq!(refused.0, "INVALID_FIELD_FOR_INSERT_UPDATE");
    let system = org.system();
    assert!(
        org.update(&system, "PermissionSet", &set, row(json!({"LicenseId": other})))
            .is_err()
    );
    change(
        &mut org,
        "PermissionSet",
        &set,
        json!({"Label": "Renamed", "HasActivationRequired": true}),
    )
    .unwrap();
    assert_eq!(
        org.store.get("PermissionSet", &set).unwrap().text("Type"),
        Some("Session")
    );
}

#[test]
fn a_set_takes_its_permissions_with_it_but_not_while_it_is_assigned() {
    let mut org = empty_org();
    let set = account_set(&mut org, None);
    let assignment = json!({"AssigneeId": admin(&org).user_id, "PermissionSetId": set});
    let assignment = make(&mut org, "PermissionSetAssignment", assignment).unwrap();
    assert_eq!(refusal(take(&mut org, "PermissionSet", &set)).0, "DELETE_FAILED");
    take(&mut org, "PermissionSetAssignment", &assignment).unwrap();
    take(&mut org, "PermissionSet", &set).unwrap();
    assert!(
        !org.store
            .rows("ObjectPermissions")
            .any(|row| row.text("ParentId") == Some(&set))
    );
}

#[test]
fn object_permissions_depend_on_each_other() {
    let mut org = empty_org();
    let set = make(&mut org, "PermissionSet", json!({"Name": "Set", "Label": "Set"})).unwrap();
    let rights = |object: &str, names: &[&str]| {
        let mut fields = json!({"ParentId": set, "SobjectType": object});
        for name in names {
            fields[format!("Permissions{name}")] = json!(true);
        }
        fields
    };
    let cases = [
        (
            rights("Lead", &["Create"]),
            "Permission Create Lead depends on permission(s): Read Lead",
        ),
        (
            rights("Lead", &["Edit"]),
            "Permission Edit Lead depends on permission(s): Read Lead",
        ),
        (
            rights("Lead", &["Read", "Delete"]),
            "Permission Delete Lead depends on permission(s): Edit Lead",
        ),
        (
            rights("Contact", &["Read"]),
            "Permission Read Contact depends on permission(s): Read Account",
        ),
        (
            rights("Case", &["Read"]),
            "Permission Read Case depends on permission(s): Read Account, Read Contact",
        ),
        (
            rights("Shoe", &["Read"]),
            "Sobject Type Name: bad value for restricted picklist field: Shoe",
        ),
        (
            rights("User", &["Read"]),
            "Sobject Type Name: bad value for restricted picklist field: User",
        ),
    ];
    for (fields, text) in cases {
        assert_eq!(refusal(make(&mut org, "ObjectPermissions", fields)).1, text);
    }
    let account = make(
        &mut org,
        "ObjectPermissions",
        rights("Account", &["Read", "Create"]),
    )
    .unwrap();
    make(
        &mut org,
        "ObjectPermissions",
        rights("Contact", &["Read", "Create", "Edit"]),
    )
    .unwrap();
    assert_eq!(
        refusal(make(&mut org, "ObjectPermissions", rights("Account", &["Read"]))).0,
        "DUPLICATE_VALUE"
    );
    let needed = "Permission Read Contact depends on permission(s): Read Account";
    let nothing = json!({"PermissionsRead": false, "PermissionsCreate": false});
    assert_eq!(
        refusal(change(&mut org, "ObjectPermissions", &account, nothing)).1,
        needed
    );
    assert_eq!(refusal(take(&mut org, "ObjectPermissions", &account)).1, needed);
}

#[test]
fn no_row_means_no_access() {
    let mut org = empty_org();
    let set = account_set(&mut org, None);
    let id = id_of(&org, "ObjectPermissions", "ParentId", &set);
    change(
        &mut org,
        "ObjectPermissions",
        &id,
        json!({"PermissionsRead": false}),
    )
    .unwrap();
    assert!(org.store.get("ObjectPermissions", &id).is_none());
}

#[test]
fn field_permissions_sit_on_permissionable_fields_and_compounds() {
    let mut org = empty_org();
    let set = account_set(&mut org, None);
    let field = |object: &str, field: &str, edit: bool, read: bool| json!({"ParentId": set, "SobjectType": object, "Field": field, "PermissionsEdit": edit, "PermissionsRead": read});
    let bad = "bad value for restricted picklist field";
    let cases = [
        (
            field("Lead", "Lead.Email", true, false),
            "Permission Edit Email depends on permission(s): Read Email",
        ),
        (field("Lead", "Lead.LastName", false, true), bad),
        (field("Lead", "Lead.OwnerId", false, true), bad),
        (field("Lead", "Lead.Name", false, true), bad),
        (field("Account", "Account.BillingCity", false, true), bad),
        (field("Account", "Lead.Email", false, true), bad),
        (field("Lead", "Email", false, true), bad),
        (field("Lead", "Lead.Shoe", false, true), bad),
    ];
    for (fields, text) in cases {
        let (_, message) = refusal(make(&mut org, "FieldPermissions", fields));
        assert!(message.contains(text), "{message}");
    }
    let address = field("Account", "Account.BillingAddress", true, true);
    make(&mut org, "FieldPermissions", address.clone()).unwrap();
    assert_eq!(
        refusal(make(&mut org, "FieldPermissions", address)).0,
        "DUPLICATE_VALUE"
    );
}

#[test]
fn with_person_accounts_the_account_depends_on_the_contact() {
    let mut org = org_with(json!({"person_accounts": true}));
    let set = make(&mut org, "PermissionSet", json!({"Name": "Set", "Label": "Set"})).unwrap();
    let read = |object: &str| json!({"ParentId": set, "SobjectType": object, "PermissionsRead": true});
    let (_, text) = refusal(make(&mut org, "ObjectPermissions", read("Account")));
    assert_eq!(
        text,
        "Permission Read Account depends on permission(s): Read Contact"
    );
    make(&mut org, "ObjectPermissions", read("Contact")).unwrap();
    make(&mut org, "ObjectPermissions", read("Account")).unwrap();
}
