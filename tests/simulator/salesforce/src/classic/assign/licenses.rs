//! Permission set licence assignments of one user.

use axum::response::Response;
use maud::html;
use serde_json::json;
use simulated_org::{ApiError, Record, long_id, same_id, short_id};

use crate::classic::View;
use crate::classic::layout::page_title;
use crate::classic::user;
use crate::classic::volatile::VolatileIds;
use crate::fields::Fields;
use crate::page::{Page, text_of};

const PATH: &str = "/udd/Licensing/assignPermissionSetLicense.apexp";

/// Shows every permission set licence with a checkbox.
pub async fn show(page: Page) -> Response {
    render(&page, &[])
}

/// Stores what is ticked.
pub async fn save(page: Page, fields: Fields) -> Response {
    let user_page = user::path_of(page.parameter("userId"));
    if fields.has_ending(":cancel") {
        return page.redirect(&user_page);
    }
    let wanted: Vec<String> = fields.all("license").map(long_id).collect();
    match store(&page, &wanted) {
        Ok(()) => page.redirect(&user_page),
        Err(errors) => render(&page, &errors),
    }
}

fn assigned(page: &Page) -> Vec<Record> {
    let user_id = page.parameter("userId");
    let org = page.app.org();
    org.store
        .rows("PermissionSetLicenseAssign")
        .filter(|row| same_id(text_of(row, "AssigneeId"), user_id))
        .cloned()
        .collect()
}

fn store(page: &Page, wanted: &[String]) -> Result<(), Vec<ApiError>> {
    const LOOKUP: &str = "PermissionSetLicenseId";
    let before = assigned(page);
    page.app.all_or_nothing(|org| {
        for id in wanted
            .iter()
            .filter(|id| !before.iter().any(|row| same_id(text_of(row, LOOKUP), id)))
        {
            let mut row = Record::new();
            row.insert("AssigneeId".into(), json!(long_id(page.parameter("userId"))));
            row.insert(LOOKUP.into(), json!(id));
            org.create(&page.caller, "PermissionSetLicenseAssign", row)?;
        }
        for row in before
            .iter()
            .filter(|row| !wanted.iter().any(|id| same_id(text_of(row, LOOKUP), id)))
        {
            org.delete(&page.caller, "PermissionSetLicenseAssign", text_of(row, "Id"))?;
        }
        Ok(())
    })
}

fn render(page: &Page, errors: &[ApiError]) -> Response {
    let ids = VolatileIds::new(page.app.next_number());
    let mine = assigned(page);
    let licenses: Vec<Record> = page
        .app
        .org()
        .store
        .rows("PermissionSetLicense")
        .cloned()
        .collect();
    let has = |id: &str| {
        mine.iter()
            .any(|row| same_id(text_of(row, "PermissionSetLicenseId"), id))
    };
    let title = page.text("Permission Set License Assignments");
    let action = format!("{PATH}?userId={}", short_id(page.parameter("userId")));
    let buttons = || {
        html! {
            input class="btn" type="submit" name=(ids.ending("save")) value=(page.text("Save")); " "
            input class="btn" type="submit" name=(ids.ending("cancel")) value=(page.text("Cancel"));
        }
    };
    let body = html! {
        (page_title(title, &user::name_of(page, "User", page.parameter("userId"))))
        form id=(ids.ending("theForm")) method="post" action=(page.within_frame(&action)) {
            @for error in errors { div class="message errorM3" role="alert" { (error.message) } }
            div class="bPageBlock" {
                div class="pbHeader" { (buttons()) }
                div class="pbBody" { table class="list" {
                    thead { tr class="headerRow" { th { (page.text("Enabled")) } th { (page.text("License")) } th { "Total" } th { "Used" } } }
                    tbody { @for license in &licenses {
                        @let id = short_id(text_of(license, "Id"));
                        tr class="dataRow" {
                            td { input type="checkbox" id=(id) name="license" value=(id) checked[has(id)]; }
                            th scope="row" { label for=(id) { (text_of(license, "MasterLabel")) } }
                            td { (license.get("TotalLicenses").cloned().unwrap_or_default()) }
                            td { (license.get("UsedLicenses").cloned().unwrap_or_default()) }
                        }
                    } }
                } }
                div class="pbBottomButtons" { (buttons()) }
            }
        }
    };
    page.classic(View::new(title, body))
}
