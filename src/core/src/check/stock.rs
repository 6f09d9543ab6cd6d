//! Stock first: what is there already and could be used instead of making it anew.

use super::judge::{Case, Verdict, evidence, nothing, unless};
use super::users::integration_user;
use super::wanted_set;
use super::{Cause, Evidence, Finding};

/// Whether there is an API-only user or a permission set with the licence already, while the journey's is not there.
pub(super) fn stock(case: Case) -> Verdict {
    let facts = case.facts;
    let mut findings = Vec::new();
    let mut found = |cause, source: &str, names: &[String]| {
        let seen: Vec<Evidence> = names.iter().map(|name| evidence(source, name, "")).collect();
        if !seen.is_empty() {
            findings.push(Finding {
                cause,
                evidence: seen,
            });
        }
    };
    if integration_user(facts, case.wishes)?.is_none() {
        found(Cause::StockUser, "User.Username", facts.stock_users.seen()?);
    }
    if wanted_set(facts, case.wishes)?.is_none() {
        // Not asked for where the org does not have the licence.
        let sets = facts.stock_sets.seen().map(Vec::as_slice).unwrap_or_default();
        found(Cause::StockSet, "PermissionSet.Name", sets);
    }
    if findings.is_empty() {
        return nothing("User, PermissionSet");
    }
    unless(findings, Vec::new)
}
