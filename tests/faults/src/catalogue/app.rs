//! Jotform's app in the org and its tokens (Salesforce fact §7).

use serde_json::json;
use simulated_org::start::ConnectedAppStart;
use waymark_core::check::Cause::{
    AppAdminApprovedOnly, AppBlocked, AppHighAssurance, AppShortRefresh, LoginFailing, TokenAbsent,
    TokenNearlyTooMany, TokenOtherOrg, TokenOtherUser, TokenUnused,
};

use super::Fault;
use super::Touched::{App, Form, Login, Proof};
use crate::more_healthy::login;
use crate::world::{ADMINISTRATOR, APP, COLLEAGUE, USER, World};

const APP_ONLY: &[super::Touched] = &[App];
const NO_TOKEN: &[super::Touched] = &[App, Proof, Login];

pub(super) const FAULTS: &[Fault] = &[
    Fault::new(
        "the app is not installed, and a page said so",
        &[AppBlocked],
        NO_TOKEN,
        |world| {
            not_installed(world);
            world.denied = true;
        },
    ),
    Fault::new(
        "the app is not installed, and the history shows the attempt",
        &[AppBlocked],
        NO_TOKEN,
        |world| {
            not_installed(world);
            login(world, USER, APP, "Failed: OAUTH_APPROVAL_ERROR_GENERIC", -0.01);
        },
    ),
    Fault::new(
        "the app is for approved users, and this one is connected",
        &[AppAdminApprovedOnly],
        APP_ONLY,
        reserved,
    ),
    Fault::new(
        "the app is for approved users, and this one was refused",
        &[AppAdminApprovedOnly],
        NO_TOKEN,
        |world| {
            not_connected(world);
            reserved(world);
            login(world, USER, APP, "Failed: Not approved for access", -0.01);
        },
    ),
    Fault::new(
        "the app wants a high-assurance session",
        &[AppHighAssurance],
        APP_ONLY,
        |world| {
            policy(world, "OptionsHasSessionLevelPolicy", json!(true));
        },
    ),
    Fault::new(
        "the connection ends after an hour",
        &[AppShortRefresh],
        APP_ONLY,
        |world| {
            policy(world, "RefreshTokenValidityPeriod", json!(1));
        },
    ),
    Fault::new(
        "the connection ends after a day",
        &[AppShortRefresh],
        APP_ONLY,
        |world| {
            policy(world, "RefreshTokenValidityPeriod", json!(24));
        },
    ),
    Fault::new("nobody is connected", &[TokenAbsent], NO_TOKEN, not_connected),
    Fault::new(
        "the user is connected to another app",
        &[TokenAbsent],
        NO_TOKEN,
        |world| {
            not_connected(world);
            world.user().connected_to = vec!["Dataloader".to_owned()];
        },
    ),
    Fault::new(
        "the administrator is connected",
        &[TokenOtherUser],
        NO_TOKEN,
        |world| {
            not_connected(world);
            world.start.org.users[0].connected_to = vec![APP.to_owned()];
            world.integration().connected_as = ADMINISTRATOR.to_owned();
        },
    ),
    Fault::new("a colleague is connected", &[TokenOtherUser], NO_TOKEN, |world| {
        not_connected(world);
        world.colleague().connected_to = vec![APP.to_owned()];
        world.integration().connected_as = COLLEAGUE.to_owned();
    }),
    Fault::new(
        "both the administrator and a colleague are connected",
        &[TokenOtherUser],
        NO_TOKEN,
        |world| {
            not_connected(world);
            world.colleague().connected_to = vec![APP.to_owned(); 2];
            world.start.org.users[0].connected_to = vec![APP.to_owned()];
        },
    ),
    Fault::new(
        "the form is connected to another org",
        &[TokenOtherOrg],
        &[App, Form],
        |world| {
            world.integration().connected_as = "integration@other-company.example".to_owned();
        },
    ),
    Fault::new(
        "the form is connected to the sandbox",
        &[TokenOtherOrg],
        &[App, Form],
        |world| {
            world.integration().connected_as = format!("{USER}.uat");
        },
    ),
    Fault::new(
        "the token was never used",
        &[TokenUnused],
        &[App, Proof],
        |world| {
            world.before_connection();
            world.user().connected_to = vec![APP.to_owned()];
        },
    ),
    Fault::new(
        "four of five approvals",
        &[TokenNearlyTooMany],
        APP_ONLY,
        |world| {
            world.user().connected_to = vec![APP.to_owned(); 4];
        },
    ),
    Fault::new("all five approvals", &[TokenNearlyTooMany], APP_ONLY, |world| {
        world.user().connected_to = vec![APP.to_owned(); 5];
    }),
    Fault::new(
        "the app's last login failed",
        &[LoginFailing],
        &[App, Login],
        |world| {
            login(
                world,
                USER,
                APP,
                "Failed: Token request is already in progress",
                -0.01,
            );
        },
    ),
    Fault::new(
        "the app's last logins failed",
        &[LoginFailing],
        &[App, Login],
        |world| {
            for days in [-0.03, -0.02, -0.01] {
                login(world, USER, APP, "Failed: expired access/refresh token", days);
            }
        },
    ),
];

/// Nobody has connected Jotform, and nobody has tried.
fn not_connected(world: &mut World) {
    world.before_connection();
    world.start.org.rows.retain(|row| row.object != "LoginHistory");
}

fn not_installed(world: &mut World) {
    not_connected(world);
    world.start.org.connected_apps = vec![ConnectedAppStart::default()];
}

fn reserved(world: &mut World) {
    world.start.org.connected_apps = vec![ConnectedAppStart {
        installed: true,
        admin_approved_only: true,
        ..ConnectedAppStart::default()
    }];
}

fn policy(world: &mut World, field: &str, value: serde_json::Value) {
    world.change(
        "ConnectedApplication",
        json!({"Name": APP}),
        json!({field: value}),
    );
}
