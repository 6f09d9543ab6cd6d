//! Assignments of permission sets, groups and licences (Salesforce facts §4, §7).

use serde_json::Value;

use super::errors::{Errors, duplicate_value, integrity, missing, no_such_reference, not_allowed, one};
use crate::Record;
use crate::clock::parse_stamp;
use crate::id::short_id;
use crate::org::{Caller, Means, Org};
use crate::standard::INTEGRATION_LICENSE;
use crate::start::ObjectRight;
use crate::store::Row;

impl Org {
    pub(super) fn check_new_assignment(&self, caller: &Caller, row: &mut Record) -> Result<(), Errors> {
        let user_id = row.text("AssigneeId").unwrap_or_default().to_owned();
        let user = self
            .store
            .get("User", &user_id)
            .ok_or_else(|| no_such_reference("AssigneeId"))?;
        let over = row
            .text("ExpirationDate")
            .and_then(parse_stamp)
            .is_some_and(|end| end <= self.clock.now());
        if over && caller.means != Means::System {
            return Err(integrity(
                "Expiration Date: The expiration date must be in the future.",
            ));
        }
        if let Some(group) = row.text("PermissionSetGroupId").map(str::to_owned) {
            return self.check_group_assignment(&group, user, row);
        }
        let set_id = row
            .text("PermissionSetId")
            .ok_or_else(|| missing(vec!["PermissionSetId".to_owned()]))?;
        let set = self
            .store
            .get("PermissionSet", set_id)
            .ok_or_else(|| no_such_reference("PermissionSetId"))?;
        if set.flag("IsOwnedByProfile") {
            return Err(integrity(
                "You can't assign a permission set that belongs to a profile.",
            ));
        }
        if self.is_assigned(&user_id, "PermissionSetId", set_id) {
            let message = format!(
                "Duplicate PermissionSetAssignment. Assignee: {}; Permission Set: {}",
                short_id(&user_id),
                short_id(set_id)
            );
            return Err(one("DUPLICATE_VALUE", message));
        }
        self.check_license(set, user)
    }

    fn check_group_assignment(&self, group: &str, user: &Record, row: &mut Record) -> Result<(), Errors> {
        self.store
            .get("PermissionSetGroup", group)
            .ok_or_else(|| no_such_reference("PermissionSetGroupId"))?;
        let user_id = user.text("Id").unwrap_or_default();
        if self.is_assigned(user_id, "PermissionSetGroupId", group) {
            return Err(duplicate_value("PermissionSetGroupId", group));
        }
        for set in self.sets_of_group(group) {
            self.check_license(set, user)?;
        }
        if let Some(set) = self
            .store
            .find("PermissionSet", "PermissionSetGroupId", group)
            .and_then(|set| set.get("Id"))
        {
            row.insert("PermissionSetId".to_owned(), set.clone());
        }
        Ok(())
    }

    fn is_assigned(&self, user: &str, field: &str, id: &str) -> bool {
        let mut held = self.store.rows("PermissionSetAssignment");
        held.any(|row| row.text("AssigneeId") == Some(user) && row.text(field) == Some(id))
    }

    fn sets_of_group(&self, group: &str) -> Vec<&Record> {
        let components = self.store.rows("PermissionSetGroupComponent");
        let mine = components.filter(|row| row.text("PermissionSetGroupId") == Some(group));
        mine.filter_map(|row| self.store.get("PermissionSet", row.text("PermissionSetId")?))
            .collect()
    }

    /// The user's licences allow what the set grants.
    pub(super) fn check_license(&self, set: &Record, user: &Record) -> Result<(), Errors> {
        let user_id = user.text("Id").unwrap_or_default();
        if let Some(license) = set.text("LicenseId") {
            if self.store.get("PermissionSetLicense", license).is_some() {
                return if self.holds_license(user_id, license) {
                    Ok(())
                } else {
                    self.require_permission_seat(license)
                };
            }
            if self.license_of_user(user_id) != Some(license) {
                return Err(integrity(format!(
                    "Can't assign permission set \"{}\" to user \"{}\". The user license doesn't match the permission \
                     set's license.",
                    set.text("Label").unwrap_or_default(),
                    user.text("Name").unwrap_or_default(),
                )));
            }
        }
        match self.refused_permission(set.text("Id").unwrap_or_default(), user_id) {
            Some(permission) => Err(not_allowed(set, user, &permission)),
            None => Ok(()),
        }
    }

    /// The first permission of a set that the licences of a user do not allow, in the words of the page.
    fn refused_permission(&self, set: &str, user: &str) -> Option<String> {
        let mut rows = self
            .store
            .rows("ObjectPermissions")
            .filter(|row| row.text("ParentId") == Some(set));
        rows.find_map(|row| self.refused_right(row, user))
    }

    /// The first right of a row of object permissions that the licences of a user do not allow.
    pub(super) fn refused_right(&self, permissions: &Record, user: &str) -> Option<String> {
        if self.may_hold_object_permissions(user) {
            return None;
        }
        let object = self.schema.object(permissions.text("SobjectType")?)?;
        let right = OBJECT_RIGHTS
            .iter()
            .find(|(right, _)| permissions.flag(right.field()))?;
        Some(format!("{} {}", right.1, object.label_plural))
    }

    /// A user of the integration licence needs a permission set licence for any object (Salesforce fact §7, seen).
    fn may_hold_object_permissions(&self, user: &str) -> bool {
        let license = self
            .license_of_user(user)
            .and_then(|license| self.store.get("UserLicense", license));
        let bare = license.and_then(|row| row.text("Name")) == Some(INTEGRATION_LICENSE);
        let api = self.store.find(
            "PermissionSetLicense",
            "DeveloperName",
            "SalesforceAPIIntegrationPsl",
        );
        !bare
            || api
                .and_then(|row| row.text("Id"))
                .is_some_and(|license| self.holds_license(user, license))
    }

    /// Whoever gets a set (or a group's sets) gets their licences too.
    pub(super) fn assignment_was_created(&mut self, id: &str) {
        let Some(row) = self.store.get("PermissionSetAssignment", id) else {
            return;
        };
        let user = row.text("AssigneeId").unwrap_or_default().to_owned();
        let sets = match row.text("PermissionSetGroupId") {
            Some(group) => self.sets_of_group(group),
            None => row
                .text("PermissionSetId")
                .and_then(|set| self.store.get("PermissionSet", set))
                .into_iter()
                .collect(),
        };
        let licenses: Vec<String> = sets
            .into_iter()
            .filter_map(|set| set.text("LicenseId").map(str::to_owned))
            .collect();
        for license in licenses {
            if self.store.get("PermissionSetLicense", &license).is_some() {
                self.take_license(&user, &license);
            }
        }
        if let Some(row) = self.store.get_mut("PermissionSetAssignment", id) {
            row.insert("IsActive".to_owned(), Value::from(true));
        }
    }

    pub(super) fn check_deleted_assignment(&self, row: &Record) -> Result<(), Errors> {
        let set = row
            .text("PermissionSetId")
            .and_then(|set| self.store.get("PermissionSet", set));
        if set.is_some_and(|set| set.flag("IsOwnedByProfile")) {
            return Err(integrity(
                "You can't remove the permission set that belongs to the user's profile.",
            ));
        }
        Ok(())
    }

    pub(super) fn check_new_license_assignment(&self, row: &Record) -> Result<(), Errors> {
        let user = row.text("AssigneeId").unwrap_or_default();
        let license = row.text("PermissionSetLicenseId").unwrap_or_default();
        self.store
            .get("User", user)
            .ok_or_else(|| no_such_reference("AssigneeId"))?;
        self.store
            .get("PermissionSetLicense", license)
            .ok_or_else(|| no_such_reference("PermissionSetLicenseId"))?;
        if self.holds_license(user, license) {
            return Err(duplicate_value("PermissionSetLicenseId", license));
        }
        self.require_permission_seat(license)
    }

    /// A licence stays as long as a set of the user needs it.
    pub(super) fn check_deleted_license_assignment(&self, row: &Record) -> Result<(), Errors> {
        let (user, license) = (row.text("AssigneeId"), row.text("PermissionSetLicenseId"));
        let mut held = self
            .store
            .rows("PermissionSetAssignment")
            .filter(|held| held.text("AssigneeId") == user);
        let needed = held.any(|held| {
            let set = held
                .text("PermissionSetId")
                .and_then(|set| self.store.get("PermissionSet", set));
            set.is_some_and(|set| set.text("LicenseId") == license)
        });
        if needed {
            let message = "You can't remove this permission set license because the user has a permission set that \
                           requires it.";
            return Err(integrity(message));
        }
        Ok(())
    }
}

/// The rights of object permissions with the words that Salesforce puts before the object's plural label.
pub(super) const OBJECT_RIGHTS: [(ObjectRight, &str); 7] = [
    (ObjectRight::Read, "Read"),
    (ObjectRight::Create, "Create"),
    (ObjectRight::Edit, "Edit"),
    (ObjectRight::Delete, "Delete"),
    (ObjectRight::ViewAll, "View All"),
    (ObjectRight::ModifyAll, "Modify All"),
    (ObjectRight::ViewAllFields, "View All Fields"),
];
