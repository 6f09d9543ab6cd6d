//! The condition of WHERE, resolved and applied to a row.

use std::collections::BTreeSet;

use crate::id::short_id;
use crate::schema::{FieldType, Object};
use crate::{ApiError, Record};

use super::messages;
use super::resolve::Path;
use super::run::Run;
use super::syntax::{Condition, FieldPath, Operator, Query, Selection, Word};
use super::values::{self, Wanted};

/// Semi-joins and anti-joins that one query may have.
const MOST_JOINS: usize = 2;

/// A condition whose names are resolved and whose joins are already answered.
#[derive(Debug)]
pub(super) enum Filter<'o> {
    And(Vec<Filter<'o>>),
    Or(Vec<Filter<'o>>),
    Not(Box<Filter<'o>>),
    Compare(Path<'o>, Operator, Wanted),
    AnyOf(Path<'o>, bool, Vec<Wanted>),
    Joined(Path<'o>, bool, BTreeSet<String>),
}

/// Resolves the condition of a query on `object`.
pub(super) fn resolve<'o>(
    run: &Run<'o>,
    object: &'o Object,
    alias: Option<&Word>,
    condition: &Condition,
) -> Result<Filter<'o>, ApiError> {
    let joins = joins(condition);
    if let Some((path, _)) = joins.get(MOST_JOINS) {
        let message = format!("Maximum {MOST_JOINS} semi join sub-selects are allowed.");
        return Err(messages::refused(run.names.query, path.at(), &message));
    }
    Scope { run, object, alias }.filter(condition, true)
}

struct Scope<'r, 'o, 'q> {
    run: &'r Run<'o>,
    object: &'o Object,
    alias: Option<&'q Word>,
}

impl<'o> Scope<'_, 'o, '_> {
    /// `top` while only AND stands between the condition and WHERE.
    fn filter(&self, condition: &Condition, top: bool) -> Result<Filter<'o>, ApiError> {
        let all = |parts: &[Condition], top: bool| {
            parts
                .iter()
                .map(|part| self.filter(part, top))
                .collect::<Result<Vec<_>, _>>()
        };
        Ok(match condition {
            Condition::And(parts) => Filter::And(all(parts, top)?),
            Condition::Or(parts) => Filter::Or(all(parts, false)?),
            Condition::Not(part) => Filter::Not(Box::new(self.filter(part, false)?)),
            Condition::Compare(path, operator, literal) => {
                let path = self.filterable(path)?;
                let wanted =
                    values::wanted(self.run.names.query, &path, *operator, literal, self.run.today())?;
                Filter::Compare(path, *operator, wanted)
            }
            Condition::In(path, negated, literals) => {
                let path = self.filterable(path)?;
                let wanted = literals
                    .iter()
                    .map(|literal| {
                        let query = self.run.names.query;
                        values::wanted(query, &path, Operator::Equal, literal, self.run.today())
                    })
                    .collect::<Result<_, _>>()?;
                Filter::AnyOf(path, *negated, wanted)
            }
            Condition::Join(path, negated, query) => {
                if !top {
                    let message = "Semi join sub-selects are only allowed at the top level WHERE expressions and \
                                   not in nested WHERE expressions.";
                    return Err(messages::refused(self.run.names.query, path.at(), message));
                }
                let path = self.filterable(path)?;
                let ids = self.joined_ids(&path, query)?;
                Filter::Joined(path, *negated, ids)
            }
        })
    }

    fn filterable(&self, path: &FieldPath) -> Result<Path<'o>, ApiError> {
        let path = self.run.names.path(self.object, self.alias, path)?;
        if path.field.filterable && !matches!(path.field.kind, FieldType::Address | FieldType::Base64) {
            return Ok(path);
        }
        Err(messages::not_filterable(
            self.run.names.query,
            path.at,
            &path.field.name,
        ))
    }

    /// The ids that the subquery of a join selects.
    fn joined_ids(&self, outer: &Path<'o>, query: &Query) -> Result<BTreeSet<String>, ApiError> {
        let refuse = |at: usize, message: String| messages::refused(self.run.names.query, at, &message);
        let is_id = |kind: FieldType| matches!(kind, FieldType::Id | FieldType::Reference);
        if !is_id(outer.field.kind) {
            let message = format!(
                "Semi joins are only allowed on id fields, cannot use:'{}'",
                outer.field.name
            );
            return Err(refuse(outer.at, message));
        }
        let [Selection::Field(selected)] = query.select.as_slice() else {
            let message = "Semi join sub-selects must select exactly one id field".to_owned();
            return Err(refuse(query.from.at, message));
        };
        let object = self.run.names.object(&query.from)?;
        if object.name == self.object.name {
            let message = "The inner and outer selects should not be on the same object type".to_owned();
            return Err(refuse(query.from.at, message));
        }
        let inner = self.run.names.path(object, query.alias.as_ref(), selected)?;
        if !is_id(inner.field.kind) {
            let message = format!(
                "Semi join sub-selects can only query id fields, cannot use:'{}'",
                selected.field
            );
            return Err(refuse(inner.at, message));
        }
        let rows = self.run.rows(object, query, None)?;
        let ids = rows.iter().filter_map(|row| {
            self.run
                .value(object, row, &inner)
                .as_str()
                .map(short_id)
                .map(str::to_owned)
        });
        Ok(ids.collect())
    }
}

impl<'o> Filter<'o> {
    /// Whether a row of `object` meets the condition.
    pub fn accepts(&self, run: &Run<'o>, object: &'o Object, row: &Record) -> bool {
        let stored = |path: &Path<'o>| values::comparable(path.field, &run.value(object, row, path));
        match self {
            Filter::And(parts) => parts.iter().all(|part| part.accepts(run, object, row)),
            Filter::Or(parts) => parts.iter().any(|part| part.accepts(run, object, row)),
            Filter::Not(part) => !part.accepts(run, object, row),
            Filter::Compare(path, operator, wanted) => {
                values::meets(stored(path).as_ref(), *operator, wanted)
            }
            Filter::AnyOf(path, negated, wanted) => {
                let stored = stored(path);
                let any = wanted
                    .iter()
                    .any(|one| values::meets(stored.as_ref(), Operator::Equal, one));
                any != *negated
            }
            Filter::Joined(path, negated, ids) => match run.value(object, row, path).as_str() {
                Some(id) => ids.contains(short_id(id)) != *negated,
                None => *negated,
            },
        }
    }
}

/// The joins of a condition, in the order in which they stand.
fn joins(condition: &Condition) -> Vec<(&FieldPath, &Query)> {
    match condition {
        Condition::And(parts) | Condition::Or(parts) => parts.iter().flat_map(joins).collect(),
        Condition::Not(part) => joins(part),
        Condition::Join(path, _, query) => vec![(path, query)],
        Condition::Compare(..) | Condition::In(..) => Vec::new(),
    }
}
