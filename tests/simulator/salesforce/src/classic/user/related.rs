//! The related lists beneath a user (Salesforce fact §4).

use maud::{Markup, html};
use simulated_org::{Record, same_id, short_id};

use crate::page::{Page, text_of};

/// The assigned permission sets, without the set that belongs to the profile.
pub fn permission_sets(page: &Page, user_id: &str) -> Markup {
    let rows = assigned(page, user_id, "PermissionSetId", "PermissionSet", "Label");
    let edit = format!("/udd/PermissionSet/assignPermissionSet.apexp?userId={user_id}");
    list(
        page,
        user_id,
        "RelatedPermsetAssignmentList",
        "Permission Set Assignments",
        "Permission Set Name",
        &edit,
        &rows,
    )
}

/// The assigned permission set groups; its button has the same name as the one of the permission sets.
pub fn permission_set_groups(page: &Page, user_id: &str) -> Markup {
    let rows = assigned(
        page,
        user_id,
        "PermissionSetGroupId",
        "PermissionSetGroup",
        "MasterLabel",
    );
    let edit = format!("/udd/PermissionSet/assignPermissionSet.apexp?userId={user_id}&isPermsetGroup=1");
    list(
        page,
        user_id,
        "RelatedPermsetGroupAssignmentList",
        "Permission Set Group Assignments",
        "Permission Set Group Name",
        &edit,
        &rows,
    )
}

/// The assigned permission set licences.
pub fn permission_set_licenses(page: &Page, user_id: &str) -> Markup {
    let org = page.app.org();
    let mine = org
        .store
        .rows("PermissionSetLicenseAssign")
        .filter(|row| same_id(text_of(row, "AssigneeId"), user_id));
    let rows: Vec<(String, String)> = mine
        .filter_map(|row| {
            org.store
                .get("PermissionSetLicense", text_of(row, "PermissionSetLicenseId"))
        })
        .map(|license| {
            (
                text_of(license, "Id").to_owned(),
                text_of(license, "MasterLabel").to_owned(),
            )
        })
        .collect();
    drop(org);
    let edit = format!("/udd/Licensing/assignPermissionSetLicense.apexp?userId={user_id}");
    list(
        page,
        user_id,
        "RelatedPermsetLicenseAssignmentList",
        "Permission Set License Assignments",
        "License",
        &edit,
        &rows,
    )
}

/// Id and label of what is assigned through one lookup of PermissionSetAssignment.
fn assigned(page: &Page, user_id: &str, lookup: &str, object: &str, label: &str) -> Vec<(String, String)> {
    let org = page.app.org();
    let mine = org
        .store
        .rows("PermissionSetAssignment")
        .filter(|row| same_id(text_of(row, "AssigneeId"), user_id));
    mine.filter(|row| lookup == "PermissionSetGroupId" || text_of(row, "PermissionSetGroupId").is_empty())
        .filter_map(|row| org.store.get(object, text_of(row, lookup)))
        .filter(|row| !of_profile(row))
        .map(|row| (text_of(row, "Id").to_owned(), text_of(row, label).to_owned()))
        .collect()
}

fn of_profile(set: &Record) -> bool {
    crate::page::is_true(set, "IsOwnedByProfile")
}

fn list(
    page: &Page,
    user_id: &str,
    kind: &str,
    title: &'static str,
    column: &'static str,
    edit: &str,
    rows: &[(String, String)],
) -> Markup {
    html! {
        div class="bRelatedList" id={ (user_id) "_" (kind) } {
            div class="pbHeader" { table { tr {
                td class="pbTitle" { h3 id={ (user_id) "_" (kind) "_title" } { (page.text(title)) } }
                td class="pbButton" { @if kind == "RelatedPermsetLicenseAssignmentList" {
                    input class="btn" type="button" name="editPermSetLicenseAssignments" value=(page.text("Edit Assignments")) data-href=(edit);
                } @else {
                    input class="btn" type="button" name="editPermSetAssignments" value=(page.text("Edit Assignments")) data-href=(edit);
                } }
            } } }
            div class="pbBody" id={ (user_id) "_" (kind) "_body" } {
                @if rows.is_empty() {
                    div class="noRecords" { (page.text("No records to display")) }
                } @else {
                    table class="list" {
                        thead { tr class="headerRow" { th { (page.text("Action")) } th { (page.text(column)) } } }
                        tbody { @for (id, label) in rows { tr class="dataRow" {
                            td class="actionColumn" { a class="actionLink" href=(edit) { "Del" } }
                            th scope="row" { a href={ "/" (short_id(id)) } { (label) } }
                        } } }
                    }
                }
            }
        }
    }
}
