//! Jotform's app in the org, its tokens, and the record of the test submission.

use super::judge::{Case, Verdict, evidence, wrong};
use super::users::integration_user;
use super::{Cause, CheckId, Why};
use crate::org::{APP, OrgFacts, ProofRecord, Token};

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
    let user = integration_user(case).ok();
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
/// wrong user was connected.
pub(super) fn token(case: Case) -> Verdict {
    let user = integration_user(case)?;
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

/// The newest record with the test submission's marker.
pub(super) fn newest_proof(facts: &OrgFacts) -> Option<&ProofRecord> {
    facts
        .proof_records
        .seen()
        .ok()?
        .iter()
        .max_by_key(|record| record.created.as_str())
}

/// The test submission's record is there and was made by the integration user; an update keeps the first maker, so that
/// where records are updated the last change counts too (Salesforce fact §7, seen).
pub(super) fn proof_record(case: Case) -> Verdict {
    let user = integration_user(case)?;
    let records = case.facts.proof_records.seen()?;
    let Some(newest) = newest_proof(case.facts) else {
        if token(case).is_err() {
            return Err(Why::DependsOn(CheckId::Token).into());
        }
        return wrong(
            Cause::ProofRecordAbsent,
            vec![evidence(&case.wishes.object, "", &case.wishes.proof_marker)],
        );
    };
    let mine = |record: &ProofRecord| {
        record.created_by == user.id || (case.wishes.update && record.modified_by == user.id)
    };
    // Made anew within the same second, the records cannot be told apart by time.
    let as_new = |record: &&ProofRecord| record.created == newest.created;
    if let Some(record) = records.iter().filter(as_new).find(|record| mine(record)) {
        return Ok(vec![
            evidence(&[&case.wishes.object, ".Id"].concat(), &record.id, ""),
            evidence(
                &[&case.wishes.object, ".CreatedById"].concat(),
                &user.name,
                &user.name,
            ),
        ]);
    }
    let seen = if newest.created_by_name.is_empty() {
        &newest.created_by
    } else {
        &newest.created_by_name
    };
    wrong(
        Cause::ProofRecordOtherUser,
        vec![evidence(
            &[&case.wishes.object, ".CreatedById"].concat(),
            seen,
            &user.name,
        )],
    )
}
