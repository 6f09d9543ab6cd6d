//! Show me: for as long as the user is asked for a control, what they press in this frame goes to Waymark and not to the page.
//!
//! Where the pointer is, or the focus, is looked up among the rows of the picture, through shadow roots; a press tells the
//! background which one it was, and nothing of what it holds.

use super::Engine;
use crate::observe::live::{Live, labelled, live, shadow_root};
use crate::observe::roots::{Root, parent};
use crate::observe::tag;
use std::cell::Cell;
use std::rc::Weak;
use wasm_bindgen::JsCast;
use waymark_core::lesson::{Shown, is_operated};
use waymark_core::message::CardAction;
use waymark_core::snapshot;
use waymark_web::{EventListener, EventListenerOptions, EventListenerPhase, Timeout};
use web_sys::{Element, Event, KeyboardEvent, MouseEvent};

/// Everything that presses, in the order in which it happens.
const KINDS: [&str; 17] = [
    "pointermove",
    "focusin",
    "scroll",
    "pointerdown",
    "mousedown",
    "touchstart",
    "pointerup",
    "mouseup",
    "touchend",
    "click",
    "auxclick",
    "dblclick",
    "contextmenu",
    "dragstart",
    "keydown",
    "keypress",
    "keyup",
];
/// A second press of a double click still belongs to the first, in milliseconds.
const AFTERWARDS: u32 = 500;

/// The user is asked for a control in this frame, until this is dropped.
pub(super) struct Asking {
    /// The row at hand.
    at: Cell<Option<usize>>,
    /// A control was shown: nothing is taken any more, and nothing is let through either.
    chosen: Cell<bool>,
    _listeners: Vec<EventListener>,
}

impl Engine {
    /// Begins or ends to ask, as the task says.
    pub(super) fn ask(&self) {
        let asked = self.task.borrow().as_ref().is_some_and(|task| task.ask.is_some());
        let mut asking = self.asking.borrow_mut();
        match &*asking {
            None if asked => {
                // Keys go to the frame that has the focus, which may be another one.
                let _ = self.frame.window.focus();
                *asking = Some(Asking::new(&self.me, &self.frame.window));
            }
            Some(current) if asked => current.chosen.set(false),
            Some(_) => {
                self.mark(None);
                let me = self.me.clone();
                Timeout::new(AFTERWARDS, move || {
                    if let Some(engine) = me.upgrade().filter(|engine| !engine.is_asked()) {
                        engine.asking.replace(None);
                    }
                })
                .forget();
            }
            None => {}
        }
    }

    fn is_asked(&self) -> bool {
        self.task.borrow().as_ref().is_some_and(|task| task.ask.is_some())
    }

    /// Something was pressed, or pointed at, while the user is asked.
    fn while_asking(&self, event: &Event) {
        let asking = self.asking.borrow();
        let Some(asking) = &*asking else { return };
        let is_own = event
            .target()
            .and_then(|it| it.dyn_into().ok())
            .is_some_and(|node| self.own_host().as_deref() == Some(&node));
        let key = event
            .dyn_ref::<KeyboardEvent>()
            .map(KeyboardEvent::key)
            .unwrap_or_default();
        if !event.is_trusted() || (is_own && key != "Escape") {
            return;
        }
        let goes_on = self.is_asked() && !asking.chosen.get();
        match event.type_().as_str() {
            "scroll" => return self.mark(None),
            "focusin" => return self.point_at(asking, focused(), goes_on),
            "pointermove" => {
                let place = event.dyn_ref::<MouseEvent>().and_then(under_pointer);
                self.point_at(asking, place, goes_on);
            }
            "click" if goes_on => {
                self.refresh();
                self.point_at(
                    asking,
                    event.dyn_ref::<MouseEvent>().and_then(under_pointer),
                    goes_on,
                );
                self.choose(asking);
            }
            "keydown" if goes_on => match key.as_str() {
                "Escape" => self.tell(CardAction::ShowNothing),
                "Enter" | " " => self.choose(asking),
                "ArrowDown" | "ArrowRight" => self.step(asking, true),
                "ArrowUp" | "ArrowLeft" => self.step(asking, false),
                _ => {}
            },
            _ => {}
        }
        event.stop_immediate_propagation();
        // With Tab the focus moves as always, and a touch that is not prevented becomes the click that chooses.
        if key != "Tab" && !event.type_().starts_with("touch") {
            event.prevent_default();
        }
    }

    fn point_at(&self, asking: &Asking, place: Option<Element>, goes_on: bool) {
        let row = place.filter(|_| goes_on).and_then(|place| self.row_of(place));
        asking.at.set(row);
        self.mark(row);
    }

    /// The row of the nearest control around this element.
    fn row_of(&self, element: Element) -> Option<usize> {
        let picture = self.picture.borrow();
        let mut around = Some(element);
        while let Some(element) = around {
            let control: Live = match tag(&element) == "label" {
                true => labelled(&element).unwrap_or_else(|| live(&element).clone()),
                false => live(&element).clone(),
            };
            let row = picture.elements.iter().position(|own| *own == control);
            if row.is_some_and(|at| {
                picture
                    .snapshot
                    .borrow()
                    .elements
                    .get(at)
                    .is_some_and(|row| is_operated(&row.role))
            }) {
                return row;
            }
            around = parent(&element);
        }
        None
    }

    /// On to the next control, or back.
    fn step(&self, asking: &Asking, forward: bool) {
        let picture = self.picture.borrow();
        let snapshot = picture.snapshot.borrow();
        let rows = snapshot.elements.iter().enumerate();
        let mut operated = rows.filter(|(_, row)| is_operated(&row.role)).map(|(at, _)| at);
        let next = match (asking.at.get(), forward) {
            (Some(here), true) => operated.find(|at| *at > here),
            (Some(here), false) => operated.take_while(|at| *at < here).last(),
            (None, _) => operated.next(),
        };
        if next.is_some() {
            asking.at.set(next);
            drop(snapshot);
            drop(picture);
            self.mark(next);
        }
    }

    /// Outlines a row and names it.
    fn mark(&self, row: Option<usize>) {
        let picture = self.picture.borrow();
        let task = self.task.borrow();
        let snapshot = picture.snapshot.borrow();
        let marked = row.and_then(|at| Some((picture.elements.get(at)?, snapshot.elements.get(at)?)));
        let unnamed = task
            .as_ref()
            .and_then(|task| task.ask.as_deref())
            .unwrap_or_default();
        if let Some(overlay) = &*self.overlay.borrow() {
            overlay.mark(marked.map(|(element, row)| {
                let name = [&row.name, &row.label, unnamed]
                    .into_iter()
                    .find(|name| !name.is_empty());
                (&**element as &Element, name.unwrap_or_default())
            }));
        }
    }

    fn choose(&self, asking: &Asking) {
        let picture = self.picture.borrow();
        let snapshot = picture.snapshot.borrow();
        if let Some(row) = asking.at.get().and_then(|at| snapshot.elements.get(at)) {
            asking.chosen.set(true);
            self.tell_shown(&shown(row));
        }
    }
}

impl Asking {
    fn new(engine: &Weak<Engine>, window: &web_sys::Window) -> Self {
        let options = EventListenerOptions {
            phase: EventListenerPhase::Capture,
            passive: false,
        };
        let listeners = KINDS.map(|kind| {
            let me = engine.clone();
            EventListener::new_with_options(window, kind, options, move |event| {
                if let Some(engine) = me.upgrade() {
                    engine.while_asking(event);
                }
            })
        });
        Self {
            at: Cell::new(None),
            chosen: Cell::new(false),
            _listeners: listeners.into(),
        }
    }
}

fn shown(row: &snapshot::Element) -> Shown {
    let short = |texts: &[String]| texts.iter().take(8).cloned().collect();
    Shown {
        tag: row.tag.clone(),
        kind: row.kind.clone(),
        role: row.role.clone(),
        name: row.name.clone(),
        label: row.label.clone(),
        id: row.id.clone(),
        name_attribute: row.name_attribute.clone(),
        section: short(&row.section),
        within_ids: short(&row.within_ids),
        neighbours: short(&row.neighbours),
    }
}

/// The innermost element under the pointer, in shadow roots too.
fn under_pointer(event: &MouseEvent) -> Option<Element> {
    let (x, y) = (event.client_x() as f32, event.client_y() as f32);
    innermost(|root| match root {
        Root::Document(document) => document.element_from_point(x, y),
        Root::Shadow(shadow) => shadow.element_from_point(x, y),
    })
}

/// The innermost element that has the focus.
fn focused() -> Option<Element> {
    innermost(|root| match root {
        Root::Document(document) => document.active_element(),
        Root::Shadow(shadow) => shadow.active_element(),
    })
}

fn innermost(at: impl Fn(&Root) -> Option<Element>) -> Option<Element> {
    let mut found = at(&Root::Document(web_sys::window()?.document()?))?;
    while let Some(inner) = shadow_root(&found)
        .and_then(|root| at(&root))
        .filter(|inner| *inner != found)
    {
        found = inner;
    }
    Some(found)
}
