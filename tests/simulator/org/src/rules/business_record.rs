//! Business records: names, compound addresses, references, sharing, duplicates and files.

use serde_json::{Map, Value, json};

use super::errors::{Errors, closed_reference, missing, no_such_reference, one};
use super::record;
use crate::Record;
use crate::access::ObjectAccess;
use crate::org::{Caller, Means, Org};
use crate::schema::{FieldType, Object};
use crate::store::Row;

impl Org {
    /// Each reference that the caller gives leads to a record of the right object that the caller may read.
    pub(super) fn check_references(
        &self,
        caller: &Caller,
        object: &Object,
        changes: &Record,
    ) -> Result<(), Errors> {
        for field in object
            .fields
            .iter()
            .filter(|field| field.kind == FieldType::Reference)
        {
            let Some(id) = changes.text(&field.name) else {
                continue;
            };
            let target = field
                .reference_to
                .iter()
                .find_map(|name| Some((name, self.store.get(name, id)?)));
            let (name, row) = target.ok_or_else(|| no_such_reference(&field.name))?;
            let target = self
                .schema
                .object(name)
                .ok_or_else(|| no_such_reference(&field.name))?;
            let readable =
                target.is_setup() || self.may_see(caller, self.access_of(caller, target), target, row);
            if !readable {
                return Err(closed_reference(&field.name));
            }
        }
        Ok(())
    }

    /// Whether object permissions and the sharing default let a caller see a record (Salesforce fact §7, seen).
    fn may_see(&self, caller: &Caller, access: ObjectAccess, object: &Object, row: &Record) -> bool {
        let private = self.sharing_default(&object.name) == Some("None");
        let own = row.text("OwnerId").is_none_or(|owner| owner == caller.user_id);
        access.read && (access.view_all || !private || own)
    }

    /// Whether sharing lets a caller change a record.
    pub(super) fn may_change(
        &self,
        caller: &Caller,
        access: ObjectAccess,
        object: &Object,
        row: &Record,
    ) -> bool {
        let closed = matches!(self.sharing_default(&object.name), Some("None" | "Read"));
        let own = row.text("OwnerId").is_none_or(|owner| owner == caller.user_id);
        access.modify_all || !closed || own
    }

    fn sharing_default(&self, object: &str) -> Option<&str> {
        self.store
            .rows("Organization")
            .next()?
            .text(&format!("Default{object}Access"))
    }

    pub(super) fn check_new_record(
        &mut self,
        caller: &Caller,
        object: &Object,
        row: &mut Record,
    ) -> Result<(), Errors> {
        if object.name == "CampaignMember" && row.text("LeadId").is_none() && row.text("ContactId").is_none()
        {
            return Err(missing(vec!["LeadId".to_owned(), "ContactId".to_owned()]));
        }
        self.check_duplicates(caller, object, row)?;
        if object.name == "Case" {
            let number = self.store.rows("Case").count() + 1001;
            row.insert("CaseNumber".to_owned(), Value::from(format!("{number:08}")));
        }
        complete(object, row);
        Ok(())
    }

    /// An active duplicate rule refuses a save through the API, even one that only alerts (Salesforce fact §7, seen).
    fn check_duplicates(&self, caller: &Caller, object: &Object, row: &Record) -> Result<(), Errors> {
        let mut rules = self.store.rows("DuplicateRule");
        let active =
            rules.any(|rule| rule.text("SobjectType") == Some(&object.name) && rule.flag("IsActive"));
        if caller.means == Means::System || !active {
            return Ok(());
        }
        let key = if object.field("Email").is_some() {
            "Email"
        } else {
            "Name"
        };
        let same = |other: &Record| {
            let (mine, theirs) = (row.text(key), other.text(key));
            mine.zip(theirs)
                .is_some_and(|(mine, theirs)| mine.eq_ignore_ascii_case(theirs))
        };
        if self.store.rows(&object.name).any(same) {
            return Err(one("DUPLICATES_DETECTED", "Use one of these records?"));
        }
        Ok(())
    }

    /// A new file gets its document, and a link to the record that it was made for.
    pub(super) fn file_was_created(&mut self, id: &str) {
        let Some(file) = self.store.get("ContentVersion", id).cloned() else {
            return;
        };
        let mut document = file.text("ContentDocumentId").map(str::to_owned);
        if document.is_none() {
            let fields = json!({
                "Title": file.get("Title"), "LatestPublishedVersionId": id, "OwnerId": file.get("OwnerId"),
                "CreatedDate": file.get("CreatedDate"), "CreatedById": file.get("CreatedById"),
            });
            document = Some(self.store.insert("ContentDocument", "069", record(fields)));
        }
        let Some(document) = document else { return };
        if let Some(file) = self.store.get_mut("ContentVersion", id) {
            file.insert("ContentDocumentId".to_owned(), Value::from(document.as_str()));
        }
        let owner = file.text("OwnerId").map(|owner| (owner, "I"));
        let place = file.text("FirstPublishLocationId").map(|place| (place, "V"));
        for (entity, share) in owner.into_iter().chain(place) {
            let link = json!({
                "ContentDocumentId": document, "LinkedEntityId": entity, "ShareType": share, "Visibility": "AllUsers",
            });
            self.store.insert("ContentDocumentLink", "06A", record(link));
        }
    }
}

/// Sets what follows from other fields: a person's full name and compound addresses.
pub(super) fn complete(object: &Object, row: &mut Record) {
    if object.field("LastName").is_some() && object.field("Name").is_some_and(|name| !name.createable) {
        let parts = [row.text("FirstName"), row.text("LastName")];
        let name = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        row.insert("Name".to_owned(), Value::from(name));
    }
    for compound in object
        .fields
        .iter()
        .filter(|field| field.kind == FieldType::Address)
    {
        let prefix = compound.name.strip_suffix("Address").unwrap_or_default();
        let parts = ["Street", "City", "State", "PostalCode", "Country"];
        let part = |part: &str| {
            row.get(&format!("{prefix}{part}"))
                .cloned()
                .unwrap_or(Value::Null)
        };
        let mut address = Map::new();
        for name in parts {
            let mut key = name.to_owned();
            if let Some(first) = key.get_mut(0..1) {
                first.make_ascii_lowercase();
            }
            address.insert(key, part(name));
        }
        let empty = address.values().all(Value::is_null);
        row.insert(
            compound.name.clone(),
            if empty {
                Value::Null
            } else {
                Value::Object(address)
            },
        );
    }
}
