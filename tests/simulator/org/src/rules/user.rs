//! Users: unique names, seats, and what a new or changed user brings with it.

use serde_json::{Value, json};

use super::errors::{Errors, duplicate_nickname, duplicate_username};
use super::record;
use super::values::is_email;
use crate::Record;
use crate::error::ApiError;
use crate::org::Org;
use crate::store::Row;

/// The shortest time in which a nickname that Salesforce makes up is unique.
const NICKNAME_PREFIX: &str = "User";

impl Org {
    /// Whether a profile belongs to a user licence, as the page New User asks when it saves; ids of 15 or 18 characters.
    ///
    /// # Errors
    /// The error that the page shows at the field Profile.
    pub fn check_profile_of_license(&self, profile: &str, license: &str) -> Result<(), ApiError> {
        if self
            .license_of_profile(profile)
            .is_some_and(|own| crate::same_id(own, license))
        {
            return Ok(());
        }
        let message = "Profile: The profile doesn't belong to the selected user license.";
        Err(ApiError::new("FIELD_INTEGRITY_EXCEPTION", message).on("ProfileId"))
    }

    pub(super) fn check_new_user(&mut self, row: &mut Record) -> Result<(), Errors> {
        if row.text("CommunityNickname").is_none_or(str::is_empty) {
            let nickname = format!("{NICKNAME_PREFIX}{}", self.clock.now().timestamp_micros());
            row.insert("CommunityNickname".to_owned(), Value::from(nickname));
        }
        self.check_user_names(None, row)?;
        let profile = row.text("ProfileId").unwrap_or_default();
        if row.flag("IsActive")
            && let Some(license) = self.license_of_profile(profile)
        {
            self.require_user_seat(license)?;
        }
        complete(
            row,
            self.store
                .get("Profile", profile)
                .and_then(|profile| profile.get("UserType"))
                .cloned(),
        );
        Ok(())
    }

    pub(super) fn check_changed_user(
        &self,
        id: &str,
        before: &Record,
        row: &mut Record,
    ) -> Result<(), Errors> {
        self.check_user_names(Some(id), row)?;
        let license = |row: &Record| {
            row.text("ProfileId")
                .and_then(|profile| self.license_of_profile(profile))
        };
        let (old, new) = (license(before), license(row));
        if row.flag("IsActive")
            && (!before.flag("IsActive") || old != new)
            && let Some(license) = new
        {
            self.require_user_seat(license)?;
        }
        let profile = row.text("ProfileId").unwrap_or_default();
        complete(
            row,
            self.store
                .get("Profile", profile)
                .and_then(|profile| profile.get("UserType"))
                .cloned(),
        );
        Ok(())
    }

    fn check_user_names(&self, id: Option<&str>, row: &Record) -> Result<(), Errors> {
        let username = row.text("Username").unwrap_or_default();
        if !is_email(username) {
            let message = "Username must be in the form of an email address (for example, john@acme.com).";
            return Err(vec![
                ApiError::new("INVALID_EMAIL_ADDRESS", message).on("Username"),
            ]);
        }
        let taken_elsewhere = self
            .settings
            .taken_usernames
            .iter()
            .any(|taken| taken.eq_ignore_ascii_case(username));
        if taken_elsewhere || self.other_user_has(id, "Username", username) {
            return Err(duplicate_username());
        }
        let nickname = row.text("CommunityNickname").unwrap_or_default();
        if self.other_user_has(id, "CommunityNickname", nickname) {
            return Err(duplicate_nickname());
        }
        Ok(())
    }

    fn other_user_has(&self, id: Option<&str>, field: &str, text: &str) -> bool {
        let mut others = self.store.rows("User").filter(|user| user.text("Id") != id);
        others.any(|user| user.text(field).is_some_and(|own| own.eq_ignore_ascii_case(text)))
    }

    /// A new user gets a row for its login and its profile's own permission set.
    pub(super) fn user_was_created(&mut self, id: &str) {
        let now = self.clock.stamp();
        let login = json!({
            "UserId": id, "IsFrozen": false, "IsPasswordLocked": false, "CreatedDate": now,
            "LastModifiedDate": now, "SystemModstamp": now,
        });
        self.store.insert("UserLogin", "0Yw", record(login));
        let methods = json!({
            "UserId": id, "HasTotp": false, "HasUserVerifiedEmailAddress": false, "HasUserVerifiedMobileNumber": false,
            "HasSalesforceAuthenticator": false, "HasSecurityKey": false, "HasBuiltInAuthenticator": false,
            "HasTempCode": false,
        });
        self.store.insert("TwoFactorMethodsInfo", "0TF", record(methods));
        self.user_has_profile(id);
    }

    /// The user holds the permission set of its profile, and of no other profile.
    pub(super) fn user_has_profile(&mut self, id: &str) {
        let profile = self
            .store
            .get("User", id)
            .and_then(|user| user.text("ProfileId"))
            .map(str::to_owned);
        let owned = self
            .store
            .rows("PermissionSet")
            .filter(|row| row.flag("IsOwnedByProfile"));
        let sets: Vec<(String, bool)> = owned
            .map(|row| {
                (
                    row.text("Id").unwrap_or_default().to_owned(),
                    row.text("ProfileId") == profile.as_deref(),
                )
            })
            .collect();
        let of_a_profile = |set: &str| sets.iter().any(|(id, _)| id == set);
        let held = self
            .store
            .rows("PermissionSetAssignment")
            .filter(|row| row.text("AssigneeId") == Some(id));
        let stale: Vec<String> = held
            .filter(|row| row.text("PermissionSetId").is_some_and(of_a_profile))
            .filter_map(|row| row.text("Id").map(str::to_owned))
            .collect();
        for assignment in stale {
            self.store.remove("PermissionSetAssignment", &assignment);
        }
        if let Some((set, _)) = sets.iter().find(|(_, mine)| *mine) {
            let assignment = json!({"PermissionSetId": set, "AssigneeId": id, "IsActive": true});
            self.store
                .insert("PermissionSetAssignment", "0Pa", record(assignment));
        }
    }
}

/// Sets the full name and the type, which follow from other fields.
fn complete(row: &mut Record, user_type: Option<Value>) {
    let parts = [row.text("FirstName"), row.text("LastName")];
    let name = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    row.insert("Name".to_owned(), Value::from(name));
    row.insert(
        "UserType".to_owned(),
        user_type.unwrap_or_else(|| Value::from("Standard")),
    );
}
