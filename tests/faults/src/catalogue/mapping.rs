//! The mapping against what the object is (Jotform facts §4, §5).

use serde_json::json;
use simulated_org::start::{IntegrationStart, ObjectRight};
use waymark_core::check::Cause::{
    CampaignMemberParent, FieldAbsent, FieldMappedTwice, FieldReadOnly, ObjectAbsent, PersonAccount,
    RecordTypeOpen, RequiredFieldConditional, RequiredFieldOptionalQuestion, RequiredFieldUnmapped,
    StateCountryOutside,
};

use super::Fault;
use super::Touched::{Access, Assignment, Automation, Form, Proof, Set};
use super::access::granted_by_set;
use crate::more_healthy::{map_question, own_field};
use crate::object::CUSTOM;
use crate::world::World;

const FORM: &[super::Touched] = &[Form];
pub(super) const FORM_AND_ACCESS: &[super::Touched] = &[Form, Access, Set, Assignment];
const OTHER_OBJECT: &[super::Touched] = &[Form, Access, Set, Assignment, Automation, Proof];

pub(super) const FAULTS: &[Fault] = &[
    Fault::new(
        "the object is not in the org",
        &[ObjectAbsent],
        OTHER_OBJECT,
        |world| {
            world.integration().object = "Enquiry__c".to_owned();
            world.wanted.marker.clear();
        },
    ),
    Fault::new("the object was renamed", &[ObjectAbsent], OTHER_OBJECT, |world| {
        world.integration().object = "Signups__c".to_owned();
        world.wanted.marker.clear();
    })
    .on(|world| world.writes(CUSTOM)),
    Fault::new("a mapped field was deleted", &[FieldAbsent], FORM, |world| {
        map_question(world, "control_textbox", "Gone__c", &[]);
    }),
    Fault::new(
        "a mapped field is of another object",
        &[FieldAbsent],
        FORM,
        |world| {
            map_question(world, "control_textbox", "StageName", &[]);
        },
    ),
    Fault::new(
        "a formula is mapped",
        &[FieldReadOnly],
        FORM_AND_ACCESS,
        |world| {
            own_field(world, "Score__c", "double", &[], false);
            last_field(world, |field| field.read_only = true);
            map_question(world, "control_number", "Score__c", &[]);
        },
    )
    .on(granted_by_set),
    Fault::new("the compound name is mapped", &[FieldReadOnly], FORM, |world| {
        map_question(world, "control_fullname", "Name", &[]);
    })
    .on(|world| world.writes("Lead") || world.writes("Contact")),
    Fault::new(
        "the compound address is mapped",
        &[FieldReadOnly],
        FORM,
        |world| {
            map_question(world, "control_address", "BillingAddress", &[]);
        },
    )
    .on(|world| world.writes("Account")),
    Fault::new("the case's number is mapped", &[FieldReadOnly], FORM, |world| {
        map_question(world, "control_textbox", "CaseNumber", &[]);
    })
    .on(|world| world.writes("Case")),
    Fault::new(
        "two questions go into the description",
        &[FieldMappedTwice],
        FORM,
        |world| {
            map_question(world, "control_textarea", "Description", &[]);
        },
    )
    .on(|world| !world.writes(CUSTOM)),
    Fault::new(
        "two questions go into the telephone number",
        &[FieldMappedTwice],
        FORM,
        |world| {
            map_question(world, "control_phone", "Phone", &[]);
        },
    )
    .on(|world| !world.writes(CUSTOM) && !world.writes("Case")),
    Fault::new(
        "the last name is not mapped",
        &[RequiredFieldUnmapped],
        FORM,
        |world| unmap(world, "LastName"),
    )
    .on(|world| world.writes("Lead") || world.writes("Contact")),
    Fault::new(
        "the company is not mapped",
        &[RequiredFieldUnmapped],
        FORM,
        |world| unmap(world, "Company"),
    )
    .on(|world| world.writes("Lead")),
    Fault::new(
        "the name is not mapped",
        &[RequiredFieldUnmapped],
        FORM,
        |world| unmap(world, "Name"),
    )
    .on(|world| world.writes("Account") || world.writes(CUSTOM)),
    Fault::new(
        "a required field of the org's own is not mapped",
        &[RequiredFieldUnmapped],
        FORM,
        |world| {
            let object = world.object().to_owned();
            own_required(world, &object);
        },
    ),
    Fault::new(
        "the question for a required field is optional",
        &[RequiredFieldOptionalQuestion],
        FORM,
        |world| {
            if let Some(question) = required_question(world) {
                question.required = false;
            }
        },
    )
    .on(has_required),
    Fault::new(
        "a required field of the org's own has an optional question",
        &[RequiredFieldOptionalQuestion],
        FORM,
        |world| {
            let object = world.object().to_owned();
            own_required(world, &object);
            map_question(world, "control_textbox", "Source_Code__c", &[]);
        },
    ),
    Fault::new(
        "the question for a required field may be hidden",
        &[RequiredFieldConditional],
        FORM,
        |world| {
            if let Some(question) = required_question(world) {
                question.conditional = true;
            }
        },
    )
    .on(has_required),
    Fault::new(
        "states are picklists, and the form takes any text",
        &[StateCountryOutside],
        FORM_AND_ACCESS,
        |world| {
            world.start.org.state_country_picklists = true;
            address(world, "8.state", "State");
        },
    )
    .on(|world| granted_by_set(world) && (world.writes("Contact") || world.writes("Account"))),
    Fault::new(
        "countries are picklists, and the form takes any text",
        &[StateCountryOutside],
        FORM_AND_ACCESS,
        |world| {
            world.start.org.state_country_picklists = true;
            address(world, "8.country", "Country");
        },
    )
    .on(|world| granted_by_set(world) && (world.writes("Contact") || world.writes("Account"))),
    Fault::new(
        "the object has two record types",
        &[RecordTypeOpen],
        FORM,
        |world| {
            let object = world.object().to_owned();
            for name in ["Web", "Partner"] {
                world.add(
                    "RecordType",
                    json!({"DeveloperName": name, "Name": name, "SobjectType": object}),
                );
            }
        },
    ),
    Fault::new(
        "person accounts, and the account's name is mapped",
        &[PersonAccount],
        FORM_AND_ACCESS,
        |world| {
            world.start.org.person_accounts = true;
            let read = vec![ObjectRight::Read];
            world.set().object_permissions.insert("Contact".to_owned(), read);
        },
    )
    .on(|world| world.writes("Account") && granted_by_set(world)),
    Fault::new(
        "a campaign member without lead and contact",
        &[CampaignMemberParent],
        OTHER_OBJECT,
        |world| {
            member(world, &[("9", "CampaignId"), ("7", "Status")]);
        },
    )
    .on(granted_by_set),
    Fault::new(
        "a campaign member of nothing but a status",
        &[CampaignMemberParent, RequiredFieldUnmapped],
        OTHER_OBJECT,
        |world| {
            member(world, &[("7", "Status")]);
        },
    )
    .on(granted_by_set),
];

/// Changes the field that was made last.
pub(super) fn last_field(
    world: &mut World,
    change: impl FnOnce(&mut simulated_org::start::CustomFieldStart),
) {
    let object = world.object().to_owned();
    let fields = world.start.org.custom_fields.get_mut(&object);
    if let Some(field) = fields.and_then(|fields| fields.last_mut()) {
        change(field);
    }
}

fn unmap(world: &mut World, field: &str) {
    world.integration().mapping.retain(|_, mapped| mapped != field);
}

fn own_required(world: &mut World, object: &str) {
    own_field(world, "Source_Code__c", "string", &[], false);
    last_field(world, |field| field.required = true);
    // A field that everybody must give takes no permission.
    world
        .set()
        .field_permissions
        .remove(&format!("{object}.Source_Code__c"));
    world
        .start
        .org
        .records
        .iter_mut()
        .for_each(|record| drop(record.fields.insert("Source_Code__c".to_owned(), json!("web"))));
}

fn required_field(object: &str) -> Option<&'static str> {
    match object {
        "Lead" => Some("Company"),
        "Contact" => Some("LastName"),
        "Account" | CUSTOM => Some("Name"),
        _ => None,
    }
}

fn has_required(world: &World) -> bool {
    required_field(world.object()).is_some()
}

fn required_question(world: &mut World) -> Option<&mut simulated_org::start::QuestionStart> {
    let field = required_field(world.object())?;
    let mapping = &world.integration().mapping;
    let source = mapping.iter().find(|(_, mapped)| *mapped == field)?.0.clone();
    let id = source.split('.').next().unwrap_or_default().to_owned();
    let questions = &mut world.form().questions;
    questions.iter_mut().find(|question| question.id == id)
}

fn address(world: &mut World, part: &str, field: &str) {
    let prefix = if world.writes("Contact") {
        "Mailing"
    } else {
        "Billing"
    };
    world
        .integration()
        .mapping
        .insert(part.to_owned(), format!("{prefix}{field}"));
}

/// The form makes campaign members.
fn member(world: &mut World, mapping: &[(&str, &str)]) {
    let form = crate::object::form("Case");
    world.form().questions = form.questions;
    let mapping = mapping
        .iter()
        .map(|(question, field)| ((*question).to_owned(), (*field).to_owned()));
    *world.integration() = IntegrationStart {
        object: "CampaignMember".to_owned(),
        mapping: mapping.collect(),
        ..world.integration().clone()
    };
    let set = world.set();
    set.object_permissions = [
        ("Campaign".to_owned(), vec![ObjectRight::Read]),
        (
            "CampaignMember".to_owned(),
            vec![ObjectRight::Read, ObjectRight::Create],
        ),
    ]
    .into();
    let both = vec![ObjectRight::Read, ObjectRight::Edit];
    set.field_permissions = [("CampaignMember.Status".to_owned(), both)].into();
    world.wanted.marker.clear();
}
