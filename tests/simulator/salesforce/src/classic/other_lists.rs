//! Lists of Setup that a person passes by: groups, licences, profiles.

use axum::response::Response;
use maud::html;
use simulated_org::short_id;

use super::View;
use super::layout::page_title;
use crate::page::{Page, text_of};

/// `/0PG`: permission set groups.
pub fn groups(page: &Page) -> Response {
    list(page, "Permission Set Groups", "PermissionSetGroup", "MasterLabel")
}

/// `/0PL`: permission set licences.
pub fn licenses(page: &Page) -> Response {
    list(
        page,
        "Permission Set Licenses",
        "PermissionSetLicense",
        "MasterLabel",
    )
}

/// `/00e`: profiles.
pub fn profiles(page: &Page) -> Response {
    list(page, "Profiles", "Profile", "Name")
}

fn list(page: &Page, title: &'static str, object: &str, label: &str) -> Response {
    let title = page.text(title);
    let mut rows: Vec<(String, String)> = {
        let org = page.app.org();
        let rows = org.store.rows(object);
        rows.map(|row| {
            (
                text_of(row, label).to_owned(),
                short_id(text_of(row, "Id")).to_owned(),
            )
        })
        .collect()
    };
    rows.sort_by_key(|(name, _)| name.to_lowercase());
    let body = html! {
        (page_title(title, title))
        @if rows.is_empty() { div class="noRecords" { (page.text("No records to display")) } } @else {
            table class="list" {
                thead { tr class="headerRow" { th { (page.text("Label")) } th { "Id" } } }
                tbody { @for (name, id) in &rows { tr class="dataRow" { th scope="row" { (name) } td { (id) } } } }
            }
        }
    };
    page.classic(View::new(title, body))
}
