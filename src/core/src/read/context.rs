//! What heads a part of a page: headings, legends, names of groups.

use super::name::text_of;
use super::{Element, attribute, folded};

/// What heads a part of a page.
pub const HEADINGS: &str = "h1, h2, h3, h4, h5, h6, legend, [role=heading], .pbSubheader";
const FIELDS: &str = "input:not([type=hidden]), select, textarea, button";

/// A heading with its text.
pub(super) struct Heading<E> {
    pub element: E,
    pub text: String,
}

impl<E: Element> Heading<E> {
    pub(super) fn of(element: E) -> Self {
        Self {
            text: folded(&text_of(&element), 120),
            element,
        }
    }
}

/// The name of a group, as a part of a page; empty for what is none or has none.
pub(super) fn group_name(around: &impl Element) -> String {
    let role = attribute(around, "role");
    if !matches!(
        role.as_str(),
        "group" | "region" | "dialog" | "form" | "radiogroup" | "tabpanel"
    ) {
        return String::new();
    }
    let label = attribute(around, "aria-label");
    let reference = attribute(around, "aria-labelledby");
    if label.is_empty() && !reference.is_empty() {
        let named = reference
            .split_ascii_whitespace()
            .next()
            .and_then(|id| around.by_id(id));
        return named
            .map(|named| folded(&text_of(&named), 120))
            .unwrap_or_default();
    }
    folded(&label, 120)
}

/// A heading's branch below what is around is nothing but a heading, and so heads what follows.
pub(super) fn heads_only(branch: &impl Element) -> bool {
    branch.first(FIELDS).is_none()
}
