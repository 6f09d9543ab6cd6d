//! The markup of the user form.

use std::collections::BTreeMap;

use axum::response::Response;
use maud::{Markup, PreEscaped, html};
use simulated_org::{Record, short_id};

use super::edit::{CHECKBOXES, Errors, FIELDS};
use crate::classic::View;
use crate::classic::layout::{error_summary, field_error, page_title};
use crate::page::{Page, is_true, text_of};

/// Shows the form with these values; `license` is the chosen user licence, `notify` the checkbox at the bottom.
pub fn render(
    page: &Page,
    id: Option<&str>,
    user: &Record,
    license: &str,
    notify: bool,
    errors: &Errors,
) -> Response {
    let title = if id.is_none() {
        page.text("New User")
    } else {
        page.text("User Edit")
    };
    let action = id.map_or_else(|| "/005/e".to_owned(), |id| format!("/{}/e", short_id(id)));
    let form = Form { page, user, errors };
    let body = html! {
        (page_title(page.text("User Edit"), title))
        form id="editPage" name="editPage" method="post" action=(page.within_frame(&action)) autocomplete="off"
            data-refill=(page.app.variation.profile_refill_ms) data-alert=[page.app.variation.alert_on_save.then_some("1")] {
            div class="bPageBlock bEditBlock" id="ep" {
                div class="pbHeader" { table { tr { td class="pbTitle" { h2 class="mainTitle" { (page.text("User Edit")) } } td class="pbButton" id="topButtonRow" { (buttons(page)) } } } }
                div class="pbBody" {
                    (error_summary(page, !errors.is_empty()))
                    (field_error(page, errors.get("").map(String::as_str)))
                    (subheader(page, "General Information", true))
                    (general(&form, license))
                    (subheader(page, "Locale Settings", false))
                    (locale(&form))
                    div class="mtopmbottom" {
                        input type="checkbox" id="new_password" name="new_password" value="1" checked[notify];
                        label for="new_password" { " " (page.text("Generate new password and notify user immediately")) }
                    }
                }
                div class="pbBottomButtons" id="bottomButtonRow" { (buttons(page)) }
            }
        }
        script type="application/json" id="profilesByLicense" { (PreEscaped(profiles(page))) }
    };
    page.classic(View::new(title, body).with_script("new_user.js"))
}

fn buttons(page: &Page) -> Markup {
    html! {
        input class="btn" type="submit" name="save" value=(page.text("Save")); " "
        input class="btn" type="submit" name="save_new" value=(page.text("Save & New")); " "
        input class="btn" type="submit" name="cancel" value=(page.text("Cancel"));
    }
}

fn subheader(page: &Page, title: &'static str, explain: bool) -> Markup {
    html! { div class="pbSubheader" { h3 { (page.text(title)) } @if explain { span class="requiredText" { "▮ = " (page.text("Required Information")) } } } }
}

/// The profiles of each licence, for the script that refills Profile.
fn profiles(page: &Page) -> String {
    let org = page.app.org();
    let mut by_license: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
    for row in org.store.rows("Profile") {
        let entry = by_license
            .entry(short_id(text_of(row, "UserLicenseId")))
            .or_default();
        entry.push((short_id(text_of(row, "Id")), text_of(row, "Name")));
    }
    by_license
        .values_mut()
        .for_each(|profiles| profiles.sort_by_key(|(_, name)| name.to_lowercase()));
    serde_json::to_string(&by_license)
        .unwrap_or_default()
        .replace('<', "\\u003c")
}

/// One rendering of the form.
struct Form<'a> {
    page: &'a Page,
    user: &'a Record,
    errors: &'a Errors,
}

impl Form<'_> {
    fn cells(&self, label: &'static str, id: &str, control: Markup) -> Markup {
        let known = FIELDS.iter().find(|(name, ..)| *name == id);
        let required = known.is_some_and(|(.., required)| *required);
        let error = known.and_then(|(_, field, _)| self.errors.get(*field));
        html! {
            td class={ "labelCol" @if required { " requiredInput" } } { label for=(id) { @if required { span class="requiredMark" { "*" } } (self.page.text(label)) } }
            td class="dataCol" {
                @if required { div class="requiredInput" { div class="requiredBlock" {} (control) } } @else { (control) }
                (field_error(self.page, error.map(String::as_str)))
            }
        }
    }

    fn text(&self, label: &'static str, id: &str, longest: u32) -> Markup {
        let value = FIELDS
            .iter()
            .find(|(name, ..)| *name == id)
            .map_or("", |(_, field, _)| text_of(self.user, field));
        self.cells(
            label,
            id,
            html! { input type="text" id=(id) name=(id) value=(value) maxlength=(longest) size="20"; },
        )
    }

    fn checkbox(&self, label: &'static str, id: &str) -> Markup {
        let ticked = CHECKBOXES
            .iter()
            .any(|(name, field)| *name == id && is_true(self.user, field));
        self.cells(
            label,
            id,
            html! { input type="checkbox" id=(id) name=(id) value="1" checked[ticked]; },
        )
    }

    fn select(&self, label: &'static str, id: &str, chosen: &str, options: &[(String, String)]) -> Markup {
        self.cells(label, id, html! {
            select id=(id) name=(id) { @for (value, text) in options { option value=(value) selected[value == chosen] { (text) } } }
        })
    }
}

fn rows_as_options(
    page: &Page,
    object: &str,
    label: &str,
    wanted: impl Fn(&Record) -> bool,
) -> Vec<(String, String)> {
    let org = page.app.org();
    let rows = org.store.rows(object).filter(|row| wanted(row));
    let mut options: Vec<_> = rows
        .map(|row| {
            (
                short_id(text_of(row, "Id")).to_owned(),
                text_of(row, label).to_owned(),
            )
        })
        .collect();
    options.sort_by_key(|(_, name)| name.to_lowercase());
    options
}

fn general(form: &Form<'_>, license: &str) -> Markup {
    let none = || vec![(String::new(), form.page.text("--None--").to_owned())];
    let mut roles = vec![(String::new(), "<None Specified>".to_owned())];
    roles.extend(rows_as_options(form.page, "UserRole", "Name", |_| true));
    let mut licenses = none();
    licenses.extend(rows_as_options(form.page, "UserLicense", "MasterLabel", |_| true));
    let license = short_id(license);
    let mut profiles = none();
    profiles.extend(rows_as_options(form.page, "Profile", "Name", |row| {
        short_id(text_of(row, "UserLicenseId")) == license && !license.is_empty()
    }));
    let role = short_id(text_of(form.user, "UserRoleId"));
    let profile = short_id(text_of(form.user, "ProfileId"));
    let left = [
        form.text("First Name", "name_firstName", 40),
        form.text("Last Name", "name_lastName", 80),
        form.text("Alias", "Alias", 8),
        form.text("Email", "Email", 128),
        form.text("Username", "Username", 80),
        form.text("Nickname", "CommunityNickname", 40),
        form.text("Title", "Title", 80),
        form.text("Company", "CompanyName", 80),
        form.text("Department", "Department", 80),
        form.text("Division", "Division", 80),
    ];
    let right = [
        form.select("Role", "role", role, &roles),
        form.select("User License", "user_license_id", license, &licenses),
        form.select("Profile", "Profile", profile, &profiles),
        form.checkbox("Active", "active"),
        form.checkbox("Marketing User", "UserPermissions_0"),
    ];
    html! {
        table class="detailList" { tbody {
            @for (index, cells) in left.iter().enumerate() {
                tr { (cells) @if let Some(cells) = right.get(index) { (cells) } @else { td {} td {} } }
            }
        } }
    }
}

fn locale(form: &Form<'_>) -> Markup {
    let choices = |field: &str, known: &[(&str, &str)]| -> Vec<(String, String)> {
        let chosen = text_of(form.user, field);
        let mut options: Vec<_> = known
            .iter()
            .map(|(v, t)| ((*v).to_owned(), (*t).to_owned()))
            .collect();
        if !known.iter().any(|(value, _)| *value == chosen) && !chosen.is_empty() {
            options.push((chosen.to_owned(), chosen.to_owned()));
        }
        options
    };
    let row = |label, field: &str, known: &[(&str, &str)]| {
        html! { tr { (form.select(label, field, text_of(form.user, field), &choices(field, known))) td {} td {} } }
    };
    html! {
        table class="detailList" { tbody {
            (row("Time Zone", "TimeZoneSidKey", &[
                ("America/Los_Angeles", "(GMT-08:00) Pacific Standard Time (America/Los_Angeles)"),
                ("Europe/London", "(GMT+00:00) Greenwich Mean Time (Europe/London)"),
                ("Asia/Tokyo", "(GMT+09:00) Japan Standard Time (Asia/Tokyo)"),
            ]))
            (row("Locale", "LocaleSidKey", &[("en_US", "English (United States)"), ("en_GB", "English (United Kingdom)"), ("ja_JP", "Japanese (Japan)")]))
            (row("Language", "LanguageLocaleKey", &[("en_US", "English"), ("ja", "Japanese")]))
            (row("Email Encoding", "EmailEncodingKey", &[("UTF-8", "Unicode (UTF-8)"), ("ISO-8859-1", "General US & Western Europe (ISO-8859-1, ISO-LATIN-1)")]))
        } }
    }
}
