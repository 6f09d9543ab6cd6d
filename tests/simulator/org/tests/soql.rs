//! SOQL against an org with records: what is found, and how what is wrong is refused.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use serde_json::{Value, json};
use simulated_org::{ApiError, Caller, Org, Record, StartState};

const START: &str = r#"{"org": {
    "users": [
        {"username": "admin@acme.example"},
        {"username": "plain@acme.example", "first_name": "Pat", "last_name": "Plain", "profile": "Standard User"}
    ],
    "permission_sets": [{"name": "Jotform", "label": "Jotform", "license": "SalesforceAPIIntegrationPsl"}]
}}"#;

struct Fixture {
    org: Org,
    admin: Caller,
    plain: Caller,
}

fn caller(org: &mut Org, username: &str) -> Caller {
    let id = org.store.find("User", "Username", username).unwrap()["Id"]
        .as_str()
        .unwrap()
        .to_owned();
    let sid = org.new_session(&id);
    org.session(&sid).unwrap()
}

fn fields(value: Value) -> Record {
    value.as_object().unwrap().clone().into_iter().collect()
}

impl Fixture {
    fn new() -> Fixture {
        let mut org = Org::from_start(&StartState::from_json(START).unwrap(), 7).unwrap();
        let admin = caller(&mut org, "admin@acme.example");
        let plain = caller(&mut org, "plain@acme.example");
        let mut fixture = Fixture { org, admin, plain };
        let acme = fixture.create("Account", json!({"Name": "Acme", "BillingCity": "Berlin"}));
        let beta = fixture.create("Account", json!({"Name": "beta 100%", "ParentId": acme}));
        fixture.create(
            "Contact",
            json!({"LastName": "Ash", "AccountId": acme, "Email": "ash@acme.example"}),
        );
        fixture.create("Contact", json!({"LastName": "Birch", "AccountId": acme}));
        fixture.create("Contact", json!({"LastName": "Cedar", "AccountId": beta}));
        fixture.create("Contact", json!({"LastName": "Dogwood"}));
        fixture
    }

    fn create(&mut self, object: &str, record: Value) -> String {
        self.org.create(&self.admin, object, fields(record)).unwrap()
    }

    fn records(&self, soql: &str) -> Vec<Record> {
        self.org
            .query(&self.admin, soql)
            .unwrap_or_else(|error| panic!("{soql}: {error}"))
            .records
    }

    /// The values of one field, in order.
    fn column(&self, field: &str, soql: &str) -> Vec<Value> {
        self.records(soql)
            .iter()
            .map(|record| record[field].clone())
            .collect()
    }

    fn contacts(&self, condition: &str) -> Vec<Value> {
        let soql = format!("SELECT LastName FROM Contact WHERE {condition} ORDER BY LastName");
        self.column("LastName", &soql)
    }

    fn error(&self, soql: &str) -> ApiError {
        self.org.query(&self.admin, soql).unwrap_err()
    }
}

#[test]
fn names_are_answered_as_the_schema_spells_them() {
    let fixture = Fixture::new();
    let records = fixture.records("select id, lastname, ACCOUNT.name from CONTACT where lastname = 'ash'");
    let record = &records[0];
    let id = record["Id"].as_str().unwrap();
    assert_eq!(record["LastName"], "Ash");
    assert_eq!(record["attributes"]["type"], "Contact");
    assert!(
        record["attributes"]["url"]
            .as_str()
            .unwrap()
            .ends_with(&format!("/sobjects/Contact/{id}"))
    );
    assert_eq!(record["Account"]["Name"], "Acme");
    assert_eq!(record["Account"]["attributes"]["type"], "Account");
}

#[test]
fn a_missing_parent_is_null_and_paths_go_deep() {
    let fixture = Fixture::new();
    let soql = "SELECT Account.Parent.Name FROM Contact ORDER BY LastName";
    assert_eq!(
        fixture
            .column("Account", soql)
            .iter()
            .map(|account| account["Parent"]["Name"].clone())
            .collect::<Vec<_>>(),
        [Value::Null, Value::Null, json!("Acme"), Value::Null]
    );
    assert_eq!(fixture.records(soql)[3]["Account"], Value::Null);
    let soql = "SELECT Profile.UserLicense.Name FROM User WHERE Username = 'admin@acme.example'";
    assert_eq!(
        fixture.records(soql)[0]["Profile"]["UserLicense"]["Name"],
        "Salesforce"
    );
    let six = "SELECT Parent.Parent.Parent.Parent.Parent.Parent.Name FROM Account";
    assert_eq!(fixture.error(six).error_code, "MALFORMED_QUERY");
}

#[test]
fn conditions_follow_soql() {
    let fixture = Fixture::new();
    for (condition, expected) in [
        ("LastName = 'ASH'", json!(["Ash"])),
        ("LastName != 'Ash'", json!(["Birch", "Cedar", "Dogwood"])),
        (
            "Email != 'ash@acme.example'",
            json!(["Birch", "Cedar", "Dogwood"]),
        ),
        ("Email = null", json!(["Birch", "Cedar", "Dogwood"])),
        ("NOT Email = null", json!(["Ash"])),
        (
            "LastName LIKE '%C%' AND AccountId != null",
            json!(["Birch", "Cedar"]),
        ),
        ("LastName LIKE '_sh'", json!(["Ash"])),
        ("LastName < 'c'", json!(["Ash", "Birch"])),
        ("LastName IN ('ash', 'DOGWOOD')", json!(["Ash", "Dogwood"])),
        ("LastName NOT IN ('ash', 'DOGWOOD')", json!(["Birch", "Cedar"])),
        (
            "(LastName = 'Ash' OR LastName = 'Birch') AND (NOT LastName = 'Ash')",
            json!(["Birch"]),
        ),
        (r"Account.Name LIKE '%\%'", json!(["Cedar"])),
        (
            "CreatedDate = TODAY AND CreatedDate = LAST_N_DAYS:3",
            json!(["Ash", "Birch", "Cedar", "Dogwood"]),
        ),
        ("CreatedDate < 2020-01-01T00:00:00Z", json!([])),
        (
            "CreatedDate > 2020-01-01T00:00:00+02:00 AND IsDeleted = false AND LastName > 'c'",
            json!(["Cedar", "Dogwood"]),
        ),
        (
            "AccountId IN (SELECT Id FROM Account WHERE Name = 'acme')",
            json!(["Ash", "Birch"]),
        ),
        (
            "AccountId NOT IN (SELECT Id FROM Account WHERE Name = 'acme') AND AccountId != null",
            json!(["Cedar"]),
        ),
    ] {
        assert_eq!(json!(fixture.contacts(condition)), expected, "{condition}");
    }
}

#[test]
fn ids_of_both_lengths_are_equal_and_exact() {
    let fixture = Fixture::new();
    let long = fixture.column("Id", "SELECT Id FROM Account WHERE Name = 'Acme'")[0]
        .as_str()
        .unwrap()
        .to_owned();
    let short = &long[..15];
    assert_eq!(fixture.contacts(&format!("AccountId = '{short}'")).len(), 2);
    assert_eq!(fixture.contacts(&format!("AccountId = '{long}'")).len(), 2);
    assert_eq!(
        fixture
            .contacts(&format!("AccountId = '{}'", short.to_lowercase()))
            .len(),
        0
    );
    let error = fixture.error("SELECT Id FROM Contact WHERE AccountId = 'Acme'");
    assert_eq!(error.error_code, "INVALID_QUERY_FILTER_OPERATOR");
    assert!(error.message.ends_with("invalid ID field: Acme"));
}

#[test]
fn order_limit_and_offset() {
    let mut fixture = Fixture::new();
    fixture.create("Contact", json!({"LastName": "elm", "Email": "a@acme.example"}));
    let emails =
        |order: &str| fixture.column("Email", &format!("SELECT Email FROM Contact ORDER BY {order}"));
    assert_eq!(emails("Email")[..3], [Value::Null, Value::Null, Value::Null]);
    assert_eq!(
        emails("Email DESC")[..4],
        [Value::Null, Value::Null, Value::Null, json!("ash@acme.example")]
    );
    assert_eq!(
        emails("Email ASC NULLS LAST")[..2],
        [json!("a@acme.example"), json!("ash@acme.example")]
    );
    assert_eq!(
        fixture.column(
            "LastName",
            "SELECT LastName FROM Contact ORDER BY Account.Name NULLS LAST, LastName DESC"
        ),
        [
            json!("Birch"),
            json!("Ash"),
            json!("Cedar"),
            json!("elm"),
            json!("Dogwood")
        ]
    );
    assert_eq!(
        fixture.column(
            "LastName",
            "SELECT LastName FROM Contact ORDER BY LastName LIMIT 2 OFFSET 1"
        ),
        [json!("Birch"), json!("Cedar")]
    );
    assert_eq!(
        fixture.error("SELECT Id FROM Contact OFFSET 2001").error_code,
        "NUMBER_OUTSIDE_VALID_RANGE"
    );
}

#[test]
fn children_come_with_their_parent() {
    let fixture = Fixture::new();
    let soql =
        "SELECT Name, (SELECT LastName FROM contacts WHERE LastName != 'Ash') FROM Account ORDER BY Name";
    let accounts = fixture.records(soql);
    assert_eq!(accounts[0]["Contacts"]["totalSize"], 1);
    assert_eq!(accounts[0]["Contacts"]["records"][0]["LastName"], "Birch");
    assert_eq!(accounts[0]["Contacts"]["done"], true);
    let soql = "SELECT Name, (SELECT Id FROM Contacts WHERE LastName = 'Nobody') FROM Account";
    assert_eq!(fixture.records(soql)[0]["Contacts"], Value::Null);
    let error = fixture.error("SELECT Id, (SELECT Id FROM Persons) FROM Account");
    assert_eq!(error.error_code, "INVALID_TYPE");
    assert!(
        error
            .message
            .contains("Didn't understand relationship 'Persons' in FROM part of query call")
    );
}

#[test]
fn counts_and_groups() {
    let fixture = Fixture::new();
    let count = fixture
        .org
        .query(
            &fixture.admin,
            "SELECT COUNT() FROM Contact WHERE AccountId != null",
        )
        .unwrap();
    assert_eq!((count.total_size, count.records.len()), (3, 0));
    let soql = "SELECT COUNT(Email), COUNT_DISTINCT(AccountId) accounts, MAX(LastName) FROM Contact";
    let record = &fixture.records(soql)[0];
    assert_eq!(
        (&record["expr0"], &record["accounts"], &record["expr1"]),
        (&json!(1), &json!(2), &json!("Dogwood"))
    );
    let soql = "SELECT AccountId, COUNT(Id) n FROM Contact WHERE AccountId != null GROUP BY AccountId ORDER BY AccountId";
    assert_eq!(fixture.column("n", soql), [json!(2), json!(1)]);
    assert_eq!(
        fixture
            .error("SELECT LastName, COUNT(Id) FROM Contact")
            .error_code,
        "MALFORMED_QUERY"
    );
}

#[test]
fn what_does_not_exist_is_refused_as_salesforce_refuses_it() {
    let fixture = Fixture::new();
    let error = fixture.error("SELECT Id, Foo FROM Account");
    assert_eq!(error.error_code, "INVALID_FIELD");
    assert_eq!(
        error.message,
        "\nSELECT Id, Foo FROM Account\n           ^\nERROR at Row:1:Column:12\nNo such column 'Foo' on entity \
         'Account'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field \
         name. Please reference your WSDL or the describe call for the appropriate names."
    );
    let error = fixture.error("SELECT Id FROM Foo");
    assert_eq!(error.error_code, "INVALID_TYPE");
    assert!(
        error
            .message
            .contains("\nsObject type 'Foo' is not supported. If you are attempting to use a custom object")
    );
    let error = fixture.error("SELECT Foo.Name FROM Contact");
    assert_eq!(error.error_code, "INVALID_FIELD");
    assert!(
        error
            .message
            .contains("Didn't understand relationship 'Foo' in field path.")
    );
    let error = fixture.error("SELECT Id FRM Account");
    assert_eq!(error.error_code, "MALFORMED_QUERY");
    assert!(error.message.ends_with("unexpected token: 'FRM'"));
    assert_eq!(
        fixture.error("SELECT Id, Name, id FROM Account").message,
        "duplicate field selected: Id"
    );
}

#[test]
fn literals_must_fit_their_field() {
    let fixture = Fixture::new();
    for (soql, message) in [
        (
            "SELECT Id FROM User WHERE IsActive = 'true'",
            "value of filter criterion for field 'IsActive' must be of type boolean and should not be enclosed in quotes",
        ),
        (
            "SELECT Id FROM User WHERE Username = 5",
            "value of filter criterion for field 'Username' must be of type string and should be enclosed in quotes",
        ),
        (
            "SELECT Id FROM Contact WHERE CreatedDate > 2026-01-01",
            "value of filter criterion for field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes",
        ),
        (
            "SELECT Id FROM Contact WHERE Id LIKE '003%'",
            "invalid operator on id field",
        ),
    ] {
        let error = fixture.error(soql);
        assert!(error.message.ends_with(message), "{soql}: {}", error.message);
    }
}

#[test]
fn joins_keep_to_their_limits() {
    let fixture = Fixture::new();
    let join = "AccountId IN (SELECT Id FROM Account)";
    for (condition, message) in [
        (
            format!("{join} OR LastName = 'Ash'"),
            "only allowed at the top level",
        ),
        (format!("(NOT {join})"), "only allowed at the top level"),
        (
            format!("{join} AND {join} AND {join}"),
            "Maximum 2 semi join sub-selects are allowed.",
        ),
        (
            "AccountId IN (SELECT Name FROM Account)".to_owned(),
            "cannot use:'Name'",
        ),
        (
            "LastName IN (SELECT Id FROM Account)".to_owned(),
            "cannot use:'LastName'",
        ),
        (
            "Id IN (SELECT Id FROM Contact)".to_owned(),
            "should not be on the same object type",
        ),
    ] {
        let error = fixture.error(&format!("SELECT Id FROM Contact WHERE {condition}"));
        assert_eq!(error.error_code, "MALFORMED_QUERY");
        assert!(error.message.contains(message), "{condition}: {}", error.message);
    }
}

#[test]
fn fields_functions_need_a_limit() {
    let fixture = Fixture::new();
    let record = &fixture.records("SELECT FIELDS(ALL) FROM Account ORDER BY CreatedDate LIMIT 200")[0];
    assert_eq!(record["BillingCity"], "Berlin");
    assert_eq!(record["BillingAddress"]["city"], "Berlin");
    assert!(
        fixture
            .error("SELECT FIELDS(ALL) FROM Account")
            .message
            .contains("must have a LIMIT of at most 200")
    );
    assert!(
        fixture
            .error("SELECT FIELDS(ALL) FROM Account LIMIT 201")
            .message
            .contains("at most 200")
    );
    assert!(!fixture.records("SELECT FIELDS(STANDARD) FROM Account").is_empty());
}

#[test]
fn what_the_caller_may_not_see_does_not_exist() {
    let fixture = Fixture::new();
    let query = |soql: &str| fixture.org.query(&fixture.plain, soql);
    assert_eq!(
        query("SELECT AppName FROM OauthToken").unwrap_err().error_code,
        "INVALID_TYPE"
    );
    let error = query("SELECT Username FROM User WHERE Id IN (SELECT UserId FROM OauthToken)").unwrap_err();
    assert_eq!(error.error_code, "INVALID_TYPE");
    let rights =
        query("SELECT PermissionsApiEnabled, PermissionsManageUsers FROM UserPermissionAccess").unwrap();
    assert_eq!(rights.records[0]["PermissionsManageUsers"], false);
    let readable =
        query("SELECT QualifiedApiName FROM EntityDefinition WHERE QualifiedApiName = 'OauthToken'").unwrap();
    assert_eq!(readable.total_size, 0);
}

#[test]
fn one_hidden_field_kills_its_query() {
    let mut fixture = Fixture::new();
    let profile = fixture
        .org
        .store
        .find("Profile", "Name", "Standard User")
        .unwrap()["Id"]
        .as_str()
        .unwrap()
        .to_owned();
    let set = fixture.records(&format!(
        "SELECT Id FROM PermissionSet WHERE ProfileId = '{profile}'"
    ))[0]["Id"]
        .clone();
    let soql =
        "SELECT Id, SobjectType, Field FROM FieldPermissions WHERE Field = 'Contact.Email' AND ParentId = ";
    let soql = format!("{soql}'{}'", set.as_str().unwrap());
    assert!(
        fixture
            .org
            .query(&fixture.plain, "SELECT LastName, Email FROM Contact")
            .is_ok()
    );
    let id = fixture.records(&soql)[0]["Id"].as_str().unwrap().to_owned();
    fixture
        .org
        .delete(&fixture.org.system(), "FieldPermissions", &id)
        .unwrap();
    for soql in [
        "SELECT LastName, Email FROM Contact",
        "SELECT Id FROM Contact WHERE Email = null ORDER BY Email",
    ] {
        let error = fixture.org.query(&fixture.plain, soql).unwrap_err();
        assert_eq!(error.error_code, "INVALID_FIELD");
        assert!(
            error
                .message
                .contains("No such column 'Email' on entity 'Contact'")
        );
    }
    let all = fixture
        .org
        .query(&fixture.plain, "SELECT FIELDS(ALL) FROM Contact LIMIT 1")
        .unwrap();
    assert!(!all.records[0].contains_key("Email"));
}

#[test]
fn private_sharing_hides_the_records_of_others() {
    let mut fixture = Fixture::new();
    let organization = fixture.org.settings.organization_id.clone();
    let private = fields(json!({"DefaultAccountAccess": "None"}));
    fixture
        .org
        .update(&fixture.org.system(), "Organization", &organization, private)
        .unwrap();
    let names = |fixture: &Fixture, caller: &Caller| {
        fixture
            .org
            .query(caller, "SELECT Name FROM Account")
            .unwrap()
            .total_size
    };
    assert_eq!(names(&fixture, &fixture.plain), 0);
    assert_eq!(names(&fixture, &fixture.admin), 2);
    fixture
        .org
        .create(&fixture.plain, "Account", fields(json!({"Name": "Mine"})))
        .unwrap();
    assert_eq!(names(&fixture, &fixture.plain), 1);
}

#[test]
fn some_objects_have_traps() {
    let mut fixture = Fixture::new();
    for field in ["Status", "Application"] {
        let error = fixture.error(&format!("SELECT Id FROM LoginHistory WHERE {field} = 'Success'"));
        assert_eq!(error.error_code, "INVALID_FIELD");
        assert!(
            error
                .message
                .ends_with(&format!("field '{field}' can not be filtered in a query call"))
        );
    }
    assert_eq!(
        fixture.error("SELECT Id FROM FieldPermissions").error_code,
        "MALFORMED_QUERY"
    );
    assert_eq!(
        fixture.error("SELECT Id, Field FROM FieldPermissions").error_code,
        "MALFORMED_QUERY"
    );
    assert!(
        !fixture
            .records("SELECT SobjectType, Field FROM FieldPermissions")
            .is_empty()
    );
    let revoked = "SELECT IsRevoked FROM PermissionSetAssignment";
    assert_eq!(fixture.error(revoked).error_code, "INVALID_FIELD");
    fixture.org.settings.security.user_access_policies = true;
    assert_eq!(fixture.records(revoked)[0]["IsRevoked"], false);
    fixture.org.install_app("Jotform");
    let code = fixture.org.authorize("Jotform", &fixture.admin.user_id).unwrap();
    fixture.org.exchange(&code).unwrap();
    let token = &fixture.records("SELECT Id, AppName, UserId, User.Username FROM OauthToken")[0];
    assert_eq!(
        (&token["Id"], &token["AppName"]),
        (&Value::Null, &json!("Jotform"))
    );
    assert_eq!(token["User"]["Username"], "admin@acme.example");
}

#[test]
fn the_licence_of_a_permission_set_shows_no_more_than_a_name() {
    let fixture = Fixture::new();
    let soql = "SELECT LicenseId, License.Name FROM PermissionSet WHERE Name = 'Jotform'";
    assert_eq!(
        fixture.records(soql)[0]["License"]["Name"],
        "Salesforce API Integration"
    );
    let error = fixture.error("SELECT License.DeveloperName FROM PermissionSet");
    assert!(
        error
            .message
            .contains("No such column 'DeveloperName' on entity 'Name'")
    );
}

#[test]
fn the_access_of_another_user_can_be_asked_for() {
    let fixture = Fixture::new();
    let plain = &fixture.plain.user_id;
    let soql = format!(
        "SELECT IsReadable, IsDeletable, EntityDefinition.Label FROM UserEntityAccess \
         WHERE UserId = '{plain}' AND EntityDefinition.QualifiedApiName = 'OauthToken'"
    );
    let rows = fixture.records(&soql);
    assert_eq!((rows.len(), &rows[0]["IsReadable"]), (1, &json!(false)));
    let fields =
        format!("SELECT FieldDefinitionId, IsAccessible FROM UserFieldAccess WHERE UserId = '{plain}'");
    let lead = format!("{fields} AND EntityDefinitionId = 'Lead'");
    let rows = fixture.records(&format!("{lead} LIMIT 1"));
    assert!(rows.len() > 1, "LIMIT is ignored");
    assert!(
        rows.iter()
            .any(|row| row["FieldDefinitionId"] == "Lead.Company" && row["IsAccessible"] == true)
    );
    for filter in [
        "AND (EntityDefinitionId = 'Lead' OR EntityDefinitionId = 'Case')",
        "AND (NOT IsAccessible = true)",
    ] {
        assert_eq!(
            fixture.error(&format!("{fields} {filter}")).error_code,
            "MALFORMED_QUERY"
        );
    }
    let error = fixture.error("SELECT DurableId FROM UserEntityAccess");
    assert!(
        error
            .message
            .ends_with("a filter on a reified column is required [UserId,DurableId]")
    );
}
