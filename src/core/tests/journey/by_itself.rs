//! Going ahead by itself: what is opened, filled and pressed without being asked, and what never is.

use crate::stage::*;
use waymark_core::check::{Cause, CheckId};
use waymark_core::field::FieldState;
use waymark_core::guide::LoginAs;
use waymark_core::journey::{Effect, Event};
use waymark_core::message::{CardAction, FromPanel};

const NEW_SET: &str = "/udd/PermissionSet/newPermissionSet.apexp";

/// A journey in Setup that was begun so.
fn begun(checks: bool) -> Stage {
    let mut stage = Stage::new();
    stage.setup_home();
    stage.panel(FromPanel::ByItself { on: true });
    stage.type_in(waymark_core::inputs::InputKey::Email, "jane@acme.example");
    stage.panel(FromPanel::ConfirmInputs);
    stage.panel(FromPanel::DecideChecks { allowed: checks });
    stage
}

/// Where the last event leads.
fn opened(stage: &Stage) -> Option<&str> {
    stage.effects.iter().find_map(|effect| match effect {
        Effect::Navigate { url, .. } | Effect::OpenPrivate { url } => Some(url.as_str()),
        _ => None,
    })
}

fn ends(stage: &Stage, end: &str) {
    let url = opened(stage).unwrap_or_default();
    assert!(url.ends_with(end), "{url:?} at {}", stage.step());
}

#[test]
fn the_page_that_is_wanted_is_opened_and_none_on_the_way() {
    let mut stage = begun(false);
    assert_eq!(stage.step(), "open_permission_sets");
    ends(&stage, "address=%2Fudd%2FPermissionSet%2FnewPermissionSet.apexp");
    stage
        .answers
        .fields
        .insert("licence".to_owned(), FieldState::Empty);
    stage.setup(NEW_SET);
    assert_eq!(
        (stage.step().as_str(), opened(&stage)),
        ("fill_permission_set", None)
    );
    stage.answers.fields.clear();
    stage.setup(NEW_SET);
    assert_eq!(
        (stage.step().as_str(), opened(&stage)),
        ("save_permission_set", None)
    );
}

#[test]
fn nothing_is_opened_unless_it_is_wanted() {
    let mut stage = Stage::begun(false);
    assert_eq!(opened(&stage), None);
    assert!(!stage.view().by_itself);
    stage.setup_home();
    assert_eq!(opened(&stage), None);
    stage.panel(FromPanel::ByItself { on: true });
    assert!(opened(&stage).is_some(), "from then on");
    assert!(stage.view().by_itself);
    stage.panel(FromPanel::ByItself { on: false });
    stage.setup("/0PS");
    assert_eq!(
        (stage.step().as_str(), opened(&stage)),
        ("new_permission_set", None)
    );
}

#[test]
fn a_step_that_is_left_out_or_looked_at_leads_nowhere() {
    let mut stage = begun(false);
    stage.press(CardAction::Skip);
    assert_eq!(
        (stage.step().as_str(), opened(&stage)),
        ("new_permission_set", None)
    );
    stage.press(CardAction::Back);
    stage.setup("/0PS");
    assert_eq!(opened(&stage), None, "somebody looks around");
    assert!(!stage.task(TAB, INNER).by_itself);
}

#[test]
fn the_first_check_is_waited_for() {
    let mut stage = begun(true);
    assert_eq!(opened(&stage), None);
    stage.org_says(
        &[
            CheckId::PermissionSet,
            CheckId::PermissionSetLicence,
            CheckId::PermissionSetAccess,
        ],
        &[],
    );
    assert_eq!(stage.step(), "open_users");
    ends(&stage, "ManageUsers/page?address=%2F005%2Fe");
}

#[test]
fn nobody_is_logged_out() {
    let mut stage = Stage::begun(true);
    stage.panel(FromPanel::ByItself { on: true });
    stage.org_says(&[], &[(CheckId::Session, Cause::SessionExpired)]);
    assert_eq!(
        (stage.step().as_str(), opened(&stage)),
        ("administrator_again", None)
    );
}

#[test]
fn only_fields_and_mere_ways_on_are_done_without_being_asked() {
    let mut stage = begun(false);
    stage
        .answers
        .fields
        .insert("licence".to_owned(), FieldState::Empty);
    stage.setup(NEW_SET);
    assert!(stage.task(TAB, INNER).by_itself, "fields are filled");
    assert!(!stage.task(TAB, 0).by_itself, "and in their own frame alone");
    stage.answers.fields.clear();
    stage.setup(NEW_SET);
    assert_eq!(stage.step(), "save_permission_set");
    assert!(!stage.task(TAB, INNER).by_itself, "nothing is saved");
    stage.panel(FromPanel::ByItself { on: false });
    stage
        .answers
        .fields
        .insert("licence".to_owned(), FieldState::Empty);
    stage.setup(NEW_SET);
    assert!(!stage.task(TAB, INNER).by_itself);
}

#[test]
fn no_way_on_saves_grants_or_logs_in() {
    let guide = guide();
    let steps = guide.sections.iter().flat_map(|section| &section.steps);
    for step in steps.filter(|step| step.way_on) {
        // In Jotform, whoever is logged in opens a form to build it.
        let is_login = !matches!(step.login_as, None | Some(LoginAs::FormBuilder));
        assert!(!step.check_after && !is_login, "{}", step.id);
        for word in ["save", "allow", "install", "authenticate", "user", "password"] {
            assert!(!step.id.contains(word), "{}", step.id);
        }
    }
}

#[test]
fn the_first_login_begins_in_a_private_window() {
    let mut stage = begun(true);
    stage.happen(Event::PrivateWindows(true));
    let proven = [
        CheckId::PermissionSet,
        CheckId::PermissionSetLicence,
        CheckId::PermissionSetAccess,
        CheckId::User,
        CheckId::UserLicence,
        CheckId::Profile,
        CheckId::Assignment,
    ];
    stage.org_says(&proven, &[]);
    assert_eq!(stage.step(), "verify_email");
    let private = |effect: &Effect| matches!(effect, Effect::OpenPrivate { .. });
    assert!(stage.effects.iter().any(private), "{:?}", stage.effects);
    // Where the browser does not let Waymark into private windows, the card says what to do.
    let mut stage = begun(true);
    stage.happen(Event::PrivateWindows(false));
    stage.org_says(&proven, &[]);
    assert_eq!(opened(&stage), None);
}
