//! What runs in every frame of a guided page: observe, locate, point, fill.

pub mod engine;
pub mod fill;
pub mod observe;
pub mod overlay;
pub mod sight;
pub mod speech;
pub mod watch;

use engine::Engine;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    static ENGINE: RefCell<Option<Rc<Engine>>> = const { RefCell::new(None) };
}

/// Starts the engine in this frame, unless one runs already.
#[wasm_bindgen]
pub fn start() {
    if !running() {
        let engine = Engine::start();
        ENGINE.with(|place| place.replace(engine));
    }
}

/// An engine runs in this frame and belongs to a living extension.
#[wasm_bindgen]
#[must_use]
pub fn running() -> bool {
    ENGINE.with(|place| place.borrow().as_ref().is_some_and(|engine| engine.is_running()))
}
