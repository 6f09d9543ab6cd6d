//! Taking a picture of the frame: what core reads of it, and the trees it was read from.

use super::attribute;
use super::kept::Kept;
use super::live::{Labels, Live, live};
use super::roots::{Root, all_roots};
use super::seen::top_modal;
use js_sys::Array;
use std::cell::RefCell;
use waymark_core::read::again::read_again;
use waymark_core::read::rows::{Needs, Reader};
use waymark_core::snapshot::Snapshot;
use waymark_web::shadow::ShadowReach;
use web_sys::{Document, Element};

/// A snapshot with the elements it was taken of.
#[derive(Clone, Default)]
pub struct Picture {
    /// The rows. What turns out to be out of sight is marked in them.
    pub snapshot: RefCell<Snapshot>,
    /// The element of each row.
    pub elements: Vec<Live>,
    /// The trees that were read.
    pub roots: Vec<Root>,
    /// The modal dialog that makes all outside it inert.
    pub modal: Option<Element>,
    /// What changes of the page concern of it.
    kept: Option<(Kept, Labels, Needs)>,
}

/// Of more rows all is read, in parts between which the page goes on.
const MOST_ROWS: usize = 100;

impl Picture {
    /// Reads again what these mutation records concern. Answers whether the picture is current then; otherwise all has to be
    /// read.
    #[must_use]
    pub fn catch_up(&mut self, records: &Array) -> bool {
        let Some((kept, labels, needs)) = &self.kept else {
            return false;
        };
        let rows = kept.concerned(records).filter(|rows| rows.len() <= MOST_ROWS);
        let (elements, snapshot) = (&self.elements, self.snapshot.get_mut());
        rows.is_some_and(|rows| {
            labels.within(|| {
                rows.into_iter().all(|at| {
                    let at = at as usize;
                    let element = elements.get(at);
                    element.is_some_and(|element| read_again(element, at, snapshot, needs))
                })
            })
        })
    }
}

/// A picture without rows. `own` is our own host.
fn without_rows(document: &Document, reach: &ShadowReach, own: Option<&Element>) -> Picture {
    let mut picture = Picture {
        roots: all_roots(document, reach, own),
        ..Picture::default()
    };
    picture.snapshot.get_mut().language = document
        .document_element()
        .map(|html| attribute(&html, "lang"))
        .unwrap_or_default();
    picture
}

/// Reads the frame at once. `own` is our own host.
#[must_use]
pub fn take(document: &Document, reach: &ShadowReach, own: Option<&Element>, needs: &Needs) -> Picture {
    let mut taking = Taking::begin(document, reach, own, Some(needs.clone()));
    taking.advance(f64::INFINITY);
    taking.finish()
}

/// A picture that is being taken, a part at a time.
pub struct Taking {
    picture: Picture,
    labels: Labels,
    /// None where nothing is looked for.
    reader: Option<(Reader<Live>, Needs)>,
    is_read: bool,
}

/// What cannot be done in parts, finding the trees or the places of labels, may take so many milliseconds.
const ROOM: f64 = 8.0;

impl Taking {
    /// Finds the trees. `own` is our own host; without `needs` there will be no rows.
    #[must_use]
    pub fn begin(
        document: &Document,
        reach: &ShadowReach,
        own: Option<&Element>,
        needs: Option<Needs>,
    ) -> Self {
        let picture = without_rows(document, reach, own);
        Self {
            labels: Labels::new(&picture.roots),
            picture,
            reader: needs.map(|needs| (Reader::new(own.map(live).cloned(), needs.clone()), needs)),
            is_read: false,
        }
    }

    /// Reads on until all is read, or until then (milliseconds since 1970). Answers whether it can be finished now.
    pub fn advance(&mut self, until: f64) -> bool {
        if self.is_read {
            return true;
        }
        let roots = &self.picture.roots;
        let reader = self.reader.as_mut();
        let goes_on = || js_sys::Date::now() < until;
        self.is_read = self
            .labels
            .within(|| reader.is_none_or(|(reader, _)| reader.advance(roots, goes_on)));
        self.is_read && has_room(until)
    }

    /// The picture, once all is read.
    #[must_use]
    pub fn finish(mut self) -> Picture {
        self.picture.modal = top_modal(&self.picture.roots);
        if let Some((reader, needs)) = self.reader {
            let reading = reader.into_reading();
            let kept = Kept::new(&reading, &self.picture.roots, &self.labels, &needs);
            self.picture.kept = kept.map(|kept| (kept, self.labels, needs));
            self.picture.snapshot.get_mut().elements = reading.snapshot.elements;
            self.picture.elements = reading.elements;
        }
        self.picture
    }
}

/// There is time until then (milliseconds since 1970) for what cannot be done in parts.
#[must_use]
pub fn has_room(until: f64) -> bool {
    js_sys::Date::now() + ROOM < until
}
