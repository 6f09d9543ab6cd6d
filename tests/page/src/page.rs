//! A frame's document with its shadow roots.

use crate::element::Element;
use crate::selector;
use crate::tree::{Tree, split};
use ego_tree::NodeId;
use fluent_uri::Uri;
use scraper::{ElementRef, Html};
use waymark_core::read::rows::{self, Needs, Reading};

/// A parsed page.
pub struct Page {
    /// The document first, then every shadow root after the one that it stands in.
    pub(crate) trees: Vec<Tree>,
    pub(crate) address: Option<Uri<String>>,
    language: String,
}

impl Page {
    /// Parses a document as browsers do: anything is one.
    #[must_use]
    pub fn parse(html: &str) -> Self {
        let document = Html::parse_document(html);
        let root = document.root_element();
        let attribute = |name: &str| root.attr(name).unwrap_or_default().to_owned();
        let (language, address) = (attribute("lang"), attribute("data-address"));
        Self {
            language,
            address: Uri::parse(address).ok(),
            trees: split(&document),
        }
    }

    /// Its snapshot, with the element of each row.
    #[must_use]
    pub fn read(&self, needs: &Needs) -> Reading<Element<'_>> {
        let roots: Vec<Root> = (0..self.trees.len())
            .map(|tree| Root { page: self, tree })
            .collect();
        let mut reading = rows::take(&roots, None, needs);
        reading.snapshot.language.clone_from(&self.language);
        reading
    }

    /// All its elements, tree after tree, each in the order of the document.
    pub fn elements(&self) -> impl Iterator<Item = Element<'_>> {
        (0..self.trees.len()).flat_map(move |tree| self.elements_of(tree))
    }

    pub(crate) fn element(&self, tree: usize, node: NodeId) -> Option<Element<'_>> {
        let node = self.trees.get(tree)?.html.tree.get(node)?;
        Some(Element {
            page: self,
            tree,
            node: ElementRef::wrap(node)?,
        })
    }

    pub(crate) fn elements_of(&self, tree: usize) -> impl Iterator<Item = Element<'_>> {
        let nodes = self.trees.get(tree).map(|tree| tree.html.tree.nodes_in_order());
        nodes.into_iter().flatten().map(move |node| Element {
            page: self,
            tree,
            node,
        })
    }
}

/// One of a page's trees.
struct Root<'p> {
    page: &'p Page,
    tree: usize,
}

impl<'p> waymark_core::read::Tree for Root<'p> {
    type Element = Element<'p>;

    fn host(&self) -> Option<Element<'p>> {
        let (tree, node) = self.page.trees.get(self.tree)?.host?;
        self.page.element(tree, node)
    }

    fn query(&self, selector: &'static str) -> impl Iterator<Item = Element<'p>> {
        let selector = selector::parsed(selector);
        self.page
            .elements_of(self.tree)
            .filter(move |element| selector.matches(&element.node))
    }
}

trait InOrder<'p> {
    /// All elements in the order of the document.
    fn nodes_in_order(&'p self) -> impl Iterator<Item = ElementRef<'p>>;
}

impl<'p> InOrder<'p> for ego_tree::Tree<scraper::Node> {
    fn nodes_in_order(&'p self) -> impl Iterator<Item = ElementRef<'p>> {
        self.root().descendants().filter_map(ElementRef::wrap)
    }
}
