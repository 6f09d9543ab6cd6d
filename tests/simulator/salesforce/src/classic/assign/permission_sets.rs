//! Edit Assignments: the permission sets, or with `isPermsetGroup=1` the groups, of one user.

use axum::response::Response;
use maud::{Markup, html};
use serde_json::json;
use simulated_org::{ApiError, Record, long_id, same_id, short_id};

use super::dueling_list::{self, Entry, Sides};
use crate::classic::View;
use crate::classic::layout::page_title;
use crate::classic::user;
use crate::classic::volatile::VolatileIds;
use crate::fields::Fields;
use crate::page::{Page, is_true, text_of};

/// What the page assigns.
#[derive(Clone, Copy)]
struct Kind {
    object: &'static str,
    label: &'static str,
    lookup: &'static str,
    title: &'static str,
    available: &'static str,
    enabled: &'static str,
}

const SETS: Kind = Kind {
    object: "PermissionSet",
    label: "Label",
    lookup: "PermissionSetId",
    title: "Permission Set Assignments",
    available: "Available Permission Sets",
    enabled: "Enabled Permission Sets",
};

const GROUPS: Kind = Kind {
    object: "PermissionSetGroup",
    label: "MasterLabel",
    lookup: "PermissionSetGroupId",
    title: "Permission Set Group Assignments",
    available: "Available Permission Set Groups",
    enabled: "Enabled Permission Set Groups",
};

fn kind(page: &Page) -> Kind {
    if page.parameter("isPermsetGroup") == "1" {
        GROUPS
    } else {
        SETS
    }
}

/// Shows the dueling list of the user in `userId`.
pub async fn show(page: Page) -> Response {
    let kind = kind(&page);
    let enabled = enabled_now(&page, kind);
    render(&page, kind, &enabled, &[])
}

/// Stores what is enabled, after a Continue step where there is one.
pub async fn save(page: Page, fields: Fields) -> Response {
    let kind = kind(&page);
    let user_page = user::path_of(page.parameter("userId"));
    if fields.has_ending(":cancel") {
        return page.redirect(&user_page);
    }
    let posted = fields.ending(":backingList");
    let asks = kind.object == GROUPS.object || page.app.variation.continue_after_save;
    if asks && !fields.has_ending(":continue") {
        return ask_to_continue(&page, kind, posted);
    }
    let wanted: Vec<String> = posted
        .split(',')
        .filter(|id| !id.is_empty())
        .map(long_id)
        .collect();
    match store(&page, kind, &wanted) {
        Ok(()) => page.redirect(&user_page),
        Err(errors) => {
            let all = entries(&page, kind);
            let kept: Vec<Entry> = all
                .into_iter()
                .filter(|(id, _)| wanted.iter().any(|w| same_id(w, id)))
                .collect();
            render(&page, kind, &kept, &errors)
        }
    }
}

/// Everything that can be assigned, by label.
fn entries(page: &Page, kind: Kind) -> Vec<Entry> {
    let org = page.app.org();
    let rows = org
        .store
        .rows(kind.object)
        .filter(|row| !is_true(row, "IsOwnedByProfile") && text_of(row, "Type") != "Group");
    let mut entries: Vec<Entry> = rows
        .map(|row| (text_of(row, "Id").to_owned(), text_of(row, kind.label).to_owned()))
        .collect();
    entries.sort_by_key(|(_, label)| label.to_lowercase());
    entries
}

/// The user's own rows of PermissionSetAssignment of this kind.
fn assignments(page: &Page, kind: Kind) -> Vec<Record> {
    let user_id = page.parameter("userId");
    let org = page.app.org();
    let mine = org
        .store
        .rows("PermissionSetAssignment")
        .filter(|row| same_id(text_of(row, "AssigneeId"), user_id));
    let by_group = kind.object == GROUPS.object;
    mine.filter(|row| text_of(row, "PermissionSetGroupId").is_empty() != by_group)
        .cloned()
        .collect()
}

fn enabled_now(page: &Page, kind: Kind) -> Vec<Entry> {
    let mine = assignments(page, kind);
    let is_mine = |id: &str| mine.iter().any(|row| same_id(text_of(row, kind.lookup), id));
    entries(page, kind)
        .into_iter()
        .filter(|(id, _)| is_mine(id))
        .collect()
}

fn store(page: &Page, kind: Kind, wanted: &[String]) -> Result<(), Vec<ApiError>> {
    let before = enabled_now(page, kind);
    let mine = assignments(page, kind);
    page.app.all_or_nothing(|org| {
        for id in wanted
            .iter()
            .filter(|id| !before.iter().any(|(old, _)| same_id(old, id)))
        {
            let mut row = Record::new();
            row.insert("AssigneeId".into(), json!(long_id(page.parameter("userId"))));
            row.insert(kind.lookup.into(), json!(id));
            org.create(&page.caller, "PermissionSetAssignment", row)?;
        }
        let given_up = before
            .iter()
            .filter(|(old, _)| !wanted.iter().any(|id| same_id(old, id)));
        for (old, _) in given_up {
            let row = mine.iter().find(|row| same_id(text_of(row, kind.lookup), old));
            if let Some(row) = row {
                org.delete(&page.caller, "PermissionSetAssignment", text_of(row, "Id"))?;
            }
        }
        Ok(())
    })
}

fn render(page: &Page, kind: Kind, enabled: &[Entry], errors: &[ApiError]) -> Response {
    let ids = VolatileIds::new(page.app.next_number());
    let name = user::name_of(page, "User", page.parameter("userId"));
    let available: Vec<Entry> = entries(page, kind)
        .into_iter()
        .filter(|(id, _)| !enabled.iter().any(|(e, _)| e == id))
        .collect();
    let sides = Sides {
        available_title: kind.available,
        available: &available,
        enabled_title: kind.enabled,
        enabled,
    };
    let body = html! {
        (page_title(page.text(kind.title), &name))
        form id=(ids.ending("theForm")) method="post" action=(page.within_frame(&action(page))) {
            @if !errors.is_empty() {
                div class="message errorM3" role="alert" { div class="messageText" {
                    @for error in errors { div { strong { (page.text("Error:")) } " " (error.message) } }
                } }
            }
            div class="bPageBlock" {
                div class="pbHeader" { table { tr { td class="pbTitle" { h2 class="mainTitle" { (page.text(kind.title)) } } td class="pbButton" { (buttons(page, &ids)) } } } }
                div class="pbBody" { (dueling_list::render(page, &ids, &sides)) }
                div class="pbBottomButtons" { (buttons(page, &ids)) }
            }
        }
    };
    page.classic(View::new(page.text(kind.title), body).with_script("dueling_list.js"))
}

fn action(page: &Page) -> String {
    let group = if page.parameter("isPermsetGroup") == "1" {
        "&isPermsetGroup=1"
    } else {
        ""
    };
    format!(
        "/udd/PermissionSet/assignPermissionSet.apexp?userId={}{group}",
        short_id(page.parameter("userId"))
    )
}

fn buttons(page: &Page, ids: &VolatileIds) -> Markup {
    html! {
        input class="btn" type="submit" id=(ids.ending("save")) name=(ids.ending("save")) value=(page.text("Save")); " "
        input class="btn" type="submit" name=(ids.ending("cancel")) value=(page.text("Cancel"));
    }
}

fn ask_to_continue(page: &Page, kind: Kind, posted: &str) -> Response {
    let ids = VolatileIds::new(page.app.next_number());
    let body = html! {
        (page_title(page.text(kind.title), &user::name_of(page, "User", page.parameter("userId"))))
        form id=(ids.ending("theForm")) method="post" action=(page.within_frame(&action(page))) {
            input type="hidden" name=(ids.ending("backingList")) value=(posted);
            div class="bPageBlock" {
                div class="pbBody" { p { "Changing assignments changes what this user may do. Do you want to continue?" } }
                div class="pbBottomButtons" {
                    input class="btn" type="submit" id=(ids.ending("continue")) name=(ids.ending("continue")) value=(page.text("Continue")); " "
                    input class="btn" type="submit" name=(ids.ending("cancel")) value=(page.text("Cancel"));
                }
            }
        }
    };
    page.classic(View::new(page.text(kind.title), body))
}
