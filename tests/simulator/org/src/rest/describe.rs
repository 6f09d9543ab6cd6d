//! `/sobjects` and `/sobjects/X/describe`: the schema as the caller may see it.

use serde_json::{Map, Value, json};

use crate::schema::{Field, FieldType, Object};
use crate::{Access, ObjectAccess, Record, Row};

use super::call::{Refusal, Reply};
use super::service::{Answer, Context};

/// The record type that every object has.
const MASTER_RECORD_TYPE: &str = "012000000000000AAA";

/// Every object that the caller may read.
pub(super) fn all(context: &Context<'_>) -> Answer {
    let access = context.org.access(&context.caller.user_id);
    let objects: Vec<Value> = context
        .org
        .schema
        .objects()
        .filter(|object| access.object(&object.name).read)
        .map(|object| Value::Object(summary(context, object, &access)))
        .collect();
    Ok(Reply::ok(
        json!({ "encoding": "UTF-8", "maxBatchSize": 200, "sobjects": objects }),
    ))
}

/// What is said of an object without its fields.
pub(super) fn basic(context: &Context<'_>, name: &str) -> Answer {
    let access = context.org.access(&context.caller.user_id);
    let object = find(context, name, &access)?;
    let summary = summary(context, object, &access);
    Ok(Reply::ok(json!({ "objectDescribe": summary, "recentItems": [] })))
}

/// An object with the fields that the caller may read.
pub(super) fn object(context: &Context<'_>, name: &str) -> Answer {
    let access = context.org.access(&context.caller.user_id);
    let object = find(context, name, &access)?;
    let mut described = summary(context, object, &access);
    let names = context.org.names(Some(&access), context.version, "");
    let fields = names
        .fields(object)
        .map(|described| field(context, object, described, &access))
        .collect();
    described.insert("fields".to_owned(), Value::Array(fields));
    let children = context
        .org
        .schema
        .children(&object.name)
        .filter(|(child, _)| access.object(&child.name).read);
    let children = children.map(|(child, reference)| {
        json!({
            "childSObject": child.name,
            "field": reference.name,
            "relationshipName": reference.child_relationship,
            "cascadeDelete": false,
            "deprecatedAndHidden": false,
            "restrictedDelete": false,
        })
    });
    described.insert("childRelationships".to_owned(), children.collect());
    described.insert("recordTypeInfos".to_owned(), record_types(context, object));
    Ok(Reply::ok(Value::Object(described)))
}

/// The record types of an object; the master is always there, and alone where the org has made none.
fn record_types(context: &Context<'_>, object: &Object) -> Value {
    let rows = context.org.store.rows("RecordType");
    let own: Vec<_> = rows
        .filter(|row| row.text("SobjectType") == Some(&object.name))
        .collect();
    let info = |name: &str, developer: &str, id: &str, active: bool, first: bool| {
        json!({
            "active": active, "available": active, "defaultRecordTypeMapping": first, "developerName": developer,
            "master": developer == "Master", "name": name, "recordTypeId": id,
            "urls": { "layout": format!("{}/sobjects/{}/describe/layouts/{id}", context.base(), object.name) },
        })
    };
    let text = |row: &Record, field: &str| row.text(field).unwrap_or_default().to_owned();
    let mut infos: Vec<Value> = own
        .iter()
        .enumerate()
        .map(|(place, row)| {
            let (name, developer) = (text(row, "Name"), text(row, "DeveloperName"));
            info(
                &name,
                &developer,
                &text(row, "Id"),
                row.flag("IsActive"),
                place == 0,
            )
        })
        .collect();
    infos.push(info("Master", "Master", MASTER_RECORD_TYPE, true, own.is_empty()));
    Value::Array(infos)
}

fn find<'c>(context: &'c Context<'_>, name: &str, access: &Access) -> Result<&'c Object, Refusal> {
    let object = context.org.schema.object(name);
    object
        .filter(|object| access.object(&object.name).read)
        .ok_or_else(Refusal::not_found)
}

fn summary(context: &Context<'_>, object: &Object, access: &Access) -> Map<String, Value> {
    let ObjectAccess {
        create, edit, delete, ..
    } = access.object(&object.name);
    let base = format!("{}/sobjects/{}", context.base(), object.name);
    let key_prefix = (!object.key_prefix.is_empty()).then_some(object.key_prefix.as_str());
    let summary = json!({
        "name": object.name,
        "label": object.label,
        "labelPlural": object.label_plural,
        "keyPrefix": key_prefix,
        "custom": object.custom,
        "customSetting": false,
        "createable": object.createable && create,
        "updateable": object.updateable && edit,
        "deletable": object.deletable && delete,
        "undeletable": object.deletable && delete,
        "queryable": true,
        "retrieveable": true,
        "searchable": !object.is_setup(),
        "layoutable": !object.is_setup(),
        "triggerable": !object.is_setup(),
        "deprecatedAndHidden": false,
        "feedEnabled": false,
        "mergeable": false,
        "replicateable": true,
        "activateable": false,
        "urls": {
            "sobject": base,
            "describe": format!("{base}/describe"),
            "rowTemplate": format!("{base}/{{ID}}"),
        },
    });
    match summary {
        Value::Object(summary) => summary,
        _ => Map::new(),
    }
}

fn field(context: &Context<'_>, object: &Object, field: &Field, access: &Access) -> Value {
    let objects = access.object(&object.name);
    let may = access.field(&object.name, &field.name);
    // A field that is not under field permissions follows the object's.
    let createable = object.createable && field.createable && objects.create && may.edit;
    let updateable = object.updateable && field.updateable && objects.edit && may.edit;
    let values = field.values.iter().map(|value| {
        let is_default = field.default == value.as_str();
        json!({ "active": true, "defaultValue": is_default, "label": value, "validFor": null, "value": value })
    });
    let is_name = match object.field("Name") {
        Some(name) => name.name == field.name,
        None => false,
    };
    json!({
        "name": field.name,
        "label": context.org.settings.field_label(field),
        "type": field.kind,
        "soapType": soap_type(field.kind),
        "length": field.length,
        "byteLength": field.length * 3,
        "digits": if field.kind == FieldType::Int { 8 } else { 0 },
        "precision": if is_decimal(field.kind) { 18 } else { 0 },
        "scale": if is_decimal(field.kind) { 2 } else { 0 },
        "nillable": field.nillable,
        "createable": createable,
        "updateable": updateable,
        "permissionable": field.permissionable,
        "defaultedOnCreate": field.defaulted_on_create,
        "defaultValue": field.default,
        "referenceTo": field.reference_to,
        "relationshipName": field.relationship,
        "picklistValues": values.collect::<Vec<_>>(),
        "restrictedPicklist": field.restricted,
        "dependentPicklist": false,
        "compoundFieldName": field.compound,
        "filterable": field.filterable,
        "sortable": field.filterable,
        "groupable": field.filterable && !is_decimal(field.kind),
        "aggregatable": field.filterable,
        "unique": field.unique,
        "custom": field.name.ends_with("__c"),
        "nameField": is_name,
        "calculated": field.calculated,
        "calculatedFormula": null,
        "autoNumber": field.numbered,
        "caseSensitive": false,
        "deprecatedAndHidden": false,
        "externalId": false,
        "idLookup": field.kind == FieldType::Id,
        "inlineHelpText": null,
        "htmlFormatted": false,
    })
}

fn is_decimal(kind: FieldType) -> bool {
    matches!(kind, FieldType::Double | FieldType::Currency | FieldType::Percent)
}

fn soap_type(kind: FieldType) -> &'static str {
    match kind {
        FieldType::Id | FieldType::Reference => "tns:ID",
        FieldType::Boolean => "xsd:boolean",
        FieldType::Int => "xsd:int",
        FieldType::Double | FieldType::Currency | FieldType::Percent => "xsd:double",
        FieldType::Date => "xsd:date",
        FieldType::DateTime => "xsd:dateTime",
        FieldType::Address => "urn:address",
        FieldType::Base64 => "xsd:base64Binary",
        _ => "xsd:string",
    }
}
