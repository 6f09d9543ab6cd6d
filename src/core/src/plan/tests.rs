//! What is planned, what is left, how it is written, and how answers are read.

use super::*;
use crate::check::tests::fixture::{
    LICENCE, NOW, SET, USER, answers, assignment, healthy, holder, nobody, on_field, on_object, sets, wishes,
};
use crate::check::{Severity, Wishes};
use crate::inputs::{InputKey, Inputs};
use crate::org::{Answer, Locale, Look, OrgFacts};
use serde_json::{Value, json};

fn inputs() -> Inputs {
    let mut inputs = Inputs::default();
    for (key, value) in [
        (InputKey::Username, "jotform@acme.example"),
        (InputKey::LastName, "Integration"),
        (InputKey::Alias, "jotform"),
        (InputKey::Email, "jane@acme.example"),
    ] {
        inputs.set(key, value, "acme.my.salesforce.com");
    }
    inputs
}

fn planned(change: fn(&mut OrgFacts, &mut Wishes), makes_user: bool) -> Plan {
    let (mut facts, mut wishes) = (healthy(), wishes());
    facts.locale = Look::Seen(Locale {
        time_zone: "Europe/Berlin".into(),
        locale: "de_DE".into(),
        language: "de".into(),
        encoding: "UTF-8".into(),
    });
    change(&mut facts, &mut wishes);
    let report = answers(&facts, &wishes);
    plan(&facts, &wishes, &report, &inputs(), NOW, makes_user)
}

fn no_set(facts: &mut OrgFacts) {
    facts.permission_sets = Look::Seen(vec![]);
    facts.own_object_permissions = Look::NotAsked;
    facts.own_field_permissions = Look::NotAsked;
    facts.holders = Look::NotAsked;
    facts.stock_sets = Look::Seen(vec![]);
    facts.assignments = Look::Seen(vec![]);
    facts.object_permissions = Look::Seen(vec![]);
    facts.field_permissions = Look::Seen(vec![]);
    facts.licence_assignments = Look::Seen(vec![]);
}

fn no_user(facts: &mut OrgFacts) {
    nobody(facts);
    facts.stock_users = Look::Seen(vec![]);
    facts.holders = Look::Seen(vec![]);
}

fn bare(facts: &mut OrgFacts) {
    facts.object_permissions = Look::Seen(vec![on_object(SET, true, false, false)]);
    facts.field_permissions = Look::Seen(vec![on_field(SET, "Email")]);
    facts.own_object_permissions = facts.object_permissions.clone();
    facts.own_field_permissions = facts.field_permissions.clone();
}

fn parts(plan: &Plan) -> Vec<Value> {
    let body: Value = serde_json::from_str(&body(plan)).unwrap();
    assert_eq!(body["allOrNone"], json!(true));
    body["compositeRequest"].as_array().unwrap().clone()
}

#[test]
fn a_healthy_org_needs_nothing() {
    let plan = planned(|_, _| {}, true);
    assert!(plan.is_empty() && plan.left.is_empty(), "{plan:?}");
    assert_eq!(
        (plan.set.as_deref(), plan.user.as_deref()),
        (Some(SET), Some(USER))
    );
}

#[test]
fn an_empty_org_gets_everything_in_one_request() {
    let plan = planned(
        |facts, _| {
            no_user(facts);
            no_set(facts);
            facts.assignments = Look::NotAsked;
        },
        true,
    );
    assert!(plan.makes_user() && fits(&plan), "{plan:?}");
    assert_eq!(
        (plan.of.label.as_str(), plan.username.as_str()),
        ("Jotform Integration", "jotform@acme.example")
    );
    let parts = parts(&plan);
    let urls: Vec<&str> = parts.iter().map(|part| part["url"].as_str().unwrap()).collect();
    assert_eq!(
        urls,
        [
            "/services/data/v63.0/sobjects/PermissionSet",
            "/services/data/v63.0/sobjects/User",
            "/services/data/v63.0/composite/sobjects",
            "/services/data/v63.0/composite/sobjects",
            "/services/data/v63.0/sobjects/PermissionSetAssignment",
        ]
    );
    assert_eq!(parts[0]["body"]["LicenseId"], json!(LICENCE));
    assert_eq!(parts[2]["body"]["records"][0]["ParentId"], json!("@{set.id}"));
    assert_eq!(parts[3]["body"]["records"][0]["Field"], json!("Lead.Address"));
    assert_eq!(
        parts[4]["body"],
        json!({"AssigneeId": "@{user.id}", "PermissionSetId": "@{set.id}"})
    );
}

#[test]
fn a_user_is_made_with_consent_only() {
    let plan = planned(|facts, _| no_user(facts), false);
    assert!(plan.is_empty(), "{plan:?}");
    assert!(plan.left.contains(&Cause::UserAbsent));
    let plan = planned(
        |facts, _| {
            no_user(facts);
            facts.locale = Look::Hidden("Locale".into());
        },
        true,
    );
    assert!(plan.is_empty(), "what a user needs is not known: {plan:?}");
}

#[test]
fn what_is_missing_is_added_to_what_is_there() {
    let plan = planned(|facts, _| bare(facts), false);
    let [Write::Object(object), Write::Field(field)] = plan.writes.as_slice() else {
        panic!("{plan:?}")
    };
    assert!(object.row.is_some() && object.create && !object.edit);
    assert_eq!((field.field.as_str(), &field.row), ("Address", &None));
    let parts = parts(&plan);
    assert_eq!(parts[0]["method"], json!("PATCH"));
    assert!(parts[0]["body"]["records"][0].get("ParentId").is_none());
    assert_eq!(parts[1]["method"], json!("POST"));
}

#[test]
fn what_an_object_depends_on_is_granted_in_the_same_set() {
    let plan = planned(
        |facts, wishes| {
            wishes.object = "Contact".into();
            wishes.fields.clear();
            facts.own_object_permissions = Look::Seen(vec![]);
            facts.object_permissions = Look::Seen(vec![crate::org::ObjectPermission {
                object: "Account".into(),
                ..on_object("0PS000000000007", true, false, false)
            }]);
            facts.assignments = Look::Seen(vec![assignment(SET), assignment("0PS000000000007")]);
        },
        false,
    );
    let objects: Vec<&str> = plan
        .writes
        .iter()
        .filter_map(|write| match write {
            Write::Object(grant) => Some(grant.object.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(
        objects,
        ["Account", "Contact"],
        "although Account may be read already"
    );
}

#[test]
fn a_set_that_serves_others_or_came_with_a_package_is_never_edited() {
    let cases: [fn(&mut OrgFacts, &mut Wishes); 3] = [
        |facts, _| {
            bare(facts);
            facts.holders = Look::Seen(vec![holder("005000000000008", "other@acme.example")]);
        },
        |facts, _| {
            bare(facts);
            facts.holders = Look::Hidden("PermissionSetHolder".into());
        },
        |facts, _| {
            bare(facts);
            sets(facts).namespace = "ns".into();
        },
    ];
    for change in cases {
        let plan = planned(change, true);
        assert!(plan.is_empty(), "{plan:?}");
        assert!(plan.left.contains(&Cause::ObjectPermissionMissing));
    }
}

#[test]
fn the_licence_is_assigned_only_where_the_set_does_not_bring_it() {
    let unassigned = |facts: &mut OrgFacts| {
        facts.assignments = Look::Seen(vec![]);
        facts.licence_assignments = Look::Seen(vec![]);
        facts.holders = Look::Seen(vec![]);
    };
    let plan = planned(
        |facts, _| {
            facts.assignments = Look::Seen(vec![]);
            facts.licence_assignments = Look::Seen(vec![]);
            facts.holders = Look::Seen(vec![]);
        },
        false,
    );
    assert_eq!(plan.writes, [Write::Assignment]);
    let (mut facts, wishes) = (healthy(), wishes());
    unassigned(&mut facts);
    sets(&mut facts).licence_id = None;
    let report = answers(&facts, &wishes);
    let plan = super::plan(&facts, &wishes, &report, &inputs(), NOW, false);
    assert_eq!(
        plan.writes,
        [Write::Licence(LICENCE.to_owned()), Write::Assignment]
    );
    let plan = planned(
        |facts, _| {
            facts.assignments = Look::Seen(vec![]);
            sets(facts).licence_id = Some("0PL000000000002".into());
        },
        false,
    );
    assert!(
        plan.is_empty(),
        "a set with the look-alike licence is of no use: {plan:?}"
    );
    assert!(plan.left.contains(&Cause::PermissionSetLookAlikeLicence));
}

#[test]
fn nothing_is_planned_without_session_rights_or_seats() {
    let cases: [fn(&mut OrgFacts, &mut Wishes); 3] = [
        |facts, _| {
            bare(facts);
            facts.missing_rights = Look::Seen(vec!["PermissionsAssignPermissionSets".into()]);
        },
        |facts, _| {
            bare(facts);
            facts.session = crate::org::SessionFacts::Absent;
        },
        |facts, _| {
            no_set(facts);
            if let Look::Seen(licences) = &mut facts.permission_set_licences {
                (licences[0].used, licences[0].total) = (Some(1), Some(1));
            }
        },
    ];
    for change in cases {
        let plan = planned(change, true);
        assert!(plan.is_empty(), "{plan:?}");
        assert!(!plan.left.is_empty());
    }
}

#[test]
fn an_ended_assignment_is_left_to_the_guide() {
    let plan = planned(
        |facts, _| {
            facts.assignments = Look::Seen(vec![crate::org::Assignment {
                active: Some(false),
                ..assignment(SET)
            }]);
        },
        false,
    );
    assert!(plan.is_empty(), "{plan:?}");
    assert_eq!(plan.left, [Cause::AssignmentRevoked]);
}

#[test]
fn what_does_not_fit_says_so() {
    let field = |number: usize| {
        Write::Field(FieldGrant {
            object: "Lead".into(),
            field: number.to_string(),
            edit: true,
            row: None,
        })
    };
    let of = |count: usize| Plan {
        writes: (0..count).map(field).collect(),
        set: Some(SET.into()),
        ..Plan::default()
    };
    assert!(fits(&of(1000)));
    assert_eq!(parts(&of(1000)).len(), 5);
    assert!(!fits(&of(1001)));
}

fn got(status: u16, body: &Value) -> Answer {
    Answer::Got {
        status,
        body: body.to_string(),
        limit_info: None,
    }
}

#[test]
fn answers_are_told_apart() {
    let part = |status: u16, body: Value| json!({"referenceId": "x", "httpStatusCode": status, "body": body});
    let composite = |parts: Vec<Value>| got(200, &json!({"compositeResponse": parts}));
    let refused = |answer: &Answer| match read(answer) {
        Applied::Refused(failure) => failure.code,
        other => panic!("{other:?}"),
    };
    let ok = part(201, json!({"id": "0PS", "success": true}));
    assert_eq!(read(&composite(vec![ok.clone()])), Applied::Done);
    let halted = part(
        400,
        json!([{"errorCode": "PROCESSING_HALTED", "message": "rolled back"}]),
    );
    let limit = part(
        400,
        json!([{"errorCode": "LICENSE_LIMIT_EXCEEDED", "message": "no seat"}]),
    );
    assert_eq!(refused(&composite(vec![halted, limit])), "LICENSE_LIMIT_EXCEEDED");
    let records = part(
        200,
        json!([
            {"success": false, "errors": [{"statusCode": "ALL_OR_NONE_OPERATION_ROLLED_BACK", "message": ""}]},
            {"success": false, "errors": [{"statusCode": "FIELD_INTEGRITY_EXCEPTION", "message": "depends on"}]},
        ]),
    );
    assert_eq!(
        refused(&composite(vec![ok, records])),
        "FIELD_INTEGRITY_EXCEPTION"
    );
    let session = json!([{"errorCode": "INVALID_SESSION_ID", "message": "x"}]);
    assert_eq!(refused(&got(401, &session)), "INVALID_SESSION_ID");
    for unknown in [
        Answer::Nothing,
        got(503, &json!([{"errorCode": "SERVER_UNAVAILABLE", "message": "x"}])),
        got(200, &json!({})),
        got(200, &json!("<html>")),
    ] {
        assert_eq!(read(&unknown), Applied::Unknown);
    }
}

#[test]
fn only_what_blocks_is_left() {
    let plan = planned(|facts, _| facts.api_usage = Some((99, 100)), false);
    assert!(plan.left.iter().all(|cause| cause.severity() == Severity::Blocks));
    assert_eq!(plan.left, []);
}
