//! How others would find the element again: by the selector that a recorder writes down, and by role and name as testing
//! libraries do. Both know the element from the page as it was.

use super::asked::Asked;
use super::judge::{Read, Verdict, is_marked};
use scraper::{ElementRef, Selector};
use std::collections::HashMap;
use waymark_drift_generator::{Fixture, Generator};
use waymark_page::{Element, Page};

/// A fixture and a question.
type Place = (usize, usize);

/// What a recorder would have kept of an element.
struct Kept {
    selector: Option<Selector>,
    role: String,
    name: String,
}

/// What was kept of every right answer.
pub struct Recorded {
    kept: HashMap<Place, Kept>,
}

/// Looks at the pages as they were.
pub fn record(fixtures: &[Fixture], asked: &[Asked], generator: &Generator) -> Recorded {
    let mut parsed: HashMap<(usize, usize), Page> = HashMap::new();
    let mut kept = HashMap::new();
    for (fixture, question) in generator.unchanged() {
        let asked = &asked[question];
        for (at, frame) in fixtures[fixture].frames.iter().enumerate() {
            let Some(task) = asked.tasks.get(&frame.page) else {
                continue;
            };
            let page = parsed
                .entry((fixture, at))
                .or_insert_with(|| Page::parse(&frame.tree.html()));
            let reading = page.read(&task.needs);
            let marked = |it: &Element| it.answers().any(|own| own == asked.id());
            let row = reading.elements.iter().position(marked);
            let element = row
                .map(|row| reading.elements[row])
                .or_else(|| page.elements().find(marked));
            let Some(element) = element else { continue };
            let described = row.and_then(|row| reading.snapshot.elements.get(row));
            kept.insert(
                (fixture, question),
                Kept {
                    selector: Selector::parse(&selector(element.parsed())).ok(),
                    role: described.map(|it| it.role.clone()).unwrap_or_default(),
                    name: described.map(|it| it.name.clone()).unwrap_or_default(),
                },
            );
        }
    }
    Recorded { kept }
}

/// The id, else the name, else the path from the nearest element with an id.
fn selector(element: ElementRef) -> String {
    let quoted = |value: &str| value.replace('\\', "\\\\").replace('"', "\\\"");
    let mut path = Vec::new();
    let mut at = Some(element);
    while let Some(current) = at {
        let tag = current.value().name();
        if let Some(id) = current.attr("id").filter(|id| !id.is_empty()) {
            path.push(format!("[id=\"{}\"]", quoted(id)));
            break;
        }
        if path.is_empty()
            && let Some(name) = current.attr("name")
        {
            path.push(format!("{tag}[name=\"{}\"]", quoted(name)));
            break;
        }
        let same = |it: &ElementRef| it.value().name() == tag;
        let before = current
            .prev_siblings()
            .filter_map(ElementRef::wrap)
            .filter(same)
            .count();
        path.push(format!("{tag}:nth-of-type({})", before + 1));
        at = current.parent().and_then(ElementRef::wrap);
    }
    path.reverse();
    path.join(" > ")
}

impl Recorded {
    /// The first element of the document that matches.
    pub fn by_selector(&self, place: Place, readings: &[Read]) -> Verdict {
        let Some(selector) = self.kept.get(&place).and_then(|kept| kept.selector.as_ref()) else {
            return Verdict::Absent;
        };
        for (asking, _) in readings {
            let mut all = asking.page.elements().peekable();
            let Some(document) = all.peek().map(|it| it.parsed().tree()) else {
                continue;
            };
            // `querySelector` does not look into shadow roots.
            let mut of_document = all.filter(|it| std::ptr::eq(it.parsed().tree(), document));
            if let Some(element) = of_document.find(|it| selector.matches(&it.parsed())) {
                return verdict(&element, asking.id);
            }
        }
        Verdict::Absent
    }

    /// The one visible element with the role and exactly the name; several are an error there.
    pub fn by_role_and_name(&self, place: Place, readings: &[Read]) -> Verdict {
        let Some(kept) = self.kept.get(&place).filter(|kept| !kept.name.is_empty()) else {
            return Verdict::Absent;
        };
        let mut seen: Option<Verdict> = None;
        for (asking, reading) in readings {
            for (row, element) in reading.snapshot.elements.iter().zip(&reading.elements) {
                if row.role == kept.role && row.name == kept.name {
                    let this = verdict(element, asking.id);
                    match seen {
                        Some(other) if other != this => return Verdict::Doubt,
                        Some(Verdict::Wrong) => return Verdict::Doubt,
                        _ => seen = Some(this),
                    }
                }
            }
        }
        seen.unwrap_or(Verdict::Absent)
    }
}

fn verdict(element: &Element, id: &str) -> Verdict {
    if is_marked(element, id) {
        Verdict::Found
    } else {
        Verdict::Wrong
    }
}
