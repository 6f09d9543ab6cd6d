//! What a frame has told, as a tree. Nothing in it is trusted.

use super::{DEEPEST, sign};

/// What a frame has told.
#[derive(Default)]
pub(super) struct Told<'t> {
    pub address: &'t str,
    pub names: Vec<&'t str>,
    /// The root element, where there is one.
    pub root: Vec<Node<'t>>,
}

pub(super) enum Node<'t> {
    Text(&'t str),
    Element(Element<'t>),
}

#[derive(Default)]
pub(super) struct Element<'t> {
    pub tag: &'t str,
    pub attributes: Vec<(&'t str, &'t str)>,
    pub rendered: bool,
    pub area: bool,
    pub inline: bool,
    pub pointer: bool,
    pub shadow: Option<Vec<Node<'t>>>,
    pub children: Vec<Node<'t>>,
}

impl<'t> Element<'t> {
    /// An attribute, where it is there.
    pub fn attribute(&self, name: &str) -> Option<&'t str> {
        let own = self.attributes.iter().find(|(known, _)| *known == name);
        own.map(|(_, value)| *value)
    }

    pub fn is_one_of(&self, tags: &[&str]) -> bool {
        tags.contains(&self.tag)
    }
}

/// An element that is still open, or its shadow root.
enum Open<'t> {
    Element(Element<'t>),
    Shadow(Vec<Node<'t>>),
}

/// Reads what was told; what is not closed, or closed too often, is taken as well as can be.
pub(super) fn read(told: &str) -> Told<'_> {
    let is_sign = |c: char| (sign::NAME..=sign::CLOSE).contains(&c);
    let mut read = Told::default();
    let mut open: Vec<Open> = Vec::new();
    let mut rest = told;
    let mut sign = None;
    loop {
        let end = rest.find(is_sign).unwrap_or(rest.len());
        let (text, after) = rest.split_at(end);
        let is_deep = open.len() > 2 * DEEPEST;
        match (sign, open.last_mut()) {
            (None, _) => read.address = text,
            (Some(sign::NAME), _) => read.names.push(text),
            (Some(sign::OPEN), _) if !is_deep => open.push(Open::Element(Element {
                tag: text,
                ..Element::default()
            })),
            (Some(sign::ATTRIBUTE), Some(Open::Element(element))) => element.attributes.push((text, "")),
            (Some(sign::VALUE), Some(Open::Element(element))) => {
                if let Some((_, value)) = element.attributes.last_mut() {
                    *value = text;
                }
            }
            (Some(sign::STYLE), Some(Open::Element(element))) => {
                let says = |letter: char| text.contains(letter);
                (element.rendered, element.area) = (says('r'), says('a'));
                (element.inline, element.pointer) = (says('i'), says('p'));
            }
            (Some(sign::SHADOW), _) => open.push(Open::Shadow(Vec::new())),
            (Some(sign::TEXT), Some(around)) => around.nodes().push(Node::Text(text)),
            (Some(sign::CLOSE), _) => close(&mut open, &mut read.root),
            _ => {}
        }
        let Some(next) = after.chars().next() else { break };
        sign = Some(next);
        rest = after.get(next.len_utf8()..).unwrap_or_default();
    }
    while !open.is_empty() {
        close(&mut open, &mut read.root);
    }
    read
}

impl<'t> Open<'t> {
    fn nodes(&mut self) -> &mut Vec<Node<'t>> {
        match self {
            Open::Element(element) => &mut element.children,
            Open::Shadow(nodes) => nodes,
        }
    }
}

fn close<'t>(open: &mut Vec<Open<'t>>, root: &mut Vec<Node<'t>>) {
    match (open.pop(), open.last_mut()) {
        (Some(Open::Element(element)), Some(around)) => around.nodes().push(Node::Element(element)),
        (Some(Open::Element(element)), None) => root.push(Node::Element(element)),
        (Some(Open::Shadow(nodes)), Some(Open::Element(host))) => host.shadow = Some(nodes),
        _ => {}
    }
}
