//! Login History and Deliverability.

use maud::{Markup, html};
use simulated_org::{Deliverability, Record};

use crate::classic::user::name_of;
use crate::page::{Page, text_of};

/// Who logged in, the latest first.
pub fn login_history(page: &Page) -> Markup {
    let logins: Vec<Record> = page.app.org().store.rows("LoginHistory").cloned().collect();
    html! {
        section class="card wide" {
            div class="listHead" { div { p class="kind" { (page.text("Settings")) } h2 { (page.text("Login History")) } } }
            table class="lightningTable" {
                thead { tr { th { (page.text("Username")) } th { "Login Time" } th { "Source IP" } th { "Login Type" } th { "Status" } th { "Application" } } }
                tbody { @for login in logins.iter().rev().take(50) { tr {
                    td { (name_of(page, "User", text_of(login, "UserId"))) }
                    td { (text_of(login, "LoginTime")) } td { (text_of(login, "SourceIp")) }
                    td { (text_of(login, "LoginType")) } td { (text_of(login, "Status")) } td { (text_of(login, "Application")) }
                } } }
            }
        }
    }
}

/// Which mail leaves the org.
pub fn deliverability(page: &Page) -> Markup {
    let level = page.app.org().settings.security.deliverability;
    let choices = [
        (Deliverability::NoAccess, "No access"),
        (Deliverability::SystemEmailOnly, "System email only"),
        (Deliverability::AllEmail, "All email"),
    ];
    html! {
        section class="card wide" {
            div class="listHead" { div { p class="kind" { (page.text("Email")) } h2 { (page.text("Deliverability")) } } }
            h3 { "Access to Send Email (All Email Services)" }
            label for="accessLevel" { "Access level " }
            select id="accessLevel" name="accessLevel" disabled { @for (value, label) in choices { option selected[value == level] { (label) } } }
        }
    }
}
