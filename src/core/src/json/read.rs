//! Reading JSON.

use super::Json;
use std::fmt;

/// How deep lists and objects may stand within each other: each takes a part of the stack.
const DEEPEST: usize = 100;

/// A text that is not JSON, or too deep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotJson;

impl fmt::Display for NotJson {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("not JSON")
    }
}

impl std::error::Error for NotJson {}

impl Json {
    /// Reads a text. It is lenient about how numbers are written and about line breaks within texts; half of a surrogate pair
    /// becomes the replacement character.
    ///
    /// # Errors
    /// `NotJson` for any other text.
    pub fn read(text: &str) -> Result<Json, NotJson> {
        let mut reader = Reader { rest: text };
        let value = reader.value(0).ok_or(NotJson)?;
        reader.skip_spaces();
        if reader.rest.is_empty() {
            Ok(value)
        } else {
            Err(NotJson)
        }
    }
}

struct Reader<'t> {
    rest: &'t str,
}

impl Reader<'_> {
    fn skip_spaces(&mut self) {
        self.rest = self.rest.trim_start_matches([' ', '\n', '\r', '\t']);
    }

    /// Takes this where it comes next, spaces before it aside.
    fn takes(&mut self, token: &str) -> bool {
        self.skip_spaces();
        match self.rest.strip_prefix(token) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn value(&mut self, depth: usize) -> Option<Json> {
        if self.takes("\"") {
            return self.text().map(Json::Text);
        }
        if self.takes("[") {
            let mut items = Vec::new();
            self.each("]", depth, |reader| {
                items.push(reader.value(depth + 1)?);
                Some(())
            })?;
            return Some(Json::List(items));
        }
        if self.takes("{") {
            let mut members = Vec::new();
            self.each("}", depth, |reader| {
                let key = reader.takes("\"").then(|| reader.text())??;
                let value = reader.takes(":").then(|| reader.value(depth + 1))??;
                members.push((key, value));
                Some(())
            })?;
            return Some(Json::Map(members));
        }
        for (token, value) in [
            ("null", Json::Null),
            ("true", Json::Flag(true)),
            ("false", Json::Flag(false)),
        ] {
            if self.takes(token) {
                return Some(value);
            }
        }
        self.number()
    }

    /// What stands between commas, up to the end.
    fn each(&mut self, end: &str, depth: usize, mut read: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        if self.takes(end) {
            return Some(());
        }
        if depth > DEEPEST {
            return None;
        }
        loop {
            read(self)?;
            if self.takes(end) {
                return Some(());
            }
            if !self.takes(",") {
                return None;
            }
        }
    }

    fn number(&mut self) -> Option<Json> {
        let is_part = |c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | 'e' | 'E');
        let length = self.rest.find(|c| !is_part(c)).unwrap_or(self.rest.len());
        let (number, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        let digits = number.strip_prefix('-').unwrap_or(number);
        let begins = digits.starts_with(|c: char| c.is_ascii_digit());
        begins.then(|| Json::Number(number.to_owned()))
    }

    /// A text from behind its first quotation mark on.
    fn text(&mut self) -> Option<String> {
        let mut text = String::new();
        loop {
            let (plain, rest) = self.rest.split_at_checked(self.rest.find(['"', '\\'])?)?;
            text.push_str(plain);
            let mut marks = rest.chars();
            if marks.next() == Some('"') {
                self.rest = marks.as_str();
                return Some(text);
            }
            let escaped = marks.next()?;
            self.rest = marks.as_str();
            text.push(match escaped {
                '"' | '\\' | '/' => escaped,
                'b' => '\u{8}',
                'f' => '\u{c}',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => self.escaped()?,
                _ => return None,
            });
        }
    }

    /// The character that a `\u` stands for, with the second one of a pair.
    fn escaped(&mut self) -> Option<char> {
        let first = self.unit()?;
        if let 0xd800..0xdc00 = first
            && let Some(rest) = self.rest.strip_prefix("\\u")
        {
            let behind = std::mem::replace(&mut self.rest, rest);
            let second = self.unit()?;
            if let 0xdc00..0xe000 = second {
                return char::from_u32(0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00));
            }
            self.rest = behind;
        }
        Some(char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER))
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Option<u32> {
        let (digits, rest) = self.rest.split_at_checked(4)?;
        self.rest = rest;
        u32::from_str_radix(digits, 16).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::{DEEPEST, Json, NotJson};
    use serde_json::Value;

    const TEXT: &str = r#" {"compositeResponse": [ {"body":{"done":true,"records":[{"Name":"A \"b\" \\ \/ \b\f\n\r\t",
        "Pair":"\uD834\udd1E ü 日本","Amount":-12.50,"Big":1e+3,"None":null,"No":false}, {} , []]}}],"x":[1,2 , 3]} "#;

    /// The value as `serde_json` has it, but for floats, which it rewrites.
    fn plain(value: &Json) -> Value {
        match value {
            Json::Null => Value::Null,
            Json::Flag(flag) => (*flag).into(),
            Json::Number(number) => serde_json::from_str(number).unwrap(),
            Json::Text(text) => text.as_str().into(),
            Json::List(items) => items.iter().map(plain).collect(),
            Json::Map(members) => members
                .iter()
                .map(|(key, value)| (key.clone(), plain(value)))
                .collect(),
        }
    }

    #[test]
    fn what_serde_reads_is_read_the_same() {
        assert_eq!(
            plain(&Json::read(TEXT).unwrap()),
            serde_json::from_str::<Value>(TEXT).unwrap()
        );
        for text in ["0", "\"\"", "[]", "{}", "null", "true", " -1 "] {
            assert_eq!(
                plain(&Json::read(text).unwrap()),
                serde_json::from_str::<Value>(text).unwrap()
            );
        }
    }

    #[test]
    fn what_is_cut_or_changed_is_refused_where_serde_refuses_it() {
        let lenient = |text: &str| text.contains(['+', '-', 'e', 'E', '.']) || text.bytes().any(|b| b < b' ');
        for (at, _) in TEXT.trim_end().char_indices() {
            let cut = &TEXT[..at];
            assert_eq!(Json::read(cut), Err(NotJson), "{cut}");
            for other in ['"', '\\', '{', '}', '[', ']', ',', ':', 'x', '1'] {
                let rest = TEXT[at..].chars().skip(1);
                let changed: String = cut.chars().chain([other]).chain(rest).collect();
                match (Json::read(&changed), serde_json::from_str::<Value>(&changed)) {
                    (Ok(own), Ok(serdes)) => assert_eq!(plain(&own), serdes, "{changed}"),
                    (Err(NotJson), Ok(_)) => panic!("refused: {changed}"),
                    (Ok(_), Err(_)) => assert!(lenient(&changed), "taken: {changed}"),
                    (Err(NotJson), Err(_)) => {}
                }
            }
        }
        for bad in [
            "",
            "nul",
            "-",
            "+1",
            ".5",
            "[1,]",
            "{\"a\":1,}",
            "{a:1}",
            "1 2",
            r#""\u12""#,
            r#""\x""#,
            "<html>",
        ] {
            assert_eq!(Json::read(bad), Err(NotJson), "{bad}");
        }
    }

    #[test]
    fn half_a_pair_is_no_character() {
        for text in [r#""\ud834""#, r#""\udd1e""#] {
            assert_eq!(Json::read(text), Ok(Json::from("\u{fffd}")), "{text}");
        }
        assert_eq!(Json::read(r#""\ud834\u0041""#), Ok(Json::from("\u{fffd}A")));
    }

    #[test]
    fn what_is_too_deep_is_refused() {
        let nested = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
        assert!(Json::read(&nested(DEEPEST)).is_ok());
        assert_eq!(Json::read(&nested(100_000)), Err(NotJson));
    }
}
