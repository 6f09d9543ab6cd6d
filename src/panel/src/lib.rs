//! The side panel: guides, progress, findings, confirmations.
