//! Which site a host name belongs to (Salesforce facts §1, Jotform facts §1).

use serde::{Deserialize, Serialize};

/// What a host name is to Waymark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Host {
    /// One host of a Salesforce org that the guides know.
    Salesforce(SalesforceHost),
    /// A Jotform account's host: `www`, `eu`, `hipaa`, or an enterprise name under `jotform.com`.
    Jotform(JotformHost),
    /// A host that belongs to one of the sites, but where Waymark explains itself and does not act.
    Explained(WhyNotHere),
    /// None of ours.
    Foreign,
}

/// A host of a Salesforce org.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SalesforceHost {
    /// The org's core host, where Classic pages and the REST interface live, for example `acme.my.salesforce.com`.
    pub core_host: String,
    /// Which of the org's hosts this one is.
    pub part: SalesforcePart,
    /// What kind of org the name tells of.
    pub kind: OrgKind,
}

/// The hosts that one org answers on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SalesforcePart {
    /// `NAME.my.salesforce.com`: Classic pages and REST.
    Core,
    /// `NAME.lightning.force.com`: Lightning Experience.
    Lightning,
    /// `NAME.my.salesforce-setup.com`: Lightning Setup since Winter '24.
    Setup,
}

/// The kind of org, as far as its host name tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OrgKind {
    /// No partition label in the name: production.
    Production,
    /// `--NAME.sandbox.my…`, or `--NAME.csNN.my…` before enhanced domains.
    Sandbox,
    /// `-dev-ed.develop.my…`.
    Developer,
    /// `.scratch.my…`.
    Scratch,
    /// `.trailblaze.my…`.
    Trailblaze,
    /// `.demo.my…`.
    Demo,
    /// `.patch.my…`.
    Patch,
    /// `.free.my…`.
    Free,
    /// The United States government cloud on `.mil`.
    Government,
    /// The China cloud on `.cn`.
    China,
}

/// A host of a Jotform account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct JotformHost {
    /// The host itself, for example `www.jotform.com`.
    pub host: String,
    /// Which service it is.
    pub kind: JotformKind,
}

/// The kinds of Jotform host that have a builder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum JotformKind {
    /// `www.jotform.com` (and the bare domain).
    Standard,
    /// `eu.jotform.com`.
    Europe,
    /// `hipaa.jotform.com`.
    Hipaa,
    /// `{company}.jotform.com`.
    Enterprise,
}

/// Why Waymark does not act on a host although it knows whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WhyNotHere {
    /// `naNN.salesforce.com` and the like: an org without My Domain.
    LegacyInstance,
    /// Salesforce's own internal hosts, for example `….pc-rnd.salesforce-setup.com`.
    Internal,
    /// A security proxy in between, for example `….mcas.ms`.
    Proxied,
    /// `login.salesforce.com` and `test.salesforce.com`: logins are never touched.
    Login,
    /// A Jotform host without a builder: public forms, the API, submissions.
    NotTheBuilder,
}
