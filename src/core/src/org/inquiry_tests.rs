//! A check played against scripted answers: how many requests, in which order, and what stops it.

use super::*;
use crate::check::Wishes;
use crate::journey::Bound;
use serde_json::{Value, json};

const IDENTITY: &str =
    r#"{"identity":"https://login.salesforce.com/id/00D000000000001EAA/005000000000001AAA"}"#;

fn wishes() -> Wishes {
    Wishes {
        permission_set_name: "Jotform".into(),
        username: "jotform@acme.example".into(),
        object: "Lead".into(),
        fields: vec!["Email".into()],
        proof_marker: "Waymark 1".into(),
        ..Wishes::default()
    }
}

fn got(status: u16, body: &str) -> Answer {
    Answer::Got {
        status,
        body: body.to_owned(),
        limit_info: Some("api-usage=7/100".to_owned()),
    }
}

/// What the scripted org knows, by `referenceId`; anything else answers with no rows.
type Script<'a> = &'a [(&'a str, Value)];

fn composite(body: &str, script: Script) -> (Answer, Vec<String>) {
    let request: Value = serde_json::from_str(body).unwrap();
    assert_eq!(request["allOrNone"], json!(false));
    let parts = request["compositeRequest"].as_array().unwrap();
    let queries = parts
        .iter()
        .filter(|part| part["url"].as_str().unwrap().contains("/query?q="))
        .count();
    assert!(queries <= 5, "{queries} queries in one composite request");
    assert!(parts.len() <= 25);
    let names: Vec<String> = parts
        .iter()
        .map(|part| part["referenceId"].as_str().unwrap().to_owned())
        .collect();
    let answers: Vec<Value> = names
        .iter()
        .map(|name| {
            let known = script
                .iter()
                .find(|(part, _)| part == name)
                .map(|(_, body)| body.clone());
            let body = known.unwrap_or(json!({"done": true, "records": [], "fields": []}));
            json!({"referenceId": name, "httpStatusCode": 200, "body": body})
        })
        .collect();
    (
        got(200, &json!({"compositeResponse": answers}).to_string()),
        names,
    )
}

/// Plays a whole check; gives the facts and what each composite request asked for.
fn play(wishes: Wishes, script: Script) -> (OrgFacts, Vec<Vec<String>>) {
    let mut inquiry = Inquiry::new(wishes);
    let mut asked = Vec::new();
    while let Some(request) = inquiry.request() {
        let answer = match &request.body {
            None if request.path.contains("/tooling/") => got(200, r#"{"done": true, "records": []}"#),
            None => got(200, IDENTITY),
            Some(body) => {
                let (answer, names) = composite(body, script);
                asked.push(names);
                answer
            }
        };
        inquiry.take(answer);
    }
    (inquiry.finish(), asked)
}

fn user_row() -> Value {
    json!({"done": true, "records": [{"Id": "005000000000002AAA", "Username": "jotform@acme.example"}]})
}

fn set_row() -> Value {
    json!({"done": true, "records": [{"Id": "0PS000000000001AAA", "Name": "Jotform"}]})
}

#[test]
fn an_empty_org_takes_five_requests() {
    let (facts, asked) = play(wishes(), &[]);
    assert_eq!(facts.requests, 5);
    assert_eq!(facts.users, Look::Seen(vec![]));
    assert_eq!(facts.tokens, Look::Seen(vec![]));
    assert_eq!(facts.assignments, Look::NotAsked);
    assert_eq!(facts.stock_users, Look::Seen(vec![]));
    assert_eq!(facts.validation_rules, Look::Seen(vec![]));
    assert_eq!(facts.api_usage, Some((7, 100)));
    assert_eq!(
        asked[1],
        [
            "OauthToken",
            "UserPermissionAccess",
            "ConnectedApplication",
            "ProofRecord",
            "DuplicateRule"
        ]
    );
}

#[test]
fn a_finished_org_takes_eight() {
    let assigned = json!({"done": true, "records": [{"PermissionSetId": "0PS000000000001AAA"}]});
    let granted = json!({"done": true, "records": [
        {"ParentId": "0PS000000000001AAA", "SobjectType": "Lead", "PermissionsRead": true},
        {"ParentId": "0PS000000000009AAA", "SobjectType": "Lead", "PermissionsRead": true},
    ]});
    let script = [
        ("User", user_row()),
        ("PermissionSet", set_row()),
        ("PermissionSetAssignment", assigned),
        ("ObjectPermissions", granted),
    ];
    let (facts, asked) = play(wishes(), &script);
    assert_eq!(facts.requests, MAXIMUM_REQUESTS);
    assert_eq!(
        asked[1][..2],
        [
            "PermissionSetAssignment".to_owned(),
            "ObjectPermissions".to_owned()
        ]
    );
    assert_eq!(facts.object_permissions.seen().unwrap().len(), 2);
    assert_eq!(facts.group_object_permissions, Look::NotAsked);
    assert_eq!(facts.proof_records, Look::Seen(vec![]));
    assert_eq!(facts.validation_rules, Look::Seen(vec![]));
}

#[test]
fn a_set_in_a_group_takes_eight() {
    let grouped = json!({"done": true, "records": [
        {"PermissionSetId": "0PS000000000005AAA", "PermissionSetGroupId": "0PG000000000001AAA"},
    ]});
    let component = json!({"done": true, "records": [{
        "PermissionSetGroupId": "0PG000000000001AAA", "PermissionSetId": "0PS000000000001AAA",
        "PermissionSetGroup": {"MasterLabel": "All", "Status": "Updated"},
    }]});
    let script = [
        ("User", user_row()),
        ("PermissionSet", set_row()),
        ("PermissionSetAssignment", grouped),
        ("PermissionSetGroupComponent", component),
        (
            "Description",
            json!({"fields": [{"name": "Email", "permissionable": true}]}),
        ),
    ];
    let (facts, asked) = play(
        Wishes {
            update: true,
            ..wishes()
        },
        &script,
    );
    assert_eq!(facts.requests, MAXIMUM_REQUESTS);
    assert_eq!(facts.components.seen().unwrap()[0].group_label, "All");
    assert_eq!(facts.group_object_permissions, Look::Seen(vec![]));
    assert!(
        asked
            .last()
            .unwrap()
            .contains(&"GroupFieldPermissions".to_owned()),
        "{asked:?}"
    );
    assert_eq!(facts.validation_rules, Look::Seen(vec![]));
}

#[test]
fn nothing_is_asked_as_another_user() {
    let bound = Bound {
        organization_id: "00D000000000001".into(),
        user_id: "005000000000007".into(),
        user_name: "Ada".into(),
        cookie_store: "0".into(),
    };
    let mut inquiry = Inquiry::new(Wishes {
        bound: Some(bound.clone()),
        ..wishes()
    });
    inquiry.take(got(200, IDENTITY));
    let request = inquiry.request().unwrap();
    assert!(
        request
            .path
            .ends_with("/sobjects/User/005000000000001?fields=Id,Name,Username"),
        "{}",
        request.path
    );
    inquiry.take(got(
        200,
        r#"{"Id":"005000000000001AAA","Name":"Eve","Username":"eve@acme.example"}"#,
    ));
    assert_eq!(inquiry.request(), None);
    assert_eq!(inquiry.finish().acting_user.seen().unwrap().name, "Eve");

    let other_org = Bound {
        organization_id: "00D000000000002".into(),
        ..bound
    };
    let mut inquiry = Inquiry::new(Wishes {
        bound: Some(other_org),
        ..wishes()
    });
    inquiry.take(got(200, IDENTITY));
    assert_eq!(inquiry.request(), None);
    assert_eq!(
        inquiry.finish().session,
        SessionFacts::OtherOrg("00D000000000001".into())
    );
}

#[test]
fn the_integration_users_session_stops_it() {
    let acting = json!({"Id": "005000000000001AAA", "Username": "JOTFORM@acme.example", "Name": "J"});
    let (facts, asked) = play(wishes(), &[("ActingUser", acting)]);
    assert_eq!((facts.requests, asked.len()), (2, 1));
}

#[test]
fn a_refused_session_stops_it() {
    let expired = r#"[{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]"#;
    let mut inquiry = Inquiry::new(wishes());
    inquiry.take(got(401, expired));
    assert_eq!(inquiry.request(), None);
    assert_eq!(
        inquiry.finish().session,
        SessionFacts::Refused(TroubleWithSession::Expired)
    );

    let limit = r#"[{"message":"TotalRequests Limit exceeded.","errorCode":"REQUEST_LIMIT_EXCEEDED"}]"#;
    let mut inquiry = Inquiry::new(wishes());
    inquiry.take(got(200, IDENTITY));
    inquiry.take(got(403, limit));
    assert_eq!(inquiry.request(), None);
    assert_eq!(
        inquiry.finish().session,
        SessionFacts::Refused(TroubleWithSession::RequestLimit)
    );
}

#[test]
fn a_read_is_sent_again_once() {
    for failure in [
        Answer::Nothing,
        got(503, ""),
        got(200, "{\"identity\": \"https://lo"),
    ] {
        let mut inquiry = Inquiry::new(wishes());
        assert_eq!(inquiry.request().unwrap().wait, 0);
        inquiry.take(failure.clone());
        let again = inquiry.request().unwrap();
        assert!(again.wait > 0 && again.body.is_none());
        inquiry.take(got(200, IDENTITY));
        assert!(inquiry.request().unwrap().body.is_some());

        let mut inquiry = Inquiry::new(wishes());
        inquiry.take(failure.clone());
        inquiry.take(failure);
        assert_eq!(inquiry.request(), None);
        let facts = inquiry.finish();
        assert_eq!((facts.session, facts.requests), (SessionFacts::NoAnswer, 2));
    }
}

#[test]
fn what_could_not_be_asked_has_no_answer() {
    let mut inquiry = Inquiry::new(wishes());
    inquiry.take(got(200, IDENTITY));
    for _ in 0..2 {
        inquiry.take(got(503, r#"[{"errorCode":"SERVER_UNAVAILABLE","message":"x"}]"#));
    }
    let facts = inquiry.finish();
    assert_eq!(facts.session, SessionFacts::Works);
    assert_eq!(facts.users, Look::Refused("SERVER_UNAVAILABLE".into()));

    let mut inquiry = Inquiry::new(wishes());
    inquiry.take(Answer::Nothing);
    inquiry.take(got(200, IDENTITY));
    let (first, _) = composite(&inquiry.request().unwrap().body.unwrap(), &[("User", user_row())]);
    inquiry.take(first);
    for _ in 0..MAXIMUM_REQUESTS {
        inquiry.take(Answer::Nothing);
    }
    assert_eq!(inquiry.request(), None);
    let facts = inquiry.finish();
    assert_eq!(facts.assignments, Look::NoAnswer);
    assert_eq!(facts.login, Look::NoAnswer);
    assert_eq!(facts.flows, Look::NoAnswer);
}

#[test]
fn what_comes_back_broken_says_how() {
    let code = |failure: Answer| {
        let mut inquiry = Inquiry::new(wishes());
        inquiry.take(got(200, IDENTITY));
        inquiry.take(failure.clone());
        inquiry.take(failure);
        match inquiry.finish().users {
            Look::Refused(code) => code,
            other => format!("{other:?}"),
        }
    };
    assert_eq!(code(got(200, "{\"compositeResponse\": [")), "HTTP 200, cut off");
    assert_eq!(code(got(200, "<html>Log in</html>")), "HTTP 200, no data");
    assert_eq!(code(got(503, "<html>")), "HTTP 503");
    assert_eq!(code(Answer::Nothing), "NoAnswer");
}
