//! A tree from HTML, and HTML from a tree.

use super::{Data, Node, NodeId, Tree};
use ego_tree::NodeRef;
use scraper::{Html, Node as Parsed};
use std::fmt::Write as _;

const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    "param",
];

impl Tree {
    /// Parses a document.
    #[must_use]
    pub fn parse(html: &str) -> Self {
        let parsed = Html::parse_document(html);
        let mut tree = Self {
            nodes: vec![Node::default()],
        };
        tree.take(0, parsed.tree.root());
        tree
    }

    /// The parser keeps what is in a template in a fragment of its own: here it is the template's children.
    fn take(&mut self, into: NodeId, from: NodeRef<'_, Parsed>) {
        for child in from.children() {
            match child.value() {
                Parsed::Element(element) => {
                    let attributes = element
                        .attrs()
                        .map(|(name, value)| (name.to_owned(), value.to_owned()));
                    let made = self.element(element.name(), attributes.collect());
                    self.append(into, made);
                    self.take(made, child);
                }
                Parsed::Text(text) => {
                    let made = self.text_node(text);
                    self.append(into, made);
                }
                Parsed::Fragment => self.take(into, child),
                _ => {}
            }
        }
    }

    /// The document as HTML.
    #[must_use]
    pub fn html(&self) -> String {
        let mut html = String::from("<!doctype html>");
        for &child in self.children(0) {
            self.write(child, &mut html);
        }
        html
    }

    fn write(&self, id: NodeId, html: &mut String) {
        match &self.node(id).data {
            Data::Text(text) => html.push_str(&text.replace('&', "&amp;").replace('<', "&lt;")),
            Data::Element { tag, attributes } => {
                let _ = write!(html, "<{tag}");
                for (name, value) in attributes {
                    let value = value.replace('&', "&amp;").replace('"', "&quot;");
                    let _ = write!(html, " {name}=\"{value}\"");
                }
                html.push('>');
                if !VOID.contains(&tag.as_str()) {
                    self.children(id)
                        .iter()
                        .for_each(|&child| self.write(child, html));
                    let _ = write!(html, "</{tag}>");
                }
            }
            Data::Document => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_written_as_it_was_read() {
        let html = "<!doctype html><html lang=\"en\"><head></head><body><x-a><template shadowrootmode=\"open\"><b>1 &amp; 2</b></template></x-a>\
            <input value=\"&quot;\"></body></html>";
        assert_eq!(Tree::parse(html).html(), html);
    }

    #[test]
    fn nodes_are_moved_and_copied() {
        let mut tree = Tree::parse("<body><p id=a>A</p><p id=b>B</p></body>");
        let (a, b) = {
            let all = tree.elements();
            let find = |id| {
                all.iter()
                    .copied()
                    .find(|&it| tree.attribute(it, "id") == Some(id))
                    .unwrap()
            };
            (find("a"), find("b"))
        };
        tree.insert_after(b, a);
        let copy = tree.copy(a);
        tree.insert_before(b, copy);
        let body = tree.first("body").unwrap();
        assert_eq!(tree.text(body), "ABA");
        tree.detach(copy);
        assert_eq!(tree.text(body), "BA");
    }
}
