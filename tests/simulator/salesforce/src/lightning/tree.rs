//! The tree of Setup and what each of its nodes opens.

use maud::{Markup, html};
use serde::Serialize;

use crate::page::Page;
use crate::variation::ListView;

/// What a node of Setup shows.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Node {
    /// The name in the URL, `/lightning/setup/NAME/home`.
    pub name: &'static str,
    /// The label in the user's language.
    pub label: &'static str,
    /// The Classic address in the frame; none for a Lightning component.
    pub address: Option<&'static str>,
}

/// Every node that can be opened.
pub fn nodes(page: &Page) -> Vec<Node> {
    let framed = |name, label, address| Node {
        name,
        label: page.text(label),
        address: Some(address),
    };
    let component = |name, label| Node {
        name,
        label: page.text(label),
        address: None,
    };
    vec![
        component("SetupOneHome", "Setup Home"),
        framed(
            "ManageUsers",
            "Users",
            "/005?isUserEntityOverride=1&setupid=ManageUsers",
        ),
        component("ManageUsersLightning", "Users"),
        match page.app.variation.permission_set_list {
            ListView::Classic => framed("PermSets", "Permission Sets", "/0PS?setupid=PermSets"),
            ListView::Enhanced => component("PermSets", "Permission Sets"),
        },
        framed(
            "PermSetGroups",
            "Permission Set Groups",
            "/0PG?setupid=PermSetGroups",
        ),
        framed(
            "PermissionSetLicense",
            "Permission Set Licenses",
            "/0PL?setupid=PermissionSetLicense",
        ),
        framed("EnhancedProfiles", "Profiles", "/00e?setupid=EnhancedProfiles"),
        component("ConnectedAppsUsage", "Connected Apps OAuth Usage"),
        component("ConnectedApplication", "Manage Connected Apps"),
        component("OrgLoginHistory", "Login History"),
        component("OrgEmailSettings", "Deliverability"),
    ]
}

/// The tree at the left, with the page objects' class and `aria-label` (Salesforce fact §3).
pub fn render(page: &Page) -> Markup {
    let users = match page.app.variation.user_list {
        ListView::Classic => "ManageUsers",
        ListView::Enhanced => "ManageUsersLightning",
    };
    html! {
        ul class="tree" role="tree" aria-label=(page.text("Setup")) {
            (leaf(page, 1, "Setup Home", "SetupOneHome"))
            h3 class="treeHeading" { (page.text("Administration")) }
            (branch(page, 1, "Users", html! {
                (leaf(page, 2, "Permission Set Groups", "PermSetGroups"))
                (leaf(page, 2, "Permission Set Licenses", "PermissionSetLicense"))
                (leaf(page, 2, "Permission Sets", "PermSets"))
                (leaf(page, 2, "Profiles", "EnhancedProfiles"))
                (leaf(page, 2, "Users", users))
            }))
            (branch(page, 1, "Email", leaf(page, 2, "Deliverability", "OrgEmailSettings")))
            h3 class="treeHeading" { (page.text("Platform Tools")) }
            (branch(page, 1, "Apps", branch(page, 2, "Connected Apps", html! {
                (leaf(page, 3, "Connected Apps OAuth Usage", "ConnectedAppsUsage"))
                (leaf(page, 3, "Manage Connected Apps", "ConnectedApplication"))
            })))
            h3 class="treeHeading" { (page.text("Settings")) }
            (branch(page, 1, "Identity", leaf(page, 2, "Login History", "OrgLoginHistory")))
        }
    }
}

fn leaf(page: &Page, level: u8, label: &'static str, node: &str) -> Markup {
    let text = page.text(label);
    html! {
        li class={ "onesetupNavTreeNode level" (level) } role="treeitem" aria-level=(level) aria-label=(text) {
            div class="slds-tree__item" { a href={ "/lightning/setup/" (node) "/home" } data-node=(node) tabindex="-1" { (text) } }
        }
    }
}

fn branch(page: &Page, level: u8, label: &'static str, within: Markup) -> Markup {
    let text = page.text(label);
    html! {
        li class={ "onesetupNavTreeNode level" (level) } role="treeitem" aria-level=(level) aria-label=(text) aria-expanded="false" {
            div class="slds-tree__item" {
                button type="button" class="toggle" tabindex="-1" title={ "Toggle " (text) } { span class="chevron" {} }
                span class="treeLabel" { (text) }
            }
            ul role="group" { (within) }
        }
    }
}
