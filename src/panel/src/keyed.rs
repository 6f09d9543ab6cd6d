//! Lists whose entries keep their elements while their contents change.

use futures_signals::signal::Mutable;
use futures_signals::signal_vec::{MutableVec, SignalVec};

/// One entry: what it is known by, and what it holds now.
pub type Entry<T> = (String, Mutable<T>);

/// A list of entries that is remade only where entries come or go.
pub struct Keyed<T> {
    entries: MutableVec<Entry<T>>,
}

impl<T> Default for Keyed<T> {
    fn default() -> Self {
        Keyed {
            entries: MutableVec::new(),
        }
    }
}

impl<T: Clone + PartialEq + 'static> Keyed<T> {
    /// Takes over the values: entries that stay keep their place in the page.
    pub fn sync(&self, values: &[T], key: impl Fn(&T) -> String) {
        let mut entries = self.entries.lock_mut();
        let wanted: Vec<String> = values.iter().map(&key).collect();
        entries.retain(|(key, _)| wanted.contains(key));
        for (at, (value, key)) in values.iter().zip(wanted).enumerate() {
            let stands = entries.get(at).filter(|(known, _)| *known == key);
            match stands {
                Some((_, held)) => held.set_neq(value.clone()),
                None => {
                    entries.retain(|(known, _)| *known != key);
                    let at = at.min(entries.len());
                    entries.insert_cloned(at, (key, Mutable::new(value.clone())));
                }
            }
        }
    }

    /// The entries, as they come and go.
    pub fn signal_vec(&self) -> impl SignalVec<Item = Entry<T>> + use<T> {
        self.entries.signal_vec_cloned()
    }
}
