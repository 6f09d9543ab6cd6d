//! The hosts that a running guide reaches, as match patterns: made from `core`'s list, and the manifest is held against it.

use waymark_core::host::GUIDED_SUFFIXES;

/// Every guided host, as `scripting` and the manifest name them. Jotform's bare domain has a builder too.
#[must_use]
pub fn patterns() -> Vec<String> {
    let below = GUIDED_SUFFIXES
        .iter()
        .map(|suffix| ["https://*", suffix, "/*"].concat());
    below.chain(["https://jotform.com/*".to_owned()]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn the_manifest_asks_for_exactly_these_hosts() {
        let manifest: Value =
            serde_json::from_str(include_str!("../../../extension/manifest.base.json")).unwrap();
        let asked: Vec<&str> = manifest["host_permissions"]
            .as_array()
            .unwrap()
            .iter()
            .map(|host| host.as_str().unwrap())
            .collect();
        assert_eq!(asked, patterns());
    }
}
