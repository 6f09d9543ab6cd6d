//! Things to click that nothing in their markup tells of: only the pointer changes over them.

use super::roots::{Root, parent};
use super::visible::is_visible;
use super::{elements, folded};
use waymark_core::locate::text::fold;
use web_sys::Element;

/// Elements that commonly hold a text of their own, without anything inside.
const TEXTS: &str = ":is(div, span, b, strong, p, small, td, h2, h3, h4):not(:has(*))";

/// The elements that people can click with one of these texts on them, each with the text. `wanted` is folded.
#[must_use]
pub fn by_text(root: &Root, wanted: &[String]) -> Vec<(Element, String)> {
    let Some(texts) = root.query(TEXTS) else {
        return Vec::new();
    };
    elements(&texts)
        .filter_map(|element| {
            let text = folded(&element.text_content().unwrap_or_default(), 200);
            let is_wanted = !text.is_empty() && wanted.contains(&fold(&text));
            let clickable = is_wanted.then(|| outermost_with_pointer(&element)).flatten()?;
            is_visible(&clickable).then_some((clickable, text))
        })
        .collect()
}

/// The pointer is inherited: the outermost element that has it is the one that takes the click.
fn outermost_with_pointer(element: &Element) -> Option<Element> {
    let mut outermost = has_pointer(element).then(|| element.clone())?;
    while let Some(around) = parent(&outermost).filter(has_pointer) {
        outermost = around;
    }
    Some(outermost)
}

fn has_pointer(element: &Element) -> bool {
    web_sys::window()
        .and_then(|window| window.get_computed_style(element).ok().flatten())
        .and_then(|style| style.get_property_value("cursor").ok())
        .is_some_and(|cursor| cursor == "pointer")
}
