//! Small elements that recur.

use dominator::{Dom, events, html};
use waymark_core::view::Tone;
use web_sys::HtmlElement;

/// An element that holds nothing but a text; the class may be empty.
pub fn text(tag: &str, class: &str, text: &str) -> Dom {
    html!(tag, {
        .apply_if(!class.is_empty(), |dom| dom.class(class))
        .text(text)
    })
}

/// A button of this class.
pub fn button(class: &str, label: &str, pressed: impl FnMut() + 'static) -> Dom {
    pressable(&["button", class], label, "", Box::new(pressed))
}

/// A link in the text that does something; its name, for those who hear it, tells what it is about.
pub fn small(label: &str, about: &str, pressed: impl FnMut() + 'static) -> Dom {
    pressable(
        &["link"],
        label,
        &[label, ": ", about].concat(),
        Box::new(pressed),
    )
}

/// Compiled once, and not for each thing that a button does.
fn pressable(classes: &[&str], label: &str, name: &str, mut pressed: Box<dyn FnMut()>) -> Dom {
    html!("button", {
        .attr("type", "button")
        .apply(|dom| classes.iter().fold(dom, |dom, class| dom.class(*class)))
        .apply_if(!name.is_empty(), |dom| dom.attr("aria-label", name))
        .text(label)
        .event(move |_: events::Click| pressed())
    })
}

/// A notice with the colour of its tone.
pub fn notice(tone: &str, words: &str) -> Dom {
    html!("p", { .class(["notice", tone]) .text(words) })
}

/// The class of a tone.
pub fn tone(tone: Tone) -> &'static str {
    match tone {
        Tone::Good => "good",
        Tone::Note => "note",
        Tone::Warning => "warning",
        Tone::Wrong => "wrong",
    }
}

/// Unfolds or folds a `details`; the user may do the opposite afterwards.
pub fn unfold(details: &HtmlElement, open: bool) {
    // It fails only for a name that is no attribute's.
    let _unfolded = details.toggle_attribute_with_force("open", open);
}

/// A link that saves a text as a file, to where the browser puts downloads.
pub fn file(name: &str, kind: &str, content: &str, label: &str) -> Dom {
    let content = String::from(js_sys::encode_uri_component(content));
    html!("a", {
        .class("link")
        .attr("download", name)
        .attr("href", &["data:", kind, ";charset=utf-8,", &content].concat())
        .text(label)
    })
}
