//! Reading for tests and measurements in a page of their own: what ships cannot be asked for a role or a name.

use js_sys::Array;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use waymark_content::observe::roots::Root;
use waymark_content::observe::snapshot::{Picture, Taking, take};
use waymark_core::locate::{Answer, locate};
use waymark_core::read::name::accessible_name;
use waymark_core::read::role::computed_role;
use waymark_core::read::rows::Needs;
use waymark_core::read::{Element, Tree};
use waymark_core::snapshot;
use waymark_core::target::Target;
use waymark_web::shadow::ShadowReach;
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

thread_local! {
    static PICTURE: RefCell<Picture> = RefCell::default();
    static TAKING: RefCell<Option<Taking>> = RefCell::default();
}

/// What a step of the guide asks for at most.
fn needs() -> Needs {
    Needs {
        sections: true,
        neighbours: true,
        ..Needs::default()
    }
}

/// Reads the document anew; answers how many rows it has.
#[wasm_bindgen]
#[must_use]
pub fn read_all() -> usize {
    let document = web_sys::window().and_then(|window| window.document());
    let picture = document.map(|document| take(&document, &ShadowReach::new(), None, &needs()));
    PICTURE.replace(picture.unwrap_or_default());
    PICTURE.with_borrow(|picture| picture.elements.len())
}

/// What was read, a text for each row.
#[wasm_bindgen]
#[must_use]
pub fn rows() -> Array {
    let row = |row: &snapshot::Element| {
        let options: Vec<&str> = row.options.iter().map(|option| option.label.as_str()).collect();
        let inside = row.inside.map(|at| at.to_string()).unwrap_or_default();
        let parts = [
            row.role.clone(),
            row.name.clone(),
            row.label.clone(),
            row.section.join(" > "),
            row.within_ids.join(" "),
            inside,
            row.neighbours.join(" | "),
            options.join(", "),
        ];
        JsValue::from(parts.join("; "))
    };
    PICTURE.with_borrow(|picture| picture.snapshot.borrow().elements.iter().map(row).collect())
}

/// Begins to read the document in parts.
#[wasm_bindgen]
pub fn begin() {
    let document = web_sys::window().and_then(|window| window.document());
    let taking = document.map(|document| Taking::begin(&document, &ShadowReach::new(), None, Some(needs())));
    TAKING.replace(taking);
}

/// Reads on for so many milliseconds; answers whether all is read.
#[wasm_bindgen]
#[must_use]
pub fn advance(milliseconds: f64) -> bool {
    let Some(mut taking) = TAKING.take() else {
        return true;
    };
    if taking.advance(js_sys::Date::now() + milliseconds) {
        PICTURE.replace(taking.finish());
        true
    } else {
        TAKING.replace(Some(taking));
        false
    }
}

/// Brings what was read up to date by a mutation observer's records; answers whether that could be done.
#[wasm_bindgen]
#[must_use]
pub fn catch_up(records: &Array) -> bool {
    PICTURE.with_borrow_mut(|picture| picture.catch_up(records))
}

/// Finds a control by role, name and section in what was read; answers its row, -1 where it is not clearly found.
#[wasm_bindgen]
#[must_use]
pub fn find(role: &str, name: &str, section: &str) -> i32 {
    let words = |text: &str| [("en".to_owned(), vec![text.to_owned()])].into_iter().collect();
    let target = Target {
        role: Some(role.to_owned()),
        names: words(name),
        section: words(section),
        ..Target::default()
    };
    match PICTURE.with_borrow(|picture| locate(&target, &picture.snapshot.borrow())) {
        Answer::Found { element, .. } => i32::try_from(element).unwrap_or(-1),
        _ => -1,
    }
}
