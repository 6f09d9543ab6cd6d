//! Every kind of org serves its pages on its own hosts, and `core` knows these hosts for what they are.
#![allow(clippy::unwrap_used, clippy::panic)] // also in the helpers of tests

mod browser;

use browser::{Browser, org, variation};
use serde_json::json;
use waymark_core::host::{Host, OrgKind, SalesforcePart, classify, lightning_host};
use waymark_core::page::{DocumentFacts, PageKind, detect};

/// The start state's word for a kind, its My Domain, and what `core` calls it.
const KINDS: [(&str, &str, bool, OrgKind); 11] = [
    ("production", "acme", true, OrgKind::Production),
    ("sandbox", "acme--uat", true, OrgKind::Sandbox),
    ("sandbox", "acme--uat", false, OrgKind::Sandbox),
    ("developer", "acme-dev-ed", true, OrgKind::Developer),
    ("scratch", "page-flow-1", true, OrgKind::Scratch),
    ("trailblaze", "brave-bear", true, OrgKind::Trailblaze),
    ("demo", "acme", true, OrgKind::Demo),
    ("patch", "acme", true, OrgKind::Patch),
    ("free", "acme", true, OrgKind::Free),
    ("government", "acme", true, OrgKind::Government),
    ("china", "acme", true, OrgKind::China),
];

#[tokio::test]
async fn each_kind_is_served_and_known_on_each_of_its_hosts() {
    for (kind, my_domain, enhanced_domains, known) in KINDS {
        let org =
            org(json!({"org": {"kind": kind, "my_domain": my_domain, "enhanced_domains": enhanced_domains}}));
        let settings = org.lock().unwrap().settings.clone();
        let core = settings.core_host();
        let mut browser = Browser::new(&org, variation(&[]));
        let login = [
            ("username", "admin@acme.example"),
            ("pw", "Admin-pass-1"),
            ("startURL", ""),
        ];
        browser.post(&format!("https://{core}/"), &login).await;
        for (host, path, page) in [
            (core.clone(), "/0PS?setupid=PermSets", PageKind::PermissionSetList),
            (core.clone(), "/005/e", PageKind::NewUser),
            (
                settings.lightning_host(),
                "/lightning/setup/SetupOneHome/home",
                PageKind::SetupHome,
            ),
            (
                settings.setup_host(),
                "/lightning/setup/SetupOneHome/home",
                PageKind::SetupHome,
            ),
        ] {
            let url = format!("https://{host}{path}");
            let shown = browser.get(&url).await;
            assert_eq!(
                (shown.status.as_u16(), shown.url.as_str()),
                (200, url.as_str()),
                "{kind}"
            );
            assert_eq!(detect(&url, &DocumentFacts::default()).kind, page, "{url}");
            let Host::Salesforce(host) = classify(&host) else {
                panic!("{host} is not known");
            };
            assert_eq!(host.part == SalesforcePart::Core, path.starts_with("/0"));
            // Before enhanced domains only the core host names the instance, so the others cannot lead to it.
            assert_eq!(
                host.core_host == core,
                enhanced_domains || host.part == SalesforcePart::Core,
                "{url}"
            );
            assert_eq!(host.kind, known, "{url}");
        }
        if enhanced_domains {
            assert_eq!(
                lightning_host(&core).unwrap(),
                settings.lightning_host(),
                "{kind}"
            );
        }
    }
}
