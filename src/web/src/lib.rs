//! Thin typed bindings to the browser: messaging, DOM helpers, errors from JavaScript.
