//! Dragging the card by its head. Where it was put holds until it would cover a control.

use super::follow::Follower;
use super::{Parts, pressed_button};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use waymark_web::{EventListener, EventListenerOptions};
use web_sys::{Element, Event, PointerEvent};

/// Listens to the pointer on the card, which has it from the press to the release, wherever it goes.
pub(super) fn listen(parts: &Rc<Parts>, follower: &Rc<Follower>) -> [EventListener; 3] {
    // From the card's corner to where it is held.
    let grip: Rc<Cell<Option<(f64, f64)>>> = Rc::default();
    ["pointerdown", "pointermove", "lostpointercapture"].map(|kind| {
        let (grip, follower, card) = (grip.clone(), follower.clone(), parts.card.clone());
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&parts.card, kind, options, move |event| {
            let pointer: &PointerEvent = event.unchecked_ref();
            let (x, y) = (f64::from(pointer.client_x()), f64::from(pointer.client_y()));
            if kind == "pointerdown" {
                if is_on_head(event) && card.set_pointer_capture(pointer.pointer_id()).is_ok() {
                    // The focus stays in the field that the person was typing in.
                    event.prevent_default();
                    let area = card.get_bounding_client_rect();
                    grip.set(Some((x - area.x(), y - area.y())));
                }
            } else if kind == "pointermove" {
                if let Some((left, top)) = grip.get() {
                    follower.put_card(x - left, y - top);
                }
            } else if grip.take().is_some() {
                follower.let_go();
            }
        })
    })
}

fn is_on_head(event: &Event) -> bool {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    pressed_button(event).is_none()
        && target.is_some_and(|target| matches!(target.closest(".head"), Ok(Some(_))))
}
