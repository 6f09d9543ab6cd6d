//! Finding an element of an older page again on a newer one, on pages that were made up for it.

use waymark_core::locate::appearance::{Appearance, Place};
use waymark_core::locate::compare::Page;
use waymark_core::locate::decide::{Best, decide};
use waymark_core::locate::evidence::{Evidence, Kind, Said};
use waymark_core::locate::weights::{WITH_PLACE, WITHOUT_PLACE};

fn link(text: &str, id: &str, path: &str) -> Appearance {
    Appearance {
        tag: "a".into(),
        id: id.into(),
        text: text.into(),
        path: path.split('/').map(str::to_owned).collect(),
        anchored_path: path.split('/').map(str::to_owned).collect(),
        ..Appearance::default()
    }
}

fn menu() -> Vec<Appearance> {
    let item = |number: usize, text: &str, id: &str| {
        link(text, id, &format!("body[1]/nav[1]/ul[1]/li[{number}]/a[1]"))
    };
    vec![
        item(1, "Home", "home"),
        item(2, "Our products", "products"),
        item(3, "Prices", "prices"),
        item(4, "Contact sales", "contact"),
    ]
}

fn find(wanted: &Appearance, candidates: &[Appearance]) -> Best {
    let nothing = Best {
        index: usize::MAX,
        confidence: 0.0,
        enough: false,
    };
    decide(&Page::new(candidates).compare(wanted), &WITH_PLACE).unwrap_or(nothing)
}

#[test]
fn an_unchanged_element_is_found_with_confidence() {
    for (index, element) in menu().iter().enumerate() {
        let best = find(element, &menu());
        assert_eq!(best.index, index);
        assert!(best.enough, "{best:?}");
    }
}

#[test]
fn an_element_is_known_again_in_another_place_by_its_words() {
    let wanted = link("Prices", "prices", "body[1]/div[1]/header[1]/div[2]/a[3]");
    let best = find(&wanted, &menu());
    assert_eq!(best.index, 2);
}

#[test]
fn an_element_is_known_again_with_other_words_by_its_id() {
    let wanted = link("Call us", "contact", "body[1]/nav[1]/ul[1]/li[4]/a[1]");
    assert_eq!(find(&wanted, &menu()).index, 3);
}

#[test]
fn what_is_not_there_is_not_acted_upon() {
    let wanted = Appearance {
        tag: "input".into(),
        kind: "password".into(),
        ..link("", "pass-phrase", "body[1]/main[1]/form[1]/input[2]")
    };
    assert!(!find(&wanted, &menu()).enough);
}

#[test]
fn evidence_that_contradicts_itself_is_not_acted_upon() {
    let mut swapped = menu();
    let (home, prices) = (swapped[0].clone(), swapped[2].clone());
    swapped[0] = Appearance {
        path: home.path.clone(),
        anchored_path: home.anchored_path.clone(),
        ..prices.clone()
    };
    swapped[2] = Appearance {
        path: prices.path,
        anchored_path: prices.anchored_path,
        ..home
    };
    swapped[0].id.clear();
    swapped[2].id.clear();
    let certain = find(&menu()[0], &menu()).confidence;
    assert!(find(&menu()[0], &swapped).confidence < certain);
}

#[test]
fn without_candidates_there_is_no_answer() {
    assert_eq!(decide(&Page::new(&[]).compare(&menu()[0]), &WITH_PLACE), None);
}

#[test]
fn twins_around_and_inside_are_told() {
    let inner = link("Home", "", "body[1]/ul[1]/li[1]/a[1]");
    let outer = Appearance {
        tag: "li".into(),
        ..link("Home", "", "body[1]/ul[1]/li[1]")
    };
    let candidates = [outer, inner.clone()];
    let evidence = Page::new(&candidates).compare(&inner);
    let told = |index: usize| {
        (
            evidence[index].said(Kind::InTwin),
            evidence[index].said(Kind::AroundTwin),
        )
    };
    assert_eq!(told(0), (Said::Alike(0.0), Said::Alike(1.0)));
    assert_eq!(told(1), (Said::Alike(1.0), Said::Alike(0.0)));
    assert_eq!(find(&inner, &candidates).index, 1);
}

#[test]
fn missing_evidence_is_not_contrary_evidence() {
    let with = Appearance {
        href: "https://example.org/prices".into(),
        ..link("Prices", "", "body[1]/a[1]")
    };
    let without = link("Prices", "", "body[1]/a[1]");
    let said = |wanted: &Appearance, seen: &Appearance| {
        let seen = [seen.clone()];
        Page::new(&seen).compare(wanted)[0].said(Kind::Address)
    };
    assert_eq!(said(&without, &without), Said::Silent);
    assert_eq!(said(&with, &without), Said::Lost);
    assert_eq!(said(&without, &with), Said::Gained);
    assert_eq!(said(&with, &with), Said::Alike(1.0));
}

#[test]
fn place_can_be_left_out() {
    let place = |left| {
        Some(Place {
            left,
            top: 10.0,
            width: 80.0,
            height: 20.0,
        })
    };
    let old = Appearance {
        place: place(0.0),
        ..link("Home", "home", "body[1]/a[1]")
    };
    let candidates = [Appearance {
        place: place(100.0),
        ..old.clone()
    }];
    let evidence: Vec<Evidence> = Page::new(&candidates).compare(&old);
    assert_eq!(evidence[0].said(Kind::Nearness), Said::Alike(0.5));
    let placeless = evidence[0].without_place();
    for kind in Kind::ALL {
        assert_eq!(
            placeless.said(*kind) == Said::Silent,
            kind.tells_place() || evidence[0].said(*kind) == Said::Silent
        );
    }
    for (kind, weight) in Kind::ALL.iter().zip(WITHOUT_PLACE.alike) {
        assert!(weight == 0.0 || !kind.tells_place(), "{kind:?}");
    }
}
