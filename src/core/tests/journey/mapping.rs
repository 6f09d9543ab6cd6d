//! Which answer goes into which field: suggested, chosen otherwise, taken back, and what the last check says of it.

use crate::stage::*;
use vecmap::VecMap;
use waymark_core::check::{Cause, CheckId, Evidence, Finding, Outcome, Report, Wishes};
use waymark_core::field::Wanted;
use waymark_core::inputs::InputKey;
use waymark_core::journey::{Described, Effect, Event};
use waymark_core::message::FromPanel;
use waymark_core::org::{Description, FieldDescription};
use waymark_core::view::{MappingRow, MappingView, Tone};

fn field(name: &str, label: &str, kind: &str, compound: Option<&str>) -> FieldDescription {
    FieldDescription {
        name: name.to_owned(),
        label: label.to_owned(),
        kind: kind.to_owned(),
        compound: compound.map(str::to_owned),
        ..FieldDescription::default()
    }
}

fn with_form() -> Stage {
    let mut stage = Stage::begun(true);
    stage.answers.questions = vec![
        question("1", "control_head", "Contact us"),
        question("3", "control_fullname", "Full Name"),
        question("4", "control_email", "Email *"),
        question("5", "control_phone", "Cell phone"),
        question("6", "control_textbox", "Company"),
        question("7", "control_textbox", "Favourite colour"),
        question("8", "control_address", "Where"),
    ];
    stage.show(TAB, 0, FORM, true);
    stage
}

/// The org describes the object and says what is wrong: of a check, a cause, and the place where it is seen.
fn org_says(stage: &mut Stage, wrong: &[(CheckId, Cause, &str, &str)]) {
    let answers = wrong.iter().map(|(check, cause, source, wanted)| {
        let evidence = Evidence {
            source: (*source).to_owned(),
            seen: String::new(),
            wanted: (*wanted).to_owned(),
        };
        let finding = Finding {
            cause: *cause,
            evidence: vec![evidence],
        };
        (*check, Outcome::Wrong(vec![finding]))
    });
    stage.happen(Event::Checked {
        report: Box::new(Report {
            answers: answers.collect(),
            ..Report::default()
        }),
        bound: None,
        org_name: None,
        records: VecMap::new(),
        described: Some(Box::new(Described {
            object: "Lead".to_owned(),
            description: Description {
                label: "Lead".to_owned(),
                fields: vec![
                    field("FirstName", "First Name", "string", None),
                    field("LastName", "Last Name", "string", None),
                    field("Company", "Company", "string", None),
                    field("Email", "Email", "email", None),
                    field("Phone", "Phone", "phone", None),
                    field("MobilePhone", "Mobile", "phone", None),
                    field("City", "City", "string", Some("Address")),
                    field("Description", "Description", "textarea", None),
                ],
                ..Description::default()
            },
        })),
        plans: Box::default(),
    });
}

fn choose(stage: &mut Stage, question: &str, field: &str) {
    stage.panel(FromPanel::MapTo {
        question: question.to_owned(),
        field: field.to_owned(),
    });
}

fn mapping(stage: &Stage) -> MappingView {
    stage.view().mapping
}

fn row(stage: &Stage, question: &str) -> MappingRow {
    let rows = mapping(stage).rows;
    let found = rows.iter().find(|row| row.question == question).cloned();
    found.unwrap_or_else(|| panic!("no {question} in {rows:?}"))
}

#[test]
fn before_the_form_was_seen_it_says_what_to_do() {
    let stage = Stage::begun(true);
    let view = mapping(&stage);
    assert!(view.hint.unwrap().contains("Open your form"));
    assert!(view.rows.is_empty() && view.idle.is_empty());
    let mut stage = with_form();
    let hint = mapping(&stage).hint.unwrap();
    assert!(hint.contains("all fields of Lead"), "{hint}");
    org_says(&mut stage, &[]);
    assert_eq!(mapping(&stage).hint, None);
}

#[test]
fn every_question_has_its_field_and_the_reason() {
    let mut stage = with_form();
    org_says(&mut stage, &[]);
    let of = |question: &str| {
        let row = row(&stage, question);
        (row.label, row.field, row.why)
    };
    let said = |label: &str, field: &str, why: &str| (label.to_owned(), field.to_owned(), why.to_owned());
    let kind = "The kind of answer that this field is for.";
    assert_eq!(of("3.first"), said("Full Name – first name", "FirstName", kind));
    assert_eq!(
        of("6"),
        said("Company", "Company", "The question has the field's name.")
    );
    assert_eq!(of("4").0, "Email", "the builder's star is not its text");
    assert_eq!(of("5").2, "The type fits, and nothing fits better.");
    assert_eq!(of("7"), said("Favourite colour", "", "Its answer goes nowhere."));
    let view = mapping(&stage);
    assert!(
        view.rows.iter().all(|row| row.question != "1"),
        "a heading is no question"
    );
    assert_eq!(view.summary, "4 of 6 mapped");
    assert_eq!(view.idle, [("Description".to_owned(), "Description".to_owned())]);
    let fields: Vec<&str> = view.fields.iter().map(|field| field.1.as_str()).collect();
    assert!(fields.contains(&"Mobile (MobilePhone)"), "{fields:?}");
    assert!(fields.is_sorted(), "{fields:?}");
    let offer = row(&stage, "8.city").offer.unwrap();
    assert_eq!(offer.field, "City");
    assert!(offer.text.starts_with("City would fit: The kind"), "{offer:?}");
}

#[test]
fn another_choice_changes_what_is_checked_granted_and_pointed_at() {
    let mut stage = with_form();
    org_says(&mut stage, &[]);
    let before = stage.state.inputs.clone();
    choose(&mut stage, "5", "MobilePhone");
    assert!(stage.effects.contains(&Effect::Check));
    assert_eq!(row(&stage, "5").why, "You chose this.");
    let wishes = Wishes::of(&stage.state);
    assert!(wishes.fields.contains(&"MobilePhone".to_owned()));
    assert!(!wishes.fields.contains(&"Phone".to_owned()));
    assert!(
        wishes
            .mapping
            .iter()
            .any(|one| one.question == "5" && one.field == "MobilePhone")
    );
    stage.panel(FromPanel::MapBack);
    assert_eq!(stage.state.inputs, before);
    assert_eq!(row(&stage, "5").field, "Phone");
    assert!(!mapping(&stage).can_take_back);
}

#[test]
fn a_field_is_taken_from_one_question_for_another_and_a_question_goes_nowhere() {
    let mut stage = with_form();
    org_says(&mut stage, &[]);
    choose(&mut stage, "7", "Company");
    assert_eq!(row(&stage, "7").field, "Company");
    assert_eq!(row(&stage, "6").field, "");
    choose(&mut stage, "4", "");
    assert_eq!(row(&stage, "4").why, "You chose this.");
    assert!(!stage.state.fields().contains(&"Email".to_owned()));
    choose(&mut stage, "", "Description");
    assert!(mapping(&stage).idle.is_empty());
    choose(&mut stage, "3", "LastName");
    assert_eq!(
        row(&stage, "3").field,
        "LastName",
        "the whole name instead of its parts"
    );
    for _ in 0..4 {
        stage.panel(FromPanel::MapBack);
    }
    assert_eq!(row(&stage, "3.last").field, "LastName");
    assert!(stage.state.choices.chosen.is_empty());
}

#[test]
fn only_questions_of_the_form_and_fields_of_the_object_can_be_chosen() {
    let mut stage = with_form();
    org_says(&mut stage, &[]);
    let before = stage.state.clone();
    for (question, field) in [
        ("99", "Phone"),
        ("5", "Nonsense"),
        ("1", "Phone"),
        ("5.first", "Phone"),
    ] {
        choose(&mut stage, question, field);
        assert_eq!(stage.state, before, "{question} {field}");
    }
    choose(&mut stage, "5", "MobilePhone");
    stage.type_in(InputKey::Object, "Contact");
    assert!(
        stage.state.choices.chosen.is_empty(),
        "another object has other fields"
    );
}

#[test]
fn what_the_check_found_stands_below_the_question() {
    let mut stage = with_form();
    choose(&mut stage, "8.city", "City");
    org_says(
        &mut stage,
        &[
            (CheckId::Mapping, Cause::TypeConflict, "Lead.Phone", "phone"),
            (
                CheckId::PermissionSetAccess,
                Cause::FieldPermissionMissing,
                "FieldPermissions Lead.Address",
                "Read, Edit",
            ),
            (
                CheckId::Mapping,
                Cause::RequiredFieldUnmapped,
                "Lead.Status",
                "Status",
            ),
        ],
    );
    let phone = row(&stage, "5").problems;
    assert_eq!(phone.len(), 1);
    assert_eq!(phone[0].tone, Tone::Warning);
    assert!(phone[0].text.ends_with("It takes: phone."), "{phone:?}");
    let city = row(&stage, "8.city").problems;
    assert_eq!(city.len(), 1, "said of the part of the address: {city:?}");
    assert!(city[0].text.contains("may not write this field"));
    assert_eq!(city[0].tone, Tone::Note, "a step brings it");
    assert_eq!(row(&stage, "4").problems, []);
    assert_eq!(mapping(&stage).lacking, ["Status"]);
}

/// In the integration's mapping a question is looked for by its own text.
#[test]
fn the_guide_points_at_the_question_that_was_chosen() {
    let mut stage = with_form();
    org_says(&mut stage, &[]);
    choose(&mut stage, "7", "Phone");
    stage.panel(FromPanel::LookAt {
        step: Some("map_fields".to_owned()),
    });
    stage.answers.wizard = Some(waymark_core::page::WizardStage::Mapping);
    stage.show(TAB, 0, &[FORM, "/settings"].concat(), true);
    let task = stage.task(TAB, 0);
    let names = |item: &str| {
        let id = ["mapping:", item].concat();
        let field = task.fields.iter().find(|field| field.id == id).unwrap();
        assert!(matches!(&field.wanted, Wanted::Something(labels) if !labels.is_empty()));
        field.target.names.get("en").cloned().unwrap_or_default()
    };
    assert_eq!(names("Phone"), ["Favourite colour"]);
    assert!(names("LastName").contains(&"Full Name - Last Name".to_owned()));
}
