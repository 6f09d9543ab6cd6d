//! The report of a run, for people.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use waymark_core::check::Cause;

use crate::checks::{check_of, name_of, name_of_cause, names};
use crate::run::{Run, Tried};

/// The table of causes, what went wrong, and as last line the figures.
pub fn text(run: &Run, explain: bool) -> String {
    let mut text = causes(run);
    if explain {
        explanations(run, &mut text);
    }
    let [faults, caught, done, alarms] = run.figures();
    let of = |tried: &[Tried]| {
        let caught = tried.iter().filter(|tried| tried.is_caught()).count();
        format!("{caught} of {}", tried.len())
    };
    let _ = writeln!(
        text,
        "caught: {} singles, {} pairs, {} where something is hidden; healthy orgs {}",
        of(&run.singles),
        of(&run.pairs),
        of(&run.dim),
        run.healthy.len(),
    );
    let _ = writeln!(
        text,
        "faults {faults}, caught {caught}, false done {done}, false alarms {alarms}"
    );
    text
}

/// How often each cause was seeded by itself and in pairs, and how often it was named.
fn causes(run: &Run) -> String {
    let mut counts: BTreeMap<Cause, [usize; 4]> = BTreeMap::new();
    for cause in Cause::ALL {
        counts.insert(*cause, [0; 4]);
    }
    let mut count = |tried: &Tried, place: usize| {
        for cause in tried.expected() {
            let named = tried.report.as_ref().is_ok_and(|report| names(report, cause));
            let row = counts.entry(cause).or_default();
            row[place] += 1;
            row[place + 1] += usize::from(named);
        }
    };
    run.singles.iter().for_each(|tried| count(tried, 0));
    run.pairs.iter().for_each(|tried| count(tried, 2));
    let mut text = format!(
        "{:<34}{:<24}{:>8}{:>8}{:>10}{:>8}\n",
        "cause", "check", "seeded", "caught", "in pairs", "named"
    );
    for (cause, [seeded, caught, in_pairs, named]) in &counts {
        let mark = if caught < seeded { "  <" } else { "" };
        let _ = writeln!(
            text,
            "{:<34}{:<24}{seeded:>8}{caught:>8}{in_pairs:>10}{named:>8}{mark}",
            name_of_cause(*cause),
            check_of(*cause),
        );
    }
    let complete = |row: &&[usize; 4]| row[0] > 0 && row[0] == row[1];
    let _ = writeln!(
        text,
        "{} causes, {} seeded, {} caught each time",
        counts.len(),
        counts.values().filter(|row| row[0] > 0).count(),
        counts.values().filter(complete).count(),
    );
    text
}

fn explanations(run: &Run, text: &mut String) {
    for tried in run.seeded().filter(|tried| !tried.is_caught()) {
        let _ = writeln!(text, "missed {}", described(tried));
    }
    for tried in run.seeded().filter(|tried| tried.is_false_done()) {
        let _ = writeln!(text, "false done {}", described(tried));
    }
    for tried in run.singles.iter().filter(|tried| !tried.beside().is_empty()) {
        let beside: Vec<String> = tried.beside().into_iter().map(name_of_cause).collect();
        let _ = writeln!(text, "beside {}: {}", title(tried), beside.join(", "));
    }
    for tried in &run.healthy {
        let alarms = tried.alarms();
        if !alarms.is_empty() {
            let _ = writeln!(
                text,
                "false alarm [{}]: {}",
                tried.case.world.shape,
                alarms.join("; ")
            );
        }
    }
}

fn title(tried: &Tried) -> String {
    let names: Vec<&str> = tried.case.faults.iter().map(|fault| fault.name).collect();
    format!("[{}] {}", tried.case.world.shape, names.join(" + "))
}

/// What was missed, and what the check at which it stands answered.
fn described(tried: &Tried) -> String {
    let report = match &tried.report {
        Ok(report) => report,
        Err(error) => return format!("{}: {error}", title(tried)),
    };
    let missed = tried.missed().into_iter().map(|cause| {
        let at = check_of(cause);
        let answer = report.answers.iter().find(|(id, _)| name_of(*id) == at);
        let mut answer = answer.map_or("no such check".to_owned(), |(_, outcome)| format!("{outcome:?}"));
        answer.truncate(160);
        format!("{} ({at}: {answer})", name_of_cause(cause))
    });
    format!("{}: {}", title(tried), missed.collect::<Vec<_>>().join(", "))
}
