//! The rows of a query in the form in which the REST interface gives them.

use serde_json::{Map, Value, json};

use crate::schema::{Field, Object};
use crate::{ApiError, Record};

use super::aggregate;
use super::messages;
use super::resolve::{Hop, Path};
use super::run::Run;
use super::syntax::{FieldSet, Query, Selection};

/// LIMIT that `FIELDS(ALL)` and `FIELDS(CUSTOM)` need.
const LIMIT_OF_ALL_FIELDS: u32 = 200;

/// The records of a query and how many they are; they differ only for `COUNT()`.
pub(super) struct Answer {
    pub total: usize,
    pub records: Vec<Map<String, Value>>,
}

/// What one item of SELECT adds to a record.
enum Column<'o, 'q> {
    Field(Path<'o>),
    Children(&'o Object, &'o Field, &'q Query),
}

/// Answers `query` on `object`; a child subquery is asked once for each parent.
pub(super) fn answer<'o>(
    run: &Run<'o>,
    object: &'o Object,
    query: &Query,
    parent: Option<(&Field, &str)>,
) -> Result<Answer, ApiError> {
    if query.select.contains(&Selection::CountRows) {
        if query.select.len() > 1 {
            return Err(messages::refused(
                run.names.query,
                query.from.at,
                "unexpected token: 'COUNT()'",
            ));
        }
        return Ok(Answer {
            total: run.rows(object, query, parent)?.len(),
            records: Vec::new(),
        });
    }
    if aggregate::is_aggregate(query) {
        if parent.is_some() {
            let message = "Only root queries support aggregate expressions";
            return Err(messages::refused(run.names.query, query.from.at, message));
        }
        let records = aggregate::records(run, object, query)?;
        return Ok(Answer {
            total: records.len(),
            records,
        });
    }
    let columns = columns(run, object, query)?;
    let mut records = Vec::new();
    for row in run.rows(object, query, parent)? {
        let mut record = attributes(run, object, &row);
        for column in &columns {
            match column {
                Column::Field(path) => put(run, &mut record, object, &row, &path.hops, path),
                Column::Children(child, field, query) => {
                    let id = row.get("Id").and_then(Value::as_str).unwrap_or_default();
                    let children = answer(run, child, query, Some((field, id)))?;
                    record.insert(
                        field.child_relationship.clone().unwrap_or_default(),
                        children.nested(),
                    );
                }
            }
        }
        records.push(record);
    }
    Ok(Answer {
        total: records.len(),
        records,
    })
}

impl Answer {
    /// The value of a child relationship: null where there are no children.
    fn nested(self) -> Value {
        if self.total == 0 {
            return Value::Null;
        }
        json!({ "totalSize": self.total, "done": true, "records": self.records })
    }
}

fn columns<'o, 'q>(
    run: &Run<'o>,
    object: &'o Object,
    query: &'q Query,
) -> Result<Vec<Column<'o, 'q>>, ApiError> {
    let mut columns = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    for selection in &query.select {
        match selection {
            Selection::Field(path) => {
                let found = run.names.path(object, query.alias.as_ref(), path)?;
                let mut name: String = found.hops.iter().map(|hop| format!("{}.", hop.name)).collect();
                name.push_str(&found.field.name);
                if seen.contains(&name) {
                    let message = format!("duplicate field selected: {name}");
                    return Err(ApiError::new("MALFORMED_QUERY", message));
                }
                seen.push(name);
                columns.push(Column::Field(found));
            }
            Selection::Fields(set, word) => {
                let limited = query.limit.is_some_and(|limit| limit <= LIMIT_OF_ALL_FIELDS);
                if *set != FieldSet::Standard && !limited {
                    let message = format!(
                        "The SOQL FIELDS function must have a LIMIT of at most {LIMIT_OF_ALL_FIELDS}"
                    );
                    return Err(messages::refused(run.names.query, word.at, &message));
                }
                let wanted = |field: &&Field| match set {
                    FieldSet::All => true,
                    FieldSet::Custom => field.name.ends_with("__c"),
                    FieldSet::Standard => !field.name.ends_with("__c"),
                };
                let all = run.names.fields(object).filter(wanted);
                columns.extend(all.map(|field| {
                    Column::Field(Path {
                        hops: Vec::new(),
                        field,
                        at: word.at,
                    })
                }));
            }
            Selection::Children(query) => {
                let (child, field) = run.names.children(object, &query.from)?;
                // Asked once without a parent, so that a wrong subquery fails even where there are no rows.
                answer(run, child, query, Some((field, "")))?;
                columns.push(Column::Children(child, field, query));
            }
            // Both are answered before the columns are asked for.
            Selection::CountRows | Selection::Aggregate(..) => {}
        }
    }
    Ok(columns)
}

/// Puts a field into the record, parents as records of their own.
fn put<'o>(
    run: &Run<'o>,
    record: &mut Map<String, Value>,
    object: &'o Object,
    row: &Record,
    hops: &[Hop<'o>],
    path: &Path<'o>,
) {
    let Some((hop, rest)) = hops.split_first() else {
        let value = super::special::value(object, row, path.field);
        record.insert(path.field.name.clone(), value);
        return;
    };
    match run.parent(row, hop) {
        None => {
            record.insert(hop.name.to_owned(), Value::Null);
        }
        Some((parent, parent_row)) => {
            let nested = record
                .entry(hop.name)
                .or_insert_with(|| Value::Object(attributes(run, parent, &parent_row)));
            if let Value::Object(nested) = nested {
                put(run, nested, parent, &parent_row, rest, path);
            }
        }
    }
}

/// A record that has nothing but its type and address.
fn attributes(run: &Run<'_>, object: &Object, row: &Record) -> Map<String, Value> {
    let id = match row.get("Id").and_then(Value::as_str) {
        Some(id) if object.name != "OauthToken" => id,
        _ => "000000000000000AAA",
    };
    let url = format!(
        "/services/data/v{}.0/sobjects/{}/{id}",
        run.names.version, object.name
    );
    let mut record = Map::new();
    record.insert(
        "attributes".to_owned(),
        json!({ "type": object.name, "url": url }),
    );
    record
}
