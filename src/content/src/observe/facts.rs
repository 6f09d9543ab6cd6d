//! Facts about the document, and the errors that the page itself shows.

use super::snapshot::Picture;
use super::{attribute, elements};
use wasm_bindgen::prelude::*;
use waymark_core::form::Question;
use waymark_core::page::{BuilderTab, DocumentFacts};
use waymark_core::read::name::text_of;
use waymark_core::read::visible::is_visible;
use waymark_core::read::{Element, folded};
use waymark_core::wizard::{refuses_app, stage};
use web_sys::{Document, Window};

/// Classic's own places for errors, and what any accessible page uses (Salesforce fact §4, seen).
const ERRORS: &str = "#errorDiv_ep, .errorMsg, [role=alert]";
/// What may be a heading or a notice of Jotform's wizard: its markup is unknown and may be nothing but boxes.
const HEADINGS: &str = "h1, h2, h3, h4, h5, h6, legend, [role=heading], [role=status], [role=alert], \
    div:not(:has(*)), p:not(:has(*)), span:not(:has(*)), b, strong";

/// What tells pages apart besides their address.
#[must_use]
pub fn document_facts(window: &Window, document: &Document, picture: &Picture) -> DocumentFacts {
    let there = |selector: &str| document.query_selector(selector).ok().flatten().is_some();
    DocumentFacts {
        top: is_top(window),
        classic_body: there("body.sfdcBody"),
        lightning_shell: there("#auraLoadingBox, .oneApp"),
        setup_frame: picture
            .roots
            .iter()
            .any(|root| root.first("iframe[name^='vfFrameId_']").is_some()),
        builder_tab: if on_jotform(window) {
            builder_tab(document)
        } else {
            None
        },
        title: document.title().chars().take(200).collect(),
        language: picture.snapshot.borrow().language.clone(),
        wizard: if on_jotform(window) {
            stage(&picture.snapshot.borrow(), &headings(picture))
        } else {
            None
        },
    }
}

#[wasm_bindgen]
extern "C" {
    /// The questions of the form, as texts (`dom.js`).
    #[wasm_bindgen(js_name = waymarkQuestions)]
    fn question_texts() -> Vec<String>;
}

/// The questions that the builder's Build tab or the form's own page shows; none elsewhere.
#[must_use]
pub fn questions(window: &Window) -> Vec<Question> {
    if !on_jotform(window) {
        return Vec::new();
    }
    question_texts().iter().map(|text| Question::read(text)).collect()
}

/// The tab of Jotform's builder that says it is the active one, by class or by state (Jotform fact §2, inferred).
fn builder_tab(document: &Document) -> Option<BuilderTab> {
    const ACTIVE: &str = ".isActive, .active, [aria-selected=true], [aria-current]:not([aria-current=false])";
    let tabs = [
        ("siteNav_id_build", BuilderTab::Build),
        ("siteNav_id_settings", BuilderTab::Settings),
        ("siteNav_id_publish", BuilderTab::Publish),
    ];
    let is_active = |id: &str| {
        document.get_element_by_id(id).is_some_and(|tab| {
            let around = tab
                .parent_element()
                .filter(|parent| parent.child_element_count() == 1);
            tab.matches(ACTIVE).unwrap_or(false)
                || around.is_some_and(|parent| parent.matches(ACTIVE).unwrap_or(false))
        })
    };
    tabs.into_iter().find(|(id, _)| is_active(id)).map(|(_, tab)| tab)
}

/// The frame is the tab's top frame.
#[must_use]
pub fn is_top(window: &Window) -> bool {
    window
        .top()
        .ok()
        .flatten()
        .is_some_and(|top| js_sys::Object::is(&top, window))
}

/// A wizard's stage is looked for on Jotform's hosts only; the background decides by the browser's own address.
#[must_use]
pub fn on_jotform(window: &Window) -> bool {
    let host = window.location().hostname().unwrap_or_default();
    host == "jotform.com" || host.ends_with(".jotform.com")
}

fn headings(picture: &Picture) -> Vec<String> {
    let found = picture.roots.iter().filter_map(|root| root.query(HEADINGS));
    let mut texts = Vec::new();
    for list in found {
        let visible = elements(&list).filter(is_visible);
        texts.extend(
            visible
                .map(|heading| folded(&text_of(&heading), 120))
                .filter(|text| !text.is_empty()),
        );
    }
    texts
}

/// Error texts that the page shows, at most three of 200 characters; one that stands in a cell of a form with the id of what is
/// first there. Jotform's wizard may show Salesforce's refusal in nothing
/// but boxes, so there it is known by its words.
#[must_use]
pub fn page_errors(window: &Window, picture: &Picture) -> Vec<String> {
    let marked = picture
        .roots
        .iter()
        .filter_map(|root| root.query(ERRORS))
        .flat_map(|list| elements(&list).collect::<Vec<_>>())
        .filter(|element| element.is_rendered() && attribute(element, "aria-hidden") != "true")
        .map(|element| {
            let field = element.closest("td").and_then(|cell| cell.first("[id]"));
            let text = folded(&text_of(&element), 200);
            match field.filter(|_| !text.is_empty()) {
                Some(field) => text + "\u{1f}" + &attribute(&field, "id"),
                None => text,
            }
        });
    let mut errors: Vec<String> = marked.collect();
    if on_jotform(window) {
        errors.extend(headings(picture).into_iter().filter(|text| refuses_app(text)));
    }
    let mut told: Vec<String> = Vec::new();
    for text in errors {
        let known = told
            .iter()
            .any(|error| error.contains(&text) || text.contains(error.as_str()));
        if !text.is_empty() && !known {
            told.push(text);
        }
    }
    told.truncate(3);
    told
}
