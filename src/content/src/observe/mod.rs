//! Reading the page: what kind of document it is, its controls, what its fields show, its errors.

pub mod facts;
pub mod fields;
pub mod kept;
pub mod live;
pub mod roots;
pub mod seen;
pub mod snapshot;

use live::Live;
use wasm_bindgen::JsCast;

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
pub fn elements(list: &web_sys::NodeList) -> impl Iterator<Item = Live> + '_ {
    (0..list.length()).filter_map(|at| {
        Some(
            list.item(at)?
                .dyn_into::<web_sys::Element>()
                .ok()?
                .unchecked_into(),
        )
    })
}
