//! What the integration user needs, and no more: the closure of a mapping over objects and fields.

use super::wishes::Wishes;
use crate::org::{FieldDescription, OrgFacts};

/// Objects on which an object's own permissions depend: without Read on them there is none on it (Salesforce fact §7, seen,
/// of Contact and Account; the others inferred).
const PARENTS: [(&str, &[&str]); 4] = [
    ("Contact", &["Account"]),
    ("Opportunity", &["Account"]),
    ("Case", &["Account", "Contact"]),
    ("CampaignMember", &["Campaign"]),
];

/// Objects that everybody may read, or that take no permission.
const FOR_ALL: [&str; 4] = ["User", "Group", "RecordType", "BusinessHours"];

/// The objects that this one depends on.
#[must_use]
pub fn parents(object: &str) -> &'static [&'static str] {
    PARENTS
        .iter()
        .find(|(child, _)| *child == object)
        .map_or(&[], |(_, parents)| parents)
}

/// An object after all that it depends on, each once.
fn with_parents(object: &str, before: &mut Vec<String>) {
    if before.iter().any(|one| one == object) {
        return;
    }
    for parent in parents(object) {
        with_parents(parent, before);
    }
    before.push(object.to_owned());
}

/// All that an object depends on, without itself.
pub(crate) fn ancestors(object: &str) -> Vec<String> {
    let mut all = Vec::new();
    with_parents(object, &mut all);
    all.pop();
    all
}

/// What mapped lookups point to, with the field.
pub(super) fn targets<'a>(facts: &'a OrgFacts, wishes: &Wishes) -> Vec<(&'a str, &'a str)> {
    let Ok(description) = facts.description.seen() else {
        return Vec::new();
    };
    let mapped = wishes.fields.iter().filter_map(|field| description.field(field));
    mapped
        .flat_map(|field| {
            let targets = field.reference_to.iter();
            targets.map(|target| (field.name.as_str(), target.as_str()))
        })
        .filter(|(_, target)| !FOR_ALL.contains(target))
        .collect()
}

/// The object, those that mapped lookups point to, and all that these depend on, by API name, each once and after what it
/// depends on.
#[must_use]
pub fn needed_objects(facts: &OrgFacts, wishes: &Wishes) -> Vec<String> {
    let mut objects = Vec::new();
    for (_, target) in targets(facts, wishes) {
        with_parents(target, &mut objects);
    }
    with_parents(&wishes.object, &mut objects);
    objects
}

/// The fields on which permissions have to be looked for, for the fields that Jotform fills.
#[must_use]
pub fn permission_fields(facts: &OrgFacts, wishes: &Wishes) -> Vec<String> {
    let mut fields: Vec<String> = wishes
        .fields
        .iter()
        .filter_map(|field| permission_field(facts, &wishes.object, field))
        .collect();
    fields.sort();
    fields.dedup();
    fields
}

/// Where a field's permission sits: on itself, on its compound field, or nowhere, when whoever has the object has the field.
fn permission_field(facts: &OrgFacts, object: &str, field: &str) -> Option<String> {
    let described = facts.description.seen().ok();
    let find = |name: &str| -> Option<&FieldDescription> { described?.field(name) };
    if described.is_some() && find(field).is_none_or(|row| row.derived) {
        // Nothing can be granted on it: that is the mapping's matter.
        return None;
    }
    let compound = match find(field) {
        Some(row) => row.compound.clone(),
        None => address_of(field),
    };
    let on = compound
        .as_deref()
        .filter(|compound| *compound != field)
        .unwrap_or(field);
    let permissionable = |name: &str| find(name).and_then(|row| row.permissionable);
    match (permissionable(on), permissionable(field)) {
        (Some(true), _) => Some(find(on).map_or(on, |row| row.name.as_str()).to_owned()),
        (Some(false), _) | (None, Some(false)) => None,
        (None, Some(true)) => Some(on.to_owned()),
        (None, None) if is_for_all(object, on) || is_for_all(object, field) => None,
        (None, None) => Some(on.to_owned()),
    }
}

/// The compound address that a part belongs to, where the object's description is not to be had.
fn address_of(field: &str) -> Option<String> {
    const PREFIXES: [&str; 5] = ["Mailing", "Other", "Billing", "Shipping", ""];
    const PARTS: [&str; 10] = [
        "Street",
        "City",
        "State",
        "PostalCode",
        "Country",
        "StateCode",
        "CountryCode",
        "Latitude",
        "Longitude",
        "GeocodeAccuracy",
    ];
    PREFIXES
        .into_iter()
        .find(|prefix| {
            field
                .strip_prefix(prefix)
                .is_some_and(|part| PARTS.contains(&part))
        })
        .map(|prefix| [prefix, "Address"].concat())
}

/// Fields that take no permission (Salesforce fact §7, seen), where the object's description is not to be had.
fn is_for_all(object: &str, field: &str) -> bool {
    let universally_required: &[&str] = match object {
        "Lead" => &["FirstName", "LastName", "Salutation", "Company", "Status"],
        "Contact" => &["FirstName", "LastName", "Salutation"],
        "Opportunity" => &["StageName", "CloseDate"],
        _ => &[],
    };
    ["Id", "OwnerId", "Name"].contains(&field) || universally_required.contains(&field)
}
