//! Whether a person sees an element. Only the element itself counts: Lightning's `body` has height 0 (Salesforce fact §3).

use super::{Element, attribute};

/// A person can see it, and assistive technology is not told to skip it. A radio button or check box that a site hides
/// behind its styled label is as visible as that label.
#[must_use]
pub fn is_visible(element: &impl Element) -> bool {
    element.closest("[aria-hidden=true], [inert]").is_none() && is_shown(element)
}

/// Assistive technology is told to skip it.
pub(super) fn is_silent(element: &impl Element) -> bool {
    element.matches("[aria-hidden=true], [inert]")
}

/// A person can see it, were it not for what is told to assistive technology around it.
pub(super) fn is_shown(element: &impl Element) -> bool {
    if element.is_rendered() && element.has_area() {
        return true;
    }
    is_ticked_by_label(element)
        && element
            .labels()
            .any(|label| label.is_rendered() && label.has_area())
}

fn is_ticked_by_label(element: &impl Element) -> bool {
    element.tag() == "input" && matches!(attribute(element, "type").as_str(), "radio" | "checkbox")
}
