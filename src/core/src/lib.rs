//! Everything of Waymark that can be decided without a browser.
//!
//! No time, randomness, network or DOM in here: they come in as arguments, so that every decision can be tested natively.

pub mod address;
pub mod check;
pub mod facts;
pub mod field;
pub mod form;
pub mod guide;
pub mod host;
pub mod inputs;
pub mod jotform_api;
pub mod journey;
pub mod json;
pub mod language;
pub mod lean;
pub mod lesson;
pub mod locate;
mod markup;
pub mod message;
pub mod org;
pub mod page;
pub mod plan;
pub mod policy;
pub mod read;
pub mod settings;
pub mod snapshot;
pub mod suggestion;
pub mod target;
pub mod view;
pub mod wire;
pub mod wizard;
pub mod words;
