//! Several elements that stand for one thing: each thing is weighed once.

use super::Contender;
use crate::snapshot::Element;

/// They have the same name, or none.
pub(super) fn named_alike(one: &Element, other: &Element) -> bool {
    let [one, ..] = one.texts();
    let [other, ..] = other.texts();
    one == other
}

/// The contenders without those that only repeat another one.
pub(super) fn each_once<'a>(
    contenders: Vec<Contender<'a>>,
    any_of_equals: bool,
    elements: &[Element],
) -> Vec<Contender<'a>> {
    let usable = without_disabled(contenders);
    let innermost = without_nested(usable, elements);
    without_repeated(innermost, any_of_equals)
}

/// Classic shows some controls twice, one of them disabled (Salesforce fact §4): the other one is meant.
fn without_disabled(contenders: Vec<Contender>) -> Vec<Contender> {
    let is_spare = |contender: &Contender| {
        contender.element.disabled
            && contenders
                .iter()
                .any(|other| !other.element.disabled && are_twins(contender, other))
    };
    contenders.iter().filter(|it| !is_spare(it)).copied().collect()
}

/// So many rows farther a twin may stand: a link in the first of them lies between.
const BESIDE: usize = 3;

/// One beside the other, with the same id, `name` or words. Rows of another tree stand far away, however near that is.
fn are_twins(one: &Contender, other: &Contender) -> bool {
    let is_near = one.index.abs_diff(other.index) <= BESIDE;
    let (one, other) = (one.element, other.element);
    let are_beside = (is_near || one.tree != other.tree) && one.part == other.part;
    let same = |one: &str, other: &str| !one.is_empty() && one == other;
    are_beside
        && one.within_ids == other.within_ids
        && one.role == other.role
        && (same(&one.id, &other.id)
            || same(&one.name_attribute, &other.name_attribute)
            || one
                .texts()
                .iter()
                .zip(other.texts())
                .any(|(one, other)| one.is(other)))
}

/// Of two contenders one inside the other (a link in a tree item) the better one stays, else the inner one.
fn without_nested<'a>(contenders: Vec<Contender<'a>>, elements: &[Element]) -> Vec<Contender<'a>> {
    let is_spare = |contender: &Contender| {
        contenders.iter().any(|other| {
            (other.score >= contender.score && encloses(contender.index, other.index, elements))
                || (other.score > contender.score && encloses(other.index, contender.index, elements))
        })
    };
    contenders.iter().filter(|it| !is_spare(it)).copied().collect()
}

fn encloses(outer: usize, inner: usize, elements: &[Element]) -> bool {
    let mut at = elements.get(inner).and_then(|element| element.inside);
    // An element stands after everything around it, so the walk ends.
    while let Some(index) = at {
        if index == outer {
            return true;
        }
        at = elements
            .get(index)
            .and_then(|element| element.inside)
            .filter(|&next| next < index);
    }
    false
}

/// The best stands for all that lead to the same place, the first of those that are as good, and where the target says so for all equal ones in one part of the
/// page: a Save at the top of a form and one at the bottom.
fn without_repeated(contenders: Vec<Contender>, any_of_equals: bool) -> Vec<Contender> {
    let repeats = |one: &Element, other: &Element| {
        let leads_there = !one.href.is_empty() && one.href == other.href;
        let is_equal = any_of_equals && one.part == other.part;
        (leads_there || is_equal) && one.role == other.role && named_alike(one, other)
    };
    let mut kept: Vec<Contender> = Vec::with_capacity(contenders.len());
    for contender in contenders {
        match kept.iter_mut().find(|it| repeats(it.element, contender.element)) {
            Some(first) if first.score >= contender.score => {}
            Some(first) => *first = contender,
            None => kept.push(contender),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locate::pieces::Pieces;

    /// Which of these rows stay, all scored alike.
    fn kept(elements: &[Element], any_of_equals: bool) -> Vec<usize> {
        let contenders = elements.iter().enumerate().map(|(index, element)| Contender {
            index,
            element,
            pieces: Pieces::default(),
            score: 1.0,
        });
        let left = each_once(contenders.collect(), any_of_equals, elements);
        left.iter().map(|contender| contender.index).collect()
    }

    fn save() -> Element {
        Element {
            role: "button".into(),
            name: "Save".into(),
            visible: true,
            ..Element::default()
        }
    }

    #[test]
    fn of_equals_the_first_in_each_part_of_the_page_stays_where_any_will_do() {
        let of = |part| Element { part, ..save() };
        let rows = [of(Some(0)), of(Some(0)), of(Some(1))];
        assert_eq!(kept(&rows, true), [0, 2]);
        assert_eq!(kept(&rows, false), [0, 1, 2]);
    }

    #[test]
    fn links_to_the_same_place_are_one() {
        let to = |href: &str| Element {
            role: "link".into(),
            href: href.into(),
            ..save()
        };
        assert_eq!(
            kept(&[to("/a"), to("/b"), to("/a"), to(""), to("")], false),
            [0, 1, 3, 4]
        );
    }

    #[test]
    fn a_disabled_twin_is_not_meant_and_one_farther_away_is_no_twin() {
        let disabled = || Element {
            disabled: true,
            ..save()
        };
        assert_eq!(kept(&[disabled(), save()], false), [1]);
        assert_eq!(kept(&[disabled()], false), [0], "read-only, and still it");
        let other = |name: &str| Element {
            name: name.into(),
            ..save()
        };
        let rows = [disabled(), other("A"), other("B"), other("C"), save()];
        assert_eq!(kept(&rows, false).first(), Some(&0));
    }
}
