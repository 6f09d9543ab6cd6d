//! The way in: password, welcome link, unknown device, verification method (Salesforce fact §7).

mod notes;
mod steps;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde_json::Value;

use crate::Record;
use crate::org::Org;
use crate::store::Row;
pub(crate) use notes::WayIn;

/// How many wrong passwords lock a user out.
const TRIES: u32 = 10;

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
    /// The host that the login is made on.
    host: String,
    stage: Stage,
}

/// What a ticket is good for.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Stage {
    /// The user has shown who he is.
    Known,
    /// A new password.
    Password,
    /// A code for an unknown device.
    Device { code: String },
    /// A code of a new verification method.
    Method { code: String },
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
    /// Logs in on the core host with a password, from a device; each host has its own session, so each login gives a
    /// new one.
    pub fn log_in(&mut self, username: &str, password: &str, device: &str) -> LogIn {
        let host = self.settings.core_host();
        self.log_in_on(&host, username, password, device)
    }

    /// The same on a host of choice, which a policy may refuse (Salesforce fact §7, seen).
    pub fn log_in_on(&mut self, host: &str, username: &str, password: &str, device: &str) -> LogIn {
        let same = |user: &&Record| {
            user.text("Username")
                .is_some_and(|name| name.eq_ignore_ascii_case(username))
        };
        let user = self
            .store
            .rows("User")
            .find(same)
            .and_then(|user| user.text("Id"))
            .map(str::to_owned);
        let Some(user_id) = user else {
            return LogIn::Refused {
                reason: LogInRefused::WrongPassword,
            };
        };
        if let Some(reason) = self.refuse_login(&user_id, host, password) {
            self.note_login(&user_id, host, login_status(reason));
            return LogIn::Refused { reason };
        }
        self.proceed(Ticket {
            user_id,
            device: device.to_owned(),
            host: host.to_owned(),
            stage: Stage::Known,
        })
    }

    fn refuse_login(&mut self, user_id: &str, host: &str, password: &str) -> Option<LogInRefused> {
        if !self.may_act(user_id) {
            return Some(LogInRefused::Inactive);
        }
        if self.settings.security.my_domain_logins_only && host == self.settings.login_host() {
            return Some(LogInRefused::WrongHost);
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
        let (device_check, wants_method) = (
            self.settings.security.device_check,
            self.settings.security.verification_method,
        );
        let person = self.logins.people.entry(ticket.user_id.clone()).or_default();
        if person.password.is_none() || person.password_expired {
            return LogIn::NeedsPassword {
                ticket: self.keep(Ticket {
                    stage: Stage::Password,
                    ..ticket
                }),
            };
        }
        let known = person.every_device_known || person.devices.contains(&ticket.device);
        let has_method = person.verification_method;
        if device_check && !known {
            let code = self.mail_code(&ticket.user_id, "Verify your identity in Salesforce");
            return LogIn::NeedsDeviceCode {
                ticket: self.keep(Ticket {
                    stage: Stage::Device { code },
                    ..ticket
                }),
            };
        }
        if wants_method && !has_method {
            let code = self.mail_code(&ticket.user_id, "Your authenticator app shows a new code");
            let ticket = self.keep(Ticket {
                stage: Stage::Method { code },
                ..ticket
            });
            return LogIn::NeedsVerificationMethod { ticket };
        }
        if let Some(person) = self.logins.people.get_mut(&ticket.user_id) {
            person.devices.insert(ticket.device);
        }
        self.note_login(&ticket.user_id, &ticket.host, "Success");
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

    /// Who a ticket belongs to: the 18-character id of the user.
    pub fn ticket_user(&self, ticket: &str) -> Option<&str> {
        self.logins
            .tickets
            .get(ticket)
            .map(|ticket| ticket.user_id.as_str())
    }
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
