//! Which page a frame shows, from its address and a few facts about its document.

use crate::address::Address;
use crate::host::{Host, SalesforceHost, SalesforcePart, WhyNotHere, classify_with};
use serde::{Deserialize, Serialize};
use waymark_lean::Lean;

/// What a content script tells of its document. The address itself is taken from the browser, not from the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, Lean)]
pub struct DocumentFacts {
    /// The frame is the tab's top frame.
    pub top: bool,
    /// `body.sfdcBody`: a Classic page (Salesforce fact §3, seen).
    pub classic_body: bool,
    /// `#auraLoadingBox` or `.oneApp`: a Lightning top page (Salesforce fact §3, seen).
    pub lightning_shell: bool,
    /// The Lightning page holds a frame with a Classic page (`iframe[name^="vfFrameId_"]`, Salesforce fact §3, seen).
    pub setup_frame: bool,
    /// Jotform: the active tab of the builder, where it shows one.
    pub builder_tab: Option<BuilderTab>,
    /// The document's title, at most 200 characters.
    pub title: String,
    /// The language the document declares (`html[lang]`), empty where it declares none.
    pub language: String,
    /// Jotform: which stage of the integration wizard its visible texts show; `None` elsewhere.
    pub wizard: Option<WizardStage>,
}

/// The tabs of Jotform's builder (Jotform fact §2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
#[serde(rename_all = "kebab-case")]
pub enum BuilderTab {
    /// `#siteNav_id_build`.
    Build,
    /// `#siteNav_id_settings`.
    Settings,
    /// `#siteNav_id_publish`.
    Publish,
}

/// The stages of Jotform's Salesforce wizard, told by its texts (Jotform fact §2; its markup is unknown).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Lean)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum WizardStage {
    /// The list of integrations with its search.
    Integrations,
    /// The wizard asks to authenticate, or shows which account is connected.
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Lean)]
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
    /// The form for a new user.
    NewUser,
    /// The same form for a user who is there already: never filled.
    EditUser,
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Lean)]
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

impl Page {
    fn of(kind: PageKind) -> Page {
        Page {
            kind,
            record: None,
            object: None,
            wizard: None,
        }
    }

    fn about(kind: PageKind, record: Option<String>) -> Page {
        Page {
            record,
            ..Page::of(kind)
        }
    }
}

/// Tells which page a frame shows, by its own address first (Salesforce facts §2, Jotform facts §1).
#[must_use]
pub fn detect(url: &str, facts: &DocumentFacts) -> Page {
    detect_with(url, facts, None)
}

/// The same, where the user has named the domain on which their Jotform stands.
#[must_use]
pub fn detect_with(url: &str, facts: &DocumentFacts, own_domain: Option<&str>) -> Page {
    let Some(address) = Address::parse(url) else {
        return Page::of(PageKind::Foreign);
    };
    match classify_with(&address.host, own_domain) {
        Host::Salesforce(host) => salesforce(&host, &address, facts),
        Host::Jotform(_) => jotform(&address, facts),
        Host::Explained(WhyNotHere::NotTheBuilder) => Page::about(PageKind::Explained, own_page(&address)),
        Host::Explained(_) => Page::of(PageKind::Explained),
        Host::Foreign => Page::of(PageKind::Foreign),
    }
}

fn salesforce(host: &SalesforceHost, address: &Address, facts: &DocumentFacts) -> Page {
    let segments: Vec<&str> = address.segments().collect();
    match segments.as_slice() {
        ["lightning", "setup", section, rest @ ..] => lightning_setup(section, rest, facts),
        ["lightning", ..] => Page::of(PageKind::OtherSalesforce),
        ["one", "one.app"] if address.fragment.starts_with("/setup/") => Page::of(PageKind::SetupShell),
        // Lightning's own host serves nothing but Lightning; a Classic page there would be somebody else's.
        _ if host.part == SalesforcePart::Lightning => Page::of(PageKind::OtherSalesforce),
        _ => classic(&segments, address, facts),
    }
}

/// A Lightning Setup page. Where it holds a Classic page in a frame, that frame's own address tells the page.
fn lightning_setup(section: &str, rest: &[&str], facts: &DocumentFacts) -> Page {
    match (section, rest) {
        ("ManageUsers", [user, "summary"]) if is_record(user, "005") => {
            Page::about(PageKind::UserAccessSummary, short_id(user))
        }
        _ if facts.setup_frame => Page::of(PageKind::SetupShell),
        ("SetupOneHome", ["home"]) => Page::of(PageKind::SetupHome),
        ("PermSets", ["home"]) => Page::of(PageKind::PermissionSetList),
        ("ManageUsersLightning", ["home"]) => Page::of(PageKind::UserList),
        ("ConnectedAppsUsage", ["home"]) => Page::of(PageKind::ConnectedAppsUsage),
        ("ConnectedApplication", ["home"]) => Page::of(PageKind::ConnectedApps),
        ("OrgEmailSettings", ["home"]) => Page::of(PageKind::Deliverability),
        ("OrgLoginHistory", ["home"]) => Page::of(PageKind::LoginHistory),
        _ => Page::of(PageKind::SetupShell),
    }
}

/// A Classic page, alone or in Lightning's frame.
fn classic(segments: &[&str], address: &Address, facts: &DocumentFacts) -> Page {
    match segments {
        [] | ["login.jsp"] | ["_ui", "identity", ..] | ["_ui", "system", "security", ..] => {
            Page::of(PageKind::Login)
        }
        ["setup", "secur", "RemoteAccessAuthorizationPage.apexp"] => Page::of(PageKind::OauthApproval),
        ["setup", "forcecomHomepage.apexp"] | ["ui", "setup", "Setup"] => Page::of(PageKind::SetupHome),
        ["udd", "PermissionSet", "newPermissionSet.apexp"] => Page::of(PageKind::NewPermissionSet),
        ["udd", "PermissionSet", "assignPermissionSet.apexp"] => {
            let group = address
                .parameter("isPermsetGroup")
                .is_some_and(|value| value == "1");
            let kind = if group {
                PageKind::EditGroupAssignments
            } else {
                PageKind::EditAssignments
            };
            Page::about(kind, user_parameter(address))
        }
        ["udd", "Licensing", "assignPermissionSetLicense.apexp"] => {
            Page::about(PageKind::EditLicenceAssignments, user_parameter(address))
        }
        ["0PS"] => Page::of(PageKind::PermissionSetList),
        [set] if is_record(set, "0PS") => permission_set(set, address),
        ["005"] => Page::of(PageKind::UserList),
        ["005", "e"] => Page::of(PageKind::NewUser),
        [user] if is_record(user, "005") => Page::about(PageKind::User, short_id(user)),
        [user, "e"] if is_record(user, "005") => Page::about(PageKind::EditUser, short_id(user)),
        // No source names the notice's address; its title is all there is (inferred).
        _ if facts.top && facts.title.contains("API Only") => Page::of(PageKind::ApiOnlyNotice),
        _ => Page::of(PageKind::OtherSalesforce),
    }
}

fn permission_set(set: &str, address: &Address) -> Page {
    let record = short_id(set);
    match (address.parameter("s").as_deref(), address.parameter("o")) {
        (None, _) => Page::about(PageKind::PermissionSet, record),
        (Some("EntityPermissions"), None) => Page::about(PageKind::ObjectSettings, record),
        (Some("EntityPermissions"), Some(object)) => Page {
            object: Some(object.into_owned()),
            ..Page::about(PageKind::ObjectPermissions, record)
        },
        (Some(_), _) => Page::about(PageKind::OtherSalesforce, record),
    }
}

fn jotform(address: &Address, facts: &DocumentFacts) -> Page {
    let segments: Vec<&str> = address.segments().collect();
    match segments.as_slice() {
        ["build", form, rest @ ..] if is_form(form) => {
            let kind = match (facts.wizard, facts.builder_tab, rest) {
                (Some(_), Some(BuilderTab::Settings) | None, _) => PageKind::FormIntegrations,
                (_, Some(BuilderTab::Build), _) => PageKind::FormBuild,
                (_, Some(BuilderTab::Publish), _) => PageKind::FormPublish,
                (_, _, ["settings", "integrations", ..]) => PageKind::FormIntegrations,
                (_, Some(BuilderTab::Settings), _) | (_, None, ["settings", ..]) => PageKind::FormSettings,
                (_, None, ["publish", ..]) => PageKind::FormPublish,
                (_, None, _) => PageKind::FormBuild,
            };
            let wizard = facts.wizard.filter(|_| kind == PageKind::FormIntegrations);
            Page {
                kind,
                record: Some((*form).to_owned()),
                object: None,
                wizard,
            }
        }
        ["login" | "signup", ..] => Page::of(PageKind::JotformLogin),
        ["myforms" | "workspace", ..] => Page::of(PageKind::JotformForms),
        _ => Page::about(PageKind::OtherJotform, own_page(address)),
    }
}

fn user_parameter(address: &Address) -> Option<String> {
    address
        .parameter("userId")
        .as_deref()
        .filter(|id| is_record(id, "005"))
        .and_then(short_id)
}

/// Ids are 15 characters in addresses and 18 in REST (Salesforce fact §2, seen).
fn is_record(segment: &str, prefix: &str) -> bool {
    matches!(segment.len(), 15 | 18)
        && segment.starts_with(prefix)
        && segment.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// The first 15 characters of a record's id, which alone are compared; `None` where there are fewer.
#[must_use]
pub fn short_id(id: &str) -> Option<String> {
    id.get(..15).map(str::to_owned)
}

/// The form whose own page this is: where people fill it in.
fn own_page(address: &Address) -> Option<String> {
    let mut segments = address.segments();
    let form = segments.next().filter(|segment| is_form(segment))?;
    segments.next().is_none().then(|| form.to_owned())
}

fn is_form(segment: &str) -> bool {
    (6..=24).contains(&segment.len()) && segment.bytes().all(|byte| byte.is_ascii_digit())
}
