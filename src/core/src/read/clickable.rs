//! Things to click that nothing in their markup tells of: only the pointer changes over them.

use super::visible::is_visible;
use super::{Element, Tree, folded};
use crate::locate::text::{Likeness, Text};

/// Elements that commonly hold a text of their own, without anything inside.
const TEXTS: &str = ":is(div, span, b, strong, p, small, td, h2, h3, h4):not(:has(*))";

/// The elements that people can click with one of these texts on them, each with the text.
#[must_use]
pub fn by_text<E: Element>(tree: &impl Tree<Element = E>, wanted: &[Text]) -> Vec<(E, String)> {
    tree.query(TEXTS)
        .filter_map(|element| {
            let text = folded(&element.text_content(), 200);
            let seen = Text::new(&text);
            let is_wanted = wanted
                .iter()
                .any(|known| known.likeness(&seen) >= Likeness::Decorated);
            let clickable = is_wanted.then(|| outermost_with_pointer(&element)).flatten()?;
            is_visible(&clickable).then_some((clickable, text))
        })
        .collect()
}

/// The pointer is inherited: the outermost element that has it is the one that takes the click.
fn outermost_with_pointer<E: Element>(element: &E) -> Option<E> {
    let mut outermost = element.has_pointer().then(|| element.clone())?;
    while let Some(around) = outermost.parent().filter(E::has_pointer) {
        outermost = around;
    }
    Some(outermost)
}
