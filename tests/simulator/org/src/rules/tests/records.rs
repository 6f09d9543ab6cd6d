//! Business records, written with the rights of an integration user.

use super::*;

/// An org whose integration user may read and create leads, with some of their fields.
fn lead_org(more: Value) -> Org {
    org_with(with(
        json!({
            "users": [{}, {"username": "api@acme.example", "profile": "Minimum Access - API Only Integrations"}],
            "permission_sets": [{
                "name": "Leads", "label": "Leads", "license": "SalesforceAPIIntegrationPsl",
                "object_permissions": {"Lead": ["read", "create"], "Account": ["read"], "Contact": ["read", "create"]},
                "field_permissions": {
                    "Lead.Email": ["read", "edit"], "Lead.Phone": ["read"], "Lead.Address": ["read", "edit"],
                    "Contact.AccountId": ["read", "edit"],
                },
            }],
            "assignments": [{"user": "api@acme.example", "permission_set": "Leads"}],
        }),
        more,
    ))
}

fn as_user(org: &mut Org, object: &str, fields: Value) -> Result<String, ApiError> {
    let caller = caller(org, "api@acme.example");
    org.create(&caller, object, row(fields))
        .map_err(|errors| errors[0].clone())
}

#[test]
fn a_user_writes_what_its_access_allows_and_nothing_else() {
    let mut org = lead_org(json!({}));
    let lead = |more: Value| with(json!({"LastName": "Lovelace", "Company": "Engines"}), more);
    let cases = [
        (
            "Lead",
            lead(json!({"Company": null})),
            "REQUIRED_FIELD_MISSING",
            "Required fields are missing: [Company]",
        ),
        (
            "Lead",
            lead(json!({"Phone": "1"})),
            "INVALID_FIELD_FOR_INSERT_UPDATE",
            "Unable to create/update fields: Phone.",
        ),
        (
            "Lead",
            lead(json!({"Title": "Countess"})),
            "INVALID_FIELD",
            "No such column 'Title' on sobject of type Lead",
        ),
        (
            "Lead",
            lead(json!({"Email": "x"})),
            "INVALID_EMAIL_ADDRESS",
            "Email: invalid email address: x",
        ),
        (
            "Lead",
            lead(json!({"Email": true})),
            "JSON_PARSER_ERROR",
            "Cannot deserialize instance of email",
        ),
        (
            "Account",
            json!({"Name": "A"}),
            "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
            "entity type cannot be inserted: Account",
        ),
        (
            "Opportunity",
            json!({"Name": "A"}),
            "INVALID_TYPE",
            "sObject type 'Opportunity' is not supported.",
        ),
        (
            "PermissionSet",
            json!({"Name": "A", "Label": "A"}),
            "INVALID_TYPE",
            "sObject type 'PermissionSet' is not supported.",
        ),
        (
            "User",
            json!({}),
            "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
            "entity type cannot be inserted: User",
        ),
    ];
    for (object, fields, code, text) in cases {
        let (got, message) = refusal(as_user(&mut org, object, fields));
        assert_eq!(got, code, "{message}");
        assert!(message.contains(text), "{message}");
    }
    let id = as_user(
        &mut org,
        "Lead",
        lead(json!({"FirstName": "Ada", "Email": "ada@x.example", "City": "London"})),
    )
    .unwrap();
    let stored = org.store.get("Lead", &id).unwrap();
    assert_eq!(stored.text("Name"), Some("Ada Lovelace"));
    assert_eq!(stored.text("Status"), Some("Open - Not Contacted"));
    assert_eq!(stored["Address"]["city"], "London");
    let caller = caller(&org, "api@acme.example");
    assert_eq!(stored.text("CreatedById"), Some(caller.user_id.as_str()));
    let errors = org
        .update(&caller, "Lead", &id, row(json!({"City": "Paris"})))
        .unwrap_err();
    assert_eq!(errors[0].error_code, "INSUFFICIENT_ACCESS_OR_READONLY");
    assert_eq!(errors[0].message, "insufficient access rights on object id");
    assert_eq!(
        org.delete(&caller, "Lead", &id).unwrap_err()[0].error_code,
        "INSUFFICIENT_ACCESS_OR_READONLY"
    );
    change(&mut org, "Lead", &id, json!({"City": "Paris"})).unwrap();
    assert_eq!(org.store.get("Lead", &id).unwrap()["Address"]["city"], "Paris");
    assert_eq!(
        org.store.get("Lead", &id).unwrap().text("CreatedById"),
        Some(caller.user_id.as_str())
    );
}

#[test]
fn a_lookup_needs_a_record_that_the_user_can_read() {
    let account = json!([{"object": "Account", "fields": {"Name": "Engines"}}]);
    let mut org = lead_org(json!({"records": account, "sharing": {"Account": "None"}}));
    let account = id_of(&org, "Account", "Name", "Engines");
    let contact = json!({"LastName": "Lovelace", "AccountId": account});
    assert_eq!(
        refusal(as_user(&mut org, "Contact", contact.clone())).0,
        "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY"
    );
    make(&mut org, "Contact", contact).unwrap();
    let wrong = json!({"LastName": "Lovelace", "AccountId": admin(&org).user_id});
    assert_eq!(
        refusal(make(&mut org, "Contact", wrong)).0,
        "INVALID_CROSS_REFERENCE_KEY"
    );
}

#[test]
fn an_active_duplicate_rule_refuses_a_second_lead() {
    let rule =
        json!({"DeveloperName": "Leads", "MasterLabel": "Leads", "SobjectType": "Lead", "IsActive": true});
    let mut org = lead_org(json!({"records": [{"object": "DuplicateRule", "fields": rule}]}));
    let lead = json!({"LastName": "Lovelace", "Company": "Engines", "Email": "ada@x.example"});
    as_user(&mut org, "Lead", lead.clone()).unwrap();
    assert_eq!(refusal(as_user(&mut org, "Lead", lead)).0, "DUPLICATES_DETECTED");
}

#[test]
fn a_campaign_member_is_a_lead_or_a_contact() {
    let mut org = empty_org();
    let campaign = make(&mut org, "Campaign", json!({"Name": "Fair"})).unwrap();
    assert_eq!(
        refusal(make(&mut org, "CampaignMember", json!({"CampaignId": campaign}))).0,
        "REQUIRED_FIELD_MISSING"
    );
    let lead = make(
        &mut org,
        "Lead",
        json!({"LastName": "Lovelace", "Company": "Engines"}),
    )
    .unwrap();
    make(
        &mut org,
        "CampaignMember",
        json!({"CampaignId": campaign, "LeadId": lead}),
    )
    .unwrap();
}

#[test]
fn a_file_hangs_on_the_record_it_was_made_for() {
    let mut org = empty_org();
    let lead = make(
        &mut org,
        "Lead",
        json!({"LastName": "Lovelace", "Company": "Engines"}),
    )
    .unwrap();
    let file = json!({"Title": "cv", "PathOnClient": "cv.pdf", "VersionData": "QQ==", "FirstPublishLocationId": lead});
    make(&mut org, "ContentVersion", file).unwrap();
    assert!(
        org.store
            .find("ContentDocumentLink", "LinkedEntityId", &lead)
            .is_some()
    );
}

#[test]
fn custom_objects_follow_the_same_rules() {
    let object = json!({
        "name": "Inquiry__c", "label": "Inquiry", "plural_label": "Inquiries",
        "fields": [
            {"name": "Topic__c", "label": "Topic", "required": true},
            {"name": "Lead__c", "label": "Lead", "type": "reference", "reference_to": "Lead"},
        ],
    });
    let mut org = org_with(json!({"custom_objects": [object]}));
    assert_eq!(
        refusal(make(&mut org, "Inquiry__c", json!({"Name": "x"}))).1,
        "Required fields are missing: [Topic__c]"
    );
    let id = make(&mut org, "Inquiry__c", json!({"Name": "x", "Topic__c": "Shoes"})).unwrap();
    assert!(id.starts_with("a00"));
}

#[test]
fn view_all_fields_opens_every_field_to_the_eye_only() {
    let org = org_with(json!({
        "users": [{}, {"username": "api@acme.example", "profile": "Minimum Access - API Only Integrations"}],
        "permission_sets": [{
            "name": "All", "label": "All", "license": "SalesforceAPIIntegrationPsl",
            "object_permissions": {"Lead": ["read", "create", "view_all_fields"]},
        }],
        "assignments": [{"user": "api@acme.example", "permission_set": "All"}],
    }));
    let access = org.access(&id_of(&org, "User", "Username", "api@acme.example"));
    assert!(access.field("Lead", "Email").read && !access.field("Lead", "Email").edit);
    assert!(access.field("Lead", "LastName").edit && access.field("Lead", "FirstName").edit);
    assert!(access.field("Lead", "Id").read && !access.field("Lead", "CreatedDate").edit);
}

#[test]
fn automation_changes_and_refuses_what_arrives() {
    let rule = json!({"kind": "validation_rule", "name": "Phone", "object": "Lead", "if_empty": "Email",
        "refuses": "Give an e-mail address."});
    let flow = json!({"kind": "flow", "name": "Rate", "object": "Lead", "sets": {"Rating": "Hot"}});
    let mut org = lead_org(json!({"automation": [rule, flow]}));
    let lead = json!({"LastName": "Lovelace", "Company": "Engines"});
    let refused = as_user(&mut org, "Lead", lead.clone()).unwrap_err();
    assert_eq!(refused.error_code, "FIELD_CUSTOM_VALIDATION_EXCEPTION");
    assert_eq!(
        (refused.message.as_str(), refused.fields),
        ("Give an e-mail address.", vec!["Email".to_owned()])
    );
    let id = as_user(&mut org, "Lead", with(lead, json!({"Email": "ada@x.example"}))).unwrap();
    assert_eq!(org.store.get("Lead", &id).unwrap().text("Rating"), Some("Hot"));
}
