//! `storage.local` and `storage.session`, each key holding one text, and `storage.managed`.

use super::{Api, answer, api, object};
use crate::error::Error;
use js_sys::{Array, Object, Promise};
use vecmap::VecMap;
use wasm_bindgen::prelude::*;
use waymark_core::json::Json;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(method, getter)]
    fn storage(this: &Api) -> Option<Storage>;

    type Storage;
    #[wasm_bindgen(method, getter)]
    fn local(this: &Storage) -> Option<Area>;
    #[wasm_bindgen(method, getter)]
    fn session(this: &Storage) -> Option<Area>;
    #[wasm_bindgen(method, getter)]
    fn managed(this: &Storage) -> Option<Area>;

    type Area;
    #[wasm_bindgen(method, catch)]
    fn get(this: &Area, keys: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn set(this: &Area, items: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn remove(this: &Area, key: &str) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn clear(this: &Area) -> Result<Promise, JsValue>;
}

/// Where a value is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// On disk.
    Local,
    /// In memory, until the browser is closed or the extension reloaded.
    Session,
}

fn area(place: Place) -> Result<Area, Error> {
    let storage = api()?.storage().ok_or(Error::Missing("storage"))?;
    match place {
        Place::Local => storage.local(),
        Place::Session => storage.session(),
    }
    .ok_or(Error::Missing("storage"))
}

/// Everything that is kept there; values that are no texts are not ours.
///
/// # Errors
/// The browser's own.
pub async fn read(place: Place) -> Result<VecMap<String, String>, Error> {
    let items = answer(area(place)?.get(&JsValue::NULL)).await?;
    let entries = Object::entries(items.unchecked_ref());
    Ok(entries
        .iter()
        .filter_map(|entry| {
            let entry: Array = entry.unchecked_into();
            Some((entry.get(0).as_string()?, entry.get(1).as_string()?))
        })
        .collect())
}

/// What the browser's administrator has set.
///
/// # Errors
/// The browser's own: Firefox has one where nothing is set.
pub async fn managed() -> Result<Json, Error> {
    let storage = api()?.storage().ok_or(Error::Missing("storage"))?;
    let area = storage.managed().ok_or(Error::Missing("managed storage"))?;
    Ok(serde_wasm_bindgen::from_value(
        answer(area.get(&JsValue::NULL)).await?,
    )?)
}

/// Keeps a text.
///
/// # Errors
/// The browser's own, for example a full disk.
pub async fn write(place: Place, key: &str, text: &str) -> Result<(), Error> {
    let items = object(&[(key, text.into())]);
    answer(area(place)?.set(&items)).await.map(|_| ())
}

/// Forgets a text.
///
/// # Errors
/// The browser's own.
pub async fn remove(place: Place, key: &str) -> Result<(), Error> {
    answer(area(place)?.remove(key)).await.map(|_| ())
}

/// Forgets everything.
///
/// # Errors
/// The browser's own.
pub async fn clear(place: Place) -> Result<(), Error> {
    answer(area(place)?.clear()).await.map(|_| ())
}
