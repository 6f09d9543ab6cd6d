//! Learned by `./build.sh drift tune`; not to be changed by hand.

#![allow(clippy::approx_constant)]

use super::pieces::PIECES;

/// What each piece of evidence counts for.
pub const WEIGHTS: [f32; PIECES] = [
    6.65,   // Id
    4.72,   // IdEnd
    1.55,   // NameAttributeToo
    4.21,   // NameAttribute
    -4.89,  // OtherId
    -2.94,  // OtherNameAttribute
    7.94,   // SameWords
    6.63,   // DecoratedWords
    3.30,   // CloseWords
    0.00,   // FewMoreWords
    0.00,   // ManyMoreWords
    0.00,   // NameAndLabel
    -1.24,  // LabelAlone
    3.94,   // OtherWords
    4.88,   // ForeignWords
    1.72,   // NoWords
    1.15,   // ExactName
    -3.66,  // NotExactName
    5.24,   // OptionRecord
    2.24,   // OptionLabel
    1.12,   // OtherOptions
    5.46,   // Address
    -3.23,  // OtherAddress
    6.26,   // Role
    6.26,   // StandsForRole
    4.00,   // AkinRole
    -5.38,  // OtherRole
    0.93,   // ElementType
    0.93,   // OtherElementType
    0.00,   // Class
    0.00,   // Container
    0.00,   // Section
    -11.67, // OtherContainer
    -4.88,  // OtherSection
    0.58,   // Neighbour
    -1.82,  // OtherNeighbours
    -1.38,  // Disabled
];

/// What speaks for every element of which something tells it from the others, before anything else is known of it.
pub const BEFORE: f32 = -5.38;

/// The share from which on an element is pointed at.
pub const ENOUGH: f32 = 0.8603;

/// The score from which on an element may be the target.
pub const THERE: f32 = 7.45;
