//! What keeps the user from logging in, the user's details, the app's policies and how its tokens are used.

use super::*;
use CheckId::{
    AppPolicy, Assignment as Assigned, Token as Connected, TokenUse, UserDetails, UserLogin as CanLogIn,
};

fn not_connected(facts: &mut OrgFacts) {
    facts.tokens = Look::Seen(vec![]);
}

fn never_logged_in(facts: &mut OrgFacts) {
    not_connected(facts);
    facts.verification = Look::Seen(Verification::default());
}

fn last_login(facts: &mut OrgFacts, status: &str, application: &str) {
    facts.logins = Look::Seen(vec![Login {
        status: status.into(),
        application: application.into(),
        ..Login::default()
    }]);
}

fn policies(facts: &mut OrgFacts) -> &mut ConnectedApp {
    match &mut facts.apps {
        Look::Seen(rows) => rows.first_mut().unwrap(),
        _ => panic!("no policies"),
    }
}

#[test]
fn logging_in() {
    run(&[
        (
            "locked",
            CanLogIn,
            |f, _| {
                if let Look::Seen(rows) = &mut f.login {
                    rows[0].locked = true;
                }
            },
            Wrong(Cause::UserLocked),
        ),
        (
            "password",
            CanLogIn,
            |f, _| {
                not_connected(f);
                f.password_expired = Look::Seen(true);
            },
            Wrong(Cause::PasswordExpired),
        ),
        (
            "password, but connected",
            CanLogIn,
            |f, _| f.password_expired = Look::Seen(true),
            Proven,
        ),
        (
            "no method",
            CanLogIn,
            |f, _| {
                never_logged_in(f);
                f.has_method = Look::Seen(vec![false]);
            },
            Wrong(Cause::NoVerificationMethod),
        ),
        (
            "no row says nothing",
            CanLogIn,
            |f, _| {
                never_logged_in(f);
                f.has_method = Look::Seen(vec![]);
            },
            Proven,
        ),
        (
            "single sign-on",
            CanLogIn,
            |f, _| {
                if let Look::Seen(rows) = &mut f.powers {
                    rows[1].single_sign_on = true;
                }
            },
            Wrong(Cause::SsoOnly),
        ),
        (
            "address",
            CanLogIn,
            |f, _| last_login(f, "Restricted IP", "Browser"),
            Wrong(Cause::IpRange),
        ),
        (
            "hours",
            CanLogIn,
            |f, _| last_login(f, "Attempted outside of login hours", "Browser"),
            Wrong(Cause::LoginHours),
        ),
        (
            "device",
            CanLogIn,
            |f, _| last_login(f, "Failed: Computer Activation Required", "Browser"),
            Wrong(Cause::DeviceCodePending),
        ),
        ("hidden", CanLogIn, |f, _| f.login = hidden(), hid()),
    ]);
}

#[test]
fn details() {
    run(&[
        (
            "sandbox copy",
            UserDetails,
            |f, _| users(f).email += ".invalid",
            Wrong(Cause::UserEmailInvalid),
        ),
        (
            "older profile",
            UserDetails,
            |f, _| users(f).profile_name = "Salesforce API Only System Integrations".into(),
            Wrong(Cause::ProfileLegacy),
        ),
        (
            "cut",
            UserDetails,
            |_, w| w.alias = "jotformintegration".into(),
            Wrong(Cause::AliasCut),
        ),
        (
            "another alias",
            UserDetails,
            |_, w| w.alias = "other".into(),
            Proven,
        ),
        (
            "nickname taken",
            CheckId::User,
            |f, w| {
                w.nickname = "Jotform".into();
                users(f).username = "somebody@acme.example".into();
            },
            Wrong(Cause::NicknameTaken),
        ),
    ]);
}

#[test]
fn who_has_the_set_instead() {
    run(&[
        (
            "somebody else",
            Assigned,
            |f, _| {
                f.assignments = Look::Seen(vec![]);
                f.holders = Look::Seen(vec![holder("005000000000008", "other@acme.example")]);
            },
            Wrong(Cause::AssignmentOtherUser),
        ),
        (
            "nearly the same name",
            Assigned,
            |f, _| {
                f.assignments = Look::Seen(vec![Assignment {
                    set_label: "Jotform integration 2".into(),
                    set_name: "Other".into(),
                    ..assignment("0PS000000000008")
                }]);
            },
            Wrong(Cause::AssignmentLookAlikeSet),
        ),
    ]);
}

#[test]
fn policies_and_use() {
    run(&[
        (
            "approved",
            AppPolicy,
            |f, _| policies(f).admin_approved_only = true,
            Wrong(Cause::AppAdminApprovedOnly),
        ),
        (
            "approved, and this user is",
            AppPolicy,
            |f, _| {
                policies(f).admin_approved_only = true;
                f.approvals = Look::Seen(vec![Approval {
                    app_id: APP_ID.into(),
                    set_id: SET.into(),
                }]);
            },
            Proven,
        ),
        (
            "approvals are out of sight, and a token says so",
            AppPolicy,
            |f, _| {
                policies(f).admin_approved_only = true;
                f.approvals = hidden();
            },
            Proven,
        ),
        (
            "assurance",
            AppPolicy,
            |f, _| policies(f).high_assurance = true,
            Wrong(Cause::AppHighAssurance),
        ),
        (
            "short",
            AppPolicy,
            |f, _| policies(f).refresh_period = Some(4),
            Wrong(Cause::AppShortRefresh),
        ),
        (
            "forever",
            AppPolicy,
            |f, _| policies(f).refresh_period = Some(0),
            Proven,
        ),
        ("hidden", AppPolicy, |f, _| f.apps = hidden(), hid()),
        (
            "unused",
            TokenUse,
            |f, _| {
                f.tokens = Look::Seen(vec![Token {
                    last_used: None,
                    uses: Some(0),
                    ..token(USER)
                }]);
            },
            Wrong(Cause::TokenUnused),
        ),
        (
            "four",
            TokenUse,
            |f, _| f.tokens = Look::Seen(vec![token(USER); 4]),
            Wrong(Cause::TokenNearlyTooMany),
        ),
        (
            "three",
            TokenUse,
            |f, _| f.tokens = Look::Seen(vec![token(USER); 3]),
            Proven,
        ),
        (
            "failing",
            TokenUse,
            |f, _| last_login(f, "Invalid Password", "Jotform"),
            Wrong(Cause::LoginFailing),
        ),
        (
            "another app's failure",
            TokenUse,
            |f, _| last_login(f, "Invalid Password", "Browser"),
            Proven,
        ),
        (
            "not connected",
            TokenUse,
            |f, _| not_connected(f),
            Unknown(Why::DependsOn(CheckId::Token)),
        ),
        (
            "connected as somebody of this org",
            Connected,
            |f, w| {
                w.connected_as = "admin@acme.example".into();
                let admin = User {
                    username: "admin@acme.example".into(),
                    ..users(f).clone()
                };
                if let Look::Seen(rows) = &mut f.users {
                    rows.push(admin);
                }
            },
            Wrong(Cause::TokenOtherUser),
        ),
        (
            "connected to another org",
            Connected,
            |_, w| w.connected_as = "jotform@other.example".into(),
            Wrong(Cause::TokenOtherOrg),
        ),
        (
            "connected as it should be",
            Connected,
            |_, w| w.connected_as = "Jotform@acme.example".into(),
            Proven,
        ),
    ]);
}
