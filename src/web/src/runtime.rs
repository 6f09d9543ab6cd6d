//! The extension's own messaging: `runtime.sendMessage`, `runtime.onMessage`, `runtime.connect`.

use crate::Error;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    type Api;
    #[wasm_bindgen(method, getter)]
    fn runtime(this: &Api) -> Option<Runtime>;

    type Runtime;
    #[wasm_bindgen(method, getter)]
    fn id(this: &Runtime) -> Option<String>;
    #[wasm_bindgen(method, catch, js_name = sendMessage)]
    fn send_message(this: &Runtime, message: &JsValue) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn connect(this: &Runtime) -> Result<JsPort, JsValue>;
    #[wasm_bindgen(method, getter, js_name = onMessage)]
    fn on_message(this: &Runtime) -> ExtensionEvent;

    type JsPort;
    #[wasm_bindgen(method, getter, js_name = onDisconnect)]
    fn on_disconnect(this: &JsPort) -> ExtensionEvent;
    #[wasm_bindgen(method)]
    fn disconnect(this: &JsPort);

    type ExtensionEvent;
    #[wasm_bindgen(method, js_name = addListener)]
    fn add_listener(this: &ExtensionEvent, listener: &Function);
    #[wasm_bindgen(method, js_name = removeListener)]
    fn remove_listener(this: &ExtensionEvent, listener: &Function);
}

/// The extension interfaces: `browser` where there is one (Firefox), else `chrome`; `None` outside an extension.
#[must_use]
pub fn extension_api() -> Option<JsValue> {
    let global = js_sys::global();
    ["browser", "chrome"]
        .iter()
        .filter_map(|name| Reflect::get(&global, &JsValue::from_str(name)).ok())
        .find(|api| api.is_object() && api.unchecked_ref::<Api>().runtime().is_some())
}

fn runtime() -> Result<Runtime, Error> {
    extension_api()
        .and_then(|api| api.unchecked_ref::<Api>().runtime())
        .filter(|runtime| runtime.id().is_some())
        .ok_or(Error::Orphaned)
}

/// This script still belongs to a running extension; after a reload or an update it never does again.
#[must_use]
pub fn is_alive() -> bool {
    runtime().is_ok()
}

/// Sends a message to the extension's other parts and waits for the reply.
///
/// # Errors
/// `Error::Orphaned` after a reload, `Error::NobodyListens` when no part listens.
pub async fn send(message: &JsValue) -> Result<JsValue, Error> {
    Ok(JsFuture::from(runtime()?.send_message(message)?).await?)
}

/// A message of one named value, as the extension's enums look in JavaScript: `{ name: value }`.
#[must_use]
pub fn named(name: &str, value: &str) -> JsValue {
    let message = js_sys::Object::new();
    // A plain new object takes any property.
    let _ = Reflect::set(&message, &name.into(), &value.into());
    message.into()
}

/// A listener of an extension event; unhooks itself when dropped.
pub struct Subscription {
    event: ExtensionEvent,
    function: Function,
    _closure: Box<dyn std::any::Any>,
}

impl Drop for Subscription {
    fn drop(&mut self) {
        // An orphan's events may be gone already.
        if is_alive() {
            self.event.remove_listener(&self.function);
        }
    }
}

/// Calls `handler` with every message that is sent to this script, until the result is dropped. What it answers is the reply.
///
/// # Errors
/// `Error::Orphaned` outside a running extension.
pub fn on_message(
    mut handler: impl FnMut(JsValue) -> Option<JsValue> + 'static,
) -> Result<Subscription, Error> {
    let event = runtime()?.on_message();
    let closure =
        Closure::<dyn FnMut(JsValue, JsValue, Function)>::new(move |message, _, reply: Function| {
            if let Some(answer) = handler(message) {
                // Whoever asked may be gone.
                let _ = reply.call1(&JsValue::NULL, &answer);
            }
        });
    let function = closure.as_ref().unchecked_ref::<Function>().clone();
    Ok(subscribe(event, function, Box::new(closure)))
}

fn subscribe(event: ExtensionEvent, function: Function, closure: Box<dyn std::any::Any>) -> Subscription {
    event.add_listener(&function);
    Subscription {
        event,
        function,
        _closure: closure,
    }
}

/// A connection to the background that tells when the other end goes away; closed when dropped.
pub struct Port {
    port: JsPort,
    _disconnected: Subscription,
}

impl Drop for Port {
    fn drop(&mut self) {
        self.port.disconnect();
    }
}

/// Connects to the background. `gone` is called when the background stops, and at once when the extension is reloaded:
/// [`is_alive`] tells which.
///
/// # Errors
/// `Error::Orphaned` outside a running extension.
pub fn connect(gone: impl FnMut() + 'static) -> Result<Port, Error> {
    let port = runtime()?.connect()?;
    let closure = Closure::<dyn FnMut()>::new(gone);
    let function = closure.as_ref().unchecked_ref::<Function>().clone();
    let disconnected = subscribe(port.on_disconnect(), function, Box::new(closure));
    Ok(Port {
        port,
        _disconnected: disconnected,
    })
}
