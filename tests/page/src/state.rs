//! How an element looks, from the browser's own style sheet, its `style` attribute and the words of `data-state`.

use crate::element::Element;
use scraper::ElementRef;
use waymark_core::read::Element as _;

/// An element's word of `data-state` is there.
fn says(element: &ElementRef<'_>, word: &str) -> bool {
    element
        .attr("data-state")
        .is_some_and(|state| state.split_ascii_whitespace().any(|own| own == word))
}

/// The value of a property in the `style` attribute, in lower case.
fn style(element: &ElementRef<'_>, property: &str) -> Option<String> {
    let declarations = element.attr("style")?.split(';');
    let mut values = declarations.filter_map(|declaration| {
        let (name, value) = declaration.split_once(':')?;
        let value = value.trim().trim_end_matches("!important").trim_end();
        (name.trim().eq_ignore_ascii_case(property)).then(|| value.to_ascii_lowercase())
    });
    values.next_back()
}

/// It and everything around it is displayed, and the nearest word on visibility is not that it is hidden.
pub(crate) fn is_rendered(element: &Element<'_>) -> bool {
    let mut visibility = None;
    let mut at = Some(*element);
    while let Some(current) = at {
        let node = &current.node;
        if !is_displayed(node) {
            return false;
        }
        if visibility.is_none() {
            visibility = stated_visibility(node);
        }
        at = current.parent();
    }
    visibility.unwrap_or(true)
}

fn stated_visibility(node: &ElementRef<'_>) -> Option<bool> {
    if says(node, "shown") {
        return Some(true);
    }
    if says(node, "invisible") {
        return Some(false);
    }
    style(node, "visibility").map(|value| value == "visible")
}

fn is_displayed(node: &ElementRef<'_>) -> bool {
    if says(node, "hidden") {
        return false;
    }
    if says(node, "shown") {
        return true;
    }
    match style(node, "display") {
        Some(display) => display != "none" && !is_folded_away(node),
        None => !(node.attr("hidden").is_some() || is_undisplayed_by_default(node) || is_folded_away(node)),
    }
}

fn is_undisplayed_by_default(node: &ElementRef<'_>) -> bool {
    match node.value().name() {
        "head" | "script" | "style" | "title" | "meta" | "link" | "base" | "noscript" | "datalist"
        | "param" | "rp" | "area" => true,
        "dialog" => node.attr("open").is_none(),
        "input" => node
            .attr("type")
            .is_some_and(|kind| kind.eq_ignore_ascii_case("hidden")),
        _ => node.attr("popover").is_some(),
    }
}

/// It stands in a `<details>` that is closed and is not its summary.
fn is_folded_away(node: &ElementRef<'_>) -> bool {
    let around = node.parent().and_then(ElementRef::wrap);
    around.is_some_and(|around| {
        let summary = around
            .child_elements()
            .find(|child| child.value().name() == "summary");
        around.value().name() == "details"
            && around.attr("open").is_none()
            && summary.is_none_or(|summary| summary.id() != node.id())
    })
}

/// It holds a text, an image or a control, or says that it has an area.
pub(crate) fn has_area(element: &Element<'_>) -> bool {
    let node = &element.node;
    if says(node, "no-area") {
        return false;
    }
    says(node, "area") || (element.is_rendered() && fills_a_box(node))
}

fn fills_a_box(node: &ElementRef<'_>) -> bool {
    if is_box(node.value().name()) || has_size(node) {
        return true;
    }
    node.children().any(|child| match ElementRef::wrap(child) {
        Some(inner) => {
            !says(&inner, "no-area") && is_displayed(&inner) && (says(&inner, "area") || fills_a_box(&inner))
        }
        None => child
            .value()
            .as_text()
            .is_some_and(|text| !text.trim().is_empty()),
    })
}

/// Something that is drawn without a text in it.
fn is_box(name: &str) -> bool {
    matches!(
        name,
        "input"
            | "select"
            | "textarea"
            | "button"
            | "img"
            | "svg"
            | "canvas"
            | "video"
            | "iframe"
            | "embed"
            | "object"
            | "progress"
            | "meter"
    )
}

/// Its style gives it a width and a height.
fn has_size(node: &ElementRef<'_>) -> bool {
    ["width", "height"].iter().all(|side| {
        let value = style(node, side).unwrap_or_default();
        let pixels = value.trim_end_matches("px").parse::<f64>();
        pixels.is_ok_and(|pixels| pixels > 1.5)
    })
}

/// It flows with the text around it.
pub(crate) fn is_inline(element: &Element<'_>) -> bool {
    let node = &element.node;
    if says(node, "inline") {
        return true;
    }
    if says(node, "block") || !is_displayed(node) {
        return false;
    }
    let parts_lines = |around: Element| {
        let display = style(&around.node, "display").unwrap_or_default();
        display.ends_with("flex") || display.ends_with("grid")
    };
    if element.parent().is_some_and(parts_lines) {
        return false;
    }
    match style(node, "display") {
        Some(display) => display.starts_with("inline") || display == "contents",
        None => !is_block(node.value().name()),
    }
}

/// The elements that browsers do not display inline.
fn is_block(name: &str) -> bool {
    const BLOCKS: &str = " address article aside blockquote body caption center col colgroup dd details dialog dir div dl \
        dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main \
        menu nav ol optgroup option p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp ";
    BLOCKS.split(' ').any(|block| block == name)
}

/// The nearest word on the pointer is that it is a hand; it is inherited.
pub(crate) fn has_pointer(element: &Element<'_>) -> bool {
    let mut at = Some(*element);
    while let Some(current) = at {
        if let Some(pointer) = stated_pointer(&current.node) {
            return pointer;
        }
        at = current.parent();
    }
    false
}

fn stated_pointer(node: &ElementRef<'_>) -> Option<bool> {
    if says(node, "pointer") {
        return Some(true);
    }
    if says(node, "no-pointer") {
        return Some(false);
    }
    if let Some(cursor) = style(node, "cursor") {
        return (cursor != "inherit").then_some(cursor == "pointer");
    }
    match node.value().name() {
        "a" | "area" => node.attr("href").map(|_| true),
        "button" | "input" | "select" | "textarea" | "label" => Some(false),
        _ => None,
    }
}
