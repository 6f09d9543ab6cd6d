//! Boxes of fields that a page words in a language without a source, and those that it words as the org has told.

use crate::stage::*;
use vecmap::VecMap;
use waymark_core::check::{Cause, CheckId, Evidence, Finding, Outcome, Report};
use waymark_core::field::{FieldState, RecordKey};
use waymark_core::inputs::InputKey;
use waymark_core::journey::{Described, Event};
use waymark_core::locate::{Answer, locate};
use waymark_core::message::CardAction;
use waymark_core::org::{Description, FieldDescription};
use waymark_core::snapshot::{Element, Snapshot};

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

/// The access page in German, where the org calls a field of its own and a standard one otherwise than their API names do.
fn described_in_german() -> Stage {
    let mut stage = in_another_language();
    stage.state.inputs.set(InputKey::Fields, "Email,Budget__c", "");
    let label = |(name, label): (&str, &str)| FieldDescription {
        name: name.to_owned(),
        label: label.to_owned(),
        ..FieldDescription::default()
    };
    stage.state.described = Some(Described {
        object: "Lead".to_owned(),
        description: Description {
            fields: vec![
                label(("Email", "E-Mail-Adresse")),
                label(("Budget__c", "Gesamtmittel")),
            ],
            ..Description::default()
        },
    });
    stage.setup(PAGE);
    stage
}

/// Which box of a page with these rows, each a field's label and its two boxes, is taken for that field's.
fn box_of(stage: &Stage, field: &str, rows: &[&str], rights: [&str; 2]) -> Option<String> {
    let fields = stage.task(TAB, INNER).fields;
    let target = &fields.iter().find(|it| it.id == field).unwrap().target;
    let elements = rows.iter().flat_map(|label| {
        rights.map(|right| Element {
            role: "checkbox".into(),
            tag: "input".into(),
            kind: "checkbox".into(),
            name: [label, " ", right].concat(),
            section: vec!["Feldberechtigungen".to_owned()],
            neighbours: vec![(*label).to_owned()],
            visible: true,
            ..Element::default()
        })
    });
    let page = Snapshot {
        language: "de".to_owned(),
        elements: elements.collect(),
    };
    match locate(target, &page) {
        Answer::Found { element, .. } => page.elements.get(element).map(|it| it.name.clone()),
        _ => None,
    }
}

#[test]
fn boxes_are_found_by_the_labels_that_the_org_has_told() {
    let stage = described_in_german();
    // A field of somebody else's has the label that the API name suggests.
    let rows = ["Budget", "E-Mail-Adresse", "Gesamtmittel", "Kontingent"];
    let known = |field: &str| box_of(&stage, field, &rows, ["Lesen", "Bearbeiten"]);
    assert_eq!(
        known("field_read:Budget__c").as_deref(),
        Some("Gesamtmittel Lesen")
    );
    assert_eq!(
        known("field_edit:Budget__c").as_deref(),
        Some("Gesamtmittel Bearbeiten")
    );
    assert_eq!(known("field_read:Email").as_deref(), Some("E-Mail-Adresse Lesen"));
    let labels: Vec<String> = stage
        .task(TAB, INNER)
        .fields
        .into_iter()
        .map(|it| it.label)
        .collect();
    assert!(
        labels.iter().any(|label| label.contains("Gesamtmittel")),
        "{labels:?}"
    );
}

#[test]
fn which_right_a_box_gives_is_not_guessed() {
    let stage = described_in_german();
    let rows = ["Budget", "E-Mail-Adresse", "Gesamtmittel"];
    for field in [
        "field_read:Budget__c",
        "field_edit:Budget__c",
        "field_read:Email",
        "field_edit:Email",
    ] {
        assert_eq!(
            box_of(&stage, field, &rows, ["Einblick", "Zutritt"]),
            None,
            "{field}"
        );
    }
}
