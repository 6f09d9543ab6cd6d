//! Taking a picture of the frame: what core reads of it, and the trees it was read from.

use super::attribute;
use super::live::{Live, live};
use super::roots::{Root, all_roots};
use waymark_core::read::rows::{self, Needs};
use waymark_core::snapshot::Snapshot;
use waymark_web::shadow::ShadowReach;
use web_sys::{Document, Element};

/// A snapshot with the elements it was taken of.
#[derive(Clone, Default)]
pub struct Picture {
    /// The rows.
    pub snapshot: Snapshot,
    /// The element of each row.
    pub elements: Vec<Live>,
    /// The trees that were read.
    pub roots: Vec<Root>,
}

/// A picture without rows, where nothing is looked for. `own` is our own host.
#[must_use]
pub fn without_rows(document: &Document, reach: &ShadowReach, own: Option<&Element>) -> Picture {
    let mut picture = Picture {
        roots: all_roots(document, reach, own),
        ..Picture::default()
    };
    picture.snapshot.language = document
        .document_element()
        .map(|html| attribute(&html, "lang"))
        .unwrap_or_default();
    picture
}

/// Reads the frame. `own` is our own host.
#[must_use]
pub fn take(document: &Document, reach: &ShadowReach, own: Option<&Element>, needs: &Needs) -> Picture {
    let mut picture = without_rows(document, reach, own);
    let reading = rows::take(&picture.roots, own.map(live), needs);
    picture.snapshot.elements = reading.snapshot.elements;
    picture.elements = reading.elements;
    picture
}
