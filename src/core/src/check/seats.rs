//! Seats: the user licence and the permission set licence run out separately (Salesforce fact §7, seen).

use super::judge::{Case, Not, Verdict, evidence, wrong};
use super::time::is_over;
use super::{Cause, Evidence, users};
use crate::org::{Licence, Look, PERMISSION_SET_LICENCE, USER_LICENCE};

/// Both licences are there and each has a free seat, or the integration user already holds one.
pub(super) fn seats(case: Case) -> Verdict {
    let facts = case.facts;
    let user = users::the_user(case).ok();
    let assigned = facts.licence_assignments.seen().ok();
    let user_seat = seat(
        &facts.user_licences,
        USER_LICENCE,
        USER_SEAT,
        case.now,
        |licence| user.is_some_and(|user| user.active && user.user_licence_id == licence.id),
    );
    let set_seat = seat(
        &facts.permission_set_licences,
        PERMISSION_SET_LICENCE,
        SET_SEAT,
        case.now,
        |licence| assigned.is_some_and(|ids| ids.contains(&licence.id)),
    );
    match (user_seat, set_seat) {
        (Err(Not::Wrong(mut findings)), other) => {
            if let Err(Not::Wrong(others)) = other {
                findings.extend(others);
            }
            Err(Not::Wrong(findings))
        }
        (Ok(mut proof), other) => {
            proof.extend(other?);
            Ok(proof)
        }
        (unknown, Ok(_)) => unknown,
        (_, other) => other,
    }
}

struct Seat {
    source: &'static str,
    absent: Cause,
    disabled: Cause,
    used_up: Cause,
}

const USER_SEAT: Seat = Seat {
    source: "UserLicense",
    absent: Cause::UserLicenceAbsent,
    disabled: Cause::UserLicenceDisabled,
    used_up: Cause::UserLicenceUsedUp,
};

const SET_SEAT: Seat = Seat {
    source: "PermissionSetLicense",
    absent: Cause::PermissionSetLicenceAbsent,
    disabled: Cause::PermissionSetLicenceDisabled,
    used_up: Cause::PermissionSetLicenceUsedUp,
};

fn seat(
    licences: &Look<Vec<Licence>>,
    name: &str,
    seat: Seat,
    now: u64,
    held: impl Fn(&Licence) -> bool,
) -> Verdict {
    let Some(licence) = licences.seen()?.iter().find(|licence| licence.name == name) else {
        return wrong(seat.absent, vec![evidence(seat.source, "", name)]);
    };
    if !licence.status.is_empty() && licence.status != "Active" {
        let source = [seat.source, ".Status"].concat();
        return wrong(seat.disabled, vec![evidence(&source, &licence.status, "Active")]);
    }
    if let Some(expires) = licence.expires.as_deref().filter(|expires| is_over(expires, now)) {
        let source = [seat.source, ".ExpirationDate"].concat();
        return wrong(
            Cause::PermissionSetLicenceExpired,
            vec![evidence(&source, expires, "")],
        );
    }
    let proof: Evidence = match (licence.used, licence.total) {
        (Some(used), Some(total)) => {
            let seen = [&used.to_string(), " / ", &total.to_string()].concat();
            let source = [seat.source, ".UsedLicenses / TotalLicenses"].concat();
            // A negative total stands for no limit.
            if total >= 0 && used >= total && !held(licence) {
                return wrong(seat.used_up, vec![evidence(&source, &seen, "")]);
            }
            evidence(&source, &seen, "")
        }
        _ => evidence(seat.source, &licence.label, name),
    };
    Ok(vec![proof])
}
