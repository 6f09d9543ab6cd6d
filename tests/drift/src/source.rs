//! Weights as Rust source.

use std::fmt::Write;
use waymark_core::locate::decide::Weights;
use waymark_core::locate::evidence::Kind;

/// The file `weights.rs`.
pub fn source(weights: &Weights) -> String {
    let mut text = "//! Learned by `./build.sh drift learn DIR`; not to be changed by hand.\n\n\
        use super::decide::Weights;\n\n\
        /// Weights for pages of which everything is known, paths and places too.\n\
        pub const WITH_PLACE: Weights = Weights {\n"
        .to_owned();
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
    text
}
