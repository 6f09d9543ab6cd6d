//! What a change of the page concerns of a picture: most changes no row at all, some a few, and what cannot be told all of it.

use super::live::{Labels, Live};
use super::roots::Root;
use js_sys::{Array, Map, Set};
use wasm_bindgen::prelude::*;
use waymark_core::read::context::HEADINGS;
use waymark_core::read::label::{LEVELS, looks_around};
use waymark_core::read::rows::{CANDIDATES_AND_HEADINGS, Needs, Reading};
use web_sys::Node;

// These stand in `dom.js`.
#[wasm_bindgen]
extern "C" {
    /// What tells it.
    #[derive(Clone)]
    pub type Kept;

    /// The numbers of the rows that these mutation records concern; `None` where that cannot be told.
    #[wasm_bindgen(method)]
    pub fn concerned(this: &Kept, records: &Array) -> Option<Vec<u32>>;

    #[wasm_bindgen(catch, js_name = waymarkKeep)]
    fn keep(
        elements: Array,
        called: Array,
        levels: u32,
        others: Array,
        roots: &Array,
        labels: &Map,
        named: &Set,
        texts: Array,
        candidates: &str,
        headings: &str,
    ) -> Result<Kept, JsValue>;

    /// Those of a mutation observer's records that do not only tell of our own host.
    #[wasm_bindgen(js_name = waymarkForeign)]
    pub fn foreign(records: &Array, host: Option<&Node>) -> Array;
}

impl Kept {
    /// Of a reading of these trees; `None` where a page is made so that its nodes cannot be asked.
    #[must_use]
    pub fn new(reading: &Reading<Live>, roots: &[Root], labels: &Labels, needs: &Needs) -> Option<Self> {
        let rows = reading.snapshot.elements.iter();
        keep(
            reading.elements.iter().collect(),
            rows.map(|row| looks_around(&row.role).then(|| JsValue::from_str(&row.label)))
                .map(JsValue::from)
                .collect(),
            LEVELS,
            reading.others.iter().collect(),
            &roots.iter().map(Root::node).collect(),
            &labels.of,
            &labels.named,
            needs
                .clickable
                .all()
                .map(|text| JsValue::from_str(text.folded()))
                .collect(),
            CANDIDATES_AND_HEADINGS,
            HEADINGS,
        )
        .ok()
    }
}
