//! Pages that have changed as sites do over the years, made from pages as they were, each with the right answer.
//!
//! Everything is drawn from a seed: a seed gives the same pages again. Nothing of Waymark is used in here, neither its reading
//! nor its matching: what is tested may not have a say in what it is tested on.

mod case;
mod change;
mod changes;
mod draft;
mod fixture;
mod label;
mod tree;

pub use case::{Case, Generator, Known, Question};
pub use change::Change;
pub use draft::Right;
pub use fixture::{Fixture, FixtureError, FixtureFrame, Translated, read};
pub use tree::{NodeId, Tree};
