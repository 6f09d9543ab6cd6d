//! A plan as the body of one composite request.

use super::{Plan, Write};
use crate::json::Json;
use crate::org::API_VERSION;

/// A composite request takes at most this many parts (Salesforce fact §7, seen).
pub const MOST_PARTS: usize = 25;
/// And at most this many collections among them, each of at most 200 records (Salesforce fact §7, seen).
pub const MOST_COLLECTIONS: usize = 5;
const MOST_RECORDS: usize = 200;

const NEW_SET: &str = "@{set.id}";
const NEW_USER: &str = "@{user.id}";

/// The plan fits into one all-or-nothing request.
#[must_use]
pub fn fits(plan: &Plan) -> bool {
    let parts = parts(plan);
    let collections = parts.iter().filter(|part| part.is_collection).count();
    parts.len() <= MOST_PARTS && collections <= MOST_COLLECTIONS
}

/// The body of the request.
#[must_use]
pub fn body(plan: &Plan) -> String {
    let requests: Vec<Json> = parts(plan)
        .into_iter()
        .map(|part| {
            let url = ["/services/data/", API_VERSION, "/", part.path].concat();
            Json::map(vec![
                ("method", part.method.into()),
                ("url", (&url).into()),
                ("referenceId", (&part.name).into()),
                ("body", part.body),
            ])
        })
        .collect();
    Json::map(vec![
        ("allOrNone", true.into()),
        ("compositeRequest", Json::List(requests)),
    ])
    .write()
}

struct Part {
    method: &'static str,
    path: &'static str,
    name: String,
    body: Json,
    is_collection: bool,
}

fn single(path: &'static str, name: &str, body: Json) -> Part {
    Part {
        method: "POST",
        path,
        name: name.to_owned(),
        body,
        is_collection: false,
    }
}

fn parts(plan: &Plan) -> Vec<Part> {
    let set = plan.set.as_deref().unwrap_or(NEW_SET);
    let user = plan.user.as_deref().unwrap_or(NEW_USER);
    let (mut first, mut last) = (Vec::new(), Vec::new());
    let (mut new_objects, mut objects) = (Vec::new(), Vec::new());
    let (mut new_fields, mut fields) = (Vec::new(), Vec::new());
    for write in &plan.writes {
        match write {
            Write::PermissionSet(new) => first.push(single(
                "sobjects/PermissionSet",
                "set",
                texts(&[
                    ("Label", &new.label),
                    ("Name", &new.name),
                    ("LicenseId", &new.licence),
                ]),
            )),
            Write::User(new) => first.push(single(
                "sobjects/User",
                "user",
                texts(&[
                    ("Username", &new.username),
                    ("FirstName", &new.first_name),
                    ("LastName", &new.last_name),
                    ("Alias", &new.alias),
                    ("Email", &new.email),
                    ("CommunityNickname", &new.nickname),
                    ("ProfileId", &new.profile),
                    ("TimeZoneSidKey", &new.time_zone),
                    ("LocaleSidKey", &new.locale),
                    ("LanguageLocaleKey", &new.language),
                    ("EmailEncodingKey", &new.encoding),
                ]),
            )),
            Write::Object(grant) => {
                let rights = [
                    ("PermissionsRead", true),
                    ("PermissionsCreate", grant.create),
                    ("PermissionsEdit", grant.edit),
                ];
                match &grant.row {
                    Some(row) => objects.push(record("ObjectPermissions", &[("id", row)], &rights)),
                    None => new_objects.push(record(
                        "ObjectPermissions",
                        &[("ParentId", set), ("SobjectType", &grant.object)],
                        &rights,
                    )),
                }
            }
            Write::Field(grant) => {
                let rights = [("PermissionsRead", true), ("PermissionsEdit", true)];
                let field = [&grant.object, ".", &grant.field].concat();
                match &grant.row {
                    Some(row) => fields.push(record("FieldPermissions", &[("id", row)], &rights)),
                    None => new_fields.push(record(
                        "FieldPermissions",
                        &[
                            ("ParentId", set),
                            ("SobjectType", &grant.object),
                            ("Field", &field),
                        ],
                        &rights,
                    )),
                }
            }
            // A set without a licence of its own takes some grants only once its users have it.
            Write::Licence(licence) => first.push(single(
                "sobjects/PermissionSetLicenseAssign",
                "licence",
                texts(&[("AssigneeId", user), ("PermissionSetLicenseId", licence)]),
            )),
            Write::Assignment => last.push(single(
                "sobjects/PermissionSetAssignment",
                "assignment",
                texts(&[("AssigneeId", user), ("PermissionSetId", set)]),
            )),
        }
    }
    first
        .into_iter()
        .chain(collections("POST", "objects", &new_objects))
        .chain(collections("PATCH", "changed_objects", &objects))
        .chain(collections("POST", "fields", &new_fields))
        .chain(collections("PATCH", "changed_fields", &fields))
        .chain(last)
        .collect()
}

/// A record of a collection: its type, where it belongs, and what it says.
fn record(kind: &str, place: &[(&str, &str)], rights: &[(&str, bool)]) -> Json {
    let mut members = vec![("attributes", texts(&[("type", kind)]))];
    members.extend(place.iter().map(|(key, text)| (*key, Json::from(*text))));
    members.extend(rights.iter().map(|(key, flag)| (*key, Json::from(*flag))));
    Json::map(members)
}

fn texts(members: &[(&str, &str)]) -> Json {
    Json::map(
        members
            .iter()
            .map(|(key, text)| (*key, Json::from(*text)))
            .collect(),
    )
}

fn collections(method: &'static str, name: &'static str, records: &[Json]) -> impl Iterator<Item = Part> {
    records
        .chunks(MOST_RECORDS)
        .enumerate()
        .map(move |(number, records)| Part {
            method,
            path: "composite/sobjects",
            name: [name, "_", &number.to_string()].concat(),
            body: Json::map(vec![
                ("allOrNone", true.into()),
                ("records", Json::List(records.to_vec())),
            ]),
            is_collection: true,
        })
}
