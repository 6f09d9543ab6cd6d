//! Seeded orgs as files, for the same checks in the shipped extension: what a person would enter, and what is answered here.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{fs, io};

use serde_json::{Value, json};
use waymark_core::check::{Cause, Outcome, Report, Wishes, judge};

use crate::catalogue;
use crate::checks::{check_of, name_of, names};
use crate::driver::{Browser, DriverError};
use crate::run::{Case, singles};
use crate::world::{Session, World};
use crate::{audit, run};

/// The list of the files that were written, with what goes with each.
const LIST: &str = "cases.json";

/// Why the orgs could not be written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// An org cannot be built or asked.
    #[error(transparent)]
    Driver(#[from] DriverError),
    /// A file cannot be written.
    #[error("cannot write {0}: {1}")]
    Unwritable(String, io::Error),
}

/// Writes `count` start states, each wrong in one way, with a list of what to enter and what the checks answer; tells how many.
///
/// # Errors
/// An org cannot be built, or a file cannot be written.
pub fn write(folder: &Path, count: usize, seed: u64) -> Result<usize, ExportError> {
    let chosen = choose(count, seed)?;
    put(folder, None)?;
    let mut list = Vec::new();
    for (place, (case, report)) in chosen.iter().enumerate() {
        let file = format!("{:02}.json", place + 1);
        put(&folder.join(&file), Some(&start_state(&case.world)))?;
        let expects = case.faults.iter().flat_map(|fault| fault.expects);
        let names: Vec<&str> = case.faults.iter().map(|fault| fault.name).collect();
        list.push(json!({
            "file": file,
            "fault": names.join("; "),
            "org": case.world.shape,
            "expects": expects.collect::<Vec<_>>(),
            "wanted": audit::entered(&case.world),
            "answers": answers(report),
        }));
    }
    put(&folder.join(LIST), Some(&Value::Array(list)))?;
    Ok(chosen.len())
}

/// The org and the account, in which nothing is connected: the simulator would authorize each connection once more, which
/// leaves a token and a line in the login history.
fn start_state(world: &World) -> Value {
    let mut start = world.start.clone();
    for form in &mut start.jotform.forms {
        form.integrations.clear();
    }
    serde_json::to_value(&start).unwrap_or_default()
}

/// Writes a value into a file; nothing makes a folder of that name.
fn put(path: &Path, value: Option<&Value>) -> Result<(), ExportError> {
    let written = match value {
        Some(value) => fs::write(path, value.to_string()),
        None => fs::create_dir_all(path),
    };
    written.map_err(|error| ExportError::Unwritable(path.display().to_string(), error))
}

/// Ways of being wrong on different orgs: one of each check in turn, and no cause twice while another is left.
fn choose(count: usize, seed: u64) -> Result<Vec<(Case, Report)>, ExportError> {
    let mut by_check: BTreeMap<&str, Vec<(Case, Report)>> = BTreeMap::new();
    let mut known: BTreeSet<Cause> = BTreeSet::new();
    for fault in catalogue::all() {
        let [first, ..] = fault.expects else { continue };
        // Nobody could sign in where the session itself is what is wrong.
        if known.contains(first) || check_of(*first) == "session" {
            continue;
        }
        let mut orgs = singles(&[fault], seed, run::ORGS_FOR_A_FAULT);
        if orgs.is_empty() {
            continue;
        }
        let case = orgs.swap_remove(known.len() % orgs.len());
        if !is_in_start_state(&case.world) {
            continue;
        }
        let report = without_form(&case.world, seed)?;
        if fault.expects.iter().all(|cause| names(&report, *cause)) {
            known.insert(*first);
            by_check.entry(check_of(*first)).or_default().push((case, report));
        }
    }
    let mut queues: Vec<_> = by_check.into_values().map(Vec::into_iter).collect();
    let mut chosen = Vec::new();
    while chosen.len() < count {
        let round: Vec<_> = queues.iter_mut().filter_map(Iterator::next).collect();
        if round.is_empty() {
            break;
        }
        chosen.extend(round);
    }
    chosen.truncate(count);
    Ok(chosen)
}

/// Whether all that is wrong is wrong in the org and the account: not in the browser, the page, or how the org refuses.
fn is_in_start_state(world: &World) -> bool {
    let page = world.denied || world.username_taken || world.connection_shown.is_some();
    world.session == Session::Administrator && !world.bound && !page && world.refuses.is_empty()
}

/// What the checks answer where no page of Jotform was opened, and nothing was submitted.
fn without_form(world: &World, seed: u64) -> Result<Report, DriverError> {
    let browser = Browser::open(world, seed)?;
    let wishes = Wishes {
        form: None,
        mapping: Vec::new(),
        connected_as: String::new(),
        sent: Vec::new(),
        proof_marker: String::new(),
        ..browser.wishes(world)
    };
    let facts = browser.facts(world, wishes.clone())?;
    Ok(judge(&facts, &wishes, browser.now()))
}

/// Each check with what became of it, and each cause that it named.
fn answers(report: &Report) -> Vec<Value> {
    let one = |(id, outcome): &(_, Outcome)| {
        let word = match outcome {
            Outcome::Proven(_) => "proven",
            Outcome::Wrong(_) => "wrong",
            Outcome::CouldNotCheck(_) => "could-not-check",
        };
        let causes: BTreeSet<Cause> = outcome.causes().collect();
        json!({"check": name_of(*id), "outcome": word, "causes": causes})
    };
    report.answers.iter().map(one).collect()
}
