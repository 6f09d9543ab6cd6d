//! Users: required fields, unique names, seats, and what a new user brings with it.

use super::*;

#[test]
fn a_new_user_is_refused_with_salesforces_words() {
    let org = org_with(json!({"taken_usernames": ["elsewhere@other.example"]}));
    let without = |field: &str| {
        let mut fields = integration_user(&org);
        fields.as_object_mut().unwrap().remove(field);
        fields
    };
    let and = |changes: Value| with(integration_user(&org), changes);
    let cases = [
        (
            without("LastName"),
            "REQUIRED_FIELD_MISSING",
            "Required fields are missing: [LastName]",
        ),
        (
            without("Alias"),
            "REQUIRED_FIELD_MISSING",
            "Required fields are missing: [Alias]",
        ),
        (
            without("ProfileId"),
            "REQUIRED_FIELD_MISSING",
            "Required fields are missing: [ProfileId]",
        ),
        (
            without("TimeZoneSidKey"),
            "REQUIRED_FIELD_MISSING",
            "Required fields are missing: [TimeZoneSidKey]",
        ),
        (
            and(json!({"Alias": "far too long"})),
            "STRING_TOO_LONG",
            "Alias: data value too large: far too long (max length=8)",
        ),
        (
            and(json!({"Email": "nobody"})),
            "INVALID_EMAIL_ADDRESS",
            "Email: invalid email address: nobody",
        ),
        (
            and(json!({"Username": "nobody"})),
            "INVALID_EMAIL_ADDRESS",
            "Username must be in the form",
        ),
        (
            and(json!({"Username": "ADMIN@acme.example"})),
            "DUPLICATE_USERNAME",
            "Duplicate Username.",
        ),
        (
            and(json!({"Username": "elsewhere@other.example"})),
            "DUPLICATE_USERNAME",
            "in this or another Salesforce",
        ),
        (
            and(json!({"CommunityNickname": "admin"})),
            "DUPLICATE_COMM_NICKNAME",
            "Another user has already selected",
        ),
        (
            and(json!({"TimeZoneSidKey": "Mars"})),
            "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST",
            "Time Zone: bad value",
        ),
        (
            and(json!({"ProfileId": "00e000000000000"})),
            "INVALID_CROSS_REFERENCE_KEY",
            "invalid cross reference id",
        ),
        (
            and(json!({"ProfileId": "Nobody"})),
            "MALFORMED_ID",
            "Profile ID: id value of incorrect type: Nobody",
        ),
        (
            and(json!({"Shoe": 44})),
            "INVALID_FIELD",
            "No such column 'Shoe' on sobject of type User",
        ),
        (
            and(json!({"UserType": "Guest"})),
            "INVALID_FIELD_FOR_INSERT_UPDATE",
            "create/update fields: UserType",
        ),
    ];
    for (fields, code, text) in cases {
        let mut org = org.clone();
        let (got, message) = refusal(make(&mut org, "User", fields));
        assert_eq!(got, code, "{message}");
        assert!(message.contains(text), "{message}");
    }
}

#[test]
fn a_new_user_takes_a_seat_and_gets_its_login_and_its_profiles_rights() {
    let mut org = empty_org();
    let fields = integration_user(&org);
    let id = make(&mut org, "User", fields).unwrap();
    assert_eq!(used(&org, LOOK_ALIKE), 1);
    assert!(org.store.find("UserLogin", "UserId", &id).is_some());
    assert_eq!(
        org.store.get("User", &id).unwrap().text("Name"),
        Some("Jotform Integration")
    );
    let access = org.access(&id);
    assert!(access.has("PermissionsApiUserOnly") && access.has("ApiEnabled") && !access.has("ViewSetup"));
    assert!(org.is_api_only(&id) && !org.is_api_only(&admin(&org).user_id));
    assert!(!access.object("Lead").read);
    let own = org
        .store
        .rows("PermissionSet")
        .find(|set| set.flag("PermissionsApiUserOnly"))
        .unwrap();
    assert!(own.flag("IsOwnedByProfile") && own.text("ProfileId").is_some());
}

#[test]
fn the_user_licence_runs_out_and_an_inactive_user_frees_its_seat() {
    let mut org = org_with(json!({"user_licenses": [{"name": "Salesforce Integration", "total": 1}]}));
    let fields = integration_user(&org);
    let id = make(&mut org, "User", fields.clone()).unwrap();
    let second = with(
        fields,
        json!({"Username": "b@acme.example", "CommunityNickname": "b"}),
    );
    assert_eq!(
        refusal(make(&mut org, "User", second.clone())).0,
        "LICENSE_LIMIT_EXCEEDED"
    );
    change(&mut org, "User", &id, json!({"IsActive": false})).unwrap();
    assert_eq!(used(&org, LOOK_ALIKE), 0);
    make(&mut org, "User", second).unwrap();
    assert_eq!(
        refusal(change(&mut org, "User", &id, json!({"IsActive": true}))).0,
        "LICENSE_LIMIT_EXCEEDED"
    );
}

#[test]
fn a_user_is_never_deleted() {
    let mut org = empty_org();
    let id = admin(&org).user_id;
    let (code, text) = refusal(take(&mut org, "User", &id));
    assert_eq!(
        (code.as_str(), text.as_str()),
        (
            "INVALID_TYPE_FOR_OPERATION",
            "entity type User does not support delete"
        )
    );
}

#[test]
fn a_profile_belongs_to_one_licence_and_changing_it_changes_rights_and_seats() {
    let mut org = empty_org();
    let license = |name: &str| id_of(&org, "UserLicense", "Name", name);
    let (salesforce, integration) = (license("Salesforce"), license("Salesforce Integration"));
    let fields = integration_user(&org);
    let profile = fields["ProfileId"].as_str().unwrap();
    let refused = org.check_profile_of_license(profile, &salesforce).unwrap_err();
    assert_eq!(
        (refused.error_code.as_str(), refused.fields),
        ("FIELD_INTEGRITY_EXCEPTION", vec!["ProfileId".to_owned()])
    );
    assert!(
        org.check_profile_of_license(crate::short_id(profile), &integration)
            .is_ok()
    );
    let id = make(&mut org, "User", fields).unwrap();
    let profile = id_of(&org, "Profile", "Name", "Standard User");
    change(&mut org, "User", &id, json!({"ProfileId": profile})).unwrap();
    assert_eq!(used(&org, LOOK_ALIKE), 0);
    assert!(org.access(&id).object("Lead").create && !org.is_api_only(&id));
}

#[test]
fn profiles_and_licences_speak_the_orgs_language() {
    let org = org_with(json!({"language": "ja"}));
    let label = |kind: &str, label: &str| org.store.find(kind, "MasterLabel", label).is_some();
    assert!(org.store.find("Profile", "Name", "システム管理者").is_some());
    assert!(label("PermissionSetLicense", "Salesforce API インテグレーション"));
    assert!(label("UserLicense", "Salesforce インテグレーション"));
    let org = org_with(json!({"language": "qps"}));
    let id = id_of(
        &org,
        "PermissionSetLicense",
        "DeveloperName",
        "SalesforceAPIIntegrationPsl",
    );
    let row = org.store.get("PermissionSetLicense", &id).unwrap();
    assert_ne!(row["MasterLabel"], "Salesforce API Integration");
}

#[test]
fn a_flow_or_trigger_on_user_blocks_the_save() {
    for (kind, code) in [
        ("flow", "CANNOT_EXECUTE_FLOW_TRIGGER"),
        ("trigger", "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY"),
    ] {
        let automation =
            json!({"kind": kind, "name": "Check", "object": "User", "refuses": "Ask the service desk"});
        let mut org = org_with(json!({"automation": [automation]}));
        let fields = integration_user(&org);
        let (got, text) = refusal(make(&mut org, "User", fields));
        assert_eq!(got, code);
        assert!(text.ends_with("Ask the service desk"), "{text}");
        assert_eq!(
            org.store.rows("ApexTrigger").count(),
            usize::from(kind == "trigger")
        );
    }
}

#[test]
fn small_editions_have_no_licences_for_integrations() {
    let org = org_with(json!({"edition": "Professional Edition"}));
    assert!(
        org.store
            .find("UserLicense", "Name", "Salesforce Integration")
            .is_none()
    );
    assert!(
        org.store
            .find(
                "PermissionSetLicense",
                "DeveloperName",
                "SalesforceAPIIntegrationPsl"
            )
            .is_none()
    );
    assert!(
        org.store
            .find("Profile", "Name", "Minimum Access - API Only Integrations")
            .is_none()
    );
}
