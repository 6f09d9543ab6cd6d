//! Where the spotlight and the card are, over all frames of a tab.

use crate::stage::*;
use waymark_core::field::{FieldState, RecordKey, Wanted};
use waymark_core::inputs::InputKey;
use waymark_core::journey::{Effect, Event, frame_task};
use waymark_core::message::{Anchor, CardAction, FromPanel, Observation, Show, Sighting, ToContent};
use waymark_core::page::{DocumentFacts, WizardStage};
use waymark_core::view::Tone;

/// The list's frame answers once more, with this of its target.
fn sighted(stage: &mut Stage, frame: i64, sighting: Sighting) {
    let observation = Observation {
        generation: stage.state.generation,
        question: stage.task(TAB, INNER).question,
        document: DocumentFacts::default(),
        address: [CORE, "/0PS"].concat(),
        targets: vec![sighting],
        ..Observation::default()
    };
    let url = [CORE, "/0PS"].concat();
    stage.happen(Event::Observed(
        source(TAB, frame, &url, false),
        Box::new(observation),
    ));
}

#[test]
fn exactly_one_found_is_shown() {
    let stage = at_list();
    assert!(matches!(
        stage.task(TAB, INNER).show,
        Show::At(Anchor::Target(0), _)
    ));
    assert_eq!(stage.task(TAB, 0).show, Show::Nothing);
    assert_eq!(stage.card(TAB).not_shown, None);
}

#[test]
fn two_found_or_one_in_doubt_are_said_and_not_shown() {
    let mut stage = at_list();
    sighted(&mut stage, 32, Sighting::Found(80));
    assert_eq!(spotlights(&stage), 0);
    assert!(stage.card(TAB).not_shown.unwrap().contains("Several"));
    sighted(&mut stage, 32, Sighting::Ambiguous);
    assert_eq!(spotlights(&stage), 0);
    sighted(&mut stage, 32, Sighting::Absent);
    assert_eq!(spotlights(&stage), 1);
    sighted(&mut stage, INNER, Sighting::Absent);
    assert_eq!(spotlights(&stage), 0);
    assert!(stage.card(TAB).not_shown.unwrap().contains("did not appear"));
}

#[test]
fn fields_come_before_the_button_and_can_be_filled() {
    let mut stage = at_list();
    stage
        .answers
        .fields
        .insert("licence".to_owned(), FieldState::Empty);
    stage.setup("/udd/PermissionSet/newPermissionSet.apexp");
    let task = stage.task(TAB, INNER);
    assert!(matches!(task.show, Show::At(Anchor::Fields, _)));
    let labels: Vec<&str> = task.fields.iter().map(|field| field.label.as_str()).collect();
    assert_eq!(labels, ["Label", "API name", "Licence"]);
    let card = stage.card(TAB);
    assert!(card.fill.is_some() && card.field_words.is_some());
    assert!(
        card.notices
            .iter()
            .any(|it| it.tone == Tone::Warning && it.text.contains("looks alike"))
    );
}

#[test]
fn every_field_of_the_form_stands_in_the_access_step() {
    let mut stage = Stage::begun(false);
    stage
        .state
        .records
        .insert(RecordKey::PermissionSet, SET.to_owned());
    for _ in 0..60 {
        if stage.step() == "grant_access" {
            break;
        }
        stage.press(CardAction::Skip);
    }
    stage
        .answers
        .fields
        .insert("object_read".to_owned(), FieldState::Empty);
    stage.setup(&["/", SET, "?s=EntityPermissions&o=Lead"].concat());
    let task = stage.task(TAB, INNER);
    let edit = task
        .fields
        .iter()
        .find(|field| field.id == "field_edit:Email")
        .unwrap();
    assert_eq!(edit.label, "Email: edit");
    assert!(edit.target.names["en"].contains(&"Email Edit Access".to_owned()));
    assert!(
        !task.fields.iter().any(|field| field.id == "object_edit"),
        "nothing is to be updated"
    );
    stage.type_in(InputKey::UpdateExisting, "yes");
    assert!(
        stage
            .task(TAB, INNER)
            .fields
            .iter()
            .any(|field| field.id == "object_edit")
    );
}

#[test]
fn a_mapping_row_is_known_by_what_forms_call_its_question_and_its_field_is_proposed() {
    let mut stage = Stage::begun(false);
    for _ in 0..60 {
        if stage.step() == "map_fields" {
            break;
        }
        stage.press(CardAction::Skip);
    }
    stage
        .answers
        .fields
        .insert("mapping:Description".to_owned(), FieldState::Empty);
    stage.show(TAB, 0, &[FORM, "/settings/integrations"].concat(), true);
    let task = stage.task(TAB, 0);
    let row = task
        .fields
        .iter()
        .find(|field| field.id == "mapping:Description")
        .unwrap();
    assert_eq!(row.label, "Description");
    assert!(row.target.names["en"].contains(&"Your Message".to_owned()));
    assert!(matches!(&row.wanted, Wanted::Something(labels) if labels[0] == "Description"));
    assert!(matches!(task.show, Show::At(Anchor::Fields, ref card) if card.fill.is_some()));
}

#[test]
fn the_wrong_page_offers_the_way_on_each_kind_of_host() {
    let mut stage = Stage::begun(false);
    stage.setup_home();
    stage.setup("/0PS");
    stage.leave(TAB, INNER);
    stage.show(
        TAB,
        0,
        &[SETUP, "/lightning/setup/OrgLoginHistory/home"].concat(),
        true,
    );
    assert!(
        stage
            .card(TAB)
            .actions
            .iter()
            .any(|it| it.action == CardAction::OpenPage && it.primary)
    );
    stage.press(CardAction::OpenPage);
    let on = |host: &str, path: &str| Effect::Navigate {
        tab: TAB,
        url: ["https://", host, path].concat(),
    };
    assert_eq!(
        stage.effects[0],
        on(
            "acme.my.salesforce-setup.com",
            "/lightning/setup/PermSets/page?address=%2Fudd%2FPermissionSet%2FnewPermissionSet.apexp"
        )
    );

    let mut stage = Stage::begun(false);
    stage.show(
        TAB,
        0,
        "https://acme.lightning.force.com/lightning/page/home",
        true,
    );
    stage.press(CardAction::OpenPage);
    assert_eq!(
        stage.effects[0],
        on("acme.lightning.force.com", "/lightning/setup/SetupOneHome/home")
    );

    let mut stage = Stage::begun(false);
    stage.answers.classic = true;
    stage.show(TAB, 0, &[CORE, "/home/home.jsp"].concat(), true);
    stage.press(CardAction::OpenPage);
    assert_eq!(
        stage.effects[0],
        on("acme.my.salesforce.com", "/setup/forcecomHomepage.apexp")
    );
}

#[test]
fn another_org_and_another_record_are_left_alone() {
    let mut stage = at_list();
    stage.show(TAB, 0, "https://other.my.salesforce.com/0PS", true);
    let card = stage.card(TAB);
    assert!(card.notices[0].text.contains("another org"), "{:?}", card.notices);
    assert_eq!(spotlights(&stage), 1, "in the journey's own frame only");
    assert!(matches!(stage.task(TAB, 0).show, Show::Nothing));

    let mut stage = Stage::begun(false);
    stage.state.records.insert(RecordKey::User, USER.to_owned());
    for _ in 0..60 {
        if stage.step() == "open_edit_assignments" {
            break;
        }
        stage.press(CardAction::Skip);
    }
    stage.setup("/005000000000077?noredirect=1");
    assert_eq!(spotlights(&stage), 0);
    assert!(
        stage
            .card(TAB)
            .notices
            .iter()
            .any(|it| it.text.contains("wrong record"))
    );
    stage.setup(
        &[
            "/udd/PermissionSet/assignPermissionSet.apexp?isPermsetGroup=1&userId=",
            USER,
        ]
        .concat(),
    );
    assert!(
        stage
            .card(TAB)
            .notices
            .iter()
            .any(|it| it.text.contains("groups"))
    );
    assert_eq!(stage.step(), "open_edit_assignments");
}

#[test]
fn tabs_that_are_not_bound_stay_dormant() {
    let mut stage = at_list();
    let dormant = frame_task(&stage.guide, &stage.words, &stage.state, 99, 0);
    assert_eq!(dormant, ToContent::Dormant);
    stage.press(CardAction::Close);
    assert!(
        stage
            .effects
            .iter()
            .any(|it| matches!(it, Effect::Release { tabs } if tabs.contains(&TAB)))
    );
    let dormant = frame_task(&stage.guide, &stage.words, &stage.state, TAB, INNER);
    assert_eq!(dormant, ToContent::Dormant);
}

#[test]
fn back_skip_and_taking_it_back() {
    let mut stage = at_list();
    let generation = stage.state.generation;
    stage.press(CardAction::Back);
    assert!(
        stage.state.generation > generation,
        "frames are asked something else"
    );
    assert_eq!(stage.state.looking_at.as_deref(), Some("open_permission_sets"));
    assert!(
        stage
            .card(TAB)
            .actions
            .iter()
            .any(|it| it.action == CardAction::Forward)
    );
    assert_eq!(stage.step(), "new_permission_set", "looking back undoes nothing");
    stage.press(CardAction::Forward);
    assert_eq!(stage.state.looking_at, None);
    stage.press(CardAction::Skip);
    assert_eq!(stage.step(), "fill_permission_set");
    let back = FromPanel::Skip {
        step: "new_permission_set".to_owned(),
        skip: false,
    };
    stage.panel(back);
    assert_eq!(stage.step(), "new_permission_set");
}

#[test]
fn a_private_window_never_opens_setup() {
    let mut stage = at_list();
    stage.bind(PRIVATE, true);
    stage.show(PRIVATE, 0, FORM, true);
    let card = stage.card(PRIVATE);
    assert!(!card.actions.iter().any(|it| it.action == CardAction::OpenPage));
    assert!(card.notices.iter().any(|it| it.text.contains("your own window")));
}

#[test]
fn where_private_windows_are_closed_to_waymark_the_card_says_how_to_open_them() {
    let mut stage = Stage::begun(false);
    for _ in 0..60 {
        if stage.step() == "verify_email" {
            break;
        }
        stage.press(CardAction::Skip);
    }
    stage.setup_home();
    let offers = |stage: &Stage| {
        let actions = stage.card(TAB).actions;
        actions.iter().any(|it| it.action == CardAction::OpenPrivate)
    };
    assert!(offers(&stage));
    stage.happen(Event::PrivateWindows(false));
    assert!(!offers(&stage));
    let card = stage.card(TAB);
    assert!(
        card.notices
            .iter()
            .any(|it| it.text.contains("Allow in Incognito"))
    );
    assert!(card.actions.iter().any(|it| it.label == "Go on in this window"));
}

#[test]
fn what_was_asked_of_another_step_is_not_answered() {
    let mut stage = at_list();
    let mut observation = Observation {
        generation: stage.state.generation,
        question: "open_permission_sets 2".to_owned(),
        address: [CORE, "/0PS"].concat(),
        targets: vec![Sighting::Found(90)],
        ..Observation::default()
    };
    let url = [CORE, "/0PS"].concat();
    let observed = |observation: &Observation| {
        Event::Observed(source(TAB, INNER, &url, false), Box::new(observation.clone()))
    };
    stage.happen(observed(&observation));
    assert_eq!(spotlights(&stage), 0);
    observation.question = stage.task(TAB, INNER).question;
    stage.happen(observed(&observation));
    assert_eq!(spotlights(&stage), 1);
}

#[test]
fn one_private_window_is_enough_and_nothing_under_way_in_it_is_lost() {
    let mut stage = Stage::begun(false);
    let asks = |stage: &mut Stage, step: &str| {
        while stage.step() != step {
            stage.press(CardAction::Skip);
        }
        stage.press(CardAction::OpenPrivate);
        stage.effects[0].clone()
    };
    let shown = Effect::ShowTab { tab: PRIVATE };
    assert!(matches!(
        asks(&mut stage, "verify_email"),
        Effect::OpenPrivate { .. }
    ));
    stage.bind(PRIVATE, true);
    stage.show(
        PRIVATE,
        0,
        &[CORE, "/_ui/system/security/ChangePassword"].concat(),
        true,
    );
    assert_eq!(asks(&mut stage, "set_password"), shown);
    let builder = asks(&mut stage, "open_builder");
    assert!(
        matches!(builder, Effect::OpenPrivate { .. }),
        "the password is still being set: {builder:?}"
    );
    stage.answers.title = "API Only".to_owned();
    stage.show(PRIVATE, 0, &[CORE, "/notice"].concat(), true);
    let builder = asks(&mut stage, "open_builder");
    assert!(
        matches!(builder, Effect::Navigate { tab: PRIVATE, .. }),
        "{builder:?}"
    );
    stage.answers.wizard = Some(WizardStage::Authenticate);
    stage.show(PRIVATE, 0, &[FORM, "/settings/integrations"].concat(), true);
    assert_eq!(asks(&mut stage, "authenticate"), shown);
}

#[test]
fn the_card_calls_the_control_as_its_page_does() {
    let mut stage = at_list();
    assert_eq!(stage.card(TAB).what, "Click “New”.");
    let url = [CORE, "/0PS"].concat();
    let observation = Observation {
        generation: stage.state.generation,
        question: stage.task(TAB, INNER).question,
        document: DocumentFacts {
            language: "de-AT".into(),
            ..DocumentFacts::default()
        },
        address: url.clone(),
        targets: vec![Sighting::Found(80)],
        ..Observation::default()
    };
    let source = source(TAB, INNER, &url, false);
    stage.happen(Event::Observed(source, Box::new(observation)));
    assert_eq!(stage.card(TAB).what, "Click “Neu”.");
    assert_eq!(stage.view().next.as_deref(), Some("Click “Neu”."));
}
