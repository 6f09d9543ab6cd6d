//! A healthy org and what is wished of it, and the rows that it is made of.

use super::super::*;
use crate::form::{Form, Mapped, Question};
use crate::journey::Bound;
use crate::org::*;

pub(crate) const NOW: u64 = 1_795_500_000_000; // 2026-11-24
pub(crate) const ADMIN: &str = "005000000000001";
pub(crate) const USER: &str = "005000000000002";
pub(crate) const SET: &str = "0PS000000000001";
pub(crate) const PROFILE_SET: &str = "0PS000000000009";
pub(crate) const LICENCE: &str = "0PL000000000001";
pub(crate) const USER_SEAT: &str = "100000000000001";
pub(crate) const PROFILE: &str = "00e000000000001";
pub(crate) const APP_ID: &str = "0H4000000000001";
pub(crate) const ORG: &str = "00D000000000001";

pub(crate) fn wishes() -> Wishes {
    Wishes {
        permission_set_name: "Jotform_Integration".into(),
        permission_set_label: "Jotform Integration".into(),
        username: "jotform@acme.example".into(),
        object: "Lead".into(),
        fields: ["FirstName", "LastName", "Company", "Email", "City"]
            .map(str::to_owned)
            .to_vec(),
        proof_marker: "Waymark 1234abcd".into(),
        form: Some(form()),
        mapping: [
            ("3.last", "LastName"),
            ("4", "Email"),
            ("6", "Company"),
            ("7", "City"),
        ]
        .map(|(question, field)| Mapped {
            question: question.into(),
            field: field.into(),
        })
        .to_vec(),
        bound: Some(Bound {
            organization_id: ORG.into(),
            user_id: ADMIN.into(),
            user_name: "Ada Admin".into(),
            cookie_store: "0".into(),
        }),
        ..Wishes::default()
    }
}

pub(crate) fn form() -> Form {
    let question = |id: &str, kind: &str, label: &str| Question {
        id: id.into(),
        kind: kind.into(),
        label: label.into(),
        required: true,
        ..Question::default()
    };
    Form {
        id: "240001234567890".into(),
        questions: vec![
            question("3", "control_fullname", "Full Name"),
            question("4", "control_email", "Email"),
            question("6", "control_textbox", "Company"),
            question("7", "control_textbox", "City"),
        ],
        ..Form::default()
    }
}

pub(crate) fn licence(id: &str, name: &str, label: &str) -> Licence {
    Licence {
        id: id.into(),
        name: name.into(),
        label: label.into(),
        status: "Active".into(),
        total: Some(5),
        used: Some(1),
        expires: None,
    }
}

pub(crate) fn assignment(set: &str) -> Assignment {
    Assignment {
        set_id: set.into(),
        set_label: set.into(),
        active: Some(true),
        ..Assignment::default()
    }
}

pub(crate) fn on_object(parent: &str, read: bool, create: bool, edit: bool) -> ObjectPermission {
    ObjectPermission {
        parent_id: parent.into(),
        object: "Lead".into(),
        read,
        create,
        edit,
        ..ObjectPermission::default()
    }
}

pub(crate) fn on_field(parent: &str, field: &str) -> FieldPermission {
    FieldPermission {
        id: String::new(),
        parent_id: parent.into(),
        object: "Lead".into(),
        field: field.into(),
        read: true,
        edit: true,
        waits: false,
    }
}

pub(crate) fn described(name: &str, permissionable: bool, compound: Option<&str>) -> FieldDescription {
    FieldDescription {
        name: name.into(),
        permissionable: Some(permissionable),
        compound: compound.map(str::to_owned),
        kind: "string".into(),
        length: 80,
        ..FieldDescription::default()
    }
}

pub(crate) fn required(field: FieldDescription) -> FieldDescription {
    FieldDescription {
        required: true,
        ..field
    }
}

pub(crate) fn token(user: &str) -> Token {
    Token {
        app: "Jotform".into(),
        user_id: user.into(),
        last_used: Some("2026-11-02T00:00:00.000+0000".into()),
        uses: Some(1),
    }
}

pub(crate) fn automation(name: &str, object: &str) -> Automation {
    Automation {
        name: name.into(),
        object: object.into(),
    }
}

pub(crate) fn component(group: &str, set: &str) -> Component {
    Component {
        group_id: group.into(),
        group_label: "Everything".into(),
        group_status: "Updated".into(),
        set_id: set.into(),
    }
}

pub(crate) fn holder(user: &str, username: &str) -> Holder {
    Holder {
        user_id: user.into(),
        username: username.into(),
    }
}

pub(crate) fn powers(set: &str) -> Powers {
    Powers {
        set_id: set.into(),
        ..Powers::default()
    }
}

pub(crate) fn proof(id: &str, by: &str, created: &str) -> ProofRecord {
    ProofRecord {
        id: id.into(),
        created_by: by.into(),
        modified_by: by.into(),
        created: created.into(),
        ..ProofRecord::default()
    }
}

/// An org in which everything is as it should be.
pub(crate) fn healthy() -> OrgFacts {
    let own = [on_field(SET, "Email"), on_field(SET, "Address")].to_vec();
    OrgFacts {
        session: SessionFacts::Works,
        identity: Look::Seen(Identity {
            organization_id: ORG.into(),
            user_id: ADMIN.into(),
        }),
        organization: Look::Seen(Organization {
            name: "Acme".into(),
            ..Organization::default()
        }),
        acting_user: Look::Seen(ActingUser {
            id: ADMIN.into(),
            name: "Ada Admin".into(),
            username: "admin@acme.example".into(),
        }),
        permission_sets: Look::Seen(vec![PermissionSet {
            id: SET.into(),
            name: "Jotform_Integration".into(),
            label: "Jotform Integration".into(),
            licence_id: Some(LICENCE.into()),
            ..PermissionSet::default()
        }]),
        users: Look::Seen(vec![User {
            id: USER.into(),
            username: "jotform@acme.example".into(),
            name: "Jotform Integration".into(),
            active: true,
            profile_id: PROFILE.into(),
            profile_name: "Minimum Access - API Only Integrations".into(),
            user_licence_id: USER_SEAT.into(),
            email: "jotform@acme.example".into(),
            alias: "jotform".into(),
            nickname: "jotform".into(),
        }]),
        permission_set_licences: Look::Seen(vec![
            licence(
                LICENCE,
                "SalesforceAPIIntegrationPsl",
                "Salesforce API Integration",
            ),
            licence(
                "0PL000000000002",
                "SalesforceIntegrationPsl",
                "Salesforce Integration",
            ),
        ]),
        user_licences: Look::Seen(vec![
            licence(USER_SEAT, "Salesforce Integration", "Salesforce Integration"),
            licence("100000000000002", "Salesforce", "Salesforce"),
        ]),
        api_only_profiles: Look::Seen(vec![ApiOnlyProfile {
            id: PROFILE.into(),
            name: "Minimum Access - API Only Integrations".into(),
            user_licence_id: USER_SEAT.into(),
        }]),
        description: Look::Seen(Description {
            label: "Lead".into(),
            fields: vec![
                described("FirstName", false, Some("Name")),
                required(described("LastName", false, Some("Name"))),
                described("Name", false, None),
                required(described("Company", false, None)),
                described("Email", true, None),
                described("City", true, Some("Address")),
                described("Address", true, None),
                described("OwnerId", false, None),
            ],
            record_types: vec![],
        }),
        assignments: Look::Seen(vec![
            assignment(SET),
            Assignment {
                of_profile: true,
                ..assignment(PROFILE_SET)
            },
        ]),
        object_permissions: Look::Seen(vec![on_object(SET, true, true, false)]),
        field_permissions: Look::Seen(own.clone()),
        own_object_permissions: Look::Seen(vec![on_object(SET, true, true, false)]),
        own_field_permissions: Look::Seen(own),
        licence_assignments: Look::Seen(vec![LICENCE.into()]),
        tokens: Look::Seen(vec![token(USER)]),
        login: Look::Seen(vec![UserLogin::default()]),
        verification: Look::Seen(Verification {
            email_verified: true,
            last_login: Some("2026-11-01T00:00:00.000+0000".into()),
        }),
        logins: Look::Seen(vec![Login {
            status: "Success".into(),
            ..Login::default()
        }]),
        apps: Look::Seen(vec![ConnectedApp {
            id: APP_ID.into(),
            ..ConnectedApp::default()
        }]),
        approvals: Look::Seen(vec![]),
        missing_rights: Look::Seen(vec![]),
        locale: Look::Seen(Locale::default()),
        trial_ends: Look::Seen(None),
        storage_left: Look::Seen(Some(900)),
        holders: Look::Seen(vec![holder(USER, "jotform@acme.example")]),
        components: Look::Seen(vec![]),
        powers: Look::Seen(vec![powers(SET), powers(PROFILE_SET)]),
        group_object_permissions: Look::NotAsked,
        group_field_permissions: Look::NotAsked,
        password_expired: Look::Seen(false),
        has_method: Look::Seen(vec![true]),
        revoked: Look::Hidden("IsRevoked".into()),
        sharing: Look::NotAsked,
        duplicate_rules: Look::Seen(vec![]),
        assignment_rules: Look::Seen(vec![]),
        triggers: Look::Seen(vec![]),
        flows: Look::Seen(vec![automation("Other", "Case")]),
        validation_rules: Look::Seen(vec![]),
        package_licences: Look::NotAsked,
        package_users: Look::NotAsked,
        stock_users: Look::NotAsked,
        stock_sets: Look::NotAsked,
        proof_records: Look::Seen(vec![proof("00Q000000000001", USER, "2026-11-02")]),
        api_usage: Some((10, 15_000)),
        requests: 4,
    }
}

pub(crate) fn answers(facts: &OrgFacts, wishes: &Wishes) -> Report {
    judge(facts, wishes, NOW)
}

pub(crate) fn users(facts: &mut OrgFacts) -> &mut User {
    match &mut facts.users {
        Look::Seen(users) => users.first_mut().unwrap(),
        _ => panic!("no users"),
    }
}

pub(crate) fn sets(facts: &mut OrgFacts) -> &mut PermissionSet {
    match &mut facts.permission_sets {
        Look::Seen(sets) => sets.first_mut().unwrap(),
        _ => panic!("no sets"),
    }
}

pub(crate) fn nobody(facts: &mut OrgFacts) {
    facts.users = Look::Seen(vec![]);
}

pub(crate) fn hidden<T>() -> Look<T> {
    Look::Hidden("X".into())
}
