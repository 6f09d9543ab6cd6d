//! The org's tables, without rules.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::Record;
use crate::id::{long_id, make_id};

/// The tables: what is stored, without rules or rights.
#[derive(Clone, Debug, Default)]
pub struct Store {
    tables: BTreeMap<String, BTreeMap<String, Record>>,
    numbers: BTreeMap<String, u64>,
    pod: String,
}

impl Store {
    pub(crate) fn new(pod: String) -> Self {
        Self {
            pod,
            ..Self::default()
        }
    }

    /// The row with this id, of 15 or 18 characters.
    pub fn get(&self, object: &str, id: &str) -> Option<&Record> {
        self.tables.get(object)?.get(&long_id(id))
    }

    /// The rows of an object in the order of their creation.
    pub fn rows(&self, object: &str) -> impl Iterator<Item = &Record> {
        self.tables.get(object).into_iter().flat_map(BTreeMap::values)
    }

    /// The rows of an object with the keys that they are stored under.
    pub(crate) fn keyed_rows(&self, object: &str) -> impl Iterator<Item = (&str, &Record)> {
        let rows = self.tables.get(object).into_iter().flatten();
        rows.map(|(key, row)| (key.as_str(), row))
    }

    /// The first row whose field has this text.
    pub fn find(&self, object: &str, field: &str, text: &str) -> Option<&Record> {
        self.rows(object).find(|row| row.text(field) == Some(text))
    }

    /// The names of the objects that have a row.
    pub fn objects(&self) -> impl Iterator<Item = &str> {
        self.tables
            .iter()
            .filter(|(_, rows)| !rows.is_empty())
            .map(|(name, _)| name.as_str())
    }

    /// The row with this id, to be changed.
    pub(crate) fn get_mut(&mut self, object: &str, id: &str) -> Option<&mut Record> {
        self.tables.get_mut(object)?.get_mut(&long_id(id))
    }

    /// Stores a row under a new id with this key prefix, and says which.
    pub(crate) fn insert(&mut self, object: &str, prefix: &str, mut row: Record) -> String {
        let id = self.next_id(prefix);
        row.insert("Id".to_owned(), Value::from(id.as_str()));
        self.put(object, &id, row);
        id
    }

    /// Stores a row under a key of the caller's choice.
    pub(crate) fn put(&mut self, object: &str, key: &str, row: Record) {
        self.tables
            .entry(object.to_owned())
            .or_default()
            .insert(key.to_owned(), row);
    }

    /// Takes a row away.
    pub(crate) fn remove(&mut self, object: &str, id: &str) -> Option<Record> {
        self.tables.get_mut(object)?.remove(&long_id(id))
    }

    /// A new id with this key prefix.
    pub(crate) fn next_id(&mut self, prefix: &str) -> String {
        let number = self.numbers.entry(prefix.to_owned()).or_insert(0);
        *number += 1;
        make_id(prefix, &self.pod, *number)
    }
}

/// Typed reading of a row.
pub trait Row {
    /// The text of a field, if it is a text.
    fn text(&self, field: &str) -> Option<&str>;
    /// The truth of a checkbox; anything but `true` is false.
    fn flag(&self, field: &str) -> bool;
    /// The whole number in a field, 0 if there is none.
    fn number(&self, field: &str) -> i64;
}

impl Row for Record {
    fn text(&self, field: &str) -> Option<&str> {
        self.get(field)?.as_str()
    }

    fn flag(&self, field: &str) -> bool {
        self.get(field).and_then(Value::as_bool).unwrap_or(false)
    }

    fn number(&self, field: &str) -> i64 {
        self.get(field).and_then(Value::as_i64).unwrap_or(0)
    }
}
