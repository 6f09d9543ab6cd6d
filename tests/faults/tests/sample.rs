//! Each seeded fault on one org, and every healthy org: none is missed more than what is recorded here, none is taken for done, and none causes alarm.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::collections::BTreeSet;

use simulated_org::StartState;
use waymark_core::check::Cause;
use waymark_faults::{audit, catalogue, export, guide, healthy, plans, run, table};

/// Faults that are caught, of those tried here.
const CAUGHT: usize = 272;
#[test]
fn nothing_is_worse_than_recorded() {
    let run = run::sample(1);
    let failures = run.singles.iter().chain(&run.healthy);
    let failures: Vec<String> = failures
        .filter_map(|tried| tried.report.as_ref().err().map(ToString::to_string))
        .collect();
    assert!(failures.is_empty(), "orgs that cannot be: {failures:#?}");
    let [faults, caught, done, alarms] = run.figures();
    println!("of {faults}: caught {caught}, false done {done}, false alarms {alarms}");
    assert!(
        caught >= CAUGHT && done == 0 && alarms == 0,
        "{}",
        table::text(&run, true)
    );
}

#[test]
fn plans_are_written_and_leave_nothing_that_a_write_could_mend() {
    let figures = plans::run(200, 1);
    assert!(figures.states > 150 && figures.planned > 30, "{figures:#?}");
    assert!(figures.wrong.is_empty(), "{figures:#?}");
}

#[test]
fn every_cause_is_seeded_and_enough_orgs_are_tried() {
    let faults = catalogue::all();
    let seeded: BTreeSet<Cause> = faults.iter().flat_map(|fault| fault.expects).copied().collect();
    let absent: Vec<&Cause> = Cause::ALL
        .iter()
        .filter(|cause| !seeded.contains(cause))
        .collect();
    assert!(absent.is_empty(), "{absent:?}");
    let names: BTreeSet<&str> = faults.iter().map(|fault| fault.name).collect();
    assert_eq!(names.len(), faults.len(), "two faults have one name");
    assert!(faults.len() >= 200 && healthy::all().len() >= 50);
    let shapes: BTreeSet<String> = healthy::all().into_iter().map(|world| world.shape).collect();
    assert_eq!(
        shapes.len(),
        healthy::all().len(),
        "two healthy orgs have one name"
    );
    assert!(guide::last_checks().len() > 5);
}

#[test]
fn an_audit_answers_every_check_in_lines_of_json() {
    let example = include_str!("../../simulator/examples/done.json");
    let start = simulated_org::StartState::from_json(example).unwrap();
    let lines = audit::lines(start, 1).unwrap();
    let checks: BTreeSet<String> = lines
        .iter()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["check"].to_string())
        .collect();
    assert!(checks.len() >= 19, "{checks:?}");
    let proven = lines.iter().filter(|line| line.contains("\"proven\"")).count();
    assert!(proven > 10, "{lines:#?}");
}

#[test]
fn orgs_for_the_extension_are_written_with_what_is_to_be_entered_and_answered() {
    let folder = std::env::temp_dir().join(format!("waymark-faults-{}", std::process::id()));
    assert_eq!(export::write(&folder, 30, 1).unwrap(), 30);
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let list: Vec<serde_json::Value> = serde_json::from_str(&read("cases.json")).unwrap();
    let mut expected = BTreeSet::new();
    for case in &list {
        StartState::from_json(&read(case["file"].as_str().unwrap())).unwrap();
        let causes = |value: &serde_json::Value| value.as_array().cloned().unwrap_or_default();
        let named: Vec<_> = causes(&case["answers"])
            .iter()
            .flat_map(|answer| causes(&answer["causes"]))
            .collect();
        for cause in causes(&case["expects"]) {
            assert!(named.contains(&cause), "{case}");
        }
        expected.insert(case["expects"][0].to_string());
        assert!(case["wanted"]["inputs"]["input_username"].is_string(), "{case}");
    }
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(expected.len(), 30, "a cause is tried twice");
}
