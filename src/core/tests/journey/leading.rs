//! What leads to a step from another page, or from another state of its own.

use crate::stage::*;
use waymark_core::field::{FieldState, RecordKey};
use waymark_core::journey::Event;
use waymark_core::message::{Anchor, CardAction, FromPanel, Observation, Show, Sighting};
use waymark_core::page::{DocumentFacts, WizardStage};

/// The card says that what is pointed at leads to the step.
fn leads_there(stage: &Stage) -> bool {
    let card = stage.card(TAB);
    card.notices.iter().any(|it| it.text.contains("leads there"))
}

#[test]
fn a_wrong_page_with_a_way_back_shows_the_way_and_the_link() {
    let mut stage = Stage::begun(false);
    stage.setup_home();
    assert_eq!(stage.step(), "open_permission_sets");
    stage.setup("/0PS");
    assert_eq!(stage.step(), "new_permission_set");
    stage.setup_home();
    assert_eq!(stage.step(), "new_permission_set");
    let task = stage.task(TAB, 0);
    assert!(
        task.targets[0].names["en"].contains(&"Permission Sets".to_owned()),
        "what leads to the list"
    );
    assert!(matches!(task.show, Show::At(Anchor::Target(0), _)));
    let card = stage.card(TAB);
    assert_eq!(card.step, "new_permission_set");
    assert!(card.notices.iter().any(|it| it.text.contains("leads there")));
    let link = card.actions.iter().find(|it| it.action == CardAction::OpenPage);
    assert!(link.is_some_and(|it| !it.primary), "the link is there, too");
}

#[test]
fn jotforms_list_of_integrations_is_the_way_back_to_its_wizard() {
    let mut stage = Stage::begun(false);
    while stage.step() != "search_salesforce" {
        stage.press(CardAction::Skip);
    }
    stage
        .answers
        .fields
        .insert("integration_search".to_owned(), FieldState::NotFound);
    stage.show(TAB, 0, &[FORM, "/settings"].concat(), true);
    assert_eq!(spotlights(&stage), 1);
    assert!(leads_there(&stage));
}

#[test]
fn what_leads_to_the_fields_of_a_step_is_told_apart_from_the_step() {
    let mut stage = Stage::begun(false);
    while stage.step() != "choose_object" {
        stage.press(CardAction::Skip);
    }
    stage.answers.wizard = Some(WizardStage::Action);
    stage
        .answers
        .fields
        .insert("object".to_owned(), FieldState::NotFound);
    stage.show(TAB, 0, &[FORM, "/settings/integrations"].concat(), true);
    assert!(matches!(stage.task(TAB, 0).show, Show::At(Anchor::Target(0), _)));
    assert!(leads_there(&stage));
}

#[test]
fn no_login_is_ever_the_way_to_a_step() {
    let mut stage = Stage::begun(false);
    stage.happen(Event::PrivateWindows(true));
    while stage.step() != "choose_action" {
        stage.press(CardAction::Skip);
    }
    stage.answers.wizard = Some(WizardStage::Authenticate);
    stage
        .answers
        .fields
        .insert("action".to_owned(), FieldState::NotFound);
    stage.show(TAB, 0, &[FORM, "/settings/integrations"].concat(), true);
    let authenticate = |stage: &Stage| {
        let targets = stage.task(TAB, 0).targets;
        targets
            .iter()
            .filter_map(|it| it.names.get("en"))
            .any(|names| names.contains(&"Authenticate".to_owned()))
    };
    assert!(!authenticate(&stage), "it would connect whoever is signed in");
    stage.panel(FromPanel::LookAt {
        step: Some("authenticate".to_owned()),
    });
    stage.answers.wizard = None;
    stage.show(TAB, 0, &[FORM, "/settings"].concat(), true);
    assert_eq!(spotlights(&stage), 0, "that login belongs in another window");
}

#[test]
fn a_page_in_another_state_shows_what_brings_it_back() {
    let mut stage = Stage::begun(false);
    stage
        .state
        .records
        .insert(RecordKey::PermissionSet, SET.to_owned());
    while stage.step() != "grant_access" {
        stage.press(CardAction::Skip);
    }
    for field in ["object_read", "object_create"] {
        stage
            .answers
            .fields
            .insert(field.to_owned(), FieldState::NotFound);
    }
    for field in [
        "FirstName",
        "LastName",
        "Company",
        "Email",
        "Phone",
        "Description",
    ] {
        for kind in ["field_read:", "field_edit:"] {
            stage
                .answers
                .fields
                .insert([kind, field].concat(), FieldState::NotFound);
        }
    }
    stage.setup(&["/", SET, "?s=EntityPermissions&o=Lead"].concat());
    let task = stage.task(TAB, INNER);
    let Show::At(Anchor::Target(at), card) = task.show else {
        panic!("{:?}", task.show)
    };
    assert!(task.targets[at].names["en"].contains(&"Edit".to_owned()));
    assert_eq!(card.step, "grant_access");
    assert_eq!(card.fill, None, "there is nothing to fill in yet");
}

#[test]
fn nothing_leads_away_while_the_page_s_own_frame_is_still_to_come() {
    let mut stage = Stage::begun(false);
    stage.setup_home();
    stage.setup("/0PS");
    assert_eq!(stage.step(), "new_permission_set");
    assert_eq!(spotlights(&stage), 1);
    // The shell reports that it holds a frame, and the frame goes.
    stage.show(TAB, 0, &[SETUP, "/lightning/setup/PermSets/page"].concat(), true);
    stage.happen(Event::FrameGone(TAB, INNER));
    assert_eq!(spotlights(&stage), 0, "what the frame said last no longer counts");
    let card = stage.card(TAB);
    assert!(card.actions.iter().all(|it| !it.primary), "{:?}", card.actions);
}

#[test]
fn what_leads_on_is_judged_over_all_frames_too() {
    let mut stage = at_list();
    stage.setup_home();
    assert_eq!(
        (stage.step().as_str(), spotlights(&stage)),
        ("new_permission_set", 1)
    );
    let url = [SETUP, "/lightning/setup/SetupOneHome/home"].concat();
    let mut answer = |frame, sighting| {
        let observation = Observation {
            generation: stage.state.generation,
            question: stage.task(TAB, 0).question,
            document: DocumentFacts {
                top: frame == 0,
                ..DocumentFacts::default()
            },
            address: url.clone(),
            targets: vec![sighting],
            ..Observation::default()
        };
        stage.happen(Event::Observed(
            source(TAB, frame, &url, false),
            Box::new(observation),
        ));
        spotlights(&stage)
    };
    assert_eq!(answer(40, Sighting::Found(90)), 0, "it stands in two frames");
    assert_eq!(answer(40, Sighting::Ambiguous), 0, "one frame is in doubt");
    assert_eq!(answer(40, Sighting::Absent), 1);
    assert_eq!(answer(0, Sighting::Ambiguous), 0);
}

#[test]
fn a_later_alternative_settles_no_doubt_about_an_earlier_one() {
    let pointed = |targets: &[Sighting]| {
        let mut stage = Stage::begun(false);
        stage.setup_home();
        assert_eq!(stage.step(), "open_permission_sets");
        let url = [SETUP, "/lightning/setup/SetupOneHome/home"].concat();
        let observation = Observation {
            generation: stage.state.generation,
            question: stage.task(TAB, 0).question,
            address: url.clone(),
            targets: targets.to_vec(),
            ..Observation::default()
        };
        stage.happen(Event::Observed(source(TAB, 0, &url, true), Box::new(observation)));
        (spotlights(&stage), stage.card(TAB).not_shown)
    };
    assert_eq!(pointed(&[Sighting::Absent, Sighting::Found(95)]).0, 1);
    let (shown, said) = pointed(&[Sighting::Ambiguous, Sighting::Found(95)]);
    assert_eq!(shown, 0);
    assert!(said.unwrap().contains("Several"));
    assert_eq!(pointed(&[Sighting::Found(95), Sighting::Ambiguous]).0, 1);
}
