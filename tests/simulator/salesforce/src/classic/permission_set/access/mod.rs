//! Object and field permissions of a permission set (Salesforce fact §2; the edit controls are inferred).

mod controls;
pub mod objects;
mod store;

use axum::response::Response;
use maud::{Markup, html};
use simulated_org::schema::{Field, Object};
use simulated_org::{ApiError, Record, short_id};

use self::controls::Controls;
use self::store::{FieldRights, ObjectRights};
use crate::classic::View;
use crate::classic::layout::page_title;
use crate::classic::view_state::Posted;
use crate::fields::Fields;
use crate::page::{Page, text_of};

/// Field of ObjectPermissions and its label.
const RIGHTS: [(&str, &str); 7] = [
    ("PermissionsRead", "Read"),
    ("PermissionsCreate", "Create"),
    ("PermissionsEdit", "Edit"),
    ("PermissionsDelete", "Delete"),
    ("PermissionsViewAllRecords", "View All"),
    ("PermissionsModifyAllRecords", "Modify All"),
    ("PermissionsViewAllFields", "View All Fields"),
];

/// What a permission set allows on one object and its fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Rights {
    object: ObjectRights,
    fields: FieldRights,
}

/// Shows the permissions of one object for reading.
pub fn show(page: &Page, set: &Record, object: &str) -> Response {
    let Some(object) = find(page, object) else {
        return crate::classic::missing(page);
    };
    let rights = store::read(page, set, &object);
    render(page, set, &object, &rights, false, &[])
}

/// Edit shows the same page with checkboxes; Save stores them.
pub fn save(page: &Page, set: &Record, object: &str, fields: &Fields) -> Response {
    let Some(object) = find(page, object) else {
        return crate::classic::missing(page);
    };
    let posted = Posted::read(page, fields);
    if posted.has("edit") {
        let rights = store::read(page, set, &object);
        return render(page, set, &object, &rights, true, &[]);
    }
    let view = format!(
        "{}?s=EntityPermissions&o={}",
        path_of(set),
        objects::name_in_url(&object)
    );
    if !posted.has("save") {
        return page.redirect(&view);
    }
    let wanted = controls::read(&posted, &object);
    match store::write(page, set, &object, &wanted) {
        Ok(()) => page.redirect(&view),
        Err(errors) => render(page, set, &object, &wanted, true, &errors),
    }
}

fn path_of(set: &Record) -> String {
    format!("/{}", short_id(text_of(set, "Id")))
}

/// The object that `o` names: by API name, or a custom one by its durable id.
fn find(page: &Page, wanted: &str) -> Option<Object> {
    let schema = page.app.org().schema.clone();
    let found = schema
        .objects()
        .find(|o| !o.is_setup() && (o.name == wanted || objects::name_in_url(o) == wanted));
    found.cloned()
}

/// The fields that the table lists: parts of compound fields have no permissions of their own.
fn listed_fields(object: &Object) -> impl Iterator<Item = &Field> {
    object
        .fields
        .iter()
        .filter(|field| field.compound.is_none() && field.name != "Id")
}

fn render(
    page: &Page,
    set: &Record,
    object: &Object,
    rights: &Rights,
    editing: bool,
    errors: &[ApiError],
) -> Response {
    let controls = Controls::new(page, editing);
    let path = format!(
        "{}?s=EntityPermissions&o={}",
        path_of(set),
        objects::name_in_url(object)
    );
    let body = html! {
        (page_title(page.text("Permission Set"), text_of(set, "Label")))
        p class="settingsPath" {
            a href=(path_of(set)) { (page.text("Permission Set Overview")) } " > "
            a href={ (path_of(set)) "?s=EntityPermissions" } { (page.text("Object Settings")) } " > " strong { (object.label_plural) }
        }
        form method="post" action=(page.within_frame(&path)) {
            @for error in errors { div class="message errorM3" role="alert" { div class="messageText" { strong { (page.text("Error:")) } " " (error.message) } } }
            div class="bPageBlock" {
                div class="pbHeader" { table { tr { td class="pbTitle" { h2 class="mainTitle" { (object.label_plural) } } td class="pbButton" { (controls.buttons()) } } } }
                div class="pbBody" {
                    div class="pbSubheader" { h3 { (page.text("Object Permissions")) } }
                    (object_table(page, &controls, rights))
                    div class="pbSubheader" { h3 { (page.text("Field Permissions")) } }
                    (field_table(page, &controls, object, rights))
                }
                div class="pbBottomButtons" { (controls.buttons()) }
            }
            (controls.view_state())
        }
    };
    let view = View::new(
        format!("{}: {}", page.text("Permission Set"), text_of(set, "Label")),
        body,
    );
    page.classic(if editing {
        view.with_script("access.js")
    } else {
        view
    })
}

fn object_table(page: &Page, controls: &Controls<'_>, rights: &Rights) -> Markup {
    html! {
        table class="list objectPermissions" {
            thead { tr class="headerRow" { th { (page.text("Permission Name")) } th class="check" { (page.text("Enabled")) } } }
            tbody { @for (field, label) in RIGHTS {
                (controls.object_row(field, label, rights.object.contains(field)))
            } }
        }
    }
}

fn field_table(page: &Page, controls: &Controls<'_>, object: &Object, rights: &Rights) -> Markup {
    html! {
        table class="list fieldPermissions" {
            thead { tr class="headerRow" {
                th scope="col" { (page.text("Field Name")) }
                th scope="col" class="check" { (page.text("Read Access")) }
                th scope="col" class="check" { (page.text("Edit Access")) }
            } }
            tbody { @for field in listed_fields(object) {
                (controls.field_row(field, rights.fields.get(&field.name).copied().unwrap_or_default()))
            } }
        }
    }
}
