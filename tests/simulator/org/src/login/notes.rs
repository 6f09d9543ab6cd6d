//! What a login leaves behind: mail, history, and what is known of a user's ways in.

use chrono::Duration;
use serde_json::{Value, json};

use super::Link;
use crate::mail::Message;
use crate::org::Org;
use crate::rules::record;
use crate::settings::Deliverability;
use crate::store::Row;

impl Org {
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

    /// Mails a code, and says which.
    pub(super) fn mail_code(&mut self, user_id: &str, subject: &str) -> String {
        let code = self.code();
        let body = format!("Verification Code: {code}");
        self.send_to(user_id, subject, body, None, Some(code.clone()));
        code
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

    /// Writes a login to the login history.
    pub(super) fn note_login(&mut self, user_id: &str, host: &str, status: &str) {
        let row = json!({
            "UserId": user_id, "LoginTime": self.clock.stamp(), "LoginType": "Application", "SourceIp": "203.0.113.7",
            "LoginUrl": host, "Application": "Browser", "Browser": "Chrome", "Platform": "Linux", "Status": status,
        });
        self.store.insert("LoginHistory", "0Ya", record(row));
    }

    /// Writes the approval of an app, or its refusal, to the login history.
    pub(crate) fn note_app_login(&mut self, user_id: &str, app: &str, status: &str) {
        let row = json!({
            "UserId": user_id, "LoginTime": self.clock.stamp(), "LoginType": "Remote Access 2.0",
            "SourceIp": "203.0.113.7", "LoginUrl": self.settings.login_host(), "Application": app, "Status": status,
        });
        self.store.insert("LoginHistory", "0Ya", record(row));
    }

    /// Notes a verification method in the row that tells a user's methods.
    pub(super) fn set_method(&mut self, user_id: &str, field: &str) {
        self.set_flag("TwoFactorMethodsInfo", user_id, field, true);
    }

    pub(crate) fn set_login_flag(&mut self, user_id: &str, field: &str, value: bool) {
        self.set_flag("UserLogin", user_id, field, value);
    }

    fn set_flag(&mut self, object: &str, user_id: &str, field: &str, value: bool) {
        let id = self
            .store
            .find(object, "UserId", user_id)
            .and_then(|row| row.text("Id"))
            .map(str::to_owned);
        if let Some(row) = id.and_then(|id| self.store.get_mut(object, &id)) {
            row.insert(field.to_owned(), Value::from(value));
        }
    }

    /// Whether a user's password must be changed at the next login.
    pub(crate) fn password_expired(&self, user_id: &str) -> bool {
        let person = self.logins.people.get(&crate::id::long_id(user_id));
        person.is_some_and(|person| person.password_expired)
    }

    /// Sets what a start state says of a user's way in.
    pub(crate) fn set_way_in(&mut self, user_id: &str, way: WayIn) {
        let person = self.logins.people.entry(user_id.to_owned()).or_default();
        person.password = way.password.clone();
        person.password_expired = way.password_expired;
        person.every_device_known = way.devices_known;
        person.verification_method = way.verification_method;
        if way.verification_method {
            self.set_method(user_id, "HasTotp");
        }
        if way.password.is_some() {
            self.set_method(user_id, "HasUserVerifiedEmailAddress");
        }
    }
}

/// What a start state says of a user's way in.
pub(crate) struct WayIn {
    pub(crate) password: Option<String>,
    pub(crate) password_expired: bool,
    pub(crate) devices_known: bool,
    pub(crate) verification_method: bool,
}
