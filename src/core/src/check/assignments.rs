//! How the permission set and its licence reach the integration user.

use super::judge::{Case, Not, Verdict, evidence, finding, wrong};
use super::sets::set;
use super::time::is_over;
use super::users::the_user;
use super::{Cause, CheckId, Finding, Why};
use crate::org::{Assignment, PERMISSION_SET_LICENCE, PermissionSet};

/// Whether an assignment counts at this moment.
pub(super) fn counts(assignment: &Assignment, now: u64) -> bool {
    assignment.active != Some(false)
        && assignment
            .expires
            .as_ref()
            .is_none_or(|expires| !is_over(expires, now))
}

/// The permission set is assigned to the user itself, or through a group, which is as good (Salesforce fact §7, seen).
pub(super) fn assignment(case: Case) -> Verdict {
    let set = set(case)?;
    the_user(case)?;
    let assignments = match case.facts.assignments.seen() {
        Ok(assignments) => assignments,
        Err(why) => return assignment_on_page(case, why),
    };
    let source = "PermissionSetAssignment";
    let direct = |assignment: &&Assignment| assignment.group_id.is_none() && assignment.set_id == set.id;
    if let Some(assignment) = assignments.iter().filter(direct).find(|one| lives(case, one)) {
        let until = assignment
            .expires
            .as_deref()
            .map(|expires| evidence("PermissionSetAssignment.ExpirationDate", expires, ""));
        return Ok(std::iter::once(evidence(source, &set.label, &set.label))
            .chain(until)
            .collect());
    }
    let components = case.facts.components.seen();
    let brings = |assignment: &&Assignment| {
        let in_group = |group: &String| {
            let components = components
                .as_ref()
                .map(|rows| rows.as_slice())
                .unwrap_or_default();
            let holds = components
                .iter()
                .any(|one| one.group_id == *group && one.set_id == set.id);
            holds || assignment.set_id == set.id
        };
        assignment.group_id.as_ref().is_some_and(in_group)
    };
    if assignments.iter().filter(brings).any(|one| lives(case, one)) {
        let source = "PermissionSetAssignment.PermissionSetGroupId";
        return Ok(vec![evidence(source, &set.label, &set.label)]);
    }
    if let Some(ended) = assignments.iter().find(|one| direct(one) || brings(one)) {
        return wrong_end(ended, case.now);
    }
    let in_groups = assignments.iter().any(|one| one.group_id.is_some());
    if let (true, Err(why)) = (in_groups, components) {
        return Err(why.into());
    }
    Err(Not::Wrong(unassigned(case, set, assignments)))
}

/// Whether an assignment gives something at this moment.
pub(super) fn lives(case: Case, assignment: &Assignment) -> bool {
    counts(assignment, case.now) && !is_revoked(case, assignment)
}

/// A user access policy has taken it back, which shows only where there are such policies (Salesforce fact §7, seen).
fn is_revoked(case: Case, assignment: &Assignment) -> bool {
    let revoked = case.facts.revoked.seen().map(Vec::as_slice).unwrap_or_default();
    revoked.contains(&assignment.set_id)
}

fn wrong_end(ended: &Assignment, now: u64) -> Verdict {
    match ended.expires.as_deref().filter(|expires| is_over(expires, now)) {
        Some(expires) => wrong(
            Cause::AssignmentExpired,
            vec![evidence("PermissionSetAssignment.ExpirationDate", expires, "")],
        ),
        None => wrong(
            Cause::AssignmentRevoked,
            vec![evidence("PermissionSetAssignment.IsActive", "false", "true")],
        ),
    }
}

/// What the user has instead, and who has the set instead.
fn unassigned(case: Case, set: &PermissionSet, assignments: &[Assignment]) -> Vec<Finding> {
    let source = "PermissionSetAssignment";
    let others = || {
        assignments
            .iter()
            .filter(|one| !one.of_profile && one.group_id.is_none())
    };
    let names: Vec<&str> = others().map(|one| one.set_label.as_str()).collect();
    let alike =
        others().find(|one| is_alike(&one.set_label, &set.label) || is_alike(&one.set_name, &set.name));
    let mut findings = vec![match alike {
        Some(other) => finding(
            Cause::AssignmentLookAlikeSet,
            evidence(
                source,
                &[&other.set_label, " (", &other.set_name, ")"].concat(),
                &[&set.label, " (", &set.name, ")"].concat(),
            ),
        ),
        None => finding(
            Cause::AssignmentAbsent,
            evidence(source, &names.join(", "), &set.label),
        ),
    }];
    let holders = case.facts.holders.seen().map(Vec::as_slice).unwrap_or_default();
    if let Some(holder) = holders.first() {
        let source = "PermissionSetAssignment.AssigneeId";
        findings.push(finding(
            Cause::AssignmentOtherUser,
            evidence(source, &holder.username, &case.wishes.username),
        ));
    }
    findings
}

/// People take the one for the other: what the longer one has more is its end.
fn is_alike(one: &str, other: &str) -> bool {
    let (one, other) = (bare(one), bare(other));
    let (short, long) = if one.len() < other.len() {
        (&one, &other)
    } else {
        (&other, &one)
    };
    !short.is_empty() && long.starts_with(short.as_str())
}

/// A name without case, spaces, signs and the number at its end: what people take for the same.
fn bare(name: &str) -> String {
    let letters: String = name
        .chars()
        .filter(|character| !character.is_ascii_punctuation() && !character.is_whitespace())
        .map(|character| character.to_ascii_lowercase())
        .collect();
    letters
        .trim_end_matches(|character: char| character.is_ascii_digit())
        .to_owned()
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
    the_user(case)?;
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
