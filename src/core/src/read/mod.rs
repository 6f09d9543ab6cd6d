//! Reading a document: the roles, names, labels and surroundings of its elements, and the snapshot of all that a target could
//! mean.
//!
//! Everything in here is derived from [`Element`], which a browser's document implements, and so does a page that lies on disk.

pub mod again;
mod around;
pub mod clickable;
pub mod context;
pub mod label;
pub mod name;
pub mod options;
pub mod role;
pub mod rows;
pub mod structure;
pub mod visible;

use crate::snapshot::ChoiceOption;

/// A child of an element.
pub enum Child<E> {
    /// A text.
    Text(String),
    /// An element.
    Element(E),
}

/// An element of a document. Selectors are CSS without states: what an element is *now* has methods of its own.
pub trait Element: Clone + PartialEq {
    /// The tag's name in lower case.
    fn tag(&self) -> String;

    /// An attribute, `None` where it is not there.
    fn attribute(&self, name: &'static str) -> Option<String>;

    /// The element around this one in the same tree.
    fn parent_element(&self) -> Option<Self>;

    /// The element around this one, out of a shadow root to its host.
    fn parent(&self) -> Option<Self>;

    /// The first element among its children.
    fn first_element(&self) -> Option<Self>;

    /// The element right before this one, among the children of their parent.
    fn previous_element(&self) -> Option<Self>;

    /// The element right after this one, among the children of their parent.
    fn next_element(&self) -> Option<Self>;

    /// Its texts and elements, in order.
    fn children(&self) -> impl Iterator<Item = Child<Self>>;

    /// What its own shadow root has, in order; `None` without one.
    fn shadow_children(&self) -> Option<impl Iterator<Item = Child<Self>>>;

    /// What is shown in it, in order: of a custom element what its shadow root has, of a slot what was put there.
    fn shown_children(&self) -> impl Iterator<Item = Child<Self>>;

    /// The texts and elements after this one, among the children of their parent.
    fn following(&self) -> impl Iterator<Item = Child<Self>>;

    /// All text in it, as written.
    fn text_content(&self) -> String;

    /// It matches the selector.
    fn matches(&self, selector: &'static str) -> bool;

    /// The nearest element that matches: itself or one around it in the same tree.
    fn closest(&self, selector: &'static str) -> Option<Self>;

    /// The elements in it that match, in the order of the document.
    fn query(&self, selector: &'static str) -> impl Iterator<Item = Self>;

    /// The first element in it that matches.
    fn first(&self, selector: &'static str) -> Option<Self>;

    /// The element with this id, in the tree that this one stands in.
    fn by_id(&self, id: &str) -> Option<Self>;

    /// The `<label>`s that belong to a control, in the order of the document.
    fn labels(&self) -> impl Iterator<Item = Self>;

    /// It is this element, or stands in it in the same tree.
    fn contains(&self, other: &Self) -> bool;

    /// It begins before the other one.
    fn precedes(&self, other: &Self) -> bool;

    /// It is rendered and not `visibility: hidden`; it may still be empty or far away.
    fn is_rendered(&self) -> bool;

    /// Its box is more than the single pixel that sites use to hide text from everybody but screen readers.
    fn has_area(&self) -> bool;

    /// It flows with the text around it: style sheets make lines of `<b>` and `<span>` as often as of `<div>`.
    fn is_inline(&self) -> bool;

    /// The pointer over it is a hand.
    fn has_pointer(&self) -> bool;

    /// It cannot be used, by itself or through its fieldset (`:disabled`).
    fn is_disabled(&self) -> bool;

    /// It is ticked or chosen now (`:checked`).
    fn is_checked(&self) -> bool;

    /// What an `<input>` holds now.
    fn input_value(&self) -> String;

    /// The first so many options of a `<select>`, with what is chosen now; `None` for anything else.
    fn native_options(&self, most: u32) -> Option<Vec<ChoiceOption>>;

    /// The address of an `<a>`, resolved; empty for anything else.
    fn address(&self) -> String;
}

/// A tree of elements: a document or a shadow root.
pub trait Tree {
    /// Its elements.
    type Element: Element;

    /// The host of a shadow root.
    fn host(&self) -> Option<Self::Element>;

    /// All elements of this tree that match, in its order.
    fn query(&self, selector: &'static str) -> impl Iterator<Item = Self::Element>;
}

/// White space folded to single spaces, at most `limit` characters.
#[must_use]
pub fn folded(text: &str, limit: usize) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().take(limit).collect()
}

/// An attribute, empty where it is not there.
#[must_use]
pub fn attribute(element: &impl Element, name: &'static str) -> String {
    element.attribute(name).unwrap_or_default()
}
