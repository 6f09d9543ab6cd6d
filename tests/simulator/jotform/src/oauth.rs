//! Jotform's side of the authorization: the way to Salesforce, and the way back.

use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use serde_json::json;

use crate::html;
use crate::login::{self, url_encoded};
use crate::salesforce;
use crate::site::{Site, host};
use crate::variation::AuthorizeHost;

/// Where Salesforce sends its user back to.
const CALLBACK: &str = "https://www.jotform.com/oauth/salesforce/callback";

/// Jotform's name for itself at Salesforce.
const CLIENT: &str = "jotform";

/// What Salesforce brings back.
#[derive(Deserialize)]
pub struct Returned {
    code: Option<String>,
    #[serde(default)]
    state: String,
    error: Option<String>,
    error_description: Option<String>,
}

/// `GET /oauth/salesforce/start`, in the pop-up: on to Salesforce's authorization page.
pub async fn start(State(site): State<Site>, headers: HeaderMap, uri: Uri) -> Response {
    let asked = host(&headers, &uri);
    if !site.is_logged_in(&headers) {
        return login::ask(&asked, uri.path_and_query().map_or("/", |path| path.as_str()));
    }
    let state = site.account().begin_authorization(format!("https://{asked}"));
    let salesforce = match site.variation.authorize_host {
        AuthorizeHost::Login => "login.salesforce.com".to_owned(),
        AuthorizeHost::Core => site.org().settings.core_host(),
    };
    Redirect::to(&format!(
        "https://{salesforce}/services/oauth2/authorize?response_type=code&client_id={CLIENT}&redirect_uri={}&state={state}",
        url_encoded(CALLBACK)
    ))
    .into_response()
}

/// `GET /oauth/salesforce/callback`, in the pop-up: tells the page that opened it, and closes.
pub async fn callback(State(site): State<Site>, Query(returned): Query<Returned>) -> Response {
    let mut account = site.account();
    let Some(authorization) = account.finish_authorization(&returned.state) else {
        return html::failure(
            StatusCode::BAD_REQUEST,
            "This authorization was not started here, or is over",
        );
    };
    let failed = |error: &str, description: &str| json!({ "source": "jotform-salesforce", "error": error, "description": description });
    let message = match (&returned.code, &returned.error) {
        (_, Some(error)) => failed(error, returned.error_description.as_deref().unwrap_or_default()),
        (None, None) => failed("invalid_request", "neither a code nor an error came back"),
        (Some(code), None) => {
            let mut org = site.org();
            let tokens = org.exchange(code);
            match tokens.and_then(|tokens| Some((org.token(&tokens.access)?, tokens))) {
                Some((caller, tokens)) => {
                    let name = salesforce::shown_name(&org, &caller.user_id, site.variation.connection_name);
                    let connection = account.connect(caller.user_id, name, Some(tokens));
                    json!({ "source": "jotform-salesforce", "connection": connection })
                }
                None => failed("invalid_grant", "expired authorization code"),
            }
        }
    };
    let answer = json!({ "opener": authorization.opener, "message": message });
    let body = format!(
        "<main class=\"box\"><h1>Salesforce</h1><p>You can close this window.</p></main>\n\
         <script type=\"application/json\" id=\"answer\">{}</script>\n<script src=\"/s/callback.js\"></script>",
        html::json_for_script(&answer)
    );
    html::page("Salesforce | Jotform", "callback", &body)
}

/// `GET /s/callback.js`.
pub async fn callback_script() -> Response {
    let script = "const { opener: origin, message } = JSON.parse(document.getElementById('answer').textContent);\n\
                  if (window.opener) {\n  window.opener.postMessage(message, origin);\n}\nwindow.close();\n";
    ([(header::CONTENT_TYPE, "text/javascript; charset=utf-8")], script).into_response()
}
