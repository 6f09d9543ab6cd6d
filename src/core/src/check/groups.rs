//! The user's permission set groups.

use super::access;
use super::assignments::lives;
use super::effective::{Effective, effective, unmuted};
use super::judge::{Case, Verdict, evidence, nothing, unless};
use super::needs::permission_fields;
use super::users::the_user;
use super::{Cause, Evidence, Finding};

/// The user's groups are up to date, and mute nothing that the form needs.
pub(super) fn group(case: Case) -> Verdict {
    the_user(case)?;
    let source = "PermissionSetAssignment.PermissionSetGroupId";
    let assignments = case.facts.assignments.seen()?;
    let groups: Vec<&String> = assignments
        .iter()
        .filter(|one| lives(case, one))
        .filter_map(|one| one.group_id.as_ref())
        .collect();
    if groups.is_empty() {
        return nothing(source);
    }
    let components = case.facts.components.seen()?;
    let mut findings: Vec<Finding> = Vec::new();
    let mut named: Vec<&str> = Vec::new();
    for one in components.iter().filter(|one| groups.contains(&&one.group_id)) {
        if named.contains(&one.group_id.as_str()) {
            continue;
        }
        named.push(&one.group_id);
        if !one.group_status.is_empty() && one.group_status != "Updated" {
            let shown = evidence("PermissionSetGroup.Status", &one.group_status, "Updated");
            findings.push(Finding {
                cause: Cause::GroupStale,
                evidence: vec![shown, evidence("PermissionSetGroup", &one.group_label, "")],
            });
        }
    }
    findings.extend(muted(case));
    unless(findings, || vec![evidence(source, &groups.len().to_string(), "")])
}

/// What the form needs, the user would have, and a group's muting set takes away.
fn muted(case: Case) -> Option<Finding> {
    access::wanted_object(case).ok()?;
    let (with, without) = (effective(case).ok()?, unmuted(case).ok()?);
    let object = &case.wishes.object;
    let (has, would) = (with.object(object), without.object(object));
    let mut lost: Vec<Evidence> = Vec::new();
    let rights = [
        ("Read", has.read, would.read),
        ("Create", has.create || case.wishes.find, would.create),
        ("Edit", has.edit || !case.wishes.edit, would.edit),
    ];
    for (name, has, would) in rights {
        if would && !has {
            lost.push(evidence(&["ObjectPermissions ", object].concat(), "", name));
        }
    }
    let find = case.wishes.find;
    let is_open = |all: &Effective, field: &str| {
        let (read, edit) = all.field(object, field);
        edit || (read && find)
    };
    for field in permission_fields(case.facts, case.wishes) {
        if is_open(&without, &field) && !is_open(&with, &field) {
            let source = ["FieldPermissions ", object, ".", &field].concat();
            lost.push(evidence(&source, "", if find { "Read" } else { "Edit" }));
        }
    }
    (!lost.is_empty()).then_some(Finding {
        cause: Cause::GroupMuted,
        evidence: lost,
    })
}
