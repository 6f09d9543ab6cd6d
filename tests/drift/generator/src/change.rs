//! The kinds of change.

use crate::changes::{component, identity, language, place, twin, words};
use crate::draft::Draft;
use rand_chacha::ChaCha8Rng;

macro_rules! changes {
    ($($(#[$meta:meta])* $name:ident: $text:literal => $apply:path,)+) => {
        /// A kind of change that a page goes through.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Change { $($(#[$meta])* $name),+ }

        impl Change {
            /// All kinds, in the order in which they are applied where several meet.
            pub const ALL: &'static [Change] = &[$(Change::$name),+];

            /// Its name in reports.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Change::$name => $text),+ }
            }

            /// Changes the page; `false` where this kind cannot happen to it, and then nothing was changed.
            pub(crate) fn apply(self, draft: &mut Draft, rng: &mut ChaCha8Rng) -> bool {
                match self { $(Change::$name => $apply(draft, rng)),+ }
            }
        }
    };
}

changes! {
    /// The same page in another language of the interface.
    OtherLanguage: "other language" => language::other,
    /// The control is called otherwise.
    Reworded: "label reworded" => words::reworded,
    /// The label has more in it: a star, a count, an icon.
    Decorated: "text decorated" => words::decorated,
    /// The label stands there, but nothing says any more that it is the control's.
    LabelDetached: "label detached" => words::detached,
    /// The label has become a prompt in the box, or a name that only is heard.
    LabelInside: "label inside" => words::inside,
    /// The words of the label stand in several elements.
    InParts: "label in parts" => words::in_parts,
    /// Every heading says something else.
    Headings: "headings changed" => words::headings,
    /// Every id is another one.
    RenamedIds: "renamed ids" => identity::ids,
    /// Every name attribute is another one.
    RenamedNames: "renamed names" => identity::names,
    /// Every class is another one.
    RenamedClasses: "renamed classes" => identity::classes,
    /// The control has lost its id, name, classes and title.
    Stripped: "attributes stripped" => identity::stripped,
    /// It looks the same and can be clicked, but says nothing about itself.
    RoleLost: "role lost" => component::role_lost,
    /// A newer component stands in the control's place.
    Newer: "newer component" => component::newer,
    /// It is there, but cannot be changed or pressed now.
    ReadOnly: "read-only" => component::read_only,
    /// A twin that cannot be seen stands beside it.
    HiddenTwin: "hidden twin" => twin::hidden,
    /// A twin that cannot be used stands beside it.
    DisabledTwin: "disabled twin" => twin::disabled,
    /// Another control with nearly the same name stands beside it.
    LookAlike: "look-alike" => twin::look_alike,
    /// The same control stands in another section of the page too.
    DuplicateElsewhere: "duplicate elsewhere" => twin::elsewhere,
    /// The same control stands in another frame too.
    DuplicateInFrame: "duplicate in frame" => twin::in_frame,
    /// Other controls, for help and for more, stand between what was there.
    ControlsAdded: "controls added" => place::controls_added,
    /// Wrappers stand around the control and what is around it.
    Wrapped: "wrappers added" => place::wrapped,
    /// Rows, entries or sections have another order.
    Reordered: "order changed" => place::reordered,
    /// One form has become two, each with a heading of its own.
    Split: "split form" => place::split,
    /// Tables have become boxes.
    Untabled: "tables to boxes" => place::untabled,
    /// The control has moved into an open shadow root.
    OpenShadow: "into open shadow root" => place::open_shadow,
    /// The control has moved into a closed shadow root.
    ClosedShadow: "into closed shadow root" => place::closed_shadow,
    /// The control and what is around it have moved into a frame.
    IntoFrame: "into frame" => place::into_frame,
    /// The control is not there any more.
    Removed: "removed" => component::removed,
}
