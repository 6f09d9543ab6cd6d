//! Effective access: the union over all that is assigned to a user, the profile's own set and groups included, minus what
//! groups mute (Salesforce fact §7, seen).

use super::Why;
use super::assignments::lives;
use super::judge::Case;
use super::users::the_user;
use super::wishes::Wishes;
use crate::org::{Assignment, Component, FieldPermission, ObjectPermission, OrgFacts, Powers};

/// What a user may do with the records of an object.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rights {
    /// Read.
    pub read: bool,
    /// Create.
    pub create: bool,
    /// Edit.
    pub edit: bool,
    /// Read everybody's records.
    pub view_all: bool,
    /// Do everything with everybody's records.
    pub modify_all: bool,
    /// Read every field, whatever the field permissions say.
    pub view_all_fields: bool,
}

impl Rights {
    fn of(row: &ObjectPermission) -> Rights {
        Rights {
            read: row.read,
            create: row.create,
            edit: row.edit,
            view_all: row.view_all,
            modify_all: row.modify_all,
            view_all_fields: row.view_all_fields,
        }
    }

    fn combine(self, other: Rights, with: fn(bool, bool) -> bool) -> Rights {
        Rights {
            read: with(self.read, other.read),
            create: with(self.create, other.create),
            edit: with(self.edit, other.edit),
            view_all: with(self.view_all, other.view_all),
            modify_all: with(self.modify_all, other.modify_all),
            view_all_fields: with(self.view_all_fields, other.view_all_fields),
        }
    }

    fn plus(self, other: Rights) -> Rights {
        self.combine(other, |one, other| one || other)
    }

    /// With reading goes everything else.
    fn minus(self, muted: Rights) -> Rights {
        if muted.read {
            return Rights::default();
        }
        self.combine(muted, |one, muted| one && !muted)
    }
}

/// Rows that grant together, and rows that take away from them.
#[derive(Default)]
struct Source<'a> {
    objects: Vec<&'a ObjectPermission>,
    fields: Vec<&'a FieldPermission>,
    muted_objects: Vec<&'a ObjectPermission>,
    muted_fields: Vec<&'a FieldPermission>,
}

/// All that reaches a user.
pub struct Effective<'a> {
    sources: Vec<Source<'a>>,
    view_all_data: bool,
    modify_all_data: bool,
    /// What a group grants could not be seen: nothing can be called missing.
    pub(super) unseen: Option<Why>,
}

/// What reaches the integration user; `None` where there is none, or where that could not be seen. `now` is in milliseconds
/// since 1970.
#[must_use]
pub fn access_of_user<'a>(facts: &'a OrgFacts, wishes: &'a Wishes, now: u64) -> Option<Effective<'a>> {
    effective(Case { facts, wishes, now }).ok()
}

/// What reaches the integration user.
pub(super) fn effective(case: Case<'_>) -> Result<Effective<'_>, Why> {
    collect(case, true)
}

/// The same as if no group muted anything.
pub(super) fn unmuted(case: Case<'_>) -> Result<Effective<'_>, Why> {
    collect(case, false)
}

fn collect(case: Case<'_>, mutes: bool) -> Result<Effective<'_>, Why> {
    the_user(case)?;
    let facts = case.facts;
    let powers: &[Powers] = facts.powers.seen().map_or(&[], Vec::as_slice);
    let needs_activation = |set: &str| {
        powers
            .iter()
            .any(|one| one.set_id == set && one.activation_required)
    };
    let live: Vec<&Assignment> = facts
        .assignments
        .seen()?
        .iter()
        .filter(|one| lives(case, one) && !needs_activation(&one.set_id))
        .collect();
    let objects: &[ObjectPermission] = facts.object_permissions.seen()?;
    // Not asked for where no field takes a permission.
    let fields: &[FieldPermission] = facts.field_permissions.seen().map_or(&[], Vec::as_slice);
    let held = |power: &str| {
        powers
            .iter()
            .any(|one| one.has(power) && live.iter().any(|assignment| assignment.set_id == one.set_id))
    };
    let mut found = Effective {
        sources: Vec::new(),
        view_all_data: held("ViewAllData"),
        modify_all_data: held("ModifyAllData"),
        unseen: None,
    };
    for assignment in live {
        let granted = Source {
            objects: of_sets(objects, &[&assignment.set_id], |row| &row.parent_id),
            fields: of_sets(fields, &[&assignment.set_id], |row| &row.parent_id),
            ..Source::default()
        };
        let told = !granted.objects.is_empty() || !granted.fields.is_empty();
        match &assignment.group_id {
            // An org may tell of the group as a whole what it grants, muting taken off already.
            Some(group) if !told || !mutes => match group_source(case, group, mutes) {
                Ok(source) => found.sources.push(source),
                Err(why) => found.unseen = Some(why),
            },
            _ => found.sources.push(granted),
        }
    }
    Ok(found)
}

fn group_source<'a>(case: Case<'a>, group: &str, mutes: bool) -> Result<Source<'a>, Why> {
    let facts = case.facts;
    let components = facts.components.seen()?;
    let ids = |muting: bool| -> Vec<&str> {
        components
            .iter()
            .filter(|one: &&Component| one.group_id == group && one.is_muting() == muting)
            .map(|one| one.set_id.as_str())
            .collect()
    };
    let (granting, muting) = (ids(false), if mutes { ids(true) } else { Vec::new() });
    if granting.is_empty() {
        return Ok(Source::default());
    }
    let objects = facts.group_object_permissions.seen()?;
    let fields: &[FieldPermission] = facts.group_field_permissions.seen().map_or(&[], Vec::as_slice);
    // A set that waits for an activated session grants nothing through a group either.
    let mut source = Source {
        objects: of_sets(objects, &granting, |row| &row.parent_id),
        fields: of_sets(fields, &granting, |row| &row.parent_id),
        muted_objects: of_sets(objects, &muting, |row| &row.parent_id),
        muted_fields: of_sets(fields, &muting, |row| &row.parent_id),
    };
    source.objects.retain(|row| !row.waits);
    source.fields.retain(|row| !row.waits);
    Ok(source)
}

fn of_sets<'a, T>(rows: &'a [T], sets: &[&str], parent: fn(&T) -> &String) -> Vec<&'a T> {
    rows.iter()
        .filter(|row| sets.contains(&parent(row).as_str()))
        .collect()
}

impl Effective<'_> {
    /// What the user may do with the records of an object.
    #[must_use]
    pub fn object(&self, name: &str) -> Rights {
        let sum = |rows: &[&ObjectPermission]| {
            rows.iter()
                .filter(|row| row.object == name)
                .fold(Rights::default(), |all, row| all.plus(Rights::of(row)))
        };
        let granted = self.sources.iter().fold(Rights::default(), |all, source| {
            all.plus(sum(&source.objects).minus(sum(&source.muted_objects)))
        });
        let everything = self.modify_all_data;
        let see = everything || self.view_all_data;
        granted.plus(Rights {
            read: see,
            create: everything,
            edit: everything,
            view_all: see || granted.modify_all,
            modify_all: everything,
            view_all_fields: false,
        })
    }

    /// Whether the user may read and edit a field that takes a permission.
    #[must_use]
    pub fn field(&self, object: &str, field: &str) -> (bool, bool) {
        let sum = |rows: &[&FieldPermission]| {
            rows.iter()
                .filter(|row| row.object == object && row.field.eq_ignore_ascii_case(field))
                .fold((false, false), |(read, edit), row| {
                    (read || row.read, edit || row.edit)
                })
        };
        let (read, edit) = self.sources.iter().fold((false, false), |all, source| {
            let (granted, muted) = (sum(&source.fields), sum(&source.muted_fields));
            (all.0 || (granted.0 && !muted.0), all.1 || (granted.1 && !muted.1))
        });
        (read || edit || self.object(object).view_all_fields, edit)
    }
}
