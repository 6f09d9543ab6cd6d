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
mod tests;
