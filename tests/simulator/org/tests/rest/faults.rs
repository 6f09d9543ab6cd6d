//! Faults on demand.

use std::time::{Duration, Instant};

use serde_json::{Value, json};
use simulated_org::faults::Fault;

use crate::client::Client;

impl Client {
    fn fault(&self, fault: Value) {
        let fault: Fault = serde_json::from_value(fault).unwrap();
        self.org().faults.add(fault);
    }
}

#[tokio::test]
async fn salesforces_own_refusals() {
    let client = Client::new();
    for (kind, status, code) in [
        ("session_expired", 401, "INVALID_SESSION_ID"),
        ("wrong_instance", 401, "INVALID_SESSION_ID"),
        ("ip_locked", 401, "INVALID_SESSION_ID"),
        ("api_access_control", 401, "INVALID_SESSION_ID"),
        ("request_limit_exceeded", 403, "REQUEST_LIMIT_EXCEEDED"),
        ("api_disabled_for_org", 403, "API_DISABLED_FOR_ORG"),
        ("api_currently_disabled", 403, "API_CURRENTLY_DISABLED"),
    ] {
        client.fault(json!({"kind": kind, "times": 1}));
        let answer = client.get("/limits").await;
        assert_eq!((answer.status, &*answer.error_code()), (status, code), "{kind}");
        assert_eq!(client.get("/limits").await.status, 200);
    }
}

#[tokio::test]
async fn answers_that_are_broken_or_late() {
    let client = Client::new();
    client.fault(json!({"kind": "server_error", "status": 503, "times": 1}));
    let answer = client.get("/limits").await;
    assert_eq!(
        (answer.status, answer.header("content-type")),
        (503, "text/html;charset=UTF-8")
    );
    client.fault(json!({"kind": "truncated_body", "times": 1}));
    let answer = client.get("/limits").await;
    assert_eq!(answer.status, 200);
    assert!(serde_json::from_str::<Value>(&answer.text).is_err() && answer.text.starts_with('{'));
    client.fault(json!({"kind": "not_json", "times": 1}));
    let answer = client.get("/limits").await;
    assert!(answer.status == 200 && answer.text.starts_with("<!DOCTYPE html>"));
    client.fault(json!({"kind": "slow", "milliseconds": 60, "times": 1}));
    let start = Instant::now();
    assert_eq!(client.get("/limits").await.status, 200);
    assert!(start.elapsed() >= Duration::from_millis(60));
}

#[tokio::test]
async fn a_fault_may_be_for_some_paths_and_for_good() {
    let client = Client::new();
    client.fault(json!({"kind": "server_error", "status": 500, "path_prefix": "/services/data/v65.0/query"}));
    for _ in 0..3 {
        assert_eq!(client.get("/query?q=SELECT+Id+FROM+Lead").await.status, 500);
        assert_eq!(client.get("/limits").await.status, 200);
    }
    client.org().faults.clear();
    assert_eq!(client.get("/query?q=SELECT+Id+FROM+Lead").await.status, 200);
}
