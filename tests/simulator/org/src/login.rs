//! The way in: password, welcome link, unknown device, verification method (Salesforce fact §7).

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Duration, Utc};
use serde_json::{Value, json};

use crate::Record;
use crate::mail::Message;
use crate::org::Org;
use crate::settings::Deliverability;
use crate::store::Row;

/// How many wrong passwords lock a user out.
const TRIES: u32 = 10;
/// The fewest characters of a password.
const SHORTEST_PASSWORD: usize = 8;

/// What the org knows of its users' ways in.
#[derive(Clone, Debug, Default)]
pub struct Logins {
    people: BTreeMap<String, Person>,
    links: BTreeMap<String, Link>,
    tickets: BTreeMap<String, Ticket>,
}

#[derive(Clone, Debug, Default)]
struct Person {
    password: Option<String>,
    password_expired: bool,
    wrong_passwords: u32,
    every_device_known: bool,
    devices: BTreeSet<String>,
    verification_method: bool,
}

#[derive(Clone, Debug)]
struct Link {
    user_id: String,
    until: DateTime<Utc>,
    used: bool,
}

#[derive(Clone, Debug)]
struct Ticket {
    user_id: String,
    device: String,
    code: Option<String>,
}

/// Where a login stands; a ticket names it in the next step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LogIn {
    /// The user is in.
    Session {
        /// The session of the host that the login was made on.
        sid: String,
        /// The 18-character id of the user.
        user_id: String,
    },
    /// A new password must be set.
    NeedsPassword {
        /// For [`Org::set_password`].
        ticket: String,
    },
    /// A verification method must be registered.
    NeedsVerificationMethod {
        /// For [`Org::register_verification_method`].
        ticket: String,
    },
    /// The device is unknown; a code was mailed.
    NeedsDeviceCode {
        /// For [`Org::confirm_device_code`].
        ticket: String,
    },
    /// Not let in.
    Refused {
        /// Why.
        reason: LogInRefused,
    },
}

/// Why somebody is not let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LogInRefused {
    /// No such user, no password yet, or another one; Salesforce does not say which.
    #[error(
        "Please check your username and password. If you still can't log in, contact your Salesforce administrator."
    )]
    WrongPassword,
    /// Too many wrong passwords.
    #[error("Your account has been locked. Contact your Salesforce administrator.")]
    Locked,
    /// Frozen or deactivated; Salesforce gives the text of a wrong password.
    #[error(
        "Please check your username and password. If you still can't log in, contact your Salesforce administrator."
    )]
    Inactive,
    /// The code is not the one that was sent.
    #[error("The verification code is invalid or expired. Check the code and try again.")]
    WrongCode,
    /// The step is over, or never began.
    #[error("Your login attempt has expired. Log in again.")]
    UnknownTicket,
    /// The org lets its users in through its own domain alone.
    #[error("Log in from your company's custom domain.")]
    WrongHost,
}

/// Why a link from a mail leads nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LinkRefused {
    /// Never sent.
    #[error("This link is not valid.")]
    Unknown,
    /// Too old.
    #[error("This link has expired.")]
    Expired,
    /// Followed before.
    #[error("This link was already used.")]
    Used,
}

/// Why a password is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordRefused {
    /// The step is over, or never began.
    #[error("Your login attempt has expired. Log in again.")]
    UnknownTicket,
    /// Too short.
    #[error("Your password must be at least 8 characters long.")]
    TooShort,
    /// Letters alone, or digits alone.
    #[error("Your password must include letters and numbers.")]
    TooSimple,
}

impl Org {
    /// Logs in with a password from a device; a host has its own session, so each login gives a new one.
    pub fn log_in(&mut self, username: &str, password: &str, device: &str) -> LogIn {
        let same = |user: &&Record| {
            user.text("Username")
                .is_some_and(|name| name.eq_ignore_ascii_case(username))
        };
        let Some(user_id) = self
            .store
            .rows("User")
            .find(same)
            .and_then(|user| user.text("Id"))
            .map(str::to_owned)
        else {
            return LogIn::Refused {
                reason: LogInRefused::WrongPassword,
            };
        };
        if let Some(reason) = self.refuse_login(&user_id, password) {
            self.note_login(&user_id, login_status(reason));
            return LogIn::Refused { reason };
        }
        self.proceed(Ticket {
            user_id,
            device: device.to_owned(),
            code: None,
        })
    }

    fn refuse_login(&mut self, user_id: &str, password: &str) -> Option<LogInRefused> {
        if !self.may_act(user_id) {
            return Some(LogInRefused::Inactive);
        }
        if self
            .store
            .find("UserLogin", "UserId", user_id)
            .is_some_and(|login| login.flag("IsPasswordLocked"))
        {
            return Some(LogInRefused::Locked);
        }
        let person = self.logins.people.entry(user_id.to_owned()).or_default();
        if person.password.as_deref() == Some(password) {
            person.wrong_passwords = 0;
            return None;
        }
        person.wrong_passwords += 1;
        if person.wrong_passwords >= TRIES {
            self.set_login_flag(user_id, "IsPasswordLocked", true);
        }
        Some(LogInRefused::WrongPassword)
    }

    /// The next step of a login whose user has shown who he is.
    fn proceed(&mut self, ticket: Ticket) -> LogIn {
        let security = self.settings.security.clone();
        let person = self.logins.people.entry(ticket.user_id.clone()).or_default();
        if person.password.is_none() || person.password_expired {
            return LogIn::NeedsPassword {
                ticket: self.keep(ticket),
            };
        }
        let known = person.every_device_known || person.devices.contains(&ticket.device);
        let has_method = person.verification_method;
        if security.device_check && !known {
            let code = self.code();
            self.mail_code(&ticket.user_id, "Verify your identity in Salesforce", &code);
            let ticket = Ticket {
                code: Some(code),
                ..ticket
            };
            return LogIn::NeedsDeviceCode {
                ticket: self.keep(ticket),
            };
        }
        if security.verification_method && !has_method {
            let code = self.code();
            self.mail_code(&ticket.user_id, "Your authenticator app shows a new code", &code);
            let ticket = Ticket {
                code: Some(code),
                ..ticket
            };
            return LogIn::NeedsVerificationMethod {
                ticket: self.keep(ticket),
            };
        }
        if let Some(person) = self.logins.people.get_mut(&ticket.user_id) {
            person.devices.insert(ticket.device);
        }
        self.note_login(&ticket.user_id, "Success");
        let now = self.clock.stamp();
        if let Some(user) = self.store.get_mut("User", &ticket.user_id) {
            user.insert("LastLoginDate".to_owned(), Value::from(now));
        }
        LogIn::Session {
            sid: self.new_session(&ticket.user_id),
            user_id: ticket.user_id,
        }
    }

    fn keep(&mut self, ticket: Ticket) -> String {
        let name = self.secret(32);
        self.logins.tickets.insert(name.clone(), ticket);
        name
    }

    /// Follows the link of a welcome or reset mail; the ticket is for [`Org::set_password`].
    ///
    /// # Errors
    /// The link was never sent, is too old, or was followed before (mail scanners do that; Salesforce fact §7, seen).
    pub fn verify_email(&mut self, link_token: &str, device: &str) -> Result<String, LinkRefused> {
        let now = self.clock.now();
        let link = self
            .logins
            .links
            .get_mut(link_token)
            .ok_or(LinkRefused::Unknown)?;
        if link.used {
            return Err(LinkRefused::Used);
        }
        if link.until < now {
            return Err(LinkRefused::Expired);
        }
        link.used = true;
        let user_id = link.user_id.clone();
        if let Some(user) = self.store.get_mut("User", &user_id) {
            user.insert("HasUserVerifiedEmail".to_owned(), Value::from(true));
        }
        let person = self.logins.people.entry(user_id.clone()).or_default();
        person.password_expired = true;
        person.devices.insert(device.to_owned());
        Ok(self.keep(Ticket {
            user_id,
            device: device.to_owned(),
            code: None,
        }))
    }

    /// Sets a password where a ticket allows it, and goes on with the login.
    ///
    /// # Errors
    /// The ticket is unknown, or the password too short or too simple; the ticket then stays good.
    pub fn set_password(&mut self, ticket: &str, password: &str) -> Result<LogIn, PasswordRefused> {
        if !self.logins.tickets.contains_key(ticket) {
            return Err(PasswordRefused::UnknownTicket);
        }
        if password.chars().count() < SHORTEST_PASSWORD {
            return Err(PasswordRefused::TooShort);
        }
        let has = |kind: fn(char) -> bool| password.chars().any(kind);
        if !has(char::is_alphabetic) || !has(char::is_numeric) {
            return Err(PasswordRefused::TooSimple);
        }
        let ticket = self
            .logins
            .tickets
            .remove(ticket)
            .ok_or(PasswordRefused::UnknownTicket)?;
        let person = self.logins.people.entry(ticket.user_id.clone()).or_default();
        person.password = Some(password.to_owned());
        person.password_expired = false;
        let now = self.clock.stamp();
        if let Some(user) = self.store.get_mut("User", &ticket.user_id) {
            user.insert("LastPasswordChangeDate".to_owned(), Value::from(now));
        }
        Ok(self.proceed(ticket))
    }

    /// Registers a verification method with the code that the user's authenticator app shows.
    pub fn register_verification_method(&mut self, ticket: &str, code: &str) -> LogIn {
        self.with_code(ticket, code, |person, _| person.verification_method = true)
    }

    /// Confirms an unknown device with the code that was mailed.
    pub fn confirm_device_code(&mut self, ticket: &str, code: &str) -> LogIn {
        self.with_code(ticket, code, |person, device| {
            person.devices.insert(device.to_owned());
        })
    }

    fn with_code(&mut self, ticket: &str, code: &str, then: impl FnOnce(&mut Person, &str)) -> LogIn {
        let Some(found) = self.logins.tickets.get(ticket).cloned() else {
            return LogIn::Refused {
                reason: LogInRefused::UnknownTicket,
            };
        };
        if found.code.as_deref() != Some(code.trim()) {
            return LogIn::Refused {
                reason: LogInRefused::WrongCode,
            };
        }
        self.logins.tickets.remove(ticket);
        then(
            self.logins.people.entry(found.user_id.clone()).or_default(),
            &found.device,
        );
        self.proceed(found)
    }

    /// Who a ticket belongs to: the 18-character id of the user.
    pub fn ticket_user(&self, ticket: &str) -> Option<&str> {
        self.logins
            .tickets
            .get(ticket)
            .map(|ticket| ticket.user_id.as_str())
    }

    /// Mails a welcome (or, for a reset, a reset) link; "No access" stops only the welcome (Salesforce fact §7, seen).
    pub fn mail_link(&mut self, user_id: &str, reset: bool) {
        if !reset && self.settings.security.deliverability == Deliverability::NoAccess {
            return;
        }
        let token = self.secret(40);
        let until = self.clock.now() + Duration::days(i64::from(self.settings.security.link_days));
        let link = Link {
            user_id: user_id.to_owned(),
            until,
            used: false,
        };
        self.logins.links.insert(token.clone(), link);
        let url = format!("https://{}/login?c={token}", self.settings.core_host());
        let username = self.user_text(user_id, "Username");
        let (subject, lead) = if reset {
            (
                "Finish resetting your Salesforce password",
                "To reset your password, follow this link:",
            )
        } else {
            (
                "Welcome to Salesforce: Verify your account",
                "Thanks for signing up with Salesforce! Verify your account:",
            )
        };
        let body = format!("{lead}\n{url}\n\nUsername: {username}");
        self.send_to(user_id, subject, body, Some(url), None);
    }

    fn mail_code(&mut self, user_id: &str, subject: &str, code: &str) {
        let body = format!("Verification Code: {code}");
        self.send_to(user_id, subject, body, None, Some(code.to_owned()));
    }

    fn send_to(
        &mut self,
        user_id: &str,
        subject: &str,
        body: String,
        link: Option<String>,
        code: Option<String>,
    ) {
        let message = Message {
            to: self.user_text(user_id, "Email"),
            subject: subject.to_owned(),
            body,
            link,
            code,
            sent: self.clock.stamp(),
        };
        self.mail.send(message);
    }

    fn user_text(&self, user_id: &str, field: &str) -> String {
        self.store
            .get("User", user_id)
            .and_then(|user| user.text(field))
            .unwrap_or_default()
            .to_owned()
    }

    pub(crate) fn set_login_flag(&mut self, user_id: &str, field: &str, value: bool) {
        let id = self
            .store
            .find("UserLogin", "UserId", user_id)
            .and_then(|row| row.text("Id"))
            .map(str::to_owned);
        if let Some(row) = id.and_then(|id| self.store.get_mut("UserLogin", &id)) {
            row.insert(field.to_owned(), Value::from(value));
        }
    }

    fn note_login(&mut self, user_id: &str, status: &str) {
        let row = json!({
            "UserId": user_id,
            "LoginTime": self.clock.stamp(),
            "LoginType": "Application",
            "SourceIp": "203.0.113.7",
            "LoginUrl": self.settings.core_host(),
            "Application": "Browser",
            "Browser": "Chrome",
            "Platform": "Linux",
            "Status": status,
        });
        let row = row.as_object().cloned().unwrap_or_default().into_iter().collect();
        self.store.insert("LoginHistory", "0Ya", row);
    }

    /// Sets what a start state says of a user's way in.
    pub(crate) fn set_way_in(&mut self, user_id: &str, way: WayIn) {
        let person = self.logins.people.entry(user_id.to_owned()).or_default();
        person.password = way.password;
        person.password_expired = way.password_expired;
        person.every_device_known = way.devices_known;
        person.verification_method = way.verification_method;
    }
}

/// What a start state says of a user's way in.
pub(crate) struct WayIn {
    pub(crate) password: Option<String>,
    pub(crate) password_expired: bool,
    pub(crate) devices_known: bool,
    pub(crate) verification_method: bool,
}

/// The words of the login history.
fn login_status(reason: LogInRefused) -> &'static str {
    match reason {
        LogInRefused::Locked => "Password Lockout",
        LogInRefused::Inactive => "User is Inactive",
        LogInRefused::WrongHost => "Restricted Domain",
        LogInRefused::WrongPassword | LogInRefused::WrongCode | LogInRefused::UnknownTicket => {
            "Invalid Password"
        }
    }
}
