//! Reading for tests and measurements in a page of their own: what ships cannot be asked for a role or a name.

use js_sys::Array;
use wasm_bindgen::prelude::*;
use waymark_content::observe::roots::Root;
use waymark_core::read::name::accessible_name;
use waymark_core::read::role::computed_role;
use waymark_core::read::{Element, Tree};
use web_sys::{Node, ShadowRoot};

/// The role and the name, one after the other, of every element of a document or shadow root; both empty for what assistive
/// technology is not told of.
#[wasm_bindgen]
#[must_use]
pub fn names(tree: Node) -> Array {
    let read = Array::new();
    let root = match tree.dyn_into::<ShadowRoot>() {
        Ok(shadow) => Root::Shadow(shadow),
        Err(document) => Root::Document(document.unchecked_into()),
    };
    for element in Tree::query(&root, "*") {
        let told = element.is_rendered() && element.closest("[aria-hidden=true], [inert]").is_none();
        let (role, name) = if told {
            let role = computed_role(&element);
            let name = accessible_name(&element, &role);
            (role, name)
        } else {
            Default::default()
        };
        read.push(&role.into());
        read.push(&name.into());
    }
    read
}
