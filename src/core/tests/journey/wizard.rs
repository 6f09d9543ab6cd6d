//! Jotform's wizard, whose markup nobody knows: lists, cards and plain buttons.

use crate::stage::*;
use waymark_core::field::{FieldReport, FieldState};
use waymark_core::inputs::InputKey;
use waymark_core::journey::Event;
use waymark_core::message::{Anchor, FromPanel, Observation, Show, Sighting};
use waymark_core::page::{DocumentFacts, WizardStage};

/// Somebody looks at a step of the wizard, in the stage where the action is chosen.
fn looking_at(step: &str, action: &str) -> Stage {
    let mut stage = Stage::begun(false);
    stage.type_in(InputKey::Action, action);
    stage.panel(FromPanel::LookAt {
        step: Some(step.to_owned()),
    });
    stage.answers.wizard = Some(WizardStage::Action);
    stage.show(TAB, 0, &wizard(), true);
    stage
}

fn wizard() -> String {
    [FORM, "/settings/integrations"].concat()
}

#[test]
fn a_list_that_the_wizard_shows_as_buttons_has_a_target_for_the_one_wanted() {
    let named = |step: &str, action: &str| {
        let stage = looking_at(step, action);
        let targets = stage.task(TAB, 0).targets;
        let mut steps = stage.guide.sections.iter().flat_map(|section| &section.steps);
        let own = steps.find(|it| it.id == step).unwrap().targets.len();
        targets[..own].last().unwrap().exact_names.clone()
    };
    assert_eq!(named("choose_action", "write"), ["Create or update a record"]);
    assert_eq!(
        named("choose_action", "find"),
        ["Find existing record", "Find an existing record"]
    );
    assert_eq!(named("choose_object", "write")[0], "Lead");
}

#[test]
fn a_button_with_the_wanted_choice_is_pointed_at_only_where_there_is_no_control_to_choose_it_from() {
    let shown = |field: FieldState| {
        let mut stage = looking_at("choose_action", "write");
        let task = stage.task(TAB, 0);
        let mut targets = vec![Sighting::Absent; task.targets.len()];
        targets[1] = Sighting::Found(90);
        let observation = Observation {
            generation: task.generation,
            question: task.question,
            document: DocumentFacts {
                top: true,
                wizard: Some(WizardStage::Action),
                ..DocumentFacts::default()
            },
            address: wizard(),
            targets,
            fields: vec![FieldReport {
                id: "action".to_owned(),
                state: field,
            }],
            ..Observation::default()
        };
        let source = source(TAB, 0, &wizard(), false);
        stage.happen(Event::Observed(source, Box::new(observation)));
        matches!(stage.task(TAB, 0).show, Show::At(Anchor::Target(1), _))
    };
    assert!(shown(FieldState::NotFound));
    assert!(!shown(FieldState::Matches));
}
