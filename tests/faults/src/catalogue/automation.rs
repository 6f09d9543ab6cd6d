//! What an org runs when a record is saved (Salesforce fact §7).

use serde_json::json;
use simulated_org::start::{AutomationKind, AutomationStart};
use waymark_core::check::Cause::{
    AssignmentRuleActive, DuplicateRuleActive, FlowActive, TriggerActive, ValidationRuleActive,
};

use super::Fault;
use super::Touched::Automation;
use crate::world::World;

const AUTOMATION: &[super::Touched] = &[Automation];

pub(super) const FAULTS: &[Fault] = &[
    Fault::new(
        "a duplicate rule is active",
        &[DuplicateRuleActive],
        AUTOMATION,
        |world| duplicates(world, 1),
    ),
    Fault::new(
        "three duplicate rules are active",
        &[DuplicateRuleActive],
        AUTOMATION,
        |world| duplicates(world, 3),
    ),
    Fault::new(
        "a validation rule is active",
        &[ValidationRuleActive],
        AUTOMATION,
        |world| {
            automate(world, AutomationKind::ValidationRule, "Phone_needed");
        },
    ),
    Fault::new("a flow is active", &[FlowActive], AUTOMATION, |world| {
        automate(world, AutomationKind::Flow, "Rate_new_records");
    }),
    Fault::new("a trigger is active", &[TriggerActive], AUTOMATION, |world| {
        automate(world, AutomationKind::Trigger, "CleanUp");
    }),
    Fault::new(
        "a flow, a trigger and a validation rule",
        &[FlowActive, TriggerActive, ValidationRuleActive],
        AUTOMATION,
        |world| {
            automate(world, AutomationKind::ValidationRule, "Phone_needed");
            automate(world, AutomationKind::Flow, "Rate_new_records");
            automate(world, AutomationKind::Trigger, "CleanUp");
        },
    ),
    Fault::new(
        "an assignment rule is active",
        &[AssignmentRuleActive],
        AUTOMATION,
        |world| {
            let object = world.object().to_owned();
            world.add(
                "AssignmentRule",
                json!({"Name": "By country", "SobjectType": object, "Active": true}),
            );
        },
    )
    .on(|world| world.writes("Lead") || world.writes("Case")),
];

fn duplicates(world: &mut World, number: usize) {
    let object = world.object().to_owned();
    for place in 0..number {
        let name = format!("Twins{place}");
        world.add(
            "DuplicateRule",
            json!({"DeveloperName": name, "MasterLabel": name, "SobjectType": object, "IsActive": true}),
        );
    }
}

fn automate(world: &mut World, kind: AutomationKind, name: &str) {
    let object = world.object().to_owned();
    world.start.org.automation.push(AutomationStart {
        kind,
        name: name.to_owned(),
        object,
        ..AutomationStart::default()
    });
}
