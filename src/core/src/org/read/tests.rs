//! Identities, limits, refusals and rights.

use super::*;
use serde_json::json;

#[test]
fn identity_needs_both_ids() {
    let good = json!({"identity": "https://login.salesforce.com/id/00D000000000001EAA/005000000000001AAA"});
    assert_eq!(
        identity(&good.into()),
        Some(Identity {
            organization_id: "00D000000000001".into(),
            user_id: "005000000000001".into()
        })
    );
    for bad in [
        json!({}),
        json!({"identity": null}),
        json!({"identity": "https://x/id/00D000000000001EAA"}),
        json!({"identity": "https://x/other/00D000000000001EAA/005000000000001AAA"}),
        json!({"identity": "/id/005000000000001AAA/00D000000000001EAA"}),
        json!([]),
    ] {
        assert_eq!(identity(&bad.clone().into()), None, "{bad}");
    }
}

#[test]
fn usage_is_read_from_the_header() {
    assert_eq!(api_usage("api-usage=18/15000"), Some((18, 15000)));
    assert_eq!(
        api_usage("per-app-api-usage=1/2(appName=x); api-usage=3/4"),
        Some((3, 4))
    );
    for bad in ["", "api-usage=", "api-usage=x/y", "api-usage=1"] {
        assert_eq!(api_usage(bad), None, "{bad}");
    }
}

#[test]
fn hidden_refused_cut_and_empty_are_different() {
    let composite = Json::from(json!({"compositeResponse": [
        {"referenceId": "User", "httpStatusCode": 200, "body": {"done": true, "records": []}},
        {"referenceId": "UserLogin", "httpStatusCode": 400,
         "body": [{"errorCode": "INVALID_TYPE", "message": "sObject type 'UserLogin' is not supported."}]},
        {"referenceId": "LoginHistory", "httpStatusCode": 500, "body": [{"errorCode": "UNKNOWN_EXCEPTION"}]},
        {"referenceId": "Profile", "httpStatusCode": 200, "body": {"done": false, "records": []}},
        {"referenceId": "OauthToken", "httpStatusCode": 200, "body": {"done": true}},
    ]}));
    let mut facts = OrgFacts::default();
    for which in [
        Part::Users,
        Part::Login,
        Part::Logins,
        Part::ApiOnlyProfiles,
        Part::Tokens,
        Part::Apps,
    ] {
        keep(&mut facts, which, part(&composite, which));
    }
    assert_eq!(facts.users, Look::Seen(vec![]));
    assert_eq!(facts.login, Look::Hidden("UserLogin".into()));
    assert_eq!(facts.logins, Look::Refused("UNKNOWN_EXCEPTION".into()));
    assert_eq!(facts.api_only_profiles, Look::NoAnswer);
    assert_eq!(facts.tokens, Look::NoAnswer);
    assert_eq!(facts.apps, Look::NoAnswer);
    assert_eq!(facts.components, Look::NotAsked);
}

#[test]
fn rights_are_told_in_one_row() {
    let row = |internal: bool| {
        json!({"PermissionsViewSetup": true, "PermissionsAssignPermissionSets": false,
            "PermissionsManageProfilesPermissionsets": true, "PermissionsManageUsers": false,
            "PermissionsManageInternalUsers": internal})
    };
    let missing = |rows: Vec<serde_json::Value>| {
        let rows: Vec<Json> = rows.into_iter().map(Json::from).collect();
        missing_rights(Look::Seen(&rows))
    };
    assert_eq!(
        missing(vec![row(true)]),
        Look::Seen(vec!["PermissionsAssignPermissionSets".into()])
    );
    assert_eq!(
        missing(vec![row(false)]),
        Look::Seen(vec![
            "PermissionsAssignPermissionSets".into(),
            "PermissionsManageInternalUsers".into()
        ])
    );
    assert_eq!(missing(vec![]), Look::Hidden("UserPermissionAccess".into()));
    assert_eq!(missing_rights(Look::NoAnswer), Look::NoAnswer);
}

#[test]
fn rows_of_sets_within_groups_tell_whether_the_set_waits() {
    let answer = |parent: serde_json::Value| {
        Json::from(json!({"done": true, "records": [{
            "Id": "110000000000001AAA", "ParentId": "0PS000000000001AAA", "Parent": parent,
            "SobjectType": "Lead", "Field": "Lead.Email", "PermissionsRead": true}]}))
    };
    for (parent, waits) in [
        (json!({"HasActivationRequired": true}), true),
        (json!({"HasActivationRequired": false}), false),
        (json!(null), false),
    ] {
        let body = answer(parent);
        let mut facts = OrgFacts::default();
        keep(&mut facts, Part::GroupObjectPermissions, Look::Seen(&body));
        keep(&mut facts, Part::GroupFieldPermissions, Look::Seen(&body));
        assert_eq!(facts.group_object_permissions.seen().unwrap()[0].waits, waits);
        assert_eq!(facts.group_field_permissions.seen().unwrap()[0].waits, waits);
    }
}
