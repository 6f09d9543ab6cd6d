//! Learned by `./build.sh drift tune`; not to be changed by hand.

#![allow(clippy::approx_constant)]

use super::pieces::PIECES;

/// What each piece of evidence counts for.
pub const WEIGHTS: [f32; PIECES] = [
    5.81,   // Id
    3.67,   // IdEnd
    2.22,   // NameAttributeToo
    4.92,   // NameAttribute
    -5.17,  // OtherId
    -2.87,  // OtherNameAttribute
    8.02,   // SameWords
    6.69,   // DecoratedWords
    3.33,   // CloseWords
    0.00,   // FewMoreWords
    0.00,   // ManyMoreWords
    0.00,   // NameAndLabel
    -0.88,  // LabelAlone
    4.52,   // OtherWords
    4.73,   // ForeignWords
    1.36,   // NoWords
    1.40,   // ExactName
    -3.38,  // NotExactName
    5.06,   // OptionRecord
    2.06,   // OptionLabel
    1.03,   // OtherOptions
    5.48,   // Address
    -3.19,  // OtherAddress
    6.04,   // Role
    6.04,   // StandsForRole
    3.80,   // AkinRole
    -5.41,  // OtherRole
    1.13,   // ElementType
    1.09,   // OtherElementType
    0.00,   // Class
    0.11,   // Container
    0.00,   // Section
    -11.84, // OtherContainer
    -4.92,  // OtherSection
    4.19,   // Neighbour
    -1.54,  // OtherNeighbours
    -0.72,  // Disabled
];

/// What speaks for every element of which something tells it from the others, before anything else is known of it.
pub const BEFORE: f32 = -5.41;

/// The share from which on an element is pointed at.
pub const ENOUGH: f32 = 0.6539;

/// The score from which on an element may be the target.
pub const THERE: f32 = 6.92;
