//! The session, and how the interface refuses (Salesforce fact §6).

use simulated_org::faults::FaultKind;
use simulated_org::start::ProfileStart;
use waymark_core::check::Cause::{
    ApiAccessControl, ApiDisabled, RequestLimit, RightMissing, SessionAbsent, SessionExpired,
    SessionIpLocked, SessionIsIntegrationUser, SessionOtherOrg, SessionOtherUser,
};

use super::Fault;
use super::Touched::Session as Touches;
use super::further::everywhere;
use crate::world::{COLLEAGUE, Session, USER, World};

const SESSION: &[super::Touched] = &[Touches, super::Touched::Org];
/// The integration user has to be there to be signed in, and a colleague is one thing at a time.
const WITH_USER: &[super::Touched] = &[Touches, super::Touched::Org, super::Touched::User];
/// Without the right to look much can only be said not to be checked.
const RIGHTS: &[super::Touched] = &[Touches, super::Touched::Org, super::Touched::Assignment];

pub(super) const FAULTS: &[Fault] = &[
    Fault::new("nobody is signed in", &[SessionAbsent], SESSION, |world| {
        world.session = Session::Absent;
    }),
    Fault::new("the session was ended", &[SessionExpired], SESSION, |world| {
        world.session = Session::Ended;
    }),
    Fault::new(
        "the interface says that the session is over",
        &[SessionExpired],
        SESSION,
        |world| {
            world.refuses.push(everywhere(FaultKind::SessionExpired));
        },
    ),
    Fault::new(
        "the administrator was frozen meanwhile",
        &[SessionExpired],
        SESSION,
        |world| {
            world.start.org.users[0].frozen = true;
        },
    ),
    Fault::new(
        "the session is of another org",
        &[SessionOtherOrg],
        SESSION,
        |world| {
            world.session = Session::OtherOrg;
            world.bound = true;
        },
    ),
    Fault::new(
        "the session is of another instance, in words",
        &[SessionOtherOrg],
        SESSION,
        |world| {
            refuse(
                world,
                401,
                "INVALID_SESSION_ID",
                "This session belongs to another instance",
            );
        },
    ),
    Fault::new(
        "a colleague is signed in, not who began",
        &[SessionOtherUser],
        WITH_USER,
        |world| {
            world.colleague().profile = "System Administrator".to_owned();
            world.session = Session::Of(COLLEAGUE);
            world.bound = true;
        },
    ),
    Fault::new(
        "a colleague without rights is signed in, not who began",
        &[SessionOtherUser],
        WITH_USER,
        |world| {
            world.colleague();
            world.session = Session::Of(COLLEAGUE);
            world.bound = true;
        },
    ),
    Fault::new(
        "the integration user is signed in in place of the administrator",
        &[SessionIsIntegrationUser],
        WITH_USER,
        |world| {
            world.session = Session::Of(USER);
            world.bound = true;
        },
    ),
    Fault::new(
        "the integration user is signed in at the first check",
        &[SessionIsIntegrationUser],
        WITH_USER,
        |world| {
            world.session = Session::Of(USER);
        },
    ),
    Fault::new(
        "the session is locked to an address",
        &[SessionIpLocked],
        SESSION,
        |world| {
            refuse(
                world,
                401,
                "INVALID_SESSION_ID",
                "Session is locked to the IP address at which it began",
            );
        },
    ),
    Fault::new("API Access Control", &[ApiAccessControl], SESSION, |world| {
        world.start.org.security.api_access_control = true;
    }),
    Fault::new(
        "API Access Control, as the interface words it",
        &[ApiAccessControl],
        SESSION,
        |world| {
            world.refuses.push(everywhere(FaultKind::ApiAccessControl));
        },
    ),
    Fault::new("the day's calls are used up", &[RequestLimit], SESSION, |world| {
        world.refuses.push(everywhere(FaultKind::RequestLimitExceeded));
    }),
    Fault::new("the edition has no API", &[ApiDisabled], SESSION, |world| {
        world.refuses.push(everywhere(FaultKind::ApiDisabledForOrg));
    }),
    Fault::new("the API is switched off", &[ApiDisabled], SESSION, |world| {
        refuse(
            world,
            403,
            "API_CURRENTLY_DISABLED",
            "API is currently disabled for this organization",
        );
    }),
    Fault::new(
        "the administrator may not use the API",
        &[RightMissing],
        SESSION,
        |world| {
            world.refuses.push(everywhere(FaultKind::ApiCurrentlyDisabled));
        },
    ),
    Fault::new(
        "the administrator may not assign permission sets",
        &[RightMissing],
        RIGHTS,
        |world| {
            without(world, &["AssignPermissionSets"]);
        },
    ),
    Fault::new(
        "the administrator may not manage permission sets",
        &[RightMissing],
        RIGHTS,
        |world| {
            without(world, &["ManageProfilesPermissionsets"]);
        },
    ),
    Fault::new(
        "the administrator may not manage users",
        &[RightMissing],
        RIGHTS,
        |world| {
            without(world, &["ManageUsers", "ManageInternalUsers"]);
        },
    ),
    Fault::new(
        "the administrator may not view Setup",
        &[RightMissing],
        RIGHTS,
        |world| {
            without(world, &["ViewSetup"]);
        },
    ),
    Fault::new("a standard user is at work", &[RightMissing], RIGHTS, |world| {
        nothing_assigned(world);
        world.start.org.users[0].profile = "Standard User".to_owned();
    }),
];

fn refuse(world: &mut World, status: u16, code: &str, message: &str) {
    world.refuses.push(everywhere(FaultKind::Refused {
        status,
        code: code.to_owned(),
        message: message.to_owned(),
    }));
}

/// The administrator's profile lacks these rights while there is still something to assign.
fn without(world: &mut World, rights: &[&str]) {
    nothing_assigned(world);
    world.start.org.profiles.push(ProfileStart {
        name: "Nearly an administrator".to_owned(),
        like: "System Administrator".to_owned(),
        without: rights.iter().map(|right| (*right).to_owned()).collect(),
        ..ProfileStart::default()
    });
    world.start.org.users[0].profile = "Nearly an administrator".to_owned();
}

fn nothing_assigned(world: &mut World) {
    let username = world.wanted.username.clone();
    world.start.org.assignments.retain(|one| one.user != username);
    world.before_connection();
}
