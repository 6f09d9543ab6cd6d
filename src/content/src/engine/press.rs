//! What a person presses in the card: filling is done here, everything else is told to the background.

use super::Engine;
use crate::overlay::Press;
use crate::sight::{control_of, element_of, field_state};
use crate::{fill, speech};
use wasm_bindgen_futures::spawn_local;
use waymark_core::field::{FieldState, FieldTask};
use waymark_core::message::CardAction;
use waymark_core::target::Target;
use waymark_web::Error;
use web_sys::{Document, Element};

impl Engine {
    pub(super) fn pressed(&self, press: Press) {
        match press {
            Press::Fill => self.fill(),
            Press::Action(action) => self.tell(action),
        }
    }

    fn tell(&self, action: CardAction) {
        let Some(me) = self.me.upgrade() else { return };
        spawn_local(async move {
            match speech::pressed(action).await {
                Ok(Some(told)) => me.told(told),
                Err(Error::Orphaned) => me.end(),
                _ => {}
            }
        });
    }

    fn fill(&self) {
        let (Some(me), false) = (self.me.upgrade(), self.filling.replace(true)) else {
            return;
        };
        let fields = self
            .task
            .borrow()
            .as_ref()
            .map(|task| task.fields.clone())
            .unwrap_or_default();
        spawn_local(async move {
            fill::fill_all(&*me, &fields).await;
            me.filling.set(false);
            me.read_again_for_a_while();
            me.look();
            me.tell(CardAction::Filled);
        });
    }
}

impl fill::Frame for Engine {
    fn document(&self) -> Document {
        self.frame.document.clone()
    }

    fn find(&self, target: &Target) -> Option<Element> {
        self.refresh();
        let task = self.task.borrow();
        element_of(&self.picture.borrow(), target, &task.as_ref()?.input_texts)
    }

    fn control(&self, field: &FieldTask) -> Option<Element> {
        self.refresh();
        let task = self.task.borrow();
        control_of(&self.picture.borrow(), field, &task.as_ref()?.input_texts)
    }

    fn state(&self, field: &FieldTask) -> FieldState {
        self.refresh();
        let task = self.task.borrow();
        let by_user = fill::Frame::changed_by_user(self, &field.id);
        task.as_ref().map_or(FieldState::NotFound, |task| {
            field_state(&self.picture.borrow(), field, &task.input_texts, by_user)
        })
    }

    fn changed_by_user(&self, id: &str) -> bool {
        self.by_user.borrow().iter().any(|own| own == id)
    }

    fn goes_on(&self) -> bool {
        self.is_running()
    }

    fn show_busy(&self, id: Option<&str>) {
        self.busy.replace(id.map(str::to_owned));
        let observation = self.observe();
        self.show(&observation);
    }
}
