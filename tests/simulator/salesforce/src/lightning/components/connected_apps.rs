//! Connected Apps OAuth Usage and Manage Connected Apps (Salesforce fact §7: an app is listed after an attempt).

use maud::{Markup, html};

use crate::page::{Page, encode, text_of};

/// Every app that somebody has tried, with Install and Block.
pub fn usage(page: &Page) -> Markup {
    let apps = page.app.org().app_usage();
    let button = |label: &'static str, action: &str, app: &str| {
        html! { button type="button" class="slds-button slds-button_neutral" data-do={ "action=" (action) "&app=" (encode(app)) } { (page.text(label)) } }
    };
    html! {
        section class="card wide" {
            div class="listHead" { div { p class="kind" { (page.text("Apps")) } h2 { (page.text("Connected Apps OAuth Usage")) } } }
            p { "View and manage the OAuth connected apps that your users use. Install an app to manage its policies; block an app to end its sessions and keep users from it." }
            @if apps.is_empty() { p class="empty" { (page.text("No records to display")) } } @else {
                table class="lightningTable" {
                    thead { tr { th { (page.text("Connected App")) } th { (page.text("Description")) } th { (page.text("Manage App Policies")) } th { (page.text("User Count")) } th { (page.text("Action")) } } }
                    tbody { @for app in &apps { tr {
                        th scope="row" { (app.app) }
                        td { @if app.app == "Jotform" { "Online form builder" } }
                        td { @if app.installed { a href="/app/mgmt/forceconnectedapps/forceAppList.apexp" data-node="ConnectedApplication" { (page.text("Manage App Policies")) } } }
                        td { (app.users) }
                        td class="actions" {
                            @if app.installed { span class="installed" { (page.text("Installed")) } " " } @else {
                                button type="button" class="slds-button slds-button_neutral" data-show={ "install=" (encode(&app.app)) } { (page.text("Install")) }
                            }
                            @if app.blocked { (button("Unblock", "unblock", &app.app)) } @else { (button("Block", "block", &app.app)) }
                        }
                    } } }
                }
            }
        }
    }
}

/// The page that asks before an app is installed.
pub fn confirm_install(page: &Page, app: &str) -> Markup {
    html! {
        section class="card wide" {
            p class="kind" { (page.text("Connected App")) }
            h2 { "Install " (app) "?" }
            p { "When you install this connected app, you can manage its policies, and your users can approve it." }
            div class="formButtons" {
                button type="button" class="slds-button slds-button_neutral" data-show="" { (page.text("Cancel")) }
                button type="button" class="slds-button slds-button_brand" data-do={ "action=install&app=" (encode(app)) } { (page.text("Install")) }
            }
        }
    }
}

/// Installs, blocks or unblocks the app that the query names, then shows the list again.
pub fn act(page: &Page) -> Markup {
    {
        let mut org = page.app.org();
        let app = page.parameter("app");
        match page.parameter("action") {
            "install" => org.install_app(app),
            "block" => org.block_app(app),
            "unblock" => org.unblock_app(app),
            _ => {}
        }
    }
    usage(page)
}

/// Manage Connected Apps: the installed ones.
pub fn managed(page: &Page) -> Markup {
    let apps: Vec<_> = page
        .app
        .org()
        .app_usage()
        .into_iter()
        .filter(|app| app.installed)
        .collect();
    let reserved = |name: &str| {
        let org = page.app.org();
        org.store.rows("ConnectedApplication").any(|row| {
            text_of(row, "Name") == name && crate::page::is_true(row, "OptionsAllowAdminApprovedUsersOnly")
        })
    };
    html! {
        section class="card wide" {
            div class="listHead" { div { p class="kind" { (page.text("Apps")) } h2 { (page.text("Connected Apps")) } } }
            @if apps.is_empty() { p class="empty" { (page.text("No records to display")) } } @else {
                table class="lightningTable" {
                    thead { tr { th { "Master Label" } th { "Permitted Users" } th { "Application Version" } } }
                    tbody { @for app in &apps { tr {
                        th scope="row" { (app.app) }
                        td { @if reserved(&app.app) { "Admin approved users are pre-authorized" } @else { "All users may self-authorize" } }
                        td { "1.0" }
                    } } }
                }
            }
        }
    }
}
