//! What the user has granted beyond what the manifest always asks for.

use super::{Api, answer, api, list, object};
use crate::error::Error;
use crate::hosts::pattern;
use js_sys::Promise;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(method, getter)]
    fn permissions(this: &Api) -> Option<Permissions>;

    type Permissions;
    #[wasm_bindgen(method, catch)]
    fn contains(this: &Permissions, permissions: &JsValue) -> Result<Promise, JsValue>;
}

/// Whether the user allowed the `cookies` permission.
///
/// # Errors
/// The browser's own.
pub async fn cookies_allowed() -> Result<bool, Error> {
    contains("permissions", "cookies").await
}

/// Whether the user allowed this host.
///
/// # Errors
/// The browser's own.
pub async fn host_allowed(host: &str) -> Result<bool, Error> {
    contains("origins", &pattern(host)).await
}

async fn contains(kind: &str, wanted: &str) -> Result<bool, Error> {
    let permissions = api()?.permissions().ok_or(Error::Missing("permissions"))?;
    let wanted = object(&[(kind, list([wanted.into()]))]);
    Ok(answer(permissions.contains(&wanted)).await?.is_truthy())
}
