//! Thin typed bindings to the browser: messaging, listeners, observers, shadow roots, errors from JavaScript.
//!
//! No logic of the product, and nothing of cookies, network or storage: content scripts link this crate.

pub mod error;
pub mod observe;
pub mod runtime;
pub mod shadow;

pub use error::Error;
pub use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
pub use gloo_render::{AnimationFrame, request_animation_frame};
pub use gloo_timers::callback::Timeout;
pub use gloo_timers::future::TimeoutFuture;
