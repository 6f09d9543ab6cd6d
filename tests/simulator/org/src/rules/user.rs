//! What a new or changed user brings with it.

use serde_json::{Value, json};

use crate::Record;
use crate::org::Org;
use crate::store::Row;

impl Org {
    /// A new user gets a row for its login and its profile's own permission set.
    pub(super) fn user_was_created(&mut self, id: &str) {
        let now = self.clock.stamp();
        let login = json!({
            "UserId": id, "IsFrozen": false, "IsPasswordLocked": false, "CreatedDate": now,
            "LastModifiedDate": now, "SystemModstamp": now,
        });
        self.store.insert("UserLogin", "0Yw", record(login));
        self.user_has_profile(id);
    }

    /// The user holds the permission set of its profile, and of no other profile.
    pub(super) fn user_has_profile(&mut self, id: &str) {
        let profile = self
            .store
            .get("User", id)
            .and_then(|user| user.text("ProfileId"))
            .map(str::to_owned);
        let own = |row: &&Record| row.flag("IsOwnedByProfile");
        let sets: Vec<(String, bool)> = self
            .store
            .rows("PermissionSet")
            .filter(own)
            .map(|row| {
                (
                    row.text("Id").unwrap_or_default().to_owned(),
                    row.text("ProfileId") == profile.as_deref(),
                )
            })
            .collect();
        let other = |set: &str| sets.iter().any(|(id, _)| id == set);
        let held = self
            .store
            .rows("PermissionSetAssignment")
            .filter(|row| row.text("AssigneeId") == Some(id));
        let stale: Vec<String> = held
            .filter(|row| row.text("PermissionSetId").is_some_and(other))
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

fn record(fields: Value) -> Record {
    fields
        .as_object()
        .cloned()
        .unwrap_or_default()
        .into_iter()
        .collect()
}
