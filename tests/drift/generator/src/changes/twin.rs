//! Others that are like the control: hidden, disabled, elsewhere, or with nearly its name.

use super::identity::{invented, make_own};
use crate::draft::{Draft, Frame, Right};
use crate::label::{self, is_pressed, label};
use crate::tree::{NodeId, Tree};
use rand::Rng;
use rand::seq::IndexedRandom;
use rand_chacha::ChaCha8Rng;

/// The kinds of element that a copy can stand beside.
fn can_have_twin(tree: &Tree, control: NodeId) -> bool {
    !matches!(tree.tag(control), "li" | "option" | "td" | "tr")
        || tree.attribute(control, "role") == Some("treeitem")
}

/// A twin that cannot be seen stands before or after it.
pub fn hidden(draft: &mut Draft, rng: &mut ChaCha8Rng) -> bool {
    beside(draft, rng, |tree, control, copy, rng| {
        // Two boxes with one id would fight for the label, and a box is as visible as its label.
        let is_box = matches!(tree.attribute(control, "type"), Some("checkbox" | "radio"));
        if is_box || rng.random_bool(0.5) {
            let end = ["_", &invented(rng)].concat();
            make_own(tree, copy, &end);
        }
        match rng.random_range(0..4) {
            0 => tree.set(copy, "data-state", "hidden"),
            1 => tree.set(copy, "data-state", "invisible"),
            2 => tree.set(copy, "aria-hidden", "true"),
            _ => tree.set(copy, "hidden", ""),
        }
        true
    })
}

/// A twin that cannot be used stands before or after it.
pub fn disabled(draft: &mut Draft, rng: &mut ChaCha8Rng) -> bool {
    beside(draft, rng, |tree, control, copy, rng| {
        let is_used = tree.attribute(control, "disabled").is_none();
        if rng.random_bool(0.5) {
            let end = ["_", &invented(rng)].concat();
            make_own(tree, copy, &end);
        }
        let native = matches!(tree.tag(copy), "input" | "select" | "textarea" | "button");
        tree.set(
            copy,
            if native { "disabled" } else { "aria-disabled" },
            if native { "" } else { "true" },
        );
        is_used
    })
}

type Beside = fn(&mut Tree, NodeId, NodeId, &mut ChaCha8Rng) -> bool;

fn beside(draft: &mut Draft, rng: &mut ChaCha8Rng, make: Beside) -> bool {
    let Some((home, controls)) = draft.controls() else {
        return false;
    };
    let tree = &mut draft.frames[home].tree;
    let mut any = false;
    for control in controls {
        if !can_have_twin(tree, control) {
            continue;
        }
        let copy = tree.copy(control);
        Draft::unmark(tree, copy);
        if !make(tree, control, copy, rng) {
            continue;
        }
        if rng.random_bool(0.5) {
            tree.insert_before(control, copy);
        } else {
            tree.insert_after(control, copy);
        }
        any = true;
    }
    any
}

/// Names that look like another one, where `{}` is the other one.
const LIKE: [&str; 8] = [
    "{} & New",
    "{} Groups",
    "{} (Legacy)",
    "All {}",
    "My {}",
    "{} History",
    "Custom {}",
    "{} Templates",
];

/// Another control of the same kind with nearly the same name right beside the control.
pub fn look_alike(draft: &mut Draft, rng: &mut ChaCha8Rng) -> bool {
    let Some((home, controls)) = draft.controls() else {
        return false;
    };
    let tree = &mut draft.frames[home].tree;
    let form = LIKE.choose(rng).copied().unwrap_or("{} 2");
    let mut any = false;
    for control in controls {
        let Some(own) = label(tree, control).filter(|_| can_have_twin(tree, control)) else {
            continue;
        };
        let words = form.replace("{}", &own.words);
        let copy = copy_of(tree, control, &words, &format!("_{}", invented(rng)));
        leads_elsewhere(tree, copy);
        if is_pressed(tree, control) {
            if rng.random_bool(0.5) {
                tree.insert_before(control, copy);
            } else {
                tree.insert_after(control, copy);
            }
        } else {
            let row = labelled_row(tree, copy, &words);
            tree.insert_after(control, row);
        }
        any = true;
    }
    any
}

/// A copy with other words and ids of its own, which is no right answer.
fn copy_of(tree: &mut Tree, control: NodeId, words: &str, end: &str) -> NodeId {
    let copy = tree.copy(control);
    Draft::unmark(tree, copy);
    for node in tree.within(copy) {
        for name in [
            "aria-labelledby",
            "aria-controls",
            "aria-describedby",
            "aria-owns",
        ] {
            tree.unset(node, name);
        }
    }
    make_own(tree, copy, end);
    if let Some(own) = label(tree, copy) {
        label::write(tree, &own, words);
    }
    if !is_pressed(tree, copy) {
        for name in ["aria-label", "title", "placeholder"] {
            if tree.attribute(copy, name).is_some() {
                tree.set(copy, name, words);
            }
        }
    }
    copy
}

/// A link of another name leads to another place.
fn leads_elsewhere(tree: &mut Tree, copy: NodeId) {
    for node in tree.within(copy) {
        for name in ["href", "data-href", "data-address", "data-node"] {
            if let Some(old) = tree.attribute(node, name) {
                let (path, rest) = old.split_at(old.find(['?', '#']).unwrap_or(old.len()));
                let new = [path.trim_end_matches("/home"), "Other", rest].concat();
                tree.set(node, name, &new);
            }
        }
    }
}

/// A row with a label for a copied field.
fn labelled_row(tree: &mut Tree, copy: NodeId, words: &str) -> NodeId {
    let row = tree.make("div", &[("class", "row")]);
    let label = match tree.attribute(copy, "id").map(str::to_owned) {
        Some(id) => tree.make("label", &[("for", &id)]),
        None => tree.make("span", &[]),
    };
    let text = tree.text_node(words);
    tree.append(label, text);
    tree.append(row, label);
    tree.append(row, copy);
    row
}

const HEADINGS: [&str; 5] = [
    "Recently Used",
    "Quick Actions",
    "Favorites",
    "Suggested for You",
    "Subscribe to Updates",
];

/// The same control in another section, before or after all else on the page.
pub fn elsewhere(draft: &mut Draft, rng: &mut ChaCha8Rng) -> bool {
    let Some((home, controls)) = draft.controls() else {
        return false;
    };
    let tree = &mut draft.frames[home].tree;
    let Some(&control) = controls.first() else {
        return false;
    };
    let (Some(body), Some(own)) = (tree.first("body"), label(tree, control)) else {
        return false;
    };
    let copy = copy_of(tree, control, &own.words, &format!("_{}", invented(rng)));
    let is_link = tree
        .within(copy)
        .into_iter()
        .any(|it| tree.attribute(it, "href").is_some_and(|to| to.len() > 1));
    if is_link {
        // It leads to the same page, so it is as right as the other one.
        tree.set(copy, crate::draft::MARK, &draft.asked);
    }
    let section = tree.make("section", &[("class", "aside")]);
    let heading = tree.make("h3", &[]);
    let text = tree.text_node(HEADINGS.choose(rng).copied().unwrap_or("More"));
    tree.append(heading, text);
    tree.append(section, heading);
    let inner = if is_pressed(tree, control) {
        let inner = if tree.tag(copy) == "li" {
            tree.make("ul", &[("role", "tree")])
        } else {
            tree.make("div", &[])
        };
        tree.append(inner, copy);
        inner
    } else {
        labelled_row(tree, copy, &own.words)
    };
    tree.append(section, inner);
    let place = if rng.random_bool(0.5) { 0 } else { usize::MAX };
    tree.insert(body, place, section);
    true
}

/// The same control in another frame: in a page of another kind, which nobody asks, or in the same page once more.
pub fn in_frame(draft: &mut Draft, rng: &mut ChaCha8Rng) -> bool {
    let Some((home, controls)) = draft.controls() else {
        return false;
    };
    let Some(&control) = controls.first() else {
        return false;
    };
    let Some(own) = label(&draft.frames[home].tree, control) else {
        return false;
    };
    let same_page = rng.random_bool(0.5);
    let frame = &mut draft.frames[home];
    let (mut other, body) = empty_document(&frame.tree);
    let copy = copy_of(&mut frame.tree, control, &own.words, "");
    let copy = frame.tree.copy_into(copy, &mut other);
    let row = if is_pressed(&other, copy) {
        copy
    } else {
        labelled_row(&mut other, copy, &own.words)
    };
    other.append(body, row);
    let iframe = frame.tree.make("iframe", &[("title", "Help")]);
    if let Some(body) = frame.tree.first("body") {
        frame.tree.append(body, iframe);
    }
    let page = if same_page {
        frame.page.clone()
    } else {
        "foreign".to_owned()
    };
    if same_page {
        draft.right = Right::MarkedOrDoubt;
    }
    draft.frames.push(Frame { page, tree: other });
    true
}

/// A document like this one, with nothing in its body yet.
pub fn empty_document(like: &Tree) -> (Tree, NodeId) {
    let mut other = Tree::parse("<html><head><title>Page</title></head><body></body></html>");
    let (html, body) = (other.first("html").unwrap_or(0), other.first("body").unwrap_or(0));
    if let Some(old) = like.first("html") {
        for (name, value) in like.attributes(old) {
            other.set(html, name, value);
        }
    }
    if let Some(class) = like.first("body").and_then(|old| like.attribute(old, "class")) {
        other.set(body, "class", class);
    }
    (other, body)
}
