//! More healthy orgs: something that fails stands beside something that makes up for it, or came before it.

use std::collections::BTreeMap;

use serde_json::json;
use simulated_org::start::{
    AssignmentStart, AutomationKind, AutomationStart, ConnectedAppStart, GroupStart, ObjectRight,
    PermissionSetStart,
};

use crate::healthy::through_group;
use crate::more_healthy::{Extra, edit, login, map_question, own_field, update};
use crate::object;
use crate::world::{ADMINISTRATOR, SET, SET_LICENCE, USER, World};

/// What makes up for what fails.
pub const MADE_UP_FOR: [Extra; 30] = [
    ("the set itself, beside a group that mutes it", |world| {
        muting_group(world);
        hold(world, None, Some("Integrations"));
    }),
    ("a group that mutes it, and one that does not", |world| {
        muting_group(world);
        world.start.org.permission_set_groups.push(GroupStart {
            label: "Web".to_owned(),
            name: "Web".to_owned(),
            permission_sets: vec![SET.to_owned()],
            muted: None,
        });
        world.start.org.assignments.clear();
        hold(world, None, Some("Integrations"));
        hold(world, None, Some("Web"));
    }),
    ("an ended assignment of the set, beside a group", |world| {
        let ended = AssignmentStart {
            expires: Some("2026-01-31T08:00:00.000+0000".to_owned()),
            ..world.start.org.assignments[0].clone()
        };
        through_group(world);
        world.start.org.assignments.push(ended);
    }),
    ("an ended assignment of another set", |world| {
        other_set(world, |_| ());
        world.start.org.assignments.push(AssignmentStart {
            user: USER.to_owned(),
            permission_set: Some("Other".to_owned()),
            expires: Some("2026-01-31T08:00:00.000+0000".to_owned()),
            ..AssignmentStart::default()
        });
    }),
    (
        "another set of the user that needs an activated session",
        |world| {
            other_set(world, |set| set.session_activation = true);
            hold(world, Some("Other"), None);
        },
    ),
    ("a group, one set of which needs an activated session", |world| {
        other_set(world, |set| set.session_activation = true);
        through_group(world);
        world.start.org.permission_set_groups[0]
            .permission_sets
            .push("Other".to_owned());
    }),
    ("an outdated group that is not the user's", |world| {
        other_set(world, |_| ());
        world.start.org.permission_set_groups.push(GroupStart {
            label: "Sales".to_owned(),
            name: "Sales".to_owned(),
            permission_sets: vec!["Other".to_owned()],
            muted: None,
        });
        world.change(
            "PermissionSetGroup",
            json!({"DeveloperName": "Sales"}),
            json!({"Status": "Outdated"}),
        );
    }),
    (
        "a record that the user changed and the administrator made",
        |world| {
            *world = crate::healthy::world("Contact");
            update(world);
            world.proof().created_by = ADMINISTRATOR.to_owned();
            world.proof().modified_by = USER.to_owned();
        },
    ),
    ("two records of two tests, both the user's", |world| {
        let again = world.proof().clone();
        world.start.org.records.push(again);
    }),
    ("a wrong password in the browser since", |world| {
        login(world, USER, "Browser", "Invalid Password", -0.01)
    }),
    ("a login out of hours before a good one", |world| {
        login(world, USER, "Browser", "Restricted Time", -3.0);
        login(world, USER, "Browser", "Success", -2.0);
    }),
    (
        "a verification that succeeded after one that was in progress",
        |world| {
            for (days, status) in [(-3.0, "In Progress"), (-2.9, "Succeeded")] {
                world.add(
                "VerificationHistory",
                json!({
                    "UserId": {"User": USER}, "VerificationTime": {"days_from_now": days}, "Status": status,
                    "Activity": "DeviceActivation", "VerificationMethod": "Email", "Policy": "DeviceActivation",
                }),
            );
            }
        },
    ),
    ("policies of another app", |world| {
        world.start.org.connected_apps.push(ConnectedAppStart {
            name: "Dataloader".to_owned(),
            installed: true,
            admin_approved_only: true,
        });
        world.change(
            "ConnectedApplication",
            json!({"Name": "Dataloader"}),
            json!({"OptionsHasSessionLevelPolicy": true, "RefreshTokenValidityPeriod": 1}),
        );
    }),
    ("automation that is switched off", |world| {
        for (kind, table, field, value) in [
            (
                AutomationKind::Flow,
                "FlowDefinitionView",
                "IsActive",
                json!(false),
            ),
            (
                AutomationKind::Trigger,
                "ApexTrigger",
                "Status",
                json!("Inactive"),
            ),
            (
                AutomationKind::ValidationRule,
                "ValidationRule",
                "Active",
                json!(false),
            ),
        ] {
            let object = world.object().to_owned();
            world.start.org.automation.push(AutomationStart {
                kind,
                name: "Old".to_owned(),
                object,
                ..AutomationStart::default()
            });
            let name = match table {
                "FlowDefinitionView" => "ApiName",
                "ApexTrigger" => "Name",
                _ => "ValidationName",
            };
            world.change(table, json!({name: "Old"}), json!({field: value}));
        }
    }),
    ("a lookup to users, whom everybody may read", |world| {
        *world = crate::healthy::world("Lead");
        own_field(world, "Seller__c", "reference", &[], false);
        points_to(world, "User");
        map_question(world, "control_hidden", "Seller__c", &[]);
    }),
    ("a lookup to an object that may be read", |world| {
        *world = crate::healthy::world("Lead");
        own_field(world, "From__c", "reference", &[], false);
        points_to(world, "Campaign");
        let read = vec![ObjectRight::Read];
        world.set().object_permissions.insert("Campaign".to_owned(), read);
        map_question(world, "control_hidden", "From__c", &[]);
    }),
    ("numbers into numbers", |world| {
        *world = crate::healthy::world("Lead");
        fitting(
            world,
            &[
                ("control_number", "double"),
                ("control_number", "currency"),
                ("control_number", "percent"),
            ],
        );
        fitting(
            world,
            &[
                ("control_spinner", "int"),
                ("control_rating", "double"),
                ("control_scale", "double"),
            ],
        );
        fitting(world, &[("control_slider", "double"), ("control_number", "int")]);
    }),
    ("days into days", |world| {
        *world = crate::healthy::world("Lead");
        fitting(
            world,
            &[
                ("control_datetime", "date"),
                ("control_birthdate", "date"),
                ("control_datetime", "datetime"),
            ],
        );
    }),
    ("texts into texts", |world| {
        *world = crate::healthy::world("Lead");
        fitting(
            world,
            &[
                ("control_email", "string"),
                ("control_phone", "string"),
                ("control_fullname", "string"),
            ],
        );
        fitting(
            world,
            &[
                ("control_hidden", "string"),
                ("control_textbox", "string"),
                ("control_textbox", "textarea"),
            ],
        );
        fitting(
            world,
            &[
                ("control_dropdown", "string"),
                ("control_radio", "string"),
                ("control_time", "string"),
            ],
        );
        fitting(
            world,
            &[
                ("control_textbox", "url"),
                ("control_email", "email"),
                ("control_phone", "phone"),
            ],
        );
    }),
    ("choices into picklists", |world| {
        *world = crate::healthy::world("Lead");
        own_field(world, "One__c", "picklist", &["A", "B", "C"], true);
        map_question(world, "control_radio", "One__c", &["A", "C"]);
        own_field(world, "Some__c", "multipicklist", &["Mon", "Tue", "Wed"], true);
        map_question(world, "control_checkbox", "Some__c", &["Mon", "Wed"]);
        own_field(world, "Open__c", "picklist", &["A"], false);
        map_question(world, "control_dropdown", "Open__c", &["A", "Z"]);
    }),
    ("a username in other letters of the same kind", |world| {
        world.wanted.username = "Jotform.Integration@acme.example".to_owned();
    }),
    ("a set with another API name and the wanted label", |world| {
        let other = "Jotform_Integration_2026";
        world.set().name = other.to_owned();
        world.start.org.assignments[0].permission_set = Some(other.to_owned());
    }),
    (
        "a connection that the builder shows by the user's full name",
        |world| {
            world.connection_shown = Some("Jotform Integration".to_owned());
        },
    ),
    ("an app for approved users, approved through a group", |world| {
        through_group(world);
        world.start.org.connected_apps = vec![ConnectedAppStart {
            installed: true,
            admin_approved_only: true,
            ..ConnectedAppStart::default()
        }];
        world.add(
            "SetupEntityAccess",
            json!({
                "ParentId": {"PermissionSet": SET}, "SetupEntityId": {"ConnectedApplication": "Jotform"},
                "SetupEntityType": "ConnectedApplication",
            }),
        );
    }),
    ("four tokens of another app", |world| {
        world.user().connected_to.extend(vec!["Dataloader".to_owned(); 4]);
    }),
    (
        "picklists of countries, and a question that offers their codes",
        |world| {
            *world = crate::healthy::world("Contact");
            world.start.org.state_country_picklists = true;
            map_question(world, "control_dropdown", "MailingCountryCode", &["US", "DE"]);
        },
    ),
    ("fields mapped in other letters", |world| {
        for field in world.integration().mapping.values_mut() {
            field.make_ascii_lowercase();
        }
    }),
    ("a form of the European host", |world| {
        world.start.jotform.host = "eu.jotform.com".to_owned()
    }),
    ("Edit granted, and records are only made", edit),
    ("an org that is asked in its last hour of a busy day", |world| {
        world.start.org.limits.calls_used = 13_300;
    }),
];

/// The journey's set is in a group that mutes what the form needs.
fn muting_group(world: &mut World) {
    let object = world.object().to_owned();
    world.start.org.permission_set_groups.push(GroupStart {
        label: "Integrations".to_owned(),
        name: "Integrations".to_owned(),
        permission_sets: vec![SET.to_owned()],
        muted: Some(PermissionSetStart {
            label: "Muted".to_owned(),
            name: "Muted".to_owned(),
            object_permissions: BTreeMap::from([(object, vec![ObjectRight::Create])]),
            ..PermissionSetStart::default()
        }),
    });
}

fn hold(world: &mut World, set: Option<&str>, group: Option<&str>) {
    world.start.org.assignments.push(AssignmentStart {
        user: USER.to_owned(),
        permission_set: set.map(str::to_owned),
        permission_set_group: group.map(str::to_owned),
        ..AssignmentStart::default()
    });
}

fn other_set(world: &mut World, change: fn(&mut PermissionSetStart)) {
    let mut set = PermissionSetStart {
        label: "Nightly reports".to_owned(),
        name: "Other".to_owned(),
        license: Some(SET_LICENCE.to_owned()),
        object_permissions: object::object_permissions("Account", false),
        ..PermissionSetStart::default()
    };
    change(&mut set);
    world.start.org.permission_sets.push(set);
}

fn points_to(world: &mut World, target: &str) {
    let object = world.object().to_owned();
    let fields = world.start.org.custom_fields.get_mut(&object);
    if let Some(field) = fields.and_then(|fields| fields.last_mut()) {
        field.reference_to = Some(target.to_owned());
    }
}

/// Questions of these types go into fields of these types.
fn fitting(world: &mut World, pairs: &[(&str, &str)]) {
    for (question, kind) in pairs {
        let name = format!("Fits{}__c", world.form().questions.len());
        own_field(world, &name, kind, &[], false);
        map_question(world, question, &name, &["A", "B"]);
    }
}
