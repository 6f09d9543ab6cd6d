//! What each kind of change does to a page.

pub mod component;
pub mod identity;
pub mod language;
pub mod place;
pub mod twin;
pub mod words;
