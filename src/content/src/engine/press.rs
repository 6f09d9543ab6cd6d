//! What a person presses in the card: filling is done here, everything else is told to the background.

use super::Engine;
use crate::fill::{self, events};
use crate::observe::live::{Live, live};
use crate::overlay::Press;
use crate::sight::{control_of, element_of, field_state};
use crate::speech;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use waymark_core::field::{FieldState, FieldTask};
use waymark_core::lesson::Shown;
use waymark_core::message::{Anchor, CardAction, FrameTask, Show};
use waymark_core::read::options::is_disabled;
use waymark_core::target::Target;
use waymark_core::wire;
use waymark_web::Error;
use waymark_web::runtime::named;
use web_sys::{Document, Element};

impl Engine {
    pub(super) fn pressed(&self, press: Press) {
        match press {
            Press::Fill => self.fill(),
            Press::Action(action) => self.tell(action),
        }
    }

    pub(super) fn tell(&self, action: CardAction) {
        self.say("pressed", action.name());
    }

    /// Tells which control the user has shown.
    pub(super) fn tell_shown(&self, shown: &Shown) {
        self.say("shown", &wire::write(shown));
    }

    fn say(&self, name: &str, value: &str) {
        let Some(me) = self.me.upgrade() else { return };
        let message = named(name, value);
        spawn_local(async move {
            match speech::say(&message).await {
                Ok(Some(told)) => me.told(told),
                Err(Error::Orphaned) => me.end(),
                _ => {}
            }
        });
    }

    fn fill(&self) {
        let Some(engine) = self.me.upgrade().filter(|_| !self.is_filling()) else {
            return;
        };
        let fields = self
            .task
            .borrow()
            .as_ref()
            .map(|task| task.fields.clone())
            .unwrap_or_default();
        self.filling.replace(fields.clone());
        spawn_local(async move {
            let filling = Filling { engine, fields };
            fill::fill_all(&filling, &filling.fields).await;
            let Filling { engine, fields } = filling;
            if *engine.filling.borrow() == fields {
                engine.filling.take();
                engine.read_again_for_a_while();
                engine.look();
                engine.tell(CardAction::Filled);
            }
        });
    }

    /// Does what the card offers where the user wants that by itself: once, so that whoever undoes it has the last word.
    pub(super) fn go_ahead(&self, task: &FrameTask, target: Option<&Element>) {
        let is_way_on = matches!(task.show, Show::At(Anchor::Target(_), _));
        let went = &self.went[usize::from(is_way_on)];
        let way_on = target.filter(|element| is_way_on && !is_disabled(live(element)));
        if *went.borrow() == task.question || is_way_on != way_on.is_some() {
            return;
        }
        went.replace(task.question.clone());
        match way_on {
            Some(element) => events::click(element),
            None => self.fill(),
        }
    }

    /// The fields of the task are being filled.
    pub(super) fn is_filling(&self) -> bool {
        let task = self.task.borrow();
        let filling = self.filling.borrow();
        !filling.is_empty() && task.as_ref().is_some_and(|task| task.fields == *filling)
    }
}

/// The filling of these fields, until others are filled.
struct Filling {
    engine: Rc<Engine>,
    fields: Vec<FieldTask>,
}

impl fill::Frame for Filling {
    fn document(&self) -> Document {
        self.engine.frame.document.clone()
    }

    fn find(&self, target: &Target) -> Option<Live> {
        self.engine.refresh();
        element_of(&self.engine.picture.borrow(), target)
    }

    fn control(&self, field: &FieldTask) -> Option<Live> {
        self.engine.refresh();
        control_of(&self.engine.picture.borrow(), field)
    }

    fn state(&self, field: &FieldTask) -> FieldState {
        self.engine.refresh();
        field_state(
            &self.engine.picture.borrow(),
            field,
            self.changed_by_user(&field.id),
        )
    }

    fn changed_by_user(&self, id: &str) -> bool {
        self.engine.by_user.borrow().iter().any(|own| own == id)
    }

    fn is_asked(&self) -> bool {
        self.engine.is_filling()
    }

    fn goes_on(&self) -> bool {
        self.engine.is_running() && *self.engine.filling.borrow() == self.fields
    }

    fn show_busy(&self, id: Option<&str>) {
        self.engine.busy.replace(id.map(str::to_owned));
        let observation = self.engine.observe();
        self.engine.show(&observation);
    }
}
