//! Learned by `./build.sh drift tune`; not to be changed by hand.

#![allow(clippy::approx_constant)]

use super::pieces::PIECES;

/// What each piece of evidence counts for.
pub const WEIGHTS: [f32; PIECES] = [
    6.66,   // Id
    4.72,   // IdEnd
    1.55,   // NameAttributeToo
    4.25,   // NameAttribute
    -4.70,  // OtherId
    -2.85,  // OtherNameAttribute
    7.70,   // SameWords
    6.50,   // DecoratedWords
    3.24,   // CloseWords
    0.00,   // FewMoreWords
    0.00,   // ManyMoreWords
    0.00,   // NameAndLabel
    -1.72,  // LabelAlone
    3.58,   // OtherWords
    4.75,   // ForeignWords
    1.70,   // NoWords
    1.23,   // ExactName
    -3.15,  // NotExactName
    5.20,   // OptionRecord
    2.20,   // OptionLabel
    1.10,   // OtherOptions
    4.92,   // Address
    -3.22,  // OtherAddress
    6.13,   // Role
    6.13,   // StandsForRole
    4.04,   // AkinRole
    -5.29,  // OtherRole
    0.93,   // ElementType
    0.93,   // OtherElementType
    0.00,   // Class
    0.00,   // Container
    0.00,   // Section
    -11.54, // OtherContainer
    -4.79,  // OtherSection
    0.80,   // Neighbour
    -1.70,  // OtherNeighbours
    -1.34,  // Disabled
];

/// What speaks for every element of which something tells it from the others, before anything else is known of it.
pub const BEFORE: f32 = -5.29;

/// The share from which on an element is pointed at.
pub const ENOUGH: f32 = 0.8721;

/// The score from which on an element may be the target.
pub const THERE: f32 = 7.20;
