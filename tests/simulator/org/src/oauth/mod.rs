//! Connected apps and the tokens that users have given them (Salesforce fact §7).

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use crate::Record;
use crate::org::{Caller, Means, Org};
use crate::rules::record;
use crate::store::Row;

/// How many approvals a user may give one app; the next revokes the oldest (Salesforce fact §7, seen).
const APPROVALS: usize = 5;

/// What the org knows of apps beside their rows.
#[derive(Clone, Debug, Default)]
pub struct Apps {
    installed: Vec<String>,
    blocked: Vec<String>,
    codes: BTreeMap<String, Grant>,
    tokens: BTreeMap<String, Token>,
}

#[derive(Clone, Debug)]
struct Grant {
    app: String,
    user_id: String,
}

#[derive(Clone, Debug)]
struct Token {
    grant: Grant,
    refresh: String,
    row: String,
}

/// Why an app gets no approval.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AuthorizeRefused {
    /// Not installed, and the user may not approve such apps (since September 2025; Salesforce fact §7, seen).
    #[error("app must be installed into org")]
    NotInstalled,
    /// Blocked by an administrator.
    #[error("this app is blocked by admin")]
    Blocked,
    /// Only users that an administrator has approved may use it.
    #[error("user is not admin approved to access this app")]
    AdminApprovedOnly,
    /// The user is inactive, frozen or has no right to use the API.
    #[error("user hasn't approved this consumer")]
    UserRefused,
}

impl AuthorizeRefused {
    /// The value of `error` in the redirect to the app.
    pub fn error(self) -> &'static str {
        match self {
            Self::NotInstalled | Self::Blocked => "OAUTH_APPROVAL_ERROR_GENERIC",
            Self::AdminApprovedOnly => "OAUTH_APP_ACCESS_DENIED",
            Self::UserRefused => "access_denied",
        }
    }
}

/// What an app gets for a code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tokens {
    /// Access token.
    pub access: String,
    /// Refresh token.
    pub refresh: String,
    /// `https://` and the core host.
    pub instance_url: String,
    /// `https://login.salesforce.com/id/<org id>/<user id>`.
    pub identity_url: String,
}

/// One line of the page Connected Apps OAuth Usage.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AppUsage {
    /// The app's name.
    pub app: String,
    /// How many users have a token of it.
    pub users: usize,
    /// Installed in the org.
    pub installed: bool,
    /// Blocked by an administrator.
    pub blocked: bool,
}

impl Org {
    /// The user allows the app; the attempt alone makes the app appear in Connected Apps OAuth Usage.
    ///
    /// # Errors
    /// The app is blocked, not installed or reserved to approved users, or the user may not use the API.
    pub fn authorize(&mut self, app: &str, user_id: &str) -> Result<String, AuthorizeRefused> {
        self.list_app(app);
        if let Err(refused) = self.may_authorize(app, user_id) {
            self.note_app_login(user_id, app, &format!("Failed: {refused}"));
            return Err(refused);
        }
        self.note_app_login(user_id, app, "Success");
        let code = format!("aPrx{}", self.secret(60));
        let grant = Grant {
            app: app.to_owned(),
            user_id: user_id.to_owned(),
        };
        self.apps.codes.insert(code.clone(), grant);
        Ok(code)
    }

    fn may_authorize(&self, app: &str, user_id: &str) -> Result<(), AuthorizeRefused> {
        let access = self.access(user_id);
        if !self.may_act(user_id) || !access.has("ApiEnabled") {
            return Err(AuthorizeRefused::UserRefused);
        }
        if self.apps.blocked.iter().any(|name| name == app) {
            return Err(AuthorizeRefused::Blocked);
        }
        let installed = self.app_installed(app);
        if self.settings.security.block_uninstalled_apps
            && !installed
            && !access.has("CanApproveUninstalledApps")
        {
            return Err(AuthorizeRefused::NotInstalled);
        }
        let reserved = self
            .store
            .find("ConnectedApplication", "Name", app)
            .is_some_and(|row| row.flag("OptionsAllowAdminApprovedUsersOnly"));
        if installed && reserved && !self.may_use(app, user_id) {
            Err(AuthorizeRefused::AdminApprovedOnly)
        } else {
            Ok(())
        }
    }

    /// Whether an administrator has approved the app for a user, through a permission set or the profile.
    fn may_use(&self, app: &str, user_id: &str) -> bool {
        let app = self.store.find("ConnectedApplication", "Name", app);
        let app = app.and_then(|row| row.text("Id"));
        let holds = |set: Option<&str>| {
            let mut held = self.store.rows("PermissionSetAssignment");
            held.any(|row| row.text("AssigneeId") == Some(user_id) && row.text("PermissionSetId") == set)
        };
        let mut given = self.store.rows("SetupEntityAccess");
        given.any(|row| row.text("SetupEntityId") == app && holds(row.text("ParentId")))
    }

    /// Gives tokens for a code, once; a sixth approval of a user revokes the oldest.
    pub fn exchange(&mut self, code: &str) -> Option<Tokens> {
        let grant = self.apps.codes.remove(code)?;
        if !self.may_act(&grant.user_id) {
            return None;
        }
        Some(self.grant(&grant.app, &grant.user_id))
    }

    /// Gives a user's tokens to an app, without asking.
    pub(crate) fn grant(&mut self, app: &str, user_id: &str) -> Tokens {
        while self.approvals(app, user_id).len() >= APPROVALS {
            if let Some(oldest) = self.approvals(app, user_id).first().cloned() {
                self.revoke(&oldest);
            }
        }
        let access = format!(
            "{}!AR{}",
            self.short_organization_id().to_owned(),
            self.secret(94)
        );
        let refresh = format!("5Aep861{}", self.secret(76));
        let row = self.store.next_id("888");
        let now = self.clock.stamp();
        let fields = json!({
            "Id": null, "UserId": user_id, "AppName": app, "UseCount": 0, "CreatedDate": now, "LastUsedDate": null,
            "AccessToken": access, "DeleteToken": self.secret(24), "RequestToken": refresh,
        });
        self.store.put("OauthToken", &row, record(fields));
        let grant = Grant {
            app: app.to_owned(),
            user_id: user_id.to_owned(),
        };
        let token = Token {
            grant,
            refresh: refresh.clone(),
            row,
        };
        self.apps.tokens.insert(access.clone(), token);
        Tokens {
            access,
            refresh,
            instance_url: format!("https://{}", self.settings.core_host()),
            identity_url: format!(
                "https://{}/id/{}/{user_id}",
                self.settings.login_host(),
                self.settings.organization_id
            ),
        }
    }

    /// The access tokens of a user for an app, oldest first.
    fn approvals(&self, app: &str, user_id: &str) -> Vec<String> {
        let mine = |token: &Token| token.grant.app == app && token.grant.user_id == user_id;
        let mut tokens: Vec<_> = self.apps.tokens.iter().filter(|(_, token)| mine(token)).collect();
        tokens.sort_by(|left, right| left.1.row.cmp(&right.1.row));
        tokens.into_iter().map(|(access, _)| access.clone()).collect()
    }

    /// Who is behind an access token; none when it is revoked, or its user frozen or inactive, or its app blocked.
    pub fn token(&self, access: &str) -> Option<Caller> {
        let grant = &self.apps.tokens.get(access)?.grant;
        let good = self.may_act(&grant.user_id) && !self.apps.blocked.contains(&grant.app);
        let means = Means::AccessToken {
            app: grant.app.clone(),
        };
        good.then(|| Caller {
            user_id: grant.user_id.clone(),
            means,
        })
    }

    /// Counts one use of an access token.
    pub fn count_use(&mut self, access: &str) {
        let now = self.clock.stamp();
        let row = self.apps.tokens.get(access).map(|token| token.row.clone());
        if let Some(row) = row.and_then(|row| self.store.get_mut("OauthToken", &row)) {
            row.insert("UseCount".to_owned(), Value::from(row.number("UseCount") + 1));
            row.insert("LastUsedDate".to_owned(), Value::from(now));
        }
    }

    /// Takes an access token (or the one that a refresh token belongs to) back.
    pub fn revoke(&mut self, token: &str) {
        let found = self
            .apps
            .tokens
            .iter()
            .find(|(access, held)| *access == token || held.refresh == token);
        if let Some(access) = found.map(|(access, _)| access.clone())
            && let Some(held) = self.apps.tokens.remove(&access)
        {
            self.store.remove("OauthToken", &held.row);
        }
    }

    /// Makes an app appear in Connected Apps OAuth Usage.
    pub(crate) fn list_app(&mut self, app: &str) {
        if self.store.find("ConnectedApplication", "Name", app).is_none() {
            let now = self.clock.stamp();
            let fields = json!({
                "Name": app, "OptionsAllowAdminApprovedUsersOnly": false, "OptionsRefreshTokenValidityMetric": false,
                "OptionsHasSessionLevelPolicy": false, "OptionsIsInternal": false,
                "CreatedDate": now, "LastModifiedDate": now, "SystemModstamp": now,
            });
            self.store.insert("ConnectedApplication", "0H4", record(fields));
        }
    }

    /// Installs an app, which unblocks it for everybody.
    pub fn install_app(&mut self, app: &str) {
        self.list_app(app);
        self.apps.blocked.retain(|name| name != app);
        if !self.app_installed(app) {
            self.apps.installed.push(app.to_owned());
        }
    }

    /// Reserves an installed app to users that an administrator has approved, or opens it again.
    pub fn restrict_app(&mut self, app: &str, admin_approved_only: bool) {
        let id = self
            .store
            .find("ConnectedApplication", "Name", app)
            .and_then(|row| row.text("Id"))
            .map(str::to_owned);
        if let Some(row) = id.and_then(|id| self.store.get_mut("ConnectedApplication", &id)) {
            row.insert(
                "OptionsAllowAdminApprovedUsersOnly".to_owned(),
                Value::from(admin_approved_only),
            );
        }
    }

    /// Blocks an app for everybody.
    pub fn block_app(&mut self, app: &str) {
        self.list_app(app);
        self.apps.blocked.push(app.to_owned());
    }

    /// Lifts the block of an app.
    pub fn unblock_app(&mut self, app: &str) {
        self.apps.blocked.retain(|name| name != app);
    }

    /// Whether an app is installed in the org.
    pub fn app_installed(&self, app: &str) -> bool {
        self.apps.installed.iter().any(|name| name == app)
    }

    /// The lines of the page Connected Apps OAuth Usage.
    pub fn app_usage(&self) -> Vec<AppUsage> {
        let usage = |row: &Record| {
            let app = row.text("Name").unwrap_or_default().to_owned();
            let tokens = self
                .store
                .rows("OauthToken")
                .filter(|token| token.text("AppName") == Some(&app));
            let users: std::collections::BTreeSet<_> =
                tokens.filter_map(|token| token.text("UserId")).collect();
            let (users, installed) = (users.len(), self.app_installed(&app));
            AppUsage {
                blocked: self.apps.blocked.contains(&app),
                app,
                users,
                installed,
            }
        };
        self.store.rows("ConnectedApplication").map(usage).collect()
    }
}
