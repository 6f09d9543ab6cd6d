//! Things to click that nothing in their markup tells of: only the pointer changes over them.

use super::visible::is_visible;
use super::{Element, Tree, folded};
use crate::locate::text::{Likeness, Text};

/// Elements that commonly hold a text of their own, without anything inside.
const TEXTS: &str = ":is(div, span, b, strong, p, small, td, label, h2, h3, h4):not(:has(*))";

/// What is looked for: texts on things to click, and labels before boxes that open something.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Clickable {
    /// Texts on them.
    pub texts: Vec<Text>,
    /// Texts before them.
    pub labels: Vec<Text>,
}

impl Clickable {
    /// All texts.
    pub fn all(&self) -> impl Iterator<Item = &Text> {
        self.texts.iter().chain(&self.labels)
    }

    /// The elements that people can click with one of the texts on them, each with the text, and those right after one of the labels,
    /// each with nothing.
    #[must_use]
    pub fn find<E: Element>(&self, tree: &impl Tree<Element = E>) -> Vec<(E, String)> {
        tree.query(TEXTS)
            .filter_map(|element| {
                let text = folded(&element.text_content(), 200);
                let seen = Text::new(&text);
                let is_among =
                    |known: &[Text]| known.iter().any(|it| it.likeness(&seen) >= Likeness::Decorated);
                let on_it = || {
                    is_among(&self.texts)
                        .then(|| outermost_with_pointer(&element))
                        .flatten()
                };
                let (clickable, name) = match on_it() {
                    Some(clickable) => (clickable, text),
                    None => (
                        is_among(&self.labels).then(|| after(&element)).flatten()?,
                        String::new(),
                    ),
                };
                is_visible(&clickable).then_some((clickable, name))
            })
            .collect()
    }
}

/// The first element with the pointer over it that comes after a label, of those that stand in its row.
fn after<E: Element>(label: &E) -> Option<E> {
    let mut beside = std::iter::successors(label.next_element(), E::next_element);
    beside.find_map(|next| {
        let mut all = std::iter::once(next.clone()).chain(next.query("*"));
        all.find(E::has_pointer)
    })
}

/// The pointer is inherited: the outermost element that has it is the one that takes the click.
fn outermost_with_pointer<E: Element>(element: &E) -> Option<E> {
    let mut outermost = element.has_pointer().then(|| element.clone())?;
    while let Some(around) = outermost.parent().filter(E::has_pointer) {
        outermost = around;
    }
    Some(outermost)
}
