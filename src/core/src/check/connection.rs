//! Jotform's app in the org, its tokens, and the record of the test submission.

use super::judge::{Case, Verdict, evidence, wrong};
use super::users::the_user;
use super::{Cause, CheckId, Why};
use crate::org::{APP, OrgFacts, Token};

/// Whether Jotform's app holds a token of this user.
pub(super) fn has_token(facts: &OrgFacts, user: &str) -> bool {
    facts
        .tokens
        .seen()
        .is_ok_and(|tokens| tokens.iter().any(|token| token.user_id == user))
}

/// Jotform's app is allowed in the org: the integration user has a token. An app that is not installed shows itself only
/// after an attempt (Salesforce fact §7, seen); that the org lists it does not tell whether it is installed (not known).
pub(super) fn app_allowed(case: Case) -> Verdict {
    let facts = case.facts;
    let user = the_user(case).ok();
    if let Some(user) = user.filter(|user| has_token(facts, &user.id)) {
        return Ok(vec![evidence("OauthToken.UserId", &user.name, &user.name)]);
    }
    if case.wishes.page.denied {
        return wrong(Cause::AppBlocked, vec![evidence("Jotform", "denied", "")]);
    }
    let tried = facts.logins.seen().is_ok_and(|logins| {
        let of_app = |application: &str| application.to_ascii_lowercase().contains("jotform");
        logins.iter().any(|login| of_app(&login.application))
    });
    let apps = facts.apps.seen()?;
    if tried && apps.is_empty() {
        return wrong(
            Cause::AppBlocked,
            vec![evidence("ConnectedApplication.Name", "", APP)],
        );
    }
    Err(Why::DependsOn(CheckId::Token).into())
}

/// Jotform's app holds a token of the integration user. Tokens of others do no harm beside it; alone, they mean that the
/// wrong user was connected. What the form itself says of its connection comes first.
pub(super) fn token(case: Case) -> Verdict {
    let user = the_user(case)?;
    let connected = &case.wishes.connected_as;
    // The builder may show a name only, which tells nothing (Jotform fact §5, seen).
    let is_other = connected.contains('@') && !connected.eq_ignore_ascii_case(&user.username);
    if is_other {
        let known = case.facts.users.seen()?;
        let is_here = known
            .iter()
            .any(|one| one.username.eq_ignore_ascii_case(connected));
        let cause = if is_here {
            Cause::TokenOtherUser
        } else {
            Cause::TokenOtherOrg
        };
        return wrong(cause, vec![evidence("Jotform", connected, &user.username)]);
    }
    let tokens = case.facts.tokens.seen()?;
    let source = "OauthToken.UserId";
    let others: Vec<&Token> = tokens.iter().filter(|token| token.user_id != user.id).collect();
    let named = |token: &&Token| {
        let acting = case
            .facts
            .acting_user
            .seen()
            .ok()
            .filter(|acting| acting.id == token.user_id);
        acting.map_or_else(|| token.user_id.clone(), |acting| acting.name.clone())
    };
    let mut names: Vec<String> = others.iter().map(named).collect();
    names.sort();
    names.dedup();
    let also = names.join(", ");
    if let Some(token) = tokens.iter().find(|token| token.user_id == user.id) {
        let mut proof = vec![
            evidence(source, &user.name, &user.name),
            evidence("OauthToken.AppName", &token.app, ""),
        ];
        proof.extend(
            token
                .last_used
                .as_deref()
                .map(|used| evidence("OauthToken.LastUsedDate", used, "")),
        );
        if !also.is_empty() {
            proof.push(evidence(source, &also, ""));
        }
        return Ok(proof);
    }
    let cause = if others.is_empty() {
        Cause::TokenAbsent
    } else {
        Cause::TokenOtherUser
    };
    wrong(cause, vec![evidence(source, &also, &user.name)])
}
