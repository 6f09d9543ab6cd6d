//! The state that an org and a Jotform account begin in, read from a JSON file.

mod custom;
mod jotform;
mod load;
mod parts;
mod profile;
mod rows;
mod seed;

use std::collections::BTreeMap;

pub(crate) use load::load;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use jotform::{FormStart, IntegrationStart, JotformStart, QuestionStart};
pub use parts::{
    AssignmentStart, AutomationKind, AutomationStart, ConnectedAppStart, CustomFieldStart, CustomObjectStart,
    GroupStart, ObjectRight, PermissionSetStart, RecordStart, SeatsStart, UserStart,
};
pub use profile::ProfileStart;
pub use rows::RowStart;

use crate::error::StartError;
use crate::settings::{Limits, OrgKind, Security, Unknowns};

/// The state that everything begins in; `{}` is an empty org and a Jotform account with one form.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct StartState {
    /// The schema of this file, for editors.
    #[serde(rename = "$schema", skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The Salesforce org.
    pub org: OrgStart,
    /// The Jotform account.
    pub jotform: JotformStart,
}

impl StartState {
    /// Reads a start state from JSON.
    ///
    /// # Errors
    /// [`StartError::Unreadable`] names the place where the text is not a start state.
    pub fn from_json(json: &str) -> Result<Self, StartError> {
        serde_json::from_str(json).map_err(|error| StartError::Unreadable(error.to_string()))
    }
}

/// The Salesforce org at its start.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct OrgStart {
    /// The company's name.
    pub name: String,
    /// The org's own label in host names; a sandbox reads `acme--sb`.
    pub my_domain: String,
    /// Production, sandbox or another kind.
    pub kind: OrgKind,
    /// The language of the org's own labels: `en_US`, `ja`, `de`, `fr`, `es`, `pt_BR`, `it`, `nl_NL`, `sv`, `ko`, `zh_CN`, or `qps`, in which every label is unknown.
    pub language: String,
    /// For example `Enterprise Edition`.
    pub edition: String,
    /// Whether host names follow the enhanced domains.
    pub enhanced_domains: bool,
    /// Everybody in the org; the first is the administrator.
    pub users: Vec<UserStart>,
    /// Profiles that are not standard.
    pub profiles: Vec<ProfileStart>,
    /// Seats of user licences that differ from the standard ones.
    pub user_licenses: Vec<SeatsStart>,
    /// Seats of permission set licences that differ from the standard ones.
    pub permission_set_licenses: Vec<SeatsStart>,
    /// Permission sets.
    pub permission_sets: Vec<PermissionSetStart>,
    /// Permission set groups.
    pub permission_set_groups: Vec<GroupStart>,
    /// Who has which permission set, licence or group.
    pub assignments: Vec<AssignmentStart>,
    /// Records, in an order in which each refers only to earlier ones.
    pub records: Vec<RecordStart>,
    /// Connected apps that the org knows of.
    pub connected_apps: Vec<ConnectedAppStart>,
    /// Objects that are not standard.
    pub custom_objects: Vec<CustomObjectStart>,
    /// Fields that are not standard, by the API name of their object.
    pub custom_fields: BTreeMap<String, Vec<CustomFieldStart>>,
    /// Addresses have picklists of states and countries.
    pub state_country_picklists: bool,
    /// Validation rules, flows and triggers; they do not touch what this file describes.
    pub automation: Vec<AutomationStart>,
    /// Person accounts are on: accounts then depend on contacts.
    pub person_accounts: bool,
    /// Usernames that are taken in other orgs.
    pub taken_usernames: Vec<String>,
    /// The sharing default of an object, as `Organization` names it: `None` is private.
    pub sharing: BTreeMap<String, String>,
    /// Policies.
    pub security: Security,
    /// What is left of what the org may use.
    pub limits: Limits,
    /// What nobody has seen of the REST interface.
    pub unknowns: Unknowns,
    /// Objects (`LoginHistory`) and fields (`User.LastLoginDate`) that the interface shows to nobody.
    pub hidden: Vec<String>,
    /// Rows as they are stored, beside the org's rules: logins, verifications, packages, states of groups and the like.
    pub rows: Vec<RowStart>,
}

impl Default for OrgStart {
    fn default() -> Self {
        Self {
            name: "Acme".to_owned(),
            my_domain: "acme".to_owned(),
            kind: OrgKind::Production,
            language: "en_US".to_owned(),
            edition: "Enterprise Edition".to_owned(),
            enhanced_domains: true,
            users: vec![UserStart::default()],
            profiles: Vec::new(),
            user_licenses: Vec::new(),
            permission_set_licenses: Vec::new(),
            permission_sets: Vec::new(),
            permission_set_groups: Vec::new(),
            assignments: Vec::new(),
            records: Vec::new(),
            connected_apps: vec![ConnectedAppStart::default()],
            custom_objects: Vec::new(),
            custom_fields: BTreeMap::new(),
            state_country_picklists: false,
            automation: Vec::new(),
            person_accounts: false,
            taken_usernames: Vec::new(),
            sharing: BTreeMap::new(),
            security: Security::default(),
            limits: Limits::default(),
            unknowns: Unknowns::default(),
            hidden: Vec::new(),
            rows: Vec::new(),
        }
    }
}
