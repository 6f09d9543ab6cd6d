//! The syntax tree of one SOQL query.

use std::fmt;

use chrono::{DateTime, NaiveDate, Utc};

use super::text::Text;

/// An identifier as the query spells it; two are equal when their text is, wherever they stand.
#[derive(Clone, Debug)]
pub struct Word {
    /// The identifier, in the query's own spelling.
    pub text: String,
    /// Byte offset in the query, for the caret of an error message.
    pub at: usize,
}

impl PartialEq for Word {
    fn eq(&self, other: &Word) -> bool {
        self.text == other.text
    }
}

impl Word {
    /// Whether this is `name`, letter case aside, as SOQL compares every name.
    pub fn is(&self, name: &str) -> bool {
        self.text.eq_ignore_ascii_case(name)
    }
}

/// `Profile.UserLicense.Name`: relationships, then one field.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldPath {
    /// The relationships (or the alias of FROM) before the field.
    pub relationships: Vec<Word>,
    /// The field at the end.
    pub field: Word,
}

impl FieldPath {
    /// Byte offset of the first word.
    pub fn at(&self) -> usize {
        self.relationships.first().unwrap_or(&self.field).at
    }
}

/// One query, or one subquery.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    /// What is selected, never empty.
    pub select: Vec<Selection>,
    /// The object after FROM; in a child subquery the child relationship.
    pub from: Word,
    /// The alias of FROM.
    pub alias: Option<Word>,
    /// The condition after WHERE.
    pub filter: Option<Condition>,
    /// The fields after GROUP BY.
    pub group_by: Vec<FieldPath>,
    /// The fields after ORDER BY.
    pub order_by: Vec<OrderBy>,
    /// LIMIT, in rows.
    pub limit: Option<u32>,
    /// OFFSET, in rows.
    pub offset: Option<u32>,
}

/// One item between SELECT and FROM.
#[derive(Clone, Debug, PartialEq)]
pub enum Selection {
    /// A field, possibly of a parent.
    Field(FieldPath),
    /// `COUNT()`: the number of rows instead of the rows.
    CountRows,
    /// `COUNT(Id) total` and its like.
    Aggregate(Aggregate, FieldPath, Option<Word>),
    /// `FIELDS(ALL)` and its like.
    Fields(FieldSet, Word),
    /// `(SELECT … FROM ChildRelationship)`.
    Children(Box<Query>),
}

/// A function over the rows of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aggregate {
    /// Rows whose field is not null.
    Count,
    /// Different values that are not null.
    CountDistinct,
    /// The smallest value.
    Min,
    /// The greatest value.
    Max,
}

impl Aggregate {
    /// Every function with its SOQL name.
    pub const ALL: [(Aggregate, &'static str); 4] = [
        (Aggregate::Count, "COUNT"),
        (Aggregate::CountDistinct, "COUNT_DISTINCT"),
        (Aggregate::Min, "MIN"),
        (Aggregate::Max, "MAX"),
    ];
}

/// The argument of `FIELDS()`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldSet {
    /// Every field; needs `LIMIT 200` or less.
    All,
    /// The custom fields; needs `LIMIT 200` or less.
    Custom,
    /// The standard fields.
    Standard,
}

impl FieldSet {
    /// Every set with its SOQL name.
    pub const ALL: [(FieldSet, &'static str); 3] = [
        (FieldSet::All, "ALL"),
        (FieldSet::Custom, "CUSTOM"),
        (FieldSet::Standard, "STANDARD"),
    ];
}

/// A condition of WHERE.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// Two or more joined by AND.
    And(Vec<Condition>),
    /// Two or more joined by OR.
    Or(Vec<Condition>),
    /// NOT, which stands before a comparison or a parenthesis.
    Not(Box<Condition>),
    /// `Name LIKE 'a%'`.
    Compare(FieldPath, Operator, Literal),
    /// `Name IN ('a', 'b')`, or NOT IN when the flag is set.
    In(FieldPath, bool, Vec<Literal>),
    /// `Id IN (SELECT …)`, or NOT IN when the flag is set.
    Join(FieldPath, bool, Box<Query>),
}

/// A comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `=`
    Equal,
    /// `!=` or `<>`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
    /// `LIKE`
    Like,
}

impl Operator {
    /// Every operator with the spelling that is printed.
    pub const ALL: [(Operator, &'static str); 7] = [
        (Operator::Equal, "="),
        (Operator::NotEqual, "!="),
        (Operator::Less, "<"),
        (Operator::LessOrEqual, "<="),
        (Operator::Greater, ">"),
        (Operator::GreaterOrEqual, ">="),
        (Operator::Like, "LIKE"),
    ];
}

/// A value that a field is compared with.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// `'text'`
    Text(Text),
    /// `12.5`
    Number(f64),
    /// `true` or `false`
    Boolean(bool),
    /// `null`
    Null,
    /// `2026-11-24`
    Date(NaiveDate),
    /// `2026-11-24T02:40:00Z`
    DateTime(DateTime<Utc>),
    /// `LAST_N_DAYS:30` and its like.
    Period(Period),
}

/// A stretch of days relative to now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// The day before today.
    Yesterday,
    /// Today.
    Today,
    /// The day after today.
    Tomorrow,
    /// From n days ago up to and including today.
    LastDays(u16),
    /// From tomorrow, n days long.
    NextDays(u16),
}

/// One field of ORDER BY.
#[derive(Clone, Debug, PartialEq)]
pub struct OrderBy {
    /// The field.
    pub path: FieldPath,
    /// DESC.
    pub descending: bool,
    /// NULLS FIRST or LAST, where the query says so; without, nulls come first.
    pub nulls_last: Option<bool>,
}

fn name_of<T: PartialEq>(all: &[(T, &'static str)], wanted: &T) -> &'static str {
    all.iter()
        .find(|(item, _)| item == wanted)
        .map_or("", |(_, name)| name)
}

fn join<T: fmt::Display>(out: &mut fmt::Formatter<'_>, items: &[T], between: &str) -> fmt::Result {
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            out.write_str(between)?;
        }
        item.fmt(out)?;
    }
    Ok(())
}

impl fmt::Display for Word {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.text)
    }
}

impl fmt::Display for FieldPath {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for relationship in &self.relationships {
            write!(out, "{relationship}.")?;
        }
        self.field.fmt(out)
    }
}

impl fmt::Display for Query {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("SELECT ")?;
        join(out, &self.select, ", ")?;
        write!(out, " FROM {}", self.from)?;
        if let Some(alias) = &self.alias {
            write!(out, " {alias}")?;
        }
        if let Some(filter) = &self.filter {
            write!(out, " WHERE {filter}")?;
        }
        if !self.group_by.is_empty() {
            out.write_str(" GROUP BY ")?;
            join(out, &self.group_by, ", ")?;
        }
        if !self.order_by.is_empty() {
            out.write_str(" ORDER BY ")?;
            join(out, &self.order_by, ", ")?;
        }
        if let Some(limit) = self.limit {
            write!(out, " LIMIT {limit}")?;
        }
        if let Some(offset) = self.offset {
            write!(out, " OFFSET {offset}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Selection {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Selection::Field(path) => path.fmt(out),
            Selection::CountRows => out.write_str("COUNT()"),
            Selection::Aggregate(function, path, alias) => {
                write!(out, "{}({path})", name_of(&Aggregate::ALL, function))?;
                alias.as_ref().map_or(Ok(()), |alias| write!(out, " {alias}"))
            }
            Selection::Fields(set, _) => write!(out, "FIELDS({})", name_of(&FieldSet::ALL, set)),
            Selection::Children(query) => write!(out, "({query})"),
        }
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Condition::And(parts) => join(out, &parts.iter().map(Part).collect::<Vec<_>>(), " AND "),
            Condition::Or(parts) => join(out, &parts.iter().map(Part).collect::<Vec<_>>(), " OR "),
            Condition::Not(part) => write!(out, "NOT {}", Part(part)),
            Condition::Compare(path, operator, literal) => {
                write!(out, "{path} {} {literal}", name_of(&Operator::ALL, operator))
            }
            Condition::In(path, negated, literals) => {
                write!(out, "{path} {} (", if *negated { "NOT IN" } else { "IN" })?;
                join(out, literals, ", ")?;
                out.write_str(")")
            }
            Condition::Join(path, negated, query) => {
                write!(out, "{path} {} ({query})", if *negated { "NOT IN" } else { "IN" })
            }
        }
    }
}

/// A condition inside another one, in parentheses where SOQL needs them.
struct Part<'c>(&'c Condition);

impl fmt::Display for Part<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Condition::And(_) | Condition::Or(_) | Condition::Not(_) => write!(out, "({})", self.0),
            _ => self.0.fmt(out),
        }
    }
}

impl fmt::Display for Literal {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Literal::Text(text) => write!(out, "'{}'", text.raw()),
            Literal::Number(number) => number.fmt(out),
            Literal::Boolean(boolean) => boolean.fmt(out),
            Literal::Null => out.write_str("null"),
            Literal::Date(date) => write!(out, "{}", date.format("%Y-%m-%d")),
            Literal::DateTime(time) => write!(out, "{}", time.format("%Y-%m-%dT%H:%M:%S%.fZ")),
            Literal::Period(period) => period.fmt(out),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Period::Yesterday => out.write_str("YESTERDAY"),
            Period::Today => out.write_str("TODAY"),
            Period::Tomorrow => out.write_str("TOMORROW"),
            Period::LastDays(days) => write!(out, "LAST_N_DAYS:{days}"),
            Period::NextDays(days) => write!(out, "NEXT_N_DAYS:{days}"),
        }
    }
}

impl fmt::Display for OrderBy {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}{}", self.path, if self.descending { " DESC" } else { "" })?;
        match self.nulls_last {
            None => Ok(()),
            Some(true) => out.write_str(" NULLS LAST"),
            Some(false) => out.write_str(" NULLS FIRST"),
        }
    }
}
