//! Classic pages: alone with Classic's header and sidebar, or within Lightning's frame.

mod assign;
mod components;
mod home;
mod layout;
mod other_lists;
pub mod permission_set;
pub mod user;
pub mod view_state;
mod volatile;

use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::get;

use crate::app::App;
use crate::fields::Fields;
use crate::page::Page;

pub use layout::View;

/// The Classic pages of the core host, and of the Setup host where the frame is on the same host.
pub fn routes() -> Router<App> {
    components::routes()
        .route("/setup/forcecomHomepage.apexp", get(home::show))
        .route("/home/home.jsp", get(home::show))
        .route(
            "/udd/PermissionSet/newPermissionSet.apexp",
            get(permission_set::new::show).post(permission_set::new::save),
        )
        .route(
            "/udd/PermissionSet/assignPermissionSet.apexp",
            get(assign::permission_sets::show).post(assign::permission_sets::save),
        )
        .route(
            "/udd/Licensing/assignPermissionSetLicense.apexp",
            get(assign::licenses::show).post(assign::licenses::save),
        )
        .route("/005/e", get(user::edit::show_new).post(user::edit::save_new))
        .route("/{key}/e", get(edit_by_key).post(save_by_key))
        .route("/{key}", get(by_key).post(post_by_key))
}

/// Classic names a record by its bare id and a list by the bare key prefix of its object.
async fn by_key(Path(key): Path<String>, page: Page) -> Response {
    match key.as_str() {
        "0PS" => permission_set::list::show(&page),
        "0PG" => other_lists::groups(&page),
        "0PL" => other_lists::licenses(&page),
        "00e" => other_lists::profiles(&page),
        id if id.starts_with("0PS") => permission_set::show(&page, id),
        "005" => user::list::show(&page),
        id if id.starts_with("005") => user::detail::show(&page, id),
        _ => missing(&page),
    }
}

async fn post_by_key(Path(key): Path<String>, page: Page, fields: Fields) -> Response {
    match key.as_str() {
        id if id.starts_with("0PS") => permission_set::save(&page, id, &fields),
        id if id.starts_with("005") => user::detail::act(&page, id),
        _ => missing(&page),
    }
}

async fn edit_by_key(Path(key): Path<String>, page: Page) -> Response {
    if key.starts_with("005") {
        user::edit::show_existing(&page, &key)
    } else {
        missing(&page)
    }
}

async fn save_by_key(Path(key): Path<String>, page: Page, fields: Fields) -> Response {
    if key.starts_with("005") {
        user::edit::save(&page, Some(&key), &fields)
    } else {
        missing(&page)
    }
}

/// The page for a record that does not exist or was deleted.
pub fn missing(page: &Page) -> Response {
    let body = maud::html! {
        table class="message errorM3" { tr { td { div class="messageText" {
            h4 { "Data Not Available" }
            p { "The data you were trying to access could not be found. It may be due to another user deleting the data or a system error." }
        } } } }
    };
    (
        StatusCode::NOT_FOUND,
        page.classic(View::new("Data Not Available", body)),
    )
        .into_response()
}
