//! What a plan says that it mends, and how it is written for those who write elsewhere.

use super::*;
use crate::inputs::Inputs;
use crate::plan::{
    Applied, FieldGrant, NewSet, NewUser, ObjectGrant, Plan, Write, body, commands, metadata, plan, read,
};

/// What is wrong with a healthy org.
type Change = fn(&mut OrgFacts, &mut Wishes);

/// The report on a healthy org with one thing changed, and the plan for it: the second without a session to write with.
fn planned(change: Change) -> (Report, Plan, Plan) {
    let (mut facts, mut wishes) = (healthy(), wishes());
    change(&mut facts, &mut wishes);
    let report = answers(&facts, &wishes);
    let of = |report: &Report| plan(&facts, &wishes, report, &Inputs::default(), NOW, false);
    let mut unable = report.clone();
    for (id, outcome) in &mut unable.answers {
        if *id == CheckId::Session {
            *outcome = Outcome::CouldNotCheck(Why::NothingToCheck);
        }
    }
    (report.clone(), of(&report), of(&unable))
}

#[test]
fn a_cause_is_left_unless_something_is_written_for_it() {
    let cases: [(Cause, Change); 8] = [
        (Cause::PermissionSetAbsent, |facts, _| {
            facts.permission_sets = Look::Seen(vec![]);
            facts.own_object_permissions = Look::NotAsked;
            facts.own_field_permissions = Look::NotAsked;
        }),
        (Cause::ObjectPermissionMissing, |facts, _| {
            facts.object_permissions = Look::Seen(vec![on_object(SET, true, false, false)]);
            facts.own_object_permissions = facts.object_permissions.clone();
        }),
        (Cause::FieldPermissionMissing, |facts, _| {
            facts.field_permissions = Look::Seen(vec![on_field(SET, "Email")]);
            facts.own_field_permissions = facts.field_permissions.clone();
        }),
        (Cause::FilesNotCreatable, |_, wishes| {
            (wishes.attachments, wishes.edit) = (true, true);
        }),
        (Cause::LookupTargetUnreadable, |facts, wishes| {
            wishes.fields.push("Campaign__c".into());
            if let Look::Seen(description) = &mut facts.description {
                description.fields.push(FieldDescription {
                    reference_to: vec!["Campaign".into()],
                    ..described("Campaign__c", false, None)
                });
            }
        }),
        (Cause::AssignmentAbsent, |facts, _| {
            facts.assignments = Look::Seen(vec![]);
            facts.holders = Look::Seen(vec![]);
        }),
        (Cause::AssignmentLookAlikeSet, |facts, _| {
            facts.assignments = Look::Seen(vec![Assignment {
                set_label: "Jotform integration 2".into(),
                set_name: "Other".into(),
                ..assignment("0PS000000000008")
            }]);
        }),
        (Cause::LicenceAssignmentAbsent, |facts, _| {
            facts.licence_assignments = Look::Seen(vec![]);
        }),
    ];
    for (cause, change) in cases {
        let (report, plan, nothing) = planned(change);
        assert!(
            report
                .answers
                .iter()
                .any(|(_, outcome)| outcome.causes().any(|found| found == cause)),
            "{cause:?} is not found"
        );
        assert!(
            !plan.is_empty() && !plan.left.contains(&cause),
            "{cause:?}: {plan:?}"
        );
        assert!(nothing.is_empty(), "{cause:?}: {nothing:?}");
        let blocks = cause.severity() == Severity::Blocks;
        assert_eq!(nothing.left.contains(&cause), blocks, "{cause:?}: {nothing:?}");
    }
}

#[test]
fn a_new_set_gets_all_that_the_mapping_needs_and_no_more() {
    let granted = |plan: Plan| {
        let grant = |write: Write| match write {
            Write::Object(grant) => Some((grant.object, grant.create, grant.edit, grant.row)),
            _ => None,
        };
        plan.writes.into_iter().filter_map(grant).collect::<Vec<_>>()
    };
    let of_contact: Change = |facts, wishes| {
        (wishes.object, wishes.edit) = ("Contact".into(), true);
        facts.permission_sets = Look::Seen(vec![]);
        facts.own_object_permissions = Look::NotAsked;
        facts.own_field_permissions = Look::NotAsked;
    };
    let (_, plan, _) = planned(of_contact);
    let fields = plan
        .writes
        .iter()
        .filter(|write| matches!(write, Write::Field(_)));
    assert_eq!(fields.count(), 2, "Email and Address");
    let account = ("Account".to_owned(), false, false, None);
    assert_eq!(granted(plan), [account, ("Contact".to_owned(), true, true, None)]);
    let (_, plan, _) = planned(|facts, _| facts.object_permissions = Look::Seen(vec![]));
    assert_eq!(
        granted(plan),
        [],
        "the set has it: that it does not reach the user is another matter"
    );
    let (_, plan, _) = planned(|facts, wishes| {
        wishes.edit = true;
        if let Look::Seen(rows) = &mut facts.own_object_permissions {
            rows[0].id = "110000000000001".into();
        }
        let others = ObjectPermission {
            edit: true,
            ..on_object(PROFILE_SET, true, true, true)
        };
        if let Look::Seen(rows) = &mut facts.own_object_permissions {
            rows.insert(0, others);
        }
    });
    let own = ("Lead".to_owned(), true, true, Some("110000000000001".to_owned()));
    assert_eq!(
        granted(plan),
        [own],
        "the row that is there is changed, not that of another set"
    );
}

/// Something of every kind.
fn everything() -> Plan {
    let of = NewSet {
        label: "Forms & <more>".into(),
        name: "Forms".into(),
        licence: LICENCE.into(),
        licence_label: "Salesforce API Integration".into(),
    };
    let object = |object: &str, create: bool, row: Option<&str>| {
        Write::Object(ObjectGrant {
            object: object.into(),
            create,
            edit: !create,
            row: row.map(str::to_owned),
        })
    };
    let field = |field: &str, row: Option<&str>| {
        Write::Field(FieldGrant {
            object: "Lead".into(),
            field: field.into(),
            edit: true,
            row: row.map(str::to_owned),
        })
    };
    Plan {
        writes: vec![
            Write::PermissionSet(of.clone()),
            Write::User(NewUser {
                username: "o'hara@acme.example".into(),
                last_name: "$HOME `x` \"y\" \\".into(),
                ..NewUser::default()
            }),
            object("Lead", true, None),
            object("Account", false, Some("110000000000001")),
            field("Email", None),
            field("Phone", Some("01k000000000001")),
            Write::Licence(LICENCE.into()),
            Write::Assignment,
        ],
        of,
        ..Plan::default()
    }
}

#[test]
fn commands_write_what_the_plan_does() {
    let expected = r##"# acme.my.salesforce.com
set -e
id() { sed -n 's/.*"id": *"\([0-9A-Za-z]*\)".*/\1/p' | head -1; }
SET=$(sf data create record --sobject PermissionSet --values "Label='Forms & <more>' Name='Forms' LicenseId='0PL000000000001'" --json | id)
USER_ID=$(sf data create record --sobject User --values "Username='o\'hara@acme.example' LastName='\$HOME \`x\` \"y\" \\'" --json | id)
sf data create record --sobject ObjectPermissions --values "ParentId='$SET' SobjectType='Lead' PermissionsRead='true' PermissionsCreate='true' PermissionsEdit='false'"
sf data update record --sobject ObjectPermissions --record-id 110000000000001 --values "PermissionsRead='true' PermissionsCreate='false' PermissionsEdit='true'"
sf data create record --sobject FieldPermissions --values "ParentId='$SET' SobjectType='Lead' Field='Lead.Email' PermissionsRead='true' PermissionsEdit='true'"
sf data update record --sobject FieldPermissions --record-id 01k000000000001 --values "PermissionsRead='true' PermissionsEdit='true'"
sf data create record --sobject PermissionSetLicenseAssign --values "AssigneeId='$USER_ID' PermissionSetLicenseId='0PL000000000001'"
sf data create record --sobject PermissionSetAssignment --values "AssigneeId='$USER_ID' PermissionSetId='$SET'"
"##;
    assert_eq!(commands(&everything(), "acme.my.salesforce.com"), expected);
    let known = Plan {
        set: Some(SET.into()),
        user: Some(USER.into()),
        writes: vec![Write::Assignment],
        ..Plan::default()
    };
    assert!(
        commands(&known, "x").contains("\"AssigneeId='005000000000002' PermissionSetId='0PS000000000001'\"")
    );
}

#[test]
fn metadata_grants_what_the_plan_does() {
    let expected = r#"<?xml version="1.0" encoding="UTF-8"?>
<!-- permissionsets/Forms.permissionset-meta.xml, version 63.0 -->
<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata">
    <fieldPermissions>
        <editable>true</editable>
        <field>Lead.Email</field>
        <readable>true</readable>
    </fieldPermissions>
    <fieldPermissions>
        <editable>true</editable>
        <field>Lead.Phone</field>
        <readable>true</readable>
    </fieldPermissions>
    <hasActivationRequired>false</hasActivationRequired>
    <label>Forms &amp; &lt;more&gt;</label>
    <license>Salesforce API Integration</license>
    <objectPermissions>
        <allowCreate>true</allowCreate>
        <allowDelete>false</allowDelete>
        <allowEdit>false</allowEdit>
        <allowRead>true</allowRead>
        <modifyAllRecords>false</modifyAllRecords>
        <object>Lead</object>
        <viewAllRecords>false</viewAllRecords>
    </objectPermissions>
    <objectPermissions>
        <allowCreate>false</allowCreate>
        <allowDelete>false</allowDelete>
        <allowEdit>true</allowEdit>
        <allowRead>true</allowRead>
        <modifyAllRecords>false</modifyAllRecords>
        <object>Account</object>
        <viewAllRecords>false</viewAllRecords>
    </objectPermissions>
</PermissionSet>
"#;
    assert_eq!(metadata(&everything()), expected);
}

#[test]
fn the_request_has_a_part_for_every_write() {
    let body: serde_json::Value = serde_json::from_str(&body(&everything())).unwrap();
    let part = |name: &str| {
        let parts = body["compositeRequest"].as_array().unwrap();
        let found = parts.iter().find(|part| part["referenceId"] == name);
        found.unwrap_or_else(|| panic!("{name} in {body}"))["body"].clone()
    };
    assert_eq!(body["compositeRequest"].as_array().unwrap().len(), 8);
    assert_eq!(part("set")["Name"], "Forms");
    assert_eq!(part("user")["Username"], "o'hara@acme.example");
    assert_eq!(
        part("licence"),
        serde_json::json!({"AssigneeId": "@{user.id}", "PermissionSetLicenseId": LICENCE})
    );
    assert_eq!(
        part("assignment"),
        serde_json::json!({"AssigneeId": "@{user.id}", "PermissionSetId": "@{set.id}"})
    );
}

#[test]
fn only_what_the_org_itself_refuses_is_known_not_to_be_written() {
    let read_of = |status: u16| {
        read(&Answer::Got {
            status,
            body: r#"[{"errorCode": "X", "message": "x"}]"#.into(),
            limit_info: None,
        })
    };
    for refused in [199, 300, 400, 499] {
        assert!(
            matches!(read_of(refused), Applied::Refused(failure) if failure.code == "X"),
            "{refused}"
        );
    }
    for unknown in [500, 503, 599] {
        assert_eq!(read_of(unknown), Applied::Unknown, "{unknown}");
    }
}
