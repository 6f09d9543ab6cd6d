//! The list of objects whose settings a permission set may hold.

use axum::response::Response;
use maud::html;
use simulated_org::Record;
use simulated_org::schema::Object;

use super::{RIGHTS, path_of, store};
use crate::classic::View;
use crate::classic::layout::page_title;
use crate::page::{Page, text_of};

/// The object as `o` names it: standard objects by API name, custom ones by their durable id (Salesforce fact §2).
pub fn name_in_url(object: &Object) -> String {
    object.durable_id()
}

/// `?s=EntityPermissions` without an object.
pub fn show(page: &Page, set: &Record) -> Response {
    let schema = page.app.org().schema.clone();
    let mut objects: Vec<&Object> = schema.objects().filter(|object| !object.is_setup()).collect();
    objects.sort_by(|a, b| a.label_plural.cmp(&b.label_plural));
    let body = html! {
        (page_title(page.text("Permission Set"), text_of(set, "Label")))
        p class="settingsPath" { a href=(path_of(set)) { (page.text("Permission Set Overview")) } " > " strong { (page.text("Object Settings")) } }
        div class="bPageBlock" {
            div class="pbHeader" { h2 class="mainTitle" { (page.text("Object Settings")) } }
            div class="pbBody" { table class="list" {
                thead { tr class="headerRow" { th { (page.text("Object Name")) } th { (page.text("Object Permissions")) } th { "Total Fields" } } }
                tbody { @for object in objects {
                    tr class="dataRow" {
                        th scope="row" { a href={ (path_of(set)) "?s=EntityPermissions&o=" (name_in_url(object)) } { (object.label_plural) } }
                        td { (granted(page, set, object)) }
                        td { (object.fields.len()) }
                    }
                } }
            } }
        }
    };
    page.classic(View::new(
        format!("{}: {}", page.text("Permission Set"), text_of(set, "Label")),
        body,
    ))
}

fn granted(page: &Page, set: &Record, object: &Object) -> String {
    let rights = store::read(page, set, object).object;
    let words: Vec<&str> = RIGHTS
        .iter()
        .filter(|(field, _)| rights.contains(field))
        .map(|(_, label)| page.text(label))
        .collect();
    if words.is_empty() {
        "No Access".to_owned()
    } else {
        words.join(", ")
    }
}
