//! Permission sets and muting sets: names, licences, and what goes with them.

use serde_json::Value;

use super::errors::{Errors, duplicate_name, integrity, no_such_reference, one};
use crate::Record;
use crate::org::Org;
use crate::store::Row;

impl Org {
    pub(super) fn check_new_set(&self, row: &mut Record) -> Result<(), Errors> {
        self.check_set(None, row)?;
        if let Some(license) = row.text("LicenseId") {
            let known = ["PermissionSetLicense", "UserLicense"]
                .iter()
                .any(|kind| self.store.get(kind, license).is_some());
            if !known {
                return Err(no_such_reference("LicenseId"));
            }
        }
        row.insert("IsCustom".to_owned(), Value::from(true));
        row.insert("IsOwnedByProfile".to_owned(), Value::from(false));
        Ok(())
    }

    /// The licence of a permission set never changes (Salesforce fact §4, seen).
    pub(super) fn check_changed_set(
        &self,
        id: &str,
        before: &Record,
        row: &mut Record,
    ) -> Result<(), Errors> {
        if before.text("LicenseId") != row.text("LicenseId") {
            return Err(integrity("You can't change the license of a permission set."));
        }
        if before.flag("IsOwnedByProfile") {
            return Ok(());
        }
        self.check_set(Some(id), row)
    }

    fn check_set(&self, id: Option<&str>, row: &mut Record) -> Result<(), Errors> {
        let name = row.text("Name").unwrap_or_default();
        check_api_name("Permission Set API Name", name)?;
        self.check_unique(id, "PermissionSet", "Name", name)?;
        let kind = if row.flag("HasActivationRequired") {
            "Session"
        } else {
            "Regular"
        };
        row.insert("Type".to_owned(), Value::from(kind));
        Ok(())
    }

    /// Groups and muting sets have names of the same kind.
    pub(super) fn check_developer_name(
        &self,
        id: Option<&str>,
        object: &str,
        row: &Record,
    ) -> Result<(), Errors> {
        let name = row.text("DeveloperName").unwrap_or_default();
        check_api_name("API Name", name)?;
        self.check_unique(id, object, "DeveloperName", name)
    }

    fn check_unique(&self, id: Option<&str>, object: &str, field: &str, name: &str) -> Result<(), Errors> {
        let mut others = self.store.rows(object).filter(|row| row.text("Id") != id);
        let taken = others.any(|row| row.text(field).is_some_and(|own| own.eq_ignore_ascii_case(name)));
        if taken {
            Err(duplicate_name(name, field))
        } else {
            Ok(())
        }
    }

    pub(super) fn check_deleted_set(&self, id: &str) -> Result<(), Errors> {
        if self
            .store
            .get("PermissionSet", id)
            .is_some_and(|row| row.flag("IsOwnedByProfile"))
        {
            return Err(integrity("You can't delete the permission set of a profile."));
        }
        if self
            .store
            .rows("PermissionSetAssignment")
            .any(|row| row.text("PermissionSetId") == Some(id))
        {
            let message = "You can't delete this permission set because it's assigned to users.";
            return Err(one("DELETE_FAILED", message));
        }
        Ok(())
    }

    /// The permissions of a set go with it.
    pub(super) fn set_was_deleted(&mut self, id: &str) {
        for object in ["ObjectPermissions", "FieldPermissions"] {
            let mine = self
                .store
                .rows(object)
                .filter(|row| row.text("ParentId") == Some(id));
            let ids: Vec<String> = mine.filter_map(|row| row.text("Id").map(str::to_owned)).collect();
            for row in ids {
                self.store.remove(object, &row);
            }
        }
    }
}

/// The rule for API names.
fn check_api_name(what: &str, name: &str) -> Result<(), Errors> {
    let word = |character: char| character.is_ascii_alphanumeric() || character == '_';
    let good = name
        .chars()
        .next()
        .is_some_and(|first| first.is_ascii_alphabetic())
        && name.chars().all(word)
        && !name.ends_with('_')
        && !name.contains("__");
    if good {
        return Ok(());
    }
    Err(integrity(format!(
        "The {what} can only contain underscores and alphanumeric characters. It must be unique, begin with a letter, \
         not include spaces, not end with an underscore, and not contain two consecutive underscores."
    )))
}
