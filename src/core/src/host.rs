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
    /// A company's own domain, which only the user can name (Jotform fact §1, seen).
    OwnDomain,
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

impl WhyNotHere {
    /// The key of its words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            WhyNotHere::LegacyInstance => "explained_legacy_instance",
            WhyNotHere::Internal => "explained_internal",
            WhyNotHere::Proxied => "explained_proxied",
            WhyNotHere::Login => "explained_login",
            WhyNotHere::NotTheBuilder => "explained_not_the_builder",
        }
    }
}

/// Host patterns of the guided sites, as the extension's manifest asks for them: what stands before the `*` labels varies, the end is exact.
pub const GUIDED_SUFFIXES: [&str; 8] = [
    ".my.salesforce.com",
    ".lightning.force.com",
    ".my.salesforce-setup.com",
    ".my.salesforce.mil",
    ".lightning.crmforce.mil",
    ".my.sfcrmproducts.cn",
    ".lightning.sfcrmapps.cn",
    ".jotform.com",
];

/// How an org's hosts belong together: the end of the host name, which of the org's hosts it is, the core host's end, and its cloud.
const SALESFORCE: [(&str, SalesforcePart, &str, Option<OrgKind>); 7] = [
    (
        ".my.salesforce.com",
        SalesforcePart::Core,
        ".my.salesforce.com",
        None,
    ),
    (
        ".lightning.force.com",
        SalesforcePart::Lightning,
        ".my.salesforce.com",
        None,
    ),
    (
        ".my.salesforce-setup.com",
        SalesforcePart::Setup,
        ".my.salesforce.com",
        None,
    ),
    (
        ".my.salesforce.mil",
        SalesforcePart::Core,
        ".my.salesforce.mil",
        Some(OrgKind::Government),
    ),
    (
        ".lightning.crmforce.mil",
        SalesforcePart::Lightning,
        ".my.salesforce.mil",
        Some(OrgKind::Government),
    ),
    (
        ".my.sfcrmproducts.cn",
        SalesforcePart::Core,
        ".my.sfcrmproducts.cn",
        Some(OrgKind::China),
    ),
    (
        ".lightning.sfcrmapps.cn",
        SalesforcePart::Lightning,
        ".my.sfcrmproducts.cn",
        Some(OrgKind::China),
    ),
];

/// Ends of Salesforce's own internal hosts.
const INTERNAL: [&str; 3] = [
    ".pc-rnd.salesforce-setup.com",
    ".pc-rnd.salesforce.com",
    ".pc-rnd.force.com",
];

/// The Lightning host of an org, made from its core host (Salesforce fact §1, seen); `None` for another kind of host. Only core
/// hosts are known to serve Classic, and none is known to serve Lightning.
#[must_use]
pub fn lightning_host(core_host: &str) -> Option<String> {
    SALESFORCE
        .iter()
        .filter(|(_, part, ..)| *part == SalesforcePart::Lightning)
        .find_map(|(suffix, _, core_suffix, _)| Some([core_host.strip_suffix(core_suffix)?, suffix].concat()))
}

/// Names under `jotform.com` that are no company's and have no builder (Jotform fact §1, seen).
const JOTFORM_SERVICES: [&str; 10] = [
    "api",
    "eu-api",
    "hipaa-api",
    "form",
    "submit",
    "eu-form",
    "eu-submit",
    "hipaa-form",
    "hipaa-submit",
    "cdn",
];

/// Tells whose a host name is. Suffixes are exact: `my.salesforce.com.evil.example` is foreign.
#[must_use]
pub fn classify(host: &str) -> Host {
    let host = host.to_ascii_lowercase();
    if let Some(proxied) = host.strip_suffix(".mcas.ms") {
        return match classify(proxied) {
            Host::Foreign => Host::Foreign,
            _ => Host::Explained(WhyNotHere::Proxied),
        };
    }
    if INTERNAL.iter().any(|suffix| host.ends_with(suffix)) {
        return Host::Explained(WhyNotHere::Internal);
    }
    for (suffix, part, core_suffix, cloud) in SALESFORCE {
        if let Some(name) = host.strip_suffix(suffix) {
            return match org_kind(name) {
                Some(kind) => Host::Salesforce(SalesforceHost {
                    core_host: [name, core_suffix].concat(),
                    part,
                    kind: cloud.unwrap_or(kind),
                }),
                None if is_host_name(name) => Host::Explained(WhyNotHere::Internal),
                None => Host::Foreign,
            };
        }
    }
    if let Some(name) = host.strip_suffix(".salesforce.com") {
        return match name {
            "login" | "test" => Host::Explained(WhyNotHere::Login),
            _ if is_instance(name) => Host::Explained(WhyNotHere::LegacyInstance),
            _ => Host::Foreign,
        };
    }
    jotform(host)
}

/// The same, where the user has named the domain on which their Jotform stands.
#[must_use]
pub fn classify_with(host: &str, own_domain: Option<&str>) -> Host {
    match classify(host) {
        Host::Foreign if own_domain == Some(host) => Host::Jotform(JotformHost {
            host: host.to_owned(),
            kind: JotformKind::OwnDomain,
        }),
        known => known,
    }
}

fn jotform(host: String) -> Host {
    let kind = match host.strip_suffix("jotform.com") {
        Some("" | "www.") => JotformKind::Standard,
        Some("eu.") => JotformKind::Europe,
        Some("hipaa.") => JotformKind::Hipaa,
        Some(label) => match label.strip_suffix('.') {
            Some(name) if JOTFORM_SERVICES.contains(&name) => {
                return Host::Explained(WhyNotHere::NotTheBuilder);
            }
            Some(name) if is_label(name) => JotformKind::Enterprise,
            _ => return Host::Foreign,
        },
        None => return Host::Foreign,
    };
    Host::Jotform(JotformHost { host, kind })
}

/// The kind of org that the labels before the suffix tell of; `None` for a partition that nobody has described.
fn org_kind(name: &str) -> Option<OrgKind> {
    let (org, partition) = match name.split_once('.') {
        None => (name, None),
        Some((org, partition)) => (org, Some(partition)),
    };
    if !is_label(org) {
        return None;
    }
    match partition {
        None if org.contains("--") => Some(OrgKind::Sandbox),
        None if org.ends_with("-dev-ed") => Some(OrgKind::Developer),
        None => Some(OrgKind::Production),
        Some("sandbox") => Some(OrgKind::Sandbox),
        Some("develop") => Some(OrgKind::Developer),
        Some("scratch") => Some(OrgKind::Scratch),
        Some("trailblaze") => Some(OrgKind::Trailblaze),
        Some("demo") => Some(OrgKind::Demo),
        Some("patch") => Some(OrgKind::Patch),
        Some("free") => Some(OrgKind::Free),
        Some(instance) if is_instance(instance) && instance.starts_with("cs") => Some(OrgKind::Sandbox),
        Some(_) => None,
    }
}

/// An instance's name: two to four letters and a number, as `na123`, `cs10`, `eu5`, `ap15`, `usa2s`.
fn is_instance(name: &str) -> bool {
    let letters = name.bytes().take_while(u8::is_ascii_lowercase).count();
    let digits = name.bytes().skip(letters).take_while(u8::is_ascii_digit).count();
    let rest = name.len() - letters - digits;
    (2..=4).contains(&letters)
        && (1..=4).contains(&digits)
        && (rest == 0 || (rest == 1 && name.ends_with('s')))
}

fn is_label(name: &str) -> bool {
    !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

fn is_host_name(name: &str) -> bool {
    name.split('.').all(is_label)
}
