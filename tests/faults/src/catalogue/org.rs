//! The org as a whole, and its seats (Salesforce fact §7).

use serde_json::json;
use simulated_org::start::UserStart;
use waymark_core::check::Cause::{
    PermissionSetLicenceAbsent, PermissionSetLicenceDisabled, PermissionSetLicenceExpired,
    PermissionSetLicenceUsedUp, RequestsRunningOut, StorageFull, TrialEnding, UserInactive,
    UserLicenceAbsent, UserLicenceDisabled, UserLicenceUsedUp,
};

use super::Fault;
use super::Touched::{Org, Seats, Set, User};
use crate::more_healthy::seats;
use crate::world::{PROFILE, SET_LICENCE, USER_LICENCE, World};

/// Seats count as long as there is no user who holds them.
const NO_USER: &[super::Touched] = &[
    Seats,
    User,
    super::Touched::Login,
    super::Touched::Assignment,
    super::Touched::Access,
    super::Touched::App,
    super::Touched::Proof,
];
const NO_SET: &[super::Touched] = &[
    Seats,
    User,
    Set,
    super::Touched::Login,
    super::Touched::Assignment,
    super::Touched::Access,
    super::Touched::App,
    super::Touched::Proof,
];

pub(super) const FAULTS: &[Fault] = &[
    Fault::new("the trial ends in ten days", &[TrialEnding], &[Org], |world| {
        trial(world, 10.0)
    }),
    Fault::new("the trial ends tomorrow", &[TrialEnding], &[Org], |world| {
        trial(world, 1.0)
    }),
    Fault::new(
        "the trial ends in thirteen days and a half",
        &[TrialEnding],
        &[Org],
        |world| trial(world, 13.5),
    ),
    Fault::new("no storage is left", &[StorageFull], &[Org], |world| {
        world.start.org.limits.data_storage_left = 0
    }),
    Fault::new(
        "no storage is left, and limits are asked for by themselves",
        &[StorageFull],
        &[Org],
        |world| {
            world.start.org.limits.data_storage_left = 0;
            world.start.org.unknowns.limits_in_composite = false;
        },
    )
    .or_unseen(),
    Fault::new(
        "ninety per cent of the calls are used",
        &[RequestsRunningOut],
        &[Org],
        |world| {
            world.start.org.limits.calls_used = 13_600;
        },
    ),
    Fault::new(
        "nearly all of a Developer Edition's calls are used",
        &[RequestsRunningOut],
        &[Org],
        |world| {
            world.start.org.limits.daily_calls = 5_000;
            world.start.org.limits.calls_used = 4_990;
        },
    ),
    Fault::new(
        "others hold every seat of the user licence",
        &[UserLicenceUsedUp],
        NO_USER,
        |world| {
            world.before_user();
            world.start.org.user_licenses.push(seats(USER_LICENCE, 1));
            other_integration(world);
        },
    ),
    Fault::new(
        "others hold all five seats of the user licence",
        &[UserLicenceUsedUp],
        NO_USER,
        |world| {
            world.before_user();
            for _ in 0..5 {
                other_integration(world);
            }
        },
    ),
    Fault::new(
        "others hold every seat of the set licence",
        &[PermissionSetLicenceUsedUp],
        NO_USER,
        |world| {
            world.before_user();
            world
                .start
                .org
                .permission_set_licenses
                .push(seats(SET_LICENCE, 1));
            let other = other_integration(world);
            assign(world, &other);
        },
    ),
    Fault::new(
        "both licences are used up",
        &[UserLicenceUsedUp, PermissionSetLicenceUsedUp],
        NO_USER,
        |world| {
            world.before_user();
            world.start.org.user_licenses.push(seats(USER_LICENCE, 1));
            world
                .start
                .org
                .permission_set_licenses
                .push(seats(SET_LICENCE, 1));
            let other = other_integration(world);
            assign(world, &other);
        },
    ),
    Fault::new(
        "the user is not active, and the last seat went to others",
        &[UserInactive, UserLicenceUsedUp],
        NO_USER,
        |world| {
            world.before_connection();
            world.user().active = false;
            world.start.org.user_licenses.push(seats(USER_LICENCE, 1));
            other_integration(world);
        },
    ),
    Fault::new(
        "the org has no user licence for it",
        &[UserLicenceAbsent],
        NO_USER,
        |world| {
            world.before_user();
            world.start.org.user_licenses.push(seats(USER_LICENCE, 0));
        },
    ),
    Fault::new(
        "the org has no set licence for it",
        &[PermissionSetLicenceAbsent],
        NO_SET,
        |world| {
            nothing_yet(world);
            world
                .start
                .org
                .permission_set_licenses
                .push(seats(SET_LICENCE, 0));
        },
    ),
    Fault::new(
        "a Professional Edition has neither licence",
        &[UserLicenceAbsent, PermissionSetLicenceAbsent],
        NO_SET,
        |world| {
            nothing_yet(world);
            world.start.org.edition = "Professional Edition".to_owned();
        },
    ),
    Fault::new(
        "the user licence is switched off",
        &[UserLicenceDisabled],
        &[Seats],
        |world| {
            disabled(world, "UserLicense", "Name", USER_LICENCE);
        },
    ),
    Fault::new(
        "the user licence was switched off before there was a user",
        &[UserLicenceDisabled],
        NO_USER,
        |world| {
            world.before_user();
            disabled(world, "UserLicense", "Name", USER_LICENCE);
        },
    ),
    Fault::new(
        "the set licence is switched off",
        &[PermissionSetLicenceDisabled],
        &[Seats],
        |world| {
            disabled(world, "PermissionSetLicense", "DeveloperName", SET_LICENCE);
        },
    ),
    Fault::new(
        "the set licence ended yesterday",
        &[PermissionSetLicenceExpired],
        &[Seats],
        |world| {
            expires(world, -1.0);
        },
    ),
    Fault::new(
        "the set licence ended a year ago",
        &[PermissionSetLicenceExpired],
        &[Seats],
        |world| {
            expires(world, -365.0);
        },
    ),
];

fn trial(world: &mut World, days: f64) {
    let name = world.start.org.name.clone();
    world.change(
        "Organization",
        json!({"Name": name}),
        json!({"TrialExpirationDate": {"days_from_now": days}}),
    );
}

fn expires(world: &mut World, days: f64) {
    world.change(
        "PermissionSetLicense",
        json!({"DeveloperName": SET_LICENCE}),
        json!({"ExpirationDate": {"days_from_now": days}}),
    );
}

/// The licence is switched off after everything was given out.
fn disabled(world: &mut World, object: &str, field: &str, name: &str) {
    world.change(object, json!({field: name}), json!({"Status": "Disabled"}));
}

/// Neither the set nor the user is made yet.
fn nothing_yet(world: &mut World) {
    world.before_user();
    world.start.org.permission_sets.clear();
    world.start.org.permission_set_groups.clear();
    world.start.org.assignments.clear();
}

/// An integration user of somebody else's.
fn other_integration(world: &mut World) -> String {
    let number = world.start.org.users.len();
    let username = format!("other.integration{number}@acme.example");
    world.start.org.users.push(UserStart {
        username: username.clone(),
        first_name: "Other".to_owned(),
        last_name: format!("Integration {number}"),
        profile: PROFILE.to_owned(),
        ..UserStart::default()
    });
    username
}

/// The seat of the set licence is taken by somebody else.
fn assign(world: &mut World, username: &str) {
    world
        .start
        .org
        .assignments
        .push(simulated_org::start::AssignmentStart {
            user: username.to_owned(),
            permission_set_license: Some(SET_LICENCE.to_owned()),
            ..simulated_org::start::AssignmentStart::default()
        });
}
