//! Least privilege: no power over the whole org, and no grant of the journey's set beyond what the mapping needs.

use super::access::{reaching, wanted_object};
use super::assignments::lives;
use super::judge::{Case, Verdict, evidence, unless};
use super::needs::{needed_objects, permission_fields};
use super::sets::set;
use super::{Cause, Evidence, Finding, Why};
use crate::org::ObjectPermission;

/// The user may do no more than the form needs. What the profile grants is no surplus.
pub(super) fn least_privilege(case: Case) -> Verdict {
    let effective = reaching(case)?;
    let powers = case.facts.powers.seen()?;
    let assignments = case.facts.assignments.seen()?;
    let live = |id: &str| assignments.iter().any(|one| one.set_id == id && lives(case, one));
    let mut excessive: Vec<Evidence> = Vec::new();
    for held in powers.iter().filter(|held| live(&held.set_id)) {
        for power in &held.excessive {
            let source = ["PermissionSet.Permissions", power].concat();
            let shown = evidence(&source, "true", "false");
            if !excessive.contains(&shown) {
                excessive.push(shown);
            }
        }
    }
    let object = &case.wishes.object;
    if excessive.is_empty() && effective.object(object).modify_all {
        let source = ["ObjectPermissions ", object].concat();
        excessive.push(evidence(&source, "Modify All", ""));
    }
    let mut findings = Vec::new();
    let mut found = |cause, evidence: Vec<Evidence>| {
        if !evidence.is_empty() {
            findings.push(Finding { cause, evidence });
        }
    };
    found(Cause::OverPrivileged, excessive);
    found(Cause::SurplusAccess, surplus(case)?);
    unless(findings, || vec![evidence("PermissionSet", "none", "")])
}

/// What the journey's set grants beyond the closure of the mapping.
fn surplus(case: Case) -> Result<Vec<Evidence>, Why> {
    wanted_object(case)?;
    let set = set(case)?;
    let objects = case.facts.own_object_permissions.seen()?;
    let fields = case.facts.own_field_permissions.seen()?;
    let needed = needed_objects(case.facts, case.wishes);
    let mut surplus = Vec::new();
    for row in objects.iter().filter(|row| row.parent_id == set.id) {
        let is_object = row.object == case.wishes.object;
        let is_needed = needed.contains(&row.object);
        let beyond = beyond(row, is_needed, is_object, case);
        if !beyond.is_empty() {
            let source = ["ObjectPermissions ", &row.object].concat();
            surplus.push(evidence(&source, &beyond.join(", "), ""));
        }
    }
    let wanted = permission_fields(case.facts, case.wishes);
    for row in fields.iter().filter(|row| row.parent_id == set.id && row.read) {
        let is_wanted = row.object == case.wishes.object
            && wanted.iter().any(|field| field.eq_ignore_ascii_case(&row.field));
        let beyond = match (is_wanted, row.edit) {
            (false, true) => "Read, Edit",
            (false, false) => "Read",
            (true, true) if case.wishes.find => "Edit",
            (true, _) => continue,
        };
        let source = ["FieldPermissions ", &row.object, ".", &row.field].concat();
        surplus.push(evidence(&source, beyond, ""));
    }
    Ok(surplus)
}

/// The rights of a row that nothing needs. View All is no surplus where private records are to be found.
fn beyond(row: &ObjectPermission, is_needed: bool, is_object: bool, case: Case) -> Vec<&'static str> {
    let wishes = case.wishes;
    let finds = is_object && (wishes.update || wishes.find);
    [
        ("Read", row.read && !is_needed),
        ("Create", row.create && (wishes.find || !is_object)),
        ("Edit", row.edit && !(is_object && wishes.edit)),
        ("Delete", row.delete),
        ("View All", row.view_all && !finds),
        ("Modify All", row.modify_all),
        ("View All Fields", row.view_all_fields),
    ]
    .into_iter()
    .filter(|(_, is_surplus)| *is_surplus)
    .map(|(name, _)| name)
    .collect()
}
