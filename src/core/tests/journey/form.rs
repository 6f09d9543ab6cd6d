//! What the builder shows of the form, and what a check makes of it.

use crate::stage::*;
use waymark_core::check::Wishes;
use waymark_core::form::Question;
use waymark_core::inputs::InputKey;
use waymark_core::journey::Event;
use waymark_core::message::{CardAction, FromPanel, Observation, Sighting};
use waymark_core::page::DocumentFacts;

fn with_form(tab: i32, private: bool, address: &str) -> Stage {
    let mut stage = Stage::begun(true);
    stage.type_in(InputKey::Object, "Lead");
    stage.type_in(InputKey::Fields, "LastName, Email, Rating__c");
    stage.bind(tab, private);
    stage.answers.questions = vec![
        question("3", "control_fullname", "Full Name"),
        question("4", "control_email", "E-mail"),
    ];
    stage.show(tab, 0, address, true);
    stage
}

#[test]
fn the_form_and_its_mapping_are_held_against_the_org() {
    let stage = with_form(TAB, false, FORM);
    let wishes = Wishes::of(&stage.state);
    let form = wishes.form.expect("the form was seen");
    assert_eq!(
        (form.id.as_str(), form.questions.len(), form.hipaa),
        ("240001234567890", 2, false)
    );
    let mapped: Vec<(&str, &str)> = wishes
        .mapping
        .iter()
        .map(|one| (one.question.as_str(), one.field.as_str()))
        .collect();
    assert_eq!(
        mapped,
        [("3.last", "LastName"), ("4", "Email"), ("", "Rating__c")],
        "a field that no question fits is mapped all the same"
    );
}

#[test]
fn another_form_and_another_site_are_left_alone() {
    let other = "https://www.jotform.com/build/240009999999999";
    let mut stage = with_form(TAB, false, FORM);
    let before = stage.state.seen_form();
    stage.answers.questions = vec![question("9", "control_phone", "Phone")];
    stage.show(TAB, 0, other, true);
    stage.show(TAB, 0, &[CORE, "/005"].concat(), true);
    assert_eq!(stage.state.seen_form(), before);
}

#[test]
fn questions_of_a_private_window_are_not_written_to_disk() {
    let stage = with_form(PRIVATE, true, FORM);
    assert_eq!(stage.state.seen_form().questions.len(), 2);
    assert!(stage.state.for_disk().seen_form().questions.is_empty());
}

const OWN_PAGE: &str = "https://form.jotform.com/240001234567890";

fn hidden(question: Question) -> Question {
    Question {
        conditional: true,
        ..question
    }
}

/// The form's own page: the e-mail address may be hidden, and submissions are encrypted.
fn own_page(stage: &mut Stage, tab: i32, address: &str) {
    stage.answers.questions = vec![
        question("3", "control_fullname", "Full Name"),
        hidden(question("4", "control_email", "E-mail")),
        Question::read("\u{1f}encrypted"),
    ];
    stage.answers.title = "Clone of Contact Us".to_owned();
    stage.show(tab, 0, address, true);
}

/// What is known of the form: hidden questions, whether it is encrypted, and whether it is a copy.
fn known(stage: &Stage) -> (Vec<String>, bool, bool) {
    let form = Wishes::of(&stage.state).form.expect("the form was seen");
    let hidden = form.questions.iter().filter(|it| it.conditional);
    (
        hidden.map(|it| it.id.clone()).collect(),
        form.encrypted,
        form.cloned,
    )
}

#[test]
fn the_form_s_own_page_tells_what_may_be_hidden_and_that_it_is_encrypted() {
    let mut stage = with_form(TAB, false, FORM);
    assert_eq!(known(&stage), (vec![], false, false));
    own_page(&mut stage, TAB, OWN_PAGE);
    let all = (vec!["4".to_owned()], true, true);
    assert_eq!(known(&stage), all);
    let questions = stage.state.seen_form().questions;
    assert_eq!(questions.len(), 2, "the word is no question");
    // The builder does not tell, so what is known stays.
    stage.answers.questions = vec![
        question("3", "control_fullname", "Full Name"),
        question("4", "control_email", "Your address"),
    ];
    stage.show(TAB, 0, FORM, true);
    assert_eq!(known(&stage), all);
    assert_eq!(stage.state.seen_form().questions[1].label, "Your address");
    // The own page does, so what has changed goes.
    stage.answers.title = "Contact Us".to_owned();
    stage.show(TAB, 0, OWN_PAGE, true);
    assert_eq!(known(&stage), (vec![], false, false));
}

#[test]
fn what_one_window_shows_is_added_to_what_another_did() {
    for first_private in [false, true] {
        let (builder, own) = if first_private {
            (PRIVATE, TAB)
        } else {
            (TAB, PRIVATE)
        };
        let mut stage = with_form(builder, first_private, FORM);
        if !first_private {
            stage.bind(PRIVATE, true);
        }
        own_page(&mut stage, own, OWN_PAGE);
        assert_eq!(known(&stage), (vec!["4".to_owned()], true, true));
    }
}

#[test]
fn own_pages_of_other_forms_and_other_pages_are_left_alone() {
    for other in [
        "https://form.jotform.com/240009999999999",
        "https://eu.jotform.com/240009999999999",
        "https://form.jotform.com/240001234567890/other",
        "https://submit.jotform.com/submit/240001234567890",
    ] {
        let mut stage = with_form(TAB, false, FORM);
        own_page(&mut stage, TAB, other);
        assert_eq!(known(&stage), (vec![], false, false), "{other}");
        assert_eq!(stage.state.form(), Some("240001234567890"), "{other}");
    }
    let mut stage = with_form(TAB, false, FORM);
    own_page(&mut stage, TAB, "https://eu.jotform.com/240001234567890");
    assert_eq!(known(&stage), (vec!["4".to_owned()], true, true));
}

#[test]
fn a_form_that_is_looked_at_is_not_taken_for_the_journey_s() {
    let mut stage = Stage::begun(true);
    own_page(&mut stage, TAB, "https://eu.jotform.com/240009999999999");
    assert_eq!(stage.state.form(), None);
}

/// Between two stages of the wizard nothing of it shows for a moment, nor what leads to it; to load the page anew would lose it.
#[test]
fn the_page_that_is_there_is_not_offered_as_the_way_on() {
    let main = |address: &str| {
        let mut stage = Stage::begun(true);
        stage.panel(FromPanel::LookAt {
            step: Some("choose_action".to_owned()),
        });
        stage.show(TAB, 0, address, true);
        let task = stage.task(TAB, 0);
        let nothing = Observation {
            generation: task.generation,
            question: task.question,
            document: DocumentFacts {
                top: true,
                ..DocumentFacts::default()
            },
            address: address.to_owned(),
            targets: task.targets.iter().map(|_| Sighting::Absent).collect(),
            ..Observation::default()
        };
        stage.happen(Event::Observed(source(TAB, 0, address, false), Box::new(nothing)));
        let card = stage.card(TAB);
        let open = card.actions.iter().find(|it| it.action == CardAction::OpenPage);
        open.map(|it| it.primary)
    };
    assert_eq!(main(&[FORM, "/publish"].concat()), Some(true));
    assert_eq!(main(&[FORM, "/settings"].concat()), Some(false));
}
