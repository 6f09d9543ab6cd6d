//! The checkboxes and buttons of the page, in the markup that this run drew.

use maud::{Markup, html};
use simulated_org::schema::{Field, Object};

use super::store::{FieldRight, FieldRights};
use super::{RIGHTS, Rights, listed_fields};
use crate::classic::view_state::Posted;
use crate::classic::volatile::VolatileIds;
use crate::page::Page;
use crate::variation::PermissionControls;

/// One rendering of the controls.
pub struct Controls<'a> {
    page: &'a Page,
    ids: VolatileIds,
    editing: bool,
}

/// One checkbox: what it is for the server and for a reader.
struct Checkbox<'a> {
    role: &'a str,
    label: String,
    ticked: bool,
    fixed: bool,
}

impl<'a> Controls<'a> {
    /// Controls for reading or for editing.
    pub fn new(page: &'a Page, editing: bool) -> Self {
        Self {
            page,
            ids: VolatileIds::new(page.app.next_number()),
            editing,
        }
    }

    /// The hidden field that belongs at the end of the form.
    pub fn view_state(&self) -> Markup {
        self.ids.view_state(self.page)
    }

    /// Edit when reading; Save and Cancel when editing.
    pub fn buttons(&self) -> Markup {
        let button = |role: &str, label: &'static str| {
            let name = match self.page.app.variation.permission_controls {
                PermissionControls::NamedByApiName => role.to_owned(),
                PermissionControls::VolatileWithLabels => self.ids.ending(role),
                PermissionControls::VolatileWithTitles => self.ids.whole(),
            };
            self.ids.remember(role, &name);
            html! {
                input class="btn" type="submit" name=(name) value=(self.page.text(label)) title=(self.page.text(label)); " "
            }
        };
        html! {
            @if self.editing { (button("save", "Save")) (button("cancel", "Cancel")) } @else { (button("edit", "Edit")) }
        }
    }

    /// The row of one object permission.
    pub fn object_row(&self, field: &str, label: &'static str, ticked: bool) -> Markup {
        let label = self.page.text(label);
        let checkbox = Checkbox {
            role: field,
            label: label.to_owned(),
            ticked,
            fixed: false,
        };
        html! { tr class="dataRow" {
            @if self.labels_are_elements() && self.editing {
                @let (name, input) = self.input(&checkbox);
                th scope="row" { label for=(name) { (label) } } td class="check" { (input) }
            } @else {
                th scope="row" { (label) } td class="check" { (self.cell(&checkbox)) }
            }
        } }
    }

    /// The row of one field; what is required of everybody is ticked and fixed.
    pub fn field_row(&self, field: &Field, right: FieldRight) -> Markup {
        let fixed = !field.permissionable;
        let field_label = self.page.app.org().settings.field_label(field);
        let cell = |right: &str, access: &'static str, ticked: bool| {
            let label = format!("{field_label} {}", self.page.text(access));
            let checkbox = Checkbox {
                role: &role_of(field, right),
                label: label.clone(),
                ticked: ticked || fixed,
                fixed,
            };
            html! { td class="check" {
                @if self.labels_are_elements() && self.editing {
                    @let (name, input) = self.input(&checkbox);
                    label class="assistiveText" for=(name) { (label) } (input)
                } @else {
                    (self.cell(&checkbox))
                }
            } }
        };
        html! { tr class="dataRow" {
            th scope="row" { (field_label) }
            (cell("read", "Read Access", right.read))
            (cell("edit", "Edit Access", right.edit))
        } }
    }

    fn labels_are_elements(&self) -> bool {
        self.page.app.variation.permission_controls == PermissionControls::VolatileWithLabels
    }

    fn cell(&self, checkbox: &Checkbox<'_>) -> Markup {
        if self.editing {
            return self.input(checkbox).1;
        }
        html! { @if checkbox.ticked { span class="ticked" title="Checked" { "✓" } } @else { span class="unticked" title="Not Checked" {} } }
    }

    /// The checkbox and the id and name that it got.
    fn input(&self, checkbox: &Checkbox<'_>) -> (String, Markup) {
        let controls = self.page.app.variation.permission_controls;
        let name = match controls {
            PermissionControls::NamedByApiName => checkbox.role.to_owned(),
            _ => self.ids.whole(),
        };
        let title = (controls == PermissionControls::VolatileWithTitles).then_some(&checkbox.label);
        self.ids.remember(checkbox.role, &name);
        let markup = html! {
            input type="checkbox" id=(name) name=(name) value="1" title=[title] checked[checkbox.ticked] disabled[checkbox.fixed];
        };
        (name, markup)
    }
}

fn role_of(field: &Field, right: &str) -> String {
    format!("{}.{right}", field.name)
}

/// What was ticked when the page was posted.
pub fn read(posted: &Posted<'_>, object: &Object) -> Rights {
    let object_rights = RIGHTS
        .iter()
        .map(|(field, _)| *field)
        .filter(|field| posted.has(field))
        .collect();
    let permissionable = listed_fields(object).filter(|field| field.permissionable);
    let field_rights: FieldRights = permissionable
        .map(|field| {
            let of = |right: &str| posted.has(&role_of(field, right));
            (
                field.name.clone(),
                FieldRight {
                    read: of("read"),
                    edit: of("edit"),
                },
            )
        })
        .collect();
    Rights {
        object: object_rights,
        fields: field_rights,
    }
}
