//! Weights as Rust source.

use std::fmt::Write;
use waymark_core::locate::decide::Weights;
use waymark_core::locate::evidence::Kind;

/// A learned number may happen to be near one of mathematics.
const HEAD: &str = "//! Learned by `./build.sh drift learn DIR`; not to be changed by hand.

#![allow(clippy::approx_constant)]

use super::decide::Weights;
";

/// The file `weights.rs`: each set of weights with its name and meaning.
pub fn source(sets: &[(&str, &str, Weights)]) -> String {
    let mut text = HEAD.to_owned();
    for (name, meaning, weights) in sets {
        let _ = writeln!(text, "\n/// {meaning}\npub const {name}: Weights = Weights {{");
        write_weights(&mut text, weights);
    }
    text
}

fn write_weights(text: &mut String, weights: &Weights) {
    for (name, numbers) in [
        ("alike", &weights.alike),
        ("lost", &weights.lost),
        ("gained", &weights.gained),
    ] {
        let _ = writeln!(text, "    {name}: [");
        for (kind, number) in Kind::ALL.iter().zip(numbers) {
            let _ = writeln!(text, "        {number:.3}, // {kind:?}");
        }
        text.push_str("    ],\n");
    }
    let certainty: Vec<String> = weights
        .certainty
        .iter()
        .map(|number| format!("{number:.3}"))
        .collect();
    let _ = writeln!(text, "    certainty: [{}],", certainty.join(", "));
    let _ = writeln!(text, "    enough: {:.4},\n}};", weights.enough);
}
