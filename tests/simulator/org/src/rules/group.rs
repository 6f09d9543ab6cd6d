//! Permission set groups: the permission set that stands for each, and what goes with a change of its parts.

use serde_json::{Value, json};

use super::errors::{Errors, duplicate_value, one};
use super::record;
use crate::Record;
use crate::access::Grants;
use crate::org::Org;
use crate::schema::SYSTEM_PERMISSIONS;
use crate::store::Row;

impl Org {
    /// A new group gets the permission set that stands for it in assignments; it carries what the group grants.
    pub(super) fn group_was_created(&mut self, id: &str) {
        let Some(group) = self.store.get_mut("PermissionSetGroup", id) else {
            return;
        };
        group.insert("Status".to_owned(), Value::from("Updated"));
        let label = group.text("MasterLabel").unwrap_or_default().to_owned();
        let now = self.clock.stamp();
        let set = json!({
            "Name": format!("X{}", crate::id::short_id(id)), "Label": label, "PermissionSetGroupId": id,
            "IsOwnedByProfile": false, "IsCustom": true, "HasActivationRequired": false, "Type": "Group",
            "CreatedDate": now, "LastModifiedDate": now, "SystemModstamp": now,
        });
        self.store.insert("PermissionSet", "0PS", record(set));
    }

    /// A set joins a group once, and only if everybody in the group may hold it.
    pub(super) fn check_new_component(&self, row: &Record) -> Result<(), Errors> {
        let (group, set) = (row.text("PermissionSetGroupId"), row.text("PermissionSetId"));
        let same = |other: &&Record| {
            other.text("PermissionSetGroupId") == group && other.text("PermissionSetId") == set
        };
        if let Some(other) = self.store.rows("PermissionSetGroupComponent").find(same) {
            return Err(duplicate_value(
                "PermissionSetId",
                other.text("Id").unwrap_or_default(),
            ));
        }
        let Some(set) = set.and_then(|set| self.store.get("PermissionSet", set)) else {
            return Ok(());
        };
        for user in self.members(group.unwrap_or_default()) {
            if let Some(user) = self.store.get("User", &user) {
                self.check_license(set, user)?;
            }
        }
        Ok(())
    }

    /// Everybody in the group gets the licence of a set that joined it.
    pub(super) fn component_was_created(&mut self, id: &str) {
        let Some(row) = self.store.get("PermissionSetGroupComponent", id) else {
            return;
        };
        let set = row
            .text("PermissionSetId")
            .and_then(|set| self.store.get("PermissionSet", set));
        let license = set.and_then(|set| set.text("LicenseId")).map(str::to_owned);
        let members = self.members(row.text("PermissionSetGroupId").unwrap_or_default());
        if let Some(license) = license.filter(|id| self.store.get("PermissionSetLicense", id).is_some()) {
            for user in members {
                self.take_license(&user, &license);
            }
        }
    }

    fn members(&self, group: &str) -> Vec<String> {
        let held = self.store.rows("PermissionSetAssignment");
        let mine = held.filter(|row| row.text("PermissionSetGroupId") == Some(group));
        mine.filter_map(|row| row.text("AssigneeId").map(str::to_owned))
            .collect()
    }

    pub(super) fn check_deleted_group(&self, id: &str) -> Result<(), Errors> {
        if self.members(id).is_empty() {
            return Ok(());
        }
        Err(one(
            "DELETE_FAILED",
            "You can't delete this permission set group because it's assigned to users.",
        ))
    }

    /// The parts of a group and the set that stood for it go with it.
    pub(super) fn group_was_deleted(&mut self, id: &str) {
        for object in ["PermissionSetGroupComponent", "PermissionSet"] {
            let mine = self
                .store
                .rows(object)
                .filter(|row| row.text("PermissionSetGroupId") == Some(id));
            let ids: Vec<String> = mine.filter_map(|row| row.text("Id").map(str::to_owned)).collect();
            for row in ids {
                self.store.remove(object, &row);
                self.set_was_deleted(&row);
            }
        }
    }

    /// The sets that stand for groups carry what their groups grant now.
    pub(crate) fn refresh_groups(&mut self) {
        let groups: Vec<(String, String)> = self
            .store
            .rows("PermissionSet")
            .filter_map(|set| {
                Some((
                    set.text("Id")?.to_owned(),
                    set.text("PermissionSetGroupId")?.to_owned(),
                ))
            })
            .collect();
        for (set, group) in groups {
            let grants = self.group_grants(&group);
            self.set_was_deleted(&set);
            self.write_grants(&set, &grants);
        }
    }

    fn write_grants(&mut self, set: &str, grants: &Grants) {
        if let Some(row) = self.store.get_mut("PermissionSet", set) {
            for right in SYSTEM_PERMISSIONS {
                row.insert(
                    format!("Permissions{right}"),
                    Value::from(grants.system.contains(right)),
                );
            }
        }
        if !self.settings.unknowns.group_set_rows {
            return;
        }
        for (object, access) in grants.objects.iter().filter(|(_, access)| access.read) {
            let row = json!({
                "ParentId": set, "SobjectType": object, "PermissionsRead": access.read,
                "PermissionsCreate": access.create, "PermissionsEdit": access.edit, "PermissionsDelete": access.delete,
                "PermissionsViewAllRecords": access.view_all, "PermissionsModifyAllRecords": access.modify_all,
                "PermissionsViewAllFields": access.view_all_fields,
            });
            self.store.insert("ObjectPermissions", "110", record(row));
        }
        for (field, access) in grants
            .fields
            .iter()
            .filter(|(_, access)| access.read || access.edit)
        {
            let object = field.split('.').next().unwrap_or_default();
            let row = json!({
                "ParentId": set, "SobjectType": object, "Field": field, "PermissionsRead": access.read,
                "PermissionsEdit": access.edit,
            });
            self.store.insert("FieldPermissions", "01k", record(row));
        }
    }
}

/// Whether a change of this object's rows may change what a group grants.
pub(super) fn shapes_groups(object: &str) -> bool {
    let shapes = [
        "PermissionSet",
        "PermissionSetGroup",
        "PermissionSetGroupComponent",
        "MutingPermissionSet",
        "ObjectPermissions",
        "FieldPermissions",
    ];
    shapes.contains(&object)
}
