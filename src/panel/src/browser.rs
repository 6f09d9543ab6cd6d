//! The few browser interfaces that the panel needs.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use waymark_core::language::Language;
use waymark_core::message::{FromPanel, ToPanel};
use waymark_core::wire;
use waymark_core::words::Words;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = ["chrome", "runtime"], js_name = sendMessage)]
    fn send_message(message: &JsValue) -> Result<js_sys::Promise, JsValue>;

    #[wasm_bindgen(js_namespace = ["chrome", "runtime"], js_name = getURL)]
    fn get_url(path: &str) -> String;

    #[wasm_bindgen(js_namespace = ["chrome", "runtime", "onMessage"], js_name = addListener)]
    fn add_message_listener(listener: &js_sys::Function);

    #[wasm_bindgen(catch, js_namespace = ["chrome", "permissions"], js_name = request)]
    fn request_permissions(permissions: &JsValue) -> Result<js_sys::Promise, JsValue>;

    #[wasm_bindgen(js_namespace = console, js_name = warn)]
    fn console_warn(text: &str);
}

/// What can go wrong between the panel and the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// The browser or the background threw this.
    Thrown(String),
    /// An answer was not what was agreed.
    Shape(String),
}

impl From<JsValue> for Error {
    fn from(value: JsValue) -> Error {
        let message = js_sys::Reflect::get(&value, &"message".into()).ok();
        let text = message
            .and_then(|it| it.as_string())
            .or_else(|| value.as_string());
        Error::Thrown(text.unwrap_or_default())
    }
}

fn unexpected(what: &str) -> Error {
    Error::Shape(what.to_owned())
}

/// Tells the developer's console.
pub fn warn(error: &Error) {
    let (Error::Thrown(text) | Error::Shape(text)) = error;
    console_warn(text);
}

/// Sends a message to the background; gives what it answers.
pub async fn send(message: &FromPanel) -> Result<ToPanel, Error> {
    let text = wire::write(message);
    let message = js_sys::Object::new();
    js_sys::Reflect::set(&message, &wire::FROM_PANEL.into(), &text.into())?;
    let answer = JsFuture::from(send_message(&message)?).await?;
    told(&answer).ok_or_else(|| unexpected("an answer that cannot be read"))
}

/// What the background tells the panel; `None` for any other message.
fn told(message: &JsValue) -> Option<ToPanel> {
    let text = js_sys::Reflect::get(message, &wire::TO_PANEL.into()).ok()?;
    wire::read(&text.as_string()?).ok()
}

/// Calls back whenever the background says that something has changed, for as long as the page lives. Messages of frames
/// and of other panels arrive here too, and are none of this one's.
pub fn on_change(handler: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn(JsValue)>::new(move |message| {
        if let Some(ToPanel::Changed) = told(&message) {
            handler();
        }
    });
    add_message_listener(listener.as_ref().unchecked_ref());
    // The page's own lifetime is the listener's.
    listener.forget();
}

/// Asks for the permission to read cookies; must be called within the user's click.
pub fn request_cookies() -> Result<js_sys::Promise, Error> {
    request("permissions", "cookies")
}

/// Asks for this host alone; must be called within the user's click.
pub fn request_host(host: &str) -> Result<js_sys::Promise, Error> {
    request("origins", &["https://", host, "/*"].concat())
}

fn request(kind: &str, wanted: &str) -> Result<js_sys::Promise, Error> {
    let object = js_sys::Object::new();
    js_sys::Reflect::set(&object, &kind.into(), &js_sys::Array::of1(&wanted.into()))?;
    Ok(request_permissions(&object)?)
}

/// Where the language is noted that the panel spoke last.
const LANGUAGE: &str = "language";

/// The language that the panel spoke last, else the browser's.
pub fn language() -> Language {
    let Some(window) = web_sys::window() else {
        return Language::nearest("");
    };
    let noted = window.local_storage().ok().flatten();
    match noted.and_then(|storage| storage.get_item(LANGUAGE).ok()?) {
        Some(id) => Language::of(&id),
        None => Language::nearest(&window.navigator().language().unwrap_or_default()),
    }
}

/// Notes the language that the panel speaks from now on; false where the browser does not let it.
pub fn remember_language(id: &str) -> bool {
    let storage = web_sys::window().and_then(|window| window.local_storage().ok()?);
    storage.is_some_and(|storage| storage.set_item(LANGUAGE, id).is_ok())
}

/// Declares the language of the page, which starts it where its writing starts.
pub fn speak(tag: &str, rtl: bool) {
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    if let Some(root) = root {
        // They fail only for names that are no attributes'.
        let _declared = root.set_attribute("lang", tag);
        let _turned = root.set_attribute("dir", if rtl { "rtl" } else { "ltr" });
    }
}

/// Loads the page again, at the page of this name.
pub fn reload_at(page: Option<&str>) {
    let Some(window) = web_sys::window() else { return };
    // They fail only for a document that is gone.
    let _reloading = match page.filter(|page| parameter(page).is_none()) {
        Some(page) => {
            let search = window.location().search().unwrap_or_default();
            window.location().set_search(&[&search, "&", page].concat())
        }
        None => window.location().reload(),
    };
}

/// Reads the extension's words in this language.
pub async fn words(language: &str) -> Result<Words, Error> {
    let window = web_sys::window().ok_or_else(|| Error::Thrown("no window".to_owned()))?;
    let url = get_url(&["words/", language, ".wire"].concat());
    let response: web_sys::Response = JsFuture::from(window.fetch_with_str(&url)).await?.dyn_into()?;
    let text = JsFuture::from(response.text()?).await?;
    wire::read(&text.as_string().unwrap_or_default()).map_err(|_| unexpected("words that cannot be read"))
}

/// The tab that the panel stands beside: `?tab=ID` of its own address.
pub fn own_tab() -> Option<i32> {
    parameter("tab=")?.parse().ok()
}

/// What follows this in the query of the panel's own address.
pub fn parameter(name: &str) -> Option<String> {
    let search = web_sys::window()?.location().search().ok()?;
    let query = search.strip_prefix('?')?;
    let value = query.split('&').find_map(|pair| pair.strip_prefix(name))?;
    Some(value.to_owned())
}
