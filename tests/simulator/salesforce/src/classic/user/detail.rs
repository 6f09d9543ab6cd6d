//! The page of one user, `/005…`, with its related lists.

use axum::response::Response;
use maud::{Markup, html};
use serde_json::json;
use simulated_org::{Record, long_id, same_id, short_id};

use super::{license_label, name_of, related};
use crate::classic::View;
use crate::classic::layout::page_title;
use crate::page::{Page, is_true, text_of};

/// Shows the user.
pub fn show(page: &Page, id: &str) -> Response {
    let user = page.app.org().store.get("User", id).cloned();
    let Some(user) = user else {
        return crate::classic::missing(page);
    };
    let id = short_id(text_of(&user, "Id")).to_owned();
    let name = text_of(&user, "Name");
    let body = html! {
        (page_title(page.text("Users"), name))
        div class="bPageBlock bDetailBlock" id="ep" {
            div class="pbHeader" { table { tr { td class="pbTitle" { h2 class="mainTitle" { (page.text("User Detail")) } } td class="pbButton" id="topButtonRow" { (buttons(page, &id)) } } } }
            div class="pbBody" { table class="detailList" { tbody { (detail(page, &user)) } } }
            div class="pbBottomButtons" id="bottomButtonRow" { (buttons(page, &id)) }
        }
        (related::permission_sets(page, &id))
        (related::permission_set_groups(page, &id))
        (related::permission_set_licenses(page, &id))
    };
    page.classic(View::new(format!("{}: {name}", page.text("Users")), body))
}

/// Reset Password mails a link; Freeze keeps the user out, or lets the user in again.
pub fn act(page: &Page, id: &str) -> Response {
    match page.parameter("action") {
        "reset_password" => page.app.org().mail_link(&long_id(id), true),
        "freeze" => {
            if let Some(row) = login_row(page, id) {
                let change = Record::from([("IsFrozen".to_owned(), json!(!is_true(&row, "IsFrozen")))]);
                let refused = page
                    .app
                    .org()
                    .update(&page.caller, "UserLogin", text_of(&row, "Id"), change);
                if refused.is_err() {
                    return crate::classic::missing(page);
                }
            }
        }
        _ => return crate::classic::missing(page),
    }
    page.redirect(&super::path_of(id))
}

fn login_row(page: &Page, user_id: &str) -> Option<Record> {
    page.app
        .org()
        .store
        .rows("UserLogin")
        .find(|row| same_id(text_of(row, "UserId"), user_id))
        .cloned()
}

fn buttons(page: &Page, id: &str) -> Markup {
    let frozen = login_row(page, id).is_some_and(|row| is_true(&row, "IsFrozen"));
    html! {
        input class="btn" type="button" name="edit" value=(page.text("Edit")) data-href={ "/" (id) "/e?noredirect=1&isUserEntityOverride=1" }; " "
        input class="btn" type="button" name="resetPassword" value=(page.text("Reset Password")) data-do="action=reset_password"; " "
        input class="btn" type="button" name="freeze" value=(page.text(if frozen { "Unfreeze" } else { "Freeze" })) data-do="action=freeze"; " "
        @if page.app.variation.user_access_summary && page.is_framed() {
            input class="btn" type="button" name="viewSummary" value=(page.text("View Summary")) data-open={ "/lightning/setup/ManageUsers/" (id) "/summary" };
        }
    }
}

fn detail(page: &Page, user: &Record) -> Markup {
    let profile = page
        .app
        .org()
        .store
        .get("Profile", text_of(user, "ProfileId"))
        .cloned()
        .unwrap_or_default();
    let license = license_label(page, user);
    let active = if is_true(user, "IsActive") { "✓" } else { "" };
    let role = name_of(page, "UserRole", text_of(user, "UserRoleId"));
    let rows: [(&'static str, &str, &'static str, &str); 6] = [
        ("Name", text_of(user, "Name"), "Role", &role),
        ("Alias", text_of(user, "Alias"), "User License", &license),
        (
            "Email",
            text_of(user, "Email"),
            "Profile",
            text_of(&profile, "Name"),
        ),
        ("Username", text_of(user, "Username"), "Active", active),
        (
            "Nickname",
            text_of(user, "CommunityNickname"),
            "Title",
            text_of(user, "Title"),
        ),
        (
            "Company",
            text_of(user, "CompanyName"),
            "Department",
            text_of(user, "Department"),
        ),
    ];
    html! {
        @for (left, left_value, right, right_value) in rows {
            tr {
                td class="labelCol" { (page.text(left)) } td class="dataCol" { (shown(left, left_value, user)) }
                td class="labelCol" { (page.text(right)) } td class="dataCol" { (shown(right, right_value, user)) }
            }
        }
    }
}

/// A value as Classic shows it: an address and a lookup are links (inferred).
fn shown(label: &str, value: &str, user: &Record) -> Markup {
    let link = match label {
        "Email" => format!("mailto:{value}"),
        "Profile" => format!("/{}", short_id(text_of(user, "ProfileId"))),
        _ => return html! { (value) },
    };
    html! { a href=(link) { (value) } }
}
