//! Names of a query to objects, fields and relationships of the schema, as far as the caller may see them.

use crate::schema::{Field, Object, Schema, TOOLING_ONLY};
use crate::{Access, ApiError};

use super::messages;
use super::special;
use super::syntax::{FieldPath, Word};

/// Relationships that one path may pass.
const LONGEST_PATH: usize = 5;

/// What a query is resolved against.
#[derive(Clone, Copy)]
pub(crate) struct Names<'o> {
    pub schema: &'o Schema,
    /// What the caller may do; nothing is hidden where this is absent.
    pub access: Option<&'o Access>,
    /// The version of the REST interface that was asked, for example 65.
    pub version: u32,
    /// Whether the org has user access policies.
    pub user_access_policies: bool,
    /// Whether the Tooling API was asked.
    pub tooling: bool,
    /// Objects and fields that are shown to nobody.
    pub hidden: &'o [String],
    /// The query, for error messages.
    pub query: &'o str,
}

/// One relationship of a path.
#[derive(Clone, Debug)]
pub(super) struct Hop<'o> {
    /// The reference field.
    pub field: &'o Field,
    /// The relationship's name as the schema spells it.
    pub name: &'o str,
}

/// A path that exists.
#[derive(Clone, Debug)]
pub(super) struct Path<'o> {
    pub hops: Vec<Hop<'o>>,
    pub field: &'o Field,
    /// Byte offset in the query, for error messages.
    pub at: usize,
}

impl<'o> Names<'o> {
    /// The object of FROM; one that the caller may not read is as unknown as one that does not exist.
    pub(super) fn object(&self, word: &Word) -> Result<&'o Object, ApiError> {
        self.readable(&word.text)
            .ok_or_else(|| messages::unknown_object(self.query, word.at, &word.text))
    }

    /// The child object and its reference field for a child relationship of `parent`.
    pub(super) fn children(
        &self,
        parent: &'o Object,
        word: &Word,
    ) -> Result<(&'o Object, &'o Field), ApiError> {
        self.schema
            .children(&parent.name)
            .find(|(child, field)| {
                field
                    .child_relationship
                    .as_deref()
                    .is_some_and(|name| word.is(name))
                    && self.reads(child)
                    && self.sees(child, field)
            })
            .ok_or_else(|| messages::unknown_children(self.query, word.at, &word.text))
    }

    /// The fields of `object` that the caller may read.
    pub fn fields(&self, object: &'o Object) -> impl Iterator<Item = &'o Field> + use<'o> {
        let names = *self;
        object
            .fields
            .iter()
            .filter(move |field| names.sees(object, field))
    }

    /// A path from `object`, which the query may have given the name `alias`.
    pub(super) fn path(
        &self,
        object: &'o Object,
        alias: Option<&Word>,
        path: &FieldPath,
    ) -> Result<Path<'o>, ApiError> {
        let mut relationships = path.relationships.as_slice();
        if let Some((first, rest)) = relationships.split_first() {
            // Without an alias the object's own name may stand before a field.
            let own_name = alias.map_or(object.name.as_str(), |alias| alias.text.as_str());
            if first.is(own_name) && self.parent(object, first).is_none() {
                relationships = rest;
            }
        }
        if relationships.len() > LONGEST_PATH {
            let message = format!("Relationship depth of a path may not be more than {LONGEST_PATH}: {path}");
            return Err(messages::refused(self.query, path.at(), &message));
        }
        let mut here = object;
        let mut hops = Vec::new();
        for (index, word) in relationships.iter().enumerate() {
            let next = relationships.get(index + 1);
            let (field, targets) = self
                .parent(here, word)
                .ok_or_else(|| messages::unknown_parent(self.query, word.at, &word.text))?;
            if special::is_name_only(here, field) && (next.is_some() || !special::names_a_row(&path.field)) {
                let last = &path.field;
                return Err(messages::unknown_field(self.query, last.at, &last.text, "Name"));
            }
            let fits = |target: &&&'o Object| match next {
                Some(next) => self.parent(target, next).is_some(),
                None => self.field(target, &path.field.text).is_some(),
            };
            // A reference to several objects leads to the one that knows what comes next.
            here = match targets.iter().find(fits).or(targets.first()) {
                Some(target) => target,
                None => return Err(messages::unknown_parent(self.query, word.at, &word.text)),
            };
            hops.push(Hop {
                field,
                name: field.relationship.as_deref().unwrap_or_default(),
            });
        }
        let field = self.field(here, &path.field.text).ok_or_else(|| {
            messages::unknown_field(self.query, path.field.at, &path.field.text, &here.name)
        })?;
        Ok(Path {
            hops,
            field,
            at: path.at(),
        })
    }

    /// The readable field of `object` with this name.
    pub fn field(&self, object: &'o Object, name: &str) -> Option<&'o Field> {
        object.field(name).filter(|field| self.sees(object, field))
    }

    fn sees(&self, object: &Object, field: &Field) -> bool {
        let hides = |name: &String| name.split_once('.') == Some((&object.name, &field.name));
        special::exists(self, object, field)
            && !self.hidden.iter().any(hides)
            && self
                .access
                .is_none_or(|access| access.field_of(object, field).read)
    }

    /// Whether the caller may read records of `object`.
    pub fn reads(&self, object: &Object) -> bool {
        let known = self.tooling || object.name != TOOLING_ONLY;
        let shown = !self.hidden.contains(&object.name);
        let may = |access: &Access| access.object(&object.name).read;
        self.access.is_none_or(|access| known && shown && may(access))
    }

    fn readable(&self, name: &str) -> Option<&'o Object> {
        self.schema.object(name).filter(|object| self.reads(object))
    }

    fn parent(&self, object: &'o Object, word: &Word) -> Option<(&'o Field, Vec<&'o Object>)> {
        let field = object.fields.iter().find(|field| {
            field.relationship.as_deref().is_some_and(|name| word.is(name)) && self.sees(object, field)
        })?;
        Some((
            field,
            field
                .reference_to
                .iter()
                .filter_map(|target| self.readable(target))
                .collect(),
        ))
    }
}
