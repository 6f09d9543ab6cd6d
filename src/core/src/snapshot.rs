//! What `locate` sees of a frame: one row per element that could be a target.

use crate::locate::text::Text;
use std::cell::OnceCell;

/// A frame's candidates at one moment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Snapshot {
    /// The language that the document declares (`html[lang]`), empty where it declares none.
    pub language: String,
    /// All candidates in document order; an element's index in here is its handle.
    pub elements: Vec<Element>,
}

/// One candidate element, as the content script read it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Element {
    /// Tag name in lower case.
    pub tag: String,
    /// `type` attribute in lower case.
    pub kind: String,
    /// Computed role (explicit or implied).
    pub role: String,
    /// Computed accessible name, white space folded, at most 200 characters.
    pub name: String,
    /// Text of the label that belongs to it or stands before it (`<label>`, table cell, `.labelCol`); the first line of a
    /// card or link that holds several lines of text.
    pub label: String,
    /// `id` attribute.
    pub id: String,
    /// `name` attribute.
    pub name_attribute: String,
    /// Classes.
    pub classes: Vec<String>,
    /// `title` attribute.
    pub title: String,
    /// `placeholder` attribute.
    pub placeholder: String,
    /// `href` as resolved, for links.
    pub href: String,
    /// Headings and legends around it, nearest first.
    pub section: Vec<String>,
    /// Ids of its ancestors that have one, nearest first.
    pub within_ids: Vec<String>,
    /// Index of the nearest candidate that it stands in: a link inside a tree item, a box inside a card.
    pub inside: Option<usize>,
    /// Number of the tree that it was read with, in its order: the document, or a shadow root, which are read after it. 0 for what
    /// is known by a text on it only and stands after all others.
    pub tree: usize,
    /// Number of the form, dialog or section of the page that it stands in.
    pub part: Option<usize>,
    /// Names of the controls right beside it.
    pub neighbours: Vec<String>,
    /// Options of a select or list box.
    pub options: Vec<ChoiceOption>,
    /// It is shown, has a size and is not hidden from assistive technology.
    pub visible: bool,
    /// It is disabled or read-only.
    pub disabled: bool,
    /// Whether what it opens is open (`aria-expanded`); `None` where it says nothing of that.
    pub expanded: Option<bool>,
    /// Its texts as they are compared.
    pub compared: Compared,
}

impl Element {
    /// The name, the label and the prompt, made ready once for all targets.
    #[must_use]
    pub fn texts(&self) -> &[Text; 3] {
        let read = || [&self.name, &self.label, &self.placeholder].map(|text| Text::new(text));
        self.compared.0.get_or_init(read)
    }
}

/// An element's texts made ready to be compared, from the first time that they are; a copy begins anew.
#[derive(Debug, Default)]
pub struct Compared(OnceCell<[Text; 3]>);

impl Clone for Compared {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl PartialEq for Compared {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// One option of a choice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChoiceOption {
    /// `value` attribute.
    pub value: String,
    /// What it shows.
    pub label: String,
    /// It is chosen.
    pub selected: bool,
}
