//! The document and every shadow root in it, open or closed.

use super::tag;
use js_sys::Array;
use wasm_bindgen::prelude::*;
use waymark_web::shadow::ShadowReach;
use web_sys::{Document, Element, Node, NodeList, ShadowRoot};

#[wasm_bindgen]
extern "C" {
    /// The elements of a tree that may host a shadow root (`dom.js`).
    #[wasm_bindgen(catch, js_name = waymarkHosts)]
    fn hosts(root: &Node) -> Result<Array, JsValue>;
}

/// A tree of elements that can be queried.
#[derive(Clone)]
pub enum Root {
    /// The document.
    Document(Document),
    /// A shadow root.
    Shadow(ShadowRoot),
}

impl Root {
    /// All elements of this tree that match.
    #[must_use]
    pub fn query(&self, selector: &str) -> Option<NodeList> {
        match self {
            Root::Document(document) => document.query_selector_all(selector).ok(),
            Root::Shadow(root) => root.query_selector_all(selector).ok(),
        }
    }

    /// The first element of this tree that matches.
    #[must_use]
    pub fn first(&self, selector: &str) -> Option<Element> {
        match self {
            Root::Document(document) => document.query_selector(selector).ok().flatten(),
            Root::Shadow(root) => root.query_selector(selector).ok().flatten(),
        }
    }

    /// The element of this tree with this id.
    #[must_use]
    pub fn by_id(&self, id: &str) -> Option<Element> {
        match self {
            Root::Document(document) => document.get_element_by_id(id),
            Root::Shadow(root) => root.get_element_by_id(id),
        }
    }

    /// The tree that an element stands in.
    #[must_use]
    pub fn of(element: &Element) -> Option<Root> {
        let root = element.get_root_node();
        match root.dyn_into::<ShadowRoot>() {
            Ok(shadow) => Some(Root::Shadow(shadow)),
            Err(node) => node.dyn_into::<Document>().ok().map(Root::Document),
        }
    }

    /// As a node, to be watched.
    #[must_use]
    pub fn node(&self) -> &Node {
        match self {
            Root::Document(document) => document,
            Root::Shadow(root) => root,
        }
    }
}

/// The document first, then every shadow root below it, each after the one it stands in. `own` is our own host: never
/// looked into.
#[must_use]
pub fn all_roots(document: &Document, reach: &ShadowReach, own: Option<&Element>) -> Vec<Root> {
    let mut roots = vec![Root::Document(document.clone())];
    let mut at = 0;
    while let Some(root) = roots.get(at).cloned() {
        let hosts = hosts(root.node()).unwrap_or_default();
        let hosts = hosts.iter().map(JsCast::unchecked_into::<Element>);
        let shadows = hosts
            .filter(|host| own != Some(host))
            .filter_map(|host| reach.root_of(&host));
        roots.extend(shadows.map(Root::Shadow));
        at += 1;
    }
    roots
}

/// The element around this one, out of a shadow root to its host.
#[must_use]
pub fn parent(element: &Element) -> Option<Element> {
    element.parent_element().or_else(|| {
        let root = element.get_root_node();
        root.dyn_into::<ShadowRoot>().ok().map(|shadow| shadow.host())
    })
}

/// The nearest element around this one, itself included, with one of these tags.
#[must_use]
pub fn enclosing(element: &Element, tags: &[&str]) -> Option<Element> {
    let mut at = Some(element.clone());
    while let Some(current) = at {
        if tags.contains(&tag(&current).as_str()) {
            return Some(current);
        }
        at = parent(&current);
    }
    None
}
