//! Tokens to a syntax tree.

use winnow::combinator::{alt, opt, preceded, repeat, separated};
use winnow::error::{EmptyError, ErrMode};
use winnow::prelude::*;
use winnow::stream::{Stateful, Stream, TokenSlice};

use super::lexer::{Kind, Token, tokens};
use super::syntax::{
    Aggregate, Condition, FieldPath, FieldSet, Literal, Operator, OrderBy, Period, Query, Selection, Word,
};

/// The longest query in characters (SOQL limit).
const LONGEST_QUERY: usize = 100_000;
/// More open parentheses than this are refused, so that a hostile query cannot exhaust the stack.
const DEEPEST_NESTING: usize = 50;

/// Why a text is no query, always MALFORMED_QUERY.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SyntaxError {
    /// The query is longer than SOQL allows.
    #[error("SOQL statements cannot be longer than {LONGEST_QUERY} characters.")]
    TooLong,
    /// No query can go on like this.
    #[error("unexpected token: '{token}'")]
    UnexpectedToken {
        /// The token as the query spells it.
        token: String,
        /// Its byte offset in the query.
        at: usize,
    },
}

/// The state is the number of tokens that were left at the furthest token looked at: that is the token to blame.
type Input<'t, 'q> = Stateful<TokenSlice<'t, Token<'q>>, usize>;
type Parsed<T> = winnow::ModalResult<T, EmptyError>;

/// The syntax tree of `query`.
pub fn parse(query: &str) -> Result<Query, SyntaxError> {
    if query.chars().count() > LONGEST_QUERY {
        return Err(SyntaxError::TooLong);
    }
    let tokens = tokens(query);
    let unexpected = |token: Option<&Token<'_>>| SyntaxError::UnexpectedToken {
        token: token.map_or("<EOF>", |token| token.text).to_owned(),
        at: token.map_or(query.len(), |token| token.at),
    };
    let mut depth = 0_usize;
    for token in &tokens {
        match token.kind {
            Kind::Mark('(') => depth += 1,
            Kind::Mark(')') => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST_NESTING {
            return Err(unexpected(Some(token)));
        }
    }
    let mut input = Input {
        input: TokenSlice::new(&tokens),
        state: tokens.len(),
    };
    match select(&mut input) {
        Ok(parsed) if input.input.is_empty() => Ok(parsed),
        _ => Err(unexpected(tokens.get(tokens.len().saturating_sub(input.state)))),
    }
}

/// The next token, if `choose` wants it.
fn take<'q, T>(input: &mut Input<'_, 'q>, choose: impl FnOnce(&Token<'q>) -> Option<T>) -> Parsed<T> {
    input.state = input.state.min(input.input.len());
    let chosen = input.input.first().and_then(choose);
    match chosen {
        Some(chosen) => {
            input.next_token();
            Ok(chosen)
        }
        None => Err(ErrMode::Backtrack(EmptyError)),
    }
}

fn keyword<'t, 'q: 't>(name: &'static str) -> impl Parser<Input<'t, 'q>, (), ErrMode<EmptyError>> {
    move |input: &mut Input<'t, 'q>| {
        take(input, |token| {
            (token.kind == Kind::Word && token.text.eq_ignore_ascii_case(name)).then_some(())
        })
    }
}

fn mark<'t, 'q: 't>(mark: char) -> impl Parser<Input<'t, 'q>, (), ErrMode<EmptyError>> {
    move |input: &mut Input<'t, 'q>| take(input, |token| (token.kind == Kind::Mark(mark)).then_some(()))
}

fn word(input: &mut Input<'_, '_>) -> Parsed<Word> {
    take(input, |token| {
        (token.kind == Kind::Word).then(|| Word {
            text: token.text.to_owned(),
            at: token.at,
        })
    })
}

/// A word that may follow FROM or an aggregate without AS.
fn alias(input: &mut Input<'_, '_>) -> Parsed<Word> {
    const NO_ALIAS: [&str; 11] = [
        "from", "where", "group", "having", "order", "limit", "offset", "with", "for", "using", "all",
    ];
    let is_alias = |word: &Word| !NO_ALIAS.iter().any(|keyword| word.is(keyword));
    preceded(opt(keyword("as")), word.verify(is_alias)).parse_next(input)
}

fn path(input: &mut Input<'_, '_>) -> Parsed<FieldPath> {
    let first = word(input)?;
    let rest: Vec<Word> = repeat(0.., preceded(mark('.'), word)).parse_next(input)?;
    let mut relationships = vec![first];
    relationships.extend(rest);
    match relationships.pop() {
        Some(field) => Ok(FieldPath { relationships, field }),
        None => Err(ErrMode::Backtrack(EmptyError)),
    }
}

fn count(input: &mut Input<'_, '_>) -> Parsed<u32> {
    take(input, |token| match token.kind {
        Kind::Number(_) => token.text.parse().ok(),
        _ => None,
    })
}

fn select(input: &mut Input<'_, '_>) -> Parsed<Query> {
    keyword("select").parse_next(input)?;
    let select = separated(1.., selection, mark(',')).parse_next(input)?;
    keyword("from").parse_next(input)?;
    let from = word(input)?;
    let alias = opt(alias).parse_next(input)?;
    let filter = opt(preceded(keyword("where"), condition)).parse_next(input)?;
    let group_by = opt(preceded(
        (keyword("group"), keyword("by")),
        separated(1.., path, mark(',')),
    ))
    .parse_next(input)?;
    let order_by = opt(preceded(
        (keyword("order"), keyword("by")),
        separated(1.., order_by, mark(',')),
    ))
    .parse_next(input)?;
    let limit = opt(preceded(keyword("limit"), count)).parse_next(input)?;
    let offset = opt(preceded(keyword("offset"), count)).parse_next(input)?;
    let (group_by, order_by) = (group_by.unwrap_or_default(), order_by.unwrap_or_default());
    Ok(Query {
        select,
        from,
        alias,
        filter,
        group_by,
        order_by,
        limit,
        offset,
    })
}

fn selection(input: &mut Input<'_, '_>) -> Parsed<Selection> {
    alt((
        (mark('('), select, mark(')')).map(|(_, query, _)| Selection::Children(Box::new(query))),
        field_set,
        (keyword("count"), mark('('), mark(')')).value(Selection::CountRows),
        aggregate,
        path.map(Selection::Field),
    ))
    .parse_next(input)
}

fn field_set(input: &mut Input<'_, '_>) -> Parsed<Selection> {
    let start = word.verify(|word: &Word| word.is("fields")).parse_next(input)?;
    mark('(').parse_next(input)?;
    let name = word(input)?;
    mark(')').parse_next(input)?;
    match FieldSet::ALL.iter().find(|(_, spelling)| name.is(spelling)) {
        Some((set, _)) => Ok(Selection::Fields(*set, start)),
        None => Err(ErrMode::Backtrack(EmptyError)),
    }
}

fn aggregate(input: &mut Input<'_, '_>) -> Parsed<Selection> {
    let function = take(input, |token| {
        let spelled = |(_, name): &&(Aggregate, &str)| token.text.eq_ignore_ascii_case(name);
        Aggregate::ALL.iter().find(spelled).map(|(function, _)| *function)
    })?;
    mark('(').parse_next(input)?;
    let path = path(input)?;
    mark(')').parse_next(input)?;
    let alias = opt(alias).parse_next(input)?;
    Ok(Selection::Aggregate(function, path, alias))
}

/// AND and OR do not mix without parentheses, so what follows the first decides.
fn condition(input: &mut Input<'_, '_>) -> Parsed<Condition> {
    let first = part(input)?;
    let and: Vec<Condition> = repeat(0.., preceded(keyword("and"), part)).parse_next(input)?;
    if !and.is_empty() {
        return Ok(Condition::And(std::iter::once(first).chain(and).collect()));
    }
    let or: Vec<Condition> = repeat(0.., preceded(keyword("or"), part)).parse_next(input)?;
    if !or.is_empty() {
        return Ok(Condition::Or(std::iter::once(first).chain(or).collect()));
    }
    Ok(first)
}

fn part(input: &mut Input<'_, '_>) -> Parsed<Condition> {
    alt((
        preceded(keyword("not"), alt((parenthesis, comparison))).map(|part| Condition::Not(Box::new(part))),
        parenthesis,
        comparison,
    ))
    .parse_next(input)
}

fn parenthesis(input: &mut Input<'_, '_>) -> Parsed<Condition> {
    (mark('('), condition, mark(')'))
        .map(|(_, condition, _)| condition)
        .parse_next(input)
}

fn comparison(input: &mut Input<'_, '_>) -> Parsed<Condition> {
    let path = path(input)?;
    if let Some(operator) = opt(operator).parse_next(input)? {
        return literal
            .map(|literal| Condition::Compare(path.clone(), operator, literal))
            .parse_next(input);
    }
    let negated = opt(keyword("not")).parse_next(input)?.is_some();
    keyword("in").parse_next(input)?;
    mark('(').parse_next(input)?;
    let condition = alt((
        select.map(|query| Condition::Join(path.clone(), negated, Box::new(query))),
        separated(1.., literal, mark(',')).map(|literals| Condition::In(path.clone(), negated, literals)),
    ))
    .parse_next(input)?;
    mark(')').parse_next(input)?;
    Ok(condition)
}

fn operator(input: &mut Input<'_, '_>) -> Parsed<Operator> {
    take(input, |token| match token.kind {
        Kind::Operator(operator) => Some(operator),
        Kind::Word if token.text.eq_ignore_ascii_case("like") => Some(Operator::Like),
        _ => None,
    })
}

fn literal(input: &mut Input<'_, '_>) -> Parsed<Literal> {
    let simple = take(input, |token| match &token.kind {
        Kind::Text(text) => Some(Literal::Text(text.clone())),
        Kind::Number(number) => Some(Literal::Number(*number)),
        Kind::Date(date) => Some(Literal::Date(*date)),
        Kind::DateTime(time) => Some(Literal::DateTime(*time)),
        Kind::Word => match token.text.to_ascii_lowercase().as_str() {
            "true" => Some(Literal::Boolean(true)),
            "false" => Some(Literal::Boolean(false)),
            "null" => Some(Literal::Null),
            "yesterday" => Some(Literal::Period(Period::Yesterday)),
            "today" => Some(Literal::Period(Period::Today)),
            "tomorrow" => Some(Literal::Period(Period::Tomorrow)),
            _ => None,
        },
        _ => None,
    });
    match simple {
        Ok(literal) => Ok(literal),
        Err(_) => counted_period.map(Literal::Period).parse_next(input),
    }
}

fn counted_period(input: &mut Input<'_, '_>) -> Parsed<Period> {
    type Days = fn(u16) -> Period;
    let period = take(input, |token| match token.text.to_ascii_lowercase().as_str() {
        "last_n_days" => Some(Period::LastDays as Days),
        "next_n_days" => Some(Period::NextDays as Days),
        _ => None,
    })?;
    mark(':').parse_next(input)?;
    let days = count
        .verify_map(|days| u16::try_from(days).ok())
        .parse_next(input)?;
    Ok(period(days))
}

fn order_by(input: &mut Input<'_, '_>) -> Parsed<OrderBy> {
    let path = path(input)?;
    let descending =
        opt(alt((keyword("asc").value(false), keyword("desc").value(true)))).parse_next(input)?;
    let nulls = alt((keyword("first").value(false), keyword("last").value(true)));
    let nulls_last = opt(preceded(keyword("nulls"), nulls)).parse_next(input)?;
    Ok(OrderBy {
        path,
        descending: descending.unwrap_or(false),
        nulls_last,
    })
}
