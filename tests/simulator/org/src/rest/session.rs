//! Whether a request may use the interface, and as whom.

use crate::faults::FaultKind;
use crate::{Caller, Means, Org};

use super::call::Refusal;

/// The session or token in the `Authorization` header; a cookie counts for nothing here.
pub(super) fn bearer(authorization: Option<&str>) -> Option<&str> {
    let (scheme, value) = authorization?.split_once(' ')?;
    let is_bearer = scheme.eq_ignore_ascii_case("bearer") || scheme.eq_ignore_ascii_case("oauth");
    is_bearer.then_some(value.trim())
}

/// The caller behind a session or token, whose use this is.
pub(super) fn caller(org: &mut Org, bearer: &str) -> Option<Caller> {
    let caller = org.session(bearer).or_else(|| org.token(bearer))?;
    match caller.means {
        Means::Session => org.touch_session(bearer),
        Means::AccessToken { .. } => org.count_use(bearer),
        Means::System => {}
    }
    Some(caller)
}

/// Why the interface refuses a caller whose session is valid.
pub(super) fn refused(org: &Org, caller: &Caller) -> Option<FaultKind> {
    let access = org.access(&caller.user_id);
    if !access.has("ApiEnabled") {
        return Some(FaultKind::ApiDisabledForOrg);
    }
    let from_browser = caller.means == Means::Session;
    (from_browser && org.settings.security.api_access_control).then_some(FaultKind::ApiAccessControl)
}

/// The refusal of a fault that has one.
pub(super) fn refusal(fault: &FaultKind) -> Option<Refusal> {
    let (status, error) = fault.refusal()?;
    Some(Refusal {
        status,
        errors: vec![error],
    })
}

/// Whether a session value stands in a URL: an organization's 15-character id, `!` and more.
pub(super) fn stands_in(url: &str) -> bool {
    let url = percent_encoding::percent_decode_str(url).decode_utf8_lossy();
    url.match_indices('!').any(|(at, _)| {
        let id = at.checked_sub(15).and_then(|from| url.get(from..at));
        id.is_some_and(|id| id.starts_with("00D") && id.bytes().all(|byte| byte.is_ascii_alphanumeric()))
    })
}

#[cfg(test)]
mod tests {
    use super::stands_in;

    #[test]
    fn a_session_in_a_url_is_noticed() {
        assert!(stands_in("/secur/frontdoor.jsp?sid=00DDn0000000001%21AQ0AQ"));
        assert!(stands_in("/x?sid=00DDn0000000001!AQ0AQ"));
        assert!(!stands_in(
            "/services/data/v65.0/query?q=SELECT+Id+FROM+User+WHERE+Id+!=+null"
        ));
    }
}
