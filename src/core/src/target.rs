//! What a step points at: evidence, not a selector.

use crate::inputs::InputKey;
use crate::json::Json;
use serde::{Deserialize, Serialize};
use vecmap::VecMap;
use waymark_lean::Lean;

/// Words by language tag (`en`, `ja`, `pt-BR`), each with its known wordings; the language of the *site*, not of the extension.
pub type Wordings = VecMap<String, Vec<String>>;

/// Independent pieces of evidence for one control. Every piece may be missing on a page; none decides alone.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, Lean)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Target {
    /// The accessible role, for example `textbox`, `combobox`, `button`, `link`, `listbox`, `treeitem`.
    pub role: Option<String>,
    /// The accessible name or the label, by language.
    #[cfg_attr(
        feature = "schema",
        schemars(with = "std::collections::BTreeMap<String, Vec<String>>")
    )]
    pub names: Wordings,
    /// Whole ids of the element.
    pub ids: Vec<String>,
    /// Stable ends of the element's id, for example `:permSetLabelInput`.
    pub id_suffixes: Vec<String>,
    /// Values of the element's `name` attribute, whole or as a stable end when starting with `:`.
    pub name_attributes: Vec<String>,
    /// Classes that are stable across releases.
    pub classes: Vec<String>,
    /// The element type: an `input`'s `type`, or the tag, for example `submit`, `select`.
    pub tags: Vec<String>,
    /// Heading or legend of the section, form or related list around the element, by language.
    #[cfg_attr(
        feature = "schema",
        schemars(with = "std::collections::BTreeMap<String, Vec<String>>")
    )]
    pub section: Wordings,
    /// Stable id suffixes of a container around the element, for example `_RelatedPermsetAssignmentList`.
    pub within_id_suffixes: Vec<String>,
    /// Labels or names of controls right beside it, by language.
    #[cfg_attr(
        feature = "schema",
        schemars(with = "std::collections::BTreeMap<String, Vec<String>>")
    )]
    pub neighbours: Wordings,
    /// For choices: record ids (15 characters) that one of its options carries.
    pub option_records: Vec<String>,
    /// For choices: an option's label, by language.
    #[cfg_attr(
        feature = "schema",
        schemars(with = "std::collections::BTreeMap<String, Vec<String>>")
    )]
    pub option_labels: Wordings,
    /// An input of the user's whose value is the accessible name, for example a link with the permission set's label; the
    /// journey adds it to the exact names.
    pub name_from_input: Option<InputKey>,
    /// Names of which it has exactly one: a record's label is one, and a close one is another record's.
    pub exact_names: Vec<String>,
    /// Part of a link's address, for example `/lightning/setup/PermSets/home`; `{object}` stands for the API name of the input,
    /// `*` at the end for what follows of the same word.
    pub href_contains: Vec<String>,
    /// It is only meant while what it opens is closed, for example a branch of Setup's tree.
    pub only_closed: bool,
    /// Where several controls stand for the same thing (a Save at the top and one at the bottom), the first visible one is it.
    pub any_of_equals: bool,
}

/// Fields with their names.
macro_rules! named {
    ($target:ident: $($field:ident)*) => {
        [$((stringify!($field), &$target.$field)),*]
    };
}

impl Target {
    /// As guides write it: only what there is.
    #[must_use]
    pub fn json(&self) -> Json {
        let mut members: Vec<(&str, Json)> = Vec::new();
        members.extend(self.role.as_ref().map(|role| (stringify!(role), role.into())));
        members.extend(self.name_from_input.map(|input| {
            let name = input.name().replace('_', "-");
            (stringify!(name_from_input), (&name).into())
        }));
        for (name, words) in named!(self: names section neighbours option_labels) {
            let languages = words
                .iter()
                .map(|(language, texts)| (language.as_str(), Json::texts(texts)));
            members.push((name, Json::map(languages.collect())));
        }
        for (name, texts) in named!(self: ids id_suffixes name_attributes classes tags within_id_suffixes option_records
            exact_names href_contains)
        {
            members.push((name, Json::texts(texts)));
        }
        for (name, flag) in named!(self: only_closed any_of_equals) {
            members.push((name, (*flag).into()));
        }
        members.retain(|(_, value)| !value.is_empty());
        Json::map(members)
    }
}

#[cfg(test)]
mod tests {
    use super::{Target, Wordings};
    use crate::inputs::InputKey;

    #[test]
    fn everything_is_written_as_guides_read_it() {
        let words =
            |text: &str| -> Wordings { [("de".to_owned(), vec![text.to_owned()])].into_iter().collect() };
        for key in InputKey::ALL {
            let target = Target {
                role: Some("button".into()),
                names: words("a"),
                ids: vec!["b".into()],
                id_suffixes: vec!["c".into()],
                name_attributes: vec!["d".into()],
                classes: vec!["e".into()],
                tags: vec!["f".into()],
                section: words("g"),
                within_id_suffixes: vec!["h".into()],
                neighbours: words("i"),
                option_records: vec!["j".into()],
                option_labels: words("k"),
                name_from_input: Some(key),
                exact_names: vec!["l".into()],
                href_contains: vec!["m".into()],
                only_closed: true,
                any_of_equals: true,
            };
            assert_eq!(
                serde_json::from_str::<Target>(&target.json().write()).unwrap(),
                target
            );
        }
        assert_eq!(Target::default().json().write(), "{}");
    }
}
