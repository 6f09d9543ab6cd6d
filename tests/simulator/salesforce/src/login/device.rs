//! The cookie by which a host knows a browser again.

use axum::http::header::{COOKIE, SET_COOKIE};
use axum::http::{HeaderMap, HeaderName};
use axum::response::AppendHeaders;

const NAME: &str = "BrowserId";

/// The name of a browser, made up at its first visit.
pub struct Device(String);

/// The browser that a request came from.
pub fn of(headers: &HeaderMap) -> Device {
    let cookies = headers
        .get_all(COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'));
    let known = cookies
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(name, _)| *name == NAME);
    Device(known.map_or_else(
        || format!("{:016x}", rand::random::<u64>()),
        |(_, value)| value.to_owned(),
    ))
}

impl Device {
    /// The browser's name.
    pub fn name(&self) -> &str {
        &self.0
    }

    /// The header that makes the browser keep its name.
    pub fn remember(&self) -> AppendHeaders<[(HeaderName, String); 1]> {
        AppendHeaders([(
            SET_COOKIE,
            format!("{NAME}={}; Path=/; Secure; Max-Age=31536000", self.0),
        )])
    }
}
