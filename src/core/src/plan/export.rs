//! A plan for those who write elsewhere: as commands of Salesforce's `sf`, and as a permission set in metadata XML.

use super::records::{Record, Value, records};
use super::{Plan, Write};
use crate::markup::escaped;
use crate::org::API_VERSION;

/// The plan as a shell script of `sf` commands; ids that one command makes are handed to the next.
#[must_use]
pub fn commands(plan: &Plan, core_host: &str) -> String {
    let mut lines = vec![
        ["# ", core_host].concat(),
        "set -e".to_owned(),
        "id() { sed -n 's/.*\"id\": *\"\\([0-9A-Za-z]*\\)\".*/\\1/p' | head -1; }".to_owned(),
    ];
    lines.extend(records(plan).map(|record| {
        let (verb, of) = match record.row {
            Some(row) => ("update", [" --record-id ", row].concat()),
            None => ("create", String::new()),
        };
        let values = values(plan, &record);
        let command = [
            "sf data ",
            verb,
            " record --sobject ",
            record.object,
            &of,
            " --values ",
            &values,
        ]
        .concat();
        match record.object {
            "PermissionSet" => kept("SET", &command),
            "User" => kept("USER_ID", &command),
            _ => command,
        }
    }));
    lines.join("\n") + "\n"
}

/// The id that a command makes, for those after it.
fn kept(variable: &str, command: &str) -> String {
    [variable, "=$(", command, " --json | id)"].concat()
}

fn yes(flag: bool) -> &'static str {
    if flag { "true" } else { "false" }
}

/// `"Name='value' …"`: in double quotes for the shell, so that its variables count; what texts would mean there is escaped.
fn values(plan: &Plan, record: &Record) -> String {
    let written = |value: &Value| match value {
        Value::Text(text) => quoted(text),
        Value::Field(object, field) => quoted(&[*object, ".", *field].concat()),
        Value::Flag(flag) => yes(*flag).to_owned(),
        Value::Set => plan.set.as_deref().unwrap_or("$SET").to_owned(),
        Value::User => plan.user.as_deref().unwrap_or("$USER_ID").to_owned(),
    };
    let pairs: Vec<String> = record
        .values
        .iter()
        .filter(|(_, value)| !matches!(value, Value::Text("")))
        .map(|(name, value)| [name, "='", &written(value), "'"].concat())
        .collect();
    ["\"", &pairs.join(" "), "\""].concat()
}

fn quoted(text: &str) -> String {
    text.chars()
        .flat_map(|character| match character {
            '\\' | '"' | '$' | '`' | '\'' => vec!['\\', character],
            other => vec![other],
        })
        .collect()
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
                    ("editable", yes(grant.edit)),
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
