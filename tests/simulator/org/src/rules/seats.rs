//! Seats: user licences and permission set licences run out separately (Salesforce fact §7, seen).

use serde_json::{Value, json};

use super::errors::{Errors, integrity, license_limit};
use super::record;
use crate::org::Org;
use crate::store::Row;

impl Org {
    /// The user licence that a profile belongs to.
    pub(crate) fn license_of_profile(&self, profile: &str) -> Option<&str> {
        self.store.get("Profile", profile)?.text("UserLicenseId")
    }

    /// The user licence of a user.
    pub(crate) fn license_of_user(&self, user: &str) -> Option<&str> {
        self.license_of_profile(self.store.get("User", user)?.text("ProfileId")?)
    }

    /// The user licence has a seat for one more active user.
    pub(super) fn require_user_seat(&self, license: &str) -> Result<(), Errors> {
        let row = self.store.get("UserLicense", license);
        let free = row.is_some_and(|row| row.text("Status") == Some("Active") && has_seat(row));
        if free { Ok(()) } else { Err(license_limit()) }
    }

    /// The permission set licence has a seat for one more user.
    pub(super) fn require_permission_seat(&self, license: &str) -> Result<(), Errors> {
        let Some(row) = self.store.get("PermissionSetLicense", license) else {
            return Err(license_limit());
        };
        let today = self.clock.now().format("%Y-%m-%d").to_string();
        let ended = row.text("ExpirationDate").is_some_and(|end| end < today.as_str());
        let label = row.text("MasterLabel").unwrap_or_default();
        if row.text("Status") != Some("Active") || ended {
            return Err(integrity(format!(
                "The permission set license {label} is expired or disabled."
            )));
        }
        if has_seat(row) {
            Ok(())
        } else {
            Err(license_limit())
        }
    }

    /// Whether a user holds a permission set licence.
    pub(super) fn holds_license(&self, user: &str, license: &str) -> bool {
        let mut held = self.store.rows("PermissionSetLicenseAssign");
        held.any(|row| {
            row.text("AssigneeId") == Some(user) && row.text("PermissionSetLicenseId") == Some(license)
        })
    }

    /// The user holds the permission set licence; a seat is taken if it did not (Salesforce fact §7, seen).
    pub(super) fn take_license(&mut self, user: &str, license: &str) {
        if !self.holds_license(user, license) {
            let now = self.clock.stamp();
            let row = json!({
                "AssigneeId": user, "PermissionSetLicenseId": license, "CreatedDate": now,
                "LastModifiedDate": now, "SystemModstamp": now,
            });
            self.store
                .insert("PermissionSetLicenseAssign", "2LA", record(row));
        }
    }

    /// Brings the seats in use of every licence up to date.
    pub(super) fn count_seats(&mut self) {
        let active = self.store.rows("User").filter(|user| user.flag("IsActive"));
        let used: Vec<String> = active
            .filter_map(|user| {
                self.license_of_profile(user.text("ProfileId")?)
                    .map(str::to_owned)
            })
            .collect();
        self.set_used("UserLicense", &used);
        let assigned = self.store.rows("PermissionSetLicenseAssign");
        let used: Vec<String> = assigned
            .filter_map(|row| row.text("PermissionSetLicenseId").map(str::to_owned))
            .collect();
        self.set_used("PermissionSetLicense", &used);
    }

    fn set_used(&mut self, object: &str, used: &[String]) {
        let ids: Vec<String> = self
            .store
            .rows(object)
            .filter_map(|row| row.text("Id").map(str::to_owned))
            .collect();
        for id in ids {
            let count = used.iter().filter(|license| **license == id).count();
            if let Some(row) = self.store.get_mut(object, &id) {
                row.insert("UsedLicenses".to_owned(), Value::from(count));
            }
        }
    }
}

fn has_seat(row: &crate::Record) -> bool {
    row.number("UsedLicenses") < row.number("TotalLicenses")
}
