//! Which of the org's hosts a request was meant for.

use axum::http::{Request, header};
use simulated_org::OrgSettings;

/// The kinds of host that one org answers on (Salesforce fact §1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HostKind {
    /// `login.salesforce.com` or `test.salesforce.com`.
    Login,
    /// `NAME.my.salesforce.com`: Classic pages and REST.
    Core,
    /// `NAME.lightning.force.com`.
    Lightning,
    /// `NAME.my.salesforce-setup.com`.
    Setup,
}

impl HostKind {
    /// Every kind, in the order in which a login visits them.
    pub const ALL: [Self; 4] = [Self::Core, Self::Login, Self::Lightning, Self::Setup];

    /// The kind of a host name of this org, or nothing if it is not one of its hosts.
    pub fn of(host: &str, settings: &OrgSettings) -> Option<Self> {
        if host == "login.salesforce.com" || host == "test.salesforce.com" {
            return Some(Self::Login);
        }
        Self::ALL.into_iter().find(|kind| host == kind.name(settings))
    }

    /// The host's name in this org.
    pub fn name(self, settings: &OrgSettings) -> String {
        match self {
            Self::Login => settings.login_host().to_owned(),
            Self::Core => settings.core_host(),
            Self::Lightning => settings.lightning_host(),
            Self::Setup => settings.setup_host(),
        }
    }
}

/// The host name a request names, without its port: HTTP/2 carries it in the URI, HTTP/1.1 in a header.
pub fn requested_host<B>(request: &Request<B>) -> String {
    let named = request.uri().authority().map(|a| a.as_str()).or_else(|| {
        request
            .headers()
            .get(header::HOST)
            .and_then(|value| value.to_str().ok())
    });
    let named = named.unwrap_or_default().to_ascii_lowercase();
    named.split(':').next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_is_found_in_header_and_uri() {
        let by_header = Request::get("/0PS")
            .header("host", "Acme.my.salesforce.com:8443")
            .body(())
            .unwrap();
        assert_eq!(requested_host(&by_header), "acme.my.salesforce.com");
        let by_uri = Request::get("https://acme.lightning.force.com/x")
            .body(())
            .unwrap();
        assert_eq!(requested_host(&by_uri), "acme.lightning.force.com");
    }
}
