//! Access to the object and its fields: what a set grants, and what reaches the user from everywhere.

use super::judge::{Case, Not, Verdict, evidence, wrong};
use super::sets::{assignment, counts, set};
use super::users::integration_user;
use super::{Cause, CheckId, Evidence, Why, wishes::Wishes};
use crate::org::{FieldPermission, Look, ObjectPermission, OrgFacts};

/// The fields on which permissions have to be looked for, for the fields that Jotform fills.
#[must_use]
pub fn permission_fields(facts: &OrgFacts, wishes: &Wishes) -> Vec<String> {
    let mut fields: Vec<String> = wishes
        .fields
        .iter()
        .filter_map(|field| permission_field(facts, &wishes.object, field))
        .collect();
    fields.sort();
    fields.dedup();
    fields
}

/// Where a field's permission sits: on itself, on its compound field, or nowhere, when whoever has the object has the field.
fn permission_field(facts: &OrgFacts, object: &str, field: &str) -> Option<String> {
    let described = facts.fields.seen().ok();
    let find = |name: &str| described?.iter().find(|row| row.name.eq_ignore_ascii_case(name));
    let compound = match find(field) {
        Some(row) => row.compound.clone(),
        None => address_of(field),
    };
    let on = compound
        .as_deref()
        .filter(|compound| *compound != field)
        .unwrap_or(field);
    let permissionable = |name: &str| find(name).and_then(|row| row.permissionable);
    match (permissionable(on), permissionable(field)) {
        (Some(true), _) => Some(find(on).map_or(on, |row| row.name.as_str()).to_owned()),
        (Some(false), _) | (None, Some(false)) => None,
        (None, Some(true)) => Some(on.to_owned()),
        (None, None) if is_for_all(object, on) || is_for_all(object, field) => None,
        (None, None) => Some(on.to_owned()),
    }
}

/// The compound address that a part belongs to, where the object's description is not to be had.
fn address_of(field: &str) -> Option<String> {
    const PREFIXES: [&str; 5] = ["Mailing", "Other", "Billing", "Shipping", ""];
    const PARTS: [&str; 10] = [
        "Street",
        "City",
        "State",
        "PostalCode",
        "Country",
        "StateCode",
        "CountryCode",
        "Latitude",
        "Longitude",
        "GeocodeAccuracy",
    ];
    PREFIXES
        .into_iter()
        .find(|prefix| {
            field
                .strip_prefix(prefix)
                .is_some_and(|part| PARTS.contains(&part))
        })
        .map(|prefix| [prefix, "Address"].concat())
}

/// Fields that take no permission (Salesforce fact §7, seen), where the object's description is not to be had.
fn is_for_all(object: &str, field: &str) -> bool {
    let universally_required: &[&str] = match object {
        "Lead" => &["FirstName", "LastName", "Salutation", "Company", "Status"],
        "Contact" => &["FirstName", "LastName", "Salutation"],
        "Opportunity" => &["StageName", "CloseDate"],
        _ => &[],
    };
    ["Id", "OwnerId", "Name"].contains(&field) || universally_required.contains(&field)
}

/// The set itself grants the object and its fields.
pub(super) fn permission_set_access(case: Case) -> Verdict {
    let set = set(case)?;
    wanted_object(case)?;
    let objects = case.facts.own_object_permissions.seen()?;
    let mut proof = object_grants(case, objects.iter().filter(|row| row.parent_id == set.id))?;
    proof.extend(fields_granted(case, &case.facts.own_field_permissions, |row| {
        row.parent_id == set.id
    })?);
    Ok(proof)
}

/// The user's effective access covers the object: the union over all that is assigned, the profile's own set and groups
/// included (Salesforce fact §7, seen).
pub(super) fn object_access(case: Case) -> Verdict {
    let parents = effective_parents(case)?;
    let rows = case.facts.object_permissions.seen()?;
    let granted = object_grants(
        case,
        rows.iter()
            .filter(|row| parents.contains(&row.parent_id.as_str())),
    );
    unless_unassigned(case, granted)
}

/// The user's effective access covers the fields.
pub(super) fn field_access(case: Case) -> Verdict {
    let parents = effective_parents(case)?;
    let granted = fields_granted(case, &case.facts.field_permissions, |row| {
        parents.contains(&row.parent_id.as_str())
    });
    unless_unassigned(case, granted)
}

/// Missing access of a user who still lacks the set is the assignment's matter.
fn unless_unassigned(case: Case, granted: Verdict) -> Verdict {
    match granted {
        Err(Not::Wrong(..)) if assignment(case).is_err() => Err(Why::DependsOn(CheckId::Assignment).into()),
        other => other,
    }
}

fn effective_parents<'a>(case: Case<'a>) -> Result<Vec<&'a str>, Why> {
    integration_user(case)?;
    wanted_object(case)?;
    let assignments = case.facts.assignments.seen()?;
    Ok(assignments
        .iter()
        .filter(|one| counts(one, case.now))
        .map(|one| one.set_id.as_str())
        .collect())
}

fn wanted_object(case: Case) -> Result<(), Why> {
    if case.wishes.object.is_empty() {
        Err(Why::NothingToCheck)
    } else {
        Ok(())
    }
}

fn object_grants<'a>(case: Case, rows: impl Iterator<Item = &'a ObjectPermission>) -> Verdict {
    let (mut read, mut create, mut edit) = (false, false, false);
    for row in rows {
        read |= row.read;
        create |= row.create;
        edit |= row.edit;
    }
    let needed = [
        ("Read", read, true),
        ("Create", create, true),
        ("Edit", edit, case.wishes.edit),
    ];
    let names = |which: fn(&(&'static str, bool, bool)) -> bool| {
        needed
            .iter()
            .filter(|one| which(one))
            .map(|one| one.0)
            .collect::<Vec<_>>()
            .join(", ")
    };
    let source = ["ObjectPermissions ", &case.wishes.object].concat();
    let shown = vec![evidence(&source, &names(|one| one.1), &names(|one| one.2))];
    if needed.iter().all(|(_, has, needs)| *has || !needs) {
        Ok(shown)
    } else {
        wrong(Cause::ObjectPermissionMissing, shown)
    }
}

fn fields_granted(
    case: Case,
    rows: &Look<Vec<FieldPermission>>,
    counts: impl Fn(&FieldPermission) -> bool,
) -> Verdict {
    let needed = permission_fields(case.facts, case.wishes);
    let object = &case.wishes.object;
    if needed.is_empty() {
        let seen = if case.wishes.fields.is_empty() {
            return Ok(Vec::new());
        } else {
            "not needed"
        };
        return Ok(vec![evidence(&["FieldPermissions ", object].concat(), seen, "")]);
    }
    let rows = rows.seen()?;
    let missing: Vec<Evidence> = needed
        .iter()
        .filter_map(|field| {
            let of_field = || {
                rows.iter()
                    .filter(|row| counts(row) && row.field.eq_ignore_ascii_case(field))
            };
            let (read, edit) = (of_field().any(|row| row.read), of_field().any(|row| row.edit));
            let seen = match (read, edit) {
                (true, true) => return None,
                (true, false) => "Read",
                _ => "",
            };
            Some(evidence(
                &["FieldPermissions ", object, ".", field].concat(),
                seen,
                "Read, Edit",
            ))
        })
        .collect();
    if missing.is_empty() {
        Ok(vec![evidence(
            &["FieldPermissions ", object].concat(),
            &needed.join(", "),
            "",
        )])
    } else {
        wrong(Cause::FieldPermissionMissing, missing)
    }
}
