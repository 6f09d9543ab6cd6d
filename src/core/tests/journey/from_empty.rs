//! The whole way from an empty org, by the pages' evidence alone and with checks.

use crate::stage::*;
use waymark_core::check::{CheckId, Wishes};
use waymark_core::field::{FieldState, RecordKey};
use waymark_core::journey::{Effect, Ending, Event};
use waymark_core::message::{CardAction, FromPanel};
use waymark_core::page::WizardStage;

fn salesforce_side(stage: &mut Stage) {
    assert_eq!(stage.step(), "open_setup");
    stage.setup_home();
    assert_eq!(stage.step(), "open_permission_sets");
    stage.setup("/0PS");
    assert_eq!(stage.step(), "new_permission_set");
    stage
        .answers
        .fields
        .insert("licence".to_owned(), FieldState::Empty);
    stage.setup("/udd/PermissionSet/newPermissionSet.apexp");
    assert_eq!(stage.step(), "fill_permission_set");
    stage.answers.fields.clear();
    stage.setup("/udd/PermissionSet/newPermissionSet.apexp");
    assert_eq!(stage.step(), "save_permission_set");
    stage.setup(&["/", SET].concat());
    assert_eq!(learnt(stage, RecordKey::PermissionSet), Some(SET));

    assert_eq!(stage.step(), "open_object_settings");
    stage.setup(&["/", SET, "?s=EntityPermissions"].concat());
    assert_eq!(stage.step(), "open_object");
    let permissions = ["/", SET, "?s=EntityPermissions&o=Lead"].concat();
    stage.setup(&permissions);
    assert_eq!(stage.step(), "edit_access");
    stage
        .answers
        .fields
        .insert("object_read".to_owned(), FieldState::Empty);
    stage.answers.probes.insert("read".to_owned());
    stage.setup(&permissions);
    assert_eq!(stage.step(), "grant_access");
    stage.answers.fields.clear();
    stage.setup(&permissions);
    assert_eq!(stage.step(), "save_access");
    stage.answers.probes.insert("edit_again".to_owned());
    stage.setup(&permissions);
    stage.answers.probes.clear();

    assert_eq!(stage.step(), "open_users");
    stage.setup("/005?isUserEntityOverride=1");
    assert_eq!(stage.step(), "new_user");
    stage
        .answers
        .fields
        .insert("profile".to_owned(), FieldState::NotOffered);
    stage.setup("/005/e");
    assert_eq!(stage.step(), "fill_user");
    stage.answers.fields.clear();
    stage.setup("/005/e");
    assert_eq!(stage.step(), "save_user");
    stage.setup(&["/", USER, "?noredirect=1&isUserEntityOverride=1"].concat());
    assert_eq!(learnt(stage, RecordKey::User), Some(USER));

    assert_eq!(stage.step(), "open_edit_assignments");
    stage
        .answers
        .fields
        .insert("enabled_permission_sets".to_owned(), FieldState::Empty);
    stage.setup(&["/udd/PermissionSet/assignPermissionSet.apexp?userId=", USER].concat());
    assert_eq!(stage.step(), "choose_permission_set");
    stage.answers.fields.clear();
    stage.setup(&["/udd/PermissionSet/assignPermissionSet.apexp?userId=", USER].concat());
    assert_eq!(stage.step(), "save_assignment");
    stage.answers.probes.insert("assigned".to_owned());
    stage.setup(&["/", USER, "?noredirect=1"].concat());
    stage.answers.probes.clear();
    assert_eq!(stage.step(), "verify_email");
}

fn jotform_side(stage: &mut Stage) {
    assert_eq!(stage.step(), "open_builder");
    stage.show(PRIVATE, 0, FORM, true);
    assert_eq!(stage.step(), "open_form_settings");
    let settings = [FORM, "/settings"].concat();
    stage.show(PRIVATE, 0, &settings, true);
    assert_eq!(stage.step(), "open_integrations");
    stage.answers.wizard = Some(WizardStage::Integrations);
    stage
        .answers
        .fields
        .insert("integration_search".to_owned(), FieldState::Empty);
    stage.show(PRIVATE, 0, &settings, true);
    assert_eq!(stage.step(), "search_salesforce");
    stage.answers.fields.clear();
    stage.show(PRIVATE, 0, &settings, true);
    assert_eq!(stage.step(), "choose_salesforce");
    stage.answers.wizard = Some(WizardStage::Authenticate);
    stage.show(PRIVATE, 0, &settings, true);
    assert_eq!(stage.step(), "authenticate");
    stage.bind(9, true);
    stage.show(
        9,
        0,
        &[CORE, "/setup/secur/RemoteAccessAuthorizationPage.apexp"].concat(),
        true,
    );
    assert_eq!(stage.step(), "allow");
    stage.happen(Event::TabClosed(9));
    stage.answers.wizard = Some(WizardStage::Action);
    stage
        .answers
        .fields
        .insert("action".to_owned(), FieldState::Empty);
    stage.show(PRIVATE, 0, &settings, true);
    assert_eq!(stage.step(), "choose_action");
    stage.answers.fields.clear();
    stage
        .answers
        .fields
        .insert("object".to_owned(), FieldState::NotFound);
    stage.show(PRIVATE, 0, &settings, true);
    assert_eq!(stage.step(), "choose_object");
    stage.answers.fields.clear();
    stage
        .answers
        .fields
        .insert("mapping:Email".to_owned(), FieldState::Empty);
    stage.answers.wizard = Some(WizardStage::Mapping);
    stage.show(PRIVATE, 0, &settings, true);
    assert_eq!(stage.step(), "map_fields");
    stage.answers.fields.clear();
    stage.answers.fields.insert(
        "attachments".to_owned(),
        FieldState::Differs {
            seen: "☑".to_owned(),
            by_user: false,
        },
    );
    stage.show(PRIVATE, 0, &settings, true);
    assert_eq!(stage.step(), "set_toggles");
    stage.answers.fields.clear();
    stage.show(PRIVATE, 0, &settings, true);
    assert_eq!(stage.step(), "save_integration");
    stage.answers.wizard = Some(WizardStage::Saved);
    stage.show(PRIVATE, 0, &settings, true);
    assert_eq!(stage.step(), "test_submission");
}

#[test]
fn pages_alone_carry_the_journey_to_its_proof() {
    let mut stage = Stage::begun(false);
    salesforce_side(&mut stage);
    stage.bind(PRIVATE, true);
    stage.answers.title = "API Only User".to_owned();
    stage.show(PRIVATE, 0, &[CORE, "/one/restricted"].concat(), true);
    stage.answers.title.clear();
    jotform_side(&mut stage);
    assert!(!stage.asked_org(), "nothing was allowed to be checked");
    assert!(stage.state.seen_wrong.is_empty());

    stage.press(CardAction::Skip);
    stage.press(CardAction::Skip);
    assert_eq!(stage.step(), "finished");
    let card = stage.card(TAB);
    assert_eq!(card.percent, 100);
    assert!(card.why.contains("skipped"), "{}", card.why);
}

#[test]
fn nothing_that_a_private_window_showed_is_written_to_disk() {
    let mut stage = Stage::begun(false);
    salesforce_side(&mut stage);
    stage.bind(PRIVATE, true);
    stage.answers.title = "API Only User".to_owned();
    stage.show(PRIVATE, 0, &[CORE, "/one/restricted"].concat(), true);
    stage.answers.title.clear();
    jotform_side(&mut stage);

    let kept = stage.state.for_disk();
    let text = serde_json::to_string(&kept).unwrap();
    for private in [
        "240001234567890",
        "jotform.com",
        "api_only_notice",
        "open_builder",
        "save_integration",
        "cookie_store",
    ] {
        assert!(!text.contains(private), "{private} in {text}");
    }
    assert_eq!(kept.record(RecordKey::User), Some(USER));
    assert_eq!(kept.steps["save_user"].ending, Ending::Done);
}

#[test]
fn the_org_is_asked_after_each_step_that_changed_it_and_never_by_itself() {
    let mut stage = Stage::begun(true);
    assert!(stage.asked_org(), "as soon as it is allowed");
    stage.org_says(
        &[CheckId::Session, CheckId::AdministratorRights, CheckId::Seats],
        &[],
    );
    assert!(!stage.asked_org(), "an answer never asks again");
    stage.setup_home();
    stage.setup("/0PS");
    stage.setup("/udd/PermissionSet/newPermissionSet.apexp");
    assert!(!stage.asked_org());
    assert_eq!(stage.step(), "save_permission_set");
    stage.setup(&["/", SET].concat());
    assert!(stage.asked_org());
    stage.setup(&["/", SET].concat());
    assert!(!stage.asked_org(), "the same page again is nothing new");
    stage.org_says(&[CheckId::PermissionSet, CheckId::PermissionSetLicence], &[]);
    assert_eq!(stage.state.steps["save_permission_set"].ending, Ending::Proven);
    assert_eq!(stage.step(), "open_object_settings");
}

#[test]
fn coming_back_from_the_mailbox_asks_the_org_once() {
    let mut stage = Stage::begun(true);
    stage.org_says(&before_login(), &[]);
    assert_eq!(stage.step(), "verify_email");
    stage.happen(Event::TabShown(TAB));
    assert_eq!(stage.effects.iter().filter(|it| **it == Effect::Check).count(), 1);
    stage.org_says(&before_login(), &[]);
    assert!(!stage.asked_org());
    stage.press(CardAction::Skip);
    stage.press(CardAction::Skip);
    stage.press(CardAction::Skip);
    assert_eq!(stage.step(), "open_builder");
    stage.happen(Event::TabShown(TAB));
    assert!(!stage.asked_org(), "the page itself will show this step");
}

#[test]
fn a_half_done_org_starts_in_the_middle() {
    let mut stage = Stage::begun(true);
    let mut proven = vec![CheckId::PermissionSet, CheckId::PermissionSetLicence];
    stage.org_says(&proven, &[]);
    assert_eq!(stage.step(), "open_object_settings");
    proven.extend([CheckId::User, CheckId::UserLicence, CheckId::Profile]);
    stage.org_says(&proven, &[]);
    assert_eq!(stage.step(), "open_object_settings");
    proven.push(CheckId::PermissionSetAccess);
    stage.org_says(&proven, &[]);
    assert_eq!(stage.step(), "open_edit_assignments");
    stage.panel(FromPanel::CheckNow);
    assert!(stage.asked_org());
}

fn before_login() -> [CheckId; 7] {
    [
        CheckId::PermissionSet,
        CheckId::PermissionSetLicence,
        CheckId::PermissionSetAccess,
        CheckId::User,
        CheckId::UserLicence,
        CheckId::Profile,
        CheckId::Assignment,
    ]
}

#[test]
fn the_users_own_page_is_evidence_where_it_shows_address_and_profile_at_once() {
    let seen = |probes: &[&str]| {
        let mut stage = Stage::begun(false);
        stage.panel(FromPanel::LookAt {
            step: Some("open_edit_assignments".to_owned()),
        });
        stage.answers.probes = probes.iter().map(|probe| (*probe).to_owned()).collect();
        stage.setup(&["/", USER, "?noredirect=1&isUserEntityOverride=1"].concat());
        Wishes::of(&stage.state).page
    };
    assert!(seen(&["user_email", "user_profile"]).user);
    for probes in [&["user_email"][..], &["user_profile"], &["assigned"], &[]] {
        assert!(!seen(probes).user, "{probes:?}");
    }
    assert!(seen(&["assigned"]).assigned);
}
