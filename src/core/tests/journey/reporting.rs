//! The report of a check, as files.

use crate::stage::*;
use waymark_core::check::{Cause, CheckId};
use waymark_core::journey::report_files;
use waymark_core::view::ReportFiles;

fn written(hides: bool) -> ReportFiles {
    let mut stage = Stage::begun(true);
    stage.org_says(
        &[CheckId::Session, CheckId::Seats],
        &[
            (CheckId::UserActive, Cause::UserFrozen),
            (CheckId::TokenUse, Cause::TokenNearlyTooMany),
        ],
    );
    report_files(&stage.guide, &stage.words, &stage.state, hides).expect("a report")
}

#[test]
fn there_is_none_before_the_first_check() {
    let stage = Stage::begun(true);
    assert_eq!(
        report_files(&stage.guide, &stage.words, &stage.state, false),
        None
    );
}

#[test]
fn all_three_say_when_which_org_what_and_what_it_cost() {
    let files = written(false);
    for text in [&files.markdown, &files.page] {
        for said in ["Acme", "Jane Roe", "The user is frozen.", "120", "15000", "UTC"] {
            assert!(text.contains(said), "{said} in {text}");
        }
    }
    let json: serde_json::Value = serde_json::from_str(&files.json).unwrap();
    assert_eq!(json["api_calls_used"], 120);
    let answers = json["answers"].as_array().unwrap();
    let of = |check: &str| answers.iter().find(|it| it["check"] == check).unwrap();
    assert_eq!(of("user-active")["cause"], "user_frozen");
    assert_eq!(of("token-use")["severity"], "risk");
    assert_eq!(of("seats")["outcome"], "proven");
}

#[test]
fn people_are_hidden_on_request() {
    let files = written(true);
    for text in [&files.markdown, &files.page, &files.json] {
        assert!(!text.contains("Jane") && !text.contains('@'), "{text}");
        assert!(text.contains("Acme"));
    }
    let json: serde_json::Value = serde_json::from_str(&files.json).unwrap();
    assert_eq!(json["user"], "•••");
}
