//! Taking the snapshot: one row for every visible element that a target could mean.

use super::clickable::by_text;
use super::context::{container_ids, sections};
use super::label::label;
use super::name::called;
use super::options::{is_disabled, is_secret, options};
use super::role::role;
use super::visible::is_visible;
use super::{Element, Tree, attribute, folded};
use crate::locate::text::fold;
use crate::snapshot::{self, Snapshot};
use crate::target::Target;

/// Controls first: everything else on a page is text around them.
const CANDIDATES: &str = "input:not([type=hidden]), select, textarea, button, summary, a[href], \
    a[onclick], [role], [contenteditable], [tabindex], [onclick], [aria-label], h1, h2, h3, h4, h5, h6, \
    li:not(:has(a, button, input, select, textarea))";

/// What has to be read beyond the elements themselves, because some target states it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// Headings around each element.
    pub sections: bool,
    /// Controls beside each element.
    pub neighbours: bool,
    /// Folded names of things to click, looked for even where no markup says that something can be clicked.
    pub click_texts: Vec<String>,
}

impl Needs {
    /// What these targets ask for.
    #[must_use]
    pub fn of<'a>(targets: impl Iterator<Item = &'a Target>) -> Self {
        targets.fold(Self::default(), |mut needs, target| {
            needs.sections |= !target.section.is_empty();
            needs.neighbours |= !target.neighbours.is_empty();
            if target.role.as_deref() == Some("button") {
                needs
                    .click_texts
                    .extend(target.names.values().flatten().map(|name| fold(name)));
            }
            needs
        })
    }
}

/// A snapshot with the elements it was taken of.
#[derive(Clone)]
pub struct Reading<E> {
    /// The rows.
    pub snapshot: Snapshot,
    /// The element of each row.
    pub elements: Vec<E>,
}

impl<E> Default for Reading<E> {
    fn default() -> Self {
        Self {
            snapshot: Snapshot::default(),
            elements: Vec::new(),
        }
    }
}

/// Reads the trees of a frame, the document first. `own` is our own host. The snapshot's language is not among what is read.
#[must_use]
pub fn take<T: Tree>(trees: &[T], own: Option<&T::Element>, needs: &Needs) -> Reading<T::Element> {
    let mut reading = Reading::default();
    for tree in trees {
        let mut open: Vec<(usize, T::Element)> = Vec::new();
        for element in tree.query(CANDIDATES) {
            if own == Some(&element) || is_secret(&element) || !is_visible(&element) {
                continue;
            }
            while open.last().is_some_and(|(_, around)| !around.contains(&element)) {
                open.pop();
            }
            let inside = open.last().map(|(index, _)| *index);
            let Some(row) = describe(&element, inside, needs) else {
                continue;
            };
            open.push((reading.elements.len(), element.clone()));
            reading.snapshot.elements.push(row);
            reading.elements.push(element);
        }
    }
    if !needs.click_texts.is_empty() {
        add_clickable(trees, &mut reading, needs);
    }
    if needs.neighbours {
        add_neighbours(&mut reading.snapshot);
    }
    reading
}

fn describe(element: &impl Element, inside: Option<usize>, needs: &Needs) -> Option<snapshot::Element> {
    let role = role(element);
    if is_mere_structure(&role) {
        return None;
    }
    let classes = attribute(element, "class");
    Some(snapshot::Element {
        tag: element.tag(),
        kind: attribute(element, "type").to_ascii_lowercase(),
        name: called(element, &role),
        label: label(element, &role),
        id: attribute(element, "id"),
        name_attribute: attribute(element, "name"),
        classes: classes.split_ascii_whitespace().map(str::to_owned).collect(),
        title: folded(&attribute(element, "title"), 200),
        placeholder: folded(&attribute(element, "placeholder"), 200),
        href: element.address(),
        section: if needs.sections {
            sections(element)
        } else {
            Vec::new()
        },
        within_ids: container_ids(element),
        inside,
        neighbours: Vec::new(),
        options: options(element, &role),
        visible: true,
        disabled: is_disabled(element),
        role,
    })
}

/// Adds what can be clicked with one of the wanted texts on it and is no row yet, under that name.
fn add_clickable<T: Tree>(trees: &[T], reading: &mut Reading<T::Element>, needs: &Needs) {
    for (element, text) in trees.iter().flat_map(|tree| by_text(tree, &needs.click_texts)) {
        let known = reading
            .elements
            .iter()
            .any(|row| row.contains(&element) || element.contains(row));
        let row = (!known).then(|| describe(&element, None, needs)).flatten();
        if let Some(row) = row {
            reading.snapshot.elements.push(snapshot::Element {
                role: "generic".to_owned(),
                name: text,
                ..row
            });
            reading.elements.push(element);
        }
    }
}

/// Roles that never are a target: they only arrange what is.
fn is_mere_structure(role: &str) -> bool {
    matches!(
        role,
        "row"
            | "rowgroup"
            | "grid"
            | "table"
            | "main"
            | "banner"
            | "complementary"
            | "contentinfo"
            | "list"
            | "document"
            | "application"
            | "tabpanel"
            | "navigation"
            | "tree"
            | "toolbar"
            | "separator"
            | "tablist"
            | "region"
    )
}

fn add_neighbours(snapshot: &mut Snapshot) {
    let names: Vec<String> = snapshot.elements.iter().map(|e| e.name.clone()).collect();
    for (at, element) in snapshot.elements.iter_mut().enumerate() {
        let beside = [at.checked_sub(1), Some(at + 1)];
        let texts = beside.into_iter().flatten().filter_map(|index| names.get(index));
        element.neighbours = texts.filter(|name| !name.is_empty()).cloned().collect();
    }
}
