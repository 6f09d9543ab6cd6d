//! What the panel shows.

use crate::stage::*;
use waymark_core::check::{Cause, CheckId};
use waymark_core::inputs::InputKey;
use waymark_core::journey::{Ending, State, frame_task, stand, toolbar, toolbar_of_guided_page};
use waymark_core::message::{CardAction, FromPanel, Show, ToContent};
use waymark_core::view::{Face, Mark, Standing};
use waymark_core::words::Words;

#[test]
fn the_org_and_who_acts_stand_at_the_top() {
    let mut stage = Stage::begun(true);
    let org = stage.view().org.unwrap();
    assert_eq!((org.name.as_str(), org.user), ("acme.my.salesforce.com", None));
    stage.org_says(&[], &[]);
    let org = stage.view().org.unwrap();
    assert_eq!(
        (org.name.as_str(), org.user.as_deref()),
        ("Acme", Some("Jane Roe"))
    );
    assert_eq!((org.kind.as_str(), org.production), ("Production", true));
    stage.state.core_host = "acme--dev.sandbox.my.salesforce.com".to_owned();
    let org = stage.view().org.unwrap();
    assert_eq!((org.kind.as_str(), org.production), ("Sandbox", false));
}

#[test]
fn inputs_show_defaults_as_such_and_what_is_wrong_with_them() {
    let mut stage = Stage::new();
    let email = |stage: &Stage| {
        let inputs = stage.view().inputs;
        inputs.into_iter().find(|it| it.key == InputKey::Email).unwrap()
    };
    assert_eq!(email(&stage).error.as_deref(), Some("This is needed."));
    stage.panel(FromPanel::ConfirmInputs);
    assert!(!stage.view().inputs_confirmed, "an address is needed first");
    stage.type_in(InputKey::Email, "jane@acme.example");
    assert_eq!(email(&stage).error, None);
    assert!(!email(&stage).derived);
    let inputs = stage.view().inputs;
    let username = inputs.iter().find(|it| it.key == InputKey::Username).unwrap();
    assert!(username.derived && username.value != "jane@acme.example");
    stage.panel(FromPanel::ConfirmInputs);
    assert!(stage.view().inputs_confirmed);
    stage.type_in(InputKey::Alias, "muchtoolong");
    assert!(!stage.view().inputs_confirmed);
}

#[test]
fn findings_are_grouped_and_what_is_only_still_to_do_is_no_fault() {
    let mut stage = Stage::begun(true);
    stage.org_says(
        &[CheckId::Session],
        &[
            (CheckId::UserActive, Cause::UserFrozen),
            (CheckId::Assignment, Cause::AssignmentAbsent),
        ],
    );
    let view = stage.view();
    let standings: Vec<Standing> = view.findings.iter().map(|it| it.standing).collect();
    assert_eq!(standings, [Standing::Wrong, Standing::ToDo, Standing::Proven]);
    assert_eq!(view.findings[0].fix_step.as_deref(), Some("unfreeze_user"));
    assert!(view.findings[0].evidence[0].contains("PermissionSet.LicenseId: Salesforce Integration"));
    assert_eq!(
        view.checked.as_deref(),
        Some("Checked just now, with 3 requests. API calls today: 120 of 15000.")
    );
}

#[test]
fn marks_tell_what_a_page_showed_from_what_the_org_proved() {
    let mut stage = Stage::begun(true);
    stage.setup_home();
    stage.org_says(&[CheckId::User, CheckId::UserLicence, CheckId::Profile], &[]);
    let mark = |stage: &Stage, id: &str| {
        let sections = stage.view().sections;
        let steps = sections.into_iter().flat_map(|section| section.steps);
        steps.into_iter().find(|step| step.id == id).map(|step| step.mark)
    };
    assert_eq!(mark(&stage, "open_setup"), Some(Mark::Done));
    assert_eq!(mark(&stage, "save_user"), Some(Mark::Proven));
    assert_eq!(mark(&stage, "open_permission_sets"), Some(Mark::Current));
    assert_eq!(mark(&stage, "new_permission_set"), Some(Mark::Open));
    assert_eq!(
        mark(&stage, "install_app"),
        None,
        "walked only when the app is blocked"
    );
}

#[test]
fn the_faces_follow_the_journey() {
    let mut stage = Stage::begun(false);
    assert_eq!(stage.view().face, Face::Journey);
    stage.panel(FromPanel::Stop);
    assert_eq!(stage.view().face, Face::Ready);
    assert!(stage.view().begun, "the place is kept");
    stage.bind(TAB, false);
    stage.panel(FromPanel::Restart);
    assert!(!stage.view().begun);
    assert_eq!(stage.view().checks_allowed, None);
    for _ in 0..60 {
        stage.press(waymark_core::message::CardAction::Skip);
    }
    assert_eq!(stage.view().face, Face::Finished);
}

#[test]
fn the_last_step_ends_only_where_nothing_blocks() {
    let last = |wrong: &[(CheckId, Cause)]| {
        let mut stage = Stage::begun(true);
        let found: Vec<CheckId> = wrong.iter().map(|(id, _)| *id).collect();
        let proven: Vec<CheckId> = CheckId::ALL
            .into_iter()
            .filter(|id| !found.contains(id))
            .collect();
        stage.org_says(&proven, wrong);
        stage.state.steps.get("final_check").map(|it| it.ending)
    };
    assert_eq!(last(&[]), Some(Ending::Proven));
    assert_eq!(
        last(&[(CheckId::Mapping, Cause::FieldTooShort)]),
        Some(Ending::Proven)
    );
    assert_eq!(last(&[(CheckId::Mapping, Cause::RequiredFieldUnmapped)]), None);
    assert_eq!(last(&[(CheckId::Org, Cause::StorageFull)]), None);
}

#[test]
fn the_icon_says_which_step_is_next_and_where_a_guide_could_begin() {
    let stage = at_list();
    let view = toolbar(&stage.guide, &stage.words, &stage.state);
    assert_eq!(view.title, "Waymark: Click “New”.");
    let number: usize = view.badge.parse().unwrap();
    assert_eq!(
        stage.card(TAB).progress,
        format!("Step {number} of {}", stage.view().total)
    );
    let begins = toolbar_of_guided_page(&stage.words);
    assert!(begins.title.contains("Connect Jotform to Salesforce"));
}

#[test]
fn where_the_guide_stands_in_another_org_is_told_once_it_has_begun() {
    let new = Stage::new();
    assert_eq!(
        stand(
            &new.guide,
            &new.words,
            &State::new("jotform-salesforce", "other.my.salesforce.com")
        ),
        None
    );
    let stage = at_list();
    let told = stand(&stage.guide, &stage.words, &stage.state).unwrap();
    let view = stage.view();
    assert_eq!(told.name, "acme.my.salesforce.com");
    assert_eq!(
        told.progress,
        format!("{} of {} steps done", view.done, view.total)
    );
    assert!(told.percent > 0 && told.percent < 100);
}

#[test]
fn where_the_browser_does_not_let_the_card_open_the_panel_it_names_what_does() {
    let mut stage = Stage::begun(false);
    stage.panel(FromPanel::LookAt {
        step: Some("final_check".to_owned()),
    });
    stage.setup("/0PS");
    let opens = |words: &Words| {
        let card = match frame_task(&stage.guide, words, &stage.state, TAB, 0) {
            ToContent::Task(task) => task.show,
            ToContent::Dormant => Show::Nothing,
        };
        let (Show::Card(card) | Show::At(_, card)) = card else {
            panic!("no card");
        };
        let button = card.actions.iter().any(|it| it.action == CardAction::OpenPanel);
        let named = card
            .notices
            .iter()
            .any(|it| it.text.contains("toolbar opens the panel"));
        (button, named)
    };
    assert_eq!(opens(&words().in_browser("chromium")), (true, false));
    assert_eq!(opens(&words().in_browser("firefox")), (false, true));
}
