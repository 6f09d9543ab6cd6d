//! Boxes of fields that are not recognised on a page, because it words them in a language without a source: the person ticks
//! them, and nobody takes them for ticked meanwhile.

use super::{State, task};
use crate::check::{Cause, Outcome};
use crate::field::{Control, FieldReport, FieldState};
use crate::guide::{Guide, Step};

/// The fields, by API name, of which this step's form has shown no box that is recognised, where that matters: the last check
/// says that their access is missing, or as long as it says nothing of fields no box of any is recognised.
pub(super) fn to_tick(guide: &Guide, step: &Step, state: &State) -> Vec<String> {
    let Some(form) = form(guide, step) else {
        return Vec::new();
    };
    // Nothing is kept of a page that shows no box at all, since it is not being edited.
    let Some(reports) = state.last_fields.get(&form.id) else {
        return Vec::new();
    };
    let (lacking, items) = (lacking(form, state, reports), items(form, state));
    if !lacking.is_empty() || items.iter().any(|item| is_seen(item, reports)) {
        lacking
    } else {
        items
    }
}

/// The step itself, or the one that filled the page before it in its section.
fn form<'a>(guide: &'a Guide, step: &'a Step) -> Option<&'a Step> {
    let has_boxes = |it: &&Step| !it.fields.is_empty() && it.pages == step.pages;
    let section = || {
        let mut sections = guide.sections.iter();
        sections.find(|section| section.steps.iter().any(|it| it.id == step.id))
    };
    Some(step).filter(has_boxes).or_else(|| {
        let before = section()?.steps.iter().take_while(|it| it.id != step.id);
        before.filter(has_boxes).last()
    })
}

/// Fields without access by the last check, of which no box is recognised.
pub(super) fn lacking(form: &Step, state: &State, reports: &[FieldReport]) -> Vec<String> {
    if items(form, state).is_empty() {
        return Vec::new();
    }
    let answers = state.report.iter().flat_map(|report| &report.answers);
    let findings = answers.flat_map(|(_, outcome)| match outcome {
        Outcome::Wrong(findings) => findings.as_slice(),
        _ => &[],
    });
    let mut lacking = Vec::new();
    for evidence in findings
        .filter(|finding| finding.cause == Cause::FieldPermissionMissing)
        .flat_map(|finding| &finding.evidence)
    {
        if let Some((_, field)) = evidence.source.rsplit_once('.')
            && !is_seen(field, reports)
            && !lacking.iter().any(|known| known == field)
        {
            lacking.push(field.to_owned());
        }
    }
    lacking
}

/// The fields that the form has boxes for, which a page need not list.
fn items(form: &Step, state: &State) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for field in task::fields(form, state) {
        if let Some((_, item)) = field.id.split_once(':')
            && field.optional
            && field.control == Control::Checkbox
            && !items.iter().any(|known| known == item)
        {
            items.push(item.to_owned());
        }
    }
    items
}

fn is_seen(item: &str, reports: &[FieldReport]) -> bool {
    let own = |report: &&FieldReport| report.id.split_once(':').is_some_and(|(_, known)| known == item);
    reports
        .iter()
        .filter(own)
        .any(|report| report.state != FieldState::NotFound)
}
