//! A plan as the body of one composite request.

use super::Plan;
use super::records::{Record, Value, records};
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
            let url = ["/services/data/", API_VERSION, "/", &part.path].concat();
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
    path: String,
    name: String,
    body: Json,
    is_collection: bool,
}

fn parts(plan: &Plan) -> Vec<Part> {
    let (mut first, mut last) = (Vec::new(), Vec::new());
    let mut rights = [const { Vec::new() }; 4];
    for record in records(plan) {
        let name = match record.object {
            "PermissionSet" => "set",
            "User" => "user",
            "PermissionSetLicenseAssign" => "licence",
            "PermissionSetAssignment" => "assignment",
            object => {
                let place = usize::from(object == "FieldPermissions") * 2 + usize::from(record.row.is_some());
                rights[place].push(of_collection(plan, &record));
                continue;
            }
        };
        // A set without a licence of its own takes some grants only once its users have it.
        let into = if name == "assignment" {
            &mut last
        } else {
            &mut first
        };
        into.push(Part {
            method: "POST",
            path: ["sobjects/", record.object].concat(),
            name: name.to_owned(),
            body: Json::map(values(plan, &record)),
            is_collection: false,
        });
    }
    let [new_objects, objects, new_fields, fields] = &rights;
    first
        .into_iter()
        .chain(collections("POST", "objects", new_objects))
        .chain(collections("PATCH", "changed_objects", objects))
        .chain(collections("POST", "fields", new_fields))
        .chain(collections("PATCH", "changed_fields", fields))
        .chain(last)
        .collect()
}

/// A record of a collection: its type, the row where it is changed, and what it says.
fn of_collection(plan: &Plan, record: &Record) -> Json {
    let kind = Json::map(vec![("type", record.object.into())]);
    let mut members = vec![("attributes", kind)];
    members.extend(record.row.map(|row| ("id", row.into())));
    members.extend(values(plan, record));
    Json::map(members)
}

fn values(plan: &Plan, record: &Record) -> Vec<(&'static str, Json)> {
    let written = |value: &Value| match value {
        Value::Text(text) => (*text).into(),
        Value::Field(object, field) => (&[*object, ".", *field].concat()).into(),
        Value::Flag(flag) => (*flag).into(),
        Value::Set => plan.set.as_deref().unwrap_or(NEW_SET).into(),
        Value::User => plan.user.as_deref().unwrap_or(NEW_USER).into(),
    };
    let values = record.values.iter();
    values.map(|(name, value)| (*name, written(value))).collect()
}

fn collections(method: &'static str, name: &'static str, records: &[Json]) -> impl Iterator<Item = Part> {
    records
        .chunks(MOST_RECORDS)
        .enumerate()
        .map(move |(number, records)| Part {
            method,
            path: "composite/sobjects".to_owned(),
            name: [name, "_", &number.to_string()].concat(),
            body: Json::map(vec![
                ("allOrNone", true.into()),
                ("records", Json::List(records.to_vec())),
            ]),
            is_collection: true,
        })
}
