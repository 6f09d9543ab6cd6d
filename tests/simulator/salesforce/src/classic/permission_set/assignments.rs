//! Manage Assignments: the users of a permission set, and adding more.

use axum::response::Response;
use maud::{Markup, html};
use serde_json::json;
use simulated_org::{ApiError, Record, long_id, same_id, short_id};

use crate::classic::View;
use crate::classic::layout::page_title;
use crate::classic::user::{self, list};
use crate::fields::Fields;
use crate::page::{Page, text_of};

/// The users who hold the set; with `add=1` those who could.
pub fn show(page: &Page, set: &Record) -> Response {
    render(page, set, &[])
}

/// Add Assignments leads to the choice of users; Assign stores it.
pub fn save(page: &Page, set: &Record, fields: &Fields) -> Response {
    let here = path_of(set);
    if !fields.has("assign") {
        return page.redirect(&here);
    }
    let set_id = text_of(set, "Id");
    let stored = page.app.all_or_nothing(|org| {
        for user_id in fields.all("user") {
            let mut row = Record::new();
            row.insert("AssigneeId".into(), json!(long_id(user_id)));
            row.insert("PermissionSetId".into(), json!(set_id));
            org.create(&page.caller, "PermissionSetAssignment", row)?;
        }
        Ok(())
    });
    match stored {
        Ok(()) => page.redirect(&here),
        Err(errors) => render(page, set, &errors),
    }
}

fn path_of(set: &Record) -> String {
    format!("/{}?s=Assignments", short_id(text_of(set, "Id")))
}

fn holds(page: &Page, set: &Record, user: &Record) -> bool {
    let org = page.app.org();
    org.store.rows("PermissionSetAssignment").any(|row| {
        same_id(text_of(row, "PermissionSetId"), text_of(set, "Id"))
            && same_id(text_of(row, "AssigneeId"), text_of(user, "Id"))
    })
}

fn render(page: &Page, set: &Record, errors: &[ApiError]) -> Response {
    let adding = page.parameter("add") == "1";
    let users = list::users(page)
        .into_iter()
        .filter(|user| holds(page, set, user) != adding);
    let users: Vec<Record> = users.collect();
    let title = page.text("Manage Assignments");
    let add = format!("{}&add=1", path_of(set));
    let body = html! {
        (page_title(title, text_of(set, "Label")))
        form method="post" action=(page.within_frame(&add)) {
            @for error in errors { div class="message errorM3" role="alert" { (error.message) } }
            div class="subNav" {
                @if adding {
                    input class="btn" type="submit" name="assign" value="Assign"; " "
                    input class="btn" type="submit" name="cancel" value=(page.text("Cancel"));
                } @else {
                    input class="btn" type="button" name="addAssignments" value="Add Assignments" data-href=(add);
                }
            }
            @if users.is_empty() { div class="noRecords" { (page.text("No records to display")) } } @else { (table(page, &users, adding)) }
        }
    };
    page.classic(View::new(title, body))
}

fn table(page: &Page, users: &[Record], adding: bool) -> Markup {
    html! {
        table class="list" {
            thead { tr class="headerRow" {
                @if adding { th { (page.text("Action")) } }
                th { (page.text("Full Name")) } th { (page.text("Username")) } th { (page.text("User License")) }
            } }
            tbody { @for user in users {
                @let id = short_id(text_of(user, "Id"));
                tr class="dataRow" {
                    @if adding { td { input type="checkbox" id=(id) name="user" value=(id); } }
                    th scope="row" { @if adding { label for=(id) { (list::display_name(user)) } } @else { a href=(user::path_of(id)) { (list::display_name(user)) } } }
                    td { (text_of(user, "Username")) }
                    td { (user::license_label(page, user)) }
                }
            } }
        }
    }
}
