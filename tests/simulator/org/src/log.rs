//! What was asked of the org over HTTP.

use serde::{Deserialize, Serialize};

/// One request, as a test wants to see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LoggedRequest {
    /// `GET`, `POST`, …
    pub method: String,
    /// The host that was asked.
    pub host: String,
    /// Path and query.
    pub path: String,
    /// The 18-character id of the user it was asked as, where that is known.
    pub user: Option<String>,
    /// The status of the answer.
    pub status: u16,
    /// Whether the value of a session or token stood in the URL.
    pub session_in_url: bool,
    /// The names of the headers that came with it, in lower case.
    #[serde(default)]
    pub headers: Vec<String>,
    /// The SOQL that was run for it, that of its subrequests too.
    #[serde(default)]
    pub queries: Vec<String>,
}

/// All requests, oldest first.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(transparent)]
pub struct RequestLog {
    entries: Vec<LoggedRequest>,
}

impl RequestLog {
    /// Adds a request.
    pub fn record(&mut self, request: LoggedRequest) {
        self.entries.push(request);
    }

    /// All requests, oldest first.
    pub fn entries(&self) -> &[LoggedRequest] {
        &self.entries
    }

    /// Forgets all requests.
    pub fn clear(&mut self) {
        self.entries.clear();
    }
}
