//! Setup's home page in Classic.

use axum::response::Response;
use maud::html;

use super::View;
use super::layout::page_title;
use crate::page::{Page, text_of};

/// `/setup/forcecomHomepage.apexp`.
pub async fn show(page: Page) -> Response {
    let body = html! {
        (page_title(page.text("Setup"), page.text("Setup Home")))
        div class="bPageBlock" { div class="pbBody" {
            p { "Welcome, " (text_of(&page.user, "Name")) "." }
            ul class="recentSetup" {
                li { a href="/0PS?setupid=PermSets" { (page.text("Permission Sets")) } }
                li { a href="/005?isUserEntityOverride=1&setupid=ManageUsers" { (page.text("Users")) } }
            }
        } }
    };
    page.classic(View::new(page.text("Setup Home"), body))
}
