//! Setup's home page.

use maud::{Markup, html};

use crate::page::{Page, text_of};

/// Greets the user and shows what was used lately.
pub fn render(page: &Page) -> Markup {
    html! {
        div class="cards" {
            section class="card" { h2 { (page.text("Home")) } p { "Welcome to Setup, " (text_of(&page.user, "Name")) "." } }
            section class="card" { h2 { "Get Started with Einstein" } p { "Analyze your data and make predictions." } }
            section class="card" { h2 { "Mobile Publisher" } p { "Use the mobile publisher to create your own branded app." } }
        }
        section class="card wide" {
            h2 { "Most Recently Used" }
            table class="lightningTable" { thead { tr { th { "Name" } th { "Type" } th { "Object" } } } tbody {
                tr { td { (text_of(&page.user, "Name")) } td { (page.text("Users")) } td {} }
            } }
        }
    }
}
