//! Boxes of fields that a page words in a language without a source.

use crate::stage::*;
use vecmap::VecMap;
use waymark_core::check::{Cause, CheckId, Evidence, Finding, Outcome, Report};
use waymark_core::field::{FieldState, RecordKey};
use waymark_core::inputs::InputKey;
use waymark_core::journey::Event;
use waymark_core::message::CardAction;

const PAGE: &str = "/0PS000000000001?s=EntityPermissions&o=Lead";

/// The card names these fields as those to be ticked by hand.
fn to_tick(stage: &Stage) -> Option<String> {
    let card = stage.card(TAB);
    let notice = card
        .notices
        .into_iter()
        .find(|it| it.text.contains("does not recognise the boxes"))?;
    notice
        .text
        .split(" of ")
        .nth(1)?
        .split(" here")
        .next()
        .map(str::to_owned)
}

/// Sees no box of a field, but those of the object.
fn in_another_language() -> Stage {
    let mut stage = Stage::begun(true);
    stage
        .state
        .records
        .insert(RecordKey::PermissionSet, "0PS000000000001".to_owned());
    while stage.step() != "grant_access" {
        stage.press(CardAction::Skip);
    }
    let items: Vec<String> = stage
        .state
        .inputs
        .items(InputKey::Fields)
        .map(str::to_owned)
        .collect();
    for item in &items {
        for right in ["field_read:", "field_edit:"] {
            stage
                .answers
                .fields
                .insert([right, item].concat(), FieldState::NotFound);
        }
    }
    stage
        .answers
        .fields
        .insert("object_read".to_owned(), FieldState::Empty);
    stage.setup(PAGE);
    stage
}

fn org_lacks(stage: &mut Stage, fields: &[&str]) {
    let evidence = fields.iter().map(|field| Evidence {
        source: ["FieldPermissions Lead.", field].concat(),
        seen: String::new(),
        wanted: "Read, Edit".to_owned(),
    });
    let finding = Finding {
        cause: Cause::FieldPermissionMissing,
        evidence: evidence.collect(),
    };
    let outcome = if fields.is_empty() {
        Outcome::Proven(Vec::new())
    } else {
        Outcome::Wrong(vec![finding])
    };
    stage.happen(Event::Checked {
        report: Box::new(Report {
            answers: vec![(CheckId::PermissionSetAccess, outcome)],
            requests: 3,
            api_usage: None,
            at: 990_000,
        }),
        bound: None,
        org_name: None,
        records: VecMap::new(),
        described: None,
        plans: Box::default(),
    });
}

#[test]
fn boxes_that_are_not_recognised_are_named_before_the_page_is_saved() {
    let mut stage = in_another_language();
    assert_eq!(stage.step(), "grant_access");
    // The first check found no permission set, so it says nothing of fields.
    stage.org_says(
        &[],
        &[(CheckId::PermissionSetAccess, Cause::ObjectPermissionMissing)],
    );
    assert!(to_tick(&stage).unwrap().contains("Email"));
    stage.answers.fields.remove("object_read");
    stage.setup(PAGE);
    assert_eq!(stage.step(), "save_access");
    assert!(
        to_tick(&stage).unwrap().contains("Email"),
        "nor when it is to be saved"
    );
}

#[test]
fn where_one_box_is_recognised_a_field_that_is_not_listed_is_no_matter() {
    let mut stage = in_another_language();
    stage
        .answers
        .fields
        .insert("field_read:Email".to_owned(), FieldState::Matches);
    stage.setup(PAGE);
    assert_eq!(to_tick(&stage), None);
}

#[test]
fn what_the_org_lacks_is_not_taken_for_ticked_again_and_again() {
    let mut stage = in_another_language();
    org_lacks(&mut stage, &["Email", "Phone"]);
    stage.answers.fields.remove("object_read");
    stage.setup(PAGE);
    assert_eq!(
        stage.step(),
        "grant_access",
        "the boxes seen are ticked, the others are not"
    );
    assert_eq!(to_tick(&stage).as_deref(), Some("Email, Phone"));
    assert!(
        stage
            .card(TAB)
            .actions
            .iter()
            .any(|it| it.action == CardAction::CheckNow)
    );
    org_lacks(&mut stage, &["Phone"]);
    stage.setup(PAGE);
    assert_eq!(to_tick(&stage).as_deref(), Some("Phone"));
    org_lacks(&mut stage, &[]);
    assert_ne!(stage.step(), "grant_access");
    assert_ne!(stage.step(), "save_access");
}

#[test]
fn recognised_boxes_are_ticked_as_ever_whatever_the_org_lacked() {
    let mut stage = in_another_language();
    stage.answers.fields.clear();
    org_lacks(&mut stage, &["Email", "Phone"]);
    stage.setup(PAGE);
    assert_eq!(to_tick(&stage), None);
    assert_eq!(stage.step(), "save_access");
}
