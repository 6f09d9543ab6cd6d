//! What a start state says beside the org's rules is told by the interface.

use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use simulated_org::{Org, StartState};

use crate::client::Client;

const USER: &str = "jotform.integration@acme.example";

fn client(org: &Value) -> Client {
    let start = StartState::from_json(&json!({ "org": org }).to_string()).unwrap();
    Client::of(Arc::new(Mutex::new(Org::from_start(&start, 7).unwrap())))
}

fn people() -> Value {
    json!([{}, {
        "username": USER, "last_name": "Integration", "profile": "Minimum Access - API Only Integrations",
        "connected_to": ["Jotform"], "password_expired": true
    }])
}

#[tokio::test]
async fn stored_rows_are_added_changed_and_taken_away() {
    let client = client(&json!({
        "users": people(),
        "rows": [
            {"object": "LoginHistory", "fields": {
                "UserId": {"User": USER}, "LoginTime": {"days_from_now": -1}, "Application": "Jotform",
                "Status": "Restricted IP"
            }},
            {"object": "Organization", "find": {"Name": "Acme"}, "fields": {"TrialExpirationDate": {"days_from_now": 3}}},
            {"object": "PermissionSetLicense", "find": {"DeveloperName": "SalesforceAPIIntegrationPsl"},
             "fields": {"ExpirationDate": {"days_from_now": -2}}},
            {"object": "TwoFactorMethodsInfo", "find": {"UserId": {"User": USER}}, "remove": true},
            {"object": "OauthToken", "find": {"AppName": "Jotform"}, "fields": {"UseCount": 4}},
            {"object": "PackageLicense", "fields": {"NamespacePrefix": "acme", "Status": "Active"}},
            {"object": "UserPackageLicense", "fields": {"PackageLicenseId": {"PackageLicense": "acme"}, "UserId": {"User": USER}}}
        ]
    }));
    let history = client
        .query("SELECT Status, Application FROM LoginHistory ORDER BY LoginTime DESC LIMIT 1")
        .await;
    assert_eq!(history["records"][0]["Status"], "Restricted IP");
    let organization = client.query("SELECT TrialExpirationDate FROM Organization").await;
    assert!(organization["records"][0]["TrialExpirationDate"].is_string());
    let licence = client
        .query("SELECT ExpirationDate FROM PermissionSetLicense WHERE ExpirationDate < TODAY")
        .await;
    assert_eq!(licence["totalSize"], 1);
    let soql = format!("SELECT HasTotp FROM TwoFactorMethodsInfo WHERE User.Username = '{USER}'");
    assert_eq!(client.query(&soql).await["totalSize"], 0);
    let tokens = client.query("SELECT UseCount FROM OauthToken").await;
    assert_eq!(tokens["records"][0]["UseCount"], 4);
    let packages = client
        .query("SELECT User.Username FROM UserPackageLicense WHERE PackageLicense.NamespacePrefix = 'acme'")
        .await;
    assert_eq!(packages["records"][0]["User"]["Username"], USER);
}

#[test]
fn a_row_that_is_not_there_is_an_error_that_names_it() {
    let org =
        json!({"rows": [{"object": "User", "find": {"Username": "x@y.z"}, "fields": {"IsActive": false}}]});
    let start = StartState::from_json(&json!({ "org": org }).to_string()).unwrap();
    let error = Org::from_start(&start, 7).unwrap_err().to_string();
    assert!(error.contains("x@y.z"), "{error}");
}

#[tokio::test]
async fn automation_is_told_by_the_tables_that_salesforce_has_for_it() {
    let client = client(&json!({
        "sharing": {"Lead": "None"},
        "automation": [
            {"kind": "flow", "name": "Set_Rating", "object": "Lead"},
            {"kind": "validation_rule", "name": "Needs_Phone", "object": "Lead", "refuses": "Phone!"},
            {"kind": "trigger", "name": "LeadTrigger", "object": "Lead"}
        ],
        "rows": [{"object": "RecordType", "fields": {"DeveloperName": "Web", "Name": "Web", "SobjectType": "Lead"}}]
    }));
    let flows = client
        .query("SELECT ApiName FROM FlowDefinitionView WHERE TriggerObjectOrEvent.QualifiedApiName = 'Lead' AND IsActive = true")
        .await;
    assert_eq!(flows["records"][0]["ApiName"], "Set_Rating");
    let triggers = client
        .query("SELECT Name FROM ApexTrigger WHERE Status = 'Active'")
        .await;
    assert_eq!(triggers["records"][0]["Name"], "LeadTrigger");
    let soql = "SELECT+ValidationName+FROM+ValidationRule+WHERE+EntityDefinition.QualifiedApiName='Lead'+AND+Active=true";
    let rules = client.get(&format!("/tooling/query/?q={soql}")).await;
    assert_eq!(
        rules.json()["records"][0]["ValidationName"],
        "Needs_Phone",
        "{}",
        rules.text
    );
    let elsewhere = client.get(&format!("/query/?q={soql}")).await;
    assert_eq!(
        (elsewhere.status, elsewhere.error_code().as_str()),
        (400, "INVALID_TYPE")
    );
    let entity = client
        .query("SELECT InternalSharingModel FROM EntityDefinition WHERE QualifiedApiName = 'Lead'")
        .await;
    assert_eq!(entity["records"][0]["InternalSharingModel"], "Private");
    let described = client.get("/sobjects/Lead/describe").await.json();
    assert_eq!(described["recordTypeInfos"].as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn limits_and_passwords_are_told_and_may_stand_in_a_composite_request_or_not() {
    for allowed in [true, false] {
        let client = client(&json!({
            "users": people(),
            "limits": {"data_storage_left": 0, "calls_used": 14_000},
            "unknowns": {"limits_in_composite": allowed, "password_in_composite": allowed}
        }));
        let user = client.org().store.find("User", "Username", USER).unwrap()["Id"].clone();
        let password = format!(
            "/services/data/v65.0/sobjects/User/{}/password",
            user.as_str().unwrap()
        );
        let body = json!({"compositeRequest": [
            {"method": "GET", "url": "/services/data/v65.0/limits", "referenceId": "limits"},
            {"method": "GET", "url": password, "referenceId": "password"}
        ]});
        let answer = client.ask("POST", "/composite", body).await;
        assert_eq!(answer.header("sforce-limit-info"), "api-usage=14001/15000");
        let parts = answer.json()["compositeResponse"].clone();
        if allowed {
            assert_eq!(parts[0]["body"]["DataStorageMB"]["Remaining"], 0);
            assert_eq!(parts[1]["body"]["isExpired"], true);
        } else {
            assert_eq!(parts[0]["httpStatusCode"], 404);
            assert_eq!(parts[1]["httpStatusCode"], 404);
        }
    }
}

#[tokio::test]
async fn what_is_hidden_is_as_unknown_as_what_does_not_exist() {
    let client = client(&json!({"hidden": ["LoginHistory", "User.LastLoginDate"]}));
    let history = client.get("/query/?q=SELECT+Id+FROM+LoginHistory").await;
    assert_eq!(history.error_code(), "INVALID_TYPE");
    let login = client.get("/query/?q=SELECT+LastLoginDate+FROM+User").await;
    assert_eq!(login.error_code(), "INVALID_FIELD");
    assert!(client.query("SELECT Username FROM User").await["totalSize"] == 1);
}

#[tokio::test]
async fn an_administrator_of_a_profile_without_a_right_sees_less() {
    let client = client(&json!({
        "profiles": [{"name": "Half", "like": "System Administrator", "without": ["ManageUsers", "ViewAllData"]}],
        "users": [{"profile": "Half"}]
    }));
    let history = client.get("/query/?q=SELECT+Id+FROM+LoginHistory").await;
    assert_eq!(history.error_code(), "INVALID_TYPE");
    let rights = client
        .query("SELECT PermissionsManageUsers, PermissionsViewSetup FROM UserPermissionAccess")
        .await;
    assert_eq!(rights["records"][0]["PermissionsManageUsers"], false);
    assert_eq!(rights["records"][0]["PermissionsViewSetup"], true);
}

#[tokio::test]
async fn fields_and_picklists_of_the_orgs_own_are_described() {
    let client = client(&json!({
        "state_country_picklists": true,
        "custom_fields": {"Lead": [
            {"name": "Size__c", "label": "Size", "type": "picklist", "values": ["S", "M"], "restricted": true},
            {"name": "Score__c", "label": "Score", "type": "double", "read_only": true}
        ]}
    }));
    let described = client.get("/sobjects/Lead/describe").await.json();
    let field = |name: &str| {
        let fields = described["fields"].as_array().unwrap();
        fields
            .iter()
            .find(|field| field["name"] == name)
            .cloned()
            .unwrap_or_default()
    };
    assert_eq!(field("Size__c")["restrictedPicklist"], true);
    assert_eq!(field("Score__c")["createable"], false);
    assert_eq!(field("StateCode")["compoundFieldName"], "Address");
    assert_eq!(field("CountryCode")["picklistValues"][0]["value"], "US");
}

#[tokio::test]
async fn records_are_made_by_whom_the_start_state_says() {
    let client = client(&json!({
        "users": people(),
        "records": [{"object": "Account", "fields": {"Name": "Proof"}, "created_by": USER, "modified_by": "admin@acme.example"}]
    }));
    let record = client
        .query("SELECT CreatedBy.Username, LastModifiedBy.Username FROM Account")
        .await["records"][0]
        .clone();
    assert_eq!(record["CreatedBy"]["Username"], USER);
    assert_eq!(record["LastModifiedBy"]["Username"], "admin@acme.example");
}

#[tokio::test]
async fn a_group_may_keep_what_it_grants_to_itself_and_a_revoked_assignment_gives_nothing() {
    let org = |rows: bool| {
        json!({
            "users": people(),
            "permission_sets": [{"label": "Leads", "name": "Leads", "license": "SalesforceAPIIntegrationPsl",
                                 "object_permissions": {"Lead": ["read"]}}],
            "permission_set_groups": [{"label": "All", "name": "All", "permission_sets": ["Leads"]}],
            "assignments": [{"user": USER, "permission_set_group": "All"}],
            "unknowns": {"group_set_rows": rows}
        })
    };
    for rows in [true, false] {
        let client = client(&org(rows));
        let soql = "SELECT Id FROM ObjectPermissions WHERE SobjectType = 'Lead' AND Parent.PermissionSetGroupId != null";
        assert_eq!(client.query(soql).await["totalSize"], u32::from(rows));
        let user = client.org().store.find("User", "Username", USER).unwrap()["Id"].clone();
        let reads = |client: &Client| client.org().access(user.as_str().unwrap()).object("Lead").read;
        assert!(reads(&client));
    }
    let mut revoked = org(true);
    revoked["security"] = json!({"user_access_policies": true});
    revoked["rows"] = json!([{"object": "PermissionSetAssignment", "find": {"AssigneeId": {"User": USER},
        "PermissionSetGroupId": {"PermissionSetGroup": "All"}}, "fields": {"IsRevoked": true}}]);
    let client = client(&revoked);
    let user = client.org().store.find("User", "Username", USER).unwrap()["Id"].clone();
    assert!(!client.org().access(user.as_str().unwrap()).object("Lead").read);
}
