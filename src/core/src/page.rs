//! Which page a frame shows, from its address and a few facts about its document.

use serde::{Deserialize, Serialize};

/// What a content script tells of its document. The address itself is taken from the browser, not from the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentFacts {
    /// The frame is the tab's top frame.
    pub top: bool,
    /// `body.sfdcBody`: a Classic page (Salesforce fact §3, seen).
    pub classic_body: bool,
    /// `#auraLoadingBox` or `.oneApp`: a Lightning top page (Salesforce fact §3, seen).
    pub lightning_shell: bool,
    /// The document's title, at most 200 characters.
    pub title: String,
    /// The language the document declares (`html[lang]`), empty where it declares none.
    pub language: String,
    /// Jotform: which stage of the integration wizard its visible texts show; `None` elsewhere.
    pub wizard: Option<WizardStage>,
}

/// The stages of Jotform's Salesforce wizard, told by its texts (Jotform fact §2; its markup is unknown).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum WizardStage {
    /// The list of integrations with its search.
    Integrations,
    /// The wizard asks to authenticate.
    Authenticate,
    /// Connected: an action is to be chosen.
    Action,
    /// An object is to be chosen.
    Object,
    /// Form fields are matched with Salesforce fields.
    Mapping,
    /// The integration is saved.
    Saved,
}

/// The pages that the guides know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PageKind {
    /// Any Lightning Setup page as the top frame's shell; what it shows is told by the frame inside.
    SetupShell,
    /// Setup's home.
    SetupHome,
    /// The list of permission sets.
    PermissionSetList,
    /// The form for a new permission set.
    NewPermissionSet,
    /// One permission set's overview.
    PermissionSet,
    /// The list of objects in one permission set's object settings.
    ObjectSettings,
    /// One object's permissions in one permission set.
    ObjectPermissions,
    /// The list of users.
    UserList,
    /// The form for a new user (and for editing one).
    NewUser,
    /// One user's page with its related lists.
    User,
    /// The newer user access summary.
    UserAccessSummary,
    /// Edit the permission set assignments of a user.
    EditAssignments,
    /// Edit the permission set *group* assignments of a user: the same form, and the wrong one.
    EditGroupAssignments,
    /// Edit the permission set licence assignments of a user.
    EditLicenceAssignments,
    /// Connected Apps OAuth Usage.
    ConnectedAppsUsage,
    /// Manage Connected Apps.
    ConnectedApps,
    /// Login history.
    LoginHistory,
    /// E-mail deliverability.
    Deliverability,
    /// The notice that an API-only user sees after logging in.
    ApiOnlyNotice,
    /// Salesforce asks whether an app may act for the signed-in user.
    OauthApproval,
    /// A login or verification screen: never touched.
    Login,
    /// Salesforce, but no page of a guide.
    OtherSalesforce,
    /// Jotform's form builder, tab Build.
    FormBuild,
    /// Jotform's form builder, tab Settings, outside Integrations.
    FormSettings,
    /// Jotform's form builder, Settings → Integrations, all wizard stages included.
    FormIntegrations,
    /// Jotform's form builder, tab Publish.
    FormPublish,
    /// Jotform, logged out.
    JotformLogin,
    /// Jotform's list of the user's forms.
    JotformForms,
    /// Jotform, but no page of a guide.
    OtherJotform,
    /// A known host where Waymark explains itself and does not act.
    Explained,
    /// None of ours.
    Foreign,
}

/// A page as detected in one frame.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// Which page it is.
    pub kind: PageKind,
    /// The record the page is about: 15 characters for Salesforce, the form's digits for Jotform.
    pub record: Option<String>,
    /// The object that an object permissions page is about, for example `Lead`.
    pub object: Option<String>,
    /// Jotform's wizard stage, where the page is `FormIntegrations`.
    pub wizard: Option<WizardStage>,
}
