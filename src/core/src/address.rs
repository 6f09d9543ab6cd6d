//! Splitting a web address (a crate for it would cost 167 KB of what ships, toolchain facts).
