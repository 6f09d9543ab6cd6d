//! The events that a page expects around a change, and clicks as a mouse makes them.

use wasm_bindgen::JsCast;
use web_sys::{
    Element, Event, EventInit, FocusEvent, FocusEventInit, HtmlElement, InputEvent, InputEventInit,
    MouseEventInit, PointerEvent, PointerEventInit,
};

fn plain(element: &Element, kind: &str, bubbles: bool) {
    let options = EventInit::new();
    options.set_bubbles(bubbles);
    options.set_composed(true);
    if let Ok(event) = Event::new_with_event_init_dict(kind, &options) {
        // A page's listener that throws is the page's affair.
        let _ = element.dispatch_event(&event);
    }
}

/// The field is entered, for scripts that listen for it; the real focus stays where the person has it.
pub fn enter(element: &Element) {
    focus_event(element, "focus", false);
    focus_event(element, "focusin", true);
}

/// The field is left: pages derive other fields and validate now.
pub fn leave(element: &Element) {
    focus_event(element, "blur", false);
    focus_event(element, "focusout", true);
}

fn focus_event(element: &Element, kind: &str, bubbles: bool) {
    let options = FocusEventInit::new();
    options.set_bubbles(bubbles);
    options.set_composed(true);
    if let Ok(event) = FocusEvent::new_with_focus_event_init_dict(kind, &options) {
        let _ = element.dispatch_event(&event);
    }
}

/// A text was put in, as pasting does.
pub fn input(element: &Element, text: &str) {
    let options = InputEventInit::new();
    options.set_bubbles(true);
    options.set_composed(true);
    options.set_input_type("insertFromPaste");
    options.set_data(Some(text));
    if let Ok(event) = InputEvent::new_with_event_init_dict("input", &options) {
        let _ = element.dispatch_event(&event);
    }
}

/// A choice was made in a native control.
pub fn chosen(element: &Element) {
    plain(element, "input", true);
    plain(element, "change", true);
}

/// The text was changed and is final.
pub fn changed(element: &Element) {
    plain(element, "change", true);
}

/// A whole click: lists of some component libraries open on the press, others on the click.
pub fn click(element: &Element) {
    for kind in ["pointerdown", "mousedown", "pointerup", "mouseup"] {
        press(element, kind);
    }
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        element.click();
    } else {
        press(element, "click");
    }
}

fn press(element: &Element, kind: &str) {
    let rect = element.get_bounding_client_rect();
    let options = PointerEventInit::new();
    options.set_bubbles(true);
    options.set_composed(true);
    options.set_cancelable(true);
    let mouse: &MouseEventInit = options.unchecked_ref();
    // Client coordinates are whole pixels, far below the limits of i32.
    #[allow(clippy::cast_possible_truncation)]
    {
        mouse.set_client_x((rect.x() + rect.width() / 2.0) as i32);
        mouse.set_client_y((rect.y() + rect.height() / 2.0) as i32);
    }
    let event: Option<Event> = if kind.starts_with("pointer") {
        PointerEvent::new_with_event_init_dict(kind, &options)
            .ok()
            .map(Into::into)
    } else {
        web_sys::MouseEvent::new_with_mouse_event_init_dict(kind, mouse)
            .ok()
            .map(Into::into)
    };
    if let Some(event) = event {
        let _ = element.dispatch_event(&event);
    }
}
