//! The overlay: one host element in the top layer with a closed shadow root; in it the spotlight and the card.

mod build;
pub mod card;
mod drag;
mod follow;
mod layer;
pub mod place;

pub use layer::top_layer_changed;

use crate::observe::seen::{lay, take_down};
use build::{add, button, make, set, style};
use card::Content;
use follow::{Follower, pixels};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use waymark_core::message::CardAction;
use waymark_web::{EventListener, EventListenerOptions};
use web_sys::{Document, Element, Event, HtmlElement, KeyboardEvent, ShadowRoot};

const STYLE: &str = include_str!(concat!(env!("OUT_DIR"), "/overlay.css"));

/// What a person does in the overlay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// Fill the fields.
    Fill,
    /// One of the card's other buttons.
    Action(CardAction),
}

/// The parts of the overlay.
pub(crate) struct Parts {
    pub host: HtmlElement,
    pub root: ShadowRoot,
    pub layer: HtmlElement,
    pub spotlight: HtmlElement,
    pub card: HtmlElement,
    pub pill: HtmlElement,
    pub announce: HtmlElement,
    pub mark: HtmlElement,
}

/// The overlay of one frame; taken down when dropped.
pub struct Overlay {
    parts: Rc<Parts>,
    follower: Rc<Follower>,
    shown: Rc<RefCell<Option<Content>>>,
    minimised: Rc<Cell<bool>>,
    _listeners: Vec<EventListener>,
}

impl Drop for Overlay {
    fn drop(&mut self) {
        self.follower.stop();
        take_down(&self.parts.host);
    }
}

impl Overlay {
    /// Puts an empty overlay on the page. `pressed` is called for what a person does in it.
    #[must_use]
    pub fn new(document: &Document, pressed: impl Fn(Press) + 'static) -> Option<Self> {
        let parts = Rc::new(build_parts(document)?);
        let shown: Rc<RefCell<Option<Content>>> = Rc::default();
        let minimised = Rc::new(Cell::new(false));
        let follower = Follower::new(parts.clone(), minimised.clone())?;
        let react = {
            let (parts, shown, minimised, follower) =
                (parts.clone(), shown.clone(), minimised.clone(), follower.clone());
            move |what: &str| {
                let small = match what {
                    "minimise" => true,
                    "expand" => false,
                    _ => {
                        let content = shown.borrow();
                        if let Some(press) = content.as_ref().and_then(|content| meaning(content, what)) {
                            drop(content);
                            pressed(press);
                        }
                        return;
                    }
                };
                minimised.set(small);
                show_size(&parts, small);
                follower.resized(!small);
                focus(if small { &parts.pill } else { &parts.card });
            }
        };
        let mut listeners = listen(&parts, Rc::new(react));
        listeners.extend(drag::listen(&parts, &follower));
        Some(Self {
            parts,
            follower,
            shown,
            minimised,
            _listeners: listeners,
        })
    }

    /// The element that carries the overlay.
    #[must_use]
    pub fn host(&self) -> &HtmlElement {
        &self.parts.host
    }

    /// Shows this, with the spotlight on `target`; `others` are kept free of the card where that can be.
    pub fn show(&self, content: Content, target: Option<Element>, others: Vec<Element>) {
        let before = self.shown.replace(Some(content.clone()));
        let new_step = before
            .as_ref()
            .is_none_or(|before| before.view.step != content.view.step);
        if before.as_ref() != Some(&content) {
            self.render(&content);
        }
        if new_step {
            self.parts.announce.set_text_content(Some(&content.view.what));
            self.minimised.set(false);
            show_size(&self.parts, false);
        }
        self.follower.follow(target, others, content.view.rtl, new_step);
    }

    /// Puts it on top of the page. `modal` is the dialog above all others.
    pub fn raise(&self, modal: Option<&Element>) {
        if let Some(document) = self.parts.host.owner_document() {
            layer::raise(&document, &self.parts.host, modal);
        }
        // Places are measured in the viewport.
        lay(&self.parts.host, &self.parts.layer);
    }

    /// The page has changed: looks where the control has gone.
    pub fn page_changed(&self) {
        self.follower.nudge();
    }

    /// Outlines an element and names it, or nothing: what a person points at while they are asked for a control.
    pub fn mark(&self, at: Option<(&Element, &str)>) {
        let mark = &self.parts.mark;
        mark.set_hidden(at.is_none());
        let Some((element, name)) = at else { return };
        let area = element.get_bounding_client_rect();
        let edges = [
            ("left", area.left()),
            ("top", area.top()),
            ("width", area.width()),
            ("height", area.height()),
        ];
        for (property, place) in edges {
            style(mark, property, &pixels(place));
        }
        // The name stands above, or below where it would be outside.
        mark.set_class_name(if area.top() < 32.0 { "mark low" } else { "mark" });
        mark.set_text_content(None);
        add(mark, "span", "", name);
    }

    fn render(&self, content: &Content) {
        let parts = &self.parts;
        let focused = parts
            .root
            .active_element()
            .and_then(|element| element.get_attribute("data-do"));
        card::fill_in(&parts.card, content);
        set(&parts.card, "aria-label", &content.view.label);
        set(&parts.card, "lang", &content.view.language);
        set(&parts.card, "dir", if content.view.rtl { "rtl" } else { "ltr" });
        parts.pill.set_text_content(Some(&content.view.progress));
        set(&parts.pill, "aria-label", &content.view.expand);
        parts
            .pill
            .set_class_name(if content.view.rtl { "pill start" } else { "pill" });
        if let Some(what) = focused {
            // What was pressed may have done its work: the focus stays in the card.
            let again = parts
                .root
                .query_selector(&("[data-do='".to_owned() + &what + "']"))
                .ok()
                .flatten()
                .and_then(|button| button.dyn_into::<HtmlElement>().ok());
            focus(again.as_ref().unwrap_or(&parts.card));
        }
    }
}

fn meaning(content: &Content, what: &str) -> Option<Press> {
    if what == "fill" {
        return (!content.filling).then_some(Press::Fill);
    }
    let at: usize = what.strip_prefix("action ")?.parse().ok()?;
    content
        .view
        .actions
        .get(at)
        .map(|button| Press::Action(button.action))
}

fn show_size(parts: &Parts, small: bool) {
    parts.card.set_hidden(small);
    parts.pill.set_hidden(!small);
}

fn focus(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

fn build_parts(document: &Document) -> Option<Parts> {
    let host = make(document, "div", "")?;
    let options = web_sys::ShadowRootInit::new(web_sys::ShadowRootMode::Closed);
    let root = host.attach_shadow(&options).ok()?;
    let sheet = make(document, "style", "")?;
    sheet.set_text_content(Some(STYLE));
    root.append_child(&sheet).ok()?;
    let layer = make(document, "div", "layer")?;
    root.append_child(&layer).ok()?;
    let spotlight = add(&layer, "div", "spotlight", "")?;
    spotlight.set_hidden(true);
    set(&spotlight, "aria-hidden", "true");
    let card = add(&layer, "div", "card", "")?;
    set(&card, "role", "region");
    set(&card, "tabindex", "-1");
    style(&card, "visibility", "hidden");
    let pill = button(&layer, "pill", "expand", "")?;
    pill.set_hidden(true);
    let announce = add(&layer, "div", "announce", "")?;
    set(&announce, "role", "status");
    let mark = add(&layer, "div", "mark", "")?;
    set(&mark, "aria-live", "polite");
    mark.set_hidden(true);
    Some(Parts {
        host,
        root,
        layer,
        spotlight,
        card,
        pill,
        announce,
        mark,
    })
}

/// Clicks and keys inside the overlay stay inside: a page that closes its menus on outside clicks, or traps the focus, does
/// not notice them.
fn listen(parts: &Rc<Parts>, react: Rc<dyn Fn(&str)>) -> Vec<EventListener> {
    let mut listeners = Vec::new();
    let on_click = react.clone();
    listeners.push(EventListener::new(&parts.root, "click", move |event| {
        if let (true, Some(what)) = (event.is_trusted(), pressed_button(event)) {
            on_click(&what);
        }
    }));
    let weak = Rc::downgrade(parts);
    listeners.push(EventListener::new_with_options(
        &parts.root,
        "keydown",
        EventListenerOptions::enable_prevent_default(),
        move |event| {
            let escape = event
                .dyn_ref::<KeyboardEvent>()
                .is_some_and(|key| key.key() == "Escape");
            let small = weak.upgrade().is_none_or(|parts| parts.card.hidden());
            if escape && !small && event.is_trusted() {
                event.prevent_default();
                react("minimise");
            }
        },
    ));
    // A mouse press on a button leaves the focus in the field that the person was typing in.
    listeners.push(EventListener::new_with_options(
        &parts.root,
        "mousedown",
        EventListenerOptions::enable_prevent_default(),
        |event| {
            if pressed_button(event).is_some() {
                event.prevent_default();
            }
        },
    ));
    for kind in [
        "click",
        "mousedown",
        "mouseup",
        "pointerdown",
        "pointerup",
        "keydown",
        "keyup",
        "keypress",
        "focusin",
        "focusout",
        "wheel",
    ] {
        listeners.push(EventListener::new(&parts.host, kind, |event| {
            event.stop_propagation()
        }));
    }
    listeners
}

fn pressed_button(event: &Event) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest("button").ok()??.get_attribute("data-do")
}
