//! Faults that a test can switch on in the REST interface.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::ApiError;

/// What goes wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FaultKind {
    /// 401: the session has expired.
    SessionExpired,
    /// 401: the session belongs to another instance.
    WrongInstance,
    /// 401: the session is locked to another IP address.
    IpLocked,
    /// 401: API Access Control refuses sessions of the browser.
    ApiAccessControl,
    /// 403: the calls of the day are used up.
    RequestLimitExceeded,
    /// 403: the edition has no API.
    ApiDisabledForOrg,
    /// 403: the API is switched off.
    ApiCurrentlyDisabled,
    /// Another refusal, in words that nobody has seen.
    Refused {
        /// 400 to 499.
        status: u16,
        /// Salesforce's code.
        code: String,
        /// The text for people.
        message: String,
    },
    /// A right answer that comes late.
    Slow {
        /// The delay.
        milliseconds: u64,
    },
    /// An answer of the infrastructure, in HTML.
    ServerError {
        /// 500 to 599.
        status: u16,
    },
    /// A right answer of which half is missing.
    TruncatedBody,
    /// 200 with a login page, as an expired session may get from a proxy.
    NotJson,
}

/// One fault and when it applies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Fault {
    /// What goes wrong.
    #[serde(flatten)]
    pub kind: FaultKind,
    /// For how many requests; without, until it is switched off.
    #[serde(default)]
    pub times: Option<u32>,
    /// Only for paths that begin like this; without, for every path.
    #[serde(default)]
    pub path_prefix: Option<String>,
}

/// The faults that are switched on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Faults {
    active: Vec<Fault>,
}

impl Faults {
    /// Switches a fault on, beside those that are on already.
    pub fn add(&mut self, fault: Fault) {
        self.active.push(fault);
    }

    /// Switches every fault off.
    pub fn clear(&mut self) {
        self.active.clear();
    }

    /// The fault of the next request to `path`, if there is one; it is used up by this.
    pub fn take(&mut self, path: &str) -> Option<FaultKind> {
        let applies = |fault: &Fault| {
            fault
                .path_prefix
                .as_deref()
                .is_none_or(|prefix| path.starts_with(prefix))
        };
        let index = self
            .active
            .iter()
            .position(|fault| fault.times != Some(0) && applies(fault))?;
        let fault = self.active.get_mut(index)?;
        fault.times = fault.times.map(|times| times - 1);
        let kind = fault.kind.clone();
        self.active.retain(|fault| fault.times != Some(0));
        Some(kind)
    }
}

impl FaultKind {
    /// The status and error with which Salesforce itself refuses (Salesforce fact §6, seen).
    ///
    /// That the first three share one message is inferred from their sharing one code.
    pub fn refusal(&self) -> Option<(u16, ApiError)> {
        let refusal = |status, code: &str, message: &str| Some((status, ApiError::new(code, message)));
        match self {
            FaultKind::SessionExpired | FaultKind::WrongInstance | FaultKind::IpLocked => {
                refusal(401, "INVALID_SESSION_ID", "Session expired or invalid")
            }
            FaultKind::ApiAccessControl => refusal(
                401,
                "INVALID_SESSION_ID",
                "This session is not valid for use with the REST API",
            ),
            FaultKind::RequestLimitExceeded => {
                refusal(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.")
            }
            FaultKind::ApiDisabledForOrg => refusal(
                403,
                "API_DISABLED_FOR_ORG",
                "API is not enabled for this Organization or Partner",
            ),
            FaultKind::ApiCurrentlyDisabled => refusal(
                403,
                "API_CURRENTLY_DISABLED",
                "API is currently disabled for this User",
            ),
            FaultKind::Refused {
                status,
                code,
                message,
            } => refusal(*status, code, message),
            FaultKind::Slow { .. }
            | FaultKind::ServerError { .. }
            | FaultKind::TruncatedBody
            | FaultKind::NotJson => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_applies_to_its_paths_as_often_as_it_says() {
        let mut faults: Faults = serde_json::from_str(
            r#"[{"kind":"slow","milliseconds":5,"times":2,"path_prefix":"/services/data/v65.0/query"},
                {"kind":"server_error","status":503}]"#,
        )
        .unwrap();
        let query = "/services/data/v65.0/query/?q=SELECT";
        assert_eq!(
            faults.take("/services/data"),
            Some(FaultKind::ServerError { status: 503 })
        );
        assert_eq!(faults.take(query), Some(FaultKind::Slow { milliseconds: 5 }));
        assert_eq!(faults.take(query), Some(FaultKind::Slow { milliseconds: 5 }));
        assert_eq!(faults.take(query), Some(FaultKind::ServerError { status: 503 }));
        faults.clear();
        assert_eq!(faults.take(query), None);
    }
}
