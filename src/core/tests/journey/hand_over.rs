//! A journey goes from the administrator's browser to the form builder's.

use crate::stage::*;
use waymark_core::form::{Mapped, Question};
use waymark_core::inputs::InputKey;
use waymark_core::journey::{Ending, Event, State, StepState, hand_over};
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
    assert!(!stage.asked_org());
    let asks = taken(&file, |state| state.checks_allowed = Some(true));
    assert!(asks.asked_org(), "what was done there may be seen otherwise here");
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

fn with_form() -> Stage {
    let mut stage = administrators();
    let question = |text: &str| Question::read(&text.replace('|', "\u{1f}"));
    stage.answers.questions = vec![
        question("3|control_fullname|Full Name|fullName|required"),
        question("5|control_phone|Phone Number|phone||conditional"),
        question("8|control_radio|How?|how|||Web|Fair"),
        question("|encrypted"),
    ];
    stage.answers.title = "Clone of Contact Us".to_owned();
    stage.show(TAB, 0, FORM, true);
    stage.show(TAB, 0, "https://form.jotform.com/240001234567890", true);
    for (question, field) in [("5", "MobilePhone"), ("8", ""), ("3.first", "FirstName")] {
        stage.panel(FromPanel::MapTo {
            question: question.to_owned(),
            field: field.to_owned(),
        });
    }
    stage
}

#[test]
fn the_form_and_what_was_chosen_of_it_go_along() {
    let there = with_form().state;
    assert_eq!(
        (there.seen_form.questions.len(), there.choices.chosen.len()),
        (3, 3)
    );
    assert!(there.seen_form.encrypted && there.seen_form.cloned);
    let here = taken(&hand_over(&there), |_| {}).state;
    assert_eq!(here.seen_form, there.seen_form);
    assert_eq!(here.choices.chosen, there.choices.chosen);
    assert!(
        here.choices.before.is_empty(),
        "what was chosen there is not taken back here"
    );
    assert_eq!(here.fields(), there.fields());
    assert_eq!(here.jotform_host, there.jotform_host);
    let back = taken(&hand_over(&here), |_| {}).state;
    assert_eq!(back.seen_form, there.seen_form);
}

/// Nobody has opened the form's builder: its questions were read with a key.
#[test]
fn questions_of_a_form_that_was_typed_go_along() {
    let mut stage = administrators();
    stage.type_in(InputKey::Form, "240001234567890");
    let questions = vec![Question::read("5\u{1f}control_phone\u{1f}Phone")];
    stage.happen(Event::FormRead(Ok(questions.clone())));
    let here = taken(&hand_over(&stage.state), |_| {}).state;
    assert_eq!(here.seen_form().questions, questions);
}

#[test]
fn what_was_chosen_here_stays_where_nothing_was_chosen_there() {
    let here = Mapped {
        question: "5".to_owned(),
        field: "Phone".to_owned(),
    };
    let chosen = vec![here];
    let with_choice = |state: &mut State| state.choices.chosen.clone_from(&chosen);
    let stage = taken(&hand_over(&administrators().state), with_choice);
    assert_eq!(stage.state.choices.chosen, chosen);
}

#[test]
fn another_form_and_what_is_no_form_are_left_alone() {
    let file = hand_over(&with_form().state);
    let of_another = |state: &mut State| state.inputs.set(InputKey::Form, "240009999999999", "");
    assert!(taken(&file, of_another).state.seen_form.questions.is_empty());
    for bad in [
        file.replace("\"questions\":[\"3", "\"questions\":[\"x"),
        file.replace("\"questions\"", "\"other\""),
    ] {
        assert!(bad != file);
        let stage = taken(&bad, |_| {});
        assert!(stage.state.seen_form.questions.is_empty(), "{bad}");
        assert_eq!(stage.state.choices.chosen.len(), 3);
    }
    let foreign = file.replace("www.jotform.com", "evil.example");
    assert_eq!(taken(&foreign, |_| {}).state.jotform_host, None);
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
        &file.replace("hand-over 2", "hand-over 9"),
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
