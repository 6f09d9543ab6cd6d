//! `cookies`, which is there only once the user allowed it: a session, read afresh for each use.

use super::{Api, answer, api, from_js, to_js};
use crate::error::Error;
use js_sys::Promise;
use serde::{Deserialize, Serialize};
use vecmap::VecMap;
use wasm_bindgen::prelude::*;
use waymark_core::journey::TabId;
use waymark_core::org::Sid;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(method, getter)]
    fn cookies(this: &Api) -> Option<Cookies>;
    #[wasm_bindgen(method, getter)]
    fn permissions(this: &Api) -> Option<Permissions>;

    type Cookies;
    #[wasm_bindgen(method, catch, js_name = getAll)]
    fn get_all(this: &Cookies, filter: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch, js_name = getAllCookieStores)]
    fn get_all_cookie_stores(this: &Cookies) -> Result<Promise, JsValue>;

    type Permissions;
    #[wasm_bindgen(method, catch)]
    fn contains(this: &Permissions, permissions: &JsValue) -> Result<Promise, JsValue>;
}

fn cookies() -> Result<Cookies, Error> {
    api()?.cookies().ok_or(Error::Missing("cookies"))
}

/// Whether the user allowed the `cookies` permission.
///
/// # Errors
/// The browser's own.
pub async fn allowed() -> Result<bool, Error> {
    #[derive(Serialize)]
    struct Wanted {
        permissions: [&'static str; 1],
    }
    let permissions = api()?.permissions().ok_or(Error::Missing("permissions"))?;
    Ok(answer(permissions.contains(&to_js(&Wanted {
        permissions: ["cookies"],
    })?))
    .await?
    .is_truthy())
}

/// The cookie store of a tab, as the browser itself assigns it.
///
/// # Errors
/// `Error::Missing` without the permission.
pub async fn store_of(tab: TabId) -> Result<Option<String>, Error> {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Store {
        id: String,
        #[serde(default)]
        tab_ids: Vec<TabId>,
    }
    let stores: Vec<Store> = from_js(&answer(cookies()?.get_all_cookie_stores()).await?)?;
    Ok(stores
        .into_iter()
        .find(|store| store.tab_ids.contains(&tab))
        .map(|store| store.id))
}

/// The sessions of one host in one cookie store, partitioned ones included.
///
/// # Errors
/// `Error::Missing` without the permission.
pub async fn sessions(host: &str, store: &str) -> Result<Vec<Sid>, Error> {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Filter<'a> {
        url: &'a str,
        name: &'a str,
        store_id: &'a str,
        // Without it partitioned cookies are left out (toolchain facts, measured).
        partition_key: VecMap<String, String>,
    }
    #[derive(Deserialize)]
    struct Cookie {
        domain: String,
        value: String,
    }
    let url = ["https://", host, "/"].concat();
    let filter = Filter {
        url: &url,
        name: "sid",
        store_id: store,
        partition_key: VecMap::new(),
    };
    let found: Vec<Cookie> = from_js(&answer(cookies()?.get_all(&to_js(&filter)?)).await?)?;
    let of_host = |cookie: &Cookie| cookie.domain.trim_start_matches('.').eq_ignore_ascii_case(host);
    Ok(found
        .iter()
        .filter(|cookie| of_host(cookie))
        .filter_map(|cookie| Sid::parse(&cookie.value))
        .collect())
}
