//! A journey goes from the administrator's browser to the form builder's.

use crate::stage::*;
use waymark_core::inputs::InputKey;
use waymark_core::journey::{Ending, State, StepState, hand_over};
use waymark_core::message::FromPanel;

fn administrators() -> Stage {
    let mut stage = Stage::begun(true);
    stage.type_in(InputKey::Object, "Contact");
    stage.type_in(InputKey::Email, "jane@acme.example");
    for (id, ending, private) in [
        ("save_permission_set", Ending::Proven, false),
        ("get_rights", Ending::Skipped, false),
        ("api_only_notice", Ending::Done, true),
    ] {
        stage
            .state
            .steps
            .insert(id.to_owned(), StepState { ending, private });
    }
    stage
}

fn taken(file: &str, change: impl Fn(&mut State)) -> Stage {
    let mut stage = Stage::begun(true);
    stage.state = State::new(&stage.state.guide, "");
    change(&mut stage.state);
    stage.panel(FromPanel::TakeOver {
        file: file.to_owned(),
    });
    stage
}

#[test]
fn what_was_entered_and_done_there_is_so_here() {
    let file = hand_over(&administrators().state);
    let stage = taken(&file, |_| {});
    assert!(!stage.view().not_taken_over);
    assert_eq!(stage.state.core_host, "acme.my.salesforce.com");
    assert_eq!(stage.state.inputs.value(InputKey::Object), "Contact");
    assert_eq!(
        stage.state.steps["save_permission_set"].ending,
        Ending::Done,
        "the org proves it anew"
    );
    assert_eq!(stage.state.steps["get_rights"].ending, Ending::Skipped);
    assert!(!stage.state.steps.contains_key("api_only_notice"));
}

#[test]
fn nothing_secret_or_private_is_in_it() {
    let mut stage = administrators();
    stage.org_says(&[], &[]);
    let file = hand_over(&stage.state);
    for secret in [
        "005000000000009",
        "00D000000000001",
        "Jane Roe",
        "cookie",
        "api_only_notice",
    ] {
        assert!(!file.contains(secret), "{secret} in {file}");
    }
}

#[test]
fn what_is_no_hand_over_or_of_another_org_changes_nothing() {
    let file = hand_over(&administrators().state);
    for bad in [
        "",
        "{}",
        "[1]",
        &file.replace("hand-over 1", "hand-over 9"),
        &file.replace("acme.my", "evil.example"),
    ] {
        let stage = taken(bad, |_| {});
        assert!(stage.view().not_taken_over, "{bad}");
        assert!(stage.state.steps.is_empty() && stage.state.core_host.is_empty());
    }
    let stage = taken(&file, |state| {
        state.core_host = "other.my.salesforce.com".to_owned()
    });
    assert!(stage.view().not_taken_over);
    assert!(stage.state.steps.is_empty());
}
