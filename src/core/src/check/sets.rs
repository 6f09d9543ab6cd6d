//! The permission set and its licence.

use super::judge::{Case, Verdict, evidence, finding, unless, wrong};
use super::users::the_user;
use super::{Cause, CheckId, Evidence, Finding, Why, wishes::Wishes};
use crate::field::RecordKey;
use crate::org::{Licence, OrgFacts, PERMISSION_SET_LICENCE, PermissionSet};

/// The permission set that the journey is about: the one with the learnt id, else with the API name, else with the label.
///
/// # Errors
/// Why the org's permission sets could not be seen.
pub fn wanted_set<'a>(facts: &'a OrgFacts, wishes: &Wishes) -> Result<Option<&'a PermissionSet>, Why> {
    let sets = facts.permission_sets.seen()?;
    let known = wishes.records.get(&RecordKey::PermissionSet);
    let same = |one: &str, other: &str| !one.is_empty() && one.eq_ignore_ascii_case(other);
    let by_name = || {
        sets.iter()
            .find(|set| same(&wishes.permission_set_name, &set.name))
    };
    let by_label = || {
        sets.iter()
            .find(|set| same(&wishes.permission_set_label, &set.label))
    };
    Ok(sets
        .iter()
        .find(|set| Some(&set.id) == known)
        .or_else(by_name)
        .or_else(by_label))
}

/// The set, or that everything about it depends on it.
pub(super) fn set(case: Case<'_>) -> Result<&PermissionSet, Why> {
    wanted_set(case.facts, case.wishes)?.ok_or(Why::DependsOn(CheckId::PermissionSet))
}

/// The permission set exists and needs no activated session.
pub(super) fn permission_set(case: Case) -> Verdict {
    let wanted = &case.wishes.permission_set_name;
    match wanted_set(case.facts, case.wishes)? {
        None => wrong(
            Cause::PermissionSetAbsent,
            vec![evidence("PermissionSet.Name", "", wanted)],
        ),
        Some(set) if set.activation_required => wrong(
            Cause::SessionActivationRequired,
            vec![evidence("PermissionSet.HasActivationRequired", "true", "false")],
        ),
        Some(set) => Ok(vec![
            evidence("PermissionSet.Name", &set.name, wanted),
            evidence(
                "PermissionSet.Label",
                &set.label,
                &case.wishes.permission_set_label,
            ),
        ]),
    }
}

/// The permission set carries the licence, or the user holds it directly, which works as well (Salesforce fact §7, seen).
pub(super) fn permission_set_licence(case: Case) -> Verdict {
    let set = set(case)?;
    let licences = case.facts.permission_set_licences.seen()?;
    let right = licences
        .iter()
        .find(|licence| licence.name == PERMISSION_SET_LICENCE);
    let wanted = right.map_or("Salesforce API Integration", |licence| licence.label.as_str());
    let source = "PermissionSet.LicenseId";
    match &set.licence_id {
        Some(id) if right.is_some_and(|licence| licence.id == *id) => {
            Ok(vec![evidence(source, wanted, wanted)])
        }
        Some(id) => {
            let user_licences = case
                .facts
                .user_licences
                .seen()
                .map(Vec::as_slice)
                .unwrap_or_default();
            let name = |licence: &Licence| {
                let names = if licence.label.is_empty() {
                    &licence.name
                } else {
                    &licence.label
                };
                names.clone()
            };
            let seen = licences
                .iter()
                .chain(user_licences)
                .find(|licence| licence.id == *id)
                .map_or(id.clone(), name);
            wrong(
                Cause::PermissionSetLookAlikeLicence,
                vec![evidence(source, &seen, wanted)],
            )
        }
        None => {
            let nothing = evidence(source, "--None--", wanted);
            if the_user(case).is_err() {
                return wrong(Cause::PermissionSetNoLicence, vec![nothing]);
            }
            let direct = case.facts.licence_assignments.seen()?;
            if right.is_some_and(|licence| direct.contains(&licence.id)) {
                return Ok(vec![
                    nothing,
                    evidence("PermissionSetLicenseAssign", wanted, wanted),
                ]);
            }
            wrong(Cause::PermissionSetNoLicence, vec![nothing])
        }
    }
}

/// The permission set can be told apart, changed, and serves nobody else.
pub(super) fn permission_set_own(case: Case) -> Verdict {
    let set = set(case)?;
    let mut findings = Vec::new();
    let sets = case.facts.permission_sets.seen()?;
    if let Some(other) = sets
        .iter()
        .find(|other| other.id != set.id && other.label == set.label)
    {
        let shown = evidence("PermissionSet.Label", &other.label, &set.label);
        let named = evidence("PermissionSet.Name", &other.name, &set.name);
        findings.push(Finding {
            cause: Cause::PermissionSetDuplicateLabel,
            evidence: vec![shown, named],
        });
    }
    if !set.namespace.is_empty() {
        findings.push(finding(
            Cause::PermissionSetManaged,
            evidence("PermissionSet.NamespacePrefix", &set.namespace, ""),
        ));
    }
    let holders = case.facts.holders.seen();
    let others: Vec<Evidence> = holders
        .iter()
        .flat_map(|holders| holders.iter())
        .filter(|holder| !holder.username.eq_ignore_ascii_case(&case.wishes.username))
        .map(|holder| evidence("PermissionSetAssignment.AssigneeId", &holder.username, ""))
        .collect();
    if !others.is_empty() {
        findings.push(Finding {
            cause: Cause::PermissionSetShared,
            evidence: others,
        });
    }
    if findings.is_empty() {
        holders?;
    }
    unless(findings, || vec![evidence("PermissionSet.Name", &set.name, "")])
}
