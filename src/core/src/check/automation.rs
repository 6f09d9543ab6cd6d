//! What in the org changes or refuses records by itself.

use super::access::wanted_object;
use super::judge::{Case, Verdict, evidence, nothing, unless};
use super::{Cause, Evidence, Finding, Why};
use crate::org::{Automation, Look};

/// Nothing in the org changes or refuses the object's records. What is found is named even where another part is hidden.
pub(super) fn automation(case: Case) -> Verdict {
    wanted_object(case)?;
    if case.wishes.find {
        // Nothing is saved.
        return nothing(&case.wishes.object);
    }
    let facts = case.facts;
    let object = case.wishes.object.as_str();
    let label = facts.description.seen().map(|it| it.label.as_str()).ok();
    let of_object = |row: &&Automation| row.object == object || Some(row.object.as_str()) == label;
    let kinds: [(Cause, &str, &Look<Vec<Automation>>); 5] = [
        (
            Cause::DuplicateRuleActive,
            "DuplicateRule",
            &facts.duplicate_rules,
        ),
        (
            Cause::ValidationRuleActive,
            "ValidationRule",
            &facts.validation_rules,
        ),
        (Cause::TriggerActive, "ApexTrigger", &facts.triggers),
        (Cause::FlowActive, "FlowDefinitionView", &facts.flows),
        (
            Cause::AssignmentRuleActive,
            "AssignmentRule",
            &facts.assignment_rules,
        ),
    ];
    let mut findings: Vec<Finding> = Vec::new();
    let mut hidden: Option<Why> = None;
    for (cause, source, rows) in kinds {
        match rows.seen() {
            Ok(rows) => {
                let shown: Vec<Evidence> = rows
                    .iter()
                    .filter(of_object)
                    .map(|row| evidence(source, &row.name, ""))
                    .collect();
                if !shown.is_empty() {
                    findings.push(Finding {
                        cause,
                        evidence: shown,
                    });
                }
            }
            // Assignment rules are there for some objects only.
            Err(Why::NothingToCheck) => {}
            Err(why) => hidden = hidden.or(Some(why)),
        }
    }
    match hidden {
        Some(why) if findings.is_empty() => Err(why.into()),
        _ => unless(findings, || vec![evidence(object, "none", "")]),
    }
}
