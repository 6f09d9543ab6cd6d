//! The form and its integration (Jotform facts §4, §5).

use simulated_org::start::QuestionStart;
use waymark_core::check::Cause::{
    AttachmentsOff, FormCloned, FormEncrypted, FormHipaa, FormPayment, MappingStale,
    UpdateWithoutSearchFields,
};

use super::Fault;
use super::Touched::{Access, Form, Set};
use super::access::upload;
use crate::more_healthy::update;
use crate::world::World;

const FORM: &[super::Touched] = &[Form];
const UPDATE: &[super::Touched] = &[Form, Access, Set];

pub(super) const FAULTS: &[Fault] = &[
    Fault::new(
        "leads are updated without their e-mail address",
        &[UpdateWithoutSearchFields],
        UPDATE,
        |world| {
            searching_without(world, "Email");
        },
    )
    .on(|world| world.writes("Lead")),
    Fault::new(
        "contacts are updated without their e-mail address",
        &[UpdateWithoutSearchFields],
        UPDATE,
        |world| {
            searching_without(world, "Email");
        },
    )
    .on(|world| world.writes("Contact")),
    Fault::new(
        "accounts are updated without their postal code",
        &[UpdateWithoutSearchFields],
        UPDATE,
        |world| {
            searching_without(world, "BillingPostalCode");
        },
    )
    .on(|world| world.writes("Account")),
    Fault::new(
        "accounts are updated without their city",
        &[UpdateWithoutSearchFields],
        UPDATE,
        |world| {
            searching_without(world, "BillingCity");
        },
    )
    .on(|world| world.writes("Account")),
    Fault::new("a mapped question was removed", &[MappingStale], FORM, |world| {
        world
            .form()
            .questions
            .retain(|question| question.kind != "control_phone");
    }),
    Fault::new(
        "the mapping names a question that never was",
        &[MappingStale],
        FORM,
        |world| {
            let first = world
                .integration()
                .mapping
                .iter()
                .next()
                .map(|(_, field)| field.clone());
            let field = first.unwrap_or_default();
            world.integration().mapping.retain(|_, mapped| *mapped != field);
            world.integration().mapping.insert("99".to_owned(), field);
        },
    ),
    Fault::new(
        "files are asked for, and attachments are off",
        &[AttachmentsOff],
        FORM,
        upload,
    ),
    Fault::new(
        "a signature and a file are asked for, and attachments are off",
        &[AttachmentsOff],
        FORM,
        |world| {
            upload(world);
            ask(world, "control_signature");
        },
    ),
    Fault::new("the form is encrypted", &[FormEncrypted], FORM, |world| {
        world.form().encrypted = true
    }),
    Fault::new("the form is on the host for HIPAA", &[FormHipaa], FORM, |world| {
        world.start.jotform.host = "hipaa.jotform.com".to_owned();
    }),
    Fault::new("the form takes payments", &[FormPayment], FORM, |world| {
        ask(world, "control_payment")
    }),
    Fault::new(
        "the form takes payments through Stripe",
        &[FormPayment],
        FORM,
        |world| ask(world, "control_stripe"),
    ),
    Fault::new(
        "the form takes payments through PayPal",
        &[FormPayment],
        FORM,
        |world| ask(world, "control_paypal"),
    ),
    Fault::new(
        "the form takes payments through Square",
        &[FormPayment],
        FORM,
        |world| ask(world, "control_square"),
    ),
    Fault::new("the form is a copy", &[FormCloned], FORM, |world| {
        world.form().cloned = true
    }),
];

fn ask(world: &mut World, kind: &str) {
    let id = (60 + world.form().questions.len()).to_string();
    world.form().questions.push(QuestionStart {
        label: "Beside".to_owned(),
        name: format!("beside{id}"),
        kind: kind.to_owned(),
        id,
        ..QuestionStart::default()
    });
}

fn searching_without(world: &mut World, field: &str) {
    update(world);
    world.integration().mapping.retain(|_, mapped| mapped != field);
}
