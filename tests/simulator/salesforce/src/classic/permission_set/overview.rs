//! The page of one permission set, `/0PS…`.

use axum::response::Response;
use maud::html;
use simulated_org::{ApiError, Record, short_id};

use crate::classic::View;
use crate::classic::layout::page_title;
use crate::page::{Page, is_true, text_of};

/// Deletes the set, for example to choose another licence in a new one (Salesforce fact §4); users must not hold it.
pub fn delete(page: &Page, set: &Record) -> Response {
    let deleted = page
        .app
        .org()
        .delete(&page.caller, "PermissionSet", text_of(set, "Id"));
    match deleted {
        Ok(()) => page.redirect("/0PS"),
        Err(errors) => render(page, set, &errors),
    }
}

/// Shows what the permission set is and the way to its settings.
pub fn show(page: &Page, set: &Record) -> Response {
    render(page, set, &[])
}

fn render(page: &Page, set: &Record, errors: &[ApiError]) -> Response {
    let id = short_id(text_of(set, "Id"));
    let row = |label: &'static str, value: &str| {
        html! { td class="labelCol" { (page.text(label)) } td class="dataCol" { (value) } }
    };
    let app_settings = [
        (
            "Assigned Apps",
            "Settings that specify which apps are visible in the app menu",
            "TabSetTabs",
        ),
        (
            "Assigned Connected Apps",
            "Settings that specify which connected apps are visible in the app menu",
            "ConnectedApps",
        ),
        (
            "Object Settings",
            "Permissions to access objects and fields, and settings such as tab availability",
            "EntityPermissions",
        ),
        (
            "App Permissions",
            "Permissions to perform app-specific actions",
            "AppPermissions",
        ),
        (
            "Apex Class Access",
            "Permissions to execute Apex classes",
            "ApexClassAccess",
        ),
        (
            "Visualforce Page Access",
            "Permissions to execute Visualforce pages",
            "PageAccess",
        ),
    ];
    let body = html! {
        (page_title(page.text("Permission Set"), text_of(set, "Label")))
        @for error in errors { div class="message errorM3" role="alert" { div class="messageText" { (error.message) } } }
        div class="permSetButtons" {
            input class="btn" type="button" name="clone" value=(page.text("Clone"));
            " " input class="btn" type="button" name="delete" value=(page.text("Delete")) data-do="action=delete";
            " " input class="btn" type="button" name="edit_properties" value=(page.text("Edit Properties"));
            " " input class="btn" type="button" name="manage_assignments" value=(page.text("Manage Assignments")) data-href={ "/" (id) "?s=Assignments" };
        }
        div class="bPageBlock" {
            div class="pbHeader" { h2 class="mainTitle" { (page.text("Permission Set Overview")) } }
            div class="pbBody" { table class="detailList" { tbody {
                tr { (row("Description", text_of(set, "Description"))) (row("API Name", text_of(set, "Name"))) }
                tr { (row("License", &super::license_label(page, set))) (row("Namespace Prefix", text_of(set, "NamespacePrefix"))) }
                tr {
                    (row("Session Activation Required", if is_true(set, "HasActivationRequired") { "✓" } else { "" }))
                    (row("Created By", &super::creator(page, set)))
                }
            } } }
        }
        div class="bPageBlock" {
            div class="pbHeader" { h2 class="mainTitle" { (page.text("Apps")) } }
            div class="pbBody" {
                ul class="settingsList" {
                    @for (label, about, section) in app_settings {
                        li { a href={ "/" (id) "?s=" (section) } { (page.text(label)) } p { (about) } }
                    }
                }
            }
        }
        div class="bPageBlock" {
            div class="pbHeader" { h2 class="mainTitle" { (page.text("System")) } }
            div class="pbBody" { ul class="settingsList" {
                li { a href={ "/" (id) "?s=SystemPermissions" } { (page.text("System Permissions")) } p { "Permissions to perform actions that apply across apps, such as \"Modify All Data\"" } }
            } }
        }
    };
    page.classic(View::new(
        format!("{}: {}", page.text("Permission Set"), text_of(set, "Label")),
        body,
    ))
}
