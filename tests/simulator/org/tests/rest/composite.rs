//! Composite requests, batches and collections.

use serde_json::{Value, json};

use crate::client::{Client, encode};

const BASE: &str = "/services/data/v65.0";

fn sub(reference: &str, method: &str, resource: &str, body: Value) -> Value {
    json!({"referenceId": reference, "method": method, "url": format!("{BASE}{resource}"), "body": body})
}

/// References stand in the URL as they are, the rest of the query is encoded.
fn query(reference: &str, soql: &str) -> Value {
    let soql = encode(soql).replace("%40%7B", "@{").replace("%7D", "}");
    json!({"referenceId": reference, "method": "GET", "url": format!("{BASE}/query/?q={soql}")})
}

impl Client {
    async fn composite(&self, all_or_none: bool, subrequests: Vec<Value>) -> Vec<Value> {
        let body = json!({"allOrNone": all_or_none, "compositeRequest": subrequests});
        let answer = self.ask("POST", "/composite", body).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        answer.json()["compositeResponse"].as_array().unwrap().clone()
    }
}

fn statuses(responses: &[Value]) -> Vec<u64> {
    responses
        .iter()
        .map(|response| response["httpStatusCode"].as_u64().unwrap())
        .collect()
}

#[tokio::test]
async fn subrequests_build_on_each_other_as_one_call() {
    let client = Client::new();
    let responses = client
        .composite(
            true,
            vec![
                sub("account", "POST", "/sobjects/Account", json!({"Name": "Acme"})),
                sub(
                    "contact",
                    "POST",
                    "/sobjects/Contact",
                    json!({"LastName": "Ash", "AccountId": "@{account.id}"}),
                ),
                query(
                    "found",
                    "SELECT Id, Account.Name FROM Contact WHERE AccountId = '@{account.id}'",
                ),
                sub(
                    "change",
                    "PATCH",
                    "/sobjects/Contact/@{found.records[0].Id}",
                    json!({"Title": "@{found.records[0].Account.Name}"}),
                ),
                sub(
                    "read",
                    "GET",
                    "/sobjects/Contact/@{contact.id}?fields=Title",
                    Value::Null,
                ),
            ],
        )
        .await;
    assert_eq!(statuses(&responses), [201, 201, 200, 204, 200]);
    assert_eq!(responses[4]["body"]["Title"], "Acme");
    assert_eq!(responses[4]["referenceId"], "read");
    assert!(
        responses[0]["httpHeaders"]["Location"]
            .as_str()
            .unwrap()
            .contains("/sobjects/Account/001")
    );
    assert_eq!(
        client.get("/limits").await.header("sforce-limit-info"),
        "api-usage=2/15000"
    );
}

#[tokio::test]
async fn all_or_none_rolls_everything_back() {
    let client = Client::new();
    let subrequests = || {
        vec![
            sub("account", "POST", "/sobjects/Account", json!({"Name": "Acme"})),
            sub("wrong", "POST", "/sobjects/Contact", json!({"FirstName": "Ash"})),
            sub("later", "POST", "/sobjects/Account", json!({"Name": "Later"})),
            sub(
                "child",
                "POST",
                "/sobjects/Contact",
                json!({"LastName": "Ash", "AccountId": "@{wrong.id}"}),
            ),
        ]
    };
    let responses = client.composite(true, subrequests()).await;
    assert_eq!(statuses(&responses), [400, 400, 400, 400]);
    let codes: Vec<&Value> = responses
        .iter()
        .map(|response| &response["body"][0]["errorCode"])
        .collect();
    assert_eq!(
        codes,
        [
            "PROCESSING_HALTED",
            "REQUIRED_FIELD_MISSING",
            "PROCESSING_HALTED",
            "PROCESSING_HALTED"
        ]
    );
    assert_eq!(client.org().store.rows("Account").count(), 0);
    let responses = client.composite(false, subrequests()).await;
    assert_eq!(statuses(&responses), [201, 400, 201, 400]);
    assert_eq!(
        responses[3]["body"][0]["message"],
        "Invalid reference specified. No value for wrong.id found in wrong"
    );
    assert_eq!(client.org().store.rows("Account").count(), 2);
    assert_eq!(client.org().request_log.entries().len(), 2);
}

#[tokio::test]
async fn one_bad_query_spoils_no_other() {
    let client = Client::new();
    let responses = client
        .composite(
            false,
            vec![
                query("bad", "SELECT Nothing FROM User"),
                query("good", "SELECT Id FROM User"),
            ],
        )
        .await;
    assert_eq!(statuses(&responses), [400, 200]);
    assert_eq!(responses[0]["body"][0]["errorCode"], "INVALID_FIELD");
    let org = client.org();
    assert_eq!(
        org.request_log.entries()[0].queries,
        ["SELECT Nothing FROM User", "SELECT Id FROM User"]
    );
}

#[tokio::test]
async fn the_limits_of_a_composite_request() {
    let client = Client::new();
    let send = async |subrequests: Vec<Value>| {
        let body = json!({"compositeRequest": subrequests});
        client.ask("POST", "/composite", body).await.json()["compositeResponse"]
            .as_array()
            .unwrap()
            .clone()
    };
    let queries = |count: usize| {
        (0..count)
            .map(|n| query(&format!("q{n}"), "SELECT Id FROM User"))
            .collect::<Vec<_>>()
    };
    let reads = |count: usize| {
        let read = |n: usize| sub(&format!("r{n}"), "GET", "/sobjects/Lead/describe", Value::Null);
        (0..count).map(read).collect::<Vec<_>>()
    };
    assert_eq!(send(queries(5)).await.len(), 5);
    assert_eq!(send(reads(25)).await.len(), 25);
    let collection = sub("c", "POST", "/composite/sobjects", json!({"records": []}));
    let mut mixed = queries(5);
    mixed.push(collection);
    for too_many in [queries(6), reads(26), mixed] {
        let responses = send(too_many).await;
        assert_eq!(responses.len(), 1);
        assert_eq!(responses[0]["body"][0]["errorCode"], "LIMIT_EXCEEDED");
        assert_eq!(
            (&responses[0]["httpStatusCode"], &responses[0]["referenceId"]),
            (&json!(400), &Value::Null)
        );
    }
}

#[tokio::test]
async fn only_some_resources_are_composite() {
    let client = Client::new();
    let responses = client
        .composite(
            false,
            vec![
                sub(
                    "tooling",
                    "GET",
                    "/tooling/query/?q=SELECT+Id+FROM+User",
                    Value::Null,
                ),
                sub("describe", "GET", "/sobjects/Lead/describe", Value::Null),
            ],
        )
        .await;
    assert_eq!(statuses(&responses), [404, 200]);
    let twice =
        json!({"compositeRequest": [query("q", "SELECT Id FROM User"), query("q", "SELECT Id FROM User")]});
    assert_eq!(
        client.ask("POST", "/composite", twice).await.error_code(),
        "INVALID_INPUT"
    );
    assert_eq!(
        client.ask("POST", "/composite", json!({})).await.error_code(),
        "JSON_PARSER_ERROR"
    );
}

#[tokio::test]
async fn every_request_of_a_batch_counts() {
    let client = Client::new();
    let body = json!({"batchRequests": [
        {"method": "GET", "url": "v65.0/limits"},
        {"method": "GET", "url": "v65.0/sobjects/Nothing/describe"},
        {"method": "POST", "url": "v65.0/sobjects/Lead", "richInput": {"LastName": "Ash", "Company": "Acme"}},
    ]});
    let answer = client.ask("POST", "/composite/batch", body).await;
    assert_eq!(answer.header("sforce-limit-info"), "api-usage=3/15000");
    let answer = answer.json();
    assert_eq!(answer["hasErrors"], true);
    let statuses: Vec<&Value> = answer["results"]
        .as_array()
        .unwrap()
        .iter()
        .map(|result| &result["statusCode"])
        .collect();
    assert_eq!(statuses, [200, 404, 201]);
    assert_eq!(client.org().store.rows("Lead").count(), 1);
}

#[tokio::test]
async fn collections_write_up_to_200_records() {
    let client = Client::new();
    let lead = |name: &str| json!({"attributes": {"type": "Lead"}, "LastName": name, "Company": "Acme"});
    let records: Vec<Value> = (0..200).map(|number| lead(&format!("Lead {number}"))).collect();
    let answer = client
        .ask("POST", "/composite/sobjects", json!({"records": records}))
        .await
        .json();
    let made = answer.as_array().unwrap();
    assert!(made.len() == 200 && made.iter().all(|result| result["success"] == true));
    let records: Vec<Value> = (0..201).map(|number| lead(&format!("Lead {number}"))).collect();
    let answer = client
        .ask("POST", "/composite/sobjects", json!({"records": records}))
        .await;
    assert_eq!(answer.error_code(), "EXCEEDED_ID_LIMIT");
    let (first, second) = (made[0]["id"].as_str().unwrap(), made[1]["id"].as_str().unwrap());
    let changes = json!({"records": [
        {"attributes": {"type": "Lead"}, "id": first, "City": "Berlin"},
        {"attributes": {"type": "Lead"}, "City": "Bonn"},
    ]});
    let answer = client.ask("PATCH", "/composite/sobjects", changes).await.json();
    assert_eq!(
        (&answer[0]["success"], &answer[1]["errors"][0]["statusCode"]),
        (&json!(true), &json!("MISSING_ARGUMENT"))
    );
    let read = client
        .get(&format!(
            "/composite/sobjects/Lead?ids={first},{second}&fields=City"
        ))
        .await
        .json();
    assert_eq!(
        (&read[0]["City"], &read[1]["City"]),
        (&json!("Berlin"), &Value::Null)
    );
    let gone = client
        .ask(
            "DELETE",
            &format!("/composite/sobjects?ids={first},{second}"),
            Value::Null,
        )
        .await
        .json();
    assert_eq!(
        (&gone[0]["success"], &gone[1]["success"]),
        (&json!(true), &json!(true))
    );
    assert_eq!(client.org().store.rows("Lead").count(), 198);
}

#[tokio::test]
async fn a_collection_may_be_all_or_none() {
    let client = Client::new();
    let body = json!({"allOrNone": true, "records": [
        {"attributes": {"type": "Account"}, "Name": "Acme"},
        {"attributes": {"type": "Lead"}, "LastName": "Ash"},
    ]});
    let answer = client.ask("POST", "/composite/sobjects", body).await.json();
    let codes: Vec<&Value> = answer
        .as_array()
        .unwrap()
        .iter()
        .map(|result| &result["errors"][0]["statusCode"])
        .collect();
    assert_eq!(
        codes,
        ["ALL_OR_NONE_OPERATION_ROLLED_BACK", "REQUIRED_FIELD_MISSING"]
    );
    assert_eq!(client.org().store.rows("Account").count(), 0);
}
