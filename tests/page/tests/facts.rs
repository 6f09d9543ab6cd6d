//! Page facts: what is saved of a page reads as the page did, as far as its controls go, and tells nothing that is anybody's.
#![allow(clippy::unwrap_used)] // in the helpers of tests

use std::fs;
use std::path::Path;
use waymark_core::facts::{called, file, is_control, told};
use waymark_core::lesson::is_word;
use waymark_core::read::rows::Needs;
use waymark_core::snapshot::{Element, Snapshot};
use waymark_page::Page;

fn needs() -> Needs {
    Needs {
        sections: true,
        neighbours: true,
        ..Needs::default()
    }
}

/// The frames of the corpus: each with its file's name.
fn pages() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../drift/pages");
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let documents = entries.filter(|path| path.extension().is_some_and(|kind| kind == "html"));
    let mut pages: Vec<(String, String)> = documents
        .map(|path| {
            (
                path.file_name().unwrap().to_string_lossy().into_owned(),
                fs::read_to_string(&path).unwrap(),
            )
        })
        .collect();
    pages.sort();
    pages
}

fn saved(page: &Page, address: &str) -> String {
    let snapshot = page.read(&needs()).snapshot;
    let root = page.elements().next().unwrap();
    file(&told(&root, None, address, &snapshot)).unwrap()
}

/// What tells one control from the others: what it is called by stays, where it is a word.
fn controls(snapshot: &Snapshot) -> Vec<[&str; 6]> {
    let told = |row: &&Element| is_control(&row.role) && (called(row).is_empty() || is_word(called(row)));
    let rows = snapshot.elements.iter().filter(told);
    rows.map(|row| {
        [
            &*row.role,
            &row.tag,
            &row.kind,
            called(row),
            &row.placeholder,
            &row.name_attribute,
        ]
    })
    .collect()
}

#[test]
fn what_is_saved_reads_as_the_page_did() {
    let pages = pages();
    assert!(pages.len() > 200, "the corpus is there");
    let mut told = 0;
    for (name, html) in pages.into_iter().step_by(11) {
        let page = Page::parse(&html);
        let again = Page::parse(&saved(&page, "https://acme.my.salesforce.com/0PS"));
        let (before, after) = (page.read(&needs()).snapshot, again.read(&needs()).snapshot);
        assert_eq!(controls(&after), controls(&before), "{name}");
        told += controls(&after).len();
        let roles = |snapshot: &Snapshot| {
            snapshot
                .elements
                .iter()
                .map(|row| row.role.clone())
                .collect::<Vec<_>>()
        };
        assert_eq!(roles(&after), roles(&before), "{name}");
    }
    assert!(told > 150, "{told} controls");
}

#[test]
fn what_is_saved_twice_is_the_same() {
    for (name, html) in pages().into_iter().step_by(29) {
        let once = saved(&Page::parse(&html), "https://acme.my.salesforce.com/0PS");
        let twice = saved(&Page::parse(&once), "https://xxxx.my.salesforce.com/0PS");
        assert_eq!(once, twice, "{name}");
    }
}

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

/// What nobody's file may tell, in the words of somebody, an org and a session.
const SECRETS: [&str; 8] = [
    "Grace Hopper",
    "grace@hopper.example",
    "00Dxx0000001gERAQ!AQ4AQFsession",
    "005xx00000SoloNAAS",
    "4111 1111 1111 1111",
    "hopperindustries",
    "s3cr3tConsumerKey",
    "2026-11-27 Termin",
];

/// Places in which a page holds what is no name or label of a control.
const PLACES: [&str; 18] = [
    "<p>§</p>",
    "<td>§</td>",
    "<a href='/005/e?retURL=§&amp;token=§#§'>§</a>",
    // A word by itself stays in a path, as it does in an id.
    "<a href='https://§.my.salesforce.com/§1'>x</a>",
    "<a href='mailto:§'>x</a>",
    "<label>Name <input value='§'></label>",
    "<textarea aria-label=Notes>§</textarea>",
    "<select aria-label=Owner><option value='§'>§</option></select>",
    "<input type=hidden name=token value='§'>",
    "<input type=password value='§' aria-label='§'>",
    "<div contenteditable role=textbox aria-label=Body>§</div>",
    "<img alt='§' src='https://example.com/§'>",
    "<h1 title='§'>§</h1>",
    "<li data-name='§' style='--a: \"§\"' onclick='open(\"§\")'>§</li>",
    "<!-- § --><script>const a = '§'</script><style>/* § */</style>",
    "<div hidden><span aria-description='§'>§</span></div>",
    "<x-host><template shadowrootmode=closed><b aria-label='§' role=note>§</b></template></x-host>",
    "<svg><title>§</title></svg><progress aria-valuetext='§' value=3>§</progress>",
];

/// A control is called by one of the secrets, so that it stays.
fn is_called(page: &str) -> bool {
    let rows = Page::parse(page).read(&needs()).snapshot.elements;
    let mut called = rows.iter().filter(|row| is_control(&row.role));
    called.any(|row| {
        let texts = [&row.name, &row.label, &row.placeholder];
        SECRETS
            .iter()
            .any(|secret| texts.iter().any(|text| text.contains(secret)))
    })
}

#[test]
fn nothing_that_is_planted_survives() {
    let mut dice = Dice(1);
    for (name, html) in pages().into_iter().step_by(37) {
        let mut page = html;
        for at in 0..2 * PLACES.len() {
            let secret = SECRETS[dice.roll(SECRETS.len())];
            let planted = PLACES[at % PLACES.len()].replace('§', secret);
            let seams: Vec<usize> = page.match_indices("</").map(|(at, _)| at).collect();
            let mut with = page.clone();
            with.insert_str(seams[dice.roll(seams.len())], &planted);
            if !is_called(&with) {
                page = with;
            }
        }
        let address = "https://hopperindustries--uat.sandbox.my.salesforce.com/005xx00000SoloNAAS?token=s3cr3tConsumerKey";
        let file = saved(&Page::parse(&page), address);
        for secret in SECRETS {
            assert!(
                !file.contains(secret),
                "{secret} of {name}: {}",
                around(&file, secret)
            );
        }
        assert!(
            file.contains("data-address=\"https://xxxxxxxxxxxxxxxx--xxx.sandbox.my.salesforce.com/"),
            "{name}"
        );
    }
}

fn around<'a>(file: &'a str, secret: &str) -> &'a str {
    let at = file.find(secret).unwrap_or_default();
    file.get(at.saturating_sub(80)..(at + 80).min(file.len()))
        .unwrap_or_default()
}

#[test]
fn what_stays_and_what_becomes_a_shape() {
    let page = Page::parse(
        "<html lang=en><body><h1>Ada's Übersicht 2026</h1><label for=n>Last Name</label><input id=n name=j_id0:n value=Ada placeholder='Your name'>\
         <table><tr><td>Licence</td><td><select id=005xx00000SoloNAAS_lic><option value=100xx0000000001>Salesforce</option></select></td></tr></table>\
         <button class='btn sc-123456'>Save <b>now</b></button><a href='/005xx00000SoloNAAS/e?x=1'>Ada</a><input type=submit value=Go></body></html>",
    );
    let file = saved(&page, "https://www.jotform.com/build/240001234567890?s=x1");
    for stays in [
        "data-address=\"https://www.jotform.com/build/999999999999999\"",
        "<h1>Xxx'x xxxxxxxxx 9999</h1>",
        "<label for=\"n\">Last Name</label>",
        "<input id=\"n\" name=\"j_id0:n\" placeholder=\"Your name\">",
        "<td>Licence</td><td><select id=\"999xx99999XxxxXXXX_lic\"><option>Xxxxxxxxxx</option></select>",
        "<button class=\"btn sc-999999\">Save <b>now</b></button>",
        "<a href=\"/999xx99999XxxxXXXX/e\">Xxx</a>",
        "<input type=\"submit\" value=\"Go\">",
    ] {
        assert!(file.contains(stays), "{stays} in {file}");
    }
}
