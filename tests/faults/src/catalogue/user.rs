//! The integration user (Salesforce fact §7).

use simulated_org::start::{ProfileStart, UserStart};
use waymark_core::check::Cause::{
    AliasCut, NicknameTaken, NotApiOnly, ProfileLegacy, ProfileWrong, UserAbsent, UserEmailInvalid,
    UserFrozen, UserInactive, UserLicenceWrong, UserUnverified, UsernameTaken,
};

use super::Fault;
use super::Touched::{Access, App, Assignment, Login, Proof, Seats, User};
use super::set::not_assigned;
use crate::world::{OLD_PROFILE, PROFILE, USER, World};

const NO_USER: &[super::Touched] = &[User, Login, Assignment, Access, Seats, App, Proof];

pub(super) const FAULTS: &[Fault] = &[
    Fault::new("there is no user", &[UserAbsent], NO_USER, World::before_user),
    Fault::new("the user has another username", &[UserAbsent], NO_USER, |world| {
        world.before_user();
        world.start.org.users.push(UserStart {
            username: "jotform.integration2@acme.example".to_owned(),
            last_name: "Integration".to_owned(),
            profile: PROFILE.to_owned(),
            ..UserStart::default()
        });
    }),
    Fault::new(
        "the username is taken in another org",
        &[UsernameTaken],
        NO_USER,
        |world| {
            world.before_user();
            world.start.org.taken_usernames.push(USER.to_owned());
            world.username_taken = true;
        },
    ),
    Fault::new(
        "a colleague has the nickname",
        &[NicknameTaken],
        NO_USER,
        |world| {
            world.before_user();
            world.colleague().nickname = "jotform.integration".to_owned();
        },
    ),
    Fault::new(
        "an inactive colleague has the nickname",
        &[NicknameTaken],
        NO_USER,
        |world| {
            world.before_user();
            let colleague = world.colleague();
            colleague.nickname = "Jotform.Integration".to_owned();
            colleague.active = false;
        },
    ),
    Fault::new(
        "the user is not active",
        &[UserInactive],
        &[User, Login, Seats, App],
        |world| {
            world.user().active = false;
        },
    ),
    Fault::new(
        "the user is not active, and no token is left",
        &[UserInactive],
        &[User, Login, Seats, App],
        |world| {
            world.before_connection();
            world.user().active = false;
        },
    ),
    Fault::new(
        "the user is frozen",
        &[UserFrozen],
        &[User, Login, App],
        |world| world.user().frozen = true,
    ),
    Fault::new(
        "the user is frozen, and no token is left",
        &[UserFrozen],
        &[User, Login, App],
        |world| {
            world.before_connection();
            world.user().frozen = true;
        },
    ),
    Fault::new(
        "the user is not active and frozen",
        &[UserInactive],
        &[User, Login, Seats, App],
        |world| {
            world.user().active = false;
            world.user().frozen = true;
        },
    ),
    Fault::new(
        "the welcome mail was not followed",
        &[UserUnverified],
        &[User, Login, App, Proof],
        never_logged_in,
    ),
    Fault::new(
        "the user has an ordinary licence",
        &[UserLicenceWrong, ProfileWrong, NotApiOnly],
        NO_USER,
        |world| {
            not_assigned(world);
            world.user().profile = "Standard User".to_owned();
        },
    ),
    Fault::new(
        "the user is an administrator",
        &[UserLicenceWrong, ProfileWrong, NotApiOnly],
        NO_USER,
        |world| {
            not_assigned(world);
            world.user().profile = "System Administrator".to_owned();
        },
    ),
    Fault::new(
        "the user has the minimum profile of another licence",
        &[UserLicenceWrong, ProfileWrong, NotApiOnly],
        NO_USER,
        |world| {
            not_assigned(world);
            world.user().profile = "Minimum Access - Salesforce".to_owned();
        },
    ),
    Fault::new(
        "the user has an Identity licence",
        &[UserLicenceWrong, ProfileWrong, NotApiOnly],
        NO_USER,
        |world| {
            not_assigned(world);
            world.user().profile = "Identity User".to_owned();
        },
    ),
    Fault::new(
        "a profile of the right licence that is not API-only",
        &[ProfileWrong, NotApiOnly],
        &[User, Login, Access],
        |world| {
            world.start.org.profiles.push(ProfileStart {
                name: "Integrations with pages".to_owned(),
                like: PROFILE.to_owned(),
                without: vec!["ApiUserOnly".to_owned()],
                with: vec!["LightningExperienceUser".to_owned()],
                ..ProfileStart::default()
            });
            world.user().profile = "Integrations with pages".to_owned();
        },
    )
    .on(|world| world.start.org.profiles.is_empty()),
    Fault::new(
        "an API-only profile of an ordinary licence",
        &[UserLicenceWrong, ProfileWrong],
        &[User, Login, Access],
        |world| {
            world.start.org.profiles.push(ProfileStart {
                name: "API of Salesforce".to_owned(),
                like: "Minimum Access - Salesforce".to_owned(),
                with: vec!["ApiUserOnly".to_owned(), "ApiEnabled".to_owned()],
                ..ProfileStart::default()
            });
            world.user().profile = "API of Salesforce".to_owned();
        },
    )
    .on(|world| world.start.org.profiles.is_empty()),
    Fault::new(
        "the address ends in .invalid, as in a sandbox copy",
        &[UserEmailInvalid],
        &[User],
        |world| {
            world.user().email = "jotform.integration@acme.example.invalid".to_owned();
        },
    ),
    Fault::new(
        "the address of a new user ends in .invalid",
        &[UserEmailInvalid],
        &[User, Login, App, Proof],
        |world| {
            never_logged_in(world);
            world.user().email = "integration@acme.example.invalid".to_owned();
        },
    ),
    Fault::new(
        "the user has the older profile",
        &[ProfileLegacy],
        &[User],
        |world| {
            world.user().profile = OLD_PROFILE.to_owned();
        },
    )
    .on(|world| {
        // The names of profiles are translated, and nothing else tells the two apart.
        world.start.org.profiles.is_empty() && world.start.org.language == "en_US"
    }),
    Fault::new("the alias was cut", &[AliasCut], &[User], |world| {
        world.alias = "jotformintegration".to_owned();
        world.user().alias = "jotformi".to_owned();
    }),
];

/// The user is new: no password, no login, no token.
pub(super) fn never_logged_in(world: &mut World) {
    world.before_connection();
    let user = world.user();
    (user.password, user.verification_method) = (None, false);
    world
        .start
        .org
        .rows
        .retain(|row| row.object != "LoginHistory" && row.object != "User");
}
