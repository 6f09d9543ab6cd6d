//! What a Visualforce page remembers of itself between showing a form and receiving it: which volatile name is what.

use maud::{Markup, html};

use crate::fields::Fields;

const NAME: &str = "com.salesforce.visualforce.ViewState";

/// A hidden field that says which name the control of this role got in this rendering.
pub fn remember(role: &str, name: &str) -> Markup {
    html! { input type="hidden" name=(NAME) value={ (role) "=" (name) }; }
}

/// The name that the control of this role had in the rendering that was posted; empty if there was none.
pub fn name_of(fields: &Fields, role: &str) -> String {
    let found = fields
        .all(NAME)
        .find_map(|entry| entry.split_once('=').filter(|(r, _)| *r == role));
    found.map(|(_, name)| name.to_owned()).unwrap_or_default()
}
