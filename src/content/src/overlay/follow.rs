//! Keeping spotlight and card at the control: a frame loop that runs only while something moves.

use super::Parts;
use super::build::style;
use super::place::{Area, Place, Side, is_free, place, put_by_hand};
use crate::observe::facts::is_top;
use crate::observe::live::live;
use crate::observe::seen::{clips, is_covered};
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use waymark_core::read::role::role;
use waymark_web::observe::Sizes;
use waymark_web::{
    AnimationFrame, EventListener, EventListenerOptions, EventListenerPhase, request_animation_frame,
};
use web_sys::{Document, Element, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition, Window};

/// Frames without movement after which the loop stops.
const STILL_FRAMES: u32 = 10;
/// Between the control's edge and the spotlight, in CSS pixels.
const RING: f64 = 5.0;

/// What has to be scrolled into view.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reveal {
    /// Nothing.
    No,
    /// The control, where nothing of it can be seen.
    Some,
    /// The control, where not all of it can be seen.
    Whole,
}

/// What one frame of the loop measures; equal measures mean that nothing moves.
#[derive(Clone, Copy, PartialEq)]
struct Measure {
    target: Option<Area>,
    viewport: (f64, f64),
    card: (f64, f64),
    others: f64,
    small: bool,
}

/// Moves the overlay's parts.
pub(super) struct Follower {
    me: Weak<Follower>,
    window: Window,
    parts: Rc<Parts>,
    small: Rc<Cell<bool>>,
    target: RefCell<Option<Element>>,
    others: RefCell<Vec<Element>>,
    clips: RefCell<Vec<Element>>,
    rtl: Cell<bool>,
    /// A person opened the card where there is no room for it.
    opened: Cell<bool>,
    /// Where a person has put the card's corner.
    own: Cell<Option<(f64, f64)>>,
    /// They hold it.
    held: Cell<bool>,
    to_reveal: Cell<Reveal>,
    last: Cell<Option<Measure>>,
    still: Cell<u32>,
    frame: RefCell<Option<AnimationFrame>>,
    sizes: RefCell<Option<Sizes>>,
    listeners: RefCell<Vec<EventListener>>,
}

impl Follower {
    pub fn new(parts: Rc<Parts>, small: Rc<Cell<bool>>) -> Option<Rc<Self>> {
        let window = web_sys::window()?;
        let follower = Rc::new_cyclic(|me: &Weak<Follower>| Follower {
            me: me.clone(),
            window,
            parts,
            small,
            target: RefCell::default(),
            others: RefCell::default(),
            clips: RefCell::default(),
            rtl: Cell::new(false),
            opened: Cell::new(false),
            own: Cell::new(None),
            held: Cell::new(false),
            to_reveal: Cell::new(Reveal::No),
            last: Cell::new(None),
            still: Cell::new(0),
            frame: RefCell::default(),
            sizes: RefCell::default(),
            listeners: RefCell::default(),
        });
        follower.listen();
        Some(follower)
    }

    fn listen(&self) {
        let me = self.me.clone();
        self.sizes.replace(Sizes::new(move || nudge(&me)).ok());
        let capture = || EventListenerOptions {
            phase: EventListenerPhase::Capture,
            passive: true,
        };
        let kinds = [
            "scroll",
            "resize",
            "transitionrun",
            "transitionend",
            "animationstart",
            "animationend",
            "toggle",
            "load",
        ];
        let listeners = kinds.map(|kind| {
            let me = self.me.clone();
            EventListener::new_with_options(&self.window, kind, capture(), move |_| nudge(&me))
        });
        self.listeners.replace(listeners.into());
    }

    /// Points at another control, or at none. `new_step` scrolls it into view, once.
    pub fn follow(&self, target: Option<Element>, others: Vec<Element>, rtl: bool, new_step: bool) {
        let moved = *self.target.borrow() != target;
        if moved || new_step {
            restart(&self.parts.spotlight);
        }
        if new_step {
            restart(&self.parts.card);
            self.opened.set(false);
        }
        if new_step {
            self.to_reveal.set(Reveal::Whole);
        } else if moved && self.to_reveal.get() == Reveal::No {
            self.to_reveal.set(Reveal::Some);
        }
        if let (Some(element), Some(sizes), true) = (&target, &*self.sizes.borrow(), moved) {
            sizes.watch_only(element);
        }
        let clips = target.as_ref().map(clips);
        self.clips.replace(clips.unwrap_or_default());
        self.target.replace(target);
        self.others.replace(others);
        self.rtl.set(rtl);
        self.last.set(None);
        self.reveal();
        self.nudge();
    }

    /// Scrolls the control into view: once per step, and where the next field of the same step is out of sight, but
    /// never away from a field that a person is typing in.
    fn reveal(&self) {
        let target = self.target.borrow();
        let wish = self.to_reveal.get();
        let Some(element) = target.as_ref().filter(|_| wish != Reveal::No) else {
            return;
        };
        if wish == Reveal::Some && self.is_typing() {
            return;
        }
        self.to_reveal.set(Reveal::No);
        let area = area_of(element);
        let seen = self.visible_part(area);
        let enough = seen.is_some_and(|part| {
            (wish == Reveal::Some || (part.width >= area.width - 1.0 && part.height >= area.height - 1.0))
                && !self.is_covered(element, &part)
        });
        if enough && is_top(&self.window) {
            return;
        }
        let options = ScrollIntoViewOptions::new();
        // What lies around the frame is scrolled as well, and only there is it known whether that is needed.
        options.set_block(if enough {
            ScrollLogicalPosition::Nearest
        } else {
            ScrollLogicalPosition::Center
        });
        options.set_inline(ScrollLogicalPosition::Nearest);
        options.set_behavior(if self.calm() {
            ScrollBehavior::Instant
        } else {
            ScrollBehavior::Smooth
        });
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }

    /// Something that stands still, such as a page's header, lies over it.
    fn is_covered(&self, element: &Element, part: &Area) -> bool {
        let (x, y) = (part.x + part.width / 2.0, part.y + part.height / 2.0);
        is_covered(element, x, y, &self.parts.host)
    }

    fn is_typing(&self) -> bool {
        let active = self
            .window
            .document()
            .and_then(|document| document.active_element());
        active.is_some_and(|element| role(live(&element)) == "textbox")
    }

    fn calm(&self) -> bool {
        let query = self.window.match_media("(prefers-reduced-motion: reduce)");
        query.ok().flatten().is_some_and(|query| query.matches())
    }

    /// A person opened or closed the card.
    pub fn resized(&self, opened: bool) {
        self.opened.set(opened);
        self.last.set(None);
        self.nudge();
    }

    /// A person holds the card with its corner there: the control may be under it.
    pub fn put_card(&self, x: f64, y: f64) {
        self.own.set(Some((x, y)));
        self.held.set(true);
        self.last.set(None);
        self.nudge();
    }

    /// They let go of it.
    pub fn let_go(&self) {
        self.held.set(false);
        self.last.set(None);
        self.nudge();
    }

    /// Something may have moved: runs the loop until it is still.
    pub fn nudge(&self) {
        self.still.set(0);
        if self.frame.borrow().is_none() {
            self.next();
        }
    }

    /// Ends the loop and stops listening.
    pub fn stop(&self) {
        self.frame.replace(None);
        self.listeners.replace(Vec::new());
        self.sizes.replace(None);
    }

    fn next(&self) {
        let me = self.me.clone();
        let frame = request_animation_frame(move |_| {
            if let Some(follower) = me.upgrade() {
                follower.step();
            }
        });
        self.frame.replace(Some(frame));
    }

    fn step(&self) {
        let measure = self.measure();
        if self.last.replace(Some(measure)) == Some(measure) {
            self.still.set(self.still.get() + 1);
        } else {
            self.still.set(0);
            self.arrange(&measure);
        }
        if self.still.get() < STILL_FRAMES {
            self.next();
        } else {
            self.frame.replace(None);
        }
    }

    fn measure(&self) -> Measure {
        let card = &self.parts.card;
        let target = self.target.borrow();
        let area = target
            .as_ref()
            .filter(|element| element.is_connected())
            .map(area_of);
        Measure {
            target: area.and_then(|area| self.visible_part(area)),
            viewport: viewport(&self.window),
            card: (f64::from(card.offset_width()), f64::from(card.offset_height())),
            others: self.others.borrow().iter().map(|other| area_of(other).y).sum(),
            small: self.small.get(),
        }
    }

    /// The part of an area that its scrolled containers and the viewport leave visible.
    fn visible_part(&self, area: Area) -> Option<Area> {
        let (width, height) = viewport(&self.window);
        let whole = Area {
            x: 0.0,
            y: 0.0,
            width,
            height,
        };
        let clips = self.clips.borrow();
        let mut areas = clips.iter().map(area_of).chain([whole]);
        areas.try_fold(area, |part, clip| part.within(&clip))
    }

    fn arrange(&self, measure: &Measure) {
        let spotlight = &self.parts.spotlight;
        spotlight.set_hidden(measure.target.is_none());
        if let Some(target) = measure.target {
            let ring = target.grown(RING);
            put(spotlight, ring.x, ring.y);
            style(spotlight, "width", &pixels(ring.width));
            style(spotlight, "height", &pixels(ring.height));
        }
        if measure.small {
            return;
        }
        let others: Vec<Area> = self.others.borrow().iter().map(area_of).collect();
        let control = measure.target.map(|target| target.grown(RING));
        let own = self
            .own
            .get()
            .map(|at| put_by_hand(at, measure.viewport, measure.card));
        let found = own
            .filter(|own| self.held.get() || is_free(own, measure.viewport, control, measure.card))
            .or_else(|| place(measure.viewport, control, &others, measure.card, self.rtl.get()));
        // Without room the card would cover the control: it makes itself small, unless a person opened it nevertheless.
        let cramped = found.is_none() && !self.opened.get();
        self.parts.pill.set_hidden(!cramped);
        style(
            &self.parts.card,
            "visibility",
            if cramped { "hidden" } else { "visible" },
        );
        let place = found.unwrap_or_else(|| self.least_bad(measure));
        put(&self.parts.card, place.x, place.y);
        let _ = self.parts.card.set_attribute("data-side", place.side.name());
    }

    /// In a frame too small for both, the card goes to the end that is farther from the control.
    fn least_bad(&self, measure: &Measure) -> Place {
        let middle = measure
            .target
            .map_or(0.0, |target| target.y + target.height / 2.0);
        let low = (measure.viewport.1 - measure.card.1 - 12.0).max(0.0);
        let x = (measure.viewport.0 - measure.card.0 - 12.0).max(0.0);
        Place {
            side: Side::Corner,
            x,
            y: if middle < measure.viewport.1 / 2.0 {
                low
            } else {
                0.0
            },
        }
    }
}

fn nudge(follower: &Weak<Follower>) {
    if let Some(follower) = follower.upgrade() {
        follower.nudge();
    }
}

/// Plays an element's arrival again.
fn restart(element: &web_sys::HtmlElement) {
    let classes = element.class_list();
    let _ = classes.remove_1("arriving");
    // Reading a size between the two makes the browser notice.
    let _ = element.offset_width();
    let _ = classes.add_1("arriving");
}

fn area_of(element: &Element) -> Area {
    let rect = element.get_bounding_client_rect();
    Area {
        x: rect.x(),
        y: rect.y(),
        width: rect.width(),
        height: rect.height(),
    }
}

/// The document's client area, without scroll bars.
fn viewport(window: &Window) -> (f64, f64) {
    let size =
        |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|v| v.as_f64()).unwrap_or_default();
    let document = window
        .document()
        .and_then(|document: Document| document.document_element());
    let bar = document.map_or(0, |root| root.client_width());
    let width = size(window.inner_width());
    (
        if bar > 0 { f64::from(bar).min(width) } else { width },
        size(window.inner_height()),
    )
}

fn put(element: &web_sys::HtmlElement, x: f64, y: f64) {
    style(
        element,
        "transform",
        &("translate(".to_owned() + &pixels(x) + "," + &pixels(y) + ")"),
    );
}

/// Half pixels are enough, and whole numbers are written without the code that prints floats.
pub(super) fn pixels(value: f64) -> String {
    // Coordinates on a screen are far below the limits of i32.
    #[allow(clippy::cast_possible_truncation)]
    let halves = (value * 2.0).round() as i32;
    let mut text = (halves / 2).to_string();
    if halves < 0 && halves > -2 {
        text.insert(0, '-');
    }
    if halves % 2 != 0 {
        text.push_str(".5");
    }
    text.push_str("px");
    text
}
