//! How the integration user logs in (Salesforce fact §7); what the history's texts say is inferred.

use serde_json::{Value, json};
use waymark_core::check::Cause::{
    DeviceCodePending, IpRange, LoginHours, NoVerificationMethod, PasswordExpired, SsoOnly, UserLocked,
};

use super::Fault;
use super::Touched::Login;
use crate::more_healthy::login;
use crate::world::{PROFILE, USER, World};

const LOGIN: &[super::Touched] = &[Login];
const NEVER: &[super::Touched] = &[
    Login,
    super::Touched::User,
    super::Touched::App,
    super::Touched::Proof,
];

pub(super) const FAULTS: &[Fault] = &[
    Fault::new("the user is locked out", &[UserLocked], LOGIN, |world| {
        world.user().locked = true
    }),
    Fault::new(
        "the user is locked out after wrong passwords",
        &[UserLocked],
        LOGIN,
        |world| {
            for _ in 0..3 {
                login(world, USER, "Browser", "Invalid Password", -0.05);
            }
            world.user().locked = true;
        },
    ),
    // A connection outlives its user's password, so that it counts for the next login only.
    Fault::new(
        "the password expired before Jotform was connected",
        &[PasswordExpired],
        NEVER,
        |world| {
            world.before_connection();
            world.user().password_expired = true;
        },
    ),
    Fault::new(
        "the password has expired, asked for by itself",
        &[PasswordExpired],
        NEVER,
        |world| {
            world.before_connection();
            world.user().password_expired = true;
            world.start.org.unknowns.password_in_composite = false;
        },
    )
    .or_unseen(),
    Fault::new(
        "a new user has no verification method",
        &[NoVerificationMethod],
        NEVER,
        |world| {
            super::user::never_logged_in(world);
        },
    ),
    Fault::new(
        "a verified user without a method has never logged in",
        &[NoVerificationMethod],
        NEVER,
        |world| {
            super::user::never_logged_in(world);
            world.user().password = Some("Integration-pass-1".to_owned());
            world.change(
                "TwoFactorMethodsInfo",
                json!({"UserId": {"User": USER}}),
                json!({"HasUserVerifiedEmailAddress": false}),
            );
        },
    ),
    Fault::new(
        "a login waits for the mailed code",
        &[DeviceCodePending],
        NEVER,
        |world| {
            super::user::never_logged_in(world);
            login(
                world,
                USER,
                "Browser",
                "Verification required: Email Verification",
                -0.01,
            );
            verification(world, "Automated: Email Code", "In Progress", -0.01);
        },
    ),
    Fault::new(
        "the newest verification is in progress",
        &[DeviceCodePending],
        LOGIN,
        |world| {
            verification(world, "DeviceActivation", "In Progress", -0.01);
            login(world, USER, "Browser", "Verification required", -0.01);
        },
    ),
    Fault::new(
        "the mailed code was never entered",
        &[DeviceCodePending],
        NEVER,
        |world| {
            super::user::never_logged_in(world);
            login(
                world,
                USER,
                "Browser",
                "Failed: Computer activation required",
                -0.02,
            );
            verification(world, "DeviceActivation", "Failed - Invalid Code", -0.01);
        },
    ),
    Fault::new("the profile allows single sign-on only", &[SsoOnly], LOGIN, sso),
    Fault::new(
        "a login was refused for the time of day",
        &[LoginHours],
        LOGIN,
        |world| {
            login(world, USER, "Browser", "Restricted Time", -0.01);
        },
    ),
    Fault::new(
        "the app's login was refused for the time of day",
        &[LoginHours],
        LOGIN,
        |world| {
            login(world, USER, "Jotform", "Failed: Login hours restricted", -0.01);
        },
    ),
    Fault::new(
        "a login was refused for its address",
        &[IpRange],
        LOGIN,
        |world| {
            login(world, USER, "Browser", "Restricted IP", -0.01);
        },
    ),
    Fault::new(
        "the app's login was refused for its address",
        &[IpRange],
        LOGIN,
        |world| {
            login(world, USER, "Jotform", "Failed: IP address restricted", -0.01);
        },
    ),
];

fn verification(world: &mut World, activity: &str, status: &str, days: f64) {
    let row: Value = json!({
        "UserId": {"User": USER}, "VerificationTime": {"days_from_now": days}, "VerificationMethod": "Email",
        "Policy": "DeviceActivation", "Activity": activity, "Status": status, "SourceIp": "203.0.113.7",
    });
    world.add("VerificationHistory", row);
}

fn sso(world: &mut World) {
    // A profile's own set is found by the profile, whose name is the org's to translate.
    world.start.org.profiles.push(simulated_org::start::ProfileStart {
        name: "Single sign-on".to_owned(),
        like: PROFILE.to_owned(),
        with: vec!["IsSsoEnabled".to_owned()],
        ..simulated_org::start::ProfileStart::default()
    });
    if let Some(own) = world.start.org.profiles.first().cloned()
        && own.name != "Single sign-on"
        && let Some(last) = world.start.org.profiles.last_mut()
    {
        last.object_permissions = own.object_permissions;
        last.field_permissions = own.field_permissions;
    }
    world.user().profile = "Single sign-on".to_owned();
}
