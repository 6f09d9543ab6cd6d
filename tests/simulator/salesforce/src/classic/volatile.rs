//! Ids with Visualforce's generated parts, different at every load (Salesforce fact §4).

/// Makes the ids of one rendering of one page.
pub struct VolatileIds {
    base: u64,
    next: std::cell::Cell<u64>,
}

impl VolatileIds {
    /// Ids from a number that no other rendering has.
    pub fn new(number: u64) -> Self {
        Self {
            base: number,
            next: std::cell::Cell::new(number % 7 + 2),
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
