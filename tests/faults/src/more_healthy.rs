//! Healthy orgs that look unusual: each has something that a careless rule would take for a fault.

use serde_json::json;
use simulated_org::OrgKind;
use simulated_org::start::{
    AutomationKind, AutomationStart, ConnectedAppStart, CustomFieldStart, ObjectRight, PermissionSetStart,
    QuestionStart, SeatsStart,
};

use crate::object;
use crate::world::{ADMINISTRATOR, APP, COLLEAGUE, OLD_PROFILE, SET, SET_LICENCE, USER, USER_LICENCE, World};

/// Something unusual, by name.
pub type Extra = (&'static str, fn(&mut World));

/// Everything unusual that is healthy.
pub const EXTRAS: [Extra; 41] = [
    ("a sandbox", |world| {
        world.start.org.kind = OrgKind::Sandbox;
        world.start.org.my_domain = "acme--uat".to_owned();
    }),
    ("a Developer Edition", |world| {
        world.start.org.kind = OrgKind::Developer;
        world.start.org.edition = "Developer Edition".to_owned();
    }),
    ("a scratch org, a month before its end", |world| {
        world.start.org.kind = OrgKind::Scratch;
    }),
    ("a host name without enhanced domains", |world| {
        world.start.org.enhanced_domains = false;
    }),
    ("Unlimited Edition", |world| {
        world.start.org.edition = "Unlimited Edition".to_owned();
    }),
    ("the older profile", |world| {
        world.user().profile = OLD_PROFILE.to_owned()
    }),
    ("tokens of others beside", |world| {
        world.start.org.users[0].connected_to = vec![APP.to_owned()];
        world.colleague().connected_to = vec![APP.to_owned()];
    }),
    ("tokens of other apps beside", |world| {
        world.user().connected_to.push("Dataloader".to_owned());
        world.colleague().connected_to = vec!["Dataloader".to_owned(); 5];
    }),
    ("two tokens of this user", |world| {
        world.user().connected_to.push(APP.to_owned())
    }),
    ("records that are only found, and may only be read", |world| {
        crate::catalogue::finds(world)
    }),
    ("update on, with its search fields and Edit", |world| {
        *world = crate::healthy::world("Contact");
        update(world);
    }),
    ("update on with a private default and View All", |world| {
        *world = crate::healthy::world("Account");
        update(world);
        world
            .start
            .org
            .sharing
            .insert("Account".to_owned(), "None".to_owned());
        let rights = world
            .set()
            .object_permissions
            .entry("Account".to_owned())
            .or_default();
        rights.push(ObjectRight::ViewAll);
    }),
    ("attachments on, with a file question and Edit", |world| {
        world.integration().attachments = true;
        world.form().questions.push(QuestionStart {
            id: "20".to_owned(),
            kind: "control_fileupload".to_owned(),
            label: "Your file".to_owned(),
            name: "yourFile".to_owned(),
            ..QuestionStart::default()
        });
        edit(world);
    }),
    ("a private default, and records are only made", |world| {
        let object = world.object().to_owned();
        world.start.org.sharing.insert(object, "None".to_owned());
    }),
    ("an inactive duplicate rule", |world| {
        let object = world.object().to_owned();
        world.add(
            "DuplicateRule",
            json!({"DeveloperName": "Twins", "MasterLabel": "Twins", "SobjectType": object, "IsActive": false}),
        );
    }),
    ("an active duplicate rule on another object", |world| {
        world.add(
            "DuplicateRule",
            json!({"DeveloperName": "T", "MasterLabel": "T", "SobjectType": "Opportunity", "IsActive": true}),
        );
    }),
    ("automation on another object", |world| {
        for kind in [
            AutomationKind::Flow,
            AutomationKind::Trigger,
            AutomationKind::ValidationRule,
        ] {
            world.start.org.automation.push(AutomationStart {
                kind,
                name: "On_opportunities".to_owned(),
                object: "Opportunity".to_owned(),
                ..AutomationStart::default()
            });
        }
    }),
    ("an assignment that ends in a year", |world| {
        for one in world.assignments() {
            one.expires = Some("2033-01-31T08:00:00.000+0000".to_owned());
        }
    }),
    ("user access policies", |world| {
        world.start.org.security.user_access_policies = true;
    }),
    ("an app for approved users, and this one is", |world| {
        world.start.org.connected_apps = vec![ConnectedAppStart {
            installed: true,
            admin_approved_only: true,
            ..ConnectedAppStart::default()
        }];
        world.add(
            "SetupEntityAccess",
            json!({
                "ParentId": {"PermissionSet": SET}, "SetupEntityId": {"ConnectedApplication": APP},
                "SetupEntityType": "ConnectedApplication",
            }),
        );
    }),
    ("the last seat of the user licence is this user's", |world| {
        world.start.org.user_licenses.push(seats(USER_LICENCE, 1));
    }),
    ("the last seat of the set licence is this user's", |world| {
        world
            .start
            .org
            .permission_set_licenses
            .push(seats(SET_LICENCE, 1));
    }),
    ("a set of nearly the same name that nobody holds", |world| {
        world.start.org.permission_sets.push(PermissionSetStart {
            label: "Jotform Integration (old)".to_owned(),
            name: "Jotform_Integration_old".to_owned(),
            license: Some(SET_LICENCE.to_owned()),
            ..PermissionSetStart::default()
        });
    }),
    ("a colleague who is frozen and locked", |world| {
        let colleague = world.colleague();
        (colleague.frozen, colleague.locked, colleague.password_expired) = (true, true, true);
    }),
    ("a failing login of a colleague", |world| {
        world.colleague();
        login(world, COLLEAGUE, APP, "Failed: Restricted IP", -0.01);
    }),
    ("failures of the app long before it went well", |world| {
        login(world, USER, APP, "Failed: Not approved for access", -9.0);
        login(world, USER, APP, "Failed: OAUTH_APPROVAL_ERROR_GENERIC", -8.0);
    }),
    ("a wrong password in the browser before a good one", |world| {
        login(world, USER, "Browser", "Invalid Password", -2.0);
        login(world, USER, "Browser", "Success", -1.0);
    }),
    ("little storage, but some", |world| {
        world.start.org.limits.data_storage_left = 5
    }),
    ("three quarters of the day's calls", |world| {
        world.start.org.limits.calls_used = 11_250
    }),
    ("a set licence that ends next year", |world| {
        world.change(
            "PermissionSetLicense",
            json!({"DeveloperName": SET_LICENCE}),
            json!({"ExpirationDate": {"days_from_now": 300}}),
        );
    }),
    ("a trial that ends in three months", |world| {
        world.change(
            "Organization",
            json!({"Name": "Acme"}),
            json!({"TrialExpirationDate": {"days_from_now": 90}}),
        );
    }),
    ("limits and passwords outside composite requests", |world| {
        world.start.org.unknowns.limits_in_composite = false;
        world.start.org.unknowns.password_in_composite = false;
    }),
    ("an org that hides logins and verification", |world| {
        world.start.org.hidden = ["LoginHistory", "VerificationHistory", "TwoFactorMethodsInfo"]
            .map(str::to_owned)
            .into();
    }),
    (
        "a restricted picklist whose values the question offers",
        |world| {
            *world = crate::healthy::world("Lead");
            own_field(world, "Size__c", "picklist", &["Small", "Large"], true);
            map_question(world, "control_dropdown", "Size__c", &["Small", "Large"]);
        },
    ),
    ("picklists of states, and no address is mapped", |world| {
        *world = crate::healthy::world("Lead");
        world.start.org.state_country_picklists = true;
    }),
    ("one record type", |world| {
        let object = world.object().to_owned();
        world.add(
            "RecordType",
            json!({"DeveloperName": "Web", "Name": "Web", "SobjectType": object}),
        );
    }),
    ("person accounts, and leads are made", |world| {
        *world = crate::healthy::world("Lead");
        world.start.org.person_accounts = true;
    }),
    ("no verification method, and the user has logged in", |world| {
        world.user().verification_method = false;
    }),
    ("a required field of the org's own with a default", |world| {
        *world = crate::healthy::world("Lead");
        own_field(world, "Consent__c", "boolean", &[], false);
    }),
    ("questions that are not mapped, hidden and laid out", |world| {
        for (id, kind, conditional) in [
            ("30", "control_head", false),
            ("31", "control_textbox", true),
            ("32", "control_divider", false),
            ("33", "control_rating", false),
        ] {
            world.form().questions.push(QuestionStart {
                id: id.to_owned(),
                kind: kind.to_owned(),
                label: format!("Beside {id}"),
                name: format!("beside{id}"),
                conditional,
                ..QuestionStart::default()
            });
        }
    }),
    ("records changed by the administrator afterwards", |world| {
        world.proof().modified_by = ADMINISTRATOR.to_owned();
    }),
];

/// Records are updated: by the search fields of the object (Jotform fact §4, seen), and Edit is granted.
pub fn update(world: &mut World) {
    world.integration().update_existing = true;
    edit(world);
}

/// The set grants Edit on the object.
pub fn edit(world: &mut World) {
    let object = world.object().to_owned();
    let rights = object::object_permissions(&object, true);
    let set = world.set();
    for (name, rights) in rights {
        let own = set.object_permissions.entry(name).or_default();
        for right in rights {
            if !own.contains(&right) {
                own.push(right);
            }
        }
    }
}

/// A number of seats for a licence.
pub fn seats(name: &str, total: i64) -> SeatsStart {
    SeatsStart {
        name: name.to_owned(),
        total,
        disabled: false,
        expires: None,
    }
}

/// A line of the login history, some days from now.
pub fn login(world: &mut World, username: &str, application: &str, status: &str, days: f64) {
    world.add(
        "LoginHistory",
        json!({
            "UserId": {"User": username}, "LoginTime": {"days_from_now": days}, "Application": application,
            "LoginType": if application == "Browser" { "Application" } else { "Remote Access 2.0" },
            "Status": status, "SourceIp": "203.0.113.7",
        }),
    );
}

/// A field of the org's own on the journey's object, with its permission.
pub fn own_field(world: &mut World, name: &str, kind: &str, values: &[&str], restricted: bool) {
    let object = world.object().to_owned();
    let field = CustomFieldStart {
        name: name.to_owned(),
        label: name.trim_end_matches("__c").replace('_', " "),
        kind: kind.to_owned(),
        values: values.iter().map(|value| (*value).to_owned()).collect(),
        restricted,
        ..CustomFieldStart::default()
    };
    world
        .start
        .org
        .custom_fields
        .entry(object.clone())
        .or_default()
        .push(field);
    let both = vec![ObjectRight::Read, ObjectRight::Edit];
    world
        .set()
        .field_permissions
        .insert(format!("{object}.{name}"), both);
}

/// A further question that is mapped to a field.
pub fn map_question(world: &mut World, kind: &str, field: &str, options: &[&str]) {
    let id = (40 + world.form().questions.len()).to_string();
    world.form().questions.push(QuestionStart {
        id: id.clone(),
        kind: kind.to_owned(),
        label: format!("For {field}"),
        name: format!("for{id}"),
        options: options.iter().map(|option| (*option).to_owned()).collect(),
        ..QuestionStart::default()
    });
    world.integration().mapping.insert(id, field.to_owned());
}
