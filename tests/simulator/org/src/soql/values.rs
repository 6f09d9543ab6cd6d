//! Comparing what is stored with what a query says.

use std::cmp::Ordering;

use chrono::{DateTime, Days, NaiveDate, Utc};
use serde_json::Value;

use crate::ApiError;
use crate::clock::parse_stamp;
use crate::id::{is_id, short_id};
use crate::schema::{Field, FieldType};

use super::messages;
use super::resolve::Path;
use super::syntax::{Literal, Operator, Period};
use super::text::Text;

/// A value in the form in which SOQL compares it.
#[derive(Clone, Debug, PartialEq, PartialOrd)]
pub(super) enum Comparable {
    /// Ids by their first 15 characters, exactly.
    Id(String),
    /// Text without regard to letter case.
    Text(String),
    Number(f64),
    Boolean(bool),
    Date(NaiveDate),
    DateTime(DateTime<Utc>),
}

/// What a value is compared with.
#[derive(Clone, Debug)]
pub(super) enum Wanted {
    Null,
    Value(Comparable),
    Like(Text),
    /// From the first up to but not including the second.
    Days(NaiveDate, NaiveDate),
}

/// The stored value of `field`; `None` for null and for empty text, which are the same to Salesforce.
pub(super) fn comparable(field: &Field, value: &Value) -> Option<Comparable> {
    match (field.kind, value) {
        (_, Value::Null) => None,
        (_, Value::Bool(boolean)) => Some(Comparable::Boolean(*boolean)),
        (_, Value::Number(number)) => number.as_f64().map(Comparable::Number),
        (_, Value::String(text)) if text.is_empty() => None,
        (FieldType::Id | FieldType::Reference, Value::String(id)) => {
            Some(Comparable::Id(short_id(id).to_owned()))
        }
        (FieldType::Date, Value::String(date)) => date
            .get(..10)
            .and_then(|date| date.parse().ok())
            .map(Comparable::Date),
        (FieldType::DateTime, Value::String(time)) => parse_stamp(time).map(Comparable::DateTime),
        (_, Value::String(text)) => Some(Comparable::Text(text.to_lowercase())),
        (_, Value::Array(_) | Value::Object(_)) => None,
    }
}

/// The literal in the form that fits the field, or why it does not fit.
pub(super) fn wanted(
    query: &str,
    path: &Path<'_>,
    operator: Operator,
    literal: &Literal,
    today: NaiveDate,
) -> Result<Wanted, ApiError> {
    let field = path.field;
    let wrong = |quotes| messages::wrong_type(query, path.at, &field.name, soap_type(field.kind), quotes);
    let is_ordering = !matches!(operator, Operator::Equal | Operator::NotEqual | Operator::Like);
    if operator == Operator::Like {
        return match (field.kind, literal) {
            (kind, _) if !is_text(kind) => Err(messages::invalid_operator(query, path.at, soap_type(kind))),
            (_, Literal::Text(text)) => Ok(Wanted::Like(text.clone())),
            _ => Err(wrong(true)),
        };
    }
    if field.kind == FieldType::Boolean && is_ordering {
        return Err(messages::invalid_operator(query, path.at, soap_type(field.kind)));
    }
    let value = match (field.kind, literal) {
        (_, Literal::Null) => return Ok(Wanted::Null),
        (FieldType::Id | FieldType::Reference, Literal::Text(text)) => {
            let id = text.value();
            match id.as_str() {
                "" => return Ok(Wanted::Null),
                id if is_id(id) => Comparable::Id(short_id(id).to_owned()),
                id => return Err(messages::invalid_id(query, path.at, id)),
            }
        }
        (FieldType::Boolean, Literal::Boolean(boolean)) => Comparable::Boolean(*boolean),
        (FieldType::Date, Literal::Date(date)) => Comparable::Date(*date),
        (FieldType::DateTime, Literal::DateTime(time)) => Comparable::DateTime(*time),
        (FieldType::Date | FieldType::DateTime, Literal::Period(period)) => {
            let (from, until) = days(*period, today);
            return Ok(Wanted::Days(from, until));
        }
        (kind, Literal::Number(number)) if is_number(kind) => Comparable::Number(*number),
        (kind, Literal::Text(text)) if is_text(kind) => match text.value() {
            empty if empty.is_empty() => return Ok(Wanted::Null),
            text => Comparable::Text(text.to_lowercase()),
        },
        (kind, _) => {
            return Err(wrong(
                is_text(kind) || matches!(kind, FieldType::Id | FieldType::Reference),
            ));
        }
    };
    Ok(Wanted::Value(value))
}

/// Whether a stored value meets a comparison. Null is never less or greater, and differs from every value.
pub(super) fn meets(stored: Option<&Comparable>, operator: Operator, wanted: &Wanted) -> bool {
    match wanted {
        Wanted::Null => match operator {
            Operator::Equal => stored.is_none(),
            Operator::NotEqual => stored.is_some(),
            _ => false,
        },
        Wanted::Like(pattern) => matches!(stored, Some(Comparable::Text(text)) if pattern.is_like(text)),
        Wanted::Value(wanted) => {
            let order = stored.and_then(|stored| stored.partial_cmp(wanted));
            match operator {
                Operator::Equal => order == Some(Ordering::Equal),
                Operator::NotEqual => order != Some(Ordering::Equal),
                Operator::Less => order == Some(Ordering::Less),
                Operator::LessOrEqual => matches!(order, Some(Ordering::Less | Ordering::Equal)),
                Operator::Greater => order == Some(Ordering::Greater),
                Operator::GreaterOrEqual => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
                Operator::Like => false,
            }
        }
        Wanted::Days(from, until) => {
            let day = match stored {
                Some(Comparable::Date(date)) => Some(*date),
                Some(Comparable::DateTime(time)) => Some(time.date_naive()),
                _ => None,
            };
            let meets = |day: NaiveDate| match operator {
                Operator::Equal => *from <= day && day < *until,
                Operator::NotEqual => day < *from || *until <= day,
                Operator::Less => day < *from,
                Operator::LessOrEqual => day < *until,
                Operator::Greater => *until <= day,
                Operator::GreaterOrEqual => *from <= day,
                Operator::Like => false,
            };
            day.map_or(operator == Operator::NotEqual, meets)
        }
    }
}

/// The first day of a period and the first day after it, in the org's time zone, which is UTC here.
fn days(period: Period, today: NaiveDate) -> (NaiveDate, NaiveDate) {
    let before = |days: u16| {
        today
            .checked_sub_days(Days::new(days.into()))
            .unwrap_or(NaiveDate::MIN)
    };
    let after = |days: u16| {
        today
            .checked_add_days(Days::new(days.into()))
            .unwrap_or(NaiveDate::MAX)
    };
    match period {
        Period::Yesterday => (before(1), today),
        Period::Today => (today, after(1)),
        Period::Tomorrow => (after(1), after(2)),
        Period::LastDays(count) => (before(count), after(1)),
        Period::NextDays(count) => (after(1), after(count.saturating_add(1))),
    }
}

fn is_text(kind: FieldType) -> bool {
    matches!(
        kind,
        FieldType::String
            | FieldType::TextArea
            | FieldType::Email
            | FieldType::Phone
            | FieldType::Url
            | FieldType::Picklist
            | FieldType::MultiPicklist
    )
}

fn is_number(kind: FieldType) -> bool {
    matches!(
        kind,
        FieldType::Int | FieldType::Double | FieldType::Currency | FieldType::Percent
    )
}

fn soap_type(kind: FieldType) -> &'static str {
    match kind {
        FieldType::Id => "id",
        FieldType::Reference => "reference",
        FieldType::Boolean => "boolean",
        FieldType::Int => "int",
        FieldType::Double | FieldType::Percent => "double",
        FieldType::Currency => "currency",
        FieldType::Date => "date",
        FieldType::DateTime => "dateTime",
        FieldType::Address => "address",
        FieldType::Base64 => "base64",
        _ => "string",
    }
}
