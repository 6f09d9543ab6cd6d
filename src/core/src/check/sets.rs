//! The permission set, its licence, and how they reach the integration user.

use super::judge::{Case, Verdict, evidence, wrong};
use super::users::integration_user;
use super::{Cause, CheckId, Why, wishes::Wishes};
use crate::field::RecordKey;
use crate::org::{Assignment, Licence, OrgFacts, PERMISSION_SET_LICENCE, PermissionSet};

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
            if integration_user(case).is_err() {
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

/// Whether an assignment counts at this moment.
pub(super) fn counts(assignment: &Assignment, now: u64) -> bool {
    let lasts = |expires: &String| expires.get(..19).unwrap_or(expires) > moment(now).as_str();
    assignment.active != Some(false) && assignment.expires.as_ref().is_none_or(lasts)
}

/// The permission set is assigned to the user itself, or through a group.
pub(super) fn assignment(case: Case) -> Verdict {
    let set = set(case)?;
    integration_user(case)?;
    let assignments = match case.facts.assignments.seen() {
        Ok(assignments) => assignments,
        Err(why) => return assignment_on_page(case, why),
    };
    let source = "PermissionSetAssignment";
    let direct = |assignment: &&Assignment| assignment.group_id.is_none() && assignment.set_id == set.id;
    if let Some(assignment) = assignments
        .iter()
        .filter(direct)
        .find(|one| counts(one, case.now))
    {
        let until = assignment
            .expires
            .as_deref()
            .map(|expires| evidence("PermissionSetAssignment.ExpirationDate", expires, ""));
        return Ok(std::iter::once(evidence(source, &set.label, &set.label))
            .chain(until)
            .collect());
    }
    if let Some(ended) = assignments.iter().find(direct) {
        let expired = ended.expires.as_deref().unwrap_or("IsActive = false");
        return wrong(
            Cause::AssignmentExpired,
            vec![evidence("PermissionSetAssignment.ExpirationDate", expired, "")],
        );
    }
    let groups = case.facts.groups.seen().map(Vec::as_slice).unwrap_or_default();
    let through_group = assignments.iter().any(|assignment| {
        let in_group = |group: &String| assignment.set_id == set.id || groups.contains(group);
        assignment.group_id.as_ref().is_some_and(in_group)
    });
    if through_group {
        // As good as an assignment of its own (Salesforce fact §7, seen).
        return Ok(vec![evidence(
            "PermissionSetAssignment.PermissionSetGroupId",
            &set.label,
            &set.label,
        )]);
    }
    let others: Vec<&str> = assignments
        .iter()
        .filter(|one| !one.of_profile)
        .map(|one| one.set_label.as_str())
        .collect();
    wrong(
        Cause::AssignmentAbsent,
        vec![evidence(source, &others.join(", "), &set.label)],
    )
}

/// What the user's own page shows of the assignment, where the org's data cannot be read.
pub(super) fn assignment_on_page(case: Case, why: Why) -> Verdict {
    if !case.wishes.page.assigned {
        return Err(why.into());
    }
    let label = &case.wishes.permission_set_label;
    Ok(vec![evidence("Permission Set Assignments", label, label)])
}

/// The permission set licence is assigned to the user, by hand or by the set that carries it.
pub(super) fn licence_assignment(case: Case) -> Verdict {
    integration_user(case)?;
    let licences = case.facts.permission_set_licences.seen()?;
    let Some(licence) = licences
        .iter()
        .find(|licence| licence.name == PERMISSION_SET_LICENCE)
    else {
        return Err(Why::DependsOn(CheckId::Seats).into());
    };
    if case.facts.licence_assignments.seen()?.contains(&licence.id) {
        return Ok(vec![evidence(
            "PermissionSetLicenseAssign",
            &licence.label,
            &licence.label,
        )]);
    }
    // A set that carries the licence brings it along as soon as it is assigned (Salesforce fact §7, seen).
    let brings_it = set(case).is_ok_and(|set| set.licence_id.as_ref() == Some(&licence.id));
    if brings_it && assignment(case).is_err() {
        return Err(Why::DependsOn(CheckId::Assignment).into());
    }
    wrong(
        Cause::LicenceAssignmentAbsent,
        vec![evidence("PermissionSetLicenseAssign", "", &licence.label)],
    )
}

/// A moment as the start of Salesforce's notation, `2027-01-31T08:00:00`, in UTC.
pub(super) fn moment(milliseconds: u64) -> String {
    let seconds = milliseconds / 1000;
    // Days since 1 March of the year 0, so that a leap day ends its year (Hinnant's civil-from-days).
    let days = seconds / 86_400 + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 {
        shifted_month + 3
    } else {
        shifted_month - 9
    };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    let (hour, minute, second) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}")
}
