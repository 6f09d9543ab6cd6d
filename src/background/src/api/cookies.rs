//! `cookies`, which is there only once the user allowed it: a session, read afresh for each use.

use super::{Api, Told, answer, api, object, property, read, text_of};
use crate::error::Error;
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use waymark_core::journey::TabId;
use waymark_core::json::Json;
use waymark_core::org::Sid;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(method, getter)]
    fn cookies(this: &Api) -> Option<Cookies>;

    type Cookies;
    #[wasm_bindgen(method, catch, js_name = getAll)]
    fn get_all(this: &Cookies, filter: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = getAllCookieStores)]
    fn get_all_cookie_stores(this: &Cookies) -> Result<Promise, JsValue>;
}

/// A cookie store, as far as it is asked for.
struct Store {
    id: Option<String>,
    tab_ids: Vec<i64>,
}

impl Told for Store {
    fn told(value: &Json) -> Result<Self, Error> {
        let ids = property(value, "tabIds", Json::items)?.unwrap_or_default();
        Ok(Store {
            id: text_of(value, "id")?,
            tab_ids: ids.iter().filter_map(Json::whole).collect(),
        })
    }
}

/// A cookie, as far as it is asked for. It has no `Debug`, because its value can be a session.
struct Cookie {
    domain: Option<String>,
    value: Option<String>,
}

impl Told for Cookie {
    fn told(value: &Json) -> Result<Self, Error> {
        Ok(Cookie {
            domain: text_of(value, "domain")?,
            value: text_of(value, "value")?,
        })
    }
}

impl Cookie {
    fn is_of(&self, host: &str) -> bool {
        let domain = self.domain.as_deref().unwrap_or_default();
        domain.trim_start_matches('.').eq_ignore_ascii_case(host)
    }
}

fn cookies() -> Result<Cookies, Error> {
    api()?.cookies().ok_or(Error::Missing("cookies"))
}

/// The cookie store of a tab, as the browser itself assigns it.
///
/// # Errors
/// `Error::Missing` without the permission.
pub async fn store_of(tab: TabId) -> Result<Option<String>, Error> {
    let stores: Vec<Store> = read(answer(cookies()?.get_all_cookie_stores()).await?)?;
    let of_tab = stores
        .into_iter()
        .find(|store| store.tab_ids.contains(&tab.into()));
    Ok(of_tab.and_then(|store| store.id))
}

/// The sessions of one host in one cookie store, partitioned ones included.
///
/// # Errors
/// `Error::Missing` without the permission.
pub async fn sessions(host: &str, store: &str) -> Result<Vec<Sid>, Error> {
    let url = ["https://", host, "/"].concat();
    let filter = object(&[
        ("url", url.into()),
        ("name", "sid".into()),
        ("storeId", store.into()),
        // Without it partitioned cookies are left out (toolchain facts, measured).
        ("partitionKey", object(&[])),
    ]);
    let found: Vec<Cookie> = read(answer(cookies()?.get_all(&filter)).await?)?;
    Ok(found
        .iter()
        .filter(|cookie| cookie.is_of(host))
        .filter_map(|cookie| Sid::parse(cookie.value.as_deref()?))
        .collect())
}
