//! The session, whose it is, and what its user may do.

use super::judge::{Case, Not, Verdict, evidence, wrong};
use super::{Cause, Why};
use crate::field::RecordKey;
use crate::org::{Look, SessionFacts, TroubleWithSession};

/// The session is there, taken by the org, and of the user who was bound at the first check.
pub(super) fn session(case: Case) -> Verdict {
    let Case { facts, wishes, .. } = case;
    let bound_org = wishes
        .bound
        .as_ref()
        .map(|bound| bound.organization_id.as_str())
        .unwrap_or_default();
    match &facts.session {
        SessionFacts::NotAllowed => return Err(Why::NotAllowed.into()),
        SessionFacts::Absent => return wrong(Cause::SessionAbsent, Vec::new()),
        SessionFacts::OtherOrg(seen) => {
            return wrong(
                Cause::SessionOtherOrg,
                vec![evidence("Organization.Id", seen, bound_org)],
            );
        }
        SessionFacts::Refused(trouble) => return wrong(cause(*trouble), Vec::new()),
        SessionFacts::NoAnswer => {
            return Err(match &facts.identity {
                Look::Refused(code) => Why::Refused(code.clone()),
                _ => Why::NoAnswer,
            }
            .into());
        }
        SessionFacts::Works => {}
    }
    let identity = facts.identity.seen()?;
    let acting = facts.acting_user.seen().ok();
    let acting_name = acting.map_or(identity.user_id.as_str(), |acting| acting.username.as_str());
    let is_username = !wishes.username.is_empty() && acting_name.eq_ignore_ascii_case(&wishes.username);
    let is_record = wishes.records.get(&RecordKey::User) == Some(&identity.user_id);
    let bound = wishes.bound.as_ref();
    if is_username || is_record {
        let wanted = bound.map(|bound| bound.user_name.as_str()).unwrap_or_default();
        return wrong(
            Cause::SessionIsIntegrationUser,
            vec![evidence("User.Username", acting_name, wanted)],
        );
    }
    if let Some(bound) = bound.filter(|bound| bound.user_id != identity.user_id) {
        let seen = acting.map_or(acting_name, |acting| acting.name.as_str());
        return wrong(
            Cause::SessionOtherUser,
            vec![evidence("User.Name", seen, &bound.user_name)],
        );
    }
    Ok(vec![evidence("User.Username", acting_name, "")])
}

fn cause(trouble: TroubleWithSession) -> Cause {
    match trouble {
        TroubleWithSession::Expired => Cause::SessionExpired,
        TroubleWithSession::OtherOrg => Cause::SessionOtherOrg,
        TroubleWithSession::IpLocked => Cause::SessionIpLocked,
        TroubleWithSession::ApiAccessControl => Cause::ApiAccessControl,
        TroubleWithSession::RequestLimit => Cause::RequestLimit,
        TroubleWithSession::ApiDisabled => Cause::ApiDisabled,
        TroubleWithSession::UserWithoutApi => Cause::RightMissing,
    }
}

/// The acting user may do what the guide's steps ask.
pub(super) fn administrator_rights(case: Case) -> Verdict {
    let missing = case.facts.missing_rights.seen().map_err(Not::from)?;
    if missing.is_empty() {
        return Ok(vec![evidence("UserPermissionAccess", "all", "")]);
    }
    let source = |right: &String| ["UserPermissionAccess.", right].concat();
    wrong(
        Cause::RightMissing,
        missing
            .iter()
            .map(|right| evidence(&source(right), "false", "true"))
            .collect(),
    )
}
