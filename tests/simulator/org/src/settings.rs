//! What an org is as a whole: its name, kind, hosts and policies.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use simulated_languages::{Language, Site, Words};

use crate::schema::Field;

/// The kind of an org, which shows in its host names (Salesforce fact §1, seen).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OrgKind {
    /// The real thing.
    #[default]
    Production,
    /// A copy of a production org; its domain reads `acme--sb`.
    Sandbox,
    /// A Developer Edition org.
    Developer,
    /// A short-lived org of a developer.
    Scratch,
    /// A Trailhead playground.
    Trailblaze,
    /// A demo org.
    Demo,
    /// A patch org of a package.
    Patch,
    /// A free-edition org.
    Free,
    /// An org in the United States government cloud.
    Government,
    /// An org in the China cloud.
    China,
}

impl OrgKind {
    /// The ends of its core host and its Lightning host.
    fn domains(self) -> (&'static str, &'static str) {
        match self {
            Self::Government => ("my.salesforce.mil", "lightning.crmforce.mil"),
            Self::China => ("my.sfcrmproducts.cn", "lightning.sfcrmapps.cn"),
            _ => ("my.salesforce.com", "lightning.force.com"),
        }
    }

    /// Whether it has a host of its own for Lightning Setup; none is known of the other clouds.
    fn has_setup_host(self) -> bool {
        !matches!(self, Self::Government | Self::China)
    }

    /// The label that stands before `my.salesforce.com`, with enhanced domains.
    fn partition(self) -> Option<&'static str> {
        match self {
            Self::Production | Self::Government | Self::China => None,
            Self::Sandbox => Some("sandbox"),
            Self::Developer => Some("develop"),
            Self::Scratch => Some("scratch"),
            Self::Trailblaze => Some("trailblaze"),
            Self::Demo => Some("demo"),
            Self::Patch => Some("patch"),
            Self::Free => Some("free"),
        }
    }
}

/// Policies of an org that decide who gets in, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Security {
    /// A login from an unknown device asks for a code that is mailed.
    pub device_check: bool,
    /// A user without a verification method must register one at the login.
    pub verification_method: bool,
    /// API Access Control: sessions of the user interface may not use the REST interface.
    pub api_access_control: bool,
    /// Connected apps that are not installed are blocked for most users.
    pub block_uninstalled_apps: bool,
    /// The standard System Administrator profile carries "Approve Uninstalled Connected Apps".
    pub administrators_approve_apps: bool,
    /// Logins must go through the org's own domain.
    pub my_domain_logins_only: bool,
    /// How long an unused session lives, in minutes.
    pub session_minutes: u32,
    /// How long the link in a welcome mail lives, in days: 1, 7 or 180.
    pub link_days: u32,
    /// Which mail leaves the org.
    pub deliverability: Deliverability,
    /// User access policies give and take permission sets; then `PermissionSetAssignment.IsRevoked` exists
    /// (Salesforce fact §7, seen).
    pub user_access_policies: bool,
}

impl Default for Security {
    fn default() -> Self {
        Self {
            device_check: false,
            verification_method: false,
            api_access_control: false,
            block_uninstalled_apps: true,
            administrators_approve_apps: true,
            my_domain_logins_only: false,
            session_minutes: 120,
            link_days: 7,
            deliverability: Deliverability::AllEmail,
            user_access_policies: false,
        }
    }
}

/// What is left of what the org may use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Limits {
    /// API calls in 24 hours.
    pub daily_calls: u32,
    /// Those that were used before anything is asked.
    pub calls_used: u32,
    /// Megabytes of data that are left, of 1024.
    pub data_storage_left: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            daily_calls: 15_000,
            calls_used: 0,
            data_storage_left: 1023,
        }
    }
}

/// What nobody has seen of the REST interface, so that both ways have to be reckoned with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Unknowns {
    /// `/limits` may stand inside a composite request.
    pub limits_in_composite: bool,
    /// `/sobjects/User/ID/password` may stand inside a composite request.
    pub password_in_composite: bool,
    /// The permission set that stands for a group shows what the group grants as rows of its own.
    pub group_set_rows: bool,
}

impl Default for Unknowns {
    fn default() -> Self {
        Self {
            limits_in_composite: true,
            password_in_composite: true,
            group_set_rows: true,
        }
    }
}

/// Which mail leaves the org; welcome mail is blocked by "No access" alone (Salesforce fact §7, seen).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Deliverability {
    /// Nothing but mail that resets a password.
    NoAccess,
    /// Mail of the system: welcome and reset mail.
    SystemEmailOnly,
    /// Everything.
    #[default]
    AllEmail,
}

/// What an org is as a whole.
#[derive(Clone, Debug, Serialize)]
pub struct OrgSettings {
    /// The company's name.
    pub name: String,
    /// The org's own label in host names, for example `acme`.
    pub my_domain: String,
    /// Production, sandbox or another kind.
    pub kind: OrgKind,
    /// The 18-character id of the org.
    pub organization_id: String,
    /// The language of labels that belong to the org, for example `en_US` or `ja`.
    pub language: String,
    /// What those labels are drawn from where they have no published wording.
    pub label_seed: u32,
    /// For example `Enterprise Edition`.
    pub edition: String,
    /// The instance, for example `NA231`.
    pub instance: String,
    /// Whether host names follow the enhanced domains.
    pub enhanced_domains: bool,
    /// Usernames that are taken in other orgs: a username is unique across all of them (Salesforce fact §7, seen).
    pub taken_usernames: Vec<String>,
    /// Policies.
    pub security: Security,
    /// What is left of what the org may use.
    pub limits: Limits,
    /// What nobody has seen of the REST interface.
    pub unknowns: Unknowns,
    /// Objects and fields that the interface shows to nobody.
    pub hidden: Vec<String>,
}

impl OrgSettings {
    /// A standard name, such as a licence's, in the org's language.
    pub(crate) fn label(&self, english: &str) -> &'static str {
        Words::new(Language::of(&self.language), self.label_seed).text(Site::Org, english)
    }

    /// A field's label in the org's language; those of custom fields are as somebody has typed them.
    #[must_use]
    pub fn field_label<'a>(&self, field: &'a Field) -> &'a str {
        if field.name.ends_with("__c") {
            return &field.label;
        }
        Words::new(Language::of(&self.language), self.label_seed).text(Site::Salesforce, &field.label)
    }

    /// The host of Classic pages and the REST interface.
    pub fn core_host(&self) -> String {
        let partition = match (self.enhanced_domains, self.kind) {
            (true, kind) => kind.partition().map(str::to_owned),
            (false, OrgKind::Production | OrgKind::Government | OrgKind::China) => None,
            (false, _) => Some(self.instance.to_ascii_lowercase()),
        };
        self.host(partition.as_deref(), self.kind.domains().0)
    }

    /// The host of Lightning Experience.
    pub fn lightning_host(&self) -> String {
        let partition = self.kind.partition().filter(|_| self.enhanced_domains);
        self.host(partition, self.kind.domains().1)
    }

    /// The host of Lightning Setup: Lightning's own where the cloud is not known to have another.
    pub fn setup_host(&self) -> String {
        if !self.kind.has_setup_host() {
            return self.lightning_host();
        }
        let partition = self.kind.partition().filter(|_| self.enhanced_domains);
        self.host(partition, "my.salesforce-setup.com")
    }

    fn host(&self, partition: Option<&str>, domain: &str) -> String {
        match partition {
            Some(partition) => format!("{}.{partition}.{domain}", self.my_domain),
            None => format!("{}.{domain}", self.my_domain),
        }
    }

    /// The host where anybody may log in.
    pub fn login_host(&self) -> &'static str {
        if self.kind == OrgKind::Sandbox {
            "test.salesforce.com"
        } else {
            "login.salesforce.com"
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::{Org, StartState};

    #[test]
    fn each_kind_of_org_has_its_hosts() {
        let cases = [
            (
                "acme",
                "production",
                true,
                "acme.my.salesforce.com",
                "acme.lightning.force.com",
            ),
            (
                "acme--uat",
                "sandbox",
                true,
                "acme--uat.sandbox.my.salesforce.com",
                "acme--uat.sandbox.lightning.force.com",
            ),
            (
                "acme--uat",
                "sandbox",
                false,
                "acme--uat.cs10.my.salesforce.com",
                "acme--uat.lightning.force.com",
            ),
            (
                "acme-dev-ed",
                "developer",
                true,
                "acme-dev-ed.develop.my.salesforce.com",
                "acme-dev-ed.develop.lightning.force.com",
            ),
            (
                "a",
                "scratch",
                true,
                "a.scratch.my.salesforce.com",
                "a.scratch.lightning.force.com",
            ),
            (
                "a",
                "trailblaze",
                true,
                "a.trailblaze.my.salesforce.com",
                "a.trailblaze.lightning.force.com",
            ),
            (
                "a",
                "demo",
                true,
                "a.demo.my.salesforce.com",
                "a.demo.lightning.force.com",
            ),
            (
                "a",
                "patch",
                true,
                "a.patch.my.salesforce.com",
                "a.patch.lightning.force.com",
            ),
            (
                "a",
                "free",
                true,
                "a.free.my.salesforce.com",
                "a.free.lightning.force.com",
            ),
            (
                "acme",
                "government",
                true,
                "acme.my.salesforce.mil",
                "acme.lightning.crmforce.mil",
            ),
            (
                "acme",
                "china",
                true,
                "acme.my.sfcrmproducts.cn",
                "acme.lightning.sfcrmapps.cn",
            ),
        ];
        for (my_domain, kind, enhanced_domains, core, lightning) in cases {
            let org = json!({"my_domain": my_domain, "kind": kind, "enhanced_domains": enhanced_domains});
            let start = StartState::from_json(&json!({ "org": org }).to_string()).unwrap();
            let settings = Org::from_start(&start, 7).unwrap().settings;
            assert_eq!(
                (settings.core_host().as_str(), settings.lightning_host().as_str()),
                (core, lightning)
            );
            assert_eq!(
                settings.setup_host(),
                lightning.replace("lightning.force.com", "my.salesforce-setup.com")
            );
        }
    }
}
