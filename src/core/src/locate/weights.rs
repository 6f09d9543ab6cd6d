//! Learned by `./build.sh drift learn DIR`; not to be changed by hand.

use super::decide::Weights;

/// Weights for pages of which everything is known, paths and places too.
pub const WITH_PLACE: Weights = Weights {
    alike: [
        0.000,  // Tag
        0.000,  // Sort
        0.000,  // Type
        0.698,  // IdLetters
        1.614,  // IdWords
        0.368,  // NameAttribute
        0.118,  // ClassWords
        0.075,  // Classes
        0.291,  // Address
        0.647,  // AddressEnd
        1.907,  // SameAddress
        2.710,  // SameText
        0.592,  // TextLetters
        0.097,  // AnyLetters
        0.722,  // AllWords
        0.711,  // ContainedWords
        1.771,  // Everything
        1.564,  // Kept
        0.194,  // Neighbours
        2.737,  // Left
        3.488,  // Right
        0.976,  // Above
        0.000,  // Below
        2.007,  // PathEnd
        1.110,  // PathSteps
        1.346,  // PathTags
        0.635,  // AnchorWords
        1.014,  // AnchoredEnd
        0.417,  // AnchoredSteps
        0.197,  // AnchoredTags
        2.025,  // Nearness
        0.219,  // Width
        0.036,  // Height
        0.140,  // Area
        0.286,  // Shape
        0.308,  // Operable
        -0.723, // Item
        0.620,  // Picture
        -0.076, // Heading
        -0.389, // InTwin
        -0.389, // AroundTwin
    ],
    lost: [
        0.000,  // Tag
        0.000,  // Sort
        0.797,  // Type
        -0.009, // IdLetters
        -0.009, // IdWords
        0.164,  // NameAttribute
        0.147,  // ClassWords
        0.147,  // Classes
        0.097,  // Address
        0.097,  // AddressEnd
        0.097,  // SameAddress
        0.100,  // SameText
        0.100,  // TextLetters
        0.160,  // AnyLetters
        -0.146, // AllWords
        -0.146, // ContainedWords
        0.000,  // Everything
        0.000,  // Kept
        -0.045, // Neighbours
        -0.287, // Left
        -0.052, // Right
        -0.041, // Above
        -0.330, // Below
        0.000,  // PathEnd
        0.000,  // PathSteps
        0.000,  // PathTags
        0.306,  // AnchorWords
        0.000,  // AnchoredEnd
        0.000,  // AnchoredSteps
        0.000,  // AnchoredTags
        0.000,  // Nearness
        0.000,  // Width
        0.000,  // Height
        0.000,  // Area
        0.000,  // Shape
        0.000,  // Operable
        0.000,  // Item
        0.000,  // Picture
        0.000,  // Heading
        0.000,  // InTwin
        0.000,  // AroundTwin
    ],
    gained: [
        0.000,  // Tag
        0.000,  // Sort
        0.149,  // Type
        0.469,  // IdLetters
        0.469,  // IdWords
        -0.292, // NameAttribute
        0.014,  // ClassWords
        0.014,  // Classes
        0.311,  // Address
        0.311,  // AddressEnd
        0.311,  // SameAddress
        -0.387, // SameText
        -0.387, // TextLetters
        -0.385, // AnyLetters
        -0.536, // AllWords
        -0.536, // ContainedWords
        0.000,  // Everything
        0.000,  // Kept
        -0.012, // Neighbours
        -0.308, // Left
        0.157,  // Right
        0.034,  // Above
        0.009,  // Below
        0.000,  // PathEnd
        0.000,  // PathSteps
        0.000,  // PathTags
        -0.029, // AnchorWords
        0.000,  // AnchoredEnd
        0.000,  // AnchoredSteps
        0.000,  // AnchoredTags
        0.000,  // Nearness
        0.000,  // Width
        0.000,  // Height
        0.000,  // Area
        0.000,  // Shape
        0.000,  // Operable
        0.000,  // Item
        0.000,  // Picture
        0.000,  // Heading
        0.000,  // InTwin
        0.000,  // AroundTwin
    ],
    certainty: [0.696, 0.112, 0.163, 0.137, 0.368, 1.163],
    enough: 0.9010,
};
