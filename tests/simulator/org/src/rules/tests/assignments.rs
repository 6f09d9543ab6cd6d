//! Assignments: licences that come along, licences that stand in the way, seats.

use super::*;

fn org_with_user() -> (Org, String) {
    let mut org = empty_org();
    let fields = integration_user(&org);
    let user = make(&mut org, "User", fields).unwrap();
    (org, user)
}

fn assign(org: &mut Org, set: &str, user: &str) -> Result<String, ApiError> {
    make(
        org,
        "PermissionSetAssignment",
        json!({"AssigneeId": user, "PermissionSetId": set}),
    )
}

#[test]
fn a_set_with_the_licence_assigns_it_by_itself() {
    let (mut org, user) = org_with_user();
    let set = account_set(&mut org, Some(API_LICENSE));
    let id = assign(&mut org, &set, &user).unwrap();
    assert!(id.starts_with("0Pa"));
    assert_eq!(used(&org, API_LICENSE), 1);
    let license = id_of(&org, API_LICENSE.0, API_LICENSE.1, API_LICENSE.2);
    let held = org
        .store
        .find("PermissionSetLicenseAssign", "AssigneeId", &user)
        .unwrap();
    assert_eq!(held.text("PermissionSetLicenseId"), Some(license.as_str()));
    assert!(org.access(&user).object("Account").read && !org.access(&user).object("Account").create);
    let held = held.text("Id").unwrap().to_owned();
    assert_eq!(
        refusal(take(&mut org, "PermissionSetLicenseAssign", &held)).0,
        "FIELD_INTEGRITY_EXCEPTION"
    );
    take(&mut org, "PermissionSetAssignment", &id).unwrap();
    assert!(!org.access(&user).object("Account").read);
    take(&mut org, "PermissionSetLicenseAssign", &held).unwrap();
    assert_eq!(used(&org, API_LICENSE), 0);
}

#[test]
fn a_set_without_licence_needs_the_licence_assigned_first() {
    let (mut org, user) = org_with_user();
    let set = account_set(&mut org, None);
    let (code, text) = refusal(assign(&mut org, &set, &user));
    assert_eq!(code, "FIELD_INTEGRITY_EXCEPTION");
    let expected = "Can't assign permission set \"Jotform\" to user \"Jotform Integration\". The user license doesn't \
                    allow the permission: Read Accounts";
    assert_eq!(text, expected);
    let license = id_of(&org, API_LICENSE.0, API_LICENSE.1, API_LICENSE.2);
    let direct = json!({"AssigneeId": user, "PermissionSetLicenseId": license});
    assert!(
        make(&mut org, "PermissionSetLicenseAssign", direct.clone())
            .unwrap()
            .starts_with("2LA")
    );
    assert_eq!(
        refusal(make(&mut org, "PermissionSetLicenseAssign", direct)).0,
        "DUPLICATE_VALUE"
    );
    assign(&mut org, &set, &user).unwrap();
    assert!(org.access(&user).object("Account").read);
}

#[test]
fn rights_added_later_must_be_allowed_to_all_holders() {
    let (mut org, user) = org_with_user();
    let set = make(
        &mut org,
        "PermissionSet",
        json!({"Name": "Bare", "Label": "Bare"}),
    )
    .unwrap();
    assign(&mut org, &set, &user).unwrap();
    let read = json!({"ParentId": set, "SobjectType": "Lead", "PermissionsRead": true});
    assert!(
        refusal(make(&mut org, "ObjectPermissions", read))
            .1
            .ends_with("the permission: Read Leads")
    );
}

#[test]
fn the_look_alike_licence_takes_no_object_permission_and_fits_only_its_own_users() {
    let (mut org, user) = org_with_user();
    let license = id_of(&org, LOOK_ALIKE.0, LOOK_ALIKE.1, LOOK_ALIKE.2);
    let set = json!({"Name": "Wrong", "Label": "Wrong", "LicenseId": license});
    let set = make(&mut org, "PermissionSet", set).unwrap();
    let read = json!({"ParentId": set, "SobjectType": "Lead", "PermissionsRead": true});
    let (code, text) = refusal(make(&mut org, "ObjectPermissions", read));
    assert_eq!(code, "FIELD_INTEGRITY_EXCEPTION");
    assert_eq!(text, "The user license doesn't allow the permission: Read Leads");
    assign(&mut org, &set, &user).unwrap();
    assert_eq!(used(&org, API_LICENSE), 0);
    let admin = admin(&org).user_id;
    assert_eq!(
        refusal(assign(&mut org, &set, &admin)).0,
        "FIELD_INTEGRITY_EXCEPTION"
    );
}

#[test]
fn the_permission_set_licence_runs_out_by_itself() {
    for license in [
        json!({"total": 0}),
        json!({"total": 3, "disabled": true}),
        json!({"total": 3, "expires": "2020-01-31"}),
    ] {
        let license = with(license, json!({"name": "SurveyCreatorPsl"}));
        let total = license["total"].as_i64();
        let mut org = org_with(json!({"permission_set_licenses": [license]}));
        if total == Some(0) {
            assert!(
                org.store
                    .find("PermissionSetLicense", "DeveloperName", "SurveyCreatorPsl")
                    .is_none()
            );
            continue;
        }
        let set = account_set(
            &mut org,
            Some(("PermissionSetLicense", "DeveloperName", "SurveyCreatorPsl")),
        );
        let admin = admin(&org).user_id;
        assert_eq!(
            refusal(assign(&mut org, &set, &admin)).0,
            "FIELD_INTEGRITY_EXCEPTION"
        );
    }
    let mut org =
        org_with(json!({"permission_set_licenses": [{"name": "SalesforceAPIIntegrationPsl", "total": 1}]}));
    let set = account_set(&mut org, Some(API_LICENSE));
    let fields = integration_user(&org);
    let user = make(&mut org, "User", fields).unwrap();
    assign(&mut org, &set, &user).unwrap();
    let admin = admin(&org).user_id;
    assert_eq!(
        refusal(assign(&mut org, &set, &admin)).0,
        "LICENSE_LIMIT_EXCEEDED"
    );
}

#[test]
fn an_assignment_is_unique_needs_a_set_and_may_end() {
    let (mut org, user) = org_with_user();
    let set = account_set(&mut org, Some(API_LICENSE));
    let end = "2030-01-01T00:00:00.000+0000";
    let fields = json!({"AssigneeId": user, "PermissionSetId": set, "ExpirationDate": end});
    make(&mut org, "PermissionSetAssignment", fields.clone()).unwrap();
    let (code, text) = refusal(assign(&mut org, &set, &user));
    assert_eq!(code, "DUPLICATE_VALUE");
    assert!(text.starts_with("Duplicate PermissionSetAssignment. Assignee: 005"));
    assert_eq!(
        refusal(make(
            &mut org,
            "PermissionSetAssignment",
            json!({"AssigneeId": user})
        ))
        .0,
        "REQUIRED_FIELD_MISSING"
    );
    let past = json!({"ExpirationDate": "2020-01-01T00:00:00.000+0000", "AssigneeId": admin(&org).user_id});
    let refused = make(&mut org, "PermissionSetAssignment", with(fields, past));
    assert_eq!(refusal(refused).0, "FIELD_INTEGRITY_EXCEPTION");
    assert!(org.access(&user).object("Account").read);
    org.clock.set("2030-01-01T00:00:01Z".parse().unwrap());
    assert!(!org.access(&user).object("Account").read);
}

#[test]
fn a_profiles_own_set_is_neither_assigned_nor_removed() {
    let (mut org, user) = org_with_user();
    let own = org
        .store
        .rows("PermissionSetAssignment")
        .find(|row| row.text("AssigneeId") == Some(&user))
        .unwrap();
    let (own, set) = (
        own.text("Id").unwrap().to_owned(),
        own.text("PermissionSetId").unwrap().to_owned(),
    );
    assert_eq!(
        refusal(take(&mut org, "PermissionSetAssignment", &own)).0,
        "FIELD_INTEGRITY_EXCEPTION"
    );
    let admin = admin(&org).user_id;
    assert_eq!(
        refusal(assign(&mut org, &set, &admin)).0,
        "FIELD_INTEGRITY_EXCEPTION"
    );
}

#[test]
fn a_group_gives_what_its_sets_give_minus_what_it_mutes() {
    let mut org = org_with(json!({
        "users": [{}, {"username": "api@acme.example", "profile": "Minimum Access - API Only Integrations"}],
        "permission_sets": [{
            "name": "Leads", "label": "Leads", "license": "SalesforceAPIIntegrationPsl",
            "object_permissions": {"Lead": ["read", "create", "edit"]},
            "field_permissions": {"Lead.Email": ["read", "edit"], "Lead.Phone": ["read", "edit"]},
        }],
        "permission_set_groups": [{
            "name": "Integrations", "label": "Integrations", "permission_sets": ["Leads"],
            "muted": {"name": "Muted", "label": "Muted", "object_permissions": {"Lead": ["edit"]},
                      "field_permissions": {"Lead.Phone": ["edit"]}},
        }],
        "assignments": [{"user": "api@acme.example", "permission_set_group": "Integrations"}],
    }));
    let user = id_of(&org, "User", "Username", "api@acme.example");
    assert_eq!(used(&org, API_LICENSE), 1);
    let access = org.access(&user);
    let lead = access.object("Lead");
    assert!(lead.read && lead.create && !lead.edit);
    assert!(access.field("Lead", "Email").edit);
    assert!(access.field("Lead", "Phone").read && !access.field("Lead", "Phone").edit);
    let group = id_of(&org, "PermissionSetGroup", "DeveloperName", "Integrations");
    assert!(
        org.store
            .find("PermissionSet", "PermissionSetGroupId", &group)
            .unwrap()
            .text("Type")
            == Some("Group")
    );
    let stands = id_of(&org, "PermissionSet", "PermissionSetGroupId", &group);
    let lead = org
        .store
        .rows("ObjectPermissions")
        .find(|row| row.text("ParentId") == Some(&stands))
        .unwrap();
    assert!(lead.flag("PermissionsCreate") && !lead.flag("PermissionsEdit"));
    let again = json!({"AssigneeId": user, "PermissionSetGroupId": group});
    assert_eq!(
        refusal(make(&mut org, "PermissionSetAssignment", again)).0,
        "DUPLICATE_VALUE"
    );
}

#[test]
fn a_set_that_joins_a_group_reaches_its_members_with_its_licence() {
    let (mut org, user) = org_with_user();
    let group = json!({"DeveloperName": "Group", "MasterLabel": "Group"});
    let group = make(&mut org, "PermissionSetGroup", group).unwrap();
    let member = json!({"AssigneeId": user, "PermissionSetGroupId": group});
    let member = make(&mut org, "PermissionSetAssignment", member).unwrap();
    let bare = account_set(&mut org, None);
    let join = |set: &str| json!({"PermissionSetGroupId": group, "PermissionSetId": set});
    let refused = refusal(make(&mut org, "PermissionSetGroupComponent", join(&bare)));
    assert!(refused.1.ends_with("the permission: Read Accounts"));
    change(&mut org, "PermissionSet", &bare, json!({"Name": "Bare"})).unwrap();
    let set = account_set(&mut org, Some(API_LICENSE));
    make(&mut org, "PermissionSetGroupComponent", join(&set)).unwrap();
    assert_eq!(
        refusal(make(&mut org, "PermissionSetGroupComponent", join(&set))).0,
        "DUPLICATE_VALUE"
    );
    assert_eq!(used(&org, API_LICENSE), 1);
    assert!(org.access(&user).object("Account").read);
    assert_eq!(
        refusal(take(&mut org, "PermissionSetGroup", &group)).0,
        "DELETE_FAILED"
    );
    take(&mut org, "PermissionSetAssignment", &member).unwrap();
    take(&mut org, "PermissionSetGroup", &group).unwrap();
    assert!(
        org.store
            .find("PermissionSet", "PermissionSetGroupId", &group)
            .is_none()
    );
}
