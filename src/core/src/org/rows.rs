//! The rows that are read from an org, each with just the columns that a check looks at.

/// Whose session this is, from the `identity` address (Salesforce fact §6, seen). Both ids have 15 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The org.
    pub organization_id: String,
    /// The acting user.
    pub user_id: String,
}

/// The org's own record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Organization {
    /// Its name.
    pub name: String,
    /// It is a sandbox.
    pub sandbox: bool,
    /// Its edition, for example `Enterprise Edition`.
    pub edition: String,
}

/// The user whose session is used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActingUser {
    /// 15 characters.
    pub id: String,
    /// First and last name.
    pub name: String,
    /// The username.
    pub username: String,
}

/// What a new user needs beside names and a profile (Salesforce fact §7, seen).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Locale {
    /// For example `Europe/Berlin`.
    pub time_zone: String,
    /// For example `de_DE`.
    pub locale: String,
    /// For example `de`.
    pub language: String,
    /// For example `UTF-8`.
    pub encoding: String,
}

/// A permission set that could be the journey's: same API name or same label.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PermissionSet {
    /// 15 characters.
    pub id: String,
    /// API name.
    pub name: String,
    /// Label.
    pub label: String,
    /// 15 characters; of a permission set licence or of a user licence; `None` for `--None--`.
    pub licence_id: Option<String>,
    /// "Session Activation Required" is on.
    pub activation_required: bool,
    /// The namespace of the managed package that it came with, if any.
    pub namespace: String,
}

/// The integration user's record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct User {
    /// 15 characters.
    pub id: String,
    /// The username.
    pub username: String,
    /// First and last name.
    pub name: String,
    /// At most 8 characters.
    pub alias: String,
    /// Unique within the org.
    pub nickname: String,
    /// E-mail address.
    pub email: String,
    /// Active.
    pub active: bool,
    /// 15 characters.
    pub profile_id: String,
    /// The profile's name, translated in some orgs.
    pub profile_name: String,
    /// 15 characters: the licence of the user's profile.
    pub user_licence_id: String,
}

/// A permission set licence of the org.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Licence {
    /// 15 characters.
    pub id: String,
    /// `DeveloperName` of a permission set licence, `Name` of a user licence.
    pub name: String,
    /// Label in the org's language.
    pub label: String,
    /// `Active`, `Disabled`.
    pub status: String,
    /// Seats; `None` where the org does not tell.
    pub total: Option<i64>,
    /// Seats in use.
    pub used: Option<i64>,
    /// When it ends, as Salesforce writes it; permission set licences only.
    pub expires: Option<String>,
}

/// A profile whose own permission set makes its users API-only.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ApiOnlyProfile {
    /// 15 characters.
    pub id: String,
    /// Its name, translated in some orgs.
    pub name: String,
    /// 15 characters.
    pub user_licence_id: String,
}

/// One permission set assignment of the integration user: a set of its own, its profile's own set, or a group's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assignment {
    /// 15 characters.
    pub set_id: String,
    /// API name of the set.
    pub set_name: String,
    /// Label of the set.
    pub set_label: String,
    /// The set is a profile's own.
    pub of_profile: bool,
    /// 15 characters, where a group brings it.
    pub group_id: Option<String>,
    /// When it ends, as Salesforce writes it (`2027-01-31T00:00:00.000+0000`).
    pub expires: Option<String>,
    /// It counts now; `None` where the org does not tell.
    pub active: Option<bool>,
}

/// Somebody who holds the journey's permission set.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holder {
    /// 15 characters.
    pub user_id: String,
    /// The username.
    pub username: String,
}

/// One set of a group: a permission set, or the muting set that takes away what the others grant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Component {
    /// The group, 15 characters.
    pub group_id: String,
    /// The group's label.
    pub group_label: String,
    /// `Updated`, `Outdated`, `Updating` or `Failed`.
    pub group_status: String,
    /// The set, 15 characters; a muting set's begins with `0QM`.
    pub set_id: String,
}

impl Component {
    /// The set takes away instead of granting.
    #[must_use]
    pub fn is_muting(&self) -> bool {
        self.set_id.starts_with("0QM")
    }
}

/// What an assigned set, or the profile's own, lets its users do in the whole org.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Powers {
    /// The permission set, 15 characters.
    pub set_id: String,
    /// It counts in an activated session only.
    pub activation_required: bool,
    /// API names of the powers that no integration needs, without `Permissions`.
    pub excessive: Vec<String>,
    /// Its users log in by single sign-on.
    pub single_sign_on: bool,
}

impl Powers {
    /// The set carries this power.
    #[must_use]
    pub fn has(&self, power: &str) -> bool {
        self.excessive.iter().any(|held| held == power)
    }
}

/// What one permission set grants on one object.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ObjectPermission {
    /// 15 characters.
    pub id: String,
    /// The permission set, 15 characters.
    pub parent_id: String,
    /// API name of the object.
    pub object: String,
    /// Read.
    pub read: bool,
    /// Create.
    pub create: bool,
    /// Edit.
    pub edit: bool,
    /// Delete.
    pub delete: bool,
    /// Read everybody's records.
    pub view_all: bool,
    /// Do everything with everybody's records.
    pub modify_all: bool,
    /// Read every field, whatever the field permissions say.
    pub view_all_fields: bool,
    /// The set counts in an activated session only; told of sets within groups.
    pub waits: bool,
}

/// What one permission set grants on one field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldPermission {
    /// 15 characters.
    pub id: String,
    /// The permission set, 15 characters.
    pub parent_id: String,
    /// API name of the object.
    pub object: String,
    /// The field's API name without its object.
    pub field: String,
    /// Read.
    pub read: bool,
    /// Edit.
    pub edit: bool,
    /// The set counts in an activated session only; told of sets within groups.
    pub waits: bool,
}

/// A token that an app holds for a user; its secrets are never asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Token {
    /// The app's name.
    pub app: String,
    /// 15 characters.
    pub user_id: String,
    /// When it was last used, as Salesforce writes it.
    pub last_used: Option<String>,
    /// How often it was used.
    pub uses: Option<i64>,
}

impl Token {
    /// It has been used, as far as the org tells.
    #[must_use]
    pub fn is_used(&self) -> bool {
        self.last_used.is_some() || self.uses.unwrap_or_default() > 0
    }
}

/// The integration user's login record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UserLogin {
    /// Frozen.
    pub frozen: bool,
    /// Locked after wrong passwords.
    pub locked: bool,
}

/// A rule, trigger or flow of the org that may change or refuse a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Automation {
    /// Its name.
    pub name: String,
    /// The object as the org names it there: its API name, or its label.
    pub object: String,
}

/// A set whose users an administrator has approved for an app.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Approval {
    /// 15 characters.
    pub app_id: String,
    /// The permission set, 15 characters.
    pub set_id: String,
}

/// How an object's records are shared by default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sharing {
    /// API name of the object.
    pub object: String,
    /// `Private`, `Read`, `ReadWrite`, `ControlledByParent`, …
    pub model: String,
}

/// A connected app of the org, with its policies.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ConnectedApp {
    /// 15 characters.
    pub id: String,
    /// Only users whom an administrator has approved may use it.
    pub admin_approved_only: bool,
    /// It wants a high-assurance session.
    pub high_assurance: bool,
    /// For how long a refresh token is valid, in the org's own unit; `None` or 0 until it is revoked.
    pub refresh_period: Option<i64>,
}

/// A licence of a managed package.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PackageLicence {
    /// 15 characters.
    pub id: String,
    /// Seats; -1 where everybody has one.
    pub allowed: Option<i64>,
}

/// What the user's record tells of its first login; read apart, since its fields are newer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verification {
    /// The e-mail address is verified.
    pub email_verified: bool,
    /// When the user last logged in, as Salesforce writes it.
    pub last_login: Option<String>,
}

/// A login of the integration user.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Login {
    /// As Salesforce writes it.
    pub time: String,
    /// `Success`, or why not.
    pub status: String,
    /// The app that it was for.
    pub application: String,
}

/// A record that carries the test submission's marker, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProofRecord {
    /// 15 characters.
    pub id: String,
    /// 15 characters.
    pub created_by: String,
    /// First and last name.
    pub created_by_name: String,
    /// 15 characters.
    pub modified_by: String,
    /// As Salesforce writes it.
    pub created: String,
    /// What it holds in the fields whose sent values are known, by API name.
    pub values: Vec<(String, String)>,
}
