//! The REST interface, asked over HTTP without a network.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod anything;
mod client;
mod composite;
mod evidence;
mod faults;
mod records;
mod session;
