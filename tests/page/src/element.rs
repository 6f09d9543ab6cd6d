//! An element of a page, as core reads it.

use crate::page::Page;
use crate::{controls, selector, state};
use ego_tree::{NodeId, NodeRef};
use fluent_uri::{Uri, UriRef};
use scraper::{ElementRef, Node};
use waymark_core::read::{self, Child};
use waymark_core::snapshot::ChoiceOption;

/// What tells of the page and is no part of it.
const OURS: [&str; 3] = ["data-answer", "data-state", "data-address"];

/// An element of a page.
#[derive(Clone, Copy)]
pub struct Element<'p> {
    pub(crate) page: &'p Page,
    pub(crate) tree: usize,
    pub(crate) node: ElementRef<'p>,
}

impl PartialEq for Element<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.page, other.page) && self.tree == other.tree && self.node.id() == other.node.id()
    }
}

impl<'p> Element<'p> {
    /// The ids of the targets that this element is the right answer for.
    pub fn answers(&self) -> impl Iterator<Item = &'p str> + use<'p> {
        let marked = self.node.attr("data-answer").unwrap_or_default();
        marked.split_ascii_whitespace()
    }

    /// The element as it was parsed.
    #[must_use]
    pub fn parsed(&self) -> ElementRef<'p> {
        self.node
    }

    fn beside(&self, node: NodeRef<'p, Node>) -> Option<Self> {
        Some(Self {
            node: ElementRef::wrap(node)?,
            ..*self
        })
    }

    fn child(&self, node: NodeRef<'p, Node>) -> Option<Child<Self>> {
        match node.value() {
            Node::Text(text) => Some(Child::Text(text.to_string())),
            _ => self.beside(node).map(Child::Element),
        }
    }

    /// What its shadow root has.
    fn shadow(&self) -> Option<Vec<Child<Self>>> {
        let is_own = |host: (usize, NodeId)| host == (self.tree, self.node.id());
        let tree = self
            .page
            .trees
            .iter()
            .position(|tree| tree.host.is_some_and(is_own))?;
        let root = self.page.trees.get(tree)?.html.tree.root();
        let inside = Self { tree, ..*self };
        Some(root.children().filter_map(|node| inside.child(node)).collect())
    }

    /// What its host has for this slot; nothing where it has nothing for it.
    fn assigned(&self) -> Option<Vec<Child<Self>>> {
        let (tree, host) = self.page.trees.get(self.tree)?.host?;
        let host = self.page.trees.get(tree)?.html.tree.get(host)?;
        let name = self.node.attr("name").unwrap_or_default();
        let outside = Self { tree, ..*self };
        let put: Vec<Child<Self>> = host
            .children()
            .filter(|node| match node.value() {
                Node::Element(element) => element.attr("slot").unwrap_or_default() == name,
                Node::Text(_) => name.is_empty(),
                _ => false,
            })
            .filter_map(|node| outside.child(node))
            .collect();
        (!put.is_empty()).then_some(put)
    }

    fn order(&self) -> Option<usize> {
        let tree = self.page.trees.get(self.tree)?;
        tree.order.get(&self.node.id()).copied()
    }

    fn around(&self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(*self), read::Element::parent_element)
    }
}

impl read::Element for Element<'_> {
    fn tag(&self) -> String {
        self.node.value().name().to_owned()
    }

    fn attribute(&self, name: &'static str) -> Option<String> {
        let value = self.node.attr(name).filter(|_| !OURS.contains(&name));
        value.map(str::to_owned)
    }

    fn parent_element(&self) -> Option<Self> {
        self.beside(self.node.parent()?)
    }

    fn parent(&self) -> Option<Self> {
        self.parent_element().or_else(|| {
            let (tree, node) = self.page.trees.get(self.tree)?.host?;
            self.page.element(tree, node)
        })
    }

    fn first_element(&self) -> Option<Self> {
        self.node.children().find_map(|node| self.beside(node))
    }

    fn previous_element(&self) -> Option<Self> {
        self.node.prev_siblings().find_map(|node| self.beside(node))
    }

    fn next_element(&self) -> Option<Self> {
        self.node.next_siblings().find_map(|node| self.beside(node))
    }

    fn children(&self) -> impl Iterator<Item = Child<Self>> {
        self.node.children().filter_map(|node| self.child(node))
    }

    fn shadow_children(&self) -> Option<impl Iterator<Item = Child<Self>>> {
        self.shadow().map(Vec::into_iter)
    }

    fn shown_children(&self) -> impl Iterator<Item = Child<Self>> {
        let within = if self.node.value().name() == "slot" {
            self.assigned()
        } else {
            self.shadow()
        };
        let own = within
            .is_none()
            .then(|| self.node.children().filter_map(|node| self.child(node)));
        within.into_iter().flatten().chain(own.into_iter().flatten())
    }

    fn following(&self) -> impl Iterator<Item = Child<Self>> {
        self.node.next_siblings().filter_map(|node| self.child(node))
    }

    fn text_content(&self) -> String {
        self.node.text().collect()
    }

    fn matches(&self, selector: &'static str) -> bool {
        selector::parsed(selector).matches(&self.node)
    }

    fn closest(&self, selector: &'static str) -> Option<Self> {
        let selector = selector::parsed(selector);
        self.around().find(|element| selector.matches(&element.node))
    }

    fn query(&self, selector: &'static str) -> impl Iterator<Item = Self> {
        let selector = selector::parsed(selector);
        let below = self
            .node
            .descendants()
            .skip(1)
            .filter_map(|node| self.beside(node));
        below.filter(move |element| selector.matches(&element.node))
    }

    fn first(&self, selector: &'static str) -> Option<Self> {
        self.query(selector).next()
    }

    fn by_id(&self, id: &str) -> Option<Self> {
        let tree = self.page.trees.get(self.tree)?;
        self.beside(tree.html.tree.get(*tree.ids.get(id)?)?)
    }

    fn labels(&self) -> impl Iterator<Item = Self> {
        let tree = self.page.trees.get(self.tree);
        let labels = tree.and_then(|tree| Some((tree, tree.labels.get(&self.node.id())?)));
        labels.into_iter().flat_map(|(tree, labels)| {
            let nodes = labels.iter().filter_map(|&label| tree.html.tree.get(label));
            nodes.filter_map(|node| self.beside(node))
        })
    }

    fn contains(&self, other: &Self) -> bool {
        other.around().any(|around| around == *self)
    }

    fn precedes(&self, other: &Self) -> bool {
        self.tree == other.tree && self.order() < other.order()
    }

    fn is_rendered(&self) -> bool {
        state::is_rendered(self)
    }

    fn has_area(&self) -> bool {
        state::has_area(self)
    }

    fn is_inline(&self) -> bool {
        state::is_inline(self)
    }

    fn has_pointer(&self) -> bool {
        state::has_pointer(self)
    }

    fn is_disabled(&self) -> bool {
        controls::is_disabled(&self.node)
    }

    fn is_checked(&self) -> bool {
        controls::is_checked(&self.node)
    }

    fn input_value(&self) -> String {
        let value = self
            .node
            .attr("value")
            .filter(|_| self.node.value().name() == "input");
        value.unwrap_or_default().to_owned()
    }

    fn native_options(&self, most: u32) -> Option<Vec<ChoiceOption>> {
        controls::native_options(&self.node, most)
    }

    fn address(&self) -> String {
        let href = self.node.attr("href").filter(|_| self.node.value().name() == "a");
        let Some(href) = href else { return String::new() };
        let base = self.page.address.as_ref();
        let resolved = base.and_then(|base| {
            let reference = UriRef::parse(href).ok()?;
            reference.resolve_against(&base.borrow()).ok()
        });
        resolved.map_or_else(|| href.to_owned(), Uri::into_string)
    }
}
