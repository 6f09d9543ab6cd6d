//! Characters to tokens.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use winnow::ModalResult;
use winnow::combinator::{alt, delimited, repeat, terminated};
use winnow::prelude::*;
use winnow::stream::LocatingSlice;
use winnow::token::{any, none_of, one_of, take_while};

use super::syntax::Operator;
use super::text::Text;

/// What a token is.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A name or a keyword: SOQL has no words that are always reserved.
    Word,
    /// A quoted text.
    Text(Text),
    /// A number.
    Number(f64),
    /// A day.
    Date(NaiveDate),
    /// A moment.
    DateTime(DateTime<Utc>),
    /// A comparison other than LIKE.
    Operator(Operator),
    /// `,` `.` `(` `)` or `:`
    Mark(char),
    /// What is no token of SOQL; the parser refuses it where it stands.
    Unknown,
}

/// A token with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Token<'q> {
    /// What it is.
    pub kind: Kind,
    /// As the query spells it.
    pub text: &'q str,
    /// Byte offset in the query.
    pub at: usize,
}

type Input<'q> = LocatingSlice<&'q str>;

/// The tokens of `query`; what cannot be read becomes a token of kind `Unknown`.
pub fn tokens(query: &str) -> Vec<Token<'_>> {
    let mut input = LocatingSlice::new(query);
    let spaces = |input: &mut Input<'_>| -> ModalResult<()> {
        take_while(0.., char::is_whitespace).void().parse_next(input)
    };
    let all: ModalResult<Vec<Token<'_>>> = (spaces, repeat(0.., terminated(token, spaces)))
        .map(|(_, tokens)| tokens)
        .parse_next(&mut input);
    all.unwrap_or_default()
}

fn token<'q>(input: &mut Input<'q>) -> ModalResult<Token<'q>> {
    alt((
        quoted,
        word,
        number_or_date,
        operator,
        mark,
        any.value(Kind::Unknown),
    ))
    .with_taken()
    .with_span()
    .map(|((kind, text), span)| Token {
        kind,
        text,
        at: span.start,
    })
    .parse_next(input)
}

fn quoted(input: &mut Input<'_>) -> ModalResult<Kind> {
    let inside =
        repeat::<_, _, (), _, _>(0.., alt((('\\', any).void(), none_of(['\'', '\\']).void()))).take();
    delimited('\'', inside, '\'')
        .map(|raw| Text::from_raw(raw).map_or(Kind::Unknown, Kind::Text))
        .parse_next(input)
}

fn word(input: &mut Input<'_>) -> ModalResult<Kind> {
    (
        one_of(|c: char| c.is_ascii_alphabetic()),
        take_while(0.., |c: char| c.is_ascii_alphanumeric() || c == '_'),
    )
        .value(Kind::Word)
        .parse_next(input)
}

fn number_or_date(input: &mut Input<'_>) -> ModalResult<Kind> {
    let sign = take_while(0..=1, ['-', '+']);
    let rest = take_while(0.., |c: char| {
        c.is_ascii_alphanumeric() || matches!(c, '.' | ':' | '-' | '+')
    });
    (sign, one_of(|c: char| c.is_ascii_digit()), rest)
        .take()
        .map(classify)
        .parse_next(input)
}

fn classify(text: &str) -> Kind {
    // Salesforce keeps dates between these years; outside of them chrono would not print what it reads.
    let years = 1700..=4000;
    if let Ok(date) = NaiveDate::parse_from_str(text, "%Y-%m-%d")
        && text.len() == 10
        && years.contains(&date.year())
    {
        return Kind::Date(date);
    }
    if let Ok(time) = DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f%#z")
        && years.contains(&time.year())
    {
        return Kind::DateTime(time.to_utc());
    }
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() => Kind::Number(number),
        _ => Kind::Unknown,
    }
}

fn operator(input: &mut Input<'_>) -> ModalResult<Kind> {
    alt((
        "!=".value(Operator::NotEqual),
        "<>".value(Operator::NotEqual),
        "<=".value(Operator::LessOrEqual),
        ">=".value(Operator::GreaterOrEqual),
        "<".value(Operator::Less),
        ">".value(Operator::Greater),
        "=".value(Operator::Equal),
    ))
    .map(Kind::Operator)
    .parse_next(input)
}

fn mark(input: &mut Input<'_>) -> ModalResult<Kind> {
    one_of([',', '.', '(', ')', ':'])
        .map(Kind::Mark)
        .parse_next(input)
}
