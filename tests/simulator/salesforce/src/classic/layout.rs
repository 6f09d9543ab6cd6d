//! What surrounds the content of a Classic page.

use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};

use crate::page::{Page, text_of};

/// The content of one Classic page.
pub struct View {
    title: String,
    body: Markup,
    script: Option<&'static str>,
}

impl View {
    /// A page with this document title (without the org's part).
    pub fn new(title: impl Into<String>, body: Markup) -> Self {
        Self {
            title: title.into(),
            body,
            script: None,
        }
    }

    /// Adds a page's own script, a name below `/static/`.
    pub fn with_script(mut self, script: &'static str) -> Self {
        self.script = Some(script);
        self
    }
}

impl Page {
    /// A Classic page: within Lightning's frame only its content, else with Classic's header and sidebar.
    pub fn classic(&self, view: View) -> Response {
        let edition = self.app.org().settings.edition.clone();
        let framed = self.is_framed();
        html! {
            (DOCTYPE)
            html lang=(self.words.language().code()) class=[framed.then_some("framed")] {
                head {
                    title { (view.title) " ~ Salesforce - " (edition) }
                    meta charset="utf-8";
                    link rel="stylesheet" href="/static/classic.css";
                    script src="/static/classic.js" defer {}
                    @if let Some(script) = view.script { script src={ "/static/" (script) } defer {} }
                }
                body class="hasMotif setupTab sfdcBody brandQuaternaryBgr" data-shell=(self.shell_origin()) {
                    @if framed {
                        div id="contentWrapper" { div class="bodyDiv" { (view.body) } }
                    } @else {
                        (self.classic_header())
                        table class="outer" id="bodyTable" { tbody { tr {
                            td class="oLeft" id="sidebarCell" { (self.classic_sidebar()) }
                            td class="noSidebarCell" id="bodyCell" { a name="skiplink" {} (view.body) }
                        } } }
                    }
                }
            }
        }
        .into_response()
    }

    fn classic_header(&self) -> Markup {
        html! {
            div id="AppBodyHeader" class="bodyHeader" {
                div class="phHeader" {
                    span class="phLogo" { (self.app.org().settings.name) }
                    span class="phSearch" { input id="phSearchInput" type="text" placeholder="Search..."; input class="btn" type="button" value="Search"; }
                    span class="phUser" {
                        span id="userNavLabel" { (text_of(&self.user, "Name")) } " | "
                        a id="setupLink" href="/setup/forcecomHomepage.apexp" { (self.text("Setup")) } " | "
                        a href="/secur/logout.jsp" { (self.text("Log Out")) }
                    }
                }
                ul id="tabBar" {
                    li { a href="/home/home.jsp" { (self.text("Home")) } }
                    @for tab in ["Leads", "Accounts", "Contacts", "Opportunities", "Cases"] { li { a href="/home/home.jsp" { (tab) } } }
                }
            }
        }
    }

    fn classic_sidebar(&self) -> Markup {
        let links = |title: &'static str, entries: &[(&'static str, &'static str)]| {
            html! {
                div class="setupNavtree" {
                    h2 { (self.text(title)) }
                    @for (label, href) in entries { div class="parent" { a class="setupLeaf" href=(href) { (self.text(label)) } } }
                }
            }
        };
        html! {
            div class="sidebarModule" {
                h2 class="sidebarTitle" { a href="/setup/forcecomHomepage.apexp" { (self.text("Setup Home")) } }
                input id="setupSearch" type="text" placeholder=(self.text("Quick Find"));
                (links("Administration", &[
                    ("Users", "/005?isUserEntityOverride=1&setupid=ManageUsers"),
                    ("Permission Sets", "/0PS?setupid=PermSets"),
                    ("Login History", "/setup/org/orgLoginHistory.jsp?setupid=OrgLoginHistory"),
                    ("Deliverability", "/email-admin/editOrgEmailSettings.apexp?setupid=OrgEmailSettings"),
                ]))
                (links("Apps", &[
                    ("Connected Apps OAuth Usage", "/setup/connectedAppsUsage.apexp?setupid=ConnectedAppsUsage"),
                    ("Manage Connected Apps", "/app/mgmt/forceconnectedapps/forceAppList.apexp?setupid=ConnectedApplication"),
                ]))
            }
        }
    }
}

/// The heading of a Classic page: small type line over a large description.
pub fn page_title(kind: &str, title: &str) -> Markup {
    html! {
        div class="bPageTitle" { div class="ptBody" { div class="content" {
            h1 class="pageType" { (kind) } h2 class="pageDescription" { (title) }
        } } }
    }
}

/// The red summary above a form that was refused (Salesforce fact §4: `#errorDiv_ep`).
pub fn error_summary(page: &Page, refused: bool) -> Markup {
    html! {
        div class="pbError" id="errorDiv_ep" style=[(!refused).then_some("display: none")] {
            @if refused {
                (page.text("Error: Invalid Data.")) br;
                (page.text("Review all error messages below to correct your data."))
            }
        }
    }
}

/// The message beneath a field.
pub fn field_error(page: &Page, message: Option<&str>) -> Markup {
    html! {
        @if let Some(message) = message {
            div class="errorMsg" { strong { (page.text("Error:")) } " " (message) }
        }
    }
}
