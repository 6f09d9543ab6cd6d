//! Effective access: what a user may do, by everything that is assigned (Salesforce fact §7).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::Value;

use crate::Record;
use crate::clock::parse_stamp;
use crate::org::Org;
use crate::schema::{Field, Object, SYSTEM_PERMISSIONS, Schema};
use crate::store::Row;

/// What a user may do with the records of one object.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ObjectAccess {
    /// Read.
    pub read: bool,
    /// Create.
    pub create: bool,
    /// Edit.
    pub edit: bool,
    /// Delete.
    pub delete: bool,
    /// Read everybody's records, whatever sharing says.
    pub view_all: bool,
    /// Do everything with everybody's records, whatever sharing says.
    pub modify_all: bool,
    /// Read every field, whatever field permissions say.
    pub view_all_fields: bool,
}

impl ObjectAccess {
    /// Everything.
    pub(crate) const FULL: Self = Self {
        read: true,
        create: true,
        edit: true,
        delete: true,
        view_all: true,
        modify_all: true,
        view_all_fields: true,
    };
}

/// What a user may do with one field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FieldAccess {
    /// Read.
    pub read: bool,
    /// Edit; whether it may be given at creation or changed later is the field's own matter.
    pub edit: bool,
}

/// The effective access of one user, as it was when it was asked for.
#[derive(Clone, Debug)]
pub struct Access {
    schema: Arc<Schema>,
    grants: Grants,
}

/// Rights that add up.
#[derive(Clone, Debug, Default)]
pub(crate) struct Grants {
    pub(crate) system: BTreeSet<&'static str>,
    pub(crate) objects: BTreeMap<String, ObjectAccess>,
    pub(crate) fields: BTreeMap<String, FieldAccess>,
}

impl Grants {
    fn add(&mut self, other: Self) {
        self.system.extend(other.system);
        for (name, right) in other.objects {
            let mine = self.objects.entry(name).or_default();
            *mine = combine(*mine, right, |left, right| left || right);
        }
        for (name, right) in other.fields {
            let mine = self.fields.entry(name).or_default();
            *mine = FieldAccess {
                read: mine.read || right.read,
                edit: mine.edit || right.edit,
            };
        }
    }

    fn take(&mut self, muted: &Self) {
        self.system.retain(|right| !muted.system.contains(right));
        for (name, mine) in &mut self.objects {
            if let Some(muted) = muted.objects.get(name) {
                *mine = combine(*mine, *muted, |left, right| left && !right);
                // Every other right needs the one to read.
                if !mine.read {
                    *mine = ObjectAccess::default();
                }
            }
        }
        for (name, mine) in &mut self.fields {
            if let Some(muted) = muted.fields.get(name) {
                *mine = FieldAccess {
                    read: mine.read && !muted.read,
                    edit: mine.edit && !muted.edit,
                };
            }
        }
    }
}

fn combine(left: ObjectAccess, right: ObjectAccess, with: fn(bool, bool) -> bool) -> ObjectAccess {
    ObjectAccess {
        read: with(left.read, right.read),
        create: with(left.create, right.create),
        edit: with(left.edit, right.edit),
        delete: with(left.delete, right.delete),
        view_all: with(left.view_all, right.view_all),
        modify_all: with(left.modify_all, right.modify_all),
        view_all_fields: with(left.view_all_fields, right.view_all_fields),
    }
}

/// The rights of one row of `ObjectPermissions`.
pub(crate) fn object_access(row: &Record) -> ObjectAccess {
    ObjectAccess {
        read: row.flag("PermissionsRead"),
        create: row.flag("PermissionsCreate"),
        edit: row.flag("PermissionsEdit"),
        delete: row.flag("PermissionsDelete"),
        view_all: row.flag("PermissionsViewAllRecords"),
        modify_all: row.flag("PermissionsModifyAllRecords"),
        view_all_fields: row.flag("PermissionsViewAllFields"),
    }
}

impl Access {
    /// What the user may do with the records of an object; nothing where there is no such object.
    pub fn object(&self, name: &str) -> ObjectAccess {
        let Some(object) = self.schema.object(name) else {
            return ObjectAccess::default();
        };
        if object.is_setup() {
            self.setup_access(object)
        } else {
            self.data_access(object)
        }
    }

    fn setup_access(&self, object: &Object) -> ObjectAccess {
        let read = object.read_right.is_some_and(|right| self.has(right));
        let write = read && object.write_right.is_some_and(|right| self.has(right));
        ObjectAccess {
            read,
            create: write && object.createable,
            edit: write && object.updateable,
            delete: write && object.deletable,
            view_all: read,
            modify_all: write,
            view_all_fields: read,
        }
    }

    fn data_access(&self, object: &Object) -> ObjectAccess {
        let granted = self.grants.objects.get(&object.name).copied().unwrap_or_default();
        let everything = self.has("ModifyAllData");
        let see = everything || self.has("ViewAllData");
        ObjectAccess {
            read: granted.read || see,
            create: granted.create || everything,
            edit: granted.edit || everything,
            delete: granted.delete || everything,
            view_all: granted.view_all || granted.modify_all || see,
            modify_all: granted.modify_all || everything,
            view_all_fields: granted.view_all_fields,
        }
    }

    /// What the user may do with a field; nothing where the object may not be read.
    pub fn field(&self, object: &str, field: &str) -> FieldAccess {
        let Some(object) = self.schema.object(object) else {
            return FieldAccess::default();
        };
        let Some(field) = object.field(field) else {
            return FieldAccess::default();
        };
        self.field_of(object, field)
    }

    /// The same for a field that is at hand.
    pub fn field_of(&self, object: &Object, field: &Field) -> FieldAccess {
        let rights = self.object(&object.name);
        if !rights.read {
            return FieldAccess::default();
        }
        let writable = (field.createable && rights.create) || (field.updateable && rights.edit);
        if object.is_setup() || !field.permissionable {
            return FieldAccess {
                read: true,
                edit: writable,
            };
        }
        let carrier = field.compound.as_deref().unwrap_or(&field.name);
        let granted = self
            .grants
            .fields
            .get(&format!("{}.{carrier}", object.name))
            .copied()
            .unwrap_or_default();
        FieldAccess {
            read: granted.read || granted.edit || rights.view_all_fields,
            edit: granted.edit && writable,
        }
    }

    /// Whether the user has a system permission, named with or without `Permissions` before it.
    pub fn has(&self, system_permission: &str) -> bool {
        let name = system_permission
            .strip_prefix("Permissions")
            .unwrap_or(system_permission);
        self.grants.system.contains(name)
    }

    /// The user's system permissions, without `Permissions` before them.
    pub fn system_permissions(&self) -> impl Iterator<Item = &'static str> {
        self.grants.system.iter().copied()
    }
}

impl Org {
    /// The effective access of a user: profile, permission sets and groups together, minus what groups mute.
    pub fn access(&self, user_id: &str) -> Access {
        let mut grants = Grants::default();
        for assignment in self.live_assignments(user_id) {
            if let Some(group) = assignment.text("PermissionSetGroupId") {
                grants.add(self.group_grants(group));
            } else if let Some(set) = assignment.text("PermissionSetId") {
                grants.add(self.set_grants(set));
            }
        }
        Access {
            schema: Arc::clone(&self.schema),
            grants,
        }
    }

    /// The assignments of a user that have not ended.
    fn live_assignments<'a>(&'a self, user_id: &'a str) -> impl Iterator<Item = &'a Record> + 'a {
        let now = self.clock.now();
        self.store.rows("PermissionSetAssignment").filter(move |row| {
            let ended = row
                .text("ExpirationDate")
                .and_then(parse_stamp)
                .is_some_and(|end| end <= now);
            row.text("AssigneeId") == Some(user_id)
                && !ended
                && row.get("IsActive") != Some(&Value::Bool(false))
                && !row.flag("IsRevoked")
        })
    }

    /// The rights of a group: those of its sets, minus those of its muting set.
    pub(crate) fn group_grants(&self, group: &str) -> Grants {
        let (mut grants, mut muted) = (Grants::default(), Grants::default());
        let components = self.store.rows("PermissionSetGroupComponent");
        for component in components.filter(|row| row.text("PermissionSetGroupId") == Some(group)) {
            let Some(set) = component.text("PermissionSetId") else {
                continue;
            };
            if self.store.get("MutingPermissionSet", set).is_some() {
                muted.add(self.set_grants(set));
            } else {
                grants.add(self.set_grants(set));
            }
        }
        grants.take(&muted);
        grants
    }

    /// The rights of one permission set or muting set; one that needs a session to be activated gives none.
    pub(crate) fn set_grants(&self, set: &str) -> Grants {
        let mut grants = Grants::default();
        let row = self
            .store
            .get("PermissionSet", set)
            .or_else(|| self.store.get("MutingPermissionSet", set));
        let Some(row) = row.filter(|row| !row.flag("HasActivationRequired")) else {
            return grants;
        };
        let on = |right: &&'static str| row.flag(&format!("Permissions{right}"));
        grants.system = SYSTEM_PERMISSIONS
            .iter()
            .filter(|right| on(right))
            .copied()
            .collect();
        let mine = |row: &&Record| row.text("ParentId") == Some(set);
        for row in self.store.rows("ObjectPermissions").filter(mine) {
            if let Some(object) = row.text("SobjectType") {
                grants.objects.insert(object.to_owned(), object_access(row));
            }
        }
        for row in self.store.rows("FieldPermissions").filter(mine) {
            if let Some(field) = row.text("Field") {
                let access = FieldAccess {
                    read: row.flag("PermissionsRead"),
                    edit: row.flag("PermissionsEdit"),
                };
                grants.fields.insert(field.to_owned(), access);
            }
        }
        grants
    }
}
