//! Comparing an element as it looked with every candidate of a page as it looks now.

use super::appearance::{Appearance, Place};
use super::evidence::{Evidence, Kind, Said};
use super::lexicon::{Lexicon, Word, overlap, rarity, union, within};
use super::likeness::{common_tail, distance, letters, share, words_of};
use super::text::fold;

/// A page's candidates, read once and compared with whatever is looked for.
pub struct Page<'a> {
    lexicon: Lexicon,
    readings: Vec<Reading<'a>>,
    /// For each candidate whether it stands in another one with the same text, and whether such a one stands in it.
    twins: Vec<(bool, bool)>,
}

impl<'a> Page<'a> {
    /// Reads the candidates.
    #[must_use]
    pub fn new(candidates: &'a [Appearance]) -> Self {
        let lexicon = Lexicon::new(candidates.iter().map(|seen| Words::of(seen).all()));
        let readings: Vec<Reading> = candidates
            .iter()
            .map(|seen| Reading::new(seen, &lexicon))
            .collect();
        let twins = readings
            .iter()
            .map(|reading| twins_of(reading, &readings))
            .collect();
        Self {
            lexicon,
            readings,
            twins,
        }
    }

    /// The evidence for every candidate, in their order.
    #[must_use]
    pub fn compare(&self, wanted: &Appearance) -> Vec<Evidence> {
        let wanted = Reading::new(wanted, &self.lexicon);
        let candidates = self.readings.iter().zip(&self.twins);
        candidates
            .map(|(seen, &(inside, around))| {
                let mut evidence = Evidence::default();
                by_nature(&wanted, seen, &mut evidence);
                by_identity(&wanted, seen, &mut evidence);
                by_words(&wanted, seen, &mut evidence);
                by_surroundings(&wanted, seen, &mut evidence);
                by_path(&wanted, seen, &mut evidence);
                by_place(wanted.of.place, seen.of.place, &mut evidence);
                evidence.say(Kind::InTwin, Said::whether(inside));
                evidence.say(Kind::AroundTwin, Said::whether(around));
                evidence
            })
            .collect()
    }
}

fn twins_of(reading: &Reading, readings: &[Reading]) -> (bool, bool) {
    let path = &reading.of.path;
    let twins = || {
        let same =
            |other: &&Reading| !reading.shown.is_empty() && other.shown.first() == reading.shown.first();
        readings.iter().filter(same).map(|other| &other.of.path)
    };
    (
        twins().any(|other| other.len() < path.len() && path.starts_with(other)),
        twins().any(|other| other.len() > path.len() && other.starts_with(path)),
    )
}

/// What sort of thing a tag stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Pressed,
    Entered,
    Item,
    Heading,
    Picture,
    Text,
}

impl Sort {
    fn of(tag: &str) -> Self {
        match tag {
            "a" | "button" => Self::Pressed,
            "input" | "select" | "textarea" => Self::Entered,
            "li" | "td" | "tr" | "th" | "option" => Self::Item,
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Self::Heading,
            "svg" | "img" | "i" => Self::Picture,
            _ => Self::Text,
        }
    }
}

/// The words of an appearance, by where they stand.
struct Words {
    id: Vec<String>,
    name_attribute: Vec<String>,
    class_words: Vec<String>,
    classes: Vec<String>,
    address: Vec<String>,
    address_end: Vec<String>,
    text: Vec<String>,
    shown: Vec<String>,
    neighbours: Vec<String>,
    anchor: Vec<String>,
}

impl Words {
    fn of(seen: &Appearance) -> Self {
        let address = without_scheme(&seen.href);
        Self {
            id: words_of(&seen.id),
            name_attribute: words_of(&seen.name_attribute),
            class_words: words_of(&seen.classes),
            // The dot keeps whole classes apart from words.
            classes: seen
                .classes
                .split_whitespace()
                .map(|class| format!(".{class}"))
                .collect(),
            address: words_of(address),
            address_end: words_of(
                address
                    .trim_end_matches('/')
                    .rsplit('/')
                    .next()
                    .unwrap_or_default(),
            ),
            text: words_of(&seen.text),
            shown: texts(seen).flat_map(|text| words_of(text)).collect(),
            neighbours: words_of(&seen.neighbours),
            anchor: words_of(anchor(seen)),
        }
    }

    fn all(self) -> Vec<String> {
        [
            self.id,
            self.name_attribute,
            self.class_words,
            self.classes,
            self.address,
            self.shown,
            self.neighbours,
            self.anchor,
        ]
        .concat()
    }
}

fn texts(seen: &Appearance) -> impl Iterator<Item = &String> {
    std::iter::once(&seen.text).chain(&seen.other_words)
}

/// A site may have moved from http to https.
fn without_scheme(href: &str) -> &str {
    href.split_once("://").map_or(href, |(_, rest)| rest)
}

/// The id that the anchored path begins with.
fn anchor(seen: &Appearance) -> &str {
    let first = seen.anchored_path.first().map_or("", String::as_str);
    if first.ends_with(']') { "" } else { first }
}

/// An appearance cut into what can be compared.
struct Reading<'a> {
    of: &'a Appearance,
    sort: Sort,
    text: String,
    /// Everything that it shows or is called by, folded.
    shown: Vec<String>,
    id_words: Vec<Word>,
    class_words: Vec<Word>,
    classes: Vec<Word>,
    address_words: Vec<Word>,
    address_end: Vec<Word>,
    text_words: Vec<Word>,
    shown_words: Vec<Word>,
    neighbours: Vec<Word>,
    beside: [Vec<Word>; 4],
    anchor: Vec<Word>,
    everything: Vec<Word>,
    path_tags: Vec<&'a str>,
    anchored_steps: &'a [String],
    anchored_tags: Vec<&'a str>,
}

impl<'a> Reading<'a> {
    fn new(of: &'a Appearance, lexicon: &Lexicon) -> Self {
        let words = Words::of(of);
        let read = |words| lexicon.look_up(words);
        let mut shown: Vec<String> = texts(of).map(|text| fold(text)).collect();
        shown.retain(|text| !text.is_empty());
        let id_words = read(words.id);
        let name_words = read(words.name_attribute);
        let class_words = read(words.class_words);
        let address_words = read(words.address);
        let shown_words = read(words.shown);
        let anchor = read(words.anchor);
        let everything = union(&[
            &id_words,
            &name_words,
            &class_words,
            &address_words,
            &shown_words,
            &anchor,
        ]);
        Self {
            of,
            sort: Sort::of(&of.tag),
            text: fold(&of.text),
            shown,
            id_words,
            class_words,
            classes: read(words.classes),
            address_words,
            address_end: read(words.address_end),
            text_words: read(words.text),
            shown_words,
            neighbours: read(words.neighbours),
            beside: [0, 1, 2, 3]
                .map(|side| read(of.beside.get(side).map(|text| words_of(text)).unwrap_or_default())),
            anchor,
            everything,
            path_tags: tags(&of.path),
            anchored_steps: of.anchored_path.get(1..).unwrap_or_default(),
            anchored_tags: tags(&of.anchored_path),
        }
    }
}

fn tags(path: &[String]) -> Vec<&str> {
    let tag = |step: &'_ String| step.find('[').unwrap_or(step.len());
    path.iter()
        .map(|step| step.get(..tag(step)).unwrap_or_default())
        .collect()
}

fn by_nature(wanted: &Reading, seen: &Reading, evidence: &mut Evidence) {
    let (old, new) = (wanted.of, seen.of);
    evidence.say(Kind::Tag, Said::whether(old.tag == new.tag));
    evidence.say(Kind::Sort, Said::whether(wanted.sort == seen.sort));
    evidence.say(Kind::Type, of_texts(&old.kind, &new.kind, same));
    let is = |sorts: &[Sort]| Said::whether(sorts.contains(&seen.sort));
    evidence.say(Kind::Operable, is(&[Sort::Pressed, Sort::Entered]));
    evidence.say(Kind::Item, is(&[Sort::Item]));
    evidence.say(Kind::Picture, is(&[Sort::Picture]));
    evidence.say(Kind::Heading, is(&[Sort::Heading]));
}

fn by_identity(wanted: &Reading, seen: &Reading, evidence: &mut Evidence) {
    let (old, new) = (wanted.of, seen.of);
    evidence.say(Kind::IdLetters, of_texts(&old.id, &new.id, letters));
    evidence.say(Kind::IdWords, of_words(&wanted.id_words, &seen.id_words));
    evidence.say(
        Kind::NameAttribute,
        of_texts(&old.name_attribute, &new.name_attribute, letters),
    );
    evidence.say(Kind::ClassWords, of_words(&wanted.class_words, &seen.class_words));
    evidence.say(Kind::Classes, of_words(&wanted.classes, &seen.classes));
    let address = |likeness: &dyn Fn(bool) -> f32| {
        of_texts(&old.href, &new.href, |old, new| {
            likeness(without_scheme(old) == without_scheme(new))
        })
    };
    // Words of an address in another order are another address.
    let alike = |same| {
        if same {
            1.0
        } else {
            0.8 * overlap(&wanted.address_words, &seen.address_words)
        }
    };
    evidence.say(Kind::Address, address(&alike));
    evidence.say(
        Kind::AddressEnd,
        address(&|_| overlap(&wanted.address_end, &seen.address_end)),
    );
    let rare = |same| if same { rarity(&wanted.address_words) } else { 0.0 };
    evidence.say(Kind::SameAddress, address(&rare));
}

fn by_words(wanted: &Reading, seen: &Reading, evidence: &mut Evidence) {
    let rare = |old: &str, new: &str| {
        if old == new {
            rarity(&wanted.text_words)
        } else {
            0.0
        }
    };
    evidence.say(Kind::SameText, of_texts(&wanted.text, &seen.text, rare));
    evidence.say(Kind::TextLetters, of_texts(&wanted.text, &seen.text, letters));
    let pairs = || {
        wanted
            .shown
            .iter()
            .flat_map(|old| seen.shown.iter().map(move |new| (old, new)))
    };
    let nearest = || pairs().map(|(old, new)| letters(old, new)).fold(0.0, f32::max);
    evidence.say(
        Kind::AnyLetters,
        Said::of(!wanted.shown.is_empty(), !seen.shown.is_empty(), nearest),
    );
    let (old, new) = (&wanted.shown_words, &seen.shown_words);
    evidence.say(Kind::AllWords, of_words(old, new));
    let contained = || within(old, new).max(within(new, old));
    evidence.say(
        Kind::ContainedWords,
        Said::of(!old.is_empty(), !new.is_empty(), contained),
    );
    evidence.say(Kind::Everything, of_words(&wanted.everything, &seen.everything));
    evidence.say(
        Kind::Kept,
        Said::Alike(within(&wanted.everything, &seen.everything)),
    );
}

fn by_surroundings(wanted: &Reading, seen: &Reading, evidence: &mut Evidence) {
    evidence.say(Kind::Neighbours, of_words(&wanted.neighbours, &seen.neighbours));
    let kinds = [Kind::Left, Kind::Right, Kind::Above, Kind::Below];
    for ((kind, old), new) in kinds.into_iter().zip(&wanted.beside).zip(&seen.beside) {
        evidence.say(kind, of_words(old, new));
    }
}

fn by_path(wanted: &Reading, seen: &Reading, evidence: &mut Evidence) {
    let (old, new) = (wanted.of.path.as_slice(), seen.of.path.as_slice());
    evidence.say(Kind::PathEnd, end(old, new));
    evidence.say(Kind::PathSteps, steps(old, new));
    evidence.say(Kind::PathTags, steps(&wanted.path_tags, &seen.path_tags));
    evidence.say(Kind::AnchorWords, of_words(&wanted.anchor, &seen.anchor));
    evidence.say(Kind::AnchoredEnd, end(wanted.anchored_steps, seen.anchored_steps));
    evidence.say(
        Kind::AnchoredSteps,
        steps(wanted.anchored_steps, seen.anchored_steps),
    );
    evidence.say(
        Kind::AnchoredTags,
        steps(&wanted.anchored_tags, &seen.anchored_tags),
    );
}

fn by_place(wanted: Option<Place>, seen: Option<Place>, evidence: &mut Evidence) {
    let (Some(old), Some(new)) = (wanted, seen) else {
        return;
    };
    let apart = (old.left - new.left).hypot(old.top - new.top);
    evidence.say(Kind::Nearness, Said::Alike(1.0 / (1.0 + apart / 100.0)));
    evidence.say(Kind::Width, ratio(old.width, new.width));
    evidence.say(Kind::Height, ratio(old.height, new.height));
    evidence.say(Kind::Area, ratio(old.width * old.height, new.width * new.height));
    let shape = |place: Place| 100.0 * place.width / place.height.max(1.0);
    evidence.say(Kind::Shape, ratio(shape(old), shape(new)));
}

fn ratio(one: f32, other: f32) -> Said {
    let (one, other) = (one.max(0.0) + 1.0, other.max(0.0) + 1.0);
    Said::Alike(one.min(other) / one.max(other))
}

fn same(one: &str, other: &str) -> f32 {
    if one == other { 1.0 } else { 0.0 }
}

fn of_texts(wanted: &str, seen: &str, likeness: impl FnOnce(&str, &str) -> f32) -> Said {
    Said::of(!wanted.is_empty(), !seen.is_empty(), || likeness(wanted, seen))
}

fn of_words(wanted: &[Word], seen: &[Word]) -> Said {
    Said::of(!wanted.is_empty(), !seen.is_empty(), || overlap(wanted, seen))
}

fn end<T: PartialEq>(wanted: &[T], seen: &[T]) -> Said {
    Said::Alike(share(common_tail(wanted, seen), wanted.len().max(seen.len())))
}

fn steps<T: PartialEq>(wanted: &[T], seen: &[T]) -> Said {
    Said::Alike(1.0 - share(distance(wanted, seen), wanted.len().max(seen.len())))
}
