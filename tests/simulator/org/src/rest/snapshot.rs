//! What a rolled-back transaction goes back to.

use crate::Org;

/// The org as it was before a transaction.
pub(super) struct Snapshot(Box<Org>);

impl Snapshot {
    /// The org as it is now.
    pub fn take(org: &Org) -> Snapshot {
        Snapshot(Box::new(org.clone()))
    }

    /// Undoes everything since, mail too: what was rolled back was never sent.
    pub fn restore(self, org: &mut Org) {
        let mut before = *self.0;
        std::mem::swap(&mut before.request_log, &mut org.request_log);
        *org = before;
    }
}
