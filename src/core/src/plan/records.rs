//! Each write as the record that it makes or changes: what the request and the commands both write down.

use super::{Plan, Write};

/// A record to make or to change.
pub(super) struct Record<'a> {
    /// The object's API name.
    pub(super) object: &'static str,
    /// The row that is changed, 15 characters; `None` where one is made.
    pub(super) row: Option<&'a str>,
    /// API names of fields, and what they get.
    pub(super) values: Vec<(&'static str, Value<'a>)>,
}

/// What a field gets.
#[derive(Clone)]
pub(super) enum Value<'a> {
    /// A text that was known before.
    Text(&'a str),
    /// A field by its full name: object and field.
    Field(&'a str, &'a str),
    /// A right.
    Flag(bool),
    /// The id of the permission set, which the same plan may make.
    Set,
    /// The id of the user, which the same plan may make.
    User,
}

/// The plan's records, in its order.
pub(super) fn records(plan: &Plan) -> impl Iterator<Item = Record<'_>> {
    plan.writes.iter().map(record)
}

fn record(write: &Write) -> Record<'_> {
    use Value::{Field, Flag, Set, Text, User};
    let made = |object, values| Record {
        object,
        row: None,
        values,
    };
    match write {
        Write::PermissionSet(new) => made(
            "PermissionSet",
            vec![
                ("Label", Text(&new.label)),
                ("Name", Text(&new.name)),
                ("LicenseId", Text(&new.licence)),
            ],
        ),
        Write::User(new) => made(
            "User",
            vec![
                ("Username", Text(&new.username)),
                ("FirstName", Text(&new.first_name)),
                ("LastName", Text(&new.last_name)),
                ("Alias", Text(&new.alias)),
                ("Email", Text(&new.email)),
                ("CommunityNickname", Text(&new.nickname)),
                ("ProfileId", Text(&new.profile)),
                ("TimeZoneSidKey", Text(&new.time_zone)),
                ("LocaleSidKey", Text(&new.locale)),
                ("LanguageLocaleKey", Text(&new.language)),
                ("EmailEncodingKey", Text(&new.encoding)),
            ],
        ),
        Write::Object(grant) => grants(
            "ObjectPermissions",
            grant.row.as_deref(),
            vec![("ParentId", Set), ("SobjectType", Text(&grant.object))],
            vec![
                ("PermissionsRead", Flag(true)),
                ("PermissionsCreate", Flag(grant.create)),
                ("PermissionsEdit", Flag(grant.edit)),
            ],
        ),
        Write::Field(grant) => grants(
            "FieldPermissions",
            grant.row.as_deref(),
            vec![
                ("ParentId", Set),
                ("SobjectType", Text(&grant.object)),
                ("Field", Field(&grant.object, &grant.field)),
            ],
            vec![
                ("PermissionsRead", Flag(true)),
                ("PermissionsEdit", Flag(grant.edit)),
            ],
        ),
        Write::Licence(licence) => made(
            "PermissionSetLicenseAssign",
            vec![("AssigneeId", User), ("PermissionSetLicenseId", Text(licence))],
        ),
        Write::Assignment => made(
            "PermissionSetAssignment",
            vec![("AssigneeId", User), ("PermissionSetId", Set)],
        ),
    }
}

/// Where rights belong is told only of a row that is made; of one that is there it cannot be changed.
fn grants<'a>(
    object: &'static str,
    row: Option<&'a str>,
    place: Vec<(&'static str, Value<'a>)>,
    rights: Vec<(&'static str, Value<'a>)>,
) -> Record<'a> {
    let mut values = if row.is_none() { place } else { Vec::new() };
    values.extend(rights);
    Record { object, row, values }
}
