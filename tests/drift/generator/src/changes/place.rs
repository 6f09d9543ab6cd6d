//! The control stays what it is and stands elsewhere: in wrappers, in another order, another form, root or frame.

use super::identity::invented;
use super::twin::empty_document;
use crate::draft::{Draft, Frame};
use crate::label::{is_control, is_pressed, label};
use crate::tree::{NodeId, Tree};
use rand::Rng;
use rand::seq::{IndexedRandom, SliceRandom};
use rand_chacha::ChaCha8Rng;

/// Help and other small controls between what was there.
pub fn controls_added(draft: &mut Draft, rng: &mut ChaCha8Rng) -> bool {
    let Some((home, controls)) = draft.controls() else {
        return false;
    };
    let tree = &mut draft.frames[home].tree;
    let mut beside: Vec<NodeId> = tree.elements();
    beside.retain(|&it| {
        is_control(tree, it)
            && tree.tag(it) != "li"
            && !tree.around(it).any(|around| is_control(tree, around))
    });
    beside.shuffle(rng);
    beside.truncate(beside.len() / 3);
    let own = controls.into_iter().filter(|&it| tree.tag(it) != "li");
    beside.extend(own);
    for control in &beside {
        let help = tree.make(
            "button",
            &[("type", "button"), ("class", "helpIcon"), ("title", "Help")],
        );
        let text = tree.text_node("?");
        tree.append(help, text);
        if rng.random_bool(0.5) {
            tree.insert_before(*control, help);
        } else {
            tree.insert_after(*control, help);
        }
    }
    !beside.is_empty()
}

/// One to three wrappers around the control, and one around a part of the page that holds it.
pub fn wrapped(draft: &mut Draft, rng: &mut ChaCha8Rng) -> bool {
    let Some((home, controls)) = draft.controls() else {
        return false;
    };
    let tree = &mut draft.frames[home].tree;
    for &control in &controls {
        for _ in 0..rng.random_range(1..4) {
            let class = invented(rng);
            let tag = wrapper_tag(tree, control);
            let wrapper = tree.make(tag, &[("class", &class)]);
            tree.wrap(control, wrapper);
        }
    }
    let parts: Vec<NodeId> = controls
        .first()
        .map(|&control| {
            tree.around(control)
                .filter(|&it| matches!(tree.tag(it), "div" | "section" | "form" | "table"))
                .collect()
        })
        .unwrap_or_default();
    if let Some(&part) = parts.choose(rng) {
        let wrapper = tree.make("div", &[]);
        tree.wrap(part, wrapper);
    }
    !controls.is_empty()
}

/// No box may stand in a paragraph or in a line.
fn wrapper_tag(tree: &Tree, node: NodeId) -> &'static str {
    let is_line = |at: NodeId| {
        matches!(
            tree.tag(at),
            "p" | "span" | "label" | "b" | "a" | "button" | "h1" | "h2" | "h3"
        )
    };
    if tree.around(node).any(is_line)
        || tree.parent(node).is_some_and(|it| {
            tree.attribute(it, "data-state")
                .is_some_and(|s| s.contains("inline"))
        })
    {
        "span"
    } else {
        "div"
    }
}

/// The nearest row of equals around a node that it belongs to: rows of a table, entries of a list, sections of a page.
fn equals(tree: &Tree, node: NodeId, least: usize) -> Option<NodeId> {
    let mut at = node;
    while let Some(parent) = tree
        .parent(at)
        .filter(|&it| tree.is_element(it) && tree.tag(it) != "html")
    {
        let same = tree
            .child_elements(parent)
            .filter(|&it| tree.tag(it) == tree.tag(at))
            .count();
        if same >= least && !matches!(tree.tag(at), "td" | "th" | "span" | "b" | "input" | "label") {
            return Some(parent);
        }
        at = parent;
    }
    None
}

/// Rows, entries or sections in another order.
pub fn reordered(draft: &mut Draft, rng: &mut ChaCha8Rng) -> bool {
    let Some((home, controls)) = draft.controls() else {
        return false;
    };
    let tree = &mut draft.frames[home].tree;
    let Some(parent) = controls.first().and_then(|&control| equals(tree, control, 2)) else {
        return false;
    };
    let mut children = tree.children(parent).to_vec();
    // What heads a table or a part stays first.
    let movable: Vec<usize> = (0..children.len())
        .filter(|&at| {
            matches!(
                tree.tag(children[at]),
                "tr" | "li" | "div" | "section" | "ul" | "button" | "article" | "form" | "a"
            )
        })
        .collect();
    let mut order: Vec<NodeId> = movable.iter().map(|&at| children[at]).collect();
    let before = order.clone();
    order.shuffle(rng);
    if order == before {
        order.reverse();
    }
    for (&at, &child) in movable.iter().zip(&order) {
        children[at] = child;
    }
    let is_new = order != before;
    tree.set_children(parent, children);
    is_new
}

/// What stood together stands in two parts, the second with a heading of its own.
pub fn split(draft: &mut Draft, rng: &mut ChaCha8Rng) -> bool {
    let Some((home, controls)) = draft.controls() else {
        return false;
    };
    let tree = &mut draft.frames[home].tree;
    let Some(parent) = controls.first().and_then(|&control| equals(tree, control, 4)) else {
        return false;
    };
    let whole = match tree.tag(parent) {
        "tbody" | "thead" => tree.parent(parent).unwrap_or(parent),
        _ => parent,
    };
    if tree.tag(whole) == "body" {
        return false;
    }
    let children = tree.children(parent).to_vec();
    let cut = rng.random_range(1..children.len());
    let second = shell(tree, whole);
    let inner = if whole == parent {
        second
    } else {
        let inner = shell(tree, parent);
        tree.append(second, inner);
        inner
    };
    for &child in children.iter().skip(cut) {
        tree.append(inner, child);
    }
    let heading = tree.make("h4", &[("class", "part")]);
    let text = tree.text_node(
        ["Step 2", "More", "Details", "Continued"]
            .choose(rng)
            .copied()
            .unwrap_or("More"),
    );
    tree.append(heading, text);
    tree.insert_after(whole, second);
    tree.insert_after(whole, heading);
    true
}

/// The same element without what is in it, and without its id.
fn shell(tree: &mut Tree, of: NodeId) -> NodeId {
    let (tag, attributes) = (tree.tag(of).to_owned(), tree.attributes(of).to_vec());
    let kept = attributes
        .into_iter()
        .filter(|(name, _)| name != "id" && name != crate::draft::MARK)
        .collect();
    tree.element(&tag, kept)
}

/// Every table has become boxes in boxes.
pub fn untabled(draft: &mut Draft, _: &mut ChaCha8Rng) -> bool {
    let Some((home, controls)) = draft.controls() else {
        return false;
    };
    let tree = &mut draft.frames[home].tree;
    if !controls
        .iter()
        .any(|&control| tree.around(control).any(|it| tree.tag(it) == "table"))
    {
        return false;
    }
    for node in tree.elements() {
        if matches!(tree.tag(node), "table" | "thead" | "tbody" | "tr" | "td" | "th") {
            tree.set_tag(node, "div");
        }
    }
    true
}

/// See [`into_shadow`].
pub fn open_shadow(draft: &mut Draft, rng: &mut ChaCha8Rng) -> bool {
    into_shadow(draft, rng, "open")
}

/// See [`into_shadow`].
pub fn closed_shadow(draft: &mut Draft, rng: &mut ChaCha8Rng) -> bool {
    into_shadow(draft, rng, "closed")
}

/// The control, with its label or without, into the shadow root of a component that stands in its place.
fn into_shadow(draft: &mut Draft, rng: &mut ChaCha8Rng, mode: &str) -> bool {
    let Some((home, controls)) = draft.controls() else {
        return false;
    };
    let tree = &mut draft.frames[home].tree;
    let with_label = rng.random_bool(0.5);
    let tag = ["c-field", "lightning-primitive-control", "force-record-control"]
        .choose(rng)
        .copied()
        .unwrap_or("c-field");
    for &control in &controls {
        let element = label(tree, control)
            .and_then(|it| it.element)
            .filter(|_| with_label && !is_pressed(tree, control));
        let host = tree.make(tag, &[]);
        let template = tree.make("template", &[("shadowrootmode", mode)]);
        tree.insert_before(control, host);
        tree.append(host, template);
        // A cell stays a cell: what is in it moves.
        let words = element.filter(|&it| !tree.within(it).contains(&control));
        match words {
            Some(cell) if matches!(tree.tag(cell), "td" | "th") => {
                let line = tree.make("span", &[]);
                for child in tree.children(cell).to_vec() {
                    tree.append(line, child);
                }
                tree.append(template, line);
            }
            Some(words) => tree.append(template, words),
            None => {}
        }
        tree.append(template, control);
    }
    !controls.is_empty()
}

/// The part of the page that holds the control, into a frame of the same page.
pub fn into_frame(draft: &mut Draft, _: &mut ChaCha8Rng) -> bool {
    let Some((home, controls)) = draft.controls() else {
        return false;
    };
    let Some(&first) = controls.first() else {
        return false;
    };
    let frame = &mut draft.frames[home];
    let tree = &mut frame.tree;
    let holds_all = |part: NodeId| {
        controls
            .iter()
            .all(|&it| tree.around(it).any(|around| around == part))
    };
    let is_part = |it: NodeId| {
        matches!(tree.tag(it), "form" | "section" | "table" | "ul" | "div" | "main")
            && holds_all(it)
            && !tree
                .around(it)
                .any(|around| matches!(tree.tag(around), "template" | "table" | "ul" | "li"))
    };
    let Some(part) = tree.around(first).find(|&it| is_part(it)) else {
        return false;
    };
    let (mut other, body) = empty_document(tree);
    let copy = tree.copy_into(part, &mut other);
    other.append(body, copy);
    let iframe = tree.make("iframe", &[("title", "Content")]);
    tree.replace(part, iframe);
    let page = frame.page.clone();
    draft.frames.push(Frame { page, tree: other });
    true
}
