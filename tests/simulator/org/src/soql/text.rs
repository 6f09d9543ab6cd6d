//! Text between quotes: its escapes, and its meaning as a pattern of LIKE.

/// The text of a SOQL string, kept as written because `\%` means something else to LIKE than to `=`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    raw: String,
}

/// One step of a LIKE pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// `%`: any number of characters.
    Any,
    /// `_`: one character.
    One,
    /// This character, letter case aside.
    Exactly(char),
}

impl Text {
    /// The text between the quotes, escapes included; `None` when an escape is not one of SOQL's.
    pub fn from_raw(raw: &str) -> Option<Text> {
        let text = Text { raw: raw.to_owned() };
        steps(&text.raw).map(|_| text)
    }

    /// The text between the quotes, escapes included.
    pub fn raw(&self) -> &str {
        &self.raw
    }

    /// What the text says.
    pub fn value(&self) -> String {
        let steps = steps(&self.raw).unwrap_or_default();
        steps
            .into_iter()
            .map(|step| match step {
                Step::Any => '%',
                Step::One => '_',
                Step::Exactly(character) => character,
            })
            .collect()
    }

    /// Whether `value` fits this text as a pattern of LIKE, letter case aside.
    pub fn is_like(&self, value: &str) -> bool {
        let pattern: Vec<Step> = steps(&self.raw)
            .unwrap_or_default()
            .into_iter()
            .map(fold_step)
            .collect();
        let value: Vec<char> = value.chars().flat_map(char::to_lowercase).collect();
        fits(&pattern, &value)
    }
}

fn fold_step(step: Step) -> Step {
    match step {
        // A character whose lower case is several keeps its first; patterns of names need no more.
        Step::Exactly(character) => Step::Exactly(character.to_lowercase().next().unwrap_or(character)),
        other => other,
    }
}

/// Linear in the value for each `%`: on a mismatch only the latest `%` has to give.
fn fits(pattern: &[Step], value: &[char]) -> bool {
    let (mut at_pattern, mut at_value) = (0, 0);
    let mut latest_any: Option<(usize, usize)> = None;
    while let Some(character) = value.get(at_value) {
        match pattern.get(at_pattern) {
            Some(Step::Any) => {
                latest_any = Some((at_pattern, at_value));
                at_pattern += 1;
            }
            Some(Step::One) => {
                at_pattern += 1;
                at_value += 1;
            }
            Some(Step::Exactly(wanted)) if wanted == character => {
                at_pattern += 1;
                at_value += 1;
            }
            _ => match latest_any {
                Some((any, from)) => {
                    latest_any = Some((any, from + 1));
                    at_pattern = any + 1;
                    at_value = from + 1;
                }
                None => return false,
            },
        }
    }
    pattern.iter().skip(at_pattern).all(|step| *step == Step::Any)
}

fn steps(raw: &str) -> Option<Vec<Step>> {
    let mut steps = Vec::new();
    let mut characters = raw.chars();
    while let Some(character) = characters.next() {
        steps.push(match character {
            '%' => Step::Any,
            '_' => Step::One,
            '\'' => return None,
            '\\' => Step::Exactly(match characters.next()? {
                'n' | 'N' => '\n',
                'r' | 'R' => '\r',
                't' | 'T' => '\t',
                'b' | 'B' => '\u{8}',
                'f' | 'F' => '\u{c}',
                'u' => {
                    let digits: String = characters.by_ref().take(4).collect();
                    let all_hexadecimal = digits.len() == 4 && digits.chars().all(|c| c.is_ascii_hexdigit());
                    all_hexadecimal
                        .then(|| u32::from_str_radix(&digits, 16).ok())
                        .flatten()
                        .and_then(char::from_u32)?
                }
                same @ ('"' | '\'' | '\\' | '_' | '%') => same,
                _ => return None,
            }),
            other => Step::Exactly(other),
        });
    }
    Some(steps)
}

#[cfg(test)]
mod tests {
    use super::Text;

    fn like(pattern: &str, value: &str) -> bool {
        Text::from_raw(pattern).unwrap().is_like(value)
    }

    #[test]
    fn like_knows_wildcards_and_ignores_case() {
        assert!(like("jot%", "Jotform"));
        assert!(like("%FORM", "Jotform"));
        assert!(like("j_tform", "Jotform"));
        assert!(like("%o%o%", "jotform to"));
        assert!(like("%", ""));
        assert!(!like("jot", "Jotform"));
        assert!(!like("_", ""));
    }

    #[test]
    fn an_escaped_wildcard_is_a_character() {
        assert!(like(r"100\%", "100%"));
        assert!(!like(r"100\%", "1000"));
        assert!(like(r"a\\%", r"a\bc"));
        assert_eq!(
            Text::from_raw(r"it\'s 100% \u0041").unwrap().value(),
            "it's 100% A"
        );
    }

    #[test]
    fn unknown_escapes_are_refused() {
        assert!(Text::from_raw(r"\z").is_none());
        assert!(Text::from_raw(r"\u12").is_none());
        assert!(Text::from_raw(r"end\").is_none());
    }
}
