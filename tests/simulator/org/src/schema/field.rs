//! One field of an object, and the words in which the tables of objects write it.

use serde_json::Value;

use super::FieldType;

/// One field of an object.
#[derive(Clone, Debug)]
pub struct Field {
    /// API name.
    pub name: String,
    /// English label.
    pub label: String,
    /// Type.
    pub kind: FieldType,
    /// Longest text in characters; 0 where there is no limit.
    pub length: usize,
    /// May be empty.
    pub nillable: bool,
    /// May be given when a record is made.
    pub createable: bool,
    /// May be changed afterwards.
    pub updateable: bool,
    /// Gets a value by itself when none is given.
    pub defaulted_on_create: bool,
    /// The value it gets by itself.
    pub default: Value,
    /// The objects it may refer to.
    pub reference_to: Vec<String>,
    /// The name of the reference in a query (`Profile` for `ProfileId`).
    pub relationship: Option<String>,
    /// The name of this list in a query on the object referred to (`Contacts`).
    pub child_relationship: Option<String>,
    /// The values of a picklist.
    pub values: Vec<String>,
    /// Only its values are taken.
    pub restricted: bool,
    /// Whether field permissions apply to it (Salesforce fact §7, seen).
    pub permissionable: bool,
    /// The compound field it is a part of; field permissions sit there (Salesforce fact §7, seen).
    pub compound: Option<String>,
    /// Two records may not have the same value.
    pub unique: bool,
    /// A query may filter by it.
    pub filterable: bool,
    /// A formula.
    pub calculated: bool,
    /// Numbered by the org.
    pub numbered: bool,
}

impl Field {
    pub(super) fn new(name: &str, kind: FieldType) -> Self {
        Self {
            name: name.to_owned(),
            label: label_of(name),
            kind,
            length: 0,
            nillable: true,
            createable: true,
            updateable: true,
            defaulted_on_create: false,
            default: Value::Null,
            reference_to: Vec::new(),
            relationship: None,
            child_relationship: None,
            values: Vec::new(),
            restricted: false,
            permissionable: true,
            compound: None,
            unique: false,
            filterable: true,
            calculated: false,
            numbered: false,
        }
    }

    /// A field that is not standard.
    pub(crate) fn custom(name: &str, label: &str, kind: FieldType, length: usize, required: bool) -> Self {
        let field = Self {
            length,
            ..Self::new(name, kind)
        }
        .label(label);
        if required { field.required() } else { field }
    }

    pub(crate) fn with_values(self, values: Vec<String>, restricted: bool) -> Self {
        Self {
            values,
            restricted,
            ..self
        }
    }

    /// A formula, if so.
    pub(crate) fn formula(self, calculated: bool) -> Self {
        if !calculated {
            return self;
        }
        Self {
            calculated,
            ..self.read_only()
        }
    }

    /// Numbered by the org.
    pub(crate) fn numbered(self) -> Self {
        Self {
            numbered: true,
            ..self.read_only()
        }
    }

    pub(crate) fn with_target(self, target: Option<String>) -> Self {
        let relationship = self.name.strip_suffix("__c").map(|name| format!("{name}__r"));
        match target {
            Some(target) => Self {
                reference_to: vec![target],
                relationship,
                ..self
            },
            None => self,
        }
    }

    /// With another label than the one that follows from the name.
    pub fn label(mut self, label: &str) -> Self {
        self.label = label.to_owned();
        self
    }

    /// Universally required: may not be empty, and field permissions do not apply.
    pub fn required(mut self) -> Self {
        self.nillable = false;
        self.permissionable = false;
        self
    }

    /// Set by the org alone.
    pub fn read_only(mut self) -> Self {
        self.createable = false;
        self.updateable = false;
        self
    }

    /// Given when the record is made, and never changed.
    pub fn create_only(mut self) -> Self {
        self.updateable = false;
        self
    }

    /// Gets this value when none is given, and is then never empty.
    pub fn default(mut self, value: impl Into<Value>) -> Self {
        self.default = value.into();
        self.nillable = false;
        self.defaulted_on_create = true;
        self
    }

    /// Field permissions do not apply to it.
    pub fn for_all(mut self) -> Self {
        self.permissionable = false;
        self
    }

    /// A part of this compound field.
    pub fn part_of(mut self, compound: &str) -> Self {
        self.compound = Some(compound.to_owned());
        self
    }

    /// The object referred to lists these records under this name.
    pub fn listed_as(mut self, child_relationship: &str) -> Self {
        self.child_relationship = Some(child_relationship.to_owned());
        self
    }

    /// Takes only its values.
    pub fn restricted(mut self) -> Self {
        self.restricted = true;
        self
    }

    /// Two records may not have the same value.
    pub fn unique(mut self) -> Self {
        self.unique = true;
        self
    }

    /// A query may not filter by it.
    pub fn not_filterable(mut self) -> Self {
        self.filterable = false;
        self
    }
}

/// One line of text.
pub(crate) fn text(name: &str, length: usize) -> Field {
    Field {
        length,
        ..Field::new(name, FieldType::String)
    }
}

/// Several lines of text.
pub(crate) fn area(name: &str, length: usize) -> Field {
    Field {
        length,
        ..Field::new(name, FieldType::TextArea)
    }
}

/// A field of a type that needs no more than its name.
pub(crate) fn plain(name: &str, kind: FieldType) -> Field {
    let length = match kind {
        FieldType::Email => 80,
        FieldType::Phone => 40,
        FieldType::Url => 255,
        _ => 0,
    };
    Field {
        length,
        ..Field::new(name, kind)
    }
}

/// A checkbox, off unless said otherwise.
pub(crate) fn flag(name: &str) -> Field {
    Field::new(name, FieldType::Boolean).default(false)
}

/// One of these values.
pub(crate) fn pick(name: &str, values: &[&str]) -> Field {
    let values = values.iter().map(|value| (*value).to_owned()).collect();
    Field {
        values,
        length: 255,
        ..Field::new(name, FieldType::Picklist)
    }
}

/// A reference; its name in a query is the field's without `Id`.
pub(crate) fn refer(name: &str, targets: &[&str]) -> Field {
    let reference_to = targets.iter().map(|target| (*target).to_owned()).collect();
    let relationship = name.strip_suffix("Id").map(str::to_owned);
    let label = label_of(name.strip_suffix("Id").unwrap_or(name)) + " ID";
    Field {
        reference_to,
        relationship,
        label,
        length: 18,
        ..Field::new(name, FieldType::Reference)
    }
}

/// The English label that follows from an API name: `MobilePhone` gives `Mobile Phone`.
pub(super) fn label_of(name: &str) -> String {
    let name = name.strip_suffix("__c").unwrap_or(name).replace('_', " ");
    let mut label = String::new();
    let mut before_is_lower = false;
    for character in name.chars() {
        if character.is_uppercase() && before_is_lower {
            label.push(' ');
        }
        before_is_lower = character.is_lowercase() || character.is_ascii_digit();
        label.push(character);
    }
    label
}
