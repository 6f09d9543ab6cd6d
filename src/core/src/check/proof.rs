//! The test submission's record: who made it, and what it holds.

use super::connection::token;
use super::judge::{Case, Verdict, evidence, finding, nothing, unless, wrong};
use super::users::the_user;
use super::{Cause, CheckId, Why};
use crate::org::{OrgFacts, ProofRecord, Token};

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
    let user = the_user(case)?;
    if case.wishes.find {
        return found(case, &user.id);
    }
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

/// Where records are only found none is made: what is left to show is that the user's token has been used.
fn found(case: Case, user: &str) -> Verdict {
    let tokens = case.facts.tokens.seen()?;
    let used = |token: &&Token| token.user_id == user && token.is_used();
    match tokens.iter().find(used) {
        Some(token) => Ok(vec![evidence(
            "OauthToken.LastUsedDate",
            token.last_used.as_deref().unwrap_or_default(),
            "",
        )]),
        None => Err(Why::DependsOn(CheckId::TokenUse).into()),
    }
}

/// The record holds what was sent; whatever differs was changed by the org.
pub(super) fn proof_values(case: Case) -> Verdict {
    let object = &case.wishes.object;
    if case.wishes.find {
        return nothing(object);
    }
    case.facts.proof_records.seen()?;
    let Some(record) = newest_proof(case.facts) else {
        return Err(Why::DependsOn(CheckId::ProofRecord).into());
    };
    let held = |field: &str| {
        let value = record.values.iter().find(|(name, _)| name == field);
        value.map(|(_, value)| value.as_str())
    };
    let mut same = Vec::new();
    let mut findings = Vec::new();
    for (field, sent) in &case.wishes.sent {
        let source = [object, ".", field].concat();
        match held(field) {
            Some(value) if value.trim() == sent.trim() => same.push(evidence(&source, value, sent)),
            Some(value) => findings.push(finding(Cause::ValueChanged, evidence(&source, value, sent))),
            None => {}
        }
    }
    if findings.is_empty() && same.is_empty() {
        return nothing(object);
    }
    unless(findings, || same)
}
