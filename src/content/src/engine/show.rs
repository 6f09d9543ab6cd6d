//! Showing what the task says: which element the spotlight is on, and what the card tells of the fields.

use super::{Engine, PATIENCE};
use crate::observe::live::live;
use crate::observe::seen;
use crate::overlay::Overlay;
use crate::overlay::card::{Content, FieldLine};
use crate::sight::{control_of, element_of};
use waymark_core::field::FieldState;
use waymark_core::message::{Anchor, FrameTask, Observation, Show};
use waymark_core::view::CardView;
use web_sys::Element;

impl Engine {
    pub(super) fn show(&self, observation: &Observation) {
        let task = self.task.borrow();
        let Some(task) = &*task else { return };
        let (view, target) = match &task.show {
            Show::Nothing if task.ask.is_some() => {
                // Only what the user points at is outlined here; the card is in another frame.
                self.lay();
                return;
            }
            Show::Nothing => {
                self.overlay.replace(None);
                return;
            }
            Show::Card(view) => (view, None),
            Show::At(anchor, view) => (view, self.anchored(task, anchor, observation)),
        };
        self.lay();
        let others = self.field_rows(task);
        if let Some(overlay) = &*self.overlay.borrow() {
            overlay.show(
                self.content(task, view, observation, target.as_ref()),
                target.clone().map(|element| self.shown(element)),
                others,
            );
        }
        if task.by_itself {
            self.go_ahead(task, target.as_ref());
        }
    }

    /// What a person sees of a control.
    fn shown(&self, element: Element) -> Element {
        let picture = self.picture.borrow();
        seen::shown(live(&element), picture.modal.as_ref()).map_or(element, Element::from)
    }

    /// Puts the overlay on the page where it is not there yet, and on top of it.
    fn lay(&self) {
        if self.overlay.borrow().is_none() {
            let me = self.me.clone();
            let overlay = Overlay::new(&self.frame.document, move |press| {
                if let Some(engine) = me.upgrade() {
                    engine.pressed(press);
                }
            });
            self.overlay.replace(overlay);
        }
        if let Some(overlay) = &*self.overlay.borrow() {
            overlay.raise(self.picture.borrow().modal.as_ref());
        }
    }

    fn content(
        &self,
        task: &FrameTask,
        view: &CardView,
        observation: &Observation,
        target: Option<&Element>,
    ) -> Content {
        let lines = task.fields.iter().zip(&observation.fields);
        let mut view = view.clone();
        if self.still_waits(view.not_shown.is_some()) {
            view.not_shown = None;
        }
        let picture = self.picture.borrow();
        Content {
            view,
            fields: lines
                .filter(|(field, report)| !field.optional || report.state != FieldState::NotFound)
                .map(|(field, report)| FieldLine {
                    label: field.label.clone(),
                    wanted: field.wanted.clone(),
                    state: report.state.clone(),
                    pointed: target.is_some() && control_of(&picture, field).as_deref() == target,
                })
                .collect(),
            filling: self.is_filling(),
        }
    }

    /// One deadline for each wait: until then it is not said that the control is `missing`. Then the page is read once more,
    /// since a shadow root, for one, comes without any change that could be noticed.
    fn still_waits(&self, missing: bool) -> bool {
        let now = js_sys::Date::now();
        if !missing {
            self.waits_until.set(0.0);
        } else if self.waits_until.get() == 0.0 {
            self.waits_until.set(now + PATIENCE);
        }
        let left = self.waits_until.get() - now;
        if left > 0.0 {
            self.check_in(left as u32 + 1);
        } else if missing {
            // Each step brings new rows, and these the next look.
            seen::scroll_on(&self.picture.borrow().roots);
        }
        left > 0.0
    }

    /// The element under the spotlight. Of the fields it is the first that does not hold what is wanted, and once all do,
    /// the step's first target.
    fn anchored(&self, task: &FrameTask, anchor: &Anchor, observation: &Observation) -> Option<Element> {
        let picture = self.picture.borrow();
        let target = |at: usize| element_of(&picture, task.targets.get(at)?).map(Element::from);
        match anchor {
            Anchor::Target(at) => target(*at),
            Anchor::Fields => {
                let open = task
                    .fields
                    .iter()
                    .zip(&observation.fields)
                    .filter(|(_, report)| report.state != FieldState::Matches);
                open.filter_map(|(field, _)| control_of(&picture, field))
                    .next()
                    .map(Element::from)
                    .or_else(|| (0..task.targets.len()).find_map(target))
            }
        }
    }

    /// What the card keeps free besides the spotlight where that can be: the rows in which the step's fields stand, each with
    /// the words before its control.
    fn field_rows(&self, task: &FrameTask) -> Vec<Element> {
        let picture = self.picture.borrow();
        let controls: Vec<Element> = task
            .fields
            .iter()
            .filter_map(|field| control_of(&picture, field))
            .map(Element::from)
            .collect();
        if controls.len() < 2 {
            return Vec::new();
        }
        controls
            .iter()
            .map(|control| row_of(control, &controls))
            .collect()
    }
}

/// How far out the words before a control are looked for.
const LEVELS_OF_A_ROW: usize = 3;

/// The largest box around a control, up to three levels out, that holds none of the others.
fn row_of(control: &Element, controls: &[Element]) -> Element {
    let others = || controls.iter().filter(|other| *other != control);
    let mut row = control.clone();
    for _ in 0..LEVELS_OF_A_ROW {
        let around = row
            .parent_element()
            .filter(|around| !others().any(|other| around.contains(Some(other))));
        let Some(around) = around else { break };
        row = around;
    }
    row
}
