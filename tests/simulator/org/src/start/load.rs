//! From a start state to an org, by the org's own rules.

use std::collections::BTreeMap;
use std::sync::Arc;

use rand::Rng;
use rand_chacha::ChaCha8Rng;
use serde_json::json;

use super::seed::seed;
use super::{
    AssignmentStart, AutomationKind, AutomationStart, ObjectRight, OrgStart, PermissionSetStart, RecordStart,
    UserStart, custom, rows,
};
use crate::Record;
use crate::clock::Clock;
use crate::error::{ApiError, StartError};
use crate::faults::Faults;
use crate::id::make_id;
use crate::log::RequestLog;
use crate::login::WayIn;
use crate::mail::Mail;
use crate::org::{Caller, Org};
use crate::rules::record as row;
use crate::schema::{Object, Schema};
use crate::settings::{OrgKind, OrgSettings};
use crate::standard::PROFILES;
use crate::store::{Row, Store};

/// Builds the org.
pub(crate) fn load(start: &OrgStart, mut random: ChaCha8Rng) -> Result<Org, StartError> {
    const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    let mut letter = || {
        char::from(
            LETTERS
                .get(random.random_range(0..LETTERS.len()))
                .copied()
                .unwrap_or(b'A'),
        )
    };
    let pod: String = [letter(), letter(), '0'].into_iter().collect();
    let organization_id = make_id("00D", &pod, random.random_range(1_000_000..900_000_000));
    let custom = start.custom_objects.iter().enumerate();
    let custom = custom
        .map(|(index, object)| custom::object(index, object))
        .collect::<Result<Vec<_>, _>>()?;
    let instance = if start.kind == OrgKind::Production {
        "NA231"
    } else {
        "CS10"
    };
    let mut org = Org {
        settings: OrgSettings {
            name: start.name.clone(),
            my_domain: start.my_domain.clone(),
            kind: start.kind,
            organization_id,
            language: start.language.clone(),
            // From a copy, so that what the seed decides otherwise stays what it is.
            label_seed: random.clone().random(),
            edition: start.edition.clone(),
            instance: instance.to_owned(),
            enhanced_domains: start.enhanced_domains,
            taken_usernames: start.taken_usernames.clone(),
            security: start.security.clone(),
            limits: start.limits.clone(),
            unknowns: start.unknowns.clone(),
            hidden: start.hidden.clone(),
        },
        store: Store::new(pod),
        schema: Arc::new(schema(custom, start)?),
        mail: Mail::default(),
        faults: Faults::default(),
        request_log: RequestLog::default(),
        clock: Clock::default(),
        sessions: Default::default(),
        logins: Default::default(),
        apps: Default::default(),
        automation: Vec::new(),
        random,
    };
    seed(&mut org, start);
    for app in start.connected_apps.iter().filter(|app| app.installed) {
        org.install_app(&app.name);
        org.restrict_app(&app.name, app.admin_approved_only);
    }
    for user in &start.users {
        add_user(&mut org, user)?;
    }
    for set in &start.permission_sets {
        add_set(&mut org, "PermissionSet", set)?;
    }
    for group in &start.permission_set_groups {
        add_group(&mut org, group)?;
    }
    for assignment in &start.assignments {
        assign(&mut org, assignment)?;
    }
    for record in &start.records {
        add_record(&mut org, record)?;
    }
    connect(&mut org, start);
    add_automation(&mut org, &start.automation)?;
    for row in &start.rows {
        rows::store(&mut org, row)?;
    }
    Ok(org)
}

/// Makes a record in the name of whoever the start state says, and has it changed by whom it says.
fn add_record(org: &mut Org, record: &RecordStart) -> Result<(), StartError> {
    let what = format!("a record of {}", record.object);
    let caller = |org: &Org, username: &str| -> Result<Caller, StartError> {
        let system = org.system();
        if username.is_empty() {
            return Ok(system);
        }
        let user_id = named(org, &what, "User", "Username", username)?;
        Ok(Caller { user_id, ..system })
    };
    let maker = caller(org, &record.created_by)?;
    let id = org
        .create(&maker, &record.object, record.fields.clone())
        .map_err(|errors| refused(what.clone(), errors))?;
    if record.modified_by.is_empty() {
        return Ok(());
    }
    let changer = caller(org, &record.modified_by)?;
    org.update(&changer, &record.object, &id, Record::new())
        .map_err(|errors| refused(what.clone(), errors))
}

fn schema(custom: Vec<Object>, start: &OrgStart) -> Result<Schema, StartError> {
    let mut schema = Schema::with_custom(custom);
    if start.person_accounts {
        schema = schema.with_person_accounts();
    }
    if start.state_country_picklists {
        schema = schema.with_state_country_picklists();
    }
    for (object, fields) in &start.custom_fields {
        let all = fields.iter().map(|field| custom::field(object, field));
        let all = all.collect::<Result<Vec<_>, _>>()?;
        schema = schema
            .with_fields(object, all)
            .ok_or_else(|| StartError::Unknown {
                what: "a custom field".to_owned(),
                kind: "object",
                name: object.clone(),
            })?;
    }
    Ok(schema)
}

fn create(org: &mut Org, object: &str, fields: Record, what: String) -> Result<String, StartError> {
    let caller = org.system();
    org.create(&caller, object, fields)
        .map_err(|errors| refused(what, errors))
}

fn refused(what: String, errors: Vec<ApiError>) -> StartError {
    let error = errors
        .into_iter()
        .next()
        .unwrap_or_else(|| ApiError::new("UNKNOWN_EXCEPTION", "no reason given"));
    StartError::Refused { what, error }
}

/// The id of the row whose field has this text.
fn named(org: &Org, what: &str, kind: &'static str, field: &str, name: &str) -> Result<String, StartError> {
    let found = org.store.find(kind, field, name).and_then(|row| row.text("Id"));
    found.map(str::to_owned).ok_or_else(|| StartError::Unknown {
        what: what.to_owned(),
        kind,
        name: name.to_owned(),
    })
}

fn add_user(org: &mut Org, user: &UserStart) -> Result<(), StartError> {
    let what = format!("the user {}", user.username);
    let standard = PROFILES.iter().find(|profile| profile.label == user.profile);
    let profile = standard.map_or(user.profile.as_str(), |profile| org.settings.label(profile.label));
    let profile = named(org, &what, "Profile", "Name", profile)?;
    let or = |text: &str, other: String| if text.is_empty() { other } else { text.to_owned() };
    let email = or(&user.email, user.username.clone());
    let initial: String = user.first_name.chars().take(1).collect();
    let alias: String = format!("{initial}{}", user.last_name)
        .to_lowercase()
        .chars()
        .take(8)
        .collect();
    let nickname = email.split('@').next().unwrap_or_default().to_owned();
    let language = or(&user.language, org.settings.language.clone());
    let fields = json!({
        "Username": user.username, "FirstName": user.first_name, "LastName": user.last_name, "Email": email,
        "Alias": or(&user.alias, alias), "CommunityNickname": or(&user.nickname, nickname), "ProfileId": profile,
        "IsActive": user.active, "TimeZoneSidKey": "America/Los_Angeles", "LocaleSidKey": "en_US",
        "LanguageLocaleKey": language, "EmailEncodingKey": "UTF-8",
        "HasUserVerifiedEmail": user.password.is_some(),
    });
    let id = create(org, "User", row(fields), what)?;
    org.set_way_in(
        &id,
        WayIn {
            password: user.password.clone(),
            password_expired: user.password_expired,
            devices_known: user.devices_known,
            verification_method: user.verification_method,
        },
    );
    org.set_login_flag(&id, "IsFrozen", user.frozen);
    org.set_login_flag(&id, "IsPasswordLocked", user.locked);
    if user.password.is_none() && user.active {
        org.mail_link(&id, false);
    }
    Ok(())
}

fn add_set(org: &mut Org, object: &'static str, set: &PermissionSetStart) -> Result<String, StartError> {
    let what = format!("the permission set {}", set.name);
    let mut fields = if object == "PermissionSet" {
        row(json!({"Name": set.name, "Label": set.label, "HasActivationRequired": set.session_activation}))
    } else {
        row(json!({"DeveloperName": set.name, "MasterLabel": set.label}))
    };
    if let Some(license) = &set.license {
        let id = named(org, &what, "PermissionSetLicense", "DeveloperName", license)
            .or_else(|_| named(org, &what, "UserLicense", "Name", license))?;
        fields.insert("LicenseId".to_owned(), json!(id));
    }
    for right in &set.system_permissions {
        fields.insert(format!("Permissions{right}"), json!(true));
    }
    let id = create(org, object, fields, what.clone())?;
    for (object, rights) in in_order_of_need(org, &set.object_permissions) {
        let mut fields = row(json!({"ParentId": id, "SobjectType": object}));
        fields.extend(rights.iter().map(|right| (right.field().to_owned(), json!(true))));
        create(org, "ObjectPermissions", fields, format!("{object} in {what}"))?;
    }
    for (field, rights) in &set.field_permissions {
        let object = field.split('.').next().unwrap_or_default();
        let mut fields = row(json!({"ParentId": id, "SobjectType": object, "Field": field}));
        fields.extend(rights.iter().map(|right| (right.field().to_owned(), json!(true))));
        create(org, "FieldPermissions", fields, format!("{field} in {what}"))?;
    }
    Ok(id)
}

/// Objects before those that depend on them.
fn in_order_of_need<'a>(
    org: &Org,
    permissions: &'a BTreeMap<String, Vec<ObjectRight>>,
) -> Vec<(&'a String, &'a Vec<ObjectRight>)> {
    let needs = |name: &str| {
        org.schema
            .object(name)
            .map_or(0, |object| object.depends_on.len())
    };
    let mut all: Vec<_> = permissions.iter().collect();
    all.sort_by_key(|(name, _)| needs(name));
    all
}

fn add_group(org: &mut Org, group: &super::GroupStart) -> Result<(), StartError> {
    let what = format!("the permission set group {}", group.name);
    let fields = row(json!({"DeveloperName": group.name, "MasterLabel": group.label}));
    let id = create(org, "PermissionSetGroup", fields, what.clone())?;
    let sets = group
        .permission_sets
        .iter()
        .map(|set| named(org, &what, "PermissionSet", "Name", set));
    let mut sets = sets.collect::<Result<Vec<_>, _>>()?;
    if let Some(muted) = &group.muted {
        sets.push(add_set(org, "MutingPermissionSet", muted)?);
    }
    for set in sets {
        let fields = row(json!({"PermissionSetGroupId": id, "PermissionSetId": set}));
        create(org, "PermissionSetGroupComponent", fields, what.clone())?;
    }
    Ok(())
}

fn assign(org: &mut Org, assignment: &AssignmentStart) -> Result<(), StartError> {
    let what = format!("an assignment of {}", assignment.user);
    let user = named(org, &what, "User", "Username", &assignment.user)?;
    if let Some(license) = &assignment.permission_set_license {
        let license = named(org, &what, "PermissionSetLicense", "DeveloperName", license)?;
        let fields = row(json!({"AssigneeId": user, "PermissionSetLicenseId": license}));
        create(org, "PermissionSetLicenseAssign", fields, what.clone())?;
    }
    let mut fields = row(json!({"AssigneeId": user, "ExpirationDate": assignment.expires}));
    if let Some(set) = &assignment.permission_set {
        fields.insert(
            "PermissionSetId".to_owned(),
            json!(named(org, &what, "PermissionSet", "Name", set)?),
        );
    } else if let Some(group) = &assignment.permission_set_group {
        let group = named(org, &what, "PermissionSetGroup", "DeveloperName", group)?;
        fields.insert("PermissionSetGroupId".to_owned(), json!(group));
    } else {
        return Ok(());
    }
    create(org, "PermissionSetAssignment", fields, what).map(drop)
}

fn connect(org: &mut Org, start: &OrgStart) {
    for user in &start.users {
        let id = org
            .store
            .find("User", "Username", &user.username)
            .and_then(|row| row.text("Id"))
            .map(str::to_owned);
        for (app, id) in user
            .connected_to
            .iter()
            .zip(std::iter::repeat(id.unwrap_or_default()))
        {
            org.list_app(app);
            org.grant(app, &id);
        }
    }
}

fn add_automation(org: &mut Org, automation: &[AutomationStart]) -> Result<(), StartError> {
    for part in automation {
        let (what, kind) = (format!("the automation {}", part.name), "object");
        let unknown = || StartError::Unknown {
            what,
            kind,
            name: part.object.clone(),
        };
        let object = org.schema.object(&part.object).ok_or_else(unknown)?;
        let (entity, label) = (object.durable_id(), object.label.clone());
        let (table, fields) = match part.kind {
            AutomationKind::Trigger => (
                "ApexTrigger",
                json!({
                    "Name": part.name, "TableEnumOrId": part.object, "Status": "Active", "UsageBeforeInsert": true,
                    "UsageBeforeUpdate": true,
                }),
            ),
            AutomationKind::Flow => (
                "FlowDefinitionView",
                json!({
                    "DurableId": part.name, "ApiName": part.name, "Label": part.name, "IsActive": true,
                    "ProcessType": "AutoLaunchedFlow", "TriggerType": "RecordBeforeSave",
                    "TriggerObjectOrEventId": entity, "TriggerObjectOrEventLabel": label,
                }),
            ),
            AutomationKind::ValidationRule => (
                "ValidationRule",
                json!({
                    "ValidationName": part.name, "Active": true, "EntityDefinitionId": entity,
                    "ErrorMessage": part.refuses,
                }),
            ),
        };
        let table = org.schema.object(table).cloned();
        if let Some(table) = table {
            rows::add(org, &table, row(fields));
        }
    }
    org.automation = automation.to_vec();
    Ok(())
}
