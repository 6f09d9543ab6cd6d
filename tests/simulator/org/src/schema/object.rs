//! One object, and the words in which the tables of objects write it.

use super::FieldType;
use super::field::{Field, flag, label_of, refer, text};

/// One object.
#[derive(Clone, Debug)]
pub struct Object {
    /// API name.
    pub name: String,
    /// English label.
    pub label: String,
    /// English plural label.
    pub label_plural: String,
    /// First three characters of its ids; empty for rows without an id.
    pub key_prefix: String,
    /// The system permission that reading its rows needs; none means that object permissions decide.
    pub read_right: Option<&'static str>,
    /// The system permission that writing its rows needs; none means that object permissions decide.
    pub write_right: Option<&'static str>,
    /// Rows may be made.
    pub createable: bool,
    /// Rows may be changed.
    pub updateable: bool,
    /// Rows may be deleted.
    pub deletable: bool,
    /// Made by the org's administrator, not by Salesforce.
    pub custom: bool,
    /// The objects that must be readable too before this one may be (Salesforce fact §7, seen).
    pub depends_on: Vec<String>,
    /// Its fields.
    pub fields: Vec<Field>,
}

impl Object {
    pub(crate) fn new(name: &str, key_prefix: &str, fields: Vec<Field>) -> Self {
        let id = Field {
            nillable: false,
            ..Field::new("Id", FieldType::Id)
        };
        let mut all = Vec::new();
        if !key_prefix.is_empty() {
            all.push(id.label(&format!("{} ID", label_of(name))).read_only().for_all());
        }
        all.extend(fields);
        for field in &mut all {
            // The name and the owner of a record are no matter of field permissions.
            if field.name == "OwnerId" || (field.name == "Name" && !field.nillable) {
                field.permissionable = false;
            }
        }
        Self {
            name: name.to_owned(),
            label: label_of(name),
            label_plural: format!("{}s", label_of(name)),
            key_prefix: key_prefix.to_owned(),
            read_right: None,
            write_right: None,
            createable: true,
            updateable: true,
            deletable: true,
            custom: false,
            depends_on: Vec::new(),
            fields: all,
        }
    }

    /// An object that is not standard, with a name and an owner.
    pub(crate) fn custom(
        name: &str,
        key_prefix: &str,
        label: &str,
        plural: &str,
        fields: Vec<Field>,
    ) -> Self {
        let mut all = vec![text("Name", 80).required()];
        all.extend(fields);
        let object = Self::new(name, key_prefix, all).labels(label, plural).owned();
        Self {
            custom: true,
            ..object
        }
    }

    /// With other labels than those that follow from the name.
    pub(crate) fn labels(mut self, label: &str, plural: &str) -> Self {
        self.label = label.to_owned();
        self.label_plural = plural.to_owned();
        self
    }

    /// A table of Setup: system permissions decide who reads and who writes it.
    pub(crate) fn setup(mut self, read: &'static str, write: &'static str) -> Self {
        self.read_right = Some(read);
        self.write_right = Some(write);
        for field in &mut self.fields {
            field.permissionable = false;
        }
        self
    }

    /// Rows come and go by the org alone.
    pub(crate) fn kept_by_org(mut self) -> Self {
        (self.createable, self.updateable, self.deletable) = (false, false, false);
        self
    }

    /// Rows may not be deleted.
    pub(crate) fn never_deleted(mut self) -> Self {
        self.deletable = false;
        self
    }

    /// Reading it needs read access to these too.
    pub(crate) fn depends_on(mut self, others: &[&str]) -> Self {
        self.depends_on = others.iter().map(|other| (*other).to_owned()).collect();
        self
    }

    /// With the fields that tell who made and changed a row, and when.
    pub(crate) fn stamped(mut self) -> Self {
        for (name, relation) in [("Created", "CreatedBy"), ("LastModified", "LastModifiedBy")] {
            let date = Field::new(&format!("{name}Date"), FieldType::DateTime);
            let by = refer(&format!("{relation}Id"), &["User"]);
            for field in [date, by] {
                let field = Field {
                    nillable: false,
                    defaulted_on_create: true,
                    ..field
                };
                self.fields.push(field.read_only().for_all());
            }
        }
        let modified = Field::new("SystemModstamp", FieldType::DateTime);
        let modified = Field {
            nillable: false,
            defaulted_on_create: true,
            ..modified
        };
        self.fields.push(modified.read_only().for_all());
        self
    }

    /// A record of business data: stamped, with an owner and a mark for the recycle bin.
    pub(crate) fn owned(mut self) -> Self {
        let owner = refer("OwnerId", &["User"]).for_all();
        self.fields.push(Field {
            nillable: false,
            defaulted_on_create: true,
            ..owner
        });
        self.fields
            .push(flag("IsDeleted").read_only().label("Deleted").for_all());
        self.stamped()
    }

    /// The field with this API name; case does not count.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields
            .iter()
            .find(|field| field.name.eq_ignore_ascii_case(name))
    }

    /// The id that names the object in URLs: the API name, for a custom object an id that begins with `01I`.
    pub fn durable_id(&self) -> String {
        if self.custom {
            format!("01I0000000{:0>5}", self.key_prefix)
        } else {
            self.name.clone()
        }
    }

    /// Whether system permissions, not object permissions, decide who may use it.
    pub fn is_setup(&self) -> bool {
        self.read_right.is_some()
    }
}
