//! Parting a parsed document into its own tree and those of its shadow roots.

use crate::controls::labels_by_control;
use ego_tree::{NodeId, NodeMut, NodeRef};
use scraper::{ElementRef, Html, Node};
use std::collections::HashMap;

/// A document or a shadow root. Contents of other templates are left out, as they are in no document.
pub(crate) struct Tree {
    pub html: Html,
    /// The tree and the node of the shadow root's host.
    pub host: Option<(usize, NodeId)>,
    pub ids: HashMap<String, NodeId>,
    /// Each element's place in the order of the document.
    pub order: HashMap<NodeId, usize>,
    pub labels: HashMap<NodeId, Vec<NodeId>>,
}

impl Tree {
    fn new(html: Html, host: Option<(usize, NodeId)>) -> Self {
        let mut ids = HashMap::new();
        let mut order = HashMap::new();
        for element in html.tree.root().descendants().filter_map(ElementRef::wrap) {
            order.insert(element.id(), order.len());
            if let Some(id) = element.attr("id") {
                ids.entry(id.to_owned()).or_insert(element.id());
            }
        }
        let labels = labels_by_control(&html, &ids);
        Self {
            html,
            host,
            ids,
            order,
            labels,
        }
    }
}

/// A shadow root that is still to be made a tree: its host, and the template in the parsed document.
struct Waiting {
    host: (usize, NodeId),
    template: NodeId,
}

/// The document first, then every shadow root after the one that it stands in.
pub(crate) fn split(parsed: &Html) -> Vec<Tree> {
    let mut waiting = Vec::new();
    let mut document = Html::new_document();
    copy_children(parsed.tree.root(), &mut document.tree.root_mut(), 0, &mut waiting);
    let mut trees = vec![Tree::new(document, None)];
    let mut next = 0;
    while let Some(root) = waiting.get(next) {
        let (host, template) = (root.host, root.template);
        next += 1;
        let mut shadow = Html::new_fragment();
        let contents = parsed.tree.get(template).and_then(|template| {
            let mut fragments = template.children().filter(|child| child.value().is_fragment());
            fragments.next()
        });
        if let Some(contents) = contents {
            copy_children(contents, &mut shadow.tree.root_mut(), trees.len(), &mut waiting);
        }
        trees.push(Tree::new(shadow, Some(host)));
    }
    trees
}

fn copy_children(
    from: NodeRef<'_, Node>,
    to: &mut NodeMut<'_, Node>,
    tree: usize,
    waiting: &mut Vec<Waiting>,
) {
    for child in from.children() {
        match child.value() {
            Node::Element(element) if element.name() == "template" => {
                if element.attr("shadowrootmode").is_some() {
                    waiting.push(Waiting {
                        host: (tree, to.id()),
                        template: child.id(),
                    });
                }
            }
            value => {
                let mut copy = to.append(value.clone());
                copy_children(child, &mut copy, tree, waiting);
            }
        }
    }
}
