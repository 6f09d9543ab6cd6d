//! Ways in: links, passwords, devices, verification methods, and the locks on them.

use serde_json::{Value, json};

use super::*;
use crate::StartState;

fn org_with(org: Value) -> Org {
    let start = StartState::from_json(&json!({ "org": org }).to_string()).unwrap();
    Org::from_start(&start, 7).unwrap()
}

fn user_with(user: Value, security: Value) -> Org {
    org_with(json!({"users": [user], "security": security}))
}

fn enter(org: &mut Org) -> LogIn {
    org.log_in("Admin@acme.example", "Admin-pass-1", "desk")
}

fn last_code(org: &Org) -> String {
    org.mail
        .messages()
        .last()
        .and_then(|mail| mail.code.clone())
        .unwrap()
}

#[test]
fn some_users_are_not_let_in() {
    let cases = [
        (json!({"active": false}), LogInRefused::Inactive),
        (json!({"frozen": true}), LogInRefused::Inactive),
        (json!({"locked": true}), LogInRefused::Locked),
        (json!({"password": "Another-1"}), LogInRefused::WrongPassword),
        (json!({"password": null}), LogInRefused::WrongPassword),
        (json!({"username": "b@acme.example"}), LogInRefused::WrongPassword),
    ];
    for (user, reason) in cases {
        assert_eq!(enter(&mut user_with(user, json!({}))), LogIn::Refused { reason });
    }
}

#[test]
fn ten_wrong_passwords_lock_the_user_out() {
    let mut org = user_with(json!({}), json!({}));
    for _ in 0..10 {
        org.log_in("admin@acme.example", "wrong", "desk");
    }
    assert_eq!(
        enter(&mut org),
        LogIn::Refused {
            reason: LogInRefused::Locked
        }
    );
    let statuses: Vec<_> = org
        .store
        .rows("LoginHistory")
        .filter_map(|row| row.text("Status"))
        .collect();
    assert_eq!(statuses.len(), 11);
    assert_eq!(statuses.last(), Some(&"Password Lockout"));
}

#[test]
fn a_policy_may_ask_for_the_orgs_own_host() {
    let mut org = user_with(json!({}), json!({"my_domain_logins_only": true}));
    let refused = org.log_in_on(
        "login.salesforce.com",
        "admin@acme.example",
        "Admin-pass-1",
        "desk",
    );
    assert_eq!(
        refused,
        LogIn::Refused {
            reason: LogInRefused::WrongHost
        }
    );
    assert!(matches!(enter(&mut org), LogIn::Session { .. }));
}

#[test]
fn an_unknown_device_needs_the_code_from_the_mail_once() {
    let mut org = user_with(json!({"devices_known": false}), json!({"device_check": true}));
    let LogIn::NeedsDeviceCode { ticket } = enter(&mut org) else {
        panic!("no code is asked for")
    };
    assert_eq!(
        org.confirm_device_code(&ticket, "no"),
        LogIn::Refused {
            reason: LogInRefused::WrongCode
        }
    );
    assert_eq!(
        org.set_password(&ticket, "Hacker-pass-1"),
        Err(PasswordRefused::UnknownTicket)
    );
    let code = last_code(&org);
    assert!(matches!(
        org.confirm_device_code(&ticket, &code),
        LogIn::Session { .. }
    ));
    assert_eq!(
        org.confirm_device_code(&ticket, &code),
        LogIn::Refused {
            reason: LogInRefused::UnknownTicket
        }
    );
    assert!(matches!(enter(&mut org), LogIn::Session { .. }));
    let elsewhere = org.log_in("admin@acme.example", "Admin-pass-1", "phone");
    assert!(matches!(elsewhere, LogIn::NeedsDeviceCode { .. }));
    assert_eq!(org.store.rows("VerificationHistory").count(), 1);
}

#[test]
fn a_verification_method_is_registered_at_the_login() {
    let mut org = user_with(
        json!({"verification_method": false}),
        json!({"verification_method": true}),
    );
    let LogIn::NeedsVerificationMethod { ticket } = enter(&mut org) else {
        panic!("no method is asked for")
    };
    let code = last_code(&org);
    let LogIn::Session { user_id, .. } = org.register_verification_method(&ticket, &code) else {
        panic!("not in")
    };
    assert!(
        org.store
            .find("TwoFactorMethodsInfo", "UserId", &user_id)
            .unwrap()
            .flag("HasTotp")
    );
    assert!(matches!(enter(&mut org), LogIn::Session { .. }));
}

#[test]
fn an_expired_password_is_set_anew() {
    let mut org = user_with(json!({"password_expired": true}), json!({}));
    let LogIn::NeedsPassword { ticket } = enter(&mut org) else {
        panic!("no password is asked for")
    };
    assert_eq!(
        org.set_password(&ticket, "short1"),
        Err(PasswordRefused::TooShort)
    );
    assert_eq!(
        org.set_password(&ticket, "onlyletters"),
        Err(PasswordRefused::TooSimple)
    );
    assert!(matches!(
        org.set_password(&ticket, "Admin-pass-2"),
        Ok(LogIn::Session { .. })
    ));
    assert_eq!(
        enter(&mut org),
        LogIn::Refused {
            reason: LogInRefused::WrongPassword
        }
    );
}

/// An org in which a user still has to follow the welcome mail, and the token of its link.
fn invited(security: Value) -> (Org, Option<String>) {
    let invited = json!({
        "username": "api@acme.example", "password": null, "verification_method": false,
        "profile": "Minimum Access - API Only Integrations",
    });
    let org = org_with(json!({"users": [{}, invited], "security": security}));
    let link = org
        .mail
        .to("api@acme.example")
        .next()
        .and_then(|mail| mail.link.clone());
    let token = link.map(|link| link.split_once("?c=").unwrap().1.to_owned());
    (org, token)
}

#[test]
fn the_welcome_link_works_once_and_leads_to_a_password() {
    let (mut org, token) = invited(json!({}));
    let token = token.unwrap();
    let id = org
        .store
        .find("User", "Username", "api@acme.example")
        .unwrap()
        .text("Id")
        .unwrap()
        .to_owned();
    assert!(!org.store.get("User", &id).unwrap().flag("HasUserVerifiedEmail"));
    assert_eq!(org.verify_email("nonsense", "desk"), Err(LinkRefused::Unknown));
    let ticket = org.verify_email(&token, "desk").unwrap();
    assert_eq!(org.ticket_user(&ticket), Some(id.as_str()));
    assert_eq!(org.verify_email(&token, "desk"), Err(LinkRefused::Used));
    let Ok(LogIn::Session { sid, user_id }) = org.set_password(&ticket, "Api-pass-1") else {
        panic!("not in")
    };
    assert!(org.store.get("User", &id).unwrap().flag("HasUserVerifiedEmail"));
    assert!(org.session(&sid).is_some() && org.is_api_only(&user_id));
}

#[test]
fn the_welcome_link_grows_old_and_may_be_held_back() {
    let (mut org, token) = invited(json!({"link_days": 1}));
    org.clock.advance(chrono::Duration::days(2));
    assert_eq!(
        org.verify_email(&token.unwrap(), "desk"),
        Err(LinkRefused::Expired)
    );
    let (mut org, token) = invited(json!({"deliverability": "no_access"}));
    assert_eq!(token, None);
    let id = org
        .store
        .find("User", "Username", "api@acme.example")
        .unwrap()
        .text("Id")
        .unwrap()
        .to_owned();
    org.mail_link(&id, true);
    assert_eq!(org.mail.messages().len(), 1);
}

#[test]
fn a_session_ends_by_time_by_freezing_and_by_hand() {
    let mut org = user_with(json!({}), json!({"session_minutes": 15}));
    let sid = |org: &mut Org| match enter(org) {
        LogIn::Session { sid, .. } => sid,
        other => panic!("not in: {other:?}"),
    };
    let first = sid(&mut org);
    org.clock.advance(chrono::Duration::minutes(14));
    org.touch_session(&first);
    org.clock.advance(chrono::Duration::minutes(14));
    assert!(org.session(&first).is_some());
    org.clock.advance(chrono::Duration::minutes(2));
    assert!(org.session(&first).is_none());
    let second = sid(&mut org);
    let user = org.session(&second).unwrap().user_id;
    org.end_session(&second);
    assert!(org.session(&second).is_none());
    let third = sid(&mut org);
    org.set_login_flag(&user, "IsFrozen", true);
    assert!(org.session(&third).is_none());
    org.set_login_flag(&user, "IsFrozen", false);
    org.expire_sessions(&user);
    assert!(org.session(&third).is_none());
}
