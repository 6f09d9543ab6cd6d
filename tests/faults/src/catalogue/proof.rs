//! The record of the test submission (Salesforce fact §7).

use serde_json::json;
use waymark_core::check::Cause::{ProofRecordAbsent, ProofRecordOtherUser, ValueChanged};

use super::Fault;
use super::Touched::Proof;
use crate::world::{ADMINISTRATOR, COLLEAGUE, World};

const PROOF: &[super::Touched] = &[Proof];

pub(super) const FAULTS: &[Fault] = &[
    Fault::new(
        "the test submission made no record",
        &[ProofRecordAbsent],
        PROOF,
        |world| {
            world.start.org.records.clear();
        },
    )
    .on(has_proof),
    Fault::new(
        "only another test's record is there",
        &[ProofRecordAbsent],
        PROOF,
        |world| {
            for value in world.proof().fields.values_mut() {
                if *value == json!(crate::world::MARKER) {
                    *value = json!("Waymark test 0000");
                }
            }
        },
    )
    .on(has_proof),
    Fault::new(
        "the administrator made the record",
        &[ProofRecordOtherUser],
        PROOF,
        |world| {
            world.proof().created_by = ADMINISTRATOR.to_owned();
        },
    )
    .on(has_proof),
    Fault::new(
        "a colleague made the record",
        &[ProofRecordOtherUser],
        PROOF,
        |world| {
            world.colleague();
            world.proof().created_by = COLLEAGUE.to_owned();
        },
    )
    .on(has_proof),
    Fault::new(
        "the integration user made one, and then the administrator another",
        &[ProofRecordOtherUser],
        PROOF,
        |world| {
            let mut later = world.proof().clone();
            later.created_by = ADMINISTRATOR.to_owned();
            world
                .proof()
                .fields
                .insert("CreatedDate".to_owned(), json!("2026-01-01T00:00:00.000+0000"));
            world.start.org.records.push(later);
        },
    )
    .on(has_proof),
    Fault::new("the record's text was changed", &[ValueChanged], PROOF, |world| {
        sent(world, "changed by a flow");
    })
    .on(has_proof),
    Fault::new("the record's text was emptied", &[ValueChanged], PROOF, |world| {
        sent(world, "")
    })
    .on(has_proof),
];

fn has_proof(world: &World) -> bool {
    !world.start.org.records.is_empty()
}

/// The record holds another long text than was sent.
fn sent(world: &mut World, text: &str) {
    let field = if world.object().ends_with("__c") {
        "Notes__c"
    } else {
        "Description"
    };
    world.proof().fields.insert(field.to_owned(), json!(text));
}
