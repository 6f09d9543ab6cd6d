//! Texts inside a query: escaped here and nowhere else.

/// A SOQL string literal with this text, quotes included.
///
/// Escapes what the SOQL reference names: backslash, both quotes and the control characters with an escape of their own;
/// other control characters are left out, since no name holds one.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut literal = String::with_capacity(text.len() + 2);
    literal.push('\'');
    escape_into(&mut literal, text);
    literal.push('\'');
    literal
}

/// A literal for `LIKE` that finds this text anywhere: `%` and `_` of the text stand for themselves.
#[must_use]
pub fn like_contains(text: &str) -> String {
    let mut literal = String::from("'%");
    for part in text.split_inclusive(['%', '_']) {
        match part.strip_suffix(['%', '_']) {
            Some(before) => {
                escape_into(&mut literal, before);
                literal.push('\\');
                literal.push_str(part.get(before.len()..).unwrap_or_default());
            }
            None => escape_into(&mut literal, part),
        }
    }
    literal.push_str("%'");
    literal
}

/// A list of literals for `IN`.
pub(crate) fn list<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let literals: Vec<String> = texts.into_iter().map(quoted).collect();
    ["(", &literals.join(","), ")"].concat()
}

/// Whether a text can stand in a query as the name of an object or a field; anything else is never sent.
pub(crate) fn is_api_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.len() <= 80
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

fn escape_into(literal: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '\\' | '\'' | '"' => literal.extend(['\\', character]),
            '\n' => literal.push_str("\\n"),
            '\r' => literal.push_str("\\r"),
            '\t' => literal.push_str("\\t"),
            other if other.is_control() => {}
            other => literal.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_cannot_leave_its_literal() {
        let table = [
            ("plain", "'plain'"),
            ("", "''"),
            ("O'Neil", r"'O\'Neil'"),
            (r"back\slash", r"'back\\slash'"),
            (r"\' OR Name != '", r"'\\\' OR Name != \''"),
            ("say \"hi\"", r#"'say \"hi\"'"#),
            ("two\nlines\r\tx", r"'two\nlines\r\tx'"),
            ("nul\u{0}bell\u{7}", "'nulbell'"),
            ("ジョットフォーム", "'ジョットフォーム'"),
            ("100% a_b", "'100% a_b'"),
        ];
        for (text, literal) in table {
            assert_eq!(quoted(text), literal, "{text:?}");
        }
    }

    #[test]
    fn like_takes_wildcards_literally() {
        let table = [
            ("Jotform", "'%Jotform%'"),
            ("50%_off", r"'%50\%\_off%'"),
            ("_", r"'%\_%'"),
            ("it's \\ 1%", r"'%it\'s \\ 1\%%'"),
        ];
        for (text, literal) in table {
            assert_eq!(like_contains(text), literal, "{text:?}");
        }
    }

    #[test]
    fn only_api_names_stand_unquoted() {
        for good in ["Lead", "Custom__c", "ns__Thing__c", "A1"] {
            assert!(is_api_name(good), "{good}");
        }
        for bad in [
            "",
            "1Lead",
            "Lead ",
            "Lead WHERE",
            "Lead;",
            "Lea'd",
            "Lead.Name",
            "ä",
            "__c",
        ] {
            assert!(!is_api_name(bad), "{bad}");
        }
        assert_eq!(list(["Lead.Email", "a'b"]), r"('Lead.Email','a\'b')");
    }
}
