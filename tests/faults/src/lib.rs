//! The proving ground: misconfigurations are seeded into simulated orgs and accounts, and the shipped checks must name them.

pub mod audit;
pub mod catalogue;
mod checks;
mod dim;
pub mod driver;
pub mod export;
pub mod guide;
pub mod healthy;
mod more_healthy;
pub mod object;
mod odd_healthy;
mod pairs;
pub mod plans;
mod random;
pub mod run;
pub mod table;
mod wishes;
pub mod world;
