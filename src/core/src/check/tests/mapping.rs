//! The mapping, the form, and what the record holds in the end.

use super::*;
use CheckId::{Form as Sends, Mapping, Object, ProofValues};

fn field<'a>(facts: &'a mut OrgFacts, name: &str) -> &'a mut FieldDescription {
    match &mut facts.description {
        Look::Seen(description) => description
            .fields
            .iter_mut()
            .find(|field| field.name == name)
            .unwrap(),
        _ => panic!("not described"),
    }
}

fn question<'a>(wishes: &'a mut Wishes, id: &str) -> &'a mut Question {
    let form = wishes.form.as_mut().unwrap();
    form.questions
        .iter_mut()
        .find(|question| question.id == id)
        .unwrap()
}

fn map(wishes: &mut Wishes, question: &str, field: &str) {
    wishes.mapping.push(Mapped {
        question: question.into(),
        field: field.into(),
    });
}

fn of_object(facts: &mut OrgFacts, wishes: &mut Wishes, object: &str, fields: &[&str]) {
    wishes.object = object.into();
    wishes.fields = fields.iter().map(|field| (*field).to_owned()).collect();
    wishes.mapping.clear();
    facts.description = Look::Seen(Description {
        label: object.into(),
        fields: fields.iter().map(|field| described(field, false, None)).collect(),
        record_types: vec![],
    });
}

#[test]
fn fields_and_questions() {
    run(&[
        (
            "not there",
            Mapping,
            |_, w| map(w, "6", "Nothing__c"),
            Wrong(Cause::FieldAbsent),
        ),
        (
            "computed",
            Mapping,
            |f, _| field(f, "Company").derived = true,
            Wrong(Cause::FieldReadOnly),
        ),
        (
            "twice",
            Mapping,
            |_, w| map(w, "7", "Company"),
            Wrong(Cause::FieldMappedTwice),
        ),
        (
            "unmapped",
            Mapping,
            |f, _| field(f, "OwnerId").required = true,
            Wrong(Cause::RequiredFieldUnmapped),
        ),
        (
            "unmapped, where only the fields are known",
            Mapping,
            |_, w| {
                w.mapping.clear();
                w.fields = vec!["LastName".into()];
            },
            Wrong(Cause::RequiredFieldUnmapped),
        ),
        (
            "may stay empty",
            Mapping,
            |_, w| question(w, "6").required = false,
            Wrong(Cause::RequiredFieldOptionalQuestion),
        ),
        (
            "may be hidden",
            Mapping,
            |_, w| question(w, "6").conditional = true,
            Wrong(Cause::RequiredFieldConditional),
        ),
        (
            "hidden, but not needed",
            Mapping,
            |_, w| question(w, "7").conditional = true,
            Proven,
        ),
        (
            "another kind",
            Mapping,
            |f, _| field(f, "City").kind = "date".into(),
            Wrong(Cause::TypeConflict),
        ),
        (
            "too long",
            Mapping,
            |_, w| question(w, "7").kind = "control_textarea".into(),
            Wrong(Cause::FieldTooShort),
        ),
        (
            "no value of the picklist",
            Mapping,
            |f, w| {
                let city = field(f, "City");
                city.kind = "picklist".into();
                city.values = vec![("Rome".into(), "Rome".into())];
                city.restricted = true;
                question(w, "7").kind = "control_dropdown".into();
                question(w, "7").options = vec!["Rome".into(), "Paris".into()];
            },
            Wrong(Cause::PicklistValueOutside),
        ),
        (
            "states are a picklist",
            Mapping,
            |f, w| {
                if let Look::Seen(description) = &mut f.description {
                    description.fields.push(FieldDescription {
                        kind: "picklist".into(),
                        values: vec![("CA".into(), "California".into())],
                        restricted: true,
                        ..described("StateCode", true, Some("Address"))
                    });
                }
                map(w, "7", "StateCode");
            },
            Wrong(Cause::StateCountryOutside),
        ),
        (
            "the state's name, where states are a picklist",
            Mapping,
            |f, w| {
                if let Look::Seen(description) = &mut f.description {
                    description.fields.push(described("State", true, Some("Address")));
                    description.fields.push(FieldDescription {
                        kind: "picklist".into(),
                        values: vec![("CA".into(), "California".into())],
                        ..described("StateCode", true, Some("Address"))
                    });
                }
                map(w, "7", "State");
            },
            Wrong(Cause::StateCountryOutside),
        ),
        (
            "no mapping",
            Mapping,
            |_, w| {
                w.mapping.clear();
                w.fields.clear();
            },
            Unknown(Why::NothingToCheck),
        ),
        ("hidden", Mapping, |f, _| f.description = hidden(), hid()),
    ]);
}

#[test]
fn objects() {
    run(&[
        ("there", Object, |_, _| {}, Proven),
        (
            "a standard object is hidden",
            Object,
            |f, _| f.description = hidden(),
            hid(),
        ),
        (
            "no such object",
            Object,
            |f, w| {
                w.object = "Guest__c".into();
                f.description = hidden();
            },
            Wrong(Cause::ObjectAbsent),
        ),
        (
            "then nothing is mapped",
            Mapping,
            |f, w| {
                w.object = "Guest__c".into();
                f.description = hidden();
            },
            Unknown(Why::DependsOn(Object)),
        ),
        (
            "record types",
            Mapping,
            |f, _| {
                if let Look::Seen(description) = &mut f.description {
                    description.record_types = vec!["A".into(), "B".into()];
                }
            },
            Wrong(Cause::RecordTypeOpen),
        ),
        (
            "one record type",
            Mapping,
            |f, _| {
                if let Look::Seen(description) = &mut f.description {
                    description.record_types = vec!["A".into()];
                }
            },
            Proven,
        ),
        (
            "person accounts",
            Mapping,
            |f, w| {
                of_object(f, w, "Account", &["Name"]);
                if let Look::Seen(description) = &mut f.description {
                    description.fields.push(described("IsPersonAccount", false, None));
                }
            },
            Wrong(Cause::PersonAccount),
        ),
        (
            "business accounts",
            Mapping,
            |f, w| of_object(f, w, "Account", &["Name"]),
            Proven,
        ),
        (
            "campaign member",
            Mapping,
            |f, w| of_object(f, w, "CampaignMember", &["CampaignId"]),
            Wrong(Cause::CampaignMemberParent),
        ),
        (
            "campaign member of a lead",
            Mapping,
            |f, w| of_object(f, w, "CampaignMember", &["CampaignId", "LeadId"]),
            Proven,
        ),
    ]);
}

#[test]
fn the_form() {
    run(&[
        (
            "gone",
            Sends,
            |_, w| map(w, "99.first", "FirstName"),
            Wrong(Cause::MappingStale),
        ),
        (
            "files are not sent",
            Sends,
            |_, w| question(w, "7").kind = "control_fileupload".into(),
            Wrong(Cause::AttachmentsOff),
        ),
        (
            "files are sent",
            Sends,
            |_, w| {
                question(w, "7").kind = "control_fileupload".into();
                w.attachments = true;
            },
            Proven,
        ),
        (
            "payment",
            Sends,
            |_, w| question(w, "7").kind = "control_stripeACH".into(),
            Wrong(Cause::FormPayment),
        ),
        (
            "encrypted",
            Sends,
            |_, w| w.form.as_mut().unwrap().encrypted = true,
            Wrong(Cause::FormEncrypted),
        ),
        (
            "hipaa",
            Sends,
            |_, w| w.form.as_mut().unwrap().hipaa = true,
            Wrong(Cause::FormHipaa),
        ),
        (
            "copied",
            Sends,
            |_, w| w.form.as_mut().unwrap().cloned = true,
            Wrong(Cause::FormCloned),
        ),
        (
            "updating by last name and e-mail",
            Sends,
            |_, w| w.update = true,
            Proven,
        ),
        (
            "updating without e-mail",
            Sends,
            |_, w| {
                w.update = true;
                w.fields.retain(|field| field != "Email");
            },
            Wrong(Cause::UpdateWithoutSearchFields),
        ),
        (
            "that shows without the form",
            Sends,
            |_, w| {
                w.update = true;
                w.form = None;
                w.fields.retain(|field| field != "Email");
            },
            Wrong(Cause::UpdateWithoutSearchFields),
        ),
        (
            "no form",
            Sends,
            |_, w| w.form = None,
            Unknown(Why::NothingToCheck),
        ),
    ]);
}

#[test]
fn what_the_record_holds() {
    fn sent(facts: &mut OrgFacts, wishes: &mut Wishes, held: &str) {
        wishes.sent = vec![("Company".into(), "Acme".into())];
        if let Look::Seen(records) = &mut facts.proof_records {
            records[0].values = vec![("Company".into(), held.into())];
        }
    }
    run(&[
        ("the same", ProofValues, |f, w| sent(f, w, "Acme "), Proven),
        (
            "changed",
            ProofValues,
            |f, w| sent(f, w, "ACME Inc."),
            Wrong(Cause::ValueChanged),
        ),
        (
            "no record",
            ProofValues,
            |f, _| f.proof_records = Look::Seen(vec![]),
            Unknown(Why::DependsOn(CheckId::ProofRecord)),
        ),
        ("hidden", ProofValues, |f, _| f.proof_records = hidden(), hid()),
    ]);
}
