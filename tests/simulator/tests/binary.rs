//! The binary as `build.sh simulate` starts it: one line, a control interface, and an end at once.
#![allow(clippy::unwrap_used)] // also in the helpers of tests

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

fn start(arguments: &[&str]) -> (Child, Value) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_waymark-simulator"))
        .args(arguments)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    (child, serde_json::from_str(&line).unwrap())
}

/// One request to the control interface, with its status line and body.
fn ask(line: &Value, request: &str, body: &str) -> (String, String) {
    let address = line["control"].as_str().unwrap().strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(address).unwrap();
    let length = body.len();
    write!(stream, "{request} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    (head.lines().next().unwrap().to_owned(), body.to_owned())
}

fn end(mut child: Child, signal: &str) {
    let sent = Command::new("kill")
        .args([signal, &child.id().to_string()])
        .status()
        .unwrap();
    assert!(sent.success());
    assert!(child.wait().unwrap().success());
}

#[test]
fn the_start_line_names_port_control_seed_and_hosts() {
    let (child, line) = start(&["--seed", "7", "--vary", "setup.frame_root=closed"]);
    assert!(
        TcpStream::connect((
            "127.0.0.1",
            u16::try_from(line["port"].as_u64().unwrap()).unwrap()
        ))
        .is_ok()
    );
    assert_eq!(line["seed"], 7);
    assert_eq!(line["variation"]["setup"]["frame_root"], "closed");
    for host in [
        "acme.my.salesforce.com",
        "acme.lightning.force.com",
        "acme.my.salesforce-setup.com",
        "login.salesforce.com",
        "www.jotform.com",
        "inbox.example.com",
    ] {
        assert!(line["hosts"].as_array().unwrap().contains(&host.into()), "{host}");
    }
    end(child, "-TERM");
}

#[test]
fn the_control_interface_shows_the_org_and_operates_on_it() {
    let (child, line) = start(&[]);
    let create = r#"{"object":"PermissionSet","fields":{"Label":"Made","Name":"Made"}}"#;
    let (status, body) = ask(&line, "POST /org/create", create);
    assert_eq!(status, "HTTP/1.1 200 OK", "{body}");
    let org: Value = serde_json::from_str(&ask(&line, "GET /org", "").1).unwrap();
    assert!(
        org["PermissionSet"]
            .as_array()
            .unwrap()
            .iter()
            .any(|set| set["Label"] == "Made")
    );
    let jotform: Value = serde_json::from_str(&ask(&line, "GET /jotform", "").1).unwrap();
    assert!(jotform.is_object());
    assert_eq!(
        ask(&line, "POST /org/expire_sessions", r#"{"user":"nobody"}"#).0,
        "HTTP/1.1 404 Not Found"
    );
    assert_eq!(
        ask(
            &line,
            "POST /org/expire_sessions",
            r#"{"user":"admin@acme.example"}"#
        )
        .0,
        "HTTP/1.1 200 OK"
    );
    assert_eq!(
        ask(&line, "POST /faults", r#"[{"kind":"session_expired"}]"#).0,
        "HTTP/1.1 204 No Content"
    );
    end(child, "-INT");
}

#[test]
fn a_wrong_dimension_or_file_ends_with_a_reason() {
    for arguments in [["--vary", "setup.nothing=1"], ["--org", "/nowhere.json"]] {
        let output = Command::new(env!("CARGO_BIN_EXE_waymark-simulator"))
            .args(arguments)
            .output()
            .unwrap();
        assert!(!output.status.success());
        assert!(String::from_utf8_lossy(&output.stderr).starts_with("waymark-simulator: "));
    }
}
