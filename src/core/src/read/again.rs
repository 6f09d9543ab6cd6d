//! Reading again the rows that a change of the page concerns, while all that stands around them is as it was.

use super::Element;
use super::around::Surroundings;
use super::context::HEADINGS;
use super::options::is_secret;
use super::rows::{CANDIDATES, Needs, describe, set_neighbours};
use super::visible::is_visible;
use crate::snapshot::Snapshot;
use std::mem::take;

/// Reads a row again, that of `element` at `at`, and tells its neighbours. Answers whether that was enough: not where it is no
/// row any more, or another one, or heads what comes after it.
#[must_use]
pub fn read_again<E: Element>(element: &E, at: usize, snapshot: &mut Snapshot, needs: &Needs) -> bool {
    let described = describe(element, &mut Surroundings::new(), &mut Vec::new(), needs);
    let (Some(known), Some(mut row)) = (snapshot.elements.get_mut(at), described) else {
        return false;
    };
    if !element.matches(CANDIDATES) {
        // It is one by the text on it and the pointer over it.
        row.role.clone_from(&known.role);
        row.name.clone_from(&known.name);
    }
    let renamed = row.name != known.name;
    if row.role != known.role
        || (renamed && element.matches(HEADINGS))
        || is_secret(element)
        || !is_visible(element)
    {
        return false;
    }
    row.section = take(&mut known.section);
    row.within_ids = take(&mut known.within_ids);
    row.neighbours = take(&mut known.neighbours);
    row.inside = known.inside;
    row.tree = known.tree;
    row.part = known.part;
    *known = row;
    if renamed && needs.neighbours {
        set_neighbours(&mut snapshot.elements, at.wrapping_sub(1));
        set_neighbours(&mut snapshot.elements, at + 1);
    }
    true
}
