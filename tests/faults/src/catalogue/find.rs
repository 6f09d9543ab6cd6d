//! Records are only looked for: Jotform's action "Find existing record" (Jotform fact §2, Salesforce fact §7).

use simulated_org::start::ObjectRight::{self, Read};
use waymark_core::check::Cause::{
    FieldAbsent, FieldPermissionMissing, ObjectPermissionMissing, SharingPrivate, TokenUnused,
};

use super::Fault;
use super::Touched::{Access, App, Automation, Form, Proof, Set};
use super::access::granted_by_set;
use crate::world::{APP, World};

/// What is only found is not saved, so that no automation counts either.
const FIND: &[super::Touched] = &[Form, Access, Set, Proof, Automation];

pub(super) const FAULTS: &[Fault] = &[
    Fault::new(
        "a private default, and records are found",
        &[SharingPrivate],
        FIND,
        |world| {
            finds(world);
            let object = world.object().to_owned();
            world.start.org.sharing.insert(object, "None".to_owned());
        },
    )
    .on(|world| granted_by_set(world) && !world.writes("Contact")),
    Fault::new(
        "records are found by a field that may not be read",
        &[FieldPermissionMissing],
        FIND,
        |world| {
            finds(world);
            let set = world.set();
            let last = set.field_permissions.keys().next_back().cloned();
            set.field_permissions
                .retain(|field, _| Some(field) != last.as_ref());
        },
    )
    .on(granted_by_set),
    Fault::new(
        "records are to be found that may not be read",
        &[ObjectPermissionMissing],
        FIND,
        |world| {
            finds(world);
            world.set().object_permissions.clear();
            world.set().field_permissions.clear();
        },
    )
    .on(granted_by_set),
    Fault::new(
        "records are found by a field that is not there",
        &[FieldAbsent],
        FIND,
        |world| {
            finds(world);
            let gone = ("5".to_owned(), "Gone__c".to_owned());
            world.integration().mapping.extend([gone]);
        },
    )
    .on(granted_by_set),
    Fault::new(
        "records are to be found, and nothing was submitted yet",
        &[TokenUnused],
        &[Form, Access, Set, Proof, Automation, App],
        |world| {
            finds(world);
            world.before_connection();
            world.user().connected_to = vec![APP.to_owned()];
        },
    )
    .on(granted_by_set),
];

/// The form's integration only finds records, which takes no more than Read.
pub fn finds(world: &mut World) {
    world.integration().find = true;
    world.start.org.records.clear();
    let set = world.set();
    let only_read = |rights: &mut Vec<ObjectRight>| rights.retain(|right| *right == Read);
    set.object_permissions.values_mut().for_each(only_read);
    set.field_permissions.values_mut().for_each(only_read);
}
