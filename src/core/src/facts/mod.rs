//! Page facts: the structure of a frame as a file that can be sent in, from which everything is left out that belongs to
//! somebody. It is HTML as `tests/page` reads it, so that it is at once a fixture of the corpus.
//!
//! What is kept is listed, and all else is left out: tags, roles, ids, names and what says how an element stands. Of texts
//! only the names of form controls and buttons stay as they are; all others become their shape (`Xxxx 99`), as do ids of
//! records and numbers wherever they stand. Values, queries of addresses and names of hosts are never written.
//!
//! A frame only tells what there is ([`told`]), never a value; what may be kept of it is decided outside of the page
//! ([`file`]), which is also where the file is made: whatever a page makes of the telling, nothing in the file can run.

mod public;
mod tree;
mod write;

pub use write::file;

use crate::read::{Child, Element};
use crate::snapshot::{Element as Row, Snapshot};

/// Pages are not nested deeper; what is deeper is left out, so that no page exhausts the stack.
const DEEPEST: usize = 400;

/// The signs that part what is told. In texts of pages they mean nothing.
mod sign {
    /// The name of a control follows.
    pub const NAME: char = '\u{1}';
    /// The tag of an element follows.
    pub const OPEN: char = '\u{2}';
    /// The name of an attribute follows.
    pub const ATTRIBUTE: char = '\u{3}';
    /// Its value follows.
    pub const VALUE: char = '\u{4}';
    /// What the style sheets say of the element follows, a letter each.
    pub const STYLE: char = '\u{5}';
    /// What its shadow root has follows, up to a `CLOSE`.
    pub const SHADOW: char = '\u{6}';
    /// A text follows.
    pub const TEXT: char = '\u{7}';
    /// The element, or its shadow root, ends.
    pub const CLOSE: char = '\u{8}';
}

/// Attributes of which there may be something to keep.
const ATTRIBUTES: [&str; 47] = [
    "id",
    "for",
    "name",
    "class",
    "role",
    "type",
    "lang",
    "dir",
    "tabindex",
    "contenteditable",
    "aria-expanded",
    "aria-haspopup",
    "aria-hidden",
    "aria-modal",
    "aria-level",
    "aria-multiselectable",
    "aria-required",
    "aria-readonly",
    "aria-disabled",
    "aria-live",
    "aria-autocomplete",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-owns",
    "list",
    "disabled",
    "readonly",
    "required",
    "multiple",
    "hidden",
    "open",
    "popover",
    "inert",
    "slot",
    "colspan",
    "rowspan",
    "scope",
    "size",
    "onclick",
    "part",
    "is",
    "aria-label",
    "title",
    "placeholder",
    "alt",
    "href",
];
const LEFT_OUT: &str = "script, style, link, meta, base, noscript, svg, template, object, embed";
const BUTTONS: &str = "input[type=submit], input[type=button], input[type=reset]";

/// The roles whose names are words of the interface.
#[must_use]
pub fn is_control(role: &str) -> bool {
    matches!(
        role,
        "textbox"
            | "searchbox"
            | "combobox"
            | "listbox"
            | "checkbox"
            | "switch"
            | "radio"
            | "radiogroup"
            | "spinbutton"
            | "slider"
            | "button"
    )
}

/// What a control is called: its name, else its label. What stands before a control that has a name may be anything.
#[must_use]
pub fn called(row: &Row) -> &str {
    if row.name.is_empty() {
        &row.label
    } else {
        &row.name
    }
}

/// Tells what a document is made of, from its root element. `address` is its own, `snapshot` what was read of it, `own` our own
/// host in it.
#[must_use]
pub fn told<E: Element>(root: &E, own: Option<&E>, address: &str, snapshot: &Snapshot) -> String {
    let mut told = address.to_owned();
    for row in &snapshot.elements {
        if is_control(&row.role) {
            say(&mut told, sign::NAME, called(row));
            say(&mut told, sign::NAME, &row.placeholder);
        }
    }
    element(root, own, 0, &mut told);
    told
}

fn say(told: &mut String, sign: char, text: &str) {
    told.push(sign);
    told.push_str(text);
}

fn element<E: Element>(element: &E, own: Option<&E>, depth: usize, told: &mut String) {
    if element.matches(LEFT_OUT) || own == Some(element) || depth > DEEPEST {
        return;
    }
    say(told, sign::OPEN, &element.tag());
    for name in ATTRIBUTES {
        if let Some(value) = element.attribute(name) {
            say(told, sign::ATTRIBUTE, name);
            say(told, sign::VALUE, &value);
        }
    }
    // Of all values only those that are a button's words.
    if element.matches(BUTTONS) {
        say(told, sign::ATTRIBUTE, "value");
        say(told, sign::VALUE, &element.input_value());
    }
    told.push(sign::STYLE);
    let style = [
        (element.is_rendered(), 'r'),
        (element.has_area(), 'a'),
        (element.is_inline(), 'i'),
        (element.has_pointer(), 'p'),
    ];
    told.extend(
        style
            .into_iter()
            .filter(|(is_so, _)| *is_so)
            .map(|(_, letter)| letter),
    );
    if let Some(shadow) = element.shadow_children() {
        told.push(sign::SHADOW);
        children(shadow, own, depth, told);
        told.push(sign::CLOSE);
    }
    // What a text area holds is a value.
    if !element.matches("textarea") {
        children(element.children(), own, depth, told);
    }
    told.push(sign::CLOSE);
}

fn children<E: Element>(
    children: impl Iterator<Item = Child<E>>,
    own: Option<&E>,
    depth: usize,
    told: &mut String,
) {
    for child in children {
        match child {
            Child::Text(text) => say(told, sign::TEXT, &text),
            Child::Element(inner) => element(&inner, own, depth + 1, told),
        }
    }
}
