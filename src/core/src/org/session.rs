//! The session cookie's shape, and what is wrong with a session that an org refuses (Salesforce fact §6).

/// A `sid` cookie's value. It has no `Debug`, `Clone` or serialisation, so that it cannot end in a log, a message or storage.
pub struct Sid(String);

impl Sid {
    /// Reads a cookie's value; `%21` may stand for `!` (Salesforce fact §6, seen). `None` where it is not
    /// `<15-character org id>!<secret>` in characters that a header can carry.
    #[must_use]
    pub fn parse(cookie: &str) -> Option<Sid> {
        let value = cookie.replacen("%21", "!", 1);
        let (organization, secret) = value.split_once('!')?;
        let shaped = matches!(organization.len(), 15 | 18)
            && organization.starts_with("00D")
            && organization.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && !secret.is_empty()
            && secret.bytes().all(|byte| byte.is_ascii_graphic());
        shaped.then_some(Sid(value))
    }

    /// The org's id, 15 characters.
    #[must_use]
    pub fn organization_id(&self) -> &str {
        self.0.get(..15).unwrap_or_default()
    }

    /// The `Authorization` header's value.
    #[must_use]
    pub fn authorization(&self) -> String {
        ["Bearer ", &self.0].concat()
    }
}

/// What is wrong with a session or with the API as a whole, as far as the org's answer tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TroubleWithSession {
    /// Expired, or logged out.
    Expired,
    /// Of another instance or org.
    OtherOrg,
    /// Locked to the IP address that it began at.
    IpLocked,
    /// API Access Control refuses it.
    ApiAccessControl,
    /// The org has used up its API calls.
    RequestLimit,
    /// The API is off for the org or its edition.
    ApiDisabled,
    /// The acting user has no right to the API.
    UserWithoutApi,
}

/// Reads an error that concerns every request alike; `None` for one that concerns this request only.
///
/// All four causes of a 401 share one code and differ in their message (Salesforce fact §6, seen; the messages for another
/// instance and for a locked address are inferred, so an unknown message means expired).
#[must_use]
pub fn trouble(status: u16, code: &str, message: &str) -> Option<TroubleWithSession> {
    let message = message.to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| message.contains(word));
    match code {
        "REQUEST_LIMIT_EXCEEDED" => Some(TroubleWithSession::RequestLimit),
        "API_DISABLED_FOR_ORG" => Some(TroubleWithSession::ApiDisabled),
        "API_CURRENTLY_DISABLED" if says(&["user"]) => Some(TroubleWithSession::UserWithoutApi),
        "API_CURRENTLY_DISABLED" => Some(TroubleWithSession::ApiDisabled),
        _ if status != 401 && code != "INVALID_SESSION_ID" => None,
        _ if says(&["not valid for use with"]) => Some(TroubleWithSession::ApiAccessControl),
        _ if says(&["ip address", "locked to", "ip range", "source ip"]) => {
            Some(TroubleWithSession::IpLocked)
        }
        _ if says(&[
            "instance",
            "another org",
            "other org",
            "different org",
            "wrong org",
        ]) =>
        {
            Some(TroubleWithSession::OtherOrg)
        }
        _ => Some(TroubleWithSession::Expired),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_tells_its_org() {
        for cookie in ["00D000000000001!AQ.secret", "00D000000000001%21AQ.secret"] {
            let sid = Sid::parse(cookie).unwrap();
            assert_eq!(sid.organization_id(), "00D000000000001");
            assert_eq!(sid.authorization(), "Bearer 00D000000000001!AQ.secret");
        }
        for bad in [
            "",
            "deleted",
            "00D000000000001!",
            "!x",
            "00D00000000001!x",
            "005000000000001!x",
            "00D000000000001!a b",
            "00D000000000001!a\r\nHost: evil",
        ] {
            assert!(Sid::parse(bad).is_none(), "{bad:?}");
        }
    }

    #[test]
    fn causes_of_a_refusal_are_told_apart() {
        use TroubleWithSession::*;
        let table = [
            (
                401,
                "INVALID_SESSION_ID",
                "Session expired or invalid",
                Some(Expired),
            ),
            (401, "", "", Some(Expired)),
            (
                401,
                "INVALID_SESSION_ID",
                "This session is not valid for use with the REST API",
                Some(ApiAccessControl),
            ),
            (
                403,
                "INVALID_SESSION_ID",
                "This session is not valid for use with the REST API",
                Some(ApiAccessControl),
            ),
            (
                401,
                "INVALID_SESSION_ID",
                "Session is locked to the IP address that it began at",
                Some(IpLocked),
            ),
            (
                401,
                "INVALID_SESSION_ID",
                "Session belongs to another instance",
                Some(OtherOrg),
            ),
            (
                403,
                "REQUEST_LIMIT_EXCEEDED",
                "TotalRequests Limit exceeded.",
                Some(RequestLimit),
            ),
            (
                403,
                "API_DISABLED_FOR_ORG",
                "API is not enabled for this Organization",
                Some(ApiDisabled),
            ),
            (
                403,
                "API_CURRENTLY_DISABLED",
                "API is currently disabled for this Org",
                Some(ApiDisabled),
            ),
            (
                403,
                "API_CURRENTLY_DISABLED",
                "API is disabled for this User",
                Some(UserWithoutApi),
            ),
            (400, "INVALID_FIELD", "No such column", None),
            (403, "INSUFFICIENT_ACCESS", "x", None),
            (500, "UNKNOWN_EXCEPTION", "x", None),
        ];
        for (status, code, message, expected) in table {
            assert_eq!(
                trouble(status, code, message),
                expected,
                "{status} {code} {message}"
            );
        }
    }
}
