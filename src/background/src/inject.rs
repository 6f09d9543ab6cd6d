//! Getting into the frames of bound tabs, and out of them again.

use crate::api::scripting;
use crate::error::{Error, OrWarn};
use crate::hosts::patterns;
use wasm_bindgen_futures::spawn_local;
use waymark_core::journey::{FrameId, TabId};
use waymark_core::message::EngineForm;

const LOADER: &str = "loader";
const LOADER_FILE: &str = "loader.js";
const PROBE_FILE: &str = "probe.js";

/// From now on every frame of a guided host, or of the user's own domains, that loads reports itself.
///
/// # Errors
/// The browser's own.
pub async fn watch(own_domains: &[String]) -> Result<(), Error> {
    if scripting::registered().await?.iter().any(|id| id == LOADER) {
        return Ok(());
    }
    scripting::register(LOADER, LOADER_FILE, &patterns(own_domains)).await
}

/// No guide runs: frames that load are left alone.
pub async fn unwatch() {
    if let Some(ids) = scripting::registered()
        .await
        .or_warn("the registered scripts cannot be read")
        && ids.iter().any(|id| id == LOADER)
    {
        scripting::unregister(LOADER)
            .await
            .or_warn("the loader cannot be unregistered");
    }
}

/// Lets the frames that a tab already has report themselves. Not waited for: a frame that is still loading takes its time.
pub fn wake(tab: TabId) {
    spawn_local(async move {
        scripting::run(tab, None, LOADER_FILE)
            .await
            .or_warn("a tab cannot be woken");
    });
}

/// Asks one frame which form of the engine it can have. Not waited for: it answers by a message.
pub fn probe(tab: TabId, frame: FrameId) {
    enter(tab, frame, PROBE_FILE);
}

/// Puts the engine into one frame. Not waited for.
pub fn engine(tab: TabId, frame: FrameId, form: EngineForm) {
    let file = match form {
        EngineForm::Wasm => "content.js",
        EngineForm::Plain => "content-without-wasm.js",
    };
    enter(tab, frame, file);
}

fn enter(tab: TabId, frame: FrameId, file: &'static str) {
    spawn_local(async move {
        scripting::run(tab, Some(frame), file)
            .await
            .or_warn("a frame cannot be entered");
    });
}
