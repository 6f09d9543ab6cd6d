//! The Enhanced Permission Set List View (Salesforce fact §2: a component without a frame).

use maud::{Markup, html};
use simulated_org::short_id;

use crate::classic::permission_set::{NEW_PATH, license_label, visible};
use crate::page::{Page, text_of};

/// The list, with a New button that opens the framed page.
pub fn render(page: &Page) -> Markup {
    html! {
        section class="card wide listView" {
            div class="listHead" {
                div { p class="kind" { (page.text("Permission Sets")) } h2 { (page.text("All Permission Sets")) } }
                button type="button" class="slds-button slds-button_neutral" data-address=(NEW_PATH) { (page.text("New")) }
            }
            table class="lightningTable" {
                thead { tr { th { (page.text("Permission Set Name")) } th { (page.text("Description")) } th { (page.text("License")) } } }
                tbody { @for set in visible(page) { tr {
                    th scope="row" { a href="#" data-address={ "/" (short_id(text_of(&set, "Id"))) } { (text_of(&set, "Label")) } }
                    td { (text_of(&set, "Description")) }
                    td { (license_label(page, &set)) }
                } } }
            }
        }
    }
}
