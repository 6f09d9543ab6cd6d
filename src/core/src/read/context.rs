//! What stands around a control: its section's heading and the ids of its containers.

use super::name::text_of;
use super::{Element, attribute, folded};

/// What heads a part of a page.
pub(super) const HEADINGS: &str = "h1, h2, h3, h4, h5, h6, legend, [role=heading], .pbSubheader";
const FIELDS: &str = "input:not([type=hidden]), select, textarea, button";

/// A heading with its text.
pub(super) struct Heading<E> {
    element: E,
    text: String,
}

impl<E: Element> Heading<E> {
    pub(super) fn of(element: E) -> Self {
        Self {
            text: folded(&text_of(&element), 120),
            element,
        }
    }
}

/// Headings, legends and names of groups around an element, nearest first, at most three. `last` is the last heading before
/// the element in its tree: what is around both has no later one, and all else around has none before the element.
pub(super) fn sections<E: Element>(element: &E, last: Option<&Heading<E>>) -> Vec<String> {
    let mut sections = Sections {
        found: Vec::new(),
        levels: 14,
    };
    let outermost = sections.within_tree(element, last);
    let mut host = outermost.and_then(|outermost| outermost.parent());
    while let Some(inner) = host {
        // In the tree of a host its shadow root's contents stand where the host does.
        sections.add(&group_name(&inner));
        let last = last_before(&inner);
        let outermost = sections.within_tree(&inner, last.as_ref());
        host = outermost.and_then(|outermost| outermost.parent());
    }
    sections.found
}

struct Sections {
    found: Vec<String>,
    /// So many elements farther out are looked at.
    levels: usize,
}

impl Sections {
    fn add(&mut self, text: &str) {
        if !text.is_empty() && self.found.len() < 3 && !self.found.iter().any(|known| known == text) {
            self.found.push(text.to_owned());
        }
    }

    /// Looks around an element in its tree; answers the outermost one where more is to be looked for out of it.
    fn within_tree<E: Element>(&mut self, element: &E, last: Option<&Heading<E>>) -> Option<E> {
        let mut last = last;
        let mut outermost = element.clone();
        while let Some(around) = outermost.parent_element() {
            if self.levels == 0 || self.found.len() == 3 || (around.tag() == "body" && !self.found.is_empty())
            {
                return None;
            }
            self.levels -= 1;
            self.add(&group_name(&around));
            let heading = last.filter(|heading| around.contains(&heading.element));
            if let Some(heading) = heading.filter(|heading| heads(&heading.element, &around, element)) {
                self.add(&heading.text);
                // Farther out it is the same one.
                last = None;
            }
            outermost = around;
        }
        (self.levels > 0 && self.found.len() < 3).then_some(outermost)
    }
}

/// The last heading before an element in its tree.
pub(super) fn last_before<E: Element>(element: &E) -> Option<Heading<E>> {
    let outermost = std::iter::successors(Some(element.clone()), E::parent_element).last()?;
    let headings = outermost.query(HEADINGS);
    let last = headings.take_while(|heading| heading.precedes(element)).last();
    last.map(Heading::of)
}

fn group_name(around: &impl Element) -> String {
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

/// The heading's branch below `around` holds the element itself, or is nothing but a heading.
fn heads<E: Element>(heading: &E, around: &E, element: &E) -> bool {
    let mut branch = heading.clone();
    while let Some(up) = branch.parent_element() {
        if up == *around {
            break;
        }
        branch = up;
    }
    branch.contains(element) || branch.first(FIELDS).is_none()
}

/// Ids of the elements around, nearest first, at most twelve.
#[must_use]
pub fn container_ids(element: &impl Element) -> Vec<String> {
    let mut ids = Vec::new();
    let mut at = element.parent();
    while let Some(around) = at {
        let id = attribute(&around, "id");
        if !id.is_empty() {
            ids.push(id);
        }
        if ids.len() == 12 {
            break;
        }
        at = around.parent();
    }
    ids
}
