//! The objects of the org and their fields, as describe tells them.

mod access_objects;
mod crm_objects;
mod field;
mod object;
mod security_objects;
mod user_objects;

use serde::{Deserialize, Serialize};

pub use field::Field;
pub use object::Object;
pub use user_objects::SYSTEM_PERMISSIONS;

/// The object that only queries of the Tooling API know.
pub(crate) const TOOLING_ONLY: &str = "ValidationRule";

/// The type of a field, named as describe names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FieldType {
    /// The record's own id.
    Id,
    /// One line of text.
    String,
    /// Several lines of text.
    TextArea,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A web address.
    Url,
    /// A checkbox.
    Boolean,
    /// A whole number.
    Int,
    /// A number.
    Double,
    /// An amount of money.
    Currency,
    /// A percentage.
    Percent,
    /// A day.
    Date,
    /// A day and time.
    DateTime,
    /// One of a list.
    Picklist,
    /// Several of a list, joined by `;`.
    MultiPicklist,
    /// The id of another record.
    Reference,
    /// A compound address; read-only.
    Address,
    /// A file.
    Base64,
}

/// Every object that the org knows.
#[derive(Clone, Debug)]
pub struct Schema {
    objects: Vec<Object>,
}

impl Schema {
    /// The objects of a standard org, and then these custom ones.
    pub fn with_custom(custom: Vec<Object>) -> Self {
        let mut objects = user_objects::objects();
        objects.extend(access_objects::objects());
        objects.extend(security_objects::objects());
        objects.extend(crm_objects::objects());
        objects.extend(custom);
        Self { objects }
    }

    /// The same with person accounts: reading accounts then needs reading contacts, not the other way round
    /// (Salesforce fact §7, seen).
    pub(crate) fn with_person_accounts(mut self) -> Self {
        for object in &mut self.objects {
            match object.name.as_str() {
                "Account" => {
                    object.depends_on = vec!["Contact".to_owned()];
                    object
                        .fields
                        .push(field::flag("IsPersonAccount").read_only().for_all());
                }
                "Contact" => object.depends_on.clear(),
                _ => {}
            }
        }
        self
    }

    /// The same with picklists of states and countries beside the texts of each address.
    pub(crate) fn with_state_country_picklists(mut self) -> Self {
        for object in &mut self.objects {
            let parts = object.fields.iter().filter(|field| field.compound.is_some());
            let codes: Vec<Field> = parts
                .filter_map(|part| {
                    let values: &[&str] = if part.name.ends_with("State") {
                        &["CA", "NY", "TX"]
                    } else if part.name.ends_with("Country") {
                        &["US", "CA", "DE", "JP"]
                    } else {
                        return None;
                    };
                    let code = field::pick(&format!("{}Code", part.name), values).restricted();
                    Some(code.part_of(part.compound.as_deref()?))
                })
                .collect();
            object.fields.extend(codes);
        }
        self
    }

    /// The same with these fields more on an object; none where there is no such object.
    pub(crate) fn with_fields(mut self, object: &str, fields: Vec<Field>) -> Option<Self> {
        let found = self.objects.iter_mut().find(|own| own.name == object)?;
        found.fields.extend(fields);
        Some(self)
    }

    /// The object with this API name; case does not count.
    pub fn object(&self, name: &str) -> Option<&Object> {
        self.objects
            .iter()
            .find(|object| object.name.eq_ignore_ascii_case(name))
    }

    /// All objects.
    pub fn objects(&self) -> impl Iterator<Item = &Object> {
        self.objects.iter()
    }

    /// The object whose ids begin as this one does.
    pub fn object_of_id(&self, id: &str) -> Option<&Object> {
        let prefix = id.get(..3)?;
        self.objects.iter().find(|object| object.key_prefix == prefix)
    }

    /// The child relationships of an object: each child object with the field that refers to it.
    pub fn children<'a>(&'a self, parent: &'a str) -> impl Iterator<Item = (&'a Object, &'a Field)> + 'a {
        self.objects.iter().flat_map(move |child| {
            let refers = move |field: &&Field| {
                field.child_relationship.is_some()
                    && field
                        .reference_to
                        .iter()
                        .any(|target| target.eq_ignore_ascii_case(parent))
            };
            child
                .fields
                .iter()
                .filter(refers)
                .map(move |field| (child, field))
        })
    }
}
