//! Answers that do not fit their fields: types, lengths and picklists (Jotform facts §3, §5).

use waymark_core::check::Cause::{FieldTooShort, PicklistValueOutside, TypeConflict};

use super::Fault;
use super::access::granted_by_set;
use super::mapping::{FORM_AND_ACCESS, last_field};
use crate::more_healthy::{map_question, own_field};
use crate::world::World;

pub(super) const FAULTS: &[Fault] = &[
    Fault::new(
        "a long text goes into a number",
        &[TypeConflict],
        FORM_AND_ACCESS,
        |world| {
            typed(world, "double", "control_textarea");
        },
    )
    .on(granted_by_set),
    Fault::new(
        "a short text goes into a whole number",
        &[TypeConflict],
        FORM_AND_ACCESS,
        |world| {
            typed(world, "int", "control_textbox");
        },
    )
    .on(granted_by_set),
    Fault::new(
        "an e-mail address goes into a day",
        &[TypeConflict],
        FORM_AND_ACCESS,
        |world| {
            typed(world, "date", "control_email");
        },
    )
    .on(granted_by_set),
    Fault::new(
        "a name goes into an amount",
        &[TypeConflict],
        FORM_AND_ACCESS,
        |world| {
            typed(world, "currency", "control_fullname");
        },
    )
    .on(granted_by_set),
    Fault::new(
        "a telephone number goes into an e-mail address",
        &[TypeConflict],
        FORM_AND_ACCESS,
        |world| {
            typed(world, "email", "control_phone");
        },
    )
    .on(granted_by_set),
    Fault::new(
        "a long text goes into fifty characters",
        &[FieldTooShort],
        FORM_AND_ACCESS,
        |world| {
            short(world, 50, "control_textarea");
        },
    )
    .on(granted_by_set),
    Fault::new(
        "a long text goes into 255 characters",
        &[FieldTooShort],
        FORM_AND_ACCESS,
        |world| {
            short(world, 255, "control_textarea");
        },
    )
    .on(granted_by_set),
    Fault::new(
        "a choice is longer than its field",
        &[FieldTooShort],
        FORM_AND_ACCESS,
        |world| {
            own_field(world, "Short__c", "string", &[], false);
            last_field(world, |field| field.length = Some(10));
            map_question(
                world,
                "control_dropdown",
                "Short__c",
                &["By telephone, please", "By mail"],
            );
        },
    )
    .on(granted_by_set),
    Fault::new(
        "a choice is no value of a restricted picklist",
        &[PicklistValueOutside],
        FORM_AND_ACCESS,
        |world| {
            own_field(world, "Size__c", "picklist", &["Small", "Large"], true);
            map_question(
                world,
                "control_dropdown",
                "Size__c",
                &["Small", "Medium", "Large"],
            );
        },
    )
    .on(granted_by_set),
    Fault::new(
        "radio buttons offer none of the picklist's values",
        &[PicklistValueOutside],
        FORM_AND_ACCESS,
        |world| {
            own_field(world, "Colour__c", "picklist", &["Rot", "Blau"], true);
            map_question(world, "control_radio", "Colour__c", &["Red", "Blue"]);
        },
    )
    .on(granted_by_set),
    Fault::new(
        "check boxes offer more than a multi-select picklist",
        &[PicklistValueOutside],
        FORM_AND_ACCESS,
        |world| {
            own_field(world, "Days__c", "multipicklist", &["Mon", "Tue"], true);
            map_question(world, "control_checkbox", "Days__c", &["Mon", "Tue", "Wed"]);
        },
    )
    .on(granted_by_set),
];

fn typed(world: &mut World, kind: &str, question: &str) {
    own_field(world, "Odd__c", kind, &[], false);
    map_question(world, question, "Odd__c", &[]);
}

fn short(world: &mut World, length: usize, question: &str) {
    own_field(world, "Short__c", "string", &[], false);
    last_field(world, |field| field.length = Some(length));
    map_question(world, question, "Short__c", &[]);
}
