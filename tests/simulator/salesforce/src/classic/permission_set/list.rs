//! The list of permission sets, `/0PS`.

use axum::response::Response;
use maud::html;
use simulated_org::short_id;

use crate::classic::View;
use crate::classic::layout::page_title;
use crate::page::{Page, text_of};

/// The path of the page behind New.
pub const NEW_PATH: &str = "/udd/PermissionSet/newPermissionSet.apexp";

/// Shows the list with its New button (Salesforce fact §4: `input.btn[name=new]`).
pub fn show(page: &Page) -> Response {
    let sets = super::visible(page);
    let body = html! {
        (page_title(page.text("Permission Sets"), page.text("Permission Sets")))
        p class="pageIntro" { "On this page you can create, view, and manage permission sets." }
        div class="listViewport" {
            div class="topNav" {
                label for="fcf" { (page.text("View")) ": " }
                select id="fcf" name="fcf" { option { (page.text("All Permission Sets")) } }
            }
            div class="subNav" { input class="btn" type="button" name="new" title=(page.text("New")) value=(page.text("New")) data-href=(NEW_PATH); }
            table class="list" {
                thead { tr class="headerRow" {
                    th { (page.text("Action")) } th { (page.text("Permission Set")) " " (page.text("Label")) }
                    th { (page.text("Description")) } th { (page.text("License")) }
                } }
                tbody {
                    @for set in &sets {
                        @let id = short_id(text_of(set, "Id"));
                        tr class="dataRow" {
                            td class="actionColumn" { a class="actionLink" href={ "/" (id) } { (page.text("Edit")) } }
                            th scope="row" { a href={ "/" (id) } { (text_of(set, "Label")) } }
                            td { (text_of(set, "Description")) }
                            td { (super::license_label(page, set)) }
                        }
                    }
                }
            }
        }
    };
    page.classic(View::new(page.text("Permission Sets"), body))
}
