//! `scripting`: the loader for frames that come, and scripts for frames that are there.

use super::{Api, Told, answer, api, list, object, read, text_of};
use crate::error::Error;
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use waymark_core::journey::{FrameId, TabId};
use waymark_core::json::Json;

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

/// A registered script, as far as it is asked for.
struct Registered {
    id: Option<String>,
}

impl Told for Registered {
    fn told(value: &Json) -> Result<Self, Error> {
        Ok(Registered {
            id: text_of(value, "id")?,
        })
    }
}

fn scripting() -> Result<Scripting, Error> {
    api()?.scripting().ok_or(Error::Missing("scripting"))
}

/// Ids of the scripts that are registered now.
///
/// # Errors
/// The browser's own.
pub async fn registered() -> Result<Vec<String>, Error> {
    let scripts: Vec<Registered> = read(answer(scripting()?.get_registered()).await?)?;
    Ok(scripts.into_iter().filter_map(|script| script.id).collect())
}

/// Lets a script run in every frame of these hosts from now on, also in frames that come late and those without an
/// address of their own; until the browser is closed.
///
/// # Errors
/// The browser's own, for example where the id is registered already.
pub async fn register(id: &str, file: &str, matches: &[String]) -> Result<(), Error> {
    let script = object(&[
        ("id", id.into()),
        ("js", list([file.into()])),
        ("matches", list(matches.iter().map(JsValue::from))),
        ("allFrames", true.into()),
        ("matchOriginAsFallback", true.into()),
        ("persistAcrossSessions", false.into()),
        ("runAt", "document_idle".into()),
    ]);
    answer(scripting()?.register(&list([script]))).await.map(|_| ())
}

/// Takes a registration back.
///
/// # Errors
/// The browser's own where there is none.
pub async fn unregister(id: &str) -> Result<(), Error> {
    let filter = object(&[("ids", list([id.into()]))]);
    answer(scripting()?.unregister(&filter)).await.map(|_| ())
}

/// Runs a script once, in one frame of a tab or in all that there are.
///
/// # Errors
/// The browser's own where the tab or frame is gone, or its host is not ours.
pub async fn run(tab: TabId, frame: Option<FrameId>, file: &str) -> Result<(), Error> {
    let frames = match frame {
        Some(frame) => ("frameIds", list([(frame as f64).into()])),
        None => ("allFrames", true.into()),
    };
    let injection = object(&[
        ("target", object(&[("tabId", tab.into()), frames])),
        ("files", list([file.into()])),
    ]);
    answer(scripting()?.execute(&injection)).await.map(|_| ())
}
