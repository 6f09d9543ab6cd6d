//! The mail program in which a person would read what the org sends.

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use maud::{DOCTYPE, Markup, html};
use simulated_org::{Message, SharedOrg};

/// The host of the mail program.
pub const HOST: &str = "inbox.example.com";

/// Lists every message by address, newest first, with its links to click.
pub fn router(org: SharedOrg) -> Router {
    Router::new().route("/", get(show)).with_state(org)
}

async fn show(State(org): State<SharedOrg>) -> Response {
    let Ok(org) = org.lock() else {
        return axum::http::StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    html! {
        (DOCTYPE)
        html lang="en" {
            head { title { "Inbox" } meta charset="utf-8"; meta name="viewport" content="width=device-width"; }
            body style="font: 14px/1.5 Arial, sans-serif; max-width: 760px; margin: 24px auto; color: #222" {
                h1 { "Inbox" }
                @for message in org.mail.messages().iter().rev() { (letter(message)) }
            }
        }
    }
    .into_response()
}

fn letter(message: &Message) -> Markup {
    html! {
        article style="border: 1px solid #ccc; border-radius: 6px; padding: 12px 16px; margin: 12px 0" {
            p style="margin: 0; color: #666" { "To: " (message.to) }
            h2 style="margin: 2px 0 8px; font-size: 16px" { (message.subject) }
            @for line in message.body.lines() {
                @if line.trim().starts_with("https://") { p { a href=(line.trim()) { (line.trim()) } } } @else { p { (line) } }
            }
        }
    }
}
