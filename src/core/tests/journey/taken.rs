//! What Salesforce refuses on the form of a new user, in whatever language.

use crate::stage::*;
use waymark_core::check::{Cause, Wishes};
use waymark_core::inputs::InputKey;
use waymark_core::message::FromPanel;

const TAKEN: &str = "Fehler: Doppelter Benutzername\u{1f}Username";

/// The form of a new user was refused with this error.
fn refused(error: &str) -> Stage {
    let mut stage = Stage::begun(false);
    stage.panel(FromPanel::LookAt {
        step: Some("fill_user".to_owned()),
    });
    stage.answers.errors = vec![error.to_owned()];
    stage.setup("/005/e");
    stage
}

fn says(stage: &Stage, cause: Cause) -> bool {
    stage.state.seen_wrong.contains(&cause)
}

#[test]
fn a_username_that_is_taken_is_known_by_the_field_that_the_error_stands_at() {
    let stage = refused(TAKEN);
    assert!(says(&stage, Cause::UsernameTaken) && !says(&stage, Cause::NicknameTaken));
    assert!(Wishes::of(&stage.state).page.username_taken);
    let card = stage.card(TAB);
    let notices: Vec<&str> = card.notices.iter().map(|it| it.text.as_str()).collect();
    assert!(
        notices
            .iter()
            .any(|text| text.ends_with("Fehler: Doppelter Benutzername")),
        "{notices:?}"
    );
    let stage = refused("Fehler\u{1f}CommunityNickname");
    assert!(says(&stage, Cause::NicknameTaken) && !says(&stage, Cause::UsernameTaken));
}

#[test]
fn another_username_is_not_taken_because_the_page_still_says_so_of_the_first() {
    let mut stage = refused(TAKEN);
    stage.type_in(InputKey::Username, "other@acme.example");
    stage.setup("/005/e");
    assert!(!says(&stage, Cause::UsernameTaken));
}

#[test]
fn errors_elsewhere_say_nothing_of_it() {
    for error in ["Fehler: Doppelter Benutzername", "Fehler\u{1f}Email", "Username"] {
        let stage = refused(error);
        assert!(
            !says(&stage, Cause::UsernameTaken) && !says(&stage, Cause::NicknameTaken),
            "{error}"
        );
    }
    let mut stage = refused("");
    stage.answers.errors = vec![TAKEN.to_owned()];
    stage.leave(TAB, INNER);
    stage.setup("/0PS");
    assert!(!says(&stage, Cause::UsernameTaken), "on another page");
}
