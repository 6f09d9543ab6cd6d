//! The Enhanced User List View and the user access summary (Salesforce fact §2: components without a frame).

use maud::{Markup, html};
use simulated_org::{Record, same_id, short_id};

use crate::classic::user::{license_label, list as classic_list, name_of, path_of};
use crate::page::{Page, is_true, text_of};
use crate::variation::SummaryButtons;

/// All users, with a New User button that opens the framed page.
pub fn list(page: &Page) -> Markup {
    let users = classic_list::users(page);
    html! {
        section class="card wide listView" {
            div class="listHead" {
                div { p class="kind" { (page.text("Users")) } h2 { (page.text("All Users")) } }
                button type="button" class="slds-button slds-button_neutral" data-address=(classic_list::NEW_PATH) { (page.text("New User")) }
            }
            table class="lightningTable" {
                thead { tr { @for label in ["Full Name", "Alias", "Username", "Role", "Active", "Profile"] { th { (page.text(label)) } } } }
                tbody { @for user in &users { tr {
                    th scope="row" { a href="#" data-address=(path_of(text_of(user, "Id"))) { (classic_list::display_name(user)) } }
                    td { (text_of(user, "Alias")) } td { (text_of(user, "Username")) }
                    td { (name_of(page, "UserRole", text_of(user, "UserRoleId"))) }
                    td { @if is_true(user, "IsActive") { "✓" } }
                    td { (name_of(page, "Profile", text_of(user, "ProfileId"))) }
                } } }
            }
        }
    }
}

/// What a user holds, in one view; assignments are edited from the user's page.
pub fn access_summary(page: &Page, user_id: &str) -> Markup {
    let user = page
        .app
        .org()
        .store
        .get("User", user_id)
        .cloned()
        .unwrap_or_default();
    let sets = assigned_sets(page, user_id);
    html! {
        section class="card wide" {
            div class="listHead" {
                div { p class="kind" { (page.text("Users")) } h2 { (text_of(&user, "Name")) } }
                button type="button" class="slds-button slds-button_neutral" data-address=(path_of(user_id)) { (page.text("User Detail")) }
            }
            p { (page.text("Username")) ": " (text_of(&user, "Username")) }
            p { (page.text("User License")) ": " (license_label(page, &user)) }
            h3 { (page.text("Permission Sets")) } (edit_assignments(page, user_id, ""))
            @if sets.is_empty() { p class="empty" { (page.text("No records to display")) } }
            ul { @for set in &sets { li { a href="#" data-address={ "/" (short_id(text_of(set, "Id"))) } { (text_of(set, "Label")) } } } }
            h3 { (page.text("Permission Set Groups")) } (edit_assignments(page, user_id, "&isPermsetGroup=1"))
            p class="empty" { (page.text("No records to display")) }
        }
    }
}

/// The button beside a section's heading, where this run has them.
fn edit_assignments(page: &Page, user_id: &str, kind: &str) -> Markup {
    let address = format!(
        "/udd/PermissionSet/assignPermissionSet.apexp?userId={}{kind}",
        short_id(user_id)
    );
    html! {
        @if page.app.variation.summary_buttons == SummaryButtons::EditAssignments {
            button type="button" class="slds-button slds-button_neutral" data-address=(address) { (page.text("Edit Assignments")) }
        }
    }
}

fn assigned_sets(page: &Page, user_id: &str) -> Vec<Record> {
    let org = page.app.org();
    let mine = org
        .store
        .rows("PermissionSetAssignment")
        .filter(|row| same_id(text_of(row, "AssigneeId"), user_id));
    let sets = mine.filter_map(|row| org.store.get("PermissionSet", text_of(row, "PermissionSetId")));
    sets.filter(|set| !is_true(set, "IsOwnedByProfile"))
        .cloned()
        .collect()
}
