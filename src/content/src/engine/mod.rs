//! The engine of one frame: looks when something was noticed, reports what has changed, shows what it is told.

mod ask;
mod press;
mod read;
mod show;

use crate::observe::live::live;
use crate::observe::snapshot::{Picture, Taking};
use crate::overlay::Overlay;
use crate::sight::{Frame, control_of};
use crate::speech;
use crate::watch::{Noticed, Watch};
use ask::Asking;
use js_sys::Array;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use wasm_bindgen_futures::spawn_local;
use waymark_core::facts;
use waymark_core::field::FieldTask;
use waymark_core::message::{FACTS, FrameTask, Observation, ToContent};
use waymark_web::runtime::{self, Port, Subscription};
use waymark_web::{Error, Timeout};
use web_sys::Element;

/// Between something being noticed and the look that follows, in milliseconds; slow pages get four times what a look takes.
const DEBOUNCE: f64 = 50.0;
/// So long a page is read without a pause, in milliseconds: a frame takes 16.
const SLICE: f64 = 10.0;
/// Between two readings of values after a person did something, in milliseconds.
const REREAD: u32 = 250;
/// How long values are read again after a person did something, in milliseconds.
const REREAD_FOR: f64 = 2_000.0;
/// How long a control is waited for until the card says that it did not appear, in milliseconds.
const PATIENCE: f64 = 5_000.0;
/// Before a report that did not arrive is sent again, in milliseconds.
const RETRY: u32 = 1_000;
/// How often it is sent again until something new is noticed.
const RETRIES: u32 = 3;

/// The engine of one frame.
pub struct Engine {
    me: Weak<Engine>,
    frame: Frame,
    task: RefCell<Option<FrameTask>>,
    picture: RefCell<Picture>,
    /// The picture that is being taken.
    taking: RefCell<Option<Taking>>,
    /// The last report that arrived, as it was sent.
    sent: RefCell<Option<String>>,
    overlay: RefCell<Option<Overlay>>,
    asking: RefCell<Option<Asking>>,
    watch: RefCell<Option<Watch>>,
    by_user: RefCell<Vec<String>>,
    busy: RefCell<Option<String>>,
    /// The fields that are being filled; none while nothing is.
    filling: RefCell<Vec<FieldTask>>,
    /// Of which questions the fields were filled, and the way on was pressed, by itself last.
    went: [RefCell<String>; 2],
    /// The picture has to be taken anew.
    stale: Cell<bool>,
    /// How the page has changed since the picture was taken.
    changes: RefCell<Array>,
    /// Takes the picture anew after it only caught up with changes: not all that they do can be told from them.
    check: RefCell<Option<Timeout>>,
    /// Values are read again until then (milliseconds since 1970).
    reread_until: Cell<f64>,
    look_took: Cell<f64>,
    /// Nothing can be pointed at, which is not said until then (milliseconds since 1970); 0 where something is.
    waits_until: Cell<f64>,
    timer: RefCell<Option<Timeout>>,
    sending: Cell<bool>,
    retries: Cell<u32>,
    port: RefCell<Option<Port>>,
    messages: RefCell<Option<Subscription>>,
    ended: Cell<bool>,
}

impl Engine {
    /// Starts the engine in the frame that this script runs in; `None` where that cannot be.
    #[must_use]
    pub fn start() -> Option<Rc<Self>> {
        let frame = Frame::current()?;
        let engine = Rc::new_cyclic(|me: &Weak<Engine>| Engine {
            me: me.clone(),
            frame,
            task: RefCell::default(),
            picture: RefCell::default(),
            taking: RefCell::default(),
            sent: RefCell::default(),
            overlay: RefCell::default(),
            asking: RefCell::default(),
            watch: RefCell::default(),
            by_user: RefCell::default(),
            busy: RefCell::default(),
            filling: RefCell::default(),
            went: <[RefCell<String>; 2]>::default(),
            stale: Cell::new(true),
            changes: RefCell::default(),
            check: RefCell::default(),
            reread_until: Cell::new(0.0),
            look_took: Cell::new(0.0),
            waits_until: Cell::new(0.0),
            timer: RefCell::default(),
            sending: Cell::new(false),
            retries: Cell::new(0),
            port: RefCell::default(),
            messages: RefCell::default(),
            ended: Cell::new(false),
        });
        engine.listen().ok()?;
        engine.look();
        Some(engine)
    }

    fn listen(&self) -> Result<(), Error> {
        let me = self.me.clone();
        let subscription = runtime::on_message(move |message| {
            let engine = me.upgrade()?;
            if message == FACTS {
                return Some(engine.facts().into());
            }
            if let Ok(Some(told)) = speech::told(&message) {
                engine.told(told);
            }
            None
        })?;
        self.messages.replace(Some(subscription));
        let (own, me) = (self.me.clone(), self.me.clone());
        let watch = Watch::new(
            &self.frame.window,
            &self.frame.document,
            move || own.upgrade()?.own_host(),
            move |noticed| {
                if let Some(engine) = me.upgrade() {
                    engine.noticed(noticed);
                }
            },
        )?;
        self.watch.replace(Some(watch));
        Ok(())
    }

    /// What this frame's page is made of: the background makes a file of it that tells nothing of anybody.
    fn facts(&self) -> String {
        let Frame { window, document, .. } = &self.frame;
        let own = self.own_host();
        let snapshot = self.frame.take(own.as_ref()).snapshot;
        let root = document.document_element();
        let address = window.location().href().unwrap_or_default();
        root.map_or_else(String::new, |root| {
            facts::told(live(&root), own.as_ref().map(live), &address, &snapshot.borrow())
        })
    }

    fn own_host(&self) -> Option<Element> {
        self.overlay
            .borrow()
            .as_ref()
            .map(|overlay| overlay.host().clone().into())
    }

    /// Whether this engine still works here; a later one may start after it has ended.
    #[must_use]
    pub fn is_running(&self) -> bool {
        !self.ended.get() && runtime::is_alive()
    }

    fn noticed(&self, noticed: Noticed) {
        if !self.is_running() {
            self.end();
            return;
        }
        self.retries.set(0);
        match noticed {
            Noticed::Page(records) => {
                self.changed(&records);
                self.page_changed();
            }
            Noticed::Elsewhere => {
                self.stale.set(true);
                self.page_changed();
            }
            Noticed::Changed(element) => {
                self.changed_by_user(&element);
                self.read_again_for_a_while();
            }
            Noticed::Acted => self.read_again_for_a_while(),
            Noticed::Returned => {
                self.stale.set(true);
                self.sent.replace(None);
            }
        }
        self.look_soon();
    }

    fn page_changed(&self) {
        if let Some(overlay) = &*self.overlay.borrow() {
            overlay.page_changed();
        }
    }

    fn read_again_for_a_while(&self) {
        self.reread_until.set(js_sys::Date::now() + REREAD_FOR);
    }

    /// A person changed this element: the fields that it belongs to are theirs from now on.
    fn changed_by_user(&self, element: &Element) {
        let task = self.task.borrow();
        let Some(task) = &*task else { return };
        let picture = self.picture.borrow();
        for field in &task.fields {
            let own = control_of(&picture, field);
            if own.is_some_and(|own| *own == *element || own.contains(Some(element))) {
                self.by_user.borrow_mut().push(field.id.clone());
            }
        }
    }

    /// Looks after a moment, in which more may change.
    fn look_soon(&self) {
        let wait = DEBOUNCE.max(self.look_took.get() * 4.0).min(1_000.0);
        if self.timer.borrow().is_none() {
            self.look_in(wait as u32);
        }
    }

    fn look_in(&self, milliseconds: u32) {
        let me = self.me.clone();
        let timer = Timeout::new(milliseconds, move || {
            if let Some(engine) = me.upgrade() {
                engine.timer.replace(None);
                engine.look();
            }
        });
        self.timer.replace(Some(timer));
    }

    /// Reads the page where it has changed, reports what is new, and shows it.
    fn look(&self) {
        if !self.is_running() {
            self.end();
            return;
        }
        if !self.read_until(js_sys::Date::now() + SLICE) {
            self.look_in(0);
            return;
        }
        let observation = self.observe();
        self.show(&observation);
        self.report(&observation);
        if self.is_behind() {
            self.look_soon();
        }
        if js_sys::Date::now() < self.reread_until.get() && self.timer.borrow().is_none() {
            self.look_in(REREAD);
        }
    }

    fn observe(&self) -> Observation {
        let busy = self.busy.borrow();
        self.frame.observation(
            &self.picture.borrow(),
            self.task.borrow().as_ref(),
            &self.by_user.borrow(),
            busy.as_deref(),
        )
    }

    fn report(&self, observation: &Observation) {
        let text = speech::written(observation);
        if self.sending.get() || self.sent.borrow().as_ref() == Some(&text) {
            return;
        }
        self.sending.set(true);
        let Some(me) = self.me.upgrade() else { return };
        spawn_local(async move {
            me.connect();
            let answer = speech::say(&runtime::named("observed", &text)).await;
            me.sending.set(false);
            me.answered(answer, text);
        });
    }

    fn answered(&self, answer: Result<Option<ToContent>, Error>, sent: String) {
        match answer {
            Ok(told) => {
                self.sent.replace(Some(sent));
                match told {
                    Some(told) => self.told(told),
                    None => self.look_soon(),
                }
            }
            Err(Error::Orphaned) => self.end(),
            Err(error @ Error::Shape) => {
                // It arrived; only the answer is of another version.
                self.sent.replace(Some(sent));
                error.log();
            }
            Err(_) if self.retries.get() < RETRIES => {
                self.retries.set(self.retries.get() + 1);
                self.look_in(RETRY * self.retries.get());
            }
            Err(_) => {}
        }
    }

    /// A connection ends at once when the extension is reloaded; when only the background went to sleep, nothing is done.
    fn connect(&self) {
        if self.port.borrow().is_some() {
            return;
        }
        let me = self.me.clone();
        let port = runtime::connect(move || {
            let me = me.clone();
            // The port cannot be dropped inside its own listener.
            Timeout::new(0, move || {
                if let Some(engine) = me.upgrade() {
                    engine.port.replace(None);
                    if !engine.is_running() {
                        engine.end();
                    }
                }
            })
            .forget();
        });
        self.port.replace(port.ok());
    }

    fn told(&self, told: ToContent) {
        match told {
            ToContent::Dormant => self.end(),
            ToContent::Task(task) => {
                self.take(*task);
                self.look_soon();
            }
        }
    }

    /// A task of the same generation with the same question asks the same: only what is shown may differ.
    fn take(&self, task: FrameTask) {
        let same_questions = self.task.borrow().as_ref().is_some_and(|old| {
            old.generation == task.generation && old.question == task.question && old.ask == task.ask
        });
        if !same_questions {
            self.stale.set(true);
            self.taking.replace(None);
        }
        self.task.replace(Some(task));
        self.ask();
        if same_questions {
            let observation = self.observe();
            self.show(&observation);
        }
    }

    /// Takes everything down and lets go of the page.
    pub fn end(&self) {
        self.ended.set(true);
        self.overlay.replace(None);
        self.asking.replace(None);
        self.timer.replace(None);
        self.check.replace(None);
        let me = self.me.upgrade();
        // Not at once: this may run inside one of the listeners that are let go.
        Timeout::new(0, move || {
            if let Some(engine) = me {
                engine.watch.replace(None);
                engine.messages.replace(None);
                engine.port.replace(None);
            }
        })
        .forget();
    }
}
