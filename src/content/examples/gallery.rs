//! The card by itself, for the gallery of its states: what ships draws it only where a guide runs.

use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use waymark_content::overlay::Overlay;
use waymark_content::overlay::card::{Content, FieldLine};
use waymark_core::field::{FieldReport, FieldState};
use waymark_core::message::{FrameTask, Show};
use waymark_core::wire;
use web_sys::Element;

thread_local! {
    static OVERLAY: RefCell<Option<Overlay>> = const { RefCell::new(None) };
}

/// Shows the card of a task, with the spotlight on `target`, and what the frame has seen of its fields; answers whether both
/// could be read. What stood there before is taken down.
#[wasm_bindgen]
#[must_use]
pub fn show(task: &str, reports: &str, target: Option<Element>) -> bool {
    OVERLAY.take();
    let read = (
        wire::read::<FrameTask>(task),
        wire::read::<Vec<FieldReport>>(reports),
    );
    let (Ok(task), Ok(reports)) = read else {
        return false;
    };
    let (Show::At(_, view) | Show::Card(view)) = task.show else {
        return false;
    };
    let Some(overlay) = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| Overlay::new(&document, |_| ()))
    else {
        return false;
    };
    let open = reports
        .iter()
        .position(|report| report.state != FieldState::Matches);
    let lines = task.fields.into_iter().zip(&reports).enumerate();
    let content = Content {
        view: *view,
        fields: lines
            .map(|(at, (field, report))| FieldLine {
                label: field.label,
                wanted: field.wanted,
                state: report.state.clone(),
                pointed: target.is_some() && open == Some(at),
            })
            .collect(),
        filling: reports.iter().any(|report| report.state == FieldState::Busy),
    };
    overlay.raise(None);
    overlay.show(content, target, Vec::new());
    OVERLAY.replace(Some(overlay));
    true
}
