//! Learned by `./build.sh drift learn DIR`; not to be changed by hand.

#![allow(clippy::approx_constant)]

use super::decide::Weights;

/// Weights for pages of which everything is known, paths and places too.
pub const WITH_PLACE: Weights = Weights {
    alike: [
        0.120,  // Tag
        0.080,  // Sort
        0.000,  // Type
        1.073,  // IdLetters
        1.581,  // IdWords
        1.004,  // NameAttribute
        0.326,  // ClassWords
        0.294,  // Classes
        0.668,  // Address
        0.798,  // AddressEnd
        2.295,  // SameAddress
        1.980,  // SameText
        0.821,  // TextLetters
        0.424,  // AnyLetters
        0.861,  // AllWords
        0.683,  // ContainedWords
        1.227,  // Everything
        1.120,  // Kept
        0.611,  // Neighbours
        3.115,  // Left
        3.214,  // Right
        1.368,  // Above
        0.173,  // Below
        1.699,  // PathEnd
        1.008,  // PathSteps
        1.034,  // PathTags
        0.511,  // AnchorWords
        0.870,  // AnchoredEnd
        0.428,  // AnchoredSteps
        0.364,  // AnchoredTags
        1.419,  // Nearness
        0.345,  // Width
        0.277,  // Height
        0.353,  // Area
        0.385,  // Shape
        0.184,  // Operable
        -0.362, // Item
        0.516,  // Picture
        0.005,  // Heading
        -0.164, // InTwin
        -0.216, // AroundTwin
    ],
    lost: [
        0.000,  // Tag
        0.000,  // Sort
        0.264,  // Type
        0.031,  // IdLetters
        0.031,  // IdWords
        0.039,  // NameAttribute
        0.091,  // ClassWords
        0.091,  // Classes
        0.075,  // Address
        0.075,  // AddressEnd
        0.075,  // SameAddress
        0.052,  // SameText
        0.052,  // TextLetters
        0.079,  // AnyLetters
        -0.045, // AllWords
        -0.045, // ContainedWords
        0.000,  // Everything
        0.000,  // Kept
        -0.014, // Neighbours
        -0.149, // Left
        -0.082, // Right
        -0.008, // Above
        -0.115, // Below
        0.000,  // PathEnd
        0.000,  // PathSteps
        0.000,  // PathTags
        0.042,  // AnchorWords
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
        0.000,  // Type
        0.358,  // IdLetters
        0.358,  // IdWords
        -0.105, // NameAttribute
        0.003,  // ClassWords
        0.003,  // Classes
        0.211,  // Address
        0.211,  // AddressEnd
        0.211,  // SameAddress
        -0.312, // SameText
        -0.312, // TextLetters
        -0.355, // AnyLetters
        -0.412, // AllWords
        -0.412, // ContainedWords
        0.000,  // Everything
        0.000,  // Kept
        -0.005, // Neighbours
        -0.063, // Left
        0.042,  // Right
        -0.007, // Above
        -0.021, // Below
        0.000,  // PathEnd
        0.000,  // PathSteps
        0.000,  // PathTags
        -0.005, // AnchorWords
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
    certainty: [0.685, 0.086, 0.136, 0.086, 0.058, 0.434, 1.149, 1.246],
    enough: 0.9072,
};

/// Weights for what may not lean on where an element stands.
pub const WITHOUT_PLACE: Weights = Weights {
    alike: [
        0.310,  // Tag
        0.229,  // Sort
        0.143,  // Type
        1.394,  // IdLetters
        1.807,  // IdWords
        1.155,  // NameAttribute
        0.490,  // ClassWords
        0.537,  // Classes
        0.815,  // Address
        0.595,  // AddressEnd
        2.754,  // SameAddress
        2.042,  // SameText
        0.828,  // TextLetters
        0.442,  // AnyLetters
        0.905,  // AllWords
        0.670,  // ContainedWords
        1.567,  // Everything
        1.390,  // Kept
        0.731,  // Neighbours
        2.881,  // Left
        3.477,  // Right
        1.558,  // Above
        0.533,  // Below
        0.000,  // PathEnd
        0.000,  // PathSteps
        0.000,  // PathTags
        0.682,  // AnchorWords
        0.000,  // AnchoredEnd
        0.000,  // AnchoredSteps
        0.000,  // AnchoredTags
        0.000,  // Nearness
        0.000,  // Width
        0.000,  // Height
        0.000,  // Area
        0.000,  // Shape
        0.235,  // Operable
        -0.423, // Item
        0.506,  // Picture
        0.036,  // Heading
        -0.267, // InTwin
        -0.253, // AroundTwin
    ],
    lost: [
        0.000,  // Tag
        0.000,  // Sort
        0.226,  // Type
        -0.018, // IdLetters
        -0.018, // IdWords
        0.052,  // NameAttribute
        0.073,  // ClassWords
        0.073,  // Classes
        0.081,  // Address
        0.081,  // AddressEnd
        0.081,  // SameAddress
        0.149,  // SameText
        0.149,  // TextLetters
        0.174,  // AnyLetters
        0.069,  // AllWords
        0.069,  // ContainedWords
        0.000,  // Everything
        0.000,  // Kept
        -0.017, // Neighbours
        -0.156, // Left
        -0.089, // Right
        -0.028, // Above
        -0.173, // Below
        0.000,  // PathEnd
        0.000,  // PathSteps
        0.000,  // PathTags
        0.047,  // AnchorWords
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
        -0.015, // Type
        0.190,  // IdLetters
        0.190,  // IdWords
        -0.147, // NameAttribute
        -0.046, // ClassWords
        -0.046, // Classes
        0.133,  // Address
        0.133,  // AddressEnd
        0.133,  // SameAddress
        -0.318, // SameText
        -0.318, // TextLetters
        -0.389, // AnyLetters
        -0.423, // AllWords
        -0.423, // ContainedWords
        0.000,  // Everything
        0.000,  // Kept
        -0.072, // Neighbours
        -0.135, // Left
        -0.026, // Right
        -0.176, // Above
        -0.153, // Below
        0.000,  // PathEnd
        0.000,  // PathSteps
        0.000,  // PathTags
        -0.030, // AnchorWords
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
    certainty: [0.487, 0.100, 0.146, 0.116, 0.000, 0.773, 2.068, 0.923],
    enough: 0.8397,
};
