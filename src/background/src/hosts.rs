//! The hosts that a running guide reaches, as match patterns: made from `core`'s list, and the manifest is held against it.

use waymark_core::host::GUIDED_SUFFIXES;

/// Every guided host, as `scripting` and the manifest name them. Jotform's bare domain has a builder too. The domains of the
/// user's own are asked for one by one; where they are not granted, nothing runs there.
#[must_use]
pub fn patterns(own_domains: &[String]) -> Vec<String> {
    let below = GUIDED_SUFFIXES
        .iter()
        .map(|suffix| ["https://*", suffix, "/*"].concat());
    let own = own_domains.iter().map(|host| pattern(host));
    below.chain([pattern("jotform.com")]).chain(own).collect()
}

/// All of one host.
#[must_use]
pub fn pattern(host: &str) -> String {
    ["https://", host, "/*"].concat()
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
        assert_eq!(asked, patterns(&[]));
    }
}
