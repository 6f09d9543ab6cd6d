//! Object and field permissions: what depends on what, and which fields carry permissions (Salesforce fact §7).

use super::assignment::OBJECT_RIGHTS;
use super::errors::{Errors, bad_choice, duplicate_value, integrity, no_such_reference, not_allowed};
use crate::Record;
use crate::org::Org;
use crate::schema::Object;
use crate::standard::INTEGRATION_LICENSE;
use crate::start::ObjectRight;
use crate::store::Row;

/// What each right on an object needs on the same object.
const NEEDS: [(ObjectRight, &[ObjectRight]); 6] = [
    (ObjectRight::Create, &[ObjectRight::Read]),
    (ObjectRight::Edit, &[ObjectRight::Read]),
    (ObjectRight::Delete, &[ObjectRight::Read, ObjectRight::Edit]),
    (ObjectRight::ViewAll, &[ObjectRight::Read]),
    (
        ObjectRight::ModifyAll,
        &[
            ObjectRight::Read,
            ObjectRight::Edit,
            ObjectRight::Delete,
            ObjectRight::ViewAll,
        ],
    ),
    (ObjectRight::ViewAllFields, &[ObjectRight::Read]),
];

impl Org {
    /// A new or changed row of object permissions; the id is that of a changed row.
    pub(super) fn check_object_permissions(&self, id: Option<&str>, row: &Record) -> Result<(), Errors> {
        let set_id = row.text("ParentId").unwrap_or_default();
        let set = self.parent_of_permissions(row)?;
        let name = row.text("SobjectType").unwrap_or_default();
        let known = self
            .schema
            .object(name)
            .filter(|object| !object.is_setup() && object.name == name);
        let object = known.ok_or_else(|| bad_choice("Sobject Type Name", "SobjectType", name))?;
        let same = |other: &&Record| {
            other.text("ParentId") == Some(set_id)
                && other.text("SobjectType") == Some(name)
                && other.text("Id") != id
        };
        if let Some(other) = self.store.rows("ObjectPermissions").find(same) {
            return Err(duplicate_value(
                "SobjectType",
                other.text("Id").unwrap_or_default(),
            ));
        }
        if self.store.get("MutingPermissionSet", set_id).is_some() {
            return Ok(());
        }
        self.check_needs(object, set_id, row)?;
        self.check_dependents(object, set_id, row)?;
        self.check_set_license(set, object, row)?;
        self.check_holders(set, row)
    }

    fn parent_of_permissions(&self, row: &Record) -> Result<&Record, Errors> {
        let id = row.text("ParentId").unwrap_or_default();
        let set = self
            .store
            .get("PermissionSet", id)
            .or_else(|| self.store.get("MutingPermissionSet", id));
        set.ok_or_else(|| no_such_reference("ParentId"))
    }

    /// Each right has the rights that it needs, on the object itself and on those it depends on.
    fn check_needs(&self, object: &Object, set: &str, row: &Record) -> Result<(), Errors> {
        for (right, needs) in NEEDS.iter().filter(|(right, _)| row.flag(right.field())) {
            let lacking: Vec<String> = needs
                .iter()
                .filter(|need| !row.flag(need.field()))
                .map(|need| named(*need, object))
                .collect();
            if !lacking.is_empty() {
                return Err(depends(&named(*right, object), &lacking));
            }
        }
        if row.flag("PermissionsRead") {
            let parents = object
                .depends_on
                .iter()
                .filter_map(|name| self.schema.object(name));
            let lacking: Vec<String> = parents
                .filter(|parent| !self.set_reads(set, &parent.name))
                .map(|parent| named(ObjectRight::Read, parent))
                .collect();
            if !lacking.is_empty() {
                return Err(depends(&named(ObjectRight::Read, object), &lacking));
            }
        }
        Ok(())
    }

    /// Reading is not taken away from an object that another, readable one depends on.
    fn check_dependents(&self, object: &Object, set: &str, row: &Record) -> Result<(), Errors> {
        if row.flag("PermissionsRead") {
            return Ok(());
        }
        let mut children = self
            .schema
            .objects()
            .filter(|child| child.depends_on.contains(&object.name));
        match children.find(|child| self.set_reads(set, &child.name)) {
            Some(child) => {
                let needed = [named(ObjectRight::Read, object)];
                Err(depends(&named(ObjectRight::Read, child), &needed))
            }
            None => Ok(()),
        }
    }

    fn set_reads(&self, set: &str, object: &str) -> bool {
        let mut rows = self
            .store
            .rows("ObjectPermissions")
            .filter(|row| row.text("ParentId") == Some(set));
        rows.any(|row| row.text("SobjectType") == Some(object) && row.flag("PermissionsRead"))
    }

    /// A set made for the look-alike user licence takes no object permissions at all (Salesforce fact §7, seen).
    fn check_set_license(&self, set: &Record, object: &Object, row: &Record) -> Result<(), Errors> {
        let license = set
            .text("LicenseId")
            .and_then(|license| self.store.get("UserLicense", license));
        if license.and_then(|row| row.text("Name")) != Some(INTEGRATION_LICENSE) {
            return Ok(());
        }
        match OBJECT_RIGHTS.iter().find(|(right, _)| row.flag(right.field())) {
            Some((_, word)) => Err(integrity(format!(
                "The user license doesn't allow the permission: {word} {}",
                object.label_plural
            ))),
            None => Ok(()),
        }
    }

    /// Everybody who holds a set without a licence may have what is added to it.
    fn check_holders(&self, set: &Record, row: &Record) -> Result<(), Errors> {
        if set.text("LicenseId").is_some() || set.flag("IsOwnedByProfile") {
            return Ok(());
        }
        let held = self.store.rows("PermissionSetAssignment");
        for assignment in held.filter(|held| held.text("PermissionSetId") == set.text("Id")) {
            let user = assignment.text("AssigneeId").unwrap_or_default();
            if let (Some(permission), Some(user)) =
                (self.refused_right(row, user), self.store.get("User", user))
            {
                return Err(not_allowed(set, user, &permission));
            }
        }
        Ok(())
    }

    /// Object permissions that others depend on are not deleted.
    pub(super) fn check_deleted_object_permissions(&self, row: &Record) -> Result<(), Errors> {
        let none = Record::new();
        let object = row.text("SobjectType").and_then(|name| self.schema.object(name));
        let muting = row
            .text("ParentId")
            .is_some_and(|set| self.store.get("MutingPermissionSet", set).is_some());
        match object {
            Some(object) if !muting => {
                self.check_dependents(object, row.text("ParentId").unwrap_or_default(), &none)
            }
            _ => Ok(()),
        }
    }

    /// A new or changed row of field permissions; the id is that of a changed row.
    pub(super) fn check_field_permissions(&self, id: Option<&str>, row: &Record) -> Result<(), Errors> {
        let set = row.text("ParentId").unwrap_or_default();
        self.parent_of_permissions(row)?;
        let (object_name, path) = (
            row.text("SobjectType").unwrap_or_default(),
            row.text("Field").unwrap_or_default(),
        );
        let known = self
            .schema
            .object(object_name)
            .filter(|object| !object.is_setup() && object.name == object_name);
        let object = known.ok_or_else(|| bad_choice("Sobject Type Name", "SobjectType", object_name))?;
        let name = path
            .strip_prefix(object_name)
            .and_then(|rest| rest.strip_prefix('.'));
        let field = name.and_then(|name| object.field(name).filter(|field| field.name == name));
        let field = field.filter(|field| field.permissionable && field.compound.is_none());
        let field = field.ok_or_else(|| bad_choice("Field Name", "Field", path))?;
        let same = |other: &&Record| {
            other.text("ParentId") == Some(set) && other.text("Field") == Some(path) && other.text("Id") != id
        };
        if let Some(other) = self.store.rows("FieldPermissions").find(same) {
            return Err(duplicate_value("Field", other.text("Id").unwrap_or_default()));
        }
        let muting = self.store.get("MutingPermissionSet", set).is_some();
        if !muting && row.flag("PermissionsEdit") && !row.flag("PermissionsRead") {
            let (edit, read) = (format!("Edit {}", field.label), format!("Read {}", field.label));
            return Err(depends(&edit, &[read]));
        }
        Ok(())
    }

    /// A row that grants nothing is not kept: no row means no access (Salesforce fact §7, seen).
    pub(super) fn drop_empty_permissions(&mut self, object: &str, id: &str) {
        let grants = |row: &Record| {
            row.iter()
                .any(|(name, value)| name.starts_with("Permissions") && *value == true)
        };
        if self.store.get(object, id).is_some_and(|row| !grants(row)) {
            self.store.remove(object, id);
        }
    }
}

fn named(right: ObjectRight, object: &Object) -> String {
    let word = OBJECT_RIGHTS
        .iter()
        .find(|(known, _)| *known == right)
        .map_or("", |(_, word)| *word);
    format!("{word} {}", object.label)
}

fn depends(permission: &str, on: &[String]) -> Errors {
    integrity(format!(
        "Permission {permission} depends on permission(s): {}",
        on.join(", ")
    ))
}
