//! Composing: queries and retrievals, bundled into composite requests.

use super::API_VERSION;
use super::part::Part;
use crate::json::Json;

/// A composite request takes at most this many queries, and this many parts in all (Salesforce fact §7, seen).
const MOST_QUERIES: usize = 5;
const MOST_PARTS: usize = 25;

/// One subrequest of a composite request.
#[derive(Clone, Debug)]
pub(super) struct SubRequest {
    pub(super) part: Part,
    pub(super) url: String,
    pub(super) is_query: bool,
}

/// A query.
pub(super) fn query(part: Part, soql: &str) -> SubRequest {
    SubRequest {
        part,
        url: service(&["query?q=", &percent_encoded(soql)].concat()),
        is_query: true,
    }
}

/// A query of the Tooling interface.
pub(super) fn tooling(part: Part, soql: &str) -> SubRequest {
    SubRequest {
        part,
        url: service(&["tooling/query?q=", &percent_encoded(soql)].concat()),
        is_query: true,
    }
}

/// Some fields of one record.
pub(super) fn retrieve(part: Part, object: &str, id: &str, fields: &str) -> SubRequest {
    resource(part, &["sobjects/", object, "/", id, "?fields=", fields].concat())
}

/// Anything else of the REST interface that is read.
pub(super) fn resource(part: Part, path: &str) -> SubRequest {
    SubRequest {
        part,
        url: service(path),
        is_query: false,
    }
}

/// A path of the REST interface.
pub(super) fn service(path: &str) -> String {
    ["/services/data/", API_VERSION, "/", path].concat()
}

/// The body of a composite request; a refused part refuses no other.
pub(super) fn composite(parts: &[SubRequest]) -> String {
    let request = |sub: &SubRequest| {
        Json::map(vec![
            ("method", "GET".into()),
            ("url", (&sub.url).into()),
            ("referenceId", sub.part.name().into()),
        ])
    };
    let requests = Json::List(parts.iter().map(request).collect());
    Json::map(vec![("allOrNone", false.into()), ("compositeRequest", requests)]).write()
}

/// In bundles that a composite request takes.
pub(super) fn bundled(parts: Vec<SubRequest>) -> Vec<Vec<SubRequest>> {
    let mut bundles: Vec<Vec<SubRequest>> = Vec::new();
    let mut queries = 0;
    for part in parts {
        let query = usize::from(part.is_query);
        match bundles.last_mut() {
            Some(bundle) if queries + query <= MOST_QUERIES && bundle.len() < MOST_PARTS => {
                queries += query;
                bundle.push(part);
            }
            _ => {
                queries = query;
                bundles.push(vec![part]);
            }
        }
    }
    bundles
}

/// A text as the value of a query parameter.
fn percent_encoded(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    let mut encoded = String::with_capacity(text.len() * 3 / 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            for half in [byte >> 4, byte & 15] {
                encoded.push(
                    DIGITS
                        .get(usize::from(half))
                        .copied()
                        .map(char::from)
                        .unwrap_or_default(),
                );
            }
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_survive_the_address() {
        assert_eq!(percent_encoded("a b&c='é+'"), "a%20b%26c%3D%27%C3%A9%2B%27");
    }

    #[test]
    fn a_bundle_holds_five_queries_and_any_retrievals() {
        let mut parts: Vec<SubRequest> = (0..7)
            .map(|_| query(Part::Users, "SELECT Id FROM User"))
            .collect();
        parts.insert(5, resource(Part::Limits, "limits"));
        let sizes: Vec<usize> = bundled(parts).iter().map(Vec::len).collect();
        assert_eq!(sizes, [6, 2]);
        assert_eq!(bundled(Vec::new()).len(), 0);
    }
}
