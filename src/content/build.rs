//! Takes out of the overlay's style sheet what only people read: it travels into every frame.

use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    const SHEET: &str = "style/overlay.css";
    println!("cargo::rerun-if-changed={SHEET}");
    let folder = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    fs::write(
        Path::new(&folder).join("overlay.css"),
        short(&fs::read_to_string(SHEET)?),
    )
}

/// Without comments, and without spaces where they mean nothing; the sheet has none of them in texts.
fn short(sheet: &str) -> String {
    let rules = sheet
        .split("*/")
        .map(|part| part.split("/*").next().unwrap_or_default());
    let mut text = rules
        .collect::<String>()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    for mark in ["{", "}", ";", ",", ">"] {
        text = text
            .replace(&[" ", mark].concat(), mark)
            .replace(&[mark, " "].concat(), mark);
    }
    text.replace(": ", ":").replace(";}", "}")
}
