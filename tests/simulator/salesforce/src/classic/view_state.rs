//! What a Visualforce page remembers between showing a form and receiving it: which control got which volatile name.

use maud::{Markup, html};

use crate::fields::Fields;
use crate::page::Page;

const NAME: &str = "com.salesforce.visualforce.ViewState";

/// Role of a control and the name it has in one rendering; a button that stands twice has two names.
pub type Names = Vec<(String, String)>;

/// A posted form, read by the roles of its controls.
pub struct Posted<'a> {
    fields: &'a Fields,
    names: Names,
}

impl<'a> Posted<'a> {
    /// Reads a form with the names of the rendering that was posted.
    pub fn read(page: &Page, fields: &'a Fields) -> Self {
        Self {
            fields,
            names: page.app.view_state(fields.get(NAME)).unwrap_or_default(),
        }
    }

    /// Whether a control of this role was posted: a ticked checkbox, a pressed button.
    pub fn has(&self, role: &str) -> bool {
        self.names_of(role).any(|name| self.fields.has(name))
    }

    /// The value of the control of this role; empty if it was not posted.
    pub fn value(&self, role: &str) -> &'a str {
        self.names_of(role)
            .next()
            .map_or("", |name| self.fields.get(name))
    }

    fn names_of(&self, role: &str) -> impl Iterator<Item = &str> {
        self.names
            .iter()
            .filter(move |(r, _)| r == role)
            .map(|(_, name)| name.as_str())
    }
}

/// The hidden field that stands for these names; it says nothing itself.
pub fn field(page: &Page, names: Names) -> Markup {
    let key = page.app.keep_view_state(names);
    html! { input type="hidden" id=(NAME) name=(NAME) value=(key); }
}
