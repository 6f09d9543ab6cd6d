//! Every numbered step, field and warning of the article, and where the guide has it.

use crate::files::{guide, steps};

/// A part of the article, and the step with its field or warning.
const COVERED: [(&str, &str, &str); 37] = [
    ("permission set 1: go to Setup", "open_setup", ""),
    (
        "permission set 2: Permission Sets under Users",
        "open_permission_sets",
        "",
    ),
    ("permission set 3: New", "new_permission_set", ""),
    (
        "permission set 4: Label",
        "fill_permission_set",
        "permission_set_label",
    ),
    (
        "permission set 4: API Name, customised if wished",
        "fill_permission_set",
        "permission_set_name",
    ),
    ("permission set 5: License", "fill_permission_set", "licence"),
    (
        "permission set 5: Salesforce API Integration",
        "fill_permission_set",
        "warning_look_alike_licence",
    ),
    ("permission set 6: Save", "save_permission_set", ""),
    ("user 1: Users", "open_users", ""),
    ("user 2: New User", "new_user", ""),
    ("user 3: First Name", "fill_user", "first_name"),
    ("user 3: Last Name", "fill_user", "last_name"),
    ("user 3: Alias", "fill_user", "alias"),
    ("user 3: Email", "fill_user", "email"),
    (
        "user 3: an active address, to be verified",
        "fill_user",
        "warning_active_email",
    ),
    ("user 3: Username", "fill_user", "username"),
    ("user 3: Nickname", "fill_user", "nickname"),
    ("user 4: User License", "fill_user", "user_licence"),
    ("user 4: Profile", "fill_user", "profile"),
    ("user 5: Save", "save_user", ""),
    ("user: verify through the e-mail", "verify_email", ""),
    ("user: the API-only screen after verifying", "api_only_notice", ""),
    (
        "assignment: do not close the user's page",
        "open_edit_assignments",
        "warning_stay_on_user_page",
    ),
    ("assignment: Edit Assignments", "open_edit_assignments", ""),
    (
        "assignment: from Available to Enabled",
        "choose_permission_set",
        "enabled_permission_sets",
    ),
    ("assignment: Save", "save_assignment", ""),
    (
        "note: no Jotform app from AppExchange",
        "save_assignment",
        "note_appexchange",
    ),
    ("Jotform 1: Settings tab", "open_form_settings", ""),
    ("Jotform 2: Integrations", "open_integrations", ""),
    (
        "Jotform 3: search for Salesforce",
        "search_salesforce",
        "integration_search",
    ),
    ("Jotform 3: click it", "choose_salesforce", ""),
    ("Jotform 4: Authenticate", "authenticate", ""),
    ("Jotform 5: log in and Allow", "allow", ""),
    ("Jotform 6: action", "choose_action", "action"),
    ("Jotform 7: Object", "choose_object", "object"),
    ("Jotform 7: map the fields", "map_fields", "mapping"),
    ("Jotform 8: Save", "save_integration", ""),
];

/// The optional switches of Jotform 7.
const TOGGLES: [&str; 2] = ["update_existing", "attachments"];

#[test]
fn every_part_of_the_article_has_its_place() {
    let guide = guide();
    for (part, step, detail) in COVERED {
        let step = steps(&guide)
            .find(|it| it.id == step)
            .unwrap_or_else(|| panic!("{part}: no step {step}"));
        let has_field = step.fields.iter().any(|field| field.id == detail);
        let has_warning = step.warnings.iter().any(|warning| warning == detail);
        assert!(detail.is_empty() || has_field || has_warning, "{part}: {detail}");
    }
    let toggles = steps(&guide).find(|step| step.id == "set_toggles").unwrap();
    for toggle in TOGGLES {
        assert!(toggles.fields.iter().any(|field| field.id == toggle), "{toggle}");
    }
}

#[test]
fn the_steps_stand_in_the_article_s_order() {
    let guide = guide();
    let at = |id: &str| steps(&guide).position(|step| step.id == id).unwrap();
    let places: Vec<usize> = COVERED.iter().map(|(_, step, _)| at(step)).collect();
    // The assignment's page is the user's own, so it comes before the login, which needs a mail first.
    let verified = COVERED
        .iter()
        .position(|(_, step, _)| *step == "verify_email")
        .unwrap();
    let in_order = |part: &[usize]| part.windows(2).all(|pair| pair.first() <= pair.last());
    assert!(in_order(&places[..verified]));
    assert!(in_order(&places[verified + 2..]));
}
