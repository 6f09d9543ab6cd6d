//! Reading and writing the compact form of [`crate::wire`], which is `postcard`'s, without serde: a fifth of the code.
//!
//! From the first fault on everything that is read is a default, and whether there was one is asked once, at the end: so no
//! value has to undo the half of itself that it has read. How a type is read and written is derived.

use crate::wire::{Unreadable, bytes};
use vecmap::{VecMap, VecSet};

/// Bytes that are being read.
pub struct Bytes<'a> {
    rest: &'a [u8],
    faulty: bool,
}

/// A value that has the compact form.
pub trait Lean: Sized {
    /// Reads one; a default where the bytes say something else.
    fn read(from: &mut Bytes) -> Self;

    /// Writes it behind what is there.
    fn write(&self, to: &mut Vec<u8>);
}

/// Writes a length, or the place of an enum's variant.
pub fn number(number: usize, to: &mut Vec<u8>) {
    whole(number as u64, to);
}

/// A whole number, seven bits a byte, the lowest ones first.
fn whole(mut number: u64, to: &mut Vec<u8>) {
    while number >= 0x80 {
        to.push(number as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

/// A number with a sign, which becomes its lowest bit.
fn signed(number: i64, to: &mut Vec<u8>) {
    whole(((number << 1) ^ (number >> 63)).cast_unsigned(), to);
}

/// Reads a value from text that [`crate::wire::write`] made.
///
/// # Errors
/// `Unreadable` for any other text; nothing in it is trusted.
pub fn read<T: Lean>(text: &str) -> Result<T, Unreadable> {
    let bytes = bytes(text)?;
    let mut from = Bytes {
        rest: &bytes,
        faulty: false,
    };
    let value = T::read(&mut from);
    if from.faulty || !from.rest.is_empty() {
        return Err(Unreadable);
    }
    Ok(value)
}

impl Bytes<'_> {
    /// The bytes say what they cannot say.
    pub fn fault(&mut self) {
        self.faulty = true;
        self.rest = &[];
    }

    fn byte(&mut self) -> u8 {
        match self.rest.split_first() {
            Some((first, rest)) => {
                self.rest = rest;
                *first
            }
            None => {
                self.fault();
                0
            }
        }
    }

    /// A length, or the place of an enum's variant.
    pub fn number(&mut self) -> usize {
        usize::try_from(self.whole()).unwrap_or(usize::MAX)
    }

    /// Reads so many values as the number before them says, or up to a fault.
    fn each(&mut self, mut read: impl FnMut(&mut Self)) {
        for _ in 0..self.number() {
            read(self);
            if self.faulty {
                break;
            }
        }
    }

    /// A whole number, seven bits a byte, the lowest ones first.
    fn whole(&mut self) -> u64 {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte();
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return number;
            }
        }
        self.fault();
        0
    }

    /// A number with a sign, which is its lowest bit.
    fn signed(&mut self) -> i64 {
        let number = self.whole();
        (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
    }
}

impl Lean for u8 {
    fn read(from: &mut Bytes) -> Self {
        from.byte()
    }

    fn write(&self, to: &mut Vec<u8>) {
        to.push(*self);
    }
}

impl Lean for usize {
    fn read(from: &mut Bytes) -> Self {
        from.number()
    }

    fn write(&self, to: &mut Vec<u8>) {
        number(*self, to);
    }
}

impl Lean for u32 {
    fn read(from: &mut Bytes) -> Self {
        u32::try_from(from.whole()).unwrap_or_default()
    }

    fn write(&self, to: &mut Vec<u8>) {
        whole((*self).into(), to);
    }
}

impl Lean for u64 {
    fn read(from: &mut Bytes) -> Self {
        from.whole()
    }

    fn write(&self, to: &mut Vec<u8>) {
        whole(*self, to);
    }
}

impl Lean for i32 {
    fn read(from: &mut Bytes) -> Self {
        i32::try_from(from.signed()).unwrap_or_default()
    }

    fn write(&self, to: &mut Vec<u8>) {
        signed((*self).into(), to);
    }
}

impl Lean for i64 {
    fn read(from: &mut Bytes) -> Self {
        from.signed()
    }

    fn write(&self, to: &mut Vec<u8>) {
        signed(*self, to);
    }
}

impl<A: Lean, B: Lean> Lean for (A, B) {
    fn read(from: &mut Bytes) -> Self {
        (A::read(from), B::read(from))
    }

    fn write(&self, to: &mut Vec<u8>) {
        self.0.write(to);
        self.1.write(to);
    }
}

impl Lean for bool {
    fn read(from: &mut Bytes) -> Self {
        match from.byte() {
            0 => false,
            1 => true,
            _ => {
                from.fault();
                false
            }
        }
    }

    fn write(&self, to: &mut Vec<u8>) {
        to.push((*self).into());
    }
}

impl Lean for String {
    fn read(from: &mut Bytes) -> Self {
        let length = from.number();
        let Some((text, rest)) = from.rest.split_at_checked(length) else {
            from.fault();
            return String::new();
        };
        from.rest = rest;
        match std::str::from_utf8(text) {
            Ok(text) => text.to_owned(),
            Err(_) => {
                from.fault();
                String::new()
            }
        }
    }

    fn write(&self, to: &mut Vec<u8>) {
        number(self.len(), to);
        to.extend_from_slice(self.as_bytes());
    }
}

impl<T: Lean> Lean for Option<T> {
    fn read(from: &mut Bytes) -> Self {
        bool::read(from).then(|| T::read(from))
    }

    fn write(&self, to: &mut Vec<u8>) {
        self.is_some().write(to);
        if let Some(value) = self {
            value.write(to);
        }
    }
}

impl<T: Lean> Lean for Box<T> {
    fn read(from: &mut Bytes) -> Self {
        Box::new(T::read(from))
    }

    fn write(&self, to: &mut Vec<u8>) {
        self.as_ref().write(to);
    }
}

impl<T: Lean> Lean for Vec<T> {
    fn read(from: &mut Bytes) -> Self {
        let mut list = Vec::new();
        from.each(|from| list.push(T::read(from)));
        list
    }

    fn write(&self, to: &mut Vec<u8>) {
        number(self.len(), to);
        for value in self {
            value.write(to);
        }
    }
}

impl<T: Lean + Eq> Lean for VecSet<T> {
    fn read(from: &mut Bytes) -> Self {
        let mut set = VecSet::new();
        from.each(|from| {
            set.insert(T::read(from));
        });
        set
    }

    fn write(&self, to: &mut Vec<u8>) {
        number(self.len(), to);
        for value in self {
            value.write(to);
        }
    }
}

impl<K: Lean + Eq, V: Lean> Lean for VecMap<K, V> {
    fn read(from: &mut Bytes) -> Self {
        let mut map = VecMap::new();
        from.each(|from| {
            let key = K::read(from);
            map.insert(key, V::read(from));
        });
        map
    }

    fn write(&self, to: &mut Vec<u8>) {
        number(self.len(), to);
        for (key, value) in self {
            key.write(to);
            value.write(to);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::field::{Control, FieldTask, Wanted};
    use crate::inputs::InputKey;
    use crate::message::{Anchor, CardAction, FrameTask, Show, ToContent};
    use crate::target::Target;
    use crate::view::{CardButton, CardView, FieldWords, Notice, Tone};
    use crate::wire::{Unreadable, write};

    /// A value in which every text is another one and no list is empty: what serde's own tracer would be told, counted up.
    fn told() -> Vec<ToContent> {
        let mut count = 0;
        let mut text = || {
            count += 1;
            format!("text {count} ü")
        };
        let mut words = |language: &str| {
            [(language.to_owned(), vec![text(), text()])]
                .into_iter()
                .collect()
        };
        let target = Target {
            role: Some("button".into()),
            names: words("en"),
            section: words("ja"),
            neighbours: words("pt-BR"),
            option_labels: words(""),
            ids: vec!["id".into()],
            id_suffixes: vec![":end".into()],
            name_attributes: vec!["name".into()],
            classes: vec!["class".into()],
            tags: vec!["submit".into()],
            within_id_suffixes: vec!["_list".into()],
            option_records: vec!["100".into()],
            name_from_input: Some(InputKey::Attachments),
            href_contains: vec!["/lightning".into()],
            exact_names: vec!["Lead".into(), "Leads".into()],
            only_closed: true,
            any_of_equals: true,
        };
        let field = |control: Control, wanted: Wanted| FieldTask {
            id: "id".into(),
            label: "Label".into(),
            target: target.clone(),
            taught: Some(Target::default()),
            control,
            wanted,
            optional: true,
        };
        let lists = Control::DuelingList {
            add: Box::new(target.clone()),
            chosen: Box::default(),
        };
        let option = Wanted::Option {
            record: Some("100000000000001".into()),
            labels: vec!["One".into(), "Two".into()],
        };
        let fields = vec![
            field(Control::Text, Wanted::Text("text".into())),
            field(Control::Choice, option),
            field(Control::Checkbox, Wanted::Checked(true)),
            field(lists, Wanted::Something),
        ];
        let tones = [Tone::Good, Tone::Note, Tone::Warning, Tone::Wrong];
        let card = CardView {
            step: "step".into(),
            section: "section".into(),
            what: "what".into(),
            why: "why".into(),
            progress: "progress".into(),
            percent: 200,
            notices: tones
                .map(|tone| Notice {
                    tone,
                    text: "x".repeat(300),
                })
                .into(),
            field_words: Some(FieldWords {
                matches: "1".into(),
                empty: "2".into(),
                differs: "3".into(),
                by_user: "4".into(),
                not_offered: "5".into(),
                read_only: "6".into(),
                not_found: "7".into(),
                busy: "8".into(),
            }),
            fill: Some("fill".into()),
            actions: CardAction::ALL
                .map(|action| CardButton {
                    action,
                    label: action.name().into(),
                    primary: action == CardAction::Back,
                })
                .into(),
            not_shown: Some("not shown".into()),
            label: "label".into(),
            minimise: "minimise".into(),
            expand: "expand".into(),
            language: text(),
            rtl: true,
        };
        let card = || Box::new(card.clone());
        let shows = [
            Show::Nothing,
            Show::Card(card()),
            Show::At(Anchor::Target(300), card()),
            Show::At(Anchor::Fields, Box::default()),
        ];
        let task = |show| FrameTask {
            generation: 4_000_000_000,
            question: "question".into(),
            targets: vec![target.clone(), Target::default()],
            probes: [("probe".to_owned(), target.clone())].into_iter().collect(),
            fields: fields.clone(),
            ask: Some("ask".into()),
            show,
        };
        let tasks = shows.map(|show| ToContent::Task(Box::new(task(show))));
        tasks.into_iter().chain([ToContent::Dormant]).collect()
    }

    #[test]
    fn what_is_written_is_what_serde_writes() {
        for told in told() {
            let bytes = super::bytes(&write(&told)).unwrap();
            assert_eq!(bytes, postcard::to_allocvec(&told).unwrap());
        }
        for number in [0, 1, -1, 63, -64, 64, -65, i64::MAX, i64::MIN] {
            let bytes = super::bytes(&write(&number)).unwrap();
            assert_eq!(bytes, postcard::to_allocvec(&number).unwrap());
            assert_eq!(read(&write(&number)), Ok(number));
        }
    }

    #[test]
    fn what_is_written_is_read() {
        for told in told() {
            assert_eq!(read::<ToContent>(&write(&told)), Ok(told));
        }
    }

    #[test]
    fn what_is_cut_or_changed_is_refused_or_another_value() {
        for told in told() {
            let text = write(&told);
            let characters: Vec<char> = text.chars().collect();
            for length in (0..characters.len()).step_by(7) {
                let cut: String = characters[..length].iter().collect();
                assert_eq!(read::<ToContent>(&cut), Err(Unreadable), "{length}");
            }
            assert_eq!(read::<ToContent>(&(text + "x")), Err(Unreadable));
            for at in (0..characters.len()).step_by(7) {
                let mut changed = characters.clone();
                changed[at] = char::from((changed[at] as u8).wrapping_add(0x80));
                let changed: String = changed.into_iter().collect();
                same_as_serde(&changed);
            }
        }
    }

    /// What serde reads is read the same.
    fn same_as_serde(text: &str) {
        let bytes = super::bytes(text).unwrap();
        if let Ok((told, [])) = postcard::take_from_bytes::<ToContent>(&bytes) {
            assert_eq!(read(text), Ok(told));
        }
    }
}
