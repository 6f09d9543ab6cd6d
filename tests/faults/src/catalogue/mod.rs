//! The seeded misconfigurations: what is done to a healthy org, and which causes must then be named.
//!
//! Written from the facts alone, never from what the rules answer.

mod access;
mod app;
mod assignment;
mod automation;
mod find;
mod form;
mod further;
mod login;
mod mapping;
mod odd;
mod org;
mod proof;
mod session;
mod set;
mod stock;
mod user;
mod values;

pub use find::finds;
use waymark_core::check::Cause;

use crate::world::World;

/// One way in which an org or account can be wrong.
#[derive(Clone, Copy)]
pub struct Fault {
    /// What is wrong, for people.
    pub name: &'static str,
    /// What must be named.
    pub expects: &'static [Cause],
    /// Does it.
    pub apply: fn(&mut World),
    /// The worlds that it may be done to.
    pub fits: fn(&World) -> bool,
    /// What it touches: two faults that touch the same do not go together.
    pub touches: &'static [Touched],
    /// It may also be said that it could not be looked at.
    pub may_be_unseen: bool,
}

/// A part of an org or account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touched {
    /// Whose session the browser holds, and how the interface answers.
    Session,
    /// Seats and licences of the org.
    Seats,
    /// The org as a whole.
    Org,
    /// The permission set.
    Set,
    /// What the permission set grants.
    Access,
    /// The integration user.
    User,
    /// How the user logs in.
    Login,
    /// What is assigned to the user.
    Assignment,
    /// Jotform's app and its tokens.
    App,
    /// The form and its mapping.
    Form,
    /// What runs when a record is saved.
    Automation,
    /// The record of the test submission.
    Proof,
}

impl Fault {
    /// A fault that fits every world.
    const fn new(
        name: &'static str,
        expects: &'static [Cause],
        touches: &'static [Touched],
        apply: fn(&mut World),
    ) -> Self {
        Self {
            name,
            expects,
            apply,
            fits: |_| true,
            touches,
            may_be_unseen: false,
        }
    }

    /// The same, where not to have been able to look is an answer as right.
    const fn or_unseen(self) -> Self {
        Self {
            may_be_unseen: true,
            ..self
        }
    }

    /// The same for some worlds only.
    const fn on(self, fits: fn(&World) -> bool) -> Self {
        Self { fits, ..self }
    }

    /// Whether both can be wrong at once without one hiding or undoing the other.
    pub fn goes_with(&self, other: &Fault) -> bool {
        let apart = |touched: &Touched| !other.touches.contains(touched);
        self.touches.iter().all(apart)
    }
}

/// All of them.
pub fn all() -> Vec<Fault> {
    [
        session::FAULTS,
        org::FAULTS,
        set::FAULTS,
        user::FAULTS,
        login::FAULTS,
        assignment::FAULTS,
        access::FAULTS,
        mapping::FAULTS,
        values::FAULTS,
        automation::FAULTS,
        app::FAULTS,
        form::FAULTS,
        proof::FAULTS,
        stock::FAULTS,
        further::FAULTS,
        find::FAULTS,
        odd::FAULTS,
    ]
    .concat()
}
