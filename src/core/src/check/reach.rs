//! What the user needs beside the object itself: lookups, files, the package's licence, and others' records.

use super::access::reaching;
use super::judge::{Case, Verdict, evidence, finding, nothing, unless, wrong};
use super::needs::{parents, targets};
use super::users::the_user;
use super::{Cause, Finding};
use crate::org::namespace;

/// What mapped lookups point to can be read.
pub(super) fn references(case: Case) -> Verdict {
    let effective = reaching(case)?;
    case.facts.description.seen()?;
    let targets = targets(case.facts, case.wishes);
    if targets.is_empty() {
        return nothing("referenceTo");
    }
    let source = |target: &str| ["ObjectPermissions ", target].concat();
    let unread: Vec<Finding> = targets
        .iter()
        .filter(|(_, target)| !effective.object(target).read)
        .map(|(field, target)| {
            let seen = [&case.wishes.object, ".", field].concat();
            let mut found = finding(
                Cause::LookupTargetUnreadable,
                evidence(&source(target), "", "Read"),
            );
            found.evidence.push(evidence("referenceTo", &seen, target));
            found
        })
        .collect();
    if let (false, Some(why)) = (unread.is_empty(), &effective.unseen) {
        return Err(why.clone().into());
    }
    unless(unread, || {
        targets
            .iter()
            .map(|(_, target)| evidence(&source(target), "Read", "Read"))
            .collect()
    })
}

/// Files can be attached, which takes Edit on the record that they are attached to (inferred).
pub(super) fn files(case: Case) -> Verdict {
    let source = ["ObjectPermissions ", &case.wishes.object].concat();
    if !case.wishes.attachments {
        return nothing(&source);
    }
    let effective = reaching(case)?;
    if effective.object(&case.wishes.object).edit {
        return Ok(vec![evidence(&source, "Edit", "Edit")]);
    }
    match effective.unseen {
        Some(why) => Err(why.into()),
        None => wrong(Cause::FilesNotCreatable, vec![evidence(&source, "", "Edit")]),
    }
}

/// The user holds the licence of the package that the object came with, where one is needed.
pub(super) fn package(case: Case) -> Verdict {
    let source = "UserPackageLicense";
    let Some(namespace) = namespace(&case.wishes.object) else {
        return nothing(source);
    };
    the_user(case)?;
    let licences = case.facts.package_licences.seen()?;
    // Without a row, or without a limit, everybody may use the package.
    let Some(licence) = licences
        .iter()
        .find(|licence| licence.allowed.is_some_and(|seats| seats >= 0))
    else {
        return Ok(vec![evidence("PackageLicense", namespace, "")]);
    };
    if case.facts.package_users.seen()?.contains(&licence.id) {
        return Ok(vec![evidence(source, namespace, namespace)]);
    }
    wrong(Cause::PackageLicenceAbsent, vec![evidence(source, "", namespace)])
}

/// The user finds the records that are to be updated or found: with private sharing only its own (Salesforce fact §7, seen).
pub(super) fn sharing(case: Case) -> Verdict {
    let source = "EntityDefinition.InternalSharingModel";
    if !(case.wishes.update || case.wishes.find) {
        return nothing(source);
    }
    let effective = reaching(case)?;
    let object = &case.wishes.object;
    let rows = case.facts.sharing.seen()?;
    let model_of = |name: &str| {
        let row = rows.iter().find(|row| row.object == name);
        row.map(|row| row.model.as_str()).unwrap_or_default()
    };
    let by_parent = |model: &str| model == "ControlledByParent";
    let model = match parents(object).first() {
        Some(parent) if by_parent(model_of(object)) => model_of(parent),
        _ => model_of(object),
    };
    let rights = effective.object(object);
    if model != "Private" || rights.view_all || rights.modify_all {
        return Ok(vec![evidence(source, model, "")]);
    }
    match effective.unseen {
        Some(why) => Err(why.into()),
        None => wrong(Cause::SharingPrivate, vec![evidence(source, model, "")]),
    }
}
