//! Noticing that the page changed or that a person did something. No polling: while nothing happens, nothing runs.

use crate::observe::kept::foreign;
use crate::overlay;
use js_sys::Array;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use waymark_web::observe::Mutations;
use waymark_web::{Error, EventListener, EventListenerOptions, EventListenerPhase};
use web_sys::{Document, Element, Event, Node, Window};

/// What was noticed.
pub enum Noticed {
    /// The document or a shadow root in it has changed, so.
    Page(Array),
    /// It may have changed in a way that nothing tells.
    Elsewhere,
    /// A person typed into, chose in or ticked this.
    Changed(Element),
    /// A person left a field, clicked, or pressed a key: scripts may change values without an event.
    Acted,
    /// The page came back from the back-forward cache.
    Returned,
}

/// Watches a document and its shadow roots until dropped.
pub struct Watch {
    mutations: Mutations,
    watched: RefCell<Vec<Node>>,
    _listeners: Vec<EventListener>,
}

impl Watch {
    /// Calls `notice` for everything noticed; `own` gives our own host, whose changes do not count.
    ///
    /// # Errors
    /// `Error::Script` where the document cannot be observed.
    pub fn new(
        window: &Window,
        document: &Document,
        own: impl Fn() -> Option<Element> + 'static,
        notice: impl Fn(Noticed) + 'static,
    ) -> Result<Self, Error> {
        let (notice, own) = (Rc::new(notice), Rc::new(own));
        let (changed, ours) = (notice.clone(), own.clone());
        let mutations = Mutations::new(move |records| {
            let records = foreign(&records, ours().as_deref());
            if records.length() > 0 {
                changed(Noticed::Page(records));
            }
        })?;
        let watch = Self {
            mutations,
            watched: RefCell::default(),
            _listeners: listen(window, &own, &notice),
        };
        watch.also(document)?;
        Ok(watch)
    }

    /// Watches one more root, once.
    ///
    /// # Errors
    /// `Error::Script` for a node that cannot be observed.
    pub fn also(&self, root: &Node) -> Result<(), Error> {
        let mut watched = self.watched.borrow_mut();
        watched.retain(Node::is_connected);
        if !watched.contains(root) {
            self.mutations.watch(root)?;
            watched.push(root.clone());
        }
        Ok(())
    }
}

fn listen(
    window: &Window,
    own: &Rc<impl Fn() -> Option<Element> + 'static>,
    notice: &Rc<impl Fn(Noticed) + 'static>,
) -> Vec<EventListener> {
    let capture = || EventListenerOptions {
        phase: EventListenerPhase::Capture,
        passive: true,
    };
    let on = |kind: &'static str, react: Box<dyn Fn(&Event)>| {
        EventListener::new_with_options(window, kind, capture(), move |event| react(event))
    };
    let mut listeners = Vec::new();
    for kind in ["input", "change"] {
        let notice = notice.clone();
        listeners.push(on(
            kind,
            Box::new(move |event| match event_target(event) {
                Some(target) if event.is_trusted() => notice(Noticed::Changed(target)),
                _ => notice(Noticed::Acted),
            }),
        ));
    }
    for kind in ["focusout", "click", "keyup", "reset"] {
        let notice = notice.clone();
        listeners.push(on(kind, Box::new(move |_| notice(Noticed::Acted))));
    }
    for kind in ["toggle", "fullscreenchange"] {
        let (toggled, own) = (notice.clone(), own.clone());
        listeners.push(on(
            kind,
            Box::new(move |event| {
                if event_target(event) != own() {
                    overlay::top_layer_changed();
                    toggled(Noticed::Elsewhere);
                }
            }),
        ));
    }
    let returned = notice.clone();
    listeners.push(on("pageshow", Box::new(move |_| returned(Noticed::Returned))));
    let moved = notice.clone();
    for kind in ["popstate", "hashchange", "load"] {
        let moved = moved.clone();
        listeners.push(on(kind, Box::new(move |_| moved(Noticed::Elsewhere))));
    }
    listeners
}

/// Where the event really happened, also inside shadow roots.
fn event_target(event: &Event) -> Option<Element> {
    let path: Array = event.composed_path();
    path.get(0)
        .dyn_into::<Element>()
        .ok()
        .or_else(|| event.target()?.dyn_into().ok())
}
