//! Finding the control that a target describes, or saying that it cannot be told.

use serde::{Deserialize, Serialize};

/// The answer for one frame.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// One element, clearly.
    Found {
        /// Index into the snapshot's elements.
        element: usize,
        /// 0 to 100.
        confidence: u8,
        /// The pieces of evidence that spoke for it.
        why: Vec<String>,
    },
    /// Several that could be it.
    Ambiguous {
        /// Indices into the snapshot's elements, the likeliest first.
        candidates: Vec<usize>,
        /// What keeps them apart, or does not.
        why: Vec<String>,
    },
    /// None.
    Absent {
        /// What was missing.
        why: Vec<String>,
    },
}
