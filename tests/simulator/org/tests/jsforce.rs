//! The real client jsforce against the REST interface, over loopback.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex};

use simulated_org::{Org, StartState, rest_router};

const START: &str = r#"{"org": {"users": [
    {"username": "admin@acme.example"},
    {"username": "plain@acme.example", "first_name": "Pat", "last_name": "Plain", "profile": "Standard User"}
]}}"#;

fn session(org: &mut Org, username: &str) -> String {
    let user = org.store.find("User", "Username", username).unwrap()["Id"]
        .as_str()
        .unwrap()
        .to_owned();
    org.new_session(&user)
}

#[tokio::test(flavor = "multi_thread")]
async fn jsforce_queries_and_writes() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../jsforce");
    let hint = "run: npm ci --prefix tests/simulator/jsforce";
    assert!(
        folder.join("node_modules/jsforce").exists(),
        "jsforce is not installed; {hint}"
    );
    let mut org = Org::from_start(&StartState::from_json(START).unwrap(), 7).unwrap();
    let admin = session(&mut org, "admin@acme.example");
    let plain = session(&mut org, "plain@acme.example");
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let router = rest_router(Arc::new(Mutex::new(org)));
    let server = tokio::spawn(async move { axum::serve(listener, router).await });
    let mut node = Command::new("node");
    node.args(["--test", "jsforce.test.mjs"]).current_dir(folder);
    node.env("SIMULATED_ORG_URL", url)
        .env("SIMULATED_ORG_SESSION", admin)
        .env("SIMULATED_ORG_PLAIN_SESSION", plain);
    let output = tokio::task::spawn_blocking(move || node.output()).await.unwrap();
    let output = output.unwrap_or_else(|error| panic!("Node.js 20 or newer must be installed: {error}"));
    server.abort();
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success(),
        "{text}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(text.contains("# fail 0") && !text.contains("# tests 0"), "{text}");
}
