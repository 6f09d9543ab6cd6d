//! The org as a whole: its trial, its room and its calls.

use super::Cause;
use super::judge::{Case, Verdict, evidence, finding, unless};
use super::time::moment;

/// How long before a trial's end it is a risk, in milliseconds.
const TWO_WEEKS: u64 = 14 * 86_400_000;

/// The org has room, calls and time left.
pub(super) fn org(case: Case) -> Verdict {
    let facts = case.facts;
    let mut findings = Vec::new();
    let mut proof = Vec::new();
    if let Some((used, allowed)) = facts.api_usage {
        let seen = [&used.to_string(), " / ", &allowed.to_string()].concat();
        let shown = evidence("Sforce-Limit-Info", &seen, "");
        if u64::from(used) * 10 >= u64::from(allowed) * 9 {
            findings.push(finding(Cause::RequestsRunningOut, shown));
        } else {
            proof.push(shown);
        }
    }
    let trial = facts.trial_ends.seen();
    if let Ok(Some(ends)) = &trial {
        let shown = evidence("Organization.TrialExpirationDate", ends, "");
        if ends.get(..10).unwrap_or(ends) <= moment(case.now + TWO_WEEKS).get(..10).unwrap_or_default() {
            findings.push(finding(Cause::TrialEnding, shown));
        } else {
            proof.push(shown);
        }
    }
    let storage = facts.storage_left.seen();
    if let Ok(Some(left)) = &storage {
        let shown = evidence("DataStorageMB.Remaining", &left.to_string(), "");
        if *left <= 0 {
            findings.push(finding(Cause::StorageFull, shown));
        } else {
            proof.push(shown);
        }
    }
    if findings.is_empty() {
        trial?;
        storage?;
    }
    unless(findings, || proof)
}
