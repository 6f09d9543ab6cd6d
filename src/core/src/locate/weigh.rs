//! Weighing one element against a target: every piece of evidence by itself.

use super::ids::{ends_in, is_volatile, same_record};
use super::text::{Likeness, fold, likeness, likeness_of_folded};
use crate::snapshot::Element;
use crate::target::{Target, Wordings};

/// What the evidence for one element amounts to.
#[derive(Clone, Debug, Default)]
pub(super) struct Weight {
    /// Points for less points against.
    pub points: i32,
    /// Kinds of evidence that speak for it, each counted once: pieces of one kind are not independent.
    pub kinds: u8,
    /// One of them tells this element from all others: words, identity, options or a link's address.
    pub telling: bool,
    /// Something says that it must not be it, however much speaks for it.
    pub vetoed: bool,
    /// The pieces for and against, in words.
    pub why: Vec<&'static str>,
}

impl Weight {
    fn add(&mut self, points: i32, why: &'static str) {
        self.points += points;
        self.why.push(why);
    }
}

/// What stays the same for all elements of a snapshot.
pub(super) struct Circumstances<'a> {
    pub target: &'a Target,
    pub language: &'a str,
    /// The target's names, folded once for all elements.
    names: Vec<String>,
    /// The names of which it must have one, folded.
    exact: Vec<String>,
}

impl<'a> Circumstances<'a> {
    pub fn new(target: &'a Target, language: &'a str) -> Self {
        Self {
            target,
            language,
            names: target.names.values().flatten().map(|name| fold(name)).collect(),
            exact: target.exact_names.iter().map(|name| fold(name)).collect(),
        }
    }
}

/// Weighs one element.
pub(super) fn weigh(element: &Element, around: &Circumstances) -> Weight {
    let target = around.target;
    let mut weight = Weight::default();
    let telling = [
        by_identity(element, target, &mut weight),
        by_words(element, around, &mut weight),
        by_options(element, around, &mut weight),
        by_address(element, target, &mut weight),
    ];
    let supporting = [
        by_kind(element, target, &mut weight),
        by_context(element, around, &mut weight),
    ];
    weight.telling = telling.contains(&true);
    weight.kinds = telling
        .iter()
        .chain(&supporting)
        .map(|&speaks| u8::from(speaks))
        .sum();
    weight
}

/// Id, stable end of the id, `name` attribute. In Classic the `name` repeats the id: the second one adds little.
fn by_identity(element: &Element, target: &Target, weight: &mut Weight) -> bool {
    let whole = !is_volatile(&element.id) && target.ids.contains(&element.id);
    let suffix = target
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
    let points = match (whole, suffix, named) {
        (true, _, true) => 46,
        (true, _, false) => 40,
        (false, true, true) => 42,
        (false, true, false) => 36,
        (false, false, true) => 28,
        (false, false, false) => 0,
    };
    let pieces = [
        (whole, "id"),
        (suffix, "end of the id"),
        (named, "name attribute"),
    ];
    weight
        .why
        .extend(pieces.into_iter().filter(|(there, _)| *there).map(|(_, why)| why));
    weight.points += points;
    points > 0
}

/// Accessible name and label, in any language; what the user entered stands for a name that only this org knows.
fn by_words(element: &Element, around: &Circumstances, weight: &mut Weight) -> bool {
    let target = around.target;
    let best = |text: &String| {
        let text = fold(text);
        let alike = around.names.iter().map(|name| likeness_of_folded(name, &text));
        let best = alike.max().unwrap_or(Likeness::Different);
        // A record is one with exactly this name: a close one is another record.
        if !text.is_empty() && around.exact.contains(&text) {
            Likeness::Same
        } else {
            best
        }
    };
    let read = [&element.name, &element.label, &element.placeholder];
    let [name, label, hint] = read.map(best);
    let label = label.max(hint);

    let points = match name.max(label) {
        Likeness::Same => 32,
        Likeness::Close => 22,
        Likeness::Different => 0,
    };
    if points > 0 {
        let both = name != Likeness::Different && label != Likeness::Different;
        weight.add(
            points + if both { 2 } else { 0 },
            if name >= label { "name" } else { "label" },
        );
        return true;
    }
    let readable = read.iter().any(|text| !text.is_empty());
    if !around.exact.is_empty() && target.names.is_empty() {
        weight.vetoed = true;
        weight.why.push("not the name that it has exactly");
    } else if readable && knows(&target.names, around.language) {
        weight.add(-12, "another name, in a language whose wording is known");
    }
    false
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

/// Options of a choice: the record that one stands for, or its label. A list without options tells nothing: they may
/// come late.
fn by_options(element: &Element, around: &Circumstances, weight: &mut Weight) -> bool {
    let target = around.target;
    let stated = !target.option_records.is_empty() || !target.option_labels.is_empty();
    if !stated || element.options.is_empty() {
        return false;
    }
    let record = element.options.iter().any(|option| {
        target
            .option_records
            .iter()
            .any(|record| same_record(record, &option.value))
    });
    let label = element.options.iter().any(|option| {
        target
            .option_labels
            .values()
            .flatten()
            .any(|wording| likeness(wording, &option.label) == Likeness::Same)
    });
    match (record, label) {
        (true, _) => weight.add(34, "an option's record"),
        (false, true) => weight.add(28, "an option's label"),
        (false, false) if knows(&target.option_labels, around.language) => {
            weight.add(-6, "none of its options is the wanted one");
        }
        (false, false) => {}
    }
    record || label
}

/// Where a link leads.
fn by_address(element: &Element, target: &Target, weight: &mut Weight) -> bool {
    if target.href_contains.is_empty() || element.href.is_empty() {
        return false;
    }
    let leads_there = target
        .href_contains
        .iter()
        .any(|part| !part.is_empty() && element.href.contains(part.as_str()));
    if leads_there {
        weight.add(28, "the link's address");
    } else if !element.href.starts_with("javascript:") && !element.href.ends_with('#') {
        weight.add(-20, "a link to elsewhere");
    }
    leads_there
}

/// Role, element type and stable classes: what kind of thing it is.
fn by_kind(element: &Element, target: &Target, weight: &mut Weight) -> bool {
    let mut speaks = false;
    if let Some(role) = target.role.as_deref() {
        if element.role == role {
            speaks = true;
            weight.add(10, "role");
        } else if element.role == "generic" && stands_for(role) {
            speaks = true;
            weight.add(5, "it can be pressed");
        } else if akin(role, &element.role) {
            weight.add(4, "a similar role");
        } else {
            weight.add(-25, "another role");
        }
    }
    if !target.tags.is_empty() {
        if target
            .tags
            .iter()
            .any(|tag| *tag == element.tag || *tag == element.kind)
        {
            speaks = true;
            weight.add(6, "element type");
        } else {
            weight.add(-6, "another element type");
        }
    }
    if target.classes.iter().any(|class| element.classes.contains(class)) {
        speaks = true;
        weight.add(6, "class");
    }
    speaks
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
fn akin(wanted: &str, seen: &str) -> bool {
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

/// Section, container and neighbours. A stated surrounding that is another one than stated is what tells the assignments
/// of permission sets from those of permission set groups (Salesforce fact §4): only an id outweighs it.
fn by_context(element: &Element, around: &Circumstances, weight: &mut Weight) -> bool {
    let target = around.target;
    let container = !target.within_id_suffixes.is_empty();
    let in_container = element
        .within_ids
        .iter()
        .any(|id| target.within_id_suffixes.iter().any(|suffix| ends_in(id, suffix)));
    let section = !target.section.is_empty();
    let in_section = element.section.iter().any(|heading| {
        let like = |wording: &String| likeness(wording, heading) != Likeness::Different;
        target.section.values().flatten().any(like)
    });
    if in_container {
        weight.add(18, "container");
    }
    if in_section {
        weight.add(14, "section");
    }
    let elsewhere = (container && !in_container && !element.within_ids.is_empty())
        || (section && !in_section && !element.section.is_empty() && knows(&target.section, around.language));
    if (container || section) && !in_container && !in_section && elsewhere {
        weight.add(-14, "in another part of the page");
        weight.vetoed |= !element_id_matches(element, target);
    }
    let beside = element.neighbours.iter().any(|neighbour| {
        let like = |wording: &String| likeness(wording, neighbour) != Likeness::Different;
        target.neighbours.values().flatten().any(like)
    });
    if beside {
        weight.add(8, "neighbour");
    }
    in_container || in_section || beside
}

fn element_id_matches(element: &Element, target: &Target) -> bool {
    target.ids.contains(&element.id)
        || target
            .id_suffixes
            .iter()
            .any(|suffix| ends_in(&element.id, suffix))
}
