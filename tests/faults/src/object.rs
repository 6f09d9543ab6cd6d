//! The objects that forms write, each with its questions, mapping and the access that both need.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use simulated_org::start::{
    CustomFieldStart, CustomObjectStart, FormStart, IntegrationStart, ObjectRight, QuestionStart, RecordStart,
};

use crate::world::{MARKER, USER};

/// API name of the object that is not standard.
pub const CUSTOM: &str = "Signup__c";

/// The objects that forms write here.
pub const OBJECTS: [&str; 5] = ["Lead", "Contact", "Account", "Case", CUSTOM];

/// Question or part, field, and the field or compound field on which its permission sits (none: on nothing).
type Line = (&'static str, &'static str, Option<&'static str>);

/// What is mapped for an object.
fn lines(object: &str) -> &'static [Line] {
    match object {
        "Contact" => &[
            ("3.first", "FirstName", None),
            ("3.last", "LastName", None),
            ("4", "Email", Some("Email")),
            ("5", "Phone", Some("Phone")),
            ("7", "Description", Some("Description")),
            ("8.city", "MailingCity", Some("MailingAddress")),
        ],
        "Account" => &[
            ("6", "Name", None),
            ("5", "Phone", Some("Phone")),
            ("7", "Description", Some("Description")),
            ("8.city", "BillingCity", Some("BillingAddress")),
            ("8.postal", "BillingPostalCode", Some("BillingAddress")),
        ],
        "Case" => &[
            ("9", "Subject", Some("Subject")),
            ("4", "SuppliedEmail", Some("SuppliedEmail")),
            ("5", "SuppliedPhone", Some("SuppliedPhone")),
            ("7", "Description", Some("Description")),
        ],
        CUSTOM => &[
            ("9", "Name", None),
            ("4", "Email__c", Some("Email__c")),
            ("5", "Phone__c", Some("Phone__c")),
            ("7", "Notes__c", Some("Notes__c")),
        ],
        _ => &[
            ("3.first", "FirstName", None),
            ("3.last", "LastName", None),
            ("4", "Email", Some("Email")),
            ("5", "Phone", Some("Phone")),
            ("6", "Company", None),
            ("7", "Description", Some("Description")),
        ],
    }
}

/// The objects that reading this one depends on (Salesforce fact §7, seen).
pub fn parents(object: &str) -> &'static [&'static str] {
    match object {
        "Contact" => &["Account"],
        "Case" => &["Account", "Contact"],
        _ => &[],
    }
}

/// The form with its integration.
pub fn form(object: &str) -> FormStart {
    let used: Vec<&str> = lines(object)
        .iter()
        .map(|(question, ..)| question.split('.').next().unwrap_or(question))
        .collect();
    let questions = questions().into_iter();
    FormStart {
        questions: questions
            .filter(|question| used.contains(&question.id.as_str()))
            .collect(),
        integrations: vec![IntegrationStart {
            connected_as: USER.to_owned(),
            object: object.to_owned(),
            mapping: lines(object)
                .iter()
                .map(|(question, field, _)| ((*question).to_owned(), (*field).to_owned()))
                .collect(),
            ..IntegrationStart::default()
        }],
        ..FormStart::default()
    }
}

fn questions() -> Vec<QuestionStart> {
    [
        ("3", "control_fullname", "Full Name", "fullName", true),
        ("4", "control_email", "Email", "email", true),
        ("5", "control_phone", "Phone Number", "phoneNumber", false),
        ("6", "control_textbox", "Company", "company", true),
        ("7", "control_textarea", "Message", "message", false),
        ("8", "control_address", "Address", "address", false),
        ("9", "control_textbox", "Subject", "subject", true),
    ]
    .into_iter()
    .map(|(id, kind, label, name, required)| QuestionStart {
        id: id.to_owned(),
        kind: kind.to_owned(),
        label: label.to_owned(),
        name: name.to_owned(),
        required,
        ..QuestionStart::default()
    })
    .collect()
}

/// What a set needs to grant on objects: Edit only where records are changed.
pub fn object_permissions(object: &str, edit: bool) -> BTreeMap<String, Vec<ObjectRight>> {
    let mut rights = vec![ObjectRight::Read, ObjectRight::Create];
    if edit {
        rights.push(ObjectRight::Edit);
    }
    let mut all = BTreeMap::from([(object.to_owned(), rights)]);
    for parent in parents(object) {
        all.insert((*parent).to_owned(), vec![ObjectRight::Read]);
    }
    all
}

/// What a set needs to grant on fields.
pub fn field_permissions(object: &str) -> BTreeMap<String, Vec<ObjectRight>> {
    let on = lines(object).iter().filter_map(|(_, _, on)| *on);
    on.map(|field| {
        (
            format!("{object}.{field}"),
            vec![ObjectRight::Read, ObjectRight::Edit],
        )
    })
    .collect()
}

/// The fields on which permissions of this object sit.
pub fn permission_fields(object: &str) -> Vec<&'static str> {
    let mut on: Vec<&str> = lines(object).iter().filter_map(|(_, _, on)| *on).collect();
    on.dedup();
    on
}

/// The object that is not standard.
pub fn custom_object() -> CustomObjectStart {
    let field = |name: &str, kind: &str, length| CustomFieldStart {
        name: name.to_owned(),
        label: name.trim_end_matches("__c").to_owned(),
        kind: kind.to_owned(),
        length,
        ..CustomFieldStart::default()
    };
    CustomObjectStart {
        name: CUSTOM.to_owned(),
        label: "Signup".to_owned(),
        plural_label: "Signups".to_owned(),
        fields: vec![
            field("Email__c", "email", Some(80)),
            field("Phone__c", "phone", Some(40)),
            field("Notes__c", "textarea", None),
        ],
    }
}

/// The record of the test submission.
pub fn proof(object: &str) -> RecordStart {
    let fields = match object {
        "Account" => json!({"Name": MARKER, "Phone": "+1 555 0100", "Description": "Hello"}),
        "Case" => json!({"Subject": MARKER, "SuppliedEmail": "ada@example.org", "Description": "Hello"}),
        CUSTOM => json!({"Name": MARKER, "Email__c": "ada@example.org", "Notes__c": "Hello"}),
        "Contact" => json!({"LastName": MARKER, "Email": "ada@example.org", "Description": "Hello"}),
        _ => {
            json!({"LastName": MARKER, "Company": "Acme", "Email": "ada@example.org", "Description": "Hello"})
        }
    };
    let fields: BTreeMap<String, Value> = fields
        .as_object()
        .cloned()
        .unwrap_or_default()
        .into_iter()
        .collect();
    RecordStart {
        object: object.to_owned(),
        fields,
        created_by: USER.to_owned(),
        modified_by: String::new(),
    }
}
