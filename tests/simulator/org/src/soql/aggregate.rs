//! COUNT, COUNT_DISTINCT, MIN, MAX and GROUP BY.

use serde_json::{Map, Value, json};

use crate::ApiError;
use crate::schema::Object;

use super::messages;
use super::resolve::Path;
use super::run::Run;
use super::syntax::{Aggregate, Query, Selection};
use super::values::{self, Comparable};

/// Whether the query asks for groups instead of rows.
pub(super) fn is_aggregate(query: &Query) -> bool {
    let function = |selection: &Selection| matches!(selection, Selection::Aggregate(..));
    !query.group_by.is_empty() || query.select.iter().any(function)
}

/// One result of a group: its name and how it comes about.
struct Column<'o> {
    name: String,
    function: Option<Aggregate>,
    path: Path<'o>,
}

/// One record for each group; without GROUP BY, one for all rows.
pub(super) fn records<'o>(
    run: &Run<'o>,
    object: &'o Object,
    query: &Query,
) -> Result<Vec<Map<String, Value>>, ApiError> {
    let columns = columns(run, object, query)?;
    let keys = query
        .group_by
        .iter()
        .map(|path| run.names.path(object, query.alias.as_ref(), path))
        .collect::<Result<Vec<_>, _>>()?;
    let mut groups: Vec<(Vec<Option<Comparable>>, Vec<_>)> = Vec::new();
    if keys.is_empty() {
        groups.push((Vec::new(), Vec::new()));
    }
    // LIMIT counts groups, not the rows that they are made of.
    let all_rows = Query {
        limit: None,
        offset: None,
        ..query.clone()
    };
    for row in run.rows(object, &all_rows, None)? {
        let key: Vec<_> = keys
            .iter()
            .map(|path| values::comparable(path.field, &run.value(object, &row, path)))
            .collect();
        match groups.iter_mut().find(|(other, _)| *other == key) {
            Some((_, rows)) => rows.push(row),
            None => groups.push((key, vec![row])),
        }
    }
    let records = groups.iter().map(|(_, rows)| {
        let mut record = Map::new();
        record.insert("attributes".to_owned(), json!({ "type": "AggregateResult" }));
        for column in &columns {
            let values: Vec<Value> = rows
                .iter()
                .map(|row| run.value(object, row, &column.path))
                .collect();
            record.insert(column.name.clone(), combine(column, values));
        }
        record
    });
    let limit = query.limit.map_or(usize::MAX, |limit| limit as usize);
    Ok(records
        .skip(query.offset.unwrap_or(0) as usize)
        .take(limit)
        .collect())
}

fn columns<'o>(run: &Run<'o>, object: &'o Object, query: &Query) -> Result<Vec<Column<'o>>, ApiError> {
    let mut unnamed = 0_usize;
    let mut columns = Vec::new();
    for selection in &query.select {
        match selection {
            Selection::Aggregate(function, path, alias) => {
                let path = run.names.path(object, query.alias.as_ref(), path)?;
                let name = match alias {
                    Some(alias) => alias.text.clone(),
                    None => {
                        unnamed += 1;
                        format!("expr{}", unnamed - 1)
                    }
                };
                columns.push(Column {
                    name,
                    function: Some(*function),
                    path,
                });
            }
            Selection::Field(field) if query.group_by.contains(field) => {
                let path = run.names.path(object, query.alias.as_ref(), field)?;
                columns.push(Column {
                    name: path.field.name.clone(),
                    function: None,
                    path,
                });
            }
            other => {
                let message = format!("Field must be grouped or aggregated: {other}");
                return Err(messages::refused(run.names.query, query.from.at, &message));
            }
        }
    }
    Ok(columns)
}

fn combine(column: &Column<'_>, values: Vec<Value>) -> Value {
    let kept = || {
        values
            .iter()
            .filter_map(|value| Some((values::comparable(column.path.field, value)?, value)))
            .collect::<Vec<_>>()
    };
    let by_order = |left: &(Comparable, &Value), right: &(Comparable, &Value)| {
        left.0.partial_cmp(&right.0).unwrap_or(std::cmp::Ordering::Equal)
    };
    match column.function {
        None => values.first().cloned().unwrap_or(Value::Null),
        Some(Aggregate::Count) => json!(kept().len()),
        Some(Aggregate::CountDistinct) => {
            let mut different: Vec<Comparable> = Vec::new();
            for (value, _) in kept() {
                if !different.contains(&value) {
                    different.push(value);
                }
            }
            json!(different.len())
        }
        Some(Aggregate::Min) => kept()
            .into_iter()
            .min_by(by_order)
            .map_or(Value::Null, |(_, value)| value.clone()),
        Some(Aggregate::Max) => kept()
            .into_iter()
            .max_by(by_order)
            .map_or(Value::Null, |(_, value)| value.clone()),
    }
}
