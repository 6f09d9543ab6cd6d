//! One thing after the other: everything that happens goes through this queue.

use crate::api::tabs::Tab;
use crate::app::App;
use crate::sender::Sender;
use js_sys::Function;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use wasm_bindgen::JsValue;
use waymark_core::check::Wishes;
use waymark_core::form::Question;
use waymark_core::jotform_api::Trouble;
use waymark_core::journey::{FrameId, TabId};
use waymark_core::org::OrgFacts;
use waymark_core::plan::Applied;
use waymark_core::policy::Policy;

/// Something that happened.
pub enum Job {
    /// A message came; the function takes the answer.
    Message(JsValue, Box<Sender>, Function),
    /// A tab was opened.
    TabOpened(Box<Tab>),
    /// A tab has loaded another page.
    TabLoaded(Box<Tab>),
    /// What the browser's administrator has set.
    Policy(Box<Policy>),
    /// A tab was closed.
    TabClosed(TabId),
    /// A frame was taken out of its page, or shows another document that has no engine yet.
    FrameGone(TabId, FrameId),
    /// A tab was switched to.
    TabShown(TabId),
    /// A window was switched to.
    WindowShown(i32),
    /// Waymark opened a tab for this journey.
    Bind(String, Box<Tab>),
    /// The extension was installed, updated or reloaded.
    Installed,
    /// The browser was started.
    Started,
    /// The next request of a check is sent.
    Asking {
        /// The journey.
        key: String,
        /// Which run.
        run: u32,
        /// How many requests that makes.
        sent: u32,
    },
    /// An org was asked for this journey, in this cookie store.
    Asked {
        /// The journey.
        key: String,
        /// Which run.
        run: u32,
        /// What the org answered.
        facts: Box<OrgFacts>,
        /// What it was asked against.
        wishes: Box<Wishes>,
        /// Whose session was used.
        cookie_store: String,
        /// How writing ended, where that was to be done between.
        applied: Option<Applied>,
    },
    /// Jotform's API was asked for the questions of this journey's form.
    FormRead(String, Result<Vec<Question>, Trouble>),
}

thread_local! {
    static JOBS: RefCell<VecDeque<Job>> = const { RefCell::new(VecDeque::new()) };
    static APP: RefCell<Option<App>> = const { RefCell::new(None) };
    static BUSY: Cell<bool> = const { Cell::new(false) };
}

/// Queues a job; it is done when all before it are.
pub fn push(job: Job) {
    JOBS.with_borrow_mut(|jobs| jobs.push_back(job));
    if !BUSY.replace(true) {
        wasm_bindgen_futures::spawn_local(work());
    }
}

async fn work() {
    let mut app = APP.take().unwrap_or_default();
    while let Some(job) = JOBS.with_borrow_mut(VecDeque::pop_front) {
        app.handle(job).await;
    }
    APP.set(Some(app));
    BUSY.set(false);
}
