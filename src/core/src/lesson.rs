//! What a person has shown: which control a step means in their org, kept as evidence that stays the same from load to load.

use crate::json::Json;
use crate::locate::ids::{is_volatile, record_part};
use crate::target::{Target, Wordings};
use serde::{Deserialize, Serialize};
use waymark_lean::Lean;

/// What of a guide a person is asked to show.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
pub struct Subject {
    /// The step.
    pub step: String,
    /// One of its fields; without it, the control that the step points at.
    pub field: Option<String>,
}

/// What was learnt of one subject.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Lean)]
pub struct Lesson {
    /// What it is about.
    pub subject: Subject,
    /// The host of the frame that the control was shown in: it is looked for there and nowhere else.
    pub host: String,
    /// Its evidence.
    pub target: Target,
}

impl Lesson {
    /// What people know the control by, else what pages do.
    #[must_use]
    pub fn known_by(&self) -> &str {
        let target = &self.target;
        let names = target.names.values().flatten();
        let mut all = names
            .chain(&target.ids)
            .chain(&target.id_suffixes)
            .chain(&target.name_attributes);
        all.next().map_or("", String::as_str)
    }
}

/// The lessons as a file that can be sent in, one a line: each target as guides write it, each host without what is the org's own. Empty
/// where there are none.
#[must_use]
pub fn file<'a>(lessons: impl Iterator<Item = &'a Lesson>) -> String {
    let entries: Vec<String> = lessons.map(entry).collect();
    if entries.is_empty() {
        return String::new();
    }
    ["[\n", &entries.join(",\n"), "\n]\n"].concat()
}

fn entry(lesson: &Lesson) -> String {
    let domain = lesson.host.split_once('.');
    let host = domain.map_or_else(String::new, |(_, rest)| ["*.", rest].concat());
    let field = lesson.subject.field.as_ref();
    Json::map(vec![
        ("step", (&lesson.subject.step).into()),
        ("field", field.map_or(Json::Null, Json::from)),
        ("host", (&host).into()),
        ("target", lesson.target.json()),
    ])
    .write()
}

/// A control as the frame describes it in which a person has shown it. It says nothing of what the control holds, and nothing
/// in it is trusted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
pub struct Shown {
    /// Tag name in lower case.
    pub tag: String,
    /// `type` attribute in lower case.
    pub kind: String,
    /// Computed role.
    pub role: String,
    /// Computed accessible name.
    pub name: String,
    /// Text of the label that belongs to it.
    pub label: String,
    /// `id` attribute.
    pub id: String,
    /// `name` attribute.
    pub name_attribute: String,
    /// Headings and legends around it, nearest first.
    pub section: Vec<String>,
    /// Ids of its ancestors, nearest first.
    pub within_ids: Vec<String>,
    /// Names of the controls right beside it.
    pub neighbours: Vec<String>,
}

/// The longest text and the longest list that a frame may send of a control.
const LONGEST: usize = 200;
const MOST: usize = 40;
/// So many digits are somebody's number, a record's or a date, and no word of an interface.
const DIGITS: usize = 5;

/// Roles that are not operated, so that nobody is asked to show them.
#[must_use]
pub fn is_operated(role: &str) -> bool {
    !matches!(
        role,
        "" | "heading"
            | "listitem"
            | "dialog"
            | "alertdialog"
            | "alert"
            | "status"
            | "form"
            | "img"
            | "article"
    )
}

impl Shown {
    /// The evidence by which the control is known again; `None` where nothing of it tells it from others, for a password box,
    /// and for a description of a size that no frame of ours sends.
    #[must_use]
    pub fn evidence(&self) -> Option<Target> {
        if !self.is_sound() || self.kind == "password" || !is_operated(&self.role) {
            return None;
        }
        let label = words(&self.label).filter(|label| *label != self.name);
        let names = words(&self.name).into_iter().chain(label).collect();
        let (ids, id_suffixes) = identity(&self.id);
        let (mut name_attributes, ends) = identity(&self.name_attribute);
        // A frame's `name` attribute is known by its end only where that begins with a colon.
        name_attributes.extend(ends.into_iter().filter(|end| end.starts_with(':')));
        let is_named = !(ids.is_empty() && id_suffixes.is_empty() && name_attributes.is_empty());
        let container = self.within_ids.iter().find_map(|id| {
            let (whole, end) = identity(id);
            end.into_iter().chain(whole).next()
        });
        let target = Target {
            role: (self.role != "generic").then(|| self.role.clone()),
            names: wordings(names),
            ids,
            id_suffixes,
            name_attributes,
            tags: vec![
                if self.kind.is_empty() {
                    &self.tag
                } else {
                    &self.kind
                }
                .clone(),
            ],
            section: wordings(self.section.iter().take(1).flat_map(|it| words(it)).collect()),
            // Where it stands matters for what has no identity of its own: two links of the same name in two lists.
            within_id_suffixes: container.into_iter().filter(|_| !is_named).collect(),
            neighbours: wordings(self.neighbours.iter().take(2).flat_map(|it| words(it)).collect()),
            ..Target::default()
        };
        (is_named || !target.names.is_empty()).then_some(target)
    }

    fn is_sound(&self) -> bool {
        let texts = [&self.name, &self.label, &self.id, &self.name_attribute];
        let lists = [&self.section, &self.within_ids, &self.neighbours];
        let is_short = |text: &&String| text.chars().count() <= LONGEST;
        let is_word = |text: &String| {
            text.len() <= MOST && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        [&self.tag, &self.kind, &self.role].into_iter().all(is_word)
            && texts.iter().all(is_short)
            && lists
                .iter()
                .all(|list| list.len() <= MOST && list.iter().all(|text| is_short(&text)))
    }
}

/// The text is a word of the interface: not empty, not a record, not somebody's address or number.
#[must_use]
pub fn is_word(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    !(text.is_empty() || digits >= DIGITS || text.contains('@') || text.split_whitespace().any(is_record))
}

fn words(text: &str) -> Option<String> {
    is_word(text).then(|| text.to_owned())
}

/// The language of a page is the user's, and the wording is this org's: it stands under no language.
fn wordings(texts: Vec<String>) -> Wordings {
    let there = !texts.is_empty();
    there.then(|| (String::new(), texts)).into_iter().collect()
}

/// An id that stays as it is, or the end of one that does.
fn identity(id: &str) -> (Vec<String>, Vec<String>) {
    if id.is_empty() || id.contains(char::is_whitespace) {
        return (Vec::new(), Vec::new());
    }
    let has_record = id.split(['_', '-', ':', '.']).any(is_record);
    if !is_volatile(id) && !has_record {
        return (vec![id.to_owned()], Vec::new());
    }
    // `j_id0:j_id9:thePage:save` ends in `:thePage:save`, and `0PS…_List` in `_List`.
    let mut begins = id.len();
    for part in id.rsplit([':', '.', '$']) {
        let start = begins.saturating_sub(part.len() + 1);
        let of_record = part.split_once('_').filter(|(record, _)| is_record(record));
        if let Some((_, rest)) = of_record.filter(|(_, rest)| !is_volatile(rest)) {
            begins = begins.saturating_sub(rest.len() + 1);
        }
        if is_volatile(part) || is_record(part) || of_record.is_some() {
            break;
        }
        begins = start;
    }
    let end = id.get(begins..).filter(|end| !end.is_empty() && begins > 0);
    (Vec::new(), end.map(str::to_owned).into_iter().collect())
}

/// A record's id, and not a word as long as one.
fn is_record(part: &str) -> bool {
    record_part(part).is_some() && part.bytes().any(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(id: &str, name: &str) -> Shown {
        Shown {
            tag: "input".into(),
            kind: "text".into(),
            role: "textbox".into(),
            name: name.into(),
            id: id.into(),
            ..Shown::default()
        }
    }

    fn learnt(id: &str) -> (Vec<String>, Vec<String>) {
        let target = shown(id, "Label").evidence().unwrap();
        (target.ids, target.id_suffixes)
    }

    #[test]
    fn only_what_stays_of_an_id_is_learnt() {
        let whole = |id: &str| (vec![id.to_owned()], vec![]);
        let end = |id: &str| (vec![], vec![id.to_owned()]);
        assert_eq!(learnt("user_license_id"), whole("user_license_id"));
        assert_eq!(learnt("thePage:theForm:save"), whole("thePage:theForm:save"));
        assert_eq!(learnt("j_id0:j_id9:thePage:save"), end(":thePage:save"));
        assert_eq!(
            learnt("005xx00000001aB_RelatedPermsetAssignmentList"),
            end("_RelatedPermsetAssignmentList")
        );
        for id in [
            "",
            "j_id0:j_id1",
            "input-123456",
            "17:0",
            "sc-1x2y3z",
            "005xx00000001aB",
            "0b4a9d5e-6a57-4b6e-9f6a-0c1d2e3f4a5b",
        ] {
            assert_eq!(learnt(id), (vec![], vec![]), "{id}");
        }
    }

    #[test]
    fn what_belongs_to_somebody_is_no_word() {
        for text in ["ada@example.com", "Order 100200", "0PS000000000001AAA", ""] {
            assert_eq!(words(text), None, "{text}");
        }
        assert_eq!(words("Next (3)").as_deref(), Some("Next (3)"));
        assert_eq!(words("Benutzerlizenz").as_deref(), Some("Benutzerlizenz"));
    }

    #[test]
    fn what_nothing_tells_apart_is_not_learnt() {
        assert_eq!(shown("j_id0:j_id1", "").evidence(), None);
        assert_eq!(shown("", "ada@example.com").evidence(), None);
        assert_ne!(shown("save", "").evidence(), None);
        assert_ne!(shown("", "Save").evidence(), None);
        let heading = Shown {
            role: "heading".into(),
            ..shown("", "Users")
        };
        assert_eq!(heading.evidence(), None);
    }

    #[test]
    fn a_container_stands_for_a_missing_identity_only() {
        let within = |id: &str| Shown {
            within_ids: vec!["j_id3".into(), "005xx00000001aB_List".into()],
            ..shown(id, "Edit")
        };
        assert_eq!(within("").evidence().unwrap().within_id_suffixes, ["_List"]);
        assert!(within("edit").evidence().unwrap().within_id_suffixes.is_empty());
    }

    #[test]
    fn a_hostile_description_is_refused() {
        let long = "x".repeat(201);
        let hostile = [
            Shown {
                kind: "password".into(),
                ..shown("pw", "Password")
            },
            shown("id", &long),
            shown(&long, "Name"),
            Shown {
                role: "text box".into(),
                ..shown("id", "Name")
            },
            Shown {
                tag: "<script>".into(),
                ..shown("id", "Name")
            },
            Shown {
                neighbours: vec![long.clone()],
                ..shown("id", "Name")
            },
            Shown {
                within_ids: vec!["a".into(); 41],
                ..shown("id", "Name")
            },
        ];
        for shown in hostile {
            assert_eq!(shown.evidence(), None, "{shown:?}");
        }
    }
}
