//! The page of a new permission set, a Visualforce page with generated ids.

use axum::response::Response;
use maud::{Markup, html};
use serde_json::json;
use simulated_org::{ApiError, Record, long_id, short_id};

use crate::classic::View;
use crate::classic::layout::{error_summary, field_error, page_title};
use crate::classic::view_state::Posted;
use crate::classic::volatile::VolatileIds;
use crate::fields::Fields;
use crate::page::{Page, text_of};
use crate::variation::{LicenseLabel, LicenseSelect, LicenseValue, SaveButton, SessionCheckbox};

/// What the user typed, kept when the save is refused.
#[derive(Default)]
struct Draft {
    label: String,
    api_name: String,
    description: String,
    session_activation: bool,
    license: String,
}

/// Shows the empty form.
pub async fn show(page: Page) -> Response {
    render(&page, &Draft::default(), &[])
}

/// Stores the permission set and goes to its page, or shows the form again with what was wrong.
pub async fn save(page: Page, fields: Fields) -> Response {
    if fields.has_ending("cancel") {
        return page.redirect("/0PS");
    }
    let posted = Posted::read(&page, &fields);
    let draft = Draft {
        label: fields.ending(":permSetLabelInput").to_owned(),
        api_name: fields.ending(":permSetDevNameInput").to_owned(),
        description: fields.ending(":description").to_owned(),
        session_activation: posted.has("session"),
        license: posted.value("license").to_owned(),
    };
    match store(&page, &draft) {
        Ok(id) => page.redirect(&format!("/{}", short_id(&id))),
        Err(errors) => render(&page, &draft, &errors),
    }
}

fn store(page: &Page, draft: &Draft) -> Result<String, Vec<ApiError>> {
    let mut record = Record::new();
    record.insert("Label".into(), json!(draft.label));
    record.insert("Name".into(), json!(draft.api_name));
    record.insert("HasActivationRequired".into(), json!(draft.session_activation));
    if !draft.description.is_empty() {
        record.insert("Description".into(), json!(draft.description));
    }
    if let Some(id) = license_id(&draft.license) {
        record.insert("LicenseId".into(), json!(id));
    }
    page.app.org().create(&page.caller, "PermissionSet", record)
}

/// The licence's 18-character id in an option value, whichever way the values are written.
fn license_id(value: &str) -> Option<String> {
    let id = value.rsplit(':').next().filter(|id| id.len() >= 15)?;
    Some(long_id(id))
}

fn option_value(page: &Page, kind: &str, id: &str) -> String {
    match page.app.variation.license_value {
        LicenseValue::ShortId => short_id(id).to_owned(),
        LicenseValue::LongId => id.to_owned(),
        LicenseValue::KindAndId => format!("{kind}:{}", short_id(id)),
    }
}

/// Value and label of every licence that a permission set may have.
fn licenses(page: &Page) -> Vec<(String, String)> {
    let org = page.app.org();
    let of = |object: &str, kind: &str| -> Vec<(String, String)> {
        let rows = org.store.rows(object);
        rows.map(|row| {
            (
                option_value(page, kind, text_of(row, "Id")),
                text_of(row, "MasterLabel").to_owned(),
            )
        })
        .collect()
    };
    let mut all = of("UserLicense", "UL");
    all.extend(of("PermissionSetLicense", "PSL"));
    all.sort_by_key(|(_, label)| label.to_lowercase());
    all
}

fn render(page: &Page, draft: &Draft, errors: &[ApiError]) -> Response {
    let ids = VolatileIds::new(page.app.next_number());
    let title = page.text("Permission Set");
    let about = |fields: &[&str]| {
        errors
            .iter()
            .find(|e| e.fields.iter().any(|f| fields.contains(&f.as_str())))
            .map(|e| e.message.as_str())
    };
    let known = ["Label", "Name", "Description", "LicenseId"];
    let body = html! {
        (page_title(title, page.text("Create")))
        form id=(ids.ending("theForm")) method="post" action=(page.within_frame("/udd/PermissionSet/newPermissionSet.apexp")) autocomplete="off" {
            div class="bPageBlock" {
                div class="pbHeader" { table { tr { td class="pbTitle" { h2 { (page.text("Create")) } } td class="pbButton" { (buttons(page, &ids)) } } } }
                div class="pbBody" {
                    (error_summary(page, !errors.is_empty()))
                    @for error in errors.iter().filter(|e| !e.fields.iter().any(|f| known.contains(&f.as_str()))) {
                        (field_error(page, Some(&error.message)))
                    }
                    div class="pbSubheader" { h3 { (page.text("Enter permission set information")) } }
                    table class="detailList" { tbody {
                        (text_row(page, "Label", &ids.ending("permSetLabelInput"), &draft.label, 80, about(&["Label"])))
                        (text_row(page, "API Name", &ids.ending("permSetDevNameInput"), &draft.api_name, 80, about(&["Name"])))
                        (description_row(page, &ids, draft))
                        (session_row(page, &ids, draft))
                    } }
                    div class="pbSubheader" { h3 { (page.text("Select the type of users who will use this permission set")) } }
                    table class="detailList" { tbody { (license_row(page, &ids, draft, about(&["LicenseId"]))) } }
                }
                div class="pbBottomButtons" { (buttons(page, &ids)) }
            }
            (ids.view_state(page))
        }
    };
    page.classic(View::new(title, body).with_script("permission_set.js"))
}

fn buttons(page: &Page, ids: &VolatileIds) -> Markup {
    let (id, name) = match page.app.variation.save_button {
        SaveButton::Plain => ("save".to_owned(), "save".to_owned()),
        SaveButton::Suffixed => (ids.ending("save"), ids.ending("save")),
        SaveButton::Volatile => (ids.whole(), ids.whole()),
    };
    html! {
        input class="btn" type="submit" id=(id) name=(name) value=(page.text("Save"));
        " "
        input class="btn" type="submit" name=(ids.ending("cancel")) value=(page.text("Cancel"));
    }
}

fn text_row(
    page: &Page,
    label: &'static str,
    id: &str,
    value: &str,
    longest: u32,
    error: Option<&str>,
) -> Markup {
    html! {
        tr {
            td class="labelCol requiredInput" { label for=(id) { span class="requiredMark" { "*" } (page.text(label)) } }
            td class="dataCol" { div class="requiredInput" {
                div class="requiredBlock" {}
                input type="text" id=(id) name=(id) value=(value) maxlength=(longest) size="40" class=[error.map(|_| "error")];
                (field_error(page, error))
            } }
        }
    }
}

fn description_row(page: &Page, ids: &VolatileIds, draft: &Draft) -> Markup {
    let id = ids.ending("description");
    html! {
        tr {
            td class="labelCol" { label for=(id) { (page.text("Description")) } }
            td class="dataCol" { textarea id=(id) name=(id) rows="3" cols="50" { (draft.description) } }
        }
    }
}

fn session_row(page: &Page, ids: &VolatileIds, draft: &Draft) -> Markup {
    let id = match page.app.variation.session_checkbox {
        SessionCheckbox::Suffixed => ids.ending("sessionActivation"),
        SessionCheckbox::Volatile => ids.whole(),
    };
    ids.remember("session", &id);
    html! {
        tr {
            td class="labelCol" { label for=(id) { (page.text("Session Activation Required")) } }
            td class="dataCol" { input type="checkbox" id=(id) name=(id) value="1" checked[draft.session_activation];  }
        }
    }
}

fn license_row(page: &Page, ids: &VolatileIds, draft: &Draft, error: Option<&str>) -> Markup {
    let id = match page.app.variation.license_select {
        LicenseSelect::Suffixed => ids.ending("permSetLicenseSelect"),
        LicenseSelect::Short => ids.ending("license"),
        LicenseSelect::Volatile => ids.whole(),
    };
    ids.remember("license", &id);
    let label = page.text(match page.app.variation.license_label {
        LicenseLabel::License => "License",
        LicenseLabel::UserLicense => "User License",
    });
    html! {
        tr { td colspan="2" class="question" { (page.text("Who will use this permission set?")) } }
        tr {
            td class="labelCol" { label for=(id) { (label) } }
            td class="dataCol" {
                select id=(id) name=(id) {
                    option value="" { (page.text("--None--")) }
                    @for (value, name) in licenses(page) { option value=(value) selected[value == draft.license] { (name) } }
                }
                (field_error(page, error))
            }
        }
    }
}
