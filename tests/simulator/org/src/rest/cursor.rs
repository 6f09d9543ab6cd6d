//! Queries of which pages are still to be fetched.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// A query whose first page was given.
#[derive(Clone, Debug)]
pub(super) struct Cursor {
    /// The user who asked; nobody else may go on.
    pub user_id: String,
    /// Every record of the query.
    pub records: Vec<Value>,
    /// Records of one page.
    pub batch_size: usize,
}

/// The open queries by their locator.
#[derive(Debug, Default)]
pub(super) struct Cursors {
    open: BTreeMap<String, Cursor>,
    made: u64,
}

/// Queries that stay open at the same time; the oldest is closed for another one.
const MOST_OPEN: usize = 100;

impl Cursors {
    /// Keeps a query open and says its locator.
    pub fn open(&mut self, cursor: Cursor) -> String {
        self.made += 1;
        let locator = format!("01gSm{:013}", self.made);
        self.open.insert(locator.clone(), cursor);
        if self.open.len() > MOST_OPEN {
            self.open.pop_first();
        }
        locator
    }

    /// The open query with this locator.
    pub fn get(&self, locator: &str) -> Option<&Cursor> {
        self.open.get(locator)
    }
}

impl Cursor {
    /// The page that begins at `start`; `next` makes the address of the page after it.
    pub fn page(&self, start: usize, next: impl FnOnce(usize) -> String) -> Value {
        let end = start.saturating_add(self.batch_size).min(self.records.len());
        let mut page = Map::new();
        page.insert("totalSize".to_owned(), Value::from(self.records.len()));
        page.insert("done".to_owned(), Value::from(end == self.records.len()));
        if end < self.records.len() {
            page.insert("nextRecordsUrl".to_owned(), Value::from(next(end)));
        }
        let records = self.records.get(start..end).unwrap_or_default().to_vec();
        page.insert("records".to_owned(), Value::Array(records));
        Value::Object(page)
    }
}
