//! What stands around the element that is being read, kept from one element to the next: most have most of it in common.

use super::context::{Heading, group_name, heads_only};
use super::visible::is_silent;
use super::{Element, attribute};
use std::rc::Rc;

/// So many elements farther out sections are looked for.
const LEVELS: usize = 14;
const MOST_SECTIONS: usize = 3;
const MOST_IDS: usize = 12;
/// Most elements around say nothing of themselves; these may.
const SAYING: &str = "[id], [role], [aria-hidden], [inert], body, form, dialog, section, article, aside, nav";
const PARTS: &str = "form, dialog, section, article, aside, nav, [role=form], [role=dialog], [role=alertdialog], \
    [role=region], [role=navigation], [role=complementary], [role=article]";

/// An element around the one that is being read.
struct Around<E> {
    element: E,
    /// Its row, where it has one.
    row: Option<usize>,
    id: String,
    is_body: bool,
    /// Assistive technology is told to skip it, or it cannot be used.
    is_silent: bool,
    /// It is a part of the page by itself.
    is_part: bool,
    group: String,
    heading: Option<Heads<E>>,
}

/// The last heading in an element so far.
struct Heads<E> {
    heading: Rc<Heading<E>>,
    /// What holds it among the children of the element.
    branch: E,
    /// That is nothing but a heading; `None` until somebody asks.
    alone: Option<bool>,
}

/// All that stands around an element in its tree, the outermost first, and the way on out of that tree.
pub(super) struct Surroundings<E> {
    around: Vec<Around<E>>,
    /// Around the host, from the inside: ids and sections. The same for the whole tree.
    host_ids: Vec<String>,
    host_sections: Vec<String>,
    host_is_silent: bool,
    host_part: Option<E>,
}

impl<E: Element> Surroundings<E> {
    /// Of a document.
    pub(super) fn new() -> Self {
        Self {
            around: Vec::new(),
            host_ids: Vec::new(),
            host_sections: Vec::new(),
            host_is_silent: false,
            host_part: None,
        }
    }

    /// Goes on to this element, which comes after the last one in the tree.
    pub(super) fn enter(&mut self, element: &E) {
        while self
            .around
            .last()
            .is_some_and(|last| !last.element.contains(element))
        {
            self.around.pop();
        }
        let known = self.around.last().map(|last| last.element.clone());
        let outwards = std::iter::successors(element.parent_element(), E::parent_element);
        let new: Vec<E> = outwards
            .take_while(|around| Some(around) != known.as_ref())
            .collect();
        for around in new.into_iter().rev() {
            self.push(around);
        }
    }

    fn push(&mut self, element: E) {
        // Most elements around say nothing: to ask for all of it at once saves most of the questions.
        let says = element.matches(SAYING);
        let is_silent = self.is_silent() || (says && is_silent(&element));
        let (id, group) = if says {
            (attribute(&element, "id"), group_name(&element))
        } else {
            (String::new(), String::new())
        };
        self.around.push(Around {
            row: None,
            id,
            is_body: says && element.tag() == "body",
            is_silent,
            is_part: says && element.matches(PARTS),
            group,
            heading: None,
            element,
        });
    }

    /// The element just entered has this row: what comes next may stand in it.
    pub(super) fn add_row(&mut self, element: E, row: usize) {
        if element.first_element().is_none() {
            return;
        }
        self.push(element);
        if let Some(last) = self.around.last_mut() {
            last.row = Some(row);
        }
    }

    /// The element just entered is a heading.
    pub(super) fn add_heading(&mut self, heading: Heading<E>) {
        let heading = Rc::new(heading);
        let mut branch = heading.element.clone();
        for around in self.around.iter_mut().rev() {
            let inner = std::mem::replace(&mut branch, around.element.clone());
            around.heading = Some(Heads {
                heading: heading.clone(),
                branch: inner,
                alone: None,
            });
        }
    }

    /// Something around it is hidden from assistive technology.
    pub(super) fn is_silent(&self) -> bool {
        self.around
            .last()
            .map_or(self.host_is_silent, |last| last.is_silent)
    }

    /// The part of the page that it stands in.
    pub(super) fn part(&self) -> Option<&E> {
        let own = self.around.iter().rev().find(|around| around.is_part);
        own.map(|around| &around.element).or(self.host_part.as_ref())
    }

    /// The nearest row around.
    pub(super) fn row(&self) -> Option<usize> {
        self.around.iter().rev().find_map(|around| around.row)
    }

    /// Ids of the elements around, nearest first, at most twelve.
    pub(super) fn ids(&self) -> Vec<String> {
        let own = self
            .around
            .iter()
            .rev()
            .map(|around| &around.id)
            .filter(|id| !id.is_empty());
        own.chain(&self.host_ids).take(MOST_IDS).cloned().collect()
    }

    /// Headings, legends and names of groups around, nearest first, at most three.
    pub(super) fn sections(&mut self) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        let mut open = true;
        let mut inner: Option<E> = None;
        for around in self.around.iter_mut().rev().take(LEVELS) {
            if found.len() == MOST_SECTIONS || (around.is_body && !found.is_empty()) {
                return found;
            }
            add(&around.group, &mut found);
            if let Some(heads) = around.heading.as_mut().filter(|_| open) {
                let alone = || heads_only(&heads.branch);
                if inner.as_ref() == Some(&heads.branch) || *heads.alone.get_or_insert_with(alone) {
                    add(&heads.heading.text, &mut found);
                    // Farther out it is the same one.
                    open = false;
                }
            }
            inner = Some(around.element.clone());
        }
        for text in &self.host_sections {
            add(text, &mut found);
        }
        found
    }

    /// Begins a tree anew: that of a shadow root where its host is given, which stands in one that was read before.
    pub(super) fn of_host(host: &E) -> Self {
        let mut outside = Self::around_element(host);
        outside.push(host.clone());
        Self {
            around: Vec::new(),
            host_ids: outside.ids(),
            host_sections: outside.sections(),
            host_is_silent: outside.is_silent(),
            host_part: outside.part().cloned(),
        }
    }

    /// Around any element, read for it alone.
    pub(super) fn around_element(element: &E) -> Self {
        let outermost = std::iter::successors(Some(element.clone()), E::parent_element).last();
        let host = outermost.as_ref().and_then(E::parent);
        let mut surroundings = host.map_or_else(Self::new, |host| Self::of_host(&host));
        let headings = outermost
            .iter()
            .flat_map(|outermost| outermost.query(super::context::HEADINGS));
        if let Some(last) = headings.take_while(|heading| heading.precedes(element)).last() {
            surroundings.enter(&last);
            surroundings.add_heading(Heading::of(last));
        }
        surroundings.enter(element);
        surroundings
    }
}

fn add(text: &str, found: &mut Vec<String>) {
    if !text.is_empty() && found.len() < MOST_SECTIONS && !found.iter().any(|known| known == text) {
        found.push(text.to_owned());
    }
}
