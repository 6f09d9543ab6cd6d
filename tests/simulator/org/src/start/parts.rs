//! The parts of an org at its start.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One user; the default is the administrator.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct UserStart {
    /// Name for the login, in the form of an e-mail address.
    pub username: String,
    /// Password; none means that the welcome mail was not followed yet.
    pub password: Option<String>,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// E-mail address; empty stands for the username.
    pub email: String,
    /// Alias of at most 8 characters; empty stands for one made of the names.
    pub alias: String,
    /// Nickname; empty stands for the local part of the e-mail address.
    pub nickname: String,
    /// The English name of the profile.
    pub profile: String,
    /// Language; empty stands for the org's.
    pub language: String,
    /// May log in.
    pub active: bool,
    /// Frozen by an administrator.
    pub frozen: bool,
    /// Locked out after wrong passwords.
    pub locked: bool,
    /// The password must be changed at the next login.
    pub password_expired: bool,
    /// No device of this user is unknown.
    pub devices_known: bool,
    /// Has registered a verification method.
    pub verification_method: bool,
    /// The connected apps that this user has allowed, once for each mention.
    pub connected_to: Vec<String>,
}

impl Default for UserStart {
    fn default() -> Self {
        Self {
            username: "admin@acme.example".to_owned(),
            password: Some("Admin-pass-1".to_owned()),
            first_name: "Ada".to_owned(),
            last_name: "Admin".to_owned(),
            email: String::new(),
            alias: String::new(),
            nickname: String::new(),
            profile: "System Administrator".to_owned(),
            language: String::new(),
            active: true,
            frozen: false,
            locked: false,
            password_expired: false,
            devices_known: true,
            verification_method: true,
            connected_to: Vec::new(),
        }
    }
}

/// How many seats a licence has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SeatsStart {
    /// English name of a user licence, or developer name of a permission set licence.
    pub name: String,
    /// All seats, those in use included; 0 with no seat in use takes the licence out of the org.
    pub total: i64,
    /// Switched off.
    #[serde(default)]
    pub disabled: bool,
    /// The day it ends, `2027-01-31`; permission set licences only.
    #[serde(default)]
    pub expires: Option<String>,
}

/// What may be done with the records of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ObjectRight {
    /// Read.
    Read,
    /// Create.
    Create,
    /// Edit.
    Edit,
    /// Delete.
    Delete,
    /// View all records.
    ViewAll,
    /// Modify all records.
    ModifyAll,
    /// View all fields.
    ViewAllFields,
}

impl ObjectRight {
    /// The field of `ObjectPermissions` that carries it.
    pub fn field(self) -> &'static str {
        match self {
            Self::Read => "PermissionsRead",
            Self::Create => "PermissionsCreate",
            Self::Edit => "PermissionsEdit",
            Self::Delete => "PermissionsDelete",
            Self::ViewAll => "PermissionsViewAllRecords",
            Self::ModifyAll => "PermissionsModifyAllRecords",
            Self::ViewAllFields => "PermissionsViewAllFields",
        }
    }
}

/// One permission set.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PermissionSetStart {
    /// Label.
    pub label: String,
    /// API name.
    pub name: String,
    /// Developer name of a permission set licence, English name of a user licence, or none.
    pub license: Option<String>,
    /// Needs a session to be activated.
    pub session_activation: bool,
    /// Object to rights.
    pub object_permissions: BTreeMap<String, Vec<ObjectRight>>,
    /// `Lead.Email` to `read`, `edit`.
    pub field_permissions: BTreeMap<String, Vec<ObjectRight>>,
    /// System permissions without their prefix, for example `ApiEnabled`.
    pub system_permissions: Vec<String>,
}

/// One permission set group.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct GroupStart {
    /// Label.
    pub label: String,
    /// API name.
    pub name: String,
    /// API names of its permission sets.
    pub permission_sets: Vec<String>,
    /// What the group takes away again.
    pub muted: Option<PermissionSetStart>,
}

/// Who has what; exactly one of the three is given.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AssignmentStart {
    /// Username.
    pub user: String,
    /// API name of a permission set.
    pub permission_set: Option<String>,
    /// API name of a permission set group.
    pub permission_set_group: Option<String>,
    /// Developer name of a permission set licence.
    pub permission_set_license: Option<String>,
    /// When it ends, as the REST interface writes times.
    pub expires: Option<String>,
}

/// How an org changes or refuses records by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AutomationKind {
    /// Refuses with its own text.
    #[default]
    ValidationRule,
    /// A flow that runs when a record is saved.
    Flow,
    /// An Apex trigger.
    Trigger,
}

/// One validation rule, flow or trigger.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct AutomationStart {
    /// Which of them.
    pub kind: AutomationKind,
    /// Its name.
    pub name: String,
    /// API name of the object.
    pub object: String,
    /// It acts only on records in which this field is empty.
    pub if_empty: Option<String>,
    /// It refuses the record with this text.
    pub refuses: Option<String>,
    /// It sets these fields.
    pub sets: BTreeMap<String, Value>,
}

/// One record.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RecordStart {
    /// API name of the object.
    pub object: String,
    /// API field name to value.
    pub fields: BTreeMap<String, Value>,
    /// Username of who made it; empty stands for the administrator.
    pub created_by: String,
    /// Username of who changed it last; empty stands for who made it.
    pub modified_by: String,
}

/// One connected app; the default is Jotform's, not installed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ConnectedAppStart {
    /// Name as the Allow page shows it.
    pub name: String,
    /// Installed in the org.
    pub installed: bool,
    /// Only users that an administrator has approved may use it.
    pub admin_approved_only: bool,
}

impl Default for ConnectedAppStart {
    fn default() -> Self {
        Self {
            name: "Jotform".to_owned(),
            installed: false,
            admin_approved_only: false,
        }
    }
}

/// One object that is not standard.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CustomObjectStart {
    /// API name, ending in `__c`.
    pub name: String,
    /// Label.
    pub label: String,
    /// Plural label.
    pub plural_label: String,
    /// Fields beside Id, Name, OwnerId and the stamps.
    pub fields: Vec<CustomFieldStart>,
}

/// One field of a custom object.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct CustomFieldStart {
    /// API name, ending in `__c`.
    pub name: String,
    /// Label.
    pub label: String,
    /// Type as describe names it; empty stands for `string`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Longest text.
    pub length: Option<usize>,
    /// Universally required.
    pub required: bool,
    /// Values of a picklist.
    pub values: Vec<String>,
    /// Takes only its values.
    pub restricted: bool,
    /// A formula.
    pub read_only: bool,
    /// The object that a reference points to.
    pub reference_to: Option<String>,
}
