//! What is in the org already and could be used in place of something new.

use simulated_org::start::{PermissionSetStart, UserStart};
use waymark_core::check::Cause::{StockSet, StockUser};

use super::Fault;
use super::Touched::{Access, App, Assignment, Login, Proof, Seats, Set, User};
use crate::world::{OLD_PROFILE, PROFILE, SET_LICENCE, World};

const NO_USER: &[super::Touched] = &[User, Login, Assignment, Access, Seats, App, Proof];
const NO_SET: &[super::Touched] = &[Set, User, Login, Assignment, Access, Seats, App, Proof];

pub(super) const FAULTS: &[Fault] = &[
    Fault::new(
        "there is an API-only user of another purpose",
        &[StockUser],
        NO_USER,
        |world| {
            world.before_user();
            other(world, PROFILE);
        },
    ),
    Fault::new(
        "there is an API-only user of the older profile",
        &[StockUser],
        NO_USER,
        |world| {
            world.before_user();
            other(world, OLD_PROFILE);
        },
    ),
    Fault::new(
        "there is a set with the licence of another purpose",
        &[StockSet],
        NO_SET,
        |world| {
            world.before_user();
            let org = &mut world.start.org;
            (org.assignments, org.permission_set_groups) = (Vec::new(), Vec::new());
            org.permission_sets = vec![PermissionSetStart {
                label: "Data warehouse".to_owned(),
                name: "Data_Warehouse".to_owned(),
                license: Some(SET_LICENCE.to_owned()),
                ..PermissionSetStart::default()
            }];
        },
    ),
];

fn other(world: &mut World, profile: &str) {
    world.start.org.users.push(UserStart {
        username: "warehouse@acme.example".to_owned(),
        last_name: "Warehouse".to_owned(),
        profile: profile.to_owned(),
        ..UserStart::default()
    });
}
