//! `fetch`: the extension's own files, and an org's REST interface with a session.

use super::answer;
use crate::error::Error;
use js_sys::Promise;
use wasm_bindgen::prelude::*;
use waymark_core::jotform_api::ApiKey;
use waymark_core::org::{Answer, Request, Sid};
use web_sys::{
    AbortSignal, Headers, RequestCache, RequestCredentials, RequestInit, RequestRedirect, Response,
};

/// How long an org may take to answer, in milliseconds.
const PATIENCE: u32 = 20_000;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch)]
    fn fetch(url: &str, options: &RequestInit) -> Result<Promise, JsValue>;
}

/// One of the extension's own files, as text.
///
/// # Errors
/// The browser's own where there is no such file.
pub async fn own_file(path: &str) -> Result<String, Error> {
    let response = answer(fetch(&super::runtime::address(path)?, &RequestInit::new())).await?;
    text(&response.unchecked_into()).await
}

/// Asks an org. Anything but a whole answer in time counts as none; the browser adds no credentials of its own, and a
/// redirect to wherever is refused, so that the session goes to this host alone.
pub async fn ask(core_host: &str, request: &Request, session: &Sid) -> Answer {
    asked(core_host, request, session)
        .await
        .unwrap_or(Answer::Nothing)
}

async fn asked(core_host: &str, request: &Request, session: &Sid) -> Result<Answer, Error> {
    let headers = Headers::new()?;
    headers.set("Authorization", &session.authorization())?;
    headers.set("Accept", "application/json")?;
    let options = RequestInit::new();
    if let Some(body) = &request.body {
        headers.set("Content-Type", "application/json")?;
        options.set_method("POST");
        options.set_body(&JsValue::from_str(body));
    }
    sent(core_host, &request.path, &headers, &options).await
}

/// Asks Jotform's API for the questions of a form, with the user's own key; as strictly as an org is asked.
pub async fn read_form(host: &str, path: &str, key: &ApiKey) -> Answer {
    let asked = async {
        let headers = Headers::new()?;
        headers.set("APIKEY", key.header().ok_or(Error::Shape)?)?;
        sent(host, path, &headers, &RequestInit::new()).await
    };
    asked.await.unwrap_or(Answer::Nothing)
}

async fn sent(host: &str, path: &str, headers: &Headers, options: &RequestInit) -> Result<Answer, Error> {
    options.set_headers(headers);
    options.set_credentials(RequestCredentials::Omit);
    options.set_redirect(RequestRedirect::Error);
    options.set_cache(RequestCache::NoStore);
    options.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE)));
    let url = ["https://", host, path].concat();
    let response: Response = answer(fetch(&url, options)).await?.unchecked_into();
    let limit_info = response.headers().get("Sforce-Limit-Info").ok().flatten();
    Ok(Answer::Got {
        status: response.status(),
        body: text(&response).await?,
        limit_info,
    })
}

async fn text(response: &Response) -> Result<String, Error> {
    answer(response.text()).await?.as_string().ok_or(Error::Shape)
}
