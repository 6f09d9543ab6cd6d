//! The control itself becomes another one: newer, mute, read-only, or gone.

use super::identity::invented;
use crate::draft::{Draft, MARK, Right};
use crate::label::{Label, is_pressed, label};
use crate::tree::{NodeId, Tree};
use rand::Rng;
use rand_chacha::ChaCha8Rng;

/// It looks as before, takes clicks and has the pointer over it, but no tag or role says what it is.
pub fn role_lost(draft: &mut Draft, _: &mut ChaCha8Rng) -> bool {
    each(draft, |tree, control| {
        let text = shown_text(tree, control);
        let tag = if tree.tag(control) == "a" { "span" } else { "div" };
        match tree.tag(control) {
            "input" | "select" | "textarea" => {
                let kind = tree.attribute(control, "type").unwrap_or("text").to_owned();
                let is_box = matches!(kind.as_str(), "checkbox" | "radio");
                let is_text = !is_box && tree.tag(control) != "select" && !is_pressed(tree, control);
                let made = replaced(tree, control, "div", &["id", "class", MARK]);
                tree.set(made, "tabindex", "0");
                let state = if is_box || text.is_empty() {
                    "pointer area"
                } else {
                    "pointer"
                };
                tree.set(made, "data-state", state);
                if is_text {
                    tree.set(made, "contenteditable", "true");
                }
                let words = tree.text_node(if is_box { "" } else { &text });
                tree.append(made, words);
                true
            }
            "a" | "button" => {
                tree.set_tag(control, tag);
                tree.retain(control, |name| {
                    matches!(
                        name,
                        "id" | "class" | "title" | "data-answer" | "data-node" | "data-address"
                    )
                });
                tree.set(control, "tabindex", "0");
                tree.set(control, "data-state", "pointer");
                true
            }
            _ => {
                let had_role = tree.unset(control, "role").is_some();
                let had_focus = tree.unset(control, "tabindex").is_some();
                had_role || had_focus
            }
        }
    })
}

/// A newer component in the control's place, as design systems bring them.
pub fn newer(draft: &mut Draft, rng: &mut ChaCha8Rng) -> bool {
    let number = rng.random_range(10..400);
    let class = invented(rng);
    each(draft, |tree, control| {
        let own = label(tree, control);
        let kind = tree.attribute(control, "type").unwrap_or("text").to_owned();
        let role = tree.attribute(control, "role").unwrap_or_default().to_owned();
        match (tree.tag(control), kind.as_str(), role.as_str()) {
            ("select", ..) => new_choice(tree, control, own.as_ref(), number),
            ("input", "checkbox", _) => new_switch(tree, control, own.as_ref()),
            ("input", "button" | "submit", _) | ("button", _, "") => new_button(tree, control, &class),
            ("input" | "textarea", ..) => new_input(tree, control, own.as_ref(), number),
            ("li", _, "treeitem") => new_tree_item(tree, control),
            (_, _, "switch") => {
                let Some(own) = own else { return false };
                let made = replaced(tree, control, "input", &["id", "class", MARK]);
                tree.set(made, "type", "checkbox");
                tree.set(made, "aria-label", &own.words);
                true
            }
            ("a", _, "") => {
                tree.set_tag(control, "button");
                tree.unset(control, "href");
                tree.set(control, "type", "button");
                tree.set(control, "role", "link");
                true
            }
            ("div", _, "") => {
                tree.set_tag(control, "button");
                tree.unset(control, "tabindex");
                tree.set(control, "type", "button");
                true
            }
            _ => false,
        }
    })
}

/// `<select>` → a button that opens a list, or for several choices the list itself.
fn new_choice(tree: &mut Tree, select: NodeId, own: Option<&Label>, number: u32) -> bool {
    let Some(own) = own else { return false };
    let options: Vec<(String, String, bool)> = tree
        .within(select)
        .into_iter()
        .filter(|&it| tree.tag(it) == "option")
        .map(|it| {
            let text = tree.text(it);
            let value = tree.attribute(it, "value").unwrap_or(&text).to_owned();
            (value, text, tree.attribute(it, "selected").is_some())
        })
        .collect();
    let several = tree.attribute(select, "multiple").is_some();
    let list_id = format!("dropdown-element-{number}");
    let list = tree.make(
        "ul",
        &[("role", "listbox"), ("aria-label", &own.words), ("id", &list_id)],
    );
    let chosen = options
        .iter()
        .find(|(.., chosen)| *chosen)
        .or(options.first())
        .map(|(_, text, _)| text.clone());
    for (value, text, is_chosen) in options {
        let option = tree.make(
            "li",
            &[
                ("role", "option"),
                ("data-value", &value),
                ("aria-selected", if is_chosen { "true" } else { "false" }),
            ],
        );
        let text = tree.text_node(&text);
        tree.append(option, text);
        tree.append(list, option);
    }
    if several {
        let marks = tree.unset(select, MARK).unwrap_or_default();
        let id = tree.attribute(select, "id").map(str::to_owned);
        tree.set(list, MARK, &marks);
        tree.set(list, "tabindex", "0");
        tree.unset(list, "id");
        if let Some(id) = id {
            tree.set(list, "id", &id);
        }
        tree.replace(select, list);
        return true;
    }
    tree.set(list, "data-state", "hidden");
    let holder = tree.make("div", &[("class", "slds-combobox_container")]);
    tree.insert_after(select, holder);
    let button = replaced(tree, select, "button", &["id", "name", MARK]);
    tree.set(button, "type", "button");
    tree.set(button, "role", "combobox");
    tree.set(button, "aria-haspopup", "listbox");
    tree.set(button, "aria-expanded", "false");
    tree.set(button, "aria-controls", &list_id);
    tree.set(button, "aria-label", &own.words);
    let text = tree.text_node(&chosen.unwrap_or_default());
    tree.append(button, text);
    tree.append(holder, button);
    tree.append(holder, list);
    true
}

/// A check box → a switch.
fn new_switch(tree: &mut Tree, input: NodeId, own: Option<&Label>) -> bool {
    let Some(own) = own else { return false };
    let checked = if tree.attribute(input, "checked").is_some() {
        "true"
    } else {
        "false"
    };
    let made = replaced(tree, input, "button", &["id", "name", "disabled", MARK]);
    tree.set(made, "type", "button");
    tree.set(made, "role", "switch");
    tree.set(made, "aria-checked", checked);
    tree.set(made, "aria-label", &own.words);
    true
}

/// A button → a component with the button in its shadow root.
fn new_button(tree: &mut Tree, old: NodeId, class: &str) -> bool {
    let text = shown_text(tree, old);
    let holder = tree.make("lightning-button", &[("class", class)]);
    let template = tree.make("template", &[("shadowrootmode", "open")]);
    tree.insert_after(old, holder);
    let made = replaced(
        tree,
        old,
        "button",
        &["name", "title", "disabled", "data-href", "data-address", MARK],
    );
    tree.set(made, "type", "button");
    tree.set(made, "class", "slds-button slds-button_neutral");
    let words = tree.text_node(&text);
    tree.append(made, words);
    tree.append(template, made);
    tree.append(holder, template);
    true
}

/// A text box → a component with the label and the box in its shadow root.
fn new_input(tree: &mut Tree, old: NodeId, own: Option<&Label>, number: u32) -> bool {
    let Some(own) = own else { return false };
    let id = format!("input-{number}");
    let holder = tree.make("lightning-input", &[]);
    let template = tree.make("template", &[("shadowrootmode", "open")]);
    tree.insert_before(old, holder);
    let words = tree.make("label", &[("for", &id)]);
    let text = tree.text_node(&own.words);
    tree.append(words, text);
    tree.append(template, words);
    tree.append(template, old);
    tree.append(holder, template);
    tree.set(old, "id", &id);
    if let Some(element) = own.element {
        tree.detach(element);
    }
    true
}

/// A list item with a link → a box with the same role.
fn new_tree_item(tree: &mut Tree, old: NodeId) -> bool {
    tree.set_tag(old, "div");
    for node in tree.within(old) {
        if tree.tag(node) == "a" {
            tree.set_tag(node, "span");
            tree.unset(node, "href");
        }
    }
    true
}

/// It is there, but cannot be changed or pressed now.
pub fn read_only(draft: &mut Draft, _: &mut ChaCha8Rng) -> bool {
    each(draft, |tree, control| {
        let kind = tree.attribute(control, "type").unwrap_or("text");
        let name = match (tree.tag(control), kind) {
            ("input", "text" | "email" | "search") | ("textarea", _) => "readonly",
            ("input" | "select" | "button", _) => "disabled",
            _ => "aria-disabled",
        };
        let is_new = tree.attribute(control, name).is_none();
        tree.set(control, name, if name == "aria-disabled" { "true" } else { "" });
        is_new
    })
}

/// It is not there any more, with or without the words before it; nor is what only leads to it.
pub fn removed(draft: &mut Draft, rng: &mut ChaCha8Rng) -> bool {
    let with_words = rng.random_bool(0.6);
    let done = each(draft, |tree, control| {
        if let Some(element) = label(tree, control)
            .and_then(|it| it.element)
            .filter(|_| with_words)
        {
            tree.detach(element);
        }
        tree.detach(control);
        true
    });
    if done {
        for frame in 0..draft.frames.len() {
            for way in draft.ways(frame) {
                draft.frames[frame].tree.detach(way);
            }
        }
        draft.right = Right::Gone;
    }
    done
}

fn each(draft: &mut Draft, mut change: impl FnMut(&mut Tree, NodeId) -> bool) -> bool {
    let Some((home, controls)) = draft.controls() else {
        return false;
    };
    let tree = &mut draft.frames[home].tree;
    let mut any = false;
    for control in controls {
        any |= change(tree, control);
    }
    any
}

/// Puts a new element in place of an old one and lets it take over these attributes.
fn replaced(tree: &mut Tree, old: NodeId, tag: &str, kept: &[&str]) -> NodeId {
    let attributes: Vec<(String, String)> = tree
        .attributes(old)
        .iter()
        .filter(|(name, _)| kept.contains(&name.as_str()))
        .cloned()
        .collect();
    let made = tree.element(tag, attributes);
    tree.replace(old, made);
    made
}

/// What a control shows in itself: a button its words, a box of choices the chosen one.
fn shown_text(tree: &Tree, control: NodeId) -> String {
    match tree.tag(control) {
        "input" => tree.attribute(control, "value").unwrap_or_default().to_owned(),
        "select" => {
            let options: Vec<NodeId> = tree
                .within(control)
                .into_iter()
                .filter(|&it| tree.tag(it) == "option")
                .collect();
            let chosen = options
                .iter()
                .find(|&&it| tree.attribute(it, "selected").is_some())
                .or(options.first());
            chosen.map(|&it| tree.text(it)).unwrap_or_default()
        }
        _ => tree.text(control),
    }
}
