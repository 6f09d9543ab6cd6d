//! The single page that every Lightning URL loads; its script shows what the URL names.

use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, PreEscaped, html};
use serde::Serialize;

use super::tree::{self, Node};
use crate::host::HostKind;
use crate::page::{Page, text_of};
use crate::variation::{AddressEncoding, AfterSave, AssignmentsSection, FrameRoot, SetupFrameHost};

/// What the shell's script is told.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Boot {
    frame_origin: String,
    frame_root: FrameRoot,
    address_encoding: AddressEncoding,
    assignments_section: AssignmentsSection,
    after_save: AfterSave,
    loading: &'static str,
    home_label: &'static str,
    setup_label: &'static str,
    nodes: Vec<Node>,
}

/// Any page below `/lightning/`.
pub async fn show(page: Page) -> Response {
    let variation = &page.app.variation;
    let frame_host = match (page.host, variation.setup_frame_host) {
        (HostKind::Setup, SetupFrameHost::Same) => HostKind::Setup,
        _ => HostKind::Core,
    };
    let boot = Boot {
        frame_origin: page.app.url(frame_host, ""),
        frame_root: variation.frame_root,
        address_encoding: variation.address_encoding,
        assignments_section: variation.assignments_section,
        after_save: variation.after_save,
        loading: "Loading",
        home_label: page.text("Home"),
        setup_label: page.text("Setup"),
        nodes: tree::nodes(&page),
    };
    // "<" is written as an escape so that no text of the org can end the script element.
    let boot = serde_json::to_string(&boot)
        .unwrap_or_default()
        .replace('<', "\\u003c");
    let org = page.app.org().settings.name.clone();
    let name = text_of(&page.user, "Name");
    html! {
        (DOCTYPE)
        html lang=(page.words.language().code()) {
            head {
                meta charset="utf-8";
                title { (page.text("Setup Home")) " | Salesforce" }
                link rel="stylesheet" href="/static/lightning.css";
                script type="application/json" id="boot" { (PreEscaped(boot)) }
                script src="/static/lightning.js" defer {}
            }
            body class="desktop" {
                div id="auraLoadingBox" class="auraLoadingBox" { div class="slds-spinner" {} }
                div class="oneOne" {
                    header class="slds-global-header onesetupSetupHeader" {
                        div class="globalLogo" { span class="cloudMark" {} span { (org) } }
                        input class="globalSearch" type="search" placeholder="Search Setup" aria-label="Search Setup";
                        div class="globalActions" {
                            span class="gear" title=(page.text("Setup")) { "⚙" }
                            span class="userName" { (name) }
                            a class="logOut" href="/secur/logout.jsp" { (page.text("Log Out")) }
                        }
                    }
                    nav class="slds-context-bar" aria-label="Global" {
                        span class="appLauncher" aria-hidden="true" { @for _ in 0..9 { i {} } }
                        span class="appName" { (page.text("Setup")) }
                        a class="contextTab" href="/lightning/setup/SetupOneHome/home" data-node="SetupOneHome" { (page.text("Home")) }
                        span class="contextTab" { (page.text("Object Manager")) }
                    }
                    div class="setupBody" {
                        div class="onesetupNavTree" {
                            input class="quickFind" type="search" placeholder=(page.text("Quick Find")) aria-label=(page.text("Quick Find"));
                            (tree::render(&page))
                        }
                        main class="setupMain" {
                            div class="onesetupSetupPageHeader slds-page-header" {
                                span class="headerIcon" aria-hidden="true" { "⚙" }
                                nav class="breadcrumbs" aria-label="Breadcrumbs" {
                                    span class="breadcrumb" { (page.text("Setup")) }
                                    h1 class="breadcrumbDetail" {}
                                }
                            }
                            div id="setupComponent" class="setupcontent onesetupSetupComponent" {}
                        }
                    }
                }
            }
        }
    }
    .into_response()
}
