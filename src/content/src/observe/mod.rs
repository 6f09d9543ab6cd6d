//! Reading the page: what kind of document it is, its controls, what its fields show, its errors.

pub mod clickable;
pub mod context;
pub mod facts;
pub mod fields;
pub mod label;
pub mod name;
pub mod role;
pub mod roots;
pub mod snapshot;
pub mod visible;

/// White space folded to single spaces, at most `limit` characters.
#[must_use]
pub fn folded(text: &str, limit: usize) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().take(limit).collect()
}

/// An attribute, empty where it is not there.
#[must_use]
pub fn attribute(element: &web_sys::Element, name: &str) -> String {
    element.get_attribute(name).unwrap_or_default()
}

/// The tag's name in lower case.
#[must_use]
pub fn tag(element: &web_sys::Element) -> String {
    element.local_name()
}

/// The elements of a list that a query returned.
pub fn elements(list: &web_sys::NodeList) -> impl Iterator<Item = web_sys::Element> + '_ {
    use wasm_bindgen::JsCast;
    (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok())
}
