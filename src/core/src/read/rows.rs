//! Taking the snapshot: one row for every visible element that a target could mean.

use super::around::Surroundings;
use super::clickable::Clickable;
use super::context::{HEADINGS, Heading};
use super::label::label;
use super::name::called;
use super::options::{is_disabled, is_secret, options};
use super::role::role;
use super::visible::{is_shown, is_silent};
use super::{Element, Tree, attribute, folded};
use crate::locate::text::Text;
use crate::snapshot::{self, Snapshot};
use crate::target::Target;

/// The selector of what a target could mean, and of what these further selectors match. That the many elements that hold a page
/// together say nothing of themselves is asked first: a browser looks through 20,000 elements in half the time then.
macro_rules! candidates {
    ($($further:literal)?) => {
        concat!(
            ":not(:is(p, td, tr, tbody, table, div, span, b, option):not(", marks!($($further)?), ")):is(\
            input:not([type=hidden]), select, textarea, button, summary, a[href], h1, h2, h3, h4, h5, h6, \
            li:not(:has(a, button, input, select, textarea)), ", marks!($($further)?), ")"
        )
    };
}

/// Whatever the tag, this makes a control of it.
macro_rules! marks {
    ($($further:literal)?) => {
        concat!("[role], [contenteditable], [tabindex], [onclick], [aria-label]" $(, ", ", $further)?)
    };
}

/// Controls first: everything else on a page is text around them.
pub(super) const CANDIDATES: &str = candidates!();

/// The same with what only heads a part of the page: all that is read one by one.
pub const CANDIDATES_AND_HEADINGS: &str = candidates!("legend, .pbSubheader");

/// What has to be read beyond the elements themselves, because some target states it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// Headings around each element.
    pub sections: bool,
    /// Controls beside each element.
    pub neighbours: bool,
    /// Things to click, looked for even where no markup says that something can be clicked.
    pub clickable: Clickable,
}

impl Needs {
    /// What these targets ask for.
    #[must_use]
    pub fn of<'a>(targets: impl Iterator<Item = &'a Target>) -> Self {
        targets.fold(Self::default(), |mut needs, target| {
            needs.sections |= !target.section.is_empty();
            needs.neighbours |= !target.neighbours.is_empty();
            let wanted = match target.role.as_deref() {
                Some("button") => &mut needs.clickable.texts,
                Some("combobox" | "switch") => &mut needs.clickable.labels,
                _ => return needs,
            };
            wanted.extend(target.names.values().flatten().map(|name| Text::new(name)));
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
    /// What was come by and has no row: hidden, secret, or of a kind that is no target.
    pub others: Vec<E>,
}

impl<E> Default for Reading<E> {
    fn default() -> Self {
        Self {
            snapshot: Snapshot::default(),
            elements: Vec::new(),
            others: Vec::new(),
        }
    }
}

/// Reads the trees of a frame, the document first. `own` is our own host. The snapshot's language is not among what is read.
#[must_use]
pub fn take<T: Tree>(trees: &[T], own: Option<&T::Element>, needs: &Needs) -> Reading<T::Element> {
    let mut reader = Reader::new(own.cloned(), needs.clone());
    while !reader.advance(trees, || true) {}
    reader.reading
}

/// Reads the trees of a frame a part at a time.
pub struct Reader<E> {
    own: Option<E>,
    needs: Needs,
    /// Trees whose candidates are known already.
    begun: usize,
    /// The candidates of the last of these that are still to be read.
    waiting: std::vec::IntoIter<E>,
    surroundings: Surroundings<E>,
    /// The parts of the page that rows stand in, by their numbers.
    parts: Vec<E>,
    reading: Reading<E>,
}

impl<E: Element> Reader<E> {
    /// Begins to read. `own` is our own host.
    #[must_use]
    pub fn new(own: Option<E>, needs: Needs) -> Self {
        Self {
            own,
            needs,
            begun: 0,
            waiting: Vec::new().into_iter(),
            surroundings: Surroundings::new(),
            parts: Vec::new(),
            reading: Reading::default(),
        }
    }

    /// Reads on, always from the same trees, until all is read or `goes_on` says no, which is asked after each element. Answers
    /// whether all is read.
    pub fn advance<T: Tree<Element = E>>(&mut self, trees: &[T], mut goes_on: impl FnMut() -> bool) -> bool {
        loop {
            if let Some(element) = self.waiting.next() {
                self.read(element);
            } else if let Some(tree) = trees.get(self.begun) {
                self.begun += 1;
                let asked = if self.needs.sections {
                    CANDIDATES_AND_HEADINGS
                } else {
                    CANDIDATES
                };
                let host = tree.host();
                self.surroundings = host.map_or_else(Surroundings::new, |host| Surroundings::of_host(&host));
                self.waiting = tree.query(asked).collect::<Vec<E>>().into_iter();
            } else {
                self.complete(trees);
                return true;
            }
            if !goes_on() {
                return false;
            }
        }
    }

    /// What was read, once all is.
    #[must_use]
    pub fn into_reading(self) -> Reading<E> {
        self.reading
    }

    fn read(&mut self, element: E) {
        self.surroundings.enter(&element);
        let heads = self.needs.sections && element.matches(HEADINGS);
        let wanted = (!heads || element.matches(CANDIDATES)) && self.is_wanted(&element);
        if !(wanted && self.add(&element)) {
            self.reading.others.push(element.clone());
        }
        if heads {
            self.surroundings.add_heading(Heading::of(element));
        }
    }

    fn is_wanted(&self, element: &E) -> bool {
        self.own.as_ref() != Some(element)
            && !self.surroundings.is_silent()
            && !is_silent(element)
            && !is_secret(element)
            && is_shown(element)
    }

    /// Answers whether it is a row.
    fn add(&mut self, element: &E) -> bool {
        let Some(mut row) = describe(element, &mut self.surroundings, &mut self.parts, &self.needs) else {
            return false;
        };
        row.tree = self.begun;
        self.surroundings
            .add_row(element.clone(), self.reading.elements.len());
        self.reading.snapshot.elements.push(row);
        self.reading.elements.push(element.clone());
        true
    }

    fn complete<T: Tree<Element = E>>(&mut self, trees: &[T]) {
        if self.needs.clickable.all().next().is_some() {
            self.add_clickable(trees);
        }
        if self.needs.neighbours {
            let elements = &mut self.reading.snapshot.elements;
            for at in 0..elements.len() {
                set_neighbours(elements, at);
            }
        }
    }

    /// Adds what can be clicked with one of the wanted texts on it or before it and is no row yet, under that name
    /// or none.
    fn add_clickable<T: Tree<Element = E>>(&mut self, trees: &[T]) {
        let wanted = &self.needs.clickable;
        let reading = &mut self.reading;
        for (element, text) in trees.iter().flat_map(|tree| wanted.find(tree)) {
            let known = reading
                .elements
                .iter()
                .any(|row| row.contains(&element) || element.contains(row));
            if known {
                continue;
            }
            let mut surroundings = Surroundings::around_element(&element);
            let Some(row) = describe(&element, &mut surroundings, &mut self.parts, &self.needs) else {
                continue;
            };
            reading.snapshot.elements.push(snapshot::Element {
                role: "generic".to_owned(),
                name: text,
                ..row
            });
            reading.elements.push(element);
        }
    }
}

/// A row, but for its neighbours.
pub(super) fn describe<E: Element>(
    element: &E,
    surroundings: &mut Surroundings<E>,
    parts: &mut Vec<E>,
    needs: &Needs,
) -> Option<snapshot::Element> {
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
            surroundings.sections()
        } else {
            Vec::new()
        },
        within_ids: surroundings.ids(),
        inside: surroundings.row(),
        tree: 0,
        part: surroundings.part().map(|part| number_of(part, parts)),
        neighbours: Vec::new(),
        options: options(element, &role),
        visible: true,
        compared: snapshot::Compared::default(),
        disabled: is_disabled(element),
        expanded: element.attribute("aria-expanded").map(|is| is == "true"),
        role,
    })
}

fn number_of<E: Element>(part: &E, parts: &mut Vec<E>) -> usize {
    let known = parts.iter().rposition(|it| it == part);
    known.unwrap_or_else(|| {
        parts.push(part.clone());
        parts.len() - 1
    })
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

/// Names the controls right beside this one.
pub(super) fn set_neighbours(elements: &mut [snapshot::Element], at: usize) {
    let beside = [at.checked_sub(1), at.checked_add(1)];
    let rows = beside
        .into_iter()
        .flatten()
        .filter_map(|beside| elements.get(beside));
    let names = rows.map(|row| row.name.clone()).filter(|name| !name.is_empty());
    let names = names.collect();
    if let Some(element) = elements.get_mut(at) {
        element.neighbours = names;
    }
}
