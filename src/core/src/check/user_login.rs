//! What keeps the integration user from logging in, and with that Jotform from being connected.

use super::judge::{Case, Verdict, evidence, finding, unless};
use super::users::the_user;
use super::{Cause, Finding, connection};
use crate::org::Login;

/// Nothing keeps the user from logging in. What the first login needs no longer matters once Jotform holds a token.
pub(super) fn user_login(case: Case) -> Verdict {
    let user = the_user(case)?;
    let facts = case.facts;
    let connected = connection::has_token(facts, &user.id);
    let mut findings: Vec<Finding> = Vec::new();
    let login = facts.login.seen();
    if let Ok(rows) = &login
        && rows.first().is_some_and(|login| login.locked)
    {
        findings.push(finding(
            Cause::UserLocked,
            evidence("UserLogin.IsPasswordLocked", "true", "false"),
        ));
    }
    if !connected && facts.password_expired.seen().is_ok_and(|expired| *expired) {
        findings.push(finding(
            Cause::PasswordExpired,
            evidence("isExpired", "true", "false"),
        ));
    }
    let never = facts
        .verification
        .seen()
        .is_ok_and(|verification| verification.last_login.is_none());
    let without = facts
        .has_method
        .seen()
        .is_ok_and(|rows| !rows.is_empty() && !rows.contains(&true));
    if !connected && never && without {
        findings.push(finding(
            Cause::NoVerificationMethod,
            evidence("TwoFactorMethodsInfo", "none", ""),
        ));
    }
    let profile_set = facts
        .assignments
        .seen()
        .ok()
        .and_then(|rows| rows.iter().find(|row| row.of_profile));
    let powers = facts.powers.seen().map(Vec::as_slice).unwrap_or_default();
    let single_sign_on = |id: &str| powers.iter().any(|held| held.set_id == id && held.single_sign_on);
    if profile_set.is_some_and(|set| single_sign_on(&set.set_id)) {
        findings.push(finding(
            Cause::SsoOnly,
            evidence("PermissionSet.PermissionsIsSsoEnabled", "true", "false"),
        ));
    }
    let newest = facts.logins.seen().ok().and_then(|logins| logins.first());
    findings.extend(newest.and_then(|login| {
        let cause = refused(login)?;
        let shown = [&login.status, " (", &login.time, ")"].concat();
        Some(finding(cause, evidence("LoginHistory.Status", &shown, "Success")))
    }));
    if findings.is_empty() {
        login?;
        if !connected {
            facts.password_expired.seen()?;
        }
    }
    unless(findings, || {
        let last = newest.map(|login| evidence("LoginHistory.Status", &login.status, ""));
        std::iter::once(evidence("UserLogin.IsPasswordLocked", "false", "false"))
            .chain(last)
            .collect()
    })
}

/// Why a login was refused, by the words of its status (inferred); `None` where it was not, or for another reason.
fn refused(login: &Login) -> Option<Cause> {
    let status = login.status.to_ascii_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| status.contains(word));
    match () {
        () if says(&["success"]) => None,
        () if says(&["restricted ip", "ip range", "ip address"]) => Some(Cause::IpRange),
        () if says(&["hours", "restricted time", "time"]) => Some(Cause::LoginHours),
        () if says(&["device", "verification", "activation", "challenge", "computer"]) => {
            Some(Cause::DeviceCodePending)
        }
        () => None,
    }
}
