//! Splitting a web address (a crate for it would cost 167 KB of what ships, toolchain facts).

use std::borrow::Cow;

/// A `https` address in its parts. Anything else is no address to Waymark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address<'a> {
    /// Host name in lower case, without user or port.
    pub host: String,
    /// Path, with its leading slash, as it stands (not decoded).
    pub path: &'a str,
    query: &'a str,
    /// What follows `#`, without it.
    pub fragment: &'a str,
}

impl<'a> Address<'a> {
    /// Splits an address; `None` for any scheme but `https`, for a port of its own and for an empty host.
    ///
    /// A user part (`https://acme.my.salesforce.com@evil.example/`) belongs to nobody's real address: the host is what follows it.
    #[must_use]
    pub fn parse(text: &'a str) -> Option<Address<'a>> {
        let (scheme, rest) = text.split_once("://")?;
        if !scheme.eq_ignore_ascii_case("https") {
            return None;
        }
        let authority_end = rest.find(['/', '\\', '?', '#']).unwrap_or(rest.len());
        let (authority, rest) = rest.split_at_checked(authority_end)?;
        let host_and_port = authority.rsplit_once('@').map_or(authority, |(_, after)| after);
        let host = match host_and_port.split_once(':') {
            None | Some((_, "" | "443")) => host_and_port.split(':').next().unwrap_or_default(),
            Some(_) => return None,
        };
        if host.is_empty() {
            return None;
        }
        let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        let path = if path.is_empty() { "/" } else { path };
        Some(Address {
            host: host.to_ascii_lowercase(),
            path,
            query,
            fragment,
        })
    }

    /// The decoded value of a query parameter, the first of its name.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<Cow<'a, str>> {
        self.query.split('&').find_map(|pair| {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            (decode(key) == name).then(|| decode(value))
        })
    }

    /// The path's parts, empty ones left out.
    pub fn segments(&self) -> impl Iterator<Item = &'a str> {
        self.path.split('/').filter(|segment| !segment.is_empty())
    }
}

/// Decodes percent escapes and `+`; what is no valid escape stays as it is.
#[must_use]
pub fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains(['%', '+']) {
        return Cow::Borrowed(text);
    }
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    loop {
        rest = match rest {
            [] => break,
            [b'%', high, low, after @ ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit() => {
                decoded.push(hex_value(*high) * 16 + hex_value(*low));
                after
            }
            [b'+', after @ ..] => {
                decoded.push(b' ');
                after
            }
            [byte, after @ ..] => {
                decoded.push(*byte);
                after
            }
        };
    }
    Cow::Owned(String::from_utf8_lossy(&decoded).into_owned())
}

/// The value of one hexadecimal digit.
fn hex_value(digit: u8) -> u8 {
    match digit {
        b'0'..=b'9' => digit - b'0',
        b'a'..=b'f' => digit - b'a' + 10,
        _ => digit.saturating_sub(b'A') + 10,
    }
}

/// Encodes a text for use as a query parameter's value.
#[must_use]
pub fn encode(text: &str) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            for half in [byte >> 4, byte & 15] {
                encoded.push(char::from(HEX.get(usize::from(half)).copied().unwrap_or(b'0')));
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_what_browsers_write() {
        let address =
            Address::parse("https://Acme.my.Salesforce.com:443/005/e?a=1&retURL=%2F005%3Fx%3D1+2#top")
                .unwrap();
        assert_eq!(
            (address.host.as_str(), address.path, address.fragment),
            ("acme.my.salesforce.com", "/005/e", "top")
        );
        assert_eq!(address.parameter("retURL").as_deref(), Some("/005?x=1 2"));
        assert_eq!(address.parameter("none"), None);
    }

    #[test]
    fn takes_the_host_that_the_browser_would_take() {
        for (text, host) in [
            (
                "https://acme.my.salesforce.com@evil.example/0PS",
                Some("evil.example"),
            ),
            (
                "https://evil.example\\@acme.my.salesforce.com/",
                Some("evil.example"),
            ),
            (
                "https://evil.example#https://acme.my.salesforce.com/",
                Some("evil.example"),
            ),
            ("http://acme.my.salesforce.com/", None),
            ("https://acme.my.salesforce.com:8443/", None),
            ("about:blank", None),
            ("https:///0PS", None),
        ] {
            assert_eq!(
                Address::parse(text).map(|address| address.host).as_deref(),
                host,
                "{text}"
            );
        }
    }

    #[test]
    fn decodes_leniently_and_encodes_back() {
        assert_eq!(decode("%E4%BF%9D%E5%AD%98"), "保存");
        assert_eq!(decode("100%"), "100%");
        assert_eq!(decode("%zz%4"), "%zz%4");
        for text in ["/005?noredirect=1&a=b", "保存 ü", ""] {
            assert_eq!(decode(&encode(text)), text);
        }
    }
}
