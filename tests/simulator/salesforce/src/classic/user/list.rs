//! The list of users, `/005`.

use axum::response::Response;
use maud::{Markup, html};
use simulated_org::{Record, short_id};

use crate::classic::View;
use crate::classic::layout::page_title;
use crate::page::{Page, is_true, text_of};

/// The path behind New User.
pub const NEW_PATH: &str = "/005/e?retURL=%2F005%3FisUserEntityOverride%3D1%26setupid%3DManageUsers&isUserEntityOverride=1&setupid=ManageUsers";

/// Shows all users with New User (Salesforce fact §4: `input[name=new]`, `select[name=fcf]`).
pub fn show(page: &Page) -> Response {
    let body = html! {
        (page_title(page.text("All Users"), page.text("Users")))
        p class="pageIntro" { "On this page you can create, view, and manage users." }
        div class="listViewport" {
            div class="topNav" {
                label for="fcf" { (page.text("View")) ": " }
                select id="fcf" name="fcf" { option { (page.text("All Users")) } option { (page.text("Active Users")) } }
            }
            div class="subNav" {
                input class="btn" type="button" name="new" title=(page.text("New User")) value=(page.text("New User")) data-href=(NEW_PATH);
                " " input class="btn" type="button" name="resetpassword" value={ (page.text("Reset Password")) "(s)" };
                " " input class="btn" type="button" name="newMultiple" value="Add Multiple Users";
            }
            table class="list" {
                thead { tr class="headerRow" {
                    @for label in ["Action", "Full Name", "Alias", "Username", "Role", "Active", "Profile"] { th { (page.text(label)) } }
                } }
                tbody { @for user in users(page) { (row(page, &user)) } }
            }
        }
    };
    page.classic(View::new(page.text("All Users"), body))
}

/// Every user, ordered by name as the list shows it.
pub fn users(page: &Page) -> Vec<Record> {
    let mut users: Vec<Record> = page.app.org().store.rows("User").cloned().collect();
    users.sort_by_key(|user| display_name(user).to_lowercase());
    users
}

/// "Last, First", as lists of users write it.
pub fn display_name(user: &Record) -> String {
    match (text_of(user, "LastName"), text_of(user, "FirstName")) {
        (last, "") => last.to_owned(),
        (last, first) => format!("{last}, {first}"),
    }
}

fn row(page: &Page, user: &Record) -> Markup {
    let id = short_id(text_of(user, "Id"));
    html! {
        tr class="dataRow" {
            td class="actionColumn" { a class="actionLink" href={ "/" (id) "/e?noredirect=1&isUserEntityOverride=1" } { (page.text("Edit")) } }
            th scope="row" { a href=(super::path_of(id)) { (display_name(user)) } }
            td { (text_of(user, "Alias")) }
            td { a href=(super::path_of(id)) { (text_of(user, "Username")) } }
            td { (super::name_of(page, "UserRole", text_of(user, "UserRoleId"))) }
            td class="check" { @if is_true(user, "IsActive") { "✓" } }
            td { (super::name_of(page, "Profile", text_of(user, "ProfileId"))) }
        }
    }
}
