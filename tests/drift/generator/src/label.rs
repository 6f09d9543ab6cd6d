//! Where on a page a control's own words stand. Only for changing them: what a control is called is for others to say.

use crate::tree::{NodeId, Tree};

/// A place with the words of a control.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Site {
    /// An attribute of an element.
    Attribute(NodeId, &'static str),
    /// A text.
    Text(NodeId),
}

/// The words of a control and where they stand.
#[derive(Clone, Debug)]
pub struct Label {
    /// The words.
    pub words: String,
    /// All places.
    pub sites: Vec<Site>,
    /// The element that holds them, where that is not the control itself.
    pub element: Option<NodeId>,
}

/// Attributes that people read.
pub const WORDED: [&str; 5] = ["aria-label", "title", "value", "placeholder", "alt"];

/// An element that takes part in a form or is pressed.
pub fn is_control(tree: &Tree, node: NodeId) -> bool {
    let kind = tree.attribute(node, "type").unwrap_or_default();
    match tree.tag(node) {
        "input" => kind != "hidden",
        "select" | "textarea" | "button" => true,
        "a" => tree.attribute(node, "href").is_some(),
        _ => tree.attribute(node, "tabindex").is_some() || tree.attribute(node, "role") == Some("treeitem"),
    }
}

/// A control that shows its own words, as buttons and links do. A box that takes a value shows that and is called by what
/// stands before it; boxes that only look like some have another box in them, buttons a line.
pub fn is_pressed(tree: &Tree, node: NodeId) -> bool {
    let kind = tree.attribute(node, "type").unwrap_or_default();
    let takes_value = |role| matches!(role, "combobox" | "switch" | "listbox" | "radiogroup" | "textbox");
    match tree.tag(node) {
        "input" => matches!(kind, "button" | "submit"),
        "select" | "textarea" => false,
        "a" => true,
        "div" if tree.child_elements(node).any(|child| tree.tag(child) == "div") => {
            tree.attribute(node, "role") == Some("treeitem")
        }
        _ => !tree.attribute(node, "role").is_some_and(takes_value) && !tree.text(node).is_empty(),
    }
}

/// The words without the marks that forms put around them.
fn plain(text: &str) -> &str {
    text.trim().trim_matches(['*', ':', '\u{a0}', ' '])
}

/// The label of a control, where it has one.
pub fn label(tree: &Tree, control: NodeId) -> Option<Label> {
    let element = (!is_pressed(tree, control))
        .then(|| label_element(tree, control))
        .flatten();
    let words = if is_pressed(tree, control) {
        own_words(tree, control)?
    } else {
        match tree
            .attribute(control, "aria-label")
            .or(tree.attribute(control, "title"))
        {
            Some(words) => words.to_owned(),
            None => plain(
                &element
                    .map(|it| tree.text(it))
                    .or_else(|| tree.attribute(control, "placeholder").map(str::to_owned))?,
            )
            .to_owned(),
        }
    };
    let mut nodes = tree.within(control);
    nodes.extend(element.into_iter().flat_map(|it| tree.within(it)));
    let mut sites = Vec::new();
    for node in nodes {
        for name in WORDED {
            if tree
                .attribute(node, name)
                .is_some_and(|value| plain(value) == words)
            {
                sites.push(Site::Attribute(node, name));
            }
        }
        if tree.own_text(node).is_some_and(|text| plain(text) == words) {
            sites.push(Site::Text(node));
        }
    }
    (!words.is_empty() && !sites.is_empty()).then_some(Label {
        words,
        sites,
        element,
    })
}

fn own_words(tree: &Tree, control: NodeId) -> Option<String> {
    let of = |name: &str| tree.attribute(control, name).map(|value| plain(value).to_owned());
    if tree.tag(control) == "input" {
        return of("value");
    }
    let inner = tree.within(control);
    // What is in a card or a tree's node stands in a text of its own; icons before it are no words.
    let texts = inner.iter().filter_map(|&node| tree.own_text(node));
    let images = inner.iter().filter_map(|&node| tree.attribute(node, "alt"));
    let words = texts.chain(images).map(plain);
    of("aria-label").or_else(|| {
        words
            .into_iter()
            .find(|text| text.chars().count() > 1)
            .map(str::to_owned)
    })
}

/// The element whose text is the control's label.
fn label_element(tree: &Tree, control: NodeId) -> Option<NodeId> {
    let all = tree.elements();
    let id = tree.attribute(control, "id");
    let named = tree
        .attribute(control, "aria-labelledby")
        .and_then(|ids| ids.split_ascii_whitespace().next());
    let by_id = named.and_then(|named| {
        all.iter()
            .copied()
            .find(|&it| tree.attribute(it, "id") == Some(named))
    });
    let by_for = || {
        let id = id?;
        all.iter()
            .copied()
            .find(|&it| tree.tag(it) == "label" && tree.attribute(it, "for") == Some(id))
    };
    let around = || tree.around(control).find(|&it| tree.tag(it) == "label");
    by_id
        .or_else(by_for)
        .or_else(around)
        .or_else(|| text_before(tree, control))
}

/// The nearest element with a text before the control, and no control between them.
fn text_before(tree: &Tree, control: NodeId) -> Option<NodeId> {
    let mut at = control;
    for _ in 0..4 {
        let (parent, place) = tree.place(at)?;
        for &sibling in tree.children(parent).iter().take(place).rev() {
            if !tree.is_element(sibling) {
                continue;
            }
            let text = tree.text(sibling);
            let is_words = text.chars().any(char::is_alphanumeric) && text.chars().count() < 80;
            if is_words && !tree.within(sibling).into_iter().any(|it| is_control(tree, it)) {
                return Some(sibling);
            }
        }
        at = parent;
    }
    None
}

/// Writes other words into all places of a label.
pub fn write(tree: &mut Tree, label: &Label, words: &str) {
    for site in &label.sites {
        match *site {
            Site::Attribute(node, name) => tree.set(node, name, words),
            Site::Text(node) => {
                let text = tree.own_text(node).unwrap_or_default();
                let changed = text.replacen(&label.words, words, 1);
                tree.set_text(node, changed);
            }
        }
    }
}
