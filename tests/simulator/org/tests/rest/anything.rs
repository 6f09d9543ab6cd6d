//! Whatever is asked, the interface answers or refuses; it never breaks.

use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::client::Client;

fn piece() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "sobjects",
        "query",
        "composite",
        "batch",
        "describe",
        "limits",
        "Lead",
        "User",
        "tooling",
        "01gSm-1",
        "%C3%A9",
        "005000000000000AAA",
        "é",
        "..",
        "@{a.id}",
        "@{a",
        "password",
    ]);
    prop_oneof![4 => known.prop_map(str::to_owned), 1 => "[ -~]{0,6}".prop_map(|text| encode(&text))]
}

fn encode(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

fn path() -> impl Strategy<Value = String> {
    (vec(piece(), 0..5), "(\\?[a-z=&%]{0,8})?")
        .prop_map(|(pieces, query)| format!("/{}{query}", pieces.join("/")))
}

fn body() -> impl Strategy<Value = Value> {
    let record = prop::sample::select(vec![
        json!(null),
        json!([]),
        json!({"attributes": {"type": "Lead"}, "LastName": "Ash", "Company": 5}),
        json!({"LastName": {"deep": [1]}, "id": "@{a.id}"}),
        json!({"batchRequests": [{"method": "GET", "url": ""}, {"method": "é", "url": "v65.0/composite"}]}),
    ]);
    let composite = (any::<bool>(), vec((path(), record.clone(), "[a-b@]"), 0..4)).prop_map(|(all_or_none, subs)| {
        let one = |(path, body, id): (String, Value, String)| {
            json!({"method": "POST", "url": format!("/services/data/v65.0{path}"), "body": body, "referenceId": id})
        };
        let all: Vec<Value> = subs.into_iter().map(one).collect();
        json!({"allOrNone": all_or_none, "compositeRequest": all})
    });
    let collection =
        vec(record.clone(), 0..3).prop_map(|records| json!({"allOrNone": true, "records": records}));
    prop_oneof![record, composite, collection]
}

#[test]
fn every_request_is_answered_or_refused() {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let client = Client::new();
    let methods = prop::sample::select(vec!["GET", "POST", "PATCH", "DELETE", "PUT"]);
    let targets = prop_oneof![
        path(),
        Just("/composite".to_owned()),
        Just("/composite/sobjects".to_owned())
    ];
    proptest!(ProptestConfig::with_cases(300), |(method in methods, target in targets, body in body())| {
        let answer = runtime.block_on(client.ask(method, &target, body));
        prop_assert!((200..500).contains(&answer.status), "{method} {target}: {} {}", answer.status, answer.text);
        if answer.status >= 400 {
            prop_assert!(!answer.error_code().is_empty());
        }
    });
}
