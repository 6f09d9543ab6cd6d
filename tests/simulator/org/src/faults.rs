//! Faults that a test can switch on.

/// The faults that are switched on.
#[derive(Clone, Debug, Default)]
pub struct Faults {}
