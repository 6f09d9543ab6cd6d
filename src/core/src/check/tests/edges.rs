//! What a change of the rules in a single place would leave unnoticed elsewhere: whole tables, and the edges of numbers.

use super::super::kinds::{Fit, fit, is_of_list, is_state_or_country};
use super::super::needs::{needed_objects, parents, permission_fields};
use super::super::time::{is_over, moment};
use super::*;

/// Every type of question that Jotform has a field for (Jotform fact §3), without `control_`.
const KINDS: [&str; 24] = [
    "textbox",
    "textarea",
    "email",
    "phone",
    "fullname",
    "address",
    "number",
    "spinner",
    "rating",
    "scale",
    "slider",
    "autoincrement",
    "datetime",
    "birthdate",
    "appointment",
    "time",
    "dropdown",
    "radio",
    "checkbox",
    "matrix",
    "fileupload",
    "signature",
    "hidden",
    "widget",
];

fn asks(kind: &str, options: &[&str]) -> Question {
    Question {
        kind: ["control_", kind].concat(),
        options: options.iter().map(|option| (*option).to_owned()).collect(),
        ..Question::default()
    }
}

fn holds(kind: &str, length: usize) -> FieldDescription {
    FieldDescription {
        kind: kind.into(),
        length,
        ..FieldDescription::default()
    }
}

fn picks(restricted: bool, values: &[(&str, &str)]) -> FieldDescription {
    FieldDescription {
        restricted,
        values: values
            .iter()
            .map(|(value, label)| ((*value).to_owned(), (*label).to_owned()))
            .collect(),
        ..holds("picklist", 255)
    }
}

#[test]
fn moments_are_written_as_salesforce_does() {
    let moments = [
        (0, "1970-01-01T00:00:00"),
        (5_097_599_000, "1970-02-28T23:59:59"),
        (5_097_600_000, "1970-03-01T00:00:00"),
        (946_684_799_000, "1999-12-31T23:59:59"),
        (951_827_696_000, "2000-02-29T12:34:56"),
        (951_868_800_000, "2000-03-01T00:00:00"),
        (1_709_168_523_000, "2024-02-29T01:02:03"),
        (1_740_772_800_000, "2025-02-28T20:00:00"),
        (1_769_850_487_000, "2026-01-31T09:08:07"),
        (1_777_543_872_000, "2026-04-30T10:11:12"),
        (1_781_503_628_000, "2026-06-15T06:07:08"),
        (1_783_185_499_000, "2026-07-04T17:18:19"),
        (1_788_211_343_000, "2026-08-31T21:22:23"),
        (1_790_726_401_000, "2026-09-30T00:00:01"),
        (1_793_452_455_999, "2026-10-31T13:14:15"),
        (1_795_502_400_000, "2026-11-24T06:40:00"),
        (1_798_761_599_000, "2026-12-31T23:59:59"),
        (4_007_750_400_000, "2096-12-31T00:00:00"),
        (4_107_542_399_000, "2100-02-28T23:59:59"),
        (4_107_542_400_000, "2100-03-01T00:00:00"),
        (13_569_379_200_000, "2399-12-31T00:00:00"),
        (13_574_646_000_000, "2400-02-29T23:00:00"),
        (13_574_649_600_000, "2400-03-01T00:00:00"),
    ];
    for (milliseconds, written) in moments {
        assert_eq!(moment(milliseconds), written);
    }
}

#[test]
fn a_moment_is_over_from_itself_on() {
    let now = 1_795_502_400_000; // 2026-11-24T06:40:00
    for over in [
        "2026-11-24T06:40:00.000+0000",
        "2026-11-24T06:39:59.000Z",
        "2026-11-24",
        "2025-12-31",
    ] {
        assert!(is_over(over, now), "{over}");
    }
    for to_come in [
        "2026-11-24T06:40:01.000+0000",
        "2026-11-25",
        "2027-01-01T00:00:00Z",
    ] {
        assert!(!is_over(to_come, now), "{to_come}");
    }
}

#[test]
fn each_kind_of_field_takes_some_kinds_of_answer_and_no_others() {
    let of_numbers = ["number", "spinner", "rating", "scale", "slider", "autoincrement"];
    let of_dates = ["datetime", "birthdate", "appointment"];
    let numbers = ["int", "double", "currency", "percent", "long"];
    let mut takes: Vec<(&str, Vec<&str>)> = numbers.map(|kind| (kind, of_numbers.to_vec())).to_vec();
    takes.extend([
        ("date", of_dates.to_vec()),
        ("datetime", of_dates.to_vec()),
        ("time", [&["time"][..], &of_dates].concat()),
        ("boolean", vec!["dropdown", "radio", "checkbox", "matrix"]),
        ("email", vec!["email", "textbox"]),
        ("url", vec!["textbox", "fileupload", "signature"]),
        ("phone", vec!["phone", "textbox", "number"]),
        ("reference", vec!["dropdown", "radio", "textbox"]),
        ("id", vec!["dropdown", "radio", "textbox"]),
    ]);
    let words = ["textbox", "email", "phone", "fullname", "address"];
    let one = [&words[..], &of_numbers, &["dropdown", "radio"]].concat();
    takes.extend([("picklist", one.clone()), ("combobox", one)]);
    takes.push((
        "multipicklist",
        [&words[..], &["dropdown", "radio", "checkbox", "matrix"]].concat(),
    ));
    for (field, fitting) in takes {
        for kind in KINDS {
            let fits = fitting.contains(&kind) || ["hidden", "widget"].contains(&kind);
            let expected = if fits { Fit::Well } else { Fit::OtherKind };
            assert_eq!(
                fit(&asks(kind, &[]), &holds(field, 0)),
                expected,
                "{kind} into {field}"
            );
        }
    }
}

#[test]
fn what_is_longer_than_the_field_is_told_from_what_just_fits() {
    let edges = [
        ("textarea", "string", 999, Fit::TooLong),
        ("textarea", "textarea", 999, Fit::TooLong),
        ("textarea", "string", 1000, Fit::Well),
        ("textarea", "string", 0, Fit::Well),
        ("textarea", "encryptedstring", 5, Fit::Well),
        ("textbox", "string", 19, Fit::TooLong),
        ("textbox", "string", 20, Fit::Well),
        ("number", "string", 5, Fit::Well),
        ("hidden", "string", 5, Fit::Well),
    ];
    for (kind, field, length, expected) in edges {
        assert_eq!(
            fit(&asks(kind, &[]), &holds(field, length)),
            expected,
            "{kind} into {field} {length}"
        );
    }
    for kind in ["dropdown", "radio", "checkbox", "matrix"] {
        let question = asks(kind, &["One", "Seven", "Two"]);
        assert_eq!(fit(&question, &holds("string", 5)), Fit::Well, "{kind}");
        assert_eq!(fit(&question, &holds("string", 4)), Fit::TooLong, "{kind}");
    }
}

#[test]
fn only_a_restricted_list_refuses_what_it_does_not_hold() {
    let values = [("Web", "From the web"), (" Phone ", "By phone")];
    let restricted = picks(true, &values);
    let cases = [
        (asks("radio", &["Web", "Phone"]), &restricted, Fit::Well),
        (asks("radio", &["Web", "Fair"]), &restricted, Fit::Outside),
        (asks("radio", &["From the web"]), &restricted, Fit::Outside),
        (asks("textbox", &[]), &restricted, Fit::Outside),
        (asks("textbox", &[]), &picks(true, &[]), Fit::Well),
        (asks("radio", &["Fair"]), &picks(false, &values), Fit::Well),
        (asks("radio", &["Fair"]), &picks(true, &[]), Fit::Well),
    ];
    for (question, field, expected) in cases {
        assert_eq!(fit(&question, field), expected, "{question:?} into {field:?}");
    }
    let numbers = ["1", " -2.5 "];
    assert_eq!(fit(&asks("radio", &numbers), &holds("int", 0)), Fit::Well);
    assert_eq!(fit(&asks("checkbox", &numbers), &holds("int", 0)), Fit::OtherKind);
    assert_eq!(
        fit(&asks("radio", &["1", "two"]), &holds("int", 0)),
        Fit::OtherKind
    );
    for kind in ["radio", "checkbox"] {
        assert_eq!(fit(&asks(kind, &["Yes", "No"]), &holds("boolean", 0)), Fit::Well);
        assert_eq!(
            fit(&asks(kind, &["Yes", "No", "?"]), &holds("boolean", 0)),
            Fit::OtherKind
        );
    }
}

#[test]
fn lists_of_states_and_countries_take_values_and_labels() {
    let list = picks(false, &[("CA", "California")]);
    for (kind, options, known) in [
        ("dropdown", &["CA"][..], true),
        ("radio", &[" California "], true),
        ("dropdown", &["CA", "Bavaria"], false),
        ("hidden", &[], true),
        ("textbox", &[], false),
        ("checkbox", &["CA"], false),
    ] {
        assert_eq!(
            is_of_list(&asks(kind, options), &list),
            known,
            "{kind} {options:?}"
        );
    }
    for (name, is) in [
        ("State", true),
        ("MailingStateCode", true),
        ("BillingCountry", true),
        ("CountryCode", true),
        ("Status", false),
        ("PostalCode", false),
    ] {
        let named = FieldDescription {
            name: name.into(),
            ..FieldDescription::default()
        };
        assert_eq!(is_state_or_country(&named), is, "{name}");
    }
}

#[test]
fn objects_come_after_what_they_depend_on() {
    let needed = |object: &str, fields: &[(&str, &str)]| {
        let (mut facts, mut wishes) = (healthy(), wishes());
        wishes.object = object.into();
        wishes.fields = fields.iter().map(|(field, _)| (*field).to_owned()).collect();
        if let Look::Seen(description) = &mut facts.description {
            description.fields = fields
                .iter()
                .map(|(name, target)| FieldDescription {
                    name: (*name).into(),
                    reference_to: vec![(*target).into()],
                    ..FieldDescription::default()
                })
                .collect();
        }
        needed_objects(&facts, &wishes)
    };
    assert_eq!(needed("Lead", &[]), ["Lead"]);
    assert_eq!(needed("Contact", &[]), ["Account", "Contact"]);
    assert_eq!(needed("Opportunity", &[]), ["Account", "Opportunity"]);
    assert_eq!(needed("Case", &[]), ["Account", "Contact", "Case"]);
    assert_eq!(needed("CampaignMember", &[]), ["Campaign", "CampaignMember"]);
    let lookups = [
        ("OwnerId", "User"),
        ("Queue__c", "Group"),
        ("RecordTypeId", "RecordType"),
        ("Hours__c", "BusinessHours"),
    ];
    assert_eq!(needed("Lead", &lookups), ["Lead"], "everybody may read these");
    assert_eq!(
        needed(
            "Lead",
            &[
                ("Campaign__c", "Campaign"),
                ("Person__c", "Contact"),
                ("Account__c", "Account")
            ]
        ),
        ["Campaign", "Account", "Contact", "Lead"]
    );
    assert_eq!(parents("Lead"), [""; 0]);
}

#[test]
fn what_takes_no_permission_is_known_without_a_description() {
    let needed = |object: &str, fields: &[&str]| {
        let (mut facts, mut wishes) = (healthy(), wishes());
        facts.description = hidden();
        wishes.object = object.into();
        wishes.fields = fields.iter().map(|field| (*field).to_owned()).collect();
        permission_fields(&facts, &wishes)
    };
    let names = ["FirstName", "LastName", "Salutation"];
    assert_eq!(
        needed("Lead", &[&names[..], &["Company", "Status"]].concat()),
        [""; 0]
    );
    assert_eq!(needed("Contact", &names), [""; 0]);
    assert_eq!(needed("Contact", &["Company", "Status"]), ["Company", "Status"]);
    assert_eq!(needed("Opportunity", &["StageName", "CloseDate"]), [""; 0]);
    assert_eq!(needed("Case", &["Subject", "Id", "OwnerId", "Name"]), ["Subject"]);
    assert_eq!(
        needed("Signup__c", &["LastName", "StageName"]),
        ["LastName", "StageName"]
    );
    let parts = [
        "MailingStreet",
        "OtherCity",
        "BillingStateCode",
        "ShippingLatitude",
        "GeocodeAccuracy",
        "MailingName",
    ];
    assert_eq!(
        needed("Signup__c", &parts),
        [
            "Address",
            "BillingAddress",
            "MailingAddress",
            "MailingName",
            "OtherAddress",
            "ShippingAddress"
        ]
    );
}

#[test]
fn what_a_field_would_take_is_shown() {
    let shown = |change: fn(&mut FieldDescription)| {
        let (mut facts, wishes) = (healthy(), wishes());
        if let Look::Seen(description) = &mut facts.description {
            let city = description.fields.iter_mut().find(|field| field.name == "City");
            change(city.unwrap());
        }
        let report = answers(&facts, &wishes);
        match report.answer(CheckId::Mapping) {
            Some(Outcome::Wrong(findings)) => {
                let [finding] = findings.as_slice() else {
                    panic!("{findings:?}")
                };
                (finding.cause, finding.evidence[0].wanted.clone())
            }
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(
        shown(|city| city.length = 9),
        (Cause::FieldTooShort, "9".to_owned())
    );
    assert_eq!(
        shown(|city| city.kind = "date".into()),
        (Cause::TypeConflict, "date".to_owned())
    );
    let (cause, values) = shown(|city| {
        (city.kind, city.restricted) = ("picklist".into(), true);
        city.values = (0..12).map(|one| (one.to_string(), String::new())).collect();
    });
    assert_eq!(
        (cause, values.as_str()),
        (Cause::PicklistValueOutside, "0, 1, 2, 3, 4, 5, 6, 7, 8, 9")
    );
}
