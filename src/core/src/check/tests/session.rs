//! The session, the rights of its user, and the seats.

use super::*;

#[test]
fn session() {
    use CheckId::Session;
    use TroubleWithSession as Trouble;
    run(&[
        (
            "not allowed",
            Session,
            |f, _| f.session = SessionFacts::NotAllowed,
            Unknown(Why::NotAllowed),
        ),
        (
            "absent",
            Session,
            |f, _| f.session = SessionFacts::Absent,
            Wrong(Cause::SessionAbsent),
        ),
        (
            "other org",
            Session,
            |f, _| f.session = SessionFacts::OtherOrg("00D000000000002".into()),
            Wrong(Cause::SessionOtherOrg),
        ),
        (
            "expired",
            Session,
            |f, _| f.session = SessionFacts::Refused(Trouble::Expired),
            Wrong(Cause::SessionExpired),
        ),
        (
            "other org by refusal",
            Session,
            |f, _| f.session = SessionFacts::Refused(Trouble::OtherOrg),
            Wrong(Cause::SessionOtherOrg),
        ),
        (
            "locked",
            Session,
            |f, _| f.session = SessionFacts::Refused(Trouble::IpLocked),
            Wrong(Cause::SessionIpLocked),
        ),
        (
            "access control",
            Session,
            |f, _| f.session = SessionFacts::Refused(Trouble::ApiAccessControl),
            Wrong(Cause::ApiAccessControl),
        ),
        (
            "limit",
            Session,
            |f, _| f.session = SessionFacts::Refused(Trouble::RequestLimit),
            Wrong(Cause::RequestLimit),
        ),
        (
            "no api",
            Session,
            |f, _| f.session = SessionFacts::Refused(Trouble::ApiDisabled),
            Wrong(Cause::ApiDisabled),
        ),
        (
            "user without api",
            Session,
            |f, _| f.session = SessionFacts::Refused(Trouble::UserWithoutApi),
            Wrong(Cause::RightMissing),
        ),
        (
            "no answer",
            Session,
            |f, _| f.session = SessionFacts::NoAnswer,
            Unknown(Why::NoAnswer),
        ),
        (
            "server error",
            Session,
            |f, _| {
                f.session = SessionFacts::NoAnswer;
                f.identity = Look::Refused("HTTP 503".into());
            },
            Unknown(Why::Refused("HTTP 503".into())),
        ),
        (
            "another user",
            Session,
            |_, w| {
                if let Some(bound) = &mut w.bound {
                    bound.user_id = "005000000000007".into();
                }
            },
            Wrong(Cause::SessionOtherUser),
        ),
        (
            "integration user by name",
            Session,
            |f, _| {
                if let Look::Seen(acting) = &mut f.acting_user {
                    acting.username = "Jotform@ACME.example".into();
                }
            },
            Wrong(Cause::SessionIsIntegrationUser),
        ),
        (
            "integration user by id",
            Session,
            |f, w| {
                f.acting_user = Look::NotAsked;
                w.records.insert(RecordKey::User, ADMIN.into());
            },
            Wrong(Cause::SessionIsIntegrationUser),
        ),
        ("first check", Session, |_, w| w.bound = None, Proven),
    ]);
}

#[test]
fn nothing_is_judged_with_a_session_that_is_not_right() {
    for (session, why) in [
        (SessionFacts::Absent, Why::NoSession),
        (SessionFacts::NotAllowed, Why::NotAllowed),
        (SessionFacts::NoAnswer, Why::NoAnswer),
        (SessionFacts::Refused(TroubleWithSession::Expired), Why::NoSession),
    ] {
        let facts = OrgFacts { session, ..healthy() };
        for (id, outcome) in answers(&facts, &wishes()).answers.into_iter().skip(1) {
            assert_eq!(outcome, Outcome::CouldNotCheck(why.clone()), "{id:?}");
        }
        assert_eq!(learnt(&facts, &wishes(), "0"), Learnt::default());
    }
}

#[test]
fn rights_and_seats() {
    use CheckId::{AdministratorRights, Seats};
    fn use_up(licences: &mut Look<Vec<Licence>>) {
        if let Look::Seen(licences) = licences {
            licences[0].used = licences[0].total;
        }
    }
    run(&[
        (
            "right missing",
            AdministratorRights,
            |f, _| f.missing_rights = Look::Seen(vec!["PermissionsManageUsers".into()]),
            Wrong(Cause::RightMissing),
        ),
        (
            "rights hidden",
            AdministratorRights,
            |f, _| f.missing_rights = hidden(),
            hid(),
        ),
        (
            "user seats used up",
            Seats,
            |f, _| {
                nobody(f);
                use_up(&mut f.user_licences);
            },
            Wrong(Cause::UserLicenceUsedUp),
        ),
        (
            "set seats used up",
            Seats,
            |f, _| {
                f.licence_assignments = Look::Seen(vec![]);
                use_up(&mut f.permission_set_licences);
            },
            Wrong(Cause::PermissionSetLicenceUsedUp),
        ),
        (
            "the last seats are this user's",
            Seats,
            |f, _| {
                use_up(&mut f.user_licences);
                use_up(&mut f.permission_set_licences);
            },
            Proven,
        ),
        (
            "no user licence",
            Seats,
            |f, _| f.user_licences = Look::Seen(vec![]),
            Wrong(Cause::UserLicenceAbsent),
        ),
        (
            "no set licence",
            Seats,
            |f, _| f.permission_set_licences = Look::Seen(vec![]),
            Wrong(Cause::PermissionSetLicenceAbsent),
        ),
        (
            "disabled licence",
            Seats,
            |f, _| {
                if let Look::Seen(licences) = &mut f.permission_set_licences {
                    licences[0].status = "Disabled".into();
                }
            },
            Wrong(Cause::PermissionSetLicenceDisabled),
        ),
        ("licences hidden", Seats, |f, _| f.user_licences = hidden(), hid()),
        (
            "set licences hidden",
            Seats,
            |f, _| f.permission_set_licences = hidden(),
            hid(),
        ),
        (
            "a fault counts though the other is hidden",
            Seats,
            |f, _| {
                f.user_licences = hidden();
                f.permission_set_licences = Look::Seen(vec![]);
            },
            Wrong(Cause::PermissionSetLicenceAbsent),
        ),
    ]);
}
