//! Queries, describe and single records.

use serde_json::{Value, json};

use crate::client::{Client, HOST, encode};

#[tokio::test]
async fn a_record_is_made_read_changed_and_deleted() {
    let client = Client::new();
    let answer = client
        .ask(
            "POST",
            "/sobjects/Lead",
            json!({"LastName": "Ash", "Company": "Acme"}),
        )
        .await;
    assert_eq!(answer.status, 201);
    let id = answer.json()["id"].as_str().unwrap().to_owned();
    assert_eq!(answer.json(), json!({"id": id, "success": true, "errors": []}));
    assert_eq!(
        answer.header("location"),
        format!("/services/data/v65.0/sobjects/Lead/{id}")
    );
    let path = format!("/sobjects/lead/{id}");
    let answer = client.ask("PATCH", &path, json!({"City": "Berlin"})).await;
    assert_eq!((answer.status, &*answer.text), (204, ""));
    let read = client.get(&format!("{path}?fields=City,Company")).await.json();
    assert_eq!(
        (&read["City"], &read["Company"]),
        (&json!("Berlin"), &json!("Acme"))
    );
    assert!(read.get("LastName").is_none());
    assert_eq!(client.get(&path).await.json()["LastName"], "Ash");
    assert_eq!(client.ask("DELETE", &path, Value::Null).await.status, 204);
    assert_eq!(
        (
            client.get(&path).await.status,
            client.ask("DELETE", &path, Value::Null).await.status
        ),
        (404, 404)
    );
}

#[tokio::test]
async fn a_refused_record_names_its_fields() {
    let client = Client::new();
    let answer = client
        .ask("POST", "/sobjects/Lead", json!({"FirstName": "Ash"}))
        .await;
    assert_eq!(
        (answer.status, answer.error_code()),
        (400, "REQUIRED_FIELD_MISSING".to_owned())
    );
    assert_eq!(answer.json()[0]["fields"], json!(["LastName", "Company"]));
    let answer = client
        .ask("POST", "/sobjects/Lead", json!({"Nothing": "Ash"}))
        .await;
    assert_eq!(answer.error_code(), "INVALID_FIELD");
    assert_eq!(
        client
            .ask("POST", "/sobjects/Nothing", json!({"Name": "x"}))
            .await
            .status,
        404
    );
}

#[tokio::test]
async fn a_query_comes_in_pages() {
    let client = Client::new();
    {
        let mut org = client.org();
        let system = org.system();
        for number in 0..450 {
            let account = json!({"Name": format!("Account {number:03}")});
            let account = account.as_object().unwrap().clone().into_iter().collect();
            org.create(&system, "Account", account).unwrap();
        }
    }
    let target = format!(
        "/services/data/v65.0/query?q={}",
        encode("SELECT Name FROM Account ORDER BY Name")
    );
    let bearer = format!("Bearer {}", client.sid);
    let options = ("sforce-query-options", "batchSize=200");
    let headers = [("host", HOST), ("authorization", &*bearer), options];
    let mut page = client.send("GET", &target, &headers, "").await.json();
    let mut names: Vec<Value> = Vec::new();
    let mut pages = 1;
    loop {
        assert_eq!(page["totalSize"], 450);
        names.extend(
            page["records"]
                .as_array()
                .unwrap()
                .iter()
                .map(|record| record["Name"].clone()),
        );
        let Some(next) = page["nextRecordsUrl"].as_str() else {
            break;
        };
        assert_eq!(page["done"], false);
        let resource = next.strip_prefix("/services/data/v65.0").unwrap().to_owned();
        let stranger = client.as_user("plain@acme.example").get(&resource).await;
        assert_eq!(stranger.error_code(), "INVALID_QUERY_LOCATOR");
        page = client.get(&resource).await.json();
        pages += 1;
    }
    assert_eq!((page["done"].clone(), pages, names.len()), (json!(true), 3, 450));
    assert!(names.is_sorted_by(|left, right| left.as_str() < right.as_str()));
    assert_eq!(
        client.get("/query/01gXX-2000").await.error_code(),
        "INVALID_QUERY_LOCATOR"
    );
    let whole = client.query("SELECT Name FROM Account").await;
    assert_eq!(
        (&whole["done"], whole["records"].as_array().unwrap().len()),
        (&json!(true), 450)
    );
}

#[tokio::test]
async fn queries_answer_as_salesforce_does() {
    let client = Client::new();
    let count = client.query("SELECT COUNT() FROM User").await;
    assert_eq!(
        count,
        json!({"totalSize": count["totalSize"], "done": true, "records": []})
    );
    assert!(count["totalSize"].as_u64().unwrap() >= 2);
    let answer = client
        .get(&format!("/query?q={}", encode("SELECT Nothing FROM User")))
        .await;
    assert_eq!(
        (answer.status, answer.error_code()),
        (400, "INVALID_FIELD".to_owned())
    );
    assert_eq!(client.get("/query").await.error_code(), "MALFORMED_QUERY");
    let long = format!("SELECT Id FROM User WHERE Name IN ('{}')", "x".repeat(17_000));
    assert_eq!(
        client.get(&format!("/query?q={}", encode(&long))).await.status,
        414
    );
    let user = &client.query("SELECT Id FROM User LIMIT 1").await["records"][0];
    let url = format!(
        "/services/data/v65.0/sobjects/User/{}",
        user["Id"].as_str().unwrap()
    );
    assert_eq!(user["attributes"], json!({"type": "User", "url": url}));
    assert_eq!(
        client.get("/tooling/query?q=SELECT+Id+FROM+User").await.status,
        200
    );
}

#[tokio::test]
async fn some_fields_came_with_a_version() {
    let client = Client::new();
    let bearer = format!("Bearer {}", client.sid);
    let headers = [("host", HOST), ("authorization", &*bearer)];
    for (version, status) in [(62, 400), (63, 200)] {
        let query = encode("SELECT HasUserVerifiedEmail FROM User");
        let target = format!("/services/data/v{version}.0/query?q={query}");
        assert_eq!(
            client.send("GET", &target, &headers, "").await.status,
            status,
            "v{version}"
        );
    }
}

#[tokio::test]
async fn describe_shows_the_callers_own_access() {
    let client = Client::new();
    let lead = client.get("/sobjects/Lead/describe").await.json();
    assert_eq!(
        (&lead["name"], &lead["keyPrefix"], &lead["createable"]),
        (&json!("Lead"), &json!("00Q"), &json!(true))
    );
    let field = |described: &Value, name: &str| {
        let fields = described["fields"].as_array().unwrap();
        fields.iter().find(|field| field["name"] == name).cloned()
    };
    let company = field(&lead, "Company").unwrap();
    assert_eq!(
        (&company["nillable"], &company["createable"], &company["type"]),
        (&json!(false), &json!(true), &json!("string"))
    );
    let status = field(&lead, "Status").unwrap();
    assert_eq!(status["type"], "picklist");
    assert!(
        status["picklistValues"]
            .as_array()
            .unwrap()
            .iter()
            .any(|value| value["defaultValue"] == true)
    );
    let owner = field(&lead, "OwnerId").unwrap();
    assert_eq!(
        (&owner["referenceTo"], &owner["relationshipName"]),
        (&json!(["User"]), &json!("Owner"))
    );
    let contact = client.get("/sobjects/Account/describe").await.json();
    let children = contact["childRelationships"].as_array().unwrap();
    assert!(
        children
            .iter()
            .any(|child| child["childSObject"] == "Contact" && child["relationshipName"] == "Contacts")
    );
    let plain = client.as_user("plain@acme.example");
    {
        let mut org = client.org();
        let system = org.system();
        let profile = org.store.find("Profile", "Name", "Standard User").unwrap()["Id"]
            .as_str()
            .unwrap()
            .to_owned();
        let set = org.store.find("PermissionSet", "ProfileId", &profile).unwrap()["Id"]
            .as_str()
            .unwrap()
            .to_owned();
        let rows: Vec<String> = org
            .store
            .rows("FieldPermissions")
            .filter(|row| row["ParentId"] == set.as_str() && row["Field"] == "Lead.Phone")
            .map(|row| row["Id"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(rows.len(), 1);
        org.delete(&system, "FieldPermissions", &rows[0]).unwrap();
    }
    let lead = plain.get("/sobjects/Lead/describe").await.json();
    assert!(field(&lead, "Phone").is_none() && field(&lead, "Company").is_some());
    let all = plain.get("/sobjects").await.json();
    let names: Vec<&Value> = all["sobjects"]
        .as_array()
        .unwrap()
        .iter()
        .map(|object| &object["name"])
        .collect();
    assert!(names.contains(&&json!("Lead")) && !names.contains(&&json!("OauthToken")));
    assert_eq!(plain.get("/sobjects/OauthToken/describe").await.status, 404);
}
