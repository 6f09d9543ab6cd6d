//! How a journey is kept, in memory and on disk.

use super::State;
use crate::wire::{self, Unreadable};

/// Stands before every kept journey. Raised whenever anything that a [`State`] holds changes its shape.
const VERSION: &str = "13:";

impl State {
    /// The journey as a text to keep.
    #[must_use]
    pub fn to_keep(&self) -> String {
        [VERSION, &wire::write(self)].concat()
    }

    /// Reads a text that [`State::to_keep`] made.
    ///
    /// # Errors
    /// `Unreadable` for what another version kept: the journey then begins anew, and finds what is done already on the pages
    /// and in the org.
    pub fn kept(text: &str) -> Result<State, Unreadable> {
        wire::read(text.strip_prefix(VERSION).ok_or(Unreadable)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{Cause, CheckId, Outcome, Why};
    use crate::field::{FieldState, RecordKey};
    use crate::inputs::InputKey;
    use crate::jotform_api::Trouble;
    use crate::journey::Ending;
    use crate::message::Sighting;
    use crate::page::{PageKind, WizardStage};
    use crate::plan::{Applied, Write};
    use serde_reflection::{Tracer, TracerConfig};

    /// The shape of everything in a `State`: names and types of fields, and the variants of enums in their order.
    fn shape() -> String {
        let mut tracer = Tracer::new(TracerConfig::default());
        macro_rules! trace {
            ($($kind:ty),*) => { $(tracer.trace_simple_type::<$kind>().unwrap();)* };
        }
        trace!(
            Cause,
            CheckId,
            RecordKey,
            InputKey,
            Ending,
            PageKind,
            WizardStage,
            Why,
            Sighting,
            FieldState,
            Write,
            Applied,
            Trouble,
            Outcome,
            State
        );
        let registry = tracer.registry().unwrap();
        registry
            .iter()
            .map(|(name, format)| [name, ": ", &serde_json::to_string(format).unwrap(), "\n"].concat())
            .collect()
    }

    #[test]
    fn what_is_kept_is_read() {
        let state = State::new("jotform-salesforce", "acme.my.salesforce.com");
        assert_eq!(State::kept(&state.to_keep()), Ok(state));
    }

    #[test]
    fn what_another_version_kept_is_not_misread() {
        let text = State::default().to_keep();
        let other = ["0:", &text[VERSION.len()..]].concat();
        for bad in [other.as_str(), &text[VERSION.len()..], "{}", ""] {
            assert_eq!(State::kept(bad), Err(Unreadable), "{bad:?}");
        }
    }

    #[test]
    fn a_change_of_shape_raises_the_version() {
        let kept = [VERSION, "\n", &shape()].concat();
        assert!(
            kept == include_str!("state.shape"),
            "a State has another shape: raise VERSION and replace state.shape by\n{kept}"
        );
    }
}
