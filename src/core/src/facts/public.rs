//! What may be known of texts, names and addresses.

use crate::locate::ids::record_part;

/// The longest shape of a text, in characters.
const LONGEST: usize = 60;
/// So many digits in a row are somebody's number.
const DIGITS: usize = 5;
/// The parameters of an address by which pages are told apart, and which are no record's.
const TELLING: [&str; 3] = ["s", "o", "isPermsetGroup"];

/// It is part of a word, or may be: what is not ASCII counts as letters, since telling which are costs 5 KB of tables.
pub(super) fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || !c.is_ascii()
}

/// The shape of a text: its letters and digits are all the same ones.
pub(super) fn shape(text: &str) -> String {
    let same = |c: char| match c {
        'A'..='Z' => 'X',
        '0'..='9' => '9',
        _ if is_letter(c) => 'x',
        _ => c,
    };
    text.chars().take(LONGEST).map(same).collect()
}

/// A name made by the page's authors, without what is a record's or somebody's in it.
pub(super) fn name(name: &str) -> String {
    let mut public = String::new();
    let mut rest = name;
    while let Some(first) = rest.chars().next() {
        let ends = |c: char| is_letter(c) != is_letter(first);
        let (part, after) = rest.split_at(rest.find(ends).unwrap_or(rest.len()));
        let number = part
            .split(|c: char| !c.is_ascii_digit())
            .any(|run| run.len() >= DIGITS);
        let record = record_part(part).is_some() && part.bytes().any(|b| b.is_ascii_digit());
        if number || record || name.contains('@') {
            public.push_str(&shape(part));
        } else {
            public.push_str(part);
        }
        rest = after;
    }
    public
}

/// An address without query, without what is the org's own in its host, and with records as shapes. Of `javascript:`,
/// `mailto:` and the like nothing is left.
pub(super) fn address(address: &str) -> String {
    let address = address.split('#').next().unwrap_or_default();
    let (address, query) = address.split_once('?').unwrap_or((address, ""));
    let (host, path) = match address.split_once("://") {
        Some((_, rest)) => {
            let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
            (["https://", &public_host(host), "/"].concat(), path)
        }
        None if address.contains(':') => return String::new(),
        None => (String::new(), address),
    };
    let segments: Vec<String> = path.split('/').map(segment).collect();
    let is_word =
        |value: &str| value.len() < 40 && value.bytes().all(|b| b.is_ascii_alphabetic() || b == b'_');
    let telling = query.split('&').filter(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        TELLING.contains(&name) && is_word(value)
    });
    let telling: Vec<&str> = telling.collect();
    let query = if telling.is_empty() { "" } else { "?" };
    [&host, &segments.join("/"), query, &telling.join("&")].concat()
}

/// A part of a path: a word of the site, or else its shape.
fn segment(segment: &str) -> String {
    let is_word = segment.len() <= 40
        && segment
            .bytes()
            .all(|b| b.is_ascii_alphabetic() || b"._-".contains(&b));
    if is_word {
        segment.to_owned()
    } else {
        shape(segment)
    }
}

/// A host without the name of the org or the account: `acme--test.sandbox.my.salesforce.com` is `xxxx--xxxx.sandbox…`.
fn public_host(host: &str) -> String {
    let (own, site) = host.split_once('.').unwrap_or((host, ""));
    let is_general = matches!(own, "www" | "eu" | "hipaa" | "form" | "login" | "test" | "submit");
    let own = if is_general {
        own.to_owned()
    } else {
        shape(&own.to_ascii_lowercase())
    };
    [&own, ".", site].concat()
}
