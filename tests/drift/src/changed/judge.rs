//! What Waymark answers on a page, its frames judged together as the background does it.

use super::asked::{Asked, Task};
use waymark_core::locate::pieces::Pieces;
use waymark_core::locate::{Answer, locate};
use waymark_core::read::rows::Reading;
use waymark_core::target::Target;
use waymark_drift_generator::Case;
use waymark_page::{Element, Page};

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// A right element.
    Found,
    /// Another element.
    Wrong,
    /// Several could be it, or several frames have one.
    Doubt,
    /// It is not there.
    Absent,
}

/// A frame's document, where the question is asked in that frame.
pub struct Asking<'a> {
    /// The document.
    pub page: Page,
    /// What is looked for in it.
    pub task: &'a Task,
    /// What marks the right answers.
    pub id: &'a str,
}

/// A frame with what was read of it.
pub type Read<'a> = (&'a Asking<'a>, Reading<Element<'a>>);

/// The frames of a page in which the question is asked.
pub fn asking<'a>(asked: &'a Asked, case: &Case) -> Vec<Asking<'a>> {
    let frames = case.frames.iter().filter_map(|(page, html)| {
        Some(Asking {
            task: asked.tasks.get(page)?,
            page: Page::parse(html),
            id: asked.id(),
        })
    });
    frames.collect()
}

/// Reads the frames as a content script does for its task.
pub fn read<'a>(frames: &'a [Asking<'a>]) -> Vec<Read<'a>> {
    let read = |it: &'a Asking<'a>| (it, it.page.read(&it.task.needs));
    frames.iter().map(read).collect()
}

/// Judges the frames' answers together, as the background does; with the answer in words.
pub fn judge(readings: &[Read]) -> (Verdict, String) {
    let alternatives = readings.iter().map(|(it, _)| it.task.targets.len()).max();
    let mut absent = String::new();
    for index in 0..alternatives.unwrap_or(0) {
        if is_moot(readings, index) {
            continue;
        }
        let answers = readings.iter().filter_map(|(asking, reading)| {
            let target = asking.task.targets.get(index)?;
            Some((asking.id, reading, answer(target, asking.task, reading)))
        });
        let mut found = Vec::new();
        let mut doubtful = None;
        for (id, reading, answer) in answers {
            match answer {
                Answer::Found {
                    element,
                    confidence,
                    why,
                } => found.push((id, reading, element, confidence, why)),
                Answer::Ambiguous { candidates, why } => doubtful = Some(several(reading, &candidates, why)),
                Answer::Absent { why } => absent = why.says().join(", "),
            }
        }
        match (found.as_slice(), doubtful) {
            ([(id, reading, element, confidence, why)], None) => {
                let is_right = reading.elements.get(*element).is_some_and(|it| is_marked(it, id));
                let verdict = if is_right { Verdict::Found } else { Verdict::Wrong };
                return (
                    verdict,
                    format!(
                        "{} at {confidence}: {}",
                        row(reading, *element),
                        why.says().join(", ")
                    ),
                );
            }
            ([], None) => {}
            (_, Some(said)) => return (Verdict::Doubt, said),
            (_, None) => return (Verdict::Doubt, format!("{} frames have it", found.len())),
        }
    }
    (Verdict::Absent, absent)
}

/// The background does not point at a button with what could be chosen where there is a control to choose it from.
fn is_moot(readings: &[Read], index: usize) -> bool {
    let is_named_so = |it: &Asking| {
        let target = it.task.targets.get(index);
        target.is_some_and(|target| target.name_from_input.is_some())
    };
    let is_found = |target: &Target, reading: &Reading<Element>| {
        matches!(locate(target, &reading.snapshot), Answer::Found { .. })
    };
    readings.iter().any(|(it, _)| is_named_so(it))
        && readings.iter().any(|(it, reading)| {
            let mut fields = it.task.fields.iter().flatten();
            fields.any(|target| is_found(target, reading))
        })
}

fn answer(target: &Target, task: &Task, reading: &Reading<Element>) -> Answer {
    let answer = locate(target, &reading.snapshot);
    match (&answer, &task.card) {
        (Answer::Found { .. }, _) | (_, None) => answer,
        (_, Some(card)) => match locate(card, &reading.snapshot) {
            found @ Answer::Found { .. } => found,
            _ => answer,
        },
    }
}

/// It is marked, or what it stands in: whoever clicks it clicks that.
pub fn is_marked(element: &Element, id: &str) -> bool {
    std::iter::successors(Some(*element), waymark_core::read::Element::parent)
        .any(|it| it.answers().any(|own| own == id))
}

fn several(reading: &Reading<Element>, candidates: &[usize], why: Pieces) -> String {
    let rows: Vec<String> = candidates.iter().take(3).map(|&at| row(reading, at)).collect();
    format!(
        "{} could be it: {} ({})",
        candidates.len(),
        rows.join(" | "),
        why.says().join(", ")
    )
}

fn row(reading: &Reading<Element>, at: usize) -> String {
    reading.snapshot.elements.get(at).map_or_else(String::new, |it| {
        format!(
            "{} “{}” label “{}” id {:?} name {:?}",
            it.role, it.name, it.label, it.id, it.name_attribute
        )
    })
}
