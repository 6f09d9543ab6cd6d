//! The mapping against the object's description: what is missing, what does not fit, what may stay empty.

use super::access::wanted_object;
use super::judge::{Case, Not, Verdict, evidence, finding, unless, wrong};
use super::kinds::{Fit, fit, is_of_list, is_state_or_country};
use super::{Cause, CheckId, Evidence, Finding, Why};
use crate::form::{Mapped, Question};
use crate::org::{Description, FieldDescription};

/// Objects that every org has: where one of these is not shown it is hidden.
const STANDARD: [&str; 9] = [
    "Account",
    "Campaign",
    "CampaignMember",
    "Case",
    "Contact",
    "Event",
    "Lead",
    "Opportunity",
    "Task",
];

/// The object is there.
pub(super) fn object(case: Case) -> Verdict {
    wanted_object(case)?;
    let object = &case.wishes.object;
    match case.facts.description.seen() {
        Ok(description) => Ok(vec![evidence("describe", &description.label, object)]),
        Err(Why::Hidden(_)) if !STANDARD.contains(&object.as_str()) => {
            wrong(Cause::ObjectAbsent, vec![evidence("describe", "", object)])
        }
        Err(why) => Err(why.into()),
    }
}

/// The mapping fits the object.
pub(super) fn mapping(case: Case) -> Verdict {
    wanted_object(case)?;
    let description = match object(case) {
        Err(Not::Wrong(_)) => return Err(Why::DependsOn(CheckId::Object).into()),
        _ => case.facts.description.seen()?,
    };
    let mapped = mapped(case);
    if mapped.is_empty() {
        return Err(Why::NothingToCheck.into());
    }
    let mut findings = Vec::new();
    each_field(case, description, &mapped, &mut findings);
    if !case.wishes.find {
        required(case, description, &mapped, &mut findings);
        of_object(case, description, &mapped, &mut findings);
    }
    unless(together(findings), || {
        let names: Vec<&str> = mapped.iter().map(|one| one.field.as_str()).collect();
        vec![evidence(&case.wishes.object, &names.join(", "), "")]
    })
}

/// The mapping as it is known: question by question, or only the fields.
fn mapped(case: Case) -> Vec<Mapped> {
    if !case.wishes.mapping.is_empty() {
        return case.wishes.mapping.clone();
    }
    let field = |field: &String| Mapped {
        question: String::new(),
        field: field.clone(),
    };
    case.wishes.fields.iter().map(field).collect()
}

fn question<'a>(case: Case<'a>, mapped: &Mapped) -> Option<&'a Question> {
    let form = case.wishes.form.as_ref()?;
    form.questions
        .iter()
        .find(|question| question.id == mapped.question_id())
}

fn source(case: Case, field: &str) -> String {
    [&case.wishes.object, ".", field].concat()
}

fn each_field(case: Case, description: &Description, mapped: &[Mapped], findings: &mut Vec<Finding>) {
    for (place, one) in mapped.iter().enumerate() {
        let shown = |seen: &str, wanted: &str| evidence(&source(case, &one.field), seen, wanted);
        let before = mapped.get(..place).unwrap_or_default();
        if before
            .iter()
            .any(|other| other.field.eq_ignore_ascii_case(&one.field))
        {
            findings.push(finding(Cause::FieldMappedTwice, shown(&one.question, "")));
        }
        let Some(field) = description.field(&one.field) else {
            findings.push(finding(Cause::FieldAbsent, shown("", "")));
            continue;
        };
        if field.derived && !case.wishes.find {
            findings.push(finding(Cause::FieldReadOnly, shown(&field.kind, "")));
            continue;
        }
        let Some(question) = question(case, one) else {
            continue;
        };
        if let Some(list) = description.field(&[&field.name, "Code"].concat())
            && is_state_or_country(field)
            && !list.values.is_empty()
            && !is_of_list(question, list)
        {
            let seen = [&question.label, " (", &question.kind, ")"].concat();
            findings.push(finding(
                Cause::StateCountryOutside,
                shown(&seen, &first_values(list)),
            ));
            continue;
        }
        let cause = match fit(question, field) {
            Fit::Well => continue,
            Fit::TooLong if case.wishes.find => continue,
            Fit::Outside if is_state_or_country(field) => Cause::StateCountryOutside,
            Fit::Outside => Cause::PicklistValueOutside,
            Fit::OtherKind => Cause::TypeConflict,
            Fit::TooLong => Cause::FieldTooShort,
        };
        let seen = [&question.label, " (", &question.kind, ")"].concat();
        findings.push(finding(cause, shown(&seen, &wanted(cause, field))));
    }
}

/// What the field takes, as people read it.
fn wanted(cause: Cause, field: &FieldDescription) -> String {
    match cause {
        Cause::FieldTooShort => field.length.to_string(),
        Cause::PicklistValueOutside | Cause::StateCountryOutside => first_values(field),
        _ => field.kind.clone(),
    }
}

fn first_values(field: &FieldDescription) -> String {
    let values: Vec<&str> = field
        .values
        .iter()
        .take(10)
        .map(|(value, _)| value.as_str())
        .collect();
    values.join(", ")
}

fn required(case: Case, description: &Description, mapped: &[Mapped], findings: &mut Vec<Finding>) {
    for field in description.fields.iter().filter(|field| field.required) {
        let feeds = |one: &&Mapped| one.field.eq_ignore_ascii_case(&field.name);
        let shown = |seen: &str| evidence(&source(case, &field.name), seen, &field.label);
        let Some(one) = mapped.iter().find(feeds) else {
            findings.push(finding(Cause::RequiredFieldUnmapped, shown("")));
            continue;
        };
        let Some(question) = question(case, one) else {
            continue;
        };
        if !question.required {
            findings.push(finding(
                Cause::RequiredFieldOptionalQuestion,
                shown(&question.label),
            ));
        }
        if question.conditional {
            findings.push(finding(Cause::RequiredFieldConditional, shown(&question.label)));
        }
    }
}

/// What is special about single objects (Jotform fact §5, seen).
fn of_object(case: Case, description: &Description, mapped: &[Mapped], findings: &mut Vec<Finding>) {
    let maps = |name: &str| mapped.iter().any(|one| one.field.eq_ignore_ascii_case(name));
    let object = case.wishes.object.as_str();
    if description.record_types.len() > 1 && !maps("RecordTypeId") {
        let shown = evidence("recordTypeInfos", &description.record_types.join(", "), "");
        findings.push(finding(Cause::RecordTypeOpen, shown));
    }
    if object == "Account"
        && description.field("IsPersonAccount").is_some()
        && maps("Name")
        && !maps("LastName")
    {
        let shown = evidence("Account.IsPersonAccount", "Name", "FirstName, LastName");
        findings.push(finding(Cause::PersonAccount, shown));
    }
    if object == "CampaignMember" && !maps("LeadId") && !maps("ContactId") {
        let shown = evidence(object, "", "LeadId, ContactId");
        findings.push(finding(Cause::CampaignMemberParent, shown));
    }
}

/// One finding for each cause, with all its evidence.
fn together(findings: Vec<Finding>) -> Vec<Finding> {
    let mut all: Vec<Finding> = Vec::new();
    for found in findings {
        let evidence: Vec<Evidence> = found.evidence;
        match all.iter_mut().find(|one| one.cause == found.cause) {
            Some(one) => one.evidence.extend(evidence),
            None => all.push(Finding {
                cause: found.cause,
                evidence,
            }),
        }
    }
    all
}
