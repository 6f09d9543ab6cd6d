//! Holding what a target states against one element.

use super::ids::{ends_in, has_part, is_volatile, same_record};
use super::pieces::{Piece, Pieces};
use super::text::{Likeness, Text, likeness};
use crate::snapshot::Element;
use crate::target::{Target, Wordings};

/// A target, made ready to be held against all elements of a snapshot.
pub struct Statement<'a> {
    target: &'a Target,
    names: Vec<Text>,
    exact: Vec<Text>,
    knows_names: bool,
    knows_options: bool,
    knows_sections: bool,
    knows_neighbours: bool,
}

impl<'a> Statement<'a> {
    /// What the target states of elements of a page in this language.
    #[must_use]
    pub fn new(target: &'a Target, language: &str) -> Self {
        Self {
            target,
            names: target
                .names
                .values()
                .flatten()
                .map(|name| Text::new(name))
                .collect(),
            exact: target.exact_names.iter().map(|name| Text::new(name)).collect(),
            knows_names: knows(&target.names, language),
            knows_options: knows(&target.option_labels, language),
            knows_sections: knows(&target.section, language),
            knows_neighbours: knows(&target.neighbours, language),
        }
    }

    /// What speaks for and against the element.
    #[must_use]
    pub fn held_against(&self, element: &Element) -> Pieces {
        let mut pieces = Pieces::default();
        self.by_identity(element, &mut pieces);
        self.by_words(element, &mut pieces);
        self.by_options(element, &mut pieces);
        self.by_address(element, &mut pieces);
        // Most elements say nothing of what is wanted: the rest of the questions is for the others.
        if pieces.is_telling() {
            self.by_nature(element, &mut pieces);
            self.by_surroundings(element, &mut pieces);
            pieces.add_if(element.disabled, Piece::Disabled);
        }
        pieces
    }

    fn by_identity(&self, element: &Element, pieces: &mut Pieces) {
        let target = self.target;
        let is_fixed = !element.id.is_empty() && !is_volatile(&element.id);
        let whole = is_fixed && target.ids.contains(&element.id);
        let end = !whole
            && target
                .id_suffixes
                .iter()
                .any(|suffix| ends_in(&element.id, suffix));
        let named = target.name_attributes.iter().any(|name| {
            if name.starts_with(':') {
                ends_in(&element.name_attribute, name)
            } else {
                !name.is_empty() && element.name_attribute == *name
            }
        });
        pieces.add_if(whole, Piece::Id);
        pieces.add_if(end, Piece::IdEnd);
        pieces.add_if(named && (whole || end), Piece::NameAttributeToo);
        pieces.add_if(named && !whole && !end, Piece::NameAttribute);
        let states_id = !target.ids.is_empty() || !target.id_suffixes.is_empty();
        pieces.add_if(states_id && is_fixed && !whole && !end, Piece::OtherId);
        let has_name = !element.name_attribute.is_empty();
        let states_name = !target.name_attributes.is_empty();
        pieces.add_if(states_name && has_name && !named, Piece::OtherNameAttribute);
    }

    /// Accessible name, label and prompt, in any language.
    fn by_words(&self, element: &Element, pieces: &mut Pieces) {
        let [name, label, prompt] = element.texts();
        let best = |text: &Text| {
            let alike = self.names.iter().map(|known| known.likeness(text));
            alike.max().unwrap_or(Likeness::Different)
        };
        let called = best(name);
        let labelled = if label == name { called } else { best(label) };
        let prompted = best(prompt);
        let likeness = called.max(labelled).max(prompted);
        let piece = match likeness {
            Likeness::Same => Some(Piece::SameWords),
            Likeness::Decorated => Some(Piece::DecoratedWords),
            Likeness::Close => Some(Piece::CloseWords),
            Likeness::FewMore => Some(Piece::FewMoreWords),
            Likeness::ManyMore => Some(Piece::ManyMoreWords),
            Likeness::Different => None,
        };
        let is_readable = !(name.is_empty() && label.is_empty() && prompt.is_empty());
        match piece {
            Some(piece) => {
                pieces.add_if(true, piece);
                let both = called > Likeness::Different && labelled.max(prompted) > Likeness::Different;
                pieces.add_if(both, Piece::NameAndLabel);
                let is_called_otherwise = called == Likeness::Different && !name.is_empty();
                pieces.add_if(is_called_otherwise, Piece::LabelAlone);
            }
            None if !is_readable => pieces.add_if(true, Piece::NoWords),
            None if self.names.is_empty() => {}
            None if self.knows_names => pieces.add_if(true, Piece::OtherWords),
            None => pieces.add_if(true, Piece::ForeignWords),
        }
        if !self.exact.is_empty() {
            let is_one = |text: &Text| self.exact.iter().any(|name| name.is(text));
            let has_one = element.texts().iter().any(is_one);
            pieces.add_if(has_one, Piece::ExactName);
            pieces.add_if(!has_one, Piece::NotExactName);
        }
    }

    /// Options of a choice: the record that one stands for, or its label. A list without options tells nothing: they may come
    /// late.
    fn by_options(&self, element: &Element, pieces: &mut Pieces) {
        let target = self.target;
        let is_stated = !target.option_records.is_empty() || !target.option_labels.is_empty();
        if !is_stated || element.options.is_empty() {
            return;
        }
        let offers =
            |wanted: &dyn Fn(&crate::snapshot::ChoiceOption) -> bool| element.options.iter().any(wanted);
        let record = offers(&|option| {
            let mut records = target.option_records.iter();
            records.any(|record| same_record(record, &option.value))
        });
        let label = !record
            && offers(&|option| {
                let mut labels = target.option_labels.values().flatten();
                labels.any(|wording| likeness(wording, &option.label) == Likeness::Same)
            });
        pieces.add_if(record, Piece::OptionRecord);
        pieces.add_if(label, Piece::OptionLabel);
        pieces.add_if(!record && !label && self.knows_options, Piece::OtherOptions);
    }

    fn by_address(&self, element: &Element, pieces: &mut Pieces) {
        let stated = &self.target.href_contains;
        if stated.is_empty() || element.href.is_empty() {
            return;
        }
        let leads_there = stated.iter().any(|part| has_part(&element.href, part));
        let leads_nowhere = element.href.starts_with("javascript:") || element.href.ends_with('#');
        pieces.add_if(leads_there, Piece::Address);
        pieces.add_if(!leads_there && !leads_nowhere, Piece::OtherAddress);
    }

    fn by_nature(&self, element: &Element, pieces: &mut Pieces) {
        let target = self.target;
        if let Some(role) = target.role.as_deref() {
            pieces.add_if(
                true,
                if element.role == role {
                    Piece::Role
                } else if element.role == "generic" && stands_for(role) {
                    Piece::StandsForRole
                } else if is_akin(role, &element.role) {
                    Piece::AkinRole
                } else {
                    Piece::OtherRole
                },
            );
        }
        if !target.tags.is_empty() {
            let is_stated = target
                .tags
                .iter()
                .any(|tag| *tag == element.tag || *tag == element.kind);
            pieces.add_if(is_stated, Piece::ElementType);
            pieces.add_if(!is_stated, Piece::OtherElementType);
        }
        let has_class = target.classes.iter().any(|class| element.classes.contains(class));
        pieces.add_if(has_class, Piece::Class);
    }

    /// A stated surrounding that is another one than stated is what tells the assignments of permission sets from those of
    /// permission set groups (Salesforce fact §4).
    fn by_surroundings(&self, element: &Element, pieces: &mut Pieces) {
        let target = self.target;
        let like = |stated: &Wordings, texts: &[String]| {
            let alike = |wording: &String, text: &String| likeness(wording, text) >= Likeness::Close;
            texts
                .iter()
                .any(|text| stated.values().flatten().any(|wording| alike(wording, text)))
        };
        let ends = |id: &String| target.within_id_suffixes.iter().any(|suffix| ends_in(id, suffix));
        let container = element.within_ids.iter().any(ends);
        let section = like(&target.section, &element.section);
        let in_containers = !target.within_id_suffixes.is_empty() && !element.within_ids.is_empty();
        let in_sections = self.knows_sections && !element.section.is_empty();
        pieces.add_if(container, Piece::Container);
        pieces.add_if(section, Piece::Section);
        pieces.add_if(in_containers && !container && !section, Piece::OtherContainer);
        pieces.add_if(in_sections && !container && !section, Piece::OtherSection);
        if !target.neighbours.is_empty() {
            let beside = like(&target.neighbours, &element.neighbours);
            pieces.add_if(beside, Piece::Neighbour);
            pieces.add_if(!beside && self.knows_neighbours, Piece::OtherNeighbours);
        }
    }
}

/// The wordings include the page's language.
fn knows(wordings: &Wordings, language: &str) -> bool {
    let primary = |tag: &str| {
        tag.split(['-', '_'])
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase()
    };
    !language.is_empty() && wordings.keys().any(|tag| primary(tag) == primary(language))
}

/// What sites make of elements that say nothing about themselves.
fn stands_for(role: &str) -> bool {
    matches!(
        role,
        "button"
            | "link"
            | "combobox"
            | "listbox"
            | "checkbox"
            | "switch"
            | "radio"
            | "option"
            | "tab"
            | "treeitem"
            | "menuitem"
    )
}

/// Roles that sites use for the same thing.
fn is_akin(wanted: &str, seen: &str) -> bool {
    const FAMILIES: [&[&str]; 5] = [
        &["button", "link", "tab", "menuitem", "treeitem"],
        &["combobox", "listbox", "button", "radiogroup", "menu"],
        &["textbox", "searchbox", "combobox", "spinbutton"],
        &["checkbox", "switch", "menuitemcheckbox"],
        &["radio", "option", "button", "menuitemradio", "listitem", "link"],
    ];
    FAMILIES
        .iter()
        .any(|family| family.contains(&wanted) && family.contains(&seen))
}
