//! The form: what keeps it from sending, or from sending all (Jotform fact §5).

use super::judge::{Case, Verdict, evidence, finding, unless};
use super::{Cause, Evidence, Finding, Why};
use crate::form::Form;

/// By which fields Jotform looks for the record to update (Jotform fact §4, seen): one of each group.
const SEARCH_FIELDS: [(&str, &[&[&str]]); 3] = [
    ("Account", &[&["Name"], &["BillingCity"], &["BillingPostalCode"]]),
    ("Contact", &[&["LastName", "Name"], &["Email"]]),
    ("Lead", &[&["LastName", "Name"], &["Email"]]),
];

/// Question types that take a payment; those of single providers are made of their names.
const PAYMENTS: [&str; 8] = [
    "payment",
    "paypal",
    "stripe",
    "square",
    "authnet",
    "braintree",
    "mollie",
    "2co",
];

/// The form sends what it should.
pub(super) fn form(case: Case) -> Verdict {
    let wishes = case.wishes;
    let mut findings: Vec<Finding> = Vec::new();
    if wishes.update && !wishes.fields.is_empty() {
        let missing = search_fields_missing(case);
        if !missing.is_empty() {
            findings.push(Finding {
                cause: Cause::UpdateWithoutSearchFields,
                evidence: missing,
            });
        }
    }
    if let Some(form) = &wishes.form {
        findings.extend(about(form, case));
    } else if findings.is_empty() {
        return Err(Why::NothingToCheck.into());
    }
    unless(findings, || {
        let form = wishes.form.as_ref();
        vec![evidence(
            "Jotform",
            form.map(|form| form.id.as_str()).unwrap_or_default(),
            "",
        )]
    })
}

fn search_fields_missing(case: Case) -> Vec<Evidence> {
    let wishes = case.wishes;
    let groups = SEARCH_FIELDS
        .iter()
        .find(|(object, _)| *object == wishes.object)
        .map_or(&[][..], |(_, groups)| groups);
    let is_mapped = |names: &&[&str]| {
        names
            .iter()
            .any(|name| wishes.fields.iter().any(|field| field.eq_ignore_ascii_case(name)))
    };
    groups
        .iter()
        .filter(|names| !is_mapped(names))
        .filter_map(|names| names.first())
        .map(|name| evidence(&[&wishes.object, ".", name].concat(), "", "mapped"))
        .collect()
}

fn about(form: &Form, case: Case) -> Vec<Finding> {
    let wishes = case.wishes;
    let mut findings = Vec::new();
    let gone: Vec<Evidence> = wishes
        .mapping
        .iter()
        .filter(|mapped| !mapped.question.is_empty())
        .filter(|mapped| {
            form.questions
                .iter()
                .all(|question| question.id != mapped.question_id())
        })
        .map(|mapped| evidence("Jotform", &mapped.question, &mapped.field))
        .collect();
    if !gone.is_empty() {
        findings.push(Finding {
            cause: Cause::MappingStale,
            evidence: gone,
        });
    }
    let of_kind = |is_it: fn(&str) -> bool| {
        let found = form.questions.iter().find(|question| {
            let kind = question.kind.strip_prefix("control_");
            kind.is_some_and(is_it)
        });
        found.map(|question| evidence("Jotform", &question.label, ""))
    };
    let file = of_kind(|kind| kind == "fileupload").filter(|_| !wishes.attachments);
    let payment = of_kind(|kind| PAYMENTS.iter().any(|provider| kind.starts_with(provider)));
    let flag = |is_so: bool| is_so.then(|| evidence("Jotform", &form.id, ""));
    let more = [
        (Cause::AttachmentsOff, file),
        (Cause::FormPayment, payment),
        (Cause::FormEncrypted, flag(form.encrypted)),
        (Cause::FormHipaa, flag(form.hipaa)),
        (Cause::FormCloned, flag(form.cloned)),
    ];
    findings.extend(
        more.into_iter()
            .filter_map(|(cause, shown)| Some(finding(cause, shown?))),
    );
    findings
}
