//! `/services/data`: the versions of the interface.

use std::ops::RangeInclusive;

use serde_json::{Value, json};

/// Versions that the org answers; older ones are retired.
pub(super) const SUPPORTED: RangeInclusive<u32> = 31..=LATEST;

/// The version of the current release.
pub(crate) const LATEST: u32 = 68;

/// The list of versions, which needs no session.
pub(super) fn list() -> Value {
    let version = |number: u32| {
        json!({
            "label": label(number),
            "url": format!("/services/data/v{number}.0"),
            "version": format!("{number}.0"),
        })
    };
    Value::Array(SUPPORTED.map(version).collect())
}

/// Three releases a year; version 60 was Spring '24.
fn label(number: u32) -> String {
    let releases = i64::from(number) - 60;
    let year = 24 + releases.div_euclid(3);
    match releases.rem_euclid(3) {
        0 => format!("Spring '{year}"),
        1 => format!("Summer '{year}"),
        _ => format!("Winter '{}", year + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn releases_have_their_names() {
        assert_eq!(label(31), "Summer '14");
        assert_eq!(label(59), "Winter '24");
        assert_eq!(label(60), "Spring '24");
        assert_eq!(label(65), "Winter '26");
    }
}
