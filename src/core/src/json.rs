//! JSON, read and written without serde: the tables by which `serde_json` reads and writes floats would alone be 20 KB of
//! what ships.

mod read;
mod visit;

pub use read::NotJson;

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Flag(bool),
    /// A number, as it is written.
    Number(String),
    /// A text.
    Text(String),
    /// An array.
    List(Vec<Json>),
    /// An object, its members in their order.
    Map(Vec<(String, Json)>),
}

impl Json {
    /// An object of these members.
    #[must_use]
    pub fn map(members: Vec<(&str, Json)>) -> Json {
        let owned = |(key, value): (&str, Json)| (key.to_owned(), value);
        Json::Map(members.into_iter().map(owned).collect())
    }

    /// A list of texts.
    #[must_use]
    pub fn texts(texts: &[String]) -> Json {
        Json::List(texts.iter().map(|text| text.as_str().into()).collect())
    }

    /// The member of this name; of several the last, as browsers read it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Json> {
        let Json::Map(members) = self else { return None };
        let member = members.iter().rfind(|(name, _)| name == key)?;
        Some(&member.1)
    }

    /// The items, where it is an array.
    #[must_use]
    pub fn items(&self) -> Option<&[Json]> {
        match self {
            Json::List(items) => Some(items),
            _ => None,
        }
    }

    /// The text, where it is one.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Json::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The yes-or-no, where it is one.
    #[must_use]
    pub fn flag(&self) -> Option<bool> {
        match self {
            Json::Flag(flag) => Some(*flag),
            _ => None,
        }
    }

    /// The number, where it is a whole one.
    #[must_use]
    pub fn whole(&self) -> Option<i64> {
        match self {
            Json::Number(number) => number.parse().ok(),
            _ => None,
        }
    }

    /// An empty list or object, `false` or `null`.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Json::Null => true,
            Json::Flag(flag) => !flag,
            Json::List(items) => items.is_empty(),
            Json::Map(members) => members.is_empty(),
            Json::Number(_) | Json::Text(_) => false,
        }
    }

    /// The value as text, without spaces.
    #[must_use]
    pub fn write(&self) -> String {
        let mut text = String::new();
        self.write_to(&mut text);
        text
    }

    fn write_to(&self, text: &mut String) {
        match self {
            Json::Null => text.push_str("null"),
            Json::Flag(flag) => text.push_str(if *flag { "true" } else { "false" }),
            Json::Number(number) => text.push_str(number),
            Json::Text(value) => quote(value, text),
            Json::List(items) => {
                let mut before = '[';
                for item in items {
                    text.push(before);
                    item.write_to(text);
                    before = ',';
                }
                text.push_str(if items.is_empty() { "[]" } else { "]" });
            }
            Json::Map(members) => {
                let mut before = '{';
                for (key, value) in members {
                    text.push(before);
                    quote(key, text);
                    text.push(':');
                    value.write_to(text);
                    before = ',';
                }
                text.push_str(if members.is_empty() { "{}" } else { "}" });
            }
        }
    }
}

fn quote(value: &str, text: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    text.push('"');
    for character in value.chars() {
        match character {
            '"' | '\\' => {
                text.push('\\');
                text.push(character);
            }
            '\0'..' ' => {
                let code = character as usize;
                text.push_str("\\u00");
                for half in [code >> 4, code & 15] {
                    text.push(DIGITS.get(half).copied().map(char::from).unwrap_or_default());
                }
            }
            _ => text.push(character),
        }
    }
    text.push('"');
}

impl From<bool> for Json {
    fn from(flag: bool) -> Json {
        Json::Flag(flag)
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Json {
        Json::Text(text.to_owned())
    }
}

impl From<&String> for Json {
    fn from(text: &String) -> Json {
        Json::Text(text.clone())
    }
}

#[cfg(test)]
impl From<serde_json::Value> for Json {
    fn from(value: serde_json::Value) -> Json {
        Json::read(&value.to_string()).unwrap()
    }
}

#[cfg(test)]
mod tests {
    use super::Json;
    use serde_json::{Value, json};

    #[test]
    fn what_is_written_is_read_by_others_as_well() {
        let texts = json!(["", "a\"b\\c/d", "\u{0}\n\r\t\u{1f}", "ü日本𝄞"]);
        let value = json!({"texts": texts, "flags": [true, false], "nothing": null, "none": [], "empty": {}, "n": -12});
        let own = Json::from(value.clone());
        assert_eq!(serde_json::from_str::<Value>(&own.write()).unwrap(), value);
        assert_eq!(Json::read(&own.write()), Ok(own));
    }

    #[test]
    fn members_are_found_by_name_and_kind() {
        let value = Json::read(r#"{"a": 1, "b": "x", "c": [true], "d": 1.5, "a": 2}"#).unwrap();
        let get = |key| value.get(key).unwrap();
        assert_eq!(get("a").whole(), Some(2), "the last one");
        assert_eq!(
            (get("b").text(), get("b").whole(), get("d").whole()),
            (Some("x"), None, None)
        );
        assert_eq!(get("c").items().unwrap()[0].flag(), Some(true));
        assert_eq!((value.get("e"), Json::Null.get("a")), (None, None));
    }
}
