//! Ids with Visualforce's generated parts, different at every load (Salesforce fact §4).

use std::cell::{Cell, RefCell};

use maud::Markup;

use super::view_state::{self, Names};
use crate::page::Page;

/// Makes the ids of one rendering of one page.
pub struct VolatileIds {
    base: u64,
    next: Cell<u64>,
    names: RefCell<Names>,
}

impl VolatileIds {
    /// Ids from a number that no other rendering has.
    pub fn new(number: u64) -> Self {
        Self {
            base: number,
            next: Cell::new(number % 7 + 2),
            names: RefCell::default(),
        }
    }

    /// An id whose end is stable.
    pub fn ending(&self, suffix: &str) -> String {
        format!("{}:{suffix}", self.part())
    }

    /// An id without any stable part.
    pub fn whole(&self) -> String {
        format!("{}:j_id{}", self.part(), self.base * 3 + self.next.get())
    }

    /// Notes which name the control of this role got, for [`VolatileIds::view_state`].
    pub fn remember(&self, role: &str, name: &str) {
        self.names.borrow_mut().push((role.to_owned(), name.to_owned()));
    }

    /// The hidden field that carries what was noted; it belongs at the end of the form.
    pub fn view_state(&self, page: &Page) -> Markup {
        view_state::field(page, self.names.take())
    }

    fn part(&self) -> String {
        let n = self.next.get();
        self.next.set(n + 1);
        format!("j_id0:j_id{}:j_id{}", self.base, self.base + n)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_differ_within_and_between_renderings() {
        let (one, other) = (VolatileIds::new(12), VolatileIds::new(13));
        assert_ne!(one.ending("save"), one.ending("save"));
        assert_ne!(VolatileIds::new(12).whole(), other.whole());
        assert!(other.ending("save").ends_with(":save"));
    }
}
