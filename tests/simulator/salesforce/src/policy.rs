//! The Content-Security-Policy that a page is sent with.

use axum::extract::Request;

use crate::variation::PagePolicy;

const UNSAFE_EVAL: &str = "script-src 'self' 'unsafe-eval'";
const SELF_ONLY: &str = "script-src 'self'";

/// The header's value for the page that is asked for; `None` for no header.
pub fn of(request: &Request, policy: PagePolicy) -> Option<&'static str> {
    match policy {
        PagePolicy::None => None,
        PagePolicy::UnsafeEval => Some(UNSAFE_EVAL),
        PagePolicy::SelfOnly => Some(SELF_ONLY),
        PagePolicy::WasmUnsafeEval => Some("script-src 'self' 'wasm-unsafe-eval'"),
        PagePolicy::DefaultNone => Some(
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'; \
             connect-src 'self'; frame-src https:",
        ),
        PagePolicy::Sandbox => Some(
            "sandbox allow-downloads allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox \
             allow-same-origin allow-scripts allow-top-navigation",
        ),
        PagePolicy::TrustedTypes => Some("require-trusted-types-for 'script'"),
        PagePolicy::SelfOnlyInFrames if is_framed(request) => Some(SELF_ONLY),
        PagePolicy::SelfOnlyInFrames => Some(UNSAFE_EVAL),
    }
}

/// Lightning shows this page in its frame (Salesforce fact §3).
fn is_framed(request: &Request) -> bool {
    let query = request.uri().query().unwrap_or_default();
    query.split('&').any(|pair| pair == "isdtp=p1")
}
