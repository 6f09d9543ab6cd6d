//! The answers to a query that cannot be run, worded as Salesforce words them.

use crate::ApiError;

use super::parser::SyntaxError;

/// Characters of the query shown on either side of the caret.
const SHOWN_BEFORE: usize = 40;
const SHOWN_AFTER: usize = 40;

/// `message` below the place in the query that it is about: a piece of the query, a caret, row and column.
pub(super) fn pointing_at(query: &str, at: usize, message: &str) -> String {
    let before = query.get(..at).unwrap_or(query);
    let (row, line_start) = match before.rfind('\n') {
        Some(newline) => (before.matches('\n').count() + 1, newline + 1),
        None => (1, 0),
    };
    let column = query.get(line_start..at).map_or(0, |text| text.chars().count()) + 1;
    let line = query
        .get(line_start..)
        .and_then(|rest| rest.lines().next())
        .unwrap_or_default();
    let characters: Vec<char> = line.chars().collect();
    let caret = column - 1;
    // The piece begins at a word, as Salesforce's does.
    let start = match caret.checked_sub(SHOWN_BEFORE) {
        None | Some(0) => 0,
        Some(from) => (from..caret)
            .find(|at| characters.get(*at) == Some(&' '))
            .map_or(from, |space| space + 1),
    };
    let end = (caret + SHOWN_AFTER..characters.len())
        .find(|at| characters.get(*at) == Some(&' '))
        .unwrap_or(characters.len());
    let piece: String = characters.iter().take(end).skip(start).collect();
    format!(
        "\n{piece}\n{}^\nERROR at Row:{row}:Column:{column}\n{message}",
        " ".repeat(caret - start)
    )
}

pub(super) fn malformed(query: &str, error: &SyntaxError) -> ApiError {
    let message = match error {
        SyntaxError::TooLong => error.to_string(),
        SyntaxError::UnexpectedToken { at, .. } => pointing_at(query, *at, &error.to_string()),
    };
    ApiError::new("MALFORMED_QUERY", message)
}

pub(super) fn unknown_object(query: &str, at: usize, name: &str) -> ApiError {
    let message = format!(
        "sObject type '{name}' is not supported. If you are attempting to use a custom object, be sure to append \
         the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names."
    );
    ApiError::new("INVALID_TYPE", pointing_at(query, at, &message))
}

pub(super) fn unknown_field(query: &str, at: usize, name: &str, object: &str) -> ApiError {
    let message = format!(
        "No such column '{name}' on entity '{object}'. If you are attempting to use a custom field, be sure to \
         append the '__c' after the custom field name. Please reference your WSDL or the describe call for the \
         appropriate names."
    );
    ApiError::new("INVALID_FIELD", pointing_at(query, at, &message))
}

pub(super) fn unknown_parent(query: &str, at: usize, name: &str) -> ApiError {
    let message = format!(
        "Didn't understand relationship '{name}' in field path. If you are attempting to use a custom \
         relationship, be sure to append the '__r' after the custom relationship name. Please reference your \
         WSDL or the describe call for the appropriate names."
    );
    ApiError::new("INVALID_FIELD", pointing_at(query, at, &message))
}

pub(super) fn unknown_children(query: &str, at: usize, name: &str) -> ApiError {
    let message = format!(
        "Didn't understand relationship '{name}' in FROM part of query call. If you are attempting to use a \
         custom relationship, be sure to append the '__r' after the custom relationship name. Please reference \
         your WSDL or the describe call for the appropriate names."
    );
    ApiError::new("INVALID_TYPE", pointing_at(query, at, &message))
}

pub(super) fn not_filterable(query: &str, at: usize, field: &str) -> ApiError {
    ApiError::new(
        "INVALID_FIELD",
        pointing_at(
            query,
            at,
            &format!("field '{field}' can not be filtered in a query call"),
        ),
    )
}

/// A literal of the wrong type; `quotes` says whether the right one stands in quotes.
pub(super) fn wrong_type(query: &str, at: usize, field: &str, kind: &str, quotes: bool) -> ApiError {
    let quotes = if quotes {
        "should be enclosed in quotes"
    } else {
        "should not be enclosed in quotes"
    };
    let message =
        format!("value of filter criterion for field '{field}' must be of type {kind} and {quotes}");
    ApiError::new("INVALID_FIELD", pointing_at(query, at, &message))
}

pub(super) fn invalid_operator(query: &str, at: usize, kind: &str) -> ApiError {
    let message = format!("invalid operator on {kind} field");
    ApiError::new("INVALID_QUERY_FILTER_OPERATOR", pointing_at(query, at, &message))
}

pub(super) fn invalid_id(query: &str, at: usize, id: &str) -> ApiError {
    ApiError::new(
        "INVALID_QUERY_FILTER_OPERATOR",
        pointing_at(query, at, &format!("invalid ID field: {id}")),
    )
}

pub(super) fn refused(query: &str, at: usize, message: &str) -> ApiError {
    ApiError::new("MALFORMED_QUERY", pointing_at(query, at, message))
}

#[cfg(test)]
mod tests {
    use super::pointing_at;

    #[test]
    fn the_caret_stands_under_the_word() {
        assert_eq!(
            pointing_at("SELECT Id, Foo FROM Account", 11, "No such column"),
            "\nSELECT Id, Foo FROM Account\n           ^\nERROR at Row:1:Column:12\nNo such column"
        );
        assert_eq!(
            pointing_at("SELECT Id\nFROM Foo", 15, "not supported"),
            "\nFROM Foo\n     ^\nERROR at Row:2:Column:6\nnot supported"
        );
    }

    #[test]
    fn a_long_query_is_shown_in_part() {
        let query = format!("SELECT {}Foo FROM Account WHERE Name = 'x'", "Name, ".repeat(60));
        let message = pointing_at(&query, 367, "No such column");
        let lines: Vec<&str> = message.lines().collect();
        assert_eq!(lines[2].find('^'), lines[1].find("Foo"));
        assert!(lines[1].chars().count() < 100);
        assert_eq!(lines[3], "ERROR at Row:1:Column:368");
    }
}
