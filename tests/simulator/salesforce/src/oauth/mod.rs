//! OAuth for connected apps: authorize, the Allow page, tokens.

mod allow;
mod authorize;
mod token;

use axum::Router;
use axum::response::Redirect;
use axum::routing::{get, post};
use percent_encoding::percent_decode_str;

use crate::app::App;
use crate::page::encode;

/// The paths of OAuth on the login and core hosts.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/services/oauth2/authorize", get(authorize::begin))
        .route(allow::PATH, get(allow::show).post(allow::decide))
        .route("/services/oauth2/token", post(token::exchange))
        .route(
            "/services/oauth2/revoke",
            get(token::revoke_by_link).post(token::revoke),
        )
}

/// What an app asks for, kept through login and the Allow page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Wish {
    client_id: String,
    redirect_uri: String,
    state: String,
}

impl Wish {
    /// The wish as one parameter of a URL.
    fn to_source(&self) -> String {
        [&self.client_id, &self.redirect_uri, &self.state]
            .map(|part| encode(part))
            .join("*")
    }

    /// Reads what [`Wish::to_source`] wrote; nothing if it is something else.
    fn from_source(source: &str) -> Option<Self> {
        let mut parts = source
            .split('*')
            .map(|part| percent_decode_str(part).decode_utf8_lossy().into_owned());
        Some(Self {
            client_id: parts.next()?,
            redirect_uri: parts.next()?,
            state: parts.next()?,
        })
    }

    /// The app's name as the org lists it.
    fn app_name(&self) -> &str {
        if self.client_id == "jotform" {
            "Jotform"
        } else {
            &self.client_id
        }
    }

    /// Sends the browser back to the app with these parameters beside `state`.
    fn back(&self, parameters: &[(&str, &str)]) -> Redirect {
        let joint = if self.redirect_uri.contains('?') { '&' } else { '?' };
        let mut url = format!("{}{joint}state={}", self.redirect_uri, encode(&self.state));
        for (name, value) in parameters {
            url.push_str(&format!("&{name}={}", encode(value)));
        }
        Redirect::to(&url)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_survives_its_way_through_a_url() {
        let wish = Wish {
            client_id: "jotform".into(),
            redirect_uri: "https://www.jotform.com/callback?a=b*c".into(),
            state: "x*y&z".into(),
        };
        assert_eq!(Wish::from_source(&wish.to_source()), Some(wish));
        assert_eq!(Wish::from_source("only"), None);
    }
}
