//! What is never asked for, and what is no name.

use super::*;
use crate::org::{Component, Description, FieldDescription, Look, PermissionSet, User};

fn wishes() -> Wishes {
    Wishes {
        permission_set_name: "Set".into(),
        username: "u@x".into(),
        nickname: "nick".into(),
        object: "ns__Lead__c".into(),
        fields: vec!["Email".into()],
        proof_marker: "m".into(),
        update: true,
        ..Wishes::default()
    }
}

fn facts() -> OrgFacts {
    OrgFacts {
        permission_sets: Look::Seen(vec![PermissionSet {
            id: "0PS000000000001".into(),
            name: "Set".into(),
            ..PermissionSet::default()
        }]),
        users: Look::Seen(vec![User {
            id: "005000000000002".into(),
            username: "u@x".into(),
            ..User::default()
        }]),
        description: Look::Seen(Description {
            fields: vec![FieldDescription {
                name: "Email".into(),
                permissionable: Some(true),
                ..FieldDescription::default()
            }],
            ..Description::default()
        }),
        components: Look::Seen(vec![Component {
            set_id: "0PS000000000003".into(),
            ..Component::default()
        }]),
        ..OrgFacts::default()
    }
}

fn all(wishes: &Wishes, facts: &OrgFacts, user: Option<&str>) -> Vec<SubRequest> {
    let mut all = first(wishes, "00D000000000001", "005000000000001");
    all.extend(then(wishes, facts, user));
    all.extend(in_groups(wishes, facts));
    all.extend(alone(wishes, facts, user));
    all
}

#[test]
fn secrets_are_never_asked_for() {
    let found = all(&wishes(), &facts(), Some("005000000000002"));
    let nothing = all(&wishes(), &OrgFacts::default(), None);
    for sub in found.iter().chain(&nothing) {
        for secret in ["AccessToken", "DeleteToken", "RequestToken", "FIELDS"] {
            assert!(!sub.url.contains(secret), "{}", sub.url);
        }
        assert!(sub.url.starts_with("/services/data/v63.0/"), "{}", sub.url);
        assert!(
            !sub.url.contains("/password") || sub.part == Part::Password,
            "{}",
            sub.url
        );
    }
}

#[test]
fn an_object_that_is_no_name_is_not_asked_for() {
    let wishes = Wishes {
        object: "Lead WHERE".into(),
        ..wishes()
    };
    for sub in all(&wishes, &facts(), Some("005000000000002")) {
        assert!(
            !sub.url.contains("Lead%20WHERE") && !sub.url.contains("Lead WHERE"),
            "{}",
            sub.url
        );
    }
}

#[test]
fn a_package_is_told_by_its_namespace() {
    assert_eq!(namespace("ns__Thing__c"), Some("ns"));
    for none in ["Lead", "Thing__c", ""] {
        assert_eq!(namespace(none), None, "{none}");
    }
}
