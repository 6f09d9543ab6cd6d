//! The rows that a query is about: read, filtered, ordered, counted off.

use std::borrow::Cow;
use std::cmp::Ordering;

use chrono::NaiveDate;
use serde_json::Value;

use crate::schema::{Field, Object};
use crate::{ApiError, Caller, Org, Record};

use super::filter;
use super::messages;
use super::resolve::{Hop, Names, Path};
use super::special;
use super::syntax::{OrderBy, Query, Word};
use super::values::{self, Comparable};

/// The greatest OFFSET.
const GREATEST_OFFSET: u32 = 2000;

/// One query on its way through the org.
pub(super) struct Run<'o> {
    pub org: &'o Org,
    pub caller: &'o Caller,
    pub names: Names<'o>,
}

impl<'o> Run<'o> {
    /// Today, in the org.
    pub fn today(&self) -> NaiveDate {
        self.org.clock.now().date_naive()
    }

    /// The rows of `object` that `query` asks for; of a child subquery only those of the given parent.
    pub fn rows(
        &self,
        object: &'o Object,
        query: &Query,
        parent: Option<(&Field, &str)>,
    ) -> Result<Vec<Cow<'o, Record>>, ApiError> {
        special::check(self.names.query, object, query)?;
        let alias = query.alias.as_ref();
        let filter = match &query.filter {
            Some(condition) => Some(filter::resolve(self, object, alias, condition)?),
            None => None,
        };
        let order = self.order(object, alias, &query.order_by)?;
        let offset = query.offset.unwrap_or(0);
        if offset > GREATEST_OFFSET {
            let message = format!("Maximum SOQL offset allowed is {GREATEST_OFFSET}");
            return Err(ApiError::new("NUMBER_OUTSIDE_VALID_RANGE", message));
        }
        let belongs = |row: &Record| match parent {
            Some((field, id)) => row.get(&field.name).and_then(Value::as_str) == Some(id),
            None => true,
        };
        let mut rows: Vec<Cow<'o, Record>> = self
            .visible_rows(object)
            .into_iter()
            .filter(|row| belongs(row))
            .filter(|row| {
                filter
                    .as_ref()
                    .is_none_or(|filter| filter.accepts(self, object, row))
            })
            .collect();
        if !order.is_empty() {
            let mut keyed: Vec<(Vec<Option<Comparable>>, Cow<'o, Record>)> = rows
                .into_iter()
                .map(|row| {
                    let key = |(path, _): &(Path<'o>, &OrderBy)| {
                        values::comparable(path.field, &self.value(object, &row, path))
                    };
                    (order.iter().map(key).collect(), row)
                })
                .collect();
            keyed.sort_by(|(left, _), (right, _)| compare(left, right, &query.order_by));
            rows = keyed.into_iter().map(|(_, row)| row).collect();
        }
        let limit = special::limit(object, query.limit).map_or(usize::MAX, |limit| limit as usize);
        Ok(rows.into_iter().skip(offset as usize).take(limit).collect())
    }

    /// The value at the end of a path that starts at a row of `object`; null where a parent is missing.
    pub fn value(&self, object: &'o Object, row: &Record, path: &Path<'o>) -> Value {
        let Some((first, rest)) = path.hops.split_first() else {
            return special::value(object, row, path.field);
        };
        let mut here = self.parent(row, first);
        for hop in rest {
            here = here.and_then(|(_, row)| self.parent(&row, hop));
        }
        match here {
            Some((object, row)) => special::value(object, &row, path.field),
            None => Value::Null,
        }
    }

    /// The row that a reference leads to, with its object.
    pub fn parent(&self, row: &Record, hop: &Hop<'o>) -> Option<(&'o Object, Cow<'o, Record>)> {
        let id = row.get(&hop.field.name)?.as_str()?;
        hop.field.reference_to.iter().find_map(|target| {
            let object = self.names.schema.object(target)?;
            let row = self.visible_row(object, id)?;
            Some((object, row))
        })
    }

    fn order<'q>(
        &self,
        object: &'o Object,
        alias: Option<&Word>,
        order_by: &'q [OrderBy],
    ) -> Result<Vec<(Path<'o>, &'q OrderBy)>, ApiError> {
        order_by
            .iter()
            .map(|order| {
                let path = self.names.path(object, alias, &order.path)?;
                if path.field.filterable {
                    return Ok((path, order));
                }
                let message = format!("field '{}' can not be sorted in a query call", path.field.name);
                let message = messages::pointing_at(self.names.query, path.at, &message);
                Err(ApiError::new("INVALID_FIELD", message))
            })
            .collect()
    }
}

fn compare(left: &[Option<Comparable>], right: &[Option<Comparable>], order_by: &[OrderBy]) -> Ordering {
    let mut pairs = left.iter().zip(right).zip(order_by);
    pairs
        .find_map(|((left, right), order)| {
            let nulls_last = order.nulls_last.unwrap_or(false);
            let ordering = match (left, right) {
                (None, None) => Ordering::Equal,
                (None, Some(_)) if nulls_last => Ordering::Greater,
                (None, Some(_)) => Ordering::Less,
                (Some(_), None) if nulls_last => Ordering::Less,
                (Some(_), None) => Ordering::Greater,
                (Some(left), Some(right)) => {
                    let ordering = left.partial_cmp(right).unwrap_or(Ordering::Equal);
                    if order.descending {
                        ordering.reverse()
                    } else {
                        ordering
                    }
                }
            };
            (ordering != Ordering::Equal).then_some(ordering)
        })
        .unwrap_or(Ordering::Equal)
}
