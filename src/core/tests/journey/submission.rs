//! What is proposed for the test submission, and what counts as sent.

use crate::stage::*;
use waymark_core::check::Wishes;
use waymark_core::field::RecordKey;
use waymark_core::form::Question;
use waymark_core::inputs::InputKey;
use waymark_core::journey::{Effect, Ending, StepState};
use waymark_core::message::{CardAction, FromPanel};
use waymark_core::view::CardView;

/// A journey at its test submission, of a form with these questions.
fn at_submission(questions: Vec<Question>) -> Stage {
    let mut stage = Stage::begun(true);
    stage.type_in(InputKey::Object, "Lead");
    stage.type_in(
        InputKey::Fields,
        "FirstName, LastName, Company, Email, Phone, Description, Rating__c",
    );
    stage.answers.questions = questions;
    stage.show(TAB, 0, FORM, true);
    stage.panel(FromPanel::LookAt {
        step: Some("test_submission".to_owned()),
    });
    stage
}

fn contact() -> Vec<Question> {
    vec![
        question("3", "control_fullname", "Full Name"),
        question("4", "control_email", "Write to"),
        question("5", "control_phone", "Phone"),
        question("6", "control_textbox", "Your company"),
        question("7", "control_textbox", "Rating"),
    ]
}

fn notices(card: &CardView) -> String {
    card.notices
        .iter()
        .map(|notice| notice.text.as_str())
        .collect::<Vec<_>>()
        .join("\n")
}

fn says_so(card: &CardView) -> bool {
    card.actions.iter().any(|it| it.action == CardAction::SentSo)
}

#[test]
fn the_card_proposes_what_to_enter_for_each_text_that_the_form_feeds() {
    let stage = at_submission(contact());
    let marker = stage.state.marker();
    let address = [&marker.to_lowercase(), "@example.com"].concat();
    let text = notices(&stage.card(TAB));
    for line in [
        "First Name: Test",
        &["Last Name: ", &marker].concat(),
        &["Write to: ", &address].concat(),
        &["Your company: ", &marker, " Company"].concat(),
    ] {
        assert!(text.contains(line), "{line} in {text}");
    }
    // A telephone number is written anew, no question feeds the description, and what takes a field of one's own is not known.
    for left_out in ["Phone:", "Description", "Rating"] {
        assert!(!text.contains(left_out), "{left_out} in {text}");
    }
    assert!(says_so(&stage.card(TAB)));
}

#[test]
fn nothing_counts_as_sent_before_the_person_says_so() {
    let mut stage = at_submission(contact());
    assert_eq!(Wishes::of(&stage.state).sent, []);
    stage.press(CardAction::SentSo);
    assert!(stage.asked_org());
    let marker = stage.state.marker();
    let sent = Wishes::of(&stage.state).sent;
    let of = |field: &str| {
        sent.iter()
            .find(|(name, _)| name == field)
            .map(|it| it.1.as_str())
    };
    assert_eq!(sent.len(), 4);
    assert_eq!(of("LastName"), Some(marker.as_str()));
    assert_eq!(of("Company"), Some([&marker, " Company"].concat().as_str()));
    assert!(!says_so(&stage.card(TAB)), "it was said");
    // What was sent before is not held against what would be proposed now.
    stage.type_in(InputKey::Fields, "LastName, Company");
    assert_eq!(Wishes::of(&stage.state).sent, []);
    assert!(says_so(&stage.card(TAB)));
}

/// The record was found before the person could say so: the guide has gone on, and the offer with it.
#[test]
fn what_was_sent_can_still_be_said_once_its_record_was_found() {
    let mut stage = at_submission(contact());
    stage.panel(FromPanel::LookAt {
        step: Some("final_check".to_owned()),
    });
    assert!(!says_so(&stage.card(TAB)), "nothing was found yet");
    let record = "00Q000000000001".to_owned();
    stage.state.records.insert(RecordKey::ProofRecord, record);
    assert!(says_so(&stage.card(TAB)));
    let all = guide().sections.into_iter().flat_map(|section| section.steps);
    for step in all {
        let done = StepState {
            ending: Ending::Done,
            private: false,
        };
        stage.state.steps.insert(step.id, done);
    }
    stage.state.looking_at = None;
    let finished = stage.card(TAB);
    assert_eq!(finished.step, "finished");
    assert!(says_so(&finished) && notices(&finished).contains("First Name: Test"));
    stage.press(CardAction::SentSo);
    assert_eq!(Wishes::of(&stage.state).sent.len(), 4);
    assert!(!says_so(&stage.card(TAB)) && stage.card(TAB).notices.is_empty());
}

#[test]
fn no_word_of_what_was_sent_is_asked_where_the_org_is_not_looked_at() {
    let mut stage = at_submission(contact());
    let record = "00Q000000000001".to_owned();
    stage.state.records.insert(RecordKey::ProofRecord, record);
    stage.panel(FromPanel::DecideChecks { allowed: false });
    stage.panel(FromPanel::LookAt {
        step: Some("final_check".to_owned()),
    });
    assert!(!says_so(&stage.card(TAB)) && !notices(&stage.card(TAB)).contains("First Name"));
}

#[test]
fn without_a_form_the_fields_own_names_are_proposed_and_without_a_record_nothing() {
    let mut stage = at_submission(Vec::new());
    let text = notices(&stage.card(TAB));
    assert!(
        text.contains("Company: ") && text.contains("Description: "),
        "{text}"
    );
    stage.type_in(InputKey::Action, "find");
    assert!(!says_so(&stage.card(TAB)));
    assert!(!notices(&stage.card(TAB)).contains("Company: "));
    stage.press(CardAction::SentSo);
    assert_eq!(Wishes::of(&stage.state).sent, []);
}

#[test]
fn a_name_in_parts_is_no_text_of_one_field() {
    let mut stage = at_submission(contact());
    stage.type_in(InputKey::Object, "Account");
    stage.type_in(InputKey::Fields, "Name, Company");
    let text = notices(&stage.card(TAB));
    assert!(
        !text.contains("Full Name: ") && text.contains("Your company: "),
        "{text}"
    );
}

#[test]
fn to_find_records_takes_no_ticks_for_making_them() {
    let mut stage = Stage::begun(true);
    let ids = |stage: &mut Stage, step: &str| -> Vec<String> {
        stage.panel(FromPanel::LookAt {
            step: Some(step.to_owned()),
        });
        stage.setup("/0PS000000000001?s=EntityPermissions&o=Lead");
        let frames = stage.state.tabs[&TAB].frames.keys();
        let tasks = frames.map(|frame| stage.task(TAB, *frame));
        tasks.flat_map(|task| task.fields).map(|field| field.id).collect()
    };
    let writes = ids(&mut stage, "grant_access");
    assert!(writes.iter().any(|id| id == "object_create"), "{writes:?}");
    assert!(
        writes.iter().any(|id| id.starts_with("field_edit:")),
        "{writes:?}"
    );
    stage.type_in(InputKey::UpdateExisting, "yes");
    stage.type_in(InputKey::Action, "find");
    let finds = ids(&mut stage, "grant_access");
    assert!(finds.iter().any(|id| id == "object_read"), "{finds:?}");
    assert!(finds.iter().any(|id| id.starts_with("field_read:")), "{finds:?}");
    for none in ["object_create", "object_edit", "field_edit"] {
        assert!(
            !finds.iter().any(|id| id.starts_with(none)),
            "{none} in {finds:?}"
        );
    }
    let wishes = Wishes::of(&stage.state);
    assert!(wishes.find && !wishes.update && !wishes.edit);
}

#[test]
fn the_form_is_opened_with_what_is_proposed_where_its_questions_are_known() {
    let named = |mut question: Question, name: &str| {
        question.name = name.to_owned();
        question
    };
    let names = ["fullName", "email4", "phone", "company", "rating"];
    let questions: Vec<Question> = contact()
        .into_iter()
        .zip(names)
        .map(|(one, name)| named(one, name))
        .collect();
    let mut stage = at_submission(questions.clone());
    let marker = stage.state.marker();
    let opens = |stage: &mut Stage| {
        stage.press(CardAction::OpenPage);
        stage.effects.iter().find_map(|effect| match effect {
            Effect::Navigate { url, .. } => Some(url.clone()),
            _ => None,
        })
    };
    let url = opens(&mut stage).unwrap();
    let (form, filled) = url.split_once('?').unwrap();
    assert_eq!(form, "https://form.jotform.com/240001234567890");
    let company = ["company=", &marker, "%20Company"].concat();
    let last = ["fullName[last]=", &marker].concat();
    for pair in ["fullName[first]=Test", &last, &company] {
        assert!(filled.split('&').any(|it| it == pair), "{pair} in {filled}");
    }
    let open = stage
        .card(TAB)
        .actions
        .into_iter()
        .find(|it| it.action == CardAction::OpenPage);
    assert!(open.is_some_and(|it| it.primary && it.label == "Open the form, filled in"));

    let mut odd = questions;
    odd[3].name = "company&token".to_owned();
    assert_eq!(
        opens(&mut at_submission(odd)),
        None,
        "no name that an address could be made longer with"
    );
    assert_eq!(
        opens(&mut at_submission(contact())),
        None,
        "of no name nothing is made up"
    );
    assert_eq!(opens(&mut at_submission(Vec::new())), None);
}
