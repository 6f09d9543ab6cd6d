//! Access to the object and its fields: what the set grants, and what reaches the user from everywhere.

use super::assignments::assignment;
use super::effective::{Effective, Rights, effective, unmuted};
use super::judge::{Case, Not, Verdict, evidence, finding, unless, wrong};
use super::mapping::object;
use super::needs::{ancestors, permission_fields};
use super::sets::set;
use super::users::the_user;
use super::{Cause, CheckId, Evidence, Finding, Why};

/// The set itself grants the object and its fields, or the user has them from elsewhere, which is as good.
pub(super) fn permission_set_access(case: Case) -> Verdict {
    let granted = granted_by_set(case);
    if !matches!(granted, Err(Not::Wrong(_))) || the_user(case).is_err() {
        return granted;
    }
    let elsewhere = [object_access(case), field_access(case)];
    if elsewhere.iter().all(Result::is_ok) {
        let source = ["ObjectPermissions ", &case.wishes.object].concat();
        return Ok(vec![evidence(&source, "PermissionSetAssignment", "")]);
    }
    for verdict in elsewhere {
        match verdict {
            // Whether it comes from elsewhere could not be seen.
            Err(Not::Known(why)) if !matches!(why, Why::DependsOn(_)) => return Err(why.into()),
            _ => {}
        }
    }
    granted
}

fn granted_by_set(case: Case) -> Verdict {
    let set = set(case)?;
    existing_object(case)?;
    let object = &case.wishes.object;
    let rows = case.facts.own_object_permissions.seen()?;
    let mut rights = Rights::default();
    for row in rows
        .iter()
        .filter(|row| row.parent_id == set.id && row.object == *object)
    {
        rights.read |= row.read;
        rights.create |= row.create;
        rights.edit |= row.edit;
        rights.view_all_fields |= row.view_all_fields;
    }
    let mut proof = object_grants(case, rights, case.wishes.edit)?;
    let fields = case.facts.own_field_permissions.seen();
    proof.extend(fields_granted(case, |field| {
        let mut granted = (rights.view_all_fields, false);
        let of_field = fields
            .clone()?
            .iter()
            .filter(|row| row.parent_id == set.id && row.field.eq_ignore_ascii_case(field));
        for row in of_field.filter(|row| row.object == *object) {
            granted = (granted.0 || row.read, granted.1 || row.edit);
        }
        Ok(granted)
    })?);
    Ok(proof)
}

/// The user's effective access covers the object and those that it depends on.
pub(super) fn object_access(case: Case) -> Verdict {
    let effective = reaching(case)?;
    let object = &case.wishes.object;
    let granted = object_grants(case, effective.object(object), case.wishes.update);
    let (proof, mut findings) = match granted {
        Ok(proof) => (proof, Vec::new()),
        Err(Not::Wrong(findings)) => (Vec::new(), findings),
        Err(other) => return Err(other),
    };
    findings.extend(unread_parents(object, &effective));
    if findings.is_empty() {
        return Ok(proof);
    }
    missing(case, &effective, findings, |all| {
        let rights = all.object(object);
        let creates = rights.create || case.wishes.find;
        rights.read && creates && unread_parents(object, all).is_empty()
    })
}

fn unread_parents(object: &str, effective: &Effective) -> Vec<Finding> {
    ancestors(object)
        .iter()
        .filter(|parent| !effective.object(parent).read)
        .map(|parent| {
            finding(
                Cause::ParentObjectMissing,
                evidence(&["ObjectPermissions ", parent].concat(), "", "Read"),
            )
        })
        .collect()
}

/// The user's effective access covers the fields.
pub(super) fn field_access(case: Case) -> Verdict {
    let effective = reaching(case)?;
    let object = &case.wishes.object;
    if !permission_fields(case.facts, case.wishes).is_empty() {
        case.facts.field_permissions.seen()?;
    }
    match fields_granted(case, |field| Ok(effective.field(object, field))) {
        Err(Not::Wrong(findings)) => missing(case, &effective, findings, |all| {
            fields_granted(case, |field| Ok(all.field(object, field))).is_ok()
        }),
        other => other,
    }
}

/// What reaches the user, for an object that is wanted.
pub(super) fn reaching(case: Case<'_>) -> Result<Effective<'_>, Why> {
    existing_object(case)?;
    effective(case)
}

/// There is an object to look at.
fn existing_object(case: Case) -> Result<(), Why> {
    wanted_object(case)?;
    match object(case) {
        Err(Not::Wrong(_)) => Err(Why::DependsOn(CheckId::Object)),
        _ => Ok(()),
    }
}

/// What is missing, unless another check says why: the set is not assigned, a group mutes it, or could not be looked into.
fn missing(
    case: Case,
    effective: &Effective,
    findings: Vec<Finding>,
    is_there: impl Fn(&Effective) -> bool,
) -> Verdict {
    if assignment(case).is_err() {
        return Err(Why::DependsOn(CheckId::Assignment).into());
    }
    if unmuted(case).is_ok_and(|all| is_there(&all)) {
        return Err(Why::DependsOn(CheckId::Group).into());
    }
    match &effective.unseen {
        Some(why) => Err(why.clone().into()),
        None => Err(Not::Wrong(findings)),
    }
}

pub(super) fn wanted_object(case: Case) -> Result<(), Why> {
    if case.wishes.object.is_empty() {
        Err(Why::NothingToCheck)
    } else {
        Ok(())
    }
}

fn object_grants(case: Case, rights: Rights, edit: bool) -> Verdict {
    let needed = [
        ("Read", rights.read, true),
        ("Create", rights.create, !case.wishes.find),
        ("Edit", rights.edit, edit),
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

/// `granted` tells of a field whether it may be read and edited.
fn fields_granted(case: Case, granted: impl Fn(&str) -> Result<(bool, bool), Why>) -> Verdict {
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
    let wanted = if case.wishes.find { "Read" } else { "Read, Edit" };
    let mut lacking: Vec<Evidence> = Vec::new();
    for field in &needed {
        let seen = match granted(field)? {
            (_, true) => continue,
            (true, false) if case.wishes.find => continue,
            (true, false) => "Read",
            (false, false) => "",
        };
        let source = ["FieldPermissions ", object, ".", field].concat();
        lacking.push(evidence(&source, seen, wanted));
    }
    let findings = if lacking.is_empty() {
        Vec::new()
    } else {
        vec![Finding {
            cause: Cause::FieldPermissionMissing,
            evidence: lacking,
        }]
    };
    unless(findings, || {
        vec![evidence(
            &["FieldPermissions ", object].concat(),
            &needed.join(", "),
            "",
        )]
    })
}
