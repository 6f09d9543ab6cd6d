//! `scripting`: the loader for frames that come, and scripts for frames that are there.

use super::{Api, answer, api, from_js, to_js};
use crate::error::Error;
use js_sys::Promise;
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;
use waymark_core::journey::{FrameId, TabId};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(method, getter)]
    fn scripting(this: &Api) -> Option<Scripting>;

    type Scripting;
    #[wasm_bindgen(method, catch, js_name = getRegisteredContentScripts)]
    fn get_registered(this: &Scripting) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = registerContentScripts)]
    fn register(this: &Scripting, scripts: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = unregisterContentScripts)]
    fn unregister(this: &Scripting, filter: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = executeScript)]
    fn execute(this: &Scripting, injection: &JsValue) -> Result<Promise, JsValue>;
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Registration<'a> {
    id: &'a str,
    js: [&'a str; 1],
    matches: &'a [String],
    all_frames: bool,
    match_origin_as_fallback: bool,
    persist_across_sessions: bool,
    run_at: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Target {
    tab_id: TabId,
    #[serde(skip_serializing_if = "Option::is_none")]
    frame_ids: Option<[FrameId; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    all_frames: Option<bool>,
}

#[derive(Serialize)]
struct Injection<'a> {
    target: Target,
    files: [&'a str; 1],
}

fn scripting() -> Result<Scripting, Error> {
    api()?.scripting().ok_or(Error::Missing("scripting"))
}

/// Ids of the scripts that are registered now.
///
/// # Errors
/// The browser's own.
pub async fn registered() -> Result<Vec<String>, Error> {
    #[derive(Deserialize)]
    struct Script {
        id: String,
    }
    let scripts: Vec<Script> = from_js(&answer(scripting()?.get_registered()).await?)?;
    Ok(scripts.into_iter().map(|script| script.id).collect())
}

/// Lets a script run in every frame of these hosts from now on, also in frames that come late and those without an
/// address of their own; until the browser is closed.
///
/// # Errors
/// The browser's own, for example where the id is registered already.
pub async fn register(id: &str, file: &str, matches: &[String]) -> Result<(), Error> {
    let script = Registration {
        id,
        js: [file],
        matches,
        all_frames: true,
        match_origin_as_fallback: true,
        persist_across_sessions: false,
        run_at: "document_idle",
    };
    answer(scripting()?.register(&to_js(&[script])?))
        .await
        .map(|_| ())
}

/// Takes a registration back.
///
/// # Errors
/// The browser's own where there is none.
pub async fn unregister(id: &str) -> Result<(), Error> {
    #[derive(Serialize)]
    struct Filter<'a> {
        ids: [&'a str; 1],
    }
    answer(scripting()?.unregister(&to_js(&Filter { ids: [id] })?))
        .await
        .map(|_| ())
}

/// Runs a script once, in one frame of a tab or in all that there are.
///
/// # Errors
/// The browser's own where the tab or frame is gone, or its host is not ours.
pub async fn run(tab: TabId, frame: Option<FrameId>, file: &str) -> Result<(), Error> {
    let target = Target {
        tab_id: tab,
        frame_ids: frame.map(|frame| [frame]),
        all_frames: frame.is_none().then_some(true),
    };
    answer(scripting()?.execute(&to_js(&Injection {
        target,
        files: [file],
    })?))
    .await
    .map(|_| ())
}
