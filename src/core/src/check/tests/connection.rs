//! Jotform's app, its tokens and the test submission.

use super::*;

#[test]
fn connection() {
    use CheckId::{AppAllowed, ProofRecord as Proof, Token as Connected};
    fn no_token(facts: &mut OrgFacts) {
        facts.tokens = Look::Seen(vec![]);
    }
    run(&[
        (
            "listed, no token yet",
            AppAllowed,
            |f, _| no_token(f),
            Unknown(Why::DependsOn(CheckId::Token)),
        ),
        (
            "nothing tried yet",
            AppAllowed,
            |f, _| {
                no_token(f);
                f.apps = Look::Seen(vec![]);
            },
            Unknown(Why::DependsOn(CheckId::Token)),
        ),
        (
            "denied on the page",
            AppAllowed,
            |f, w| {
                no_token(f);
                f.apps = hidden();
                w.page.denied = true;
            },
            Wrong(Cause::AppBlocked),
        ),
        (
            "tried, not installed, no token",
            AppAllowed,
            |f, _| {
                no_token(f);
                f.apps = Look::Seen(vec![]);
                f.logins = Look::Seen(vec![Login {
                    application: "JotForm".into(),
                    ..Login::default()
                }]);
            },
            Wrong(Cause::AppBlocked),
        ),
        (
            "apps hidden",
            AppAllowed,
            |f, _| {
                no_token(f);
                f.apps = hidden();
            },
            hid(),
        ),
        (
            "no token",
            Connected,
            |f, _| no_token(f),
            Wrong(Cause::TokenAbsent),
        ),
        (
            "the administrator's token",
            Connected,
            |f, _| f.tokens = Look::Seen(vec![token(ADMIN)]),
            Wrong(Cause::TokenOtherUser),
        ),
        (
            "both tokens",
            Connected,
            |f, _| f.tokens = Look::Seen(vec![token(ADMIN), token(USER)]),
            Proven,
        ),
        ("tokens hidden", Connected, |f, _| f.tokens = hidden(), hid()),
        (
            "no user",
            Connected,
            |f, _| nobody(f),
            Unknown(Why::DependsOn(CheckId::User)),
        ),
        (
            "no record",
            Proof,
            |f, _| f.proof_records = Look::Seen(vec![]),
            Wrong(Cause::ProofRecordAbsent),
        ),
        (
            "no record, no connection",
            Proof,
            |f, _| {
                no_token(f);
                f.proof_records = Look::Seen(vec![]);
            },
            Unknown(Why::DependsOn(CheckId::Token)),
        ),
        (
            "made by the administrator",
            Proof,
            |f, _| f.proof_records = Look::Seen(vec![proof("00Q000000000001", ADMIN, "2026")]),
            Wrong(Cause::ProofRecordOtherUser),
        ),
        (
            "the newest counts",
            Proof,
            |f, _| {
                f.proof_records = Look::Seen(vec![
                    proof("00Q000000000001", ADMIN, "2026-11-01"),
                    proof("00Q000000000002", USER, "2026-11-02"),
                ]);
            },
            Proven,
        ),
        (
            "updated by the user",
            Proof,
            |f, w| {
                w.update = true;
                let record = ProofRecord {
                    modified_by: USER.into(),
                    ..proof("00Q000000000001", ADMIN, "2026")
                };
                f.proof_records = Look::Seen(vec![record]);
            },
            Proven,
        ),
        ("records hidden", Proof, |f, _| f.proof_records = hidden(), hid()),
        (
            "no marker",
            Proof,
            |f, _| f.proof_records = Look::NotAsked,
            Unknown(Why::NothingToCheck),
        ),
    ]);
}

#[test]
fn the_administrator_is_named_as_the_wrong_connection() {
    let mut facts = healthy();
    facts.tokens = Look::Seen(vec![token(ADMIN)]);
    let report = answers(&facts, &wishes());
    let Some(Outcome::Wrong(findings)) = report.answer(CheckId::Token) else {
        panic!("not found")
    };
    assert_eq!(findings[0].evidence[0].seen, "Ada Admin");
}
