//! A plan for those who write elsewhere: as commands of Salesforce's `sf`, and as a permission set in metadata XML.

use super::{Plan, Write};
use crate::org::API_VERSION;

/// The plan as a shell script of `sf` commands; ids that one command makes are handed to the next.
#[must_use]
pub fn commands(plan: &Plan, core_host: &str) -> String {
    let mut lines = vec![
        ["# ", core_host].concat(),
        "set -e".to_owned(),
        "id() { sed -n 's/.*\"id\": *\"\\([0-9A-Za-z]*\\)\".*/\\1/p' | head -1; }".to_owned(),
    ];
    let set = plan.set.as_deref().unwrap_or("$SET");
    let user = plan.user.as_deref().unwrap_or("$USER_ID");
    for write in &plan.writes {
        lines.push(match write {
            Write::PermissionSet(new) => create(
                Some("SET"),
                "PermissionSet",
                &[
                    ("Label", &new.label),
                    ("Name", &new.name),
                    ("LicenseId", &new.licence),
                ],
            ),
            Write::User(new) => create(
                Some("USER_ID"),
                "User",
                &[
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
                ],
            ),
            Write::Object(grant) => {
                let rights = [
                    ("PermissionsRead", "true"),
                    ("PermissionsCreate", yes(grant.create)),
                    ("PermissionsEdit", yes(grant.edit)),
                ];
                match &grant.row {
                    Some(row) => update("ObjectPermissions", row, &rights),
                    None => {
                        let mut values = vec![("ParentId", set), ("SobjectType", grant.object.as_str())];
                        values.extend(rights);
                        create(None, "ObjectPermissions", &values)
                    }
                }
            }
            Write::Field(grant) => {
                let rights = [("PermissionsRead", "true"), ("PermissionsEdit", "true")];
                let field = [&grant.object, ".", &grant.field].concat();
                match &grant.row {
                    Some(row) => update("FieldPermissions", row, &rights),
                    None => {
                        let mut values = vec![
                            ("ParentId", set),
                            ("SobjectType", grant.object.as_str()),
                            ("Field", field.as_str()),
                        ];
                        values.extend(rights);
                        create(None, "FieldPermissions", &values)
                    }
                }
            }
            Write::Licence(licence) => create(
                None,
                "PermissionSetLicenseAssign",
                &[("AssigneeId", user), ("PermissionSetLicenseId", licence)],
            ),
            Write::Assignment => create(
                None,
                "PermissionSetAssignment",
                &[("AssigneeId", user), ("PermissionSetId", set)],
            ),
        });
    }
    lines.join("\n") + "\n"
}

fn yes(flag: bool) -> &'static str {
    if flag { "true" } else { "false" }
}

fn create(keep: Option<&str>, object: &str, values: &[(&str, &str)]) -> String {
    let command = [
        "sf data create record --sobject ",
        object,
        " --values ",
        &quoted(values),
    ]
    .concat();
    match keep {
        Some(name) => [name, "=$(", &command, " --json | id)"].concat(),
        None => command,
    }
}

fn update(object: &str, row: &str, values: &[(&str, &str)]) -> String {
    [
        "sf data update record --sobject ",
        object,
        " --record-id ",
        row,
        " --values ",
        &quoted(values),
    ]
    .concat()
}

/// `"Name='value' …"`: in double quotes for the shell, so that its variables count; what they would mean is escaped.
fn quoted(values: &[(&str, &str)]) -> String {
    let value = |text: &str| {
        if text == "$SET" || text == "$USER_ID" {
            return text.to_owned();
        }
        text.chars()
            .flat_map(|character| match character {
                '\\' | '"' | '$' | '`' | '\'' => vec!['\\', character],
                other => vec![other],
            })
            .collect()
    };
    let pairs: Vec<String> = values
        .iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(name, text)| [name, "='", &value(text), "'"].concat())
        .collect();
    ["\"", &pairs.join(" "), "\""].concat()
}

/// The permission set with the plan's grants, as a file of the metadata interface.
#[must_use]
pub fn metadata(plan: &Plan) -> String {
    let mut fields = String::new();
    let mut objects = String::new();
    for write in &plan.writes {
        match write {
            Write::Field(grant) => {
                let name = [&grant.object, ".", &grant.field].concat();
                let lines = [
                    ("editable", "true"),
                    ("field", name.as_str()),
                    ("readable", "true"),
                ];
                element(&mut fields, "fieldPermissions", &lines);
            }
            Write::Object(grant) => element(
                &mut objects,
                "objectPermissions",
                &[
                    ("allowCreate", yes(grant.create)),
                    ("allowDelete", "false"),
                    ("allowEdit", yes(grant.edit)),
                    ("allowRead", "true"),
                    ("modifyAllRecords", "false"),
                    ("object", &grant.object),
                    ("viewAllRecords", "false"),
                ],
            ),
            _ => {}
        }
    }
    [
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- permissionsets/",
        &escaped(&plan.of.name),
        ".permissionset-meta.xml, version ",
        API_VERSION.trim_start_matches('v'),
        " -->\n<PermissionSet xmlns=\"http://soap.sforce.com/2006/04/metadata\">\n",
        &fields,
        "    <hasActivationRequired>false</hasActivationRequired>\n    <label>",
        &escaped(&plan.of.label),
        "</label>\n    <license>",
        &escaped(&plan.of.licence_label),
        "</license>\n",
        &objects,
        "</PermissionSet>\n",
    ]
    .concat()
}

fn element(into: &mut String, name: &str, lines: &[(&str, &str)]) {
    into.push_str(&["    <", name, ">\n"].concat());
    for (key, value) in lines {
        into.push_str(&["        <", key, ">", &escaped(value), "</", key, ">\n"].concat());
    }
    into.push_str(&["    </", name, ">\n"].concat());
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
