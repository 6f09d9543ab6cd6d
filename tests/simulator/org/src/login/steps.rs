//! The steps between a password and a session: links, new passwords, codes.

use serde_json::{Value, json};

use super::{LinkRefused, LogIn, LogInRefused, PasswordRefused, Stage, Ticket};
use crate::org::Org;
use crate::rules::record;

/// The fewest characters of a password.
const SHORTEST_PASSWORD: usize = 8;

impl Org {
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
        self.logins
            .people
            .entry(user_id.clone())
            .or_default()
            .devices
            .insert(device.to_owned());
        if let Some(user) = self.store.get_mut("User", &user_id) {
            user.insert("HasUserVerifiedEmail".to_owned(), Value::from(true));
        }
        self.set_method(&user_id, "HasUserVerifiedEmailAddress");
        let host = self.settings.core_host();
        Ok(self.keep(Ticket {
            user_id,
            device: device.to_owned(),
            host,
            stage: Stage::Password,
        }))
    }

    /// Sets a password where a ticket allows it, and goes on with the login.
    ///
    /// # Errors
    /// The ticket is unknown, or the password too short or too simple; the ticket then stays good.
    pub fn set_password(&mut self, ticket: &str, password: &str) -> Result<LogIn, PasswordRefused> {
        let found = self
            .logins
            .tickets
            .get(ticket)
            .filter(|found| found.stage == Stage::Password)
            .cloned();
        let found = found.ok_or(PasswordRefused::UnknownTicket)?;
        if password.chars().count() < SHORTEST_PASSWORD {
            return Err(PasswordRefused::TooShort);
        }
        let has = |kind: fn(char) -> bool| password.chars().any(kind);
        if !has(char::is_alphabetic) || !has(char::is_numeric) {
            return Err(PasswordRefused::TooSimple);
        }
        self.logins.tickets.remove(ticket);
        let person = self.logins.people.entry(found.user_id.clone()).or_default();
        person.password = Some(password.to_owned());
        person.password_expired = false;
        person.wrong_passwords = 0;
        self.set_login_flag(&found.user_id, "IsPasswordLocked", false);
        let now = self.clock.stamp();
        if let Some(user) = self.store.get_mut("User", &found.user_id) {
            user.insert("LastPasswordChangeDate".to_owned(), Value::from(now));
        }
        Ok(self.proceed(found))
    }

    /// Registers a verification method with the code that the user's authenticator app shows.
    pub fn register_verification_method(&mut self, ticket: &str, code: &str) -> LogIn {
        let found = match self.take_ticket(
            ticket,
            |stage| matches!(stage, Stage::Method { code: sent } if sent == code),
        ) {
            Ok(found) => found,
            Err(reason) => return LogIn::Refused { reason },
        };
        self.logins
            .people
            .entry(found.user_id.clone())
            .or_default()
            .verification_method = true;
        self.set_method(&found.user_id, "HasTotp");
        self.note_verification(&found.user_id, "Totp", "Register");
        self.proceed(found)
    }

    /// Confirms an unknown device with the code that was mailed.
    pub fn confirm_device_code(&mut self, ticket: &str, code: &str) -> LogIn {
        let found = match self.take_ticket(
            ticket,
            |stage| matches!(stage, Stage::Device { code: sent } if sent == code),
        ) {
            Ok(found) => found,
            Err(reason) => return LogIn::Refused { reason },
        };
        let person = self.logins.people.entry(found.user_id.clone()).or_default();
        person.devices.insert(found.device.clone());
        self.note_verification(&found.user_id, "Email", "Login");
        self.proceed(found)
    }

    /// Takes a ticket whose stage is passed; one that is not passed stays good.
    fn take_ticket(&mut self, ticket: &str, passed: impl Fn(&Stage) -> bool) -> Result<Ticket, LogInRefused> {
        let found = self
            .logins
            .tickets
            .get(ticket)
            .ok_or(LogInRefused::UnknownTicket)?;
        if !passed(&found.stage) {
            return Err(LogInRefused::WrongCode);
        }
        self.logins
            .tickets
            .remove(ticket)
            .ok_or(LogInRefused::UnknownTicket)
    }

    fn note_verification(&mut self, user_id: &str, method: &str, activity: &str) {
        let row = json!({
            "UserId": user_id, "VerificationTime": self.clock.stamp(), "VerificationMethod": method,
            "Activity": activity, "Policy": "DeviceActivation", "Status": "Succeeded", "SourceIp": "203.0.113.7",
        });
        self.store.insert("VerificationHistory", "0dl", record(row));
    }
}
