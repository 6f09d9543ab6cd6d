//! Keeping the picture of the page current: by what has changed where that can be told, else by reading all of it in parts.

use super::Engine;
use crate::observe::snapshot::{Picture, has_room};
use js_sys::Array;
use waymark_web::Timeout;

/// Between catching up with changes and taking the picture anew, in milliseconds.
const CHECK: u32 = 1_000;
/// After more changes at once the picture is taken anew.
const MOST_CHANGES: u32 = 5_000;

impl Engine {
    /// Reads the page at once where it has changed.
    pub(super) fn refresh(&self) {
        if self.is_behind() && self.taking.take().is_some() {
            self.stale.set(true);
        }
        self.read_until(f64::INFINITY);
    }

    /// Reads on where the page has changed, until then (milliseconds since 1970). Answers whether all is read.
    pub(super) fn read_until(&self, until: f64) -> bool {
        let began = js_sys::Date::now();
        let mut begins = false;
        let taking = self.taking.take().or_else(|| {
            begins = !self.catches_up();
            begins.then(|| {
                self.look_took.set(0.0);
                self.changes.take();
                self.check.replace(None);
                self.stale.set(false);
                self.frame
                    .begin(self.task.borrow().as_ref(), self.own_host().as_ref())
            })
        });
        let Some(mut taking) = taking else { return true };
        let all = (!begins || has_room(until)) && taking.advance(until);
        self.look_took
            .set(self.look_took.get() + js_sys::Date::now() - began);
        if all {
            self.keep(taking.finish());
        } else {
            self.taking.replace(Some(taking));
        }
        all
    }

    /// The page has changed so, as a mutation observer tells it.
    pub(super) fn changed(&self, records: &Array) {
        let changes = self.changes.borrow().concat(records);
        if changes.length() > MOST_CHANGES {
            self.stale.set(true);
        } else {
            self.changes.replace(changes);
        }
    }

    /// The page has changed since the picture was taken.
    pub(super) fn is_behind(&self) -> bool {
        self.stale.get() || self.changes.borrow().length() > 0
    }

    /// Brings the picture up to date by what has changed, if that can be told.
    fn catches_up(&self) -> bool {
        if self.stale.get() {
            return false;
        }
        let changes = self.changes.take();
        if changes.length() == 0 {
            return true;
        }
        let current = self.picture.borrow_mut().catch_up(&changes);
        if current {
            self.check_in(CHECK);
        }
        current
    }

    /// Takes the picture anew after so many milliseconds, if nothing does before.
    pub(super) fn check_in(&self, milliseconds: u32) {
        if self.check.borrow().is_some() {
            return;
        }
        let me = self.me.clone();
        let check = Timeout::new(milliseconds, move || {
            if let Some(engine) = me.upgrade() {
                engine.check.replace(None);
                engine.stale.set(true);
                engine.look_soon();
            }
        });
        self.check.replace(Some(check));
    }

    fn keep(&self, picture: Picture) {
        if let Some(watch) = &*self.watch.borrow() {
            for root in &picture.roots {
                // A root that vanished in between is no longer there to be watched.
                let _ = watch.also(root.node());
            }
        }
        self.picture.replace(picture);
    }
}
