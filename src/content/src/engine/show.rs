//! Showing what the task says: which element the spotlight is on, and what the card tells of the fields.

use super::Engine;
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
            Show::Nothing => {
                self.overlay.replace(None);
                return;
            }
            Show::Card(view) => (view, None),
            Show::At(anchor, view) => (view, self.anchored(task, anchor, observation)),
        };
        if self.overlay.borrow().is_none() {
            let me = self.me.clone();
            let overlay = Overlay::new(&self.frame.document, move |press| {
                if let Some(engine) = me.upgrade() {
                    engine.pressed(press);
                }
            });
            self.overlay.replace(overlay);
        }
        let others = self.field_elements(task, target.as_ref());
        if let Some(overlay) = &*self.overlay.borrow() {
            overlay.show(
                self.content(task, view, observation, target.as_ref()),
                target,
                others,
            );
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
        let picture = self.picture.borrow();
        Content {
            view: view.clone(),
            fields: lines
                .filter(|(field, report)| !field.optional || report.state != FieldState::NotFound)
                .map(|(field, report)| FieldLine {
                    label: field.label.clone(),
                    wanted: field.wanted.clone(),
                    state: report.state.clone(),
                    pointed: target.is_some()
                        && control_of(&picture, field, &task.input_texts).as_ref() == target,
                })
                .collect(),
            filling: self.is_filling(),
        }
    }

    /// The element under the spotlight. Of the fields it is the first that does not hold what is wanted, and once all do,
    /// the step's first target.
    fn anchored(&self, task: &FrameTask, anchor: &Anchor, observation: &Observation) -> Option<Element> {
        let picture = self.picture.borrow();
        let target = |at: usize| element_of(&picture, task.targets.get(at)?, &task.input_texts);
        match anchor {
            Anchor::Target(at) => target(*at),
            Anchor::Fields => {
                let open = task
                    .fields
                    .iter()
                    .zip(&observation.fields)
                    .filter(|(_, report)| report.state != FieldState::Matches);
                open.filter_map(|(field, _)| control_of(&picture, field, &task.input_texts))
                    .next()
                    .or_else(|| (0..task.targets.len()).find_map(target))
            }
        }
    }

    fn field_elements(&self, task: &FrameTask, target: Option<&Element>) -> Vec<Element> {
        let picture = self.picture.borrow();
        let elements = task
            .fields
            .iter()
            .filter_map(|field| control_of(&picture, field, &task.input_texts));
        elements.filter(|element| Some(element) != target).collect()
    }
}
