//! What is granted: by everything that is assigned to the user, by the journey's own set, and within groups.

use super::super::ask::{SubRequest, query};
use super::super::facts::OrgFacts;
use super::super::part::Part;
use super::super::soql::{is_api_name, list, quoted};
use crate::check::{Wishes, needed_objects, permission_fields};

/// What is assigned to the user, and what that grants.
pub(super) fn assigned(wishes: &Wishes, facts: &OrgFacts, user: &str) -> Vec<SubRequest> {
    let of_user = [
        "ParentId IN (SELECT PermissionSetId FROM PermissionSetAssignment WHERE AssigneeId = ",
        &quoted(user),
        ")",
    ]
    .concat();
    let mut parts = vec![query(
        Part::Assignments,
        &[
            "SELECT PermissionSetId, PermissionSet.Name, PermissionSet.Label, PermissionSet.IsOwnedByProfile, \
             PermissionSetGroupId, ExpirationDate, IsActive FROM PermissionSetAssignment WHERE AssigneeId = ",
            &quoted(user),
        ]
        .concat(),
    )];
    parts.extend(permissions(
        wishes,
        facts,
        &of_user,
        "",
        (Part::ObjectPermissions, Part::FieldPermissions),
    ));
    parts
}

/// What the journey's set itself grants, on whatever object.
pub(super) fn own(wishes: &Wishes, facts: &OrgFacts, set: &str) -> Vec<SubRequest> {
    if !is_api_name(&wishes.object) {
        return Vec::new();
    }
    let of_set = ["ParentId = ", &quoted(set)].concat();
    vec![
        query(
            Part::OwnObjectPermissions,
            &[OBJECT_PERMISSIONS, " FROM ObjectPermissions WHERE ", &of_set].concat(),
        ),
        query(
            Part::OwnFieldPermissions,
            &[
                FIELD_PERMISSIONS,
                " FROM FieldPermissions WHERE SobjectType IN ",
                &objects_of(wishes, facts),
                " AND ",
                &of_set,
            ]
            .concat(),
        ),
    ]
}

const OBJECT_PERMISSIONS: &str = "SELECT Id, ParentId, SobjectType, PermissionsRead, PermissionsCreate, PermissionsEdit, \
     PermissionsDelete, PermissionsViewAllRecords, PermissionsModifyAllRecords, PermissionsViewAllFields";

/// Queries of field permissions must select both names (Salesforce fact §7, seen).
const FIELD_PERMISSIONS: &str = "SELECT Id, ParentId, SobjectType, Field, PermissionsRead, PermissionsEdit";

/// A set within a group is not among those whose powers are asked for, so its rows tell themselves whether it grants at all.
const WAITS: &str = ", Parent.HasActivationRequired";

fn objects_of(wishes: &Wishes, facts: &OrgFacts) -> String {
    let objects = needed_objects(facts, wishes);
    list(objects.iter().map(String::as_str))
}

fn permissions(
    wishes: &Wishes,
    facts: &OrgFacts,
    parents: &str,
    waits: &str,
    (object_part, field_part): (Part, Part),
) -> Vec<SubRequest> {
    if !is_api_name(&wishes.object) {
        return Vec::new();
    }
    let objects = objects_of(wishes, facts);
    let mut parts = vec![query(
        object_part,
        &[
            OBJECT_PERMISSIONS,
            waits,
            " FROM ObjectPermissions WHERE SobjectType IN ",
            &objects,
            " AND ",
            parents,
        ]
        .concat(),
    )];
    let fields = permission_fields(facts, wishes);
    if !fields.is_empty() {
        let names: Vec<String> = fields
            .iter()
            .map(|field| [&wishes.object, ".", field].concat())
            .collect();
        parts.push(query(
            field_part,
            &[
                FIELD_PERMISSIONS,
                waits,
                " FROM FieldPermissions WHERE SobjectType IN ",
                &list([wishes.object.as_str()]),
                " AND Field IN ",
                &list(names.iter().map(String::as_str)),
                " AND ",
                parents,
            ]
            .concat(),
        ));
    }
    parts
}

/// What the sets of the user's groups grant and mute, for an org that does not tell it of the group itself.
pub(in super::super) fn in_groups(wishes: &Wishes, facts: &OrgFacts) -> Vec<SubRequest> {
    let sets: Vec<&str> = facts
        .components
        .seen()
        .into_iter()
        .flatten()
        .map(|component| component.set_id.as_str())
        .collect();
    if sets.is_empty() {
        return Vec::new();
    }
    let of_sets = ["ParentId IN ", &list(sets)].concat();
    permissions(
        wishes,
        facts,
        &of_sets,
        WAITS,
        (Part::GroupObjectPermissions, Part::GroupFieldPermissions),
    )
}
