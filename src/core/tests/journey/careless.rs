//! The careless paths: the wrong licence, the wrong user, the wrong page; each is caught and mended.

use crate::stage::*;
use waymark_core::check::{Cause, CheckId};
use waymark_core::field::{FieldState, RecordKey};
use waymark_core::inputs::InputKey;
use waymark_core::journey::{Effect, Event};
use waymark_core::message::CardAction;
use waymark_core::page::WizardStage;
use waymark_core::view::{Mark, Standing, Tone};

const SET_CHECKS: [CheckId; 2] = [CheckId::PermissionSet, CheckId::PermissionSetLicence];

fn up_to_saved_permission_set(stage: &mut Stage) {
    stage.setup_home();
    stage.setup("/0PS");
    stage.setup("/udd/PermissionSet/newPermissionSet.apexp");
    stage.setup(&["/", SET].concat());
}

#[test]
fn the_look_alike_licence_is_found_and_the_set_made_anew_under_another_name() {
    let mut stage = Stage::begun(true);
    up_to_saved_permission_set(&mut stage);
    assert_eq!(stage.step(), "open_object_settings");
    stage.org_says(
        &[CheckId::PermissionSet],
        &[(
            CheckId::PermissionSetLicence,
            Cause::PermissionSetLookAlikeLicence,
        )],
    );
    assert_eq!(stage.step(), "new_permission_set");
    assert_eq!(
        stage.state.inputs.value(InputKey::PermissionSetLabel),
        "Jotform Integration 2"
    );
    assert_eq!(
        stage.state.inputs.value(InputKey::PermissionSetName),
        "Jotform_Integration_2"
    );
    assert_eq!(learnt(&stage, RecordKey::PermissionSet), None);
    let card = stage.card(TAB);
    assert_eq!(card.notices[0].tone, Tone::Wrong);
    assert!(card.notices[0].text.contains("look-alike"));

    // The same answer again does not count the name up once more.
    stage.org_says(
        &[CheckId::PermissionSet],
        &[(
            CheckId::PermissionSetLicence,
            Cause::PermissionSetLookAlikeLicence,
        )],
    );
    assert_eq!(
        stage.state.inputs.value(InputKey::PermissionSetLabel),
        "Jotform Integration 2"
    );

    stage.setup("/0PS");
    stage
        .answers
        .fields
        .insert("licence".to_owned(), FieldState::Empty);
    stage.setup("/udd/PermissionSet/newPermissionSet.apexp");
    assert_eq!(stage.step(), "fill_permission_set");
    stage.answers.fields.clear();
    stage.setup("/udd/PermissionSet/newPermissionSet.apexp");
    stage.setup("/0PS000000000002");
    stage.org_says(&SET_CHECKS, &[]);
    assert_eq!(learnt(&stage, RecordKey::PermissionSet), Some("0PS000000000002"));
    assert_eq!(stage.step(), "open_object_settings");
}

#[test]
fn what_is_only_not_there_yet_sends_nobody_back() {
    let mut stage = Stage::begun(true);
    stage.setup_home();
    stage.setup("/0PS");
    stage
        .answers
        .fields
        .insert("licence".to_owned(), FieldState::Empty);
    stage.setup("/udd/PermissionSet/newPermissionSet.apexp");
    let absent = [(CheckId::PermissionSet, Cause::PermissionSetAbsent)];
    stage.org_says(&[], &absent);
    assert_eq!(stage.step(), "fill_permission_set");
    assert!(
        stage
            .view()
            .findings
            .iter()
            .all(|it| it.standing == Standing::ToDo)
    );
    let marks = stage
        .view()
        .sections
        .into_iter()
        .flat_map(|section| section.steps);
    assert!(marks.map(|step| step.mark).all(|mark| mark != Mark::Wrong));

    stage.answers.fields.clear();
    stage.setup("/udd/PermissionSet/newPermissionSet.apexp");
    stage.setup(&["/", SET].concat());
    stage.org_says(&[], &absent);
    assert_eq!(stage.step(), "new_permission_set", "saved, and yet not there");
    assert_eq!(
        stage.state.inputs.value(InputKey::PermissionSetLabel),
        "Jotform Integration"
    );
}

#[test]
fn without_checks_the_page_itself_betrays_the_look_alike() {
    let mut stage = Stage::begun(false);
    stage.setup_home();
    stage.setup("/0PS");
    stage.setup("/udd/PermissionSet/newPermissionSet.apexp");
    assert_eq!(stage.step(), "save_permission_set");
    let other = FieldState::Differs {
        seen: "Salesforce Integration".to_owned(),
        by_user: true,
    };
    stage.answers.fields.insert("licence".to_owned(), other);
    stage.setup("/udd/PermissionSet/newPermissionSet.apexp");
    assert_eq!(stage.step(), "fill_permission_set", "what was right is changed");
    stage.setup(&["/", SET].concat());
    assert_eq!(stage.step(), "new_permission_set", "and was saved so");
    assert!(
        stage
            .state
            .seen_wrong
            .contains(&Cause::PermissionSetLookAlikeLicence)
    );
    assert_eq!(
        stage.state.inputs.value(InputKey::PermissionSetLabel),
        "Jotform Integration 2"
    );
}

#[test]
fn a_name_typed_into_the_page_becomes_the_journey_s() {
    let mut stage = Stage::begun(false);
    stage.setup_home();
    stage.setup("/0PS");
    let typed = FieldState::Differs {
        seen: "Web Forms".to_owned(),
        by_user: true,
    };
    stage
        .answers
        .fields
        .insert("permission_set_label".to_owned(), typed);
    stage.setup("/udd/PermissionSet/newPermissionSet.apexp");
    assert_eq!(
        stage.state.inputs.value(InputKey::PermissionSetLabel),
        "Web Forms"
    );
    assert_eq!(stage.state.inputs.value(InputKey::PermissionSetName), "Web_Forms");
}

#[test]
fn the_administrator_s_replaced_session_is_seen_without_any_check() {
    let mut stage = Stage::begun(false);
    stage.setup_home();
    stage.answers.title = "API Only User".to_owned();
    stage.show(TAB, 0, &[CORE, "/one/restricted"].concat(), true);
    stage.answers.title.clear();
    assert_eq!(stage.step(), "administrator_again");
    let card = stage.card(TAB);
    assert!(card.what.contains("acme.my.salesforce.com"), "{}", card.what);
    stage.press(CardAction::OpenPage);
    let away = Effect::Navigate {
        tab: TAB,
        url: [CORE, "/secur/logout.jsp"].concat(),
    };
    assert!(stage.effects.contains(&away), "{:?}", stage.effects);
    stage.setup_home();
    assert_eq!(stage.step(), "open_permission_sets");
    assert!(stage.state.seen_wrong.is_empty());
}

#[test]
fn the_same_notice_in_a_private_window_is_what_was_wanted() {
    let mut stage = Stage::begun(false);
    stage.bind(PRIVATE, true);
    stage.answers.title = "API Only User".to_owned();
    stage.show(PRIVATE, 0, &[CORE, "/one/restricted"].concat(), true);
    assert!(stage.state.seen_wrong.is_empty());
}

#[test]
fn another_user_s_session_says_who_has_to_log_in_where() {
    let mut stage = Stage::begun(true);
    stage.org_says(&[CheckId::Session], &[]);
    stage.org_says(&[], &[(CheckId::Session, Cause::SessionIsIntegrationUser)]);
    assert_eq!(stage.step(), "administrator_again");
    let view = stage.view();
    let next = view.next.unwrap();
    assert!(
        next.contains("Jane Roe") && next.contains("acme.my.salesforce.com"),
        "{next}"
    );
    assert_eq!(view.findings[0].fix_step.as_deref(), Some("administrator_again"));
    stage.org_says(&[CheckId::Session], &[]);
    assert_eq!(stage.step(), "open_setup");

    // And a second time, after it was mended once.
    stage.org_says(&[], &[(CheckId::Session, Cause::SessionIsIntegrationUser)]);
    assert_eq!(stage.step(), "administrator_again");
}

#[test]
fn connected_as_the_administrator_goes_back_to_authenticate_and_old_evidence_does_not_count() {
    let mut stage = Stage::begun(true);
    for _ in 0..60 {
        if stage.step() == "open_builder" {
            break;
        }
        stage.press(CardAction::Skip);
    }
    let settings = [FORM, "/settings"].concat();
    stage
        .answers
        .fields
        .insert("action".to_owned(), FieldState::Empty);
    for wizard in [
        WizardStage::Integrations,
        WizardStage::Authenticate,
        WizardStage::Action,
    ] {
        stage.answers.wizard = Some(wizard);
        stage.show(TAB, 0, &settings, true);
    }
    assert_eq!(stage.step(), "choose_action");
    assert!(stage.asked_org(), "once Jotform is connected");
    stage.org_says(&[], &[(CheckId::Token, Cause::TokenOtherUser)]);
    assert_eq!(stage.step(), "authenticate");
    stage.show(TAB, 0, &settings, true);
    assert_eq!(
        stage.step(),
        "authenticate",
        "the wizard still shows the wrong connection"
    );
    assert!(!stage.asked_org());

    stage.answers.wizard = Some(WizardStage::Authenticate);
    stage.show(TAB, 0, &settings, true);
    assert_eq!(stage.step(), "authenticate");
    stage.answers.wizard = Some(WizardStage::Action);
    stage.show(TAB, 0, &settings, true);
    assert_eq!(stage.step(), "choose_action");
    assert!(stage.asked_org(), "a new connection is a new question");
    stage.org_says(&[CheckId::Token], &[]);
    assert_eq!(stage.step(), "choose_action");
}

#[test]
fn a_blocked_app_leads_through_its_installation() {
    let mut stage = Stage::begun(false);
    for _ in 0..60 {
        if stage.step() == "allow" {
            break;
        }
        stage.press(CardAction::Skip);
    }
    stage.bind(9, false);
    stage.answers.errors = vec!["OAUTH_APPROVAL_ERROR_GENERIC: app must be installed into org".to_owned()];
    stage.show(
        9,
        0,
        &[CORE, "/setup/secur/RemoteAccessAuthorizationPage.apexp"].concat(),
        true,
    );
    stage.answers.errors.clear();
    stage.happen(Event::TabClosed(9));
    assert_eq!(stage.step(), "open_apps_usage");
    stage.show(
        TAB,
        0,
        &[SETUP, "/lightning/setup/ConnectedAppsUsage/home"].concat(),
        true,
    );
    assert_eq!(stage.step(), "install_app");
    stage.answers.probes.insert("uninstall".to_owned());
    stage.show(
        TAB,
        0,
        &[SETUP, "/lightning/setup/ConnectedAppsUsage/home"].concat(),
        true,
    );
    assert_eq!(stage.step(), "allow");
}

#[test]
fn a_wrong_profile_is_mended_on_the_user_s_own_page() {
    let mut stage = Stage::begun(true);
    stage.org_says(&SET_CHECKS, &[(CheckId::Profile, Cause::ProfileWrong)]);
    stage.state.records.insert(RecordKey::User, USER.to_owned());
    for _ in 0..60 {
        if stage.step() == "mend_user" {
            break;
        }
        stage.press(CardAction::Skip);
    }
    assert_eq!(stage.step(), "mend_user");
    stage.press(CardAction::OpenPage);
    let edit = Effect::Navigate {
        tab: TAB,
        url: [
            "https://acme.lightning.force.com/lightning/setup/ManageUsers/page?address=%2F",
            USER,
            "%2Fe%3Fnoredirect%3D1",
        ]
        .concat(),
    };
    assert!(stage.effects.contains(&edit), "{:?}", stage.effects);
}

#[test]
fn what_a_page_shows_outweighs_an_older_answer_of_the_org() {
    let mut stage = Stage::begun(true);
    stage.setup_home();
    stage.org_says(&[CheckId::Session], &[]);
    stage.answers.title = "API Only User".to_owned();
    stage.show(TAB, 0, &[CORE, "/one/restricted"].concat(), true);
    assert_eq!(stage.step(), "administrator_again");
    stage.org_says(&[CheckId::Session], &[]);
    assert_ne!(stage.step(), "administrator_again", "the newer answer counts");
}
