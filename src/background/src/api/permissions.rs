//! `permissions`: what the user has allowed beyond the manifest, and giving it back.

use super::{Api, answer, api, list, object};
use crate::error::Error;
use crate::hosts::pattern;
use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(method, getter)]
    fn permissions(this: &Api) -> Option<Permissions>;

    type Permissions;
    #[wasm_bindgen(method, catch)]
    fn contains(this: &Permissions, permissions: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = getAll)]
    fn get_all(this: &Permissions) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn remove(this: &Permissions, permissions: &JsValue) -> Result<Promise, JsValue>;
}

fn permissions() -> Result<Permissions, Error> {
    api()?.permissions().ok_or(Error::Missing("permissions"))
}

/// Whether the user allowed the `cookies` permission.
///
/// # Errors
/// The browser's own.
pub async fn has_cookies() -> Result<bool, Error> {
    let wanted = object(&[("permissions", list(["cookies".into()]))]);
    Ok(answer(permissions()?.contains(&wanted)).await?.is_truthy())
}

/// Gives back the `cookies` permission, where the user allowed it.
///
/// # Errors
/// The browser's own.
pub async fn drop_cookies() -> Result<(), Error> {
    let dropped = object(&[("permissions", list(["cookies".into()]))]);
    answer(permissions()?.remove(&dropped)).await.map(|_| ())
}

/// Whether the user allowed all of this host.
///
/// # Errors
/// The browser's own.
pub async fn has_host(host: &str) -> Result<bool, Error> {
    let wanted = object(&[("origins", list([pattern(host).into()]))]);
    Ok(answer(permissions()?.contains(&wanted)).await?.is_truthy())
}

/// Gives back every host that the user allowed besides these.
///
/// # Errors
/// The browser's own.
pub async fn drop_hosts(besides: &[String]) -> Result<(), Error> {
    let all = answer(permissions()?.get_all()).await?;
    let origins: Array = Reflect::get(&all, &"origins".into())?.dyn_into()?;
    let is_kept = |origin: &JsValue| origin.as_string().is_none_or(|origin| besides.contains(&origin));
    let dropped: Vec<JsValue> = origins.iter().filter(|origin| !is_kept(origin)).collect();
    if !dropped.is_empty() {
        answer(permissions()?.remove(&object(&[("origins", list(dropped))]))).await?;
    }
    Ok(())
}
