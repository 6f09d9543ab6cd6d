//! Further ways for causes that the other files reach in one way only.

use serde_json::json;
use simulated_org::faults::{Fault as HttpFault, FaultKind};
use simulated_org::start::{AssignmentStart, ObjectRight, PermissionSetStart, UserStart};
use waymark_core::check::Cause::{
    AliasCut, ApiAccessControl, LicenceAssignmentAbsent, ParentObjectMissing, PermissionSetLicenceDisabled,
    PermissionSetManaged, PermissionSetNoLicence, PersonAccount, RecordTypeOpen, RequestLimit,
    RequiredFieldConditional, SessionExpired, SessionIpLocked, SharingPrivate, StockSet, TokenUnused,
    UserUnverified,
};

use super::Fault;
use super::Touched::{Access, App, Assignment, Form, Login, Org, Proof, Seats, Session, Set, User};
use super::access::granted_by_set;
use super::mapping::last_field;
use crate::more_healthy::{edit, map_question, own_field, update};
use crate::world::{APP, PROFILE, SET, SET_LICENCE, USER, World};

const SESSION: &[super::Touched] = &[Session, Org];
const ACCESS: &[super::Touched] = &[Access, Set, Assignment];
const NO_USER: &[super::Touched] = &[User, Login, Assignment, Access, Seats, App, Proof];

pub(super) const FAULTS: &[Fault] = &[
    Fault::new(
        "the session ends between two requests",
        &[SessionExpired],
        SESSION,
        |world| {
            later(world, FaultKind::SessionExpired);
        },
    ),
    Fault::new(
        "the day's calls run out between two requests",
        &[RequestLimit],
        SESSION,
        |world| {
            later(world, FaultKind::RequestLimitExceeded);
        },
    ),
    Fault::new(
        "API Access Control begins between two requests",
        &[ApiAccessControl],
        SESSION,
        |world| {
            later(world, FaultKind::ApiAccessControl);
        },
    ),
    Fault::new(
        "the session is not valid from this address",
        &[SessionIpLocked],
        SESSION,
        |world| {
            let kind = FaultKind::Refused {
                status: 401,
                code: "INVALID_SESSION_ID".to_owned(),
                message: "The session is not valid from this source IP".to_owned(),
            };
            world.refuses.push(everywhere(kind));
        },
    ),
    Fault::new(
        "the set licence was switched off before there was a user",
        &[PermissionSetLicenceDisabled],
        NO_USER,
        |world| {
            world.before_user();
            let find = json!({"DeveloperName": SET_LICENCE});
            world.change("PermissionSetLicense", find, json!({"Status": "Disabled"}));
        },
    ),
    Fault::new(
        "there is a set with the licence that another user holds",
        &[StockSet],
        NO_SET,
        |world| {
            world.before_user();
            let org = &mut world.start.org;
            (org.assignments, org.permission_set_groups) = (Vec::new(), Vec::new());
            org.users.push(UserStart {
                username: "warehouse@acme.example".to_owned(),
                last_name: "Warehouse".to_owned(),
                profile: PROFILE.to_owned(),
                ..UserStart::default()
            });
            org.permission_sets = vec![PermissionSetStart {
                label: "Data warehouse".to_owned(),
                name: "Data_Warehouse".to_owned(),
                license: Some(SET_LICENCE.to_owned()),
                ..PermissionSetStart::default()
            }];
            org.assignments.push(AssignmentStart {
                user: "warehouse@acme.example".to_owned(),
                permission_set: Some("Data_Warehouse".to_owned()),
                ..AssignmentStart::default()
            });
        },
    ),
    Fault::new(
        "the set came with a package, and nobody holds it",
        &[PermissionSetManaged],
        NO_USER,
        |world| {
            world.before_user();
            world.change(
                "PermissionSet",
                json!({"Name": SET}),
                json!({"NamespacePrefix": "acme"}),
            );
        },
    ),
    Fault::new(
        "contacts may not be read, on which cases depend",
        &[ParentObjectMissing],
        ACCESS,
        |world| {
            let find = json!({"ParentId": {"PermissionSet": SET}, "SobjectType": "Contact"});
            world.take_away("ObjectPermissions", find);
        },
    )
    .on(|world| {
        world.writes("Case") && granted_by_set(world) && world.start.org.permission_set_groups.is_empty()
    }),
    Fault::new(
        "contacts are shared as their accounts are, and those are private",
        &[SharingPrivate],
        WITH_FORM,
        |world| {
            update(world);
            edit(world);
            world
                .start
                .org
                .sharing
                .insert("Account".to_owned(), "None".to_owned());
        },
    )
    .on(|world| world.writes("Contact") && granted_by_set(world)),
    Fault::new(
        "a private default, and leads are updated by a set with View All Fields",
        &[SharingPrivate],
        WITH_FORM,
        |world| {
            update(world);
            let object = world.object().to_owned();
            world.start.org.sharing.insert(object.clone(), "None".to_owned());
            if let Some(rights) = world.set().object_permissions.get_mut(&object) {
                rights.push(ObjectRight::ViewAllFields);
            }
        },
    )
    .on(|world| world.writes("Lead") && granted_by_set(world)),
    Fault::new(
        "a password was set without the mail, and nobody logged in",
        &[UserUnverified],
        &[User, Login, App, Proof],
        |world| {
            super::user::never_logged_in(world);
            world.user().password = Some("Integration-pass-1".to_owned());
            world.change(
                "User",
                json!({"Username": USER}),
                json!({"HasUserVerifiedEmail": false}),
            );
            let nothing = json!({"HasUserVerifiedEmailAddress": false});
            world.change("TwoFactorMethodsInfo", json!({"UserId": {"User": USER}}), nothing);
        },
    ),
    Fault::new(
        "the alias was cut in a new user",
        &[AliasCut],
        &[User, Login, App, Proof],
        |world| {
            world.before_connection();
            world.alias = "integration".to_owned();
            world.user().alias = "integrat".to_owned();
        },
    ),
    Fault::new(
        "the licence that was given by itself was taken away",
        &[PermissionSetNoLicence, LicenceAssignmentAbsent],
        &[Assignment, Seats, Set],
        |world| {
            world.take_away(
                "PermissionSetLicenseAssign",
                json!({"AssigneeId": {"User": USER}}),
            );
        },
    )
    .on(|world| {
        world
            .start
            .org
            .assignments
            .iter()
            .any(|one| one.permission_set_license.is_some())
    }),
    Fault::new(
        "a required field of the org's own may be hidden",
        &[RequiredFieldConditional],
        &[Form],
        |world| {
            own_field(world, "Source_Code__c", "string", &[], false);
            last_field(world, |field| field.required = true);
            let field = format!("{}.Source_Code__c", world.object());
            world.set().field_permissions.remove(&field);
            for record in &mut world.start.org.records {
                record.fields.insert("Source_Code__c".to_owned(), json!("web"));
            }
            map_question(world, "control_textbox", "Source_Code__c", &[]);
            if let Some(question) = world.form().questions.last_mut() {
                (question.required, question.conditional) = (true, true);
            }
        },
    ),
    Fault::new(
        "the object has three record types, of which one is off",
        &[RecordTypeOpen],
        &[Form],
        |world| {
            let object = world.object().to_owned();
            for (name, active) in [("Web", true), ("Partner", true), ("Old", false)] {
                world.add(
                    "RecordType",
                    json!({"DeveloperName": name, "Name": name, "SobjectType": object, "IsActive": active}),
                );
            }
        },
    ),
    Fault::new(
        "person accounts, and accounts are updated",
        &[PersonAccount],
        WITH_FORM,
        |world| {
            update(world);
            world.start.org.person_accounts = true;
            let read = vec![ObjectRight::Read];
            world.set().object_permissions.insert("Contact".to_owned(), read);
        },
    )
    .on(|world| world.writes("Account") && granted_by_set(world)),
    Fault::new(
        "two tokens, and neither was ever used",
        &[TokenUnused],
        &[App, Proof],
        |world| {
            world.before_connection();
            world.user().connected_to = vec![APP.to_owned(); 2];
        },
    ),
];

const NO_SET: &[super::Touched] = &[Set, User, Login, Assignment, Access, Seats, App, Proof];
const WITH_FORM: &[super::Touched] = &[Access, Set, Assignment, Form];

/// Refuses from the first bundle of questions on: the identity was told before.
fn later(world: &mut World, kind: FaultKind) {
    world.refuses.push(HttpFault {
        path_prefix: Some("/services/data/v63.0/composite".to_owned()),
        ..everywhere(kind)
    });
}

/// Refuses every request.
pub(super) fn everywhere(kind: FaultKind) -> HttpFault {
    HttpFault {
        kind,
        times: None,
        path_prefix: None,
    }
}
