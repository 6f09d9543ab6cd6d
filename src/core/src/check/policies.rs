//! The policies of Jotform's app, and how its tokens are used.

use super::assignments::lives;
use super::judge::{Case, Verdict, evidence, finding, nothing, unless};
use super::users::the_user;
use super::{Cause, CheckId, Finding, Why, connection};
use crate::org::{ConnectedApp, Token};

/// Each app keeps five approvals of a user; the sixth ends the oldest (Salesforce fact §7, seen).
const NEARLY_TOO_MANY: usize = 4;

/// The policies of Jotform's app let the connection come about, and last.
pub(super) fn app_policy(case: Case) -> Verdict {
    let rows = case.facts.apps.seen()?;
    let user = the_user(case).ok();
    let is_connected = user.is_some_and(|user| connection::has_token(case.facts, &user.id));
    let reaching = reaching_sets(case);
    // Where approvals are out of sight, a token says that there is one.
    let is_approved = |app: &ConnectedApp| match case.facts.approvals.seen() {
        Ok(approvals) => {
            let of_app = approvals.iter().filter(|approval| approval.app_id == app.id);
            of_app
                .map(|approval| &approval.set_id)
                .any(|set| reaching.contains(&set))
        }
        Err(_) => is_connected,
    };
    if rows.is_empty() {
        return nothing("ConnectedApplication");
    }
    let mut findings: Vec<Finding> = Vec::new();
    let mut found = |is_so: bool, cause, source: &str, seen: &str| {
        if is_so {
            let source = ["ConnectedApplication.", source].concat();
            findings.push(finding(cause, evidence(&source, seen, "")));
        }
    };
    for app in rows {
        found(
            app.admin_approved_only && user.is_some() && !is_approved(app),
            Cause::AppAdminApprovedOnly,
            "OptionsAllowAdminApprovedUsersOnly",
            "true",
        );
        found(
            app.high_assurance,
            Cause::AppHighAssurance,
            "OptionsHasSessionLevelPolicy",
            "true",
        );
        let period = app.refresh_period.unwrap_or_default();
        found(
            period > 0,
            Cause::AppShortRefresh,
            "RefreshTokenValidityPeriod",
            &period.to_string(),
        );
    }
    unless(findings, || vec![evidence("ConnectedApplication", "none", "")])
}

/// The sets that reach the user, those of groups included.
fn reaching_sets(case: Case<'_>) -> Vec<&String> {
    let assigned = case
        .facts
        .assignments
        .seen()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let components = case
        .facts
        .components
        .seen()
        .map(Vec::as_slice)
        .unwrap_or_default();
    let assigned = assigned
        .iter()
        .filter(|one| lives(case, one))
        .map(|one| &one.set_id);
    let grouped = components
        .iter()
        .filter(|one| !one.is_muting())
        .map(|one| &one.set_id);
    assigned.chain(grouped).collect()
}

/// The connection is used, without failures, and no approval too many is in use.
pub(super) fn token_use(case: Case) -> Verdict {
    let user = the_user(case)?;
    let tokens = case.facts.tokens.seen()?;
    let mine: Vec<&Token> = tokens.iter().filter(|token| token.user_id == user.id).collect();
    if mine.is_empty() {
        return Err(Why::DependsOn(CheckId::Token).into());
    }
    let mut findings: Vec<Finding> = Vec::new();
    if !mine.iter().any(|token| token.is_used()) {
        findings.push(finding(
            Cause::TokenUnused,
            evidence("OauthToken.UseCount", "0", ""),
        ));
    }
    let count = mine.len().to_string();
    if mine.len() >= NEARLY_TOO_MANY {
        findings.push(finding(
            Cause::TokenNearlyTooMany,
            evidence("OauthToken", &count, ""),
        ));
    }
    let logins = case.facts.logins.seen().map(Vec::as_slice).unwrap_or_default();
    let of_app = logins
        .iter()
        .find(|login| login.application.to_ascii_lowercase().contains("jotform"));
    if let Some(failed) = of_app.filter(|login| !login.status.eq_ignore_ascii_case("success")) {
        let seen = [&failed.status, " (", &failed.time, ")"].concat();
        findings.push(finding(
            Cause::LoginFailing,
            evidence("LoginHistory.Status", &seen, "Success"),
        ));
    }
    unless(findings, || {
        let used = mine.iter().find_map(|token| token.last_used.as_deref());
        vec![
            evidence("OauthToken", &count, ""),
            evidence("OauthToken.LastUsedDate", used.unwrap_or_default(), ""),
        ]
    })
}
