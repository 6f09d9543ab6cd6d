//! What a rolled-back transaction goes back to.

use crate::{Mail, Org, Store};

/// The parts of the org that a write can change.
pub(super) struct Snapshot {
    store: Store,
    mail: Mail,
}

impl Snapshot {
    /// The org as it is now.
    pub fn take(org: &Org) -> Snapshot {
        Snapshot {
            store: org.store.clone(),
            mail: org.mail.clone(),
        }
    }

    /// Undoes everything since; mail of a rolled-back transaction is never sent.
    pub fn restore(self, org: &mut Org) {
        org.store = self.store;
        org.mail = self.mail;
    }
}
