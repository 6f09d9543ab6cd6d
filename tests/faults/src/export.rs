//! Seeded orgs as files, for the same checks in the shipped extension: what a person would enter, and what is answered here.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{fs, io};

use serde_json::{Value, json};
use waymark_core::check::{Cause, Outcome, Report, Wishes, judge};
use waymark_core::inputs::InputKey;
use waymark_core::journey::State;

use crate::catalogue;
use crate::checks::{check_of, name_of, names};
use crate::driver::{Browser, DriverError};
use crate::run::{Case, singles};
use crate::world::{Session, World};
use crate::{audit, run, wishes};

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

/// What only a page of Jotform shows: each of these is tried.
const SHOWN_BY_PAGES: [Cause; 5] = [
    Cause::FormEncrypted,
    Cause::FormHipaa,
    Cause::FormPayment,
    Cause::FormCloned,
    Cause::RequiredFieldConditional,
];

/// Ways of being wrong on different orgs: those that only pages show, then one of each check in turn, and no cause twice.
fn choose(count: usize, seed: u64) -> Result<Vec<(Case, Report)>, ExportError> {
    let mut chosen = Vec::new();
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
        let mut case = orgs.swap_remove(known.len() % orgs.len());
        if !is_in_start_state(&case.world) {
            continue;
        }
        case.world = marked(case.world);
        let report = as_entered(&case.world, seed)?;
        if fault.expects.iter().all(|cause| names(&report, *cause)) {
            known.insert(*first);
            if SHOWN_BY_PAGES.contains(first) {
                chosen.push((case, report));
            } else {
                by_check.entry(check_of(*first)).or_default().push((case, report));
            }
        }
    }
    let mut queues: Vec<_> = by_check.into_values().map(Vec::into_iter).collect();
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

/// What the checks answer where somebody has entered what is wanted and looked at the form.
fn as_entered(world: &World, seed: u64) -> Result<Report, DriverError> {
    let browser = Browser::open(world, seed)?;
    let wishes = Wishes::of(&journey(world, &browser.core_host()));
    let facts = browser.facts(world, wishes.clone())?;
    Ok(judge(&facts, &wishes, browser.now()))
}

/// The journey of somebody who has entered what is wanted and looked at the form, in its builder and on its own page.
fn journey(world: &World, core_host: &str) -> State {
    let mut state = State::new("jotform-salesforce", core_host);
    let entered = audit::entered(world);
    for key in InputKey::ALL {
        let text = match &entered["inputs"][["input_", key.name()].concat()] {
            Value::String(text) => text.clone(),
            Value::Bool(is_on) => if *is_on { "yes" } else { "no" }.to_owned(),
            Value::Array(items) => {
                let items: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
                items.join(", ")
            }
            _ => continue,
        };
        state.inputs.set(key, &text, core_host);
    }
    let jotform = &world.start.jotform;
    if let Some(form) = audit::form(&world.start) {
        let address = format!("https://{}/build/{}", jotform.host, form.id);
        state.inputs.set(InputKey::Form, &address, core_host);
        state.seen_form = wishes::form(jotform, form);
    }
    state.jotform_host = Some(jotform.host.clone());
    state
}

/// The record of the test submission carries the mark that the extension looks for.
fn marked(mut world: World) -> World {
    let Ok(browser) = Browser::open(&world, 1) else {
        return world;
    };
    let marker = journey(&world, &browser.core_host()).marker();
    let values = world
        .start
        .org
        .records
        .iter_mut()
        .flat_map(|record| record.fields.values_mut());
    for value in values.filter(|value| **value == world.wanted.marker) {
        *value = Value::from(marker.as_str());
    }
    world
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
