//! Handing the journey over to a colleague, and taking one over.

use crate::app::App;
use crate::parts::{file, notice, text};
use dominator::{Dom, clone, events, html, with_node};
use std::rc::Rc;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use waymark_core::message::FromPanel;
use web_sys::HtmlInputElement;

/// The file to save, and the way to open one.
pub fn box_of(app: &Rc<App>) -> Dom {
    html!("section", {
        .class("box")
        .attr("id", "hand-over")
        .child(text("h2", "box-title", app.words.tell("hand_over_title")))
        .child(text("p", "help", app.words.tell("hand_over_help")))
        .child_signal(app.shows(|view| (view.hand_over.clone(), view.not_taken_over), |app, (content, refused)| {
            Some(html!("div", {
                .child(file("waymark-hand-over.json", "application/json", content, app.words.tell("hand_over_save")))
                .apply_if(*refused, |dom| dom.child(notice("warning", app.words.tell("hand_over_refused"))))
            }))
        }))
        .child(html!("div", {
            .class("field")
            .child(html!("label", { .attr("for", "take-over") .text(app.words.tell("hand_over_open")) }))
            .child(html!("input" => HtmlInputElement, {
                .attr("id", "take-over")
                .attr("type", "file")
                .attr("accept", "application/json,.json")
                .with_node!(input => {
                    .event(clone!(app => move |_: events::Change| open(&app, &input)))
                })
            }))
        }))
    })
}

fn open(app: &Rc<App>, input: &HtmlInputElement) {
    let Some(chosen) = input.files().and_then(|files| files.get(0)) else {
        return;
    };
    // The same file can be opened once more, after a colleague has saved it anew.
    input.set_value("");
    let app = app.clone();
    spawn_local(async move {
        // What cannot be read is refused as what is no such file.
        let read = JsFuture::from(chosen.text()).await.ok();
        let file = read.and_then(|text| text.as_string()).unwrap_or_default();
        app.send(FromPanel::TakeOver { file });
    });
}
