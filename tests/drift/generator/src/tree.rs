//! A document that can be changed.

mod html;

/// A node's number in its tree.
pub type NodeId = usize;

/// A document.
#[derive(Clone, Debug, Default)]
pub struct Tree {
    nodes: Vec<Node>,
}

#[derive(Clone, Debug, Default)]
struct Node {
    parent: Option<NodeId>,
    children: Vec<NodeId>,
    data: Data,
}

#[derive(Clone, Debug, Default)]
enum Data {
    #[default]
    Document,
    Element {
        tag: String,
        /// In the order of their names.
        attributes: Vec<(String, String)>,
    },
    Text(String),
}

impl Tree {
    /// Makes an element that stands nowhere yet.
    pub fn element(&mut self, tag: &str, mut attributes: Vec<(String, String)>) -> NodeId {
        attributes.sort_unstable();
        self.push(Data::Element {
            tag: tag.to_owned(),
            attributes,
        })
    }

    /// Makes an element with these attributes that stands nowhere yet.
    pub fn make(&mut self, tag: &str, attributes: &[(&str, &str)]) -> NodeId {
        let own = |&(name, value): &(&str, &str)| (name.to_owned(), value.to_owned());
        self.element(tag, attributes.iter().map(own).collect())
    }

    /// Makes a text that stands nowhere yet.
    pub fn text_node(&mut self, text: &str) -> NodeId {
        self.push(Data::Text(text.to_owned()))
    }

    fn push(&mut self, data: Data) -> NodeId {
        self.nodes.push(Node {
            data,
            ..Node::default()
        });
        self.nodes.len() - 1
    }

    fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id]
    }

    /// The element's tag; empty for a text.
    #[must_use]
    pub fn tag(&self, id: NodeId) -> &str {
        match &self.node(id).data {
            Data::Element { tag, .. } => tag,
            _ => "",
        }
    }

    /// Gives an element another tag.
    pub fn set_tag(&mut self, id: NodeId, new: &str) {
        if let Data::Element { tag, .. } = &mut self.nodes[id].data {
            new.clone_into(tag);
        }
    }

    /// It is an element.
    #[must_use]
    pub fn is_element(&self, id: NodeId) -> bool {
        !self.tag(id).is_empty()
    }

    /// A text node's own text.
    #[must_use]
    pub fn own_text(&self, id: NodeId) -> Option<&str> {
        match &self.node(id).data {
            Data::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Changes a text node.
    pub fn set_text(&mut self, id: NodeId, new: String) {
        if let Data::Text(text) = &mut self.nodes[id].data {
            *text = new;
        }
    }

    /// An attribute's value.
    #[must_use]
    pub fn attribute(&self, id: NodeId, name: &str) -> Option<&str> {
        self.attributes(id)
            .iter()
            .find(|(own, _)| own == name)
            .map(|(_, value)| value.as_str())
    }

    /// All attributes.
    #[must_use]
    pub fn attributes(&self, id: NodeId) -> &[(String, String)] {
        match &self.node(id).data {
            Data::Element { attributes, .. } => attributes,
            _ => &[],
        }
    }

    /// Sets an attribute.
    pub fn set(&mut self, id: NodeId, name: &str, value: &str) {
        if let Data::Element { attributes, .. } = &mut self.nodes[id].data {
            match attributes.binary_search_by(|(own, _)| own.as_str().cmp(name)) {
                Ok(at) => value.clone_into(&mut attributes[at].1),
                Err(at) => attributes.insert(at, (name.to_owned(), value.to_owned())),
            }
        }
    }

    /// Keeps the attributes for which `keep` says so.
    pub fn retain(&mut self, id: NodeId, keep: impl Fn(&str) -> bool) {
        if let Data::Element { attributes, .. } = &mut self.nodes[id].data {
            attributes.retain(|(name, _)| keep(name));
        }
    }

    /// Takes an attribute away and gives its value.
    pub fn unset(&mut self, id: NodeId, name: &str) -> Option<String> {
        let Data::Element { attributes, .. } = &mut self.nodes[id].data else {
            return None;
        };
        let at = attributes.iter().position(|(own, _)| own == name)?;
        Some(attributes.remove(at).1)
    }

    /// Words of a list in an attribute, as in `class`.
    pub fn has_word(&self, id: NodeId, name: &str, word: &str) -> bool {
        self.attribute(id, name)
            .is_some_and(|value| value.split_ascii_whitespace().any(|own| own == word))
    }

    /// The node around this one.
    #[must_use]
    pub fn parent(&self, id: NodeId) -> Option<NodeId> {
        self.node(id).parent
    }

    /// What stands in it.
    #[must_use]
    pub fn children(&self, id: NodeId) -> &[NodeId] {
        &self.node(id).children
    }

    /// The elements that stand in it.
    pub fn child_elements(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        self.children(id)
            .iter()
            .copied()
            .filter(|&child| self.is_element(child))
    }

    /// The elements around it, the nearest first.
    pub fn around(&self, id: NodeId) -> impl Iterator<Item = NodeId> {
        std::iter::successors(self.parent(id), |&at| self.parent(at)).filter(|&at| self.is_element(at))
    }

    /// The node itself and all in it, in the order of the document.
    #[must_use]
    pub fn within(&self, id: NodeId) -> Vec<NodeId> {
        let mut found = Vec::new();
        let mut open = vec![id];
        while let Some(at) = open.pop() {
            found.push(at);
            open.extend(self.children(at).iter().rev());
        }
        found
    }

    /// All elements of the document, in its order.
    #[must_use]
    pub fn elements(&self) -> Vec<NodeId> {
        let mut all = self.within(0);
        all.retain(|&id| self.is_element(id));
        all
    }

    /// The first element with this tag.
    #[must_use]
    pub fn first(&self, tag: &str) -> Option<NodeId> {
        self.within(0).into_iter().find(|&id| self.tag(id) == tag)
    }

    /// All text in it, white space folded.
    #[must_use]
    pub fn text(&self, id: NodeId) -> String {
        let texts: Vec<&str> = self
            .within(id)
            .into_iter()
            .filter_map(|at| self.own_text(at))
            .collect();
        texts.concat().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Puts a node at the end of another one.
    pub fn append(&mut self, into: NodeId, node: NodeId) {
        let at = self.children(into).len();
        self.insert(into, at, node);
    }

    /// Puts a node into another one, as its child at this place.
    pub fn insert(&mut self, into: NodeId, at: usize, node: NodeId) {
        self.detach(node);
        let at = at.min(self.nodes[into].children.len());
        self.nodes[into].children.insert(at, node);
        self.nodes[node].parent = Some(into);
    }

    /// Its place among the children of what is around it.
    #[must_use]
    pub fn place(&self, id: NodeId) -> Option<(NodeId, usize)> {
        let parent = self.parent(id)?;
        let at = self.children(parent).iter().position(|&child| child == id)?;
        Some((parent, at))
    }

    /// Puts a node right before another one.
    pub fn insert_before(&mut self, place: NodeId, node: NodeId) {
        self.detach(node);
        if let Some((parent, at)) = self.place(place) {
            self.insert(parent, at, node);
        }
    }

    /// Puts a node right after another one.
    pub fn insert_after(&mut self, place: NodeId, node: NodeId) {
        self.detach(node);
        if let Some((parent, at)) = self.place(place) {
            self.insert(parent, at + 1, node);
        }
    }

    /// Takes a node out of the document.
    pub fn detach(&mut self, id: NodeId) {
        if let Some((parent, at)) = self.place(id) {
            self.nodes[parent].children.remove(at);
        }
        self.nodes[id].parent = None;
    }

    /// Puts `new` where `old` stood, which stands nowhere then.
    pub fn replace(&mut self, old: NodeId, new: NodeId) {
        self.insert_before(old, new);
        self.detach(old);
    }

    /// Puts `around` where `id` stands, and `id` into it.
    pub fn wrap(&mut self, id: NodeId, around: NodeId) {
        self.insert_before(id, around);
        self.append(around, id);
    }

    /// Gives an element's children another order.
    pub fn set_children(&mut self, id: NodeId, children: Vec<NodeId>) {
        self.nodes[id].children = children;
    }

    /// A copy of a node and all in it, which stands nowhere yet.
    pub fn copy(&mut self, id: NodeId) -> NodeId {
        let data = self.node(id).data.clone();
        let made = self.push(data);
        for child in self.children(id).to_vec() {
            let copied = self.copy(child);
            self.append(made, copied);
        }
        made
    }

    /// The same copy, into another document.
    pub fn copy_into(&self, id: NodeId, other: &mut Tree) -> NodeId {
        let made = other.push(self.node(id).data.clone());
        for &child in self.children(id) {
            let copied = self.copy_into(child, other);
            other.append(made, copied);
        }
        made
    }
}
