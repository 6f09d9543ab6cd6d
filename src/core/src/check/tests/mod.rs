//! Every cause, every proof and every "could not check", each from a healthy org with one thing changed.

mod access;
mod chosen;
mod connection;
mod edges;
mod find;
pub(crate) mod fixture;
mod groups;
mod mapping;
mod org;
mod reach;
mod session;
mod sets;
mod user_login;
mod users;
mod written;

use super::*;
use crate::field::RecordKey;
use crate::form::{Mapped, Question};
use crate::org::*;
use fixture::*;

/// What a case changes in the healthy org, and what the check then says.
type Case = (&'static str, CheckId, fn(&mut OrgFacts, &mut Wishes), Expected);

#[derive(Debug)]
enum Expected {
    Proven,
    Wrong(Cause),
    Unknown(Why),
}
use Expected::{Proven, Unknown, Wrong};

fn run(cases: &[Case]) {
    for (name, id, change, expected) in cases {
        let (mut facts, mut wishes) = (healthy(), wishes());
        change(&mut facts, &mut wishes);
        let report = answers(&facts, &wishes);
        let outcome = report.answer(*id).unwrap();
        let as_expected = match (expected, outcome) {
            (Proven, Outcome::Proven(evidence)) => !evidence.is_empty(),
            (Wrong(cause), Outcome::Wrong(_)) => outcome.causes().any(|found| found == *cause),
            (Unknown(why), Outcome::CouldNotCheck(seen)) => why == seen,
            _ => false,
        };
        assert!(as_expected, "{name}: expected {expected:?}, got {outcome:?}");
    }
}

fn hid() -> Expected {
    Unknown(Why::Hidden("X".into()))
}

#[test]
fn a_healthy_org_is_proven_in_every_check() {
    let report = answers(&healthy(), &wishes());
    assert_eq!(report.answers.len(), CheckId::ALL.len());
    for (id, outcome) in &report.answers {
        assert!(
            matches!(outcome, Outcome::Proven(evidence) if !evidence.is_empty()),
            "{id:?}: {outcome:?}"
        );
    }
    assert_eq!(
        (report.requests, report.at, report.api_usage),
        (4, NOW, Some((10, 15_000)))
    );
}

#[test]
fn checks_are_listed_in_their_own_order() {
    assert!(CheckId::ALL.windows(2).all(|pair| pair[0] < pair[1]));
}

#[test]
fn ids_are_learnt() {
    let learnt = learnt(&healthy(), &wishes(), "7");
    let expected = [
        (RecordKey::PermissionSet, SET),
        (RecordKey::PermissionSetLicence, LICENCE),
        (RecordKey::UserLicence, USER_SEAT),
        (RecordKey::Profile, PROFILE),
        (RecordKey::User, USER),
        (RecordKey::ProofRecord, "00Q000000000001"),
    ];
    assert_eq!(
        learnt.records,
        expected.map(|(key, id)| (key, id.to_owned())).into()
    );
    assert_eq!(learnt.org_name.as_deref(), Some("Acme"));
    let bound = learnt.bound.unwrap();
    assert_eq!(
        (bound.organization_id.as_str(), bound.user_id.as_str()),
        (ORG, ADMIN)
    );
    assert_eq!(
        (bound.user_name.as_str(), bound.cookie_store.as_str()),
        ("Ada Admin", "7")
    );
}

#[test]
fn keys_of_words_are_the_names_in_guides() {
    let name = |value: serde_json::Value| value.as_str().unwrap().replace('-', "_");
    for cause in Cause::ALL {
        assert_eq!(cause.key(), name(serde_json::to_value(cause).unwrap()));
    }
    for check in CheckId::ALL {
        assert_eq!(check.key(), name(serde_json::to_value(check).unwrap()));
    }
}
