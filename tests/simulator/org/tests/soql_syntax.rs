//! The SOQL parser against texts of every kind: what is printed is read again, and nothing makes it panic.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use std::sync::LazyLock;

use chrono::{DateTime, NaiveDate};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use simulated_org::soql::{
    Aggregate, Condition, FieldPath, FieldSet, Literal, Operator, OrderBy, Period, Query, Selection,
    SyntaxError, Text, Word, parse,
};
use simulated_org::{Org, StartState};

fn word() -> impl Strategy<Value = Word> {
    // Names that are no keywords: the printed alias must not read as WHERE.
    "[A-Za-z][A-Za-z0-9]{0,6}_x(__c|__r)?".prop_map(|text| Word { text, at: 0 })
}

fn path() -> impl Strategy<Value = FieldPath> {
    (vec(word(), 0..4), word()).prop_map(|(relationships, field)| FieldPath { relationships, field })
}

fn text() -> impl Strategy<Value = Text> {
    let piece = prop_oneof![
        "[^'\\\\]{0,8}",
        prop::sample::select(vec!["\\'", "\\\\", "\\n", "\\%", "\\_", "%", "_", "\\u00e9"])
            .prop_map(str::to_owned),
    ];
    vec(piece, 0..4).prop_map(|pieces| Text::from_raw(&pieces.concat()).unwrap())
}

fn literal() -> impl Strategy<Value = Literal> {
    let period = prop_oneof![
        Just(Period::Yesterday),
        Just(Period::Today),
        Just(Period::Tomorrow),
        any::<u16>().prop_map(Period::LastDays),
        any::<u16>().prop_map(Period::NextDays),
    ];
    prop_oneof![
        text().prop_map(Literal::Text),
        (-1.0e12..1.0e12).prop_map(Literal::Number),
        any::<i32>().prop_map(|number| Literal::Number(number.into())),
        any::<bool>().prop_map(Literal::Boolean),
        Just(Literal::Null),
        (1701..3999, 1_u32..=366)
            .prop_filter_map("a day", |(year, day)| NaiveDate::from_yo_opt(year, day))
            .prop_map(Literal::Date),
        (-8_000_000_000_000_i64..64_000_000_000_000)
            .prop_map(|millis| Literal::DateTime(DateTime::from_timestamp_millis(millis).unwrap())),
        period.prop_map(Literal::Period),
    ]
}

fn plain_path(path: &str) -> FieldPath {
    let mut words: Vec<Word> = path
        .split('.')
        .map(|text| Word {
            text: text.to_owned(),
            at: 0,
        })
        .collect();
    let field = words.pop().unwrap();
    FieldPath {
        relationships: words,
        field,
    }
}

fn one_of<T: Copy + std::fmt::Debug + 'static>(all: &[(T, &str)]) -> impl Strategy<Value = T> + use<T> {
    prop::sample::select(all.iter().map(|(item, _)| *item).collect::<Vec<T>>())
}

fn condition(query: BoxedStrategy<Query>) -> impl Strategy<Value = Condition> {
    let leaf = prop_oneof![
        (path(), one_of(&Operator::ALL), literal())
            .prop_map(|(path, operator, literal)| Condition::Compare(path, operator, literal)),
        (path(), any::<bool>(), vec(literal(), 1..4))
            .prop_map(|(path, negated, literals)| Condition::In(path, negated, literals)),
        (path(), any::<bool>(), query).prop_map(|(path, negated, query)| Condition::Join(
            path,
            negated,
            Box::new(query)
        )),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 2..4).prop_map(Condition::And),
            vec(inner.clone(), 2..4).prop_map(Condition::Or),
            inner.prop_map(|part| Condition::Not(Box::new(part))),
        ]
    })
}

fn flat_query() -> BoxedStrategy<Query> {
    let order =
        (path(), any::<bool>(), option::of(any::<bool>())).prop_map(|(path, descending, nulls_last)| {
            OrderBy {
                path,
                descending,
                nulls_last,
            }
        });
    let selection = prop_oneof![
        4 => path().prop_map(Selection::Field),
        1 => Just(Selection::CountRows),
        1 => (one_of(&Aggregate::ALL), path(), option::of(word()))
            .prop_map(|(function, path, alias)| Selection::Aggregate(function, path, alias)),
        1 => one_of(&FieldSet::ALL).prop_map(|set| Selection::Fields(set, Word { text: "FIELDS".into(), at: 0 })),
    ];
    let tail = (
        vec(path(), 0..3),
        vec(order, 0..3),
        option::of(any::<u32>()),
        option::of(any::<u32>()),
    );
    (vec(selection, 1..4), word(), option::of(word()), tail)
        .prop_map(
            |(select, from, alias, (group_by, order_by, limit, offset))| Query {
                select,
                from,
                alias,
                filter: None,
                group_by,
                order_by,
                limit,
                offset,
            },
        )
        .boxed()
}

fn query() -> impl Strategy<Value = Query> {
    (
        flat_query(),
        vec(flat_query(), 0..2),
        option::of(condition(flat_query())),
    )
        .prop_map(|(mut query, children, filter)| {
            query.select.extend(
                children
                    .into_iter()
                    .map(|child| Selection::Children(Box::new(child))),
            );
            query.filter = filter;
            query
        })
}

proptest! {
    #[test]
    fn what_is_printed_is_read_again(query in query()) {
        let printed = query.to_string();
        prop_assert_eq!(parse(&printed), Ok(query), "{}", printed);
    }

    #[test]
    fn arbitrary_text_never_panics(text in any::<String>()) {
        let _ = parse(&text);
    }

    #[test]
    fn nearly_soql_never_panics(
        pieces in vec(prop::sample::select(vec![
            "SELECT", "FROM", "WHERE", "AND", "OR", "NOT", "IN", "LIKE", "(", ")", ",", ".", ":", "'a", "'", "\\",
            "Id", "COUNT", "=", "!=", "LIMIT", "5", "-", "2026-11-24", "2026-11-24T00:00:00Z", "LAST_N_DAYS", "ORDER",
            "BY", "NULLS", "é", "FIELDS", "ALL", "\n",
        ]), 0..40)
    ) {
        let _ = parse(&pieces.join(" "));
    }

    #[test]
    fn an_org_answers_or_refuses_every_query(
        fields in vec(prop::sample::select(vec![
            "Id", "Name", "Foo", "Owner.Name", "Owner.Profile.UserLicense.Name", "COUNT()", "COUNT(Id) n", "FIELDS(ALL)",
            "(SELECT Id FROM Contacts)", "(SELECT COUNT() FROM Contacts)", "(SELECT é FROM Foo)", "MAX(CreatedDate)",
        ]), 1..4),
        object in prop::sample::select(vec!["Account", "User", "UserFieldAccess", "OauthToken", "EntityDefinition", "é"]),
        field in prop::sample::select(vec!["Id", "Name", "CreatedDate", "Owner.IsActive", "Foo.Bar"]),
        operator in one_of(&Operator::ALL),
        literal in literal(),
        tail in prop::sample::select(vec![
            "", "ORDER BY Name", "ORDER BY Foo NULLS LAST", "GROUP BY Name", "LIMIT 0", "LIMIT 200 OFFSET 3000", "\n,",
        ]),
    ) {
        static ORG: LazyLock<Org> = LazyLock::new(|| Org::from_start(&StartState::default(), 7).unwrap());
        let filter = Condition::Compare(plain_path(field), operator, literal);
        let query = format!("SELECT {} FROM {object} WHERE {filter} {tail}", fields.join(", "));
        if let Err(error) = ORG.query(&ORG.system(), &query) {
            prop_assert!(!error.error_code.is_empty() && !error.message.is_empty());
        }
    }
}

#[test]
fn deep_nesting_is_refused_rather_than_exhausting_the_stack() {
    let query = format!("SELECT Id FROM Lead WHERE {}Name = 'x'", "(".repeat(90_000));
    assert!(matches!(parse(&query), Err(SyntaxError::UnexpectedToken { token, .. }) if token == "("));
    assert!(
        parse(&format!(
            "SELECT Id FROM Lead WHERE {} Name = 'x'",
            "NOT ".repeat(20_000)
        ))
        .is_err()
    );
}

#[test]
fn the_token_to_blame_is_the_furthest() {
    for (query, blamed) in [
        ("SELECT Id FRM Lead", "FRM"),
        ("SELECT Id FROM Lead WHERE Name", "<EOF>"),
        (
            "SELECT Id FROM Lead WHERE Name = 'x' AND Id = 'y' OR Name = 'z'",
            "OR",
        ),
        ("SELECT Id FROM Lead WHERE Name IS NULL", "IS"),
        ("SELECT Id, FROM Lead", "Lead"),
        ("SELECT Id FROM Lead WHERE Name = 'it's'", "s"),
        ("SELECT Id FROM Lead LIMIT 'five'", "'five'"),
        ("q=SELECT Id FROM Lead", "q"),
        ("SELECT * FROM Lead", "*"),
    ] {
        let error = parse(query).unwrap_err();
        assert!(
            matches!(&error, SyntaxError::UnexpectedToken { token, .. } if token == blamed),
            "{query}: {error}"
        );
    }
}
